"""Sections hold something, and their levels go down one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem
from scripts.content.articles import HEADING_ID

from .rule import FENCE, MARK, Source, page

ID = "SHP002"
NAME = "heading-order"
ABOUT = {
    "zh": "每一节都有内容；标题一级一级往下走，同一页不重名。",
    "en": "Every section holds something; headings go down one level at a time, and no two on a page are alike.",
}
EXAMPLES = [
    page(en="## One {#one}\n\nText.\n\n### Two {#two}\n\nText."),
    page(en=f"## One {{#one}}{MARK}\n\n## Two {{#two}}\n\nText."),
    page(en=f"## One {{#one}}\n\nText.\n\n#### Two {{#two}}{MARK}\n\nText."),
    page(zh=f"## 一 {{#one}}\n\n文字。\n\n## 一 {{#two}}{MARK}\n\n文字。"),
]

HEADING = re.compile(r"^(#{2,6})\s+(.*)$")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        level, opened, seen, fenced = 1, 0, {}, False
        for number, line in enumerate([*file.lines[file.body_line - 1 :], "## end"], file.body_line):
            fenced ^= bool(FENCE.match(line))
            match = None if fenced else HEADING.match(line)
            if not match:
                opened = 0 if line.strip() and not line.startswith("{{ SAFE-") else opened
                continue
            if opened and len(match[1]) <= level:
                yield Problem(file.path, opened, "a heading with nothing below it", "text", "Write the section, or take the heading out.")
            if number > len(file.lines):
                break
            text = HEADING_ID.sub("", match[2]).strip()
            if len(match[1]) > level + 1:
                yield Problem(file.path, number, f"{match[1]} after {'#' * level}", "#" * (level + 1), "Go down one level at a time.")
            if text in seen:
                yield Problem(file.path, number, f'"{text}" a second time', f"another heading than on line {seen[text]}", "Say what sets it apart.")
            seen[text] = number
            level, opened = len(match[1]), number
