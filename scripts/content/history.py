"""What a unit said when it was accepted, from the history of the files: git keeps it, so accepted.yml need not.

    for change in changes(docs, content, held(content)):
        print(*change.lines(), sep="\n")
"""

from __future__ import annotations

import difflib
import io
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from .accepted import FILE, HOME, Held, Place, Unit, units_of_data, units_of_page
from .data import Acceptance
from .load import WORDS, load, parse_words
from .model import Content
from .pages import parse_page
from .problems import ContentError
from .source import Located, parse_yaml
from .urgent import not_urgent

# The files in which facts are withdrawn and announcements made.
_URGENT = re.compile(r"docs/(?:_data/(?:facts|accepted)\.yml|[a-z]+/announcements/[a-z0-9-]+\.md)")

VERSIONS = 40  # of a file, from the newest one on, that are looked through
IN_ALL = 400  # that are parsed for one question, however many files have changed

SAME_WORDS = "~ the same sentences in another form: emphasis, lists, tables, or a key of the front matter"


class HistoryError(Exception):
    """The history does not answer; the message says why."""


@dataclass(frozen=True)
class Change:
    """What is held, and what it said when it was accepted: None where there was nothing, or where `note` says why it is
    not known."""

    held: Held
    before: Unit | None
    note: str = ""

    @property
    def where(self) -> tuple[str, int]:
        """The file and the line where it begins, in the first language that changed."""
        parts = self.held.unit.parts if self.held.unit else {}
        changed = [parts[code] for code in self.sentences if code in parts]
        return (changed[0].path, changed[0].line) if changed else (self.held.path, self.held.line)

    @cached_property
    def sentences(self) -> dict[str, list[str]]:
        """For each language that changed ("" for none): "- sentence" for what went, "+ sentence" for what came."""
        old, new = (unit.parts if unit else {} for unit in (self.before, self.held.unit))
        found = {}
        for code in dict.fromkeys([*new, *old]):
            before, after = (parts[code].sentences if code in parts else () for parts in (old, new))
            lines = list(_diff(before, after))
            if not lines and code in old and code in new and old[code].form != new[code].form:
                lines = [SAME_WORDS]
            if lines:
                found[code] = lines
        return found

    def lines(self) -> Iterator[str]:
        """What people read of it: where, since when, and sentence by sentence what changed."""
        path, line = self.where
        yield f"{path}:{line}: {self.held.said}" + (f"; {self.note}" if self.note else "")
        for code, lines in self.sentences.items():
            part = self.held.unit.parts.get(code) if self.held.unit else None
            if part and part.path != path:
                yield f"{part.path}:{part.line}:"
            yield from (f"    {line}" for line in lines)


