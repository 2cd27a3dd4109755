"""Which articles come first."""

from __future__ import annotations

import pytest

from scripts.search.index import documents_of
from tests.search.lunrs import lunrs_index

from .conftest import EN, TABLES, ZH

# The terms of a query with their documents, as `search` hands them to the ranking.
TERMS = """(async () => Promise.all(terms.map(async (term) => [
  term, counted(unpack((await shard(index, term))[term] ?? (await shard(index, term, "rare"))[term]))
])))()"""
SCORES = """((lunrs) => lunrs.query((query) => {
  for (const term of terms) query.term(term, { usePipeline: false, boost: 2 });
}).map(({ ref, score }) => [ref, score]))"""


def test_postings_are_counted(engine) -> None:
    assert engine("ranking.js")("[...counted([3, 3, 5, 9, 9, 9])]") == [[3, 2], [5, 1], [9, 3]]


@pytest.mark.parametrize(
    ("code", "articles", "terms"),
    [("zh", ZH, ["没到", "到账", "确认"]), ("zh", ZH, ["#1", "提现"]), ("en", EN, ["deposit", "miss", "explorer"])],
)
def test_scores_are_those_of_lunrs_whole_index(engine, code: str, articles: list, terms: list[str]) -> None:
    whole = lunrs_index(documents_of(articles, TABLES))
    search = engine("search.js")
    search(f"(globalThis.index = {code}, addBodies(index))")
    mine = search(
        f"{TERMS}.then((found) => {SCORES}(assemble(index, found, new Set(index.articleOf))))", terms=sorted(terms)
    )
    lunrs = search(f"{SCORES}(lunr.Index.load(whole))", terms=sorted(terms), whole=whole)
    assert len(lunrs) > 1
    assert dict(mine) == pytest.approx(dict(lunrs), abs=0.005)


# Two articles of one title, one lead and two questions each; documents 0 to 3 and 4 to 7.
INDEX = {
    "articleOf": [0, 0, 0, 0, 1, 1, 1, 1],
    "kindOf": ["title", "lead", "question", "question"] * 2,
    "lengths": [4] * 8,
    "lines": ["", ""],
    "documents": 8, "average": 4, "b": 0.4, "k1": 1.2,
    "boost": {"title": 1.5, "lead": 1, "question": 1.3},
}  # fmt: skip


def ranked(engine, index: dict, terms: dict[str, list[int]]) -> list[dict]:
    return engine("ranking.js")(
        "ranked(index, terms.map(([term, numbers]) => [term, counted(numbers)]), new Map(terms.map(([t]) => [t, 1])))",
        index=index,
        terms=list(terms.items()),
    )


def articles(engine, terms: dict[str, list[int]], **changes: object) -> list[int]:
    return [result["article"] for result in ranked(engine, INDEX | changes, terms)]


def test_nothing_found_is_no_article(engine) -> None:
    assert ranked(engine, INDEX, {}) == []


def test_a_title_counts_more_than_a_lead(engine) -> None:
    assert articles(engine, {"a": [1, 4]}) == [1, 0]


def test_equal_articles_keep_their_order(engine) -> None:
    assert articles(engine, {"a": [0, 4]}) == [0, 1]


def test_the_best_line_is_named(engine) -> None:
    assert ranked(engine, INDEX, {"a": [1, 2, 3]})[0]["best"] == 2


def test_more_lines_count_more(engine) -> None:
    assert articles(engine, {"a": [2, 6, 7]}) == [1, 0]


def test_of_articles_with_equal_best_lines_the_next_best_decides(engine) -> None:
    assert articles(engine, {"a": [0, 1, 4, 6]}) == [1, 0]  # a title and a lead, a title and a question


def test_a_line_that_the_query_fills_counts_more(engine) -> None:
    assert articles(engine, {"a": [2, 6]}, lengths=[4] * 6 + [1, 4], b=0) == [1, 0]


def test_several_lines_may_hold_together_what_none_holds_alone(engine) -> None:
    assert articles(engine, {"a": [2, 3, 6], "b": [7]}) == [1, 0]


def test_an_article_counts_as_a_whole_too(engine) -> None:
    # as to the four best lines the first article wins by its title; the other has more lines, and the term is rare
    index = {
        "articleOf": [0] * 4 + [1] * 6, "kindOf": ["title"] + ["question"] * 9, "lengths": [4] * 10,
        "lines": [""] * 50, "documents": 10,
    }  # fmt: skip
    assert articles(engine, {"a": list(range(10))}, **index) == [1, 0]


def test_only_the_best_ten_are_kept_and_only_the_best_hundred_compared(engine) -> None:
    many = 150
    index = INDEX | {
        "articleOf": list(range(many)), "kindOf": ["question"] * many, "lengths": [1] * many,
        "lines": [""] * many, "documents": many,
    }  # fmt: skip
    assert [result["article"] for result in ranked(engine, index, {"a": list(range(many))})] == list(range(10))
    # as a whole all are equal, so the hundred are the first in order: the last line would win, being shorter
    index["lengths"] = [9] * (many - 1) + [1]
    assert [result["article"] for result in ranked(engine, index, {"a": list(range(many))})] == list(range(10))
