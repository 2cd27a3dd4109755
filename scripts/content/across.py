"""What only shows when files are read together: pages, data and both languages fit one another."""

from __future__ import annotations

import datetime
import importlib.resources
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from .data import FILLED
from .dates import latest
from .facts import KINDS, future_problems
from .markdown import Link
from .model import Content
from .networks import TOPICS, values
from .pages import ANNOUNCEMENTS, BUTTONS, INSERT, NETWORK, SAFETY_ID, SEARCH, Announcement, Article, Page, Reference
from .problems import Problem, did_you_mean, of_kind
from .salvage import Lost

ICONS = Path(str(importlib.resources.files("material")), "templates/.icons")

TABLES = ("facts",)  # what {{ table.… }} can show
SECRETS = ("recovery-phrase", "private-key")  # terms: the home page's safety line names one, for it says what to keep
# What every reader is led to, of what type.
ROLES = {"emergency": ("troubleshooting",), "account_kinds": ("concept",), "privacy": ("reference",)}
BESIDE = (ANNOUNCEMENTS, SEARCH)  # folders of pages that are no sections
AHEAD = 90  # days before which nothing is announced
ASSETS = ("assets", "pictures", "search")  # what a site holds beside its pages

Addresses = set[tuple[str, str]]  # (language code, address)


def problems_across_files(content: Content, failed: Addresses, lost: Lost, today: datetime.date) -> Iterator[Problem]:
    """What is wrong on `today`. Pages that `failed` to load and names that were `lost` with their data are there, so
    that nothing else is said of them."""
    there = {*content.pages, *failed}
    slugs = {address.split("/")[1] for _, address in there if address.count("/") == 2}
    dated = [*_host_problems(content, today), *_announcement_problems(content, today)]
    yield from of_kind("schema", [*dated, *_accepted_problems(content, today)])
    yield from of_kind("schema", future_problems(content.facts, content.data["facts.yml"], today))
    yield from of_kind("both-languages", [*_word_problems(content, lost), *_translation_problems(content, there)])
    yield from of_kind("navigation", [*_section_problems(content, there, lost), *_beside_problems(content, there)])
    yield from of_kind("navigation", _role_problems(content, lost))
    yield from of_kind("data-names", [*_glossary_problems(content, slugs, lost), *_ambiguous_problems(content, lost)])
    yield from of_kind("data-names", _redirect_problems(content, there))
    yield from of_kind("data-names", _search_problems(content, slugs))
    for page in content.pages.values():
        yield from of_kind("keys", [*_title_problems(content, page), *_key_problems(content, page, lost)])
        yield from of_kind("keys", _related_problems(page, slugs))
        yield from of_kind("links", _link_problems(content, page, failed, lost))


def _host_problems(content: Content, today: datetime.date) -> Iterator[Problem]:
    """Somebody has looked at every host."""
    located = content.data["links.yml"]
    for number, host in enumerate(content.hosts.values()):
        if host.date > latest(today):
            expected = "the day on which somebody looked at the host, not one to come"
            line = located.line(("links", number, "date"))
            yield Problem(located.path, line, f'"{host.date}" as the date of {host.host}', expected)


def _announcement_problems(content: Content, today: datetime.date) -> Iterator[Problem]:
    """What is announced holds soon and not for long: one that nobody takes down hides the next one."""
    for page in content.pages.values():
        if isinstance(page, Announcement):
            front, line = page.front, page.located.line
            days = (front.starts.date() - today).days
            if days > AHEAD:
                found, expected = f'"starts" in {days} days', f"at most {AHEAD} days ahead"
                yield Problem(page.path, line(("starts",)), found, expected, "Announce it when it comes near.")
            if front.updated and front.updated.date() > latest(today):
                found = f'"{front.updated.date()}" as the day of "updated"'
                yield Problem(page.path, line(("updated",)), found, f"a day up to today, {today}")


