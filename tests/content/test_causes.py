"""Every mistake is named on its line in one run, however many others there are; and not what only follows from it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from scripts.checks import check, read
from scripts.content import load
from tests.conftest import LATER, ROOT, TODAY

# Mistakes of a page, each put into articles of its own: what happens to the text, what the line holds then, the rule.
# Line 0: wherever it is said.
PAGE = {
    "a wide colon": (r"^type: ", "type：", "type：", "yaml-syntax"),
    "an unknown type": (r"^type: .*", "type: story", "type: story", "schema"),
    "no day": (r"^reviewed: .*", "reviewed: 2026-02-30", "reviewed:", "schema"),
    "a key twice": (r"^type: (.*)", r"type: \1\ntype: faq", "type: faq", "yaml-syntax"),
    "an unknown key": (r"^reviewed: ", "author: me\nreviewed: ", "author: me", "schema"),
    "no end of the front matter": (r"^---\n\n", "\n", "", "schema"),
    "wide braces": (r"^\{\{ (SAFE-\d+) \}\}", r"｛｛ \1 ｝｝", "｛｛ SAFE", "blocks"),
    "an unknown safety line": (r"^\{\{ SAFE-\d+ \}\}", "{{ SAFE-99 }}", "{{ SAFE-99 }}", "keys"),
    "an unknown key of a fact": (r"^(\{\{ SAFE)", r"{{ deposit.no_such_key }}\n\n\1", "no_such_key", "keys"),
    "a heading without an anchor": (r" \{#for-support\}$", "", "## ", "headings"),
    "a block without an end": (r"^(\{\{ SAFE)", r"::: custodail\n\n\1", "::: custodail", "blocks"),
    "a link to nowhere": (r"^(\{\{ SAFE)", r"[a](no-such-page.md)\n\n\1", "no-such-page.md", "links"),
    "an address of e-mail": (r"^(\{\{ SAFE)", r"help@wallet.test\n\n\1", "help@wallet.test", "literal-contacts"),
    "a doubled link": (r"^(\{\{ SAFE)", r"<https://t.me/x>\n\n\1", "https://t.me/x", "literal-contacts"),
    "HTML": (r"^(\{\{ SAFE)", r"<b onclick=x>a</b>\n\n\1", "<b onclick", "unsafe-html"),
    "a wrong step": (r"^(\{\{ SAFE)", r"1. a\n3. b\n\n\1", "3. b", "lists"),
    "an indented step": (r"^(\{\{ SAFE)", r"1. a\n  2. b\n\n\1", "  2. b", "lists"),
    "an unwritten part": (r"^(\{\{ SAFE)", r"TODO\n\n\1", "TODO", "unfinished"),
}  # fmt: skip
# Mistakes of the data files: the file, what is added or changed, what the line holds then, the rule.
DATA = {
    "a fact's state": ("facts.yml", r"^    state: unconfirmed", "    state: x", "state: x", "schema"),
    "a statement": ("source-facts.yml", r"\Z", "zz: {}\n", "zz:", "schema"),
    "a redirect": ("redirects.yml", r"\Z", "# none\nold: 1\n", "old: 1", "schema"),
    "a host": ("links.yml", r"^links: \[\]", "links: [{host: wallet.test, reason: a, date: x}]", "date: x", "schema"),
    "a first result": ("search.yml", r"article: .*", "article: no-such-one", "no-such-one", "data-names"),
    "a term": ("terms.yml", r"    category: (\w+)\n", r"    categori: \1\n", "categori:", "schema"),
    "broken YAML": ("pictures.yml", r"\Z", "a: [b\n", "", "yaml-syntax"),
}  # fmt: skip
# Added to both languages: in one of them, the other is rightly said to differ.
BOTH = ("an address of e-mail", "a doubled link", "HTML", "an unwritten part", "a wrong step", "an indented step")
MISTAKES = 60


def test_sixty_mistakes_at_once_are_named_in_one_run(tmp_path: Path) -> None:
    docs = Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))
    wanted: dict[tuple[str, str], tuple[str, str]] = {}
    for name, (file, old, new, blamed, rule) in DATA.items():
        path = docs / "_data" / file
        text, count = re.subn(old, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        if count:
            path.write_text(text, "utf-8")
            wanted[name, f"docs/_data/{file}"] = blamed, rule
    kinds = list(PAGE.items())
    articles = sorted(path.relative_to(docs / "zh").as_posix() for path in docs.glob("zh/*/*.md"))
    articles = [path for path in articles if not path.endswith("index.md") and "announcements" not in path]
    for number, article in enumerate(articles):
        name, (old, new, blamed, rule) = kinds[number % len(kinds)]
        path = docs / ("zh", "en")[number // len(kinds) % 2] / article
        text, count = re.subn(old, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        if name == "no end of the front matter":
            front, _, body = text[4:].partition("---\n")
            text, count = "---\n" + front + body, 1
        if count and len(wanted) < MISTAKES:
            path.write_text(text, "utf-8")
            wanted[name, path.relative_to(docs.parent).as_posix()] = blamed, rule
            if name in BOTH:
                other = docs / ("en", "zh")[number // len(kinds) % 2] / article
                other.write_text(re.sub(old, new, other.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8")
                wanted[name, other.relative_to(docs.parent).as_posix()] = blamed, rule
    assert len(wanted) >= MISTAKES

    findings = [finding for finding in check(read(docs, LATER.date())).findings if finding.severity != "expired"]

    lines = {path: (docs.parent / path).read_text("utf-8").split("\n") for _, path in wanted}
    missing = [
        (name, path)
        for (name, path), (blamed, rule) in wanted.items()
        if not any(
            f.problem.path == path and f.name == rule and blamed in lines[path][f.problem.line - 1] for f in findings
        )
    ]
    assert missing == []
    # but that the other language is behind what was added to one
    others = [finding for finding in findings if finding.name != "stale-translation"]
    strangers = [str(finding) for finding in others if finding.problem.path not in lines]
    assert "\n".join(strangers) == ""


# What happens to the Chinese article, and the line that alone is blamed, by which rule.
CAUSES = {
    "a cell is missing": (r"^(\| .*) \|[^|]*\|$", r"\1 |", "| ", "tables", 3),
    "a step is indented": (r"^2\. ", "  2. ", "  2. ", "lists", 1),
    "no end of the front matter": (r"^---\n\n", "\n", "", "schema", 1),
    "wide braces": (r"^\{\{ (SAFE-\d+) \}\}", r"｛｛ \1 ｝｝", "｛｛ SAFE", "blocks", 1),
    "a wide colon": (r"^type: ", "type：", "type：", "yaml-syntax", 1),
    "wide colons": (r"^::: custodial", "：：：custodial", "：：：", "blocks", 1),
    "no anchor": (r" \{#check\}$", "", "## ", "headings", 1),
    "an unknown key": (r"deposit\.arrival_time", "deposit.arival_time", "arival_time", "keys", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", CAUSES)
def test_the_cause_is_named_alone(docs: Path, name: str) -> None:
    old, new, blamed, rule, number = CAUSES[name]
    file = docs / "zh/deposits/deposit-not-arrived.md"
    text = file.read_text("utf-8")
    lines = list(re.finditer(old, text, re.MULTILINE))
    match = lines[number - 1 if len(lines) >= number else 0]
    text = text[: match.start()] + match.expand(new) + text[match.end() :]
    if name.startswith("no end"):
        front, _, body = file.read_text("utf-8")[4:].partition("---\n")
        text = f"---\n{front}{body}"
    file.write_text(text, "utf-8")
    findings = check(read(docs, TODAY)).findings
    said = [(f.problem.path, f.name) for f in findings]
    assert said == [("docs/zh/deposits/deposit-not-arrived.md", rule)], [str(f) for f in findings]
    assert blamed in text.split("\n")[findings[0].problem.line - 1]


@pytest.mark.parametrize("name", [f"{name}.yml" for name in "facts terms navigation glossary links search".split()])
def test_a_data_file_that_cannot_be_read_is_named_alone(docs: Path, name: str) -> None:
    file = docs / "_data" / name
    file.write_text(file.read_text("utf-8") + "\nzz: [a\n", "utf-8")
    findings = check(read(docs, TODAY)).findings
    assert [f.name for f in findings] == ["yaml-syntax"], [str(f) for f in findings]


def test_what_does_not_fit_together_stops_no_rule(docs: Path) -> None:
    """A term by another name, which the words with several meanings still call by the old one."""
    file = docs / "_data/terms.yml"
    name = next(iter(load(docs, TODAY).terms.ambiguous_zh.values()))[0]
    file.write_text(file.read_text("utf-8").replace(f"- id: {name}\n", f"- id: {name}-x\n", 1), "utf-8")
    findings = check(read(docs, TODAY)).findings
    assert "data-names" in {finding.name for finding in findings}
