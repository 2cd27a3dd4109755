"""Numbered steps count 1, 2, 3 without a break, at most nine of them; lists nest two deep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content import Problem

from .markup import outside_fences
from .rule import MARK, Source, page

ID = "SHP003"
NAME = "lists"
ABOUT = {
    "zh": "步骤按 1、2、3 编号，不断开、不跳号、不重号，最多 9 步；列表最多两层。",
    "en": "Steps are numbered 1, 2, 3 without a break, a gap or a repeat, nine at most; lists nest no more than two deep.",
}
EXAMPLES = [
    page(
        zh="1. 打开。\n   - 看。\n   - 点。\n2. 再看。\n\n   这一步的说明。\n3. 完成。\n\n苹果手机：\n\n1. 打开。\n2. 看。",
        en="1. One.\n1. Two.\n1. Three.\n\n- A\n- B\n\n## Next {#next}\n\n1. One.\n\n2. Two.",
    ),
    page(zh=f"1. 打开。\n3. 看。{MARK}", en=f"1. Open.\n2. Look.\n2. Tap.{MARK}\n3. Wait."),
    page(zh=f"1. 打开。\n\n文字。\n\n2. 看。{MARK}", en=f"1. Open.\n2. Look.\n\nA paragraph.\n\n1. Tap.{MARK}\n2. Wait."),
    page(zh=f"2. 打开。{MARK}\n3. 看。", en=f"- A\n  - B\n    - C{MARK}"),
    page(en="\n".join(f"{n}. Step." for n in range(1, 10)) + f"\n10. Step.{MARK}"),
    page(en=f"1. Open.\n- Look.{MARK}\n2. Tap.", zh=f"1. 打开。\n - 看。{MARK}\n2. 点。"),
]

ITEM = re.compile(r"^(\s*)((\d{1,9})[.)]|[-*+])(?:(\s+)\S|\s*$)")
HEADING = re.compile(r"^ {0,3}#{1,6}\s|^\s*:::|^\s*(?:///|!!!)")
RULE = re.compile(r"^\s*(?:([-*_])\s*)(?:\1\s*){2,}$")
OWN = re.compile(r"[:：]\W*$|^[|\-*+]")  # what stands before a list of its own: what introduces it, a table, bullets
MOST = 9
ODD = -1  # instead of the number of an item with another marker, which may stand for a step or not
DEPTH = 2


@dataclass
class _List:
    """A list that is open: its column, that of its text, its marker (1. for any number), the lines and numbers of its items."""

    column: int
    text: int
    marker: str
    numbers: list[tuple[int, int]]


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        yield from _file(file.path, outside_fences(file)[0])


def _file(path: str, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    lists: list[_List] = []  # from the outermost
    ended: _List | None = None  # the numbered list before this one in the section
    between: list[str] = []  # what stands between the two
    before = ""
    for number, line in [*lines, (0, "# ")]:
        line, previous = line.expandtabs(4), before
        before = line
        item = None if RULE.match(line) else ITEM.match(line)
        if not line.strip():
            continue
        column = len(item[1]) if item else len(line) - len(line.lstrip())
        heading = bool(HEADING.match(line))
        while lists and (column < lists[-1].column if item else heading or (not previous.strip() or line[0] == "|") and column < lists[-1].text):
            closed = lists.pop()
            yield from _numbers(path, closed)
            if not lists and closed.marker[0] == "1":
                ended, between = closed, []
        if not item:
            ended = None if heading else ended
            if not lists:
                between.append(line.strip())
            continue
        marker, value = re.sub(r"\d+", "1", item[2]), int(item[3] or 0)
        text = column + len(item[2]) + min(len(item[4] or " "), 4)
        if lists and column < lists[-1].text:
            last = lists[-1]
            if marker == last.marker:
                last.numbers.append((number, value))
                last.text = text
                continue
            if column > last.column and last.marker[0] == "1":
                yield Problem(path, number, f"an item {column} columns in", f"{last.text}, below the text of its step", "Indent it as far as the step's text.", column + 1)
            elif ITEM.match(previous):
                mend = "Write the marker of the items beside it, or indent it below its step."
                if value == 2 and len(last.numbers) == 1 and last.marker[0] != "1":  # the first one is the odd one
                    yield Problem(path, last.numbers[0][0], f'"{last.marker}" before "2."', '"1."', mend, column + 1)
                    last.marker, last.numbers = marker, [(last.numbers[0][0], 1), (number, 2)]
                else:
                    yield Problem(path, number, f'"{item[2]}" in a list with "{last.marker}"', "one kind of marker", mend, column + 1)
                    last.numbers.append((number, ODD))
                continue
            else:
                closed = lists.pop()
                yield from _numbers(path, closed)
                if not lists and closed.marker[0] == "1":
                    ended, between = closed, []
        lists.append(_List(column, text, marker, [(number, value)]))
        if len(lists) > DEPTH:
            yield Problem(path, number, f"a list {len(lists)} deep", f"at most {DEPTH}", "Make it a step, a sentence or a section of its own.", column + 1)
        if len(lists) == 1 and ended and value == 1 and between and len(ended.numbers) < MOST and not any(OWN.search(text) for text in between):
            mend = "Indent what stands between them by three spaces, or join it to the step before."
            yield Problem(path, number, "steps that start at 1 again", f"{ended.numbers[-1][1] + 1}, or a heading before them", mend, column + 1)


def _numbers(path: str, found: _List) -> Iterator[Problem]:
    """What is wrong with the numbers of a list."""
    if found.marker[0] != "1":
        return
    numbers = [value for _, value in found.numbers]
    ones = len(numbers) > 1 and set(numbers) == {1}
    for before, (line, value) in zip([0, *numbers], [] if ones else found.numbers):
        if ODD not in (before, value) and value != before + 1:
            mend = "Number the steps 1, 2, 3; indent what stands between them by three spaces."
            yield Problem(path, line, f"step {value}", f"step {before + 1}", mend, found.column + 1)
            break
    if len(numbers) > MOST:
        yield Problem(path, found.numbers[MOST][0], f"{len(numbers)} steps", f"at most {MOST}", "Divide them under two headings.", found.column + 1)
