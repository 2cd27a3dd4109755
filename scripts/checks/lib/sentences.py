"""What a file says, sentence by sentence, each with what stands around it. Nothing of what readers type.

for said in sentences(file):
    line, column = said.where[0]
"""

import functools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

from scripts.content.blocks import Block, blocks
from scripts.content.blocks import sentences as of_block
from scripts.content.markdown import parse

from .source import File

# What readers type, addresses, hashes
_UNREAD = ("search.yml", "terms.yml", "navigation.yml", "redirects.yml", "accepted.yml")


@dataclass(frozen=True)
class Said:
    """A sentence as it is read: no markup, no targets, keys and comments; code is kept, without its backticks."""

    text: str
    where: tuple[tuple[int, int], ...]  # line and column of each character
    before: str  # the sentence before it, in the same paragraph, item or cell
    rest: str  # the later cells of its row in a table
    heading: str  # what it stands below
    lead: str  # the line with a colon at its end that opens the list, table or template it is of
    item: bool  # begins a step or an item of a list
    section: str  # anchor of its heading


@functools.lru_cache(maxsize=4096)
def sentences(file: File) -> tuple[Said, ...]:
    """The sentences of a page (title, description, body) or of a data file's values. Of a broken data file and of a
    picture: nothing."""
    if file.is_page:
        front = "\n".join(["", *file.lines[1 : file.body_line - 2]])
        return (*_values(front, ("title", "description")), *_body(file.blocks))
    return tuple(_values(file.text)) if file.path.endswith(".yml") and not file.path.endswith(_UNREAD) else ()


def _body(units: tuple[Block, ...]) -> Iterator[Said]:
    heading, leads = "", {0: ""}
    begun: set[tuple[str, str, tuple[int, ...]]] = set()  # steps and items
    read = [list(of_block(block)) for block in units]
    texts = ["".join(sentence.text for sentence in found).replace("`", "").strip() for found in read]
    for number, (block, text) in enumerate(zip(units, texts, strict=True)):
        depth = len(block.place) if block.kind in ("step", "item") else 0
        if block.kind not in ("cell", "template"):
            leads = {level: lead for level, lead in leads.items() if level < depth}
        heading = text if block.kind == "heading" else heading
        lead = leads[max(leads)] if leads else ""
        here = (block.section, block.kind, block.place)
        begins = depth > 0 and here not in begun
        begun.add(here)
        later = zip(units[number + 1 : number + 20], texts[number + 1 : number + 20], strict=True)
        rest = " | ".join(text for cell, text in later if block.kind == "cell" and _row(cell) == _row(block))
        for sentence in read[number]:
            shown = [pair for pair in zip(sentence.text, sentence.where, strict=True) if pair[0] != "`"]
            said, where = "".join(character for character, _ in shown), tuple(place for _, place in shown)
            if where:
                first = begins and not sentence.before
                yield Said(said, where, sentence.before, rest, heading, lead, first, block.section)
        if block.kind not in ("heading", "cell", "template") and text.endswith((":", "：")):
            leads[depth] = text


def _row(cell: Block) -> tuple[str, str, tuple[int, ...]]:
    """What the cells of a row share, and nothing else."""
    return cell.section, cell.kind, cell.place[:2]


def _values(text: str, keys: tuple[str, ...] = ()) -> Iterator[Said]:
    """What the values of YAML say, read as the Markdown that they may hold; with `keys`, those of these keys alone."""
    try:
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return  # the content model says so
    lines = _starts(text)
    for node in _scalars(root, keys):
        places, starts = _places(text, lines, node), _starts(node.value)
        for said in _body(blocks(parse(node.value))):
            where = tuple(places[min(starts[line - 1] + column - 1, len(places) - 1)] for line, column in said.where)
            yield replace(said, where=where)


def _starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(place for place, character in enumerate(text, 1) if character == "\n")]


def _scalars(node: yaml.Node | None, keys: tuple[str, ...] = ()) -> Iterator[yaml.ScalarNode]:
    """The values, not the keys."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif node:
        pairs = node.value if isinstance(node, yaml.MappingNode) else [(None, value) for value in node.value]
        for key, value in pairs:
            if not keys or (key and key.value in keys):
                yield from _scalars(value)


def _places(text: str, lines: list[int], node: yaml.ScalarNode) -> list[tuple[int, int]]:
    """Line and column of each character of a value: the next one like it in the source."""
    at, places = node.start_mark.index, []
    for character in f"{node.value} ":
        found = text.find(character, at, node.end_mark.index)
        at = max(at, found)
        line = bisect_right(lines, at)
        places.append((line, at - lines[line - 1] + 1))
        at += found >= 0
    return places
