"""Comments that silence a rule at one line: <!-- check-disable TRM001 until=2026-12-31 reason="…" --> before it."""

import contextlib
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.markdown import COMMENT as IN_COMMENT

from .source import File, Source

LONGEST = 90  # days to come
# What costs readers money, leads them to others, or keeps the content from being read, no comment silences.
NEVER = re.compile(r"(?:SEC|CON|LNK|MOD|CHK)\d{3}")

_WRITTEN = re.compile(r"(?:<!--|^\s*#)\s*check-disable\b(.*?)(?:-->|$)")
_GIVEN = re.compile(r'\s*([A-Z]{3}\d{3})\s+until=(\d{4}-\d\d-\d\d)\s+reason="([^"]{5,})"\s*')


@dataclass(frozen=True)
class Suppression:
    """A comment as it is written; `rule` and `until` are None where it is not of the form. Line and column from 1."""

    written: str
    line: int
    column: int
    rule: str | None
    until: datetime.date | None

    def holds(self, today: datetime.date) -> bool:
        """Whether it silences anything on that day: not once its last day is over, nor where that is too far off."""
        named = self.rule and not NEVER.fullmatch(self.rule)
        return bool(named and self.until and today <= self.until <= today + datetime.timedelta(days=LONGEST))


def suppressions(file: File) -> Iterator[Suppression]:
    """The comments of a file; in Markdown, what the reader of pages knows as comments."""
    # front matter is YAML, as data files are
    written = enumerate(file.lines[: file.body_line - 1] if file.is_page else file.lines, 1)
    for number, line in [*written, *file.document.view(IN_COMMENT)]:
        if comment := _WRITTEN.search(line):
            rule, until = None, None
            if given := _GIVEN.fullmatch(comment[1]):
                with contextlib.suppress(ValueError):  # no such day
                    rule, until = given[1], datetime.date.fromisoformat(given[2])
            yield Suppression(comment[0].strip(), number, comment.start() + 1, rule, until)


def places(source: Source) -> dict[tuple[str, int], set[str]]:
    """The lines at which rules are silenced: the first with text after a comment whose last day is not over."""
    found: dict[tuple[str, int], set[str]] = {}
    for file in source.files:
        comments = {comment.line: comment for comment in suppressions(file)}
        waiting: set[str] = set()
        for number, line in enumerate(file.lines, 1) if comments else ():
            if number in comments and (rule := comments[number].rule):
                waiting |= {rule} if comments[number].holds(source.today) else set()
            elif line.strip() and waiting:
                found[file.path, number] = waiting
                waiting = set()
    return found
