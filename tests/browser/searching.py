"""Searching as a reader does, in the box."""

from __future__ import annotations

from playwright.sync_api import Page

BOX = ".md-search__input"
RESULT = ".md-search-result__item"


def search(page: Page, text: str) -> list[str]:
    """Put a text into the empty box, at once; the slugs of the articles found, best first."""
    page.locator(BOX).focus()
    page.keyboard.insert_text(text)
    page.wait_for_function("document.querySelector('.md-search-result__item, .search-notice:not([hidden])')")
    links = page.locator(f"{RESULT} > a:first-child").evaluate_all("links => links.map(link => link.pathname)")
    return [path.strip("/").rpartition("/")[2] for path in links]


def settle(page: Page) -> None:
    """Wait for the passages, which come last: a result that is shown anew may lose the click on it."""
    page.locator(f"{RESULT} p").first.wait_for()
