"""What was built says the right things to browsers and search engines, on every page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from scripts.content import Content, load
from scripts.site.build import build
from scripts.site.edit_link import edit_uri
from tests.confirmed import NOT_OFFERED, confirm
from tests.conftest import NOW, SAMPLE, TODAY, copy_sample

SITE_URL = "http://127.0.0.1:8000/"
HTML_LANG = {"zh": "zh-Hans", "en": "en"}


def url(code: str, address: str) -> str:
    return ("" if code == "zh" else f"{code}/") + address


def soup(site: Path, code: str, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / url(code, address) / "index.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What the site of these tests is made of: their own content."""
    return load(copy_sample(tmp_path_factory.mktemp("content")), TODAY)


@pytest.fixture(scope="module")
def pages(sample_site: Path, content: Content) -> dict[tuple[str, str], BeautifulSoup]:
    return {key: soup(sample_site, *key) for key in content.pages}


def test_every_page_is_built_and_nothing_else(sample_site: Path, content: Content) -> None:
    built = {path.parent.relative_to(sample_site).as_posix() for path in sample_site.rglob("index.html")}
    assert built == {url(*key).rstrip("/") or "." for key in content.pages}


def test_no_data_or_source_is_published(sample_site: Path) -> None:
    assert not [path for path in sample_site.rglob("*") if path.suffix in (".yml", ".md", ".py", ".gz")]


def test_language_canonical_and_alternates(pages) -> None:
    for (code, address), page in pages.items():
        assert page.html["lang"] == HTML_LANG[code]
        assert page.find("link", rel="canonical")["href"] == SITE_URL + url(code, address)
        alternates = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
        assert alternates == {
            "zh-Hans": SITE_URL + address, "en": SITE_URL + url("en", address), "x-default": SITE_URL + address,
        }


def test_the_switch_leads_to_the_same_page(pages) -> None:
    for (code, address), page in pages.items():
        other = "en" if code == "zh" else "zh"
        switches = page.select("a[data-language-switch]")
        leads_to = [urljoin(SITE_URL + url(code, address), link["href"]) for link in switches]
        assert leads_to == [SITE_URL + url(other, address)]
        assert switches[0]["hreflang"] == HTML_LANG[other]


def test_titles_and_descriptions_are_those_of_the_page_and_differ(pages, content: Content) -> None:
    for (code, address), page in pages.items():
        front = content.pages[code, address].front
        site_name = content.language(code).strings["site_name"]
        assert page.title.text == (f"{front.title} - {site_name}" if address else site_name)
        described = page.find("meta", {"name": "description"})["content"]
        assert described == (front.description if address else content.language(code).strings["site_description"])
    for code in ("zh", "en"):
        titles = [page.title.text for (language, _), page in pages.items() if language == code]
        assert len(set(titles)) == len(titles)


def test_the_preview_says_what_it_is(pages, content: Content) -> None:
    for (code, _), page in pages.items():
        assert page.find("meta", {"name": "robots"})["content"] == "noindex"
        assert page.select_one(".md-banner").get_text(strip=True) == content.language(code).strings["sample"]


def test_the_way_out_of_danger_is_on_every_page(pages, content: Content) -> None:
    for (code, address), page in pages.items():
        links = [urljoin(SITE_URL + url(code, address), link["href"]) for link in page.select("header .emergency a")]
        target = SITE_URL + url(code, content.article(code, content.navigation.emergency).address)
        assert links == [f"{target}#money-is-moving", f"{target}#asked-for-phrase"]
    for code in ("zh", "en"):
        anchors = {heading.anchor for heading in content.article(code, content.navigation.emergency).document.headings}
        assert {"money-is-moving", "asked-for-phrase"} <= anchors


def test_an_article_shows_its_parts(pages, content: Content) -> None:
    for page in (*content.articles("zh"), *content.articles("en")):
        built = pages[page.code, page.address]
        assert [heading.text for heading in built.select("article h1")] == [page.front.title]
        assert built.select_one("article h1 + .lead").text == page.front.description
        assert len(built.select("article .safety")) == 1
        one_kind = page.applies_to != "both" and content.custody == "hybrid"
        assert len(built.select("article .audience a")) == one_kind, "whom it is for"
        assert len(built.select(".related li")) == len(page.front.related)
        assert str(page.front.reviewed) in built.select_one(".colophon").text
        assert len(built.select(".md-path li")) == 2
        anchors = [heading["id"] for heading in built.select("article h2") if heading["id"] != "related"]
        assert anchors == [heading.anchor for heading in page.document.headings]


def test_questions_are_never_published_as_text(sample_site: Path) -> None:
    """They hold people's own words, brand names of other services included."""
    question = "find my deposit address"
    assert f"  - {question}\n" in (SAMPLE / "en/deposits/deposit-crypto.md").read_text("utf-8")
    files = [path for path in sample_site.rglob("*") if path.suffix in (".html", ".xml", ".json")]
    assert not [path for path in files if question in path.read_text("utf-8")]


