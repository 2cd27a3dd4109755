"""A link to another host, which is a recommendation, leads to one that somebody has looked at, to the letter."""

from collections.abc import Iterator
from typing import get_args

from scripts.checks.lib import MARK, Example, Loaded, Problem, data, page
from scripts.checks.lib.hosts import LISTED, YAML_COMMENT, official
from scripts.checks.lib.links import BARE, host, of_pages
from scripts.content.facts import Standing

ID, NAME, SEVERITY = "LNK001", "external-hosts", "error"
NEEDS = ("links.yml", "networks.yml", "facts.yml")
ABOUT_ZH = "链接只能指向 links.yml 里登记的网站、networks.yml 里的区块浏览器，或已确认事实里的网站，域名一字不差。"
ABOUT_EN = "A link to another site leads to a host of links.yml, an explorer or a confirmed fact, to the letter."
EXAMPLES = [
    page(zh="看[充值](deposit-crypto.md)。\n~~~\n```\nhttps://a.test\n~~~", en="See `https://wallet.test`."),
    Example(page(en="[A](https://explorer.wallet.test/t?i=1), [b](HTTPS://EXPLORER.wallet.test:443).").files | LISTED),
    Example(page(en=f"www.explorer.wallet.test{MARK}\nhttps://explorer.wallet.test@a.test{MARK}").files | LISTED),
    page(
        zh=f"看[区块浏览器](https://other.test/)。{MARK}\n打开 www.other.test，看一看。{MARK}",
        en=f"[Explorer](//other.test/x){MARK}\n<https://other.test>{MARK}\n[it][1]{MARK}\n\n[1]: http://other.test/{MARK}",
    ),
    data(search=f"# https://other.test\nfirst: []\nsame:\n  - [explorer, see https://other.test]{MARK}\n"),
]

FACTS = "docs/_data/facts.yml"
# what a source or a reason names is no link; the explorers of networks.yml count as listed
NOT_SHOWN = ("docs/_data/links.yml", "docs/_data/networks.yml", "docs/_data/accepted.yml")
EXPECTED = "a host of docs/_data/links.yml or of a confirmed fact"
MEND = "Take the link out; or have the security lead look at the host and list it in docs/_data/links.yml."


def check(source: Loaded) -> Iterator[Problem]:
    allowed = official(source.content) | source.content.linkable
    for file, link in of_pages(source.pages()):
        if (name := host(link.target)) and name not in allowed:
            yield Problem(file.path, link.line, f'a link to "{name}"', EXPECTED, MEND, link.column)
    planned = official(source.content, get_args(Standing))  # of facts.yml, which no page links to unless confirmed
    for file in source.files:
        known = allowed | planned if file.path == FACTS else allowed
        shown = file.path.endswith(".yml") and file.path not in NOT_SHOWN
        for number, line in enumerate(file.lines if shown else (), 1):
            for match in BARE.finditer(YAML_COMMENT.sub("", line)):
                name = host(match[0].rstrip(".,;:!?"))
                if name not in known and "evidence:" not in line:
                    yield Problem(file.path, number, f'a link to "{name}"', EXPECTED, MEND, match.start() + 1)
