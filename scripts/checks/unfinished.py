"""Nothing that was left to fill in, or left over from a merge, is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, data, page

ID = "TXT001"
NAME = "unfinished"
ABOUT = {
    "zh": "没有留着待补的字样，也没有合并冲突留下的标记。",
    "en": "Nothing is left to fill in, and nothing is left over from a merge.",
}
EXAMPLES = [
    page(en="Everything is said.", zh="还没到账，就再等等。"),
    page(en=f"TODO: say how long it takes{MARK}"),
    page(zh=f"步骤待补充。{MARK}"),
    page(en=f"Lorem ipsum dolor sit amet.{MARK}"),
    page(en=f"<<<<<<< HEAD{MARK}\nOne.\n======={MARK}\nTwo.\n>>>>>>> branch{MARK}"),
]

LEFT = re.compile(
    r"\bTODO\b|\bFIXME\b|\bTBD\b|\bTBC\b|\bXXX\b|\blorem ipsum\b|to be (?:added|written|completed)|\bplaceholder text\b|"
    r"待补充|待补|待完善|待填写|此处补充|占位|未完待续",
    re.IGNORECASE,
)
CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            if match := CONFLICT.match(line):
                yield Problem(file.path, number, f'"{match[1]}", left by a merge', "one version of the text", "Choose one side.", 1)
            elif file.path.endswith(".md") and (match := LEFT.search(line)):
                yield Problem(file.path, number, f'"{match[0]}"', "what belongs there", "Write it, or take the line out.", match.start() + 1)
