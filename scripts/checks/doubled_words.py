"""The the: a word twice, also across a line break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "ENG002"
NAME = "doubled-words"
ABOUT = {
    "zh": "同一个词不写两遍（the the，的的）。",
    "en": "No word stands twice in a row (the the, 的的).",
}
EXAMPLES = [
    page(en="He had had it. Look, look again. Bye bye.", zh="看看余额，试试再说。"),
    page(en=f"Wait for the the network.{MARK}"),
    page(en=f"Then send it to{MARK}\nto the same address."),
    page(zh=f"这是你的的地址。{MARK}"),
]

TWICE = re.compile(r"\b([A-Za-z]+)\s+\1\b", re.IGNORECASE)
RIGHT = {"had", "that", "bye", "no", "very", "so"}
TWICE_ZH = re.compile("(的|了|在|和|是|把|被|从|对|与|或|但|如果|因为|所以|可以|不要)\\1(?!不|了解)")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        before = ""
        for number, text in file.prose:
            pattern = TWICE_ZH if file.code == "zh" else TWICE
            for match in pattern.finditer(text):
                if match[1].lower() not in RIGHT:
                    yield Problem(file.path, number, f'"{match[0]}"', f'"{match[1]}"', "Take one out.", match.start() + 1)
            last, first = re.search(r"([A-Za-z]+)\s*$", before), re.match(r"\s*([A-Za-z]+)\b", text)
            if file.code == "en" and last and first and last[1] == first[1] and last[1].islower():
                yield Problem(file.path, number - 1, f'"{last[1]}" at the end and on the next line', "it once", "Take one out.", last.start() + 1)
            before = text
