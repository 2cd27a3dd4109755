"""English words are in the dictionary, in the term base, or in our own list (docs/_data/words.txt)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from spellchecker import SpellChecker

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "ENG001"
NAME = "english-spelling"
ABOUT = {
    "zh": "英文单词没有拼错；词典里没有的新词，写进 docs/_data/words.txt。",
    "en": "English words are spelled right; a new word that no dictionary has goes into docs/_data/words.txt.",
}
EXAMPLES = [
    page(en="Look at the balance, the token's address and TRC20; `wrnog` is code, and Gnosis a name."),
    page(en=f"Look at the balence first.{MARK}"),
    page(en=f"- The adress of the wallet.{MARK}\n- It doesnt matter.{MARK}"),
    page(front_en={"description": f"description: First chekc the network.{MARK}"}),
]

FILE = "words.txt"
# Small words alone: a capital may begin a name, digits an identifier, and short ones are too like each other.
WORD = re.compile(r"(?<![\w'’.@/-])[a-z]{4,}(?:['’][a-z]+)?(?![\w@/-]|\.\w)")


@functools.cache
def _dictionary() -> SpellChecker:
    return SpellChecker(distance=1)  # two are slow to try, and rarely meant


def check(source: Source) -> Iterator[Problem]:
    known = _ours(source)
    for file in source.pages():
        if file.code != "en":
            continue
        for number, text in file.prose:
            for match in WORD.finditer(text):
                word = match[0].replace("’", "'")
                if not (word in known or word.removesuffix("'s") in known or _known(word)):
                    expected = _dictionary().correction(word) or "a word of the dictionary"
                    mend = f"If it is a word, put it into docs/_data/{FILE}."
                    yield Problem(file.path, number, f'"{match[0]}"', f'"{expected}"', mend, match.start() + 1)


@functools.lru_cache(maxsize=20_000)
def _known(word: str) -> bool:
    return bool(_dictionary().known([word, word.removesuffix("'s")]))


def _ours(source: Source) -> set[str]:
    """The words of the term base and of our list."""
    words: set[str] = set()
    if source.content:
        for term in source.content.terms.terms:
            words |= set(re.findall(r"[a-z']+", " ".join([term.en, *term.search_en]).lower()))
    file = source.docs and source.docs / "_data" / FILE
    if file and file.exists():
        words |= {line.strip() for line in file.read_text("utf-8").splitlines() if not line.startswith("#")}
    return words
