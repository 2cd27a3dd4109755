"""An article moves, or is retired in favour of another one, and everything that names it follows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .edit import Change, EditError, list_article, split_address
from .model import Content
from .pages import Article, Page
from .problems import did_you_mean
from .source import Located, Where


@dataclass(frozen=True)
class _Move:
    """Where an article goes; `retire`: another article stands there, which takes over."""

    old: Article
    section: str
    slug: str
    retire: bool

    @property
    def old_file(self) -> str:
        return f"{self.old.section}/{self.old.slug}.md"

    @property
    def new_file(self) -> str:
        return f"{self.section}/{self.slug}.md"


def rename_article(content: Content, docs: Path, old: str, target: str, queries: Iterable[Path] = ()) -> Change:
    """Move an article to `target` (slug or section/slug), or retire it in favour of an article that exists there.

    Links, related articles, data and redirects follow, in every language, and the answers to the `queries` that measure
    the search: tables with a column "slugs".
    """
    move = _move(content, old, target)
    change = Change(docs)
    change.retired = move.retire
    for language in content.languages:
        _move_page(change, content, language.code, move)
    _rename_in_data(change, content, move)
    if move.slug != old:
        _rename_in_coverage(change, content, old, move.slug)
        for file in queries:
            _rename_in_queries(change, file, old, move.slug)
    _redirect(change, content, move.old.address, f"{move.section}/{move.slug}/")
    if not move.retire:  # links to another article are another thing to read
        change.carried = content, {move.old.address: f"{move.section}/{move.slug}/"}
    return change


def _move(content: Content, old: str, target: str) -> _Move:
    """What is asked for. Raises EditError where it cannot be done."""
    articles = {page.slug: page for page in content.articles(content.languages[0].code)}
    if old not in articles:
        raise EditError(f'there is no article "{old}". {did_you_mean(old, articles)}'.rstrip())
    article = articles[old]
    section, slug = split_address(target if "/" in target else f"{article.section}/{target}")
    if (section, slug) == (article.section, old):
        raise EditError("both names are the same.")
    retire = slug in articles and slug != old
    if not retire:
        if section not in [known.id for known in content.navigation.sections]:
            raise EditError(f'there is no section "{section}".')
        return _Move(article, section, slug, retire)
    there = articles[slug]
    if "/" in target and there.section != section:
        raise EditError(f'"{slug}" is in {there.section}, not in {section}.')
    for key in ("emergency", "account_kinds", "privacy"):
        if getattr(content.navigation, key) == old:
            raise EditError(f"every page leads to this article. Change `{key}` in navigation.yml first.")
    return _Move(article, there.section, slug, retire)


def _move_page(change: Change, content: Content, code: str, move: _Move) -> None:
    """Let every page of a language link to the new place, and move the article itself."""
    folder = change.docs / code
    for page in [page for page in content.pages.values() if page.code == code]:
        itself = page.address == move.old.address
        if itself and move.retire:
            continue
        file = change.docs.parent / page.path
        _relink(change, content, file, page, move)
        if isinstance(page, Article) and move.old.slug in page.front.related and move.old.slug != move.slug:
            where = ("related", page.front.related.index(move.old.slug))
            _rename_item(change, file, page.located, where, "" if page.slug == move.slug else move.slug)
    source = folder / move.old_file
    if not move.retire:
        change.texts[folder / move.new_file] = change.read(source)
    change.texts[source] = None


def _relink(change: Change, content: Content, file: Path, page: Page, move: _Move) -> None:
    """Let the links of a page lead to the new place, from the last one to the first so that places stay true."""
    path = page.path.removeprefix(f"docs/{page.code}/")
    itself = path == move.old_file
    here = posixpath.dirname(move.new_file if itself else path)
    for link in reversed(page.document.links):
        parts = urlsplit(link.target)
        if parts.scheme or parts.netloc or not parts.path:
            continue
        to = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        if to == move.old_file:
            to = move.new_file
            target = content.article(page.code, move.slug) if move.retire else None
            if target and parts.fragment not in content.anchors(target):
                fragment = ""
        elif not itself:
            continue
        wanted = posixpath.relpath(to, here) + fragment
        if wanted != link.target:
            _retarget(change, file, (link.line, link.column), link.target, wanted)


def _retarget(change: Change, file: Path, place: tuple[int, int], old: str, new: str) -> None:
    """Write another target into the link that begins at a line and column."""
    text = change.read(file)
    line, column = place
    start = sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1
    # after the link's words, which may go on in the next line
    written = re.compile(rf"\]\(\s*<?(?={re.escape(old.strip('<>'))})").search(text, start)
    if not written:
        raise EditError(f"{file.name}:{line}: a link that leads there is written in a way that only you can change.")
    at = written.end()
    change.texts[file] = text[:at] + new + text[at + len(old.strip("<>")) :]


def _rename_in_data(change: Change, content: Content, move: _Move) -> None:
    """Wherever data names the article, from the last place to the first so that lines stay true."""
    old, moved = move.old.slug, move.section != move.old.section
    for name, where in sorted(_places(content, old), key=lambda place: -content.data[place[0]].line(place[1])):
        file, located = change.docs / "_data" / name, content.data[name]
        if (name, where[0]) == ("navigation.yml", "sections") and (move.retire or moved):
            _rename_item(change, file, located, where, "")
        elif move.slug != old and isinstance(where[-1], int):
            _rename_item(change, file, located, where, move.slug)
        elif move.slug != old:
            key = rf"({where[-1]}:\s*[\"']?){re.escape(old)}(?![\w-])"
            change.change_line(file, located.line(where), key, rf"\g<1>{move.slug}")
    if moved and not move.retire:
        list_article(change, move.section, move.slug)


def _places(content: Content, slug: str) -> Iterator[tuple[str, Where]]:
    """Where data names an article by its slug: the file, and the place in it."""
    lists: list[tuple[str, Where, list[str]]] = []
    for number, section in enumerate(content.navigation.sections):
        lists.append(("navigation.yml", ("sections", number, "articles"), section.articles))
    for group, entries in content.glossary.items():
        for number, entry in enumerate(entries):
            lists.append(("glossary.yml", (group, number, "articles"), entry.articles))
    for key, statement in content.statements.items():
        lists.append(("source-facts.yml", (key, "articles"), statement.articles))
    for file, where, names in lists:
        yield from ((file, (*where, number)) for number, name in enumerate(names) if name == slug)
    yield from (("navigation.yml", where) for where, name in content.navigation.roles() if name == slug)
    for number, first in enumerate(content.search.first):
        if first.article == slug:
            yield "search.yml", ("first", number, "article")


def _rename_item(change: Change, file: Path, located: Located, where: Where, new: str) -> None:
    """Let a list of articles name `new` instead of what stands at `where`; no longer anything if it does so already."""
    names = located.data
    for step in where[:-1]:
        names = names[step]
    old, number = names[where[-1]], located.line(where)
    kept = [new if name == old else name for name in names if name != old or (new and new not in names)]
    line = change.read(file).split("\n")[number - 1]
    alone = rf"(\s*-\s+[\"']?){re.escape(old)}[\"']?\s*(#.*)?"
    if not re.fullmatch(alone, line):  # [a, b]
        written = r"\s*,\s*".join(rf"[\"']?{re.escape(name)}[\"']?" for name in names)
        change.change_line(file, number, rf"\[\s*{written}\s*\]", f"[{', '.join(kept)}]")
    elif len(kept) == len(names):
        change.change_line(file, number, re.escape(old), new)
    else:
        change.replace_lines(file, number, number + 1)


def _rename_in_coverage(change: Change, content: Content, old: str, new: str) -> None:
    """The sentences of the article; where the one that takes over has a sentence of its own, that one does."""
    file, located = change.docs / "_data/coverage.yml", content.data["coverage.yml"]
    for key, articles in reversed(content.coverage.items()):
        if old not in articles:
            continue
        first = located.line((key, old))
        if new in articles:
            later = (line for where, line in located.lines.items() if line > first and where[:2] != (key, old))
            change.replace_lines(file, first, min(later, default=len(change.read(file).split("\n")) + 1))
        else:
            change.change_line(file, first, rf"(?<![\w-]){re.escape(old)}(?=[\"']?\s*:)", new)


def _rename_in_queries(change: Change, file: Path, old: str, new: str) -> None:
    """The right answers in a table of queries."""
    header, *rows = change.read(file).split("\n")
    column = header.split("\t").index("slugs")
    for number, row in enumerate(rows):
        cells = row.split("\t")
        if old in (names := cells[column].split(",") if len(cells) > column else []):
            cells[column] = ",".join(dict.fromkeys(new if name == old else name for name in names))
            rows[number] = "\t".join(cells)
    text = "\n".join([header, *rows])
    if text != change.read(file):
        change.texts[file] = text


def _redirect(change: Change, content: Content, old: str, new: str) -> None:
    """Add a redirect, and let those that led to `old` lead to `new`. One that starts at `new` goes."""
    file = change.docs / "_data/redirects.yml"
    moved = {start: new if end == old else end for start, end in content.redirects.items() if start != new} | {old: new}
    head = content.data["redirects.yml"].line(("redirects",))
    entries = [f"  - old: {start}\n    new: {end}" for start, end in moved.items()]
    change.replace_lines(file, head, len(change.read(file).split("\n")) + 1, ["redirects:", *entries, ""])
