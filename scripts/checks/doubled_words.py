"""The the: a word twice, also across a line break; and slips of the space bar: two spaces, " ,", "end.Next"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "ENG002"
NAME = "doubled-words"
ABOUT = {
    "zh": "英文里同一个词不写两遍（the the）；标点前没有空格，标点后有一个空格。",
    "en": "No English word stands twice in a row (the the); no space before punctuation, one space after it.",
}
EXAMPLES = [
    page(en="He had had it. Look, look again. Bye bye.\n\nVersion 1.2.34, etc. and so on...\n\nWait for `x` for a day, in a .zip file.", zh="看看余额，试试再说。"),
    page(en="Open the wallet\n\nWallet addresses differ.\n\n| To | To   |\n| --- | --- |\n| a  | b |"),
    page(en=f"Wait for the the network.{MARK}\n\nWait for the **the** network.{MARK}"),
    page(en=f"Then send it to{MARK}\nto the same address."),
    page(en=f"Wait  for it.{MARK}\n\nWait , then look.{MARK}\n\nWait for it .{MARK}\n\nWait for it.Then look.{MARK}\n\nWait,then look.{MARK}"),
    page(en=f"Wait for it!!{MARK}\n\nWait for it.. Then look.{MARK}\n\nWait for it. then look.{MARK}"),
]

TWICE = re.compile(r"(?<![\w'’.-])([A-Za-z]+)([\s*_\[]+)\1(?![\w'’-]|\.\w)", re.IGNORECASE)
RIGHT = {"had", "that", "bye", "very", "so", "really", "ha", "knock", "x"}
LAST = re.compile(r"(?<![\w'’.-])([A-Za-z]+)[*_]*\s*$")
FIRST = re.compile(r"\s*(?:> ?)*[*_\[(]*([A-Za-z]+)(?![\w'’-])")
SLIPS = [
    ("two spaces", "one", re.compile(r"(?<=[^\s|#>*+-])(?<!\d\.)  +(?=[^\s|])|(?<=[a-z][.?!:;,])  +(?=[^\s|])")),
    ("a space before punctuation", "none", re.compile(r"(?<=[\w)\]”\"'’*]) +(?=[,;:.!?](?:\s|$))(?![.:]{2})")),
    ("no space after punctuation", "one", re.compile(r"(?<![\w./@:])[A-Za-z][a-z]+(?:[.?!:][A-Z][A-Za-z]*(?![\w.(/])|[,;][A-Za-z]+(?![\w./(=]))")),
    ("punctuation twice", "it once", re.compile(r"(?<=\w)(?:(?<!\.)\.\.(?![./\w])|,,|;;|!!+|\?\?+|,\.(?=\s|$))")),
    ("a small letter after a full stop", "a capital", re.compile(r"(?<![\w.'-])(?!(?:etc|vs|approx|incl|resp|esp|min|max|sec|fig|ext|dept|cf|eg|ie|no|nos|pp|al|st|dr|mr|ms|jr|sr|ca|ed|op|am|pm)\.)[a-z]{2,}[.?!] (?=[a-z]+(?![\w./:(_-]))(?!i[A-Z])")),
]


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        if file.code != "en":
            continue
        before, line_before = "", 0
        for number, text in file.prose:
            line = file.lines[number - 1]
            for match in TWICE.finditer(text):
                # where code or a key stands between, the text only seems to meet
                if match[1].lower() not in RIGHT and line.startswith(match[0], match.start()):
                    yield Problem(file.path, number, f'"{match[0]}"', f'"{match[1]}"', "Take one out.", match.start() + 1)
            if number > file.body_line and number == line_before + 1 and not before.lstrip().startswith(("#", "|", ":::")):
                last, first = LAST.search(before), FIRST.match(text)
                if last and first and last[1].lower() == first[1].lower() and last[1].lower() not in RIGHT and file.lines[number - 2].startswith(last[0], last.start()) and line.startswith(first[0]):
                    yield Problem(file.path, number - 1, f'"{last[1]}" at the end and on the next line', "it once", "Take one out.", last.start() + 1)
            before, line_before = text, number
            yield from _slip(file.path, number, text, line)


def _slip(path: str, number: int, text: str, line: str) -> Iterator[Problem]:
    """The first slip of the space bar in a line."""
    for found, expected, pattern in SLIPS:
        if line.lstrip().startswith(":::"):  # a block's opening names code
            continue
        for match in pattern.finditer(text):
            start, end = max(0, match.start() - 1), match.end() + 1
            if line.startswith(text[start:end], start):
                yield Problem(path, number, f'{found}, "{text[max(0, start - 8) : end + 8].strip()}"', expected, "Mend the space or the mark.", match.start() + 1)
                return
