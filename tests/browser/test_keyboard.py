"""The whole site by keyboard alone, on a phone's width, on a desktop, and at 400 % zoom; and for those who see it
larger, in colours of their own, or without motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.searching import BOX, LINK, PHRASE, RESULT, open_search, search, settle, until
from tests.browser.test_browsing import BUTTONS, NOT_FOUND, SIDEWAYS, shown_kinds
from tests.browser.words import PREFIX, SAY

PAGES = {
    "home": "", "section": "deposits/", "article": "deposits/deposit-not-arrived/",
    "emergency": "security-scams/wallet-compromised/", "template": "contact/contact-tpwallet-support/",
    "search page": "search/", "404": NOT_FOUND, "announcements": "announcements/",
}
ARTICLE = PAGES["article"]
DIALOG = "dialog[open]"
# WCAG 2.2's 1280 x 1024 pixels at 400 %
ZOOMED = {"width": 320, "height": 256}

# What has the focus, once nothing moves: what it is, and why a reader could not see it there.
STOP = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const element = document.activeElement;
  if (element === document.body || element === document.documentElement) return null;
  await Promise.all(element.getAnimations().map((animation) => animation.finished));
  window.stops ??= new Map();
  if (!stops.has(element)) stops.set(element, stops.size);
  const name = `${element.localName}.${element.className} ${(element.textContent || element.ariaLabel || "").trim()}`;
  const [box] = element.getClientRects();
  const style = getComputedStyle(element);
  const wrong = [];
  if (!box || box.width < 1 || box.height < 1 || style.visibility !== "visible") wrong.push("has no size");
  else {
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2];
    const top = document.elementFromPoint(x, y);
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) wrong.push("is not in the window");
    else if (!element.contains(top) && !top?.contains(element)) wrong.push(`is under ${top?.outerHTML.slice(0, 60)}`);
  }
  const ring = [element, element.closest("form"), element.parentElement].some((shows) => {
    const { outlineStyle, outlineWidth, boxShadow } = shows ? getComputedStyle(shows) : {};
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || (boxShadow ?? "none") !== "none";
  });
  if (!ring) wrong.push("does not show that it has the focus");
  return { number: stops.get(element), name: name.slice(0, 60), wrong: wrong.join(", ") };
}"""

# What a walk missed: whatever is seen that can be followed, pressed or filled in, and was no stop.
MISSED = """() => [...document.querySelectorAll("a[href], button, input, summary, select, textarea, [tabindex='0']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
  .filter((element) => !stops.has(element))
  .map((element) => element.outerHTML.slice(0, 80))"""


def walk(page: Page, key: str = "Tab") -> list[dict[str, object]]:
    """Every stop from where the focus is until it leaves the page, or comes back to where it was."""
    stops: list[dict[str, object]] = []
    for _ in range(250):
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if focused(page, BOX):  # what is asked most comes now, and is walked through, too
            until(page, "Boolean(document.querySelector('.search-popular'))")
        if stop is None or (stops and stop["number"] == stops[0]["number"]):
            return stops
        assert not stops or stop["number"] != stops[-1]["number"], f"a trap: {stop['name']}"
        stops.append(stop)
    raise AssertionError("no end of stops")


def wrong(stops: list[dict[str, object]]) -> list[str]:
    return [f"{stop['name']!r} {stop['wrong']}" for stop in stops if stop["wrong"]]