def _diff(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    for kind, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (f"- {line}" for line in before[i:j])
            yield from (f"+ {line}" for line in after[k:m])


def changes(docs: Path, content: Content, waiting: Iterable[Held]) -> list[Change]:
    """Each of what is held with what was accepted. Looks the old texts up in the history of `docs`, newest first."""
    found: list[Change] = []
    history: _History | None = None
    note = ""
    for group, members in groupby(waiting, key=lambda held: held.place[0]):
        several = list(members)
        wanted = {held.place: held.record.hash for held in several if held.record}
        if wanted and not history and not note:
            try:
                history = _History(docs)
            except HistoryError as error:
                note = str(error)
        known = history.units(group, wanted, [language.code for language in content.languages]) if history else {}
        missing = note or (history.missing if history else "")
        found += [Change(h, known.get(h.place), missing if h.record and h.place not in known else "") for h in several]
    return found


def accepted_since(docs: Path, content: Content, since: str) -> list[tuple[Place, Acceptance]]:
    """What accepted.yml records now and did not where this branch left `since`. Raises HistoryError."""
    history = _History(docs)
    base = history.git("merge-base", since, "HEAD").strip()
    path = content.data[FILE].path
    (text,) = history.read([(base, path)])
    try:
        before = parse_yaml(text, path).data if text else {}
    except ContentError:  # comments only
        before = {}
    records = ((group, name, record) for group, named in content.accepted.items() for name, record in named.items())
    return [
        ((group, name), record)
        for group, name, record in records
        if record.model_dump(mode="json") != before.get(group, {}).get(name)
    ]


def not_urgent_since(docs: Path, content: Content, commit: str) -> str:
    """What the change from a commit to what stands in `docs` does beyond withdrawing and announcing; nothing where it
    does no more. Raises HistoryError."""
    history = _History(docs)
    if not re.fullmatch(r"[\w./-]+", commit):
        raise HistoryError(f'"{commit}" is no commit')
    # a file that was moved is one that is gone, too
    changed = history.git("diff", "--name-only", "--no-renames", "-z", commit, "--").split("\0")
    for path in filter(None, changed):
        if not _URGENT.fullmatch(path.removeprefix(history.prefix)):
            return f"{path} changed"
    with tempfile.TemporaryDirectory() as folder:
        archive = history.run("archive", "--format=tar", commit, "docs")
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
        try:
            before = load(Path(folder, "docs"), content.today)
        except ContentError:
            return f"the content of {commit} does not load"
    return not_urgent(before, content)


class _History:
    """The repository that holds docs/. Raises HistoryError where there is none."""

    def __init__(self, docs: Path) -> None:
        self.folder = docs.parent
        self.left = IN_ALL
        self.prefix = ""
        self.prefix = self.git("rev-parse", "--show-prefix").strip()
        shallow = self.git("rev-parse", "--is-shallow-repository").strip() == "true"
        self.missing = "what was accepted is not in the history" + (
            " of this shallow clone (git fetch --unshallow)" if shallow else ""
        )

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """What git answers. Raises HistoryError."""
        return self.run(*arguments, given=given).decode("utf-8", "replace")

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """The bytes that git answers. Raises HistoryError."""
        try:
            done = subprocess.run(  # whichever git the writer has
                ["git", *arguments], cwd=self.folder, input=given, capture_output=True, check=False
            )
        except OSError:
            raise HistoryError("what was accepted is not known: git is not there") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise HistoryError(f"what was accepted is not known: {said}")
        return done.stdout

    def read(self, places: Iterable[tuple[str, str]]) -> list[str | None]:
        """The texts of files, by commit and path; None for what is not there."""
        asked = list(places)
        given = "".join(f"{commit}:{self.prefix}{path}\n" for commit, path in asked).encode()
        raw = self.run("cat-file", "--batch", given=given)
        texts: list[str | None] = []
        for _ in asked:
            head, _, raw = raw.partition(b"\n")
            if not head.rsplit(b" ", 1)[-1].isdigit():
                texts.append(None)
                continue
            size = int(head.rsplit(b" ", 1)[-1])
            texts.append(raw[:size].decode("utf-8-sig", "replace").replace("\r\n", "\n"))
            raw = raw[size + 1 :]
        return texts

    def units(self, group: str, wanted: dict[Place, str], codes: list[str]) -> dict[Place, Unit]:
        """The units of a group as they were when their digest was the wanted one."""
        found: dict[Place, Unit] = {}
        paths = _paths(group, codes)
        try:
            commits = self.git("log", f"--max-count={VERSIONS}", "--format=%H", "--", *paths).split() if wanted else []
            texts = self.read((commit, path) for commit in commits for path in paths)
        except HistoryError:  # no commit yet
            return {}
        for number in range(len(commits)):
            if len(found) == len(wanted) or not self.left:
                break
            self.left -= 1
            version = dict(zip(paths, texts[number * len(paths) :], strict=False))
            for place, unit in _parse(group, version).items():
                if place not in found and wanted.get(place) == unit.digest:
                    found[place] = unit
        return found


def _paths(group: str, codes: list[str]) -> list[str]:
    """The files from which the units of a group are made."""
    if "." in group:
        others = ["terms.yml"] if group == "glossary.yml" else []  # it has the names of the entries
        return [f"docs/_data/{name}" for name in (group, *others)]
    address = "" if group == HOME else group
    file = f"{address.strip('/')}.md" if address.count("/") == 2 else f"{address}index.md"
    return [f"docs/{code}/{file}" for code in codes]


def _parse(group: str, version: dict[str, str | None]) -> dict[Place, Unit]:
    """The units of one version of a group's files; none where they are not what they are today."""
    texts = {path: text for path, text in version.items() if text is not None}
    try:
        if "." in group:
            data = {path.rpartition("/")[2]: _located(text, path) for path, text in texts.items()}
            return units_of_data(group, data)
        section, _, slug = group.strip("/").partition("/")
        known = (None if group == HOME else section, slug or None)
        pages = [parse_page(text, path, path.split("/")[1], *known)[0] for path, text in texts.items()]
        return units_of_page(pages)
    except (ContentError, LookupError, TypeError, AttributeError):
        return {}


def _located(text: str, path: str) -> Located:
    return parse_words(text, path) if path.endswith(WORDS) else parse_yaml(text, path)
