"""What the templates show of the content, in one language: sections, articles, related links, addresses."""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2.runtime import Macro

from scripts.content import Content, Language, Page, Section
from scripts.content.pages import ANNOUNCEMENTS, SEARCH, Announcement, Article

from .assets import Assets
from .edit_link import issue_uri

ROOT = Path(__file__).resolve().parents[2]
REPORT = "help_center.report_address"  # the fact of where readers report a mistake on a page
LISTED = 24  # articles of a section that the navigation lists at once


@dataclass(frozen=True)
class Alternate:
    """The same page in one of the languages; `url` is relative to the site."""

    language: Language
    url: str


class View:
    """The content in one language, for templates. Every `url` is relative to the root of the site."""

    def __init__(
        self,
        content: Content,
        code: str,
        *,
        publish: bool,
        now: datetime.datetime,
        assets: Assets | None = None,
        policy: str = "",
    ):
        self.content = content
        self.language = content.language(code)
        self.publish = publish
        self.now = now  # when the site is built: what announcements a browser without JavaScript shows
        self.assets = assets  # None where no page is made
        self.policy = policy  # the Content-Security-Policy of every page, or nothing
        self._kept: dict[tuple[object, ...], str] = {}

    def __getitem__(self, name: str) -> str:
        """A word of the interface: {{ view["related"] }}."""
        return self.language.strings[name]

    def in_language(self, code: str) -> View:
        return View(
            self.content, code, publish=self.publish, now=self.now, assets=self.assets, policy=self.policy
        )

    def kept(self, part: Macro, *on: object) -> str:
        """The HTML of a template's macro, made once for all pages for which `on`, all it depends on, is the same. No
        other template may keep a macro of that name."""
        key = (part.name, *on)
        if key not in self._kept:
            self._kept[key] = part()
        return self._kept[key]

    @property
    def languages(self) -> tuple[Language, ...]:
        return self.content.languages

    def url(self, address: str = "", code: str | None = None) -> str:
        """Where `address` (see Page.address) is: "deposits/", in English "en/deposits/"; "" for the root."""
        return self.content.url(code or self.language.code, address)

    def alternates(self, address: str) -> list[Alternate]:
        return [Alternate(language, self.url(address, language.code)) for language in self.languages]

    def page(self, address: str) -> Page:
        return self.content.pages[self.language.code, address]

    def available(self, page: Page) -> bool:
        return self.content.available(page)

    @property
    def sections(self) -> list[Section]:
        """The sections that have an article to show."""
        return [section for section in self.content.navigation.sections if self.articles(section)]

    def around(self, page: Page) -> list[Page]:
        """The articles of a page's section that its navigation lists: all, or in a long one its part with the page."""
        articles = self._by_section.get(page.section or "", [])
        at = next((place for place, article in enumerate(articles) if article.slug == page.slug), 0)
        start = at - at % LISTED
        return articles[start : start + LISTED]

    def section_page(self, section: Section | str) -> Page:
        return self.page(f"{section if isinstance(section, str) else section.id}/")

    def articles(self, section: Section) -> list[Page]:
        return self._by_section[section.id]

    def in_section(self, page: Page) -> bool:
        """Whether a section lists the page, or it is a section's own."""
        return page.section in self._by_section

    @functools.cached_property
    def _by_section(self) -> dict[str, list[Page]]:
        """The articles that apply, by section: each page asks for them."""
        found = {}
        for section in self.content.navigation.sections:
            pages = (self.page(f"{section.id}/{slug}/") for slug in section.articles)
            found[section.id] = [page for page in pages if self.available(page)]
        return found

    def _by_slug(self, slugs: list[str]) -> list[Article]:
        pages = (self.content.article(self.language.code, slug) for slug in slugs)
        return [page for page in pages if self.available(page)]

    @property
    def sitemap(self) -> list[Page]:
        """Every page a search engine should know: home, sections, articles that apply."""
        sections = (self.section_page(section) for section in self.sections)
        articles = (page for section in self.sections for page in self.articles(section))
        others = (self.page(f"{folder}/") for folder in (SEARCH, ANNOUNCEMENTS))
        return [self.page(""), *sections, *articles, *others, *self.announcements]

    @property
    def popular(self) -> list[Article]:
        return self._by_slug(self.content.navigation.popular)

    def related(self, page: Article) -> list[Article]:
        return self._by_slug(page.front.related)

    def words(self, page: Article) -> list[tuple[str, str]]:
        """(name, url) of the terms of the glossary that help with this article."""
        here = f"{self.url(page.address)}#"
        return [(name, url) for name, url in self._words.get(page.slug, []) if not url.startswith(here)]

    @functools.cached_property
    def _words(self) -> dict[str, list[tuple[str, str]]]:
        """(name, url) of the terms of the glossary, by the articles that they help with."""
        terms = {term.id: term for term in self.content.terms.terms}
        shown = {
            group: page.address
            for page in self.content.articles(self.language.code)
            if self.available(page)
            for group in page.glossary_groups
        }
        found: dict[str, list[tuple[str, str]]] = {}
        for group, entries in self.content.glossary.items():
            for entry in entries if group in shown else ():
                url = f"{self.url(shown[group])}#{entry.term}"
                for slug in entry.articles:
                    found.setdefault(slug, []).append((terms[entry.term].name(self.language.code), url))
        return found

    @property
    def planned(self) -> list[Announcement]:
        """All announcements, newest first, also those to come: the page of announcements holds them, and the browser
        shows each as soon as it has begun, as it does with banners."""
        return self.content.announcements(self.language.code)

    @property
    def announcements(self) -> list[Announcement]:
        """Those that have begun when the site is built, newest first: for feed and sitemap, until the next build."""
        return [page for page in self.content.announcements(self.language.code) if page.front.starts <= self.now]

    @property
    def banners(self) -> list[Announcement]:
        """The announcements that have not ended when the site is built: every page holds them, the browser decides."""
        return [page for page in self.content.announcements(self.language.code) if self.now < page.front.ends]

    def active(self, page: Announcement) -> bool:
        return page.front.starts <= self.now < page.front.ends

    def report(self, url: str) -> str:
        """Where a problem of the page at `url` is reported: to the operator, once the address is confirmed; in preview
        else as an issue of the repository; nothing where there is neither."""
        link = self.content.link(REPORT, self.language.code)
        if link:
            return f"{link}?subject={quote(url)}" if link.startswith("mailto:") else link
        issues = issue_uri(ROOT)
        return issues + quote(urlsplit(url).path) if issues and not self.publish else ""

    def time(self, moment: datetime.datetime) -> str:
        """A moment as readers of the language write it, in the time zone it was given in."""
        offset = moment.strftime("%z")
        minutes = f":{offset[3:]}" if offset[3:] != "00" else ""
        zone = "UTC" if offset == "+0000" else f"UTC{offset[0]}{int(offset[1:3])}{minutes}"
        shown = moment.strftime("%Y-%m-%d %H:%M")
        return f"{shown}（{zone}）" if self.language.code == "zh" else f"{shown} ({zone})"

    @property
    def emergency(self) -> Article:
        return self.content.article(self.language.code, self.content.navigation.emergency)

    @property
    def privacy(self) -> Article:
        return self.content.article(self.language.code, self.content.navigation.privacy)

    @property
    def home_safety(self) -> str:
        return self.content.safety[self.content.navigation.home_safety][self.language.code]
