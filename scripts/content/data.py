"""The data files of docs/_data but for the facts: one model a file, named after it, and what it is made of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, StringConstraints, field_validator

# What names look like, and how a writer is told.
_SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
SLUG = f"^{_SLUG}$"
ADDRESS = f"^{_SLUG}/{_SLUG}/$"
SAFETY = r"^SAFE-[1-9][0-9]*$"
STATEMENT = r"^S[0-9]+\.[0-9]+[a-h]?$"
HOST = r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$"
TAG = r"^[a-z]{2}(-[A-Za-z]+)?$"
DIGEST = r"^[0-9a-f]{32}$"
GROUP = rf"^(home|{_SLUG}/({_SLUG}/)?|{_SLUG}\.(yml|txt))$"
IN_WORDS = {
    SLUG: "lower-case letters, digits and -",
    ADDRESS: "an address such as deposits/deposit-crypto/",
    SAFETY: "SAFE- and a number",
    STATEMENT: "a statement such as S1.2b",
    HOST: "a host such as explorer.wallet.test, in lower-case letters",
    DIGEST: "the 32 digits that `make accept` writes",
    GROUP: "home, an address such as deposits/deposit-crypto/, or a data file such as safety.yml",
    TAG: "a language tag such as zh-Hans",
}

ROLES = ("translator", "editor", "support-lead")  # who may have read something; never a person's name

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
SafetyId = Annotated[str, StringConstraints(pattern=SAFETY)]
StatementId = Annotated[str, StringConstraints(pattern=STATEMENT)]
Digest = Annotated[str, StringConstraints(pattern=DIGEST)]
Group = Annotated[str, StringConstraints(pattern=GROUP)]
HostName = Annotated[str, StringConstraints(pattern=HOST)]


class Strict(BaseModel):
    """A model that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Strict):
    """The same thing said in both languages."""

    zh: Text
    en: Text

    def __getitem__(self, code: str) -> str:
        return self.zh if code == "zh" else self.en


def _word(text: str) -> str:
    """A word of the interface: some text, no HTML, and {placeholders} that a name alone stands in."""
    if not text.strip() or re.search(r"<[a-z/!]", text, re.IGNORECASE):
        raise ValueError("some text without HTML")
    if re.search(r"[{}]", re.sub(r"(?<!\{)\{[a-z_]+\}(?!\})", "", text)):
        raise ValueError("text with {placeholders} such as {time}, each with both braces")
    return text


def public_host(name: str) -> str:
    """A host that somebody can own: no ending alone, none that only leads somewhere within."""
    if re.search(r"(?:^|\.)(?:localhost|local|localdomain|internal|lan|home|invalid|example|onion)$", name):
        raise ValueError("a host of the public web")
    if re.fullmatch(r"(?:com?|net|org|gov|edu|ac)\.[a-z]{2}", name):
        raise ValueError("a host, not the ending of many")
    return name


class Safety(RootModel[dict[SafetyId, Bilingual]]):
    """safety.yml: the safety lines, by name."""


# Words of the interface with a place that a template fills, and the name of that place.
FILLED = {
    "not_offered_line": "names",
    "unavailable_way_on": "section",
    "glossary_see": "articles",
    "facts_confirmed": "date",
    "networks_checked": "date",
    "announcement_until": "time",
    "announcement_from": "time",
    "announcement_updated": "time",
    "reviewed": "date",
    "section_all": "count",
    "search_found": "count",
    "search_most": "count",
}


class Language(Strict):
    """A language of the site. The first one is served at /, the others below /<code>/."""

    code: Literal["zh", "en"]
    html: Annotated[str, StringConstraints(pattern=TAG)]  # <html lang>, hreflang
    name: Text  # in its own words
    max_title: Annotated[int, Field(gt=0)]  # characters
    # every word of the interface that is ours; spaces at the ends count
    strings: dict[Text, Annotated[str, Field(min_length=1), AfterValidator(_word)]]


class Languages(Strict):
    """languages.yml: both languages, the first one first."""

    languages: list[Language]

    @field_validator("languages")
    @classmethod
    def _both(cls, languages: list[Language]) -> list[Language]:
        if sorted(language.code for language in languages) != ["en", "zh"]:
            raise ValueError("zh and en, each once")
        return languages


