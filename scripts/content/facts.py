"""Facts: every contact and every product figure, with its state, from docs/_data/facts.yml."""

from __future__ import annotations

import datetime
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema, field_validator, model_validator

from .data import Bilingual, Language, StatementId, Strict, Text
from .dates import latest
from .forms import FORMS, SAYS_NOTHING, badly_written, contact_in, hosts_named, not_english
from .problems import ContentError, Problem
from .source import Located, validate

# How long a confirmation lasts (the rules of honesty): 150 to 180 days, fixed by the fact's key, so that what was
# confirmed on one day does not run out on one day.
LASTS, SPREAD = 150, 31
SOON = 30  # days before that, the report names it
FIRST = datetime.date(2024, 1, 1)  # before there was anything to confirm

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")

Role = Literal["support-lead", "security-lead", "product-lead", "operations", "legal"]
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_DOCUMENT = re.compile(r"(?P<name>.*\w.*\w.*\w.*?)[,，] ?(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})")


def _evidence(text: str) -> str:
    """Where to look it up: the address of a page, or the name of a document with its date."""
    document = _DOCUMENT.fullmatch(text)
    with_date = document is not None and not _no_day(document["date"])
    if SAYS_NOTHING.search(document["name"] if document else text) or not (
        with_date or FORMS["address"].fits(text, text)
    ):
        raise ValueError('an https address, or a document with its date, such as "Support handbook, 2026-01-31"')
    return text


def _no_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text) < FIRST
    except ValueError:
        return True


def _since_first(day: datetime.date) -> datetime.date:
    if day < FIRST:
        raise ValueError(f"a day from {FIRST} on")
    return day


def _reason(text: str) -> str:
    if len(text) < 4 or SAYS_NOTHING.search(text):
        raise ValueError("the reason in words")
    return text


def _plain(text: str) -> str:
    if found := badly_written(text):
        raise ValueError(f"words without {found}")
    return text


def _english(text: str) -> str:
    if found := not_english(text):
        raise ValueError(f"English without {found}")
    return text


def _no_contact(text: str) -> str:
    if found := contact_in(text):
        raise ValueError(f"words without {found}, as a contact is a value")
    return text


Day = Annotated[datetime.date, AfterValidator(_since_first)]


class Plain(Bilingual):
    """Words in both languages, without markup and without anything that cannot be seen."""

    zh: Annotated[Text, AfterValidator(_plain)]
    en: Annotated[Text, AfterValidator(_plain), AfterValidator(_english)]


class Words(Plain):
    """Plain words that name no contact."""

    @field_validator("zh", "en")
    @classmethod
    def _without(cls, text: str) -> str:
        return _no_contact(text)


class Confirmation(Strict):
    """Which role confirmed a fact, when, and where the evidence is."""

    by: Role
    date: Day
    evidence: Annotated[Text, AfterValidator(_evidence)]

    @model_validator(mode="after")
    def _evidence_first(self) -> Confirmation:
        document = _DOCUMENT.fullmatch(self.evidence)
        if document and document["date"] > str(self.date):
            raise ValueError(f"evidence no younger than the confirmation, {self.date}")
        return self


class Withdrawal(Strict):
    """Which role took back what was confirmed, when, and why."""

    by: Role
    date: Day
    why: Annotated[Text, AfterValidator(_reason)]


@dataclass(frozen=True)
class Kind:
    """What the facts of a kind have in common: what an entry must hold, and what pages show of it.

    Of any kind, a page shows the value once it is confirmed, and says so where it is not offered.
    """

    forms: tuple[str, ...] = ()  # that a value can have; none: its state is all there is to say, pages show a mark
    shown_early: bool = False  # before it is confirmed, pages show the value with a mark; else they show `instead`
    is_link: bool = False  # a confirmed value that is an address of the web or of e-mail becomes a link
    on_pages: bool = True  # pages use it, and the page of facts lists it below the word facts_<kind> of languages.yml

    @property
    def has_value(self) -> bool:
        return bool(self.forms)


# A new kind is a line here and one in the comment of facts.yml; then `make reference`. What it lacks is named at load.
KINDS: dict[str, Kind] = {
    "contact": Kind(forms=("address", "sites", "email", "account", "phone"), is_link=True),
    "method": Kind(),
    "product": Kind(forms=("path", "duration", "text"), shown_early=True),
    "setting": Kind(forms=("text",), on_pages=False),
}


def _known_kind(kind: str) -> str:
    if kind not in KINDS:
        raise ValueError(f"one of {', '.join(KINDS)}")
    return kind


@dataclass(frozen=True)
class Shown:
    """What a page shows of a fact: a text, and behind it a quiet mark. Either may be empty."""

    text: str = ""
    mark: str = ""
    is_link: bool = False  # the text may be an address of the web or of e-mail

    @property
    def href(self) -> str:
        """Where a link of it leads; "" where the text is no such address."""
        if self.is_link and urlsplit(self.text).scheme == "https":
            return self.text
        return f"mailto:{self.text}" if self.is_link and _EMAIL.fullmatch(self.text) else ""


