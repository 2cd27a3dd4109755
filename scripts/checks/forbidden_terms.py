"""Prose uses the words of the term base, not the forms it forbids (docs/_data/terms.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "TRM001"
NAME = "forbidden-terms"
ABOUT = {
    "zh": "正文用术语表里的说法，不用它禁用的说法。",
    "en": "Prose uses the words of the term base, not the forms that it forbids.",
}
EXAMPLES = [
    page(zh="等平台入账。", en="Copy your wallet address."),
    page(zh=f"联系人工服务员。{MARK}"),
    page(en=f"Copy your purse address.{MARK}"),
    page(front_en={"title": f"title: Copy your purse address{MARK}"}),
]


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    patterns: dict[str, list[tuple[re.Pattern, str]]] = {"zh": [], "en": []}
    for term in source.content.terms.terms:
        patterns["zh"] += [(re.compile(re.escape(word)), term.zh) for word in term.forbidden_zh]
        patterns["en"] += [(re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE), term.en) for word in term.forbidden_en]
    for file in source.pages():
        for number, text in file.prose:
            for pattern, preferred in patterns[file.code]:
                for match in pattern.finditer(text):
                    yield Problem(file.path, number, f'"{match[0]}"', f'"{preferred}"', "Write the preferred word.", match.start() + 1)
