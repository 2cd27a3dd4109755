"""Every statement of the source article is covered by the articles that must cover it, in both languages.

docs/_data/source-facts.yml lists the statements and their articles; docs/_data/coverage.yml, by statement and article,
the sentence that covers it. Who edits such a sentence edits it there too, and so sees what it stood for.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from scripts.checks.lib import MARK, Example, Loaded, Problem, data, page
from scripts.content import Content, Page

ID, NAME, SEVERITY = "COV001", "fact-coverage", "error"
NEEDS = ("glossary.yml",)
ABOUT_ZH = "原文的每条说法，在该讲到它的文章里都有一句话，两种语言都有。"
ABOUT_EN = "Each statement of the source article has its sentence in the articles that must cover it, in each language."

ALIKE = 72  # of 100: a synonym, a comma or emphasis leaves a sentence what it was

_STATEMENT = 'S0.1: {{zh: 说法, en: a statement, verdict: [G],\n  articles: [example]}}{}\n'
_SENTENCE = "S0.1:\n  example:\n    zh: 先看余额。\n    en: {}\n"
_CASES = [
    (_SENTENCE.format("First, look at the balance."), _STATEMENT.format("")),
    (_SENTENCE.format("Ask the sender for the hash." + MARK), _STATEMENT.format("")),
    ("{}\n", _STATEMENT.format(MARK)),
]
EXAMPLES = [Example(page().files | data(**{"coverage": c, "source-facts": s}).files) for c, s in _CASES]


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    statements, located = content.data["source-facts.yml"], content.data["coverage.yml"]
    broken = {problem.path for problem in source.problems}
    for key, statement in content.statements.items() if located.path not in broken else ():
        for slug in statement.articles:
            if slug not in content.coverage.get(key, {}):
                found, expected = f"no sentence of {slug} for {key}", f"one in {located.path}, in each language"
                mend = f'The statement is: "{statement.en}".'
                yield Problem(statements.path, statements.line((key, "articles")), found, expected, mend)
    # sentences that their article no longer holds
    slugs = {article.slug for article in content.articles(content.languages[0].code)}
    for key, articles in content.coverage.items():
        for slug, sentences in articles.items():
            if slug not in slugs and any(file.path.endswith(f"/{slug}.md") for file in source.pages()):
                continue  # it cannot be read
            if slug not in slugs:
                yield Problem(located.path, located.line((key, slug)), f'"{slug}"', "an article")
                continue
            for language in content.languages:
                article, sentence = content.article(language.code, slug), sentences[language.code]
                if fuzz.partial_ratio(_plain(sentence), _plain(_shown(content, article))) < ALIKE:
                    line = located.line((key, slug, language.code))
                    found = f'"{sentence}", which is not in {article.path}'
                    mend = "Put in the new wording, or the statement back into the article."
                    yield Problem(located.path, line, found, f"the sentence there that covers {key}", mend)


def _shown(content: Content, page: Page) -> str:
    """What the page says, as it is written: title, description, body, and the glossary where it shows it."""
    groups = [content.glossary.get(group, []) for group in page.glossary_groups]
    definitions = [entry.definition[page.code] for group in groups for entry in group]
    return "\n".join([page.front.title, page.front.description, page.body, *definitions])


def _plain(text: str) -> str:
    """Words alone: without emphasis, punctuation and line breaks."""
    return re.sub(r"[\W_]+", "", text.lower())
