"""Both languages say the same: the same headings, steps, tables, blocks, safety lines, facts and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.content import Page, Problem

from .outline import Part, outline
from .rule import MARK, Source, page

ID = "PAR001"
NAME = "parity"
ABOUT = {
    "zh": "两种语言的标题、步骤、列表、表格、块、安全提示、事实和链接一样多，顺序一样。",
    "en": "Both languages have the same headings, steps, lists, tables, blocks, safety lines, facts and links.",
}
EXAMPLES = [
    page(zh="1. 打开。\n2. 看。\n\n等 {{ deposit.arrival_time }}。", en="1. Open it.\n2. Look.\n\nWait {{ deposit.arrival_time }}."),
    page(zh="1. 打开。\n2. 看。", en=f"1. Open it and look.{MARK}"),
    page(zh="## 一 {#one}\n\n文字。", en=f"## One {{#first}}{MARK}\n\nText."),
    page(zh="看[充值](deposit-crypto.md)。", en=f"See [deposits](choose-deposit-method.md).{MARK}"),
    page(zh="{{ SAFE-1 }}", en=f"{{{{ SAFE-3 }}}}{MARK}"),
    page(zh="| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n| 三 | 四 |", en=f"| A | B |{MARK}\n| --- | --- |\n| one | two |"),
]

# Compared one by one, in order. Facts and links may stand elsewhere in a sentence of another language:
# those are compared as a whole, section by section.
ORDERED = ("heading", "steps", "list", "table", "template", "block", "safety line")
GATHERED = ("fact", "link")


def check(source: Source) -> Iterator[Problem]:
    content = source.content
    if not content:
        return
    first, *others = (language.code for language in content.languages)
    for (code, address), page in content.pages.items():
        if code == first:
            for other in others:
                yield from compare(page, content.pages[other, address])


def compare(page: Page, other: Page) -> Iterator[Problem]:
    """The differences between a page and its translation, blamed on the translation."""
    mine, theirs = outline(page), outline(other)
    for kind in ORDERED:
        left, right = ([part for part in parts if part.kind == kind] for parts in (mine, theirs))
        for a, b in zip(left, right):
            if a.shape != b.shape:
                yield Problem(other.path, b.line, f"{kind} {b.shape}", f"{kind} {a.shape}, as in {page.path}:{a.line}")
                break
        else:
            if len(left) != len(right):
                line = (right[-1] if right else Part(kind, "", other.body_line)).line
                yield Problem(other.path, line, f"{len(right)} of {kind}", f"{len(left)}, as in {page.path}")
    left, right = _by_section(mine), _by_section(theirs)
    for heading in left.keys() & right.keys():
        for kind in GATHERED:
            a, b = (Counter(p.shape for p in parts[heading] if p.kind == kind) for parts in (left, right))
            line = right[heading][0].line if right[heading] else other.body_line
            for shape in (a - b).keys():
                yield Problem(other.path, line, f"no {kind} {shape} below {heading or 'the title'}", f"it, as in {page.path}")
            for shape in (b - a).keys():
                place = next(part.line for part in right[heading] if part.shape == shape)
                yield Problem(other.path, place, f"{kind} {shape}", f"it in {page.path} too, below {heading or 'the title'}")


def _by_section(parts: list[Part]) -> dict[str, list[Part]]:
    sections: dict[str, list[Part]] = {"": []}
    heading = ""
    for part in parts:
        if part.kind == "heading":
            heading = part.shape.split("#")[1]
        sections.setdefault(heading, []).append(part)
    return sections
