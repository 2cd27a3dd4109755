"""No host looks like an official one: foreign letters, punycode, a letter more or less, the brand's name in another host.

What scammers register differs from the real host by what a reader in a hurry does not see.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from rapidfuzz.distance import DamerauLevenshtein

from scripts.content import Problem

from .external_hosts import official
from .rule import MARK, Example, File, Source, data, page
from .written_links import canonical

ID = "LNK002"
NAME = "look-alike-hosts"
ABOUT = {
    "zh": "任何地方都不出现仿冒域名：外文字母、xn--、和官方或登记的域名只差一两个字母，或在别的域名里用品牌名。",
    "en": "No host looks like an official or listed one: no foreign letters, no xn--, no letter more or less, no brand name in it.",
}
_LISTED = data(links="links:\n  - {host: explorer.wallet.test, reason: an example, date: 2026-01-31}\n").files
EXAMPLES = [
    page(zh="TPWallet 的 App，版本 1.2.34。", en="Open TPWallet. In the TPWallet app, see `app.py`, tpwallet.md and my-wallet.test."),
    Example(page(en="See [the explorer](https://explorer.wallet.test/), of wallet.test.").files | _LISTED),
    Example(page(en=f"See [the explorer](https://explorer.walet.test/).{MARK}").files | _LISTED),
    Example(page(en=f"See [the explorer](https://explorer.wallet.test.help-desk.test/).{MARK}").files | _LISTED),
    Example(page(en=f"See [the explorer](https://exp1orer.waIlet.test/).{MARK}").files | _LISTED),
    page(en=f"Write to help@tpwallet-support.com.{MARK}\n\nOr `tpwa11et.io`.{MARK}"),
    page(zh=f"打开tp-wallet.help看看。{MARK}"),
    page(zh=f"打开[官网](https://tpwalletsupport.org/)。{MARK}"),
    page(en=f"See tpwallet.io.help-desk.net.{MARK}"),
    page(en=f"See [it](https://xn--tpwllet-2nf.test/).{MARK}"),
    page(en=f"See wаllet.test, with a Cyrillic letter.{MARK}"),
    page(front={"questions": f"questions:\n  - is tpwalet.com real{MARK}"}),
    data(search=f"first: []\nsame:\n  - [official, tpwallet.vip]{MARK}\n"),
    data(links=f"links:\n  - host: tpwallet-app.com{MARK}\n    reason: an example\n    date: 2026-01-31\n"),
]

BRANDS = ("TPWallet",)  # where there is no content that says so
FACTS, LINKS = "docs/_data/facts.yml", "docs/_data/links.yml"

# Letters of all alphabets but Chinese: there, a host stands in running text without a space.
LETTER = "A-Za-z0-9\u00aa-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1d00-\u1fff\u2070-\u214f\u2c60-\u2c7f\ua640-\ua7ff\uab30-\uabbf\uff10-\uff5a\U0001d400-\U0001d7ff"
LABEL = f"[{LETTER}](?:[{LETTER}_-]*[{LETTER}])?"
COMMON = "com|net|org|io|cn|co|xyz|vip|top|cc"
DOT = rf"(?:[.．｡]|\[\.\]|\(\.\)|。(?=(?:{COMMON})(?![{LETTER}])))"
ENDING = "(?:xn--[a-z0-9-]+|[a-z]{2,18})"  # in lower case: "TPWallet.Then" only lacks a space
HOST = re.compile(rf"(?<![{LETTER}._-])(?:{LABEL}{DOT})+({ENDING}|(?i:{COMMON}))(?![{LETTER}-])")
CHINESE = re.compile(rf"(?<![A-Za-z0-9.-])[A-Za-z0-9.-]{{0,60}}[A-Za-z0-9][.-]?[\u3400-\u9fff]{{1,6}}\.(?:{COMMON})(?![{LETTER}])", re.IGNORECASE)
AUTHORITY = re.compile(r"(?<![A-Za-z])(?:https?|ftp|wss?):[/\\]{1,3}([^\s/\\?#<>()\[\]\"'`（），。；、！？“”‘’《》「」]+)|\]\((?:[/\\]{2})([^\s/\\?#()]+)", re.IGNORECASE)
COMMENT = re.compile(r"(?:^|\s)#.*")
FILES = re.compile(r"\.(?:md|py|js|ts|sh|ya?ml|json|toml|html?|css|txt|pdf|csv|svg|png|jpe?g|gif|apk|ipa|exe|dmg|msi)$", re.IGNORECASE)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
MEND = "Take it out. If it is an official address, it is a fact: have it confirmed in docs/_data/facts.yml."

# What looks alike among plain letters. Foreign letters are found as such, whatever they look like.
_PAIRS = [("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m")]
_LIKE = str.maketrans("0134578i9", "oleastblg")


@functools.lru_cache(maxsize=65536)
def skeleton(text: str) -> str:
    for pair, letter in _PAIRS:
        text = text.replace(pair, letter)
    return text.translate(_LIKE)


def check(source: Source) -> Iterator[Problem]:
    content = source.content
    brands = content.terms.brand.keep_as_is if content else BRANDS
    names = frozenset(brand.lower() for brand in brands if brand.isascii() and brand.isalnum() and len(brand) > 4)
    facts = frozenset(official(content)) if content else frozenset()
    listed = facts | frozenset(content.hosts if content else ())
    for file in source.files:
        if not file.path.endswith((".md", ".yml")):
            continue
        known = facts if file.path == LINKS else listed  # whoever lists a host must not list a look-alike of an official one
        for number, line in _lines(file):
            for found, column in _hosts(line):
                name = canonical(found)
                if file.path == FACTS and names & set(name.split(".")):
                    continue  # an address that waits for its confirmation
                if why := _why(found, name, known, names):
                    yield Problem(file.path, number, f'the host "{found}", {why}', "only confirmed or listed hosts", MEND, column)
                    break


def _lines(file: File) -> Iterator[tuple[int, str]]:
    data = file.path.endswith(".yml")
    for number, line in enumerate(file.lines, 1):
        if "." in line or "://" in line or "．" in line or "。" in line or "｡" in line or "xn--" in line:
            line = INVISIBLE.sub("", COMMENT.sub("", line) if data else line)
            yield number, html.unescape(line) if "&" in line else line


def _hosts(line: str) -> Iterator[tuple[str, int]]:
    """What is, or looks like, a host in a line, with its column."""
    for match in AUTHORITY.finditer(line):
        name = re.sub(r":\d*$", "", unquote(match[1] or match[2]).rpartition("@")[2])
        yield re.sub(r"(?<=[a-z0-9])[\u3400-\u9fff]+$", "", name), match.start() + 1  # Chinese text goes on without a space
    for match in HOST.finditer(line):
        if not FILES.search(match[0]):
            yield re.sub(r"\[\.\]|\(\.\)", ".", match[0]), match.start() + 1
    for match in CHINESE.finditer(line):
        yield match[0], match.start() + 1


@functools.lru_cache(maxsize=65536)
def _why(found: str, name: str, known: frozenset[str], names: frozenset[str]) -> str:
    """What is wrong with a host, or nothing."""
    if re.search(r"[^\x00-\x7f]", found.translate(str.maketrans("。．｡", "..."))) or "{" in found:
        return "" if "{" in found else "in which not all letters are plain ones"
    if "xn--" in name:
        return "in punycode"
    if name in known or any(name.endswith("." + other) or other.endswith("." + name) for other in known):
        return ""
    for other in known:
        allowed = 2 if len(other) >= 8 else 1 if len(other) >= 6 else 0
        if skeleton(name) == skeleton(other) or DamerauLevenshtein.distance(name, other, score_cutoff=allowed) <= allowed or f".{other}." in f".{name}.":
            return f'which looks like "{other}"'
    labels = name.split(".")[:-1] or [name]
    joined = skeleton("".join(labels).replace("-", "").replace("_", ""))
    parts = {part for label in labels for part in (label, label.replace("-", ""), *re.split("[-_]", label))}
    for brand in names:
        if skeleton(brand) in joined or any(_near(part, brand) for part in parts):
            return f'which looks like "{brand}"'
    return ""


def _near(part: str, brand: str) -> bool:
    """Whether two letters make the brand of it; "wallet" alone, or with another word's end before it, is a word of the trade."""
    distance = DamerauLevenshtein.distance(part, brand, score_cutoff=2)
    return distance == 1 or distance == 2 and part[0] == brand[0] or distance == 2 and part[1:2] == brand[1]
