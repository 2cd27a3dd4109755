"""The report in its forms, what is silenced in it, and what is mended by itself."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import scripts.__main__
from scripts.checks import check, read
from scripts.checks.rules.facts import literal_contacts
from scripts.checks.rules.upkeep import suppressions
from scripts.checks.rules.words import forbidden_terms
from scripts.content import load
from tests.confirmed import DATE, confirm
from tests.conftest import ROOT, TODAY, accept_all

EN = "en/deposits/deposit-not-arrived.md"
LAST = "Then [contact support]"


def edit(docs: Path, old: str, new: str, file: str = EN) -> int:
    """Replace `old` by `new` in a file; the line it begins on."""
    text = (docs / file).read_text("utf-8")
    assert old in text
    (docs / file).write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_each_form_names_rule_place_and_what_to_do(docs: Path, run) -> None:
    line = edit(docs, LAST, f"Write to help@wallet.test. {LAST}")
    text = run("check", "--source", "--docs", docs, "--today", TODAY)
    assert text.returncode == 1
    place = re.search(
        rf"docs/{EN}:{line}:(\d+): found .*help@wallet.test.*; expected .*\. Take it out.* "
        r"\[error CON001 literal-contacts\]",
        text.stdout,
    )
    assert place
    blamed = (docs / EN).read_text("utf-8").split("\n")[line - 1]
    assert blamed[int(place[1]) - 1 :].startswith("help@wallet.test")
    github = run("check", "--source", "--docs", docs, "--today", TODAY, "--format", "github").stdout
    assert f"::error file=docs/{EN},line={line},col={place[1]},title=CON001 literal-contacts::found " in github
    result = run("check", "--source", "--docs", docs, "--today", TODAY, "--format", "json")
    found = json.loads(result.stdout)["findings"]
    assert [(f["rule"], f["severity"], f["path"], f["line"]) for f in found] == [
        ("CON001", "error", f"docs/{EN}", line)
    ]


def test_what_does_not_load_is_a_report_too(docs: Path, run) -> None:
    line = edit(docs, "type: troubleshooting", "type: story")
    result = run("check", "--docs", docs)
    assert result.returncode == 1
    assert re.search(rf"docs/{EN}:{line}: found .*\[error MOD003 schema\]", result.stdout)


@pytest.mark.parametrize(
    ("until", "counts"), [("2026-12-31", "errors, 1 suppressed"), ("2026-01-31", "errors, 1 expired")]
)
def test_a_suppression_silences_one_line_until_it_has_run_out(docs: Path, run, until: str, counts: str) -> None:
    comment = f'<!-- check-disable TRM001 until={until} reason="a quotation" -->\n'
    line = edit(docs, LAST, f"{comment}Copy your purse address. {LAST}\n\nOr type your purse address.")
    accept_all(docs)
    result = run("check", "--source", "--docs", docs, "--today", TODAY)
    assert result.returncode == 1, "the next line is not silenced"
    *found, total = result.stdout.splitlines()
    named = [int(row.split(":")[1]) for row in found if row.endswith("[error TRM001 forbidden-terms]")]
    assert named == ([line + 1] if "expired" in counts else []) + [line + 3]
    assert total.endswith(f"{counts}.")
    assert any(row.startswith(f"docs/{EN}:{line}:") for row in found) == ("expired" in counts)


@pytest.mark.parametrize(
    ("until", "today", "over"), [("2026-01-31", "2026-01-31", False), ("2099-12-31", "2100-01-01", True)]
)
def test_a_suppression_runs_out_by_the_day_the_command_is_told(
    docs: Path, run, until: str, today: str, over: bool
) -> None:
    line = edit(docs, LAST, f'<!-- check-disable TRM001 until={until} reason="a quotation" -->\n{LAST}')
    result = run("check", "--source", "--docs", docs, "--today", today, "--only", "suppression")
    assert result.returncode == 0, result.stdout
    assert (f"docs/{EN}:{line}:" in result.stdout) == over


GOOD = '<!-- check-disable TRM001 until=2026-11-23 reason="a quotation" -->'


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (f"{GOOD}\nyour purse address", []),  # on its last day
        (GOOD.replace("2026-11-23", "2026-11-22") + "\nyour purse address", ["CHK001", "TRM001"]),  # and after it
        (GOOD.replace("2026-11-23", "2027-02-21") + "\nyour purse address", []),  # for 90 days
        (GOOD.replace("2026-11-23", "2027-02-22") + "\nyour purse address", ["CHK001", "TRM001"]),
        (f"{GOOD}\nhelp@wallet.test, your purse address", ["CON001"]),
        (f"{GOOD}\nFirst look.\nyour purse address", ["TRM001"]),
        (f"{GOOD}\n<!-- check-disable TRM001 -->\nyour purse address", ["CHK001", "TRM001"]),
        (GOOD.replace("TRM001", "CON001") + "\nhelp@wallet.test", ["CHK001", "CON001"]),
        (GOOD.replace("TRM001", "CHK001") + "\n<!-- check-disable TRM001 -->", ["CHK001", "CHK001"]),
        (GOOD.replace("a quotation", "") + "\nyour purse address", ["CHK001", "TRM001"]),
        (GOOD.replace("a quotation", "so") + "\nyour purse address", ["CHK001", "TRM001"]),
    ],
)
def test_a_suppression_silences_the_rule_it_names_and_nothing_else(docs: Path, written: str, found: list[str]) -> None:
    edit(docs, LAST, f"Look.\n\n{written} {LAST}")
    rules = [literal_contacts, forbidden_terms, suppressions]
    report = check(read(docs, TODAY), rules)
    assert sorted(finding.id for finding in report.findings) == found


def test_what_has_run_out_is_reported_and_holds_nothing_back(docs: Path, run, tmp_path: Path) -> None:
    confirm(docs)
    line = edit(docs, "reviewed: 2026-11-22", "reviewed: 2025-11-01")
    accept_all(docs)
    later = DATE + datetime.timedelta(days=400)
    result = run("check", "--source", "--docs", docs, "--today", later)
    assert result.returncode == 0 and re.search(rf"docs/{EN}:{line}: .*\[expired FRM002", result.stdout)
    assert re.search(r'"deposit\.arrival_time" that ended on .*\[expired FRM003', result.stdout)
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", later)
    assert result.returncode == 0 and (tmp_path / "site/index.html").exists(), result.stderr


def test_an_error_keeps_from_publishing(docs: Path, run, tmp_path: Path) -> None:
    confirm(docs)
    line = edit(docs, LAST, f"Write to help@wallet.test. {LAST}")
    accept_all(docs)
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", "2026-12-01")
    assert result.returncode == 1 and f"docs/{EN}:{line}:" in result.stderr
    assert not (tmp_path / "site").exists()


def test_publishing_judges_by_the_day_it_is_told(docs: Path, run, tmp_path: Path) -> None:
    confirm(docs)
    earlier = DATE - datetime.timedelta(days=2)
    result = run("publish", "--docs", docs, "--site", tmp_path / "site", "--today", earlier)
    assert result.returncode == 1 and f'found "{DATE}" as the day on which' in result.stderr


def test_one_rule_alone(docs: Path, run) -> None:
    edit(docs, LAST, f"Write to help@wallet.test about your purse address. {LAST}")
    result = run("check", "--source", "--docs", docs, "--only", "forbidden-terms")
    assert "TRM001" in result.stdout and "CON001" not in result.stdout
    misspelled = run("check", "--docs", docs, "--only", "forbiden-terms")
    assert 'no rule "forbiden-terms". Did you mean forbidden-terms?' in misspelled.stderr


def test_some_files_alone_and_their_translations(docs: Path, run) -> None:
    accept_all(docs)
    edit(docs, LAST, f"Write to help@wallet.test. {LAST}")
    for file in (EN, EN.replace("en/", "zh/", 1)):
        assert "CON001" in run("check", "--source", "--docs", docs, "--today", TODAY, docs / file).stdout
    other = run("check", "--source", "--docs", docs, "--today", TODAY, docs / "en/index.md")
    assert (other.returncode, other.stdout) == (0, "Nothing to mend.\n")
    elsewhere = run("check", "--source", "--docs", docs, ROOT / "README.md")
    assert elsewhere.returncode == 1
    assert re.fullmatch(r"Error: README\.md is not in .*/, where the content is\n", elsewhere.stderr)


def test_the_page_of_the_state_says_of_each_article_what_waits(
    docs: Path, run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts.__main__, "ROOT", tmp_path)
    missed = [{"query": "no coins", "slugs": ["phone-support"]}]
    evaluation = {"scores": [{"kind": "golden", "success": 0.5}], "missed": missed}
    (tmp_path / "site-search-eval.json").write_text(json.dumps(evaluation), "utf-8")
    edit(docs, "reviewed: 2026-11-22", "reviewed: 2025-11-01")
    assert run("accept", "deposit-crypto", "--by", "editor", "--docs", docs, "--today", TODAY).returncode == 0
    assert run("status", "--docs", docs, "--today", TODAY).returncode == 0
    page = BeautifulSoup((tmp_path / "site-status.html").read_text("utf-8"), "html.parser")
    cells = [row.select("td") for row in page.select("tr:has(td)")]
    rows = {row[0].small.text: [cell.get_text(" ", strip=True) for cell in row] for row in cells}
    assert list(rows) == [article.front.title for article in load(docs, TODAY).articles("en")]
    title = "My deposit has not arrived"
    assert [cell.text for cell in page.select("td .due")] == ["1 to mend", "2025-11-01"]
    assert rows[title][1].startswith("held top, check,") and "deposit.arrival_time" in rows[title][3]
    assert rows["Deposit crypto from an exchange or another wallet"][1] == "accepted"
    assert rows["Does TPWallet have a support phone number?"][4] == "1 no coins"
    assert "2026-11-23" in page.h1.find_next("p").text and page.select_one(".score b").text == "0.50"
