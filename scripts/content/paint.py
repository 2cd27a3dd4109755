"""What each character of Markdown is, and where it stands: markdown-it says so of lines, not of columns.

The inline parser's rules are made to note what they read (`remembered`, `inline`); a Painter carries that back to the
source.
"""

from __future__ import annotations

import bisect
import dataclasses
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

# What a character is (`Document.paint`).
TEXT = "x"  # words that readers see
MARKUP = "m"  # what makes a list, a heading, a table, emphasis; indentation
CODE = "c"  # between backticks, with them
FENCED = "f"  # a block of code, with its fences
TARGET = "t"  # of a link: all but its words
KEY = "k"  # {{ key }}
ANCHOR = "a"  # {#anchor}
COMMENT = "n"
HTML = "h"


@dataclass(frozen=True)
class Span:
    """A piece of inline source, `start` to `end` in the `content` of its token, and the first token that came of it."""

    kind: str
    start: int
    end: int
    token: Token | None


class Painter:
    """Says of each character of the source what it is."""

    def __init__(self, lines: list[str], tokens: list[Token]) -> None:
        self.source = lines
        self.rows_of_kinds = [[MARKUP] * len(line) for line in lines]
        self.used = [0] * len(lines)  # of a table's row: where its next cell begins
        for token in tokens:
            if token.type == "fence":
                self._rows(token, FENCED)
            elif token.type == "html_block":
                self._rows(token, HTML)
            elif token.type == "inline":
                self._inline(token)

    def _rows(self, token: Token, kind: str) -> None:
        """All of a block's lines."""
        if token.map:
            for row in range(token.map[0], min(token.map[1], len(self.source))):
                self.rows_of_kinds[row] = [kind] * len(self.source[row])

    def stretch(self, starts: list[int], start: int, end: int, kind: str) -> None:
        """From one offset of the body to another."""
        for offset in range(start, end):
            row = bisect.bisect_right(starts, offset) - 1
            if offset - starts[row] < len(self.source[row]):
                self.rows_of_kinds[row][offset - starts[row]] = kind

    def _inline(self, token: Token) -> None:
        """Paint a token's source. Its `meta` then says of each character of its content what it is ("kinds"), and in
        which row and column it stands ("places", with that of its end)."""
        places = self._places(token)
        kinds = [TEXT] * len(token.content)
        for span in reversed(token.meta["spans"]):  # what stands within a link was read before the link was done
            kinds[span.start : span.end] = _PAINT[span.kind](span, token.content[span.start : span.end])
        token.meta |= {"kinds": kinds, "places": places}
        for (row, column), kind in zip(places, kinds, strict=False):
            if column < len(self.rows_of_kinds[row]):
                self.rows_of_kinds[row][column] = kind
        anchor = token.meta.get("anchor")
        if anchor and token.map and (at := self.source[token.map[0]].rfind(anchor)) >= 0:
            self.rows_of_kinds[token.map[0]][at : at + len(anchor)] = [ANCHOR] * len(anchor)

    def _places(self, token: Token) -> list[tuple[int, int]]:
        """Where each character of an inline token's content stands. markdown-it takes away what indents a line, and the
        backslash before a | in a table."""
        row = token.map[0] if token.map else 0
        places: list[tuple[int, int]] = []
        for number, text in enumerate(token.content.split("\n")):
            row_here = min(row + number, len(self.source) - 1)
            line = self.source[row_here]
            written = text.replace("|", "\\|") if token.meta.get("cell") else text
            at = line.find(written, self.used[row_here])
            column = at if at >= 0 else len(line) - len(line.lstrip())
            for character in text:
                if line[column : column + 2] == "\\|" and character == "|":
                    column += 1
                places.append((row_here, column))
                column += 1
            places.append((row_here, column))  # the end of the line
            if token.meta.get("cell"):
                self.used[row_here] = column
        return places

    def result(self) -> tuple[str, ...]:
        return tuple("".join(row) for row in self.rows_of_kinds)


def _escape(_: Span, text: str) -> list[str]:
    return [MARKUP, *[TEXT] * (len(text) - 1)]


def _emphasis(span: Span, text: str) -> list[str]:
    return [TEXT if span.token and span.token.type == "text" and span.token.content else MARKUP] * len(text)


