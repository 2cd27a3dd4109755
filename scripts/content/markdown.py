"""The one reader of Markdown. What makes the pages is what every rule sees.

    document = parse(body, first_line)

CommonMark by markdown-it-py, with tables, and with three forms of our own:

    ::: name        alone on its line: opens a block; ::: alone closes it (scripts/site/render.py shows them)
    {{ key }}       a fact, a safety line, or what is made from data
    {#anchor}       at the end of a heading

And some things are not CommonMark's. Lines that are indented by four spaces are what they would be without: nobody who
indents a step's text one space further means a listing. HTML is known, so that a rule can name it, but shown as it is
typed, so that no article brings a script to a page. [name]: target defines nothing: a link says where it leads.
Comments (<!-- … -->) are nothing at all, wherever they stand but in code: no text, no gap between two steps.

`tokens` are markdown-it's, for what is made of the page. `paint` says of each character of the source what it is, so
that a rule can point at the column, and so that no rule has to find code, comments or targets by itself.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from .paint import (
    ANCHOR,
    CODE,
    COMMENT,
    FENCED,
    HTML,
    KEY,
    MARKUP,
    TARGET,
    TEXT,
    Span,
    find_pieces,
    inline,
    is_wide,
    paint,
    place,
    remembered,
)  # fmt: skip

__all__ = [
    "ANCHOR", "CODE", "COMMENT", "FENCED", "HTML", "KEY", "MARKUP", "TARGET", "TEXT",
    "Document", "Heading", "Html", "Key", "Link", "Mark", "parse", "reader",
]  # fmt: skip

REFERENCE = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
HEADING_ID = re.compile(r"\s*\{\s*#([A-Za-z0-9-]+)\s*\}\s*$")
_EMPTY: dict[str, Any] = {}
_MARK = re.compile(r":::\s*([^\s:].*?)?\s*$")  # opens or closes a block


@dataclass(frozen=True)
class Link:
    """A link or an image. `label` and `target` as they are written, `href` as a browser gets it. Lines and columns
    count from 1."""

    kind: Literal["inline", "autolink", "image"]
    label: str
    target: str
    href: str
    line: int
    column: int


@dataclass(frozen=True)
class Key:
    """{{ key }}; `alone` if nothing else stands in its line or its paragraph."""

    name: str
    line: int
    column: int
    alone: bool


@dataclass(frozen=True)
class Mark:
    """A line that opens a block ("self-custody") or closes one (""); `column` counts from 1 and should be 1."""

    name: str
    line: int
    column: int


@dataclass(frozen=True)
class Heading:
    """A heading of the body; `anchor` is what stands in {#…}, `shown` its words without markup."""

    level: int
    text: str
    shown: str
    anchor: str | None
    line: int


@dataclass(frozen=True, eq=False)
class Document:
    """A body, read. Token maps count the body's lines from 0; all other lines count in the file from 1.

    Two are the same if they are one object, so that what is made of a document can be kept by it.
    """

    lines: tuple[str, ...]
    first_line: int  # the number in the file of the body's first line
    tokens: tuple[Token, ...]
    comments: tuple[tuple[int, int], ...]  # from one offset of the body to another
    links: tuple[Link, ...]
    keys: tuple[Key, ...]
    marks: tuple[Mark, ...]
    headings: tuple[Heading, ...]
    open_comment: int | None  # the line of a comment that nothing ends

    def line_of(self, token: Token) -> int:
        """The number in the file of the line on which a token begins."""
        return self.first_line + (token.map[0] if token.map else 0)

    @functools.cached_property
    def paint(self) -> tuple[str, ...]:
        """For each line, a letter for each character."""
        return paint(self.lines, self.tokens, self.comments)

    def view(self, kinds: str) -> Iterator[tuple[int, str]]:
        """(line number, text) of each line; what is of other kinds is blanks, so that columns stay what they are."""
        for number, (line, painted) in enumerate(zip(self.lines, self.paint, strict=True), self.first_line):
            yield number, "".join(c if kind in kinds else " " for c, kind in zip(line, painted, strict=True))


@functools.lru_cache(maxsize=512)  # tests and rules read the same text many times
def parse(body: str, first_line: int = 1) -> Document:
    """Read a body whose first line is line `first_line` of its file. Any text is a document; nothing is raised."""
    source = body.replace("\r", " ").replace("\0", "\ufffd")
    comments: list[tuple[int, int]] = []
    while True:
        tokens = _reader().parse(source)
        found = [(token.meta["start"], token.meta["end"]) for token in tokens if token.type == "comment"]
        if not found:
            break
        # A comment between two steps parts no list: the text is read again as if the comment were blanks.
        comments += found
        for start, end in found:
            source = source[:start] + re.sub(r"[^\n]", " ", source[start:end]) + source[end:]
    return _document(body.replace("\r", " "), first_line, tokens, comments)


def _document(body: str, first_line: int, tokens: list[Token], comments: list[tuple[int, int]]) -> Document:
    lines = body.split("\n")
    find_pieces(tokens, lines)
    for token in tokens:
        _slim(token)
    unended = next((start for start, end in comments if not body[:end].endswith("-->")), None)
    read = list(_spans(tokens, first_line))
    links = [_link(*place) for place in read if place[0].kind in ("link", "image", "autolink")]
    return Document(
        lines=tuple(lines),
        first_line=first_line,
        tokens=tuple(tokens),
        comments=tuple(comments),
        links=tuple(sorted(links, key=lambda link: (link.line, link.column))),
        keys=tuple(_keys(read, lines, first_line)),
        marks=tuple(_marks(tokens, lines, first_line)),
        headings=tuple(_headings(tokens, first_line)),
        open_comment=None if unended is None else first_line + body.count("\n", 0, unended),
    )


def _slim(token: Token) -> None:
    """Let tokens share what is empty, a third of their memory."""
    token.attrs = token.attrs or _EMPTY
    token.meta = token.meta or _EMPTY
    for child in token.children or []:
        _slim(child)


def _spans(tokens: list[Token], first_line: int) -> Iterator[tuple[Span, str, int, int]]:
    """Each piece of inline source with the content it stands in, its line and its column."""
    for token in tokens:
        for span in token.meta["spans"] if token.type == "inline" else ():
            row, column = place(token, span.start)
            yield span, token.content, first_line + row, column + 1


def _keys(read: list[tuple[Span, str, int, int]], lines: list[str], first_line: int) -> Iterator[Key]:
    for span, content, line, column in read:
        if span.kind == "key":
            written = content[span.start : span.end]
            yield Key(written[2:-2].strip(), line, column, content == lines[line - first_line].strip() == written)


def _marks(tokens: list[Token], lines: list[str], first_line: int) -> Iterator[Mark]:
    for token in tokens:
        if token.type == "mark" and token.map:
            line = lines[token.map[0]]
            yield Mark(token.info, first_line + token.map[0], len(line) - len(line.lstrip()) + 1)


def _headings(tokens: list[Token], first_line: int) -> Iterator[Heading]:
    for opening, token in pairwise(tokens):
        if opening.type == "heading_open":
            anchor = str(opening.attrs.get("id") or "") or None
            shown = "".join(child.content for child in token.children or [])
            line = first_line + (token.map[0] if token.map else 0)
            yield Heading(int(opening.tag[1]), token.content, shown, anchor, line)


def _link(span: Span, content: str, line: int, column: int) -> Link:
    written = content[span.start : span.end]
    attributes, meta = (span.token.attrs, span.token.meta) if span.token else ({}, {})
    href = str(attributes.get("src" if span.kind == "image" else "href", ""))
    if span.kind == "autolink":
        return Link("autolink", written[1:-1], written[1:-1], href, line, column)
    opening = 2 if span.kind == "image" else 1
    label = written[opening : meta["label_end"] - span.start]
    target = re.sub(r"\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*$", "", written[opening + len(label) + 2 : -1])
    return Link("image" if span.kind == "image" else "inline", label, target, href, line, column)


def _anchors(state: StateCore) -> None:
    """{#anchor} at the end of a heading becomes its id."""
    for opening, token in pairwise(state.tokens):
        if opening.type == "heading_open" and (match := HEADING_ID.search(token.content)):
            opening.attrSet("id", match[1])
            token.meta["anchor"] = match[0]
            token.content = token.content[: match.start()]


def _mark(state: StateBlock, start: int, _: int, silent: bool) -> bool:
    """::: and what follows it, a line of its own."""
    match = _MARK.match(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    if not match:
        return False
    if not silent:
        token = state.push("mark", "", 0)
        token.info, token.map, state.line = match[1] or "", [start, start + 1], start + 1
    return True


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that begins a line. Within a paragraph only one that holds an empty line: another one is inline."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<!--", begin):
        return False
    close = state.src.find("-->", begin + 2)  # <!--> is a whole one
    stop = close + 3 if close >= 0 else len(state.src)
    if silent:
        return close < 0 or re.search(r"\n[ \t]*\n", state.src[begin:close]) is not None
    token = state.push("comment", "", 0)
    token.meta = {"start": begin, "end": stop}
    # the text is read once more without it: what follows it in its line is not lost
    state.line = next((line for line in range(start, end) if state.eMarks[line] >= stop), end - 1) + 1
    return True


def _html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """markdown-it's HTML, but for comments, which would part a paragraph."""
    begin = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("<!--", begin) and html_block(state, start, end, silent)


def _inline_comment(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("<!--", state.pos):
        return False
    close = state.src.find("-->", state.pos + 2, state.posMax)
    if close < 0:
        return False
    if not silent:
        state.push("inline_comment", "", 0)
    state.pos = close + 3
    return True


def _key(state: StateInline, silent: bool) -> bool:
    match = REFERENCE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("key", "", 0).content = match[1]
    state.pos = match.end()
    return True


class Html(RendererHTML):
    """Makes HTML of tokens. HTML that an article holds is shown as it is typed: it cannot bring a script to a page."""

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<p>{escapeHtml(tokens[idx].content)}</p>\n"

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return str(escapeHtml(tokens[idx].content))

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A line break; none between two Chinese characters, where a browser would show a blank."""
        before = next((token.content for token in reversed(tokens[:idx]) if token.content), "")
        after = next((token.content for token in tokens[idx + 1 :] if token.content), "")
        return "" if is_wide(before[-1:]) and is_wide(after[:1]) else "\n"

    def inline_comment(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return ""


def reader(renderer: type[RendererHTML] = Html) -> MarkdownIt:
    """markdown-it as all of this project reads Markdown."""
    made = MarkdownIt("commonmark", renderer_cls=renderer).enable("table").disable(["code", "reference"])
    ends_others: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list", "table"]}
    made.block.ruler.before("table", "comment", _comment, ends_others)
    made.block.ruler.before("table", "mark", _mark, ends_others)
    made.block.ruler.at("html_block", _html, {"alt": ["paragraph", "reference", "blockquote"]})
    made.core.ruler.before("inline", "anchors", _anchors)
    made.core.ruler.at("inline", inline)
    made.inline.ruler.before("escape", "comment", _inline_comment)
    made.inline.ruler.before("escape", "key", _key)
    rules = made.inline.ruler.getRules("")
    for name, rule in zip(made.inline.ruler.get_active_rules(), rules, strict=True):
        made.inline.ruler.at(name, remembered(name, rule))
    return made


_reader = functools.cache(reader)
