"""The content model: everything under docs/, read once, typed and validated.

    content = load(Path("docs"))

Imports nothing else of ours. Whatever is wrong is raised as one ContentError that names every place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .articles import ANNOUNCEMENTS, COPY, INSERT, SAFETY_ID, AnnouncementFront, ArticleFront, Page, parse_page
from .data import Bilingual, Entry, Host, Language, Languages, Links, Navigation, Picture, Redirects, SearchSettings, Section, Terms
from .facts import CUSTODY_MODEL, Fact, parse_facts
from .problems import ContentError, Problem, did_you_mean, of_kind
from .source import Located, parse_yaml, read_text, validate

__all__ = ["Content", "ContentError", "Fact", "Language", "Page", "Problem", "Section", "load"]

# Front matter that both languages must share: a reader who switches language stays in the same place.
SHARED_KEYS = ("type", "applies_to", "requires", "related", "level", "starts", "ends", "updated")

TABLES = ("facts",)  # what {{ table.… }} can show


@dataclass(frozen=True)
class Content:
    """The whole content. Pages by (language code, address): ("zh", "deposits/deposit-not-arrived/")."""

    languages: tuple[Language, ...]
    navigation: Navigation
    facts: dict[str, Fact]
    safety: dict[str, Bilingual]
    terms: Terms
    pictures: dict[str, Picture]
    glossary: dict[str, list[Entry]]  # by group, in the order of the page
    redirects: dict[str, str]  # old address to new
    hosts: dict[str, Host]  # of others, that articles may link to
    search: SearchSettings
    pages: dict[tuple[str, str], Page]

    @property
    def custody(self) -> str:
        """The operator's setting: hybrid, custodial or self-custody."""
        return str(self.facts[CUSTODY_MODEL].value)

    def language(self, code: str) -> Language:
        return next(language for language in self.languages if language.code == code)

    def article(self, code: str, slug: str) -> Page:
        """The article of that slug. Raises KeyError for an unknown one."""
        section = next((s.id for s in self.navigation.sections if slug in s.articles), None)
        return self.pages[code, f"{section}/{slug}/"]

    def articles(self, code: str) -> Iterator[Page]:
        """The articles of one language, in the order of the navigation."""
        for section in self.navigation.sections:
            for slug in section.articles:
                yield self.pages[code, f"{section.id}/{slug}/"]

    def announcements(self, code: str) -> list[Page]:
        """The announcements of one language, newest first."""
        found = [page for page in self.pages.values() if page.code == code and isinstance(page.front, AnnouncementFront)]
        return sorted(found, key=lambda page: (page.front.starts, page.slug), reverse=True)

    def anchors(self, page: Page) -> list[str]:
        """What a link to the page may name behind #."""
        groups = [reference.key.removeprefix("glossary.") for reference in page.references if reference.key.startswith("glossary.")]
        entries = [entry.term for group in groups for entry in self.glossary.get(group, [])]
        return [heading.anchor or "" for heading in page.headings] + entries

    def shows_branch(self, branch: str) -> bool:
        """Whether readers of that kind of account ("custodial", "self-custody", "both") exist here."""
        return branch == "both" or self.custody in ("hybrid", branch)

    def offered(self, key: str) -> bool:
        return self.facts[key].state != "not_offered"

    def available(self, page: Page) -> bool:
        """Whether the page applies; one that does not leaves navigation, search and home."""
        front = page.front
        if not isinstance(front, ArticleFront):
            return True
        return self.shows_branch(front.applies_to) and (front.requires is None or self.offered(front.requires))

    def facts_in_use(self) -> dict[str, list[Page]]:
        """The facts that what is shown rests on, each with its pages, in the order of the facts file."""
        used: dict[str, dict[str, Page]] = {}
        for page in self.pages.values():
            if not self.available(page):
                continue
            branches = isinstance(page.front, ArticleFront) and page.front.applies_to != "both"
            for reference in page.facts():
                if reference.block in ("custodial", "self-custody"):
                    branches = True
                if self._shows(reference.block) or reference.block == f"offered {reference.key}":
                    used.setdefault(reference.key, {})[page.path] = page
            if branches:
                used.setdefault(CUSTODY_MODEL, {})[page.path] = page
        return {key: sorted(used[key].values(), key=lambda page: page.path) for key in self.facts if key in used}

    def _shows(self, block: str | None) -> bool:
        if block in (None, COPY):
            return True
        if block.startswith("offered "):
            return self.offered(block.removeprefix("offered "))
        return self.shows_branch(block)


