"""A term is translated by its own counterpart: where English says deposit, Chinese does not say 提现 (terms.yml)."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.checks.lib.outline import counterparts
from scripts.content import Content
from scripts.content.data import Term

ID, NAME, SEVERITY = "TRM002", "aligned-terms", "warning"
NEEDS = ("terms.yml",)
ABOUT_ZH = "术语按术语表翻译：一种语言里是充值，另一种里就不是提现。"
ABOUT_EN = "Terms are translated by the term base: what is a deposit in one language is no withdrawal in the other."
EXAMPLES = [
    page(zh="提现前先看公告。\n\n手续费由平台收。", en="Before a withdrawal, look.\n\nThe platform takes a fee."),
    page(zh="充值没到，联系平台。", en="The money has not come in: contact the platform."),
    page(zh="充值要几天。`提现`", en=f"<!-- deposit --> A withdrawal takes days.{MARK}"),
    page(zh="1. 点提现。\n\n看：\n- 点提现", en=f"1. Tap deposit.{MARK}\n\nLook:\n- Tap deposit{MARK}"),
]

# What articles say for a term, beside what people type.
SHORT = {
    "zh": {
        "sms": "验证码", "network": "链 网 拥堵", "text-message": "短信", "pending": "确认", "confirmation": "确认",
        "account": "户 号", "log-in": "登", "arrive": "到 收", "transaction": "转 笔", "transfer": "转 笔 汇",
        "network-fee": "费", "fee": "费", "two-step-verification": "验证",
    },
    "en": {
        "verification-code": "code", "log-in": "log sign", "withdrawal": "withdraw", "arrive": "arriv",
        "username": "account", "pending": "confirm", "freeze": "freez froze", "phishing": "phish",
        "confirmation": "confirm",
    },
}  # fmt: skip


class Vocabulary:
    """How the terms are written, each with the forms it may take, in lower case."""

    def __init__(self, content: Content) -> None:
        self.terms = {term.id: term for term in content.terms.terms}
        self.forms: dict[tuple[str, str], list[str]] = {}
        for id_, term in self.terms.items():
            forms = {"zh": [term.zh, *term.search_zh, *term.zh_hant_local], "en": [term.en, *term.search_en]}
            for code, written in forms.items():
                written += SHORT[code].get(id_, "").split()
                self.forms[id_, code] = [form.lower() for form in written if len(form) > 2 or not form.isascii()]
        self.names = {code: {term.name(code).lower(): id_ for id_, term in self.terms.items()} for code in SHORT}
        zh, en = ("|".join(map(re.escape, sorted(self.names[code], key=len, reverse=True))) for code in ("zh", "en"))
        self.patterns = {"zh": re.compile(f"({zh})"), "en": re.compile(rf"\b({en})(?:e?s)?\b")}

    def used(self, text: str, code: str) -> dict[str, int]:
        """The terms in their preferred form, each with its place."""
        found: dict[str, int] = {}
        for match in self.patterns[code].finditer(text):
            found.setdefault(self.names[code][match[1]], match.start())
        return found

    def missing(self, ids: dict[str, int], text: str, code: str) -> list[str]:
        """The terms of which no form stands there, not even within a longer word."""
        return [id_ for id_ in ids if not any(form in text for form in self.forms[id_, code])]


def rivals(a: Term, b: Term, zh: str, en: str) -> bool:
    """Whether one is said for the other: a fee may be the network fee; a deposit address is no contract address."""
    last_a, last_b = a.en.lower().split()[-1], b.en.lower().split()[-1]
    if a.category != b.category:
        return False
    if last_a == last_b or a.zh[-2:] == b.zh[-2:]:
        return a.zh not in b.zh and b.zh not in a.zh
    return not (last_b in en or b.en.lower()[:4] in en or a.zh[-2:] in zh or a.zh[:2] in zh)


def check(source: Loaded) -> Iterator[Problem]:
    vocabulary = Vocabulary(source.content)
    for mine_page, other, mine, theirs in counterparts(source):
        zh, en = mine.text.lower(), theirs.text.lower()
        left, right = vocabulary.used(zh, mine_page.code), vocabulary.used(en, other.code)
        strange = [vocabulary.terms[id_] for id_ in vocabulary.missing(right, zh, mine_page.code)]
        rest = en
        for term in strange:  # "key" of a public key is no private key
            rest = rest.replace(term.en.lower(), " ")
        lost = [vocabulary.terms[id_] for id_ in vocabulary.missing(left, rest, other.code)] if strange else []
        for term in strange:
            if wanted := next((wanted for wanted in lost if rivals(term, wanted, zh, en)), None):
                expected = f'"{wanted.en}" for "{wanted.zh}", as in {mine_page.path}:{mine.at(left[wanted.id])}'
                line, mend = theirs.at(right[term.id]), "Use the term's own counterpart."
                yield Problem(other.path, line, f'"{term.en}"', expected, mend)
