"""The real content, page by page: nothing in docs/ may lead nowhere, be wider than a phone, or be hard to find."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

from scripts.content import Content
from tests.bench.search_eval import OURS, slugs
from tests.browser.test_browsing import SIDEWAYS


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    """As they stand in the files; tests/site/test_links.py follows those of the sample over HTTP."""
    root = "https://wallet.test/"
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    names = [name for name in files if name.endswith("index.html")]
    pages = {name: BeautifulSoup((site / name).read_text("utf-8"), "html.parser") for name in names}
    anchors = {name: {tag["id"] for tag in page.select("[id]")} for name, page in pages.items()}
    for name, page in pages.items():
        here = root + name.removesuffix("index.html")
        for tag in page.select("a[href], img[src], script[src], link[rel=stylesheet], link[rel=icon]"):
            target, anchor = urldefrag(urljoin(here, tag.get("href") or tag["src"]))
            if target.startswith(root):
                file = target.removeprefix(root)
                file = file if file in files else f"{file}index.html"
                assert file in files and (not anchor or anchor in anchors[file]), f"{name}: {tag}"


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_answer_shows_on_a_phone(visit, address: str, content: Content, code: str) -> None:
    """Without scrolling; and no article is wider than the phone, or asks for what is not there."""
    home = address + content.url(code, "")
    seen = visit("", width=360, base=home)
    for article in content.articles(code):
        seen.page.goto(home + article.address)
        box = seen.page.locator("article .lead").bounding_box()
        assert box["y"] + box["height"] <= 640, article.path
        assert seen.page.evaluate(SIDEWAYS) == 0, article.path
    assert seen.trouble == []


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_article_is_found_by_its_title_and_by_each_of_its_questions(
    browser, address: str, content, code: str
) -> None:
    applying = filter(content.available, content.articles(code))
    asked = [(line, page.slug) for page in applying for line in (page.front.title, *page.front.questions)]
    page = browser.new_page()
    page.goto(address)
    found = page.evaluate(OURS, {"root": address, "code": code, "texts": [line for line, _ in asked]})
    page.close()
    missed = [
        (line, slug, slugs(locations)[:3])
        for (line, slug), locations in zip(asked, found, strict=True)
        if slug not in slugs(locations)[:3]
    ]
    assert missed == []
