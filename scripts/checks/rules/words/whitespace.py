"""No tabs, no blanks at line ends or before headings, no two blank lines in a row, one newline at the end, no CRLF."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, File, Problem, Source, page

ID, NAME, SEVERITY = "TXT003", "whitespace", "error"
ABOUT_ZH = "没有制表符，行尾和标题前没有空格，不连着空两行，文件以一个换行结尾。"
ABOUT_EN = "No tab, no blanks at line ends or before a heading, no two blank lines in a row, one newline at the end."
EXAMPLES = [
    page(en="````text\n```\n\n\n  # a\n````\n\n1. Look\n\n   ~~~text\n   a\n\n\n     ## b\n   ~~~"),
    page(zh=f"先看。   {MARK}\n\n再看。  {MARK}\n等。", en=f"First\tline.{MARK}\n\n```text\na  {MARK}\n```"),
    page(zh=f"先看。\n\n{MARK}\n再看。\n\n  ## 标题 {{#title}}{MARK}\n\n等。"),
    # the mark stands for the newline that is missing
    Example({path: text.rstrip("\n") + MARK if "/en/" in path else text for path, text in page().files.items()}),
]
MEND = "make check FIX=1 mends it."
HEADING = re.compile(r"^[ \u3000\xa0]{1,3}(?=#{1,6} )")
# What str.rstrip takes away too, and what no editor shows.
BLANKS = re.compile(r"[\s\u200b\ufeff]+$")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        if line := _carriage_return(source, file):
            mend = "Set the editor to LF, or run: sed -i 's/\\r$//' FILE"
            yield Problem(file.path, line, "a line end of Windows (CRLF)", "a plain newline (LF)", mend)
        code = _code(file)
        for number, text in enumerate(file.lines, 1):
            if wrong := _wrong(file, number, text, number in code):
                column, found, expected = wrong
                yield file.problem((number, column), found, expected, MEND)
        if file.text and not file.text.endswith("\n"):
            yield Problem(file.path, len(file.lines), "no newline at the end of the file", "one", MEND)
        elif file.text.endswith("\n\n") and file.text.strip():
            yield Problem(file.path, len(file.lines) - 1, "a blank line at the end of the file", "none", MEND)


def _wrong(file: File, number: int, line: str, code: bool) -> tuple[int, str, str] | None:
    """The first thing that is wrong with a line: the column, what is found, and what is expected."""
    if "\t" in line:
        return line.index("\t") + 1, "a tab", "spaces"
    if blanks := BLANKS.search(line):
        return blanks.start() + 1, "blanks at the end of the line", "none"
    if not code and not line and 1 < number < len(file.lines) and not file.lines[number - 2].strip():
        return 0, "two blank lines in a row", "one"
    return (1, "blanks before a heading", "none") if not code and file.is_page and HEADING.match(line) else None


def fix(file: File) -> str:
    """The file without them. In blocks of code, tabs and blanks at line ends alone are mended."""
    kept: list[str] = []
    code = _code(file)
    for number, line in enumerate(file.lines, 1):
        line = BLANKS.sub("", line.replace("\t", "  "))
        if number in code:
            kept.append(line)
        elif line or not kept or kept[-1]:
            kept.append(HEADING.sub("", line) if file.is_page else line)
    text = "\n".join(kept)
    return text.rstrip("\n") + "\n" if text.strip() else text


def _code(file: File) -> set[int]:
    """The lines of blocks of code, with their fences."""
    maps = (token.map or () for token in file.document.tokens if token.type == "fence")
    return {file.document.first_line + row for rows in maps for row in range(*rows)}


def _carriage_return(source: Source, file: File) -> int:
    """The first line that ends in CRLF, 0 if there is none. File.text has none of them any more."""
    path = source.docs.parent / file.path if source.docs else None
    raw = path.read_bytes() if path and path.exists() else b""
    place = raw.find(b"\r\n")
    return raw.count(b"\n", 0, place) + 1 if place >= 0 else 0
