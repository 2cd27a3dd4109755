"""No two articles of a language have the same title or description; no question stands twice in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Example, Source, page

ID = "FRM001"
NAME = "unique-front-matter"
ABOUT = {
    "zh": "同一种语言里，文章的标题和说明不重复；一篇文章里，同一个问法只写一次。",
    "en": "No two articles of a language share a title or a description; a question stands in an article once.",
}
EXAMPLES = [
    page(),
    page(front_en={"questions": f"questions:\n  - where is it\n  - Where is it?{MARK}"}),
    Example(  # an article that comes first in the navigation, and this one
        {path.replace("example", "deposit-wrong-network"): text for path, text in page(front={"title": "title: 1", "description": "description: 1"}, front_en={"title": "title: Same"}).files.items()}
        | page(front={"title": "title: 2", "description": "description: 2"}, front_en={"title": f"title: same!{MARK}"}).files
    ),
]


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    for language in source.content.languages:
        seen: dict[tuple[str, str], str] = {}
        for article in source.content.articles(language.code):
            for key in ("title", "description"):
                text = _plain(getattr(article.front, key))
                first = seen.setdefault((key, text), article.path)
                if first != article.path:
                    line = article.located.line((key,))
                    yield Problem(article.path, line, f"the {key} of {first}", "one of its own", "Say what sets this article apart.")
            questions: set[str] = set()
            for number, question in enumerate(article.front.questions):
                if _plain(question) in questions:
                    line = article.located.line(("questions", number))
                    yield Problem(article.path, line, f'"{question}" a second time', "every question once", "Take one out.")
                questions.add(_plain(question))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
