"""Whatever a writer can break is said in one line: the file, the line, what was found, what was expected."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ARTICLE = "zh/deposits/deposit-not-arrived.md"
ENGLISH = "en/deposits/deposit-not-arrived.md"
FACTS = "_data/facts.yml"
NOTICE = "en/announcements/2026-01-10-maintenance.md"
REDIRECT = "redirects:\n  - old: {}\n    new: deposits/deposit-crypto/"
HOST = "links:\n  - host: {}\n    reason: an example\n    date: 2026-01-31"


def replace(old: str, new: str):
    def change(text: str) -> str:
        assert old in text, f"the fixture no longer holds {old!r}"
        return text.replace(old, new, 1)

    return change


# name: (file, what happens to it, a piece of the line that is blamed, what the message must say)
BREAKS = {
    "front matter: unknown key": (
        ARTICLE, replace("description:", "describtion:"), "describtion:",
        ['unknown key "describtion"', "Did you mean description?"],
    ),
    "front matter: missing key": (
        ENGLISH, replace("reviewed: 2026-11-22\n", ""), "title:", ['no "reviewed"', 'Add "reviewed: …"']
    ),
    "front matter: unknown type": (
        ARTICLE, replace("type: troubleshooting", "type: guide"), "type: guide",
        ['"guide" as "type"', "troubleshooting"],
    ),
    "front matter: not a date": (
        ARTICLE, replace("reviewed: 2026-11-22", "reviewed: 2026-13-45"), "reviewed:",
        ['"2026-13-45"', "a date such as 2026-01-31"],
    ),
    "front matter: key given twice": (
        ARTICLE, replace("type: troubleshooting", "type: troubleshooting\ntype: faq"), "type: faq", ["a second time"]
    ),
    "front matter: never ends": (
        ARTICLE, replace("reviewed: 2026-11-22\n---", "reviewed: 2026-11-22"), None, ["no end of the front matter"]
    ),
    "front matter: broken YAML": (ARTICLE, replace("title: 充值", 'title: "充值'), None, ["broken YAML", "key: value"]),
    "front matter: title too long": (ARTICLE, replace("title: 充值", "title: " + "充" * 30), "title:", ["at most 30"]),
    "front matter: related article unknown": (
        ENGLISH, replace("- deposit-wrong-network", "- deposit-wrong-netwerk"), "- deposit-wrong-netwerk",
        ["Did you mean deposit-wrong-network?"],
    ),
    "body: fact key unknown": (
        ARTICLE, replace("deposit.arrival_time", "deposit.arival_time"), "deposit.arival_time",
        ['fact "deposit.arival_time"', "Did you mean deposit.arrival_time?"],
    ),
    "body: safety line unknown": (
        ARTICLE, replace("{{ SAFE-10 }}", "{{ SAFE-99 }}"), "SAFE-99", ['"SAFE-99"', "docs/_data/safety.yml"]
    ),
    "body: safety line inside a sentence": (
        ARTICLE, replace("{{ SAFE-10 }}", "注意：{{ SAFE-10 }}"), "SAFE-10", ["alone on its line"]
    ),
    "body: no safety line": (ARTICLE, replace("{{ SAFE-10 }}", ""), None, ["0 safety lines", "exactly one"]),
    "body: two safety lines": (
        ARTICLE, replace("{{ SAFE-10 }}", "{{ SAFE-10 }}\n\n{{ SAFE-1 }}"), "SAFE-1 }}", ["2 safety lines"]
    ),
    "body: brackets left open": (
        ARTICLE, replace("{{ deposit.arrival_time }}", "{{ deposit.arrival_time"), "deposit.arrival_time",
        ["without the other"],
    ),
    "body: block misspelled": (
        ARTICLE, replace("::: custodial", "::: custodail"), "::: custodail", ["Did you mean custodial?"]
    ),
    "body: block indented": (
        ARTICLE, replace("::: custodial", "  ::: custodial"), "::: custodial", ['":::" at the start of the line']
    ),
    "body: block never closed": (
        ARTICLE, replace("只有收款方能给自己的地址入账。\n:::", "只有收款方能给自己的地址入账。"), "::: custodial",
        ["without an end"],
    ),
    "body: heading without anchor": (ARTICLE, replace(" {#check}", ""), "## 查到了哪一步", ["without an anchor"]),
    "body: anchor twice": (
        ARTICLE, replace("{#bank-or-card}", "{#check}"), "## 银行转账或刷卡", ["anchor #check a second time"]
    ),
    "body: title as heading": (
        ARTICLE, replace("## 查到了哪一步", "# 查到了哪一步"), "# 查到了哪一步", ["headings from ## on"]
    ),
    "body: link to no file": (
        ARTICLE, replace("(deposit-wrong-network.md)", "(deposit-wrong-networks.md)"), "deposit-wrong-networks.md",
        ["Did you mean deposit-wrong-network.md?"],
    ),
    "body: link to no anchor": (
        ARTICLE, replace("(#bank-or-card)", "(#bank-or-cards)"), "#bank-or-cards", ["Did you mean bank-or-card?"]
    ),
    "body: link into the other language": (
        ARTICLE, replace("(../contact/", "(../../en/contact/"), "../../en/contact/", ["a .md file of this language"]
    ),
    "languages: front matter differs": (
        ENGLISH, replace("applies_to: both", "applies_to: custodial"), "applies_to:", ['another "applies_to"']
    ),
    "data: unknown state": (
        FACTS, replace("state: unconfirmed", "state: confirmd"), "state: confirmd", ['"confirmd"', "not_offered"]
    ),
    "data: confirmed by nobody": (
        FACTS, replace("state: unconfirmed\n    value: hybrid", "state: confirmed\n    value: hybrid"), "model:",
        ["confirmed: {by, date, evidence}"],
    ),
    "data: contact with nothing to say": (
        FACTS, replace("    instead: {zh: 没有已核实的客服电话, en: no verified phone number}\n", ""), "phone:",
        ['"instead"'],
    ),
    "data: a language missing": (
        FACTS, replace("{zh: 1–2 个工作日, en: 1–2 business days}", "{zh: 1–2 个工作日}"), "value: {zh: 1–2 个工作日}",
        ["{zh: …, en: …}"],
    ),
    "data: custody model unknown": (
        FACTS, replace("value: hybrid", "value: both"), "value: both", ["hybrid, custodial, self-custody"]
    ),
    "data: broken YAML": (FACTS, replace("state: unconfirmed", "state: [unconfirmed"), None, ["broken YAML"]),
    "data: safety line misnamed": (
        "_data/safety.yml", replace("SAFE-1:", "SAFETY-1:"), "SAFETY-1:", ["SAFE- and a number"]
    ),
    "data: term with unknown key": (
        "_data/terms.yml", replace("    category: support\n", "    categorie: support\n"), "categorie:",
        ['unknown key "categorie"', "Did you mean category?"],
    ),
    "data: word of an unknown term": (
        "_data/terms.yml", replace("账号: [account, username]", "账号: [account, usernam]"), "账号:",
        ['term "usernam"', "Did you mean username?"],
    ),
    "data: article listed but not written": (
        "_data/navigation.yml", replace("      - deposit-crypto", "      - deposit-cash"), "- deposit-cash",
        ["docs/zh/deposits/deposit-cash.md"],
    ),
    "data: icon unknown": (
        "_data/navigation.yml", replace("material/tray-arrow-down", "material/tray-arow-down"), "icon:",
        ["Did you mean material/tray-arrow-down?"],
    ),
    "data: place that no template fills": (
        "_data/languages.yml", replace("{section}", "{page}"), "{page}", ["{section} once"]
    ),
    "body: a number of thousands of digits": (
        ARTICLE, replace("{{ SAFE-10 }}", f"{'9' * 4_400} 天\n\n{{{{ SAFE-10 }}}}"), "999", ["at most 4000"]
    ),
    "data: word of the interface missing": (
        "_data/languages.yml", replace("      related: Related articles\n", ""), "strings:",
        ['no "related" in English'],
    ),
    "front matter: cut off at a number": (
        ARTICLE, lambda text: re.sub(r"title: .*", "title: 看订单 #123", text, count=1), "#123", ["cut off", "quotes"],
    ),
    "data: cut off at a number": (
        "_data/safety.yml", replace("客服也不能。", "客服 #1 也不能。"), "#1", ["cut off", "quotes"],
    ),
    "data: a word of the interface with HTML": (
        "_data/languages.yml", replace("related: Related articles", "related: Related <b>articles</b>"), "related:",
        ["without HTML"],
    ),
    "data: half a placeholder": (
        "_data/languages.yml", replace('"{time}发布"', '"{time发布"'), "{time发布", ["both braces"],
    ),
    "data: a redirect over the other language": (
        "_data/redirects.yml", replace("redirects: []", REDIRECT.format("en/deposits/")), "en/deposits/", ["taken"],
    ),
    "data: a redirect over the files of the site": (
        "_data/redirects.yml", replace("redirects: []", REDIRECT.format("search/zh/")), "search/zh/", ["taken"],
    ),
    "data: a safety line for other pages on the home page": (
        "_data/navigation.yml", replace("home_safety: SAFE-1", "home_safety: SAFE-8"), "SAFE-8", ["keep secret"],
    ),
    "data: an emergency that is no help": (
        "_data/navigation.yml", replace("emergency: wallet-compromised", "emergency: deposit-crypto"), "emergency:",
        ["of type how-to", "troubleshooting"],
    ),
    "data: a host that is nobody's": (
        "_data/links.yml", replace("links: []", HOST.format("co.uk")), "co.uk", ["ending of many"]
    ),
    "data: a host within": (
        "_data/links.yml", replace("links: []", HOST.format("wallet.local")), "wallet.local", ["the public web"]
    ),
    "announcement: one that stays": (
        NOTICE, replace("ends: 2026-01-10", "ends: 2027-01-10"), None, ["at most 30 days"]
    ),
    "announcement: years ahead": (
        NOTICE, lambda text: text.replace(": 2026-01-10", ": 2099-01-10"), "starts:", ["at most 90 days ahead"],
    ),
    "announcement: added to before it began": (
        NOTICE, replace("level:", "updated: 2026-01-09 08:00+08:00\nlevel:"), None, ['"updated" later than "starts"'],
    ),
    "announcement: added to on a day to come": (
        NOTICE, replace("level:", "updated: 2099-01-09 08:00+08:00\nlevel:"), "updated:", ["a day up to today"],
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_names_the_place_and_the_mend(name, docs: Path, run, tmp_path: Path) -> None:
    file, change, blamed, says = BREAKS[name]
    text = change((docs / file).read_text("utf-8"))
    (docs / file).write_text(text, "utf-8")

    result = run("build", "--docs", docs, "--site", tmp_path / "site")

    assert result.returncode == 1
    lines = [line for line in result.stderr.splitlines() if line.startswith(f"docs/{file}:")]
    said = [line for line in lines if all(piece in line for piece in says)]
    assert len(said) == 1, result.stderr
    number = int(re.match(r"[^:]+:(\d+): found .+; expected .+", said[0])[1])
    if blamed is not None:
        assert blamed in text.splitlines()[number - 1]
    assert not (tmp_path / "site").exists()
    assert not list(tmp_path.glob(".site-*"))


def test_the_process_ends_with_the_lines_and_no_traceback(docs: Path, tmp_path: Path) -> None:
    file = docs / ENGLISH
    file.write_text(file.read_text("utf-8").replace("type: troubleshooting", "type: guide"), "utf-8")
    command = [sys.executable, "-m", "scripts", "build", "--docs", docs, "--site", tmp_path / "site"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stdout) == (1, "")
    said, end = result.stderr.splitlines()
    assert re.match(rf"docs/{ENGLISH}:\d+: found .+; expected .+", said)
    assert end == "Error: 1 mistake in the content; nothing was built."


def test_a_page_without_its_other_language(docs: Path, run, tmp_path: Path) -> None:
    (docs / "en/deposits/deposit-crypto.md").unlink()
    result = run("build", "--docs", docs, "--site", tmp_path / "site")
    page = "deposits/deposit-crypto.md"
    assert f"docs/zh/{page}:1: found no page in English; expected docs/en/{page}" in result.stderr


def test_an_article_in_no_section(docs: Path, run, tmp_path: Path) -> None:
    navigation = docs / "_data/navigation.yml"
    navigation.write_text(navigation.read_text("utf-8").replace("      - deposit-crypto\n", ""), "utf-8")
    result = run("build", "--docs", docs, "--site", tmp_path / "site")
    found = 'found an article in no section; expected "deposit-crypto" in docs/_data/navigation.yml'
    assert f"docs/zh/deposits/deposit-crypto.md:1: {found}" in result.stderr


def test_a_page_of_no_language(docs: Path, run, tmp_path: Path) -> None:
    (docs / "fr").mkdir()
    (docs / "fr/x.md").write_text("---\ntitle: a\n---\n3 jours\n", "utf-8")
    for command in (["build", "--site", tmp_path / "site"], ["check", "--source"]):
        result = run(*command, "--docs", docs)
        assert "docs/fr:1: found a folder here; expected docs/<zh or en>/" in result.stderr + result.stdout


def test_one_rule_does_not_call_right_what_cannot_be_read(docs: Path, run) -> None:
    (docs / ARTICLE).write_text("---\ntitle\n", "utf-8")
    result = run("check", "--source", "--only", "lists", "--docs", docs)
    assert result.returncode == 1 and f"docs/{ARTICLE}:" in result.stdout, result.stdout


def test_one_article_is_looked_at_alone(docs: Path, run) -> None:
    for name in ("deposit-crypto", "deposit-not-arrived"):
        file = docs / f"en/deposits/{name}.md"
        file.write_text(file.read_text("utf-8") + "\nTODO\n", "utf-8")
    result = run("check", "--article", "deposit-crypto", "--docs", docs)
    assert result.returncode == 1
    assert "docs/en/deposits/deposit-crypto.md" in result.stdout and "deposit-not-arrived.md" not in result.stdout
    assert "Did you mean deposit-crypto?" in run("check", "--article", "deposit-crypt", "--docs", docs).stderr


@pytest.mark.parametrize(
    ("raw", "line", "says"),
    [
        ("正文".encode("gbk"), 1, "text in UTF-8"),
        (b"---\ntitle: a\n\x00", 3, "NUL"),
        (b"---\n" + b"[" * 100_000, 2, "at most"),
        (b"", 1, "an empty first line"),
        (b"title: a\n", 1, "no front matter"),
        (b"---\n- a\n---\n", 2, "a sequence"),
        (b"---\na: &x [1]\nb: *x\n---\n", 3, "an alias"),
        (b"---\na: " + b"[" * 2_000 + b"\n---\n", 2, "broken YAML"),
    ],
    ids=["gbk", "nul", "huge line", "empty", "no front matter", "a list", "alias", "deep"],
)
def test_files_that_are_no_article(raw: bytes, line: int, says: str, docs: Path, run, tmp_path: Path) -> None:
    (docs / ARTICLE).write_bytes(raw)
    result = run("build", "--docs", docs, "--site", tmp_path / "site")
    assert result.returncode == 1
    said = [text for text in result.stderr.splitlines() if text.startswith(f"docs/{ARTICLE}:")]
    assert len(said) == 1 and says in said[0], result.stderr
    assert int(said[0].split(":")[1]) in (line, line + 1)


def test_every_mistake_is_named_at_once_in_order(docs: Path, run, tmp_path: Path) -> None:
    places = []
    for file, old, new in [(ENGLISH, "SAFE-10", "SAFE-99"), (ARTICLE, "type: troubleshooting", "type: guide")]:
        text = (docs / file).read_text("utf-8").replace(old, new)
        (docs / file).write_text(text, "utf-8")
        places.append(f"docs/{file}:{text[: text.index(new)].count(chr(10)) + 1}")
    result = run("build", "--docs", docs, "--site", tmp_path / "site")
    assert [line.split(": ")[0] for line in result.stderr.splitlines()][:2] == places
    assert "2 mistakes" in result.stderr
