"""What rules look at in a built page: the elements that say what it is.

    for element in elements(source.site / page.name):
        element.name, element.attributes, element.text
"""

import functools
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

HEADS = {"html", "title", "meta", "link"}


@dataclass
class Element:
    """An element: its name, its attributes, and of <title> the text."""

    name: str
    attributes: dict[str, str]
    text: str = ""


class _Reader(HTMLParser):
    """Keeps little of a page, so that all pages of a large site fit into memory."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open = ""  # the element that the last tag opened

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open = tag
        if tag in HEADS:
            self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open == "title":
            self.elements[-1].text += data


@functools.cache
def elements(file: Path) -> list[Element]:
    """Those of a page of the built site, in its order; a page is read once for all rules."""
    reader = _Reader()
    reader.feed(file.read_text("utf-8"))
    reader.close()
    return reader.elements
