"""Sentences know their place, and what stands around them."""

from __future__ import annotations

from scripts.checks.lib.sentences import Said, sentences
from scripts.checks.lib.source import File, in_languages

PAGE = """\
---
title: "A title"
description: >
  One
  sentence.
questions:
  - what readers type
---

## Signs {#signs}

Send us `this`:

1. First. Second.
   - below it:
     - deepest

   more
2. Third

| A | B |
| --- | --- |
| c | d. e |

Last, {{ a.fact }} <!-- no. --> [words](x.md).
"""


def said(text: str, path: str = "docs/en/x.md") -> dict[str, Said]:
    return {one.text.strip(): one for one in sentences(File(path, None, text))}


def test_a_page_is_read_without_what_readers_type() -> None:
    found = said(PAGE)
    assert [name for name in found if len(name) > 2] == [
        "A title", "One sentence.", "Signs", "Send us this:", "First.", "Second.", "below it:", "deepest", "more",
        "Third", "Last,   words.",
    ]  # fmt: skip
    assert found["A title"].where[0] == (2, 9) and found["One sentence."].where[4] == (5, 3)
    assert found["Send us this:"].where[8] == (12, 10), "after the backtick"


def test_a_sentence_knows_its_heading_its_lead_and_its_row() -> None:
    found = said(PAGE)
    assert {one.lead for one in found.values()} == {"", "Send us this:", "below it:"}
    assert [found[name].lead for name in ("Third", "below it:", "deepest", "c")] == [
        "Send us this:", "Send us this:", "below it:", "Send us this:",
    ]  # fmt: skip
    assert (found["e"].heading, found["e"].section, found["e"].before) == ("Signs", "signs", "d.")
    assert (found["c"].rest, found["e"].rest) == ("d. e", "")
    assert [name for name, one in found.items() if one.item] == ["First.", "below it:", "deepest", "Third"]


def test_the_values_of_data_are_read_in_each_language_but_not_what_is_searched() -> None:
    text = "a:\n  name:\n    zh: 甲。乙 {n} 丙。  # no\n    en: 'it''s'\n  value: \"two\\\" x\"\n  evidence: unseen\n"
    views = {view.code: view for view in in_languages(File("docs/_data/facts.yml", None, text))}
    found = {one.text: one for code in ("zh", "en", None) for one in sentences(views[code])}
    assert [name.strip() for name in found] == ["甲。", "乙丙。", "it's", 'two" x']
    assert found["it's"].where[3] == (4, 14) and found['two" x'].where[5] == (5, 17)
    assert [one.section for one in found.values()] == ["a.name", "a.name", "a.name", "a.value"]
    assert views["zh"].prose == [(3, " " * 8 + "甲。乙     丙。")]
    search = next(in_languages(File("docs/_data/search.yml", None, "same:\n- [one, two]\n")))
    assert not sentences(search) and search.questions == [(2, "   one, two".replace(",", " "))]
    assert not list(in_languages(File("docs/_data/facts.yml", None, "a: [")))
