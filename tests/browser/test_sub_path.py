"""A site that is published below a path, as project pages are: nothing on it leads out of there."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from scripts.site.build import build
from tests.browser.searching import BOX, LINK, settle
from tests.confirmed import confirm
from tests.conftest import NOW, copy_sample

SITE_URL = "https://help.wallet.test/below/it/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a host that serves the published sample below a path, with one redirect."""
    folder = tmp_path_factory.mktemp("below")
    docs = copy_sample(folder)
    confirm(docs)
    redirects = "redirects:\n  - old: deposits/old/\n    new: deposits/deposit-crypto/\n"
    (docs / "_data/redirects.yml").write_text(redirects, "utf-8")
    build(folder / "host/below/it", docs=docs, site_url=SITE_URL, now=NOW)
    shutil.copy(folder / "host/below/it/404.html", folder / "host/404.html")  # the host shows it for what is not there
    return folder / "host"


@pytest.fixture(scope="module")
def base(root: Path, serve) -> str:
    return serve(root) + "below/it/"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_readers_find_their_way(visit, base: str, prefix: str) -> None:
    seen = visit(prefix, base=base)
    page = seen.page
    page.locator(BOX).click()  # that of the home page
    page.keyboard.type("usdt")
    settle(page)
    page.locator(LINK).first.click()
    page.wait_for_url(f"{base}{prefix}*/*/**")
    page.goto(f"{base}{prefix}deposits/deposit-not-arrived/#check")
    page.locator("a[data-language-switch]").click()
    page.wait_for_url(f"{base}{'' if prefix else 'en/'}deposits/deposit-not-arrived/#check")
    page.locator("header .emergency a").first.click()
    page.wait_for_url(f"{base}**/wallet-compromised/#money-is-moving")
    page.goto(f"{base}{prefix}deposits/old/#check")
    page.wait_for_url(f"{base}{prefix}deposits/deposit-crypto/#check")
    # what a page that is left has not loaded yet is no fault
    assert [line for line in seen.trouble if not line.startswith("failed: ")] == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_what_is_not_there_leads_back(visit, base: str, prefix: str) -> None:
    seen = visit(f"{prefix}no/such/page/", base=base)
    assert [line for line in seen.trouble if "no/such/page" not in line and "status of 404" not in line] == []
    links = seen.page.locator("a[href]:visible").evaluate_all("links => links.map((link) => link.href)")
    assert links and not [link for link in links if not link.startswith(base)]
    seen.page.locator(".cards a:visible").first.click()
    seen.page.wait_for_url(f"{base}{prefix}deposits/")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_machines_are_told_the_whole_address(root: Path, prefix: str) -> None:
    site = root / "below/it"
    page = BeautifulSoup((site / prefix / "deposits/index.html").read_text("utf-8"), "html.parser")
    told = [link["href"] for link in page.select("link[rel=canonical], link[rel=alternate][hreflang]")]
    assert told and not [href for href in told if not href.startswith(SITE_URL)]
    for name in (f"{prefix}announcements/feed.xml", "sitemap.xml"):
        entries = list(ElementTree.parse(site / name).getroot().iter())
        links = [entry.get("href") or entry.text for entry in entries if entry.tag.endswith(("}link", "}loc"))]
        assert links and not [link for link in links if not link.startswith(SITE_URL)]
