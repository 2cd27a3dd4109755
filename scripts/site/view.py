"""What the templates show of the content, in one language: sections, articles, related links, addresses."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content import Content, Language, Page, Section


@dataclass(frozen=True)
class Alternate:
    """The same page in one of the languages; `url` is relative to the site."""

    language: Language
    url: str


class View:
    """The content in one language, for templates. Every `url` is relative to the root of the site."""

    def __init__(self, content: Content, code: str, *, publish: bool):
        self.content = content
        self.language = content.language(code)
        self.publish = publish

    def __getitem__(self, name: str) -> str:
        """A word of the interface: {{ view["related"] }}."""
        return self.language.strings[name]

    def in_language(self, code: str) -> View:
        return View(self.content, code, publish=self.publish)

    @property
    def languages(self) -> tuple[Language, ...]:
        return self.content.languages

    def url(self, address: str = "", code: str | None = None) -> str:
        """Where `address` (see Page.address) is: "deposits/", in English "en/deposits/"; "" for the root."""
        code = code or self.language.code
        prefix = "" if code == self.languages[0].code else f"{code}/"
        return prefix + address

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

    def section_page(self, section: Section | str) -> Page:
        return self.page(f"{section if isinstance(section, str) else section.id}/")

    def articles(self, section: Section) -> list[Page]:
        pages = (self.page(f"{section.id}/{slug}/") for slug in section.articles)
        return [page for page in pages if self.available(page)]

    def _by_slug(self, slugs: list[str]) -> list[Page]:
        pages = (self.content.article(self.language.code, slug) for slug in slugs)
        return [page for page in pages if self.available(page)]

    @property
    def sitemap(self) -> list[Page]:
        """Every page a search engine should know: home, sections, articles that apply."""
        sections = (self.section_page(section) for section in self.sections)
        articles = (page for section in self.sections for page in self.articles(section))
        return [self.page(""), *sections, *articles]

    @property
    def popular(self) -> list[Page]:
        return self._by_slug(self.content.navigation.popular)

    def related(self, page: Page) -> list[Page]:
        return self._by_slug(page.front.related)

    @property
    def emergency(self) -> Page:
        return self.content.article(self.language.code, self.content.navigation.emergency)

    @property
    def home_safety(self) -> str:
        return self.content.safety[self.content.navigation.home_safety][self.language.code]
