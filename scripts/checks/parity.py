"""Both languages say the same: the same headings, steps, tables, blocks, safety lines, facts and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scripts.content import Content, Page, Problem

from .outline import Part, outline

NAME = "parity"

# Compared one by one, in order. Facts and links may stand elsewhere in a sentence of another language:
# those are compared as a whole, section by section.
ORDERED = ("heading", "steps", "list", "table", "template", "block", "safety line")
GATHERED = ("fact", "link")


def check(content: Content) -> Iterator[Problem]:
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
