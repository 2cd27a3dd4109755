"""Simplified Chinese without Traditional characters."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import opencc

from scripts.content import Problem

from .rule import MARK, File, Source, page

ID = "ZHO002"
NAME = "traditional-characters"
ABOUT = {
    "zh": "简体中文里不混繁体字；读者用繁体字来搜，搜索自己会转换。",
    "en": "Simplified Chinese holds no Traditional character; the search converts what readers type.",
}
EXAMPLES = [
    page(zh="先看余额，乾坤、慰藉、著名都不算。"),
    page(zh=f"先看餘额。{MARK}"),
    page(front={"title": f"title: 充值沒到账{MARK}"}, front_en={"title": "title: An article"}),
]
BOTH = set("乾藉著瞭徵覆於")  # characters that Simplified uses too


@functools.cache
def _simplified(character: str) -> str:
    return _converter().convert(character)


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        if file.code != "zh":
            continue
        for number, text in [*file.prose, *file.questions]:
            for place, character in enumerate(text, 1):
                if "\u3400" <= character <= "\u9fff" and character not in BOTH and _simplified(character) != character:
                    yield Problem(file.path, number, f'"{character}"', f'"{_simplified(character)}"', "make check FIX=1 mends it.", place)
                    break


def fix(file: File) -> str:
    if file.code != "zh":
        return file.text
    lines = list(file.lines)
    for number, _ in [*file.prose, *file.questions]:
        lines[number - 1] = "".join(c if c in BOTH or not "\u3400" <= c <= "\u9fff" else _simplified(c) for c in lines[number - 1])
    return "\n".join(lines)
