"""What a reader's browser may lack, refuse or keep: storage, JavaScript, a clipboard, a language, an input method."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.searching import BOX, LINK, NOTICE, POPULAR, RESULT, open_search, search, settle, until
from tests.browser.test_browsing import BUTTONS, NOT_FOUND, shown_kinds
from tests.browser.words import PREFIX, SAY

ARTICLE, EMERGENCY = "deposits/deposit-not-arrived/", "security-scams/wallet-compromised/"
TEMPLATE = "contact/contact-tpwallet-support/"
KINDS = ["self-custody", "custodial"]
SWITCH, OFFER = "a[data-language-switch]", ".language-offer"


def button(kind: str) -> str:
    return f"{BUTTONS[:-1]}='{kind}']"


# Storage

WITHOUT = {
    "forbidden": """for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
    }""",
    "missing": """for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { value: null });
    }""",
    "full": """Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };""",
    "no cookies": """Object.defineProperty(document, "cookie", { get() { throw new Error("no"); } });""",
}


@pytest.mark.parametrize("how", WITHOUT)
def test_without_storage_everything_works(visit, sample_address: str, how: str) -> None:
    seen = visit(f"en/{ARTICLE}", width=360, before=WITHOUT[how])
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert shown_kinds(page) == KINDS
    page.locator(button("custodial")).click()
    assert shown_kinds(page) == ["custodial"]
    page.locator(".menu-button").click()
    page.locator("#menu a").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".headerlink").first.click()
    page.locator(".search-button").click()
    page.keyboard.type("deposit")
    page.locator(RESULT).first.wait_for()
    page.keyboard.press("Escape")
    page.locator(SWITCH).click()
    page.wait_for_url(f"{sample_address}{ARTICLE}**")
    page.goto(f"{sample_address}en/search/")
    assert search(page, "deposit")
    assert seen.trouble == []


def kept(page: Page) -> dict[str, str]:
    """What is kept on the reader's device, without the path that stands before its names."""
    everything: dict[str, str] = page.evaluate("({...localStorage})")
    return {name.rpartition("/")[2]: value for name, value in everything.items()}


def test_nothing_else_is_kept(visit, sample_address: str) -> None:
    page = visit(f"en/{ARTICLE}").page
    assert kept(page) == {}
    page.locator(button("custodial")).click()
    assert search(page, "zebra deposit")
    settle(page)
    page.locator(LINK).first.click()
    page.wait_for_load_state("networkidle")
    page.go_back()
    page.locator(RESULT).first.wait_for()
    page.keyboard.press("Escape")
    page.locator(SWITCH).click()
    page.wait_for_url(f"{sample_address}{ARTICLE}")
    page.goto(f"{sample_address}en/search/")
    page.get_by_label(SAY["en"]["search_slash"]).uncheck()
    assert kept(page) == {"kind": "custodial", "language": "zh", "slash": "off"}
    elsewhere = page.evaluate("""async () => [
      document.cookie, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length, window.name,
    ]""")
    assert elsewhere == ["", 0, 0, 0, 0, ""]


# JavaScript

DEAD = "button, input, textarea, select, [role=button], .language-offer, .headerlink, kbd, [role=search], dialog"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    "path", ["", "deposits/", ARTICLE, EMERGENCY, TEMPLATE, "search/", "announcements/", NOT_FOUND]
)
def test_without_javascript_nothing_dead_is_shown(visit, path: str, width: int) -> None:
    page = visit(PREFIX["en"] + path, width=width, javascript=False, until="load").page
    dead = page.locator(DEAD).locator("visible=true").evaluate_all("all => all.map((one) => one.outerHTML)")
    assert dead == []
    assert page.locator("main h1").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [360, 1440])
