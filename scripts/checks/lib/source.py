"""What rules read: the files under docs/, the content where it loads, the built site where there is one.

The type of a rule's parameter says what it needs: Source (text alone), Loaded (the content model too), or BuiltSite.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.content import Content, ContentError, Page, Problem, load
from scripts.content.blocks import Block, blocks
from scripts.content.files import is_page, survey
from scripts.content.load import FILES
from scripts.content.markdown import MARKUP, TEXT, Document, parse
from scripts.content.pages import split
from scripts.content.source import Located, Where, read_text

from .values import Value, values

# A line of the front matter, behind the key that it belongs to: where what it says begins
_SPOKEN = re.compile(r"(title|description):\1: ?[\"']?")
_QUESTION = re.compile(r"questions:  - [\"']?")


@dataclass(frozen=True)
class File:
    """A text file under docs/ as it is written. `code` is its language, None for data."""

    path: str
    code: str | None
    text: str
    page: Page | None = field(default=None, compare=False)  # what the content makes of it, where it loads

    def problem(self, place: tuple[int, int], found: str, expected: str, mend: str = "") -> Problem:
        """A problem at a line and column of this file, such as a sentence's where[0]."""
        return Problem(self.path, place[0], found, expected, mend, place[1])

    def changed(self, prose: Iterable[tuple[int, str]], change: Callable[[str], str]) -> str:
        """The text with these lines of prose changed, each character for one; code, targets, keys and comments stay."""
        lines = list(self.lines)
        for number, text in prose:
            line = lines[number - 1]
            pairs = zip(text, change(text), line, strict=False)
            lines[number - 1] = "".join(kept if old == new else new for old, new, kept in pairs) + line[len(text) :]
        return "\n".join(lines)

    @functools.cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def is_page(self) -> bool:
        return self.path.endswith(".md")

    @functools.cached_property
    def body_line(self) -> int:
        """The number of the body's first line; front matter stands before it."""
        start, end = split(self.text) if self.is_page else (0, 0)
        return len(self.lines) + 1 if start and not end else end + 1  # front matter without an end: all of it

    @functools.cached_property
    def document(self) -> Document:
        """The body, read as the pages are made of it. Of a data file: nothing."""
        if self.page:
            return self.page.document
        start, end = split(self.text)
        body = self.lines[self.body_line - 1 :] if self.is_page and (end or not start) else []
        return parse("\n".join(body), min(self.body_line, len(self.lines)))  # no body: nothing, on the last line

    @functools.cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, steps, cells, headings and templates of the body."""
        return blocks(self.document)

    @functools.cached_property
    def prose(self) -> list[tuple[int, str]]:
        """(line number, text) of what readers see: title, description, body. Columns are the file's own: code, targets
        of links, {{ keys }}, {#anchors}, HTML and comments are blanks."""
        return [*self.spoken, *self.document.view(TEXT + MARKUP)]

    @functools.cached_property
    def spoken(self) -> list[tuple[int, str]]:
        """(line number, text) of title and description, columns as in the file."""
        return list(self._front(_SPOKEN))

    @functools.cached_property
    def units(self) -> tuple[Block, ...]:
        """Title and description, and the blocks of the body: what readers take in at once."""
        front = []
        for number, line in self.spoken:
            places = tuple((number, column) for column in range(1, len(line) + 2))
            front.append(Block("", "front", (1,), line, TEXT * len(line), places))
        return (*front, *self.blocks)

    @functools.cached_property
    def questions(self) -> list[tuple[int, str]]:
        """(line number, text) of what readers type, columns as in the file."""
        return list(self._front(_QUESTION))

    def _front(self, wanted: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        key = ""
        for number, line in enumerate(self.lines[1 : self.body_line - 2], 2):
            key = key if line.startswith((" ", "-")) else line.partition(":")[0]
            if match := wanted.match(f"{key}:{line}"):
                start = match.end() - len(key) - 1
                yield number, " " * start + line[start:].rstrip("\"'")


@dataclass(frozen=True)
class Values(File):
    """What readers see of a data file in one language, to be read as a page is; with code None, what both languages
    show, and what readers type. Columns are the file's own."""

    held: tuple[Value, ...] = field(default=(), compare=False)

    @functools.cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(value.block for value in self.held if not value.typed)

    @functools.cached_property
    def units(self) -> tuple[Block, ...]:
        return self.blocks

    @functools.cached_property
    def prose(self) -> list[tuple[int, str]]:
        return _in_lines(self.blocks)

    @functools.cached_property
    def spoken(self) -> list[tuple[int, str]]:
        return []

    @functools.cached_property
    def questions(self) -> list[tuple[int, str]]:
        return _in_lines([value.block for value in self.held if value.typed])


def in_languages(file: File) -> Iterator[Values]:
    """A data file as readers of each language see it. Of a page, and of data that no reader sees: nothing."""
    held: dict[str | None, list[Value]] = {}
    for value in values(file.path.rpartition("/")[2], file.text) if file.path.endswith(".yml") else ():
        held.setdefault(value.code, []).append(value)
    yield from (Values(file.path, code, file.text, held=tuple(those)) for code, those in held.items())


def _in_lines(units: Iterable[Block]) -> list[tuple[int, str]]:
    """(line number, text) of blocks that stand in lines of a data file, with blanks for what stands between them."""
    lines: dict[int, list[str]] = {}
    for block in units:
        for character, (number, column) in zip(block.text, block.places, strict=False):
            if character != "\n":
                line = lines.setdefault(number, [])
                line.extend(" " * (column - len(line)))
                line[column - 1] = character
    return [(number, "".join(line)) for number, line in sorted(lines.items())]


@dataclass(frozen=True)
class Source:
    """Everything there is to check. `problems` say why the content does not load, where it does not."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    today: datetime.date
    docs: Path | None  # None for another project's files
    content: Content | None  # where it does not load: what can be used of it
    data: dict[str, Located]  # the data files that could be read, by name: data["facts.yml"]

    def pages(self) -> list[File]:
        """The Markdown files, of all languages."""
        return [file for file in self.files if file.is_page]

    @functools.cached_property
    def texts(self) -> tuple[File, ...]:
        """All that readers see: the Markdown files, and the data files, of which each language is a text of its own."""
        return (*self.pages(), *(part for file in self.files for part in in_languages(file)))

    def prose(self, code: str | None = None) -> Iterator[tuple[File, int, str]]:
        """Each line of what readers see, with its file and number; of one language, or of all."""
        for file in self.texts:
            if code in (None, file.code):
                yield from ((file, number, text) for number, text in file.prose)

    def redirects(self) -> list[tuple[str, str]]:
        """(old address, new one) as they are written, without slashes at their ends; "" for one that is missing."""
        listed = self.data["redirects.yml"].data.get("redirects") if "redirects.yml" in self.data else None
        entries = [entry if isinstance(entry, dict) else {} for entry in listed] if isinstance(listed, list) else []
        return [(str(entry.get("old") or "").strip("/"), str(entry.get("new") or "").strip("/")) for entry in entries]

    def file(self, path: str) -> File:
        """The file of that path, such as docs/en/index.md, which must be there."""
        return self.by_path[path]

    @functools.cached_property
    def by_path(self) -> dict[str, File]:
        return {file.path: file for file in self.files}


@dataclass(frozen=True)
class Loaded(Source):
    """A source whose content loads; for a rule, also what can be used of one that does not."""

    content: Content

    def with_site(self, site: Path) -> BuiltSite:
        """The same, with the site that was built of it."""
        return BuiltSite(self.files, self.problems, self.today, self.docs, self.content, self.data, site)

    def translations(self) -> Iterator[tuple[Page, Page]]:
        """Each page of the first language with each of its translations."""
        first, *others = (language.code for language in self.content.languages)
        for (code, address), page in self.content.pages.items():
            for other in others if code == first else ():
                if (other, address) in self.content.pages:
                    yield page, self.content.pages[other, address]


@dataclass(frozen=True)
class BuiltSite(Loaded):
    """A loaded source, and the site that was built of it."""

    site: Path

    def built(self) -> list[Built]:
        """The pages of the built site that come from Markdown."""
        pages = self.content.pages.items()
        named = ((f"{self.content.url(*key)}index.html", page) for key, page in pages)
        return [Built(name, self.file(page.path), page.code) for name, page in named if (self.site / name).exists()]


@dataclass(frozen=True)
class Built:
    """A page of the built site. `name` is relative to the site, `source` the Markdown it comes from."""

    name: str
    source: File
    code: str

    def line(self, text: str) -> int:
        """The line of the Markdown that holds most of a text of the page; 1 if none does."""
        words = set(re.findall(r"[a-z0-9]{3,}|[\u3400-\u9fff]", text.lower()))
        lines = [sum(word in line.lower() for word in words) for line in self.source.lines]
        return lines.index(max(lines)) + 1


def texts(located: Located) -> dict[Where, tuple[int, str]]:
    """The texts of a data file by where they stand, each with its line."""
    found = {}
    for where, line in located.lines.items():
        value = located.data
        for step in where:
            value = value[step]
        if isinstance(value, str):
            found[where] = line, value
    return found


def read(docs: Path, today: datetime.date, site: Path | None = None) -> Source:
    """Read docs/: its files, and the content where it loads; then, with `site`, the site that was built of it."""
    content: Content | None = None
    problems: tuple[Problem, ...] = ()
    try:
        content = load(docs, today)
        data = content.data
    except ContentError as error:
        content, data, problems = error.rest, error.data, tuple(error.problems)
    files = []
    for path in survey(docs, FILES)[0]:
        name, top = f"{docs.name}/{path}", path.partition("/")[0]
        if path.endswith((".md", ".yml")) and top != "_templates":
            with contextlib.suppress(ContentError):  # the content model says so
                page = content.by_path.get(name) if content else None
                files.append(File(name, top if is_page(path) else None, read_text(docs / path, name), page))
    if problems or not content:
        return Source(tuple(files), problems, today, docs, content, data)
    loaded = Loaded(tuple(files), (), today, docs, content, data)
    return loaded.with_site(site) if site else loaded


def read_foreign(folder: Path, code: str, today: datetime.date) -> Source:
    """The Markdown files of another project, all in one language: text alone, without our data."""
    files, problems = [], []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        try:
            files.append(File(name, code, read_text(path, name)))
        except ContentError as error:
            problems += error.problems
    return Source(tuple(files), tuple(problems), today, None, None, {})
