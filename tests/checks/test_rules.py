"""Each rule finds what its examples mark, on the very line, and passes over the rest; emptied, it fails."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import pytest

from scripts.checks import RULES, SEVERITIES, reference
from scripts.checks.rule import MARK, Example, Source, read
from tests.conftest import ROOT, copy_sample

NAVIGATION = "docs/_data/navigation.yml"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own content, with a place for an article called example."""
    docs = copy_sample(tmp_path_factory.mktemp("examples"))
    listing = docs.parent / NAVIGATION
    text = listing.read_text("utf-8")
    listing.write_text(text.replace("      - deposit-crypto\n", "      - deposit-crypto\n      - example\n", 1), "utf-8")
    return docs.parent


def prepare(sample: Path, folder: Path, example: Example) -> tuple[Source, set[tuple[str, int]]]:
    """The example's content, and the places it marks."""
    shutil.copytree(sample, folder, dirs_exist_ok=True)
    marked = set()
    files = example.files
    if not any("example.md" in path for path in files):
        listing = folder / NAVIGATION
        listing.write_text(listing.read_text("utf-8").replace("      - example\n", ""), "utf-8")
    for path, text in files.items():
        lines = text.split("\n")
        marked |= {(path, number) for number, line in enumerate(lines, 1) if line.endswith(MARK)}
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
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
def test_a_rule_finds_what_its_example_marks(rule: ModuleType, example: Example, sample: Path, tmp_path: Path) -> None:
    source, marked = prepare(sample, tmp_path / "example", example)
    problems = list(rule.check(source))
    assert {(problem.path, problem.line) for problem in problems if problem.path in example.files} == marked, [str(p) for p in problems]
    assert all(problem.found and problem.expected for problem in problems)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_an_emptied_rule_fails_an_example(rule: ModuleType, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "check", lambda source: [])
    failed = 0
    for number, example in enumerate(rule.EXAMPLES):
        source, marked = prepare(sample, tmp_path / str(number), example)
        failed += {(problem.path, problem.line) for problem in rule.check(source)} != marked
    assert failed, "no example needs the rule"
    assert failed < len(rule.EXAMPLES), "no example shows what is right"


def test_every_rule_has_a_severity_a_name_and_a_sentence_of_its_own() -> None:
    assert set(SEVERITIES) == {rule.ID for rule in RULES}
    assert set(SEVERITIES.values()) <= {"error", "warning"}
    assert len({rule.NAME for rule in RULES}) == len(RULES)
    files = {file.stem for file in (ROOT / "scripts/checks").glob("*.py")} - {"__init__", "rule", "outline", "reference", "status", "written_links"}
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == files
    for rule in RULES:
        assert set(rule.ABOUT) == {"zh", "en"} and all(rule.ABOUT.values())


def test_the_list_of_rules_is_current() -> None:
    assert reference.FILE.read_text("utf-8") == reference.text(), "run: make reference"
