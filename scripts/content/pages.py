"""Pages: articles, announcements, and the pages of home and sections, with what they refer to, each with its line."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, model_validator

from .data import Slug, Strict, Text
from .facts import KEY
from .markdown import ANCHOR, HTML, TARGET, TEXT, Document, Key, Mark, parse
from .problems import ContentError, Problem, did_you_mean, of_kind
from .source import Located, parse_yaml, validate

BRANCHES = ("self-custody", "custodial")
COPY = "copy"  # a block that the reader copies with one tap
# Blocks about the site's own marks: shown while a fact in use was never confirmed, and while one does not hold.
WHILE = ("preview", "unconfirmed")

# Braces and colons of Chinese input methods, which look alike and are text
WIDE_KEY = re.compile(r"[{｛]{2}\s*([\w.-]+)\s*[}｝]{2}")
WIDE_MARK = re.compile(r"\s*[:：]{3}(?<!:::)\s*(\S.*)?")

# What stands alone on a line, and is made from data.
INSERT = re.compile(r"(picture|glossary|table|networks|button)\.([a-z0-9-]+)")
# What {{ button.… }} can do, which a script does. Its word in languages.yml has the same name; and the word for: done.
BUTTONS = {"forget": "forgotten"}
NETWORK = re.compile(r"network\.([a-z0-9-]+)\.([a-z]+)")  # one fact of a network, within a line
SAFETY_ID = re.compile(r"SAFE-[1-9][0-9]*")


class PageFront(Strict):
    """Front matter of the home page, of a section's page and of those beside them: announcements, search."""

    title: Text
    description: Text


class ArticleFront(PageFront):
    """Front matter of an article, in the order in which it is written."""

    description: Text  # the answer in one sentence: shown below the title, in lists and by search engines
    type: Literal["how-to", "troubleshooting", "faq", "concept", "reference"]
    applies_to: Literal["both", "custodial", "self-custody"]
    requires: Text | None = None  # the fact of a method without which the article does not apply
    questions: Annotated[list[Text], Field(min_length=1)]  # searched, never displayed
    related: Annotated[list[Slug], Field(min_length=1)]
    reviewed: datetime.date


LONGEST = 30  # days for which an announcement may hold
ANNOUNCEMENTS = "announcements"  # the folder of announcements, beside the sections
SEARCH = "search"  # the folder of the search page, beside the sections


class AnnouncementFront(PageFront):
    """Front matter of an announcement. Shown on every page from `starts` until `ends`."""

    description: Text  # what has happened and what to do, in one sentence
    level: Literal["urgent", "notice"]
    starts: AwareDatetime
    ends: AwareDatetime
    updated: AwareDatetime | None = None  # when something was added; readers of the feed see it again

    @model_validator(mode="after")
    def _ends_later(self) -> AnnouncementFront:
        if self.ends <= self.starts:
            raise ValueError('"ends" later than "starts"')
        if self.ends - self.starts > datetime.timedelta(days=LONGEST):
            raise ValueError(f'"ends" at most {LONGEST} days after "starts"')
        if self.updated and not self.starts <= self.updated:
            raise ValueError('"updated" later than "starts"')
        return self


@dataclass(frozen=True)
class Reference:
    """{{ key }} in a body: a fact, a safety line, or what is made from data (INSERT, NETWORK). `block` is the block
    around it, such as "custodial"."""

    key: str
    line: int
    block: str | None


@dataclass(frozen=True)
class Page:
    """One Markdown file. Lines count in the file. Of this class itself: the home page, the sections' pages
    and those of announcements and search."""

    path: str  # docs/zh/deposits/deposit-not-arrived.md
    code: str  # zh
    section: str | None  # deposits; None for the home page
    slug: str | None  # deposit-not-arrived; None for the home page and a section's page
    front: PageFront
    located: Located  # the front matter, with its lines
    document: Document  # the body
    references: tuple[Reference, ...]

    @property
    def address(self) -> str:
        """Path of the page below its language: "", "deposits/" or "deposits/deposit-not-arrived/"."""
        return "".join(f"{part}/" for part in (self.section, self.slug) if part)

    @property
    def body(self) -> str:
        return "\n".join(self.document.lines)

    @property
    def requires(self) -> str | None:
        """The key of the method without which the page does not apply."""
        return None

    @property
    def applies_to(self) -> str:
        return "both"

    @property
    def shared(self) -> dict[str, object]:
        """What must be the same in both languages: who switches language stays in the same place."""
        return {}

    @property
    def glossary_groups(self) -> list[str]:
        """The groups of the glossary that the page shows."""
        return [r.key.removeprefix("glossary.") for r in self.references if r.key.startswith("glossary.")]

    def block(self, line: int) -> str | None:
        """The name of the ::: block in which a line of the file stands."""
        before = [mark.name for mark in self.document.marks if mark.line <= line]
        return (before[-1] or None) if before else None

    def let_go(self) -> None:
        """Drop the body's tokens, most of what a page weighs, once its HTML is made: a build needs them no more."""
        object.__setattr__(self, "document", dataclasses.replace(self.document, tokens=()))

    def facts(self) -> list[Reference]:
        """References to facts alone, in order; the method in the front matter first."""
        others = (SAFETY_ID, INSERT, NETWORK)
        used = [r for r in self.references if not any(other.fullmatch(r.key) for other in others)]
        if self.requires:
            used.insert(0, Reference(self.requires, self.located.line(("requires",)), None))
        return used


