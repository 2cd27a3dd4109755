"""Everybody can use every page in every state: what axe finds, and what a screen reader would hear.

What is heard is read from Chromium's accessibility tree; no screen reader runs here.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import findings
from tests.browser.searching import LINK, NOTICE, PHRASE, POPULAR, RESULT, STATUS, open_search, search, settle, until
from tests.browser.test_browsing import BUTTONS, NOT_FOUND
from tests.browser.words import PREFIX, SAY

PAGES = {
    "home": "", "section": "deposits/", "article": "deposits/deposit-not-arrived/",
    "emergency": "security-scams/wallet-compromised/", "template": "contact/contact-tpwallet-support/",
    "glossary, tables and a picture": "deposits/deposit-crypto/", "search page": "search/", "404": NOT_FOUND,
    "announcements": "announcements/", "announcement": "announcements/2026-11-23-now/",
}
ARTICLE = PAGES["article"]
FOUND, NOWHERE = {"zh": "充值", "en": "deposit"}, "qqqqq zzzzz"
IN_THE_OTHER = {"zh": "receipt", "en": "公司转了"}
# The same styles serve both languages: each is looked at in both themes and at both widths, together in all four ways.
LOOKS = {"zh": [(360, "light"), (1440, "dark")], "en": [(360, "dark"), (1440, "light")]}


def judged(page: Page, looks: list[tuple[int, str]]) -> list[str]:
    """What axe finds at these widths and in these themes, each once."""
    found: dict[str, str] = {}
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 780})
        page.emulate_media(color_scheme=scheme)
        # no transition on its way: what is measured is what stays
        page.evaluate("Promise.all(document.getAnimations().map((animation) => animation.finished))")
        for finding in findings(page):
            found.setdefault(finding, f"{width} {scheme}: {finding}")
    return list(found.values())


@pytest.mark.parametrize("code", PREFIX)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_a_page(visit, whole: str, kind: str, code: str) -> None:
    page = visit(PREFIX[code] + PAGES[kind], base=whole, until="load").page
    assert judged(page, LOOKS[code]) == []


def search_for(texts: dict[str, str] | str) -> Callable[[Page, str], object]:
    def act(page: Page, code: str) -> None:
        search(page, texts if isinstance(texts, str) else texts[code])

    return act


def find(page: Page, code: str) -> None:
    search(page, FOUND[code])
    settle(page)
    until(page, "(status) => document.querySelector(status).textContent", STATUS)


def fail(page: Page, _code: str) -> None:
    page.route("**/search/**", lambda route: route.abort())
    open_search(page)
    page.keyboard.type("x")
    page.locator(".search-failed").wait_for()


def choose(page: Page, _code: str) -> None:
    page.locator(BUTTONS).nth(1).click()


def copy(page: Page, _code: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".copy + button").first.click()


def copy_in_vain(page: Page, _code: str) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.locator(".copy + button").first.click()


def be_offered(page: Page, _code: str) -> None:
    """The language that is not the page's was chosen before."""
    page.locator("a[data-language-switch]:visible").click()
    page.wait_for_load_state()
    page.go_back()
    page.locator(".language-offer").wait_for()


# What a reader does, and on which pages.
STATES: dict[str, tuple[list[str], Callable[[Page, str], object]]] = {
    "search, empty": (["", ARTICLE, "search/"], lambda page, _: open_search(page) and page.wait_for_timeout(300)),
    "results": (["", ARTICLE, "search/"], find),
    "results in the other language": ([ARTICLE], search_for(IN_THE_OTHER)),
    "no result": (["", ARTICLE, "search/"], search_for(NOWHERE)),
    "warning": (["", ARTICLE], search_for(PHRASE)),
    "a hash": ([ARTICLE], search_for("0x" + "ab12" * 16)),
    "a pause": ([ARTICLE], search_for(" ".join(PHRASE.split()[:5]))),
    "failure": (["", ARTICLE, NOT_FOUND], fail),
    "kind chosen": ([ARTICLE], choose),
    "copied": ([PAGES["template"]], copy),
    "not copied": ([PAGES["template"]], copy_in_vain),
    "language offered": ([ARTICLE], be_offered),
    "all of what can be unfolded": ([ARTICLE], lambda page, _: page.evaluate(
        "document.querySelectorAll('details').forEach((details) => { details.open = true; })"
    )),
}  # fmt: skip


@pytest.mark.parametrize("code", PREFIX)
@pytest.mark.parametrize(("state", "path"), [(state, path) for state, (paths, _) in STATES.items() for path in paths])
def test_axe_finds_nothing_in_a_state(visit, state: str, path: str, code: str) -> None:
    page = visit(PREFIX[code] + path, until="load", width=360).page
    STATES[state][1](page, code)
    assert judged(page, LOOKS[code]) == []


