"""Searching as a reader does, by the keyboard."""

from __future__ import annotations

import time

from playwright.sync_api import Locator, Page

BOX = ".md-search__input"
STATUS = ".md-search-result__meta"
RESULT = ".md-search-result__item"
LINK = ".md-search-result__link"
NOTICE = ".search-notice:not([hidden])"
POPULAR = ".search-popular"

# Words of the English list in their order; nobody's, and without a valid checksum.
PHRASE = "abandon ability able about above absent absorb abstract absurd abuse access accident"


def open_search(page: Page) -> Locator:
    """Go into the field by `/`: the page's own, or that of the dialog, which opens."""
    box = page.locator(f"{BOX}:focus")
    if not box.count():
        page.keyboard.press("/")
        box.wait_for()
    return box


def until(page: Page, expression: str, argument: object = None) -> None:
    """Wait for an expression to hold. Playwright's own way runs a string in the page, which our policy refuses."""
    end = time.monotonic() + 5
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, f"not within five seconds: {expression}"
        page.wait_for_timeout(20)


def search(page: Page, text: str) -> list[str]:
    """Put a text into the empty field, at once; the slugs of the articles found, best first."""
    open_search(page)
    page.keyboard.insert_text(text)
    page.locator(f"{RESULT}, {NOTICE}").first.wait_for()
    links = page.locator(LINK).evaluate_all("links => links.map(link => link.pathname)")
    return [path.strip("/").rpartition("/")[2] for path in links]


def settle(page: Page) -> None:
    """Wait for the passages, which come last: a result that is shown anew may lose the click on it."""
    page.locator(".md-search-result__passage:not(:empty)").first.wait_for()
