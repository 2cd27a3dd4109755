"""YAML that can be read: no broken line, no key twice."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD002"
NAME = "yaml-syntax"
ABOUT = {
    "zh": "YAML 语法要对：不能有坏行，同一个键不能出现两次。",
    "en": "YAML has no broken line, and no key twice.",
}
EXAMPLES = [
    page(front={"title": 'title: "A colon: inside quotes"'}),
    page(front={"title": "title: A colon: outside quotes" + MARK}),
    page(front={"title": "title: Once\ntitle: Twice" + MARK}),
]


def check(source: Source) -> list[Problem]:
    return source.loading("yaml")
