"""What pages show of a fact, by its kind and state; and what an entry of each kind must hold."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from scripts.content.data import Language
from scripts.content.facts import KINDS, Fact, Shown

STRINGS = {"unconfirmed": "unconfirmed", "not_offered": "not offered"}
WORDS = Language(code="en", html="en", name="English", max_title=70, strings=STRINGS)
VALUE = {"value": {"zh": "一天", "en": "a day"}}
INSTEAD = {"instead": {"zh": "没有确认", "en": "nobody has confirmed it"}}
CONFIRMED = {"state": "confirmed", "confirmed": {"by": "an operator", "date": "2026-11-01", "evidence": "a ticket"}}


def fact(kind: str, **given: object) -> Fact:
    name = {"zh": "名称", "en": "name"}
    return Fact.model_validate({"kind": kind, "name": name, "state": "unconfirmed"} | given)


@pytest.mark.parametrize(
    ("shown", "given"),
    [
        (Shown("nobody has confirmed it"), fact("contact", **INSTEAD, **VALUE)),
        (Shown("a day", is_link=True), fact("contact", **INSTEAD, **VALUE, **CONFIRMED)),
        (Shown("not offered"), fact("contact", **INSTEAD, state="not_offered")),
        (Shown("a day", "unconfirmed"), fact("product", **VALUE)),
        (Shown("nobody has confirmed it"), fact("product", **INSTEAD)),
        (Shown("a day"), fact("product", **VALUE, **CONFIRMED)),
        (Shown("not offered"), fact("product", **VALUE, state="not_offered")),
        (Shown("", "unconfirmed"), fact("method")),
        (Shown(), fact("method", **CONFIRMED)),
        (Shown("", "not offered"), fact("method", state="not_offered")),
    ],
)
def test_what_a_page_shows(shown: Shown, given: Fact) -> None:
    assert given.shown(WORDS) == shown


@pytest.mark.parametrize(
    ("kind", "given", "says"),
    [
        ("contact", {}, '"instead", for pages to say while the contact is not confirmed'),
        ("contact", CONFIRMED | INSTEAD, 'a "value"'),
        ("product", {}, 'a "value", or "instead"'),
        ("method", VALUE, 'no "value": a method is offered or not'),
        ("setting", VALUE | {"state": "not_offered"}, "as the state of a setting"),
        ("setting", CONFIRMED, 'a "value"'),
        ("contcat", VALUE, f"one of {', '.join(KINDS)}"),
    ],
)
def test_what_an_entry_must_hold(kind: str, given: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        fact(kind, **given)


def test_a_setting_needs_nothing_more() -> None:
    assert fact("setting", value="hybrid").text("en") == "hybrid"


def test_the_schema_knows_every_kind() -> None:
    assert Fact.model_json_schema()["properties"]["kind"]["enum"] == list(KINDS)
