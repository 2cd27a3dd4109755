"""What each character of Markdown is, and where it stands: markdown-it says so of lines, not of columns.

The inline parser's rules are made to note what they read (`remembered`, `inline`); `paint` carries that back to the
source, only when somebody asks: building a site does not.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of inline source, `start` to `end` in the `content` of its token, and the first token that came of it."""

    kind: str
    start: int
    end: int
    token: Token | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of an inline token's content: where it starts in it, and the row and column of the source it stands in.
    `written` is the line as the source has it: in a table, with a backslash before each |."""

    start: int
    row: int
    column: int
    written: str


def find_pieces(tokens: list[Token], source: list[str]) -> None:
    """Say of each inline token in its `meta` where its content stands ("pieces"). markdown-it takes away what indents a
    line, and the backslash before a | in a table."""
    used = [0] * len(source)  # of a table's row: where its next cell begins
    for token in tokens:
        if token.type == "inline":
            token.meta["pieces"] = tuple(_pieces(token, source, used))


def _pieces(token: Token, source: list[str], used: list[int]) -> Iterator[Piece]:
    first, start = token.map[0] if token.map else 0, 0
    for number, text in enumerate(token.content.split("\n"), first):
        row = min(number, len(source) - 1)
        line = source[row]
        written = text.replace("|", "\\|") if token.meta["cell"] else text
        at = line.find(written, used[row])
        if at < 0:
            at = len(line) - len(line.lstrip())
        yield Piece(start, row, at, written)
        if token.meta["cell"]:
            used[row] = at + len(written)
        start += len(text) + 1


def places(token: Token) -> list[tuple[int, int]]:
    """The row and column of each character of an inline token's content, and of its end."""
    found: list[tuple[int, int]] = []
    for piece in token.meta["pieces"]:
        columns: Iterable[int] = range(len(piece.written) + 1)
        if token.meta["cell"]:
            columns = (at for at in columns if piece.written[at : at + 2] != "\\|")
        found += [(piece.row, piece.column + at) for at in columns]
    return found


def place(token: Token, offset: int) -> tuple[int, int]:
    """The row and column of one character of an inline token's content."""
    if token.meta["cell"]:
        return places(token)[offset]
    piece = next(piece for piece in reversed(token.meta["pieces"]) if piece.start <= offset)
    return piece.row, piece.column + offset - piece.start


def kinds(token: Token) -> list[str]:
    """What each character of an inline token's content is."""
    found = [TEXT] * len(token.content)
    for span in reversed(token.meta["spans"]):  # what stands within a link was read before the link was done
        found[span.start : span.end] = _PAINT[span.kind](span, token.content[span.start : span.end])
    return found


def paint(lines: Sequence[str], tokens: Sequence[Token], comments: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """A letter for each character of each line. `comments`: offsets in the lines, joined by line breaks."""
    rows = [[MARKUP] * len(line) for line in lines]
    for token in tokens:
        if token.type in ("fence", "html_block") and token.map:
            for row in range(token.map[0], min(token.map[1], len(rows))):
                rows[row] = [FENCED if token.type == "fence" else HTML] * len(rows[row])
        elif token.type == "inline":
            _inline(token, lines, rows)
    starts = [0, *itertools.accumulate(len(line) + 1 for line in lines)]
    for start, end in comments:
        for offset in range(start, end):
            row = bisect.bisect_right(starts, offset) - 1
            if offset - starts[row] < len(rows[row]):
                rows[row][offset - starts[row]] = COMMENT
    return tuple("".join(row) for row in rows)


def _inline(token: Token, lines: Sequence[str], rows: list[list[str]]) -> None:
    for (row, column), kind in zip(places(token), kinds(token), strict=False):
        if column < len(rows[row]):
            rows[row][column] = kind
    anchor = token.meta.get("anchor")
    if anchor and token.map and (at := lines[token.map[0]].rfind(anchor)) >= 0:
        rows[token.map[0]][at : at + len(anchor)] = [ANCHOR] * len(anchor)


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
