"""What ordinary text holds of the words of recovery phrases: writes scripts/search/ordinary.json anew.

From pyspellchecker's frequencies of English words, jieba's of Chinese ones, and our own articles and terms; jieba comes
with requirements-bench.txt. Run it when the word lists or these packages change: python -m tests.bench.ordinary
"""

from __future__ import annotations

import datetime
import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import jieba
from mnemonic import Mnemonic
from spellchecker import SpellChecker

from scripts.content import load
from scripts.search.secret import ORDINARY
from scripts.site.build import ROOT

PAIRS = 5_000  # of the dictionary's commonest
# Of all words of ordinary text, the share from which on a word counts so many bits for a phrase, and not 4.5: it is
# log2(1/2048 / share).
SHARES = {4e-4: -1.0, 1e-4: 1.5}
BEGUN = 2e-5  # the share of a word that is also the beginning of a longer one ("sent"), from which on it proves nothing
OURS = 8  # times that a word stands in our articles, from which on readers will use it too
HAN = re.compile("[\u3400-\u9fff]+")


def main() -> None:
    content = load(ROOT / "docs", datetime.date.today())
    english = Counter(re.findall("[a-z]+", " ".join(_texts("en")).lower()))
    chinese = [term for terms in content.terms.terms for term in (terms.zh, *terms.search_zh)]
    ORDINARY.write_text(
        json.dumps({"en": _words(english), "pairs": _pairs(chinese)}, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )


def _texts(code: str) -> Iterable[str]:
    return (file.read_text("utf-8") for file in sorted((ROOT / "docs" / code).rglob("*.md")))


def _words(ours: Counter[str]) -> list[tuple[float, str]]:
    """Words that a phrase may hold and ordinary text holds, with the bits that they count."""
    known = SpellChecker().word_frequency
    words = set(Mnemonic("english").wordlist)
    found: dict[float, set[str]] = {bits: set() for bits in [*SHARES.values(), 0.0]}
    for word in words:
        share = known[word] / known.total_words
        for least, bits in SHARES.items():
            if share >= least or (bits > 0 and ours[word] >= OURS):
                found[bits].add(word)
                break
    begun = {word[:4] for word in words} - words
    found[0.0] = {word for word in begun if known[word] / known.total_words >= BEGUN or ours[word] >= OURS}
    return [(bits, " ".join(sorted(some))) for bits, some in found.items()]


def _pairs(terms: list[str]) -> str:
    """Pairs of characters that stand together in ordinary Chinese: rows of a first one and all that follow it."""
    allowed = set(Mnemonic("chinese_simplified").wordlist)
    counts: Counter[str] = Counter()
    for line in Path(jieba.__file__).with_name("dict.txt").read_text("utf-8").splitlines():
        word, count, _ = line.split()
        for pair in map("".join, itertools.pairwise(word)):
            if allowed.issuperset(pair):
                counts[pair] += int(count)
    found = {pair for pair, _ in counts.most_common(PAIRS)}
    found |= {"".join(pair) for term in terms for run in HAN.findall(term) for pair in itertools.pairwise(run)}
    rows: dict[str, str] = defaultdict(str)
    for first, second in sorted(found):
        rows[first] += second
    return " ".join(first + seconds for first, seconds in rows.items())


if __name__ == "__main__":
    main()
