"""The shape of a page without its words, and what corresponds in two languages."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from scripts.content import Page, Problem
from scripts.content.blocks import Block, blocks
from scripts.content.markdown import TEXT
from scripts.content.pages import SAFETY_ID

from .source import Loaded


@dataclass(frozen=True)
class Part:
    """One thing of a page, such as kind "steps" with shape "5 items", below the heading with the anchor `section`."""

    kind: str
    shape: str
    section: str
    line: int = field(compare=False)


def outline(page: Page) -> list[Part]:
    """Headings, lists, tables, blocks, safety lines, facts, code and links, in the order of the page."""
    document, tokens = page.document, page.document.tokens
    found = [(document.line_of(token), *shape) for n, token in enumerate(tokens) if (shape := _shape(tokens, n))]
    found += [(link.line, "link", link.href) for link in document.links if link.kind != "image"]
    found += [(mark.line, "block", mark.name) for mark in document.marks if mark.name]
    for key in document.keys:
        found.append((key.line, "safety line" if SAFETY_ID.fullmatch(key.name) else "fact", key.name))
    section, parts = "", []
    for line, kind, name in sorted(found, key=lambda part: part[0]):
        section = name.partition("#")[2] if kind == "heading" else section
        parts.append(Part(kind, name, section, line))
    return parts


def _shape(tokens: tuple[Token, ...], index: int) -> tuple[str, str] | None:
    """Kind and shape of what begins with a token, if readers of both languages must meet it."""
    token = tokens[index]
    if token.type == "heading_open":
        return "heading", f"{token.tag} #{token.attrs.get('id', '')}"
    if token.type in ("ordered_list_open", "bullet_list_open"):
        kind = "steps" if token.type.startswith("ordered") else "list"
        return kind, f"{_children(tokens, index, 'list_item_open', 1)} items"
    if token.type == "table_open":
        return "table", f"{_children(tokens, index, 'tr_open', 2)} rows of {_children(tokens, index, 'th_open', 3)}"
    return ("template", f"{len(token.content.splitlines())} lines") if token.type == "fence" else None


def _children(tokens: tuple[Token, ...], index: int, kind: str, depth: int) -> int:
    """How many tokens of that kind the block at `index` has, `depth` levels below it."""
    level = tokens[index].level
    within = itertools.takewhile(lambda token: token.level > level, tokens[index + 1 :])
    return sum(token.type == kind and token.level == level + depth for token in within)


@dataclass(frozen=True)
class Side:
    """A file, and the language of what is compared in it."""

    path: str
    code: str


Pair = tuple[Side, Side, Block, Block]


def counterparts(source: Loaded) -> Iterator[Pair]:
    """What corresponds in a page and in its translation, and the values of data in both languages. Where one page has
    more paragraphs, or more steps, those of a section are one block: what stands where cannot be told."""
    for page, other in source.translations():
        mine, its = Side(page.path, page.code), Side(other.path, other.code)
        left, right = _gathered(page), _gathered(other)
        for key in left.keys() & right.keys():
            a, b = left[key], right[key]
            if [block.place for block in a] != [block.place for block in b]:
                a, b = [_joined(a)], [_joined(b)]
            yield from ((mine, its, x, y) for x, y in zip(a, b, strict=True))
    yield from _values(source)


def _values(source: Loaded) -> Iterator[Pair]:
    first, *others = (language.code for language in source.content.languages)
    data = {Side(text.path, text.code): text.units for text in source.texts if text.code and not text.is_page}
    for mine, units in data.items():
        for its in (Side(mine.path, other) for other in others if mine.code == first):
            theirs = {block.section: block for block in data.get(its, ())}
            yield from ((mine, its, block, theirs[block.section]) for block in units if block.section in theirs)


def _gathered(page: Page) -> dict[tuple[str, str, int], list[Block]]:
    """Title, description and all blocks. Lists and tables by their number: one that has changed says nothing about the
    next."""
    gathered: dict[tuple[str, str, int], list[Block]] = defaultdict(list)
    for key, text in (("title", page.front.title), ("description", page.front.description)):
        places = ((page.located.line((key,)), 1),) * (len(text) + 1)
        gathered["", key, 0].append(Block("", key, (1,), text, TEXT * len(text), places))
    for block in blocks(page.document):
        gathered[block.section, block.kind, block.place[0] if len(block.place) > 1 else 0].append(block)
    return gathered


def _joined(units: list[Block]) -> Block:
    raw, kinds = "\n\n".join(unit.raw for unit in units), "xx".join(unit.kinds for unit in units)
    places = tuple(place for unit in units for place in (*unit.places, unit.places[-1]))
    return Block(units[0].section, units[0].kind, (0,), raw, kinds, places)


Placed = tuple[int, str]  # the offset in a block's text, and what stands there


def unlike(missing: Sequence[Placed], extra: Sequence[Placed], pair: Pair, what: str, mend: str) -> Iterator[Problem]:
    """What a block lacks, and what it has instead: where that stands, or where the block begins."""
    page, other, mine, theirs = pair
    for wanted, found in itertools.zip_longest(missing, extra):
        place = found or (extra[-1] if extra else None)
        line = theirs.at(place[0]) if place else theirs.line
        shown, expected = (f'"{each[1]}"' if each else f"no such {what}" for each in (found, wanted))
        as_in = f"{page.path}:{mine.at(wanted[0]) if wanted else mine.line}"
        yield Problem(other.path, line, shown, f"{expected}, as in {as_in}", mend)
