"""A page on paper: people take it to the police, and print it from whatever their device shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.test_browsing import BLOCKS, BUTTONS, NOT_FOUND, PATHS
from tests.browser.words import PREFIX, SAY

PAGES = {
    **PATHS, "glossary, tables and a picture": "deposits/deposit-crypto/", "announcements": "announcements/",
    "announcement": "announcements/2026-11-23-now/", "404": NOT_FOUND,
}

# Texts that are too pale for white paper, and grounds that are dark, each with what it is. A printer leaves grounds
# out or prints them, as it likes: both must read.
PRINTED = """() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const onWhite = ([red, green, blue, alpha = 1]) => [red, green, blue].map((part) => part * alpha + 255 * (1 - alpha));
  const lightness = (color) => {
    const [red, green, blue] = onWhite(numbers(color)).map((part) => part / 255)
      .map((part) => (part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4));
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  const pale = [], dark = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    const style = getComputedStyle(element);
    if (!text || !element.getClientRects().length || style.visibility !== "visible") continue;
    if (element.closest("noscript, script, template")) continue;
    texts++;
    const ratio = 1.05 / (lightness(element.closest("svg") ? style.fill : style.color) + .05);
    if (ratio < (element.closest("a") ? 4.5 : 7)) pale.push(`${ratio.toFixed(1)} ${text.slice(0, 40)}`);
  }
  for (const element of document.querySelectorAll("*")) {
    if (!element.getClientRects().length) continue;
    for (const pseudo of [null, "::before", "::after"]) {
      const { backgroundColor, backgroundImage, content } = getComputedStyle(element, pseudo);
      if (pseudo && content === "none") continue;
      if (lightness(backgroundColor) < .3) dark.push(`${backgroundColor} ${element.localName}.${element.className}`);
    }
  }
  return { texts, pale, dark };
}"""


@pytest.mark.parametrize("code", PREFIX)
@pytest.mark.parametrize("kind", PAGES)
def test_it_reads_when_printed_from_a_dark_screen(visit, whole: str, kind: str, code: str) -> None:
    page = visit(PREFIX[code] + PAGES[kind], base=whole, scheme="dark", until="load").page
    page.emulate_media(media="print", color_scheme="dark")
    found = page.evaluate(PRINTED)
    assert found["texts"] > 5
    assert found["pale"] == []
    assert found["dark"] == []


def printed(page: Page) -> bytes:
    """The PDF of a page, without what says when it was made."""
    page.locator("h1:visible").wait_for()
    return re.sub(rb"/(?:Creation|Mod)Date \(.*?\)|/ID \[.*?\]", b"", page.pdf(format="A4", print_background=True))


@pytest.mark.parametrize("kind", ["home", "article", "emergency"])
def test_what_is_printed_from_a_dark_screen_is_what_is_printed_from_a_light_one(visit, kind: str) -> None:
    """To the byte, with grounds and all."""
    path = PREFIX["en"] + PAGES[kind]
    light, dark = (printed(visit(path, scheme=scheme).page) for scheme in ("light", "dark"))
    assert light.startswith(b"%PDF") and len(light) > 5_000
    assert light == dark


@pytest.mark.parametrize("kind", PAGES)
def test_only_what_is_read_is_printed(visit, whole: str, kind: str) -> None:
    """Neither what one presses, nor what is there to find one's way on a screen."""
    page = visit(PREFIX["en"] + PAGES[kind], base=whole).page
    page.emulate_media(media="print")
    shown = page.locator("header, #menu, nav, button, input, summary, .toc, .skip, .headerlink, .md-search, dialog")
    assert [item.evaluate("(item) => item.outerHTML.slice(0, 80)") for item in shown.all() if item.is_visible()] == []
    assert page.locator("h1:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_lies_over_a_page_is_not_printed(visit, sample_address: str) -> None:
    page = visit(f"en/{PAGES['article']}").page
    page.locator("a[data-language-switch]").click()
    page.wait_for_load_state()
    page.goto(f"{sample_address}en/{PAGES['article']}")
    page.locator(".language-offer").wait_for()
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    page.emulate_media(media="print")
    assert page.locator(".language-offer:visible, dialog:visible").count() == 0
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("chosen", [None, 0, 1])
def test_both_kinds_of_account_are_printed_with_their_titles(visit, chosen: int | None) -> None:
    """Whoever helps may not know which one it is."""
    page = visit(f"en/{PAGES['emergency']}").page
    if chosen is not None:
        page.locator(BUTTONS).nth(chosen).click()
        assert page.locator(f"{BLOCKS}:visible").count() == 1
    page.emulate_media(media="print")
    assert page.locator(f"{BLOCKS}:visible").count() == 2
    titles = page.locator(".tabbed-title:visible").all_inner_texts()
    assert titles == [SAY["en"]["self-custody"], SAY["en"]["custodial"]]


@pytest.mark.parametrize("code", PREFIX)
def test_the_emergency_page_says_where_it_is_from(visit, code: str) -> None:
    page = visit(PREFIX[code] + PAGES["emergency"]).page
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert address.endswith(f"/{PREFIX[code]}{PAGES['emergency']}")
    assert page.get_by_text(address).locator("visible=true").count() == 0, "on a screen the browser shows it"
    page.emulate_media(media="print")
    assert page.get_by_text(address).locator("visible=true").count() == 1


def test_links_can_be_told_from_text(visit) -> None:
    page = visit(f"en/{PAGES['article']}").page
    page.emulate_media(media="print")
    links = page.locator("article :is(p, td) a:visible")
    assert links.count() > 3
    lines = links.evaluate_all("links => links.map((link) => getComputedStyle(link).textDecorationLine)")
    assert set(lines) == {"underline"}


def test_a_table_is_printed_as_a_table(visit) -> None:
    """Paper is wide enough, whatever the window was."""
    page = visit(f"en/{PAGES['article']}", width=1440).page
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 with Chromium's margins
    page.emulate_media(media="print")
    cells = page.locator("article table >> nth=0 >> tbody tr >> nth=0 >> :is(th, td)")
    assert len({cells.nth(index).bounding_box()["y"] for index in range(3)}) == 1
