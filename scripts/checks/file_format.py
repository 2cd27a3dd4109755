"""Files are text in UTF-8, of a size that an article has."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD001"
NAME = "file-format"
ABOUT = {
    "zh": "文件是 UTF-8 文本；整个文件和每一行都不能太长。",
    "en": "Files are text in UTF-8; neither a file nor a line is too long.",
}
EXAMPLES = [
    page(en="A line of a usual length."),
    page(en="x" * 6_000 + MARK),
]


def check(source: Source) -> list[Problem]:
    return source.loading("file")