def tab_to(page: Page, selector: str) -> None:
    """Go on to the first that matches, by Tab alone."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("(selector) => document.activeElement.matches(selector)", selector))


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kind", PAGES)
def test_a_walk_through_a_page(visit, kind: str, width: int) -> None:
    """Every stop is seen, everything that is seen is reached, and the end is the end; then all the way back, when the
    header would cover what comes from above."""
    page = visit(PREFIX["zh" if width == 360 else "en"] + PAGES[kind], width=width, until="load").page
    stops = walk(page)
    assert len(stops) > 10
    assert wrong(stops) == []
    assert page.evaluate(MISSED) == []
    page.evaluate("stops.clear()")
    back = walk(page, "Shift+Tab")
    assert wrong(back) == []
    assert page.evaluate(MISSED) == []


@pytest.mark.parametrize("kind", ["home", "article", "search page"])
def test_a_walk_at_four_hundred_percent(visit, kind: str) -> None:
    page = visit(PREFIX["en"] + PAGES[kind], **ZOOMED, until="load").page
    assert page.evaluate(SIDEWAYS) == 0
    assert wrong(walk(page)) == []
    assert wrong(walk(page, "Shift+Tab")) == []
    page.mouse.wheel(0, 900)
    until(page, "scrollY > 200")
    header = page.locator("header").bounding_box()
    assert header["y"] + header["height"] <= 0, "it would leave no room to read"


@pytest.mark.parametrize("width", [360, 1440])
def test_the_header_stays_where_there_is_room(visit, width: int) -> None:
    page = visit(ARTICLE, width=width).page
    page.mouse.wheel(0, 600)
    until(page, "scrollY > 200")
    assert page.locator("header").bounding_box()["y"] == 0


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kind", PAGES)
def test_the_first_stop_skips_to_the_content(visit, kind: str, width: int) -> None:
    page = visit(PREFIX["en"] + PAGES[kind], width=width, until="load").page
    page.keyboard.press("Tab")
    skip = page.evaluate(STOP)
    assert focused(page, "a.skip") and skip["wrong"] == ""
    assert page.locator("a.skip:focus").inner_text() == SAY["en"]["skip"]
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('main')")
    heading = page.locator("main h1:visible").bounding_box()
    header = page.locator("header").bounding_box()
    assert header["y"] + header["height"] <= heading["y"] < 780, "the title is seen"
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))")


# The menu


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes(visit, key: str) -> None:
    page = visit(ARTICLE, width=360).page
    tab_to(page, ".menu-button")
    page.keyboard.press(key)
    button, menu = page.locator(".menu-button"), page.locator("#menu")
    assert button.get_attribute("aria-expanded") == "true"
    menu.locator("a").first.wait_for()
    page.wait_for_timeout(300)  # the drawer has come in
    assert focused(page, "#menu a"), "whoever opened it need not walk there"
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert focused(page, ".menu-button")
    assert button.get_attribute("aria-expanded") == "false"
    menu.locator("a").first.wait_for(state="hidden")
    page.keyboard.press(key)
    menu.locator("a").first.wait_for()
    page.locator(".menu-button").focus()
    page.keyboard.press(key)
    menu.locator("a").first.wait_for(state="hidden")
    assert button.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("size", [(360, 780), (320, 256)])
def test_a_walk_through_the_menu(visit, size: tuple[int, int]) -> None:
    page = visit(ARTICLE, width=size[0], height=size[1]).page
    tab_to(page, ".menu-button")
    page.keyboard.press("Enter")
    links = page.locator("#menu a")
    links.first.wait_for()
    page.wait_for_timeout(300)
    links.first.focus()
    passed = [page.evaluate(STOP)]
    for _ in range(links.count() - 1):
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('#menu'))")
        passed.append(page.evaluate(STOP))
    assert wrong(passed) == []
    assert len({stop["number"] for stop in passed}) == links.count()
    page.keyboard.press("Tab")
    assert not page.evaluate("Boolean(document.activeElement.closest('#menu'))")
    links.first.wait_for(state="hidden")
    assert page.locator(".menu-button").get_attribute("aria-expanded") == "false"


def test_the_menu_leads_on(visit, sample_address: str) -> None:
    page = visit("en/", width=360).page
    tab_to(page, ".menu-button")
    page.keyboard.press("Space")
    page.locator("#menu a").first.wait_for()
    page.locator("#menu a", has_text="Withdrawals").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{sample_address}en/withdrawals/")
    assert page.locator(".menu-button").get_attribute("aria-expanded") == "false"
    page.go_back()
    page.wait_for_url(f"{sample_address}en/")
    assert page.locator(".menu-button").get_attribute("aria-expanded") == "false"


# The search


@pytest.mark.parametrize("key", ["Control+k", "Meta+k", "/"])
@pytest.mark.parametrize("width", [360, 1440])
def test_a_key_opens_the_search_and_escape_leads_back(visit, key: str, width: int) -> None:
    page = visit(f"en/{ARTICLE}", width=width).page
    page.locator("article table a").nth(1).focus()
    page.evaluate("window.before = document.activeElement")
    place = page.evaluate("scrollY")
    page.keyboard.press(key)
    page.locator(f"{DIALOG} {BOX}:focus").wait_for()
    assert page.locator(BOX).input_value() == ""
    page.keyboard.press("Escape")
    page.locator(DIALOG).wait_for(state="detached")
    assert page.evaluate("document.activeElement === before")
    assert page.evaluate("scrollY") == place
    page.keyboard.press(key)
    page.locator(f"{DIALOG} {BOX}:focus").wait_for()
    page.keyboard.insert_text("deposit")
    page.locator(RESULT).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.locator(DIALOG).wait_for(state="detached")
    assert page.evaluate("document.activeElement === before")


@pytest.mark.parametrize("path", ["en/", "en/search/"])
@pytest.mark.parametrize("key", ["Control+k", "/"])
def test_a_key_leads_to_the_pages_own_field(visit, path: str, key: str) -> None:
    page = visit(path).page
    page.locator("main a").last.focus()
    page.keyboard.press(key)
    page.locator(f"{BOX}:focus").wait_for()
    assert page.locator(BOX).input_value() == ""
    assert page.evaluate(STOP)["wrong"] == ""


@pytest.mark.parametrize("key", ["Control+/", "Alt+/", "Control+Shift+k", "Control+Alt+k", "k", "s", "f", "?"])
def test_no_other_key_opens_it(visit, key: str) -> None:
    page = visit(f"en/{ARTICLE}", until="load").page
    page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.locator("dialog").count() == 0


@pytest.mark.parametrize("path", ["en/", f"en/{ARTICLE}"])
def test_in_a_field_a_slash_is_a_slash(visit, path: str) -> None:
    page = visit(path).page
    open_search(page)
    page.keyboard.type("and/or")
    assert page.locator(BOX).input_value() == "and/or"


def test_the_single_key_can_be_turned_off(visit, sample_address: str) -> None:
    page = visit("en/search/").page
    choice = page.get_by_label(SAY["en"]["search_slash"])
    assert choice.is_checked()
    tab_to(page, "input[type=checkbox]")
    assert page.evaluate(STOP)["wrong"] == ""
    page.keyboard.press("Space")
    page.goto(f"{sample_address}{ARTICLE}")  # for both languages
    page.keyboard.press("/")
    page.wait_for_timeout(100)
    assert page.locator("dialog").count() == 0
    assert page.locator(".search-button kbd:visible").count() == 0, "a hint at a key that does nothing"
    page.keyboard.press("Control+k")
    page.locator(f"{DIALOG} {BOX}:focus").wait_for()
    page.goto(f"{sample_address}en/search/")
    assert not choice.is_checked()
    choice.press("Space")
    page.goto(f"{sample_address}{ARTICLE}")
    page.keyboard.press("/")
    page.locator(f"{DIALOG} {BOX}:focus").wait_for()


@pytest.mark.parametrize("path", ["en/", f"en/{ARTICLE}", "en/search/"])
def test_arrows_move_along_the_results(visit, path: str) -> None:
    page = visit(path).page
    assert search(page, "deposit")
    settle(page)
    links = page.locator(".md-search__output a:visible")
    assert links.count() > 3
    page.keyboard.press("ArrowDown")
    assert focused(page, LINK)
    for number in (1, 2, 3):
        page.keyboard.press("ArrowDown")
        assert links.nth(number).evaluate("(link) => link === document.activeElement")
        assert page.evaluate(STOP)["wrong"] == ""
    for _ in range(4):
        page.keyboard.press("ArrowUp")
    assert focused(page, BOX)
    page.keyboard.press("ArrowUp")
    assert focused(page, BOX)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    url = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(url)


@pytest.mark.parametrize("width", [360, 1440])
def test_the_dialog_holds_the_focus_and_every_stop_in_it_is_seen(visit, width: int) -> None:
    page = visit(f"en/{ARTICLE}", width=width).page
    assert search(page, "deposit")
    settle(page)
    links = page.locator(".md-search__output a:visible").count()
    for _ in range(links + 12):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        assert stop is None or stop["wrong"] == "", stop
        assert stop is None or page.evaluate("Boolean(document.activeElement.closest('dialog'))"), stop
    reached = page.evaluate("[...stops.keys()].filter((stop) => stop.matches('.md-search__output a')).length")
    assert reached == links
    assert page.evaluate("[...stops.keys()].some((stop) => stop.matches('.search-close'))")


def test_the_dialog_at_four_hundred_percent(visit) -> None:
    page = visit(f"en/{ARTICLE}", **ZOOMED).page
    assert search(page, "deposit")
    settle(page)
    assert page.evaluate(SIDEWAYS) == 0
    assert page.locator(DIALOG).evaluate("(dialog) => dialog.scrollWidth <= innerWidth")
    for _ in range(6):
        page.keyboard.press("ArrowDown")
        assert page.evaluate(STOP)["wrong"] == ""


def test_enter_opens_the_first_result_of_what_is_typed_and_of_nothing_before(visit, sample_address: str) -> None:
    page = visit(f"en/{ARTICLE}").page
    assert search(page, "transaction hash")[0] == "find-transaction-hash"
    page.evaluate(
        """(box) => {
          const field = document.querySelector(box);
          field.value = "withdrawal not received";
          field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
          field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        }""",
        BOX,
    )
    page.wait_for_timeout(300)
    assert "find-transaction-hash" not in page.url
    if page.url.startswith(f"{sample_address}en/{ARTICLE}"):
        page.locator(f"{LINK}[href*=withdrawal-not-received]").wait_for()
        page.keyboard.press("Enter")
    page.wait_for_url("**/withdrawal-not-received/")


def test_after_a_warning_the_field_has_the_focus(visit) -> None:
    page = visit(f"en/{ARTICLE}").page
    search(page, PHRASE)
    assert focused(page, BOX)
    page.keyboard.press("ArrowDown")
    assert focused(page, ".search-notice a"), "what to do now is one key away"


# What else is pressed


def test_the_kind_of_account_is_chosen_by_key(visit) -> None:
    page = visit(f"en/{ARTICLE}", width=360).page
    tab_to(page, f"{BUTTONS[:-1]}='custodial']")
    page.keyboard.press("Space")
    assert shown_kinds(page) == ["custodial"]
    assert page.evaluate(STOP)["wrong"] == ""
    page.keyboard.press("Enter")
    assert shown_kinds(page) == ["self-custody", "custodial"]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_box_is_copied_by_key(visit, key: str) -> None:
    page = visit(f"en/{PAGES['template']}", width=360).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab_to(page, ".copy + button")
    page.keyboard.press(key)
    page.get_by_text(SAY["en"]["copied"]).first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("- Problem")
    assert focused(page, ".copy + button")


def test_the_link_of_a_section_is_copied_by_key(visit, sample_address: str) -> None:
    page = visit(f"en/{ARTICLE}", width=360).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab_to(page, ".headerlink")
    stop = page.evaluate(STOP)
    assert stop["wrong"] == ""
    page.keyboard.press("Enter")
    page.wait_for_url("**#check")
    assert page.evaluate("navigator.clipboard.readText()") == f"{sample_address}en/{ARTICLE}#check"


def test_what_is_on_the_page_unfolds_and_leads_there(visit) -> None:
    page = visit(f"en/{ARTICLE}", width=360).page
    assert page.locator("nav.toc:visible").count() == 0
    tab_to(page, "summary")
    assert SAY["en"]["toc"] in page.locator("summary:focus").inner_text()
    assert page.locator("details.toc a:visible").count() == 0
    page.keyboard.press("Enter")
    links = page.locator("details.toc a:visible")
    assert links.count() >= 4
    for _ in range(3):
        page.keyboard.press("Tab")
    assert focused(page, "details.toc a[href='#bank-or-card']")
    page.keyboard.press("Enter")
    page.wait_for_url("**#bank-or-card")
    header = page.locator("header").bounding_box()
    assert page.locator("#bank-or-card").bounding_box()["y"] >= header["y"] + header["height"]


def test_on_a_desktop_it_stands_beside(visit) -> None:
    page = visit(f"en/{ARTICLE}").page
    assert page.locator("details.toc:visible").count() == 0
    links = page.locator("nav.toc a:visible")
    assert links.count() >= 4
    article = page.locator("article").bounding_box()
    assert links.first.bounding_box()["x"] >= article["x"] + article["width"]


# Seen otherwise


# WCAG 2.5.8 leaves out links within a sentence.
SMALL = """() => [...document.querySelectorAll("button, input, summary, header a, nav a, .rows > li > a, .cards a, "
    + ".skip, .md-search__output a, .language-offer a")]
  .filter((element) => element.getClientRects().length && getComputedStyle(element).visibility === "visible")
  .filter((element) => {
    const target = element.matches("input[type=checkbox]") ? element.closest("label") : element;
    const { width, height } = target.getBoundingClientRect();
    return width < 24 || height < 24;
  })
  .map((element) => `${element.localName}.${element.className} ${element.textContent.trim()}`)"""


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kind", PAGES)
def test_targets_are_large_enough(visit, kind: str, width: int) -> None:
    page = visit(PREFIX["en"] + PAGES[kind], width=width, until="load").page
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("text", ["deposit", "qqqqq zzzzz", PHRASE])
def test_targets_of_the_search_are_large_enough(visit, text: str) -> None:
    page = visit(f"en/{ARTICLE}", width=360).page
    search(page, text)
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", ["", ARTICLE, "search/", PAGES["template"], NOT_FOUND])
@pytest.mark.parametrize("code", PREFIX)
def test_text_of_twice_the_size_fits(visit, code: str, path: str) -> None:
    page = visit(PREFIX[code] + path, width=360, until="load").page
    before = page.locator("h1:visible").evaluate("(heading) => parseFloat(getComputedStyle(heading).fontSize)")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    after = page.locator("h1:visible").evaluate("(heading) => parseFloat(getComputedStyle(heading).fontSize)")
    assert after > before * 1.5
    assert page.evaluate(SIDEWAYS) == 0


# WCAG 1.4.12, as a reader's own style would set it
SPACED = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [style];
}"""


