"""No on-chain address and no transaction hash is written out: readers copy what they see and send to it."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page

ID, NAME, SEVERITY = "SEC003", "on-chain-address", "error"
ABOUT_ZH = "任何文件里都不写真实的链上地址和交易哈希，读者会照着转账。"
ABOUT_EN = "No file holds an on-chain address or a transaction hash: readers copy it and send to it."
EXAMPLES = [
    page(zh="地址像 `0x12…EXAMPLE` 或 `T…EXAMPLE`。",
         en="It starts with 0x, bc1 or T: 0x1234…abcd, 0xEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAMPLEEXAM."),
    page(zh=f"转到 0x52908400098527886E0F7030069857D2E4169EE7。{MARK}\n\nrEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh{MARK}",
         en=f"See [it](https://a.test/TJRabPrwbZy45sbavfcjinPJC18kjpRTv8).{MARK}\n\n```\n0x{'05c5' * 16}{MARK}\n```\n\n"
         f"bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq{MARK}\n\n7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV{MARK}"),
    page(zh=f"合约 52908400098527886E0F7030069857D2E4169EE7。{MARK}",
         en=f"0x5290 8400 0985 2788 6E0F 7030 0698 57D2 E416 9EE7{MARK}\n\n"
         f"TJRab PrwbZ y45sb avfcj inPJC 18kjp RTv8{MARK}"),
    page(front={"questions": f"questions:\n  - is LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9 real{MARK}"}),
]  # fmt: skip

ALONE = r"(?<![A-Za-z0-9])(?:{})(?![A-Za-z0-9])"
BASE58, BECH32 = "[1-9A-HJ-NP-Za-km-z]", "02-9ac-hj-np-z"
# What networks.yml does not have: forms that many networks share, and forms of others
OTHERS = [
    ("a transaction hash", ALONE.format("(?:0[xX])?[0-9a-fA-F]{64}")),
    ("an Ethereum address", ALONE.format("(?:0[xX]|xdc|41)?[0-9a-fA-F]{40}")),
    # Bitcoin, Litecoin, Cosmos, Cardano and others: a name, 1, and letters without 1, b, i, o
    ("a bech32 address", ALONE.format(f"[a-zA-Z]{{1,15}}1[{BECH32}{BECH32.upper()}]{{38,100}}")),
    ("a bech32 address", ALONE.format("(?:addr|stake)(?:_test)?1[02-9a-z]{50,100}")),
    # Bitcoin 1… and 3…, TRON T…, Ripple r…, Litecoin L…, Dogecoin D…, Solana and its signatures, Polkadot, Monero
    ("a base58 address", ALONE.format(f"{BASE58}{{25,48}}|{BASE58}{{86,88}}|[48]{BASE58}{{94}}")),
    ("an address", ALONE.format("(?:algo)?[A-Z2-7]{58}|f[0-4][a-z2-7]{39,86}")),
]
CLASSES = [re.compile(pattern) for pattern in ("[0-9]", "[A-Z]", "[a-z]")]
# Groups of one length that somebody puts together again: 0x5290 8400 0985 …
GROUPS = re.compile(
    r"(?<![A-Za-z0-9])(?:0[xX][ -]?)?(?:"
    + "|".join(rf"(?:[A-Za-z0-9]{{2}})?(?:[A-Za-z0-9]{{{n}}}[ -]){{3,}}[A-Za-z0-9]{{1,{n}}}" for n in range(3, 13))
    + r")(?![A-Za-z0-9])"
)
LONG = re.compile(r"[A-Za-z0-9_-]{25}")  # most lines have nothing so long
# no address: an image, a commit in the address of a file
NO_ADDRESS = re.compile(
    r";base64,[A-Za-z0-9+/=]+|https://github\.com/[\w.-]+/[\w.-]+/(?:blob|commit|tree)/[0-9a-f]{40}\b"
)
Kinds = list[tuple[str, str]]  # what it is, and an expression for it
MEND = "Take it out, or shorten it so that nobody can send to it: 0x12…EXAMPLE."


def check(source: Source) -> Iterator[Problem]:
    """All lines of all files, code and comments too."""
    networks = source.content.networks if source.content else {}
    kinds = [*OTHERS, *((f"an address of {network.name.en}", rf"(?<![\w-])(?:{pattern})(?![\w-])")
                        for network in networks.values() for pattern in network.address.patterns)]  # fmt: skip
    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            text = NO_ADDRESS.sub(lambda match: " " * len(match[0]), line)
            for kind, written, place in [
                *(_addresses(text, kinds) if LONG.search(text) else ()),
                *(each for match in GROUPS.finditer(text) for each in _in_groups(match, kinds)),
            ]:
                yield Problem(file.path, number, f"{kind}, {written}", "no address or hash that works", MEND, place + 1)


def _in_groups(match: re.Match[str], kinds: Kinds) -> Iterator[tuple[str, str, int]]:
    joined = re.sub("[ -]", "", match[0])
    if LONG.search(joined) and re.search("[A-Za-z0-9][A-Z0-9]", match[0]):  # no words
        for kind, _, _ in list(_addresses(joined, kinds))[:1]:
            yield f"{kind} in groups", match[0], match.start()


def _addresses(line: str, kinds: Kinds) -> Iterator[tuple[str, str, int]]:
    end = 0
    for kind, pattern in kinds:
        for match in re.finditer(pattern, line):
            # chance makes names and words of one class of characters; an address has digits, of base58 both cases
            needed = CLASSES if "a-km-z" in pattern else CLASSES[:1]
            if not all(each.search(match[0]) for each in needed):
                continue
            if match.start() >= end or kind == "a transaction hash":
                yield kind, match[0], match.start()
            end = max(end, match.end())
