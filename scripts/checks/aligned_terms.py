"""A term is translated by its own counterpart: where English says deposit, Chinese does not say 提现 instead (docs/_data/terms.yml)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scripts.content import Content, Problem

from .outline import Unit, counterparts
from .rule import MARK, Source, page

ID = "TRM002"
NAME = "aligned-terms"
ABOUT = {
    "zh": "术语按术语表翻译：一种语言里是充值，另一种里就不是提现。",
    "en": "Terms are translated by the term base: what is a deposit in one language is no withdrawal in the other.",
}
EXAMPLES = [
    page(zh="提现前先看公告。", en="Before a withdrawal, look at the announcements."),
    page(zh="充值没到，联系平台。", en="The money has not come in: contact the platform."),
    page(zh="手续费由平台收。", en="The platform charges a fee."),
    page(zh="充值要几天。", en=f"A withdrawal takes days.{MARK}"),
    page(zh="1. 看。\n2. 点提现。", en=f"1. Look.\n2. Tap deposit.{MARK}"),
]


class Vocabulary:
    """How the terms are written, each with the forms it may take."""

    def __init__(self, content: Content):
        self.terms = {term.id: term for term in content.terms.terms}
        self.forms = {
            "zh": {term.id: [term.zh, *term.search_zh, *term.zh_hant_local, *SHORT["zh"].get(term.id, [])] for term in content.terms.terms},
            "en": {term.id: [term.en, *term.search_en, *SHORT["en"].get(term.id, [])] for term in content.terms.terms},
        }
        self.patterns = {code: self._pattern(code) for code in ("zh", "en")}

    def _pattern(self, code: str) -> re.Pattern:
        words = sorted({term.name(code) for term in self.terms.values()}, key=len, reverse=True)
        if code == "zh":
            return re.compile("|".join(map(re.escape, words)))
        return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")(?:e?s)?\b", re.IGNORECASE)

    @functools.lru_cache(maxsize=16384)  # noqa: B019, one vocabulary a run
    def used(self, text: str, code: str) -> dict[str, int]:
        """The terms in their preferred form, longest first, each with its place."""
        names = {term.name(code).lower(): id_ for id_, term in self.terms.items()}
        found: dict[str, int] = {}
        for match in self.patterns[code].finditer(text):
            word = match[0].lower()
            id_ = next((names[w] for w in (word, word.removesuffix("s"), word.removesuffix("es")) if w in names), None)
            if id_:
                found.setdefault(id_, match.start())
        return found

    @functools.lru_cache(maxsize=65536)  # noqa: B019
    def may_mean(self, text: str, code: str, id_: str) -> bool:
        """Whether any form of the term stands there, within a longer word too."""
        return any(form.lower() in text for form in self.forms[code][id_] if len(form) > 2 or not form.isascii())

    def rivals(self, strange: str, lost: str, zh: str, en: str) -> bool:
        """Whether one stands for the other: "the fee" may be the network fee, a deposit address is no contract address."""
        (zh_1, en_1), (zh_2, en_2) = ((self.terms[id_].zh, self.terms[id_].en.lower()) for id_ in (strange, lost))
        if en_1.split()[-1] == en_2.split()[-1] or zh_1[-2:] == zh_2[-2:]:
            return not (zh_1 in zh_2 or zh_2 in zh_1)
        return en_2.split()[-1] not in en and en_2[:4] not in en and zh_1[-2:] not in zh and zh_1[:2] not in zh


# what articles say for a term, beside what people type
SHORT = {
    "zh": {"sms": ["验证码"], "network": ["链", "网", "拥堵"], "text-message": ["短信"], "pending": ["确认"], "confirmation": ["确认"], "account": ["户", "号"], "log-in": ["登"], "arrive": ["到", "收"], "transaction": ["转", "笔"], "transfer": ["转", "笔", "汇"], "network-fee": ["费"], "fee": ["费"], "two-step-verification": ["验证"]},
    "en": {"verification-code": ["code"], "log-in": ["log", "sign"], "withdrawal": ["withdraw"], "arrive": ["arriv"], "username": ["account"], "pending": ["confirm"], "freeze": ["freez", "froze"], "phishing": ["phish"], "confirmation": ["confirm"]},
}


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    vocabulary = Vocabulary(source.content)
    for mine_page, other, mine, theirs in counterparts(source.content):
        left, right = (vocabulary.used(unit.text.lower(), page_.code) for unit, page_ in ((mine, mine_page), (theirs, other)))
        texts = mine.text.lower(), theirs.text.lower()
        strange = [id_ for id_ in right if not vocabulary.may_mean(texts[0], mine_page.code, id_)]
        rest = texts[1]
        for id_ in strange:  # "key" of a public key is no private key
            rest = rest.replace(vocabulary.terms[id_].en.lower(), " ")
        lost = [id_ for id_ in left if not vocabulary.may_mean(rest, other.code, id_)] if strange else []
        for id_ in strange:
            category = vocabulary.terms[id_].category
            if rival := next((r for r in lost if vocabulary.terms[r].category == category and vocabulary.rivals(id_, r, *texts)), None):
                line = theirs.at(right[id_])
                yield Problem(
                    other.path, line, f'"{vocabulary.terms[id_].en}"',
                    f'"{vocabulary.terms[rival].en}" for "{vocabulary.terms[rival].zh}", as in {mine_page.path}:{mine.at(left[rival])}', "Use the term's own counterpart.",
                )
