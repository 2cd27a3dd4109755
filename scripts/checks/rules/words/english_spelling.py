"""English words are in the dictionary, in the term base, or in our own list (docs/_data/words.txt)."""

import functools
import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.english import american, codespell, dictionary, known, words

ID, NAME, SEVERITY = "ENG001", "english-spelling", "error"
NEEDS = ("terms.yml",)
ABOUT_ZH = "英文单词没有拼错；词典里没有的新词，写进 docs/_data/words.txt。"
ABOUT_EN = "English words are spelled right; a new word that no dictionary has goes into docs/_data/words.txt."
EXAMPLES = [
    page(en="Look at the token's address and TRC20; `wrnog` is code, and Gnosis a name. Colour is another rule's."),
    page(en="~~~text\nwrnog\n```\nwrnog\n~~~\n\n- Look\n   - there <!-- wrnog -->"),
    page(en=f"1. Look:\n   - at the balence{MARK}\n\n   and the adress.{MARK}\n\n## Recieve coins {{#receive}}{MARK}"),
    page(en=f"- It doesnt matter.{MARK}\n- Teh wallet.{MARK}\n- Two-step verifcation.{MARK}\n- Go on. Chekc it.{MARK}"),
    page(front_en={"description": f"description: First chekc the network.{MARK}"}),
]

MEND = "If it is a word, put it into docs/_data/words.txt."
# deposited, safely: a word is known by what stands before these
ENDING = re.compile(r"(?:[eo]rs?|ing|e?s|e?d|ly|able)$")
RARE, COMMON = 100, 20_000  # how often the dictionary met a word


def check(source: Source) -> Iterator[Problem]:
    ours = _ours(source)
    for file, number, text in source.prose("en"):
        for place, word in words(text):
            if word in ours or word.removesuffix("'s") in ours or _right(word):
                continue
            expected = _nearest(word) or min(dictionary().edit_distance_1(word) & ours, default="")
            # a name may begin a sentence, but a slip is next to a common word; another project lacks our list of words
            name = not expected and text[place].isupper()
            common = _often(expected) > (800 if len(expected) > 4 else 100_000)
            # database, backend: two common words without a hyphen
            joined = any(_often(word[:i]) > 1000 and _often(word[i:]) > 1000 for i in range(3, len(word) - 2))
            if not name and (source.docs or (common and not joined)):
                right = f'"{expected or "a word of the dictionary"}"'
                yield file.problem((number, place + 1), f'"{word}"', right, MEND)


@functools.lru_cache(maxsize=20_000)
def _right(word: str) -> bool:
    stem = word.removesuffix("'s")
    if word in codespell("") or stem in codespell(""):
        return False
    # the dictionary is made for long words: short ones only by the list of slips
    if len(stem) < 4 or american(word) is not None:
        return True
    often = max(_often(word), _often(stem))
    without = ENDING.sub("", stem)
    if not often or often > RARE or "'" in word or _often(without) > RARE or _often(ENDING.sub("e", stem)) > RARE:
        return often > 0
    # prase, wroth: rarer than any word of ours, and next to one that everybody uses
    return max(map(_often, dictionary().edit_distance_1(stem)), default=0) < COMMON


@functools.lru_cache(maxsize=20_000)
def _nearest(word: str) -> str:
    """What was meant. codespell knows common slips; the dictionary, made from subtitles, has some of them as words."""
    near = sorted((dictionary().edit_distance_1(word) & known().keys()) - {word})
    return codespell("").get(word) or max(near, key=_often, default="")


def _often(word: str) -> int:
    """How often the dictionary met a word."""
    return known().get(word, 0)


def _ours(source: Source) -> set[str]:
    """The words of the term base and of our list."""
    found: set[str] = set()
    for term in source.content.terms.terms if source.content else ():
        found |= set(re.findall(r"[a-z']+", " ".join([term.en, *term.search_en]).lower()))
    if source.docs and (file := source.docs / "_data/words.txt").exists():
        found |= {line.strip() for line in file.read_text("utf-8").splitlines() if not line.startswith("#")}
    return found
