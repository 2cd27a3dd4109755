"""Each rule finds what its examples mark, on the very line, and passes over the rest; emptied, it fails."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path

import pytest

from scripts.checks import RULES, reference
from scripts.checks.lib.example import MARK, Example
from scripts.checks.lib.rule import Rule
from scripts.checks.lib.rule import problems as found_by
from scripts.checks.lib.source import Source, read
from tests.conftest import ROOT, copy_sample

NAVIGATION = "docs/_data/navigation.yml"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own content, with a place for an article called example."""
    docs = copy_sample(tmp_path_factory.mktemp("examples"))
    listing = docs.parent / NAVIGATION
    text = listing.read_text("utf-8")
    after = "      - deposit-crypto\n"
    listing.write_text(text.replace(after, f"{after}      - example\n", 1), "utf-8")
    return docs.parent


def prepare(sample: Path, folder: Path, example: Example) -> tuple[Source, set[tuple[str, int]]]:
    """The example's content, and the places it marks."""
    shutil.copytree(sample, folder, copy_function=os.link)  # a link is cheaper than a copy, and replaced below
    marked = set()
    files = example.files
    if not any("example.md" in path for path in files):
        files = {NAVIGATION: (sample / NAVIGATION).read_text("utf-8").replace("      - example\n", ""), **files}
    for path, text in files.items():
        lines = text.split("\n")
        marked |= {(path, number) for number, line in enumerate(lines, 1) if line.endswith(MARK)}
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).unlink(missing_ok=True)
        (folder / path).write_text("\n".join(line.removesuffix(MARK) for line in lines), "utf-8")
    site = folder / "site" if (folder / "site").exists() else None
    return read(folder / "docs", example.today, site), marked


def examples() -> list:
    return [
        pytest.param(rule, example, id=f"{rule.NAME}-{number}")
        for rule in RULES
        for number, example in enumerate(rule.EXAMPLES)
    ]


@pytest.mark.parametrize(("rule", "example"), examples())
def test_a_rule_finds_what_its_example_marks(rule: Rule, example: Example, sample: Path, tmp_path: Path) -> None:
    source, marked = prepare(sample, tmp_path / "example", example)
    problems = list(found_by(rule, source))
    found = {(problem.path, problem.line) for problem in problems if problem.path in example.files}
    assert found == marked, [str(problem) for problem in problems]
    assert all(problem.found and problem.expected for problem in problems)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_a_rule_shows_what_is_right_and_what_is_wrong(rule: Rule) -> None:
    marked = [any(MARK in text for text in example.files.values()) for example in rule.EXAMPLES]
    assert any(marked), "no example needs the rule"
    assert not all(marked), "no example shows what is right"


def test_every_rule_is_listed_and_has_a_name_a_severity_and_a_sentence_of_its_own() -> None:
    used = Counter(name for rule in RULES for name in (rule.ID, rule.NAME))
    assert [name for name, count in used.items() if count > 1] == [], "used twice"
    assert {rule.SEVERITY for rule in RULES} <= {"error", "warning"}
    listed = {module.rpartition("rules.")[2] for rule in RULES if (module := getattr(rule, "__name__", ""))}
    files = {f"{file.parent.name}.{file.stem}" for file in (ROOT / "scripts/checks/rules").glob("*/*.py")}
    assert listed == {name for name in files if not name.endswith("__init__")}, "name it in rules/__init__.py"
    for rule in RULES:
        assert rule.ABOUT_ZH and rule.ABOUT_EN


def test_the_list_of_rules_is_current() -> None:
    current = reference.FILE.read_text("utf-8") == reference.text()
    assert current, "run: make reference"
