"""What was said of a fact and holds no longer: withdrawn, confirmed too long ago, or soon so."""

import contextlib
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, data
from scripts.content import ContentError
from scripts.content.facts import LASTS, SOON, SPREAD, parse_facts

ID, NAME, SEVERITY = "FRM003", "confirmations", "warning"
ABOUT_ZH = (
    f"事实的确认按各自的键管 {LASTS} 到 {LASTS + SPREAD - 1} 天，提前 {SOON} 天提醒。"
    "过期或撤回的，页面改说 instead，不拦发布。"
)
ABOUT_EN = (
    f"A confirmation lasts {LASTS} to {LASTS + SPREAD - 1} days, fixed by the fact's key; what ends soon is named. "
    "What ran out or was withdrawn is shown by its `instead`, and holds nothing back."
)
FACT = """\
custody:
  model: {{kind: setting, name: {{zh: 谁保管, en: who holds it}}, state: unconfirmed, value: hybrid}}
deposit:
  arrival_time: {{kind: product, name: {{zh: 到账时间, en: time to arrive}}, form: duration, state: {state},
    value: {{zh: 1 天, en: 1 day}}, {withdrawn}confirmed: {{by: support-lead, evidence: "Handbook, 2026-01-31",
      date: {date}}}}}{mark}
"""
WITHDRAWN = f"""withdrawn: {{by: support-lead, why: the app says another,
      date: 2026-11-20}},{MARK}
    """
GIVEN = {"withdrawn": "", "mark": MARK, "state": "confirmed"}
EXAMPLES = [  # that key's confirmations last 150 days
    data(facts=FACT.format(**GIVEN | {"date": "2026-11-23", "mark": ""})),
    data(facts=FACT.format(**GIVEN | {"date": "2026-07-26", "mark": ""})),
    *(data(facts=FACT.format(**GIVEN | {"date": date})) for date in ("2026-07-25", "2026-06-26", "2026-06-25")),
    data(facts=FACT.format(**GIVEN | {"date": "2026-03-01", "state": "not_offered"})),
    data(facts=FACT.format(**GIVEN | {"date": "2026-11-01", "mark": "", "withdrawn": WITHDRAWN})),
]
MEND = "Have it confirmed again, and write by which role, when and on what evidence."


def check(source: Source) -> Iterator[Problem]:
    if not (located := source.data.get("facts.yml")):
        return
    facts = {}
    with contextlib.suppress(ContentError):  # the content model says so
        facts = parse_facts(located)
    for key, fact in facts.items():
        due, last = fact.due(key, source.today), fact.last_day(key)
        where = (*key.split("."), "withdrawn" if due == "withdrawn" else "confirmed", "date")
        if due == "withdrawn" and fact.withdrawn:
            found = f'"{key}", withdrawn on {fact.withdrawn.date}'
            mend = f'{MEND.removesuffix(".")}; take "withdrawn" out.'
            yield Problem(located.path, located.line(where), found, "a fact that holds", mend, severity="expired")
        elif due:
            ended = due == "ran_out"
            found = f'a confirmation of "{key}" that {"ended" if ended else "ends"} on {last}'
            severity = "expired" if ended else "soon"
            yield Problem(located.path, located.line(where), found, "one that holds", MEND, severity=severity)
