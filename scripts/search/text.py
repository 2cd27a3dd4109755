"""What a token is. browser/text.js does the same in the browser, from the same tables.

tests/data/tokens.json holds examples that both must agree on. A change here is a change there.

A text becomes Latin words without their endings, pairs of Chinese characters, and concepts: `#12` stands for all words
that the term base gives for one thing, in both languages ("提币", "cash out").
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Zero-width characters, marks of writing direction, byte order mark.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
APOSTROPHES = re.compile("['`\u00b4\u2018\u2019]")  # can't, cant
# Dashes and what is drawn like one, such as the long vowel of a Japanese keyboard; NFKC makes others of these.
DASH = "[-\u02d7\u058a\u05be\u1806\u2010-\u2015\u2043\u2212\u2500\u2796\u2e3a\u2e3b\u30a0\u30fc]"
JOINTS = re.compile(rf"(?<![a-z0-9])([a-z]){DASH}(?=[a-z0-9])|([a-z]){DASH}(?=[0-9])")  # e-mail, erc-20
LATIN = re.compile("[a-z0-9]+")
HAN = re.compile("[\u3400-\u9fff]+")
LONGEST_WORD = 30  # characters; addresses, hashes and noise are no words

# All of these deny: "cannot log in", "won't log in", "never logged in".
NEGATIONS = frozenset(
    "not no never cant cannot wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt "
    "shouldnt unable".split()
)
# Words that say nothing about the subject. Negations stay: "not received" is a subject.
STOP = frozenset(
    "a an the is are was were be been am i im ive my me mine you your it its this that these those to of in on at for "
    "and or do does did can could should would will if so what how why when where who which with from has have had any "
    "there by as about just they them he she we us our but than then too also please help need want get got "
    "tpwallet".split()
)


@dataclass(frozen=True)
class Tables:
    """What both sides share, made from the term base by `lexicon.py`.

    simplified: Traditional to Simplified, character by character. variants: wrong spellings to right ones, longest
    first. phrases: normalised words, Latin ones as stems joined by a space, to numbers of concepts.
    """

    simplified: dict[str, str]
    variants: list[tuple[str, str]]
    phrases: dict[str, list[int]]

    @functools.cached_property
    def lengths(self) -> dict[str, list[int]]:
        """Of the phrases that begin with a Chinese character or a Latin word: in characters or words, longest first."""
        found: dict[str, set[int]] = {}
        for phrase in self.phrases:
            parts = phrase.split() if phrase.isascii() else list(phrase)
            found.setdefault(parts[0], set()).add(len(parts))
        return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}

    @functools.cached_property
    def translation(self) -> dict[int, str]:
        """`simplified` as str.translate wants it."""
        return str.maketrans(self.simplified)

    def packed_phrases(self) -> str:
        """The phrases of concept 0, separated by ";", then "|" and those of concept 1, and so on."""
        count = max((number for numbers in self.phrases.values() for number in numbers), default=-1) + 1
        concepts: list[list[str]] = [[] for _ in range(count)]
        for phrase, numbers in self.phrases.items():
            for number in numbers:
                concepts[number].append(phrase)
        return "|".join(";".join(phrases) for phrases in concepts)


def normalise(text: str, tables: Tables) -> str:
    """One form for what readers mean as the same: width, case, script, common wrong spellings."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
    text = JOINTS.sub(r"\1\2", APOSTROPHES.sub("", text))
    text = text.translate(tables.translation)
    for wrong, right in tables.variants:
        text = text.replace(wrong, right)
    return text


@functools.cache  # of all that stands in a corpus, few words are new
def stem(word: str) -> str:
    """An English word without its ending: deliberately less than a stemmer, so that both sides cannot disagree."""
    if word in NEGATIONS:
        return "not"
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif re.search("(ss|x|ch|sh)es$", word):
        word = word[:-2]
    elif word.endswith("s") and not re.search("(ss|us|is)$", word):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and re.search("[aeiouy]", rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def tokens(text: str, tables: Tables) -> list[str]:
    """The tokens of a text, in no particular order; the same one may come several times."""
    text = normalise(text, tables)
    words = [word for word in LATIN.findall(text) if len(word) <= LONGEST_WORD]
    stems = [stem(word) for word in words]
    telling = [stem(word) for word in words if word not in STOP]  # what says something
    result: list[str] = []
    for run in HAN.findall(text):
        result += map(str.__add__, run, run[1:]) if len(run) > 1 else run
        result += _concepts(run, tables)
    found = _concepts(stems, tables)
    found += [concept for concept in _concepts(telling, tables) if concept not in found]
    return result + telling + found or stems  # "was this you" is all small words, and all there is


def _concepts(parts: str | list[str], tables: Tables) -> list[str]:
    """The concepts of the phrases of Chinese or of a list of stems."""
    return [f"#{number}" for _, _, numbers in phrases(parts, tables) for number in numbers]


def phrases(parts: str | list[str], tables: Tables) -> Iterator[tuple[int, int, list[int]]]:
    """The longest phrase at each place of Chinese or of a list of stems: where it begins and ends, and the numbers of
    its concepts; phrases inside a longer one do not count."""
    lengths, known = tables.lengths, tables.phrases
    free = 0  # where the last phrase ends
    for start, part in enumerate(parts):
        if part in lengths and start >= free:
            for length in lengths[part]:
                piece = parts[start : start + length]
                if numbers := known.get(piece if isinstance(piece, str) else " ".join(piece)):
                    yield start, start + length, numbers
                    free = start + length
                    break
