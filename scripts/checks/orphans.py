"""Every article is reached from the text or the related articles of another one, in each language."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from scripts.content import Problem
from scripts.content.articles import ArticleFront

from .rule import MARK, Example, Source, page
from .written_links import plain, written

ID = "LNK006"
NAME = "orphans"
ABOUT = {
    "zh": "每篇文章都有别的文章链接到它：写在正文里，或列在 related 里；只在导航里不算。",
    "en": "Another article leads to every article, by a link in its text or as related; the navigation alone does not count.",
}


def _marked(example: Example, *codes: str) -> Example:
    """The example, with the first line marked in these languages."""
    return Example({path: text.replace("---", "---" + MARK, 1) if path.split("/")[1] in codes else text for path, text in example.files.items()})


def _with(other: Example) -> Example:
    """The example article, and beside it deposit-crypto.md with the bodies of `other`."""
    return Example(page().files | {path.replace("example.md", "deposit-crypto.md"): text for path, text in other.files.items()})


_ELSEWHERE = {"related": "related:\n  - deposit-not-arrived"}
EXAMPLES = [
    _marked(page(), "zh", "en"),
    _marked(page(zh="看[本页](example.md)。", en="See [this](example.md)."), "zh", "en"),
    _with(page(front={"related": "related:\n  - example"})),
    _with(page(zh="看[示例](example.md)。", en="See [the example](../deposits/example.md).", front=_ELSEWHERE)),
]


def check(source: Source) -> Iterator[Problem]:
    content = source.content
    if not content:
        return
    reached: set[tuple[str, str]] = set()
    articles = [article for article in content.pages.values() if isinstance(article.front, ArticleFront)]
    for article in articles:
        reached |= {(article.code, slug) for slug in article.front.related if slug != article.slug}
        by_path = {other.path: other.slug for other in articles if other.code == article.code and other is not article}
        for link in written(source.file(article.path)):
            path = unquote(plain(link.target).partition("#")[0].partition("?")[0])
            slug = by_path.get(posixpath.normpath(posixpath.join(posixpath.dirname(article.path), path)))
            if slug and not link.apart and link.kind in ("inline", "reference", "html"):
                reached.add((article.code, slug))
    for article in articles:
        if (article.code, article.slug) not in reached:
            mend = "Link it where readers of another article need it, or list it there as related."
            yield Problem(article.path, 1, "an article that no other one leads to", "a link from at least one", mend)
