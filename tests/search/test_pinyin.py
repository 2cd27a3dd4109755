"""How Chinese is read: what readers type who have no Chinese keyboard at hand."""

from __future__ import annotations

import itertools

import pytest
from pypinyin import lazy_pinyin

from scripts.content import Content
from scripts.search.pinyin import COMMON, pairs, phrases, readings, sounds, syllables
from scripts.search.text import HAN, Tables

TABLES = Tables({"現": "现"}, [("冲值", "充值")], {"提现": [0], "验证码": [1, 2], "cash out": [0], "密": [3]})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("重新提现", "chong xin ti xian"),
        ("重要", "zhong yao"),
        ("银行", "yin hang"),
        ("行为", "xing wei"),
        ("长度", "chang du"),
        ("绿色", "lv se"),  # as a keyboard spells it
        ("提现", "ti xian"),
    ],
)
def test_a_character_is_read_by_its_context(text: str, read: str) -> None:
    assert readings(text) == read.split()


def test_words_are_read_as_the_library_reads_whole_text(content: Content) -> None:
    runs = {run for page in content.pages.values() for run in HAN.findall(page.body)}
    assert runs
    for run in runs:
        assert readings(run) == [syllable.replace("ü", "v") for syllable in lazy_pinyin(run)]


def test_syllables_are_those_of_every_character() -> None:
    read = {syllable.replace("ü", "v") for code in range(0x4E00, 0xA000) for syllable in lazy_pinyin(chr(code))}
    assert set(syllables()) == {syllable for syllable in read if syllable.isascii()}


def test_syllables_are_plain_letters_without_tones() -> None:
    found = syllables()
    assert found == sorted(set(found))
    assert {"a", "lv", "zhuang", "xian", "ti"} <= set(found)
    assert 400 < len(found) < 450
    assert all(syllable.isascii() and syllable.isalpha() and syllable.islower() for syllable in found)


def test_each_common_character_has_one_sound() -> None:
    parts = sounds().split()
    counts = [(syllable, int(count)) for syllable, count in zip(parts[::2], parts[1::2], strict=True)]
    heard = dict(zip(COMMON, itertools.chain.from_iterable([s] * count for s, count in counts), strict=True))
    assert (heard["啊"], heard["提"], heard["现"], heard["座"], heard["绿"]) == ("a", "ti", "xian", "zuo", "lv")


def test_pairs_are_found_by_how_they_sound() -> None:
    found = pairs(["提現没到账", "体现 usdt", "冲值", "币"], TABLES)
    assert found == {
        "chong zhi": ["充值"],
        "dao zhang": ["到账"],
        "mei dao": ["没到"],
        "ti xian": ["体现", "提现"],
        "xian mei": ["现没"],
    }


def test_a_phrase_is_typed_in_full_or_by_initials() -> None:
    assert phrases(TABLES) == {"tixian": [0], "yanzhengma": [1, 2], "yzm": [1, 2]}
