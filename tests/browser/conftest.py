"""A Chromium, and pages that remember whatever goes wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]

# Without these, Chromium looks for updates and Google's hosts at every start; root needs no sandbox to start at all.
ARGUMENTS = [
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync"
]


@dataclass
class Visit:
    """A tab, and what a reader's browser would complain about in it."""

    page: Page
    trouble: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `make test` found or installed."""
    found = ROOT / ".venv" / "chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.read_text().strip() if found.exists() else None, args=ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, sample_address: str) -> Iterator[Callable[..., Visit]]:
    """Open an address of the tests' own content, or of `base`: visit("en/", width=360, scheme="dark")."""
    contexts = []

    def open_(
        path: str, *, width: int = 1440, scheme: str = "light", javascript: bool = True, base: str = sample_address
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 780}, color_scheme=scheme, java_script_enabled=javascript
        )
        contexts.append(context)
        context.set_default_timeout(5_000)
        page = context.new_page()
        seen = Visit(page)
        host = urlsplit(base).netloc
        page.on(
            "console",
            lambda message: message.type in ("error", "warning") and seen.trouble.append(f"console: {message.text}"),
        )
        page.on("pageerror", lambda error: seen.trouble.append(f"exception: {error}"))
        page.on(
            "requestfailed",  # a page that is left breaks off what it still loads, which is no failure
            lambda request: request.failure != "net::ERR_ABORTED" and seen.trouble.append(f"failed: {request.url}"),
        )
        page.on(
            "response",
            lambda response: response.status >= 400 and seen.trouble.append(f"{response.status}: {response.url}"),
        )
        page.on(
            "request",
            lambda request: urlsplit(request.url).netloc not in (host, "")
            and seen.trouble.append(f"other host: {request.url}"),
        )
        page.goto(base + path, wait_until="networkidle")
        return seen

    yield open_
    for context in contexts:
        context.close()
