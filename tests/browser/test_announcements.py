"""A banner comes and goes by the reader's clock, though the site was built before."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.announced import HOUR, NOON


@pytest.fixture(scope="module")
def base(announced: Path, serve) -> str:
    return serve(announced)


def shown(page) -> list[str]:
    return [text.split()[0] for text in page.locator(".announcement:visible strong").all_inner_texts()]


@pytest.mark.parametrize("path", ["", "en/", "en/deposits/deposit-crypto/", "en/announcements/2026-11-23-now/"])
@pytest.mark.parametrize(("hours", "expected"), [(-3, []), (0, ["now"]), (2.5, []), (3.5, ["later"]), (24 * 365, [])])
def test_what_shows_depends_on_the_readers_clock(
    browser, base: str, path: str, hours: float, expected: list[str]
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time(NOON + hours * HOUR)
    page.goto(base + path)
    assert shown(page) == expected
    page.close()


def test_a_banner_goes_while_the_page_is_open(browser, base: str) -> None:
    page = browser.new_page()
    page.clock.install(time=NOON)
    page.goto(base + "en/announcements/2026-11-23-now/")
    assert shown(page) == ["now"] and page.locator(".announcement-times__active").is_visible()
    page.clock.fast_forward(int(datetime.timedelta(hours=2, seconds=1).total_seconds() * 1000))
    assert shown(page) == [] and page.locator(".announcement-times__active").is_hidden()
    page.clock.fast_forward(int(HOUR.total_seconds() * 1000))
    assert shown(page) == ["later"]
    page.close()


@pytest.mark.parametrize("path", ["announcements/", "en/announcements/"])
@pytest.mark.parametrize(("hours", "listed"), [(-9, []), (0, ["now", "over"]), (3.5, ["later", "now", "over"])])
def test_the_list_and_the_banner_go_by_one_clock(
    browser, base: str, path: str, hours: float, listed: list[str]
) -> None:
    page = browser.new_page()
    page.clock.install(time=NOON + hours * HOUR)
    page.goto(base + path)

    def rows() -> list[str]:
        return [text.split()[0] for text in page.locator(".rows li:visible > a").all_inner_texts()]

    assert [name for name in rows() if name in ("now", "over", "later")] == listed
    assert set(shown(page)) <= set(rows()), "a banner that the list does not know"
    page.close()


def test_what_is_to_come_joins_the_list_while_the_page_is_open(browser, base: str) -> None:
    page = browser.new_page()
    page.clock.install(time=NOON)
    page.goto(base + "en/announcements/")
    later = page.locator(".rows li", has_text="later")
    assert later.is_hidden()
    page.clock.fast_forward(int(3.5 * HOUR.total_seconds() * 1000))
    assert later.is_visible() and shown(page) == ["later"]
    page.close()


def test_without_javascript_what_held_at_the_build_shows(browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "en/")
    assert shown(page) == ["now"]
    context.close()
