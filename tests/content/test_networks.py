"""What is known of networks: docs/_data/networks.yml, and what pages show of it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.content import ContentError, load
from scripts.site.render import render

TODAY = datetime.date(2026, 11, 30)
CHECKED = "{date: 2026-11-01, sources: [https://a.test/x, https://b.test/x]}"
NETWORK = """\
NAME:
  name: {zh: 中NAME, en: NAME}
  coin: {symbol: NNN, name: {zh: 币, en: coin}, tokens: [T-1], checked: CHECKED}
  explorer: {name: Looks, host: looks.test, path: https://looks.test/tx/, checked: CHECKED}
  address: {patterns: ["0x[0-9a-f]{40}"], says: {zh: 0x 开头, en: Starts with 0x}, checked: CHECKED}
""".replace("CHECKED", CHECKED)
TIME = f"  time: {{usual: {{zh: 3 分钟, en: 3 minutes}}, final: {{zh: 9 分钟, en: 9 minutes}}, checked: {CHECKED}}}\n"
ARTICLE = "zh/deposits/deposit-crypto.md"


def write(docs: Path, text: str, body: str = "") -> Path:
    (docs / "_data/networks.yml").write_text(text, "utf-8")
    for code in ("zh", "en") if body else ():
        file = docs / code / ARTICLE.partition("/")[2]
        front = file.read_text("utf-8").split("---\n")[1]
        file.write_text(f"---\n{front}---\n\n{body}\n\n{{{{ SAFE-1 }}}}\n", "utf-8")
    return docs


def rows(docs: Path) -> list[list[str]]:
    content = load(docs, TODAY)
    page = BeautifulSoup(render(content.by_path[f"docs/{ARTICLE}"], content), "html.parser")
    assert "2026-11-01" in page.select_one(".checked").text
    return [[cell.text for cell in row.select("th, td")] for row in page.select("tbody tr")]


def test_networks_of_which_the_same_is_said_share_a_row(docs: Path) -> None:
    other = NETWORK.replace("NAME", "c").replace("0x 开头", "1x 开头").replace("Starts with 0x", "Starts with 1x")
    text = NETWORK.replace("NAME", "a") + other + NETWORK.replace("NAME", "b")
    assert rows(write(docs, text, "{{ networks.addresses }}")) == [["中a、中b", "0x 开头"], ["中c", "1x 开头"]]


def test_a_network_of_which_it_is_not_known_has_no_row(docs: Path) -> None:
    text = NETWORK.replace("NAME", "a") + NETWORK.replace("NAME", "b") + TIME
    assert rows(write(docs, text, "{{ networks.times }}")) == [["中b", "3 分钟", "9 分钟"]]


def test_one_fact_stands_within_a_line_and_an_explorer_is_a_link(docs: Path) -> None:
    write(docs, NETWORK.replace("NAME", "a") + TIME, "等 {{ network.a.time }}，到 {{ network.a.explorer }} 查。")
    content = load(docs, TODAY)
    html = render(content.by_path[f"docs/{ARTICLE}"], content)
    assert '等 3 分钟，到 <a href="https://looks.test">Looks</a> 查' in html
    assert "looks.test" in content.linkable


def test_the_search_takes_the_names_of_a_network_and_of_its_own_coin_for_one(docs: Path) -> None:
    one, shared = NETWORK.replace("NAME", "a"), NETWORK.replace("NAME", "b")
    assert ["中a", "a", "NNN", "币", "coin"] in load(write(docs, one), TODAY).alike
    assert ["中a", "a"] in load(write(docs, one + shared), TODAY).alike


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("https://b.test/x", "https://docs.a.test/y", "independent of one another; all are a.test's"),
        (", https://b.test/x", "", "at least"),
        ("https://b.test/x", "http://b.test/x", "the https address"),
        ("[0-9a-f]{40}", "^[0-9a-f]{40}", "without anchors"),
        ("[0-9a-f]{40}", "[0-9a-f", "a regular expression"),
        ("https://looks.test/tx/", "https://other.test/tx/", 'a "path" at looks.test'),
        ("https://looks.test/tx/", "https://looks.test/tx", "that a hash is put behind"),
        ("host: looks.test", "host: com.cn", "a host"),
        ("3 minutes", "4 minutes", "the same figures"),
        ("开头", "开头 <b>", "words without"),
    ],
)
def test_a_mistake_is_said_at_its_line(docs: Path, old: str, new: str, said: str) -> None:
    good = NETWORK.replace("NAME", "a") + TIME
    assert old in good
    with pytest.raises(ContentError) as error:
        load(write(docs, good.replace(old, new, 1)), TODAY)
    problem = error.value.problems[0]
    assert said in str(problem) and problem.path == "docs/_data/networks.yml" and problem.line > 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ networks.tables }}", r'networks "tables"; expected one of times, .*'),
        ("等 {{ network.aa.coin }}。", r'network "aa"; expected one of docs/_data/networks.yml. Did you mean a\?'),
        ("等 {{ network.a.time }}。", r'"time" of a; expected one of coin, explorer, address'),
        ("看 {{ networks.fees }}。", r"\{\{ networks.fees \}\} inside a line"),
    ],
)
def test_what_no_network_can_show_is_refused(docs: Path, body: str, said: str) -> None:
    with pytest.raises(ContentError) as error:
        load(write(docs, NETWORK.replace("NAME", "a"), body), TODAY)
    assert all(re.search(said, str(problem)) for problem in error.value.problems)
