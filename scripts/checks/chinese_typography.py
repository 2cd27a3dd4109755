"""Chinese as it is set in print: spaces between Chinese and Latin, full-width punctuation, curly quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import autocorrect_py

from scripts.content import Problem

from .rule import MARK, NOT_PROSE, File, Source, page

ID = "ZHO001"
NAME = "chinese-typography"
ABOUT = {
    "zh": "中文和英文、数字之间空一格；中文里用全角标点和弯引号。",
    "en": "Chinese has a space to Latin letters and digits, full-width punctuation and curly quotes.",
}
EXAMPLES = [
    page(zh="打开 App，等 3 分钟：看“状态”（要全部看）。`a,b` 和[链接](deposit-crypto.md)，再等 {{ deposit.arrival_time }}。"),
    page(zh=f"打开App看余额。{MARK}"),
    page(zh=f"先看余额,再等。{MARK}"),
    page(zh=f"先看余额:再等。{MARK}"),
    page(zh=f'看"状态"那一栏。{MARK}'),
    page(zh=f"等一等(不用急)。{MARK}"),
]

HOLE = "\ue000"  # stands for what is no prose
KEPT = re.compile(rf"{NOT_PROSE.pattern}|\*\*|[\[\]|]")
HAN = "[\u3400-\u9fff]"
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
# What the library leaves alone, and what is certain between Chinese characters.
NARROW = re.compile(rf"(?<={HAN})[,;:?!](?={HAN})")
QUOTES = re.compile(rf'"([^"]*{HAN}[^"]*)"')
BRACKETS = re.compile(rf"\(([^()]*{HAN}[^()]*)\)")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        if file.code != "zh":
            continue
        for number, text in file.prose:
            line = file.lines[number - 1]
            if (right := corrected(line)) != line:
                place = next((i for i, (a, b) in enumerate(zip(line, right)) if a != b), min(len(line), len(right)))
                found, expected = (part[max(0, place - 4) : place + 6].strip() for part in (line, right))
                yield Problem(file.path, number, f'"{found}"', f'"{expected}"', "make check FIX=1 mends it.", place + 1)


def fix(file: File) -> str:
    if file.code != "zh" or not file.path.endswith(".md"):
        return file.text
    lines = list(file.lines)
    for number, _ in file.prose:
        lines[number - 1] = corrected(lines[number - 1])
    return "\n".join(lines)


def corrected(line: str) -> str:
    """A line of prose as it should be; code, targets of links, keys and comments stay."""
    kept: list[str] = []

    def hide(match: re.Match) -> str:
        kept.append(match[0])
        return HOLE

    key = re.match(r"^(?:title|description): ?[\"']?|^\s*(?:[-*]|\d+\.|#+|\|)\s+", line)
    head = key[0] if key else ""
    hidden = KEPT.sub(hide, line[len(head) :])
    if not re.search(HAN, hidden):
        return line
    quoted = head.endswith(('"', "'"))
    text = autocorrect_py.format(hidden)
    text = NARROW.sub(lambda match: WIDE[match[0]], text)
    text = text if quoted else QUOTES.sub("“\\1”", text)
    text = BRACKETS.sub("（\\1）", text)
    text = re.sub(rf" ?（|） ?", lambda match: match[0].strip(), text) if text != hidden else text
    return head + re.sub(HOLE, lambda match: kept.pop(0), text)
