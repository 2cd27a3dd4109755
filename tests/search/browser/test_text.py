"""The browser makes the same tokens as scripts/search/text.py, from the same tables."""

from __future__ import annotations

import json

from scripts.search.text import Tables
from scripts.site.build import ROOT

DATA = json.loads((ROOT / "tests/data/tokens.json").read_text("utf-8"))


def test_the_browser_makes_the_same_tokens(engine) -> None:
    tables = DATA["tables"] | {"phrases": Tables({}, [], DATA["tables"]["phrases"]).packed_phrases()}
    texts = [text for text, _ in DATA["texts"]]
    made = engine("text.js")("texts.map((text) => tokens(text, readTables(tables)))", texts=texts, tables=tables)
    assert dict(zip(texts, made, strict=True)) == dict(DATA["texts"])


def test_tables_are_unpacked(engine) -> None:
    packed = {"simplified": ["幣沒", "币没"], "variants": [["冲值", "充值"]], "phrases": "提现;cash out|充值||提现"}
    tables = engine("text.js")(
        "(({ simplified, phrases, ...rest }) => ({ ...rest, simplified: [...simplified], phrases: [...phrases] }))"
        "(readTables(packed))",
        packed=packed,
    )
    assert tables == {
        "simplified": [["幣", "币"], ["沒", "没"]],
        "variants": [["冲值", "充值"]],
        "phrases": [["提现", [0, 3]], ["cash out", [0]], ["充值", [1]]],
        "longest": 2,
    }
