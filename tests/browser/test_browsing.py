"""The site as a reader's Chromium shows it: phone, tablet and desktop, both languages, light and dark."""

from __future__ import annotations

import re

import pytest

PATHS = {
    "home": "", "section": "deposits/", "article": "deposits/deposit-not-arrived/",
    "emergency": "security-scams/wallet-compromised/", "template": "contact/contact-tpwallet-support/",
}
SCHEMES = {"light": "default", "dark": "slate"}  # of the device, and what Material calls them
SIZES = [(360, "light", "dark"), (768, "dark", "light"), (1440, "light", "dark")]
LANGUAGES = {"zh": ("", "zh-Hans"), "en": ("en/", "en")}
NOT_FOUND = "no/such/page/"

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("width", "opened", "later"), SIZES)
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", PATHS)
def test_nothing_goes_wrong(visit, kind: str, code: str, width: int, opened: str, later: str) -> None:
    """As it is opened, and when the reader's device turns dark in the evening or light in the morning."""
    prefix, lang = LANGUAGES[code]
    seen = visit(prefix + PATHS[kind], width=width, scheme=opened)
    assert seen.page.evaluate("document.documentElement.lang") == lang
    for scheme in (opened, later):
        seen.page.emulate_media(color_scheme=scheme)
        seen.page.wait_for_function(f"document.body.getAttribute('data-md-color-scheme') === '{SCHEMES[scheme]}'")
        assert seen.page.evaluate(SIDEWAYS) == 0
    assert seen.trouble == []


@pytest.mark.parametrize(("width", "scheme"), [(width, scheme) for width, scheme, _ in SIZES])
@pytest.mark.parametrize("code", LANGUAGES)
def test_404_speaks_the_language_of_the_address(visit, code: str, width: int, scheme: str) -> None:
    prefix, lang = LANGUAGES[code]
    seen = visit(prefix + NOT_FOUND, width=width, scheme=scheme)
    # the page itself is the one request that may answer 404
    assert [t for t in seen.trouble if NOT_FOUND not in t and "status of 404" not in t] == []
    assert seen.page.evaluate(SIDEWAYS) == 0
    assert seen.page.evaluate("document.documentElement.lang") == lang
    assert seen.page.evaluate("document.body.getAttribute('data-md-color-scheme')") == SCHEMES[scheme]
    heading, section, words = {
        "zh": ("没有这个页面", "充值", "把遇到的问题打进来"),
        "en": ("There is no such page", "Deposits", "Type to start searching"),
    }[code]
    assert seen.page.locator("h1:visible").all_inner_texts() == [heading]
    assert heading in seen.page.title()
    assert seen.page.locator(".cards__title:visible").first.inner_text() == section
    seen.page.locator("label[for=__search]:visible >> nth=0" if width < 960 else ".md-search__input").click()
    seen.page.locator(".md-search-result__meta", has_text=words).wait_for()
    seen.page.keyboard.type("usdt")
    seen.page.locator(".md-search-result__item").first.wait_for()
    seen.page.keyboard.press("Escape")
    seen.page.locator(".cards a:visible").first.click()
    assert seen.page.url.endswith(f"/{prefix}deposits/")


def test_404_without_javascript_shows_both_languages(visit) -> None:
    seen = visit("en/" + NOT_FOUND, javascript=False)
    assert seen.page.locator("h1:visible").all_inner_texts() == ["没有这个页面", "There is no such page"]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(("start", "end"), [("", "en/"), ("en/", "")])
def test_the_switch_keeps_article_and_anchor(visit, start: str, end: str, width: int) -> None:
    article = "deposits/deposit-not-arrived/"
    seen = visit(f"{start}{article}#check", width=width)
    seen.page.locator("a[data-language-switch]:visible").click()
    seen.page.wait_for_load_state("networkidle")
    assert re.sub(r"^http://[^/]+/", "", seen.page.url) == f"{end}{article}#check"
    assert seen.page.locator("#check").bounding_box()["y"] < 300
    assert seen.trouble == []


