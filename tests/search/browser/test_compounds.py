"""Words that a reader joins or cuts otherwise than the site does: what is searched instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.search.index import Article, write
from scripts.search.text import Tables

from .conftest import LOADED

# Concepts; all other words are known from titles.
TABLES = Tables(
    {}, [],
    {
        "gas fee": [0], "矿工费": [0], "2fa": [1], "txid": [2], "fac id": [3], "cash out": [4], "cashout": [4],
        "passwordwallet": [5],
    },
)  # fmt: skip
EN = (
    "Network: TRC20 or ERC20",
    "Forgot a password",
    "Private keys, USDT",
    "Withdrawal to a wallet",
    "Step, word, keyword, ID, wordstepper",
)
ZH = ("忘记密码", "提现没到账 USDT")


@pytest.fixture(scope="module")
def respelled(engine, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], str]:
    """What is searched in a language instead of a query."""
    root: Path = tmp_path_factory.mktemp("site")
    for code, titles in (("en", EN), ("zh", ZH)):
        articles = [Article(f"{number}/", title, "Group", "", (), ()) for number, title in enumerate(titles)]
        write(root / "search" / code, articles, TABLES, {})
    module = engine("compounds.js")
    module("(globalThis.indexes = new Map(), null)")
    load = f"indexes.set(code, await (async (root, code) => {LOADED})(root, code))"
    for code in ("en", "zh"):
        module(f"({load}, null)", root=f"{root}/", code=code)
    return lambda code, query: module(
        "readScript(indexes.get(code), query).then(() => respelled(indexes.get(code), query))", code=code, query=query
    )


@pytest.mark.parametrize(
    ("query", "searched"),
    [
        # cut: by the words of a concept, by those of the index, by both
        ("gasfee", "gas fee"),
        ("forgotpassword", "forgot password"),
        ("PrivateKeys", "private keys"),
        ("usdttrc20", "usdt trc20"),
        ("trc20usdt gasfees", "trc20 usdt gas fees"),
        ("walletgas", "wallet gas"),
        ("2step", "2 step"),
        ("password2fa", "password 2fa"),
        ("wordstep?", "word step?"),
        ("faceid", "face id"),  # a piece of two letters, by its concept
        ("withdrawaltowallet", "withdrawal to wallet"),  # a small word within
        ("usdt的gasfee是多少", "usdt的gas fee是多少"),
        # joined
        ("2 FA", "2fa"),
        ("2-FA", "2fa"),
        ("2.fa", "2fa"),
        ("tx_id", "txid"),
        ("TRC 20", "trc20"),
        ("pass word", "password"),
        ("my with drawal", "my withdrawal"),
    ],
)
def test_words_are_joined_and_cut_as_the_site_has_them(respelled, query: str, searched: str) -> None:
    assert respelled("en", query) == searched


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        "忘记密码",
        "Forgot PASSWORD",  # nothing to mend
        "Gas-Fee",
        "cash out",  # a concept as it is
        "passwordwallet",
        "key word",  # so are these words
        "wordstep",  # not finished yet
        "for got",  # and small words
        "trc 密码 20",  # no neighbours
        "walletx",  # not all of it is known
        "xgasfee",
        "withdrawalto",  # a small word at an end: "inactive" is none with "in"
        "towallet",
        "passwordid",  # a short piece that makes no concept
        "idpassword",
        "2026 123456 20261126",  # a number is not cut
        "gas" * 11,  # longer than any word
        "gasfee " * 31,  # enough to find without
        "constructor hasOwnProperty",
    ],
)
def test_all_else_stays_as_it_was_typed(respelled, query: str) -> None:
    assert respelled("en", query) == query


@pytest.mark.parametrize(
    ("query", "searched"),
    [
        ("gasfee", "gas fee"),  # by a concept, which has Chinese words too
        ("usdtgas", "usdt gas"),
        ("tixianmeidaozhang", "tixianmeidaozhang"),
        ("wang ji mi ma", "wang ji mi ma"),
    ],
)
def test_chinese_in_latin_letters_is_no_joined_english(respelled, query: str, searched: str) -> None:
    assert respelled("zh", query) == searched
