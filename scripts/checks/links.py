"""Links lead to pages and anchors of the same language that exist."""

from __future__ import annotations

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "MOD010"
NAME = "links"
ABOUT = {
    "zh": "链接指向同一语言里存在的页面和锚点。",
    "en": "Links lead to pages and anchors that exist, of the same language, by their .md file.",
}
EXAMPLES = [
    page(en="[Deposits](deposit-crypto.md)"),
    page(en=f"[Deposits](deposit-crypt.md){MARK}"),
    page(en=f"[Deposits](../../zh/deposits/deposit-crypto.md){MARK}"),
    page(zh=f"[充值](deposit-crypto.md#nowhere){MARK}"),
    page(zh=f"[充值](/deposits/deposit-crypto/){MARK}"),
]


def check(source: Source) -> list[Problem]:
    return source.loading("links")
