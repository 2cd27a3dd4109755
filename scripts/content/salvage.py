"""What can be used of content that does not load: for rules, so that one mistake does not hide all others."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from .facts import CUSTODY_MODEL
from .model import Content
from .problems import ContentError
from .source import Located, Where

Made = TypeVar("Made")

ROUNDS = 20  # how often a data file is read again without what was wrong with it

_LANGUAGE = {"max_title": 1_000, "strings": {}}
_CUSTODY = {"kind": "setting", "name": {"zh": "-", "en": "-"}, "state": "unconfirmed", "value": "hybrid"}

# What must be there of each data file: stands in where it cannot be read.
LEAST: dict[str, dict[str, Any]] = {
    "languages.yml": {
        "languages": [
            {"code": "zh", "html": "zh-Hans", "name": "zh", **_LANGUAGE},
            {"code": "en", "html": "en", "name": "en", **_LANGUAGE},
        ]
    },
    "navigation.yml": {
        "emergency": "none", "account_kinds": "none", "privacy": "none", "hash": ["none"], "popular": ["none"],
        "home_safety": "SAFE-1", "locked_out": [], "way_out": "none",
        "sections": [{"id": "none", "icon": "none", "articles": ["none"]}],
    },
    "facts.yml": {"custody": {"model": _CUSTODY}},
    "terms.yml": {
        "brand": {"keep_as_is": [], "search": []}, "terms": [], "ambiguous_zh": {}, "common_typos": {"zh": {}, "en": {}}
    },
    "redirects.yml": {"redirects": []},
    "links.yml": {"links": []},
    "search.yml": {"first": [], "same": []},
}  # fmt: skip


class Lost:
    """Names in data files that are there and cannot be used: nothing is said of who uses them."""

    def __init__(self) -> None:
        self._words: dict[str, set[str] | None] = {}  # by file; None where it cannot be read at all

    def note(self, file: str, written: Located | None, used: Located) -> None:
        """Of a file, what is written and not used."""
        given_up = written is None or used.data is LEAST.get(file)
        self._words[file] = None if given_up or not written else _words(written) - _words(used)

    def any(self, file: str) -> bool:
        return file in self._words

    def has(self, file: str, name: str) -> bool:
        """Whether what bears the name may be in the part of the file that cannot be used."""
        words = self._words.get(file, set())
        return words is None or name in words


def _words(located: Located) -> set[str]:
    """Every dotted key and every text of a data file."""
    found = {".".join(map(str, where)) for where in located.lines}
    found |= {str(where[-1]) for where in located.lines if where}

    def gather(node: Any) -> None:
        if isinstance(node, str):
            found.add(node)
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            gather(child)

    gather(located.data)
    return found


def salvage(path: str, located: Located | None, parse: Callable[[Located], Made]) -> tuple[Located, Made]:
    """What `parse` makes of a data file without its mistakes: of each, the least goes that lets the rest be read."""
    name = path.rpartition("/")[2]
    least = LEAST.get(name, {})
    for _ in range(ROUNDS):
        if not located:
            break
        whole = Located(path, {**least, **located.data}, located.lines)
        if name == "facts.yml" and not _written(whole, (*CUSTODY_MODEL.split("."), "value")):
            custody = whole.data["custody"] if isinstance(whole.data["custody"], dict) else {}
            whole = Located(path, {**whole.data, "custody": {**custody, **least["custody"]}}, whole.lines)
        try:
            return whole, parse(whole)
        except ContentError as error:
            gone = {_innermost(located, problem.line) for problem in error.problems} - {()}
        if not gone:
            break
        located = without(located, gone)
    nothing = Located(path, least, {(): 1})
    return nothing, parse(nothing)


def _written(located: Located, where: Where) -> bool:
    node = located.data
    for step in where:
        node = node.get(step) if isinstance(node, dict) else None
    return node is not None


def _innermost(located: Located, line: int) -> Where:
    """What stands in a line, or begins last before it."""
    before = [where for where, number in located.lines.items() if where and number <= line]
    return max(before, key=lambda where: (located.lines[where], len(where)), default=())


def without(located: Located, gone: set[Where]) -> Located:
    """The same data without what stands at these places; later items of a list move up."""
    lines: dict[Where, int] = {}

    def copy(node: Any, old: Where, new: Where) -> Any:
        if old in located.lines:
            lines[new] = located.lines[old]
        if isinstance(node, dict):
            return {k: copy(v, (*old, k), (*new, k)) for k, v in node.items() if (*old, k) not in gone}
        if isinstance(node, list):
            kept = [number for number in range(len(node)) if (*old, number) not in gone]
            return [copy(node[number], (*old, number), (*new, at)) for at, number in enumerate(kept)]
        return node

    return Located(located.path, copy(located.data, (), ()), lines)


def rest_of(content: Content) -> Content:
    """What fits together: pages that are there in every language, a navigation of those alone, and terms that exist."""
    codes = [language.code for language in content.languages]
    pages = {
        key: page
        for key, page in content.pages.items()
        if all((code, key[1]) in content.pages for code in codes)
        and (page.requires is None or page.requires in content.facts)
    }
    pages = {key: page for key, page in pages.items() if all((code, key[1]) in pages for code in codes)}
    sections = []
    seen: set[str] = set()
    for section in content.navigation.sections:
        there = [slug for slug in section.articles if (codes[0], f"{section.id}/{slug}/") in pages]
        kept = [slug for slug in dict.fromkeys(there) if slug not in seen]
        seen.update(kept)
        sections.append(section.model_copy(update={"articles": kept}))
    navigation = content.navigation.model_copy(update={"sections": sections})
    terms = {term.id for term in content.terms.terms}
    ambiguous = {word: ids for word, ids in content.terms.ambiguous_zh.items() if terms.issuperset(ids)}
    known = content.terms.model_copy(update={"ambiguous_zh": ambiguous})
    return dataclasses.replace(content, pages=pages, navigation=navigation, terms=known)
