"""Headings have an anchor of their own; the title is in the front matter."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD005"
NAME = "headings"
ABOUT = {
    "zh": "每个标题都有自己的锚点；文章标题写在开头。",
    "en": "Every heading has an anchor of its own; the title is in the front matter.",
}
EXAMPLES = [
    page(en="## Steps {#steps}\n\nText."),
    page(en=f"## Steps{MARK}\n\nText."),
    page(en=f"# Steps {{#steps}}{MARK}\n\nText."),
    page(zh=f"## 步骤 {{#steps}}\n\n文字。\n\n## 再来 {{#steps}}{MARK}\n\n文字。"),
]


def check(source: Source) -> list[Problem]:
    return source.loading("headings")
