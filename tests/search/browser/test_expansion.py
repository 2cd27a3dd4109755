"""What a query may have meant: the terms that are looked up, and how much each counts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("code", "query", "terms"),
    [
        ("en", "deposit missing", {"deposit": 1, "miss": 1, "#0": 0.8}),
        ("en", "cash out", {"cash": 1, "out": 1, "#1": 0.8}),
        ("en", "withdrawl", {"withdrawal": 1, "#1": 0.8}),  # a known typo
        ("en", "depossit", {"deposit": 0.6}),  # an unknown one
        ("en", "dpsit", {}),  # two mistakes in a short word
        ("en", "withdrxwxl", {"withdrawal": 0.6}),  # and in a long one
        ("en", "depo", {"deposit": 0.5}),  # not finished
        ("en", "depo is", {}),  # finished: too far from any word
        ("en", "xqz", {}),
        ("zh", "提幣没到账", {"没到": 1, "到账": 1, "提现": 0.2}),  # no line holds 提币: what begins like it
        ("zh", "充", {"充值": 0.5}),  # a single character
        ("zh", "提县", {"提现": 0.7, "#1": 0.7}),  # the second character is wrong, and sounds right
        ("zh", "替现", {"提现": 0.7, "#1": 0.7}),  # the first
        ("zh", "显不", {"显示": 0.2}),
        ("zh", "短信", {"短信": 1}),
        ("zh", "短不", {"短信": 0.2}),  # 不 sounds like no character that follows 短
        ("zh", "tixian", {"提现": 1, "#1": 1}),
        ("zh", "x" * 31, {}),
        ("zh", "woyaotixian" + "daozhang" * 3, {"提现": 1, "#1": 0.8, "到账": 1}),  # longer than any word, and pinyin
    ],
)
def test_what_was_meant(engine, code: str, query: str, terms: dict[str, float]) -> None:
    assert dict(engine("expansion.js")(f"expand({code}, query).then((wanted) => [...wanted])", query=query)) == terms


def test_of_a_very_long_query_the_beginning_is_looked_up(engine) -> None:
    words = [f"w{number}" for number in range(60)]
    expand = "expand(en, query).then((wanted) => [...wanted.keys()])"
    assert engine("expansion.js")(expand, query=" ".join([*words[:59], "deposit"])) == ["deposit"]
    assert engine("expansion.js")(expand, query=" ".join([*words, "deposit"])) == []
