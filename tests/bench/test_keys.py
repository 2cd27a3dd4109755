"""What the bench of the guard encodes is what wallets do: keys that no wallet would take would measure nothing."""

from __future__ import annotations

import random

import pytest

from tests.bench import keys


def test_encodings_give_the_examples_of_their_specifications():
    witness = bytes.fromhex("751e76e8199196d454941c45d1b3a323f1433bd6")  # BIP-173
    assert keys.bech32("bc", witness, [0]) == "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
    public = bytes.fromhex("3f0c34bf93ad0d9971d04ccc90f705511c838aad9734a4a2fb0d7a03fc7fe89a")  # SEP-23
    assert keys.stellar(6 << 3, public) == "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ"
    assert keys.base58check(bytes(21)) == "1111111111111111111114oLvT2"
    assert keys.base58check(bytes(21), keys.RIPPLE) == "rrrrrrrrrrrrrrrrrrrrrhoLvTp"  # ACCOUNT_ZERO


@pytest.mark.parametrize(
    ("name", "begins", "length"),
    [
        ("WIF, Bitcoin, compressed", "KL", 52), ("WIF, Bitcoin", "5", 51), ("WIF, Dogecoin", "6Q", None),
        ("BIP-38", "6", 58), ("xprv", "x", 111), ("zprv", "z", 111), ("XRP, s…", "s", None), ("Stellar, S…", "S", 56),
        ("Sui", "s", 70),
    ],
)  # fmt: skip
def test_keys_begin_and_end_as_wallets_know_them(name: str, begins: str, length: int | None):
    for number in range(20):
        key = keys.KEYS[name](random.Random(number))
        assert key[0] in begins and len(key) == (length or len(key))
