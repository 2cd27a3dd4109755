"""The site as a reader's Chromium shows it: phone, tablet and desktop, both languages, light and dark."""

from __future__ import annotations

import re

import pytest

from scripts.site.build import build
from tests.browser.searching import BOX, RESULT, until
from tests.browser.words import SAY
from tests.conftest import NOW, copy_sample

PATHS = {
    "home": "", "section": "deposits/", "article": "deposits/deposit-not-arrived/",
    "emergency": "security-scams/wallet-compromised/", "template": "contact/contact-tpwallet-support/",
}
SIZES = [(360, "light", "dark"), (768, "dark", "light"), (1440, "light", "dark")]
LANGUAGES = {"zh": ("", "zh-Hans"), "en": ("en/", "en")}
NOT_FOUND = "no/such/page/"

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Which theme a page shows: by the colours of its ground and its text.
THEME = """() => {
  const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765;
  const see = (element) => getComputedStyle(element);
  const ground = [document.body, document.documentElement].map((element) => see(element).backgroundColor)
    .find((color) => !color.endsWith(", 0)")) ?? "rgb(255, 255, 255)";
  const text = see(document.querySelector("main p")).color;
  return light(ground) > .8 && light(text) < .5 ? "light" : light(ground) < .2 && light(text) > .6 ? "dark" : "neither";
}"""


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
        assert seen.page.evaluate(THEME) == scheme
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
    assert seen.page.evaluate(THEME) == scheme
    heading, section = {"zh": ("没有这个页面", "充值"), "en": ("There is no such page", "Deposits")}[code]
    assert seen.page.locator("h1:visible").all_inner_texts() == [heading]
    assert heading in seen.page.title()
    assert seen.page.locator(".cards__title:visible").first.inner_text() == section
    seen.page.locator(".search-button:visible").click()
    assert seen.page.locator(BOX).get_attribute("aria-label") == SAY[code]["search_placeholder"]
    seen.page.get_by_text(SAY[code]["popular"]).wait_for()
    seen.page.keyboard.type("usdt")
    seen.page.locator(RESULT).first.wait_for()
    seen.page.keyboard.press("Escape")
    seen.page.locator(".cards a:visible").first.click()
    assert seen.page.url.endswith(f"/{prefix}deposits/")


@pytest.mark.parametrize("path", ["", "en/deposits/deposit-not-arrived/", "en/" + NOT_FOUND])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_javascript_too_a_page_is_dark_where_the_device_is(visit, path: str, scheme: str) -> None:
    assert visit(path, scheme=scheme, javascript=False, until="load").page.evaluate(THEME) == scheme


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
    seen.page.locator("article table a[href='#bank-or-card']").click()
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
def test_the_large_search_box_is_the_search(visit, code: str, width: int) -> None:
    """Where it stands: the cursor does not jump to the header, nor to another screen."""
    prefix, _ = LANGUAGES[code]
    seen = visit(prefix, width=width)
    field = seen.page.locator(f".hero {BOX}")
    before = field.bounding_box()
    field.click()
    until(seen.page, "document.activeElement.matches('.md-search__input')")
    seen.page.keyboard.type("usdt")
    result = seen.page.locator(f".hero {RESULT}").first
    result.wait_for()
    assert seen.page.locator("dialog").count() == 0
    after = field.bounding_box()
    assert (before["x"], before["y"]) == (after["x"], after["y"])
    assert result.bounding_box()["y"] > after["y"] + after["height"] / 2
    assert seen.trouble == []


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("code", LANGUAGES)
def test_everywhere_else_a_button_opens_it(visit, code: str, width: int) -> None:
    seen = visit(LANGUAGES[code][0] + PATHS["article"], width=width)
    seen.page.locator(".search-button:visible").click()
    seen.page.locator(f"dialog[open] {BOX}:focus").wait_for()
    seen.page.keyboard.type("usdt")
    seen.page.locator(f"dialog {RESULT}").first.wait_for()
    seen.page.locator("dialog button", has_text=SAY[code]["search_close"]).click()
    assert seen.page.locator("dialog[open]").count() == 0
    assert seen.trouble == []


BLOCKS, BUTTONS = "article .tabbed-block[data-kind]", ".tabbed-labels button[data-kind]"


def shown_kinds(page) -> list[str]:
    """The kinds of account whose text shows, in its order."""
    return page.locator(f"{BLOCKS}:visible").evaluate_all("blocks => blocks.map(block => block.dataset.kind)")


