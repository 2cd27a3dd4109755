"""Headings go down one level at a time, say something, each its own, and have text below them."""

import itertools
import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Problem, Source, page
from scripts.content.pages import SAFETY_ID

ID, NAME, SEVERITY = "SHP002", "heading-order", "error"
ABOUT_ZH = "标题一级一级往下，不空、不重复，末尾没有句号或冒号；每个标题下面都有正文。"
ABOUT_EN = "Headings go down one level at a time, say something, each its own, without a full stop; text is below."
EXAMPLES = [
    page(
        zh="## 一 {#one}\n\n### 二 {#two}\n\n文字。\n## 三？ {#three}\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |",
        en="## One {#one}\n\n````text\n```\n## One\n````\n\n## Two? {#two}\n- Text.\n\n<!--\n#### Two\n-->",
    ),
    page(
        zh=f"## 一 {{#a}}{MARK}\n\n<!-- 待写 -->\n\n## 二 {{#b}}\n\n字\n#### 三 {{#c}}{MARK}\n字\n## {{#d}}{MARK}\n字",
        en=f"### Steps {{#a}}{MARK}\n\nText.\n\n## steps {{#b}}{MARK}\n\nText.\n\n## End: {{#c}}{MARK}\n\nText.\n\n"
        f"## Last {{#d}}{MARK}\n\n{{{{ SAFE-1 }}}}",
    ),
]

NO_TEXT = re.compile(rf"{SAFETY_ID.pattern}|picture\..*")  # keys that are no text of the section
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
END = re.compile(r"(?<!\.\.)(?<!etc)[.。:：;；,，、][*_\s”\"]*$")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        yield from _headings(file)
        yield from _below(file)


def _headings(file: File) -> Iterator[Problem]:
    level = 1
    above: dict[int, str] = {}  # the last heading of each level
    seen: dict[str, list[tuple[int, int, list[str]]]] = {}
    for heading in file.document.headings:
        place, text, mine = (file.path, heading.line), heading.text.strip(), heading.level
        if mine > level + 1:
            found, mend = f"a heading of level {mine} after level {level}", f"Write {'#' * (level + 1)}."
            yield Problem(*place, found, f"level {level + 1}", mend, 1)
        level = mine
        words = above[mine] = re.sub(r"[\W_]+", "", text.casefold())
        around = [above.get(one, "") for one in range(mine)]
        if not words and text.isascii():
            yield Problem(*place, "a heading without words", "what the section is about", "Write the heading.", 1)
        same = (line for line, other, there in seen.get(words, ()) if min(mine, other) <= 2 or there == around)
        if words and (line := next(same, None)):
            mend = "Say what is different in this section."
            yield Problem(*place, f'"{text}" a second time', f"it once (line {line})", mend, 1)
        seen.setdefault(words, []).append((heading.line, mine, around))
        if match := END.search(text):
            found = f'a heading that ends in "{match[0].strip()}"'
            yield Problem(*place, found, "no full stop or colon", "Take it off.", 1)


def _below(file: File) -> Iterator[Problem]:
    """A heading with nothing below it but headings of its level, pictures and safety lines."""
    said = [block.line for block in file.blocks if block.kind != "heading" and IMAGE.sub("", block.text).strip()]
    said += [key.line for key in file.document.keys if not NO_TEXT.fullmatch(key.name)]
    for heading, after in itertools.pairwise([*file.document.headings, None]):
        end = after.line if after else len(file.lines) + 1
        if heading and (not after or after.level <= heading.level) and not any(heading.line < at < end for at in said):
            found, mend = f'nothing below "{heading.text.strip()}"', "Write the section, or take its heading out."
            yield Problem(file.path, heading.line, found, "text below each heading", mend, 1)
