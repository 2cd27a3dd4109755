"""When a fact was confirmed: not in the future, and not longer ago than a confirmation lasts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from scripts.content import ContentError, Problem
from scripts.content.facts import CONFIRMATION_DAYS
from scripts.content.source import parse_yaml

from .rule import MARK, Source, data, page

ID = "FRM003"
NAME = "confirmations"
ABOUT = {
    "zh": f"事实的确认日期不能在将来；确认超过 {CONFIRMATION_DAYS} 天，发布会被拦下。",
    "en": f"A fact was confirmed in the past; a confirmation of more than {CONFIRMATION_DAYS} days ago keeps the site from being published.",
}
FIRST = datetime.date(2024, 1, 1)  # before there was anything to confirm
FACTS = "docs/_data/facts.yml"
FACT = """\
custody:
  model: {{kind: setting, name: {{zh: 谁保管, en: who holds it}}, state: unconfirmed, value: hybrid}}
deposit:
  arrival_time:
    kind: product
    name: {{zh: 到账时间, en: time to arrive}}
    state: confirmed
    value: {{zh: 一天, en: a day}}
    confirmed:
      by: an operator
      date: {date}
      evidence: ticket 1
"""
EXAMPLES = [
    data(facts=FACT.format(date="2026-11-23")),
    data(facts=FACT.format(date="2026-05-27")),
    data(facts=FACT.format(date="2026-11-24" + MARK)),
    data(facts=FACT.format(date="2026-05-26" + MARK)),
    data(facts=FACT.format(date="2006-11-01" + MARK)),
    page(),
]


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        if file.path != FACTS:
            continue
        try:
            located = parse_yaml(file.text, file.path)
        except ContentError:
            continue  # the content model says so
        for where, text in _dates(located.data, ()):
            key = ".".join(where)
            line = located.line((*where, "confirmed", "date"))
            try:
                date = datetime.date.fromisoformat(text)
            except ValueError:
                continue  # so it does here
            mend = f'Have "{key}" confirmed again, and write by whom, when and on what evidence.'
            if date > source.today:
                yield Problem(file.path, line, f'"{key}" confirmed on {date}', f"a day up to today, {source.today}", "Write the day on which it was confirmed.")
            elif date < FIRST:
                yield Problem(file.path, line, f'"{key}" confirmed on {date}', f"a day from {FIRST} on", "Write the day on which it was confirmed.")
            elif (age := (source.today - date).days) > CONFIRMATION_DAYS:
                yield Problem(file.path, line, f'"{key}" confirmed {age} days ago', f"a confirmation within {CONFIRMATION_DAYS} days", mend, rule="expired")


def _dates(node: Any, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The key of each fact that is confirmed, and the date."""
    if not isinstance(node, dict):
        return
    if isinstance(confirmed := node.get("confirmed"), dict):
        if isinstance(date := confirmed.get("date"), str):
            yield where, date
    else:
        for key, child in node.items():
            yield from _dates(child, (*where, key))
