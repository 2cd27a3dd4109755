"""Nothing unconfirmed is published, and the refusal names each fact and the pages that use it."""

from __future__ import annotations

import csv
import datetime
import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.content import load
from scripts.content.pages import Article
from scripts.publish.gate import SITE_URL, blockers, rows, site_url
from tests.confirmed import DATE, NOT_OFFERED, UNCONFIRMED, WITHDRAWN, confirm
from tests.conftest import accept_all

TODAY = str(DATE + datetime.timedelta(days=30))


def test_refuses_and_names_each_fact_and_its_pages(docs: Path, run, tmp_path: Path) -> None:
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", TODAY)
    assert result.returncode == 1
    (line,) = [line for line in result.stderr.splitlines() if ": deposit.arrival_time is not confirmed" in line]
    path, number, _ = line.split(":", 2)
    assert path == "docs/_data/facts.yml"
    assert (docs / "_data/facts.yml").read_text("utf-8").splitlines()[int(number) - 1] == "  arrival_time:"
    for page in ("docs/zh/deposits/deposit-not-arrived.md", "docs/en/deposits/deposit-not-arrived.md"):
        assert page in line
    assert not (tmp_path / "site").exists()


def test_every_used_and_unconfirmed_fact_is_named_once(docs: Path, run) -> None:
    content = load(docs, DATE)
    result = run("publish", "--docs", docs, "--today", TODAY)
    said = re.compile(r"docs/_data/facts\.yml:\d+: ([a-z_.]+) is not confirmed; used by ")
    named = [match[1] for line in result.stderr.splitlines() if (match := said.match(line))]
    written = set()
    for page in content.pages.values():
        written |= set(re.findall(r"\{\{ ((?!button\.)[a-z_.]+) \}\}", page.body))
        written |= {page.front.requires} if isinstance(page, Article) and page.front.requires else set()
    # no page writes the address of the site, or the setting that chooses what pages show
    assert sorted(named) == sorted(written | {"support.help_center_url", "custody.model"})
    assert written < content.facts.keys()


def test_passes_when_all_is_confirmed(docs: Path, run, tmp_path: Path) -> None:
    confirm(docs)
    accept_all(docs)
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", TODAY)
    assert result.returncode == 0, result.stderr
    pages = list((tmp_path / "site").rglob("index.html"))
    assert len(pages) == len(load(docs, DATE).pages)
    for page in pages:
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        assert not soup.select(".md-banner, .mark"), page
        assert not soup.select("meta[name=robots]"), page
        assert soup.find("link", rel="canonical")["href"].startswith("https://help.wallet.test/"), page
    assert "<loc>https://help.wallet.test/en/" in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def test_what_nobody_has_read_keeps_from_publishing(docs: Path, run, tmp_path: Path) -> None:
    confirm(docs)
    accept_all(docs)
    for code in ("zh", "en"):
        file = docs / code / "deposits/deposit-not-arrived.md"
        file.write_text(file.read_text("utf-8").replace("find-transaction-hash.md", "who-holds-your-funds.md"), "utf-8")
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", TODAY)
    *lines, last = result.stderr.splitlines()
    assert result.returncode == 1 and not (tmp_path / "site").exists()
    assert [line.split(": ", 1)[1] for line in lines if "is changed since" in line] == [
        "deposits/deposit-not-arrived/ check is changed since 2026-01-01 (editor)"
    ]
    assert "1 held until somebody has read them" in last and "make accept" in last


def test_a_site_below_a_path_works(docs: Path, run, tmp_path: Path) -> None:
    """Pages of a project are served at /<repository>/: the 404 page has absolute links."""
    confirm(docs, support__help_center_url={"value": "https://pages.wallet.test/help/"})
    accept_all(docs)
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", TODAY)
    assert result.returncode == 0, result.stderr
    page = BeautifulSoup((tmp_path / "site/404.html").read_text("utf-8"), "html.parser")
    assert page.html["data-english"] == "/help/en/"
    assert all(tag["href"].startswith("/help/") for tag in page.select("a.brand, .cards a, .emergency a"))


SAYS_NOTHING = "holds an example value"


@pytest.mark.parametrize(
    ("key", "change", "reason"),
    [
        ("support.email.address", UNCONFIRMED, "is not confirmed"),
        ("deposit.methods.card", UNCONFIRMED, "is not confirmed"),
        ("support.in_app_path", {"value": {"zh": "我的 > …", "en": "Me > …"}}, SAYS_NOTHING),
        *(
            ("deposit.provider", {"value": value}, SAYS_NOTHING)
            for value in (
                {"zh": "待填", "en": "TODO"}, {"zh": "待填", "en": "Us"}, {"zh": "我们", "en": "TODO"},
                {"zh": "我们", "en": "to be confirmed"}, {"zh": "尚未确认", "en": "Us"}, {"zh": "无", "en": "Us"},
                {"zh": "敬请期待", "en": "Us"}, {"zh": "我们", "en": "coming soon"},
                {"zh": "我们", "en": "not yet known"}, "see website", "TBC", "N/A", "-", "x", "xxx",
            )
        ),
    ],
)  # fmt: skip
def test_one_fact_is_enough_to_refuse(docs: Path, key: str, change: dict, reason: str) -> None:
    confirm(docs, **{key.replace(".", "__"): change})
    assert [(blocker.key, reason in blocker.reason) for blocker in blockers(load(docs, DATE))] == [(key, True)]


