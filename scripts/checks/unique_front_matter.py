"""Each article's title and description are its own, and its front matter is written in the order of the model."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from scripts.content import Page, Problem
from scripts.content.articles import ArticleFront

from .rule import MARK, Source, page

ID = "FRM001"
NAME = "unique-front-matter"
ABOUT = {
    "zh": "同一语言里，标题和说明各不相同，说明不太长；一篇文章里没有重复的问题；文章开头的键按固定顺序写。",
    "en": "Within a language, titles and descriptions are unlike one another, descriptions are short, no question stands twice in an article, and the keys stand in order.",
}
LONGEST = {"zh": 60, "en": 170}  # what is shown of a description before it is cut off
OTHER = "Deposit crypto from an exchange or another wallet"  # an article of the tests' sample
EXAMPLES = [
    page(front={"title": "title: Deposit some crypto"}, front_en={"questions": "questions:\n  - where is it\n  - where is mine"}),
    page(front_en={"title": f"title: {OTHER}{MARK}"}),
    page(front_en={"title": f"title: deposit crypto, from an exchange or another wallet!{MARK}"}),
    page(front_en={"questions": f"questions:\n  - where is it\n  - what\n  - Where is it?{MARK}"}),
    page(front_en={"questions": f"questions:\n  - {OTHER.lower()}{MARK}"}),
    page(front={"description": f"description: {'很' * 171}{MARK}"}),
    page(front={"title": "", "description": f"description: What it says.\ntitle: An example{MARK}"}),
]


def check(source: Source) -> Iterator[Problem]:
    for language in source.content.languages if source.content else ():
        pages = [page for page in source.content.pages.values() if page.code == language.code]
        for key in ("title", "description"):
            yield from _twice(pages, key)
        articles = [page for page in pages if isinstance(page.front, ArticleFront)]
        titles = {_plain(page.front.title): page for page in articles}
        for article in articles:
            yield from _order(article)
            yield from _questions(article, titles)
            description = article.front.description
            if len(description) > LONGEST.get(article.code, len(description)):
                expected = f"at most {LONGEST[article.code]}"
                yield Problem(article.path, article.located.line(("description",)), f"a description of {len(description)} characters", expected, "Say the answer in one sentence.")


def _twice(pages: list[Page], key: str) -> Iterator[Problem]:
    same = defaultdict(list)
    for page in pages:
        same[_plain(getattr(page.front, key))].append(page)
    for alike in same.values():
        for page in alike if len(alike) > 1 else ():
            other = next(other for other in alike if other is not page)
            mend = "Say in both what sets them apart."
            yield Problem(page.path, page.located.line((key,)), f"the {key} of {other.path}", f"a {key} of its own", mend)


def _order(article: Page) -> Iterator[Problem]:
    """The key that comes too late is blamed: what should stand before it stands behind it."""
    wanted = list(ArticleFront.model_fields)
    given = [key for key in article.located.data if key in wanted]
    for before, key in zip(given, given[1:]):
        if wanted.index(key) < wanted.index(before):
            yield Problem(article.path, article.located.line((key,)), f'"{key}" after "{before}"', f"the order {', '.join(wanted)}", f'Move it before "{before}".')


def _questions(article: Page, titles: dict[str, Page]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, question in enumerate(article.front.questions):
        line, plain = article.located.line(("questions", number)), _plain(question)
        if plain in seen:
            yield Problem(article.path, line, f'"{question}" a second time', f"it once (line {seen[plain]})", "Take one out.")
        elif (other := titles.get(plain)) and other is not article:
            yield Problem(article.path, line, f'the title of {other.path}, "{question}"', "a question that this article answers", "Take it out.")
        seen.setdefault(plain, line)


@functools.lru_cache(maxsize=32768)
def _plain(text: str) -> str:
    """The text without case, spaces and punctuation; as it is where nothing else is in it."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold()) or text
