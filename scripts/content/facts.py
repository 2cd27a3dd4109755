"""Facts: every contact and every product figure, with its state, from docs/_data/facts.yml."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, WithJsonSchema, model_validator

from .data import Bilingual, Language, StatementId, Strict, Text
from .problems import ContentError, Problem
from .source import Located, validate

CONFIRMATION_DAYS = 180  # how long a confirmation lasts (the rules of honesty)

# Values nobody may publish: reserved example names and things left to fill in.
EXAMPLE_VALUE = re.compile(
    r"\bexample\.|\.example\b|\bplaceholder\b|\bTODO\b|\bTBD\b|\bXXX|待填|示例|…|\.invalid\b|\blocalhost\b",
    re.IGNORECASE,
)

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


class Confirmation(Strict):
    """Who confirmed a fact, when, and where the evidence is."""

    by: Text
    date: datetime.date
    evidence: Text

    def expired(self, today: datetime.date) -> bool:
        return today > self.date + datetime.timedelta(days=CONFIRMATION_DAYS)


@dataclass(frozen=True)
class Kind:
    """What the facts of a kind have in common: what an entry must hold, and what pages show of it.

    Of any kind, a page shows the value once it is confirmed, and says so where it is not offered.
    """

    has_value: bool = True  # without one its state is all there is to say: pages show a mark until it is confirmed
    shown_early: bool = False  # before it is confirmed, pages show the value with a mark; else they show `instead`
    is_link: bool = False  # a confirmed value that is an address of the web or of e-mail becomes a link
    on_pages: bool = True  # pages use it, and the page of facts lists it below the word facts_<kind> of languages.yml


# A new kind is a line here and one in the comment of facts.yml; then `make reference`. What it lacks is named at load.
KINDS: dict[str, Kind] = {
    "contact": Kind(is_link=True),
    "method": Kind(has_value=False),
    "product": Kind(shown_early=True),
    "setting": Kind(on_pages=False),
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


class Fact(Strict):
    """One fact. What a page shows of it depends on `kind` and `state`: see docs/_data/facts.yml."""

    kind: Annotated[str, AfterValidator(_known_kind), WithJsonSchema({"enum": list(KINDS), "type": "string"})]
    name: Bilingual
    state: Literal["unconfirmed", "confirmed", "not_offered"]
    value: Bilingual | Text | None = None
    instead: Bilingual | None = None
    confirmed: Confirmation | None = None
    source: tuple[StatementId, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _one_text_or_two(cls, data: Any) -> Any:
        # Said here, because a union's own message would name both types and help nobody.
        value = data.get("value") if isinstance(data, dict) else None
        if isinstance(value, list) or (isinstance(value, dict) and set(value) != {"zh", "en"}):
            raise ValueError('"value" to be one text, or {zh: …, en: …}')
        return data

    @model_validator(mode="after")
    def _state_fits(self) -> Fact:
        kind = self.traits
        if (self.state == "confirmed") != (self.confirmed is not None):
            raise ValueError('"state: confirmed" and "confirmed: {by, date, evidence}" together, or neither')
        if not kind.has_value and self.value is not None:
            raise ValueError(f'no "value": a {self.kind} is offered or not, which its "state" says')
        if kind.has_value and self.state == "confirmed" and self.value is None:
            raise ValueError('a "value", because the fact is confirmed')
        if not kind.on_pages:
            if self.state == "not_offered":
                raise ValueError(f'"unconfirmed" or "confirmed" as the state of a {self.kind}')
        elif kind.shown_early:
            if self.value is None and self.instead is None:
                raise ValueError('a "value", or "instead" for pages to say while there is none')
        elif kind.has_value and self.instead is None:
            raise ValueError(f'"instead", for pages to say while the {self.kind} is not confirmed')
        return self

    @property
    def traits(self) -> Kind:
        return KINDS[self.kind]

    def shown(self, language: Language) -> Shown:
        """What a page in that language shows of it. An empty one where there is nothing to say."""
        kind, words = self.traits, language.strings
        if not kind.has_value:
            return Shown(mark="" if self.state == "confirmed" else words[self.state])
        if self.state == "not_offered":
            return Shown(words["not_offered"])
        value = self.text(language.code) or ""
        if self.state == "confirmed":
            return Shown(value, is_link=kind.is_link)
        if value and kind.shown_early:
            return Shown(value, words["unconfirmed"])
        return Shown(self.instead[language.code] if self.instead else "")

    def text(self, code: str) -> str | None:
        """The value in one language, or None."""
        return self.value[code] if isinstance(self.value, Bilingual) else self.value

    def blocks_publishing(self, today: datetime.date) -> str | None:
        """Why the fact may not be published on `today`, or None where it may."""
        if self.state == "unconfirmed":
            return "is not confirmed"
        if self.confirmed and self.confirmed.expired(today):
            return f"was confirmed on {self.confirmed.date}, more than {CONFIRMATION_DAYS} days ago"
        if any(EXAMPLE_VALUE.search(self.text(code) or "") for code in ("zh", "en")):
            return f'holds an example value ("{self.text("en")}")'
        return None


CUSTODY_MODEL = "custody.model"
CUSTODY_MODELS = ("hybrid", "custodial", "self-custody")


def parse_facts(located: Located) -> dict[str, Fact]:
    """The facts by dotted key. A mapping that holds "kind" is a fact, any other is a group."""
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for where, node in _entries(located.data, ()):
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
    problems = problems or list(_custody_problems(facts.get(CUSTODY_MODEL), located))
    if problems:
        raise ContentError(problems)
    return facts


def _entries(node: Any, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Whatever is no group with a proper key, with its path."""
    misnamed = where and not KEY.fullmatch(".".join(where))
    if misnamed or not isinstance(node, dict) or {"kind", "state", "name", "value"} & node.keys():
        yield where, node
    else:
        for name, child in node.items():
            yield from _entries(child, (*where, name))


def _custody_problems(custody: Fact | None, located: Located) -> Iterator[Problem]:
    if custody is None or custody.kind != "setting" or custody.value not in CUSTODY_MODELS:
        found = f'"{custody.value}" as "{CUSTODY_MODEL}"' if custody else f'no "{CUSTODY_MODEL}"'
        line = located.line((*CUSTODY_MODEL.split("."), "value"))
        yield Problem(located.path, line, found, f"a setting with one of {', '.join(CUSTODY_MODELS)}")
