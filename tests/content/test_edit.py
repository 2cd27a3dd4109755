"""New, moved and retired articles: everything that names them follows, or nothing changes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scripts.checks import check, read
from scripts.content import Content, ContentError, accepted, load
from scripts.content.edit import TEMPLATES, EditError, new_announcement, new_article
from scripts.content.rename import rename_article
from tests.conftest import TODAY, accept_all

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
    new_article(load(docs, TODAY), docs, "deposits/lost-receipt", kind, TODAY).apply(TODAY)
    content = load(docs, TODAY)
    for code in ("zh", "en"):
        front = content.article(code, "lost-receipt").front
        assert (front.type, front.reviewed) == (kind, TODAY)
    assert next(s for s in content.navigation.sections if s.id == "deposits").articles[-1] == "lost-receipt"
    found = check(read(docs, TODAY)).findings
    asked = {finding.problem.path for finding in found if finding.name == "unfinished"}
    assert asked == {"docs/zh/deposits/lost-receipt.md", "docs/en/deposits/lost-receipt.md"}
    expected = ("unfinished", "orphans")  # nothing leads to it yet
    assert [f for f in found if f.problem.path in asked and f.name not in expected] == []


def test_a_new_announcement_holds_as_long_as_it_is_told(docs: Path) -> None:
    lasts = datetime.timedelta(hours=2)
    new_announcement(load(docs, TODAY), docs, "slow-withdrawals", NOW, lasts, "urgent").apply(TODAY)
    content = load(docs, TODAY)
    for code in ("zh", "en"):
        (page,) = (page for page in content.announcements(code) if page.slug == "2026-01-31-slow-withdrawals")
        assert (page.front.starts, page.front.ends) == (NOW, NOW + lasts)
        assert page.front.level == "urgent"


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
        new_article(load(docs, TODAY), docs, address, "how-to", TODAY)


def position(content: Content, slug: str) -> list[int]:
    return [section.articles.index(slug) for section in content.navigation.sections if slug in section.articles]


def test_a_renamed_article_takes_every_mention_along(docs: Path) -> None:
    before = load(docs, TODAY)
    rename_article(before, docs, "deposit-wrong-network", "sent-on-wrong-network").apply(TODAY)
    content = load(docs, TODAY)  # refuses links and related articles that lead nowhere
    assert content.redirects == {"deposits/deposit-wrong-network/": "deposits/sent-on-wrong-network/"}
    for file, raw in texts(docs).items():
        if file.name != "redirects.yml":
            assert b"deposit-wrong-network" not in raw, file
    assert position(before, "deposit-wrong-network") == position(content, "sent-on-wrong-network")


def test_renamed_there_and_back_nothing_has_changed(docs: Path) -> None:
    before = texts(docs)
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "sent-on-wrong-network").apply(TODAY)
    rename_article(load(docs, TODAY), docs, "sent-on-wrong-network", "deposit-wrong-network").apply(TODAY)
    after = texts(docs)
    assert {file.name for file in before if before[file] != after[file]} == {"redirects.yml"}
    assert load(docs, TODAY).redirects == {"deposits/sent-on-wrong-network/": "deposits/deposit-wrong-network/"}


def test_answers_to_queries_follow(docs: Path, tmp_path: Path) -> None:
    table = tmp_path / "queries.tsv"
    rows = "glossary\tglossary,deposit-wrong-network\nglossary\tdeposit-wrong-network\n"
    table.write_text(f"query\tslugs\n{rows}", "utf-8")
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "glossary", [table]).apply(TODAY)
    assert table.read_text("utf-8") == "query\tslugs\nglossary\tglossary\nglossary\tglossary\n"


def test_an_article_that_a_search_shows_first_keeps_its_place(docs: Path) -> None:
    rename_article(load(docs, TODAY), docs, "phone-support", "no-phone-support").apply(TODAY)
    assert [first.article for first in load(docs, TODAY).search.first] == ["no-phone-support", "fake-support-scams"]


def data(docs: Path, name: str, old: str, new: str) -> Path:
    """Replace a piece of a data file. Returns the file."""
    file = docs / "_data" / name
    text = file.read_text("utf-8")
    assert old in text, f"the sample no longer holds {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


def test_the_article_for_a_transaction_hash_keeps_its_role(docs: Path) -> None:
    assert load(docs, TODAY).navigation.hash == ["find-transaction-hash"]
    rename_article(load(docs, TODAY), docs, "find-transaction-hash", "find-hash").apply(TODAY)
    assert load(docs, TODAY).navigation.hash == ["find-hash"]


@pytest.mark.parametrize(
    "before",
    ["hash:\n  - find-transaction-hash\n", "hash: [find-transaction-hash]\n", "hash: [ 'find-transaction-hash' ]\n"],
)
@pytest.mark.parametrize("more", ["", "withdrawal-not-received"])
def test_a_role_passes_to_the_article_that_takes_over(docs: Path, before: str, more: str) -> None:
    data(docs, "navigation.yml", "hash:\n  - find-transaction-hash\n", before)
    if more and "[" in before:
        data(docs, "navigation.yml", before, before.replace("[", f"[{more}, "))
    elif more:
        data(docs, "navigation.yml", before, f"{before}  - {more}\n")
    rename_article(load(docs, TODAY), docs, "find-transaction-hash", "withdrawal-not-received").apply(TODAY)
    assert load(docs, TODAY).navigation.hash == ["withdrawal-not-received"]


@pytest.mark.parametrize("old", ["wallet-compromised", "who-holds-your-funds"])
def test_an_article_that_every_page_leads_to_is_not_retired(docs: Path, old: str) -> None:
    with pytest.raises(EditError, match="every page leads to this article"):
        rename_article(load(docs, TODAY), docs, old, "deposit-crypto")


STATEMENTS = """\
# deposit-crypto is named here too
S0.1: {zh: 说法, en: a statement, verdict: [G], articles: [deposit-wrong-network, deposit-crypto]}
S0.2:
  zh: 说法
  en: deposit-wrong-network
  verdict: [G]
  articles:
    - deposit-wrong-network
