"""Facts: every contact and every product figure, with its state, from docs/_data/facts.yml."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import StringConstraints, model_validator

from .data import Bilingual, Strict, Text
from .problems import ContentError, Problem
from .source import Located, validate

CONFIRMATION_DAYS = 180  # how long a confirmation lasts (the rules of honesty)

# Values nobody may publish: reserved example names and things left to fill in.
EXAMPLE_VALUE = re.compile(
    r"\bexample\.|\.example\b|\bplaceholder\b|\bTODO\b|\bTBD\b|\bXXX|待填|示例|…|\.invalid\b|\blocalhost\b", re.IGNORECASE
)

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


class Confirmation(Strict):
    """Who confirmed a fact, when, and where the evidence is."""

    by: Text
    date: datetime.date
    evidence: Text

    def expired(self, today: datetime.date) -> bool:
        return today > self.date + datetime.timedelta(days=CONFIRMATION_DAYS)


class Fact(Strict):
    """One fact. What a page shows of it depends on `kind` and `state`: see docs/_data/facts.yml."""

    kind: Literal["contact", "product", "method", "setting"]
    name: Bilingual
    state: Literal["unconfirmed", "confirmed", "not_offered"]
    value: Bilingual | Text | None = None
    instead: Bilingual | None = None
    confirmed: Confirmation | None = None
    source: list[Annotated[str, StringConstraints(pattern=r"^S[0-9]+\.[0-9]+[a-h]?$")]] = []

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
        if (self.state == "confirmed") != (self.confirmed is not None):
            raise ValueError('"state: confirmed" and "confirmed: {by, date, evidence}" together, or neither')
        if self.state == "confirmed" and self.kind != "method" and self.value is None:
            raise ValueError('a "value", because the fact is confirmed')
        if self.kind == "method" and self.value is not None:
            raise ValueError('no "value": a method is offered or not, which its "state" says')
        if self.kind == "contact" and self.instead is None:
            raise ValueError('"instead", for pages to say while the contact is not confirmed')
        if self.kind == "product" and self.value is None and self.instead is None:
            raise ValueError('a "value", or "instead" for pages to say while there is none')
        if self.kind == "setting" and self.state == "not_offered":
            raise ValueError('"unconfirmed" or "confirmed" as the state of a setting')
        return self

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

    def walk(node: Any, where: tuple[str, ...]) -> None:
        key = ".".join(where)
        line = located.line(where)
        if not isinstance(node, dict):
            problems.append(Problem(located.path, line, f'"{node}" as "{key}"', "a fact or a group of facts"))
        elif not KEY.fullmatch(key or "x"):
            problems.append(Problem(located.path, line, f'key "{key}"', "lower-case letters, digits and _"))
        elif "kind" in node or {"state", "name", "value"} & node.keys():
            try:
                facts[key] = validate(Fact, located, where)
            except ContentError as error:
                problems.extend(error.problems)
        else:
            for name, child in node.items():
                walk(child, (*where, name))

    walk(located.data, ())
    custody = facts.get(CUSTODY_MODEL)
    if not problems and (custody is None or custody.kind != "setting" or custody.value not in CUSTODY_MODELS):
        where = ("custody", "model", "value")
        found = f'"{custody.value}" as "{CUSTODY_MODEL}"' if custody else f'no "{CUSTODY_MODEL}"'
        expected = f"a setting with one of {', '.join(CUSTODY_MODELS)}"
        problems.append(Problem(located.path, located.line(where), found, expected))
    if problems:
        raise ContentError(problems)
    return facts
