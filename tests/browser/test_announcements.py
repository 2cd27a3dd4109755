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


@pytest.mark.parametrize("path", ["", "en/", "en/deposits/deposit-crypto/", "en/announcements/2026-03-10-now/"])
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
    page.goto(base + "en/announcements/2026-03-10-now/")
    assert shown(page) == ["now"] and page.locator(".announcement-times__active").is_visible()
    page.clock.fast_forward(int(datetime.timedelta(hours=2, seconds=1).total_seconds() * 1000))
    assert shown(page) == [] and page.locator(".announcement-times__active").is_hidden()
    page.clock.fast_forward(int(HOUR.total_seconds() * 1000))
    assert shown(page) == ["later"]
    page.close()


def test_without_javascript_what_held_at_the_build_shows(browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "en/")
    assert shown(page) == ["now"]
    context.close()
