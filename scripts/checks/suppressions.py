"""Comments that silence a rule at one line: <!-- check-disable SEC003 until=2026-12-31 reason="…" --> before it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "CHK001"
NAME = "suppression"
ABOUT = {
    "zh": "关闭某条检查要写明规则、原因和截止日期；到期后，发布会被拦下。",
    "en": "A comment that silences a rule names the rule, a reason and an end date; once it has run out, publishing stops.",
}
EXAMPLES = [
    page(en='<!-- check-disable TRM001 until=2026-12-31 reason="a quotation" -->\nCopy your purse address.'),
    page(en=f"<!-- check-disable TRM001 -->{MARK}\nText."),
    page(en=f'<!-- check-disable TRM001 until=2026-02-31 reason="no such day" -->{MARK}\nText.'),
    page(en=f'<!-- check-disable TRM001 until=2026-01-31 reason="until the partner answers" -->{MARK}\nText.'),
    page(zh=f'<!-- check-disable SEC999 until=2026-12-31 reason="没有这条规则" -->{MARK}\n文字。'),
]

COMMENT = re.compile(r"(?:<!--|^\s*#)\s*check-disable\b(.*?)(?:-->|$)")
GIVEN = re.compile(r'\s*([A-Z]{3}\d{3})\s+until=(\d{4}-\d\d-\d\d)\s+reason="([^"]{5,})"\s*')
EXPECTED = '<!-- check-disable SEC003 until=2026-12-31 reason="why" --> on the line before'


def check(source: Source) -> Iterator[Problem]:
    from . import SEVERITIES

    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            if not (comment := COMMENT.search(line)):
                continue
            given = GIVEN.fullmatch(comment[1])
            end = given and _date(given[2])
            if not given or not end or given[1] not in SEVERITIES:
                yield Problem(file.path, number, f'"{comment[0].strip()}"', EXPECTED, column=comment.start() + 1)
            elif end < source.today:
                mend = "Mend what it hides, or set a new date."
                yield Problem(file.path, number, f"a suppression that ran out on {end}", "a date to come", mend, rule="expired")


def places(source: Source) -> dict[tuple[str, int], set[str]]:
    """The lines at which rules are silenced: the first line with text after the comment. Also after its date: what has
    run out keeps from publishing, and changes nothing else."""
    found: dict[tuple[str, int], set[str]] = {}
    for file in source.files:
        waiting: set[str] = set()
        for number, line in enumerate(file.lines, 1):
            comment = COMMENT.search(line)
            if comment and (given := GIVEN.fullmatch(comment[1])) and _date(given[2]):
                waiting.add(given[1])
            elif line.strip() and waiting:
                found[file.path, number] = waiting
                waiting = set()
    return found


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
