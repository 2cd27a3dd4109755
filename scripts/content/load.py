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
from .model import Content
from .pages import Page, parse_page
from .problems import ContentError, Problem, of_kind
from .salvage import Lost, rest_of, salvage
from .source import Located, parse_yaml, read_text, validate

# Of each file of a page, by its path: its text, and the page it makes.
Known = dict[str, tuple[str, Page]]

Given = ParamSpec("Given")
Result = TypeVar("Result")

# The data files: which part of Content each becomes, and how.
FILES: dict[str, tuple[str, Callable[[Located], Any]]] = {
    "languages.yml": ("languages", lambda at: tuple(validate(Languages, at).languages)),
    "navigation.yml": ("navigation", lambda at: validate(Navigation, at)),
    "facts.yml": ("facts", parse_facts),
    "safety.yml": ("safety", lambda at: validate(Safety, at).root),
    "terms.yml": ("terms", lambda at: validate(Terms, at)),
    "pictures.yml": ("pictures", lambda at: validate(Pictures, at).root),
    "glossary.yml": ("glossary", lambda at: validate(Glossary, at).root),
    "redirects.yml": ("redirects", lambda at: {moved.old: moved.new for moved in validate(Redirects, at).redirects}),
    "links.yml": ("hosts", lambda at: {link.host: link for link in validate(Links, at).links}),
    "search.yml": ("search", lambda at: validate(SearchSettings, at)),
    "accepted.yml": ("accepted", lambda at: validate(Accepted, at).root),
    "source-facts.yml": ("statements", lambda at: validate(Statements, at).root),
    "coverage.yml": ("coverage", lambda at: validate(Coverage, at).root),
}
# A help center that nobody has read yet, or that did not grow from an article, lacks these, or has them empty.
OPTIONAL = ("accepted.yml", "source-facts.yml", "coverage.yml")


def load(docs: Path, today: datetime.date, known: Known | None = None) -> Content:
    """Read and validate everything under `docs`. Raises ContentError naming every problem found, with the `rest`.

    `today`: no host can have been looked at on a day to come. `known` keeps the pages for the next time: live reload
    reads those anew whose text is not as it was.
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
    content = Content(**parts, data=reader.used, pages=pages)
    problems = [*reader.problems, *problems_across_files(content, reader.failed, reader.lost, today)]
    if problems:
        raise ContentError(problems, reader.data, rest_of(content))
    return content


class _Reader:
    """Reads files one by one and collects what is wrong with them."""

    def __init__(self, docs: Path, known: Known | None) -> None:
        self.docs = docs
        self.known = known
        self.problems: list[Problem] = []
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

    def _located(self, name: str) -> Located:
        file = self.docs / "_data" / name
        path = self._path(file)
        text = "" if name in OPTIONAL and not file.exists() else read_text(file, path)
        if name in OPTIONAL and not re.search(r"^[^#\s]", text, re.MULTILINE):
            return Located(path, {}, {(): 1})
        return parse_yaml(text, path)

    def pages(self, languages: tuple[Language, ...]) -> Iterator[tuple[tuple[str, str], Page]]:
        """Every page with its language and address."""
        codes = [language.code for language in languages]
        for file in sorted(self.docs.rglob("*.md")):
            top = file.relative_to(self.docs).parts[0]
            if top not in codes and not top.startswith("_"):
                expected = f"pages in {' and '.join(f'docs/{code}/' for code in codes)} alone"
                self.problems.append(Problem(self._path(file), 1, "a page here", expected, rule="navigation"))
        for language in languages:
            folder = self.docs / language.code
            for file in sorted(folder.rglob("*.md")):
                *sections, name = file.relative_to(folder).with_suffix("").parts
                if len(sections) > 1 or (not sections and name != "index"):
                    expected = f"docs/{language.code}/<section>/<slug>.md"
                    self.problems.append(Problem(self._path(file), 1, "a page here", expected, rule="navigation"))
                    continue
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
