"""A step says the same thing under the same number: its links, facts and pictures stand in no other step or row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scripts.content import Problem
from scripts.content.articles import REFERENCE

from .outline import Unit, counterparts
from .rule import MARK, Source, page

ID = "PAR006"
NAME = "same-order"
ABOUT = {
    "zh": "步骤、列表和表格的行，两种语言顺序一样：同一步、同一行有同样的链接、事实和图片。",
    "en": "Steps, items and rows stand in the same order: the same one has the same links, facts and pictures.",
}
A, B = "[甲](deposit-crypto.md)", "[乙](choose-deposit-method.md)"
EXAMPLES = [
    page(zh=f"1. 看{A}。\n2. 看{B}。", en="1. See [one](deposit-crypto.md).\n2. See [two](choose-deposit-method.md)."),
    page(zh=f"先看{A}，再看{B}。", en="Before [two](choose-deposit-method.md), see [one](deposit-crypto.md)."),
    page(zh=f"1. 看{A}。\n2. 看{B}。", en=f"1. See [two](choose-deposit-method.md).{MARK}\n2. See [one](deposit-crypto.md).{MARK}"),
    page(zh="1. 打开。\n2. 等 {{ deposit.arrival_time }}。", en=f"1. Open it, and wait {{{{ deposit.arrival_time }}}}.{MARK}\n2. Look.{MARK}"),
    page(zh=f"| 甲 | 乙 |\n| --- | --- |\n| 一 | {A} |\n| 二 | 无 |", en=f"| A | B |\n| --- | --- |\n| one | none |{MARK}\n| two | [one](deposit-crypto.md) |{MARK}"),
]

LINK = re.compile(r"\]\(\s*<?([^()\s>]+)>?[^()]*\)")


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    rows: dict[tuple, list[tuple[Unit, Unit]]] = {}
    for mine_page, other, mine, theirs in counterparts(source.content):
        # a table's cells together: a link may stand in the next cell of its row
        if mine.kind in ("step", "item", "cell") and mine.place != (0,) and theirs.place != (0,):
            place = mine.place[:2] if mine.kind == "cell" else mine.place
            rows.setdefault((mine_page.path, other.path, mine.section, mine.kind, place), []).append((mine, theirs))
    for (path, other_path, *_), units in rows.items():
        left, right = (Counter(name for pair in units for name in names(pair[side].raw)) for side in (0, 1))
        if left == right:
            continue
        mine, theirs = units[0]
        gone, new = sorted((left - right).elements()), sorted((right - left).elements())
        found = ", ".join(new) if new else f"no {', '.join(gone)}"
        line = next((unit.at(unit.raw.find(new[0])) for _, unit in units if new and new[0] in unit.raw), theirs.line)
        yield Problem(other_path, line, found, f"{', '.join(gone) or 'nothing more'}, as in {path}:{mine.line}", "Keep steps, items and rows in the same order.")


def names(raw: str) -> list[str]:
    """What a text leads to or shows."""
    return [*LINK.findall(raw), *(match[1] for match in REFERENCE.finditer(raw))]
