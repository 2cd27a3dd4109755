"""No contact is written out: e-mail, address of the web, handle and phone number come from the facts, by key.

Whoever pastes a "support" handle into an article sends readers to a scammer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Content, Page, Problem
from scripts.content.articles import ArticleFront

from .prose import prose

NAME = "literal-contacts"

CONTACTS = [
    ("an e-mail address", re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")),
    ("a web address", re.compile(r"\b(https?://|www\.)\S+", re.IGNORECASE)),
    ("a domain", re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|app|xyz|cn|co|info|top|vip|pro|cc|finance|link|site|online)\b", re.IGNORECASE)),
    ("a handle", re.compile(r"(?<![\w@])@[A-Za-z]\w{2,}")),
    ("a phone number", re.compile(r"(?<![\w.])(?:\+\d{1,3}[ -]?)?(?:\(?\d{3,4}\)?[ -]?){2}\d{3,4}(?![\w.])|\b(?:400|800|95\d)-?\d{3,}")),
]


def check(content: Content) -> Iterator[Problem]:
    for page in content.pages.values():
        for line, text in _lines(page):
            for kind, pattern in CONTACTS:
                if match := pattern.search(text):
                    yield Problem(page.path, line, f'{kind}, "{match[0]}"', "a contact by its key, such as {{ support.email.address }}")
                    break


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """The prose, the targets of links to other hosts, and what people ask."""
    yield from prose(page)
    for link in page.links:
        if "//" in link.target or ":" in link.target:
            yield link.line, link.target
    if isinstance(page.front, ArticleFront):
        for number, question in enumerate(page.front.questions):
            yield page.located.line(("questions", number)), question
