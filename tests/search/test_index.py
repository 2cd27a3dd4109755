"""The files of the index say what lunr's own index says, whatever number of files they are."""

from __future__ import annotations

import json
import math
import shutil
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.content import Content
from scripts.search import index
from scripts.search.index import Article, Section, documents_of, sections, weights, write
from scripts.search.text import Tables
from scripts.site.render import render
from tests.search.lunrs import lunrs_index

TABLES = Tables({"幣": "币"}, [("冲值", "充值")], {"充值": [0], "deposit": [0]})
ARTICLES = [
    Article(
        "a/one/",
        "充值没到账",
        "充值",
        "先查哈希。",
        ("钱没到", "冲值没到"),
        (Section("", "", "先等等。"), Section("x", "查哈希", "打开浏览器 explorer")),
    ),
    Article(
        "a/two/",
        "Deposit missing",
        "Deposits",
        "Wait first.",
        ("where is my deposit",),
        (Section("y", "Full Ａ letters 🙂", "𠀀 and 幣"),),
    ),
]


def unpacked(posting: str) -> list[int]:
    numbers, number = [], 0
    for difference in posting.split():
        number += int(difference)
        numbers.append(number)
    return numbers


def family(folder: Path, name: str) -> dict[str, str]:
    """What all files of a family hold together."""
    pack = json.loads((folder / "pack.json").read_text("utf-8"))
    files = [folder / f"{name}-{pack['version']}-{number}.json" for number in range(len(pack["starts"][name]))]
    parts = [json.loads(file.read_text("utf-8")) for file in files]
    return {key: value for part in parts for key, value in part.items()}


def lines(folder: Path) -> list[tuple[str, int]]:
    """The kind and the length of each document, in order, as the worker reads them."""
    pack = json.loads((folder / "pack.json").read_text("utf-8"))
    found: list[tuple[str, int]] = []
    for entry in pack["lines"]:
        title, lead, questions, *headings = entry.split(".")
        found += [("title", int(title)), ("lead", int(lead)), *(("question", length) for length in unpacked(questions))]
        found += [("heading", int(length)) for length in headings]
    bodies = json.loads((folder / f"bodies-{pack['version']}.json").read_text("utf-8"))
    return found + [("body", length) for article in bodies for length in article]


def test_the_worker_can_restore_lunrs_weights(tmp_path: Path) -> None:
    write(tmp_path / "zh", ARTICLES, TABLES, {})
    pack = json.loads((tmp_path / "zh/pack.json").read_text("utf-8"))
    documents = lines(tmp_path / "zh")
    restored: dict[tuple[int, str], float] = {}
    for term, posting in {**family(tmp_path / "zh", "terms"), **family(tmp_path / "zh", "rare")}.items():
        counts = Counter(unpacked(posting))
        rare = math.log(1 + abs((pack["documents"] - len(counts) + 0.5) / (len(counts) + 0.5)))
        for document, count in counts.items():
            kind, tokens = documents[document]
            length = 1 - pack["b"] + pack["b"] * tokens / pack["average"]
            weight = rare * (pack["k1"] + 1) * count / (pack["k1"] * length + count)
            restored[document, term] = weight * pack["boost"][kind]
    assert restored == pytest.approx(lunrs_weights(), abs=0.002)


def test_weights_are_lunrs() -> None:
    weighed = weights(list(documents_of(ARTICLES, TABLES)))
    ours = {(number, term): weight for term, of in weighed.items() for number, weight in of.items()}
    assert ours == pytest.approx(lunrs_weights(), abs=0.002)


def lunrs_weights() -> dict[tuple[int, str], float]:
    """The weight of each term in each document."""
    lunr = lunrs_index(documents_of(ARTICLES, TABLES))
    terms = {posting["_index"]: term for term, posting in lunr["invertedIndex"]}
    return {
        (int(ref.removeprefix("text/")), terms[int(number)]): weight
        for ref, vector in lunr["fieldVectors"]
        for number, weight in zip(vector[::2], vector[1::2], strict=True)
    }