@pytest.mark.parametrize("kind", ["self-custody", "custodial"])
def test_the_kind_of_account_is_chosen_by_the_reader(visit, kind: str) -> None:
    page = visit(PATHS["emergency"], width=360).page
    both = ["self-custody", "custodial"]
    assert shown_kinds(page) == both, "nothing is chosen for anybody"
    button = page.locator(f"{BUTTONS[:-1]}='{kind}']")
    button.click()
    assert shown_kinds(page) == [kind]
    assert page.locator(".tabbed-labels [aria-pressed=true]").count() == 1
    button.click()
    assert shown_kinds(page) == both, "and may be taken back"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, serve) -> str:
    """A site with a heading in the text for one kind of account, and a link in a checklist."""
    folder = tmp_path_factory.mktemp("kinds")
    docs = copy_sample(folder)
    for code in LANGUAGES:
        file = docs / code / "deposits/deposit-crypto.md"
        blocks = "\n::: self-custody\nText.\n:::\n\n::: custodial\n## Only {#only-custodial}\n\nText.\n:::\n"
        blocks += "\n::: copy\n- Hash ([where it is](deposit-not-arrived.md#check))\n- Amount\n:::\n"
        file.write_text(file.read_text("utf-8") + blocks, "utf-8")
    build(folder / "site", docs=docs, now=NOW)
    return serve(folder / "site")


def test_an_anchor_in_the_other_kinds_text_is_shown(visit, gallery: str) -> None:
    page = visit("en/deposits/deposit-crypto/", base=gallery).page
    page.locator(f"{BUTTONS[:-1]}='self-custody']").first.click()
    assert shown_kinds(page) == ["self-custody"]
    page.goto(f"{gallery}en/")
    page.goto(f"{gallery}en/deposits/deposit-crypto/#only-custodial")
    heading = page.locator("#only-custodial")
    assert heading.is_visible() and heading.bounding_box()["y"] < 700
    page.goto(f"{gallery}en/")
    page.goto(f"{gallery}en/deposits/deposit-crypto/")
    assert heading.is_hidden()
    page.evaluate("location.hash = '#only-custodial'")
    heading.wait_for()


@pytest.mark.parametrize("how", ["without JavaScript", "printed"])
def test_both_kinds_of_account_show(visit, how: str) -> None:
    seen = visit(PATHS["emergency"], width=768, javascript=how == "printed")
    if how == "printed":
        seen.page.locator(BUTTONS).first.click()
        seen.page.emulate_media(media="print")
    blocks = seen.page.locator(f"article .tabbed-set >> nth=0 >> {BLOCKS.removeprefix('article ')}")
    titles = seen.page.locator("article .tabbed-set >> nth=0 >> .tabbed-title")
    tops = [block.locator(item) for block in blocks.all() for item in (".tabbed-title", ":scope > :last-child")]
    assert titles.all_inner_texts() == [SAY["zh"]["self-custody"], SAY["zh"]["custodial"]]
    heights = [item.bounding_box()["y"] for item in tops]
    assert all(item.is_visible() for item in tops)
    assert len(heights) == 4 and heights == sorted(heights), "each title stands above its own text"


def test_without_javascript_the_pages_read(visit) -> None:
    seen = visit("", width=360, javascript=False)
    assert seen.page.locator(".hero .without-script").is_visible()
    assert not seen.page.locator(BOX).is_visible()
    seen.page.locator(".cards a").first.click()
    seen.page.locator(".rows a").first.click()
    assert seen.page.locator("article h1").inner_text() == "充值没到账怎么办"
    assert seen.page.locator("article table").is_visible()


def test_a_table_becomes_cards_on_a_phone(visit) -> None:
    cells = "article table >> nth=0 >> tbody tr >> nth=0 >> :is(th, td)"
    wide, narrow = visit(PATHS["article"], width=1440), visit(PATHS["article"], width=360)
    side_by_side = [wide.page.locator(cells).nth(index).bounding_box()["y"] for index in (0, 1)]
    stacked = [narrow.page.locator(cells).nth(index).bounding_box()["y"] for index in (0, 1)]
    assert side_by_side[0] == side_by_side[1]
    assert stacked[0] < stacked[1]
    label = narrow.page.locator(cells).nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"说明什么"'


def test_a_template_can_be_copied(visit) -> None:
    seen = visit(PATHS["template"])
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.locator(".copy:has(pre) + button").click()
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == seen.page.locator("article pre code").first.inner_text().strip()


@pytest.mark.parametrize(("code", "first", "done"), [("zh", "- 问题", "已复制"), ("en", "- Problem", "Copied")])
def test_the_checklist_can_be_copied_with_one_tap(visit, code: str, first: str, done: str) -> None:
    seen = visit(LANGUAGES[code][0] + PATHS["template"], width=360)
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = seen.page.locator(".copy:has(li) + button")
    button.click()
    copied = seen.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0].startswith(first)
    assert len(copied) == seen.page.locator(".copy li").count()
    assert button.inner_text() == done


def test_the_words_of_a_link_are_not_copied(visit, gallery: str) -> None:
    """In a chat they say nothing."""
    page = visit("en/deposits/deposit-crypto/", base=gallery).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".copy:has(li) + button").click()
    assert page.evaluate("navigator.clipboard.readText()").splitlines() == ["- Hash", "- Amount"]
