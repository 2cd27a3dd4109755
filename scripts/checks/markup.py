"""Markdown that was meant and not written: what is not closed, and blanks where none or one belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import FENCE, MARK, File, Source, page

ID = "SHP005"
NAME = "markup"
ABOUT = {
    "zh": "Markdown 写完整：加粗、代码、链接都要收尾，标题和列表符号后面空一格。",
    "en": "Markdown is closed and spaced: bold, code and links have an end, a blank follows # and list marks.",
}
EXAMPLES = [
    page(en="**Bold**, `code` and 2 * 3.\n\n- One\n\n```text\n** not closed\n```"),
    page(en=f"**Bold and no end.{MARK}"),
    page(zh=f"看 `代码。{MARK}"),
    page(en=f"See [deposits] (deposit-crypto.md).{MARK}"),
    page(en=f"See [deposits](deposit-crypto.md and more.{MARK}"),
    page(en=f"##Steps{MARK}\n\nText."),
    page(en=f"-One{MARK}\n-Two{MARK}"),
    page(en=f"```text{MARK}\nNo end."),
]

CODE = re.compile(r"``[^`]*``|`[^`]*`")
LINES = [
    (re.compile(r"\][ ]\([^()\s]+\.md[^()\s]*\)"), "no blank between ] and ("),
    (re.compile(r"\]\([^()\s]*(?:\s|$)(?!\")"), ") after the target"),
    (re.compile(r"^#{1,6}[^#\s]"), "a blank after #"),
    (re.compile(r"^\s*(?:-(?=[A-Za-z\u3400-\u9fff])|\d{1,2}[.)](?=[A-Za-z\u3400-\u9fff]))"), "a blank after the list mark"),
    (re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d+);"), "the character itself"),
]


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        yield from _file(file)


def _file(file: File) -> Iterator[Problem]:
    opened = 0
    paragraph: list[tuple[int, str]] = []
    for number, line in [*enumerate(file.lines[file.body_line - 1 :], file.body_line), (0, "")]:
        if FENCE.match(line):
            opened = 0 if opened else number
        if opened or FENCE.match(line):
            continue
        for pattern, expected in LINES:
            if match := pattern.search(CODE.sub(lambda code: "x" * len(code[0]), line)):
                yield Problem(file.path, number, f'"{match[0].strip()}"', expected, "Write it so that it becomes what was meant.", match.start() + 1)
        if paragraph and (not line.strip() or re.match(r"\s*(?:[-*] |\d+\. |#|\|)", line)):
            yield from _closed(file, paragraph)
            paragraph = []
        if line.strip():
            paragraph.append((number, line))
    if opened:
        yield Problem(file.path, opened, "``` without an end", "``` after the text", "Close the block.", 1)


def _closed(file: File, paragraph: list[tuple[int, str]]) -> Iterator[Problem]:
    """Bold and code have an end in the same paragraph; blamed on the line that begins what has none."""
    text = "\n".join(line for _, line in paragraph)
    without = CODE.sub(lambda code: "x" * len(code[0]), text)
    for mark in ("`", "**"):
        if without.count(mark) % 2:
            line = paragraph[without[: without.rindex(mark)].count("\n")][0]
            yield Problem(file.path, line, f"{mark} without its other half", f"{mark} at both ends", "Close it, or take it out.")
