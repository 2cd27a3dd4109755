"""A table has a head, a line of hyphens and rows, each with as many cells as the head; no cell that says what a row is about is empty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scripts.content import Problem

from .markup import CODE, outside_fences
from .rule import MARK, Source, page

ID = "SHP004"
NAME = "tables"
ABOUT = {
    "zh": "表格每一行的格数和表头一样；表头和第一列不留空；表头下面至少有一行。",
    "en": "Each row of a table has as many cells as its head; the head and the first column are filled; there is at least one row below the head.",
}
HEAD = "| A | B |\n| --- | --- |\n"
EXAMPLES = [
    page(zh="| 甲 | 乙 |\n| :-- | --: |\n| 一 | `a|b` |\n| 二 | 三 \\| 四 |", en=f"{HEAD}| one | two |\n| three | |\n\nText | text."),
    page(zh=f"| 甲 | 乙 |\n| --- | --- |\n| 一 |{MARK}", en=f"{HEAD}| one | two | three |{MARK}"),
    page(zh=f"| 甲 | |{MARK}\n| --- | --- |\n| 一 | 二 |", en=f"{HEAD}| | two |{MARK}\n| | |{MARK}"),
    page(zh=f"| 甲 | 乙 |{MARK}\n| --- | --- |", en=f"| A | B |\n| --- |{MARK}\n| one | two |"),
    page(en=f"| A | B |{MARK}\n| one | two |"),
    page(en=f"{HEAD}| one | two |\n\n| three | four |{MARK}"),
]

ROW = re.compile(r"^ {0,3}\|")
LINE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
PIPE = re.compile(r"(?<!\\)\|")
EMPTY = re.compile(r"[\s\-–—…?？/\\*_.·　]*")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        table: list[tuple[int, str]] = []
        for number, line in [*outside_fences(file)[0], (0, "")]:
            # a pipe in code parts no cells; some let the pipes at the ends out, once a table has begun
            text = CODE.sub(lambda match: "x" * len(match[0]), line)
            belongs = ROW.match(text) or LINE.match(text) and "|" in text or (len(table) > 1 and LINE.match(table[1][1]) and PIPE.search(text))
            if belongs and (not table or number == table[-1][0] + 1):
                table.append((number, text))
            else:
                yield from _problems(file.path, table)
                table = [(number, text)] if belongs else []


def _problems(path: str, table: list[tuple[int, str]]) -> Iterator[Problem]:
    if not table:
        return
    number, head = table[0]
    width = len(_cells(head))
    if len(table) == 1 or not LINE.match(table[1][1]) or "-" not in table[1][1]:
        if LINE.match(head):
            yield Problem(path, number, "a table without a head", "a row of headings above the hyphens", "Write what each column holds.", 1)
        else:
            yield Problem(path, number, "a row that no line of hyphens follows", "a table's head, then | --- | --- |", "Add the line, or join the row to the table above.", 1)
        return
    if empty := [place for place, cell in enumerate(_cells(head), 1) if EMPTY.fullmatch(cell)]:
        yield Problem(path, number, f"no heading of column {empty[0]}", "a heading for every column", "Say what the column holds.", 1)
    if len(table) == 2:
        yield Problem(path, number, "a table without rows", "at least one below the head", "Add a row, or take the table out.", 1)
    widths = Counter(len(_cells(text)) for _, text in table[1:])
    common, times = widths.most_common(1)[0] if widths else (width, 0)
    if common != width and times > 1 and times == len(table) - 1:  # all rows agree: the head is wrong
        yield Problem(path, number, f"a head of {width} cells", f"{common}, as in the rows", "Add or remove a cell.", 1)
        width = common
    for place, (line, text) in enumerate(table[1:]):
        cells = _cells(text)
        if len(cells) != width:
            yield Problem(path, line, f"{len(cells)} cells", f"{width}, as in the table's head", "Add or remove a cell.", 1)
        elif place and LINE.match(text):
            yield Problem(path, line, "a second line of hyphens", "a row", "Take it out, or start another table.", 1)
        elif place and all(EMPTY.fullmatch(cell) for cell in cells):
            yield Problem(path, line, "an empty row", "a row with text", "Fill it, or take it out.", 1)
        elif place and EMPTY.fullmatch(cells[0]):
            yield Problem(path, line, "an empty first cell", "what the row is about", "Fill it.", 1)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in PIPE.split(re.sub(r"^\s*\||(?<!\\)\|\s*$", "", row))]
