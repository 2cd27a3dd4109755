"""Changes to many files at once that writers would get wrong by hand: a new article, a moved or retired one.

Each function plans its whole change first and refuses what cannot be done with an EditError; `apply` then writes it,
reads everything back, and puts the old files back if that fails.
"""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from . import Content, ContentError, Page, load
from .articles import ANNOUNCEMENTS, ArticleFront
from .problems import did_you_mean
from .source import parse_yaml

ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")

# Which template an article of a type begins with.
TEMPLATES = {"how-to": "how-to", "troubleshooting": "troubleshooting", "faq": "concept", "concept": "concept", "reference": "concept"}


class EditError(Exception):
    """What was asked for cannot be done; the message says why, and what can."""


class Change:
    """New texts of files under a folder, none written yet. None stands for a file that goes."""

    def __init__(self, docs: Path):
        self.docs = docs
        self.texts: dict[Path, str | None] = {}
        self.retired = False  # whether an article goes without being moved

    def read(self, file: Path) -> str:
        text = self.texts[file] if file in self.texts else file.read_text("utf-8")
        assert text is not None, file
        return text

    def replace_line(self, file: Path, number: int, old: str, new: str) -> None:
        """Replace `old` by `new` in line `number` of `file`."""
        lines = self.read(file).split("\n")
        assert old in lines[number - 1], (file, number, old)
        lines[number - 1] = lines[number - 1].replace(old, new)
        self.texts[file] = "\n".join(lines)

    def apply(self) -> None:
        """Write everything, or nothing: raises ContentError and restores the files if the content no longer loads."""
        before = {file: file.read_bytes() if file.exists() else None for file in self.texts}
        try:
            for file, text in self.texts.items():
                _write(file, None if text is None else text.encode("utf-8"))
            load(self.docs)
        except (ContentError, OSError):
            for file, raw in before.items():
                _write(file, raw)
            raise


def _write(file: Path, raw: bytes | None) -> None:
    if raw is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)


def new_article(content: Content, docs: Path, address: str, kind: str, today: datetime.date) -> Change:
    """A new article at section/slug from the template of its type, in every language, last in its section."""
    section, slug = _split(address)
    sections = [section.id for section in content.navigation.sections]
    if section not in sections:
        raise EditError(f'there is no section "{section}". {did_you_mean(section, sections) or "There are: " + ", ".join(sections) + "."}')
    if any(page.slug == slug for page in content.pages.values()):
        raise EditError(f'there is an article "{slug}" already. Choose another name.')
    if f"{section}/{slug}/" in content.redirects:
        raise EditError(f'"{address}" is an old address that leads elsewhere. Choose another name, or remove it from redirects.yml.')
    change = Change(docs)
    for language in content.languages:
        template = (docs / "_templates" / f"{TEMPLATES[kind]}.{language.code}.md").read_text("utf-8")
        text = re.sub(r"^type: .*$", f"type: {kind}", template, flags=re.MULTILINE)
        text = re.sub(r"^reviewed: .*$", f"reviewed: {today}", text, flags=re.MULTILINE)
        change.texts[docs / language.code / section / f"{slug}.md"] = text
    _list_article(change, docs, section, slug)
    return change


def new_announcement(content: Content, docs: Path, slug: str, now: datetime.datetime) -> Change:
    """An announcement that begins now and ends in a day, in every language."""
    name = f"{now.date()}-{slug}"
    if not ADDRESS.fullmatch(f"{ANNOUNCEMENTS}/{name}"):
        raise EditError(f'"{slug}" is no name. Use lower-case letters, digits and -, such as slow-withdrawals.')
    change = Change(docs)
    for language in content.languages:
        file = docs / language.code / ANNOUNCEMENTS / f"{name}.md"
        if file.exists():
            raise EditError(f'there is an announcement "{name}" already. Choose another name.')
        text = (docs / "_templates" / f"announcement.{language.code}.md").read_text("utf-8")
        for word, moment in (("STARTS", now), ("ENDS", now + datetime.timedelta(days=1))):
            text = text.replace(word, moment.isoformat(" ", "minutes"))
        change.texts[file] = text
    return change


def rename_article(content: Content, docs: Path, old_slug: str, target: str, named_in: Iterable[Path] = ()) -> Change:
    """Move an article to `target` (slug or section/slug), or retire it in favour of an article that exists there.

    Links, related articles, navigation, glossary, search and redirects follow, in every language, and the name in the
    files `named_in`, which list articles outside docs/.
    """
    code = content.languages[0].code
    articles = {page.slug: page for page in content.pages.values() if page.code == code and isinstance(page.front, ArticleFront)}
    if old_slug not in articles:
        raise EditError(f'there is no article "{old_slug}". {did_you_mean(old_slug, articles)}'.rstrip())
    old = articles[old_slug]
    section, slug = _split(target if "/" in target else f"{old.section}/{target}")
    retire = slug in articles
    if slug == old_slug and section == old.section:
        raise EditError("both names are the same.")
    if retire and slug != old_slug and "/" in target and articles[slug].section != section:
        raise EditError(f'"{slug}" is in {articles[slug].section}, not in {section}.')
    if slug == old_slug:
        retire = False
    if retire:
        section = str(articles[slug].section)
    elif section not in [known.id for known in content.navigation.sections]:
        raise EditError(f'there is no section "{section}".')
    for key in ("emergency", "account_kinds"):
        if retire and getattr(content.navigation, key) == old_slug:
            raise EditError(f"every page leads to this article. Change `{key}` in navigation.yml first.")
    change = Change(docs)
    change.retired = retire
    for language in content.languages:
        _move_links(change, content, docs, language.code, old, section, slug, retire)
    _rename_in_data(change, content, docs, old_slug, section, slug, retire)
    _redirect(change, docs, f"{old.section}/{old_slug}/", f"{section}/{slug}/")
    for file in [docs / "_data" / "search.yml", *(() if retire else named_in)]:
        text = file.read_text("utf-8")
        renamed = re.sub(rf"(?<![\w-]){re.escape(old_slug)}(?![\w-])", slug, text)
        if renamed != text:
            change.texts[file] = renamed
    accepted = docs / "_data" / "accepted.yml"
    if accepted.exists() and not retire:
        text = change.read(accepted)
        change.texts[accepted] = text.replace(f"\n{old.section}/{old_slug}/:", f"\n{section}/{slug}/:")
    return change


