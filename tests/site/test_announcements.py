"""Announcements and their feeds, as the site is built at a moment of the test's own."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from feedparser import parse as parse_feed

from scripts.content import ContentError, load
from scripts.site.build import build
from scripts.site.view import View
from tests.announced import HOUR, NOON, announce
from tests.conftest import TODAY


def soup(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("page", ["index.html", "en/index.html", "en/deposits/deposit-crypto/index.html", "404.html"])
def test_every_page_shows_what_holds_and_holds_what_is_to_come(announced: Path, page: str) -> None:
    banners = soup(announced / page).select(".announcement")
    code = "en" if page.startswith("en/") else "zh"
    shown = [(b.strong.text.split()[0], b.has_attr("hidden")) for b in banners if b["data-language"] == code]
    assert shown == [("later", True), ("now", False)]


def test_the_page_lists_what_has_begun_newest_first_and_holds_what_is_to_come(announced: Path) -> None:
    for prefix, older in (("", "维护已经结束"), ("en/", "Maintenance")):
        rows = soup(announced / prefix / "announcements/index.html").select(".rows li")
        listed = [(row.a.text.split()[0], row.has_attr("hidden")) for row in rows]
        assert listed == [("later", True), ("now", False), ("over", False), (older, False)]


@pytest.mark.parametrize(
    ("hours", "begun", "held", "active"),
    [(-2.01, False, True, False), (-2, True, True, True), (1.99, True, True, True), (2, True, False, False)],
)
def test_it_holds_from_its_first_moment_up_to_its_last(
    docs: Path, hours: float, begun: bool, held: bool, active: bool
) -> None:
    announce(docs)
    view = View(load(docs, TODAY), "en", publish=True, now=NOON + hours * HOUR)
    page = view.page("announcements/2026-11-23-now/")
    assert (page in view.announcements, page in view.banners, view.active(page)) == (begun, held, active)


@pytest.mark.parametrize(
    ("zone", "zh", "en"),
    [
        ("+00:00", "2026-11-23 12:00（UTC）", "2026-11-23 12:00 (UTC)"),
        ("+08:00", "2026-11-23 12:00（UTC+8）", "2026-11-23 12:00 (UTC+8)"),
        ("-03:30", "2026-11-23 12:00（UTC-3:30）", "2026-11-23 12:00 (UTC-3:30)"),
    ],
)
def test_a_time_is_shown_with_the_zone_it_was_given_in(docs: Path, zone: str, zh: str, en: str) -> None:
    content, moment = load(docs, TODAY), datetime.datetime.fromisoformat(f"2026-11-23T12:00{zone}")
    assert [View(content, code, publish=True, now=NOON).time(moment) for code in ("zh", "en")] == [zh, en]


def test_titles_are_text_not_markup(announced: Path) -> None:
    page = soup(announced / "en/announcements/2026-11-23-now/index.html")
    assert page.h1.text == "now <b>&</b> “more”"
    assert page.select("h1 b") == []


@pytest.mark.parametrize(("prefix", "language"), [("", "zh-Hans"), ("en/", "en")])
def test_the_feed_of_each_language(announced: Path, prefix: str, language: str) -> None:
    feed = parse_feed((announced / prefix / "announcements/feed.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10" and feed.feed.language == language
    assert [entry.title.split()[0] for entry in feed.entries][:2] == ["now", "over"]
    first = feed.entries[0]
    assert first.id == first.link and first.id.endswith(f"/{prefix}announcements/2026-11-23-now/")
    assert first.published_parsed[:5] == (2026, 11, 23, 10, 0)
    # a reader's program shows it anywhere: links must not be relative
    assert f'/{prefix}deposits/deposit-not-arrived/#check"' in first.content[0].value
    assert 'href="http' in first.content[0].value
    assert feed.feed.updated == max(entry.updated for entry in feed.entries)


def test_what_was_added_later_is_new_in_the_feed(docs: Path, tmp_path: Path) -> None:
    announce(docs)
    for code in ("zh", "en"):
        file = docs / code / "announcements/2026-11-23-over.md"
        file.write_text(file.read_text("utf-8").replace("ends:", "updated: 2026-11-23 11:30+00:00\nends:"), "utf-8")
    build(tmp_path / "site", docs=docs, now=NOON)
    feed = parse_feed((tmp_path / "site/en/announcements/feed.xml").read_bytes())
    times = {entry.title.split()[0]: entry.updated for entry in feed.entries}
    assert (times["now"], times["over"]) == ("2026-11-23T10:00:00+00:00", "2026-11-23T11:30:00+00:00")
    assert feed.feed.updated == times["over"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("starts: 2026-11-23 10:00:00+00:00", "starts: 2026-11-23 10:00", "a time with its zone"),
        ("starts: 2026-11-23 10:00:00+00:00", "starts: tomorrow", "a time with its zone"),
        ("ends: 2026-11-23 14:00:00+00:00", "ends: 2026-11-23 09:00+00:00", '"ends" later than "starts"'),
        ("ends: 2026-11-23 14:00:00+00:00", "ends: 2026-11-23 10:00+00:00", '"ends" later than "starts"'),
        ("level: urgent", "level: red", "one of urgent, notice"),
        ("ends: 2026-11-23 14:00:00+00:00", "ends: 2026-11-23 15:00+00:00", 'another "ends" than'),
    ],
)
def test_a_wrong_time_is_named(docs: Path, old: str, new: str, said: str) -> None:
    announce(docs)
    file = docs / "en/announcements/2026-11-23-now.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ContentError, match="(?s)docs/en/announcements/2026-11-23-now.md:[0-9]+:.*" + said):
        load(docs, TODAY)