def test_an_example_domain_is_refused_though_it_is_ours(docs: Path) -> None:
    confirm(docs)
    text = (docs / "_data/facts.yml").read_text("utf-8").replace("wallet.test", "wallet.example")
    (docs / "_data/facts.yml").write_text(text, "utf-8")
    said = {blocker.key for blocker in blockers(load(docs, DATE)) if SAYS_NOTHING in blocker.reason}
    assert said == {"support.help_center_url", "support.email.address"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"form": "sites", "value": "help.wallet.test"}, "is not an https:// address"),
        (NOT_OFFERED, "is not an https:// address"),
        (UNCONFIRMED, "is not confirmed"),
        (WITHDRAWN, f"was withdrawn on {DATE}"),
    ],
)
def test_the_address_of_the_site_is_asked_for_though_no_page_names_it(docs: Path, change: dict, reason: str) -> None:
    confirm(docs, support__help_center_url=change)
    for file in docs.glob("*/*/*.md"):
        file.write_text(file.read_text("utf-8").replace(f"{{{{ {SITE_URL} }}}}", ""), "utf-8")
    (blocker,) = blockers(load(docs, DATE))
    assert (blocker.key, blocker.reason, blocker.pages) == (SITE_URL, reason, ())


@pytest.mark.parametrize("written", ["https://pages.wallet.test/help", "https://pages.wallet.test/help/"])
def test_the_address_of_the_site_ends_in_a_slash(docs: Path, written: str) -> None:
    confirm(docs, support__help_center_url={"value": written})
    assert site_url(load(docs, DATE)) == "https://pages.wallet.test/help/"


def test_what_ran_out_or_was_withdrawn_holds_nothing_back(docs: Path) -> None:
    confirm(docs, support__email__address=WITHDRAWN, deposit__methods__card=NOT_OFFERED)
    content = load(docs, DATE + datetime.timedelta(days=1000))
    assert not blockers(content)
    groups = {row.key: row.group for row in rows(content)}
    assert groups.pop("support.email.address") == "withdrawn" and "deposit.methods.card" in groups
    assert set(groups.values()) == {"ran_out"}
    assert {"support.email.address", *groups} == {SITE_URL, *content.facts_in_use()}


def test_a_fact_nobody_uses_does_not_block(docs: Path) -> None:
    content = load(docs, DATE)
    used = {"support.help_center_url", *content.facts_in_use()}
    unused = [key for key in content.facts if key not in used][-1]
    confirm(docs, **{unused.replace(".", "__"): UNCONFIRMED})
    assert not blockers(load(docs, DATE))


def test_facts_of_hidden_branches_and_articles_do_not_block(docs: Path) -> None:
    def blocking(model: str, **changes: dict) -> list[str]:
        given = {"custody__model": {"value": model}} | changes
        confirm(docs, security__device_management=UNCONFIRMED, deposit__button_label=UNCONFIRMED, **given)
        return [blocker.key for blocker in blockers(load(docs, DATE))]

    assert blocking("hybrid") == ["security.device_management", "deposit.button_label"]
    # in a block for readers who log in, and in an article about one method
    assert blocking("self-custody") == ["deposit.button_label"]
    assert blocking("hybrid", deposit__methods__crypto=NOT_OFFERED) == ["security.device_management"]


ARTICLE = "docs/zh/deposits/deposit-crypto.md"


def used_by_article(docs: Path, body: str, *, applies_to: str = "both", requires: str = "") -> set[str]:
    """The facts on which an article rests that has this body, in both languages."""
    for code in ("zh", "en"):
        file = docs.parent / ARTICLE.replace("/zh/", f"/{code}/")
        front = file.read_text("utf-8").split("---\n")[1]
        front = re.sub("^applies_to: .*", f"applies_to: {applies_to}", front, flags=re.MULTILINE)
        front = re.sub("^requires: .*\n", "", front, flags=re.MULTILINE) + (requires and f"requires: {requires}\n")
        file.write_text(f"---\n{front}---\n\n{body}\n\n{{{{ SAFE-1 }}}}\n", "utf-8")
    used = load(docs, DATE).facts_in_use()
    return {key for key, pages in used.items() if ARTICLE in [page.path for page in pages]}


FACT, OTHER, CARD = "deposit.arrival_time", "deposit.button_label", "deposit.methods.card"
TABS = "::: self-custody\n{}\n:::\n\n::: custodial\n{}\n:::"


