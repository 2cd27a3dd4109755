"""What somebody has read and accepted, unit by unit, and what is held until somebody reads it.

    held(content)                               what is not as it was accepted
    accept(content, places, "editor", today)    the new text of docs/_data/accepted.yml

A unit is the smallest part of what readers see that is accepted as a whole: a section of a page, a safety line, a fact.
Its digest is of both languages together, and of what the text means rather than of how it is typed: another line break
or another sign for a list's items is no change, and anything else is, be it a digit, a link's target or the order.
"""

from __future__ import annotations

import datetime
import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from markdown_it.token import Token

from .data import Acceptance
from .facts import fact_entries
from .markdown import Document
from .model import Content
from .pages import ANNOUNCEMENTS, Page
from .paint import is_wide
from .problems import did_you_mean
from .source import Located, Where

FILE = "accepted.yml"
HOME = "home"  # the home page, whose address is empty
TOP = "top"  # front matter, what stands before the first heading, and the order of the sections
WHOLE = "whole"  # the one unit of a file that is accepted as a whole
TAKEN_OVER = "taken-over"  # in the role's place: it stood in what was published before this file knew of it
HEAD = f"""\
# What somebody has read as it stands, in both languages together: of each part of what readers see, a digest, in which
# role it was read, and when. What has changed since is held: `make publish` waits until somebody has read it.
#
# Nobody edits this file: `make accept ARTICLE=deposit-not-arrived BY=editor` writes it. A page's "{TOP}" is its front
# matter, what stands before the first heading, and the order of its sections. "{TAKEN_OVER}": it stood here before.
"""

# Files whose change is a change of what is checked, or of what is found: a unit each.
CONTROLS = ("terms.yml", "search.yml", "source-facts.yml", "coverage.yml", "words.txt")

_SENTENCE = re.compile(
    r"""(?:\d+\. )?(?:[^.!?。！？；]|[.!?](?![\s"'”)]|$))+(?:[.!?]+["'”)]*|[。！？；]+[”）]*)?\s*|.+"""
)
LISTS = {"redirects.yml": ("redirects", "old"), "links.yml": ("links", "host")}  # where the entries are, and their name
LANGUAGES = "(languages)"  # the unit of languages.yml that is no word of the interface

_BLANKS = re.compile(r"[ \t]{2,}|\t")
# A line break between two Chinese characters is no blank.
_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”])\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef“”])")

# The part of a unit: the unit's name, the language or "", where it stands in the file, and what is read of it.
Piece = tuple[str, str, Where, Any]
Place = tuple[str, str]  # group and name: ("deposits/fees/", "how-much"), ("facts.yml", "support.email.address")


class LeadsNowhere(Exception):
    """A page is gone, and its address leads nowhere; the message is the address."""


