"""No tabs, no blanks at line ends or before headings, no two blank lines in a row, one newline at the end, no CRLF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import FENCE, MARK, Example, File, Source, page

ID = "TXT003"
NAME = "whitespace"
ABOUT = {
    "zh": "没有制表符，行尾和标题前没有空格，不连着空两行，文件以一个换行结尾。",
    "en": "No tab, no blanks at the end of a line or before a heading, no two blank lines in a row, one newline at the end of a file.",
}
_END = page(en="First.")
EXAMPLES = [
    page(en="First.\n\nSecond.\n\n```\na\n\n\nb\n  # c\n```"),
    page(en=f"First\tline.{MARK}"),
    page(zh=f"先看。   {MARK}\n\n再看。  {MARK}\n等。"),
    page(zh=f"先看。\n\n{MARK}\n再看。\n\n  ## 标题 {{#title}}{MARK}\n\n等。"),
    # the mark stands for the newline that is missing
    Example({path: text.rstrip("\n") + MARK if "/en/" in path else text for path, text in _END.files.items()}),
]
MEND = "make check FIX=1 mends it."
HEADING = re.compile(r"^[ \u3000\xa0]{1,3}(?=#{1,6} )")
# What str.rstrip takes away too, and what no editor shows.
BLANKS = re.compile(r"[\s\u200b\ufeff]+$")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        if source.docs and (line := _carriage_return(source, file)):
            yield Problem(file.path, line, "a line end of Windows (CRLF)", "a plain newline (LF)", "Set the editor to LF, or run: sed -i 's/\\r$//' FILE")
        for number, line, fenced in _lines(file):
            blank_before = number > 1 and not file.lines[number - 2].strip()
            if "\t" in line:
                yield Problem(file.path, number, "a tab", "spaces", MEND, line.index("\t") + 1)
            elif blanks := BLANKS.search(line):
                yield Problem(file.path, number, "blanks at the end of the line", "none", MEND, blanks.start() + 1)
            elif not line and blank_before and not fenced and number < len(file.lines):
                yield Problem(file.path, number, "two blank lines in a row", "one", MEND)
            elif not fenced and file.path.endswith(".md") and HEADING.match(line):
                yield Problem(file.path, number, "blanks before a heading", "none", MEND, 1)
        if file.text and not file.text.endswith("\n"):
            yield Problem(file.path, len(file.lines), "no newline at the end of the file", "one", MEND)
        elif file.text.endswith("\n\n") and file.text.strip():
            yield Problem(file.path, len(file.lines) - 1, "a blank line at the end of the file", "none", MEND)


def fix(file: File) -> str:
    kept: list[str] = []
    for _, line, fenced in _lines(file):
        line = BLANKS.sub("", line.replace("\t", "  "))
        if not fenced and file.path.endswith(".md"):
            line = HEADING.sub("", line)
        if fenced or line or not kept or kept[-1]:
            kept.append(line)
    text = "\n".join(kept)
    return text.rstrip("\n") + "\n" if text.strip() else text


def _lines(file: File) -> Iterator[tuple[int, str, bool]]:
    """(number, line, whether it is inside of a block of code)"""
    fenced = False
    for number, line in enumerate(file.lines, 1):
        if number >= file.body_line and file.path.endswith(".md") and FENCE.match(line):
            fenced = not fenced
        yield number, line, fenced


def _carriage_return(source: Source, file: File) -> int:
    """The first line that ends in CRLF, 0 if there is none. File.text has none of them any more."""
    try:
        raw = (source.docs.parent / file.path).read_bytes()
    except OSError:
        return 0
    place = raw.find(b"\r\n")
    return raw.count(b"\n", 0, place) + 1 if place >= 0 else 0
