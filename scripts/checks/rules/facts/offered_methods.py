"""What is confirmed as offered has an article that its readers can reach."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Loaded, Problem, page

ID, NAME, SEVERITY = "CFG002", "offered-methods", "warning"
ABOUT_ZH = "确认提供的功能，至少有一篇讲它的文章适用于这里的账户（applies_to）。"
ABOUT_EN = "Whatever is confirmed as offered has an article that applies to the accounts used here (`applies_to`)."
PATH = "docs/_data/facts.yml"
_METHOD = "{kind: method, name: {zh: 一种方式, en: a method}, state: unconfirmed}"
_VALUE = "{kind: product, name: {zh: 值, en: a value}, state: unconfirmed, instead: {zh: 尚未确认, en: not confirmed}}"
_FACTS = """\
custody: {model: {kind: setting, name: {zh: 谁保管, en: who holds it}, state: unconfirmed, value: CUSTODY}}
security: {device_management: METHOD}
support:
  in_app_path: VALUE
  official_channel_list_path: VALUE
  help_center_url: VALUE
  phone: VALUE
  email: {address: VALUE}
deposit:
  provider: VALUE
  button_label: VALUE
  arrival_time: VALUE
  methods:
    crypto: METHOD
    card: {kind: method, name: {zh: 银行卡, en: a card}, state: confirmed,
      confirmed: {by: an operator, evidence: ticket 1, date: 2026-11-01}}
withdraw: {review_time: VALUE, methods: {crypto: METHOD, bank_account: METHOD}}
status: {status_page_url: VALUE}
""".replace("METHOD", _METHOD).replace("VALUE", _VALUE)
_CARD = page(front={"applies_to": "applies_to: custodial\nrequires: deposit.methods.card"}).files
_OURS = _FACTS.replace("CUSTODY", "self-custody")
EXAMPLES = [
    Example(_CARD | {PATH: _FACTS.replace("CUSTODY", "custodial")}),
    Example(_CARD | {PATH: _OURS.replace("card:", f"card:{MARK}\n     ")}),
]


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    for key in content.methods:
        told = [entry for entry in content.pages.values() if entry.requires == key]
        if content.facts[key].state == "confirmed" and told and not any(map(content.available, told)):
            slugs = ", ".join(sorted({entry.slug or "" for entry in told}))
            found = f'"{key}" as offered, with articles for {told[0].applies_to} accounts alone: {slugs}'
            mend = 'Set "applies_to: both" where the article holds for all, or "state: not_offered".'
            yield Problem(PATH, content.fact_line(key), found, "an article that applies", mend)
