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
    preferred: dict[str, dict[str, str]] = {"zh": {}, "en": {}}
    for term in source.content.terms.terms:
        preferred["zh"] |= {word: term.zh for word in term.forbidden_zh}
        preferred["en"] |= {word.lower(): term.en for word in term.forbidden_en}
    # one pattern a language, the longest word first
    words = {code: "|".join(re.escape(word) for word in sorted(forms, key=len, reverse=True)) for code, forms in preferred.items()}
    patterns = {"zh": re.compile(words["zh"]), "en": re.compile(rf"\b(?:{words['en']})\b", re.IGNORECASE)}
    for file in source.pages():
        for number, text in file.prose:
            for match in patterns[file.code].finditer(text):
                right = preferred[file.code][match[0].lower()]
                yield Problem(file.path, number, f'"{match[0]}"', f'"{right}"', "Write the preferred word.", match.start() + 1)
