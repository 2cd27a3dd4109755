"""What a file says, sentence by sentence, each with what stands around it. Nothing of what readers type.

for said in sentences(file):
    line, column = said.where[0]
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts.content.blocks import Block, blocks
from scripts.content.blocks import sentences as of_block
from scripts.content.markdown import parse

from .source import File
from .values import front_values


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
    section: str  # anchor of its heading; of a value, where it stands: "support.phone.value"


@functools.lru_cache(maxsize=4096)
def sentences(file: File) -> tuple[Said, ...]:
    """The sentences of a page (title, description, body), or of what readers see of a data file in one language."""
    if not file.is_page:
        return tuple(said for block in file.units for said in _body((block,)))
    front = "\n".join(["", *file.lines[1 : file.body_line - 2]])
    return (*_front(front), *_body(file.blocks))


def is_value_of_a_fact(file: File, section: str) -> bool:
    """Whether somebody has confirmed it, or will: what a fact says is no claim of ours, and may be a contact."""
    return file.path.endswith("facts.yml") and section.split(".")[-1] == "value"


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


def _front(text: str) -> Iterator[Said]:
    """What title and description say, read as the Markdown that they may hold."""
    for value, places, starts in front_values(text, ("title", "description")):
        for said in _body(blocks(parse(value))):
            where = tuple(places[min(starts[line - 1] + column - 1, len(places) - 1)] for line, column in said.where)
            yield replace(said, where=where)