def load(docs: Path) -> Content:
    """Read and validate everything under `docs`. Raises ContentError naming every problem found."""
    problems: list[Problem] = []
    root = docs.parent

    def attempt(step: Callable, *arguments):
        try:
            return step(*arguments)
        except ContentError as error:
            problems.extend(of_kind("schema", error.problems))
            return None

    def data(name: str, parse: Callable[[Located], object]):
        file = docs / "_data" / name
        path = file.relative_to(root).as_posix()
        return attempt(lambda: parse(parse_yaml(read_text(file, path), path)))

    languages = data("languages.yml", lambda located: tuple(validate(Languages, located).languages))
    facts = data("facts.yml", parse_facts)
    safety = data("safety.yml", _parse_safety)
    terms = data("terms.yml", lambda located: validate(Terms, located))
    pictures = data("pictures.yml", lambda located: {name: validate(Picture, located, (name,)) for name in located.data})
    hosts = data("links.yml", lambda located: {link.host: link for link in validate(Links, located).links})
    glossary_source = data("glossary.yml", lambda located: (_parse_glossary(located), located))
    search_source = data("search.yml", lambda located: (validate(SearchSettings, located), located))
    redirects_source = data("redirects.yml", lambda located: (validate(Redirects, located), located))
    navigation_source = data("navigation.yml", lambda located: (validate(Navigation, located), located))
    if problems:  # nothing can be said about the pages without the data
        raise ContentError(problems)
    navigation, navigation_located = navigation_source

    pages: dict[tuple[str, str], Page] = {}
    failed: set[tuple[str, str]] = set()
    for language in languages:
        folder = docs / language.code
        for file in sorted(folder.rglob("*.md")):
            path = file.relative_to(root).as_posix()
            parts = file.relative_to(folder).with_suffix("").parts
            slug = parts[-1] if len(parts) == 2 and parts[-1] != "index" else None
            if not (parts == ("index",) or len(parts) == 2):
                problems.append(Problem(path, 1, "a page here", f"docs/{language.code}/<section>/<slug>.md", rule="navigation"))
                continue
            section = parts[0] if len(parts) == 2 else None
            page = attempt(lambda: parse_page(read_text(file, path), path, language.code, section, slug))
            address = "".join(f"{part}/" for part in (section, slug) if part)
            if page:
                pages[language.code, address] = page
            else:
                failed.add((language.code, address))

    glossary, glossary_located = glossary_source
    redirects, redirects_located = redirects_source
    search, search_located = search_source
    moved = {redirect.old: redirect.new for redirect in redirects.redirects}
    content = Content(languages, navigation, facts, safety, terms, pictures, glossary, moved, hosts, search, pages)
    problems += of_kind("both-languages", _language_problems(content, failed))
    problems += of_kind("navigation", _navigation_problems(content, navigation_located, failed))
    problems += of_kind("data-names", _glossary_problems(content, glossary_located))
    problems += of_kind("data-names", _redirect_problems(content, redirects_located, failed))
    problems += of_kind("data-names", _search_problems(content, search_located))
    for page in pages.values():
        problems += of_kind("keys", _page_problems(content, page, failed))
        problems += of_kind("links", _link_problems(content, page, failed))
    if problems:
        raise ContentError(problems)
    return content


def _parse_safety(located: Located) -> dict[str, Bilingual]:
    problems = [
        Problem(located.path, located.line((key,)), f'"{key}"', "SAFE- and a number")
        for key in located.data
        if not SAFETY_ID.fullmatch(key)
    ]
    if problems:
        raise ContentError(problems)
    return {key: validate(Bilingual, located, (key,)) for key in located.data}


def _parse_glossary(located: Located) -> dict[str, list[Entry]]:
    for group, entries in located.data.items():
        if not isinstance(entries, list):
            raise ContentError([Problem(located.path, located.line((group,)), f'"{group}" without entries', "a list of entries")])
    return {
        group: [validate(Entry, located, (group, number)) for number in range(len(entries))]
        for group, entries in located.data.items()
    }


