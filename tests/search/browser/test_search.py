"""From a query to articles; the rest of the search is held by tests/browser/test_search.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.search.index import Article, Section, write
from scripts.search.text import Tables


@pytest.mark.parametrize(
    ("code", "query", "deep", "articles"),
    [
        ("zh", "提现没到账", False, [1, 0]),
        ("zh", "收不到验证码", False, [2]),
        ("zh", "电话没到账", False, [3, 0, 1]),  # what scammers wait for: the safety article first
        ("zh", "人工验证", False, [3, 2]),  # all words of a line call it, one alone does not
        ("zh", "验证", False, [2]),
        ("zh", "确认", False, []),
        ("zh", "确认", True, [0]),  # only a section's text holds it
        ("en", "where is my deposit", False, [0]),
        ("en", "explorer", False, []),
        ("en", "explorer", True, [0]),
        ("en", "提現", False, [1]),  # words of the other script mean the same
        ("zh", "Cash out", False, [1]),
        ("zh", "cashout", False, [1]),  # and are cut as such
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


def test_a_title_counts_most_then_a_question_a_lead_a_heading(engine, tmp_path: Path) -> None:
    said, other = "coin lost", "fee paid"
    lines = [[said if place == kind else other for place in range(4)] for kind in (3, 1, 0, 2)]
    articles = [
        Article("a/b/", title, "", lead, (question,), (Section("", heading, ""),))
        for title, question, lead, heading in lines
    ]
    write(tmp_path / "search/en", articles, Tables({}, [], {}), {"first": []})
    search = engine("search.js")
    found = search(f"load(root, 'en').then((index) => search(index, '{said}'))", root=f"{tmp_path}/")
    assert [result["article"] for result in found] == [2, 1, 3, 0]
