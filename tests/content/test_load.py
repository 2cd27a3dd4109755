"""Everything under docs/ is read once, and whatever is wrong is named with file and line, found in the same process."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scripts.content import ContentError, Page, Problem, load
from tests.conftest import TODAY


def problems(docs: Path, name: str, text: str) -> list[Problem]:
    (docs / "_data" / name).write_text(text, "utf-8")
    with pytest.raises(ContentError) as error:
        load(docs, TODAY)
    return error.value.problems


STATEMENT = 'S0.1:\n  zh: "说法"\n  en: "a statement"\n  verdict: [G]\n  articles: [deposit-crypto]\n'
READ = f"a/b/:\n  top: {{hash: {'0' * 32}, by: editor, date: 2026-11-23}}\n"
# A data file, its text, the line that is blamed and what the message must say.
BREAKS = {
    "statement: unknown key": ("source-facts.yml", STATEMENT + "  handle: so\n", 6, ["Did you mean handling?"]),
    "statement: unknown verdict": ("source-facts.yml", STATEMENT.replace("[G]", "[Z]"), 4, ['"Z"', "G, C, X, U, O"]),
    "statement: misnamed": ("source-facts.yml", STATEMENT.replace("S0.1", "T0.1"), 1, ['"T0.1"', "such as S1.2b"]),
    "statement: broken YAML": ("source-facts.yml", "S0.1: [\n", 2, ["broken YAML"]),
    "coverage: a language missing": ("coverage.yml", "S0.1:\n  deposit-crypto:\n    zh: 一句\n", 2, ['Add "en: …"']),
    "coverage: no sentences": ("coverage.yml", "S0.1:\n  deposit-crypto: a\n", 2, ["key: value below it"]),
    "coverage: a list": ("coverage.yml", "- S0.1\n", 1, ["a list of key: value"]),
    "accepted: an unknown key": ("accepted.yml", "# read\n" + READ.replace("{", "{who: me, "), 3, ["hash, by, date"]),
    "accepted: no digest": ("accepted.yml", READ.replace("00", "x0", 1), 2, ["make accept"]),
    "accepted: an unknown role": ("accepted.yml", READ.replace("editor", "writer"), 2, ['"writer"', "support-lead"]),
    "accepted: no such day": ("accepted.yml", READ.replace("11-23", "11-31"), 2, ["a date such as"]),
    "accepted: a day to come": ("accepted.yml", READ.replace("11-23", "11-25"), 2, ["a day up to today"]),
    "accepted: no address": ("accepted.yml", READ.replace("a/b/", "a/b"), 1, ["an address such as"]),
    "accepted: no sections": ("accepted.yml", "a/b/: 1\n", 1, ["key: value below it"]),
    "accepted: broken YAML": ("accepted.yml", "a/b/: {\n", 2, ["broken YAML"]),
}


@pytest.mark.parametrize("name", BREAKS)
def test_names_the_place_in_one_line(docs: Path, name: str) -> None:
    file, text, line, says = BREAKS[name]
    (problem,) = problems(docs, file, text)
    assert (problem.path, problem.line) == (f"docs/_data/{file}", line)
    assert all(piece in str(problem) for piece in says), str(problem)
    assert "\n" not in str(problem)


@pytest.mark.parametrize("code", ["fr", "zh-TW", "ZH", ""])
def test_a_language_that_is_not_zh_or_en_is_refused(docs: Path, code: str) -> None:
    text = (docs / "_data/languages.yml").read_text("utf-8").replace("- code: en", f'- code: "{code}"')
    (problem,) = problems(docs, "languages.yml", text)
    assert text.split("\n")[problem.line - 1] == f'  - code: "{code}"'
    assert problem.expected == "one of zh, en"


def test_both_languages_are_needed(docs: Path) -> None:
    text = (docs / "_data/languages.yml").read_text("utf-8")
    (problem,) = problems(docs, "languages.yml", text[: text.index("  - code: en")])
    assert problem.expected == "zh and en, each once"


def test_a_kind_of_fact_that_is_listed_has_its_heading(docs: Path) -> None:
    text = (docs / "_data/languages.yml").read_text("utf-8")
    without = "".join(line for line in text.splitlines(True) if "facts_method:" not in line)
    found = problems(docs, "languages.yml", without)
    assert [problem.found for problem in found] == ['no "facts_method" in 简体中文', 'no "facts_method" in English']
    assert all(without.split("\n")[problem.line - 1] == "    strings:" for problem in found)


@pytest.mark.parametrize("key", ["emergency", "account_kinds", "privacy", "hash", "popular"])
def test_an_article_with_a_role_exists(docs: Path, key: str) -> None:
    text = (docs / "_data/navigation.yml").read_text("utf-8")
    slug = load(docs, TODAY).data["navigation.yml"].data[key]
    slug = slug[0] if isinstance(slug, list) else slug
    at = text.index(slug, text.index(f"\n{key}:"))
    text = text[:at] + "no-such-article" + text[at + len(slug) :]
    (problem,) = problems(docs, "navigation.yml", text)
    assert (problem.found, problem.expected) == ('"no-such-article"', "an article")
    assert "no-such-article" in text.split("\n")[problem.line - 1]


@pytest.mark.parametrize("folder", ["announcements", "search"])
def test_the_pages_beside_the_sections_are_there(docs: Path, folder: str) -> None:
    for code in ("zh", "en"):
        (docs / code / folder / "index.md").unlink()
    with pytest.raises(ContentError) as error:
        load(docs, TODAY)
    assert [(p.path, p.found) for p in error.value.problems] == [(f"docs/zh/{folder}/index.md", "no such page")]


def test_the_search_page_is_no_article_and_in_no_list(docs: Path) -> None:
    content = load(docs, TODAY)
    for code in ("zh", "en"):
        assert type(content.pages[code, "search/"]) is Page
        assert "search/" not in {article.address for article in content.articles(code)}


NEVER_MISSING = ("accepted.yml", "coverage.yml", "source-facts.yml")


@pytest.mark.parametrize("text", ["", "# nobody has read anything yet\n"])
def test_a_help_center_without_accepted_sections_and_statements(docs: Path, text: str) -> None:
    for name in NEVER_MISSING:
        (docs / "_data" / name).write_text(text, "utf-8")
    content = load(docs, TODAY)
    assert (content.accepted, content.coverage, content.statements) == ({}, {}, {})


@pytest.mark.parametrize("name", NEVER_MISSING)
def test_what_is_asked_for_may_be_nothing_but_not_missing(docs: Path, name: str) -> None:
    (docs / "_data" / name).unlink()
    with pytest.raises(ContentError) as error:
        load(docs, TODAY)
    assert [(p.path, p.found) for p in error.value.problems] == [
        (f"docs/_data/{name}", "no readable file (No such file or directory)")
    ]


def test_where_the_day_begins_first_it_is_tomorrow_already(docs: Path) -> None:
    (docs / "_data/accepted.yml").write_text(READ.replace("11-23", "11-24"), "utf-8")
    assert load(docs, TODAY).accepted["a/b/"]["top"].date == TODAY + datetime.timedelta(days=1)


def test_data_keeps_its_place(docs: Path) -> None:
    lines = (docs / "_data/facts.yml").read_text("utf-8").split("\n")
    content = load(docs, TODAY)
    located = content.data["facts.yml"]
    for key in content.facts:
        where = tuple(key.split("."))
        assert lines[content.fact_line(key) - 1].strip().startswith(f"{where[-1]}:")
        assert lines[located.line((*where, "state")) - 1].strip() == f"state: {content.facts[key].state}"


def test_what_could_be_read_is_there_although_the_content_does_not_load(docs: Path) -> None:
    (docs / "_data/terms.yml").write_text("terms: [\n", "utf-8")
    with pytest.raises(ContentError) as error:
        load(docs, TODAY)
    assert "terms.yml" not in error.value.data
    assert error.value.data["facts.yml"].line(("custody", "model")) > 1


def test_the_first_language_has_no_prefix(docs: Path) -> None:
    content = load(docs, TODAY)
    assert [content.url(code, "deposits/") for code in ("zh", "en")] == ["deposits/", "en/deposits/"]
    assert [content.url(code, "") for code in ("zh", "en")] == ["", "en/"]


def test_an_article_is_found_by_its_slug_alone(docs: Path) -> None:
    content = load(docs, TODAY)
    assert content.article("en", "deposit-crypto").path == "docs/en/deposits/deposit-crypto.md"
    for slug in ("deposits", "no-such-article", "index"):
        with pytest.raises(KeyError):
            content.article("en", slug)
    listed = [slug for section in content.navigation.sections for slug in section.articles]
    assert [article.slug for article in content.articles("zh")] == listed
