"""What a rule reads, and the examples that show and test it.

A rule is a module of this package, listed in RULES (__init__.py):

    ID = "SEC001"                    never changes; severities.yml says how much it weighs
    NAME = "secret-request"          what people call it
    ABOUT = {"zh": …, "en": …}       one sentence for writers
    EXAMPLES = [page(en=…), …]       what it finds, at the lines that end in MARK, and what it leaves alone
    def check(source): …             yields a Problem for each place
    def fix(file): …                 only where mending is mechanical: the file's text, mended
"""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup

from scripts.content import Content, ContentError, Problem, load
from scripts.content.articles import HEADING_ID, REFERENCE
from scripts.content.source import read_text

MARK = " ⟸"  # ends a line of an example at which the rule must point

FENCE = re.compile(r"^\s*(```|~~~)")
NOT_PROSE = re.compile(
    r"<!--.*?-->|`[^`]*`|(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|<(?:https?|mailto|tel):[^>]*>|"
    + f"{REFERENCE.pattern}|{HEADING_ID.pattern}"
)
SPOKEN_KEY = re.compile(r"^(title|description): ?[\"']?")
ITEM = re.compile(r"^  - [\"']?")


@dataclass(frozen=True)
class File:
    """A text file under docs/ as it is written. `code` is its language, None for data."""

    path: str
    code: str | None
    text: str

    @functools.cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @functools.cached_property
    def body_line(self) -> int:
        """The number of the body's first line; front matter stands before it."""
        if not self.path.endswith(".md") or self.lines[0].rstrip() != "---":
            return 1
        return next((number for number, line in enumerate(self.lines[1:], 3) if line.rstrip() == "---"), 1)

    @functools.cached_property
    def prose(self) -> list[tuple[int, str]]:
        """(line number, text) of what readers see: title, description, body. Columns are the file's own: code, targets of
        links, {{ keys }}, {#anchors} and comments are blanks."""
        return [*self._front("spoken"), *self._body()]

    @functools.cached_property
    def questions(self) -> list[tuple[int, str]]:
        """(line number, text) of what readers type, columns as in the file."""
        return self._front("questions")

    def _front(self, wanted: str) -> list[tuple[int, str]]:
        found, key = [], ""
        for number, line in enumerate(self.lines[1 : self.body_line - 2], 2):
            if not line.startswith((" ", "-")):
                key = line.partition(":")[0]
            pattern = SPOKEN_KEY if wanted == "spoken" else ITEM if key == "questions" else None
            if pattern and (match := pattern.match(line)):
                found.append((number, " " * match.end() + line[match.end() :].rstrip("\"'")))
        return found

    def _body(self) -> list[tuple[int, str]]:
        found, fenced = [], False
        for number, line in enumerate(self.lines[self.body_line - 1 :], self.body_line):
            if FENCE.match(line):
                fenced = not fenced
            elif not fenced:
                found.append((number, NOT_PROSE.sub(lambda match: " " * len(match[0]), line)))
        return found


@dataclass(frozen=True)
class Source:
    """Everything there is to check. `content` is None where it does not load, or where there is only text."""

    files: tuple[File, ...]
    content: Content | None
    problems: tuple[Problem, ...] = ()  # why it does not load
    today: datetime.date = field(default_factory=datetime.date.today)
    docs: Path | None = None
    site: Path | None = None  # the built site, where there is one

    def loading(self, rule: str) -> list[Problem]:
        """What the content model found, of one kind."""
        return [problem for problem in self.problems if problem.rule == rule]

    def pages(self) -> list[File]:
        """The Markdown files, of all languages."""
        return [file for file in self.files if file.path.endswith(".md")]

    def file(self, path: str) -> File:
        return next(file for file in self.files if file.path == path)

    def built(self) -> list[Built]:
        """The pages of the built site that come from Markdown; none where there is no built site."""
        if not self.content or not self.site:
            return []
        main = self.content.languages[0].code
        found = []
        for (code, address), page in self.content.pages.items():
            name = f"{'' if code == main else code + '/'}{address}index.html"
            if (self.site / name).exists():
                found.append(Built(name, self.file(page.path), code))
        return found


