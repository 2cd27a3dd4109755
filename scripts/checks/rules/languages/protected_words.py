"""Names stay what they are in a translation: tickers, networks, standards, TPWallet, codes, placeholders."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page, safety
from scripts.checks.lib.names import MAYBE, NAMES, PAIRS, given_as_example
from scripts.checks.lib.outline import Placed, counterparts, unlike
from scripts.checks.lib.values import KIND as VALUE
from scripts.content.blocks import Block
from scripts.content.markdown import CODE

ID, NAME, SEVERITY = "PAR003", "protected-words", "error"
ABOUT_ZH = "币种、网络、标准、TPWallet、错误代码、代码和占位符，两种语言里都有，写法一样。"
ABOUT_EN = "Tickers, networks, standards, TPWallet, error codes, code and placeholders are the same in both languages."
EXAMPLES = [
    page(zh="USDT 有 ERC-20 和 TRC20 两种。", en="USDT exists as ERC20 and TRC-20."),
    page(zh="短信、二维码、以太坊上的代币，打开 App。", en="SMS, QR codes, tokens on Ethereum: open the app."),
    page(zh="`0x…` 开头的地址，提示 ``ERR_42``。", en="Addresses that start with `0x…`, and `ERR_42`."),
    page(zh="打开 TPWallet，把 USDT 转到 TRON。", en=f"Open TPwallet, send ETH on TRON.{MARK}"),
    page(zh="1. 选以太坊网络。\n2. 选 TRC-20。", en=f"1. Choose the TRON network.{MARK}\n2. Choose ERC-20.{MARK}"),
    page(zh="提示 `ERR_42`。", en=f"It says `ERR_24`.{MARK}"),
    page(zh="键是 `{{ deposit.arrival_time }}`。", en=f"The key is `{{{{ withdraw.review_time }}}}`.{MARK}"),
    page(zh="~~~~\n我的地址：[ADDRESS]\n~~~~", en=f"~~~~\nMy address: [HASH]{MARK}\n~~~~"),
    safety(zh="不给 {name} 看。", en="Show it to no {name}."),
    safety(zh="不转 USDT，到 {time} 为止。", en="Send no ETH until {date}." + MARK),
]

WORD = re.compile(
    r"(?<![A-Za-z\d.…])(?:0x|[A-Za-z]*\d*[A-Za-z]+(?:\d+[A-Za-z]*)?(?:[-_.](?![a-z]{3})[A-Za-z\d]+)*|\d[- ]?FA)"
    r"(?![A-Za-z\d])"  # of EVM-compatible: EVM
)
# What only one of them protects: it has a name of its own in Chinese, or many.
SPOKEN = set(
    "app apps sms id qr pin sim esim faq pc otp url captcha kyc ok atm ai usb us uk eu pdf dapp fa 2fa mfa dm ip wifi "
    "e-mail email txid txhash hash memo tag gas nonce keystore english-chinese".split()
)
CHINESE = [*PAIRS.items(), *MAYBE.items()]
PLACEHOLDER = re.compile(r"\[[A-Z_][A-Z_ ]*\]|<[A-Za-z_]+>|\{\{?[^{}]*\}?\}|%[sd]|\$\{?[A-Z_]+\}?")

Found = dict[str, Placed]  # what is compared, with where it stands first and how it is written there


def same(word: str) -> str:
    """What two spellings of a name have in common: TRC-20 and TRC20, DApps and DApp."""
    plain = word.replace("-", "").replace("_", "")
    return (plain if sum(c.isupper() for c in plain) > 1 else plain.lower()).removesuffix("s")


@functools.lru_cache(maxsize=16384)
def words(text: str, code: str) -> tuple[Found, Found]:
    """All names of a text that may answer one of the other language's, and those that the other must have too."""
    may: Found = {}
    must: Found = {}
    for match in WORD.finditer(text):
        word = match[0].rstrip(".")
        key, place = same(word), (match.start(), word)
        may.setdefault(key, place)
        may.setdefault(key.lower(), place)
        spoken = word.lower() in SPOKEN or key.lower() in SPOKEN
        if not spoken and _is_name(word, key, code) and not given_as_example(text, match.start()):
            must.setdefault(key, place)
    for pattern, name in CHINESE if code == "zh" else ():
        if found := re.search(pattern, text):
            may.setdefault(name, (found.start(), found[0]))
            if pattern in PAIRS:
                must.setdefault(name, (found.start(), found[0]))
    return may, must


def _is_name(word: str, key: str, code: str) -> bool:
    """On a Chinese page every Latin word is a name; a single letter is one in neither language."""
    capitals = sum(c.isupper() for c in word)
    known = key.lower() in NAMES and word[0].isupper()
    coded = capitals > 1 or (capitals > 0 and any(c.isdigit() for c in word))
    return len(word) > 1 and (coded or known or word == "0x" or (code == "zh" and len(word) > 2))


def check(source: Loaded) -> Iterator[Problem]:
    pairs = list(counterparts(source))
    sections: dict[tuple[str, str], set[str]] = defaultdict(set)
    for _, other, _, theirs in pairs:
        sections[other.path, theirs.section].update(words(theirs.text, other.code)[0])
    for pair in pairs:
        mine_page, other, mine, theirs = pair
        (may, must), (can, shall) = words(mine.text, mine_page.code), words(theirs.text, other.code)
        missing, extra = must.keys() - can.keys(), shall.keys() - may.keys()
        if not extra:  # a name that is said twice in a section may be left out once
            missing -= sections[other.path, theirs.section]
        literal = [(_code(mine), _code(theirs)), (_placeholders(mine), _placeholders(theirs))]
        different = [(a, a.keys() - b.keys(), b, b.keys() - a.keys()) for a, b in literal]
        for left, gone, right, new in [(must, missing, shall, extra), *different]:
            sides = [left[word] for word in left if word in gone], [right[word] for word in right if word in new]
            yield from unlike(*sides, pair, "name", "Write names the same in both languages.")


def _code(block: Block) -> Found:
    spans = [(match.start(), block.raw[slice(*match.span())]) for match in re.finditer(f"{CODE}+", block.kinds)]
    return {span.strip("` \n"): (start, span) for start, span in spans}


def _placeholders(block: Block) -> Found:
    found = PLACEHOLDER.finditer(block.raw) if block.kind in ("template", VALUE) else ()
    return {match[0]: (match.start(), match[0]) for match in found}
