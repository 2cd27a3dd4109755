"""Headings go down one level at a time, say something, each its own, and have text below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem
from scripts.content.articles import HEADING_ID

from .markup import FENCE, outside_fences
from .rule import MARK, Source, page

ID = "SHP002"
NAME = "heading-order"
ABOUT = {
    "zh": "标题一级一级往下，不空、不重复，末尾没有句号或冒号；每个标题下面都有正文。",
    "en": "Headings go down one level at a time, are not empty or repeated, end without a full stop or colon, and have text below them.",
}
EXAMPLES = [
    page(zh="## 一 {#one}\n\n### 二 {#two}\n\n文字。\n\n## 三？ {#three}\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |", en="## One {#one}\n\n```text\nText.\n```\n\n## Two? {#two}\n\n- Text."),
    page(zh=f"## 一 {{#one}}{MARK}\n\n## 二 {{#two}}\n\n文字。", en=f"## One {{#one}}\n\nText.\n\n## Two {{#two}}{MARK}\n\n{{{{ SAFE-1 }}}}"),
    page(zh=f"## 一 {{#one}}\n\n文字。\n\n#### 二 {{#two}}{MARK}\n\n文字。", en=f"### One {{#one}}{MARK}\n\nText."),
    page(zh=f"## {{#one}}{MARK}\n\n文字。", en=f"## Steps {{#one}}\n\nText.\n\n## steps {{#two}}{MARK}\n\nText."),
    page(zh=f"## 步骤。 {{#one}}{MARK}\n\n文字。", en=f"## Steps: {{#one}}{MARK}\n\nText."),
]

HEADING = re.compile(r"^ {0,3}(#{1,6})(?:\s+|(?=\{)|$)(.*)$")
NO_TEXT = re.compile(r"\{\{\s*(?:SAFE-\d+|picture\.[a-z0-9-]+)\s*\}\}|:::(?:\s*(?:offered .*|[\w-]+))?|[-*_]{3,}|\|[\s:|-]*\||[\s|]*|!\[[^\]]*\]\([^)]*\)")
END = re.compile(r"(?<!\.\.)(?<!etc)[.。:：;；,，、][*_\s”\"]*$")
MEND_EMPTY = "Write the section, or take its heading out."


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        lines = {number: line for number, line in outside_fences(file)[0]}
        level = 1
        above: list[str] = [""]  # the headings around this one, by level
        seen: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
        waiting: tuple[int, int, str] | None = None  # a heading that nothing follows yet
        for number in range(file.body_line, len(file.lines) + 1):
            line = lines.get(number)
            heading = HEADING.match(line) if line is not None else None
            if not heading:
                # what is not outside a fence stands in one
                if line is None and not FENCE.match(file.lines[number - 1]) and file.lines[number - 1].strip() or line is not None and not NO_TEXT.fullmatch(line.strip()):
                    waiting = None
                continue
            mine = len(heading[1])
            text = re.sub(r"\s+#+\s*$", "", HEADING_ID.sub("", heading[2])).strip()
            if waiting and mine <= waiting[1]:
                yield Problem(file.path, waiting[0], f'nothing below "{waiting[2]}"', "text below each heading", MEND_EMPTY, 1)
            waiting = (number, mine, text)
            if mine > level + 1:
                yield Problem(file.path, number, f"a heading of level {mine} after level {level}", f"level {level + 1}", f"Write {'#' * (level + 1)}.", 1)
            level = mine
            words = re.sub(r"[\W_]+", "", text.casefold())
            if not text or not (words or re.search(r"[^\W_]|[^\x00-\x7f]|`", text)):
                yield Problem(file.path, number, "a heading without words", "what the section is about", "Write the heading.", 1)
                continue
            above = [*above[:mine], *[""] * (mine - len(above)), words]
            around = tuple(above[:mine])
            for first, other, place in seen.get(words, []):
                if words and (min(mine, other) <= 2 or place == around):
                    yield Problem(file.path, number, f'"{text}" a second time', f"it once (line {first})", "Say what is different in this section.", 1)
                    break
            seen.setdefault(words, []).append((number, mine, around))
            if match := END.search(text):
                yield Problem(file.path, number, f'a heading that ends in "{match[0].strip()}"', "no full stop or colon", "Take it off.", 1)
        if waiting:
            yield Problem(file.path, waiting[0], f'nothing below "{waiting[2]}"', "text below each heading", MEND_EMPTY, 1)
