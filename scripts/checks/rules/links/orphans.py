"""Every article is reached from the text or the related articles of another one, in each language."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Loaded, Problem, page
from scripts.checks.lib.links import leads_to
from scripts.content.pages import Article

ID, NAME, SEVERITY = "LNK006", "orphans", "error"
ABOUT_ZH = "每篇文章都有别的文章链接到它：写在正文里，或列在 related 里；只在导航里不算。"
ABOUT_EN = "Another article leads to every article, by a link or as related; the navigation alone does not count."


def _with(other: Example) -> Example:
    """The example article, and beside it deposit-crypto.md with what `other` says."""
    beside = {path.replace("example.md", "deposit-crypto.md"): text for path, text in other.files.items()}
    return Example(page().files | beside)


ELSEWHERE = {"related": "related:\n  - deposit-not-arrived"}
EXAMPLES = [
    page(zh="看[本页](example.md)。", en="See [this](example.md).", front={"title": f"title: An example{MARK}"}),
    _with(page(front={"related": "related:\n  - example"})),
    _with(page(zh="看[示例](example.md)。", en="See [the example](../deposits/example.md).", front=ELSEWHERE)),
]


def check(source: Loaded) -> Iterator[Problem]:
    articles = [article for article in source.content.pages.values() if isinstance(article, Article)]
    paths = {article.path: article.slug for article in articles}
    reached: set[tuple[str, str]] = set()  # language and name
    for article in articles:
        led = set(article.front.related)
        for link in article.document.links:
            path, _ = leads_to(article.path, link.target)
            if link.kind == "inline" and path in paths and path.startswith(f"docs/{article.code}/"):
                led.add(paths[path])
        reached |= {(article.code, slug) for slug in led - {article.slug}}
    broken = [file for file in source.pages() if file.path not in source.content.by_path]  # they may lead to it
    for article in articles:
        if (article.code, article.slug) in reached:
            continue
        if not any(article.slug in file.text for file in broken if file.code == article.code):
            line, mend = article.located.line(("title",)), "Link it where readers need it, or list it there as related."
            yield Problem(article.path, line, "an article that no other one leads to", "a link from at least one", mend)
