"""When a fact was confirmed: not in the future, and not longer ago than a confirmation lasts."""

import contextlib
import datetime
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, data
from scripts.checks.lib.dates import dated
from scripts.checks.lib.source import texts
from scripts.content.facts import CONFIRMATION_DAYS

ID, NAME, SEVERITY = "FRM003", "confirmations", "error"
ABOUT_ZH = f"事实的确认日期不能在将来；确认超过 {CONFIRMATION_DAYS} 天，发布会被拦下。"
ABOUT_EN = f"A fact was confirmed in the past, at most {CONFIRMATION_DAYS} days ago; an older one stops publishing."
FACT = """\
custody:
  model: {{kind: setting, name: {{zh: 谁保管, en: who holds it}}, state: unconfirmed, value: hybrid}}
deposit:
  arrival_time: {{kind: product, name: {{zh: 到账时间, en: time to arrive}}, state: confirmed,
    value: {{zh: 一天, en: a day}}, confirmed: {{by: an operator, evidence: ticket 1,
      date: {date}}}}}{mark}
"""
EXAMPLES = [
    *(data(facts=FACT.format(date=date, mark="")) for date in ("2026-11-24", "2026-05-27")),
    *(data(facts=FACT.format(date=date, mark=MARK)) for date in ("2026-11-25", "2026-05-26", "2006-11-01")),
]


def check(source: Source) -> Iterator[Problem]:
    if not (facts := source.data.get("facts.yml")):
        return
    for where, (line, text) in texts(facts).items():
        if where[-2:] == ("confirmed", "date"):
            with contextlib.suppress(ValueError):  # the content model says so
                key, day = ".".join(map(str, where[:-2])), datetime.date.fromisoformat(text)
                mend = f'Have "{key}" confirmed again, and write by whom, when and on what evidence.'
                what = f'a confirmation of "{key}"'
                yield from dated(facts.path, line, what, day, source.today, lasts=CONFIRMATION_DAYS, mend=mend)
