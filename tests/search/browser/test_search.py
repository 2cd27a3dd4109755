"""From a query to articles; the rest of the search is held by tests/browser/test_search.py."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("code", "query", "deep", "articles"),
    [
        ("zh", "提现没到账", False, [1, 0]),
        ("zh", "收不到验证码", False, [2]),
        ("zh", "电话没到账", False, [3, 0, 1]),  # what scammers wait for: the safety article first
        ("zh", "确认", False, []),
        ("zh", "确认", True, [0]),  # only a section's text holds it
        ("en", "where is my deposit", False, [0]),
        ("en", "explorer", False, []),
        ("en", "explorer", True, [0]),
        ("en", "", True, []),
        ("en", "x" * 490 + " deposit", False, [0]),
        ("en", "x" * 500 + " deposit", False, []),  # an accident
    ],
)
def test_articles_best_first(engine, code: str, query: str, deep: bool, articles: list[int]) -> None:
    found = engine("search.js")(f"search({code}, query, deep)", query=query, deep=deep)
    assert [result["article"] for result in found] == articles


def test_an_article_that_comes_first_by_rule_comes_once(engine) -> None:
    found = engine("search.js")("search(zh, '客服电话')")
    assert [result["article"] for result in found] == [3]
    assert found[0]["score"] > 0
