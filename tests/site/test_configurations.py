"""Whatever the operator chooses, the site that comes of it is whole: each kind of accounts, each method not offered."""

from __future__ import annotations

import datetime
import html
import itertools
import re
import shutil
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest

from scripts.checks import RULES, check, read
from scripts.content import Content
from scripts.content.facts import CUSTODY_MODELS, parse_facts
from scripts.content.source import parse_yaml
from scripts.site.build import build
from tests.confirmed import DATE, NOT_OFFERED, confirm
from tests.conftest import LATER, NOW, ROOT, SAMPLE

SITE_URL = "https://help.wallet.test/below/"  # links must hold below a path too
# Rules on words find the same in every configuration; the Nu checker is for `make check`.
FAMILY = re.compile(r"rules\.(links|site)\.|offered_methods$")
JUDGES = [rule for rule in RULES if FAMILY.search(getattr(rule, "__name__", "")) and rule.ID != "SIT001"]
FACTS = parse_facts(parse_yaml((SAMPLE / "_data/facts.yml").read_text("utf-8"), "facts.yml"))
METHODS = [key for key, fact in FACTS.items() if not fact.traits.has_value]


def judged(docs: Path, site: Path, today: datetime.date, now: datetime.datetime, site_url: str | None) -> Content:
    """Build a site and judge it by the rules that may depend on the configuration. Returns its content."""
    source = read(docs, today)
    build(site, docs=docs, content=source.content, keep=True, site_url=site_url, now=now)
    assert [str(finding) for finding in check(source.with_site(site), JUDGES).of("error")] == []
    return source.content


# As our templates write them: to parse every page of every site takes longer than to build them.
LINK = re.compile(r'<a (?![^>]*data-language-switch)[^>]*?href="([^"]*)"')
EMPTY = re.compile(r"<(ul|ol|tbody)[^>]*>\s*</")


def assert_whole(site: Path, content: Content) -> None:
    """What does not apply is there, says so to readers and search engines, and nothing else leads to it."""
    gone = {content.url(*key) for key, page in content.pages.items() if not content.available(page)}
    listed = (site / "sitemap.xml").read_text("utf-8")
    for key, page in content.pages.items():
        address, applies = content.url(*key), content.available(page)
        text = (site / address / "index.html").read_text("utf-8")
        targets = {urldefrag(urljoin(SITE_URL + address, html.unescape(href))).url for href in LINK.findall(text)}
        led = {target.removeprefix(SITE_URL) for target in targets if target.startswith(SITE_URL)} - {address}
        assert not led & gone, address
        assert all((site / target).exists() for target in led), address
        assert {content.url("zh", ""), content.url("en", "")} & {*led, address}, "a way on"
        assert applies == ('name="robots" content="noindex"' not in text)
        assert applies == (f"<loc>{SITE_URL}{address}</loc>" in listed)
        assert not EMPTY.search(text.partition("<article")[2].partition("</article")[0]), address


# Nobody who only takes crypto offers cards or bank transfers; without accounts there is nothing to log in to.
MISSING = {
    "hybrid": (),
    "custodial": ("security.device_management",),
    "self-custody": ("deposit.methods.card", "deposit.methods.bank_transfer", "security.two_step.offered"),
}


@pytest.mark.parametrize("custody", CUSTODY_MODELS)
def test_the_content_is_whole_for_every_kind_of_accounts(tmp_path: Path, custody: str) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    missing = {key.replace(".", "__"): NOT_OFFERED for key in MISSING[custody]}
    confirm(tmp_path / "docs", custody__model={"value": custody}, **missing)
    content = judged(tmp_path / "docs", tmp_path / "site", LATER.date(), LATER, SITE_URL)
    assert_whole(tmp_path / "site", content)
    for key in (key for key in content.methods if key.startswith(("deposit.", "withdraw.")) and content.offered(key)):
        told = [page for page in content.pages.values() if page.requires == key]
        assert not told or any(map(content.available, told)), f"no article tells of {key}"


# Without each method, with each kind of accounts in turn: rule CFG001 looks at every pair of them in docs/.
@pytest.mark.parametrize(("method", "custody"), [*zip(METHODS, itertools.cycle(CUSTODY_MODELS), strict=False)])
def test_a_site_is_whole_without_one_method(docs: Path, tmp_path: Path, method: str, custody: str) -> None:
    confirm(docs, custody__model={"value": custody}, **{method.replace(".", "__"): NOT_OFFERED})
    assert_whole(tmp_path / "site", judged(docs, tmp_path / "site", DATE, NOW, SITE_URL))


@pytest.mark.parametrize("custody", CUSTODY_MODELS)
def test_a_preview_is_whole_for_every_kind_of_accounts(docs: Path, tmp_path: Path, custody: str) -> None:
    file = docs / "_data/facts.yml"
    file.write_text(file.read_text("utf-8").replace("value: hybrid", f"value: {custody}"), "utf-8")
    assert judged(docs, tmp_path / "site", DATE, NOW, None).custody == custody
