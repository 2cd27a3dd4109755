"""Articles and announcements: front matter, and what the body refers to, each with its line."""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from markdown_it import MarkdownIt
from pydantic import AwareDatetime, Field, model_validator

from .data import Slug, Strict, Text
from .facts import KEY
from .problems import ContentError, Problem, did_you_mean, of_kind
from .source import Located, parse_yaml, validate

BRANCHES = ("self-custody", "custodial")
COPY = "copy"  # a block that the reader copies with one tap

REFERENCE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
INSERT = re.compile(r"(picture|glossary|table)\.([a-z0-9-]+)")  # what stands alone on a line, made from data
SAFETY_ID = re.compile(r"SAFE-[1-9][0-9]*")
BLOCK_OPEN = re.compile(r"^:::\s*(\S.*?)\s*$")
BLOCK_CLOSE = re.compile(r"^:::\s*$")
HEADING_ID = re.compile(r"\s*\{\s*#([A-Za-z0-9-]+)\s*\}\s*$")


class PageFront(Strict):
    """Front matter of the home page and of a section's page."""

    title: Text
    description: Text


class ArticleFront(Strict):
    """Front matter of an article, in the order in which it is written."""

    title: Text
    description: Text  # the answer in one sentence: shown below the title, in lists and by search engines
    type: Literal["how-to", "troubleshooting", "faq", "concept", "reference"]
    applies_to: Literal["both", "custodial", "self-custody"]
    requires: Text | None = None  # the fact of a method without which the article does not apply
    questions: Annotated[list[Text], Field(min_length=1)]  # searched, never displayed
    related: Annotated[list[Slug], Field(min_length=1)]
    reviewed: datetime.date


ANNOUNCEMENTS = "announcements"  # the folder of announcements, beside the sections


class AnnouncementFront(Strict):
    """Front matter of an announcement. Shown on every page from `starts` until `ends`."""

    title: Text
    description: Text  # what has happened and what to do, in one sentence
    level: Literal["urgent", "notice"]
    starts: AwareDatetime
    ends: AwareDatetime
    updated: AwareDatetime | None = None  # when something was added; readers of the feed see it again

    @model_validator(mode="after")
    def _ends_later(self) -> AnnouncementFront:
        if self.ends <= self.starts:
            raise ValueError('"ends" later than "starts"')
        return self


@dataclass(frozen=True)
class Reference:
    """{{ key }} in a body: a fact, a safety line, or what is made from data (INSERT). `block` is the block around it, such as "custodial"."""

    key: str
    line: int
    block: str | None


@dataclass(frozen=True)
class Link:
    """A Markdown link; `target` as it is written."""

    target: str
    line: int


@dataclass(frozen=True)
class Heading:
    """A heading of the body; `anchor` is what stands in {#…}."""

    level: int
    text: str
    anchor: str | None
    line: int


@dataclass(frozen=True)
class Page:
    """One Markdown file. `line` numbers count in the file, so the body starts at `body_line`."""

    path: str  # docs/zh/deposits/deposit-not-arrived.md
    code: str  # zh
    section: str | None  # deposits; None for the home page
    slug: str | None  # deposit-not-arrived; None for the home page and a section's page
    front: ArticleFront | AnnouncementFront | PageFront
    located: Located  # the front matter, with its lines
    body: str
    body_line: int
    references: tuple[Reference, ...]
    links: tuple[Link, ...]
    headings: tuple[Heading, ...]

    @property
    def address(self) -> str:
        """Path of the page below its language: "", "deposits/" or "deposits/deposit-not-arrived/"."""
        return "".join(f"{part}/" for part in (self.section, self.slug) if part)

    def facts(self) -> list[Reference]:
        """References to facts alone, in order; the method in the front matter first."""
        used = [r for r in self.references if not SAFETY_ID.fullmatch(r.key) and not INSERT.fullmatch(r.key)]
        if isinstance(self.front, ArticleFront) and self.front.requires:
            used.insert(0, Reference(self.front.requires, self.located.line(("requires",)), None))
        return used


