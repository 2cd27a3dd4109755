"""When what is said of a network was looked up: not in the future, and not longer ago than a year."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, data
from scripts.checks.lib.dates import dated
from scripts.content.networks import LASTS

ID, NAME, SEVERITY = "FRM006", "network-dates", "error"
NEEDS = ("networks.yml",)
ABOUT_ZH = "networks.yml 里的资料写明哪天核对；不能在将来，超过一年没有再核对的，报告里会点名，不拦发布。"
ABOUT_EN = "What is known of a network was looked up on a day past; after a year it is named in the report."
_NETWORK = """\
ton:
  name: {{zh: TON, en: TON}}
  coin: {{symbol: TON, name: {{zh: TON, en: TON}}, checked: {{date: 2026-11-01, sources: SOURCES}}}}
  explorer: {{name: Explorer, host: explorer.wallet.test, path: https://explorer.wallet.test/tx/,
    checked: {{date: {0}, sources: SOURCES}}}}
  address:
    says: {{zh: EQ 开头, en: Starts with EQ}}
    patterns: ["EQ[A-Za-z0-9_-]{{46}}"]
    checked:
      sources: SOURCES
      date: {1}{2}
""".replace("SOURCES", "[https://a.test/x, https://b.test/x]")
EXAMPLES = [
    data(networks=_NETWORK.format("2026-11-01", "2025-12-01", "")),
    data(networks=_NETWORK.format("2026-11-01", "2025-11-01", MARK)),
    data(networks=_NETWORK.format("2026-11-01", "2026-11-25", MARK)),
]
MEND = "Look it up again in two independent sources, mend what has changed, and set the date to today."


def check(source: Loaded) -> Iterator[Problem]:
    located = source.content.data["networks.yml"]
    for name, network in source.content.networks.items():
        for key, group in network.groups():
            line, what = located.line((name, key, "checked", "date")), f'"{name}.{key}", looked up'
            yield from dated(located.path, line, what, group.checked.date, source.today, lasts=LASTS, mend=MEND)
