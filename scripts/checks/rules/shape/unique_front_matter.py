"""Each article's title and description are its own, and its front matter is written in the order of the model."""

import functools
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.content.pages import Article

ID, NAME, SEVERITY = "FRM001", "unique-front-matter", "error"
ABOUT_ZH = "同一语言里，标题和说明各不相同，说明不太长；一篇文章里没有重复的问题；文章开头的键按固定顺序写。"
ABOUT_EN = "Titles, descriptions and an article's questions differ; descriptions are short; the keys stand in order."
LONGEST = {"zh": 60, "en": 170}  # what is shown of a description before it is cut off
OTHER = "Deposit crypto from an exchange or another wallet"  # an article of the tests' sample
SAME = "deposit crypto, from an exchange or another wallet!"
TWO = {"questions": "questions:\n  - where is it\n  - where is mine"}
EXAMPLES = [
    page(front={"title": "title: Deposit some crypto"}, front_en=TWO),
    page(
        front={"title": "", "description": f"description: {'很' * 171}{MARK}\ntitle: An example{MARK}"},
        front_en={"questions": f"questions:\n  - where is it\n  - Where is it?{MARK}\n  - {OTHER.lower()}{MARK}"},
    ),
    page(front_en={"title": f"title: {SAME}{MARK}"}),
]


def check(source: Loaded) -> Iterator[Problem]:
    for language in source.content.languages:
        pages = [one for one in source.content.pages.values() if one.code == language.code]
        for key in ("title", "description"):
            same = defaultdict(list)
            for one in pages:
                same[_plain(getattr(one.front, key))].append(one)
            for one, other in [(one, other) for alike in same.values() for one in alike for other in alike[:2]]:
                if one is not other:
                    found, expected = f"the {key} of {other.path}", f"a {key} of its own"
                    yield Problem(one.path, one.located.line((key,)), found, expected, "Say what sets them apart.")
        titles = {_plain(one.front.title): one.path for one in pages if isinstance(one, Article)}
        for one in pages:
            if isinstance(one, Article):
                yield from _article(one, titles)


def _article(article: Article, titles: dict[str, str]) -> Iterator[Problem]:
    path, line_of = article.path, article.located.line
    wanted = list(type(article.front).model_fields)
    # The key that comes too late is blamed: what should stand before it stands behind it.
    for before, key in itertools.pairwise(key for key in article.located.data if key in wanted):
        if wanted.index(key) < wanted.index(before):
            found, mend = f'"{key}" after "{before}"', f'Move it before "{before}".'
            yield Problem(path, line_of((key,)), found, f"the order {', '.join(wanted)}", mend)
    length, most = len(article.front.description), LONGEST.get(article.code)
    if most and length > most:
        found, mend = f"a description of {length} characters", "Say the answer in one sentence."
        yield Problem(path, line_of(("description",)), found, f"at most {most}", mend)
    seen: dict[str, int] = {}
    for number, question in enumerate(article.front.questions):
        line, plain = line_of(("questions", number)), _plain(question)
        if plain in seen:
            yield Problem(path, line, f'"{question}" a second time', f"it once (line {seen[plain]})", "Take one out.")
        elif (other := titles.get(plain, path)) != path:
            found = f'the title of {other}, "{question}"'
            yield Problem(path, line, found, "a question that this article answers", "Take it out.")
        seen.setdefault(plain, line)


@functools.lru_cache(maxsize=32768)
def _plain(text: str) -> str:
    """The text without case, spaces and punctuation; as it is where nothing else is in it."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold()) or text