@pytest.mark.parametrize("path", ["en/", f"en/{ARTICLE}", ARTICLE, "en/search/"])
def test_text_with_more_space_fits(visit, path: str) -> None:
    page = visit(path, width=320, until="load").page
    page.evaluate(SPACED)
    assert page.evaluate("getComputedStyle(document.querySelector('main p')).letterSpacing") != "normal"
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colours_the_chosen_kind_can_be_told(visit, scheme: str) -> None:
    """By its picture, and by something that is no colour: a reader's own two may be all there are."""
    page = visit(f"en/{ARTICLE}", forced_colors="active", scheme=scheme).page
    first, second = page.locator(BUTTONS).nth(0), page.locator(BUTTONS).nth(1)

    def shape(item) -> str:
        return item.evaluate("""(item) => {
          const { borderWidth, borderStyle, fontWeight, textDecorationLine } = getComputedStyle(item);
          const { content } = getComputedStyle(item, "::before");
          return [borderWidth, borderStyle, fontWeight, textDecorationLine, content].join();
        }""")

    def seen(chosen) -> bytes:
        chosen.click()
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur()")
        return first.screenshot(animations="disabled")

    assert seen(first) != seen(second)
    assert shape(first) != shape(second)


def test_with_forced_colours_the_focus_can_be_told(visit) -> None:
    page = visit(f"en/{ARTICLE}", forced_colors="active").page
    stops = walk(page)
    assert wrong(stops) == []


# What moves by itself, among everything on the page, its state notwithstanding.
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
    const longest = (durations) => Math.max(...durations.split(", ").map(parseFloat));
    return longest(transitionDuration) > .05 || (animationName !== "none" && longest(animationDuration) > .05)
      || scrollBehavior === "smooth";
  }).map((element) => `${element.localName}.${element.className}`)"""


@pytest.mark.parametrize("path", ["en/", f"en/{ARTICLE}"])
def test_nothing_moves_for_those_who_do_not_want_it(visit, path: str) -> None:
    page = visit(path, width=360, reduced_motion="reduce").page
    assert search(page, "deposit")
    assert page.evaluate(MOVING) == []
