"""A Chromium, and pages that remember whatever goes wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.site.build import build
from tests.announced import NOON, announce
from tests.conftest import copy_sample

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


# What only some articles show: terms, tables of facts and networks, a picture.
SHOWN = """
{{ glossary.chain }}

{{ table.facts }}

{{ networks.explorers }}

{{ picture.wrong-network }}

::: self-custody
1. For one kind of account.
:::

::: custodial
1. For the other.
:::
"""


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the tests' own content with every kind of page: announcements, an address that has moved, and an
    article (deposit-crypto) that shows everything an article can."""
    folder = tmp_path_factory.mktemp("whole")
    docs = copy_sample(folder)
    announce(docs)
    moved = "redirects:\n  - {old: deposits/old/, new: deposits/deposit-crypto/}\n"
    (docs / "_data/redirects.yml").write_text(moved, "utf-8")
    for code in ("zh", "en"):
        file = docs / code / "deposits/deposit-crypto.md"
        file.write_text(file.read_text("utf-8") + SHOWN, "utf-8")
    build(folder / "site", docs=docs, now=NOON)
    return folder / "site"


@pytest.fixture(scope="session")
def whole(whole_site: Path, serve: Callable[[Path], str]) -> str:
    """Where that preview is served."""
    return serve(whole_site)


@pytest.fixture
def visit(browser: Browser, sample_address: str) -> Iterator[Callable[..., Visit]]:
    """Open an address of the tests' own content, or of `base`: visit("en/", width=360, scheme="dark"). `before` runs
    before the page's own scripts; whatever else is named goes to Playwright: visit("", forced_colors="active")."""
    contexts = []

    def open_(
        path: str,
        *,
        width: int = 1440,
        height: int = 780,
        scheme: str = "light",
        javascript: bool = True,
        base: str = sample_address,
        before: str = "",
        until: str = "networkidle",
        **more: object,
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=javascript, **more
        )
        contexts.append(context)
        context.set_default_timeout(5_000)
        page = context.new_page()
        if before:
            page.add_init_script(before)
        seen = Visit(page)
        watch(seen, urlsplit(base).netloc)
        page.goto(base + path, wait_until=until)
        return seen

    yield open_
    for context in contexts:
        context.close()


def watch(seen: Visit, host: str) -> None:
    """Note whatever goes wrong in a page of this host: what its console says (a policy's violation too), exceptions,
    answers that fail, and whom else it asks."""
    page, trouble = seen.page, seen.trouble
    page.on(
        "console",
        lambda message: message.type in ("error", "warning") and trouble.append(f"console: {message.text}"),
    )
    page.on("pageerror", lambda error: trouble.append(f"exception: {error}"))
    page.on(
        "requestfailed",  # a page that is left breaks off what it still loads, which is no failure
        lambda request: request.failure != "net::ERR_ABORTED" and trouble.append(f"failed: {request.url}"),
    )
    page.on(
        "response",
        lambda response: response.status >= 400 and trouble.append(f"{response.status}: {response.url}"),
    )
    page.on(
        "request",
        lambda request: urlsplit(request.url).netloc not in (host, "") and trouble.append(f"other host: {request.url}"),
    )
