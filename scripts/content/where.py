"""Where something is used: the lines that name a fact, a safety line, a picture or a network, or lead to an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from .facts import CUSTODY_MODEL
from .model import Content
from .networks import TOPICS
from .pages import BRANCHES, Article, Page


def known(content: Content) -> list[str]:
    """All that can be asked for."""
    articles = (page.slug for page in content.articles(content.languages[0].code))
    made = (*(f"picture.{name}" for name in content.pictures), *(f"networks.{topic}" for topic in TOPICS))
    return [*content.facts, *content.safety, *made, *(f"network.{name}" for name in content.networks), *articles]


def places(content: Content, name: str) -> list[tuple[str, int]]:
    """(file, line) of each place, in order. Of an article: what leads to it."""
    return sorted({(page.path, line) for page in content.pages.values() for line in _lines(page, name)})


def _lines(page: Page, name: str) -> Iterator[int]:
    if name == CUSTODY_MODEL:  # it decides what is shown
        if page.applies_to != "both":
            yield page.located.line(("applies_to",))
        yield from (mark.line for mark in page.document.marks if mark.name in BRANCHES)
    references = (*page.references, *page.facts())
    yield from (reference.line for reference in references if f"{reference.key}.".startswith(f"{name}."))
    if isinstance(page, Article) and name in page.front.related:
        yield page.located.line(("related", page.front.related.index(name)))
    for link in page.document.links:
        if PurePosixPath(link.target.partition("#")[0]).name == f"{name}.md":
            yield link.line
