"""What readers take in at once: the paragraphs, steps, cells and headings of a page, and their sentences.

    for block in blocks(page.document):
        for sentence in sentences(block):
            line, column = sentence.where[0]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown_it.token import Token

from .markdown import CODE, MARKUP, TEXT, Document
from .paint import kinds, places

# Where a sentence ends, in both languages; a closing quote or bracket belongs to it. An empty line parts joined blocks.
_END = re.compile(r"\n\n|[.!?](?=[\s\"'”)]|$)[\"'”)]?|[。！？；][”）]?|$")
# A line break between two Chinese characters is no space.
_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”]) +(?=[\u3000-\u9fff\uff00-\uffef“”])")


@dataclass(frozen=True)
class Block:
    """A paragraph, a step, an item, a table's cell, a heading, a template that readers copy.

    `raw` is its source, without indentation and markers. `kinds` and `places` say of each character of it what it is
    (scripts/content/markdown.py) and where it stands: line and column in the file, from 1.
    `place` counts within the section, such as (1, 3): the third step of the first list.
    """

    section: str  # anchor of the heading that it stands below, or ""
    kind: str  # "heading", "paragraph", "step", "item", "cell", "template"
    place: tuple[int, ...]
    raw: str
    kinds: str
    places: tuple[tuple[int, int], ...]

    @property
    def line(self) -> int:
        return self.places[0][0]

    @cached_property
    def text(self) -> str:
        """What readers see, as long as `raw`: code, targets, keys and comments are blanks."""
        return self.view(TEXT + MARKUP)

    def view(self, kinds: str) -> str:
        """`raw`, with blanks for all that is not of these kinds; line breaks stay."""
        return "".join(
            character if kind in kinds or character == "\n" else " "
            for character, kind in zip(self.raw, self.kinds, strict=True)
        )

    def at(self, offset: int) -> int:
        """The line of what stands at that offset of `raw` or `text`."""
        return self.places[min(offset, len(self.places) - 1)][0]


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is read: without markup, targets, keys and comments; code is kept. `where` gives the line and
    column of each of its characters."""

    text: str
    where: tuple[tuple[int, int], ...]
    before: str  # the sentence before it, in the same block


@lru_cache(maxsize=4096)  # several rules ask for those of each page
def blocks(document: Document) -> tuple[Block, ...]:
    """All blocks of a document, in its order."""
    return tuple(_Walk(document).blocks())


def sentences(block: Block, shown: str = TEXT + CODE) -> Iterator[Sentence]:
    """The sentences of a block; of a template, its lines."""
    kept = [place for place, kind in enumerate(block.kinds) if kind in shown]
    text = "".join(block.raw[place] for place in kept)
    text = text if block.kind == "template" else re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    dropped = {place for match in _GAP.finditer(text) for place in range(*match.span())}
    kept = [place for index, place in enumerate(kept) if index not in dropped]
    text = "".join(character for index, character in enumerate(text) if index not in dropped)
    before, start = "", 0
    for end in re.finditer(r"\n|$", text) if block.kind == "template" else _END.finditer(text):
        said = text[start : end.end()]
        if said.strip():
            yield Sentence(said, tuple(block.places[place] for place in kept[start : end.end()]), before)
            before = said
        start = max(start, end.end())


class _Walk:
    """Goes through a document's tokens once, and knows in which section, list and row it is."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.section = ""
        self.counts: Counter[str] = Counter()
        self.lists: list[tuple[str, tuple[int, ...]]] = []  # of the open lists: kind of their items, place of the last
        self.row = self.cell = 0
        self.within = ""  # what the last token opened

    def blocks(self) -> Iterator[Block]:
        for token in self.document.tokens:
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type == "fence":
                self.counts["template"] += 1
                yield from self._template(token)
            else:
                self._step(token)
                self.within = token.type

    def _step(self, token: Token) -> None:
        if token.type == "heading_open":
            self.section, self.counts = str(token.attrs.get("id") or ""), Counter()
        elif token.type in ("ordered_list_open", "bullet_list_open"):
            kind = "step" if token.type.startswith("ordered") else "item"
            if not self.lists:
                self.counts[kind] += 1
            self.lists.append((kind, (*(self.lists[-1][1] if self.lists else (self.counts[kind],)), 0)))
        elif token.type == "list_item_open":
            kind, place = self.lists[-1]
            self.lists[-1] = (kind, (*place[:-1], place[-1] + 1))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self.lists.pop()
        elif token.type == "table_open":
            self.counts["table"] += 1
            self.row = 0
        elif token.type == "tr_open":
            self.row, self.cell = self.row + 1, 0
        elif token.type in ("th_open", "td_open"):
            self.cell += 1

    def _inline(self, token: Token) -> Iterator[Block]:
        held = [child.type for child in token.children or [] if child.type != "text" or child.content]
        if held == ["key"] and self.within == "paragraph_open":
            return  # a safety line, a picture
        kind: str
        place: tuple[int, ...]
        if self.within == "heading_open":
            kind, place = "heading", (1,)
        elif self.within in ("th_open", "td_open"):
            kind, place = "cell", (self.counts["table"], self.row, self.cell)
        elif self.lists:
            kind, place = self.lists[-1]
        else:
            self.counts["paragraph"] += 1
            kind, place = "paragraph", (self.counts["paragraph"],)
        if token.content:
            yield Block(
                self.section, kind, place, token.content,
                "".join(kinds(token)), self._places(places(token)),
            )  # fmt: skip

    def _template(self, token: Token) -> Iterator[Block]:
        first = (token.map[0] if token.map else 0) + 1
        lines = token.content.removesuffix("\n").split("\n")
        places = []
        for row, line in enumerate(lines, first):
            source = self.document.lines[min(row, len(self.document.lines) - 1)]
            indent = len(source) - len(line) if source.endswith(line) else 0
            places += [(row, indent + column) for column in range(len(line) + 1)]
        text = "\n".join(lines)
        place = (self.counts["template"],)
        yield Block(self.section, "template", place, text, TEXT * len(text), self._places(places))

    def _places(self, places: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        return tuple((self.document.first_line + row, column + 1) for row, column in places)
