"""What Latin letters may be the pinyin of."""

from __future__ import annotations

import pytest

from scripts.search import pinyin

SYLLABLES = pinyin.syllables()


@pytest.mark.parametrize(
    ("letters", "pairs"),
    [
        ("tixian", ["ti xian"]),
        ("chongzhimeidaozhang", ["chong zhi", "zhi mei", "mei dao", "dao zhang"]),
        ("xian", []),  # the fewest syllables: one, not xi an
        ("lvse", ["lv se"]),
        ("usdttixian", ["ti xian"]),  # what is no syllable is passed over
        ("tixiandaozh", ["ti xian", "xian dao"]),  # a syllable not finished
        ("usdt", []),
        ("tiusdtxian", []),  # and no pair reaches across it
        ("tixianbcdfghjkl", []),  # more than half is passed over
        ("daoa", ["dao a"]),
        ("enang", ["en ang"]),  # not e nang: single letters are rarely meant
        ("", []),
    ],
)
def test_letters_are_read_as_pairs_of_syllables(engine, letters: str, pairs: list[str]) -> None:
    read = engine("pinyin.js")("spelled(letters, new Set(known))", letters=letters, known=SYLLABLES)
    assert read == pairs


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("tixian", {"#1": 1, "提现": 1}),  # in full
        ("TI XIAN", {"#1": 1, "提现": 1}),
        ("woyaotixian", {"#1": 0.8, "提现": 1}),  # inside a sentence: the pair is read, and stands for its concept
        ("yzm", {"#2": 1}),  # by initials
        ("yzm deposit", {"#2": 1}),
        ("meidaozhang", {"没到": 1, "到账": 1}),
        ("deposit", None),
        ("tixian" * 21, None),  # longer than anybody types
    ],
)
def test_pinyin_becomes_terms_of_our_lines(engine, query: str, terms: dict[str, float] | None) -> None:
    found = engine("pinyin.js")("pinyin(zh, query)", query=query)
    assert found is terms if terms is None else highest(found) == terms


def highest(boosts: list[tuple[str, float]]) -> dict[str, float]:
    """Of each term the highest boost, as the search takes it."""
    return {term: max(boost for other, boost in boosts if other == term) for term, _ in boosts}


def test_a_language_without_chinese_has_none(engine) -> None:
    english = engine("pinyin.js")
    assert english("pinyin(en, 'tixian')") is None
    assert english("fetched.filter((url) => url.includes('pinyin'))") == []