# How a fact stands on a day: its state, or what became of its confirmation.
Standing = Literal["unconfirmed", "confirmed", "not_offered", "ran_out", "withdrawn"]


class Fact(Strict):
    """One fact. What a page shows of it depends on `kind` and on how it stands: see docs/_data/facts.yml."""

    kind: Annotated[str, AfterValidator(_known_kind), WithJsonSchema({"enum": list(KINDS), "type": "string"})]
    name: Words
    state: Literal["unconfirmed", "confirmed", "not_offered"]
    form: Annotated[str, WithJsonSchema({"enum": list(FORMS), "type": "string"})] = "text"
    value: Plain | Annotated[Text, AfterValidator(_plain)] | None = None
    instead: Words | None = None
    confirmed: Confirmation | None = None
    withdrawn: Withdrawal | None = None
    source: tuple[StatementId, ...] = ()

    @field_validator("form")
    @classmethod
    def _form_of_the_kind(cls, form: str, info: ValidationInfo) -> str:
        kind = KINDS.get(info.data.get("kind", ""))
        if kind and form not in kind.forms:
            raise ValueError(f"one of {', '.join(kind.forms)}" if kind.forms else "no form, as there is no value")
        return form

    @field_validator("value", mode="before")
    @classmethod
    def _one_text_or_two(cls, value: Any) -> Any:
        # Said here, because a union's own message would name both types and help nobody.
        texts = list(value.values()) if isinstance(value, dict) and set(value) == {"zh", "en"} else [value]
        if not all(isinstance(text, str) and text.strip() for text in texts):
            raise ValueError("one text, or {zh: …, en: …}")
        for text in texts:
            _plain(text)
        _english(value["en"] if isinstance(value, dict) else value)
        return value

    @model_validator(mode="after")
    def _state_fits(self) -> Fact:
        if self.confirmed is None and self.state != "unconfirmed":
            raise ValueError(f'"confirmed: {{by, date, evidence}}" with "state: {self.state}"')
        if self.confirmed and self.state == "unconfirmed":
            raise ValueError('"state: confirmed" or "state: not_offered" with "confirmed: {by, date, evidence}"')
        if self.state == "not_offered" and not self.traits.on_pages:
            raise ValueError(f'"unconfirmed" or "confirmed" as the state of a {self.kind}')
        if self.withdrawn and (self.state != "confirmed" or not self.traits.on_pages):
            raise ValueError('"withdrawn" only with "state: confirmed", and not on a setting')
        if self.withdrawn and self.confirmed and self.withdrawn.date < self.confirmed.date:
            raise ValueError(f'"withdrawn" on the day it was confirmed, {self.confirmed.date}, or later')
        return self

    @model_validator(mode="after")
    def _says_enough(self) -> Fact:
        kind = self.traits
        if not kind.has_value and self.value is not None:
            raise ValueError(f'no "value": a {self.kind} is offered or not, which its "state" says')
        if self.instead is not None and not (kind.has_value and kind.on_pages):
            raise ValueError(f'no "instead" with a {self.kind}')
        if kind.has_value and self.state == "confirmed" and self.value is None:
            raise ValueError('a "value", because the fact is confirmed')
        if kind.has_value and self.form not in kind.forms:
            raise ValueError(f'a "form": one of {", ".join(kind.forms)}')
        if kind.shown_early and self.value is None and self.instead is None:
            raise ValueError('a "value", or "instead" for pages to say while there is none')
        if kind.has_value and kind.on_pages and not kind.shown_early and self.instead is None:
            raise ValueError(f'"instead", for pages to say while the {self.kind} is not confirmed')
        return self

    @property
    def traits(self) -> Kind:
        return KINDS[self.kind]

    def shown(self, language: Language, standing: Standing) -> Shown:
        """What a page in that language shows of it, as it stands. An empty one where there is nothing to say."""
        kind, words = self.traits, language.strings
        if standing == "not_offered":
            return Shown(words[standing]) if kind.has_value else Shown(mark=words[standing])
        if not kind.has_value:
            return Shown(mark="" if standing == "confirmed" else words["unconfirmed"])
        value = self.text(language.code) or ""
        if standing == "confirmed":
            return Shown(value, is_link=kind.is_link)
        instead = self.instead[language.code] if self.instead else ""
        if value and kind.shown_early and not (instead and standing in ("ran_out", "withdrawn")):
            return Shown(value, words["unconfirmed"])
        return Shown(instead)

    def text(self, code: str) -> str | None:
        """The value in one language, or None."""
        return self.value[code] if isinstance(self.value, Bilingual) else self.value

    def last_day(self, key: str) -> datetime.date | None:
        """The last day on which what was said of it holds, if anything was; `key` is the fact's own."""
        days = LASTS + zlib.crc32(key.encode()) % SPREAD
        return self.confirmed.date + datetime.timedelta(days=days) if self.confirmed else None

    def standing(self, key: str, today: datetime.date) -> Standing:
        """How it stands on a day. What was not offered stays so until somebody says otherwise."""
        if self.withdrawn:
            return "withdrawn"
        last = self.last_day(key)
        return "ran_out" if self.state == "confirmed" and last and today > last else self.state

    def due(self, key: str, today: datetime.date) -> Literal["withdrawn", "ran_out", "soon"] | None:
        """What somebody has to look at again, though it holds nothing back: "soon" runs out within SOON days."""
        if self.withdrawn:
            return "withdrawn"
        last = self.last_day(key)
        if not last or today <= last - datetime.timedelta(days=SOON):
            return None
        return "ran_out" if today > last else "soon"

    def blocks_publishing(self) -> str | None:
        """Why the fact may not be published, or None where it may. No date decides: see the rules of honesty."""
        if self.state == "unconfirmed":
            return "is not confirmed"
        said = [self.text(code) or "" for code in ("zh", "en")] if self.state == "confirmed" else []
        if any(SAYS_NOTHING.search(text) for text in said):
            return f'holds an example value ("{self.text("en")}")'
        return None