def test_table_cells_carry_their_heading(pages) -> None:
    cells = 0
    for page in pages.values():
        for table in page.select("article table"):
            headings = [cell.get_text() for cell in table.select("thead th")]
            for row in table.select("tbody tr"):
                assert [cell["role"] for cell in row.select("th")] == ["rowheader"]
                assert [cell["data-label"] for cell in row.select("td")] == headings[1:]
                cells += len(headings)
            assert table["role"] == "table"
    assert cells


def test_no_request_leaves_the_site(pages) -> None:
    for page in pages.values():
        fetched = page.select("script[src], img[src], link[rel=stylesheet], link[rel=icon], iframe[src]")
        assert not [tag for tag in fetched if "//" in (tag.get("src") or tag.get("href"))]


def test_a_page_does_not_hold_the_whole_navigation(pages, content: Content) -> None:
    """What a page weighs must not grow with the number of articles."""
    for (code, address), page in pages.items():
        section = address.split("/")[0]
        linked = {
            urljoin(SITE_URL + url(code, address), a["href"]) for a in page.select(".md-sidebar--primary a[href]")
        }
        elsewhere = [p for p in content.articles(code) if p.section != section]
        assert not [p for p in elsewhere if SITE_URL + url(code, p.address) in linked]


def test_sitemap_lists_every_page_with_its_alternates(sample_site: Path, content: Content) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = ElementTree.parse(sample_site / "sitemap.xml").getroot().findall("s:url", space)
    assert {entry.find("s:loc", space).text for entry in entries} == {SITE_URL + url(*key) for key in content.pages}
    for entry in entries:
        alternates = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", space)}
        assert set(alternates) == {"zh-Hans", "en", "x-default"}
        assert entry.find("s:loc", space).text in alternates.values()
        assert alternates["x-default"] == alternates["zh-Hans"]


def test_one_404_page_holds_both_languages(sample_site: Path) -> None:
    page = BeautifulSoup((sample_site / "404.html").read_text("utf-8"), "html.parser")
    blocks = {block["lang"]: block for block in page.select(".not-found")}
    assert set(blocks) == {"zh-Hans", "en"}
    assert blocks["en"].select_one("a[href='/en/deposits/']") and blocks["zh-Hans"].select_one("a[href='/deposits/']")
    assert not (sample_site / "en/404.html").exists()


def test_what_does_not_apply_leaves_everything_but_its_address(docs: Path, tmp_path: Path) -> None:
    confirm(docs, custody__model={"value": "self-custody"}, deposit__methods__crypto=NOT_OFFERED)
    build(tmp_path / "site", docs=docs, site_url=SITE_URL, now=NOW)
    content = load(docs, TODAY)
    gone = [page for page in content.pages.values() if not content.available(page)]
    assert {page.slug for page in gone} >= {"deposit-crypto", "verification-code-not-received"}
    addresses = {url(page.code, page.address) for page in gone}
    for page in gone:
        built = soup(tmp_path / "site", page.code, page.address)
        assert content.language(page.code).strings["unavailable"] in built.get_text()
        assert built.find("meta", {"name": "robots"})["content"] == "noindex"
        assert built.select_one("article p a[href]"), "a way on"
        assert not built.select("article .safety, article h2"), "nothing of its text"
    assert not soup(tmp_path / "site", "en", "").find("meta", {"name": "robots"}), "the others are for search engines"
    sitemap = (tmp_path / "site/sitemap.xml").read_text("utf-8")
    assert not [a for a in addresses if f"{SITE_URL}{a}<" in sitemap]
    for code in ("zh", "en"):
        pack = json.loads((tmp_path / f"site/search/{code}/pack.json").read_text("utf-8"))
        assert not addresses & {address for address, *_ in pack["articles"]}
    for code in ("zh", "en"):
        for address in ("", "deposits/"):
            home = soup(tmp_path / "site", code, address)
            links = {
                urljoin(SITE_URL + url(code, address), a["href"]).removeprefix(SITE_URL)
                for a in home.select("a[href]:not([data-language-switch])")
            }
            assert not links & addresses


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("https://forge.test/team/help.git", "https://forge.test/team/help/edit/main/docs/"),
        ("git@forge.test:team/help.git", "https://forge.test/team/help/edit/main/docs/"),
        ("https://forge.test:8443/team/help.git", "https://forge.test:8443/team/help/edit/main/docs/"),
        ("ssh://git@forge.test:2222/team/help.git", "https://forge.test/team/help/edit/main/docs/"),
        ("/srv/help", None),
        (None, None),
    ],
)
def test_the_edit_link_leads_to_the_forge_of_the_clone(
    tmp_path: Path, remote: str | None, expected: str | None
) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    if remote:
        subprocess.run(["git", "-C", tmp_path, "remote", "add", "origin", remote], check=True)
    assert edit_uri(tmp_path) == expected
    (tmp_path / "copy").mkdir()
    assert edit_uri(tmp_path / "copy") is None, "another repository's files are elsewhere"
