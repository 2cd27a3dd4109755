"""Pinyin: what readers type who have no Chinese keyboard at hand, in full (tixian) or by initials (yzm)."""

from __future__ import annotations

import functools
import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import cast

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.seg.mmseg import seg

from .text import HAN, Tables, normalise

# The first level of GB 2312: 3,755 characters, in the order of their pinyin.
_CODES = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
COMMON = _CODES.decode("gb2312", "ignore")


def readings(run: str) -> list[str]:
    """A syllable for each character of Chinese text, as it is read in this context: 重新 is chong xin."""
    return [syllable for word in seg.cut(run) for syllable in _read(word)]


@functools.cache  # what a word is made of does not matter to how it is read; a corpus holds few that are new
def _read(word: str) -> list[str]:
    # a character that has no pinyin stands for itself; the library's types do not say that a list is allowed
    alone = cast(Callable[[str], str], list)
    return [syllable.replace("ü", "v") for syllable in lazy_pinyin(word, errors=alone, v_to_u=False)]


def syllables() -> list[str]:
    """Every syllable of Mandarin without its tone."""
    # of all characters that are read the same, with its tone, the library need only be asked for one
    one = {read.partition(",")[0]: chr(code) for code, read in PINYIN_DICT.items() if 0x4E00 <= code <= 0x9FFF}
    found = {s.replace("ü", "v") for s in lazy_pinyin(list(one.values()), style=Style.NORMAL)}
    return sorted(s for s in found if s.isascii() and s.isalpha())


@functools.cache
def sounds() -> str:
    """How COMMON sounds, in little room: each syllable and how many characters have it, as "a 2 ai 13 ...".

    Browsers can decode GB 2312, so the characters themselves need not be sent.
    """
    heard = pinyin(list(COMMON), style=Style.NORMAL, heteronym=True)
    # of a character's readings the standard meant one: take those that, in order, agree with most first readings
    order = sorted({s for found in heard for s in found}, key=lambda s: (s.replace("v", "u"), s))
    place = {syllable: number for number, syllable in enumerate(order)}
    likely = 5
    gains, steps = [0] * len(order), []  # how well all readings so far agree, if the last one is at most that syllable
    for found in heard:
        for start, gain in [(place[s], gains[place[s]] + likely - rank) for rank, s in enumerate(found)]:
            end = bisect_left(gains, gain, start)
            gains[start:end] = [gain] * (end - start)
        steps.append(gains.copy())
    read, last = [], len(order) - 1
    for gains in reversed(steps):
        last = bisect_left(gains, gains[last])
        read.append(order[last])
    return " ".join(f"{syllable} {len(list(same))}" for syllable, same in itertools.groupby(reversed(read)))


def pairs(texts: Iterable[str], tables: Tables) -> dict[str, list[str]]:
    """Two syllables, such as "ti xian", to the pairs of characters read so in `texts`: ["提现"]."""
    found: dict[str, set[str]] = defaultdict(set)
    for run in set(HAN.findall(normalise("\n".join(texts), tables))):
        for read, one, other in zip(itertools.pairwise(readings(run)), run, run[1:], strict=False):
            found[" ".join(read)].add(one + other)
    return {key: sorted(found[key]) for key in sorted(found)}


def phrases(tables: Tables) -> dict[str, list[int]]:
    """The pinyin of each Chinese phrase of the term base, in full and by initials, to its concepts."""
    found: dict[str, set[int]] = defaultdict(set)
    for phrase, numbers in tables.phrases.items():
        if phrase.isascii() or len(phrase) < 2:
            continue
        read = readings(phrase)
        found["".join(read)].update(numbers)
        if len(phrase) > 2:  # the initials of two characters are any two letters
            found["".join(syllable[0] for syllable in read)].update(numbers)
    return {key: sorted(found[key]) for key in sorted(found)}
