"""Every statement of the source article is covered by the articles that must cover it, in both languages.

tests/data/source-facts.yml lists the statements and the articles that must cover each. tests/data/coverage.yml maps a
statement to its articles, and each to the sentence that covers it, as it is written there. Who edits such a sentence
edits it there too, and so sees what it stood for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz import fuzz

from scripts.content import Content, Page, Problem
from scripts.content.source import parse_yaml, read_text

from .rule import MARK, Example, Source, page

ID = "COV001"
NAME = "fact-coverage"
ABOUT = {
    "zh": "原文的每条说法，在该讲到它的文章里都有一句话，两种语言都有。",
    "en": "Every statement of the source article has its sentence in the articles that must cover it, in both languages.",
}

ALIKE = 72  # of 100: a synonym, a comma or emphasis leaves a sentence what it was

PATH, FACTS_PATH = "tests/data/coverage.yml", "tests/data/source-facts.yml"
_STATEMENT = 'S0.1:\n  zh: "说法"\n  en: "a statement"\n  verdict: [G]\n  articles: [example]'
_SENTENCES = "S0.1:\n  example:\n    zh: 先看余额。\n    en: {}\n"
EXAMPLES = [
    Example(page().files | {PATH: _SENTENCES.format("First, look at the balance."), FACTS_PATH: f"{_STATEMENT}\n"}),
    Example(page().files | {PATH: _SENTENCES.format("Ask the sender for the hash." + MARK), FACTS_PATH: f"{_STATEMENT}\n"}),
    Example(page().files | {PATH: "{}\n", FACTS_PATH: f"{_STATEMENT}{MARK}\n"}),
]


def check(source: Source) -> Iterator[Problem]:
    root = source.docs.parent if source.docs else None
    if source.content and root and (root / PATH).exists():
        yield from compare(source.content, root)


def compare(content: Content, root: Path) -> Iterator[Problem]:
    """What the two files ask of the articles below `root`, and these do not hold."""
    codes = {language.code for language in content.languages}
    covered = parse_yaml(read_text(root / PATH, PATH), PATH)
    statements = parse_yaml(read_text(root / FACTS_PATH, FACTS_PATH), FACTS_PATH)
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
                if fuzz.partial_ratio(_plain(sentence), _plain(_shown(content, page))) < ALIKE:
                    yield Problem(
                        PATH, covered.line((fact, slug, code)), f'"{sentence}", which is not in {page.path}',
                        f"the sentence there that covers {fact}", "Put in the new wording, or the statement back into the article.",
                    )


def _shown(content: Content, page: Page) -> str:
    """What the page says, as it is written: title, description, body, and the glossary where it shows it."""
    groups = [content.glossary[r.key.removeprefix("glossary.")] for r in page.references if r.key.startswith("glossary.")]
    definitions = [entry.definition[page.code] for group in groups for entry in group]
    return "\n".join([page.front.title, page.front.description, page.body, *definitions])


def _plain(text: str) -> str:
    """Words alone: without emphasis, punctuation and line breaks."""
    return re.sub(r"[\W_]+", "", text.lower())