def test_the_switch_follows_anchors_chosen_on_the_page(visit) -> None:
    seen = visit("deposits/deposit-not-arrived/")
    seen.page.locator("article a[href='#bank-or-card']").click()
    seen.page.locator("a[data-language-switch]").click()
    assert seen.page.url.endswith("/en/deposits/deposit-not-arrived/#bank-or-card")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_emergency_is_one_tap_away(visit, code: str, width: int) -> None:
    prefix, _ = LANGUAGES[code]
    seen = visit(f"{prefix}withdrawals/withdraw-crypto/", width=width)
    links = seen.page.locator("header .emergency a:visible")
    assert links.count() == 2
    assert all(links.nth(index).bounding_box()["height"] >= 32 for index in range(2))
    links.nth(1).click()
    assert seen.page.url.endswith(f"/{prefix}security-scams/wallet-compromised/#asked-for-phrase")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_large_search_box_opens_the_search(visit, code: str, width: int) -> None:
    prefix, _ = LANGUAGES[code]
    seen = visit(prefix, width=width)
    seen.page.locator(".hero__search").click()
    seen.page.wait_for_function("document.activeElement.matches('.md-search__input')")
    seen.page.keyboard.type("usdt")
    seen.page.locator(".md-search-result__item").first.wait_for()
    assert seen.trouble == []


ACCOUNTS = ".tabbed-block"


def test_the_two_kinds_of_account_are_tabs(visit) -> None:
    seen = visit(PATHS["emergency"], width=360)
    blocks = seen.page.locator(f"article .tabbed-set >> nth=0 >> {ACCOUNTS}")
    assert [blocks.nth(index).is_visible() for index in range(2)] == [True, False]
    seen.page.locator(".tabbed-labels label").nth(1).click()
    assert [blocks.nth(index).is_visible() for index in range(2)] == [False, True]


@pytest.mark.parametrize("how", ["without JavaScript", "printed"])
def test_both_kinds_of_account_show(visit, how: str) -> None:
    seen = visit(PATHS["emergency"], width=768, javascript=how == "printed")
    if how == "printed":
        seen.page.emulate_media(media="print")
    blocks = seen.page.locator(f"article .tabbed-set >> nth=0 >> {ACCOUNTS}")
    labels = seen.page.locator("article .tabbed-set >> nth=0 >> .tabbed-labels label")
    tops = [labels.nth(0), blocks.nth(0), labels.nth(1), blocks.nth(1)]
    heights = [item.bounding_box()["y"] for item in tops]
    assert all(item.is_visible() for item in tops)
    assert heights == sorted(heights), "each label stands above its own text"


def test_without_javascript_the_pages_read(visit) -> None:
    seen = visit("", width=360, javascript=False)
    assert seen.page.locator(".hero__noscript").is_visible()
    assert not seen.page.locator(".hero__search").is_visible()
    seen.page.locator(".cards a").first.click()
    seen.page.locator(".rows a").first.click()
    assert seen.page.locator("article h1").inner_text() == "充值没到账怎么办"
    assert seen.page.locator("article table").is_visible()


def test_a_table_becomes_cards_on_a_phone(visit) -> None:
    cells = "article table >> nth=0 >> tbody tr >> nth=0 >> td"
    wide, narrow = visit(PATHS["article"], width=1440), visit(PATHS["article"], width=360)
    side_by_side = [wide.page.locator(cells).nth(index).bounding_box()["y"] for index in (0, 1)]
    stacked = [narrow.page.locator(cells).nth(index).bounding_box()["y"] for index in (0, 1)]
    assert side_by_side[0] == side_by_side[1]
    assert stacked[0] < stacked[1]
    label = narrow.page.locator(cells).nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"说明什么"'


def test_the_theme_can_be_chosen_and_stays(visit) -> None:
    seen = visit("")
    seen.page.locator("label[for=__palette_1]:visible").click()  # auto -> light
    seen.page.locator("label[for=__palette_2]:visible").click()  # light -> dark
    seen.page.reload()
    assert seen.page.evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"


def test_a_template_can_be_copied(visit) -> None:
    seen = visit(PATHS["template"])
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.locator("article pre").first.hover()
    seen.page.locator(".md-code__button, .md-clipboard").first.click()
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == seen.page.locator("article pre code").first.inner_text().strip()


@pytest.mark.parametrize(("code", "first", "done"), [("zh", "- 问题", "已复制"), ("en", "- Problem", "Copied")])
def test_the_checklist_can_be_copied_with_one_tap(visit, code: str, first: str, done: str) -> None:
    seen = visit(LANGUAGES[code][0] + PATHS["template"], width=360)
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = seen.page.locator(".copy__button")
    button.click()
    copied = seen.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0].startswith(first)
    assert len(copied) == seen.page.locator(".copy li").count()
    assert button.inner_text() == done
