"""The files of the index say what lunr's own index says, whatever number of files they are."""

from __future__ import annotations

import json
import math
import shutil
from collections import Counter
from pathlib import Path

import pytest

from scripts.search import index
from scripts.search.index import BOOST, Article, Section, build, sections, write
from scripts.search.text import Tables

TABLES = Tables({"幣": "币"}, [("冲值", "充值")], {"充值": [0], "deposit": [0]})
ARTICLES = [
    Article("a/one/", "充值没到账", "充值", "先查哈希。", ("钱没到", "冲值没到"), (Section("", "", "先等等。"), Section("x", "查哈希", "打开浏览器 explorer"))),
    Article("a/two/", "Deposit missing", "Deposits", "Wait first.", ("where is my deposit",), (Section("y", "Full Ａ letters 🙂", "𠀀 and 幣"),)),
]


def unpacked(posting: str) -> list[int]:
    numbers, number = [], 0
    for difference in posting.split():
        number += int(difference)
        numbers.append(number)
    return numbers


def rare_terms(folder: Path, pack: dict) -> dict[str, str]:
    files = [folder / f"rare-{pack['version']}-{number}.json" for number in range(pack["rare"])]
    return {term: posting for file in files for term, posting in json.loads(file.read_text("utf-8")).items()}


def test_the_worker_can_restore_lunrs_weights(tmp_path: Path) -> None:
    write(tmp_path / "zh", ARTICLES, TABLES, {})
    pack = json.loads((tmp_path / "zh/pack.json").read_text("utf-8"))
    kinds = "".join(pack["kinds"])
    average = sum(pack["lengths"]) / len(pack["lengths"])
    restored: dict[tuple[int, str], float] = {}
    for term, posting in {**pack["terms"], **rare_terms(tmp_path / "zh", pack)}.items():
        counts = Counter(unpacked(posting))
        rare = math.log(1 + abs((len(kinds) - len(counts) + 0.5) / (len(counts) + 0.5)))
        for document, count in counts.items():
            length = 1 - pack["b"] + pack["b"] * pack["lengths"][document] / average
            restored[document, term] = rare * (pack["k1"] + 1) * count / (pack["k1"] * length + count) * pack["boost"][kinds[document]]
    documents = index._documents(ARTICLES, TABLES)
    lunr = build(documents)
    terms = {posting["_index"]: term for term, posting in lunr["invertedIndex"]}
    weights = {
        (int(ref.removeprefix("text/")), terms[int(number)]): weight
        for ref, vector in lunr["fieldVectors"]
        for number, weight in zip(vector[::2], vector[1::2])
    }
    assert restored.keys() == weights.keys()
    assert restored == pytest.approx(weights, abs=0.002)


def test_kinds_are_told_apart_by_their_first_letter() -> None:
    assert len({kind[0] for kind in BOOST}) == len(BOOST)


def test_many_files_hold_what_one_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "one", ARTICLES, TABLES, {})
    whole = json.loads((tmp_path / "one/pack.json").read_text("utf-8"))["terms"]
    monkeypatch.setattr(index, "SHARD", 100)
    write(tmp_path / "many", ARTICLES, TABLES, {})
    pack = json.loads((tmp_path / "many/pack.json").read_text("utf-8"))
    assert pack["terms"] is None and pack["shards"] > 1 and pack["rare"] > 1
    found = {}
    for number in range(pack["shards"]):
        shard = json.loads((tmp_path / f"many/terms-{pack['version']}-{number}.json").read_text("utf-8"))
        assert all(index.shard_of(term, pack["shards"]) == number for term in shard)
        found |= shard
    assert found == whole


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, ARTICLES, TABLES, {"say": {}})
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
    shutil.rmtree(tmp_path / "two")
    write(tmp_path / "two", [ARTICLES[0]], TABLES, {})
    assert not {f.name for f in (tmp_path / "one").glob("t*")} & {f.name for f in (tmp_path / "two").glob("t*")}, "an old page would mix with new files"


def test_a_section_is_what_stands_below_its_heading() -> None:
    html = '<p>First <b>words</b>.</p><figure>picture</figure><h2 id="a">One</h2><ol><li>Do</li><li>this</li></ol><h2 id="b">Two</h2><table><tr><td>x</td></tr></table>'
    assert sections(html) == (Section("", "", "First words ."), Section("a", "One", "Do this"), Section("b", "Two", "x"))
