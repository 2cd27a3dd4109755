"""Days on which somebody looked: not to come, not before there was anything to look at, and not too long ago."""

import datetime
from collections.abc import Iterator

from scripts.content import Problem
from scripts.content.dates import latest

FIRST = datetime.date(2024, 1, 1)  # before there was anything to read or to confirm


def dated(
    path: str, line: int, what: str, day: datetime.date, today: datetime.date, *, lasts: int, mend: str
) -> Iterator[Problem]:
    """What is wrong with a day; `what` says what was done then ("a review"), `lasts` for how many days it counts."""
    if day > latest(today) or day < FIRST:
        expected = f"a day up to today, {today}" if day > latest(today) else f"a day from {FIRST} on"
        yield Problem(path, line, f"{what} on {day}", expected, "Write the day on which it was done.")
    elif (age := (today - day).days) > lasts:
        yield Problem(path, line, f"{what} {age} days ago", f"one within {lasts} days", mend, severity="expired")
