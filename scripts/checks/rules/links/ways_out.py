"""What a page says for those whom it did not help leads on until it ends, never back to where they were."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Loaded, Problem, navigation, page
from scripts.content import Article
from scripts.content.ways import circles, reaches, ways

ID, NAME, SEVERITY = "LNK010", "ways-out", "error"
ABOUT_ZH = "“不行怎么办”里的链接不能绕回原处；登不进去的人，总能走到不用登录的办法。`make ways` 画出来。"
ABOUT_EN = "Ways out, below {#if-not} and {#for-support}, turn in no circle; those who cannot get in reach an end."
_NOT = "## 不行 {#if-not}\n\n看[另一篇](NAME.md)。"
_IF_NOT = "## If not {#if-not}\n\nSee [the other](NAME.md)."


def _pair(there: str, back: str, mark: str = "") -> Example:
    """Two articles, each of which leads to another one where it did not help."""
    first = page(zh=_NOT.replace("NAME", there) + mark, en=_IF_NOT.replace("NAME", there) + mark).files
    second = page(zh=_NOT.replace("NAME", back), en=_IF_NOT.replace("NAME", back), front={
        "title": "title: Another", "questions": "questions:\n  - another",
        "related": "related:\n  - deposit-not-arrived"}).files  # fmt: skip
    return Example({path.replace("example.md", "deposit-crypto.md"): text for path, text in second.items()} | first)


EXAMPLES = [
    page(zh=_NOT.replace("NAME", "deposit-crypto"), en=_IF_NOT.replace("NAME", "deposit-crypto")),
    _pair("deposit-crypto", "choose-deposit-method"),
    _pair("deposit-crypto", "example", MARK),
    navigation("deposit-not-arrived", f"verification-code-not-received{MARK}"),
]
MEND = "Take one of the links out, or say there what can be done, or that nothing can."


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    if source.problems:  # with a page missing, ways end that do not
        return
    end, located = content.navigation.way_out, content.data["navigation.yml"]
    for code in (language.code for language in content.languages):
        found = ways(content, code)
        slugs = {article.slug: article for article in content.articles(code)}
        for circle in circles(found):
            article = slugs[circle[0].partition("#")[0]]
            found_here = f"ways out that turn in a circle: {' → '.join([*circle, circle[0]])}"
            yield Problem(article.path, _line(article, circle[1 % len(circle)]), found_here, "an end", MEND)
        for number, slug in enumerate(content.navigation.locked_out):
            if slug in found and end in slugs and end not in {node.partition("#")[0] for node in reaches(found, slug)}:
                expected = f"an article with a way out to {end}"
                yield Problem(located.path, located.line(("locked_out", number)), f'"{slug}" in {code}', expected,
                              "Link it below {#if-not} or {#for-support}.")  # fmt: skip


def _line(article: Article, lead: str) -> int:
    """The line of the link below a way out that leads there."""
    slug, _, anchor = lead.partition("#")
    wanted = f"{slug}.md#{anchor}" if anchor else f"{slug}.md"
    lines = [link.line for link in article.document.links if link.href.rpartition("/")[2] == wanted]
    return max(lines, default=1)
