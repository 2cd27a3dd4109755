"""Every article is found by its title, among the first three, by lunr's scores of the lines of all articles."""

from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Loaded, Problem, page
from scripts.search.index import Document, Section, documents_of, weights
from scripts.search.lexicon import tables
from scripts.search.site import articles_of
from scripts.search.text import tokens

ID, NAME, SEVERITY = "SRC001", "found-by-title", "error"
NEEDS = ("terms.yml", "search.yml")
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
    shared = tables(content.terms, content.alike, [page.body for page in content.pages.values()])
    for language in content.languages:
        articles = [article for article in content.articles(language.code) if content.available(article)]
        if not articles:  # the navigation cannot be read
            continue
        headings = {
            article.path: tuple(Section(head.anchor or "", head.text, "") for head in article.document.headings)
            for article in articles
        }
        documents = list(documents_of(articles_of(content, language.code, headings), shared))
        weighed = weights(documents)
        for number, article in enumerate(articles):
            scores: dict[int, float] = defaultdict(float)
            for token in sorted(set(tokens(article.front.title, shared))):
                for document, weight in weighed.get(token, {}).items():
                    scores[document] += weight
            first = _first(scores, documents)
            if number not in first:
                found = f"a title that leads to {', '.join(articles[other].slug for other in first) or 'nothing'} first"
                line, mend = article.located.line(("title",)), "Say in the title what sets it apart."
                yield Problem(article.path, line, found, "this article among the first three", mend)


def _first(scores: dict[int, float], documents: list[Document]) -> list[int]:
    """The articles of the best documents, at most three; of those that are as good as another the earlier, as readers
    get them."""
    best: dict[int, float] = {}
    for number, score in scores.items():
        article = documents[number].article
        best[article] = max(best.get(article, 0), score)
    return sorted(best, key=lambda article: (-best[article], article))[:3]
