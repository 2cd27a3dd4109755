"""Some pages alone: most rules look at one page after the other, and need not look at all for a writer who waits."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable

from .check import check
from .lib.rule import Rule
from .lib.source import Source
from .report import Report

# These look at many articles together.
FOUND_BY_TITLE = "found-by-title"
WHOLE = {FOUND_BY_TITLE, "orphans", "removed-addresses", "redirects", "unique-front-matter", "fact-coverage"}


def check_pages(source: Source, paths: set[str], rules: Iterable[Rule], progress: Callable[[str], None]) -> Report:
    """What the rules find in the text of these pages and their translations, by their path. Not asked: whether they are
    found by their titles, which takes an index of all articles."""
    chosen = list(rules)
    together = [rule for rule in chosen if rule.NAME in WHOLE - {FOUND_BY_TITLE}]
    apart = check(narrowed(source, paths), [rule for rule in chosen if rule.NAME not in WHOLE], progress)
    return check(source, together, progress).joined(apart)


def narrowed(source: Source, changed: set[str]) -> Source:
    """These files and their translations alone, by their path; where data is among them, everything: all rest on it."""
    if any("/_data/" in path for path in changed):
        return source
    if not source.content:
        return dataclasses.replace(source, files=tuple(file for file in source.files if file.path in changed))
    addresses = {page.address for page in source.content.pages.values() if page.path in changed}
    paths = {page.path for page in source.content.pages.values() if page.address in addresses} | changed
    sections = [
        section.model_copy(
            update={"articles": [slug for slug in section.articles if f"{section.id}/{slug}/" in addresses]}
        )
        for section in source.content.navigation.sections
    ]
    content = dataclasses.replace(
        source.content,
        pages={key: page for key, page in source.content.pages.items() if key[1] in addresses},
        navigation=source.content.navigation.model_copy(update={"sections": sections}),
    )
    return dataclasses.replace(
        source, content=content, files=tuple(file for file in source.files if file.path in paths)
    )