def parse_page(text: str, path: str, code: str, section: str | None, slug: str | None) -> Page:
    """Parse one file. Raises ContentError with every problem that shows without looking at other files."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        found = "no front matter" if lines[0].strip() else "an empty first line"
        raise ContentError([Problem(path, 1, found, '"---" on line 1', "Start with --- and end the front matter with ---.")])
    end = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), None)
    if end is None:
        raise ContentError([Problem(path, len(lines), "no end of the front matter", '"---" on a line of its own')])
    located = parse_yaml("\n".join(lines[1 : end - 1]), path, first_line=2)
    kind = PageFront if not slug else AnnouncementFront if section == ANNOUNCEMENTS else ArticleFront
    front = validate(kind, located)
    body = "\n".join(lines[end:])
    references, problems = _references(lines, end, path)
    links, headings = _structure(body, end)
    problems = of_kind("blocks", problems) + of_kind("headings", _heading_problems(headings, path))
    if kind is ArticleFront:
        problems += of_kind("safety-line", _safety_problems(references, path, len(lines)))
    if problems:
        raise ContentError(problems)
    return Page(path, code, section, slug, front, located, body, end + 1, references, links, headings)


def _references(lines: list[str], body_start: int, path: str) -> tuple[tuple[Reference, ...], list[Problem]]:
    """Every {{ key }} of the body, and what is wrong with them and with the ::: blocks around them."""
    references: list[Reference] = []
    problems: list[Problem] = []
    block: str | None = None
    opened = 0
    for number, line in enumerate(lines[body_start:], body_start + 1):
        if BLOCK_CLOSE.match(line):
            if block is None:
                problems.append(Problem(path, number, '":::" that closes nothing', "an opening line before it"))
            block = None
        elif match := BLOCK_OPEN.match(line):
            name = match[1]
            if block is not None:
                problems.append(Problem(path, number, f'"::: {name}" inside "::: {block}"', f'":::" to end the block of line {opened}'))
            elif name not in (*BRANCHES, COPY) and not re.fullmatch(rf"offered {KEY.pattern}", name):
                expected = '"::: self-custody", "::: custodial", "::: copy" or "::: offered <key of a method>"'
                problems.append(Problem(path, number, f'"::: {name}"', expected, did_you_mean(name, (*BRANCHES, COPY))))
            elif name.startswith("offered "):
                references.append(Reference(name.removeprefix("offered "), number, name))
            block, opened = name, number
        elif line.lstrip().startswith(":::"):
            problems.append(Problem(path, number, f'"{line.strip()}"', '":::" at the start of the line'))
        for match in REFERENCE.finditer(line):
            key = match[1]
            if SAFETY_ID.fullmatch(key) or INSERT.fullmatch(key):
                if line.strip() != match[0]:
                    problems.append(Problem(path, number, f"{match[0]} inside a line", "it alone on its line"))
            elif not KEY.fullmatch(key):
                problems.append(Problem(path, number, f'"{match[0]}"', "a fact's key or a safety line's name, such as {{ SAFE-1 }}"))
                continue
            references.append(Reference(key, number, block))
        rest = REFERENCE.sub("", line)
        if "{{" in rest or "}}" in rest:
            problems.append(Problem(path, number, '"{{" or "}}" without the other', "{{ key }} on one line"))
    if block is not None:
        problems.append(Problem(path, opened, f'"::: {block}" without an end', '":::" on a line of its own after it'))
    return tuple(references), problems


_markdown = MarkdownIt("commonmark").enable("table")


@functools.lru_cache(maxsize=4096)  # under `make serve`, unchanged files are not parsed again
def _structure(body: str, lines_before: int) -> tuple[tuple[Link, ...], tuple[Heading, ...]]:
    """Links and headings of a body that follows `lines_before` lines of front matter."""
    links: list[Link] = []
    headings: list[Heading] = []
    tokens = _markdown.parse(body)
    for before, token in zip([None, *tokens], tokens):
        if token.type != "inline" or token.map is None:
            continue
        line = lines_before + token.map[0] + 1
        if before is not None and before.type == "heading_open":
            match = HEADING_ID.search(token.content)
            text = HEADING_ID.sub("", token.content)
            headings.append(Heading(int(before.tag[1]), text, match[1] if match else None, line))
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "link_open":
                links.append(Link(str(child.attrs["href"]), line))
            elif child.type == "image":
                links.append(Link(str(child.attrs["src"]), line))
    return tuple(links), tuple(headings)


def _heading_problems(headings: tuple[Heading, ...], path: str) -> list[Problem]:
    problems = []
    anchors: dict[str, int] = {}
    for heading in headings:
        if heading.level == 1:
            problems.append(Problem(path, heading.line, f'"# {heading.text}"', "headings from ## on", "The title is in the front matter."))
        if heading.anchor is None:
            mend = "The same anchor in both languages keeps links alive."
            problems.append(Problem(path, heading.line, f'heading "{heading.text}" without an anchor', "{#short-name} at its end", mend))
        elif heading.anchor in anchors:
            first = anchors[heading.anchor]
            problems.append(Problem(path, heading.line, f"anchor #{heading.anchor} a second time", f"it once (line {first})"))
        else:
            anchors[heading.anchor] = heading.line
    return problems


def _safety_problems(references: tuple[Reference, ...], path: str, last_line: int) -> list[Problem]:
    """An article has exactly one safety line: a second one makes both easier to skip."""
    safety = [reference for reference in references if SAFETY_ID.fullmatch(reference.key)]
    if len(safety) == 1:
        return []
    line = safety[1].line if safety else last_line
    return [Problem(path, line, f"{len(safety)} safety lines", "exactly one, such as {{ SAFE-1 }}")]