@dataclass(frozen=True)
class Part:
    """A unit in one language; of data that belongs to no language, the code is "".

    `form` is what the digest is made of: the same where readers see the same. `lines` are what people are shown of it.
    """

    path: str
    line: int
    form: Any
    lines: tuple[str, ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of its source, in order: link targets and keys show."""
        found = (sentence.strip() for line in self.lines for sentence in _SENTENCE.findall(line))
        return tuple(filter(None, found))


@dataclass(frozen=True)
class Unit:
    """What is accepted as a whole: its parts by language code."""

    place: Place
    parts: Mapping[str, Part]

    @cached_property
    def digest(self) -> str:
        """32 hexadecimal digits."""
        forms = {code: part.form for code, part in self.parts.items()}
        text = json.dumps(forms, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    @property
    def path(self) -> str:
        return next(iter(self.parts.values())).path

    @property
    def line(self) -> int:
        return next(iter(self.parts.values())).line


@dataclass(frozen=True)
class Held:
    """A unit that nobody has accepted as it is. `unit` is None for one that is gone, `record` for one that is new; path
    and line are the unit's, or those of the record of what is gone."""

    place: Place
    unit: Unit | None
    record: Acceptance | None
    path: str
    line: int

    @property
    def state(self) -> Literal["new", "changed", "gone"]:
        if self.unit is None:
            return "gone"
        return "changed" if self.record else "new"

    @property
    def paths(self) -> set[str]:
        """The files that it stands in."""
        return {self.path} | {part.path for part in (self.unit.parts.values() if self.unit else ())}

    @property
    def said(self) -> str:
        """What has become of it, since when."""
        since = f"since {self.record.date} ({self.record.by})" if self.record else "and nobody has accepted it yet"
        return f"{' '.join(self.place)} is {self.state} {since}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.said}"


def units(content: Content) -> dict[Place, Unit]:
    """All units, pages first. Pages must still have their tokens: ask before a site is built, or keep them."""
    found: dict[Place, Unit] = {}
    pages: dict[str, list[Page]] = {}
    for (_, address), page in content.pages.items():
        pages.setdefault(address, []).append(page)
    for translations in pages.values():
        found |= units_of_page(translations)
    for name in content.data:
        found |= units_of_data(name, content.data)
    return found


def held(content: Content) -> list[Held]:
    """What differs from what was accepted: the units in their order, then what is gone."""
    return _held(content, units(content))


def _held(content: Content, found: Mapping[Place, Unit]) -> list[Held]:
    records = {(group, name): record for group, named in content.accepted.items() for name, record in named.items()}
    changed = [
        Held(place, unit, records.get(place), unit.path, unit.line)
        for place, unit in found.items()
        if place not in records or records[place].hash != unit.digest
    ]
    located = content.data[FILE]
    gone = [
        Held(place, None, record, located.path, located.line(place))
        for place, record in records.items()
        if place not in found
    ]
    return [*changed, *gone]


def accept(content: Content, places: Iterable[Place], by: str, date: datetime.date) -> str:
    """The new text of accepted.yml with these places as they are now; records of what is gone are dropped.

    `by` is one of data.ROLES. A place that is neither there nor recorded is passed over. Raises LeadsNowhere for a page
    that is gone and has no redirect: the record is all that remembers its address.
    """
    found = units(content)
    records: dict[Place, Acceptance | None] = {}
    there = {group for group, _ in found}
    for place in places:
        unit, group = found.get(place), place[0]
        kept = "." in group or group.startswith(f"{ANNOUNCEMENTS}/") or group in there or group in content.redirects
        if not kept:
            raise LeadsNowhere(group)
        records[place] = Acceptance(hash=unit.digest, by=by, date=date) if unit else None
    return _text(content, records, found)


class Unknown(Exception):
    """There is no such article, data file or section. The message names the closest one."""


def named(content: Content, waiting: Iterable[Place], name: str, section: str = "") -> list[Place]:
    """The units that somebody names: an article or announcement by its slug, any page by its address, a data file; one
    section of it; or, with "all", what is `waiting`, the places that are held. Raises Unknown."""
    if name == "all" and not section:
        return list(waiting)
    every = dict.fromkeys([*units(content), *waiting])
    slugs = {group.strip("/").rpartition("/")[2]: group for group, _ in every if group.count("/") == 2}
    names = {group.strip("/"): group for group, _ in every} | slugs
    group = names.get(name.strip("/"))
    if not group:
        raise Unknown(f'there is no article "{name}". {did_you_mean(name, names)}'.rstrip())
    found = [place for place in every if place[0] == group]
    if section and (group, section) not in found:
        known = [anchor for _, anchor in found]
        mend = did_you_mean(section, known) or f"It has: {', '.join(known)}."
        raise Unknown(f'"{name}" has no section "{section}". {mend}')
    return [(group, section)] if section else found


def carried(before: Content, after: Content, moved: Mapping[str, str]) -> str:
    """The new text of accepted.yml once a change has been made that asks nobody to read anything, such as other link
    targets: what stood as it was accepted stays accepted. `moved` gives the new group for an old one."""
    old, new = units(before), units(after)
    records: dict[Place, Acceptance | None] = {}
    for group, named in before.accepted.items():
        for name, record in named.items():
            place, there = (group, name), (moved.get(group, group), name)
            stood = place in old and there in new and old[place].digest == record.hash
            records[place] = None
            records[there] = record.model_copy(update={"hash": new[there].digest}) if stood else record
    return _text(after, records, new)


def _text(content: Content, records: Mapping[Place, Acceptance | None], found: Iterable[Place]) -> str:
    """The text of accepted.yml with these records in place of those that it has; None drops one. In the order of what
    was found."""
    merged: dict[Place, Acceptance | None] = {
        (group, name): record for group, named in content.accepted.items() for name, record in named.items()
    }
    merged |= records
    order = {place: number for number, place in enumerate(found)}
    kept = sorted(filter(merged.get, merged), key=lambda p: (_rank(p[0]), order.get(p, len(order)), p))
    lines = []
    for group, named in itertools.groupby(kept, key=lambda place: place[0]):
        lines.append(f"{group}:\n")
        for place in named:
            if record := merged[place]:
                name = place[1] if re.fullmatch(r"[A-Za-z][\w.-]*", place[1]) else json.dumps(place[1])
                lines.append(f"  {name}: {{hash: {record.hash}, by: {record.by}, date: {record.date}}}\n")
    return HEAD + "".join(lines)


def _rank(group: str) -> tuple[bool, str]:
    """Pages before data, each by name."""
    return "." in group, group


def group_of(page: Page) -> str:
    """The name under which a page's units are recorded: its address."""
    return page.address or HOME


# --- pages ---


def units_of_page(pages: Iterable[Page]) -> dict[Place, Unit]:
    """The units of a page, given in each of its languages: "top", then its sections by their anchors."""
    parts: dict[Place, dict[str, Part]] = {}
    for page in pages:
        for name, part in _sections(page).items():
            parts.setdefault((group_of(page), name), {})[page.code] = part
    return {place: Unit(place, by_code) for place, by_code in parts.items()}


def _sections(page: Page) -> dict[str, Part]:
    document = page.document
    if not document.tokens and any(line.strip() for line in document.lines):
        raise ValueError(f"{page.path}: the tokens were let go; ask for its units before")
    split: dict[str, list[Token]] = {TOP: []}
    starts = {TOP: page.located.line(())}
    name = TOP
    for token in document.tokens:
        if token.type == "heading_open" and token.tag == "h2":
            name = str(token.attrs.get("id") or TOP)
            starts.setdefault(name, document.line_of(token))
        split.setdefault(name, []).append(token)
    silenced = {TOP: [comment for _, comment in page.located.silenced]}
    heads = sorted((line, section) for section, line in starts.items())
    for number, comment in _silencing(document):
        section = max((line, section) for line, section in heads if line <= number or section == TOP)[1]
        silenced.setdefault(section, []).append(comment)
    found = {}
    for section, tokens in split.items():
        form: list[Any] = [_forms(tokens), silenced.get(section, [])]
        lines = [*_lines(tokens), *silenced.get(section, [])]
        if section == TOP:
            form += [page.located.data, list(split)]
            lines = [*_leaves(page.located.data), *lines, f"sections: {', '.join(list(split)[1:])}"]
        found[section] = Part(page.path, starts[section], form, tuple(lines))
    return found


def _silencing(document: Document) -> Iterator[tuple[int, str]]:
    """The comments that silence a rule, each with its line: who reads the section reads that too."""
    text = "\n".join(document.lines)
    if "check-disable" not in text:
        return
    for match in re.finditer(r"<!--\s*check-disable\b.*?(?:-->|$)", text, re.MULTILINE):
        yield document.first_line + text.count("\n", 0, match.start()), " ".join(match[0].split())


def _forms(tokens: Iterable[Token]) -> list[Any]:
    """What readers see, as plain data. How tight a list is, and which sign its items have, they do not see."""
    found: list[Any] = []
    for token in tokens:
        if token.type == "inline":
            found.append(_inline_forms(token.children or []))
        elif token.type != "comment":
            info = token.info if token.type in ("fence", "mark") else ""
            found.append([token.type, token.tag, token.attrs, info, token.content])
    return found


def _inline_forms(children: list[Token]) -> list[Any]:
    """Text that belongs together as one; a line break is the blank that readers see, or nothing."""
    found: list[Any] = []
    text = before = ""
    for number, child in enumerate(children):
        if child.type == "text":
            text += child.content
        elif child.type == "softbreak":
            after = next((later.content for later in children[number + 1 :] if later.content), "")
            text += "" if is_wide(before[-1:]) and is_wide(after[:1]) else " "
        elif child.type != "inline_comment":
            found += [text, [child.type, child.attrs, child.content, _inline_forms(child.children or [])]]
            text = ""
        before = child.content or before
    found.append(text)
    if isinstance(found[0], str):
        found[0] = found[0].lstrip()
    found[-1] = found[-1].rstrip()
    return [_BLANKS.sub(" ", form) if isinstance(form, str) else form for form in found]


def _lines(tokens: Iterable[Token]) -> Iterator[str]:
    """The source, a line for each paragraph, heading, item, cell or line of code."""
    head = tail = item = ""
    for token in tokens:
        if token.type == "heading_open":
            head, tail = f"{'#' * int(token.tag[1])} ", f" {{#{token.attrs.get('id', '')}}}"
        elif token.type == "list_item_open":
            item = f"{token.info}. " if token.info else "- "
        elif token.type in ("td_open", "th_open"):
            head = "| "
        elif token.type == "inline":
            yield head + item + " ".join(_GAP.sub("", token.content).split()) + tail
            head = tail = item = ""
        elif token.type == "mark":
            yield f"::: {token.info}".strip()
        elif token.content and token.type != "comment":
            yield from token.content.rstrip("\n").split("\n")


# --- data ---


def units_of_data(name: str, data: Mapping[str, Located]) -> dict[Place, Unit]:
    """The units of a data file, by the data files that could be read. Of a file that has none: nothing."""
    located = data[name]
    parts: dict[str, dict[str, Part]] = {}
    pieces = list(_pieces(name, data))
    starts = sorted((located.line(where), key) for key, _, where, _ in pieces)
    silenced: dict[str, list[str]] = {}
    for number, comment in located.silenced:
        after = min((line for line in located.lines.values() if line > number), default=number)
        if before := [key for line, key in starts if line <= after]:
            silenced.setdefault(before[-1], []).append(comment)
    for key, code, where, value in pieces:
        comments = silenced.get(key, [])
        lines = (*_leaves(value), *comments)
        parts.setdefault(key, {})[code] = Part(located.path, located.line(where), [value, comments], lines)
    return {(name, key): Unit((name, key), by_code) for key, by_code in parts.items()}


def _pieces(name: str, data: Mapping[str, Located]) -> Iterator[Piece]:
    read = data[name].data
    if name in CONTROLS:
        yield WHOLE, "", (), read
    elif name in ("safety.yml", "pictures.yml", "networks.yml"):
        yield from ((key, "", (key,), value) for key, value in read.items())
    elif name == "facts.yml":
        yield from ((".".join(where), "", where, value) for where, value in fact_entries(read, ()))
    elif name == "glossary.yml":
        yield from _glossary(read, data["terms.yml"].data["terms"])
    elif name == "languages.yml":
        yield from _languages(read["languages"])
    elif name == "navigation.yml":
        yield from (("sections" if key == "sections" else "roles", key, (key,), value) for key, value in read.items())
    elif name in LISTS:
        listed, key = LISTS[name]
        yield from ((entry[key], "", (listed, number), entry) for number, entry in enumerate(read[listed]))


def _glossary(read: Any, terms: Any) -> Iterator[Piece]:
    """The entries, each with its group and with the name that the terms give it."""
    names = {term["id"]: {"zh": term["zh"], "en": term["en"]} for term in terms}
    for group, entries in read.items():
        for number, entry in enumerate(entries):
            shown = {"group": group, "name": names.get(entry["term"]), **entry}
            yield entry["term"], "", (group, number), shown


def _languages(read: Any) -> Iterator[Piece]:
    """The words of the interface; then what each language is, with its place in the order."""
    for number, language in enumerate(read):
        for key, text in language["strings"].items():
            yield key, language["code"], ("languages", number, "strings", key), text
        settings = {key: value for key, value in language.items() if key != "strings"}
        yield LANGUAGES, language["code"], ("languages", number), {"number": number, **settings}


def _leaves(value: Any, name: str = "") -> Iterator[str]:
    """The texts of data, a line each, behind the keys that lead to them."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _leaves(child, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for child in value:
            yield from _leaves(child, name)
    elif value is not None:
        yield f"{name}: {value}" if name else str(value)
