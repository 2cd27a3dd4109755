"""What is held until somebody has read it: each kind of unit, what is a change and what is none, and what it was."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content import accepted, load
from scripts.content.accepted import Held
from scripts.content.history import SAME_WORDS, changes
from tests.conftest import ROOT, TODAY, accept_all
from tests.repository import git

Run = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = "deposits/deposit-not-arrived/"
EN, ZH = "en/deposits/deposit-not-arrived.md", "zh/deposits/deposit-not-arrived.md"


@pytest.fixture
def read(docs: Path) -> Path:
    """The tests' own content, all of it read."""
    redirects = "redirects:\n  - {old: deposits/old/, new: deposits/deposit-crypto/}\n"
    (docs / "_data/redirects.yml").write_text(redirects, "utf-8")
    links = "links:\n  - {host: explorer.wallet.test, reason: to look a hash up, date: 2026-11-01}\n"
    (docs / "_data/links.yml").write_text(links, "utf-8")
    accept_all(docs)
    return docs


def edit(docs: Path, file: str, old: str, new: str) -> None:
    path = docs / file
    text = path.read_text("utf-8")
    assert old in text, f"{file} holds no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def held(docs: Path) -> list[Held]:
    return accepted.held(load(docs, TODAY))


def places(docs: Path) -> dict[tuple[str, str], str]:
    return {unit.place: unit.state for unit in held(docs)}


