"""Every statement of the source article is covered by the articles that must cover it, in both languages.

tests/data/source-facts.yml lists the statements and the articles that must cover each. tests/data/coverage.yml maps a
statement to its articles, and each to the sentence that covers it, as it is written there. Who edits such a sentence
edits it there too, and so sees what it stood for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.content import Content, Page, Problem
from scripts.content.source import parse_yaml, read_text

NAME = "fact-coverage"

PATH, FACTS_PATH = "tests/data/coverage.yml", "tests/data/source-facts.yml"
COVERAGE, FACTS = (Path(__file__).resolve().parents[2] / path for path in (PATH, FACTS_PATH))


def check(content: Content) -> Iterator[Problem]:
    codes = {language.code for language in content.languages}
    covered = parse_yaml(read_text(COVERAGE, PATH), PATH)
    statements = parse_yaml(read_text(FACTS, FACTS_PATH), FACTS_PATH)
    for fact, statement in statements.data.items():
        for slug in statement["articles"]:
            if set(covered.data.get(fact, {}).get(slug, {})) != codes:
                yield Problem(
                    FACTS_PATH, statements.line((fact, "articles")), f"no sentence of {slug} for {fact}",
                    f"one in {PATH}, in each language", f'The statement is: "{statement["en"]}".',
                )
    for fact, articles in covered.data.items():
        for slug, sentences in articles.items():
            for code, sentence in sentences.items():
                try:
                    page = content.article(code, slug)
                except KeyError:
                    yield Problem(PATH, covered.line((fact, slug)), f'"{slug}"', "an article")
                    break
                if sentence not in _shown(content, page):
                    yield Problem(
                        PATH, covered.line((fact, slug, code)), f'"{sentence}", which is not in {page.path}',
                        f"the sentence there that covers {fact}", "Put in the new wording, or the statement back into the article.",
                    )


def _shown(content: Content, page: Page) -> str:
    """What the page says, as it is written: title, description, body, and the glossary where it shows it."""
    groups = [content.glossary[r.key.removeprefix("glossary.")] for r in page.references if r.key.startswith("glossary.")]
    definitions = [entry.definition[page.code] for group in groups for entry in group]
    return "\n".join([page.front.title, page.front.description, page.body, *definitions])