def _accepted_problems(content: Content, today: datetime.date) -> Iterator[Problem]:
    """Nobody has read anything on a day to come. Said once: where a clock is wrong, it is so of all that it dated."""
    located = content.data["accepted.yml"]
    records = ((group, name, record) for group, named in content.accepted.items() for name, record in named.items())
    ahead = [(group, name, record.date) for group, name, record in records if record.date > latest(today)]
    for group, name, date in ahead[:1]:
        more = f" and {len(ahead) - 1} more" if len(ahead) > 1 else ""
        found, expected = f'"{date}" as the date of {group} {name}{more}', f"a day up to today, {today}"
        yield Problem(located.path, located.line((group, name)), found, expected)


def _word_problems(content: Content, lost: Lost) -> Iterator[Problem]:
    """The interface has the same words in every language, and a heading for each kind of fact that is listed."""
    located = content.data["languages.yml"]
    headings = {f"facts_{name}" for name, kind in KINDS.items() if kind.on_pages}
    words = headings.union(*(language.strings for language in content.languages))
    for number, language in enumerate(content.languages):
        for name, place in FILLED.items():
            said = language.strings.get(name, f"{{{place}}}")
            if re.findall(r"\{.*?\}|[{}]", said) != [f"{{{place}}}"]:
                line = located.line(("languages", number, "strings", name))
                yield Problem(located.path, line, f'"{said}" as "{name}"', f"{{{place}}} once, and no other braces")
        line = located.line(("languages", number, "strings"))
        for name in sorted(words - set(language.strings)):
            if lost.has("languages.yml", name):
                continue
            expected = "a heading for that kind of fact" if name in headings else "the same strings in every language"
            yield Problem(located.path, line, f'no "{name}" in {language.name}', expected)


def _translation_problems(content: Content, there: Addresses) -> Iterator[Problem]:
    """Every page exists in every language, and both say the same of what they share."""
    main = content.languages[0].code
    for (code, address), page in content.pages.items():
        for language in content.languages:
            other = content.pages.get((language.code, address))
            if (language.code, address) not in there:
                path = page.path.replace(f"docs/{code}/", f"docs/{language.code}/", 1)
                found = f"no page in {language.name}"
                yield Problem(page.path, 1, found, path, "Write it there, with the same file name.")
            elif other and code == main and other is not page:
                yield from _shared_problems(page, other)


def _shared_problems(page: Page, other: Page) -> Iterator[Problem]:
    theirs = other.shared
    for key, mine in page.shared.items():
        if mine != theirs.get(key):
            shown = ", ".join(mine) if isinstance(mine, list) else f"{mine}"
            line = other.located.line((key,))
            yield Problem(other.path, line, f'another "{key}" than {page.path}', shown, "Change one of them.")