@pytest.mark.parametrize("model", ["hybrid", "custodial"])
@pytest.mark.parametrize(
    ("body", "applies_to", "shown", "hidden"),
    [
        ("先看。", "both", set(), set()),
        ("先看。", "custodial", {"custody.model"}, set()),
        (TABS.format("先看。", "先等。"), "both", {"custody.model"}, set()),
        (TABS.format(f"{{{{ {FACT} }}}}", f"{{{{ {OTHER} }}}}"), "both", {"custody.model", OTHER}, {FACT}),
    ],
)
def test_what_depends_on_the_kind_of_account_rests_on_the_operators_setting(
    docs: Path, model: str, body: str, applies_to: str, shown: set[str], hidden: set[str]
) -> None:
    confirm(docs, custody__model={"value": model})
    assert used_by_article(docs, body, applies_to=applies_to) == shown | (hidden if model == "hybrid" else set())


@pytest.mark.parametrize(
    ("body", "requires", "offered", "not_offered"),
    [
        (f"::: offered {CARD}\n{{{{ {FACT} }}}}\n:::", "", {CARD, FACT}, {CARD}),
        (f"{{{{ {FACT} }}}}", CARD, {CARD, FACT}, set()),
    ],
)
def test_facts_about_what_is_not_offered_are_not_in_use(
    docs: Path, body: str, requires: str, offered: set[str], not_offered: set[str]
) -> None:
    assert used_by_article(docs, body, requires=requires) == offered
    confirm(docs, deposit__methods__card=NOT_OFFERED)
    assert used_by_article(docs, body, requires=requires) == not_offered


@pytest.mark.parametrize(("confirmed", "ready"), [(False, "ready=false"), (True, "ready=true")])
def test_the_gate_tells_the_workflow_and_stays_green(
    docs: Path, run, tmp_path: Path, confirmed: bool, ready: str
) -> None:
    if confirmed:
        confirm(docs)
    output, summary = tmp_path / "output", tmp_path / "summary"
    result = run("gate", "--docs", docs, "--today", TODAY, GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary))
    assert result.returncode == 0
    assert output.read_text() == f"{ready}\n"
    assert ("- `deposit.arrival_time` is not confirmed" in summary.read_text()) is not confirmed


def listed(docs: Path, run, *options: str, after: int = 0) -> str:
    result = run("gate", "--docs", docs, "--today", DATE + datetime.timedelta(days=after), *options)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_list_says_in_words_what_waits_and_what_is_needed(docs: Path, run) -> None:
    confirm(docs, deposit__arrival_time=UNCONFIRMED)
    group, _, where, what, *_, total = listed(docs, run).splitlines()
    assert group.startswith("1 fact. Publishing waits")
    assert re.fullmatch(
        r"docs/_data/facts\.yml:\d+: deposit\.arrival_time \(充值到账时间, time for a deposit to arrive\): "
        r"is not confirmed; \d+ pages", where
    )  # fmt: skip
    assert what.startswith("    now: 1–2 个工作日 / 1–2 business days; needed: the same time in both languages")
    assert total == "Not ready: 1 facts block publishing."


def test_the_list_names_what_runs_out_soon_and_is_ready_all_the_same(docs: Path, run) -> None:
    confirm(docs)
    assert listed(docs, run) == "Ready to publish.\n"
    soon = listed(docs, run, after=121)  # a month before the first ones
    assert "Confirmed, and soon too long ago." in soon and soon.endswith("Ready to publish.\n")


def test_the_list_of_one_fact_names_its_pages(docs: Path, run) -> None:
    said = listed(docs, run, "--key", "deposit.arrival_time")
    pages = {page.path for page in load(docs, DATE).facts_in_use()["deposit.arrival_time"]}
    assert {line for line in said.splitlines() if line.endswith(".md")} == pages
    result = run("gate", "--docs", docs, "--key", "deposit.arival_time")
    assert result.returncode == 1 and "Did you mean deposit.arrival_time?" in result.stderr


def test_the_list_as_a_spreadsheet(docs: Path, run) -> None:
    confirm(docs, deposit__provider=UNCONFIRMED | {"value": {"zh": "=1+1, 二", "en": "=1+1"}})
    text = listed(docs, run, "--format", "csv")
    assert text.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert (row["key"], row["值"], row["value"]) == ("deposit.provider", "'=1+1, 二", "'=1+1")


@pytest.mark.parametrize(("change", "after"), [(WITHDRAWN, 20), ({}, 181)], ids=["withdrawn", "ran out"])
def test_a_contact_that_is_withdrawn_or_ran_out_is_nowhere_in_what_is_published(
    docs: Path, run, tmp_path: Path, change: dict, after: int
) -> None:
    mailbox, page = "gone@mail.wallet.test", "https://gone.wallet.test/status"
    confirm(docs, support__email__address=change | {"value": mailbox}, status__status_page_url=change | {"value": page})
    accept_all(docs)
    today = DATE + datetime.timedelta(days=after)
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", today)
    assert result.returncode == 0, result.stderr
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert not [file for file in files if b"gone@mail" in file.read_bytes() or b"gone.wallet" in file.read_bytes()]
    shown = (tmp_path / "site/en/contact/phone-support/index.html").read_text("utf-8")
    assert load(docs, today).facts["support.email.address"].instead.en in shown
