"""Examples of what a rule finds and what it leaves alone. They are its documentation (RULES.md) and its tests."""

import datetime
import re
from dataclasses import dataclass

from scripts.site.assets import POLICY

MARK = " ⟸"  # ends a line of an example at which the rule must point


@dataclass(frozen=True)
class Example:
    """Files that replace or join those of the tests' sample. Lines that end in MARK are what the rule must find."""

    files: dict[str, str]
    today: datetime.date = datetime.date(2026, 11, 23)


_REST = "related:\n  - deposit-crypto\nreviewed: 2026-11-01\n---\n\n"
FRONT = {
    code: f"---\ntitle: {title}\ndescription: {said}\ntype: how-to\napplies_to: both\nquestions:\n  - {asked}\n{_REST}"
    for code, title, said, asked in (
        ("zh", "示例文章", "这是一句说明。", "举个例子"),
        ("en", "An example article", "This is one sentence.", "for example"),
    )
}
EXAMPLE_PATH = "docs/{code}/deposits/example.md"
Lines = dict[str, str] | None


def page(
    zh: str = "先看余额。", en: str = "First look at the balance.", front: Lines = None, front_en: Lines = None
) -> Example:
    """An example of an article in both languages, with these bodies. `front` replaces lines of both front matters, by
    key: the whole lines; {"title": ""} removes one. `front_en` does so in the English one alone."""
    files = {}
    for code, body, replaced in (("zh", zh, front or {}), ("en", en, {**(front or {}), **(front_en or {})})):
        head = FRONT[code]
        for key, lines in replaced.items():
            head = re.sub(rf"^{key}:.*\n(?:  .*\n)*", lines and lines + "\n", head, flags=re.MULTILINE)
        safety = "" if "SAFE-" in body else "\n\n{{ SAFE-1 }}"
        files[EXAMPLE_PATH.format(code=code)] = f"{head}{body.strip(chr(10))}{safety}\n"
    return Example(files)


def safety(zh: str = "谁要都不给。", en: str = "Give it to nobody.") -> Example:
    """An example of a safety line: of a text that readers see and that stands in data."""
    used = "".join(f"SAFE-{n}: {{zh: 助记词, en: recovery phrase}}\n" for n in range(1, 11) if n != 2)  # by the sample
    return data(safety=f"SAFE-2:\n  zh: {zh}\n  en: {en}\n{used}")


HTML = """\
<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>{title}</title>
<meta name="description" content="What it says.">
{head}</head><body><article>{body}</article></body></html>
"""


def built(
    body: str = "<p>Text.</p>", title: str = "An example", head: str = "", lang: str = "en", marked: bool = False
) -> Example:
    """An example of a built English page; marked, the rule must point at the first line of its Markdown."""
    files = page().files
    path = EXAMPLE_PATH.format(code="en")
    files[path] = files[path].replace("---", "---" + MARK, 1) if marked else files[path]
    html = HTML.format(policy=POLICY, lang=lang, title=title, head=head, body=body)
    return Example(files | {"site/en/deposits/example/index.html": html})


def data(**texts: str) -> Example:
    """An example of data files: data(links="…") replaces docs/_data/links.yml."""
    return Example({f"docs/_data/{name}.yml": text for name, text in texts.items()})


_NAVIGATION = """\
emergency: wallet-compromised
account_kinds: who-holds-your-funds
privacy: privacy-on-this-site
hash: [find-transaction-hash]
popular:
  - {popular}
home_safety: SAFE-1
locked_out:
  - {locked_out}
way_out: contact-tpwallet-support
sections:
  - {{id: deposits, icon: material/bank, articles: [
      deposit-not-arrived, deposit-wrong-network, choose-deposit-method, deposit-crypto]}}
  - {{id: withdrawals, icon: material/bank, articles: [withdrawal-not-received, withdraw-crypto]}}
  - {{id: troubleshooting, icon: material/bank, articles: [
      find-transaction-hash, verification-code-not-received, who-holds-your-funds, privacy-on-this-site]}}
  - {{id: security-scams, icon: material/bank, articles: [wallet-compromised, fake-support-scams]}}
  - {{id: contact, icon: material/bank, articles: [contact-tpwallet-support, phone-support]}}
"""


def navigation(popular: str, locked_out: str) -> Example:
    """An example of the sample's navigation, with one article in each of these lists."""
    return data(navigation=_NAVIGATION.format(popular=popular, locked_out=locked_out))


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
      confirmed: {by: product-lead, date: 2026-11-01, evidence: "Product handbook, 2026-11-01"}}
withdraw: {review_time: VALUE, methods: {crypto: METHOD, bank_account: METHOD}}
status: {status_page_url: VALUE}
""".replace("METHOD", _METHOD).replace("VALUE", _VALUE)


def facts(custody: str) -> Example:
    """An example of all facts that the sample uses: that kind of accounts, deposits by card confirmed as offered."""
    return data(facts=_FACTS.replace("CUSTODY", custody))