def test_many_files_hold_what_one_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "one", ARTICLES, TABLES, {})
    monkeypatch.setattr(index, "SHARD", 40)
    monkeypatch.setattr(index, "RARE", 40)
    monkeypatch.setattr(index, "AT_ONCE", 1)
    monkeypatch.setattr(index, "CHUNK", 1)
    write(tmp_path / "many", ARTICLES, TABLES, {})
    one, many = (json.loads((tmp_path / name / "pack.json").read_text("utf-8")) for name in ("one", "many"))
    assert "articles" not in many
    for name in ("terms", "rare", "pinyin"):
        assert len(many["starts"][name]) > len(one["starts"][name]) == 1
        assert family(tmp_path / "many", name) == family(tmp_path / "one", name)
    for name, rows in (("articles", one["articles"]), ("leads", [article.lead for article in ARTICLES])):
        chunks = [
            json.loads((tmp_path / f"many/{name}-{many['version']}-{number}.json").read_text("utf-8"))
            for number in range(2)
        ]
        assert chunks == [[row] for row in rows]


def test_terms_are_cut_where_their_first_character_changes_and_chinese_nowhere_else() -> None:
    latin = [first + second for first in "ab" for second in "abcdefg"]
    chinese = [first + second for first in "不充" for second in "值现走来去"]
    # bytes; an entry of two letters takes 12, of Chinese 16
    parts = index._cut(dict.fromkeys([*latin, *chinese], "1 2"), 60)
    latin_parts = ["aa ab ac ad ae", "af ag ba bb bc", "bd be bf bg"]
    assert [" ".join(part) for part in parts] == [*latin_parts, " ".join(chinese[:5]), " ".join(chinese[5:])]
    assert list(index._starts(parts)) == ["a", "af", "bd", "不", "充"]


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, ARTICLES, TABLES, {"say": {}})
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
    shutil.rmtree(tmp_path / "two")
    write(tmp_path / "two", [ARTICLES[0]], TABLES, {})
    one, two = ({file.name for file in (tmp_path / name).glob("t*")} for name in ("one", "two"))
    assert not one & two, "an old page would mix with new files"


def test_a_section_is_what_stands_below_its_heading() -> None:
    html = (
        '<p>First <b>words</b>.</p><figure>picture</figure><p class="x" hidden><b>Press</b></p>'
        '<h2 id="a">One</h2><ol><li>Do</li><li>this</li></ol>'
        '<h2 id="b">Two</h2><table><tr><td>x</td></tr></table>'
    )
    assert sections(html) == (
        Section("", "", "First words ."),
        Section("a", "One", "Do this"),
        Section("b", "Two", "x"),
    )


def test_sections_are_what_an_html_parser_finds(content: Content) -> None:
    pages = [render(page, content) for page in content.pages.values()]
    pages.append(
        '<h2>No <em>anchor</em> &amp; <code>&lt;h2&gt;</code></h2>\n<div class="tabbed-set"><input type="radio" />'
        '<h2 id="in">Not its own</h2><figure><svg><path d="M0" /><text> in\u3000a\ntab </text></svg></figure></div>\n'
        '<h2 id="empty"></h2><hr /><svg><text>no words</text></svg><p data-x="&gt;">a<br />\n b&#x27;s</p>'
    )
    for html in pages:
        parts = [["", "", ""]]
        for element in BeautifulSoup(html, "html.parser").find_all(recursive=False):
            if element.name == "h2":
                parts.append([element.get("id", ""), element.get_text(" ", strip=True), ""])
            elif element.name not in ("svg", "figure", "fieldset", "button") and not element.has_attr("hidden"):
                parts[-1][2] = " ".join(f"{parts[-1][2]} {element.get_text(' ', strip=True)}".split())
        assert sections(html) == tuple(Section(*part) for part in parts if part[1] or part[2])
