"""Rows of a table have as many cells as its head, and none of the first column is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "SHP004"
NAME = "tables"
ABOUT = {
    "zh": "表格每一行的格数和表头一样，第一格不空。",
    "en": "Every row of a table has as many cells as its head; the first one is not empty.",
}
EXAMPLES = [
    page(en="| A | B |\n| --- | --- |\n| one | two \\| three |\n| four | |"),
    page(en=f"| A | B |\n| --- | --- |\n| one |{MARK}"),
    page(zh=f"| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 | 三 |{MARK}\n| | 四 |{MARK}"),
    page(zh=f"| 甲 | |{MARK}\n| --- | --- |\n| 一 | 二 |"),
]

RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+\s*$")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        head: list[str] | None = None
        lines = [*file.lines, ""]
        for number, line in enumerate(lines[:-1], 1):
            if line.startswith("|") and RULE.match(lines[number]):
                head = _cells(line)
                if not all(head):
                    yield Problem(file.path, number, "an empty cell in the head", "a word for every column", "Say what the column holds.")
            elif not line.startswith("|"):
                head = None
            elif head is not None and not RULE.match(line):
                cells = _cells(line)
                if len(cells) != len(head):
                    yield Problem(file.path, number, f"{len(cells)} cells", f"{len(head)}, as in the head", "Add the cell, or take one out.")
                elif not cells[0]:
                    yield Problem(file.path, number, "an empty first cell", "what the row is about", "Fill it in.")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))]
