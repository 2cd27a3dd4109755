"""No on-chain address and no transaction hash is written out: readers copy what they see and send to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import EXAMPLE_PATH, MARK, Example, Source, data, page

ID = "SEC003"
NAME = "on-chain-address"
ABOUT = {
    "zh": "任何文件里都不写真实的链上地址和交易哈希，读者会照着转账。",
    "en": "No file holds an on-chain address or a transaction hash: readers copy it and send to it.",
}
EXAMPLES = [
    page(zh="地址像 `0x12…EXAMPLE` 或 `T…EXAMPLE`。", en="It starts with 0x, bc1 or T: 0x1234…abcd, 0xEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAM."),
    page(zh=f"转到 0x52908400098527886E0F7030069857D2E4169EE7。{MARK}", en=f"`1BoatSLRHtKNngkdXEeobR76b53LETtpyT`{MARK}"),
    page(en=f"See [it](https://a.test/TJRabPrwbZy45sbavfcjinPJC18kjpRTv8).{MARK}\n\nbc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq{MARK}"),
    page(en=f"7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV{MARK}\n\nrEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh{MARK}"),
    page(en=f"cosmos1depk54cuajgkzea6zpgkq36tnjwdzv4afc3d27{MARK}\n\n```\n0x{'5c50'[::-1] * 16}{MARK}\n```"),
    page(front={"questions": f"questions:\n  - is LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9 real{MARK}"}),
    data(redirects=f"redirects: []  # 0x52908400098527886e0f7030069857d2e4169ee7{MARK}\n"),
    Example({EXAMPLE_PATH.format(code="en").replace(".md", ".svg"): f"<svg>\n<text>0x52908400098527886e0f7030069857d2e4169ee7</text>{MARK}\n</svg>\n"}),
]

ALONE = r"(?<![A-Za-z0-9])(?:{})(?![A-Za-z0-9])"
KINDS = [
    ("a transaction hash", re.compile(ALONE.format("(?:0[xX])?[0-9a-fA-F]{64}"))),
    ("an Ethereum address", re.compile(ALONE.format("0[xX][0-9a-fA-F]{40}|xdc[0-9a-fA-F]{40}|41[0-9a-fA-F]{40}"))),
    # Bitcoin, Litecoin, Cosmos, Cardano and others: a name, 1, and letters without 1, b, i, o
    ("a bech32 address", re.compile(ALONE.format("[a-zA-Z]{1,15}1[02-9ac-hj-np-zAC-HJ-NP-Z]{38,100}|(?:addr|stake)(?:_test)?1[02-9a-z]{50,100}"))),
    ("a Bitcoin Cash address", re.compile(ALONE.format("(?:bitcoincash:)?[qp][02-9ac-hj-np-z]{41}"))),
    # Bitcoin 1… and 3…, TRON T…, Ripple r…, Litecoin L… and M…, Dogecoin D…, Solana, Polkadot, Monero; Solana's signatures
    ("a base58 address", re.compile(ALONE.format("[1-9A-HJ-NP-Za-km-z]{25,48}|[1-9A-HJ-NP-Za-km-z]{86,88}|[48][1-9A-HJ-NP-Za-km-z]{94}"))),
    ("a TON address", re.compile(r"(?<![\w-])(?:[EUk]Q[A-Za-z0-9_-]{46}|-?[01]:[0-9a-fA-F]{64})(?![\w-])")),
    ("a Stellar address", re.compile(ALONE.format("G[A-Z2-7]{55}"))),
    ("an address", re.compile(ALONE.format("(?:algo)?[A-Z2-7]{58}|f[0-4][a-z2-7]{39,86}"))),
]
CLASSES = [re.compile(pattern) for pattern in ("[0-9]", "[A-Z]", "[a-z]")]
LONG = re.compile(r"[A-Za-z0-9_-]{25}")  # most lines have nothing so long
BASE64 = re.compile(r";base64,[A-Za-z0-9+/=]+")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            if not LONG.search(line):
                continue
            line = BASE64.sub(lambda match: " " * len(match[0]), line)
            for kind, match in _addresses(line):
                mend = "Take it out, or shorten it so that nobody can send to it: 0x12…EXAMPLE."
                yield Problem(file.path, number, f"{kind}, {match[0]}", "no address or hash that works", mend, match.start() + 1)


def _addresses(line: str) -> Iterator[tuple[str, re.Match]]:
    end = 0
    for kind, pattern in KINDS:
        for match in pattern.finditer(line):
            # chance makes names and words of one class of characters; an address has digits and both cases
            if kind == "a base58 address" and not all(each.search(match[0]) for each in CLASSES):
                continue
            if match.start() >= end or kind == "a transaction hash":
                yield kind, match
            end = max(end, match.end())
