"""A link's words and what it leads to have a word in common, or a term. A wrong target seldom has."""

from collections import Counter
from collections.abc import Iterable, Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.checks.lib.links import leads_to, written
from scripts.content import Page
from scripts.content.blocks import blocks
from scripts.search.lexicon import tables
from scripts.search.text import Tables, tokens

ID, NAME, SEVERITY = "LNK009", "link-promise", "error"
NEEDS = ("terms.yml", "search.yml", "facts.yml")
ABOUT_ZH = "链接文字和目标至少有一个相同的词：说“下载 App”，就不能通往讲限额的文章。"
ABOUT_EN = 'The words of a link share a word with what it leads to: "Download the app" leads to no article on limits.'
EXAMPLES = [
    page(
        zh="看[充错网络怎么办](deposit-wrong-network.md)。\n\n## 先查 {#check}\n\n回到[那张表](#check)。",
        en="See [the wrong network](deposit-wrong-network.md).\n\n## Check {#check}\n\nBack to [that table](#check).",
    ),
    page(zh=f"[修改头像](deposit-wrong-network.md){MARK}", en=f"[Your avatar](deposit-wrong-network.md){MARK}"),
]

COMMON = 0.5  # a word of more than this share of a language's pages tells nothing: app, wallet


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    pages = {page.path: page for page in content.pages.values()}
    known = tables(content.terms, content.alike, [page.body + page.front.title for page in pages.values()])
    said = {path: _tokens(_lines(page), known) for path, page in pages.items()}
    used = Counter(token for words in said.values() for token in words)
    common = {token for token, count in used.items() if count > len(pages) / len(content.languages) * COMMON}
    for file in source.pages():
        for link in written(file):
            path, anchor = leads_to(file.path, link.target)
            label = set(tokens(link.label, known)) - common
            if link.kind != "inline" or path == file.path or path not in pages or not label:
                continue
            if not label & said[path] and not label & _tokens(_section(pages[path], anchor), known):
                found = f'"{link.label.strip()}" on a link to "{link.target.strip()}"'
                expected = f'words of "{pages[path].front.title}", of its headings, questions or that section'
                mend = "Mend the target, or say what the reader finds there."
                yield Problem(file.path, link.line, found, expected, mend, link.column)


def _lines(page: Page) -> Iterator[str]:
    """By what a page is known."""
    yield from (page.front.title, page.front.description, *getattr(page.front, "questions", []))
    yield from (heading.text for heading in page.document.headings)


def _section(page: Page, anchor: str) -> Iterator[str]:
    """What stands in the section that a link leads to."""
    return (block.raw for block in blocks(page.document) if anchor and block.section == anchor)


def _tokens(lines: Iterable[str], known: Tables) -> set[str]:
    return {token for line in lines for token in tokens(line, known)}
