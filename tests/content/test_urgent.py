"""What must be on the site within minutes: withdrawn, announced, over; and nothing else goes with it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content import accepted, load
from tests.confirmed import DATE, confirm
from tests.conftest import accept_all, copy_sample
from tests.repository import commit, git

MAIL = "support.email.address"
NOW = f"{DATE} 12:00+08:00"
TEXTS = {
    "title-zh": "提现变慢", "title-en": "Withdrawals are slow: wait",
    "text-zh": "提现正在排队，请等待，不要重复提交。", "text-en": 'Withdrawals wait in a "queue"; do not submit again.',
}  # fmt: skip

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Content in which all is confirmed and accepted, in a repository."""
    docs = copy_sample(tmp_path_factory.mktemp("repository"))
    confirm(docs)
    accept_all(docs)
    git(docs.parent, "init", "--quiet")
    commit(docs)
    return docs.parent


@pytest.fixture
def published(repository: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return Path(shutil.copytree(repository, tmp_path / "repository"), "docs")


def withdraw(run: Run, docs: Path, key: str = MAIL, by: str = "security-lead", why: str = "taken over") -> str:
    result = run("withdraw", "--docs", docs, "--today", DATE, "--by", by, "--why", why, key)
    return (result.stderr or result.stdout) if result.returncode else ""


def announce(run: Run, docs: Path, *more: str, name: str = "slow", **texts: str) -> subprocess.CompletedProcess[str]:
    given = {f"--{key}": value for key, value in (TEXTS | texts).items()}
    return run("announce", "--docs", docs, "--now", NOW, "--by", "editor", *sum(given.items(), ()), *more, name)


def urgent(run: Run, docs: Path, since: str) -> bool:
    return "Urgent alone" in run("urgent", "--docs", docs, "--today", DATE, since).stdout


def test_what_is_withdrawn_is_accepted_and_nothing_else_changes(published: Path, run: Run) -> None:
    since = git(published.parent, "rev-parse", "HEAD")
    result = run("withdraw", "--docs", published, "--today", DATE, "--by", "security-lead", "--why", 'a "thief"', MAIL)
    assert result.returncode == 0, result.stderr
    content = load(published, DATE)
    fact = content.facts[MAIL]
    assert fact.instead.en in result.stdout and fact.instead.zh in result.stdout
    using = [file for file in published.glob("??/**/*.md") if MAIL in file.read_text("utf-8")]
    named = {line for line in result.stdout.splitlines() if line.endswith(".md")}
    assert named == {file.relative_to(published.parent).as_posix() for file in using} != set()
    assert (fact.withdrawn.by, fact.withdrawn.date, fact.withdrawn.why) == ("security-lead", DATE, 'a "thief"')
    assert accepted.held(content) == []
    changed = git(published.parent, "diff", "--unified=0").splitlines()
    added = [line for line in changed if line.startswith(("+ ", "- "))]
    assert sum("withdrawn:" in line for line in added) == 1
    assert sum("support.email.address" in line for line in added) == 2 and len(added) == 3
    assert urgent(run, published, since)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"key": "support.email.adress"}, "Did you mean support.email.address?"),
        ({"by": "Ann"}, '"Ann" is no role'),
        ({"by": ""}, "BY=support-lead"),
        ({"why": " "}, "the reason is missing"),
        ({"why": "TODO"}, "the reason in words"),
    ],
)
def test_a_withdrawal_that_cannot_be_is_one_line_and_changes_nothing(
    published: Path, run: Run, given: dict[str, str], said: str
) -> None:
    assert said in withdraw(run, published, **given)
    assert git(published.parent, "status", "--porcelain") == ""


def test_only_what_is_confirmed_is_withdrawn_and_once(published: Path, run: Run) -> None:
    assert withdraw(run, published) == ""
    assert "was withdrawn on" in withdraw(run, published)
    gone = dict.fromkeys(("confirmed", "value", "withdrawn"))
    confirm(published, support__email__address={"state": "unconfirmed", **gone})
    assert "is unconfirmed: there is nothing to withdraw" in withdraw(run, published)


def test_an_announcement_is_whole_and_accepted(published: Path, run: Run) -> None:
    since = git(published.parent, "rev-parse", "HEAD")
    result = announce(run, published, "--for", "2h", "--level", "urgent")
    assert result.returncode == 0, result.stderr
    assert f"It holds until {DATE} 14:00+08:00" in result.stdout
    content = load(published, DATE)
    for code in ("zh", "en"):
        page = next(page for page in content.announcements(code) if page.slug == f"{DATE}-slow")
        assert (page.front.title, page.front.description) == (TEXTS[f"title-{code}"], TEXTS[f"text-{code}"])
        assert (page.front.level, (page.front.ends - page.front.starts).total_seconds()) == ("urgent", 7200)
    assert accepted.held(content) == []
    commit(published)
    assert urgent(run, published, since)


def test_an_announcement_ends_when_it_is_said_to(published: Path, run: Run) -> None:
    announce(run, published, "--for", "2d")
    since = commit(published)
    later = f"{DATE} 15:30+08:00"
    result = run("announce", "--docs", published, "--now", later, "--by", "editor", "--over", "slow")
    assert result.returncode == 0, result.stderr
    content = load(published, DATE)
    pages = [page for code in ("zh", "en") for page in content.announcements(code) if page.slug.endswith("slow")]
    assert [f"{page.front.ends:%H:%M%z}" for page in pages] == ["15:30+0800"] * 2
    assert accepted.held(content) == [] and urgent(run, published, since)