def _labelled(span: Span, text: str) -> list[str]:
    """The words of a link or an image are text, or what they hold is painted next."""
    opening = 2 if span.kind == "image" else 1
    end = span.token.meta["label_end"] - span.start if span.token else 0
    return [TEXT if opening <= place < end else TARGET for place in range(len(text))]


def _all(kind: str) -> Callable[[Span, str], list[str]]:
    return lambda span, text: [kind] * len(text)


# What each rule of markdown-it's inline parser makes of its source.
_PAINT: dict[str, Callable[[Span, str], list[str]]] = {
    "escape": _escape, "backticks": _all(CODE), "emphasis": _emphasis, "link": _labelled, "image": _labelled,
    "autolink": _all(TARGET), "html_inline": _all(HTML), "key": _all(KEY), "comment": _all(COMMENT),
    "text": _all(TEXT), "newline": _all(TEXT), "entity": _all(TEXT),
}  # fmt: skip


class _Inline(StateInline):
    """markdown-it's state, which remembers where things stand."""

    def __init__(self, token: Token, core: StateCore) -> None:
        token.children = []
        super().__init__(token.content, core.md, core.env, token.children)
        self.spans: list[Span] = []

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        """Whether stars open or close emphasis. CommonMark asks for spaces around words, which Chinese has not: beside
        a Chinese character, **“words”** and **words。** are emphasis too (the idea is tats-u/markdown-cjk-friendly's).
        """
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before, after = self.src[start - 1 : start] or " ", self.src[end : min(end + 1, self.posMax)] or " "
        if not canSplitWord or not (is_wide(before) or is_wide(after)):
            return scanned
        opens = not isWhiteSpace(ord(after)) and (is_wide(after) or not _is_mark(after) or not _is_word(before))
        closes = not isWhiteSpace(ord(before)) and (is_wide(before) or not _is_mark(before) or not _is_word(after))
        return Scanned(opens, closes, scanned.length)


def is_wide(character: str) -> bool:
    """Whether a character is Chinese: an ideograph or full-width punctuation."""
    return bool(character) and unicodedata.east_asian_width(character) in "WF"


def _is_mark(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _is_word(character: str) -> bool:
    """Whether a character is part of a word that spaces end: no space, no mark, not Chinese."""
    return not (isWhiteSpace(ord(character)) or _is_mark(character) or is_wide(character))


def remembered(name: str, rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """An inline rule that also notes what it read."""

    def remembering(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if isinstance(state, _Inline) and not silent and name != "text":
            made = [token for token in state.tokens[count:] if token.type != "text" or name == "emphasis"]
            if name == "emphasis":
                # one token for each star; what is left of them as text is known only later
                stars = enumerate(made[start - state.pos :], start)
                state.spans += [Span(name, place, place + 1, star) for place, star in stars]
            elif not _as_typed(name, made):
                if name in ("link", "image") and made:
                    opening = start + (1 if name == "image" else 0)
                    made[0].meta["label_end"] = state.md.helpers.parseLinkLabel(state, opening, name == "link")
                state.spans.append(Span(name, start, state.pos, made[0] if made else None))
        return True

    return remembering


def _as_typed(name: str, made: list[Token]) -> bool:
    """Whether what was read is text after all: backticks that nothing closes, a backslash before a letter."""
    if name == "escape":
        return made[0].type == "text_special" and made[0].content == made[0].markup
    return name == "backticks" and not made


def inline(state: StateCore) -> None:
    """markdown-it's core rule of the same name, with a state that remembers."""
    cell = False
    for token in state.tokens:
        cell = token.type in ("th_open", "td_open") or (cell and token.type == "inline")
        if token.type != "inline":
            continue
        own = _Inline(token, state)
        state.md.inline.tokenize(own)
        for rule in state.md.inline.ruler2.getRules(""):
            if rule.__name__ == "fragments_join":
                _settle(own)
            rule(own)
        token.meta |= {"spans": own.spans, "cell": cell}


def _settle(state: _Inline) -> None:
    """Say which stars became emphasis, before those that did not are joined to the text beside them."""
    for number, span in enumerate(state.spans):
        if span.kind == "emphasis" and span.token:
            state.spans[number] = dataclasses.replace(span, token=dataclasses.replace(span.token))
