"""What is wrong with a file, said in one line to the person who can mend it."""

from __future__ import annotations

import dataclasses
import difflib
import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .source import Located


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place.

    `path` is relative to the project, `line` and `column` count from 1; column 0 is unknown. `rule` says which kind of
    mistake, where the content model found it; `severity` how much it weighs, where that is not what the rule says
    ("expired": it has only run out).
    """

    path: str
    line: int
    found: str
    expected: str
    mend: str = ""
    column: int = 0
    rule: str = ""
    severity: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")
        return f"{place}: found {self.found}; expected {self.expected}. {self.mend}".rstrip()


class ContentError(Exception):
    """The content cannot be used. Holds every problem found, in order of file and line; and in `data`, as Content does,
    the data files that could be read nevertheless, for rules that ask for no more."""

    def __init__(self, problems: Iterable[Problem], data: dict[str, Located] | None = None):
        self.problems = sorted(set(problems))
        self.data = data or {}
        super().__init__("\n".join(map(str, self.problems)))


def of_kind(rule: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems, named by the rule they break unless they have a name."""
    return [problem if problem.rule else dataclasses.replace(problem, rule=rule) for problem in problems]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence naming the closest known word, or nothing where none is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else ""


_REFUSED = {
    errno.ENOSPC: "Make room.", errno.EDQUOT: "Make room.",
    errno.EROFS: "Choose a place that can be written to.", errno.EACCES: "Give yourself the right to it.",
    errno.EPERM: "Give yourself the right to it.", errno.ENAMETOOLONG: "Choose a shorter one.",
}  # fmt: skip


def in_words(error: OSError) -> str:
    """What the system refused, as a line: the file, what it says, and what can be done where that is known."""
    file = error.filename2 or error.filename
    place = f"{os.path.relpath(file)}: " if isinstance(file, (str, os.PathLike)) else ""
    return f"{place}{error.strerror or error}. {_REFUSED.get(error.errno or 0, '')}".rstrip()