@pytest.mark.parametrize(("code", "scheme"), [("zh", "dark"), ("en", "light")])
def test_axe_finds_nothing_in_the_open_menu(visit, code: str, scheme: str) -> None:
    page = visit(PREFIX[code] + ARTICLE, until="load", width=360, scheme=scheme).page
    page.locator(".menu-button").click()
    page.locator("#menu a").first.wait_for()
    assert judged(page, [(360, scheme)]) == []


# The accessibility tree


def tree(page: Page) -> list[dict[str, object]]:
    """What assistive technology is given, in its order: {"role", "name", and each property that is set}."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        {
            "role": node["role"]["value"],
            "name": node.get("name", {}).get("value", ""),
            **{item["name"]: item["value"].get("value") for item in node.get("properties", [])},
        }
        for node in nodes
        if not node["ignored"]
    ]


def heard(page: Page, role: str) -> list[str]:
    return [str(node["name"]) for node in tree(page) if node["role"] == role]


def text_of(page: Page, selector: str) -> str:
    return " ".join(page.locator(selector).first.inner_text().split())


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("code", PREFIX)
@pytest.mark.parametrize("kind", PAGES)
def test_what_a_page_is_made_of(visit, whole: str, kind: str, code: str, width: int) -> None:
    page = visit(PREFIX[code] + PAGES[kind], base=whole, width=width, until="load").page
    nodes = tree(page)
    for role in ("main", "banner", "contentinfo"):
        assert len([node for node in nodes if node["role"] == role]) == 1, role
    levels = [node["level"] for node in nodes if node["role"] == "heading"]
    assert levels[0] == 1 and levels.count(1) == 1
    assert not [after for before, after in itertools.pairwise(levels) if after > before + 1], levels
    for role in ("navigation", "complementary", "region", "search", "form"):
        names = [node["name"] for node in nodes if node["role"] == role]
        assert all(names) and len(names) == len(set(names)), f"{role}: {names}"
    unnamed = [
        node for node in nodes if node["role"] in ("link", "button", "searchbox", "checkbox") and not node["name"]
    ]
    assert unnamed == []
    assert not [node for node in nodes if node["role"] in ("dialog", "alert", "alertdialog")], "closed, there is none"


@pytest.mark.parametrize("code", PREFIX)
def test_the_dialog_and_its_field_are_named(visit, code: str) -> None:
    page = visit(PREFIX[code] + ARTICLE).page
    open_search(page)
    page.locator(f"{POPULAR}:visible").wait_for()
    nodes = tree(page)
    (dialog,) = [node for node in nodes if node["role"] == "dialog"]
    assert dialog["name"] == SAY[code]["search_short"]
    assert dialog["modal"] is True
    (field,) = [node for node in nodes if node["role"] == "searchbox"]
    assert field["name"] == SAY[code]["search_placeholder"]
    assert field["focused"] is True
    assert SAY[code]["search_close"] in heard(page, "button")
    assert SAY[code]["popular"] in [node["name"] for node in nodes]


@pytest.mark.parametrize("path", ["en/", "en/search/"])
def test_the_field_of_a_page_is_named(visit, path: str) -> None:
    page = visit(path).page
    assert heard(page, "searchbox") == [SAY["en"]["search_placeholder"]]
    assert "dialog" not in [node["role"] for node in tree(page)]


@pytest.mark.parametrize("path", ["en/", f"en/{ARTICLE}", "en/search/"])
def test_results_are_heard_as_a_list_of_links(visit, path: str) -> None:
    page = visit(path).page
    before = [node["level"] for node in tree(page) if node["role"] == "heading"].count(1)
    assert search(page, "deposit")
    settle(page)
    nodes = tree(page)
    assert [node["level"] for node in nodes if node["role"] == "heading"].count(1) <= before, "no result is an h1"
    names = [node["name"] for node in nodes if node["role"] == "link"]
    titles = [" ".join(text.split()) for text in page.locator(LINK).all_inner_texts()]
    assert titles
    assert not set(titles) - {" ".join(str(name).split()) for name in names}
    assert page.locator(f"ol {RESULT}").count() == len(titles)
    assert len([node for node in nodes if node["role"] == "status"]) == 1
    assert "alert" not in [node["role"] for node in nodes]


# Each text that the status has had since.
LISTEN = """(status) => {
  window.heard = [];
  const element = document.querySelector(status);
  new MutationObserver(() => {
    const text = element.textContent.trim();
    if (text !== heard.at(-1)) heard.push(text);
  }).observe(element, { childList: true, characterData: true, subtree: true });
}"""


@pytest.mark.parametrize(("path", "code"), [("en/", "en"), (ARTICLE, "zh"), ("en/search/", "en")])
def test_the_number_of_results_is_said_once(visit, path: str, code: str) -> None:
    """Not at every letter, though results come and go: by a clock on which a letter takes a tenth of a second."""
    page = visit(path).page
    open_search(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(LISTEN, STATUS)
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    text = FOUND[code] if code == "zh" else "deposits"
    for letter in text:
        page.keyboard.insert_text(letter)
        page.locator(RESULT).first.wait_for()
        page.wait_for_timeout(100)  # until the last answer is there, whatever the clock says
        page.clock.run_for(100)
    assert [words for words in page.evaluate("heard") if words] == [], "while somebody types"
    page.wait_for_timeout(300)
    page.clock.run_for(5_000)
    said = [words for words in page.evaluate("heard") if words]
    assert len(said) == 1
    assert str(page.locator(RESULT).count()) in said[0]
    assert said[0] == text_of(page, STATUS)
    (status,) = [node for node in tree(page) if node["role"] == "status"]
    assert status["live"] == "polite" and status["atomic"] is True


def test_that_nothing_was_found_is_said_once(visit) -> None:
    page = visit(f"en/{ARTICLE}").page
    open_search(page)
    page.wait_for_load_state("networkidle")
    page.evaluate(LISTEN, STATUS)
    page.keyboard.insert_text(NOWHERE)
    page.locator(NOTICE).wait_for()
    until(page, "heard.some((text) => text)")
    words = SAY["en"]["search_none"].split(".")[0]
    assert [words in text for text in page.evaluate("heard.filter((text) => text)")] == [True]
    live = [node for node in tree(page) if node["role"] in ("status", "alert")]
    assert [node["role"] for node in live] == ["status"], "the notice is no second one"


def test_danger_interrupts(visit) -> None:
    page = visit(f"en/{ARTICLE}").page
    search(page, PHRASE)
    nodes = tree(page)
    assert len([node for node in nodes if node["role"] == "alert"]) == 1
    alert = page.locator("[role=alert]")
    assert SAY["en"]["search_secret_title"] in alert.inner_text()
    assert text_of(page, STATUS) == "", "nothing is said besides"


def test_results_of_the_other_language_say_so(visit) -> None:
    for code, lang in (("en", "zh-Hans"), ("zh", "en")):
        page = visit(PREFIX[code] + ARTICLE).page
        assert search(page, IN_THE_OTHER[code])
        texts = page.locator(RESULT).all_inner_texts()
        languages = page.locator(RESULT).evaluate_all("items => items.map((item) => item.lang)")
        for text, said in zip(texts, languages, strict=True):
            chinese = any("\u4e00" <= letter <= "\u9fff" for letter in text)
            assert said == (lang if chinese == (code == "en") else ""), text
        assert lang in languages


def test_the_menu_says_whether_it_is_open(visit) -> None:
    page = visit(f"en/{ARTICLE}", width=360).page

    def button() -> dict[str, object]:
        (found,) = [n for n in tree(page) if n["role"] == "button" and n["name"] == SAY["en"]["menu"]]
        return found

    assert button()["expanded"] is False
    assert SAY["en"]["topics"] not in heard(page, "navigation"), "closed, it is not there"
    page.locator(".menu-button").click()
    assert button()["expanded"] is True
    assert SAY["en"]["topics"] in heard(page, "navigation")
    assert page.locator("#menu [aria-current=page]").count() == 1


def test_the_chosen_kind_of_account_is_heard(visit) -> None:
    page = visit(f"en/{ARTICLE}").page

    def pressed() -> list[object]:
        return [node["pressed"] for node in tree(page) if node["role"] == "button" and "pressed" in node]

    assert pressed() == ["false", "false"]
    page.locator(BUTTONS).nth(1).click()
    assert pressed() == ["false", "true"]
    assert SAY["en"]["account_choose"] in [node["name"] for node in tree(page) if node["role"] == "group"]


def test_tables_have_headers_of_rows(visit) -> None:
    for width in (360, 1440):
        page = visit(f"en/{ARTICLE}", width=width).page
        rows = page.locator("article table >> nth=0 >> tbody tr").count()
        assert rows == len(heard(page, "rowheader"))
        assert len(heard(page, "columnheader")) == 3 or width == 360


def test_that_something_was_copied_is_said(visit) -> None:
    page = visit(f"en/{PAGES['template']}").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".copy + button").first.click()
    page.locator("[role=status]", has_text=SAY["en"]["copied"]).first.wait_for(state="attached")


@pytest.mark.parametrize("key", ["search_short", "menu"])
def test_a_button_is_named_as_what_it_shows(visit, key: str) -> None:
    """Whoever speaks to the machine says what is read there (WCAG 2.5.3)."""
    page = visit(f"en/{ARTICLE}", width=1440 if key == "search_short" else 360).page
    names = [*heard(page, "button"), *heard(page, "link")]
    assert [name for name in names if SAY["en"][key].lower() in name.lower()]
