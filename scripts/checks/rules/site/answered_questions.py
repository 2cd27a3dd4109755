"""What tells a question apart stands in the text of the article that promises to answer it.

A question counts as words and pairs of Chinese characters, each as telling as it is rare among the articles. It is
answered where the article's text says them, or other words of theirs in terms.yml and search.yml.
"""

import math
from collections import Counter
from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.checks.lib.said import said
from scripts.content import Article
from scripts.search.lexicon import tables
from scripts.search.text import HAN, LATIN, LONGEST_WORD, STOP, Tables, normalise, phrases, stem, tokens

ID, NAME, SEVERITY = "SRC002", "answered-questions", "error"
NEEDS = ("terms.yml", "search.yml")
ABOUT_ZH = "questions 里的每个问题，正文都要答到：问题里少见的词或它的同义词，要出现在正文里。"
ABOUT_EN = "What a question asks is answered in the text: its rare words, or synonyms of theirs, stand there."
_ASKED = {"questions": "questions:\n  - 余额"}
_ASKED_EN = {"questions": "questions:\n  - balance"}
EXAMPLES = [
    page(front=_ASKED, front_en=_ASKED_EN),
    page(front={"questions": f"questions:\n  - 滑点怎么设{MARK}\n  - slippage{MARK}"}),
    page(front=_ASKED, en="Slippage is a move of a price.", front_en={"questions": "questions:\n  - slippage"}),
    page(front=_ASKED, front_en={"questions": f"questions:\n  - what is slippage{MARK}"}),
]

RARE = 2  # articles that say or ask a word
SHARE = 0.5  # of what tells a question apart, that its article leaves unsaid
MEND = "Answer it in the text, add the synonym to terms.yml, or take the question out."


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    if source.problems:  # without what cannot be used, other words are rare
        return
    shared = tables(content.terms, content.alike, [page.body for page in content.pages.values()])
    for language in content.languages:
        articles = list(content.articles(language.code))
        text = {article.path: set(tokens(said(article, content), shared)) for article in articles}
        spread = Counter[str]()  # by how many articles a word is said or asked
        for article in articles:
            asked = (word for question in article.front.questions for word, _ in _words(question, shared, set()))
            spread.update(text[article.path].union(asked))
        for article in articles:
            yield from _unanswered(article, text[article.path], spread, len(articles), shared)


def _unanswered(
    article: Article, text: set[str], spread: Counter[str], count: int, shared: Tables
) -> Iterator[Problem]:
    for number, question in enumerate(article.front.questions):
        if "TODO" in question:  # `unfinished` says so
            continue
        words = _words(question, shared, text)
        telling = {word: math.log(count / spread[word]) for word, _ in words}
        missing = [word for word, is_said in words if not is_said and spread[word] <= RARE]
        if missing and sum(telling[word] for word in missing) >= SHARE * sum(telling[word] for word, _ in words):
            line = article.located.line(("questions", number))
            found = f'"{question}", of which the text does not say {_shown(question, missing, shared)}'
            yield Problem(article.path, line, found, "a question that the text answers", MEND)


def _words(question: str, shared: Tables, text: set[str]) -> list[tuple[str, bool]]:
    """The words and pairs of characters of a question, and whether a text says each: itself, or its concept."""
    found: list[tuple[str, bool]] = []
    plain = normalise(question, shared)
    for run in HAN.findall(plain):
        pairs = [run[at : at + 2] for at in range(len(run) - 1)]
        covered = _covered(run, shared, text)
        for at, pair in enumerate(pairs):
            if pair in text:
                covered |= {at, at + 1}
        # what only joins two words that are said, or begins beside one, says nothing of its own
        found += [(pair, bool({at, at + 1} & covered)) for at, pair in enumerate(pairs)]
    stems = [stem(word) for word in LATIN.findall(plain) if len(word) <= LONGEST_WORD and word not in STOP]
    covered = _covered(stems, shared, text)
    return found + [(word, word in text or at in covered) for at, word in enumerate(stems)]


def _covered(parts: str | list[str], shared: Tables, text: set[str]) -> set[int]:
    """The places of phrases for what the text says in other words."""
    known = [(start, end) for start, end, ids in phrases(parts, shared) if any(f"#{number}" in text for number in ids)]
    return {place for start, end in known for place in range(start, end)}


def _shown(question: str, missing: list[str], shared: Tables) -> str:
    """The missing words as they are typed: pairs of characters that overlap are one piece."""
    plain, pieces = normalise(question, shared), list[str]()
    for run in HAN.findall(plain):
        held = {place for at in range(len(run) - 1) if run[at : at + 2] in missing for place in (at, at + 1)}
        pieces += "".join(character if at in held else " " for at, character in enumerate(run)).split()
    pieces += [word for word in LATIN.findall(plain) if stem(word) in missing]
    return ", ".join(f'"{piece}"' for piece in dict.fromkeys(pieces))