def section(docs: Path, file: str, anchor: str) -> str:
    """A section's text, from its heading to the next one."""
    text = (docs / file).read_text("utf-8")
    found = re.search(rf"^## [^\n]*{{#{anchor}}}\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[0]


def line_of(docs: Path, file: str, anchor: str) -> int:
    return (docs / file).read_text("utf-8").split(f"{{#{anchor}}}")[0].count("\n") + 1


CHANGES = {
    "a word": (EN, "Open the block explorer", "Open a block explorer", "check"),
    "a letter's case": (EN, "paste the hash", "paste the Hash", "check"),
    "a digit": (ZH, "核对三项", "核对 3 项", "check"),
    "a comma": (EN, "status, network", "status network", "check"),
    "a link's target": (EN, "find-transaction-hash.md)", "who-holds-your-funds.md)", "check"),
    "a link's title": (EN, "find-transaction-hash.md)", 'find-transaction-hash.md "here")', "check"),
    "emphasis": (EN, "and paste the hash", "and **paste** the hash", "check"),
    "code": (EN, "paste the hash", "paste the `hash`", "check"),
    "a fact": (EN, "{{ deposit.provider }}", "{{ deposit.arrival_time }}", "bank-or-card"),
    "a safety line": (EN, "{{ SAFE-10 }}", "{{ SAFE-1 }}", "bank-or-card"),
    "another block": (EN, "::: custodial", "::: self-custody", "done-but-not-shown"),
    "two steps exchanged": (EN, "2. Open", "2. Then open", "check"),
    "a list that starts elsewhere": (EN, "1. Ask the sender", "4. Ask the sender", "check"),
    "items for steps": (EN, "- Transaction hash", "1. Transaction hash", "for-support"),
    "a heading": (ZH, "## 查到了哪一步", "## 查到哪一步了", "check"),
    "a heading below it": (EN, "1. Ask", "### Why {#why}\n\n1. Ask", "check"),
    "a cell": (EN, "The coins are there", "The coins are gone", "top"),
    "columns exchanged": (EN, "| Not found, or \"pending\" | Not in a block yet |",
                          "| Not in a block yet | Not found, or \"pending\" |", "top"),
    "a column's side": (EN, "| --- | --- | --- |", "| --- | ---: | --- |", "top"),
    "a line break that shows": (EN, "on business days, ", "on business days,\\\n", "bank-or-card"),
    "a comment that silences a rule": (
        EN, "Then [contact", '<!-- check-disable TRM001 until=2026-12-31 reason="a quotation" -->\nThen [contact',
        "for-support",
    ),
    "one in the front matter": (
        EN, "type: trouble", '# check-disable TRM001 until=2026-12-31 reason="a quotation"\ntype: trouble', "top"
    ),
    "the title": (EN, "title: My deposit", "title: Your deposit", "top"),
    "a question": (EN, "  - where is my deposit\n", "", "top"),
    "what is related": (EN, "  - deposit-wrong-network\n  - find-transaction-hash",
                        "  - find-transaction-hash\n  - deposit-wrong-network", "top"),
    "a review's date": (EN, "reviewed: 2026-11-22", "reviewed: 2026-11-23", "top"),
    "invisible letters": (EN, "paste the hash", "paste the ha\u200bsh", "check"),
}  # fmt: skip


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_holds_its_section_and_no_other(read: Path, kind: str) -> None:
    file, old, new, name = CHANGES[kind]
    edit(read, file, old, new)
    if kind == "what is related":
        edit(read, ZH, old, new)
    (found,) = held(read)
    assert (found.place, found.state, found.path) == ((ARTICLE, name), "changed", f"docs/{ZH}")
    assert found.line == (2 if name == "top" else line_of(read, ZH, name))


ITEMS = "Transaction hash, network, coin and amount", "Time of payment, your receiving address"
SAME = {
    "lines broken elsewhere": (EN, "Ask the sender for", "Ask the sender\n   for"),
    "a line of Chinese broken": (ZH, "超过了，先看银行", "超过了，\n先看银行"),
    "another sign for items": (EN, f"- {ITEMS[0]}\n- {ITEMS[1]}\n- ", f"* {ITEMS[0]}\n* {ITEMS[1]}\n* "),
    "steps numbered by Markdown": (EN, "2. Open", "1. Open"),
    "a comment in a line": (EN, "and paste the hash", "and paste <!-- as text --> the hash"),
    "a comment of its own": (EN, "Then [contact", "<!-- to be shortened\n\none day -->\n\nThen [contact"),
    "a comment between steps": (EN, "2. Open", "<!-- the second one -->\n2. Open"),
    "blanks at the end": (EN, "paste the hash.\n", "paste the hash. \n"),
    "an empty line more": (EN, "## Bank", "\n\n## Bank"),
    "padding of a table": (EN, "| --- | --- | --- |", "|-----|-----|-----|"),
    "quotes around a title": (EN, "title: My deposit has not arrived", 'title: "My deposit has not arrived"'),
    "a comment in the front matter": (EN, "type: trouble", "# as agreed\ntype: trouble"),
    "a comment in data": ("_data/safety.yml", "SAFE-1:", "# the first\nSAFE-1:"),
    "a comment in the words": ("_data/words.txt", "admin", "# ours\nadmin"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SAME)
def test_what_readers_see_the_same_is_no_change(read: Path, kind: str) -> None:
    edit(read, *SAME[kind])
    assert held(read) == []


def test_the_same_change_in_both_languages_is_held_once(read: Path) -> None:
    for file in (EN, ZH):
        edit(read, file, "find-transaction-hash.md)", "who-holds-your-funds.md)")
    assert places(read) == {(ARTICLE, "check"): "changed"}


def test_sections_exchanged_are_held(read: Path) -> None:
    for file in (EN, ZH):
        first, second = (section(read, file, anchor) for anchor in ("check", "done-but-not-shown"))
        edit(read, file, first + second, second + first)
    assert places(read) == {(ARTICLE, "top"): "changed"}


def test_a_section_that_goes_and_one_that_comes(read: Path) -> None:
    for file in (EN, ZH):
        edit(read, file, "{#for-support}", "{#have-ready}")
    assert places(read) == {
        (ARTICLE, "top"): "changed", (ARTICLE, "have-ready"): "new", (ARTICLE, "for-support"): "gone",
    }  # fmt: skip
    gone = held(read)[-1]
    line = (read / "_data/accepted.yml").read_text("utf-8").split("\n")[gone.line - 1]
    assert gone.path == "docs/_data/accepted.yml" and line.strip().startswith("for-support:")


DATA = {
    "a safety line": ("safety.yml", "人都", "人", "safety.yml", None),
    "a fact's value": ("facts.yml", "en: Me > …", "en: You > …", "facts.yml", "support.in_app_path"),
    "a fact's state": ("facts.yml", "state: unconfirmed\n      form: email", "state: unconfirmed\n      form: account",
                       "facts.yml", "support.email.address"),
    "a definition": ("glossary.yml", "The chain a transfer", "The chain that a transfer", "glossary.yml", "network"),
    "a caption": ("pictures.yml", "caption:", "caption:", "pictures.yml", None),
    "a word of the interface": ("languages.yml", "emergency: 紧急", "emergency: 要紧", "languages.yml", "emergency"),
    "a language's name": ("languages.yml", "name: 简体中文", "name: 中文", "languages.yml", "(languages)"),
    "a role": ("navigation.yml", "emergency: wallet-compromised", "emergency: deposit-not-arrived", "navigation.yml",
               "roles"),
    "the order": ("navigation.yml", "      - deposit-not-arrived\n      - deposit-wrong-network",
                  "      - deposit-wrong-network\n      - deposit-not-arrived", "navigation.yml", "sections"),
    "a redirect": ("redirects.yml", "new: deposits/deposit-crypto/", "new: deposits/deposit-not-arrived/",
                   "redirects.yml", "deposits/old/"),
    "a host": ("links.yml", "host: explorer", "host: explorers", "links.yml", "explorers.wallet.test"),
    "the search": ("search.yml", "same:", "same:\n  - [coin, kettle]", "search.yml", "whole"),
    "a word": ("words.txt", "admin", "admin\nadminn", "words.txt", "whole"),
    "a rule of the trade's words": ("terms.yml", '["work order"]', "[]", "terms.yml", "whole"),
    "a statement": ("source-facts.yml", "# ", "S0.1: {zh: 一, en: a, verdict: [G], articles: [phone-support]}\n# ",
                    "source-facts.yml", "whole"),
    "a fact's silenced rule": (
        "facts.yml", "  phone:\n", '  # check-disable CON001 until=2026-12-31 reason="a test"\n  phone:\n', "facts.yml",
        "support.phone",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", DATA)
def test_data_is_held_entry_by_entry(read: Path, kind: str) -> None:
    name, old, new, group, key = DATA[kind]
    if kind == "a safety line":
        text = (read / "_data/safety.yml").read_text("utf-8")
        old = re.search(r"^SAFE-\d+:\n  zh: .", text, re.MULTILINE)[0]
        new, key = old[:-1] + "啊" + old[-1], old.split(":")[0]
    if kind == "a caption":
        text = (read / "_data/pictures.yml").read_text("utf-8")
        key, old = re.search(r"^([a-z-]+):\n  caption:.*?(?=\n  alt:)", text, re.MULTILINE | re.DOTALL).group(1, 0)
        new = re.sub(r"(en: [\"']?)", r"\1Now ", old)
    edit(read, f"_data/{name}", old, new)
    states = places(read)
    states.pop((group, "explorer.wallet.test"), None)
    assert list(states) == [(group, key)]
    (found, *_) = held(read)
    assert found.path == f"docs/_data/{name}" and 0 < found.line <= len((read / found.path[5:]).read_text().split("\n"))


def test_a_term_s_name_is_part_of_the_glossary(read: Path) -> None:
    text = (read / "_data/terms.yml").read_text("utf-8")
    entry = re.search(r"- id: network\n.*?\n    en: ", text, re.DOTALL)
    assert entry
    edit(read, "_data/terms.yml", entry[0], f"{entry[0]}the ")
    assert places(read) == {("glossary.yml", "network"): "changed", ("terms.yml", "whole"): "changed"}


def test_the_home_page_and_the_pages_of_sections_and_announcements_are_held_too(read: Path) -> None:
    for file in ("index.md", "deposits/index.md", "search/index.md", "announcements/2026-01-10-maintenance.md"):
        path = read / "en" / file
        path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert set(places(read)) == {
        ("home", "top"), ("deposits/", "top"), ("search/", "top"), ("announcements/2026-01-10-maintenance/", "top"),
    }  # fmt: skip


# --- what it said before, from the history ---


@pytest.fixture
def kept(read: Path) -> Path:
    """The content that was read, in a repository."""
    git(read.parent, "init", "-q", "-b", "main")
    git(read.parent, "add", ".")
    git(read.parent, "commit", "-qm", "read")
    return read


def sentences(docs: Path) -> list[dict[str, list[str]]]:
    content = load(docs, TODAY)
    return [change.sentences for change in changes(docs, content, accepted.held(content))]


def test_a_change_is_shown_sentence_by_sentence_in_each_language(kept: Path) -> None:
    edit(kept, EN, "2. Open the block explorer of the network it was sent on, and paste the hash.", "2. Open it.")
    edit(kept, ZH, "../troubleshooting/find-transaction-hash.md", "../troubleshooting/who-holds-your-funds.md")
    assert sentences(kept) == [{
        "en": ["- 2. Open the block explorer of the network it was sent on, and paste the hash.", "+ 2. Open it."],
        "zh": ["- [交易哈希在哪里找](../troubleshooting/find-transaction-hash.md)",
               "+ [交易哈希在哪里找](../troubleshooting/who-holds-your-funds.md)"],
    }]  # fmt: skip


def test_what_was_accepted_is_found_behind_later_commits(kept: Path) -> None:
    for number in range(3):
        edit(kept, EN, "paste the hash", f"paste the hash {number}")
        git(kept.parent, "commit", "-qam", f"change {number}")
    (change,) = sentences(kept)
    assert change["en"][0].startswith("- 2. Open the block explorer") and "hash 2 1 0" in change["en"][1]


def test_a_change_of_form_alone_is_said_to_be_one(kept: Path) -> None:
    edit(kept, EN, "| --- | --- | --- |", "| --- | ---: | --- |")
    assert sentences(kept) == [{"en": [SAME_WORDS]}]


def test_data_is_shown_by_its_keys(kept: Path) -> None:
    edit(kept, "_data/glossary.yml", "The chain a transfer uses.", "The chain that it uses.")
    assert sentences(kept) == [
        {"": ["- definition.en: The chain a transfer uses.", "+ definition.en: The chain that it uses."]}
    ]


def test_what_is_gone_is_shown_as_it_was(kept: Path) -> None:
    for file in (EN, ZH):
        edit(kept, file, section(kept, file, "for-support"), "")
    _, gone = sentences(kept)
    assert "- ## Have ready for support {#for-support}" in gone["en"] and not any("+" in line[0] for line in gone["zh"])


def test_without_a_history_the_whole_text_is_shown_and_why(read: Path) -> None:
    edit(read, EN, "paste the hash", "paste it")
    content = load(read, TODAY)
    (change,) = changes(read, content, accepted.held(content))
    assert "what was accepted is not known: fatal: not a git repository" in next(change.lines())
    assert all(line.startswith("+ ") for lines in change.sentences.values() for line in lines)
    assert len(change.sentences["en"]) == len(change.held.unit.parts["en"].sentences)


def test_a_shallow_clone_says_that_it_is_one(kept: Path, tmp_path: Path) -> None:
    edit(kept, EN, "paste the hash", "paste it")
    git(kept.parent, "commit", "-qam", "changed")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{kept.parent}", "clone")
    content = load(tmp_path / "clone/docs", TODAY)
    (change,) = changes(tmp_path / "clone/docs", content, accepted.held(content))
    assert "not in the history of this shallow clone" in next(change.lines())


# --- the commands ---


def test_accept_shows_what_it_accepts_and_then_nothing_is_held(kept: Path, run: Run) -> None:
    edit(kept, EN, "paste the hash", "paste it")
    where = ("--docs", kept, "--today", TODAY)
    before = run("held", *where)
    assert before.returncode == 1 and "Held until read: 1." in before.stdout
    place = f"docs/{EN}:{line_of(kept, EN, 'check')}: {ARTICLE}"
    assert f"{place} check is changed since 2026-01-01 (editor)" in before.stdout
    done = run("accept", "deposit-not-arrived", "--section", "check", "--by", "support-lead", *where)
    assert done.returncode == 0
    assert "    + 2. Open the block explorer of the network it was sent on, and paste it." in done.stdout
    assert run("held", *where).returncode == 0
    assert load(kept, TODAY).accepted[ARTICLE]["check"].by == "support-lead"
    assert load(kept, TODAY).accepted[ARTICLE]["top"].by == "editor"


def test_check_shows_what_is_held_and_does_not_fail(kept: Path, run: Run) -> None:
    edit(kept, EN, "paste the hash", "paste it")
    options = ("check", "--source", "--docs", kept, "--today", TODAY)
    result = run(*options)
    assert result.returncode == 0 and "Held until read: 1." in result.stdout
    (row,) = json.loads(run(*options, "--format", "json").stdout)["held"]
    assert (row["group"], row["name"], row["state"], row["accepted"]["by"]) == (ARTICLE, "check", "changed", "editor")
    assert row["changes"]["en"][1].endswith("and paste it.")
    place = f"file=docs/{EN},line={line_of(kept, EN, 'check')}"
    assert f"::notice {place},title=Held until read::" in run(*options, "--format", "github").stdout
    assert "Held" in run(*options, kept / EN).stdout and "Held" not in run(*options, kept / "en/index.md").stdout
    assert "Held" not in run(*options, "--only", "SEC001").stdout


MISTAKES = {
    "no role": ("accept deposit-crypto", "the role is missing in which you have read it: BY=translator, BY="),
    "another role": ("accept deposit-crypto --by taken-over", '"taken-over" is no role: BY=translator, BY='),
    "no such article": ("accept deposit-cripto --by editor", 'Did you mean deposit-crypto?'),
    "no such section": ("accept deposit-not-arrived --by editor --section chek", "Did you mean check?"),
    "no such key": ("accept facts.yml --by editor --section support.mail", 'no section "support.mail"'),
    "no such commit": ("held --since nowhere", "--since nowhere: "),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_one_line_and_changes_nothing(kept: Path, run: Run, kind: str) -> None:
    edit(kept, EN, "paste the hash", "paste it")
    before = (kept / "_data/accepted.yml").read_bytes()
    arguments, said = MISTAKES[kind]
    result = run(*arguments.split(), "--docs", kept)
    assert result.returncode == 1 and said in result.stderr and result.stderr.count("\n") == 1
    assert (kept / "_data/accepted.yml").read_bytes() == before


def test_what_does_not_load_is_not_accepted(kept: Path, run: Run) -> None:
    before = (kept / "_data/accepted.yml").read_bytes()
    edit(kept, EN, "{{ SAFE-10 }}", "")
    result = run("accept", "all", "--by", "editor", "--docs", kept)
    assert result.returncode == 1 and (kept / "_data/accepted.yml").read_bytes() == before


def test_one_entry_of_a_data_file_and_what_is_gone_is_forgotten(kept: Path, run: Run) -> None:
    edit(kept, "_data/facts.yml", "en: Me > …", "en: You > …")
    edit(kept, "_data/links.yml", "host: explorer", "host: explorers")
    where = ("--by", "editor", "--docs", kept, "--today", TODAY)
    assert run("accept", "facts.yml", "--section", "support.in_app_path", *where).returncode == 0
    assert {place[0] for place in places(kept)} == {"links.yml"}
    assert run("accept", "links.yml", *where).returncode == 0
    assert list(load(kept, TODAY).accepted["links.yml"]) == ["explorers.wallet.test"] and held(kept) == []


def test_a_page_that_is_gone_is_remembered_until_its_address_leads_on(kept: Path, run: Run) -> None:
    address, where = "deposits/choose-deposit-method/", ("--docs", kept, "--today", TODAY)
    assert run("rename", "choose-deposit-method", "deposit-crypto", *where).returncode == 0
    redirects = kept / "_data/redirects.yml"
    whole = redirects.read_text("utf-8")
    redirects.write_text("redirects: []\n", "utf-8")
    for named in ("choose-deposit-method", "all"):
        result = run("accept", named, "--by", "editor", *where)
        assert result.returncode == 1 and f"{address} is gone and leads nowhere." in result.stderr
    assert address in load(kept, TODAY).accepted
    redirects.write_text(whole, "utf-8")
    assert run("accept", "all", "--by", "editor", *where).returncode == 0
    assert address not in load(kept, TODAY).accepted and held(kept) == []


def test_a_new_article_is_held_whole(kept: Path, run: Run) -> None:
    shutil.copytree(ROOT / "docs/_templates", kept / "_templates")
    assert run("new", "deposits/lost-receipt", "--docs", kept, "--today", TODAY).returncode == 0
    states = places(kept)
    assert states.pop(("navigation.yml", "sections")) == "changed"
    assert {(group, state) for (group, _), state in states.items()} == {("deposits/lost-receipt/", "new")}
    assert len(states) > 1


def test_a_pull_request_lists_what_is_held_and_what_was_accepted(kept: Path, run: Run, tmp_path: Path) -> None:
    edit(kept, EN, "paste the hash", "paste it")
    edit(kept, "_data/facts.yml", "en: Me > …", "en: You > …")
    assert run("accept", "facts.yml", "--by", "support-lead", "--section", "support.in_app_path", "--docs", kept,
               "--today", TODAY).returncode == 0  # fmt: skip
    summary = tmp_path / "summary.md"
    result = run("held", "--since", "main", "--docs", kept, "--today", TODAY, GITHUB_STEP_SUMMARY=str(summary))
    assert result.returncode == 1
    text = summary.read_text("utf-8")
    assert "```diff\n" in text and "\n+ 2. Open the block explorer" in text
    assert text.endswith(f"## Accepted in this change\n\n- facts.yml support.in_app_path: support-lead, {TODAY}\n")
