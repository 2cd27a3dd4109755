"""The forms that a fact's value can have: an address, an e-mail, a path of menus, a time, words.

Each form judges a value in both languages at once, and says in a writer's words what it expects.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from .data import HOST

_HOST = HOST.strip("^$")
_WEB = rf"https://{_HOST}(/[\w.~%@-]+)*/?"
_ADDRESS = re.compile(_WEB, re.ASCII)
_EMAIL = re.compile(rf"\w([\w.+-]*\w)?@{_HOST}", re.ASCII)
_SITES = re.compile(rf"({_WEB}|{_HOST})((, |、)({_WEB}|{_HOST}))*", re.ASCII)
_PHONE = re.compile(r"\+[0-9]{1,3}( [0-9]{2,})+")
_PATH = re.compile(r"[^<>]*[^<>\s] > [^<>\s][^<>]*( > [^<>\s][^<>]*)*")

_FIGURE = r"[0-9]+(?:\.[0-9]+)?"
# How long something takes, in Chinese and in English: units in the same order.
_SPAN = rf"(?<![-–.0-9]){_FIGURE}(?:\s?(?:[-–—~～至到]|to)\s?{_FIGURE})?"
_TIMES = tuple(
    tuple(re.compile(rf"{_SPAN}[ -]?(?:{unit})(?![a-z])") for unit in units)
    for units in (
        ("秒钟?", "分钟", "个?小时", "个?(?:银行)?工作日", "天|个?自然日", "个?星期|周", "个月"),
        ("seconds?", "minutes?", "hours?", "(?:business|working|banking) days?", "(?:calendar )?days?", "weeks?",
         "months?"),
    )
)

# A host inside running text, also as the part of an e-mail behind its @.
NAMED = re.compile(
    r"(?<![a-z0-9.-])(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9](?![a-z0-9-])(?![\w.+-]*@)", re.IGNORECASE | re.ASCII
)

# Marks of Markdown, HTML and templates, and what only looks like a space or like nothing.
_MARKUP = re.compile(r"[<`*|\\\[\]]|\{\{|\}\}|&#?\w+;|~~|__|\n|^\s*(?:#|>|[-+] |[0-9]+[.)] )")
LONGEST = 200
_HAN = re.compile("[\u3400-\u9fff]")
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")

# Values nobody may publish: reserved example names, things left to fill in, words that say nothing.
SAYS_NOTHING = re.compile(
    r"\bexample\.|\.example\b|\.invalid\b|\blocalhost\b|\bplaceholder\b|\bTODO\b|\bFIXME\b|\bTB[ACD]\b|XXX|\blorem\b|…|\.\.\."
    r"|\b(?:to be|not(?: yet)?) (?:confirmed|announced|determined|decided|checked|known)\b|\bun(?:confirmed|known)\b"
    r"|\bcoming soon\b|\bsee (?:the |our )?(?:web ?site|app)\b|\bfill (?:this )?in\b|\binsert\b.*\bhere\b"
    r"|^(?:n/?a|none|nil|null|yes|no|ok|test|pending|later|same|as above|[\W_]+|(.)\1*)$"
    r"|待(?:填|补|定|确认|核实|更新)|(?:尚)?未(?:知|定|确认|核实)|示例|占位|[详见]见?官网|填写|敬请期待|即将(?:公布|上线)|^(?:无|没有|暂无|测试|同上|略|有|是|否)$",
    re.IGNORECASE,
)


def badly_written(text: str) -> str | None:
    """What a text of the facts may not hold, or None: no markup, and nothing that cannot be seen."""
    if match := _MARKUP.search(text):
        return f'"{match[0].strip() or match[0]}"'.replace("\n", "a line break")
    if len(text) > LONGEST:
        return f"{len(text)} characters, of which {LONGEST} fit a line"
    unseen = next((c for c in text if unicodedata.category(c) in _UNSEEN or (c.isspace() and c not in " \u3000")), None)
    return f"the invisible character U+{ord(unseen):04X}" if unseen else None


def not_english(text: str) -> str | None:
    """What is not English in the English words, or None."""
    return f'"{match[0]}"' if (match := _HAN.search(text)) else None


def contact_in(text: str) -> str | None:
    """The host or handle that words hold which are no value, or None: a contact is a fact's value."""
    return f'"{match[0]}"' if (match := NAMED.search(text) or re.search(r"[@＠][\w.]*", text)) else None


@dataclass(frozen=True)
class Form:
    """A form: what is expected, and whether a value in Chinese and in English has it."""

    expected: str
    fits: Callable[[str, str], bool]


def _both(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda zh, en: bool(pattern.fullmatch(zh) and pattern.fullmatch(en))


def _path(zh: str, en: str) -> bool:
    return bool(_PATH.fullmatch(zh) and _PATH.fullmatch(en)) and zh.count(">") == en.count(">")


def _sites(zh: str, en: str) -> bool:
    """Whether both name the same hosts, each once."""
    hosts = [hosts_named(text) for text in (zh, en)]
    return _both(_SITES)(zh, en) and hosts[0] == hosts[1] and len(set(hosts[0])) == len(hosts[0])


def _duration(zh: str, en: str) -> bool:
    """Whether both name the same time: figures that rise, and the unit of the last."""
    said = [
        [(re.findall(_FIGURE, match[0]), unit) for unit, pattern in enumerate(side) for match in pattern.finditer(text)]
        for side, text in zip(_TIMES, (zh, en), strict=True)
    ]
    rising = all(0 < float(figures[0]) <= float(figures[-1]) <= 365 for figures, _ in said[0])
    return bool(said[0]) and said[0] == said[1] and rising and _words(zh, en)


def _words(zh: str, en: str) -> bool:
    """Whether both hold the same figures, where both write figures at all."""
    figures = [sorted(re.findall(_FIGURE, text)) for text in (zh, en)]
    return figures[0] == figures[1] or not all(figures)


# The forms by the name that an entry gives.
FORMS: dict[str, Form] = {
    "address": Form("an address such as https://help.wallet.test/", _both(_ADDRESS)),
    "sites": Form("the same hosts in both languages, each once, such as wallet.test, app.wallet.test", _sites),
    "email": Form("an e-mail address such as support@wallet.test", _both(_EMAIL)),
    "account": Form("the https address of an account, such as https://social.test/name", _both(_ADDRESS)),
    "phone": Form("+, the code of the country, and the number with spaces", _both(_PHONE)),
    "path": Form('menus with " > " between them, as many in both languages', _path),
    "duration": Form("the same time in both languages, in figures with a unit, such as 1–2 business days", _duration),
    "text": Form("words in both languages, with the same figures", _words),
}


def hosts_named(value: str) -> list[str]:
    """The hosts in a value, those of e-mail addresses too, without www."""
    return [match[0].lower().removeprefix("www.") for match in NAMED.finditer(value)]
