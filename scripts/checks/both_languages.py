"""Every page exists in both languages, with the same keys where they must agree."""

from __future__ import annotations

from scripts.content import Problem

from .rule import EXAMPLE_PATH, MARK, Example, Source, page

ID = "MOD007"
NAME = "both-languages"
ABOUT = {
    "zh": "每个页面两种语言都有；必须相同的键两边一致。",
    "en": "Every page exists in both languages; what both must share in the front matter is the same.",
}
EXAMPLES = [
    page(),
    Example({EXAMPLE_PATH.format(code="en"): page(front={"type": "type: faq" + MARK}).files[EXAMPLE_PATH.format(code="en")], EXAMPLE_PATH.format(code="zh"): page().files[EXAMPLE_PATH.format(code="zh")]}),
]


def check(source: Source) -> list[Problem]:
    return source.loading("both-languages")
