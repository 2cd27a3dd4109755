"""Each rule finds what it is for, on the right line, and passes over what is right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from scripts.checks import RULES, Source, check, read
from scripts.checks.lib.rule import Rule
from scripts.checks.rules.links import external_hosts
from scripts.checks.rules.upkeep import fact_coverage
from scripts.content import Problem, load
from tests.confirmed import UNCONFIRMED, WITHDRAWN, confirm
from tests.conftest import LATER, ROOT, TODAY

ZH, EN = "zh/deposits/deposit-not-arrived.md", "en/deposits/deposit-not-arrived.md"


@pytest.fixture(scope="module")
def own() -> Source:
    """The project's own content."""
    return read(ROOT / "docs", LATER.date())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_the_projects_own_content_is_clean(own: Source, rule: Rule) -> None:
    report = check(own, [rule])
    assert [str(finding) for finding in report.findings if finding.severity not in ("expired", "soon")] == []


def edit(docs: Path, file: str, old: str, new: str) -> None:
    text = (docs / file).read_text("utf-8")
    assert old in text, f"the fixture no longer holds {old!r}"
    (docs / file).write_text(text.replace(old, new, 1), "utf-8")


FAILED = '| "Failed" | The coins never left the sender | Ask them to find out why, then send again |\n'
# what happens to which file: the rule that must say so, and a piece of the blamed line
FAULTS = {
    "a step dropped": (
        EN, "2. Open the block explorer of the network it was sent on, and paste the hash.\n", "", "parity",
        "1. Ask the sender",
    ),
    "a table row dropped": (EN, FAILED, "", "parity", "| What you see"),
    "an anchor renamed": (EN, "{#bank-or-card}", "{#bank-card}", "parity", "{#bank-card}"),
    "another safety line": (EN, "{{ SAFE-10 }}", "{{ SAFE-3 }}", "parity", "{{ SAFE-3 }}"),
    "a figure taken away": (EN, "usually {{ deposit.arrival_time }}", "usually two days", "parity", "## Bank transfer"),
    "a link to another article": (
        EN, "(../troubleshooting/find-transaction-hash.md)", "(../withdrawals/withdraw-crypto.md)", "parity",
        "withdraw-crypto.md",
    ),
    "a bullet added": (
        EN, "- App version, redacted screenshots", "- App version\n- Redacted screenshots", "parity",
        "- Transaction hash",
    ),
    "a forbidden word in Chinese": (
        ZH, "平台要等够确认数才入账", "平台要等够确认数才入帐户", "forbidden-terms", "帐户"
    ),
    "a forbidden word in English": (
        EN, "Get the transaction hash,", "Get the transaction hash from your purse address,", "forbidden-terms",
        "purse address",
    ),
    "a forbidden word in large letters": (
        EN, "Get the transaction hash,", "Get the transaction hash from your Purse Address,", "forbidden-terms",
        "Purse Address",
    ),
    "a link that the other language lacks": (
        EN, "Then [contact support]", "See [it](deposit-crypto.md). Then [contact support]", "parity",
        "See [it](deposit-crypto.md)",
    ),
    "an e-mail address": (
        EN, "Then [contact support]", "Write to help@wallet.test. Then [contact support]", "literal-contacts",
        "help@wallet.test",
    ),
    "a domain": (ZH, "准备好了，再", "上 wallet-help.com，再", "literal-contacts", "wallet-help.com"),
    "a handle": (
        EN, "Then [contact support]", "Message @wallet_help. Then [contact support]", "literal-contacts", "@wallet_help"
    ),
    "a phone number": (ZH, "准备好了，再", "拨打 400-123-4567，再", "literal-contacts", "400-123-4567"),
    "an external link": (
        EN, "Then [contact support](../contact/contact-tpwallet-support.md)", "Then [contact support](https://t.me/x)",
        "literal-contacts", "t.me",
    ),
    "a contact in what people ask": (
        EN, "  - deposit not arrived", "  - is help@wallet.test real", "literal-contacts", "help@wallet.test"
    ),
    "an exchange named": (ZH, "请对方看提币记录", "请对方看币安的提币记录", "provider-names", "币安"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_on_its_line(docs: Path, name: str) -> None:
    file, old, new, rule, blamed = FAULTS[name]
    if name == "an anchor renamed":  # with every link to it, as a careful writer would
        for other in docs.glob("en/**/*.md"):
            other.write_text(other.read_text("utf-8").replace("#bank-or-card)", "#bank-card)"), "utf-8")
    edit(docs, file, old, new)
    found = check(read(docs, TODAY), [one for one in RULES if rule == one.NAME]).findings
    lines = (docs / EN if rule == "parity" else docs / file).read_text("utf-8").splitlines()
    assert found, "nothing was found"
    assert any(blamed in lines[finding.problem.line - 1] for finding in found), [str(finding) for finding in found]


# Edits that change no meaning, and must pass.
HARMLESS = {
    "another wording": (EN, "Then [contact support]", "After that, [contact support]"),
    "a line broken in two": (ZH, "周末和节假日顺延。", "周末和节假日\n顺延。"),
    "a question reworded": (EN, "  - where is my deposit", "  - where did my deposit go"),
    "a version number": (EN, "- App version, redacted", "- App version such as 1.2.34, redacted"),
    "an amount": (ZH, "- 交易哈希、网络、币种和金额", "- 交易哈希、网络、币种和金额（例如 1000 USDT）"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_edit_passes(docs: Path, name: str) -> None:
    edit(docs, *HARMLESS[name])
    assert [str(finding) for finding in check(read(docs, TODAY)).findings] == []


@pytest.mark.parametrize(
    ("change", "found"), [({}, []), (UNCONFIRMED, ["external-hosts"]), (WITHDRAWN, ["external-hosts"])]
)
def test_a_host_of_ours_is_linked_to_while_it_is_confirmed(docs: Path, change: dict, found: list[str]) -> None:
    confirm(docs, status__status_page_url=change | {"value": "https://ours.wallet.test/"})
    edit(docs, EN, "Then [contact support]", "See [it](https://ours.wallet.test/a). Then [contact support]")
    assert [finding.name for finding in check(read(docs, TODAY), [external_hosts]).findings] == found


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A copy of the real content, to break."""
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))


def coverage(docs: Path) -> list[Problem]:
    report = check(read(docs, LATER.date()), [fact_coverage])
    return [finding.problem for finding in report.findings]


def test_a_statement_that_lost_its_sentence_is_named(whole: Path) -> None:
    content = load(whole, LATER.date())
    fact, articles = next(iter(content.coverage.items()))
    slug, sentences = next(iter(articles.items()))
    page = content.article("zh", slug)
    file = whole.parent / page.path
    file.write_text(file.read_text("utf-8").replace(sentences.zh, "别的话"), "utf-8")
    (problem,) = coverage(whole)
    assert problem.found == f'"{sentences.zh}", which is not in {page.path}'
    assert problem.line == content.data["coverage.yml"].line((fact, slug, "zh"))
    assert fact in problem.expected


def test_a_statement_that_no_sentence_covers_is_named(whole: Path) -> None:
    file = whole / "_data/coverage.yml"
    covered = yaml.safe_load(file.read_text("utf-8"))
    fact = next(iter(covered))
    slug, _ = covered[fact].popitem()
    file.write_text(yaml.safe_dump(covered, allow_unicode=True), "utf-8")
    assert [problem.found for problem in coverage(whole)] == [f"no sentence of {slug} for {fact}"]


def test_the_command_lists_and_fails(docs: Path, run) -> None:
    edit(docs, EN, "{{ SAFE-10 }}", "{{ SAFE-3 }}")
    result = run("check", "--docs", docs)
    assert result.returncode == 1
    assert any(
        line.startswith(f"docs/{EN}:") and line.endswith("[error PAR001 parity]") for line in result.stdout.splitlines()
    )
