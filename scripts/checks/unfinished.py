"""Nothing that `make new` left to fill in is published."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Content, Page, Problem

NAME = "unfinished"


def check(content: Content) -> Iterator[Problem]:
    for page in content.pages.values():
        for number, text in _lines(page):
            if "TODO" in text:
                yield Problem(page.path, number, f'"{text.strip()}"', "what belongs there")


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """(line, text) of the whole file, front matter and body."""
    for where, line in page.located.lines.items():
        value = page.located.data
        for step in where:
            value = value[step]
        if isinstance(value, str):
            yield line, value
    yield from enumerate(page.body.split("\n"), page.body_line)
