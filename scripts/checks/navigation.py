"""Every article is in the navigation once, and what is there exists."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Example, Source, page

ID = "MOD008"
NAME = "navigation"
ABOUT = {
    "zh": "每篇文章在导航里出现一次；导航里的都存在。",
    "en": "Every article is listed in the navigation once, and what is listed exists.",
}
EXAMPLES = [
    page(),
    Example({path.replace("example", "unlisted"): "---" + MARK + text[3:] for path, text in page().files.items()}),
]


def check(source: Source) -> list[Problem]:
    return source.loading("navigation")
