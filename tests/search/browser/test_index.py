"""The browser reads of an index what Python wrote into it."""

from __future__ import annotations

import pytest
import quickjs
from pypinyin import Style
from pypinyin import pinyin as readings

from scripts.search import pinyin
from scripts.search.index import _cut, _packed, _starts, documents_of

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


def test_a_term_is_looked_for_where_python_put_it(engine, cut: list[dict[str, str]]) -> None:
    places = engine("index.js")(
        "terms.map((term) => placeOf(starts, term))",
        starts=list(_starts(cut)),
        terms=[term for part in cut for term in part],
    )
    assert places == [number for number, part in enumerate(cut) for _ in part]


def test_before_the_first_term_and_after_the_last_there_is_none_to_be_found(engine, cut: list[dict[str, str]]) -> None:
    placed = "terms.map((term) => placeOf(starts, term))"
    assert engine("index.js")(placed, starts=list(_starts(cut)), terms=["!", "龥"]) == [0, len(cut) - 1]


@pytest.fixture(params=[1, 60, 200, 10_000])
def cut(request: pytest.FixtureRequest) -> list[dict[str, str]]:
    """Terms of every kind, in files of different sizes."""
    latin = [f"{first}{second}{third}" for first in "asz" for second in "aeo" for third in ("", "b", "bc", "d9")]
    terms = [*(f"#{number}" for number in range(30)), "0x", "2fa", *latin, *(a + b for a in "不充提" for b in "值现走")]
    return _cut(dict.fromkeys(sorted(terms), "1 2 3"), request.param)


def test_common_characters_sound_as_they_are_read(engine) -> None:
    sounds = engine("index.js")("[...readSounds(packed)]", packed=pinyin.sounds())
    read = {character: readings(character, style=Style.NORMAL, heteronym=True)[0] for character, _ in sounds}
    assert [(character, sound) for character, sound in sounds if sound not in read[character]] == []
    assert [character for character, _ in sounds] == list(pinyin.COMMON)


def test_a_file_is_loaded_once(engine) -> None:
    index = engine("index.js")
    assert index("file(zh, 'text', 1)")[0][2] == "审核。"
    index("file(zh, 'text', 1)")
    assert index("fetched.filter((url) => url.includes('/text-')).length") == 1


def test_a_missing_file_is_an_error(engine) -> None:
    with pytest.raises(quickjs.JSException, match=r"404 .*text-.*-9\.json"):
        engine("index.js")("file(zh, 'text', 9)")


def test_terms_that_begin_so_are_those_of_the_short_lines(engine) -> None:
    index = engine("index.js")
    assert index("termsWith(en, 'd')") == ["deposit"]
    assert index("termsWith(en, 'de')") == ["deposit"]
    assert index("termsWith(en, 'q')") == []
    assert index("termsWith(en, 'expl')") == [], "it stands in a section's text alone"


@pytest.mark.parametrize("most", [1, 5, 1_000])
def test_terms_that_begin_so_may_be_in_several_files(engine, cut: list[dict[str, str]], most: int) -> None:
    terms = [term for part in cut for term in part]
    beginnings = ["a", "s", "sa", "sab", "sabc", "sabcd", "z", "zo", "y", "提", "#1"]
    started = engine("index.js")
    started(
        "(globalThis.asked = [], globalThis.file = async (_, _2, place) => (asked.push(place), parts[place]), null)",
        parts=cut,
    )
    for letters in beginnings:
        found = started(
            "(asked.splice(0), termsWith({ starts: { terms: starts } }, letters, most))",
            starts=list(_starts(cut)), letters=letters, most=most,
        )  # fmt: skip
        assert found == [term for term in terms if term.startswith(letters)][:most]
        needed = [place for place, part in enumerate(cut) if not part.keys().isdisjoint(found)]
        assert started("asked.length") == max(1, len(needed)), "no file more than holds them"


def test_a_family_may_be_empty(engine) -> None:
    assert engine("index.js")("shard({ starts: { rare: [] } }, 'x', 'rare')") == {}
    assert not engine("index.js")("shard({ starts: { rare: [] } }, '', 'rare').then((terms) => 'constructor' in terms)")


def test_the_words_of_the_other_script_are_loaded_for_it_alone(engine) -> None:
    index = engine("index.js")
    loaded = "fetched.filter((url) => url.includes('/script-')).length"
    for code, own, other in (("en", "Deposit 2FA ①", "充"), ("zh", "充值 12 ①", "Ａ")):
        index(f"(fetched = [], readScript({code}, query))", query=own)
        assert index(loaded) == 0
        assert index(f"[...{code}.tables.phrases.keys()].some((phrase) => /[a-z]/.test(phrase))") == (code == "en")
        read = f"readScript({code}, query).then(() => {code}.tables)"
        assert index(f"{read}.then((tables) => {read}.then((same) => same === tables))", query=other), "read once"
        assert index(loaded) == 1
        assert dict(index(f"[...{code}.tables.phrases]")) == TABLES.phrases
        turned = index(f"readScript({code}, query).then(() => [...{code}.tables.simplified])", query="幣")
        assert dict(turned) == TABLES.simplified
        assert dict(index(f"[...{code}.tables.phrases]")) == TABLES.phrases
