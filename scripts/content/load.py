"""Reading everything under docs/: the data files, then the pages. across.py says whether all of it fits together.

What is broken hides nothing else: of a file with mistakes all that is right is read (salvage.py), so that every mistake
is named at once, and none that only follows from another.
"""

from __future__ import annotations

import datetime
import gc
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from .across import problems_across_files
from .data import (
    Accepted,
    Coverage,
    Glossary,
    Language,
    Languages,
    Links,
    Navigation,
    Pictures,
    Redirects,
    Safety,
    SearchSettings,
    Statements,
    Terms,
)
from .facts import parse_facts
from .files import is_page, survey
from .model import Content
from .networks import Networks
from .pages import Page, parse_page
from .problems import ContentError, Problem, of_kind
from .salvage import Lost, rest_of, salvage
from .source import Located, parse_yaml, read_text, validate

# Of each file of a page, by its path: its text, and the page it makes.
Known = dict[str, tuple[str, Page]]

Given = ParamSpec("Given")
Result = TypeVar("Result")
WORDS = "words.txt"

# The data files: which part of Content each becomes, and how.
FILES: dict[str, tuple[str, Callable[[Located], Any]]] = {
    "languages.yml": ("languages", lambda at: tuple(validate(Languages, at).languages)),
    "navigation.yml": ("navigation", lambda at: validate(Navigation, at)),
    "facts.yml": ("facts", parse_facts),
    "safety.yml": ("safety", lambda at: validate(Safety, at).root),
    "terms.yml": ("terms", lambda at: validate(Terms, at)),
    "pictures.yml": ("pictures", lambda at: validate(Pictures, at).root),
    "networks.yml": ("networks", lambda at: validate(Networks, at).root),
    "glossary.yml": ("glossary", lambda at: validate(Glossary, at).root),
    "redirects.yml": ("redirects", lambda at: {moved.old: moved.new for moved in validate(Redirects, at).redirects}),
    "links.yml": ("hosts", lambda at: {link.host: link for link in validate(Links, at).links}),
    "search.yml": ("search", lambda at: validate(SearchSettings, at)),
    "accepted.yml": ("accepted", lambda at: validate(Accepted, at).root),
    "source-facts.yml": ("statements", lambda at: validate(Statements, at).root),
    "coverage.yml": ("coverage", lambda at: validate(Coverage, at).root),
}
# A help center that nobody has read yet, or that did not grow from an article, has these empty. None may be missing:
# what it asks for would no longer be asked.
MAY_BE_EMPTY = ("accepted.yml", "source-facts.yml", "coverage.yml")


def load(docs: Path, today: datetime.date, known: Known | None = None) -> Content:
    """Read and validate everything under `docs`. Raises ContentError naming every problem found, with the `rest`.

    `today`: the day by which facts hold or have run out; nothing can have been looked at on a day to come. `known`
    keeps the pages for the next time: live reload reads those anew whose text is not as it was.
    """
    collecting = gc.isenabled()
    gc.disable()  # all that is read stays: no need to look through it for what can go, again and again
    try:
        return _load(_Reader(docs, known), today)
    finally:
        if collecting:
            gc.enable()


def _load(reader: _Reader, today: datetime.date) -> Content:
    parts = dict(reader.data_files())
    pages = dict(reader.pages(parts["languages"]))
    content = Content(**parts, data=reader.used, pages=pages, today=today)
    found = problems_across_files(content, reader.failed, reader.lost, today)
    problems = [*reader.strays, *reader.problems, *found]
    if problems:
        raise ContentError(problems, reader.data, rest_of(content))
    return content


def parse_words(text: str, path: str) -> Located:
    """The list of words, which no page shows: only whether it has changed is asked of it."""
    lines = [line.strip() for line in text.split("\n")]
    return Located(path, [line for line in lines if line and not line.startswith("#")], {(): 1})


class _Reader:
    """Reads files one by one and collects what is wrong with them."""

    def __init__(self, docs: Path, known: Known | None) -> None:
        self.docs = docs
        self.known = known
        self.problems: list[Problem] = []
        self.files, self.strays = survey(docs, FILES)
        self.data: dict[str, Located] = {}  # as it is written, where that is YAML
        self.used: dict[str, Located] = {}  # the same without what cannot be used
        self.lost = Lost()
        self.failed: set[tuple[str, str]] = set()  # pages that are there and cannot be used

    def data_files(self) -> Iterator[tuple[str, Any]]:
        """Each part of Content that a data file becomes."""
        for name, (part, parse) in FILES.items():
            located = self._attempt(self._located, name)
            if located:
                self.data[name] = self.used[name] = located
            made = self._attempt(parse, located) if located else None
            if made is None:
                self.used[name], made = salvage(f"docs/_data/{name}", located, parse)
                self.lost.note(name, located, self.used[name])
            yield part, made
        file = self.docs / "_data" / WORDS
        if file.exists() and (text := self._attempt(read_text, file, self._path(file))):
            self.data[WORDS] = self.used[WORDS] = parse_words(text, self._path(file))

    def _located(self, name: str) -> Located:
        file = self.docs / "_data" / name
        path = self._path(file)
        if stray := [problem for problem in self.strays if problem.path == path]:
            raise ContentError(stray)  # a link, or what cannot be read
        text = read_text(file, path)
        if name in MAY_BE_EMPTY and not re.search(r"^[^#\s]", text, re.MULTILINE):
            return Located(path, {}, {(): 1})
        return parse_yaml(text, path)

    def pages(self, languages: tuple[Language, ...]) -> Iterator[tuple[tuple[str, str], Page]]:
        """Every page with its language and address."""
        for language in languages:
            for path in [path for path in self.files if is_page(path) and path.startswith(f"{language.code}/")]:
                file = self.docs / path
                *sections, name = Path(path).with_suffix("").parts[1:]
                section = sections[0] if sections else None
                slug = name if name != "index" else None
                address = "".join(f"{part}/" for part in (section, slug) if part)
                page = self._attempt(self._page, file, language.code, section, slug)
                if page:
                    yield (language.code, address), page
                else:
                    self.failed.add((language.code, address))

    def _page(self, file: Path, code: str, section: str | None, slug: str | None) -> Page:
        path = self._path(file)
        text = read_text(file, path)
        before, page = (self.known or {}).get(path, ("", None))
        if page is None or text != before:
            page, problems = parse_page(text, path, code, section, slug)
            self.problems += problems
            if self.known is not None and not problems:
                self.known[path] = text, page
        return page

    def _path(self, file: Path) -> str:
        return file.relative_to(self.docs.parent).as_posix()

    def _attempt(
        self, step: Callable[Given, Result], *given: Given.args, **options: Given.kwargs
    ) -> Result | None:
        """What the step returns, or None where it fails."""
        try:
            return step(*given, **options)
        except ContentError as error:
            self.problems += of_kind("schema", error.problems)
            return None