"""
COVERAGE = """\
S0.1:
  deposit-wrong-network:
    zh: 另一句
    en: "deposit-wrong-network: a sentence"
  deposit-crypto: {zh: 一句, en: a sentence}
S0.2:
  "deposit-wrong-network": {zh: 一句, en: a sentence}
"""


@pytest.fixture
def covered(docs: Path) -> Path:
    (docs / "_data/source-facts.yml").write_text(STATEMENTS, "utf-8")
    (docs / "_data/coverage.yml").write_text(COVERAGE, "utf-8")
    return docs


def test_statements_and_their_sentences_follow(covered: Path) -> None:
    before = load(covered, TODAY)
    rename_article(before, covered, "deposit-wrong-network", "wrong-network").apply(TODAY)
    content = load(covered, TODAY)
    assert [s.articles for s in content.statements.values()] == [["wrong-network", "deposit-crypto"], ["wrong-network"]]
    assert content.statements["S0.2"].en == "deposit-wrong-network"  # words stay
    assert content.coverage["S0.1"]["wrong-network"] == before.coverage["S0.1"]["deposit-wrong-network"]
    assert content.coverage["S0.2"]["wrong-network"] == before.coverage["S0.2"]["deposit-wrong-network"]


def test_statements_of_a_retired_article_go_to_the_one_that_takes_over(covered: Path) -> None:
    before = load(covered, TODAY)
    rename_article(before, covered, "deposit-wrong-network", "deposit-crypto").apply(TODAY)
    content = load(covered, TODAY)
    assert [s.articles for s in content.statements.values()] == [["deposit-crypto"], ["deposit-crypto"]]
    assert content.coverage["S0.1"] == {"deposit-crypto": before.coverage["S0.1"]["deposit-crypto"]}
    assert content.coverage["S0.2"] == {"deposit-crypto": before.coverage["S0.2"]["deposit-wrong-network"]}


def test_an_entry_of_the_glossary_follows_however_it_is_written(docs: Path) -> None:
    listed = "    articles: [deposit-not-arrived, find-transaction-hash]\n"
    lines = "    articles:\n      - deposit-not-arrived  # first\n      - find-transaction-hash\n"
    data(docs, "glossary.yml", listed, lines)
    rename_article(load(docs, TODAY), docs, "deposit-not-arrived", "missing-deposit").apply(TODAY)
    assert load(docs, TODAY).glossary["chain"][0].articles == ["missing-deposit", "find-transaction-hash"]
    rename_article(load(docs, TODAY), docs, "find-transaction-hash", "missing-deposit").apply(TODAY)
    assert load(docs, TODAY).glossary["chain"][0].articles == ["missing-deposit"]


def test_what_cannot_be_changed_is_named_and_nothing_is(docs: Path) -> None:
    data(docs, "glossary.yml", "[deposit-wrong-network]", "[deposit-wrong-network\n      ]")
    before = texts(docs)
    with pytest.raises(EditError, match=r"^docs/_data/glossary\.yml:\d+: .* only you can change"):
        rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "wrong-network")
    assert texts(docs) == before


def test_words_that_readers_search_for_stay(docs: Path) -> None:
    data(docs, "search.yml", "[客服电话, ", "[phone-support, ")
    rename_article(load(docs, TODAY), docs, "phone-support", "no-phone-support").apply(TODAY)
    first = load(docs, TODAY).search.first[0]
    assert first.article == "no-phone-support" and "phone-support" in first.words


def test_a_section_of_the_same_name_stays(docs: Path) -> None:
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "withdrawals").apply(TODAY)
    rename_article(load(docs, TODAY), docs, "withdrawals", "wrong-network").apply(TODAY)
    assert "withdrawals" in [section.id for section in load(docs, TODAY).navigation.sections]


def test_links_follow_however_they_are_written(docs: Path) -> None:
    target = "../deposits/deposit-wrong-network.md"
    links = f'[a]({target}) [a\nb]({target}) [c]({target} "A title")'
    for code in ("zh", "en"):
        file = docs / code / "withdrawals/withdraw-crypto.md"
        file.write_text(file.read_text("utf-8").replace("{{ SAFE", f"{links}\n\n{{{{ SAFE", 1), "utf-8")
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "withdrawals/wrong-network").apply(TODAY)
    text = (docs / "en/withdrawals/withdraw-crypto.md").read_text("utf-8")
    assert '[a](wrong-network.md) [a\nb](wrong-network.md) [c](wrong-network.md "A title")' in text


def test_what_was_accepted_stays_accepted_when_an_article_moves(docs: Path) -> None:
    accept_all(docs)
    file = docs / "en/deposits/deposit-wrong-network.md"
    file.write_text(file.read_text("utf-8").replace("## ", "## Now: ", 1), "utf-8")
    before = load(docs, TODAY)
    (changed,) = accepted.held(before)
    links = {page.address for page in before.pages.values() if "deposit-wrong-network.md" in page.body}
    assert len(links) > 1, "other articles link to it"
    rename_article(before, docs, "deposit-wrong-network", "withdrawals/wrong-network").apply(TODAY)
    content = load(docs, TODAY)
    assert {held.place: held.state for held in accepted.held(content)} == {
        ("withdrawals/wrong-network/", changed.place[1]): "changed",
        ("redirects.yml", "deposits/deposit-wrong-network/"): "new",
    }
    assert {record.by for named in content.accepted.values() for record in named.values()} == {"editor"}


def test_what_leads_to_another_article_is_read_again(docs: Path) -> None:
    accept_all(docs)
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "deposit-not-arrived").apply(TODAY)
    waiting = {held.place: held.state for held in accepted.held(load(docs, TODAY))}
    assert waiting["deposits/deposit-wrong-network/", "top"] == "gone"
    assert "changed" in {state for (group, _), state in waiting.items() if group == "withdrawals/withdraw-crypto/"}


def test_the_comment_on_top_of_the_redirects_stays(docs: Path) -> None:
    file = docs / "_data/redirects.yml"
    comment = "# Nobody edits it by hand. redirects: old addresses\n"
    file.write_text(comment + file.read_text("utf-8"), "utf-8")
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "wrong-network").apply(TODAY)
    assert file.read_text("utf-8").startswith(comment)
    assert load(docs, TODAY).redirects == {"deposits/deposit-wrong-network/": "deposits/wrong-network/"}


def test_redirects_never_make_two_hops(docs: Path) -> None:
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "name-two").apply(TODAY)
    rename_article(load(docs, TODAY), docs, "name-two", "name-three").apply(TODAY)
    assert load(docs, TODAY).redirects == {
        "deposits/deposit-wrong-network/": "deposits/name-three/", "deposits/name-two/": "deposits/name-three/"
    }


def test_an_article_moves_to_another_section(docs: Path) -> None:
    target = "troubleshooting/deposit-wrong-network"
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", target).apply(TODAY)
    content = load(docs, TODAY)
    assert content.article("en", "deposit-wrong-network").section == "troubleshooting"
    assert content.redirects == {"deposits/deposit-wrong-network/": "troubleshooting/deposit-wrong-network/"}


def test_a_retired_article_hands_its_links_to_another(docs: Path) -> None:
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "deposit-crypto").apply(TODAY)
    content = load(docs, TODAY)
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
        rename_article(load(docs, TODAY), docs, old, new)


def test_a_change_that_breaks_the_content_leaves_everything_as_it_was(docs: Path) -> None:
    template = docs / "_templates" / "how-to.en.md"
    template.write_text(template.read_text("utf-8").replace("{{ SAFE-1 }}", ""), "utf-8")
    before = texts(docs)
    with pytest.raises(ContentError):
        new_article(load(docs, TODAY), docs, "deposits/lost-receipt", "how-to", TODAY).apply(TODAY)
    assert texts(docs) == before


def test_a_change_that_cannot_be_written_leaves_everything_as_it_was(docs: Path) -> None:
    before = texts(docs)
    change = new_article(load(docs, TODAY), docs, "deposits/lost-receipt", "how-to", TODAY)
    change.texts[docs / "zh/index.md/impossible.md"] = "below a file"
    with pytest.raises(OSError, match="impossible"):
        change.apply(TODAY)
    assert texts(docs) == before


def test_a_new_article_does_not_take_an_address_that_leads_elsewhere(docs: Path) -> None:
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "wrong-network").apply(TODAY)
    with pytest.raises(EditError, match="an old address that leads elsewhere"):
        new_article(load(docs, TODAY), docs, "deposits/deposit-wrong-network", "how-to", TODAY)


def test_a_link_to_a_section_that_the_other_article_lacks_leads_to_its_top(docs: Path) -> None:
    links = "[a](../deposits/deposit-wrong-network.md#{}) [b](../deposits/deposit-wrong-network.md#{})"
    for code in ("zh", "en"):
        for name, anchor in (("deposit-wrong-network", "only-here"), ("deposit-crypto", "another")):
            file = docs / code / f"deposits/{name}.md"
            headings = f"## A {{#in-both}}\n\na\n\n## B {{#{anchor}}}\n\nb\n\n{{{{ SAFE"
            file.write_text(file.read_text("utf-8").replace("{{ SAFE", headings, 1), "utf-8")
        file = docs / code / "withdrawals/withdraw-crypto.md"
        written = links.format("in-both", "only-here")
        file.write_text(file.read_text("utf-8").replace("{{ SAFE", f"{written}\n\n{{{{ SAFE", 1), "utf-8")
    rename_article(load(docs, TODAY), docs, "deposit-wrong-network", "deposit-crypto").apply(TODAY)
    text = (docs / "en/withdrawals/withdraw-crypto.md").read_text("utf-8")
    assert "[a](../deposits/deposit-crypto.md#in-both) [b](../deposits/deposit-crypto.md)\n" in text


def test_the_commands_say_what_they_did(docs: Path, run) -> None:
    done = run("new", "deposits/lost-receipt", "--docs", docs, "--type", "faq")
    assert done.returncode == 0 and "TODO" in done.stdout
    found = run("where", "deposit.arrival_time", "--docs", docs)
    assert any(line.startswith("docs/zh/deposits/deposit-not-arrived.md:") for line in found.stdout.splitlines())
    refused = run("rename", "lost-receipt", "nowhere/x", "--docs", docs)
    assert refused.returncode == 1 and refused.stderr.startswith("Error: ")