def _section_problems(content: Content, there: Addresses, lost: Lost) -> Iterator[Problem]:
    """Every article is listed once, and what is listed exists."""
    located = content.data["navigation.yml"]
    code = content.languages[0].code
    listed: dict[str, str] = {}
    known = {page.slug for page in content.pages.values() if isinstance(page, Article)}
    for index, section in enumerate([] if lost.has("navigation.yml", "") else content.navigation.sections):
        if not (ICONS / f"{section.icon}.svg").is_file() or ".." in section.icon:
            line, icons = located.line(("sections", index, "icon")), ICONS.rglob("*.svg")
            mend = did_you_mean(section.icon, [icon.relative_to(ICONS).with_suffix("").as_posix() for icon in icons])
            yield Problem(located.path, line, f'icon "{section.icon}"', "one of Material's", mend)
        if (code, f"{section.id}/") not in there:
            line = located.line(("sections", index, "id"))
            expected = f"docs/{code}/{section.id}/index.md"
            yield Problem(located.path, line, f'section "{section.id}"', expected, "Write the section's page.")
        for number, slug in enumerate(section.articles):
            line = located.line(("sections", index, "articles", number))
            if slug in listed:
                yield Problem(located.path, line, f'"{slug}" a second time', "every article once")
            listed[slug] = f"{section.id}/{slug}/"
            if (code, listed[slug]) not in there:
                expected = f"docs/{code}/{section.id}/{slug}.md"
                yield Problem(located.path, line, f'"{slug}"', expected, did_you_mean(slug, known))
    for page in content.pages.values():
        left_out = lost.has("navigation.yml", page.slug or "") or lost.has("navigation.yml", page.section or "")
        if isinstance(page, Article) and listed.get(page.slug) != page.address and not left_out:
            expected, mend = f'"{page.slug}" in {located.path}', f'List it below "{page.section}".'
            yield Problem(page.path, 1, "an article in no section", expected, mend)
    sections = {section.id for section in content.navigation.sections}
    for page in content.pages.values():
        unlisted = page.section not in {*sections, *BESIDE} and not lost.any("navigation.yml")
        if page.section and not page.slug and unlisted:
            expected = f"a section of {located.path}"
            yield Problem(page.path, 1, f'section "{page.section}"', expected, did_you_mean(page.section, sections))


def _beside_problems(content: Content, there: Addresses) -> Iterator[Problem]:
    """What every page leads to is there."""
    code = content.languages[0].code
    for folder in BESIDE:
        if (code, f"{folder}/") not in there:
            expected = "the page that every page leads to"
            yield Problem(f"docs/{code}/{folder}/index.md", 1, "no such page", expected, "Write it.")


def _role_problems(content: Content, lost: Lost) -> Iterator[Problem]:
    """The articles that have a part of their own to play are listed, for every reader and of the kind that it takes;
    and the safety line of the home page exists."""
    located, navigation = content.data["navigation.yml"], content.navigation
    if lost.has("navigation.yml", ""):
        return
    listed = {slug for section in navigation.sections for slug in section.articles}
    secrets = [term for term in content.terms.terms if term.id in SECRETS]
    for where, slug in navigation.roles():
        if slug not in listed and where in located.lines and not lost.has("navigation.yml", slug):
            yield Problem(located.path, located.line(where), f'"{slug}"', "an article", did_you_mean(slug, listed))
    first = content.languages[0].code
    for role, types in ROLES.items():
        slug = getattr(navigation, role)
        page = next((page for (code, _), page in content.pages.items() if (code, page.slug) == (first, slug)), None)
        if isinstance(page, Article) and (page.applies_to != "both" or page.front.type not in types or page.requires):
            found = f'"{slug}", of type {page.front.type}, for {page.applies_to}, as "{role}"'
            expected = f"an article of type {' or '.join(types)}, for both kinds of account, that needs no method"
            yield Problem(located.path, located.line((role,)), found, expected)
    if lost.has("safety.yml", navigation.home_safety):
        return
    if navigation.home_safety not in content.safety:
        mend = did_you_mean(navigation.home_safety, content.safety)
        line = located.line(("home_safety",))
        yield Problem(located.path, line, f'"{navigation.home_safety}"', "a safety line", mend)
    elif not lost.any("terms.yml") and not all(
        any(term.name(code).lower() in content.safety[navigation.home_safety][code].lower() for term in secrets)
        for code in (language.code for language in content.languages)
    ):
        line, expected = located.line(("home_safety",)), "the one on what to keep secret, such as the recovery phrase"
        yield Problem(located.path, line, f'"{navigation.home_safety}" on the home page', expected)


