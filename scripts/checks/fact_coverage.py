"""The sentences that cover the statements of the source article are still there.

tests/data/coverage.yml maps a statement to its articles, and each to the sentence that covers it, in both languages,
as it is written in the article. Who edits such a sentence edits it there too, and so sees what it stood for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.content import Content, Problem
from scripts.content.source import parse_yaml, read_text

NAME = "fact-coverage"

PATH = "tests/data/coverage.yml"
COVERAGE = Path(__file__).resolve().parents[2] / PATH


def check(content: Content) -> Iterator[Problem]:
    covered = parse_yaml(read_text(COVERAGE, PATH), PATH)
    for fact, articles in covered.data.items():
        for slug, sentences in articles.items():
            for code, sentence in sentences.items():
                try:
                    page = content.article(code, slug)
                except KeyError:
                    yield Problem(PATH, covered.line((fact, slug)), f'"{slug}"', "an article")
                    break
                text = "\n".join([page.front.title, page.front.description, page.body])
                if sentence not in text:
                    yield Problem(
                        PATH, covered.line((fact, slug, code)), f'"{sentence}", which is not in {page.path}',
                        f"the sentence there that covers {fact}", "Put in the new wording, or the statement back into the article.",
                    )
