"""How well the help center answers real questions: what readers judged, question by question, as a table.

    python -m tests.bench.answers          the table, what is not answered in full, and what has to be judged again

tests/data/answers/<language>.yml holds the questions; its README says how they were gathered and judged.
"""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, RootModel, model_validator

from scripts.content import Content, ContentError, Problem, load
from scripts.content.data import Slug, Strict, Text
from scripts.content.problems import did_you_mean
from scripts.content.source import parse_yaml, read_text, validate
from scripts.site.build import ROOT

ANSWERS = ROOT / "tests/data/answers"

Verdict = Literal["full", "partly", "no", "missing", "misleading"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def _public(address: str) -> str:
    if not address.startswith(("https://", "http://")):
        raise ValueError("the address of a public page, beginning with https:// or http://")
    return address


class Answer(Strict):
    """A question that somebody asked in public, what a good answer holds, and how ours was judged."""

    source: Annotated[Text, AfterValidator(_public)]  # where it was asked
    need: Text  # what the person needs, not in their words
    holds: Annotated[list[Text], Field(min_length=1)]  # what an answer must say, written before ours was read
    verdict: Verdict
    article: Slug | None = None  # what was judged; left out where nothing answers
    why: Text | None = None  # what is not there, or not found
    judged: datetime.date

    @model_validator(mode="after")
    def _told(self) -> Answer:
        if self.verdict == "full" and self.why:
            raise ValueError("no `why` with a full answer")
        if self.verdict != "full" and not self.why:
            raise ValueError("a `why` with what is not full: what does the answer not say?")
        if self.verdict != "missing" and not self.article:
            raise ValueError("the `article` that was judged")
        return self


class Answers(RootModel[dict[str, Answer]]):
    """The questions of one language, by name."""


def answers(folder: Path, content: Content) -> dict[str, dict[str, Answer]]:
    """The questions of each language of the site. Raises ContentError with every mistake."""
    found: dict[str, dict[str, Answer]] = {}
    problems: list[Problem] = []
    slugs = {article.slug for language in content.languages for article in content.articles(language.code)}
    for language in content.languages:
        file = folder / f"{language.code}.yml"
        path = file.relative_to(folder.parents[2]).as_posix()
        try:
            located = parse_yaml(read_text(file, path), path)
            found[language.code] = validate(Answers, located).root
        except ContentError as error:
            problems += error.problems
            continue
        for name, answer in found[language.code].items():
            if answer.article and answer.article not in slugs:
                line = located.line((name, "article"))
                hint = did_you_mean(answer.article, slugs)
                problems.append(Problem(path, line, f'"{answer.article}"', "the name of an article", hint))
    if problems:
        raise ContentError(problems)
    return found


def to_judge_again(judged: Mapping[str, Answer], content: Content, code: str) -> list[str]:
    """The names of questions whose article was reviewed since."""
    reviewed = {article.slug: article.front.reviewed for article in content.articles(code)}
    return [name for name, answer in judged.items() if answer.article and answer.judged < reviewed[answer.article]]


def table(found: Mapping[str, Mapping[str, Answer]], content: Content) -> Iterator[str]:
    """Lines: of each language, and of each section of the site, how many questions were answered, and how well."""
    yield f"{'':24}{'n':>5}" + "".join(f"{verdict:>12}" for verdict in VERDICTS) + f"{'in full':>10}{'or partly':>11}"
    for code, judged in found.items():
        sections = {article.slug: article.section for article in content.articles(code)}
        rows: dict[str, Counter[Verdict]] = {code: Counter(answer.verdict for answer in judged.values())}
        for answer in judged.values():
            section = sections[answer.article] if answer.article else "nowhere"
            rows.setdefault(f"  {section}", Counter())[answer.verdict] += 1
        for name, counts in rows.items():
            total = counts.total()
            full, helped = counts["full"] / total, (counts["full"] + counts["partly"]) / total
            cells = "".join(f"{counts[verdict]:12d}" for verdict in VERDICTS)
            yield f"{name:24}{total:5d}{cells}{full:10.1%}{helped:11.1%}"


def main() -> int:
    try:
        content = load(ROOT / "docs", datetime.date.today())
        found = answers(ANSWERS, content)
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(table(found, content)))
    for code, judged in found.items():
        print(f"\n{code}, not in full:")
        for verdict in reversed(VERDICTS):
            for name, answer in judged.items():
                if answer.verdict == verdict != "full":
                    print(f"  {name} {verdict}, {answer.article or 'no article'}: {answer.why}")
        if again := to_judge_again(judged, content, code):
            print(f"{code}, to be judged again, the article was reviewed since: {', '.join(again)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