def _glossary_problems(content: Content, slugs: set[str], lost: Lost) -> Iterator[Problem]:
    """Entries are terms, each once, and lead to articles."""
    located = content.data["glossary.yml"]
    terms = {term.id for term in content.terms.terms}
    seen: set[str] = set()
    for group, entries in content.glossary.items():
        for number, entry in enumerate(entries):
            line = located.line((group, number))
            if entry.term not in terms and not lost.has("terms.yml", entry.term):
                mend = did_you_mean(entry.term, terms)
                yield Problem(located.path, line, f'term "{entry.term}"', "an id of docs/_data/terms.yml", mend)
            if entry.term in seen:
                yield Problem(located.path, line, f'"{entry.term}" a second time', "every term once")
            seen.add(entry.term)
            for index, slug in enumerate(entry.articles):
                if slug not in slugs:
                    line = located.line((group, number, "articles", index))
                    yield Problem(located.path, line, f'"{slug}"', "an article", did_you_mean(slug, slugs))


def _ambiguous_problems(content: Content, lost: Lost) -> Iterator[Problem]:
    """What a word may mean are terms."""
    located, terms = content.data["terms.yml"], {term.id for term in content.terms.terms}
    for words, ids in content.terms.ambiguous_zh.items():
        for number, name in enumerate(ids):
            if name not in terms and not lost.has("terms.yml", name):
                line = located.line(("ambiguous_zh", words, number))
                yield Problem(located.path, line, f'term "{name}"', "an id of this file", did_you_mean(name, terms))


def _search_problems(content: Content, slugs: set[str]) -> Iterator[Problem]:
    """What a search shows first are articles."""
    located = content.data["search.yml"]
    for number, first in enumerate(content.search.first):
        if first.article not in slugs:
            line = located.line(("first", number, "article"))
            yield Problem(located.path, line, f'"{first.article}"', "an article", did_you_mean(first.article, slugs))


def _redirect_problems(content: Content, there: Addresses) -> Iterator[Problem]:
    """Old addresses are free, and lead straight to a page that exists."""
    located = content.data["redirects.yml"]
    addresses = {address for _, address in there}
    taken = {language.code for language in content.languages} | set(ASSETS)
    seen: set[str] = set()
    for number, redirect in enumerate(located.data["redirects"]):
        line = located.line(("redirects", number))
        old, new = redirect["old"], redirect["new"]
        if old in seen:
            yield Problem(located.path, line, f'"{old}" a second time', "every old address once")
        seen.add(old)
        if old in addresses:
            yield Problem(located.path, line, f'old address "{old}", where there is a page', "an address without one")
        first = old.strip("/").partition("/")[0]
        if first in taken:
            expected = "one below a section, such as deposits/old-name/"
            yield Problem(located.path, line, f'old address "{old}", which is taken by the site itself', expected)
        if new not in addresses:
            expected = content.redirects.get(new) or "the address of a page"
            yield Problem(located.path, line, f'new address "{new}"', expected, did_you_mean(new, addresses))


def _title_problems(content: Content, page: Page) -> Iterator[Problem]:
    length, most = len(page.front.title), content.language(page.code).max_title
    if length > most:
        yield Problem(page.path, page.located.line(("title",)), f"a title of {length} characters", f"at most {most}")


def _key_problems(content: Content, page: Page, lost: Lost) -> Iterator[Problem]:
    """The facts, safety lines, pictures, tables and buttons that a page names exist, and can be shown there."""
    made: dict[str, tuple[str, Iterable[str]]] = {
        "picture": ("a picture of docs/_data/pictures.yml", content.pictures),
        "glossary": ("a group of docs/_data/glossary.yml", content.glossary),
        "table": (f"one of {', '.join(TABLES)}", TABLES),
        "networks": (f"one of {', '.join(TOPICS)}", TOPICS),
        "button": (f"one of {', '.join(BUTTONS)}", BUTTONS),
    }
    for reference in page.references:
        key, line = reference.key, reference.line
        if SAFETY_ID.fullmatch(key) and key not in content.safety and not lost.has("safety.yml", key):
            mend = did_you_mean(key, content.safety)
            yield Problem(page.path, line, f'safety line "{key}"', "one of docs/_data/safety.yml", mend)
        if match := NETWORK.fullmatch(key):
            name, said = match.groups()
            if name not in content.networks and not lost.has("networks.yml", name):
                expected, mend = "one of docs/_data/networks.yml", did_you_mean(name, content.networks)
                yield Problem(page.path, line, f'network "{name}"', expected, mend)
            elif name in content.networks and said not in (facts := values(content.networks[name])):
                mend = did_you_mean(said, facts)
                yield Problem(page.path, line, f'"{said}" of {name}', f"one of {', '.join(facts)}", mend)
        if match := INSERT.fullmatch(key):
            kind, name = match.groups()
            expected, known = made[kind]
            if name not in known and not lost.has({"picture": "pictures.yml"}.get(kind, f"{kind}.yml"), name):
                yield Problem(page.path, line, f'{kind} "{name}"', expected, did_you_mean(name, known))
    for reference in page.facts():
        yield from _fact_problems(content, page, reference, lost)


