"""The browser reads of an index what Python wrote into it."""

from __future__ import annotations

import random

import pytest
import quickjs
from pypinyin import Style
from pypinyin import pinyin as readings

from scripts.search import pinyin
from scripts.search.index import _packed, documents_of, shard_of

from .conftest import TABLES, ZH


@pytest.mark.parametrize("numbers", [[0], [7], [0, 0, 1], [3, 3, 3, 90], [1, 2, 1000]])
def test_a_posting_is_unpacked(engine, numbers: list[int]) -> None:
    assert engine("index.js")("unpack(posting)", posting=_packed(numbers)) == numbers


def test_every_document_has_its_article_kind_length_and_section(engine) -> None:
    index = engine("index.js")
    index("addBodies(zh)")
    index("addBodies(zh)")  # a second search of the texts adds nothing
    documents = list(documents_of(ZH, TABLES))
    assert index("zh.articleOf") == [document.article for document in documents]
    assert index("zh.kindOf") == [document.kind for document in documents]
    assert index("zh.lengths") == [len(document.tokens) for document in documents]
    firsts = index("zh.firsts.map((first) => [zh.articleOf[first], zh.kindOf[first]])")
    assert firsts == [[0, "title"], [1, "title"], [2, "title"], [3, "title"]]
    # of the first article: title, lead, two questions, two headings; and its texts after all other documents
    assert index("zh.sectionOf.slice(0, 6)") == [None, None, None, None, 0, 1]
    assert index("zh.sectionOf.filter((_, number) => zh.kindOf[number] === 'body')") == [0, 1, 0, 0]


def test_a_term_is_looked_for_where_python_put_it(engine) -> None:
    generator = random.Random(20260131)
    terms = ["#12", "提现", "提", "usdt", "trc20"]
    terms += ["".join(generator.choices("abcdefghij0123456789", k=8)) for _ in range(50)]
    places = engine("index.js")("terms.map((term) => [7, 64].map((shards) => shardOf(term, shards)))", terms=terms)
    assert places == [[shard_of(term, 7), shard_of(term, 64)] for term in terms]


def test_common_characters_sound_as_they_are_read(engine) -> None:
    sounds = engine("index.js")("[...readSounds(packed)]", packed=pinyin.sounds())
    read = {character: readings(character, style=Style.NORMAL, heteronym=True)[0] for character, _ in sounds}
    assert [(character, sound) for character, sound in sounds if sound not in read[character]] == []
    assert [character for character, _ in sounds] == list(pinyin.COMMON)


def test_a_file_is_loaded_once(engine) -> None:
    index = engine("index.js")
    assert index("file(zh, 'text', 1)") == ["先看状态。", "审核。"]
    index("file(zh, 'text', 1)")
    assert index("fetched.filter((url) => url.includes('/text-')).length") == 1


def test_a_missing_file_is_an_error(engine) -> None:
    with pytest.raises(quickjs.JSException, match=r"404 .*text-.*-9\.json"):
        engine("index.js")("file(zh, 'text', 9)")


def test_words_are_those_of_the_short_lines(engine) -> None:
    index = engine("index.js")
    assert index("wordsWith(en, 'd')") == ["deposit"]
    assert index("wordsWith(en, 'q')") == []