@pytest.mark.parametrize(
    ("more", "texts", "said"),
    [
        (("--for", "2 hours"), {}, "FOR=2h"),
        (("--for", "31d"), {}, "at most 30 days"),
        ((), {"text-en": ""}, "TEXT_EN is missing"),
        (("--by", "Ann"), {}, "the role is missing"),
        ((), {"text-en": "Write to help@wallet.test, not again."}, "CON001"),
        ((), {"title-en": "TODO what happened"}, "TXT001"),
        (("--over",), {}, 'no announcement "slow" holds'),
    ],
)
def test_an_announcement_that_cannot_be_changes_nothing(
    published: Path, run: Run, more: tuple[str, ...], texts: dict[str, str], said: str
) -> None:
    result = announce(run, published, *more, **texts)
    assert result.returncode == 1 and said in result.stderr and "Traceback" not in result.stderr
    assert "written" not in result.stdout
    assert git(published.parent, "status", "--porcelain") == ""


def change(published: Path, name: str, old: str, new: str) -> None:
    file = published / name
    text = file.read_text("utf-8")
    assert old in text, f"{name} holds no {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("en/deposits/deposit-not-arrived.md", "hash", "code", "docs/en/deposits/deposit-not-arrived.md changed"),
        ("_data/facts.yml", "support@wallet.test", "other@wallet.test", "otherwise than by being withdrawn"),
        ("_data/facts.yml", "by: support-lead", "by: legal", "otherwise than by being withdrawn"),
        ("_data/safety.yml", "Never", "Always", "docs/_data/safety.yml changed"),
        ("_data/accepted.yml", "by: editor", "by: translator", "was accepted"),
        ("en/announcements/index.md", "title: ", "title: All ", "docs/en/announcements/index.md changed"),
    ],
)
def test_nothing_else_goes_with_what_is_urgent(
    published: Path, run: Run, name: str, old: str, new: str, reason: str
) -> None:
    since = git(published.parent, "rev-parse", "HEAD")
    withdraw(run, published)
    change(published, name, old, new)
    result = run("urgent", "--docs", published, "--today", DATE, since)
    assert "Not urgent alone" in result.stdout and reason in result.stdout, result.stdout


def test_what_is_outside_docs_is_not_urgent(published: Path, run: Run) -> None:
    (published.parent / "Makefile").write_text("a", "utf-8")
    git(published.parent, "add", "Makefile")
    since = commit(published)
    (published.parent / "Makefile").write_text("b", "utf-8")
    withdraw(run, published)
    assert not urgent(run, published, since)


@pytest.mark.parametrize("since", ["0" * 40, "no-such", "--output=x", ""])
def test_a_commit_that_is_not_there_is_not_urgent(published: Path, run: Run, since: str) -> None:
    withdraw(run, published)
    result = run("urgent", "--docs", published, "--today", DATE, "--", since)
    assert result.returncode == 0 and "Not urgent alone" in result.stdout


def test_what_moves_into_the_announcements_is_not_urgent(published: Path, run: Run) -> None:
    """Git shows a file that was moved under its new name alone."""
    announce(run, published)
    page = published / f"en/announcements/{DATE}-slow.md"
    (published.parent / "notes.md").write_text(page.read_text("utf-8"), "utf-8")
    git(published.parent, "add", "notes.md")
    page.unlink()
    (published / f"zh/announcements/{DATE}-slow.md").rename(published.parent / "zh.md")
    since = commit(published)
    git(published.parent, "mv", "notes.md", str(page))
    (published.parent / "zh.md").rename(published / f"zh/announcements/{DATE}-slow.md")
    commit(published)
    result = run("urgent", "--docs", published, "--today", DATE, since)
    assert "Not urgent alone: notes.md changed" in result.stdout


def test_what_was_held_is_not_accepted_along_with_what_is_urgent(published: Path, run: Run) -> None:
    change(published, "_data/facts.yml", "support@wallet.test", "other@wallet.test")
    since = commit(published)
    withdraw(run, published)
    result = run("urgent", "--docs", published, "--today", DATE, since)
    assert f"Not urgent alone: the fact {MAIL} was held before" in result.stdout


def test_no_other_fact_is_accepted_along_with_what_is_urgent(published: Path, run: Run) -> None:
    since = git(published.parent, "rev-parse", "HEAD")
    withdraw(run, published)
    file = published / "_data/accepted.yml"
    head, _, facts = file.read_text("utf-8").partition("facts.yml:\n")
    key = next(line.split(":")[0].strip() for line in facts.splitlines() if MAIL not in line)
    file.write_text(f"{head}facts.yml:\n{facts.replace('by: editor', 'by: translator', 1)}", "utf-8")
    result = run("urgent", "--docs", published, "--today", DATE, since)
    assert f"Not urgent alone: facts.yml {key} was accepted" in result.stdout


def test_no_rule_is_silenced_along_with_what_is_urgent(published: Path, run: Run) -> None:
    since = git(published.parent, "rev-parse", "HEAD")
    withdraw(run, published)
    comment = '# check-disable TRM001 until=2026-12-31 reason="a quotation"'
    change(published, "_data/facts.yml", "brand:", f"{comment}\nbrand:")
    result = run("urgent", "--docs", published, "--today", DATE, since)
    assert "silences other rules" in result.stdout, result.stdout