class Section(Strict):
    """A section of the site: its folder, its icon, its articles in the reader's order."""

    id: Slug
    icon: Text
    articles: Annotated[list[Slug], Field(min_length=1)]


class Navigation(Strict):
    """navigation.yml: the sections with their articles, and the articles that have a part of their own to play."""

    emergency: Slug  # what every page's header leads to
    account_kinds: Slug  # what tells the two kinds of account apart
    privacy: Slug  # what this site keeps and sends; every page's footer leads to it
    hash: Annotated[list[Slug], Field(min_length=1)]  # what a search for a transaction hash shows
    popular: Annotated[list[Slug], Field(min_length=1)]  # what the home page puts first
    home_safety: SafetyId
    locked_out: list[Slug]  # where readers may be who cannot get in
    way_out: Slug  # where those can do something, in its section {#without-app}
    sections: Annotated[list[Section], Field(min_length=1)]

    def roles(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every article with such a part, and where the file says so: ("popular", 0), "deposit-not-arrived"."""
        for key in ("emergency", "account_kinds", "privacy", "way_out"):
            yield (key,), getattr(self, key)
        for key in ("hash", "popular", "locked_out"):
            yield from (((key, number), slug) for number, slug in enumerate(getattr(self, key)))


class Picture(Strict):
    """The words of one drawing: below it, instead of it, and in it."""

    caption: Bilingual
    alt: Bilingual
    labels: Annotated[dict[Text, Bilingual], Field(min_length=1)]


class Pictures(RootModel[dict[Slug, Picture]]):
    """pictures.yml: the words of each picture, by the name of its drawing."""


class GlossaryEntry(Strict):
    """One entry of the glossary. `term` is an id of terms.yml, where its name is; also its anchor."""

    term: Slug
    definition: Bilingual
    articles: Annotated[list[Slug], Field(min_length=1, max_length=3)]


class Glossary(RootModel[dict[Slug, list[GlossaryEntry]]]):
    """glossary.yml: the entries by group, in the order of the page."""


class FirstResult(Strict):
    """An article that comes first in a search that holds all words of one of the lines."""

    article: Slug
    words: Annotated[list[Text], Field(min_length=1)]


class SearchSettings(Strict):
    """search.yml: what comes first, and groups of everyday words that mean the same."""

    first: list[FirstResult]
    same: list[Annotated[list[Text], Field(min_length=2)]]


class Redirect(Strict):
    """An address that has moved: paths below a language, such as deposits/old-name/."""

    old: Address
    new: Address


class Redirects(Strict):
    """redirects.yml: what `make rename` wrote."""

    redirects: list[Redirect]


class Host(Strict):
    """A host of others that articles may link to: since when, and why."""

    host: Annotated[HostName, AfterValidator(public_host)]  # exactly: www.wallet.test is another one
    reason: Text
    date: datetime.date


class Links(Strict):
    """links.yml: the hosts that articles may link to."""

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
    """terms.yml: the words of the trade, the brand, words with several meanings, wrong spellings."""

    brand: Brand
    terms: list[Term]
    ambiguous_zh: dict[Text, list[Slug]]
    common_typos: Typos


class Statement(Strict):
    """A statement of the article that this help center grew from, how it is to be handled, and what must cover it."""

    zh: Text
    en: Text
    verdict: Annotated[list[Literal["G", "C", "X", "U", "O"]], Field(min_length=1)]
    handling: Text | None = None
    articles: Annotated[list[Slug], Field(min_length=1)]


class Statements(RootModel[dict[StatementId, Statement]]):
    """source-facts.yml"""


class Coverage(RootModel[dict[StatementId, dict[Slug, Bilingual]]]):
    """coverage.yml: for each statement and each article that covers it, the sentence that does."""


class Acceptance(Strict):
    """That somebody has read a unit as it stands: its digest, the role in which, and the day."""

    hash: Digest
    by: Literal["translator", "editor", "support-lead", "taken-over"]  # ROLES, and accepted.TAKEN_OVER
    date: datetime.date


class Accepted(RootModel[dict[Group, dict[Text, Acceptance]]]):
    """accepted.yml: what was accepted, by group and name: see accepted.py."""
