"""Old addresses lead on, in both languages, with JavaScript and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.content import ContentError, load
from scripts.content.rename import rename_article
from scripts.site.build import build
from tests.conftest import NOW, TODAY, copy_sample


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after an article has moved to another section, under another name."""
    folder = tmp_path_factory.mktemp("moved")
    docs = copy_sample(folder)
    target = "troubleshooting/sent-on-wrong-network"
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", target).apply(TODAY)
    build(folder / "site", docs=docs, now=NOW)
    return folder / "site"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_an_old_address_leads_to_the_new_one(moved: Path, prefix: str) -> None:
    page = BeautifulSoup(
        (moved / prefix / "deposits/deposit-wrong-network/index.html").read_text("utf-8"), "html.parser"
    )
    new = f"{prefix}troubleshooting/sent-on-wrong-network/"
    assert page.select_one("link[rel=canonical]")["href"].endswith(f"8000/{new}")
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert (
        moved / prefix / "deposits/deposit-wrong-network" / page.a["href"] / "index.html"
    ).resolve() == moved / new / "index.html"
    assert page.a.text.strip()
    assert "deposit-wrong-network" not in (moved / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_reader_arrives(moved: Path, browser, serve, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(serve(moved) + "en/deposits/deposit-wrong-network/#check")
    page.wait_for_url("**/en/troubleshooting/sent-on-wrong-network/**")
    if javascript:
        assert page.url.endswith("#check")
    context.close()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("deposits/deposit-crypto/", "deposits/deposit-not-arrived/", "where there is a page"),
        ("deposits/gone/", "deposits/deposit-cripto/", "Did you mean deposits/deposit-crypto/"),
        ("/deposits/gone/", "deposits/deposit-crypto/", "redirects.yml:"),
        ("deposits/gone/", "https://wallet.test/", "redirects.yml:"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_named(docs: Path, old: str, new: str, said: str) -> None:
    (docs / "_data/redirects.yml").write_text(f"redirects:\n  - old: {old}\n    new: {new}\n", "utf-8")
    with pytest.raises(ContentError, match=said):
        load(docs, TODAY)


@pytest.mark.parametrize(
    ("old", "new"), [("#after", "#after"), ("?q=usdt%20%26", "#q=usdt%20%26"), ("?q=usdt#after", "#after&q=usdt")]
)
def test_anchor_and_search_go_along(moved: Path, serve, visit, old: str, new: str) -> None:
    base = serve(moved)
    page = visit(f"en/deposits/deposit-wrong-network/{old}", base=base).page
    page.wait_for_url(f"{base}en/troubleshooting/sent-on-wrong-network/{new}")
