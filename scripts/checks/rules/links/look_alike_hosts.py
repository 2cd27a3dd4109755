"""No host looks like an official one: scammers register what a reader in a hurry does not tell from the real host."""

import functools
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from rapidfuzz.distance import DamerauLevenshtein

from scripts.checks.lib import MARK, Example, Loaded, Problem, data, page
from scripts.checks.lib.hosts import COMMON, FILES, HOST, LETTER, LISTED, YAML_COMMENT, canonical, official

ID, NAME, SEVERITY = "LNK002", "look-alike-hosts", "error"
ABOUT_ZH = "任何地方都不出现仿冒域名：外文字母、xn--、和官方或登记的域名只差一两个字母，或在别的域名里用品牌名。"
ABOUT_EN = "No host looks like an official or listed one: no foreign letters, xn--, letter more or less, brand."
LIKE = "https://explorer.walet.test{0}\nhttps://explorer.wallet.test.hi.test{0}\nhttps://exp1orer.waIlet.test{0}"
EXAMPLES = [
    page(zh="TPWallet 的 App，版本 1.2.34。", en="Open TPWallet, see `app.py`, tpwallet.md and my-wallet.test."),
    Example(page(en="See [the explorer](https://explorer.wallet.test/), of wallet.test.").files | LISTED),
    Example(page(en=LIKE.format(MARK)).files | LISTED),
    page(
        zh=f"打开tp-wallet.help看看。{MARK}\n打开[官网](https://tpwalletsupport.org/)。{MARK}",
        en=f"Write to help@tpwallet-support.com.{MARK}\n\nOr `tpwa11et.io`.{MARK}\nSee tpwallet.io.help.net{MARK}\n"
        f"See [it](https://xn--tpwllet-2nf.test/).{MARK}\nSee wаllet.test, with a Cyrillic letter.{MARK}",
        front={"questions": f"questions:\n  - is tpwalet.com real{MARK}"},
    ),
    data(
        search=f"first: []\nsame:\n  - [official, tpwallet.vip]{MARK}\n",
        links=f"links:\n  - host: tpwallet-app.com{MARK}\n    reason: an example\n    date: 2026-01-31\n",
    ),
]

FACTS, LINKS = "docs/_data/facts.yml", "docs/_data/links.yml"
_CHINESE = r"(?<![a-z0-9.-])[a-z0-9.-]{0,60}[a-z0-9][.-]?[\u3400-\u9fff]{1,6}"
CHINESE = re.compile(rf"{_CHINESE}\.(?:{COMMON})(?![{LETTER}])", re.IGNORECASE)
AUTHORITY = re.compile(
    r"(?:(?<![A-Za-z])(?:https?|ftp|wss?):[/\\]{1,3}|\]\([/\\]{2})([^\s/\\?#<>()\[\]\"'`（），。；、！？“”‘’《》「」]+)",
    re.IGNORECASE,
)
A_DOT = re.compile(r"[.．。｡]|://|xn--")
MEND = "Take it out. If it is an official address, it is a fact: have it confirmed in docs/_data/facts.yml."
# What looks alike among plain letters. Foreign letters are found as such, whatever they look like.
PAIRS = [("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"), *zip("0134578i9", "oleastblg", strict=True)]


@functools.lru_cache(maxsize=65536)
def _skeleton(text: str) -> str:
    for written, letter in PAIRS:
        text = text.replace(written, letter)
    return text


def check(source: Loaded) -> Iterator[Problem]:
    brands = source.content.terms.brand.keep_as_is
    names = frozenset(brand.lower() for brand in brands if brand.isascii() and brand.isalnum() and len(brand) > 4)
    facts = official(source.content)
    listed = facts | source.content.linkable
    for file in source.files:
        known = facts if file.path == LINKS else listed  # a listed host must not look like an official one
        # Code too: who reads a host there types it.
        for number, line in enumerate(file.lines if file.path.endswith((".md", ".yml")) else (), 1):
            text = html.unescape(line if file.is_page else YAML_COMMENT.sub("", line))
            for found, column in _hosts(text) if A_DOT.search(line) else ():
                name = canonical(found)
                planned = file.path == FACTS and names & set(name.split("."))  # waits for its confirmation
                if not planned and (why := _why(found, name, known, names)):
                    found = f'the host "{found}", {why}'
                    yield Problem(file.path, number, found, "only confirmed or listed hosts", MEND, column)
                    break


def _hosts(line: str) -> Iterator[tuple[str, int]]:
    """What is, or looks like, a host in a line, with its column."""
    for match in AUTHORITY.finditer(line):
        name = re.sub(r":\d*$", "", unquote(match[1]).rpartition("@")[2])
        # Chinese text goes on without a space
        yield re.sub(r"(?<=[a-z0-9])[\u3400-\u9fff]+$", "", name), match.start() + 1
    for match in [*HOST.finditer(line), *CHINESE.finditer(line)]:
        if not FILES.search(match[0]):
            yield re.sub(r"\[\.\]|\(\.\)", ".", match[0]), match.start() + 1


@functools.lru_cache(maxsize=65536)
def _why(found: str, name: str, known: frozenset[str], names: frozenset[str]) -> str:
    """What is wrong with a host, or nothing."""
    if "{" in found:
        return ""  # a key
    if re.search(r"[^\x00-\x7f。．｡]", found):
        return "in which not all letters are plain ones"
    if "xn--" in name:
        return "in punycode"
    if any(f".{name}".endswith(f".{other}") or other.endswith(f".{name}") for other in known):
        return ""
    alike = [other for other in sorted(known) if _alike(name, other)]
    alike += [brand for brand in sorted(names) if not alike and _holds(name, brand)]
    return f'which looks like "{alike[0]}"' if alike else ""


def _alike(name: str, other: str) -> bool:
    allowed = 2 if len(other) >= 8 else 1 if len(other) >= 6 else 0
    near = DamerauLevenshtein.distance(name, other, score_cutoff=allowed) <= allowed
    return near or _skeleton(name) == _skeleton(other) or f".{other}." in f".{name}."


def _holds(name: str, brand: str) -> bool:
    """Whether a host has the brand's name in it, or nearly."""
    labels = name.split(".")[:-1] or [name]
    parts = {part for label in labels for part in (label, label.replace("-", ""), *re.split("[-_]", label))}
    joined = _skeleton("".join(labels).replace("-", "").replace("_", ""))
    if _skeleton(brand) in joined:
        return True
    near = {part: DamerauLevenshtein.distance(part, brand, score_cutoff=2) for part in parts}
    # Two letters make the brand of it; "wallet", alone or behind another word, is one of the trade.
    alike = [part for part in parts if part[:1] == brand[0] or part[1:2] == brand[1]]
    return 1 in near.values() or any(near[part] == 2 for part in alike)
