"""The search on a bad network, and on a site that is published anew under an open page."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Route

from scripts.site.build import build
from tests.browser.searching import RESULT, open_search
from tests.conftest import NOW, copy_sample

FAILED = ".search-failed:not([hidden])"


def cut_off(route: Route) -> None:
    with contextlib.suppress(PlaywrightError):  # the reader may be rid of it meanwhile
        route.fulfill(body=route.fetch().text()[:-200])


# How a host or a network fails.
FAILURES: dict[str, Callable[[Route], None]] = {
    "refused": lambda route: route.abort("connectionrefused"),
    "404": lambda route: route.fulfill(status=404, content_type="text/html", body="<!doctype html><title>404</title>"),
    "a host's page": lambda route: route.fulfill(content_type="text/html", body="<!doctype html><title>Hello</title>"),
    "cut off": cut_off,
}


def type_(seen, text: str) -> None:
    open_search(seen.page)
    seen.page.keyboard.type(text)


@pytest.mark.parametrize(
    "pattern", ["**/search/interface.js*", "**/search/worker.js*", "**/search/*/pack.json", "**/search/**"]
)
@pytest.mark.parametrize("how", FAILURES)
def test_what_fails_is_said_and_the_next_keystroke_tries_again(visit, how: str, pattern: str) -> None:
    seen = visit("en/" if how == "refused" else "en/deposits/deposit-crypto/")
    seen.page.route(pattern, FAILURES[how])
    type_(seen, "deposi")
    notice = seen.page.locator(FAILED)
    notice.wait_for()
    assert "not available" in notice.inner_text()
    assert seen.page.locator(f".md-search:has({FAILED}) a:visible").count() >= 5
    assert seen.page.locator(RESULT).count() == 0
    seen.page.unroute(pattern)
    seen.page.keyboard.type("t")
    seen.page.locator(RESULT).first.wait_for()
    assert notice.count() == 0


def test_a_host_busy_for_a_moment_costs_no_second_worker(visit) -> None:
    """Some hosts and networks say so in JSON: it is no pack of another release."""
    seen = visit("en/")
    busy = [True]
    workers: list[str] = []

    def answer(route: Route) -> None:
        if busy:
            busy.pop()
            route.fulfill(status=503, json={"message": "busy"})
        else:
            route.continue_()

    seen.page.route("**/search/en/pack.json", answer)
    seen.page.on("request", lambda request: workers.append(request.url) if "worker.js" in request.url else None)
    type_(seen, "deposit")
    seen.page.locator(RESULT).first.wait_for()
    assert len(workers) == 1


def test_back_on_line_the_search_goes_on_by_itself(visit) -> None:
    seen = visit("en/")
    seen.page.context.set_offline(True)
    type_(seen, "deposit")
    seen.page.locator(FAILED).wait_for()
    seen.page.context.set_offline(False)
    seen.page.locator(RESULT).first.wait_for()


def test_the_failure_speaks_the_readers_language(visit) -> None:
    for path, words in (("", "现在搜不了"), ("en/", "not available"), ("en/no/such/page/", "not available")):
        seen = visit(path)
        seen.page.route("**/search/**", FAILURES["refused"])
        type_(seen, "usdt")
        seen.page.locator(FAILED).wait_for()
        assert words in seen.page.locator(FAILED).inner_text()


def test_passages_that_fail_take_no_results_away(visit) -> None:
    seen = visit("en/")
    for passages in ("**/text-*", "**/leads-*"):
        seen.page.route(passages, FAILURES["404"])
    type_(seen, "deposit")
    seen.page.locator(RESULT).first.wait_for()
    seen.page.wait_for_timeout(500)
    assert seen.page.locator(RESULT).count() > 0
    assert seen.page.locator(FAILED).count() == 0


def test_a_site_published_anew_while_somebody_types(visit, serve, tmp_path: Path) -> None:
    docs = copy_sample(tmp_path)
    build(tmp_path / "site", docs=docs, now=NOW)
    seen = visit("en/deposits/deposit-crypto/", base=serve(tmp_path / "site"))
    for passages in ("**/text-*", "**/leads-*"):  # whoever types on has loaded none, and needs them in the end
        seen.page.route(passages, FAILURES["refused"])
    type_(seen, "deposit not ")
    seen.page.locator(RESULT).first.wait_for()
    page = docs / "en/deposits/deposit-not-arrived.md"
    page.write_text(page.read_text("utf-8").replace("title: ", "title: Renewed ", 1), "utf-8")
    build(tmp_path / "site", docs=docs, now=NOW)
    seen.page.unroute_all()
    seen.page.keyboard.type("arrived yet")
    seen.page.get_by_text("Renewed").first.wait_for()
    assert seen.page.locator(FAILED).count() == 0


def test_another_worker_is_started_where_the_site_has_another(visit, serve, sample_site: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_site, tmp_path / "site")
    worker = tmp_path / "site/search/worker.js"
    seen = visit("en/", base=serve(tmp_path / "site"))
    open_search(seen.page)
    seen.page.wait_for_timeout(300)
    text = worker.read_text("utf-8")
    version = text.split('"')[1]
    worker.write_text(text.replace(version, "another"), "utf-8")
    for pack in (tmp_path / "site/search").glob("*/pack.json"):
        changed = pack.read_text("utf-8").replace(version, "another").replace('"version":"', '"version":"0')
        pack.write_text(changed, "utf-8")
    for file in [*(tmp_path / "site/search").glob("*/text-*"), *(tmp_path / "site/search").glob("*/leads-*")]:
        file.unlink()
    with seen.page.expect_request("**/worker.js?another"):
        seen.page.keyboard.type("deposit not shown anywhere")
    seen.page.locator(f"{RESULT}, .search-notice a").first.wait_for()
