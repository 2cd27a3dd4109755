"""The shape of a page without its words: what both languages must have in the same order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from scripts.content import Page
from scripts.content.articles import BLOCK_OPEN, HEADING_ID, REFERENCE

_markdown = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Part:
    """One thing of a page, such as kind "steps" with shape "5", and the line it starts on."""

    kind: str
    shape: str
    line: int


def outline(page: Page) -> list[Part]:
    """Headings, lists, tables, blocks, safety lines, facts, code and links, in the order of the page."""
    parts: list[Part] = []
    before = page.body_line - 1
    tokens = _markdown.parse(page.body)
    for index, token in enumerate(tokens):
        line = before + token.map[0] + 1 if token.map else before
        if token.type == "heading_open":
            match = HEADING_ID.search(tokens[index + 1].content)
            parts.append(Part("heading", f"{token.tag} #{match[1] if match else ''}", line))
        elif token.type in ("ordered_list_open", "bullet_list_open"):
            kind = "steps" if token.type.startswith("ordered") else "list"
            parts.append(Part(kind, f"{_children(tokens, index, 'list_item_open')} items", line))
        elif token.type == "table_open":
            rows, cells = _children(tokens, index, "tr_open", 2), _children(tokens, index, "th_open", 3)
            parts.append(Part("table", f"{rows} rows of {cells}", line))
        elif token.type in ("fence", "code_block"):
            parts.append(Part("template", f"{len(token.content.splitlines())} lines", line))
        elif token.type == "inline":
            for child in token.children or []:
                if child.type == "softbreak":
                    line += 1
                elif child.type == "link_open":
                    parts.append(Part("link", str(child.attrs["href"]), line))
    for number, text in enumerate(page.body.split("\n"), page.body_line):
        if match := BLOCK_OPEN.match(text):
            parts.append(Part("block", match[1], number))
        for match in REFERENCE.finditer(text):
            parts.append(Part("safety line" if re.match("SAFE-", match[1]) else "fact", match[1], number))
    return sorted(parts, key=lambda part: part.line)


def _children(tokens: list, index: int, kind: str, depth: int = 1) -> int:
    """How many tokens of that kind the block at `index` has, `depth` levels below it."""
    level, count = tokens[index].level, 0
    for token in tokens[index + 1 :]:
        if token.level <= level:
            break
        count += token.type == kind and token.level == level + depth
    return count
