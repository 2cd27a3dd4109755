"""The term base becomes tables: what is read as the same, and what stands for one thing."""

from __future__ import annotations

import pytest

from scripts.content.data import Brand, Term, Terms, Typos
from scripts.search.lexicon import simplified_table, tables
from scripts.search.text import tokens


def term(name: str, zh: str, en: str, **more: list[str]) -> Term:
    return Term(id=name, category="money", zh=zh, en=en, **more)


TERMS = Terms(
    brand=Brand(keep_as_is=["TPWallet"], search=[]),
    terms=[
        term("deposit", "充值", "deposit", search_zh=["存款"], zh_hant_local=["入金"], forbidden_zh=["冲币"]),
        term("withdrawal", "提现", "withdrawal", search_en=["cash out", "send 转出"], forbidden_en=["takeouts"]),
        term("transfer", "转账", "transfer"),
    ],
    ambiguous_zh={"转币": ["withdrawal", "transfer"], "入金": ["transfer"]},
    common_typos=Typos(zh={"冲值": "充值", "冲": "充"}, en={"Withdrawl": "withdrawal"}),
)


def test_only_characters_whose_simplified_form_we_use_are_converted() -> None:
    table = simplified_table(["没到账 usdt"])
    assert table["沒"] == "没" and table["賬"] == "账"
    assert "錢" not in table  # 钱 stands nowhere
    assert "到" not in table  # the same in both scripts


def test_characters_of_the_terms_are_converted_too() -> None:
    assert tables(TERMS, [], []).simplified["現"] == "现"


def test_longer_wrong_spellings_are_mended_first() -> None:
    assert tables(TERMS, [], []).variants == [("withdrawl", "withdrawal"), ("冲值", "充值"), ("冲", "充")]


@pytest.mark.parametrize(
    ("phrase", "concepts"),
    [
        ("充值", [0]),
        ("存款", [0]),
        ("充币", [0]),  # a forbidden word is found, and by its right spelling
        ("cash out", [1]),
        ("takeout", [1]),  # as a stem
        ("转币", [1, 2]),  # of several terms
        ("入金", [2]),  # what is ambiguous replaces what one term says
        ("客服", [3]),  # everyday words, numbered after the terms
        ("人工", [3, 4]),
        ("send 转出", None),  # a mixed phrase is never met
        ("冲币", None),
    ],
)
def test_phrases_stand_for_concepts(phrase: str, concepts: list[int] | None) -> None:
    made = tables(TERMS, [["客服", "人工"], ["人工", "真人"]], [])
    assert made.phrases.get(phrase) == concepts


def test_words_for_one_thing_share_a_concept() -> None:
    made = tables(TERMS, [], ["提现"])
    for text in ("提現", "cash out", "Takeout", "withdrawls"):
        assert "#1" in tokens(text, made)
