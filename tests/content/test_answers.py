"""The questions by which the help center is judged: make answers."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from scripts.content import Content, ContentError, load
from tests.bench.answers import ANSWERS, answers, table, to_judge_again

TODAY = datetime.date(2026, 11, 30)

ASKED = """\
first:
  source: https://example.test/1
  need: The coins of a transfer are not there.
  holds: [See whether it has a hash]
  verdict: full
  article: deposit-not-arrived
  judged: 2026-11-22
second:
  source: https://example.test/2
  need: Somebody wants to sell a coin.
  holds: [Say who can sell it]
  verdict: missing
  why: nothing says it
  judged: 2026-11-22
"""


@pytest.fixture
def asked(docs: Path) -> Path:
    """A folder with two questions in each language, beside the sample content."""
    folder = docs.parent / "tests/data/answers"
    folder.mkdir(parents=True)
    for code in ("zh", "en"):
        (folder / f"{code}.yml").write_text(ASKED, "utf-8")
    return folder


def test_the_questions_of_the_project_fit_its_articles(content: Content) -> None:
    found = answers(ANSWERS, content)
    assert len(found["en"]) >= 120
    assert len(found["zh"]) >= 80
    sources = [answer.source for judged in found.values() for answer in judged.values()]
    assert len(sources) == len(set(sources)), "one question a source"


def test_the_table_counts_by_verdict_and_by_section(docs: Path, asked: Path) -> None:
    content = load(docs, TODAY)
    _, en, deposits, nowhere = [line.split() for line in table({"en": answers(asked, content)["en"]}, content)]
    assert en == ["en", "2", "1", "0", "0", "1", "0", "50.0%", "50.0%"]
    assert deposits[:3] == ["deposits", "1", "1"]
    assert nowhere[:2] == ["nowhere", "1"]


def test_what_was_reviewed_since_is_to_be_judged_again(docs: Path, asked: Path) -> None:
    assert not to_judge_again(answers(asked, load(docs, TODAY))["en"], load(docs, TODAY), "en")
    file = docs / "en/deposits/deposit-not-arrived.md"
    text = file.read_text("utf-8")
    before = text.partition("reviewed: ")[2][:10]
    file.write_text(text.replace(before, "2026-11-26"), "utf-8")
    content = load(docs, TODAY)
    assert to_judge_again(answers(asked, content)["en"], content, "en") == ["first"]


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ("article: deposit-not-arrived", "article: deposit-not-arived", 6, "deposit-not-arrived"),
        ("verdict: missing", "verdict: mising", 12, "mising"),
        ("  why: nothing says it\n", "", 8, "why"),
        ("https://example.test/1", "example.test/1", 2, "https://"),
        ("verdict: full", "verdict: full\n  words: what they typed", 6, "words"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    docs: Path, asked: Path, before: str, after: str, line: int, said: str
) -> None:
    file = asked / "en.yml"
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    with pytest.raises(ContentError) as error:
        answers(asked, load(docs, TODAY))
    [problem] = error.value.problems
    assert (problem.path, problem.line) == ("tests/data/answers/en.yml", line)
    assert said in str(problem)


def test_both_languages_are_asked_for(docs: Path, asked: Path) -> None:
    shutil.move(asked / "zh.yml", asked / "de.yml")
    with pytest.raises(ContentError, match=r"answers/zh\.yml"):
        answers(asked, load(docs, TODAY))
