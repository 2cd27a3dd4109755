"""What a reader sees of a result: texts, whole words, and what of them is marked."""

from __future__ import annotations

import pytest

from .conftest import EN, ZH


@pytest.mark.parametrize(
    ("code", "query", "text", "parts"),
    [
        ("en", "deposit", "My Deposits <b>", ["My ", "Deposits", " <b>"]),
        ("en", "deposit", "nothing of it", ["nothing of it"]),
        ("en", "deposit", "deposit", ["", "deposit"]),
        ("en", "posit", "deposit", ["deposit"]),  # not inside a word
        ("en", "fails?", "failed, a failure", ["", "failed", ", a failure"]),  # by its stem, not by its beginning
        ("en", "withd", "Withdrawals", ["", "Withdrawals"]),  # unless it is being typed
        ("en", "withd ", "Withdrawals", ["Withdrawals"]),
        ("en", "deposit there", "therefore", ["therefore"]),  # a small word says nothing
        ("en", "cannot log in", "notice: you can't log in", ["notice: you ", "can't", " ", "log", " in"]),
        ("en", "the deposit", "the deposit", ["the ", "deposit"]),
        ("en", "email", "your e-mail, email", ["your ", "e-mail", ", ", "email"]),
        ("en", "two steps", "Two-step codes", ["", "Two", "-", "step", " codes"]),
        ("en", "erc20", "on ERC-20", ["on ", "ERC-20"]),
        ("en", "c++ (x", "c++ (x) <", ["c++ (x) <"]),
        ("en", "b", "<b>", ["<b>"]),
        ("en", "<bold>", "a <bold> word", ["a <", "bold", "> word"]),
        ("zh", "充值没有到账", "没有到账<", ["", "没有到账", "<"]),  # neighbouring pairs are one word
        ("zh", "没到账", "充值没到账了", ["充值", "没到账", "了"]),  # and so are those that share a character
        ("zh", "到账没到账", "没到账", ["", "没到账"]),
        ("zh", "充值，到账", "充值没到账", ["", "充值", "没", "到账"]),
        ("zh", "usdt充值", "USDT 充值", ["", "USDT", " ", "充值"]),
    ],
)
def test_the_querys_words_are_marked_whole(engine, code: str, query: str, text: str, parts: list[str]) -> None:
    """Every second text is marked."""
    assert engine("showing.js")(f"marker({code}, query)(text)", query=query, text=text) == parts


FILL = "无关的话。" * 40  # 200 characters
LONG = "无关的话" * 40  # 160, and nothing to cut at
WORDS = "Nothing of note, " * 12  # 204


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("到账", "没到账。", "没到账。"),
        ("到账", FILL, FILL[:120] + "…"),
        ("到账", FILL + "没到账。", "…" + FILL[:115] + "没到账。"),
        ("到账", "没到账。" + FILL, "没到账。" + FILL[:115] + "…"),  # at the end of a clause
        ("到账", "没到账" + LONG, "没到账" + LONG[:117] + "…"),
        ("到账", "㍿" + FILL + "没到账。", "㍿" + FILL[:115] + "…"),  # places in the normalised text are other places
        ("到账", LONG + "，" + LONG[:8] + "usdt没到账。", "…" + LONG[:8] + "usdt没到账。"),
        ("到账", "没到账" + LONG[:116] + "usdt" + FILL, "没到账" + LONG[:116] + "…"),
        ("deposit", WORDS + "deposit.", "…of note, " + WORDS[-153:] + "deposit."),
        ("deposit", WORDS + "none. A deposit. " + WORDS, "…A deposit. " + WORDS[:151] + "…"),  # from a sentence on
        ("deposit", "deposit " + "confirmations " * 20, "deposit " + "confirmations " * 10 + "confirmations…"),
        ("deposit", "deposit " + "🙂" * 100, "deposit…"),
        ("deposit", "x" * 200, "x" * 170 + "…"),
        ("deposit", "x" * 170, "x" * 170),
    ],
)
def test_an_excerpt_holds_most_of_the_query_in_whole_words(engine, query: str, text: str, shown: str) -> None:
    assert engine("showing.js")("excerpt(zh, text, query)", query=query, text=text) == shown


@pytest.mark.parametrize("place", range(10))
def test_no_english_word_is_cut(engine, place: int) -> None:
    text = " ".join(f"word{number}" for number in range(1000, 1080)) + f" deposit{'s' * place}" + " confirmed" * 40
    passage = engine("showing.js")("excerpt(en, text, 'deposit')", text=text)
    assert "deposit" in passage and len(passage) <= 172
    assert set(passage.strip("…").split()) <= set(text.split())


def result(engine, code: str, article: int, best: int, texts: str, *, other: bool = False) -> dict:
    found = [{"article": article, "best": best, "score": 2.5}]
    (item,) = engine("showing.js")(
        f"shown({code}, found, query, {texts.format(code=code)}, other)", found=found, query="deposit", other=other
    )
    return item


def test_a_result_says_where_it_is_and_what_it_says(engine) -> None:
    assert result(engine, "en", 0, 0, "passages({code}, found)") == {
        "url": EN[0].url,
        "group": "Deposits & more",
        "title": ["", "Deposit", " <b>missing</b>"],
        "passage": ['Check the "hash" first.'],
        "section": None,
        "lang": None,
    }


def test_before_the_texts_have_come_there_is_no_passage(engine) -> None:
    assert result(engine, "en", 0, 0, "undefined")["passage"] is None


def test_the_best_section_has_an_address_of_its_own(engine) -> None:
    # documents of the first article: title, lead, two questions, the texts before the first heading, "Find the <hash>"
    item = result(engine, "en", 0, 5, "passages({code}, found)")
    assert item["url"] == EN[0].url
    assert item["section"] == {"url": f"{EN[0].url}#hash", "title": ["Find the <hash>"]}
    assert item["passage"] == ["Open an explorer & look at confirmations."]


def test_what_stands_before_the_first_heading_has_no_anchor(engine) -> None:
    item = result(engine, "en", 0, 4, "passages({code}, found)")
    assert (item["section"], item["passage"]) == (None, ["Wait <first>."])


def test_of_what_is_not_seen_at_once_the_lead_is_read(engine) -> None:
    found = [{"article": 0, "best": 5, "score": 1}] * 4
    start = engine("showing.js")
    seen, *_, below = start("shown(en, found, 'deposit', passages(en, found))", found=found)
    assert seen["section"]["url"] == f"{EN[0].url}#hash"
    assert (below["section"], below["passage"]) == (None, ['Check the "hash" first.'])


def test_an_article_of_the_other_language_says_so(engine) -> None:
    item = result(engine, "zh", 0, 0, "undefined", other=True)
    assert (item["url"], item["group"], item["lang"]) == (ZH[0].url, "ZH · 充值 & 提现", "zh-x")
