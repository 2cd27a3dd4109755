"""What becomes of links to pages that do not apply here, by the operator's kind of accounts and methods.

No reader is sent to a page that only says that it does not apply. A table row or a list item that only leads there goes
with it; elsewhere the link's words stay, as text. A step or sentence that then says "see …" of nothing is what the rule
`links-that-apply` names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from .markdown import Document
from .paint import place

# A link that is all its sentence says, in a text in which each link is \0: "see \0", "看\0", "Your account: \0, \0".
_SEE = re.compile(r"(?:\b(?:see|read)|[看见照])\s*$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?:;。！？：；]|\0\s*(?:[,、，]|\b(?:and|or)\b|[和或]))\s*$")
_ENDS = re.compile(r"\s*(?:$|[.!?;。！？；]|(?:[,、，]|\b(?:and|or)\b|[和或])\s*\0)")

CLOSING = {"tr_open": "tr_close", "list_item_open": "list_item_close"}


@dataclass(frozen=True)
class Lead:
    """A link: its target as it is written, and whether its sentence does nothing but lead there."""

    target: str
    points: bool
    line: int  # of the body, from 0


@dataclass(frozen=True)
class Part:
    """What goes or stays as one: a row, an item of a list without numbers, else a single paragraph or step."""

    block: str | None  # the ::: block around it
    may_go: bool
    group: int  # the list or table that it stands in
    leads: tuple[Lead, ...]

    def goes(self, applies: Callable[[str], bool]) -> bool:
        """Whether it only leads to targets of which none applies."""
        return self.may_go and _only_leads(list(self.leads), applies)


def parts(document: Document) -> Iterator[Part]:
    """The rows and items of a body, and what else holds links."""
    block: str | None = None
    tokens, at, group = list(document.tokens), 0, 0
    while at < len(tokens):
        token, end = tokens[at], _end(tokens, at)
        found = tuple(_leads(tokens[at : end + 1]))
        if token.type == "mark":
            block = token.info or None
        elif token.type in ("bullet_list_open", "thead_open", "tbody_open"):
            group = at
        elif found or end > at:
            yield Part(block, end > at, group, found)
        at = end + 1


def remaining(tokens: list[Token], applies: Callable[[str], bool]) -> Iterator[Token]:
    """The tokens without the rows and items that only lead to targets of which none applies."""
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        if end == at or not _only_leads(list(_leads(tokens[at : end + 1])), applies):
            yield from tokens[at : end + 1]
        at = end + 1


def _end(tokens: list[Token], at: int) -> int:
    """Where the row or item that begins there ends; of a numbered step, and of all else, the place itself."""
    opening = tokens[at]
    if opening.type not in CLOSING or opening.markup in (".", ")"):
        return at
    kind = CLOSING[opening.type]
    return next(n for n in range(at, len(tokens)) if tokens[n].type == kind and tokens[n].level == opening.level)


def _only_leads(leads: list[Lead], applies: Callable[[str], bool]) -> bool:
    return any(lead.points for lead in leads) and not any(applies(lead.target) for lead in leads)


def _leads(tokens: list[Token]) -> Iterator[Lead]:
    for token in tokens:
        children = token.children or []
        targets = [str(child.attrs["href"]) for child in children if child.type == "link_open"]
        text = "".join(_outside(children)) if targets else ""
        ats = [at for at, character in enumerate(text) if character == "\0"]
        for target, at in zip(targets, ats, strict=True):
            before, after = text[:at], text[at + 1 :]
            points = _SEE.search(before) or (_BEGINS.search(before) and _ENDS.match(after))
            yield Lead(target, bool(points), place(token, 0)[0])


def _outside(children: list[Token]) -> Iterator[str]:
    """The text around the links, each of which is \\0."""
    inside = False
    for child in children:
        if child.type in ("link_open", "link_close"):
            inside = child.type == "link_open"
            yield "\0" if inside else ""
        elif not inside:
            yield "{}" if child.type == "key" else " " if child.type == "softbreak" else child.content
