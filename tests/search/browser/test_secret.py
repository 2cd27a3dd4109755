"""What is taken for a recovery phrase or a private key, and so not searched, and what is not.

Nothing here opens a wallet: words of the lists in their order, one character again and again, and the last example of
BIP-39 itself, whose bits are all 1.
"""

from __future__ import annotations

import pytest
from mnemonic import Mnemonic

from scripts.search.site import _wordlists

WORDS = Mnemonic("english").wordlist
CHARACTERS = Mnemonic("chinese_simplified").wordlist
ALL_ONES = "".join(Mnemonic("chinese_simplified").to_mnemonic(b"\xff" * 16).split())


def kind(engine, text: str) -> str | None:
    tables = {"simplified": ["", ""], "variants": [], "phrases": "提现"}
    return engine("secret.js")(
        "secretIn(text, async () => lists, readTables(tables))", text=text, lists=_wordlists(), tables=tables
    )


@pytest.mark.parametrize(
    "text",
    [
        " ".join(WORDS[:12]),
        " ".join(WORDS[:11]),  # one was left out
        "\u200b".join(" ".join(WORDS[:12])),  # copied from a page that hides what it holds
        "My words are: " + ", ".join(WORDS[:12]),
        "5" + "1" * 50,
        "L" + "1" * 51,
        "the key is xprv" + "1" * 107 + ".",
        "zprv" + "1" * 107,
        " ".join(CHARACTERS[:12]),
        "，".join(CHARACTERS[:11]),
        ALL_ONES,
        f"助记词：{ALL_ONES}。",
    ],
)
def test_a_secret_is_known(engine, text: str) -> None:
    assert kind(engine, text) == "secret"


@pytest.mark.parametrize("text", ["ab12" * 16, "0x" + "AB12" * 16, "tx:" + "0" * 64 + "?"])
def test_sixty_four_digits_are_a_hash(engine, text: str) -> None:
    assert kind(engine, text) == "hash"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ".join(WORDS[:10]),
        "the app asked for my words again and i do not know what to do about it",
        "ab12" * 15,
        "ab12" * 17,
        "4" + "1" * 50,
        " ".join(CHARACTERS[:10]),
        ALL_ONES[:-1] + ALL_ONES[0],  # the last character holds the checksum
        ALL_ONES[:-1],
        "提现" + ALL_ONES[2:],
        "".join(reversed(ALL_ONES)),
    ],
)
def test_an_ordinary_text_is_none(engine, text: str) -> None:
    assert kind(engine, text) is None
