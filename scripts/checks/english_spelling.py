"""English words are in the dictionary, in the term base, or in our own list (docs/_data/words.txt)."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterator

from scripts.content import Problem

from .american_english import american, dictionary, words
from .rule import MARK, Source, page

ID = "ENG001"
NAME = "english-spelling"
ABOUT = {
    "zh": "英文单词没有拼错；词典里没有的新词，写进 docs/_data/words.txt。",
    "en": "English words are spelled right; a new word that no dictionary has goes into docs/_data/words.txt.",
}
EXAMPLES = [
    page(en="Look at the balance, the token's address and TRC20; `wrnog` is code, and Gnosis a name. Colour is another rule's."),
    page(en=f"Look at the balence first.{MARK}"),
    page(en=f"- The adress of the wallet.{MARK}\n- It doesnt matter.{MARK}\n- Teh wallet.{MARK}\n- Two-step verifcation.{MARK}"),
    page(en=f"## Recieve coins {{#receive}}{MARK}\n\nThe network. Chekc it.{MARK}"),
    page(front_en={"description": f"description: First chekc the network.{MARK}"}),
]

FILE = "words.txt"
ENDING = re.compile(r"(?:[eo]rs?|ing|e?s|e?d|ly|able)$")
RARE, COMMON = 100, 20_000  # how often the dictionary met a word


def check(source: Source) -> Iterator[Problem]:
    ours = _ours(source)
    for file in source.pages():
        if file.code != "en":
            continue
        for number, text in file.prose:
            for place, word in words(text):
                if word in ours or word.removesuffix("'s") in ours or _right(word):
                    continue
                expected = _nearest(word) or min(dictionary().edit_distance_1(word) & ours, default="")
                # A name may begin a sentence, but a slip is next to a common word. Nor has another project our list of words.
                if not expected and text[place].isupper() or not source.docs and (not _common(expected) or _compound(word)):
                    continue
                mend = f"If it is a word, put it into docs/_data/{FILE}."
                yield Problem(file.path, number, f'"{word}"', f'"{expected or "a word of the dictionary"}"', mend, place + 1)


@functools.lru_cache(maxsize=20_000)
def _right(word: str) -> bool:
    stem = word.removesuffix("'s")
    if word in _slips() or stem in _slips():
        return False
    known = dictionary().word_frequency.dictionary
    # the dictionary is made for long words: short ones only by the list of slips
    if len(stem) < 4 or american(word) is not None:
        return True
    often = max(known.get(word, 0), known.get(stem, 0))
    if not often or often > RARE or "'" in word or known.get(ENDING.sub("", stem), 0) > RARE or known.get(ENDING.sub("e", stem), 0) > RARE:
        return often > 0
    # prase, wroth: rarer than any word of ours, and next to one that everybody uses
    return max(map(known.get, dictionary().edit_distance_1(stem) & known.keys()), default=0) < COMMON


@functools.lru_cache(maxsize=20_000)
def _nearest(word: str) -> str:
    if slip := _slips().get(word):
        return slip
    known = dictionary().word_frequency.dictionary
    return max(sorted((dictionary().edit_distance_1(word) & known.keys()) - {word}), key=known.get, default="")


def _common(word: str) -> bool:
    known = dictionary().word_frequency.dictionary
    return known.get(word, 0) > (800 if len(word) > 4 else 100_000)


def _compound(word: str) -> bool:
    """Back-end, data-base: two common words without a hyphen."""
    known = dictionary().word_frequency.dictionary
    return any(known.get(word[:i], 0) > 1000 and known.get(word[i:], 0) > 1000 for i in range(3, len(word) - 2))


@functools.cache
def _slips() -> dict[str, str]:
    """Common misspellings. The dictionary, made from subtitles, holds some of them."""
    text = importlib.resources.files("codespell_lib").joinpath("data/dictionary.txt").read_text("utf-8")
    pairs = (line.partition("->") for line in text.splitlines())
    return {wrong: right.split(",")[0].strip() for wrong, _, right in pairs}


def _ours(source: Source) -> set[str]:
    """The words of the term base and of our list."""
    found: set[str] = set()
    if source.content:
        for term in source.content.terms.terms:
            found |= set(re.findall(r"[a-z']+", " ".join([term.en, *term.search_en]).lower()))
    file = source.docs and source.docs / "_data" / FILE
    if file and file.exists():
        found |= {line.strip() for line in file.read_text("utf-8").splitlines() if not line.startswith("#")}
    return found
