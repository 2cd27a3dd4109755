"""::: blocks are closed, {{ keys }} are whole."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD004"
NAME = "blocks"
ABOUT = {
    "zh": "::: 块要成对，{{ 键 }} 要写完整。",
    "en": "::: blocks are opened and closed, {{ keys }} are written whole.",
}
EXAMPLES = [
    page(en="::: self-custody\nText.\n:::"),
    page(en=f"::: self-custody{MARK}\nText."),
    page(zh=f"::: self-custodial{MARK}\n文字。\n:::"),
    page(en=f"Wait {{{{ deposit.arrival_time.{MARK}"),
]


def check(source: Source) -> list[Problem]:
    return source.loading("blocks")
