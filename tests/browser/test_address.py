"""What the address holds of a search: never what a server sees, and nothing of a secret."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser.searching import BOX, LINK, NOTICE, POPULAR, RESULT, STATUS, open_search, search, settle
from tests.conftest import Host


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("en/?q=transaction+hash", "en/#q=transaction%20hash"),
        ("en/deposits/deposit-not-arrived/?q=usdt#check", "en/deposits/deposit-not-arrived/#check&q=usdt"),
        ("en/?utm=x&q=usdt", "en/?utm=x#q=usdt"),
        ("?q=%E6%8F%90%E7%8E%B0", "#q=%E6%8F%90%E7%8E%B0"),
        ("en/no/such/page/?q=usdt", "en/no/such/page/#q=usdt"),
        ("en/#q=usdt", "en/#q=usdt"),
        ("search/?q=%E6%8F%90%E7%8E%B0", "search/#q=%E6%8F%90%E7%8E%B0"),
        ("en/search/#q=usdt", "en/search/#q=usdt"),
    ],
)
def test_a_search_in_the_address_moves_to_the_fragment_and_is_opened(
    visit, sample_address: str, path: str, kept: str
) -> None:
    page = visit(path).page
    page.locator(f"{RESULT}, {NOTICE}").first.wait_for()
    assert page.url == sample_address + kept
    assert page.locator(BOX).input_value() == unquote(kept.rpartition("q=")[2])


def test_an_anchor_with_a_search_is_still_where_the_page_stands(visit) -> None:
    page = visit("en/deposits/deposit-not-arrived/#check&q=usdt", width=360).page
    assert page.locator("#check").evaluate("(element) => element.getBoundingClientRect().top") < 300


@pytest.mark.parametrize("fragment", ["q=%", "q=%E6%8F", "q=", "&q=usdt&q=x", "q=%22%5D%5C", "q=<b>usdt</b>"])
def test_no_fragment_breaks_the_page(visit, fragment: str) -> None:
    seen = visit(f"en/deposits/deposit-crypto/#{fragment}")
    open_search(seen.page)
    seen.page.locator(f"{STATUS}:visible, {NOTICE}, {POPULAR}:visible").first.wait_for()
    assert seen.trouble == []


def test_while_typing_the_address_holds_nothing(visit, sample_address: str) -> None:
    page = visit("en/?q=usdt").page
    page.locator(RESULT).first.wait_for()
    page.keyboard.insert_text(" deposit")
    page.locator(RESULT).first.wait_for()
    assert page.url == f"{sample_address}en/"


# The three places that have a field.
PLACES = {"home": "en/", "dialog": "en/deposits/deposit-crypto/", "page": "en/search/"}


@pytest.mark.parametrize("way", ["click", "Enter"])
@pytest.mark.parametrize("place", PLACES)
def test_back_brings_the_search_back(visit, sample_address: str, place: str, way: str) -> None:
    page = visit(PLACES[place]).page
    assert search(page, "transaction hash")
    settle(page)
    if way == "click":
        page.locator(LINK).first.click()
    else:
        if place == "page":  # where Enter hides the keyboard of a phone, and shows what was found
            page.locator(LINK).first.focus()
        page.keyboard.press("Enter")
    page.wait_for_url("**/find-transaction-hash/**")
    assert "q=" not in page.url
    page.go_back()
    page.wait_for_url(f"{sample_address}{PLACES[place]}#q=transaction%20hash")
    page.locator(RESULT).first.wait_for()
    assert page.locator(BOX).input_value() == "transaction hash"


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("path", ["en/", "en/search/"])
def test_enter_sends_nothing(visit, sample_address: str, path: str, javascript: bool) -> None:
    page = visit(path, javascript=javascript).page
    assert page.locator(BOX).get_attribute("name") is None
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator(BOX).evaluate("(box) => { box.focus(); box.value = 'qqqqq zzzzz'; }")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert page.url.partition("#")[0].rstrip("?") == f"{sample_address}{path}"
    assert not [url for url in asked if "qqqqq" in url]


@pytest.mark.parametrize("path", ["en/", "en/deposits/deposit-crypto/"])
def test_closed_a_search_leaves_the_address(visit, sample_address: str, path: str) -> None:
    page = visit(f"{path}#q=usdt").page
    page.locator(RESULT).first.wait_for()
    page.keyboard.press("Escape")
    page.locator(RESULT).first.wait_for(state="hidden")
    page.wait_for_url(f"{sample_address}{path}")


@pytest.mark.parametrize(("start", "end"), [("en/", ""), ("search/", "en/search/")])
def test_the_language_switch_takes_the_search_along(visit, sample_address: str, start: str, end: str) -> None:
    page = visit(start).page
    assert search(page, "usdt")
    page.locator("a[data-language-switch]").click()
    page.wait_for_url(f"{sample_address}{end}#q=usdt")
    page.locator(RESULT).first.wait_for()


def test_the_language_switch_takes_anchor_and_search_along(visit, sample_address: str) -> None:
    """The dialog covers the switch; whoever closes it ends the search, and the anchor goes along alone."""
    page = visit("en/deposits/deposit-not-arrived/#check").page
    assert search(page, "usdt")
    page.keyboard.press("Escape")
    page.locator("a[data-language-switch]").click()
    page.wait_for_url(f"{sample_address}deposits/deposit-not-arrived/#check")


@pytest.mark.parametrize("key", ["Enter", "Escape"])
@pytest.mark.parametrize("path", ["", "deposits/deposit-crypto/"])
def test_a_key_of_an_input_method_is_none_of_ours(visit, path: str, key: str) -> None:
    """In Safari's order the composition ends before its last key comes, and 229 alone tells."""
    page = visit(path).page
    assert search(page, "usdt")
    address = page.url
    page.evaluate(
        """(key) => {
          const box = document.querySelector(".md-search__input");
          const press = (more) => box.dispatchEvent(
            new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })
          );
          press({ isComposing: true });
          box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
          press({ keyCode: 229 });
        }""",
        key,
    )
    page.wait_for_timeout(300)
    assert page.url == address
    assert page.locator(RESULT).first.is_visible()


