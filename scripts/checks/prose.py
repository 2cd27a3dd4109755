"""The prose of a page, line by line, as the rules on words read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Page
from scripts.content.articles import HEADING_ID, REFERENCE

LINK_TARGET = re.compile(r"\]\([^)]*\)")


def prose(page: Page) -> Iterator[tuple[int, str]]:
    """(line, text) of the title, the description and the body, without link targets, anchors and {{ keys }}."""
    yield page.located.line(("title",)), page.front.title
    yield page.located.line(("description",)), page.front.description
    for number, text in enumerate(page.body.split("\n"), page.body_line):
        yield number, HEADING_ID.sub("", REFERENCE.sub(" ", LINK_TARGET.sub("]", text)))
