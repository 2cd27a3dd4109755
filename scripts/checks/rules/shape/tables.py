"""A table has a head, hyphens and rows, each with as many cells; no cell that says what a row is about is empty."""

import re
from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from scripts.checks.lib import MARK, File, Problem, Source, page
from scripts.content.blocks import Block

ID, NAME, SEVERITY = "SHP004", "tables", "error"
ABOUT_ZH = "表格每一行的格数和表头一样；表头和第一列不留空；表头下面至少有一行。"
ABOUT_EN = "Each row of a table has as many cells as its head, at least one row; head and first column are filled."
HEAD = "| A | B |\n| --- | --- |\n"
EXAMPLES = [
    page(
        zh="| 甲 | 乙 |\n| :-- | --: |\n| 一 | `a\\|b` |\n| 二 | 三 \\| 四 |\n\n````text\n```\n| 甲 |\n````",
        en=f"{HEAD}| one | two |\n| three | |\n\nText | text. <!--\n| A |\n-->",
    ),
    page(
        zh=f"1. 看表：\n\n   | 甲 | 乙 |\n   | --- | --- |\n   | 一 |{MARK}\n\n| --- | --- |{MARK}\n| 一 | 二 |",
        en=f"{HEAD}| a | b | c |{MARK}\n| a | `b|c` |{MARK}\n| | two |{MARK}\n| | |{MARK}\n\n| three | four |{MARK}",
    ),
    page(
        zh=f"| 甲 | |{MARK}\n| --- | --- |\n| 一 | 二 |\n\n| 甲 | 乙 |{MARK}\n| --- | --- |",
        en=f"| A | B |\n| --- |{MARK}\n| one | two |\n\n| A | B |{MARK}\n| one | two |",
    ),
]

HYPHENS = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
EMPTY = re.compile(r"[\s\-–—…?？/\\*_.·　]*")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        for node in SyntaxTreeNode(file.document.tokens).walk(include_self=False):
            if node.type == "table":
                yield from _table(file, node)
        for block in file.blocks:
            if block.kind in ("paragraph", "step", "item"):
                yield from _no_table(file, block)


def _table(file: File, table: SyntaxTreeNode) -> Iterator[Problem]:
    numbers = [row.map[0] for part in table.children for row in part.children if row.map]
    head, *rows = [_cells(file.document.lines[number]) for number in numbers]
    first = file.document.first_line + numbers[0]
    if any(map(EMPTY.fullmatch, head)):
        yield Problem(file.path, first, "a column without a heading", "one for each", "Say what the column holds.", 1)
    if not rows:
        yield Problem(file.path, first, "a table without rows", "at least one", "Add one, or take the table out.", 1)
    for number, cells in zip(numbers[1:], rows, strict=True):
        place = (file.path, file.document.first_line + number)
        if len(cells) != len(head):
            mend = "Add or remove a cell; write \\| for a | that parts no cells."
            yield Problem(*place, f"{len(cells)} cells", f"{len(head)}, as in the table's head", mend, 1)
        elif EMPTY.fullmatch(cells[0]):
            yield Problem(*place, "an empty first cell", "what the row is about", "Fill it, or take the row out.", 1)


def _no_table(file: File, block: Block) -> Iterator[Problem]:
    """Rows that show as they are typed."""
    lines = [line.strip() for line in block.text.split("\n")]
    rows = [at for at, line in enumerate(lines) if line.startswith("|")]
    hyphens = [at for at, line in enumerate(lines) if "|" in line and HYPHENS.fullmatch(line)]
    for at in (hyphens or rows)[:1]:
        found, mend = "a row that belongs to no table", "Write | --- | for each cell of the head, or join it to one."
        yield Problem(file.path, block.line + at, found, "a head, then as many hyphens", mend, 1)


def _cells(row: str) -> list[str]:
    cells = [cell.strip() for cell in escapedSplit(row.strip(" \t>"))]
    return cells[not cells[0] : len(cells) - (not cells[-1])]