# Words of the English list in their order; nobody's.
WORDS = "brick coral dwarf emerge fabric giraffe harvest illegal jungle ketchup ladder mansion"


def test_the_warning_clears_box_address_and_history(visit, sample_address: str) -> None:
    page = visit(f"en/#q={WORDS.replace(' ', '%20')}").page
    notice = page.locator(".search-notice--danger")
    notice.wait_for()
    assert page.locator(BOX).input_value() == ""
    assert page.url == f"{sample_address}en/"
    assert page.locator(RESULT).count() == 0
    page.keyboard.press("Control")  # the key of "paste" is let go
    page.wait_for_timeout(300)
    assert notice.is_visible()
    page.keyboard.insert_text("withdrawal")
    page.locator(RESULT).first.wait_for()
    assert notice.count() == 0
    settle(page)
    page.locator(LINK).first.click()
    page.wait_for_url("**/en/*/*/**")
    page.go_back()
    page.wait_for_url(f"{sample_address}en/#q=withdrawal")


class Logging(Host):
    """A host that keeps what it is told: of each request the first line and all headers."""

    log: list[str]

    def __init__(self, *arguments: object, log: list[str], **more: object) -> None:
        self.log = log
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:
        self.log.append(f"{self.requestline}\n{self.headers}")
        super().do_GET()


@pytest.fixture
def logging_host(sample_site: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a host, and what it is told."""
    log: list[str] = []
    handler = functools.partial(Logging, directory=str(sample_site), log=log)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", log
    server.shutdown()
    server.server_close()


def test_the_host_learns_nothing_of_what_is_typed(visit, logging_host: tuple[str, list[str]]) -> None:
    """Pasted, typed, on Back, by the language switch, a phrase word by word: nothing of it, and in the end nothing."""
    base, log = logging_host
    seen = visit("en/deposits/deposit-crypto/", base=base)
    page = seen.page
    assert search(page, "zebra withdrawal")
    settle(page)
    page.locator(LINK).first.click()
    page.wait_for_url(lambda url: "deposit-crypto" not in url)
    page.go_back()
    page.locator(RESULT).first.wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.type("zebra deposit", delay=20)
    page.locator(RESULT).first.wait_for()
    page.goto(f"{base}en/search/")
    assert search(page, "zebra deposit")
    page.locator("a[data-language-switch]").click()
    page.wait_for_url(f"{base}search/**")
    page.locator(RESULT).first.wait_for()
    page.goto(f"{base}en/", wait_until="networkidle")
    open_search(page)
    page.wait_for_timeout(500)
    words = WORDS.split()
    page.keyboard.type(" ".join(words[:3]) + " ")
    page.wait_for_timeout(500)
    told = len(log)
    for word in words[3:]:
        if page.locator(".search-notice--danger").count():
            break
        page.keyboard.type(f"{word} ")
        page.wait_for_timeout(200)
    page.locator(".search-notice--danger").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert log[told:] == []
    everything = "\n".join(log).lower()
    lines = everything.splitlines()
    assert everything.count("get /") > 20
    addresses = [line.split()[1] for line in lines if line.startswith("get ")]
    # a file's own version is all that ever stands behind a "?"
    assert not [path for path in addresses if "%20" in path or ("?" in path and ".js?" not in path)]
    assert not [word for word in ("zebra", *words) if word in everything]
    # a worker and a stylesheet name themselves; no page does
    assert all(line.endswith((".css", "/search/worker.js")) for line in lines if line.startswith("referer:"))
