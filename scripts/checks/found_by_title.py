"""Every article is found by its title, among the first three, in lunr's own index of the lines of all articles."""

from __future__ import annotations

from collections.abc import Iterator

from lunr.index import Index

from scripts.content import Problem
from scripts.search.index import BOOST, Section, build, documents_of
from scripts.search.lexicon import tables
from scripts.search.site import articles_of
from scripts.search.text import tokens

from .rule import EXAMPLE_PATH, MARK, Example, Source, page

ID = "SRC001"
NAME = "found-by-title"
ABOUT = {
    "zh": "用标题去搜，文章要在前三个结果里。",
    "en": "A search for an article's title shows it among the first three results.",
}
# Three other English articles say twice what this one is called.
_ALIKE = Example(
    {
        path.replace("deposits/example", place): text
        for place, title in (
            ("deposits/choose-deposit-method", "coin coin"), ("deposits/deposit-wrong-network", "coin coin"),
            ("withdrawals/withdraw-crypto", "coin coin"), ("deposits/example", "coin" + MARK),
        )
        for path, text in page(front={"title": f"title: {place}"}, front_en={"title": f"title: {title}"}).files.items()
    }
)
EXAMPLES = [page(), _ALIKE]


def check(source: Source) -> Iterator[Problem]:
    content = source.content
    if not content:
        return
    shared = tables(content.terms, content.search.same, [page.body for page in content.pages.values()])
    for language in content.languages:
        pages = [page for page in content.articles(language.code) if content.available(page)]
        headings = {page.path: tuple(Section(h.anchor or "", h.text, "") for h in page.headings) for page in pages}
        documents = documents_of(articles_of(content, language.code, headings), shared)
        index = Index.load(build(documents))
        for number, page in enumerate(pages):
            query = index.create_query()
            for token in set(tokens(page.front.title, shared)):
                query.term(token, use_pipeline=False)
            found = dict.fromkeys(documents[int(result["ref"])].article for result in index.query(query))
            if number not in list(found)[:3]:
                first = [pages[other].slug for other in list(found)[:3]]
                line = page.located.line(("title",))
                yield Problem(page.path, line, f"a title that leads to {', '.join(first) or 'nothing'} first", "this article among the first three", "Say in the title what sets it apart.")
