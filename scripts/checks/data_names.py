"""Glossary, redirects and search settings name what exists."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, data

ID = "MOD011"
NAME = "data-names"
ABOUT = {
    "zh": "术语表、跳转和搜索设置里写的名字都存在。",
    "en": "The glossary, the redirects and the search settings name articles and terms that exist.",
}
EXAMPLES = [
    data(redirects="redirects: []\n"),
    data(redirects=f"redirects:\n  - {{old: deposits/old/, new: deposits/nowhere/}}{MARK}\n"),
]


def check(source: Source) -> list[Problem]:
    return source.loading("data-names")
