"""Prose uses the words of the term base, not the forms it forbids (docs/_data/terms.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Content, Problem

from .prose import prose

NAME = "forbidden-terms"


def check(content: Content) -> Iterator[Problem]:
    rules: dict[str, list[tuple[re.Pattern, str]]] = {"zh": [], "en": []}
    for term in content.terms.terms:
        rules["zh"] += [(re.compile(re.escape(word)), term.zh) for word in term.forbidden_zh]
        rules["en"] += [(re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), term.en) for word in term.forbidden_en]
    for page in content.pages.values():
        for line, text in prose(page):
            for pattern, preferred in rules[page.code]:
                if match := pattern.search(text):
                    yield Problem(page.path, line, f'"{match[0]}"', f'"{preferred}"')
