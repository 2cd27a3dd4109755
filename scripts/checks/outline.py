"""The shape of a page without its words: what both languages must have in the same order."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from scripts.content import Content, Page
from scripts.content.articles import BLOCK_OPEN, HEADING_ID, REFERENCE

from .rule import NOT_PROSE

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


@dataclass(frozen=True)
class Unit:
    """What readers take in at once: a paragraph, a step, a table's cell. `lines` are its own lines as they are written,
    `text` is what readers see of them. `place` counts within the section, such as (1, 3): the third step of the first list."""

    section: str
    kind: str
    place: tuple[int, ...]
    lines: tuple[tuple[int, str], ...]

    @functools.cached_property
    def raw(self) -> str:
        return "\n".join(text for _, text in self.lines)

    @functools.cached_property
    def text(self) -> str:
        return "\n".join(NOT_PROSE.sub(lambda match: " " * len(match[0]), text) for _, text in self.lines)

    @property
    def line(self) -> int:
        return self.lines[0][0]

    def at(self, offset: int) -> int:
        """The line of what stands at that offset of `text` or `raw`."""
        return self.lines[min(self.text.count("\n", 0, offset), len(self.lines) - 1)][0]


@functools.lru_cache(maxsize=4096)
def _units(body: str, body_line: int, title: tuple[int, str], description: tuple[int, str]) -> tuple[Unit, ...]:
    units = [Unit("", "title", (1,), (title,)), Unit("", "description", (1,), (description,))]
    lines = body.split("\n")
    tokens = _markdown.parse(body)
    section = ""
    counts: Counter[str] = Counter()
    lists: list[tuple[int, ...]] = []  # (kind's number, item's number) of the lists that are open
    kinds: list[str] = []
    row = cell = 0

    def add(kind: str, place: tuple[int, ...], first: int, texts: list[str]) -> None:
        # a block's ::: belongs to no paragraph
        own = [(body_line + first + n, text.strip()) for n, text in enumerate(texts) if text.strip() and not text.startswith(":::")]
        if own:
            units.append(Unit(section, kind, place, tuple(own)))

    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            content = tokens[index + 1].content
            match = HEADING_ID.search(content)
            section, counts = match[1] if match else content, Counter()
            add("heading", (1,), token.map[0], [content])
        elif token.type in ("ordered_list_open", "bullet_list_open"):
            kind = "step" if token.type.startswith("ordered") else "item"
            if not lists:
                counts[kind] += 1
                lists.append((counts[kind], 0))
            else:
                lists.append((*lists[-1], 0))
            kinds.append(kind)
        elif token.type == "list_item_open":
            lists[-1] = (*lists[-1][:-1], lists[-1][-1] + 1)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
            kinds.pop()
        elif token.type == "table_open":
            counts["table"] += 1
            row = 0
        elif token.type == "tr_open":
            row, cell = row + 1, 0
        elif token.type in ("th_open", "td_open"):
            cell += 1
        elif token.type in ("fence", "code_block"):
            counts["template"] += 1
            add("template", (counts["template"],), token.map[0] + (token.type == "fence"), token.content.split("\n"))
        elif token.type == "inline" and tokens[index - 1].type != "heading_open":
            if tokens[index - 1].type in ("th_open", "td_open"):
                add("cell", (counts["table"], row, cell), token.map[0] if token.map else 0, [token.content])
            elif kinds:
                add(kinds[-1], lists[-1], token.map[0], token.content.split("\n"))
            elif not REFERENCE.fullmatch(token.content):  # a safety line, a picture
                counts["paragraph"] += 1
                add("paragraph", (counts["paragraph"],), token.map[0], token.content.split("\n"))
    return tuple(units)


def units(page: Page) -> tuple[Unit, ...]:
    """Title, description, headings, paragraphs, steps, items, cells and templates of a page, in its order."""
    front = [(page.located.line((key,)), getattr(page.front, key)) for key in ("title", "description")]
    return _units(page.body, page.body_line, *front)


def counterparts(content: Content) -> Iterator[tuple[Page, Page, Unit, Unit]]:
    """What corresponds in a page and in its translation. Where one of them has more paragraphs, or more steps, a section's
    paragraphs or steps are one unit: what stands where cannot be told."""
    first, *others = (language.code for language in content.languages)
    for (code, address), page in content.pages.items():
        for other in (content.pages[o, address] for o in others if code == first and (o, address) in content.pages):
            left, right = _gathered(page), _gathered(other)
            for key in left.keys() & right.keys():
                a, b = left[key], right[key]
                if [unit.place for unit in a] == [unit.place for unit in b]:
                    yield from ((page, other, x, y) for x, y in zip(a, b))
                else:
                    yield page, other, _joined(a), _joined(b)


def _gathered(page: Page) -> dict[tuple[str, str], list[Unit]]:
    gathered: dict[tuple[str, str], list[Unit]] = {}
    for unit in units(page):
        # lists and tables by their number: one that has changed says nothing about the next
        key = (unit.section, unit.kind, unit.place[0] if len(unit.place) > 1 else 0)
        gathered.setdefault(key, []).append(unit)
    return gathered


def _joined(units: list[Unit]) -> Unit:
    return Unit(units[0].section, units[0].kind, (0,), tuple(line for unit in units for line in unit.lines))