@dataclass(frozen=True)
class Built:
    """A page of the built site. `name` is relative to the site, `source` the Markdown it comes from."""

    name: str
    source: File
    code: str

    def line(self, text: str) -> int:
        """The line of the Markdown that holds most of a text of the page; 1 if none does."""
        words = set(re.findall(r"[a-z0-9]{3,}|[\u3400-\u9fff]", text.lower()))
        best = max(enumerate(self.source.lines, 1), key=lambda entry: (sum(word in entry[1].lower() for word in words), -entry[0]))
        return best[0] if any(word in best[1].lower() for word in words) else 1


@functools.lru_cache(maxsize=512)
def soup(file: Path) -> BeautifulSoup:
    """A page of the built site, parsed once for all rules."""
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


def read(docs: Path, today: datetime.date, site: Path | None = None) -> Source:
    """Read docs/: its files, and the content where it loads."""
    root = docs.parent
    codes = {folder.name for folder in docs.iterdir() if folder.is_dir() and not folder.name.startswith("_")}
    files = []
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(root).as_posix()
        top = path.relative_to(docs).parts[0]
        if path.suffix in (".md", ".yml", ".svg") and top != "_templates":
            try:
                text = read_text(path, name)
            except ContentError:
                continue  # the content model says so
            files.append(File(name, top if top in codes else None, text))
    try:
        return Source(tuple(files), load(docs), (), today, docs, site)
    except ContentError as error:
        return Source(tuple(files), None, tuple(error.problems), today, docs, site)


def read_foreign(folder: Path, code: str, today: datetime.date) -> Source:
    """The Markdown files of another project, all in one language: text alone, without our data."""
    files, problems = [], []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        try:
            files.append(File(name, code, read_text(path, name)))
        except ContentError as error:
            problems += error.problems
    return Source(tuple(files), None, tuple(problems), today)


@dataclass(frozen=True)
class Example:
    """Files that replace or join those of the tests' sample. Lines that end in MARK are what the rule must find."""

    files: dict[str, str]
    today: datetime.date = datetime.date(2026, 11, 23)


FRONT = """\
---
title: {title}
description: {description}
type: how-to
applies_to: both
questions:
  - {question}
related:
  - deposit-crypto
reviewed: 2026-11-01
---

"""
EXAMPLE_PATH = "docs/{code}/deposits/example.md"
WORDS = {
    "zh": {"title": "示例文章", "description": "这是一句说明。", "question": "举个例子", "body": "先看余额。"},
    "en": {"title": "An example article", "description": "This is one sentence.", "question": "for example", "body": "First look at the balance."},
}


def page(
    *, zh: str | None = None, en: str | None = None, front: dict[str, str] | None = None, front_en: dict[str, str] | None = None, **more: object
) -> Example:
    """An example of an article in both languages, with these bodies. `front` replaces lines of both front matters, by
    key: the whole lines; {"title": ""} removes one. `front_en` does so in the English one alone."""
    files = {}
    for code, body in (("zh", zh), ("en", en)):
        head = FRONT.format(**WORDS[code])
        for key, lines in {**(front or {}), **((front_en or {}) if code == "en" else {})}.items():
            head = re.sub(rf"^{key}:.*\n(?:  .*\n)*", lines and lines + "\n", head, flags=re.MULTILINE)
        body = WORDS[code]["body"] if body is None else body
        safety = "" if "SAFE-" in body else "\n\n{{ SAFE-1 }}"
        files[EXAMPLE_PATH.format(code=code)] = f"{head}{body.strip(chr(10))}{safety}\n"
    return Example(files, **more)


HTML = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="description" content="What it says.">
{head}
</head>
<body><article>{body}</article></body>
</html>
"""


def built(body: str = "<p>Text.</p>", *, title: str = "An example article", head: str = "", lang: str = "en", marked: bool = False) -> Example:
    """An example of a built English page; marked, the rule must point at the first line of its Markdown."""
    files = page().files
    path = EXAMPLE_PATH.format(code="en")
    files[path] = files[path].replace("---", "---" + MARK, 1) if marked else files[path]
    html = HTML.format(lang=lang, title=title, head=head, body=body)
    return Example(files | {"site/en/deposits/example/index.html": html})


def data(**texts: str) -> Example:
    """An example of data files: data(links="…") replaces docs/_data/links.yml."""
    return Example({f"docs/_data/{name}.yml": text for name, text in texts.items()})
