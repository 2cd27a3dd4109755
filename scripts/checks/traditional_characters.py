"""Simplified Chinese without Traditional characters."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import opencc

from scripts.content import Problem

from .rule import MARK, File, Source, data, page

ID = "ZHO002"
NAME = "traditional-characters"
ABOUT = {
    "zh": "简体中文里不混繁体字；读者用繁体字来搜，搜索自己会转换。",
    "en": "Simplified Chinese holds no Traditional character; the search converts what readers type.",
}
EXAMPLES = [
    page(zh="先看余额，乾坤、慰藉、著名、瞭望、覆盖都不算。`餘額` 是代码。"),
    page(zh=f"先看餘额。{MARK}"),
    page(zh=f"看著屏幕。{MARK}\n\n先瞭解。{MARK}\n\n洗乾净。{MARK}\n\n位於区块里。{MARK}\n\n等回覆。{MARK}"),
    page(front={"title": f"title: 充值沒到账{MARK}"}, front_en={"title": "title: An article"}),
    page(front={"questions": f"questions:\n  - 充值沒到账{MARK}"}, front_en={"questions": "questions:\n  - not there"}),
    data(safety=f"SAFE-1:\n  zh: 谁要都不給。{MARK}\n  en: Give it to nobody.\n"),
]

# Where Simplified keeps a character that it writes otherwise in other words.
RIGHT = re.compile(
    r"(?:著(?=[名作称者述录书论])|(?<=[显名卓专编原巨论译土昭所遗拙撰])著)|瞭(?=望)|乾(?=[坤隆陵卦])|(?<=[慰狼蕴枕])藉|(?<![回答批])覆|(?<=角)徵(?=羽)"
)
WRONG = {"著": "着", "瞭": "了", "乾": "干", "藉": "借", "於": "于", "帳": "账", "徵": "征", "裏": "里", "覆": "复", "妳": "你", "麽": "么", "綫": "线", "臺": "台", "衆": "众", "甯": "宁"}
# Data that is Traditional on purpose: what readers in Taiwan and Hong Kong search for. Notes are for writers.
MEANT = re.compile(r"^\s*(?:- )?(?:zh_hant_local|search|note):")
COMMENT = re.compile(r"(?:^|\s)#.*")


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@functools.cache
def _simplified(character: str) -> str:
    return WRONG.get(character) or _converter().convert(character)


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for number, text in _texts(file):
            if place := next(_places(text), None):
                character = text[place - 1]
                mend = "make check FIX=1 mends it." if file.path.endswith(".md") else "Write the Simplified character."
                yield Problem(file.path, number, f'"{character}"', f'"{_simplified(character)}"', mend, place)


def fix(file: File) -> str:
    if not file.path.endswith(".md"):
        return file.text
    lines = list(file.lines)
    for number, text in _texts(file):
        line = list(lines[number - 1])
        for place in _places(text):
            line[place - 1] = _simplified(line[place - 1])
        lines[number - 1] = "".join(line)
    return "\n".join(lines)


def _texts(file: File) -> Iterator[tuple[int, str]]:
    """(line number, text) that must be Simplified: Chinese pages, and data apart from what is Traditional on purpose."""
    if file.path.endswith(".md"):
        if file.code == "zh":
            yield from [*file.prose, *file.questions]
        return
    meant = -1  # how far the key is indented whose lines may be Traditional
    for number, line in enumerate(file.lines, 1):
        indent = len(line) - len(line.lstrip())
        if MEANT.match(line):
            meant = indent
        elif line.strip() and (indent < meant or (indent == meant and not line.lstrip().startswith("-"))):
            meant = -1
        if meant < 0:
            yield number, COMMENT.sub("", line)


def _places(text: str) -> Iterator[int]:
    """The columns of Traditional characters."""
    right = {match.start() for match in RIGHT.finditer(text)}
    for place, character in enumerate(text):
        if ("\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff") and place not in right and _simplified(character) != character:
            yield place + 1
