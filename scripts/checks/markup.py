"""Markdown that would show as it is typed, or not at all: half a fence, half a link, a list marker without its space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, File, Source, page

ID = "SHP005"
NAME = "markup"
ABOUT = {
    "zh": "Markdown 标记写完整：代码块、粗体、链接、列表、标题、表格和 ::: 块都没有缺一半或少空格。",
    "en": "Markdown is written whole: no half of a code block, bold, link, list, heading, table or ::: block, no missing space.",
}
EXAMPLES = [
    page(
        zh="**先停下**，看[充值](deposit-crypto.md)。\n\n- 2 * 3\n- -5 度\n\n1. 点 `a_b`。\n2. 再看。\n\n```text\n-文字 ** [a] (b\n```",
        en="**Stop**, see [deposits](deposit-crypto.md) (or wait).\n\n1.5 times, -5 degrees, 3.14.\n\n| A | B |\n| --- | --- |\n| `a|b` | c |",
    ),
    page(zh=f"```text{MARK}\n文字。", en=f"Text.\n\n```text{MARK}\nText.\n\n```text\nText.\n```"),
    page(zh=f"**先停下，再看。{MARK}\n\n** 先停下**，再看。{MARK}", en=f"First\nstop** and look.{MARK}\n\nTap `Send.{MARK}\n\nA __word.{MARK}"),
    page(zh=f"-文字{MARK}\n- 文字\n\n1.打开。{MARK}\n2. 看。\n\n1、打开。{MARK}\n\n• 文字{MARK}", en=f"- Text\n-Text{MARK}\n\n1. Open.\n2.Look.{MARK}"),
    page(zh=f"看[充值] (deposit-crypto.md)。{MARK}\n\n看[充值]（deposit-crypto.md）。{MARK}", en=f"See [deposits](deposit-crypto.md.{MARK}\n\nSee [deposits(deposit-crypto.md).{MARK}"),
    page(zh=f"##步骤 {{#steps}}{MARK}\n\n文字&nbsp;文字。{MARK}", en=f"##Steps {{#steps}}{MARK}\n\nText &amp; text.{MARK}"),
    page(zh=f"| 甲 | 乙 |\n| --- | --- |\n| 一 | 二{MARK}", en=f"| A | B |\n| --- | --- |\none | two |{MARK}"),
    page(en=f":: custodial{MARK}\nText.\n:::"),
]

FENCE = re.compile(r"^\s*(?:>\s*)*(`{3,}|~{3,})([^`]*)$")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
TARGET = r"(?:[^()\[\]\s]*\.md(?:#[\w-]*)?|#[a-z][\w-]*)"
MEND_LINK = "Write [text](target) without a space."
# Each with what it is, what is expected, and how to mend it. On lines whose code is blank.
LINES = [
    (re.compile(r"^\s*(?:'{3}|´{3}|·{3}|‘{3}|’{3}|｀{3})[a-z]*\s*$"), "a code block's fence", "three backticks", "Write ``` on a line of its own."),
    (re.compile(r"^ {0,3}(?:#{2,6}(?=[^\s#])|#(?=[\u3400-\u9fff])|＃+)"), "a heading without a space", "a space after #", "Put a space between ## and the text."),
    (re.compile(r"^\s*(?:::(?![:\w])|:{4,}|：{2,}|: :)[ \t]*.*"), "a block's mark", "exactly :::", "Write ::: and the block's name."),
    (re.compile(r"(?<=[^\s:]):::\s*$|(?<=\S)\s+:::\s*$"), "a block's mark behind text", "::: on a line of its own", "Put ::: on a line of its own."),
    (re.compile(r"^\s*[•·●○▪◦‣⁃－]\s*(?=\S)|^\s*[–—](?![–—])\s+(?=\S)"), "a list marker", '"- "', "Start each item with a hyphen and a space."),
    (re.compile(r"^\s*-(?=[^\s\d\-=>|:.])"), "a list marker without a space", '"- "', "Put a space after the hyphen."),
    (re.compile(r"^\s*\d{1,2}[.)](?=[^\s\d.,)%:\]}/])"), "a number without a space", '"1. "', "Put a space after the number's point."),
    (re.compile(r"^\s*(?:[０-９]{1,2}[.．、)]|\d{1,2}(?:[、．]|[。，](?!\d))|[（(]\d{1,2}[）)])\s*(?=\S)"), "a list's number", '"1. "', "Write the number, a point and a space."),
    (re.compile(r"\][ \t\u3000]+\((?=[^()\s]*[./#\-][^()\s]*\))"), "a space inside a link", '"[text](target)"', MEND_LINK),
    (re.compile(r"\]\s*(?:（|【|［|\{(?=[^{}#]*\.md))|］\s*[(（]|】\s*\((?=[^()\s]*\.md)"), "a link's other bracket", '"[text](target)"', "Write both pairs of brackets in half width."),
    (re.compile(r"\]\((?:\s*\)|\s+(?=[^()\s]*[./#]))|\]\([^()\s]*[，。；、！？\[\]（）][^()\s]*|\]\([^()\s]*(?:\s+(?![\"'(<])|$)"), "half of a link", '"[text](target)"', "Close the bracket behind the target."),
    (re.compile(r"\]\([^()\s]*(?=[()\s]|$)(?:\s+\"[^\"]*$)"), "half of a link", '"[text](target)"', "Close the bracket behind the target."),
    (re.compile(rf"\[[^\[\]()]*\({TARGET}\)|\]{TARGET}\)?|(?<!\])\({TARGET}\)|\[{TARGET}\](?!\()"), "half of a link", '"[text](target)"', "Write both pairs of brackets."),
    (re.compile(r"&(?:nbsp|lt|gt|amp|quot|apos|mdash|ndash|hellip|copy|emsp|ensp|times|middot|bull|[lr][sd]quo|#\d{2,6}|#x[0-9a-f]{2,5});?", re.IGNORECASE), "an HTML entity", "the character itself", "Write the character."),
    (re.compile(r"＊＊"), "full-width stars", '"**"', "Write ** in half width."),
]  # fmt: skip
ITEM = re.compile(r"^\s*(?:(\d{1,2})[.)]|([-*+]))(\s+|(?=\S))")
GLUED = re.compile(r"^\s*(?:(\d{1,2})(?:[.)]|\s+[.)]?\s*)|([-*+]))(?=\S)")
BREAK = re.compile(r"^\s*(?:$|#|\||:::|>|[-*+]\s|\d{1,2}[.)]\s)")
ROW = re.compile(r"^\s*\|")
PIPE = re.compile(r"(?<!\\)[|｜]")
LITERAL = re.compile(r"\*\*|(?<!\*)\*(?=[^\W\d]|[“「『（《\"'])|(?<=[^\W\d_])\*(?!\*)|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|`")
# Blanked in this order, what is left over has no other half. Emphasis leaves letters in its place, the rest points.
WHOLE = [
    re.compile(r"\\[*_`\[\]]"),
    re.compile(CODE.pattern, re.DOTALL),
    re.compile(r"<[^<>]*>|https?://[^\s)\]]+|\{[^{}\n]*\}"),
    re.compile(r"!\[[^\[\]]*\]\((?:[^()]|\([^()]*\))*\)"),
    re.compile(r"(?<=\])\((?:[^()\[\]]|\([^()]*\))*\)"),
]
BRACKETS = re.compile(r"\[[^\[\]]*\]")
PAIRS = [
    re.compile(r"(\*{3})(?=[^\s*])[^*]+?(?<=\S)\1"),
    re.compile(r"(?<!\*)\*(?=[^\s*])[^*]+?(?<=[^\s*])\*"),
    re.compile(r"(\*\*|__)(?=[^\s*])(?:(?!\1).)+?(?<=[^\s*])\1(?!\*)", re.DOTALL),
]


def outside_fences(file: File) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The body's lines with their numbers: those outside code blocks (comments are blanks), and the fences that nothing
    closes. What stands between two fences is left out."""
    text = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), "\n".join(file.lines[file.body_line - 1 :]))
    found, open_fences = [], []
    opened: tuple[int, str] | None = None
    for number, line in enumerate(text.split("\n"), file.body_line):
        fence = FENCE.match(line)
        if opened is None and fence:
            opened = (number, fence[1])
        elif opened is None:
            found.append((number, line))
        elif fence and fence[1][0] == opened[1][0]:
            if fence[1] == opened[1] and fence[2].strip():
                open_fences.append(opened)  # another one begins
                opened = (number, fence[1])
            elif len(fence[1]) >= len(opened[1]):
                opened = None
    return found, open_fences + ([opened] if opened else [])


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        lines, open_fences = outside_fences(file)
        for number, fence in open_fences:
            yield Problem(file.path, number, f"{fence} that nothing closes", f"{fence} after the code too", "Close the code block, or take the line out.")
        blanked = [(number, CODE.sub(lambda match: " " * len(match[0]), line)) for number, line in lines]
        yield from _lines(file, blanked)
        yield from _items(file, blanked)
        yield from _rows(file, blanked)
        yield from _emphasis(file, lines)


