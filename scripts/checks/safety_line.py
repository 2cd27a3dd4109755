"""Exactly one safety line an article."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD006"
NAME = "safety-line"
ABOUT = {
    "zh": "每篇文章正好一条安全提示。",
    "en": "An article has exactly one safety line.",
}
EXAMPLES = [
    page(en="Text.\n\n{{ SAFE-1 }}"),
    page(en=f"Text.\n\n{{{{ SAFE-1 }}}}\n\n{{{{ SAFE-2 }}}}{MARK}"),
]


def check(source: Source) -> list[Problem]:
    return source.loading("safety-line")
