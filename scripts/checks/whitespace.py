"""No tabs, no blanks at line ends, a newline at the end."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, File, Source, page

ID = "TXT003"
NAME = "whitespace"
ABOUT = {
    "zh": "没有制表符，行尾没有空格，文件以换行结尾。",
    "en": "No tab, no blanks at the end of a line, a newline at the end of a file.",
}
EXAMPLES = [
    page(en="First.\n\nSecond."),
    page(en=f"First\tline.{MARK}"),
    page(zh=f"先看。   {MARK}"),
]


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            if "\t" in line:
                yield Problem(file.path, number, "a tab", "spaces", "make check FIX=1 mends it.", line.index("\t") + 1)
            elif line != line.rstrip():
                yield Problem(file.path, number, "blanks at the end of the line", "none", "make check FIX=1 mends it.", len(line.rstrip()) + 1)
        if file.text and not file.text.endswith("\n"):
            yield Problem(file.path, len(file.lines), "no newline at the end of the file", "one", "make check FIX=1 mends it.")


def fix(file: File) -> str:
    text = "\n".join(line.replace("\t", "  ").rstrip() for line in file.lines)
    return text.rstrip("\n") + "\n" if text.strip() else text