def _lines(file: File, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    front = [(number, text) for number, text in file.prose if number < file.body_line]
    for number, line in front + lines:
        if line.startswith("    ") and not ITEM.match(line):
            continue  # indented: code, or what belongs to an item
        for pattern, what, expected, mend in LINES:
            if match := pattern.search(line):
                yield Problem(file.path, number, f'{what}, "{match[0].strip()[:40]}"', expected, mend, match.start() + 1)
                break


def _items(file: File, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """A marker glued to a digit or a star can be text; beside an item of its list it is not."""
    for index, (number, line) in enumerate(lines):
        match = GLUED.match(line)
        if not match or (found := ITEM.match(line)) and found[3] or any(pattern.search(line) for pattern, *_ in LINES[5:7]):
            continue
        for _, other in lines[max(index - 1, 0) : index] + lines[index + 1 : index + 2]:
            item = ITEM.match(other)
            if item and item[3] and (match[2] and match[2] == item[2] or match[1] and item[1] and abs(int(match[1]) - int(item[1])) == 1):
                yield Problem(file.path, number, f'"{match[0]}" as a list marker', "the marker, then a space", "Write the marker as in the items beside it.", 1)
                break


def _rows(file: File, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """A table: lines without a gap of which one starts with a pipe. Its rows start and end with one."""
    table: list[tuple[int, str]] = []
    for number, line in [*lines, (0, "")]:
        text = line.strip()
        if text and not text.startswith((":::", "#")) and (not table or number == table[-1][0] + 1):
            table.append((number, text))
            continue
        if sum(bool(ROW.match(row)) for _, row in table) > 1 or any(re.match(r"\|[ :-]+-[ :|-]*$", row) for _, row in table):
            started = False
            for place, row in table:
                started = started or bool(ROW.match(row)) or len(PIPE.findall(row)) > 1
                if started and not (row.startswith("|") and row.endswith("|") and not row.endswith("\\|") and "｜" not in row):
                    found = f'a table\'s row "{row[:20]}…"' if len(row) > 20 else f'a table\'s row "{row}"'
                    yield Problem(file.path, place, found, "| at both ends", "Put | at both ends of the row, or an empty line after the table.", 1)
        table = [(number, text)] if text and not text.startswith((":::", "#")) else []


def _emphasis(file: File, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    """Stars, low lines and backticks that Markdown leaves as they are typed."""
    block: list[tuple[int, str]] = []
    for number, line in [*lines, (0, "")]:
        if block and (BREAK.match(line) or ROW.match(block[-1][1]) or block[-1][1].lstrip().startswith("#")):
            yield from _literal(file, block)
            block = []
        if line.strip():
            block.append((number, re.sub(r"^\s*(?:(?:[-*+]|\d{1,2}[.)])\s+|>\s*)+", "", line)))


def _literal(file: File, block: list[tuple[int, str]]) -> Iterator[Problem]:
    text = "\n".join(line for _, line in block)
    if not re.search(r"[*`]|__|\]\(", text):
        return
    links = "](" in text
    for pattern in [*WHOLE, *PAIRS]:
        blank = "x" if pattern in PAIRS else "."
        text = pattern.sub(lambda match: re.sub(r"[^\n]", blank, match[0]), text)
        if pattern is WHOLE[-1] and links:
            bare = BRACKETS.sub(lambda match: " " * len(match[0]), text)
            if "[" in bare or "]" in bare:
                place = re.search(r"[\[\]]", bare).start()
                yield Problem(file.path, block[text.count("\n", 0, place)][0], "half of a link's brackets", '"[text](target)"', "Write both [ and ].")
                return
    if match := LITERAL.search(text):
        expected = f"{match[0]} on both sides of the words, without a space inside"
        number = block[text.count("\n", 0, match.start())][0]
        yield Problem(file.path, number, f"{match[0]} that shows as it is typed", expected, "Add the other one, or take this one out.")