def _glossary_problems(content: Content, located: Located) -> Iterator[Problem]:
    """Entries are terms, each once, and lead to articles."""
    terms = {term.id for term in content.terms.terms}
    slugs = {page.slug for page in content.pages.values() if isinstance(page.front, ArticleFront)}
    seen: set[str] = set()
    for group, entries in content.glossary.items():
        for number, entry in enumerate(entries):
            if entry.term not in terms:
                yield Problem(located.path, located.line((group, number)), f'term "{entry.term}"', "an id of docs/_data/terms.yml", did_you_mean(entry.term, terms))
            if entry.term in seen:
                yield Problem(located.path, located.line((group, number)), f'"{entry.term}" a second time', "every term once")
            seen.add(entry.term)
            for index, slug in enumerate(entry.articles):
                if slug not in slugs:
                    line = located.line((group, number, "articles", index))
                    yield Problem(located.path, line, f'"{slug}"', "an article", did_you_mean(slug, slugs))


def _search_problems(content: Content, located: Located) -> Iterator[Problem]:
    slugs = {page.slug for page in content.pages.values() if isinstance(page.front, ArticleFront)}
    for number, first in enumerate(content.search.first):
        if first.article not in slugs:
            line = located.line(("first", number, "article"))
            yield Problem(located.path, line, f'"{first.article}"', "an article", did_you_mean(first.article, slugs))


def _redirect_problems(content: Content, located: Located, failed: set[tuple[str, str]]) -> Iterator[Problem]:
    """Old addresses are free, and lead straight to a page that exists."""
    addresses = {address for _, address in {*content.pages, *failed}}
    seen: set[str] = set()
    for number, (old, new) in enumerate((redirect["old"], redirect["new"]) for redirect in located.data["redirects"]):
        line = located.line(("redirects", number))
        if old in seen:
            yield Problem(located.path, line, f'"{old}" a second time', "every old address once")
        seen.add(old)
        if old in addresses:
            yield Problem(located.path, line, f'old address "{old}", where there is a page', "an address without one")
        if new not in addresses:
            expected = content.redirects.get(new) or "the address of a page"
            yield Problem(located.path, line, f'new address "{new}"', expected, did_you_mean(new, addresses))


def _language_problems(content: Content, failed: set[tuple[str, str]]) -> Iterator[Problem]:
    """Every page exists in every language, and both say the same of what they share."""
    first = content.languages[0]
    for language in content.languages[1:]:
        missing = sorted(set(first.strings) - set(language.strings)) + sorted(set(language.strings) - set(first.strings))
        for name in missing:
            path = "docs/_data/languages.yml"
            yield Problem(path, 1, f'"{name}" in one language only', "the same strings in every language")
    for (code, address), page in content.pages.items():
        for language in content.languages:
            other = content.pages.get((language.code, address))
            if other is None and (language.code, address) not in failed:
                path = page.path.replace(f"docs/{code}/", f"docs/{language.code}/", 1)
                yield Problem(page.path, 1, f"no page in {language.name}", path, "Write it there, with the same file name.")
            elif other and code == first.code and other is not page:
                for key in SHARED_KEYS:
                    mine, theirs = getattr(page.front, key, None), getattr(other.front, key, None)
                    if mine != theirs:
                        shown = ", ".join(mine) if isinstance(mine, list) else mine
                        line = other.located.line((key,))
                        yield Problem(other.path, line, f'another "{key}" than {page.path}', f"{shown}", "Change one of them.")


def _navigation_problems(content: Content, located: Located, failed: set[tuple[str, str]]) -> Iterator[Problem]:
    """Every article is listed once, and what is listed exists."""
    code = content.languages[0].code
    listed: dict[str, str] = {}
    for index, section in enumerate(content.navigation.sections):
        line = located.line(("sections", index, "id"))
        if (code, f"{section.id}/") not in content.pages and (code, f"{section.id}/") not in failed:
            yield Problem(located.path, line, f'section "{section.id}"', f"docs/{code}/{section.id}/index.md", "Write the section's page.")
        for number, slug in enumerate(section.articles):
            line = located.line(("sections", index, "articles", number))
            address = f"{section.id}/{slug}/"
            if slug in listed:
                yield Problem(located.path, line, f'"{slug}" a second time', "every article once")
            listed[slug] = address
            if (code, address) not in content.pages and (code, address) not in failed:
                known = [page.slug for page in content.pages.values() if isinstance(page.front, ArticleFront)]
                yield Problem(located.path, line, f'"{slug}"', f"docs/{code}/{section.id}/{slug}.md", did_you_mean(slug, known))
    for page in content.pages.values():
        if isinstance(page.front, ArticleFront) and listed.get(page.slug) != page.address:
            yield Problem(page.path, 1, "an article in no section", f'"{page.slug}" in {located.path}', f'List it below "{page.section}".')
    named = [((key,), getattr(content.navigation, key)) for key in ("emergency", "account_kinds")]
    named += [(("popular", number), slug) for number, slug in enumerate(content.navigation.popular)]
    for where, slug in named:
        if slug not in listed:
            yield Problem(located.path, located.line(where), f'"{slug}"', "an article", did_you_mean(slug, listed))
    if content.navigation.home_safety not in content.safety:
        line = located.line(("home_safety",))
        yield Problem(located.path, line, f'"{content.navigation.home_safety}"', "a safety line", did_you_mean(content.navigation.home_safety, content.safety))