def _fact_problems(content: Content, page: Page, reference: Reference, lost: Lost) -> Iterator[Problem]:
    key, line = reference.key, reference.line
    fact = content.facts.get(key)
    if fact is None and lost.has("facts.yml", key):
        return
    if fact is None:
        mend = did_you_mean(key, content.facts)
        yield Problem(page.path, line, f'fact "{key}"', "a key of docs/_data/facts.yml", mend)
    elif not fact.traits.on_pages:
        yield Problem(page.path, line, f'{fact.kind} "{key}"', "a fact that has words to show")
    elif fact.traits.has_value and key == page.requires:
        yield Problem(page.path, line, f'"{key}", which is a {fact.kind}', "a method of docs/_data/facts.yml")


def _related_problems(page: Page, slugs: set[str]) -> Iterator[Problem]:
    if not isinstance(page, Article):
        return
    for number, slug in enumerate(page.front.related):
        line = page.located.line(("related", number))
        if slug not in slugs:
            expected = "the file name of an article"
            yield Problem(page.path, line, f'related article "{slug}"', expected, did_you_mean(slug, slugs))
        elif slug == page.slug:
            yield Problem(page.path, line, "the article itself as related", "another article")


def _link_problems(content: Content, page: Page, failed: Addresses, lost: Lost) -> Iterator[Problem]:
    """Links within the site are relative paths to .md files of the same language, with anchors that exist."""
    for link in page.document.links:
        parts = urlsplit(link.target)
        if parts.scheme or parts.netloc:
            continue
        folder = posixpath.dirname(page.path)
        path = posixpath.normpath(posixpath.join(folder, parts.path)) if parts.path else page.path
        target = content.by_path.get(path)
        if target is None or target.code != page.code:
            if not _has_failed(path, page.code, failed):  # a page that failed has its own mistake named already
                yield _no_such_page(content, page, link, parts.path)
        elif parts.fragment and parts.fragment not in (anchors := content.anchors(target)):
            if None in {heading.anchor for heading in target.document.headings} or lost.any("glossary.yml"):
                continue  # one of those without an anchor may be meant
            mend = did_you_mean(parts.fragment, anchors) or f"It has: {', '.join(anchors)}."
            yield Problem(page.path, link.line, f'link to "{link.target}"', f"an anchor of {target.path}", mend)


def _has_failed(path: str, code: str, failed: Addresses) -> bool:
    address = path.removeprefix(f"docs/{code}/").removesuffix(".md").removesuffix("index").strip("/")
    return path.endswith(".md") and (code, f"{address}/" if address else "") in failed


def _no_such_page(content: Content, page: Page, link: Link, written: str) -> Problem:
    folder = posixpath.dirname(page.path)
    known = [posixpath.relpath(path, folder) for path, other in content.by_path.items() if other.code == page.code]
    mend = did_you_mean(written, known)
    return Problem(page.path, link.line, f'link to "{link.target}"', "a .md file of this language", mend)