@dataclass(frozen=True)
class Article(Page):
    """What answers a question."""

    section: str
    slug: str
    front: ArticleFront

    @property
    def requires(self) -> str | None:
        return self.front.requires

    @property
    def applies_to(self) -> str:
        return self.front.applies_to

    @property
    def shared(self) -> dict[str, object]:
        return {key: getattr(self.front, key) for key in ("type", "applies_to", "requires", "related")}


@dataclass(frozen=True)
class Announcement(Page):
    """What every page says for a while."""

    section: str
    slug: str
    front: AnnouncementFront

    @property
    def shared(self) -> dict[str, object]:
        return {key: getattr(self.front, key) for key in ("level", "starts", "ends", "updated")}


def split(text: str) -> tuple[int, int]:
    """The numbers of the lines of --- around the front matter; 0 where there is no such line."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return 0, 0
    return 1, next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), 0)


def parse_page(
    text: str, path: str, code: str, section: str | None, slug: str | None
) -> tuple[Page, list[Problem]]:
    """Parse one file: the page, and every problem of its body that shows without looking at other files. Raises
    ContentError where the front matter is wrong, so that there is no page."""
    lines = text.split("\n")
    start, end = split(text)
    if not start:
        found = "no front matter" if lines[0].strip() else "an empty first line"
        mend = "Start with --- and end the front matter with ---."
        raise ContentError([Problem(path, 1, found, '"---" on line 1', mend)])
    if not end:
        last = next((number for number, line in enumerate(lines, 1) if not line.strip()), len(lines))
        mend = "Write it after the last key, before the text."
        raise ContentError([Problem(path, last, "no end of the front matter", '"---" on a line of its own', mend)])
    located = parse_yaml("\n".join(lines[1 : end - 1]), path, first_line=2)
    document = parse("\n".join(lines[end:]), min(end + 1, len(lines)))  # no body: nothing, on the last line
    references = _references(document)
    blocks = [*_mark_problems(document, path), *_key_problems(document, path), *_comment_problems(document, path)]
    problems = [*of_kind("blocks", blocks), *of_kind("headings", _heading_problems(document, path))]
    rest = (located, document, references)
    is_article = section and slug and section != ANNOUNCEMENTS
    if is_article and not any("SAFE-" in problem.found for problem in problems):  # one that is there, and named
        problems += of_kind("safety-line", _safety_problems(references, path, len(lines)))
    page: Page
    try:
        if not section or not slug:
            page = Page(path, code, section, slug, validate(PageFront, located), *rest)
        elif section == ANNOUNCEMENTS:
            page = Announcement(path, code, section, slug, validate(AnnouncementFront, located), *rest)
        else:
            page = Article(path, code, section, slug, validate(ArticleFront, located), *rest)
    except ContentError as error:
        raise ContentError([*of_kind("schema", error.problems), *problems]) from None
    return page, problems


def _references(document: Document) -> tuple[Reference, ...]:
    """Every {{ key }} of the body with the block around it, and the methods of ::: offered blocks."""
    found: list[Reference] = []
    block: str | None = None
    parts: list[Mark | Key] = [*document.marks, *document.keys]
    for part in sorted(parts, key=lambda part: part.line):
        if isinstance(part, Mark):
            block = part.name or None
            if part.name.startswith("offered "):
                found.append(Reference(part.name.removeprefix("offered "), part.line, part.name))
        else:
            found.append(Reference(part.name, part.line, block))
    return tuple(found)


def _mark_problems(document: Document, path: str) -> Iterator[Problem]:
    """What is wrong with ::: blocks."""
    opened: Mark | None = None
    for mark in document.marks:
        if mark.column > 1:
            yield Problem(path, mark.line, f'"::: {mark.name}"'.replace(' "', '"'), '":::" at the start of the line')
        elif not mark.name:
            if opened is None and not any(WIDE_MARK.fullmatch(line) for line in document.lines):
                yield Problem(path, mark.line, '":::" that closes nothing', "an opening line before it")
            opened = None
        else:
            if opened is not None:
                expected = f'":::" to end the block of line {opened.line}'
                yield Problem(path, mark.line, f'"::: {mark.name}" inside "::: {opened.name}"', expected)
            elif mark.name not in (*BRANCHES, COPY, *WHILE) and not re.fullmatch(rf"offered {KEY.pattern}", mark.name):
                expected = '"::: self-custody", "::: custodial", "::: copy", "::: offered <key>" …'
                mend = did_you_mean(mark.name, (*BRANCHES, COPY, *WHILE))
                yield Problem(path, mark.line, f'"::: {mark.name}"', expected, mend)
            opened = mark
    wide = [(n, text) for n, text in document.view(TEXT) if WIDE_MARK.fullmatch(text)] if _has_wide(document) else []
    for number, text in wide:
        expected = f'"{text.strip().replace("：", ":")}"'
        yield Problem(path, number, f'"{text.strip()}"', expected, "Write half-width colons: :::.")
    if opened is not None and not wide:
        expected = '":::" on a line of its own after it'
        yield Problem(path, opened.line, f'"::: {opened.name}" without an end', expected)


def _has_wide(document: Document) -> bool:
    return any("：" in line for line in document.lines)


def _key_problems(document: Document, path: str) -> Iterator[Problem]:
    """What is wrong with {{ keys }}."""
    wide: set[int] = set()
    for key in document.keys:
        made = SAFETY_ID.fullmatch(key.name) or INSERT.fullmatch(key.name)
        if made and not key.alone:
            found = f"{{{{ {key.name} }}}} inside a line"
            yield Problem(path, key.line, found, "it alone on its line", "Leave an empty line before and after it.")
        elif not made and not KEY.fullmatch(key.name) and not NETWORK.fullmatch(key.name):
            expected = "a fact's key or a safety line's name, such as {{ SAFE-1 }}"
            yield Problem(path, key.line, f'"{{{{ {key.name} }}}}"', expected)
    for number, text in document.view(TEXT) if any("｛" in line or "｝" in line for line in document.lines) else ():
        for match in WIDE_KEY.finditer(text):
            if not match[0].isascii():
                expected, mend = f"{{{{ {match[1]} }}}}", "Write half-width braces: { and }."
                yield Problem(path, number, f'"{match[0]}"', expected, mend, match.start() + 1)
                wide.add(number)
    written = [sum(line.count(half) for line in document.lines) for half in ("{{", "}}")]
    if written == [len(document.keys)] * 2:
        return  # the common case, which needs no look at each character
    for number, text in document.view(TEXT + TARGET + ANCHOR + HTML):
        if ("{{" in text or "}}" in text) and number not in wide:
            yield Problem(path, number, '"{{" or "}}" without the other', "{{ key }} on one line")


def _comment_problems(document: Document, path: str) -> Iterator[Problem]:
    if not any("<!--" in line or "-->" in line for line in document.lines):
        return
    for number, text in document.view(TEXT + HTML):
        if "<!--" in text or "-->" in text:
            expected = "<!-- and --> in the same paragraph"
            yield Problem(path, number, "half a comment", expected, "Write both, or take it out.")
    if document.open_comment:
        yield Problem(path, document.open_comment, '"<!--" without an end', "--> after it")


def _heading_problems(document: Document, path: str) -> Iterator[Problem]:
    anchors: dict[str, int] = {}
    for heading in document.headings:
        if heading.level == 1:
            found = f'"# {heading.text}"'
            yield Problem(path, heading.line, found, "headings from ## on", "The title is in the front matter.")
        if heading.anchor is None:
            mend = "The same anchor in both languages keeps links alive."
            found = f'heading "{heading.text}" without an anchor'
            yield Problem(path, heading.line, found, "{#short-name} at its end", mend)
        elif heading.anchor in anchors:
            found = f"anchor #{heading.anchor} a second time"
            yield Problem(path, heading.line, found, f"it once (line {anchors[heading.anchor]})")
        else:
            anchors[heading.anchor] = heading.line


def _safety_problems(references: tuple[Reference, ...], path: str, last_line: int) -> list[Problem]:
    """An article has exactly one safety line: a second one makes both easier to skip."""
    safety = [reference for reference in references if SAFETY_ID.fullmatch(reference.key)]
    if len(safety) == 1:
        return []
    line = safety[1].line if safety else last_line
    return [Problem(path, line, f"{len(safety)} safety lines", "exactly one, such as {{ SAFE-1 }}")]
