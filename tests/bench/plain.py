"""Our articles as Markdown that any generator builds: the same words, without what only this project's renderer knows.

Facts, safety lines and what is made from data are written out; each kind of account stands below its name, the one
after the other; the home page and those of sections list what ours list. Front matter keeps title and description.
"""

from __future__ import annotations

import functools
import json
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.content import Content, Page
from scripts.content.pages import BRANCHES, INSERT, SAFETY_ID, WHILE
from scripts.site.render import filled

Link = Callable[[Page, str], str]  # from a page to an address of its language: what is written in ](…)


def markdown_link(page: Page, address: str) -> str:
    """To the file, which Material resolves."""
    file = f"{address.rstrip('/')}.md" if address.count("/") > 1 else f"{address}index.md"
    return posixpath.relpath(file, posixpath.dirname(file_of(page)) or ".")


def root_link(page: Page, address: str) -> str:
    """From the root of the site, as Starlight asks."""
    return ("/" if page.code == "zh" else f"/{page.code}/") + address


def file_of(page: Page) -> str:
    """The page's file below the folder of its language."""
    return posixpath.relpath(page.path, f"docs/{page.code}")


def write(content: Content, folder: Path, link: Link, *, below: dict[str, str], anchors: bool) -> None:
    """Write every page that applies into `folder`, each language `below` its own folder. Without `anchors`, headings
    lose their {#id}, which not every dialect knows."""
    for page in content.applying:
        file = folder / below[page.code] / file_of(page)
        file.parent.mkdir(parents=True, exist_ok=True)
        front = f"title: {json.dumps(page.front.title, ensure_ascii=False)}\n"
        front += f"description: {json.dumps(page.front.description, ensure_ascii=False)}\n"
        body = "\n".join([*lists(page, content, link), *lines(page, content)])
        follow = functools.partial(linked, page=page, content=content, link=link)
        body = re.sub(r"(?<=\]\()([^)\s#]+\.md)(#[^)]*)?(?=\))", follow, body)
        if not anchors:
            body = re.sub(r"^(#+ .*?) \{#[^}]*\}$", r"\1", body, flags=re.MULTILINE)
        file.write_text(f"---\n{front}---\n\n{page.front.description}\n\n{body}\n", "utf-8")


def lists(page: Page, content: Content, link: Link) -> Iterator[str]:
    """What our templates list on home and on the pages of sections."""
    articles = {article.slug: article for article in content.articles(page.code) if content.available(article)}

    def item(slug: str) -> str:
        front = articles[slug].front
        return f"- [{front.title}]({link(page, articles[slug].address)}): {front.description}"

    if not page.address:
        yield from (item(slug) for slug in content.navigation.popular if slug in articles)
        for section in content.navigation.sections:
            index = content.pages[page.code, f"{section.id}/"].front
            yield f"\n## {index.title}\n\n[{index.description}]({link(page, f'{section.id}/')})"
    elif page.address.count("/") == 1:
        for section in content.navigation.sections:
            if page.address == f"{section.id}/":
                yield from (item(slug) for slug in section.articles if slug in articles)
    yield ""


def lines(page: Page, content: Content) -> Iterator[str]:
    """The body, line by line."""
    strings, block = content.language(page.code).strings, None
    for line in page.document.lines:
        if line.startswith(":::"):
            block = line.removeprefix(":::").strip() or None
            if block in BRANCHES and content.shows_block(block):
                yield f"**{strings[block]}**\n"
        elif (block not in WHILE or block in content.doubts) and content.shows_block(block):
            yield re.sub(r"\{\{\s*([\w.-]+)\s*\}\}", lambda match: said(match[1], page, content), line)


def said(key: str, page: Page, content: Content) -> str:
    """What a key shows: the HTML of what is made from data, the text of a fact."""
    made = filled(key, page, content)
    if INSERT.fullmatch(key):
        return made
    text = re.sub(r"<[^>]+>", "", made).strip()
    return f"> {text}" if SAFETY_ID.fullmatch(key) else text


def linked(match: re.Match[str], page: Page, content: Content, link: Link) -> str:
    target = content.target(page, match[1])
    return link(page, target.address) + (match[2] or "") if target else match[0]
