"""The strict Content-Security-Policy that every page carries, in Chromium: nothing of ours breaks it, and what is not
ours does not run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import Visit
from tests.browser.searching import BOX, RESULT, search, settle
from tests.browser.test_browsing import BUTTONS, NOT_FOUND

# Of issue 18. Whoever changes it changes it here too, and says why.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
    "child-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)

# What a policy refuses, as the page itself hears it.
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
  refused.push(`${effectiveDirective}: ${blockedURI} ${sample} ${sourceFile}`);
});
"""

META = "meta[http-equiv=Content-Security-Policy i]"


def pages(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def refused(seen: Visit) -> list[str]:
    return seen.page.evaluate("refused")


def test_every_page_carries_it_before_anything_that_it_holds_for(whole_site: Path) -> None:
    names = pages(whole_site)
    assert len(names) > 40 and "404.html" in names and "deposits/old/index.html" in names
    for name in names:
        page = BeautifulSoup((whole_site / name).read_text("utf-8"), "html.parser")
        assert [meta["content"] for meta in page.select(META)] == [POLICY], name
        before = page.select_one(META).find_all_previous()
        assert {tag.name for tag in before} <= {"html", "head", "meta"}, name
        assert not page.select("script:not([src]):not([type$=json]), style, [style]"), name
        assert not [attribute for tag in page.find_all() for attribute in tag.attrs if attribute.startswith("on")], name


def test_no_page_breaks_it_nor_asks_another_host(visit, whole_site: Path, whole: str) -> None:
    seen = visit("", base=whole, before=LISTEN, until="load")
    for name in pages(whole_site):
        if name.startswith(("deposits/old/", "en/deposits/old/")) or name == "404.html":
            continue  # below
        seen.page.goto(whole + name.removesuffix("index.html"), wait_until="load")
        assert refused(seen) == [], name
        assert seen.trouble == [], name


@pytest.mark.parametrize("path", ["deposits/old/#check", "en/deposits/old/?q=usdt"])
def test_a_page_that_has_moved_does_not_either(visit, whole: str, path: str) -> None:
    seen = visit(path, base=whole, before=LISTEN)
    seen.page.wait_for_url("**/deposits/deposit-crypto/**")
    assert refused(seen) == []
    assert seen.trouble == []


@pytest.mark.parametrize("path", ["", "en/deposits/deposit-not-arrived/", "en/search/", f"en/{NOT_FOUND}"])
def test_nor_does_a_search(visit, path: str) -> None:
    """With a worker at work and passages that came."""
    seen = visit(path, before=LISTEN)
    assert search(seen.page, "usdt")
    settle(seen.page)
    assert len(seen.page.workers) == 1
    seen.page.locator(BOX).fill("")
    seen.page.keyboard.insert_text("qqqqq zzzzz")
    seen.page.locator(RESULT).first.wait_for(state="detached")
    assert refused(seen) == []
    assert [line for line in seen.trouble if NOT_FOUND not in line and "status of 404" not in line] == []


def test_nor_what_is_pressed(visit, sample_address: str) -> None:
    seen = visit("en/contact/contact-tpwallet-support/", width=360, before=LISTEN)
    page = seen.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for selector in (".copy + button", ".headerlink", ".menu-button"):
        page.locator(selector).first.click()
    page.keyboard.press("Escape")
    assert refused(seen) == []
    page.locator("a[data-language-switch]").click()
    page.wait_for_load_state("networkidle")
    page.goto(f"{sample_address}en/deposits/deposit-not-arrived/", wait_until="networkidle")
    page.locator(".language-offer").wait_for()
    page.locator(BUTTONS).first.click()
    assert refused(seen) == []
    assert seen.trouble == []


# What somebody might get into a page. Each would leave its mark in `ran`.
INJECTED = {
    "a script": "<script>(window.ran ??= []).push('script')</script>",
    "a handler": "<img src='x' onerror=\"(window.ran ??= []).push('handler')\">",
    "a handler of a field": "<input id=focused onfocus=\"(window.ran ??= []).push('focus')\">",
    "a document of its own": "<iframe srcdoc=\"<script>(parent.ran ??= []).push('srcdoc')</script>\"></iframe>",
    "a script as data": "<script src=\"data:text/javascript,(window.ran ??= []).push('data')\"></script>",
    "a module": "<script type=module>(window.ran ??= []).push('module')</script>",
    "a drawing": "<svg onload=\"(window.ran ??= []).push('svg')\"></svg>",
}
AT_A_CLICK = "<a id=injected href=\"javascript:(window.ran ??= []).push('link')\">x</a>"
STYLES = "<style>footer { display: none }</style><p id=styled style='position: fixed'>x</p>"
ELSEWHERE = (
    '<script src="https://elsewhere.test/a.js"></script><img src="https://elsewhere.test/a.png" alt="">'
    '<link rel="stylesheet" href="https://elsewhere.test/a.css"><iframe src="https://elsewhere.test/"></iframe>'
)


@pytest.mark.parametrize("policy", [True, False])
def test_what_is_injected_does_not_run(visit, sample_site: Path, serve, tmp_path: Path, policy: bool) -> None:
    """And without the policy it does: what is injected here is able to run."""
    site = Path(shutil.copytree(sample_site, tmp_path / "site"))
    file = site / "en/deposits/deposit-crypto/index.html"
    text = file.read_text("utf-8")
    assert text.count("</article>") == 1
    text = text.replace("</article>", "".join(INJECTED.values()) + AT_A_CLICK + STYLES + ELSEWHERE + "</article>")
    if not policy:
        page = BeautifulSoup(text, "html.parser")
        page.select_one(META).decompose()
        text = str(page)
    file.write_text(text, "utf-8")
    base = serve(site)
    seen = visit("", base=base, before=LISTEN, until="load")
    asked: list[str] = []
    seen.page.route("https://elsewhere.test/**", lambda route: (asked.append(route.request.url), route.abort()))
    seen.page.goto(f"{base}en/deposits/deposit-crypto/", wait_until="load")
    seen.page.evaluate("document.getElementById('injected').click()")
    seen.page.evaluate("document.getElementById('focused').focus()")
    seen.page.wait_for_timeout(200)
    ran = set(seen.page.evaluate("window.ran ?? []"))
    position = seen.page.evaluate("getComputedStyle(document.getElementById('styled')).position")
    if policy:
        assert ran == set()
        assert asked == []
        assert position == "static"
        assert seen.page.locator("footer").is_visible()
        assert len(refused(seen)) >= len(INJECTED)
    else:
        assert ran == {"script", "handler", "focus", "srcdoc", "data", "module", "svg", "link"}
        assert len(asked) == 4
        assert position == "fixed"


def test_a_base_and_a_form_lead_nowhere_else(visit, sample_site: Path, serve, tmp_path: Path) -> None:
    site = Path(shutil.copytree(sample_site, tmp_path / "site"))
    file = site / "en/deposits/deposit-crypto/index.html"
    text = file.read_text("utf-8")
    text = text.replace("</head>", '<base href="https://elsewhere.test/"></head>', 1)
    form = '<form id="out" action="https://elsewhere.test/"><input name="words"></form>'
    file.write_text(text.replace("</article>", f"{form}</article>"), "utf-8")
    base = serve(site)
    seen = visit("en/deposits/deposit-crypto/", base=base, before=LISTEN)
    assert seen.page.evaluate("document.baseURI").startswith(base)
    seen.page.evaluate("document.getElementById('out').requestSubmit()")
    seen.page.wait_for_timeout(300)
    assert seen.page.url == f"{base}en/deposits/deposit-crypto/"
    assert {line.split(":")[0] for line in refused(seen)} >= {"base-uri", "form-action"}