def test_without_javascript_every_page_is_reached(visit, sample_address: str, width: int) -> None:
    """By what is seen and followed alone, from the home page on."""
    page = visit("en/", width=width, javascript=False, until="load").page
    home = f"{sample_address}en/"
    reached: set[str] = set()
    todo = [home]
    while todo:
        page.goto(todo.pop(), wait_until="load")
        assert page.locator("main h1").first.is_visible(), page.url
        reached.add(page.url)
        seen = page.locator("a[href]:visible").evaluate_all("links => links.map((link) => link.href.split('#')[0])")
        todo += sorted({url for url in seen if url.startswith(home) and url.endswith("/")} - reached - {*todo})
    paths = {url.removeprefix(home) for url in reached}
    assert {"", "search/", "announcements/", ARTICLE, EMERGENCY, TEMPLATE, "deposits/", "contact/"} <= paths
    assert len(paths) >= 20


def test_without_javascript_the_search_says_so_and_leads_on(visit) -> None:
    page = visit(f"en/{ARTICLE}", width=360, javascript=False, until="load").page
    page.locator(".search-button").click()
    page.wait_for_url("**/en/search/")
    (said,) = page.locator(".without-script").all()
    assert said.is_visible() and said.inner_text() == SAY["en"]["no_javascript"]
    assert page.locator(".cards a:visible").count() >= 5


def test_without_javascript_what_is_on_the_page_unfolds(visit) -> None:
    page = visit(f"en/{ARTICLE}", width=360, javascript=False, until="load").page
    page.locator("details.toc summary").click()
    page.locator("details.toc a[href='#bank-or-card']").click()
    assert page.url.endswith("#bank-or-card")
    assert page.locator("#menu a").first.is_visible()


def test_where_the_script_does_not_come_nothing_is_lost(visit, sample_address: str) -> None:
    page = visit("en/", width=360).page
    page.route("**/assets/core-*", lambda route: route.abort())
    page.goto(f"{sample_address}en/{ARTICLE}")
    assert page.locator("article table").is_visible()
    assert shown_kinds(page) == KINDS
    assert [item for item in page.locator("button").all() if item.is_visible()] == []
    assert page.locator("#menu a").first.is_visible()


# Translated pages, input methods


@pytest.mark.parametrize("path", ["en/", f"en/{ARTICLE}", "en/search/", f"en/{NOT_FOUND}"])
def test_a_translated_page_keeps_its_language(visit, path: str) -> None:
    """A browser that translates sets the language of the page, and asks nobody."""
    page = visit(path).page
    page.evaluate("document.documentElement.lang = 'fr'")
    with page.expect_response("**/search/en/pack.json"):
        assert search(page, "deposit")
    assert page.locator(f"{RESULT}[lang]").count() == 0
    page.locator(BOX).fill("")
    page.keyboard.insert_text("qqqqq zzzzz")
    expect(page.locator(NOTICE)).to_contain_text("Nothing was found")


@pytest.mark.parametrize("path", ["", ARTICLE, "search/"])
def test_what_an_input_method_composes_is_found(visit, path: str) -> None:
    """Composed by Chromium itself: letters that are not yet any, then the characters."""
    page = visit(path).page
    open_search(page)
    session = page.context.new_cdp_session(page)
    for letters in ("c", "ch", "chong", "chong zhi"):
        at = {"selectionStart": len(letters), "selectionEnd": len(letters)}
        session.send("Input.imeSetComposition", {"text": letters, **at})
    assert page.locator(BOX).input_value() == "chong zhi"
    session.send("Input.insertText", {"text": "充值没到账"})
    page.locator(f"{LINK}[href*=deposit-not-arrived]").first.wait_for()
    assert page.locator(BOX).input_value() == "充值没到账"


# Safari ends a composition before the key that ended it: the key is not "composing" any more, and 229 alone tells.
SAFARI = """(key) => {
  const field = document.activeElement;
  const press = (more) => field.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })
  );
  field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  press({ isComposing: true, keyCode: 229 });
  field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: field.value }));
  press({ keyCode: 229 });
}"""


