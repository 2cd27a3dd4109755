"""The content as a whole: what every page, rule and command asks."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlsplit

from .data import (
    Acceptance,
    Bilingual,
    GlossaryEntry,
    Host,
    Language,
    Navigation,
    Picture,
    SearchSettings,
    Statement,
    Terms,
)  # fmt: skip
from .facts import CUSTODY_MODEL, CUSTODY_MODELS, Fact, Standing
from .markdown import Heading
from .networks import Network
from .pages import BRANCHES, COPY, WHILE, Announcement, Article, Page
from .source import Located


@dataclass(frozen=True)
class Content:
    """The whole content. Pages by (language code, address): ("zh", "deposits/deposit-not-arrived/")."""

    languages: tuple[Language, ...]
    navigation: Navigation
    facts: dict[str, Fact]
    safety: dict[str, Bilingual]
    terms: Terms
    pictures: dict[str, Picture]
    networks: dict[str, Network]  # in the order of tables
    glossary: dict[str, list[GlossaryEntry]]  # by group, in the order of the page
    redirects: dict[str, str]  # old address to new
    hosts: dict[str, Host]  # of others, that articles may link to: those of links.yml
    search: SearchSettings
    accepted: dict[str, dict[str, Acceptance]]  # what somebody has read: see accepted.py
    statements: dict[str, Statement]  # of the article this help center grew from
    coverage: dict[str, dict[str, Bilingual]]  # the sentences that cover a statement, by article
    data: dict[str, Located]  # the files all this is from, by name: data["facts.yml"].line(("support", "phone"))
    pages: dict[tuple[str, str], Page]
    today: datetime.date  # by which facts stand or have run out

    @property
    def custody(self) -> str:
        """The operator's setting: hybrid, custodial or self-custody."""
        return str(self.facts[CUSTODY_MODEL].value)

    def language(self, code: str) -> Language:
        return next(language for language in self.languages if language.code == code)

    def url(self, code: str, address: str) -> str:
        """Where a page is, relative to the site's root: "deposits/", in English "en/deposits/"; "" for the root."""
        return address if code == self.languages[0].code else f"{code}/{address}"

    @cached_property
    def _articles(self) -> dict[tuple[str, str], Article]:
        return {(page.code, page.slug): page for page in self.pages.values() if isinstance(page, Article)}

    def article(self, code: str, slug: str) -> Article:
        """The article of that slug. Raises KeyError for an unknown one."""
        return self._articles[code, slug]

    def articles(self, code: str) -> Iterator[Article]:
        """The articles of one language, in the order of the navigation."""
        for section in self.navigation.sections:
            for slug in section.articles:
                yield self.article(code, slug)

    @cached_property
    def _announcements(self) -> list[Announcement]:
        found = [page for page in self.pages.values() if isinstance(page, Announcement)]
        return sorted(found, key=lambda page: (page.front.starts, page.slug), reverse=True)

    def announcements(self, code: str) -> list[Announcement]:
        """The announcements of one language, newest first."""
        return [page for page in self._announcements if page.code == code]

    @property
    def linkable(self) -> frozenset[str]:
        """The hosts of others that pages may link to: those of links.yml, and the networks' explorers."""
        return frozenset(self.hosts) | {network.explorer.host for network in self.networks.values()}

    @cached_property
    def alike(self) -> list[list[str]]:
        """Groups of words that mean the same to those who search: of search.yml, and the names of each network."""
        symbols = [network.coin.symbol for network in self.networks.values()]
        return [*self.search.same, *(network.words(symbols) for network in self.networks.values())]

    @cached_property
    def by_path(self) -> dict[str, Page]:
        """The pages by their file: docs/zh/deposits/index.md."""
        return {page.path: page for page in self.pages.values()}

    def anchors(self, page: Page) -> list[str]:
        """What a link to the page may name behind #."""
        entries = [entry.term for group in page.glossary_groups for entry in self.glossary.get(group, [])]
        return [heading.anchor or "" for heading in page.document.headings] + entries

    def shows_branch(self, branch: str) -> bool:
        """Whether readers of that kind of account ("custodial", "self-custody", "both") exist here."""
        return branch == "both" or self.custody in ("hybrid", branch)

    def standing(self, key: str) -> Standing:
        """How a fact stands today."""
        return self.facts[key].standing(key, self.today)

    def link(self, key: str, code: str) -> str:
        """Where a confirmed contact leads: an https address, or mailto: and one of e-mail. "" while there is none."""
        fact = self.facts.get(key)
        return fact.shown(self.language(code), self.standing(key)).href if fact else ""

    def offered(self, key: str) -> bool:
        return self.facts[key].state != "not_offered"

    def available(self, page: Page) -> bool:
        """Whether the page applies; one that does not leaves navigation, search and home."""
        return self.shows_branch(page.applies_to) and (page.requires is None or self.offered(page.requires))

    @cached_property
    def applying(self) -> list[Page]:
        """The pages that apply: what is counted, listed and found."""
        return [page for page in self.pages.values() if self.available(page)]

    def target(self, page: Page, href: str) -> Page | None:
        """The page to which a link of a page leads; None where it leads elsewhere."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
            return None
        return self.by_path.get(posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parts.path)))

    def leads_on(self, page: Page, href: str) -> bool:
        """Whether a link of a page leads to something that applies."""
        target = self.target(page, href)
        return self.available(target) if target else not (href.startswith("#") and self.hides(page, href[1:]))

    def headings(self, page: Page) -> list[Heading]:
        """The headings that readers see: not those in a ::: block that does not show."""
        return [heading for heading in page.document.headings if self.shows_block(page.block(heading.line))]

    def hides(self, page: Page, anchor: str) -> bool:
        """Whether the heading of that anchor stands in a ::: block that does not show."""
        return any(heading.anchor == anchor and not self.shows_block(page.block(heading.line))
                   for heading in page.document.headings)  # fmt: skip

    @property
    def methods(self) -> list[str]:
        """The keys of what is offered or not."""
        return [key for key, fact in self.facts.items() if fact.traits.on_pages and not fact.traits.has_value]

    def configured(self, custody: str, *not_offered: str) -> Content:
        """The same content for an operator with accounts of that kind, who offers all methods but those."""
        states = {key: "not_offered" if key in not_offered else "unconfirmed" for key in self.methods}
        changed = {key: self.facts[key].model_copy(update={"state": state}) for key, state in states.items()}
        changed[CUSTODY_MODEL] = self.facts[CUSTODY_MODEL].model_copy(update={"value": custody})
        return replace(self, facts=self.facts | changed)

    def configurations(self) -> Iterator[tuple[str, Content]]:
        """The content as it is; and for every kind of accounts with all methods, without each one, and without any.
        Each with words that say which it is. What holds without each method and without any holds without a few."""
        yield "here", self
        for custody in CUSTODY_MODELS:
            where = f'where {CUSTODY_MODEL} is "{custody}"'
            yield where, self.configured(custody)
            for key in self.methods:
                yield f"{where} and {key} is not offered", self.configured(custody, key)
            yield f"{where} and no method is offered", self.configured(custody, *self.methods)

    def withdrawn_texts(self) -> list[str]:
        """What the withdrawn facts said."""
        gone = [fact for fact in self.facts.values() if fact.withdrawn]
        return [text for fact in gone for text in {fact.text("zh"), fact.text("en")} if text]

    def fact_line(self, key: str) -> int:
        """The line of docs/_data/facts.yml at which a fact begins."""
        return self.data["facts.yml"].line(tuple(key.split(".")))

    def facts_in_use(self) -> dict[str, list[Page]]:
        """The facts that what is shown rests on, each with its pages, in the order of the facts file."""
        used: dict[str, list[Page]] = {}
        for page in sorted(self.pages.values(), key=lambda page: page.path):
            for key in self._rests_on(page) if self.available(page) else ():
                used.setdefault(key, []).append(page)
        return {key: used[key] for key in self.facts if key in used}

    @cached_property
    def doubts(self) -> frozenset[str]:
        """The blocks of WHILE that readers see: whether anything in use was never confirmed, or does not hold today."""
        stand = {self.standing(key) for key in self.facts_in_use() if self.facts[key].traits.on_pages}
        never, holds = "unconfirmed" in stand, stand <= {"confirmed", "not_offered"}
        return frozenset(name for name, shown in zip(WHILE, (never, not holds), strict=True) if shown)

    def _rests_on(self, page: Page) -> set[str]:
        """The facts that the page shows, or that decide what it shows."""
        references = page.facts()
        keys = {r.key for r in references if self.shows_block(r.block) or r.block == f"offered {r.key}"}
        if page.applies_to != "both" or any(mark.name in BRANCHES for mark in page.document.marks):
            keys.add(CUSTODY_MODEL)
        return keys

    def shows_block(self, block: str | None) -> bool:
        """Whether readers see what stands in such a block."""
        if block in (None, COPY, *WHILE):  # those of WHILE follow from the facts in use, not the other way round
            return True
        if block.startswith("offered "):
            return self.offered(block.removeprefix("offered "))
        return self.shows_branch(block)
