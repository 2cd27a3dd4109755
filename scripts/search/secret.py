"""The guard against secrets, and the lists it knows phrases by. What it does is in browser/secret.js; here it runs in
an embedded engine, for what has no browser.

    search/lists/<name>-<version>.json  the words of one of BIP-39's lists; or, as "pairs", which Chinese characters
                                        stand together
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import json
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Literal

import quickjs
from mnemonic import Mnemonic

from .bundle import BROWSER, joined

# The official lists, by the names under which the browser loads them. In Chinese their order tells; see
# browser/secret-chinese.js.
LISTS = {
    "en": "english", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "cs": "czech",
    "ja": "japanese", "ko": "korean", "zh": "chinese_simplified", "zh-Hant": "chinese_traditional",
}  # fmt: skip

# Those in Latin letters that are loaded only for words that look like theirs.
RARE = ["it", "es", "pt", "fr", "cs"]

# What of these words ordinary text holds: tests/bench/ordinary.py makes it.
ORDINARY = Path(__file__).with_name("ordinary.json")

Kind = Literal["secret", "hash", "paused"]


def write_lists(folder: Path) -> str:
    """Write each list into a file of its own: the browser loads one once a text may hold words of it.

    Returns their version, a part of their names.
    """
    folder.mkdir(parents=True)
    version = hashlib.sha256("".join(_written().values()).encode()).hexdigest()[:10]
    for name, text in _written().items():
        (folder / f"{name}-{version}.json").write_text(text, "utf-8")
    return version


def judge(text: str) -> Kind | None:
    """What a text is: a secret; a hash or a key, which look the same; words of a phrase so far; or none of these."""
    kind: Kind | None = json.loads(_guard().eval(f"JSON.stringify(judge({json.dumps(text)}, lists).kind)"))
    return kind


@functools.cache
def _written() -> dict[str, str]:
    ordinary = json.loads(ORDINARY.read_text("utf-8"))
    files: dict[str, dict[str, object]] = {}
    for name, list_name in LISTS.items():
        words = [_folded(word) for word in Mnemonic(list_name).wordlist]
        files[name] = {"words": "".join(words) if name.startswith("zh") else " ".join(sorted(words))}
    files["en"]["ordinary"] = ordinary["en"]
    files["en"]["others"] = {name: _letter_pairs(str(files[name]["words"])) for name in RARE}
    files["pairs"] = {"pairs": ordinary["pairs"]}
    return {name: json.dumps(file, ensure_ascii=False, separators=(",", ":")) for name, file in files.items()}


def _letter_pairs(words: str) -> str:
    """The pairs of letters that occur in more than one word, as rows of a first one and all that follow it."""
    counts = Counter(pair for word in words.split() for pair in itertools.pairwise(f".{word}."))
    rows: dict[str, str] = defaultdict(str)
    for (first, second), count in sorted(counts.items()):
        rows[first] += second * (count > 1)
    return " ".join(first + seconds for first, seconds in rows.items())


def _folded(word: str) -> str:
    """Without accents, as many type it: browser/secret-text.js does the same with a text."""
    bare = (mark for mark in unicodedata.normalize("NFD", word) if not "\u0300" <= mark <= "\u036f")
    return unicodedata.normalize("NFC", "".join(bare))


@functools.cache
def _guard() -> quickjs.Context:
    context = quickjs.Context()
    context.eval(joined(BROWSER / "secret.js"))
    context.eval("const lists = new Map()")
    for name, text in _written().items():
        context.eval(f"lists.set({json.dumps(name)}, readList({json.dumps(name)}, {text}))")
    return context