@pytest.mark.parametrize("key", ["Enter", "Escape", "ArrowDown", "/", "k"])
@pytest.mark.parametrize("path", ["", ARTICLE, "search/"])
def test_keys_of_safaris_input_methods_are_not_ours(visit, path: str, key: str) -> None:
    """Simulated: no Safari runs here."""
    page = visit(path).page
    assert search(page, "充值没到账")
    settle(page)
    address = page.url
    page.evaluate(SAFARI, key)
    page.wait_for_timeout(100)
    assert page.url == address
    assert page.locator(f"{BOX}:focus").count() == 1
    assert page.locator(RESULT).first.is_visible()


# The language


def test_the_language_chosen_is_offered_and_nobody_is_sent_elsewhere(visit, sample_address: str) -> None:
    page = visit(f"en/{ARTICLE}", width=360, locale="zh-CN").page
    assert page.locator(OFFER).count() == 0, "on a first visit nothing is known"
    page.locator(SWITCH).click()
    page.wait_for_url(f"{sample_address}{ARTICLE}")
    assert page.locator(OFFER).count() == 0
    page.goto(f"{sample_address}en/{EMERGENCY}#asked-for-phrase", wait_until="networkidle")
    assert page.url == f"{sample_address}en/{EMERGENCY}#asked-for-phrase"
    offer = page.locator(OFFER)
    link = offer.get_by_text(SAY["zh"]["language_offer"])
    assert offer.get_by_text(SAY["zh"]["language_stay"]).is_visible()
    assert link.evaluate("(link) => link.closest('[lang]').lang") == "zh-Hans"
    assert page.evaluate("document.activeElement === document.body"), "it takes no focus"
    box = offer.bounding_box()
    assert box["y"] + box["height"] <= 780 and box["y"] > 390, "at the foot of the window"
    link.click()
    page.wait_for_url(f"{sample_address}{EMERGENCY}#asked-for-phrase")
    assert page.locator(OFFER).count() == 0


def test_an_offer_refused_does_not_come_again(visit, sample_address: str) -> None:
    page = visit(f"en/{ARTICLE}").page
    page.locator(SWITCH).click()
    page.wait_for_url(f"{sample_address}{ARTICLE}")
    page.go_back()
    page.locator(OFFER).get_by_text(SAY["zh"]["language_stay"]).click()
    assert page.locator(OFFER).count() == 0
    for path in ("en/", f"en/{EMERGENCY}", f"en/{ARTICLE}"):
        page.goto(sample_address + path)
        assert page.locator(OFFER).count() == 0


@pytest.mark.parametrize("path", ["en/", "en/search/", f"en/{NOT_FOUND}"])
def test_the_offer_shows_on_every_kind_of_page(visit, sample_address: str, path: str) -> None:
    page = visit(f"en/{ARTICLE}").page
    page.locator(SWITCH).click()
    page.wait_for_url(f"{sample_address}{ARTICLE}")
    page.goto(sample_address + path)
    assert page.locator(OFFER).get_by_text(SAY["zh"]["language_offer"]).is_visible()


def test_the_offer_hides_no_end_of_the_page(visit, sample_address: str) -> None:
    page = visit(f"en/{ARTICLE}", width=360).page
    page.locator(SWITCH).click()
    page.wait_for_url(f"{sample_address}{ARTICLE}")
    page.go_back()
    page.locator(OFFER).wait_for()
    page.mouse.wheel(0, 100_000)
    until(page, "scrollY + innerHeight >= document.documentElement.scrollHeight - 2")
    footer = page.locator("footer :is(p, a):visible").last.bounding_box()
    assert footer["y"] + footer["height"] <= page.locator(OFFER).bounding_box()["y"]


# The kind of account

# When the body is first there, before anything of it is painted.
EARLY = """new MutationObserver(() => {
  if (document.body && window.early === undefined) window.early = document.documentElement.dataset.kind ?? null;
}).observe(document, { childList: true, subtree: true });"""

