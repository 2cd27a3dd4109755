"""Names stay what they are in a translation: tickers, networks, standards, TPWallet, error codes, code and placeholders."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scripts.content import Content, Problem

from .figures import EXAMPLE
from .outline import Unit, counterparts
from .rule import MARK, Source, page

ID = "PAR003"
NAME = "protected-words"
ABOUT = {
    "zh": "币种、网络、标准、TPWallet、错误代码、代码和占位符，两种语言里都有，写法一样。",
    "en": "Tickers, networks, standards, TPWallet, error codes, code and placeholders are the same in both languages.",
}
EXAMPLES = [
    page(zh="USDT 有 ERC-20 和 TRC20 两种。", en="USDT exists as ERC20 and TRC-20."),
    page(zh="短信、二维码、以太坊上的代币，打开 App。", en="SMS, QR codes, tokens on Ethereum: open the app."),
    page(zh="`0x…` 开头的地址，提示 `ERR_42`。", en="Addresses that start with `0x…`, and `ERR_42`."),
    page(zh="把 USDT 转到 TRON。", en=f"Send ETH on TRON.{MARK}"),
    page(zh="1. 打开 TPWallet。\n2. 选 TRC-20。", en=f"1. Open TPWallet.\n2. Choose ERC-20.{MARK}"),
    page(zh="打开 TPWallet。", en=f"Open TPwallet.{MARK}"),
    page(zh="选以太坊网络。", en=f"Choose the TRON network.{MARK}"),
    page(zh="提示 `ERR_42`。", en=f"It says `ERR_24`.{MARK}"),
]

WORD = re.compile(r"(?<![A-Za-z\d.…])(?:0x|[A-Za-z]*\d*[A-Za-z]+(?:\d+[A-Za-z]*)?(?:[-_.](?![a-z]{3})[A-Za-z\d]+)*|\d[- ]?FA)(?![A-Za-z\d])")  # EVM-compatible: EVM
# What only one of them protects: it has a name of its own in Chinese, or many.
SPOKEN = {
    "app", "apps", "sms", "id", "qr", "pin", "sim", "esim", "faq", "pc", "otp", "url", "captcha", "kyc", "ok", "atm", "ai", "usb", "us", "uk", "eu",
    "pdf", "dapp", "fa", "2fa", "mfa", "dm", "ip", "wifi", "e-mail", "email", "txid", "txhash", "hash", "memo", "tag", "gas", "nonce", "keystore", "english-chinese",
}  # fmt: skip
# Names that have one in each language. 币安全 is no 币安.
PAIRS = {
    "以太坊": "ethereum", "比特币": "bitcoin", "波场": "tron", "币安(?!全)": "binance", "欧易": "okx", "泰达币": "tether", "莱特币": "litecoin", "狗狗币": "dogecoin",
}
MAYBE = {"谷歌": "google", "苹果": "apple", "安卓": "android", "推特": "twitter", "脸书": "facebook", "电报": "telegram", "小狐狸": "metamask"}
CHINESE = [(re.compile(zh), en, zh not in MAYBE) for zh, en in {**PAIRS, **MAYBE}.items()]
# Names that are written like any other word: without these, only capitals tell.
NAMES = {*PAIRS.values(), *MAYBE.values(), "polygon", "solana", "arbitrum", "optimism", "avalanche", "base", "etherscan", "tronscan", "ledger", "trezor", "windows", "chrome", "safari", "coinbase", "whatsapp", "discord", "signal", "visa", "mastercard", "paypal", "todesk", "anydesk", "teamviewer", "instagram"}  # fmt: skip
CODE = re.compile(r"`([^`\n]+)`")
PLACEHOLDER = re.compile(r"\[[A-Z_][A-Z_ ]*\]|<[A-Za-z_]+>|\{[a-z_]+\}|%[sd]|\$\{?[A-Z_]+\}?")


def same(word: str) -> str:
    """What two spellings of a name have in common: TRC-20 and TRC20, DApps and DApp."""
    plain = word.replace("-", "").replace("_", "")
    if sum(c.isupper() for c in plain) > 1:
        return plain.removesuffix("s")
    return plain.lower().removesuffix("s")


@functools.lru_cache(maxsize=16384)
def words(text: str, code: str) -> tuple[dict[str, int], dict[str, int]]:
    """The names a text has, which the other must have too, and all that may answer one, each with its place."""
    may, must = {}, {}
    for match in WORD.finditer(text):
        word = match[0].rstrip(".")
        key = same(word)
        may.setdefault(key, match.start())
        may.setdefault(key.lower(), match.start())
        if EXAMPLE.search(text[max(0, match.start() - 18) : match.start()]):
            continue  # one language may give an example where the other gives none
        if word.lower() in SPOKEN or key.lower() in SPOKEN:
            continue
        name = key.lower() in NAMES and word[0].isupper()
        capitals = sum(c.isupper() for c in word) > 1 or any(c.isupper() for c in word) and any(c.isdigit() for c in word)
        # on a Chinese page every Latin word is a name; a single capital letter is one in neither
        if len(word) > 1 and (capitals or name or word == "0x" or (code == "zh" and len(word) > 2)):
            must.setdefault(key, match.start())
    if code == "zh":
        for pattern, en, protected in CHINESE:
            if match := pattern.search(text):
                may.setdefault(en, match.start())
                if protected:
                    must.setdefault(en, match.start())
    return may, must


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    everywhere = _sections(source.content)
    for mine_page, other, mine, theirs in counterparts(source.content):
        (may, must), (can, shall) = words(mine.text, mine_page.code), words(theirs.text, other.code)
        missing = {word: place for word, place in must.items() if word not in can}
        extra = {word: place for word, place in shall.items() if word not in may}
        if not extra:  # a name that is said twice in a section may be left out once
            missing = {word: place for word, place in missing.items() if word not in everywhere[other.path, theirs.section]}
        yield from _problems(missing, extra, mine, theirs, mine_page.path, other.path, mine.text, theirs.text)
        for pattern in (CODE, PLACEHOLDER):
            found = [{match[0]: match.start() for match in pattern.finditer(unit.raw)} for unit in (mine, theirs)]
            if mine.kind == "template" or pattern is CODE:
                gone = {word: place for word, place in found[0].items() if word not in found[1]}
                new = {word: place for word, place in found[1].items() if word not in found[0]}
                yield from _problems(gone, new, mine, theirs, mine_page.path, other.path, mine.raw, theirs.raw)


def _problems(missing: dict, extra: dict, mine: Unit, theirs: Unit, path: str, other: str, left: str, right: str) -> Iterator[Problem]:
    wanted, found = list(missing.items()), list(extra.items())
    for n in range(max(len(wanted), len(found))):
        shown = f'"{_shown(left, wanted[n][1])}"' if n < len(wanted) else "no such name"
        expected = f"{shown}, as in {path}:{mine.at(wanted[n][1]) if n < len(wanted) else mine.line}"
        place = (found[min(n, len(found) - 1)])[1] if found else None
        line = theirs.at(place) if place is not None else theirs.line
        name = f'"{_shown(right, found[n][1])}"' if n < len(found) else "no such name"
        yield Problem(other, line, name, expected, "Write names the same in both languages.")


def _shown(text: str, place: int) -> str:
    patterns = (CODE, PLACEHOLDER, WORD, *(pattern for pattern, _, _ in CHINESE))
    return next(match[0] for pattern in patterns if (match := pattern.match(text, place)))


def _sections(content: Content) -> dict[tuple[str, str], dict[str, int]]:
    found: dict[tuple[str, str], dict[str, int]] = {}
    for _, other, _, theirs in counterparts(content):
        found.setdefault((other.path, theirs.section), {}).update(words(theirs.text, other.code)[0])
    return found
