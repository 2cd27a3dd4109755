"""Changes to many files at once that writers would get wrong by hand: here new articles and announcements; a moved or
retired article in rename.py.

Each function plans its whole change first and refuses what cannot be done with an EditError; `apply` then writes it,
reads everything back, and puts the old files back if that fails.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import Path

from . import accepted
from .load import load
from .model import Content
from .pages import ANNOUNCEMENTS
from .problems import ContentError, did_you_mean
from .source import parse_yaml, read_text

ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")

# Which template an article of a type begins with.
TEMPLATES = {
    "how-to": "how-to",
    "troubleshooting": "troubleshooting",
    "faq": "concept",
    "concept": "concept",
    "reference": "concept",
}


class EditError(Exception):
    """What was asked for cannot be done; the message says why, and what can."""


class Change:
    """New texts of files under a folder, none written yet. None stands for a file that goes."""

    def __init__(self, docs: Path):
        self.docs = docs
        self.texts: dict[Path, str | None] = {}
        self.retired = False  # whether an article goes without being moved
        # what it was before, and the new address for an old one: what was accepted stays so
        self.carried: tuple[Content, dict[str, str]] | None = None
        self.accepts: tuple[list[accepted.Place], str] | None = None  # what has been read with it, and in which role
        self._before: dict[Path, bytes | None] = {}

    def read(self, file: Path) -> str:
        """The new text of a file, or the text that it has."""
        text = self.texts.get(file)
        return read_text(file, self._name(file)) if text is None else text

    def change_line(self, file: Path, number: int, pattern: str, new: str) -> None:
        """Write `new` for what the pattern matches in a line. Raises EditError where it matches nothing."""
        lines = self.read(file).split("\n")
        lines[number - 1], count = re.subn(pattern, new, lines[number - 1], count=1)
        if not count:
            raise EditError(f"{self._name(file)}:{number}: the article stands there in a way that only you can change.")
        self.texts[file] = "\n".join(lines)

    def replace_lines(self, file: Path, first: int, after: int, lines: Iterable[str] = ()) -> None:
        """Write lines in place of those from `first` on, up to and without `after`."""
        text = self.read(file).split("\n")
        text[first - 1 : after - 1] = lines
        self.texts[file] = "\n".join(text)

    def _name(self, file: Path) -> str:
        return file.relative_to(self.docs.parent).as_posix() if file.is_relative_to(self.docs) else str(file)

    def apply(self, today: datetime.date) -> None:
        """Write everything, or nothing: raises ContentError and restores the files if the content no longer loads."""
        record = self.docs / "_data" / accepted.FILE
        self._before = {file: file.read_bytes() if file.exists() else None for file in (*self.texts, record)}
        try:
            for file, text in self.texts.items():
                write(file, None if text is None else text.encode("utf-8"))
            content = load(self.docs, today)
            if self.carried and self.carried[0].accepted:
                self.texts[record] = accepted.carried(self.carried[0], content, self.carried[1])
            if self.accepts:
                self.texts[record] = accepted.accept(content, *self.accepts, today)
            if record in self.texts:
                write(record, (self.texts[record] or "").encode("utf-8"))
        except (ContentError, OSError):
            self.undo()
            raise

    def undo(self) -> None:
        """Put everything back as it was before `apply`."""
        for file, raw in self._before.items():
            write(file, raw)


def write(file: Path, raw: bytes | None) -> None:
    """Write a file whole or, on a full disk, not at all. None: remove it."""
    if raw is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_bytes(raw)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def new_article(content: Content, docs: Path, address: str, kind: str, today: datetime.date) -> Change:
    """A new article at section/slug from the template of its type, in every language, last in its section."""
    section, slug = split_address(address)
    sections = [section.id for section in content.navigation.sections]
    if section not in sections:
        mend = did_you_mean(section, sections) or f"There are: {', '.join(sections)}."
        raise EditError(f'there is no section "{section}". {mend}')
    if any(page.slug == slug for page in content.pages.values()):
        raise EditError(f'there is an article "{slug}" already. Choose another name.')
    if f"{section}/{slug}/" in content.redirects:
        mend = "Choose another name, or remove it from redirects.yml."
        raise EditError(f'"{address}" is an old address that leads elsewhere. {mend}')
    change = Change(docs)
    for language in content.languages:
        template = (docs / "_templates" / f"{TEMPLATES[kind]}.{language.code}.md").read_text("utf-8")
        text = re.sub(r"^type: .*$", f"type: {kind}", template, flags=re.MULTILINE)
        text = re.sub(r"^reviewed: .*$", f"reviewed: {today}", text, flags=re.MULTILINE)
        change.texts[docs / language.code / section / f"{slug}.md"] = text
    list_article(change, section, slug)
    return change


def new_announcement(
    content: Content, docs: Path, slug: str, now: datetime.datetime, lasts: datetime.timedelta, level: str
) -> Change:
    """An announcement that begins now, to be filled in, in every language."""
    change = Change(docs)
    for code, file in announcement_files(content, docs, slug, now).items():
        text = (docs / "_templates" / f"announcement.{code}.md").read_text("utf-8")
        for word, moment in (("STARTS", now), ("ENDS", now + lasts)):
            text = text.replace(word, moment.isoformat(" ", "minutes"))
        change.texts[file] = re.sub(r"(?<=^level: ).*$", level, text, flags=re.MULTILINE)
    return change


def announcement_name(slug: str, now: datetime.datetime) -> str:
    """The name of its files: the day and what the writer calls it. Raises EditError for what is no name."""
    name = f"{now.date()}-{slug}"
    if not ADDRESS.fullmatch(f"{ANNOUNCEMENTS}/{name}"):
        raise EditError(f'"{slug}" is no name. Use lower-case letters, digits and -, such as slow-withdrawals.')
    return name


def announcement_files(content: Content, docs: Path, slug: str, now: datetime.datetime) -> dict[str, Path]:
    """The files of a new announcement, by the code of their language. Raises EditError where there is one."""
    name = announcement_name(slug, now)
    files: dict[str, Path] = {
        language.code: docs / language.code / ANNOUNCEMENTS / f"{name}.md" for language in content.languages
    }
    if any(file.exists() for file in files.values()):
        raise EditError(f'there is an announcement "{name}" already. Choose another name.')
    return files


def split_address(address: str) -> tuple[str, str]:
    """Section and slug. Raises EditError for what is no address of an article."""
    if not ADDRESS.fullmatch(address):
        mend = "Use section/name with lower-case letters, digits and -, such as deposits/lost-receipt."
        raise EditError(f'"{address}" is no name. {mend}')
    section, _, slug = address.partition("/")
    return section, slug


def list_article(change: Change, section: str, slug: str) -> None:
    """Add the article at the end of its section in navigation.yml, which the change may have touched already."""
    file = change.docs / "_data/navigation.yml"
    text = change.read(file)
    located = parse_yaml(text, file.name)
    index, articles = next((i, s["articles"]) for i, s in enumerate(located.data["sections"]) if s["id"] == section)
    last = located.line(("sections", index, "articles", len(articles) - 1))
    line = text.split("\n")[last - 1]
    if re.fullmatch(rf"\s*-\s+{re.escape(articles[-1])}\s*", line):
        change.replace_lines(file, last + 1, last + 1, [line.replace(articles[-1], slug)])
    else:  # [a, b]
        change.change_line(file, last, rf"(?<![\w-]){re.escape(articles[-1])}(\s*\])", rf"{articles[-1]}, {slug}\g<1>")