# How far things have moved that a reader did not move.
SHIFTS = """() => new Promise((done) => {
  new PerformanceObserver((list) => {
    done(list.getEntries().filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0));
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 300);
})"""


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_of_account_holds_in_both_languages_and_on_all_pages(visit, sample_address: str, kind: str) -> None:
    seen = visit(EMERGENCY, width=360, before=EARLY)
    page = seen.page
    assert page.evaluate("early") is None
    page.locator(button(kind)).click()
    for path in (f"en/{EMERGENCY}", f"en/{ARTICLE}", ARTICLE):
        page.goto(sample_address + path, wait_until="networkidle")
        assert page.evaluate("early") == kind
        assert shown_kinds(page) == [kind]
        assert page.locator(f"{button(kind)}[aria-pressed=true]").count() == 1
        assert page.evaluate(SHIFTS) == 0
    page.locator(button(kind)).click()
    page.reload()
    assert shown_kinds(page) == KINDS
    assert seen.trouble == []


@pytest.mark.parametrize("value", ["", "x", "constructor", '"><b>', "自托管"])
def test_a_kind_that_is_none_hides_nothing(visit, value: str) -> None:
    page = visit(ARTICLE).page
    page.locator(button("custodial")).click()
    (name,) = page.evaluate("Object.keys(localStorage)")
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, value])
    page.reload()
    assert shown_kinds(page) == KINDS


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    "path", ["", "deposits/", ARTICLE, EMERGENCY, TEMPLATE, "search/", NOT_FOUND, f"{ARTICLE}#check"]
)
def test_nothing_moves_while_a_page_loads(visit, path: str, width: int) -> None:
    for code in PREFIX:
        assert visit(PREFIX[code] + path, width=width).page.evaluate(SHIFTS) == 0, code


