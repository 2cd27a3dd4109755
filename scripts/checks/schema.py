"""Front matter and data have the keys they need, with values of the right kind."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD003"
NAME = "schema"
ABOUT = {
    "zh": "文章开头和数据文件的键不能缺、不能多，值的类型要对。",
    "en": "Front matter and data files have the keys they need and no others, with values of the right kind.",
}
EXAMPLES = [
    page(front={"type": "type: faq"}),
    page(front={"type": "type: story" + MARK}),
    page(front={"reviewed": "reviewed: yesterday" + MARK}),
    page(front={"type": "type: faq\nauthor: me" + MARK}),
]


def check(source: Source) -> list[Problem]:
    return source.loading("schema")
