"""What pages show of a fact, by its kind and how it stands on a day; and what an entry must hold."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from scripts.content import ContentError, load
from scripts.content.data import Language
from scripts.content.facts import KINDS, LASTS, SOON, SPREAD, Fact, Shown, Standing
from scripts.content.forms import FORMS
from tests.confirmed import DATE, NOT_OFFERED, UNCONFIRMED, PlainDumper, confirm
from tests.conftest import TODAY

STRINGS = {"unconfirmed": "unconfirmed", "not_offered": "not offered"}
WORDS = Language(code="en", html="en", name="English", max_title=70, strings=STRINGS)
VALUE = {"value": {"zh": "一天", "en": "a day"}}
INSTEAD = {"instead": {"zh": "没有确认", "en": "nobody has confirmed it"}}
BY = {"by": "support-lead", "date": "2026-11-01", "evidence": "Handbook, 2026-10-01"}
CONFIRMED = {"state": "confirmed", "confirmed": BY}
NOT = {"state": "not_offered", "confirmed": BY}
WITHDRAWN = {"withdrawn": {"by": "support-lead", "date": "2026-11-02", "why": "taken over"}}
EMAIL = {"form": "email", "value": "support@wallet.test"}


def fact(kind: str, **given: object) -> Fact:
    name = {"zh": "名称", "en": "name"}
    return Fact.model_validate({"kind": kind, "name": name, "state": "unconfirmed"} | given)


@pytest.mark.parametrize(
    ("shown", "standing", "given"),
    [
        (Shown("nobody has confirmed it"), "unconfirmed", fact("contact", **INSTEAD, **EMAIL)),
        (Shown("support@wallet.test", is_link=True), "confirmed", fact("contact", **INSTEAD, **EMAIL, **CONFIRMED)),
        (Shown("not offered"), "not_offered", fact("contact", **INSTEAD, **NOT, form="email")),
        (Shown("nobody has confirmed it"), "ran_out", fact("contact", **INSTEAD, **EMAIL, **CONFIRMED)),
        (Shown("nobody has confirmed it"), "withdrawn", fact("contact", **INSTEAD, **EMAIL, **CONFIRMED)),
        (Shown("a day", "unconfirmed"), "unconfirmed", fact("product", **VALUE)),
        (Shown("a day", "unconfirmed"), "unconfirmed", fact("product", **VALUE, **INSTEAD)),
        (Shown("nobody has confirmed it"), "unconfirmed", fact("product", **INSTEAD)),
        (Shown("a day"), "confirmed", fact("product", **VALUE, **CONFIRMED)),
        (Shown("not offered"), "not_offered", fact("product", **VALUE, **NOT)),
        (Shown("a day", "unconfirmed"), "ran_out", fact("product", **VALUE, **CONFIRMED)),
        (Shown("nobody has confirmed it"), "ran_out", fact("product", **VALUE, **INSTEAD, **CONFIRMED)),
        (Shown("nobody has confirmed it"), "withdrawn", fact("product", **VALUE, **INSTEAD, **CONFIRMED)),
        (Shown("", "unconfirmed"), "unconfirmed", fact("method")),
        (Shown(), "confirmed", fact("method", **CONFIRMED)),
        (Shown("", "unconfirmed"), "ran_out", fact("method", **CONFIRMED)),
        (Shown("", "not offered"), "not_offered", fact("method", **NOT)),
    ],
)
def test_what_a_page_shows(shown: Shown, standing: Standing, given: Fact) -> None:
    assert given.shown(WORDS, standing) == shown


DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("given", "after", "standing", "due"),
    [
        (CONFIRMED, -SOON, "confirmed", None),
        (CONFIRMED, 1 - SOON, "confirmed", "soon"),
        (CONFIRMED, 0, "confirmed", "soon"),
        (CONFIRMED, 1, "ran_out", "ran_out"),
        (CONFIRMED | WITHDRAWN, -100, "withdrawn", "withdrawn"),
        (CONFIRMED | WITHDRAWN, 1, "withdrawn", "withdrawn"),
        (NOT, 0, "not_offered", "soon"),
        (NOT, 1, "not_offered", "ran_out"),
        ({}, 0, "unconfirmed", None),
    ],
)
def test_how_a_fact_stands_on_a_day(given: dict, after: int, standing: Standing, due: str | None) -> None:
    """`after`: days after the last one of what was confirmed."""
    one = fact("product", **VALUE, **given)
    today = (one.last_day("a.key") or TODAY) + after * DAY
    assert (one.standing("a.key", today), one.due("a.key", today)) == (standing, due)


def test_what_was_confirmed_on_one_day_does_not_run_out_on_one(docs: Path) -> None:
    confirm(docs)
    lasts = [(one.last_day(key) - DATE).days for key, one in load(docs, TODAY).facts.items()]
    assert min(lasts) >= LASTS and max(lasts) < LASTS + SPREAD
    assert len(set(lasts)) > len(lasts) / 2


@pytest.mark.parametrize(
    ("kind", "given", "says"),
    [
        ("contact", {"form": "email"}, '"instead", for pages to say while the contact is not confirmed'),
        ("contact", CONFIRMED | INSTEAD | {"form": "email"}, 'a "value"'),
        ("contact", INSTEAD, 'a "form": one of address'),
        ("contact", INSTEAD | {"form": "text"}, "one of address, sites"),
        ("product", VALUE | {"form": "e-mail"}, "one of path, duration, text"),
        ("method", {"form": "text"}, "no form"),
        ("product", {}, 'a "value", or "instead"'),
        ("method", VALUE, 'no "value": a method is offered or not'),
        ("setting", VALUE | NOT, "as the state of a setting"),
        ("setting", CONFIRMED, 'a "value"'),
        ("setting", VALUE | CONFIRMED | WITHDRAWN, "not on a setting"),
        ("contcat", VALUE, f"one of {', '.join(KINDS)}"),
        ("method", {"state": "not_offered"}, '"confirmed: {by, date, evidence}" with "state: not_offered"'),
        ("method", {"state": "confirmed"}, '"confirmed: {by, date, evidence}" with "state: confirmed"'),
        ("method", {"confirmed": BY}, '"state: confirmed" or "state: not_offered"'),
        ("method", WITHDRAWN, 'only with "state: confirmed"'),
        ("method", NOT | WITHDRAWN, 'only with "state: confirmed"'),
        (
            "method", CONFIRMED | {"withdrawn": WITHDRAWN["withdrawn"] | {"date": "2026-10-31"}},
            "on the day it was confirmed, 2026-11-01, or later",
        ),
        ("method", INSTEAD, 'no "instead" with a method'),
        ("setting", VALUE | INSTEAD, 'no "instead" with a setting'),
        ("product", {"value": {"zh": "我方", "en": "我方"}}, "English without"),
        ("product", {"value": "我方"}, "English without"),
        ("product", VALUE | {"name": {"zh": "我方", "en": "我方"}}, "English without"),
        *(
            ("product", VALUE | {key: {"zh": "文字", "en": words}}, "a contact is a value")
            for key in ("name", "instead") for words in ("help@free.test", "on free.test", "message @wallet_help")
        ),
        *(
            ("product", {"value": value}, r"one text, or \{zh: …, en: …\}")
            for value in ({"zh": "一天"}, ["一天"], "", {}, {"zh": "一天", "en": " "})
        ),
    ],
)  # fmt: skip
def test_what_an_entry_must_hold(kind: str, given: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says.replace("{by", r"\{by").replace("evidence}", r"evidence\}")):
        fact(kind, **given)


@pytest.mark.parametrize(
    "written",
    [
        {"by": "."}, {"by": "somebody"}, {"by": "support lead"},
        {"date": "2023-12-31"}, {"date": "2026-02-30"}, {"date": "yesterday"},
        *({"evidence": evidence} for evidence in (
            ".", "TODO", "a ticket", "TODO, 2026-10-01", "x, 2026-10-01", "Handbook, 2026-02-30",
            "Handbook, 2026-11-02", "Handbook, 0001-01-01", "http://wallet.test/a", "https://docs.example/a", "https://handbook",
        )),
    ],
    ids=lambda written: next(iter(written.values())),
)  # fmt: skip
def test_a_confirmation_says_which_role_when_and_on_what_evidence(written: dict[str, str]) -> None:
    fact("method", state="confirmed", confirmed=BY)
    with pytest.raises(ValidationError):
        fact("method", state="confirmed", confirmed=BY | written)


@pytest.mark.parametrize("evidence", ["https://docs.wallet.test/a", "客服手册，2026-10-01", "Handbook, 2026-11-01"])
def test_evidence_is_an_address_or_a_document_with_its_date(evidence: str) -> None:
    assert fact("method", state="confirmed", confirmed=BY | {"evidence": evidence}).confirmed


@pytest.mark.parametrize("why", [".", "TODO", "to be confirmed", "-----"])
def test_a_withdrawal_says_why(why: str) -> None:
    with pytest.raises(ValidationError, match="the reason in words"):
        fact("method", **CONFIRMED, withdrawn=WITHDRAWN["withdrawn"] | {"why": why})


MARKUP = (
    "**a**", "`a`", "[a](b.md)", "<b>a</b>", "{{ SAFE-1 }}", "a | b", "&lt;a", "a\nb", "a\u200bb", "a\u202eb", "# a",
    "> a", "t[.]me", "a" * 201,
)  # fmt: skip


@pytest.mark.parametrize("written", MARKUP, ids=ascii)
@pytest.mark.parametrize("key", ["name", "value", "instead"])
def test_words_of_a_fact_are_plain(key: str, written: str) -> None:
    with pytest.raises(ValidationError, match="words without"):
        fact("product", **VALUE | {key: {"zh": "文字", "en": written}})


# By the fact that is changed, with its form: what it cannot be, and what it can.
WRONG = {
    "support.email.address": [
        "support at wallet.test", "support@wallet", "@wallet.test", "https://wallet.test/", "support@free-mail.test",
        "support@wallet.test.evil.test", "support@wa11et.test", "support@xn--wallt-fsa.test", "a@b@wallet.test",
        "support@wallet.test, other@wallet.test", "support＠wallet.test", "suppоrt@wallet.test",
    ],
    "support.help_center_url": [
        "http://help.wallet.test/", "help.wallet.test", "https://help.wallet.test/?a=b", "https://help.wallet.test/#a",
        "https://a@help.wallet.test/", "https://help.wallet.test:8000/", "https://127.0.0.1/", "https://wallet/",
        "https://help-wallet.test/", "https://HELP.wallet.test/", "javascript:alert(1)", "https://help.wallet.test//x",
        {"zh": "https://zh.wallet.test/", "en": "https://help.free.test/"},
    ],
    "brand.official_domains": ["wallet", "http://wallet.test", "wallet.test or so", "a.test b.test", "127.0.0.1",
        "wallet.test, wallet.test", {"zh": "wallet.test", "en": "other.test"},
    ],
    "support.phone": ["12345", "call us", "+", "https://wallet.test/", "000 000"],
    "support.in_app_path": ["Me", "Me>Help", "Me > ", {"zh": "我的 > 帮助", "en": "Me > Help > Chat"}],
    "deposit.arrival_time": [
        "soon", "2", "2 business days", {"zh": "1–2 个工作日", "en": "1–3 business days"},
        {"zh": "1–2 个工作日", "en": "1–2 days"}, {"zh": "1 到 2 天", "en": "2 days"},
        {"zh": "2 小时", "en": "2 minutes"}, {"zh": "24 小时", "en": "24 hours, at most 48"},
        {"zh": "-1 天", "en": "-1 days"},
        {"zh": "3–1 天", "en": "3–1 days"}, {"zh": "0 天", "en": "0 days"}, {"zh": "1000 天", "en": "1000 days"},

    ],
    "deposit.button_label": [
        {"zh": "第 1 个", "en": "number 2"}, "write to help@free-mail.test", "on wallet-help.test",
        "message @wallet_help",
    ],
}  # fmt: skip
RIGHT = {
    "support.email.address": ["help.desk+zh@mail.wallet.test"],
    "support.help_center_url": ["https://wallet.test", "https://pages.wallet.test/help/"],
    "brand.official_domains": ["wallet.test, other.test", "https://wallet.test/"],
    "support.in_app_path": [{"zh": "我的 > 帮助 > 聊天", "en": "Me > Help > Chat"}],
    "deposit.arrival_time": [
        {"zh": "2 小时", "en": "2 hours"}, {"zh": "约 30 分钟", "en": "about 30 minutes"},
        {"zh": "1 到 2 天", "en": "1 to 2 days"},
        {"zh": "1–2 个工作日", "en": "1–2 business days"},
    ],
    "deposit.button_label": [{"zh": "第 1 个", "en": "the first one"}, "help@wallet.test", "Terms & conditions"],
}  # fmt: skip


def rows(table: dict[str, list]) -> list:
    return [pytest.param(key, value, id=f"{key}: {value!a}") for key, values in table.items() for value in values]


@pytest.mark.parametrize(("key", "value"), rows(WRONG))
def test_a_value_has_the_form_of_its_fact_and_names_only_own_hosts(docs: Path, key: str, value: object) -> None:
    confirm(docs, **{key.replace(".", "__"): {"value": value}})
    file = docs / "_data/facts.yml"
    with pytest.raises(ContentError) as error:
        load(docs, TODAY)
    lines = file.read_text("utf-8").splitlines()
    (line,) = {problem.line for problem in error.value.problems if f'as "{key}"' in str(problem)}
    assert lines[line - 1].strip().startswith("value:")


@pytest.mark.parametrize(("key", "value"), rows(RIGHT))
def test_a_value_may_be(docs: Path, key: str, value: object) -> None:
    confirm(docs, **{key.replace(".", "__"): {"value": value}})
    assert load(docs, TODAY).facts[key].state == "confirmed"


def test_a_contact_is_confirmed_after_the_hosts_that_are_ours(docs: Path) -> None:
    confirm(docs, brand__official_domains={"state": "unconfirmed", "confirmed": None})
    with pytest.raises(ContentError, match=r'a host of "brand\.official_domains"\. Confirm that one first'):
        load(docs, TODAY)


def test_a_withdrawn_host_of_ours_holds_no_other_contact_back(docs: Path) -> None:
    confirm(docs, brand__official_domains={"withdrawn": {"by": "legal", "date": DATE, "why": "sold"}})
    assert load(docs, TODAY).standing("brand.official_domains") == "withdrawn"


@pytest.mark.parametrize("noted", ["confirmed", "withdrawn"])
@pytest.mark.parametrize(("days", "refused"), [(1, False), (2, True)])
def test_nothing_is_confirmed_or_withdrawn_on_a_day_to_come(docs: Path, noted: str, days: int, refused: bool) -> None:
    """A day that has begun somewhere on Earth is none to come."""
    confirm(docs)
    file = docs / "_data/facts.yml"
    facts = yaml.safe_load(file.read_text("utf-8"))
    one = facts["deposit"]["arrival_time"]
    one["withdrawn"] = {"by": "legal", "date": DATE, "why": "it takes longer"}
    one["withdrawn"]["date"] = TODAY + days * DAY
    if noted == "confirmed":
        one["confirmed"]["date"] = one.pop("withdrawn")["date"]
    file.write_text(yaml.dump(facts, Dumper=PlainDumper, allow_unicode=True), "utf-8")
    if not refused:
        assert load(docs, TODAY)
        return
    with pytest.raises(ContentError) as error:
        load(docs, TODAY)
    (problem,) = error.value.problems
    assert str(TODAY + days * DAY) in file.read_text("utf-8").splitlines()[problem.line - 1]
    assert '"deposit.arrival_time"' in problem.found


def test_what_is_not_offered_needs_no_value(docs: Path) -> None:
    confirm(docs, support__email__address=NOT_OFFERED | {"value": None})
    assert load(docs, TODAY).standing("support.email.address") == "not_offered"


def test_a_new_kind_that_is_half_done_is_named(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "limit", KINDS["product"])
    with pytest.raises(ContentError, match='no "facts_limit" in English; expected a heading for that kind of fact'):
        load(docs, TODAY)


def test_a_setting_needs_nothing_more() -> None:
    assert fact("setting", value="hybrid").text("en") == "hybrid"


def test_the_schema_knows_every_kind_and_form() -> None:
    properties = Fact.model_json_schema()["properties"]
    assert (properties["kind"]["enum"], properties["form"]["enum"]) == (list(KINDS), list(FORMS))


@pytest.mark.parametrize(
    ("change", "leads_to"),
    [
        ({}, "https://help-center-report-address.wallet.test/"),
        ({"form": "email", "value": "report@wallet.test"}, "mailto:report@wallet.test"),
        (UNCONFIRMED, ""),
        ({"withdrawn": WITHDRAWN["withdrawn"] | {"date": DATE}}, ""),
        (NOT_OFFERED, ""),
    ],
)
def test_a_contact_leads_somewhere_once_it_is_confirmed(docs: Path, change: dict, leads_to: str) -> None:
    confirm(docs, help_center__report_address=change)
    content = load(docs, TODAY)
    assert [content.link("help_center.report_address", code) for code in ("zh", "en")] == [leads_to] * 2
    assert content.link("help_center.no_such_fact", "en") == content.link("deposit.provider", "en") == ""