CUSTODY_MODEL = "custody.model"
CUSTODY_MODELS = ("hybrid", "custodial", "self-custody")
OFFICIAL = "brand.official_domains"  # whose hosts all other contacts are at


def parse_facts(located: Located) -> dict[str, Fact]:
    """The facts by dotted key. A mapping that holds "kind" is a fact, any other is a group."""
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for where, node in fact_entries(located.data, ()):
        key, line = ".".join(where), located.line(where)
        if not isinstance(node, dict):
            problems.append(Problem(located.path, line, f'"{node}" as "{key}"', "a fact or a group of facts"))
        elif not KEY.fullmatch(key):
            problems.append(Problem(located.path, line, f'key "{key}"', "lower-case letters, digits and _"))
        else:
            try:
                facts[key] = validate(Fact, located, where)
            except ContentError as error:
                problems += error.problems
    problems = problems or [*_custody_problems(facts.get(CUSTODY_MODEL), located), *_value_problems(facts, located)]
    if problems:
        raise ContentError(problems)
    return facts


def fact_entries(node: Any, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Whatever is no group with a proper key, with its path."""
    misnamed = where and not KEY.fullmatch(".".join(where))
    if misnamed or not isinstance(node, dict) or {"kind", "state", "name", "value"} & node.keys():
        yield where, node
    else:
        for name, child in node.items():
            yield from fact_entries(child, (*where, name))


def _custody_problems(custody: Fact | None, located: Located) -> Iterator[Problem]:
    if custody is None or custody.kind != "setting" or custody.value not in CUSTODY_MODELS:
        found = f'"{custody.value}" as "{CUSTODY_MODEL}"' if custody else f'no "{CUSTODY_MODEL}"'
        line = located.line((*CUSTODY_MODEL.split("."), "value"))
        yield Problem(located.path, line, found, f"a setting with one of {', '.join(CUSTODY_MODELS)}")


def _value_problems(facts: dict[str, Fact], located: Located) -> Iterator[Problem]:
    """Values that have not the form their entries name, or that name a host which is not the operator's."""
    official = facts.get(OFFICIAL)
    own = set(hosts_named(_said(official))) if official and official.state == "confirmed" else set()
    for key, fact in facts.items():
        if fact.value is None:
            continue
        line = located.line((*key.split("."), "value"))
        found, form = f'"{" / ".join(dict.fromkeys(_said(fact).splitlines()))}" as "{key}"', FORMS[fact.form]
        if not form.fits(fact.text("zh") or "", fact.text("en") or ""):
            yield Problem(located.path, line, found, form.expected)
        elif key != OFFICIAL and fact.form != "account" and (fact.state == "confirmed" or fact.traits.shown_early):
            foreign = [name for name in hosts_named(_said(fact)) if not any(_within(name, host) for host in own)]
            if foreign or (contact_in(_said(fact)) and not hosts_named(_said(fact))):  # a handle is at no host of ours
                mend = "Confirm that one first." if not own else "An address elsewhere may be anybody's."
                yield Problem(located.path, line, found, f'a host of "{OFFICIAL}"', mend)


def _said(fact: Fact) -> str:
    """The value in both languages, a line each."""
    return "\n".join(fact.text(code) or "" for code in ("zh", "en"))


def _within(name: str, host: str) -> bool:
    return name == host or name.endswith(f".{host}")


def future_problems(facts: dict[str, Fact], located: Located, today: datetime.date) -> Iterator[Problem]:
    """Confirmations and withdrawals on a day that has begun nowhere on Earth when it is `today` somewhere."""
    for key, fact in facts.items():
        for name, noted in (("confirmed", fact.confirmed), ("withdrawn", fact.withdrawn)):
            if noted and noted.date > latest(today):
                line = located.line((*key.split("."), name, "date"))
                expected = f"a day up to today, {today}"
                yield Problem(located.path, line, f'"{noted.date}" as the day on which "{key}" was {name}', expected)
