"""Names that every object of JavaScript has are words of readers too, and found only where an article holds them."""

from __future__ import annotations

import pytest

from scripts.search.index import Article, write

from .conftest import LOADED, TABLES

# The engine's own list, as readers type them: alone, begun, among other words, run together with Chinese.
LINES = """Object.getOwnPropertyNames(Object.prototype).flatMap((name) => (
  [name, name.slice(0, -1), `deposit ${name} missing`, `${name}没到账`, `${name} tixian`, `${name}${name}`]
))"""


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_name_of_javascript_changes_nothing_of_what_is_found(engine, code: str) -> None:
    search = engine("search.js")
    lines = search(LINES)
    found = search(f"Promise.all(lines.map((line) => search({code}, line, true)))", lines=lines)
    # the same with words that nobody knows
    neutral = search(f"Promise.all(lines.map((line) => search({code}, line, true)))", lines=[
        "", "", "deposit missing", "没到账", "tixian", "",
    ])  # fmt: skip
    assert "constructor" in lines
    for line, results in zip(lines, found, strict=True):
        expected = neutral[lines.index(line) % len(neutral)]
        assert [result["article"] for result in results] == [result["article"] for result in expected], line


def test_a_name_of_javascript_is_found_where_an_article_holds_it(engine, tmp_path) -> None:
    names = ("constructor", "toString", "valueOf")
    articles = [Article(f"{name}/", f"What {name} does", "Group", "Lead.", (), ()) for name in names]
    write(tmp_path / "search/en", articles, TABLES, {"first": []})
    search = engine("search.js")
    loaded = f"(async (root, code) => {LOADED})(root, 'en')"
    search(f"(globalThis.named = await {loaded}, null)", root=f"{tmp_path}/")
    for number, name in enumerate(names):
        assert [result["article"] for result in search("search(named, name)", name=name)] == [number]
