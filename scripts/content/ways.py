"""Ways out: where a page sends readers whom it did not help, from page to page until it ends.

    found = ways(content, "en")
    for circle in circles(found): ...
    print(drawn(content, "en"))

A way out is a link below {#if-not} or {#for-support}. Of a link to a page, the way goes on at that page's ways out; of
one to a section of it, at that section's links. It ends where nothing leads on: at something to do, or at a plain stop;
and at the way out of navigation.yml, whose section {#without-app} is for those who cannot get in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from .model import Content
from .pages import Article, Page

SECTIONS = ("if-not", "for-support")
WITHOUT_APP = "without-app"

Node = str  # a slug, or a slug and a section of that article: "lost-2fa-device#recover"
Ways = Mapping[Node, tuple[Node, ...]]


def ways(content: Content, code: str) -> dict[Node, tuple[Node, ...]]:
    """Of each article, and of each section that a way leads to: where it leads on. Links that do not apply are none."""
    found: dict[Node, tuple[Node, ...]] = {}
    waiting = [(article, "") for article in content.articles(code) if content.available(article)]
    while waiting:
        page, anchor = waiting.pop()
        node = _node(page, anchor)
        if node not in found:
            leads = list(_leads(content, page, (anchor,) if anchor else SECTIONS)) if not _ends(content, page) else []
            found[node] = tuple(dict.fromkeys(_node(*lead) for lead in leads if _node(*lead) != node))
            waiting += leads
    return found


def circles(found: Ways) -> list[list[Node]]:
    """Ways that come back to where they began, each once and by its shortest: ["a", "b"] for a → b → a."""
    seen: set[frozenset[Node]] = set()
    shortest: list[list[Node]] = []
    for start in found:
        circle = _back(found, start)
        if circle and frozenset(circle) not in seen:
            seen.add(frozenset(circle))
            shortest.append(circle)
    return shortest


def reaches(found: Ways, start: Node) -> set[Node]:
    """All that the ways from there lead to, itself too."""
    there, waiting = set[Node](), [start]
    while waiting:
        if (node := waiting.pop()) not in there:
            there.add(node)
            waiting += found.get(node, ())
    return there


def drawn(content: Content, code: str) -> str:
    """The ways out of the pages on which somebody may be locked out, as trees; what was drawn above is not again."""
    found, lines, shown = ways(content, code), list[str](), set[Node]()
    turning = {node for circle in circles(found) for node in circle}

    def draw(node: Node, depth: int, above: tuple[Node, ...]) -> None:
        leads = found.get(node, ())
        if node in above:
            note = "  ⟲ a circle"
        elif not leads:
            note = "  ■ ends here"
        else:
            note = "  (above)" if node in shown else ""
        lines.append(f"{'  ' * depth}{node}{note}")
        if leads and node not in shown and node not in above:
            shown.add(node)
            for lead in leads:
                draw(lead, depth + 1, (*above, node))

    for slug in content.navigation.locked_out:
        draw(slug, 0, ())
    return "\n".join([*lines, "", f"{len(found)} places, {len(turning)} of them on a circle."])


def _leads(content: Content, page: Page, anchors: tuple[str, ...]) -> Iterator[tuple[Article, str]]:
    """The pages and sections to which the links of these sections lead; of home and of sections' pages: nothing."""
    starts = [(heading.line, heading.anchor) for heading in page.document.headings if heading.level == 2]
    for link in page.document.links:
        below = [anchor for line, anchor in starts if line <= link.line]
        target = content.target(page, link.href) or (page if link.href.startswith("#") else None)
        if below and below[-1] in anchors and isinstance(target, Article) and content.leads_on(page, link.href):
            yield target, urlsplit(link.href).fragment


def _ends(content: Content, page: Page) -> bool:
    return page.slug == content.navigation.way_out and WITHOUT_APP in content.anchors(page)


def _node(page: Page, anchor: str) -> Node:
    return f"{page.slug}#{anchor}" if anchor else str(page.slug)


def _back(found: Ways, start: Node) -> list[Node]:
    """The shortest way from there back to there; empty if there is none."""
    before: dict[Node, Node] = {}
    waiting = [start]
    for node in waiting:
        for lead in found.get(node, ()):
            if lead == start:
                way = [node]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if lead not in before:
                before[lead] = node
                waiting.append(lead)
    return []
