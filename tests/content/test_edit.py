"""New, moved and retired articles: everything that names them follows, or nothing changes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scripts.checks import check, read
from scripts.content import ContentError, load
from scripts.content.edit import TEMPLATES, EditError, new_announcement, new_article, rename_article

TODAY = datetime.date(2026, 11, 23)
NOW = datetime.datetime(2026, 1, 31, 14, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))


def texts(docs: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in docs.rglob("*") if file.is_file()}


@pytest.fixture
def docs(docs: Path) -> Path:
    """The templates of the project beside the tests' own content."""
    templates = Path(__file__).resolve().parents[2] / "docs" / "_templates"
    (docs / "_templates").mkdir()
    for file in templates.iterdir():
        (docs / "_templates" / file.name).write_bytes(file.read_bytes())
    return docs


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_new_article_is_there_in_both_languages_and_asks_to_be_filled_in(docs: Path, kind: str) -> None:
    new_article(load(docs), docs, "deposits/lost-receipt", kind, TODAY).apply()
    content = load(docs)
    for code in ("zh", "en"):
        front = content.article(code, "lost-receipt").front
        assert (front.type, front.reviewed) == (kind, TODAY)
    assert next(s for s in content.navigation.sections if s.id == "deposits").articles[-1] == "lost-receipt"
    found = check(read(docs, TODAY)).findings
    asked = {finding.problem.path for finding in found if finding.name == "unfinished"}
    assert asked == {"docs/zh/deposits/lost-receipt.md", "docs/en/deposits/lost-receipt.md"}
    assert [f for f in found if f.problem.path in asked and f.name not in ("unfinished", "orphans")] == []  # nothing leads to it yet


def test_a_new_announcement_holds_for_a_day(docs: Path) -> None:
    new_announcement(load(docs), docs, "slow-withdrawals", NOW).apply()
    content = load(docs)
    for code in ("zh", "en"):
        (page,) = content.announcements(code)
        assert page.slug == "2026-01-31-slow-withdrawals"
        assert (page.front.starts, page.front.ends) == (NOW, NOW + datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("deposits/deposit-crypto", "already"),
        ("depsits/lost-receipt", "Did you mean deposits?"),
        ("deposits/Lost Receipt", "lower-case"),
        ("../../etc/passwd", "lower-case"),
        ("lost-receipt", "section/name"),
        ("", "section/name"),
    ],
)
def test_a_name_that_cannot_be_is_refused(docs: Path, address: str, said: str) -> None:
    with pytest.raises(EditError, match="(?s)" + said.replace("?", r"\?")):
        new_article(load(docs), docs, address, "how-to", TODAY)


def test_a_renamed_article_takes_every_mention_along(docs: Path) -> None:
    before = load(docs)
    rename_article(before, docs, "deposit-wrong-network", "sent-on-wrong-network").apply()
    content = load(docs)  # refuses links and related articles that lead nowhere
    assert content.redirects == {"deposits/deposit-wrong-network/": "deposits/sent-on-wrong-network/"}
    for file, raw in texts(docs).items():
        if file.name != "redirects.yml":
            assert b"deposit-wrong-network" not in raw, file
    position = [s.articles.index("deposit-wrong-network") for s in before.navigation.sections if "deposit-wrong-network" in s.articles]
    assert position == [s.articles.index("sent-on-wrong-network") for s in content.navigation.sections if "sent-on-wrong-network" in s.articles]


def test_renamed_there_and_back_nothing_has_changed(docs: Path) -> None:
    before = texts(docs)
    rename_article(load(docs), docs, "deposit-wrong-network", "sent-on-wrong-network").apply()
    rename_article(load(docs), docs, "sent-on-wrong-network", "deposit-wrong-network").apply()
    after = texts(docs)
    assert {file.name for file in before if before[file] != after[file]} == {"redirects.yml"}
    assert load(docs).redirects == {"deposits/sent-on-wrong-network/": "deposits/deposit-wrong-network/"}


def test_files_that_name_the_article_elsewhere_follow(docs: Path, tmp_path: Path) -> None:
    listing = tmp_path / "coverage.yml"
    listing.write_text("deposit-wrong-network: x\nnot-deposit-wrong-network: y\ndeposit-wrong-networks: z\n", "utf-8")
    rename_article(load(docs), docs, "deposit-wrong-network", "sent-on-wrong-network", [listing]).apply()
    assert listing.read_text("utf-8") == "sent-on-wrong-network: x\nnot-deposit-wrong-network: y\ndeposit-wrong-networks: z\n"


def test_an_article_that_a_search_shows_first_keeps_its_place(docs: Path) -> None:
    rename_article(load(docs), docs, "phone-support", "no-phone-support").apply()
    assert [first.article for first in load(docs).search.first] == ["no-phone-support", "fake-support-scams"]


def test_redirects_never_make_two_hops(docs: Path) -> None:
    rename_article(load(docs), docs, "deposit-wrong-network", "name-two").apply()
    rename_article(load(docs), docs, "name-two", "name-three").apply()
    assert load(docs).redirects == {"deposits/deposit-wrong-network/": "deposits/name-three/", "deposits/name-two/": "deposits/name-three/"}


def test_an_article_moves_to_another_section(docs: Path) -> None:
    rename_article(load(docs), docs, "deposit-wrong-network", "troubleshooting/deposit-wrong-network").apply()
    content = load(docs)
    assert content.article("en", "deposit-wrong-network").section == "troubleshooting"
    assert content.redirects == {"deposits/deposit-wrong-network/": "troubleshooting/deposit-wrong-network/"}


def test_a_retired_article_hands_its_links_to_another(docs: Path) -> None:
    rename_article(load(docs), docs, "deposit-wrong-network", "deposit-crypto").apply()
    content = load(docs)
    assert content.redirects == {"deposits/deposit-wrong-network/": "deposits/deposit-crypto/"}
    assert not (docs / "zh/deposits/deposit-wrong-network.md").exists()
    for page in content.articles("zh"):
        assert len(set(page.front.related)) == len(page.front.related)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("deposit-cripto", "x", "Did you mean deposit-crypto"),
        ("deposit-crypto", "deposit-crypto", "the same"),
        ("deposit-crypto", "nowhere/deposit-crypto", "no section"),
        ("deposit-crypto", "../x", "lower-case"),
    ],
)
def test_a_rename_that_cannot_be_is_refused(docs: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(EditError, match=said):
        rename_article(load(docs), docs, old, new)


def test_a_change_that_breaks_the_content_leaves_everything_as_it_was(docs: Path) -> None:
    template = docs / "_templates" / "how-to.en.md"
    template.write_text(template.read_text("utf-8").replace("{{ SAFE-1 }}", ""), "utf-8")
    before = texts(docs)
    with pytest.raises(ContentError):
        new_article(load(docs), docs, "deposits/lost-receipt", "how-to", TODAY).apply()
    assert texts(docs) == before


def test_the_commands_say_what_they_did(docs: Path, run) -> None:
    done = run("new", "deposits/lost-receipt", "--docs", docs, "--type", "faq")
    assert done.returncode == 0 and "TODO" in done.stdout
    found = run("where", "deposit.arrival_time", "--docs", docs)
    assert any(line.startswith("docs/zh/deposits/deposit-not-arrived.md:") for line in found.stdout.splitlines())
    refused = run("rename", "lost-receipt", "nowhere/x", "--docs", docs)
    assert refused.returncode == 1 and refused.stderr.startswith("Error: ") and "Traceback" not in refused.stderr
