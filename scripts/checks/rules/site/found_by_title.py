"""Every article is found by its title, among the first three, in lunr's own index of the lines of all articles."""

from collections.abc import Iterator

from lunr.index import Index

from scripts.checks.lib import MARK, Example, Loaded, Problem, page
from scripts.search.index import Section, build, documents_of
from scripts.search.lexicon import tables
from scripts.search.site import articles_of
from scripts.search.text import tokens

ID, NAME, SEVERITY = "SRC001", "found-by-title", "error"
ABOUT_ZH = "用标题去搜，文章要在前三个结果里。"
ABOUT_EN = "A search for an article's title shows it among the first three results."
# Three other English articles say twice what this one is called.
_OTHERS = ("deposits/choose-deposit-method", "deposits/deposit-wrong-network", "withdrawals/withdraw-crypto")
_ALIKE = {
    path.replace("deposits/example", place): text
    for place, title in [*((other, "coin coin") for other in _OTHERS), ("deposits/example", "coin" + MARK)]
    for path, text in page(front={"title": f"title: {place}"}, front_en={"title": f"title: {title}"}).files.items()
}
EXAMPLES = [page(), Example(_ALIKE)]


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    shared = tables(content.terms, content.search.same, [page.body for page in content.pages.values()])
    for language in content.languages:
        articles = [article for article in content.articles(language.code) if content.available(article)]
        headings = {
            article.path: tuple(Section(head.anchor or "", head.text, "") for head in article.document.headings)
            for article in articles
        }
        documents = list(documents_of(articles_of(content, language.code, headings), shared))
        index = Index.load(build(documents))
        for number, article in enumerate(articles):
            query = index.create_query()
            for token in set(tokens(article.front.title, shared)):
                query.term(token, use_pipeline=False)
            first = list(dict.fromkeys(documents[int(result["ref"])].article for result in index.query(query)))[:3]
            if number not in first:
                found = f"a title that leads to {', '.join(articles[other].slug for other in first) or 'nothing'} first"
                line, mend = article.located.line(("title",)), "Say in the title what sets it apart."
                yield Problem(article.path, line, found, "this article among the first three", mend)
