"""A link to another host leads to one that somebody has looked at: docs/_data/links.yml, or a confirmed fact.

A careless or paid-for link on the help center of a wallet is a recommendation; the host is compared to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Content, Problem

from .rule import MARK, Example, Source, data, page
from .written_links import BARE, canonical, host, of_pages

ID = "LNK001"
NAME = "external-hosts"
ABOUT = {
    "zh": "链接只能指向 docs/_data/links.yml 里登记的网站，或已确认事实里的网站，域名一字不差。",
    "en": "A link to another site leads to a host of docs/_data/links.yml or of a confirmed fact, exactly as written there.",
}
_LISTED = data(links="links:\n  - {host: explorer.wallet.test, reason: an example, date: 2026-01-31}\n").files
EXAMPLES = [
    page(zh="看[充值](deposit-crypto.md)。", en="See [deposits](deposit-crypto.md), and `https://wallet.test` in code."),
    Example(page(en="[Explorer](https://explorer.wallet.test/tx?id=1), [again](HTTPS://EXPLORER.wallet.test:443).").files | _LISTED),
    Example(page(en=f"[Explorer](https://www.explorer.wallet.test/){MARK}").files | _LISTED),
    Example(page(en=f"[Explorer](https://explorer.wallet.test@other.test/){MARK}").files | _LISTED),
    page(zh=f"看[区块浏览器](https://other.test/)。{MARK}"),
    page(en=f"[Explorer](//other.test/x){MARK}"),
    page(en=f"Look at <https://other.test>.{MARK}"),
    page(en=f"Look at [the explorer][1].{MARK}\n\n[1]: http://other.test/{MARK}"),
    page(zh=f"打开 www.other.test，看一看。{MARK}"),
    page(en=f'<a\n  href="https://other.test/">Look</a>{MARK}'),
    data(search=f"first: []\nsame:\n  - [explorer, see https://other.test]{MARK}\n"),
    data(search="# https://other.test\nfirst: []\nsame: []\n"),
]

FACTS = "docs/_data/facts.yml"
NOT_SHOWN = ("docs/_data/links.yml", "docs/_data/accepted.yml")
COMMENT = re.compile(r"(?:^|\s)#.*")
BARE_HOST = re.compile(r"(?<![a-z0-9_@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![a-z0-9_-])", re.IGNORECASE)
MEND = "Take the link out; or have the security lead look at the host and list it in docs/_data/links.yml."


def official(content: Content, states: tuple[str, ...] = ("confirmed",)) -> set[str]:
    """The hosts that stand in the values of contacts and product facts in these states, not those of e-mail addresses."""
    values = [fact.text(language.code) or "" for fact in content.facts.values() if fact.state in states for language in content.languages]
    return {canonical(match[0]) for value in values for match in BARE_HOST.finditer(value)}


def check(source: Source) -> Iterator[Problem]:
    content = source.content
    if not content:
        return
    allowed = official(content) | set(content.hosts)
    expected = "a host of docs/_data/links.yml or of a confirmed fact"
    for file, link in of_pages(source.pages()):
        name = host(link.target)
        if name and name not in allowed:
            yield Problem(file.path, link.line, f'a link to "{name}"', expected, MEND, link.column)
    planned = official(content, ("unconfirmed", "confirmed"))  # of facts.yml: not shown as links until confirmed
    for file in source.files:
        if not file.path.endswith(".yml") or file.path in NOT_SHOWN:
            continue
        for number, line in enumerate(file.lines, 1):
            for match in BARE.finditer(COMMENT.sub("", line)):
                name = host(match[0].rstrip(".,;:!?"))
                if name not in allowed and not (file.path == FACTS and name in planned) and "evidence:" not in line:
                    yield Problem(file.path, number, f'a link to "{name}"', expected, MEND, match.start() + 1)
