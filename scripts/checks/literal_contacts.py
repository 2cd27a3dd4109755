"""No contact is written out: e-mail, address of the web, handle and phone number come from the facts, by key.

Whoever pastes a "support" handle into an article sends readers to a scammer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "CON001"
NAME = "literal-contacts"
ABOUT = {
    "zh": "正文里不写任何联系方式：邮箱、网址、账号、电话都用事实的键。",
    "en": "No contact is written out: e-mail, web address, handle and phone number come from the facts, by key.",
}
EXAMPLES = [
    page(zh="App 版本如 1.2.34，金额 1000 USDT。", en="Write to {{ support.email.address }}."),
    page(en=f"Write to help@wallet.test.{MARK}"),
    page(zh=f"上 wallet-help.com 看看。{MARK}"),
    page(en=f"Message @wallet_help.{MARK}"),
    page(zh=f"拨打 400-123-4567。{MARK}"),
    page(en=f"[Contact support](https://t.me/x){MARK}"),
    page(front={"questions": f"questions:\n  - is help@wallet.test real{MARK}"}),
]

CONTACTS = [
    ("an e-mail address", re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")),
    ("a web address", re.compile(r"\b(https?://|www\.)[^\s<>()\[\]\"'，。；、）」]+", re.IGNORECASE)),
    ("a domain", re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|app|xyz|cn|co|info|top|vip|pro|cc|finance|link|site|online)\b", re.IGNORECASE)),
    ("a handle", re.compile(r"(?<![\w@])@[A-Za-z]\w{2,}")),
    ("a phone number", re.compile(r"(?<![\w.])(?:\+\d{1,3}[ -]?)?(?:\(?\d{3,4}\)?[ -]?){2}\d{3,4}(?![\w.])|\b(?:400|800|95\d)-?\d{3,}")),
]


# Wherever it stands, in a link's target too.
MESSENGER = re.compile(
    r"\b(?:t\.me|telegram\.me|wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|discord\.gg|m\.me|line\.me|signal\.me|"
    r"(?:x|twitter|facebook|instagram|weibo|youtube)\.com)/\S+|\b(?:mailto|tel|sms|tg|whatsapp|weixin):[^\s)]+",
    re.IGNORECASE,
)


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        for number, text in [*file.prose, *file.questions]:
            for kind, pattern in CONTACTS:
                if match := pattern.search(text):
                    expected = "a contact by its key, such as {{ support.email.address }}"
                    yield Problem(file.path, number, f'{kind}, "{match[0]}"', expected, "Take it out of the text.", match.start() + 1)
                    break
            else:
                if match := MESSENGER.search(file.lines[number - 1]):
                    yield Problem(
                        file.path, number, f'a contact, "{match[0]}"', "a contact by its key, such as {{ support.email.address }}",
                        "Take it out of the text.", match.start() + 1,
                    )
