"""Facts, safety lines, pictures and related articles that are named exist; titles are short enough."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD009"
NAME = "keys"
ABOUT = {
    "zh": "引用的事实、安全提示、图片和相关文章都存在；标题不超长。",
    "en": "Facts, safety lines, pictures and related articles exist by the name that is used; titles are short enough.",
}
EXAMPLES = [
    page(en="Wait {{ deposit.arrival_time }}."),
    page(en=f"Wait {{{{ deposit.arrival_times }}}}.{MARK}"),
    page(front={"related": "related:\n  - no-such-article" + MARK}),
    page(en=f"Text.\n\n{{{{ SAFE-99 }}}}{MARK}"),
    page(front={"title": "title: " + "x" * 90 + MARK}),
]


def check(source: Source) -> list[Problem]:
    return source.loading("keys")