def test_a_slow_script_moves_nothing(visit, sample_address: str) -> None:
    """The page waits for it, and is then shown as it stays."""
    page = visit("en/", width=360).page

    def wait(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    page.route("**/assets/core-*", wait)
    for path in ("en/", f"en/{ARTICLE}"):
        page.goto(sample_address + path, wait_until="networkidle")
        assert page.evaluate(SHIFTS) == 0


# What is kept, and how to be rid of it


@pytest.fixture
def keeping(sample_site: Path) -> str:
    """The English page that says what is kept, below its language."""
    english = sample_site / "en"
    (page,) = [file for file in english.rglob("index.html") if "data-forget" in file.read_text("utf-8")]
    return f"{page.parent.relative_to(english).as_posix()}/"


def test_what_is_kept_can_be_cleared(visit, sample_address: str, keeping: str) -> None:
    page = visit(f"en/{ARTICLE}").page
    page.locator(button("custodial")).click()
    page.locator(SWITCH).click()
    page.wait_for_url(f"{sample_address}{ARTICLE}")
    page.goto(f"{sample_address}search/")
    page.locator("input[type=checkbox]").uncheck()
    assert set(kept(page)) == {"kind", "language", "slash"}
    page.evaluate("localStorage.setItem('another-site', 'on the same host')")
    page.goto(f"{sample_address}en/{keeping}")
    page.get_by_role("button", name=SAY["en"]["forget"]).click()
    page.get_by_text(SAY["en"]["forgotten"]).first.wait_for()
    assert kept(page) == {"another-site": "on the same host"}
    assert page.evaluate("document.documentElement.dataset.kind ?? null") is None
    page.goto(f"{sample_address}en/{ARTICLE}")
    assert shown_kinds(page) == KINDS
    assert page.locator(OFFER).count() == 0


# Copying

NO_CLIPBOARD = {
    "missing": "Object.defineProperty(navigator, 'clipboard', { value: undefined });",
    "refused": "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
    "throws": "Clipboard.prototype.writeText = () => { throw new TypeError('no'); };",
}


@pytest.mark.parametrize("how", NO_CLIPBOARD)
@pytest.mark.parametrize("box", [".copy:has(li)", ".copy:has(pre)"])
def test_what_cannot_be_copied_is_selected(visit, how: str, box: str) -> None:
    seen = visit(f"en/{TEMPLATE}", width=360, before=NO_CLIPBOARD[how])
    page = seen.page
    page.locator(f"{box} + button").click()
    said = page.get_by_text(SAY["en"]["copy_failed"])
    said.wait_for()
    assert said.evaluate("(said) => Boolean(said.closest('[role=status]'))")
    selected = page.evaluate("getSelection().toString()")
    text = page.locator(f"{box} :is(pre, ul)").inner_text()
    assert [line.strip() for line in selected.split("\n") if line.strip()] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
    assert page.get_by_text(SAY["en"]["copied"], exact=True).count() == 0
    assert seen.trouble == []


@pytest.mark.parametrize("how", NO_CLIPBOARD)
def test_a_link_that_cannot_be_copied_stands_in_the_address(visit, how: str) -> None:
    seen = visit(f"en/{ARTICLE}", before=NO_CLIPBOARD[how])
    link = seen.page.locator("#check + .headerlink")
    link.click()
    seen.page.wait_for_url("**#check")
    seen.page.wait_for_timeout(100)
    assert seen.page.get_by_text(SAY["en"]["link_copied"]).count() == 0
    assert seen.trouble == []


@pytest.mark.parametrize("code", PREFIX)
def test_every_section_has_a_link_to_copy(visit, sample_address: str, code: str) -> None:
    page = visit(PREFIX[code] + ARTICLE, width=360).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    headings = page.locator("article h2[id]")
    assert headings.count() >= 4
    for heading in headings.all():
        link = heading.locator("xpath=following-sibling::a[1]")
        anchor = heading.get_attribute("id")
        assert SAY[code]["section_link"] in str(link.get_attribute("aria-label"))
        link.click()
        expect(page.locator("[role=status]", has_text=SAY[code]["link_copied"]).first).to_be_attached()
        assert page.evaluate("navigator.clipboard.readText()") == f"{sample_address}{PREFIX[code]}{ARTICLE}#{anchor}"
    assert headings.first.inner_text().strip() == headings.first.evaluate("(h2) => h2.firstChild.textContent.trim()")


# The page of results


@pytest.mark.parametrize("code", PREFIX)
def test_the_dialog_leads_to_the_page_of_results(visit, sample_address: str, code: str) -> None:
    page = visit(PREFIX[code] + ARTICLE).page
    assert search(page, "usdt")
    settle(page)
    page.get_by_role("link", name=SAY[code]["search_page"]).click()
    page.wait_for_url(f"{sample_address}{PREFIX[code]}search/#q=usdt")
    page.locator(RESULT).first.wait_for()
    assert page.locator(BOX).input_value() == "usdt"
    page.go_back()
    page.wait_for_url(f"{sample_address}{PREFIX[code]}{ARTICLE}#q=usdt")
    page.locator(RESULT).first.wait_for()


def test_a_reload_of_the_page_of_results_finds_the_same(visit, sample_address: str) -> None:
    page = visit("en/search/").page
    found = search(page, "transaction hash")
    page.wait_for_url(f"{sample_address}en/search/#q=transaction%20hash")
    page.reload()
    page.locator(RESULT).first.wait_for()
    links = page.locator(LINK).evaluate_all("links => links.map(link => link.pathname)")
    assert [path.strip("/").rpartition("/")[2] for path in links] == found


@pytest.mark.parametrize("path", [ARTICLE, "search/"])
def test_while_the_field_is_empty_popular_questions_are_there(visit, path: str) -> None:
    """On the home page they stand below it anyway."""
    page = visit(PREFIX["en"] + path).page
    open_search(page)
    popular = page.locator(f"{POPULAR} a")
    popular.first.wait_for()
    assert popular.all_inner_texts()[0] == "My deposit has not arrived"
    page.keyboard.insert_text("usdt")
    page.locator(RESULT).first.wait_for()
    assert popular.first.is_hidden()
    page.locator(BOX).fill("")
    popular.first.wait_for()
    popular.first.click()
    page.wait_for_url(f"**/en/{ARTICLE}**")


def test_a_browser_without_dialogs_goes_to_the_page_of_results(visit, sample_address: str) -> None:
    page = visit(f"en/{ARTICLE}", before="delete window.HTMLDialogElement").page
    page.locator(".search-button").click()
    page.wait_for_url(f"{sample_address}en/search/**")
    assert search(page, "deposit")
