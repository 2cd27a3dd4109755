"""Tables of patterns: a row an alternative, each with an example that shows what it is for and tests it.

    CLAIMS = table('''
    licensed  :: \\b(?:is|are) (?:\\w+ly )?licen[cs]ed\\b  :: TPWallet is licensed.
    gift      :: airdrop|giveaway|bonus               :: Claim your {} now.
    ''')

After a | a row may go on in the next line. An example with {} stands for one example for each word of a plain list. A
test holds each row to its example: the row alone must find it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.content import Problem

from .source import Source


@dataclass(frozen=True)
class Row:
    """One alternative: what it is called, its pattern, a sentence that it must be found in."""

    name: str
    pattern: str
    example: str

    @property
    def alternatives(self) -> list[tuple[str, str]]:
        """(pattern, example) of each alternative; of a plain list of words, of each word."""
        if "{}" not in self.example:
            return [(self.pattern, self.example)]
        return [(word, self.example.replace("{}", word)) for word in self.pattern.split("|")]


class Table:
    """Rows, and one pattern of them all. Upper and lower case are the same."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self.pattern = f"(?:{'|'.join(row.pattern for row in rows)})"  # to be a part of another pattern
        whole = re.compile(self.pattern, re.IGNORECASE)
        self.search, self.finditer, self.sub = whole.search, whole.finditer, whole.sub
        self.match, self.fullmatch = whole.match, whole.fullmatch

    def name(self, found: re.Match[str]) -> str:
        """What the row is called that found this."""
        same = (row for row in self.rows if re.compile(row.pattern, re.IGNORECASE).match(found.string, found.start()))
        return next(same, self.rows[0]).name


def table(text: str) -> Table:
    """Read rows of three columns. Raises ValueError for a row with fewer or more."""
    rows, lines = [], list(filter(None, map(str.strip, text.splitlines())))
    while lines:
        line = lines.pop(0)
        while lines and line.endswith("|") and line.count(" :: ") < 2:
            line += lines.pop(0)
        columns = [column.strip() for column in re.split(r"\s+::(?:\s+|$)", line)]
        if len(columns) != 3 or not all(columns):
            raise ValueError(f"a row is name :: pattern :: example, not {line!r}")
        rows.append(Row(*columns))
    return Table(tuple(rows))


def in_prose(
    source: Source, patterns: Mapping[str, re.Pattern[str] | Table], expected: str, mend: str, found: str = '"{}"'
) -> Iterator[Problem]:
    """A problem for each match of a language's pattern in what readers see of the pages of that language."""
    for code, pattern in patterns.items():
        for file, number, text in source.prose(code):
            for match in pattern.finditer(text):
                yield file.problem((number, match.start() + 1), found.format(match[0]), expected, mend)
