"""A Markdown extension: tables that a phone can show as cards and a screen reader still reads as tables.

Each cell carries its column's heading in `data-label`, for the narrow layout's CSS to print. That layout
sets `display: block`, with which browsers drop a table's meaning, so the roles are written out.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}


class CardTables(Treeprocessor):
    """Labels the cells of every table."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            labels = ["".join(cell.itertext()) for cell in table.iter("th")]
            for element in table.iter():
                if element.tag in ROLES:
                    element.set("role", ROLES[element.tag])
                if element.tag == "th":
                    element.set("scope", "col")
            for row in table.iter("tr"):
                for label, cell in zip(labels, row.findall("td")):
                    cell.set("data-label", label)


class CardTablesExtension(Extension):
    """Registers CardTables after the inline patterns, when the headings' text is final."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        md.treeprocessors.register(CardTables(md), "card_tables", 5)


def makeExtension(**options: object) -> CardTablesExtension:  # noqa: N802
    return CardTablesExtension(**options)