def _split(address: str) -> tuple[str, str]:
    if not ADDRESS.fullmatch(address):
        raise EditError(f'"{address}" is no name. Use section/name with lower-case letters, digits and -, such as deposits/lost-receipt.')
    section, _, slug = address.partition("/")
    return section, slug


def _list_article(change: Change, docs: Path, section: str, slug: str) -> None:
    """Add the article at the end of its section in navigation.yml."""
    file = docs / "_data" / "navigation.yml"
    text = change.read(file)
    located = parse_yaml(text, file.name)
    index, articles = next((i, s["articles"]) for i, s in enumerate(located.data["sections"]) if s["id"] == section)
    last = located.line(("sections", index, "articles", len(articles) - 1))
    lines = text.split("\n")
    lines.insert(last, lines[last - 1].replace(articles[-1], slug))
    change.texts[file] = "\n".join(lines)


def _move_links(change: Change, content: Content, docs: Path, code: str, old: Page, section: str, slug: str, retire: bool) -> None:
    """Let every page of a language link to the new place, and move the article itself."""
    old_path, new_path = f"{old.section}/{old.slug}.md", f"{section}/{slug}.md"
    target = content.pages.get((code, f"{section}/{slug}/")) if retire else None
    for page in [page for page in content.pages.values() if page.code == code]:
        path = page.path.removeprefix(f"docs/{code}/")
        moved = path == old_path
        if moved and retire:
            continue
        file = docs / code / path
        for link in page.links:
            parts = urlsplit(link.target)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
            fragment = f"#{parts.fragment}" if parts.fragment else ""
            if to == old_path:
                to = new_path
                if target and parts.fragment not in content.anchors(target):
                    fragment = ""
            elif not moved:
                continue
            here = posixpath.dirname(new_path if moved else path)
            wanted = posixpath.relpath(to, here) + fragment
            if wanted != link.target:
                change.replace_line(file, link.line, f"]({link.target})", f"]({wanted})")
        if isinstance(page.front, ArticleFront) and old.slug in page.front.related and not moved and old.slug != slug:
            number = page.located.line(("related", page.front.related.index(old.slug)))
            if slug in page.front.related or page.slug == slug:
                _drop_line(change, file, number)
            else:
                change.replace_line(file, number, old.slug, slug)
    source = docs / code / old_path
    if not retire:
        change.texts[docs / code / new_path] = change.read(source)
    change.texts[source] = None


def _drop_line(change: Change, file: Path, number: int) -> None:
    lines = change.read(file).split("\n")
    del lines[number - 1]
    change.texts[file] = "\n".join(lines)


def _rename_in_data(change: Change, content: Content, docs: Path, old: str, section: str, slug: str, retire: bool) -> None:
    """Navigation and glossary: where the old name stands, from the last line to the first so that numbers stay true."""
    file = docs / "_data" / "navigation.yml"
    located = parse_yaml(file.read_text("utf-8"), file.name)
    home = next(s.id for s in content.navigation.sections if old in s.articles)
    for where, line in sorted(_places(located.data, located.lines, old), key=lambda place: -place[1]):
        listed = where[0] == "sections"
        again = retire or (listed and home != section)
        if listed and again or where[0] == "popular" and slug in content.navigation.popular and slug != old:
            _drop_line(change, file, line)
        elif old != slug:
            change.replace_line(file, line, old, slug)
    if not retire and home != section:
        _list_article(change, docs, section, slug)
    if old == slug:
        return
    file = docs / "_data" / "glossary.yml"
    for number, text in enumerate(file.read_text("utf-8").split("\n"), 1):
        if match := re.match(r"(\s*articles: )\[(.*)\]\s*$", text):
            names = [name.strip() for name in match[2].split(",")]
            if old in names:
                kept = list(dict.fromkeys(slug if name == old else name for name in names))
                change.replace_line(file, number, text, f"{match[1]}[{', '.join(kept)}]")


def _places(data: object, lines: dict, value: str, where: tuple = ()) -> Iterator[tuple[tuple, int]]:
    """Where `value` stands in YAML data, with its line."""
    if data == value:
        yield where, lines[where]
    elif isinstance(data, dict | list):
        for key, child in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _places(child, lines, value, (*where, key))


def _redirect(change: Change, docs: Path, old: str, new: str) -> None:
    """Add a redirect, and let those that led to `old` lead to `new`. One that starts at `new` goes."""
    file = docs / "_data" / "redirects.yml"
    text = file.read_text("utf-8")
    data = parse_yaml(text, file.name).data["redirects"]
    entries = [{"old": entry["old"], "new": new if entry["new"] == old else entry["new"]} for entry in data if entry["old"] != new]
    entries.append({"old": old, "new": new})
    comment = text[: text.index("redirects:")]
    listed = "".join(f"  - old: {entry['old']}\n    new: {entry['new']}\n" for entry in entries)
    change.texts[file] = f"{comment}redirects:\n{listed}"