def _page_problems(content: Content, page: Page, failed: set[tuple[str, str]]) -> Iterator[Problem]:
    """What a page says about facts, safety lines, other pages and its own length is true."""
    language = content.language(page.code)
    if len(page.front.title) > language.max_title:
        yield Problem(page.path, page.located.line(("title",)), f"a title of {len(page.front.title)} characters", f"at most {language.max_title}")
    for reference in page.references:
        if SAFETY_ID.fullmatch(reference.key) and reference.key not in content.safety:
            yield Problem(page.path, reference.line, f'safety line "{reference.key}"', "one of docs/_data/safety.yml", did_you_mean(reference.key, content.safety))
        if match := INSERT.fullmatch(reference.key):
            kind, name = match.groups()
            known = {"picture": content.pictures, "glossary": content.glossary, "table": TABLES}[kind]
            if name not in known:
                places = {"picture": "a picture of docs/_data/pictures.yml", "glossary": "a group of docs/_data/glossary.yml", "table": f"one of {', '.join(TABLES)}"}
                yield Problem(page.path, reference.line, f'{kind} "{name}"', places[kind], did_you_mean(name, known))
    for reference in page.facts():
        fact = content.facts.get(reference.key)
        needs_method = reference.block == f"offered {reference.key}" or reference.key == getattr(page.front, "requires", None)
        if fact is None:
            yield Problem(page.path, reference.line, f'fact "{reference.key}"', "a key of docs/_data/facts.yml", did_you_mean(reference.key, content.facts))
        elif fact.kind == "setting":
            yield Problem(page.path, reference.line, f'setting "{reference.key}"', "a fact that has words to show")
        elif needs_method and fact.kind != "method":
            yield Problem(page.path, reference.line, f'"{reference.key}", which is a {fact.kind}', "a method of docs/_data/facts.yml")
    if isinstance(page.front, ArticleFront):
        slugs = {other.slug for other in content.pages.values() if isinstance(other.front, ArticleFront)} | {a.split("/")[1] for _, a in failed if a.count("/") == 2}
        for number, slug in enumerate(page.front.related):
            line = page.located.line(("related", number))
            if slug not in slugs:
                yield Problem(page.path, line, f'related article "{slug}"', "the file name of an article", did_you_mean(slug, slugs))
            elif slug == page.slug:
                yield Problem(page.path, line, "the article itself as related", "another article")


def _link_problems(content: Content, page: Page, failed: set[tuple[str, str]]) -> Iterator[Problem]:
    """Links within the site are relative paths to .md files of the same language, with anchors that exist."""
    folder = posixpath.dirname(page.path)
    by_path = {other.path: other for other in content.pages.values() if other.code == page.code}
    for link in page.links:
        parts = urlsplit(link.target)
        if parts.scheme or parts.netloc:
            continue
        path = posixpath.normpath(posixpath.join(folder, parts.path)) if parts.path else page.path
        target = by_path.get(path)
        if target is None:
            address = path.removeprefix(f"docs/{page.code}/").removesuffix(".md").removesuffix("index").strip("/")
            if path.endswith(".md") and (page.code, f"{address}/" if address else "") in failed:
                continue  # the target's own mistake is already named
            known = [posixpath.relpath(other, folder) for other in by_path]
            yield Problem(page.path, link.line, f'link to "{link.target}"', "a .md file of this language", did_you_mean(parts.path, known))
        elif parts.fragment and parts.fragment not in (anchors := content.anchors(target)):
            yield Problem(page.path, link.line, f'link to "{link.target}"', f"an anchor of {target.path}", did_you_mean(parts.fragment, anchors) or f"It has: {', '.join(anchors)}.")
