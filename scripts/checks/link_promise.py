"""A link's words and what it leads to have a word in common, or a term. A wrong target seldom has."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from scripts.content import Page, Problem
from scripts.search.lexicon import tables
from scripts.search.text import Tables, tokens

from .rule import MARK, Source, page
from .stale_translations import sections
from .written_links import plain, written

ID = "LNK009"
NAME = "link-promise"
ABOUT = {
    "zh": "链接文字和目标至少有一个相同的词：说“下载 App”，就不能通往讲限额的文章。",
    "en": "The words of a link share a word with what it leads to: \"Download the app\" leads to no article about limits.",
}
EXAMPLES = [
    page(zh="看[充错网络怎么办](deposit-wrong-network.md)。\n\n## 先查 {#check}\n\n回到[那张表](#check)。", en="See [the wrong network](deposit-wrong-network.md).\n\n## Check {#check}\n\nBack to [that table](#check)."),
    page(zh=f"看[修改头像](deposit-wrong-network.md)。{MARK}", en=f"See [your avatar picture](deposit-wrong-network.md).{MARK}"),
]

COMMON = 0.5  # a word of more than this share of a language's pages tells nothing: app, wallet


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    content = source.content
    pages = {page.path: page for page in content.pages.values()}
    known = tables(content.terms, content.search.same, [page.body + page.front.title for page in pages.values()])
    said: dict[tuple[str, str], set[str]] = {}
    used = Counter(token for page in pages.values() for token in _said(page, "", known))
    common = {token for token, count in used.items() if count > len(pages) / len(content.languages) * COMMON}
    for file in source.pages():
        for link in written(file):
            address, _, anchor = plain(link.target).partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(file.path), address))
            label = set(tokens(link.label, known)) - common
            if link.kind != "inline" or not address or path not in pages or not label:
                continue
            if (path, anchor) not in said:
                said[path, anchor] = _said(pages[path], anchor, known)
            if not label & said[path, anchor]:
                expected = f'words of "{pages[path].front.title}", or of its headings, questions, description or that section'
                yield Problem(file.path, link.line, f'"{link.label.strip()}" on a link to "{link.target.strip()}"', expected, "Mend the target, or say what the reader finds there.", link.column)


def _said(page: Page, anchor: str, known: Tables) -> set[str]:
    """The words by which a page is known, and those of the section that a link leads to."""
    lines = [page.front.title, page.front.description, *getattr(page.front, "questions", []), *(heading.text for heading in page.headings)]
    if anchor in (parts := sections(page)):
        lines.append(parts[anchor][1])
    return {token for line in lines for token in tokens(line, known)}
