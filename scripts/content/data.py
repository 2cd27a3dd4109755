"""The data files of docs/_data but for the facts: safety lines, terms, languages, navigation, pictures, glossary, redirects, links."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*/$")]
SafetyId = Annotated[str, StringConstraints(pattern=r"^SAFE-[1-9][0-9]*$")]


class Strict(BaseModel):
    """A model that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Strict):
    """The same thing said in both languages."""

    zh: Text
    en: Text

    def __getitem__(self, code: str) -> str:
        return getattr(self, code)


class Language(Strict):
    """A language of the site. The first one is served at /, the others below /<code>/."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    html: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Za-z]+)?$")]  # <html lang>, hreflang
    name: Text  # in its own words
    max_title: Annotated[int, Field(gt=0)]  # characters
    # every word of the interface that is ours; spaces at the ends count
    strings: dict[Text, Annotated[str, Field(min_length=1)]]


class Languages(Strict):
    """languages.yml"""

    languages: Annotated[list[Language], Field(min_length=1)]


class Section(Strict):
    """A section of the site: its folder, its icon, its articles in the reader's order."""

    id: Slug
    icon: Text
    articles: Annotated[list[Slug], Field(min_length=1)]


class Navigation(Strict):
    """navigation.yml"""

    emergency: Slug
    account_kinds: Slug
    popular: Annotated[list[Slug], Field(min_length=1)]
    home_safety: SafetyId
    sections: Annotated[list[Section], Field(min_length=1)]


class Picture(Strict):
    """The words of one drawing: below it, instead of it, and in it."""

    caption: Bilingual
    alt: Bilingual
    labels: Annotated[dict[Text, Bilingual], Field(min_length=1)]


class Entry(Strict):
    """One entry of the glossary. `term` is an id of terms.yml, where its name is; also its anchor."""

    term: Slug
    definition: Bilingual
    articles: Annotated[list[Slug], Field(min_length=1, max_length=3)]


class First(Strict):
    """An article that comes first in a search that holds all words of one of the lines."""

    article: Slug
    words: Annotated[list[Text], Field(min_length=1)]


class SearchSettings(Strict):
    """search.yml: what comes first, and groups of everyday words that mean the same."""

    first: list[First]
    same: list[Annotated[list[Text], Field(min_length=2)]]


class Redirect(Strict):
    """An address that has moved: paths below a language, such as deposits/old-name/."""

    old: Address
    new: Address


class Redirects(Strict):
    """redirects.yml"""

    redirects: list[Redirect]


HostName = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$")]


class Host(Strict):
    """A host of others that articles may link to: since when, and why."""

    host: HostName  # exactly: www.wallet.test is another one
    reason: Text
    date: datetime.date

    @field_validator("date")
    @classmethod
    def _has_come(cls, date: datetime.date) -> datetime.date:
        if date > datetime.date.today():
            raise ValueError("the day on which somebody looked at the host, not one to come")
        return date


class Links(Strict):
    """links.yml"""

    links: list[Host]

    @field_validator("links")
    @classmethod
    def _once(cls, links: list[Host]) -> list[Host]:
        hosts = [link.host for link in links]
        if twice := [host for host in hosts if hosts.count(host) > 1]:
            raise ValueError(f"every host once; {twice[0]} stands twice")
        return links


class Term(Strict):
    """A word of the trade in both languages: how to write it, how not to, what people type for it."""

    id: Slug
    category: Slug
    zh: Text
    en: Text
    zh_hant_local: list[Text] = []
    forbidden_zh: list[Text] = []
    forbidden_en: list[Text] = []
    search_zh: list[Text] = []
    search_en: list[Text] = []
    note: str = ""

    def name(self, code: str) -> str:
        return self.zh if code == "zh" else self.en


class Brand(Strict):
    """The product's name: kept as it is in prose, and what people type for it."""

    keep_as_is: list[Text]
    search: list[Text]
    note: str = ""


class Typos(Strict):
    """Common wrong spellings and the right one."""

    zh: dict[Text, Text]
    en: dict[Text, Text]


class Terms(Strict):
    """terms.yml"""

    brand: Brand
    terms: list[Term]
    ambiguous_zh: dict[Text, list[Slug]]
    common_typos: Typos
