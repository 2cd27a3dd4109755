"""Lists are at most two deep; the steps of a section are one list that counts on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import FENCE, MARK, Source, page

ID = "SHP003"
NAME = "lists"
ABOUT = {
    "zh": "列表最多两层；同一节里的步骤是一个连着数的列表，不从 1 重来。",
    "en": "Lists are at most two deep; the steps of a section count on and do not begin again at 1.",
}
EXAMPLES = [
    page(en="1. One.\n   - deep\n2. Two.\n\n## Again {#again}\n\n1. One.\n1. Two."),
    page(en=f"- One\n  - two\n    - three{MARK}"),
    page(en=f"1. One.\n2. Two.\n\nThen:\n\n1. Three.{MARK}"),
    page(zh=f"1. 一。\n2. 二。\n4. 四。{MARK}"),
]

ITEM = re.compile(r"^(\s*)(?:[-*+]|(\d+)[.)])\s+")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        last, indents, fenced = 0, [], False
        for number, line in enumerate(file.lines[file.body_line - 1 :], file.body_line):
            fenced ^= bool(FENCE.match(line))
            if line.startswith(("#", ":::")):
                last, indents = 0, []
            match = None if fenced else ITEM.match(line)
            if not match:
                if line.strip() and not line.startswith(" "):
                    indents = []
                continue
            indents = [indent for indent in indents if indent < len(match[1])] + [len(match[1])]
            if len(indents) > 2:
                yield Problem(file.path, number, f"a list {len(indents)} deep", "at most two", "Make it steps, or a section of its own.")
            if match[2] and not match[1]:
                count = int(match[2])
                if last and count == 1 and last != 1:
                    yield Problem(file.path, number, f"step 1 after step {last}", f"step {last + 1}", "Indent what stands between, or begin a section.")
                elif last and count not in (last + 1, 1) or not last and count != 1:
                    yield Problem(file.path, number, f"step {count} after {last or 'none'}", f"step {last + 1}", "Count on.")
                last = count
