"""`make check FIX=1` mends what it says, and nothing else: the content is people's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.checks import RULES, check, fix, read
from scripts.checks.lib.example import MARK
from scripts.checks.lib.rule import Mends
from scripts.checks.lib.source import File
from scripts.checks.rules.safety import homoglyphs, invisible_characters
from scripts.checks.rules.words import chinese_slips, chinese_typography, traditional_characters, whitespace
from tests.conftest import TODAY

MENDING = [rule for rule in RULES if isinstance(rule, Mends)]
FRONT = "---\ntitle: {}\ndescription: '{}'\nquestions:\n  - {}\n---\n"


def page(body: str, front: str = FRONT.format("标题", "说明。", "问题"), code: str = "zh") -> File:
    return File(f"docs/{code}/deposits/example.md", code, front + body)


# What stays as it is typed, whatever a rule would say of it.
UNTOUCHED = {
    "code": "看 `您的App,餘額 (x)` 和 ``您的`App,餘額``。\n",
    "a key": "看 {{ 您的App,餘額 }}。\n",
    "a target": "看[余额](您的App,餘額.md#您)、![图](您的App,餘額.svg)、<https://a.test/您的App,餘額>。\n",
    "an anchor": "## 余额 {#balance}\n",
    "a comment": "<!-- 您的App,餘額 -->看。\n\n<!-- 您的App,\n餘額\n\n再等. -->\n",
    "a fence of four": "````text\n```\n您的App,餘額  再 看\n````\n",
    "a fence of waves": "~~~text\n您的App,餘額\n```\n您的\n~~~\n",
    "a fence in a step": "1. 看：\n\n   ```text\n   您的App,餘額\n   ```\n",
    "HTML": '看 <b title="您的App,餘額">余额</b>。\n',
    "a listing": "| 看 | 多半   |\n| --- | --- |\n| 甲  | `您的,餘` |\n",
    "a mark": "::: copy App,再\n\n看。\n\n:::\n",
}


@pytest.mark.parametrize("rule", MENDING, ids=lambda rule: rule.NAME)
@pytest.mark.parametrize("name", UNTOUCHED)
def test_what_is_no_prose_stays_as_typed(rule: Mends, name: str) -> None:
    file = page(UNTOUCHED[name])
    assert rule.fix(file) == file.text


# A rule, what is written, and what it becomes; the rest of the page stays.
MENDED: list[tuple[Mends, str, str]] = [
    (whitespace, "看\t余额。  \n\n\n\n  ## 再看\n等\u200b\n\n", "看  余额。\n\n## 再看\n等\n"),
    (whitespace, "```text\na\t \n\n\nb\n  # c\n```\n看。", "```text\na\n\n\nb\n  # c\n```\n看。\n"),
    (chinese_slips, "看您的 `您`，[您的](您.md)。{{ 您 }}\n", "看你的 `您`，[你的](您.md)。{{ 您 }}\n"),
    (chinese_slips, "看：\n- 您\n   - 您\n", "看：\n- 你\n   - 你\n"),
    (traditional_characters, "看餘額 `餘額`。\n- 看著[沒到](餘.md)\n", "看余额 `餘額`。\n- 看着[没到](餘.md)\n"),
    (traditional_characters, "著名的瞭望，洗乾净，位於。\n", "著名的瞭望，洗干净，位于。\n"),
    (chinese_typography, "打开App,看`a,b`.\n", "打开 App，看`a,b`。\n"),
    (chinese_typography, "看[App里](a,b.md),再等3 分钟...\n", "看[App 里](a,b.md)，再等 3 分钟……\n"),
    (chinese_typography, '1. 看"状态"(急),\n   - {{ a.b }},再等.\n', "1. 看“状态”（急），\n   - {{ a.b }}，再等。\n"),
    (chinese_typography, "| 甲 | 乙   |\n| - | - |\n| a,甲 | 乙. |\n", "| 甲 | 乙   |\n| - | - |\n| a，甲 | 乙。 |\n"),
    (chinese_typography, "看 **余额**,再等.  \n", "看 **余额**，再等。  \n"),
    # a word of other letters alone is a word: only what is mixed with Latin, or another form of it, is mended
    (homoglyphs, "TPW\u0430llet `b\u043etnet` １００ 𝗨𝗦𝗗𝗧 Привет \u0410\u0440\u0440\n",
     "TPWallet `botnet` 100 USDT Привет \u0410\u0440\u0440\n"),
    (invisible_characters, "先\u200b看\u00a0余额\u202e。`a\ufeffb` 👨\u200d👩\u200d👧 ❤\ufe0f\n",
     "先看 余额。`ab` 👨\u200d👩\u200d👧 ❤\ufe0f\n"),
    (homoglyphs, "打开 TPW\u0430llet，看 ＵＳＤＴ。\n", "打开 TPWallet，看 USDT。\n"),  # one Cyrillic letter
    (homoglyphs, "\u0421\u0410\u041c 或 5 μm。ＯＫ\n", "\u0421\u0410\u041c 或 5 μm。OK\n"),  # a whole word
    (invisible_characters, "看\u200b余额\u00a0再\u202e等 ❤\ufe0f\n", "看余额 再等 ❤\ufe0f\n"),
]  # fmt: skip


def test_the_mending_of_every_rule_has_an_example() -> None:
    assert {rule.NAME for rule, written, mended in MENDED if written != mended} == {rule.NAME for rule in MENDING}


@pytest.mark.parametrize(("rule", "written", "mended"), MENDED)
def test_what_a_rule_finds_is_mended_once(rule: Mends, written: str, mended: str) -> None:
    file = page(written)
    front = file.text.removesuffix(written)
    assert rule.fix(file) == front + mended
    assert rule.fix(page(mended)) == front + mended, "a second run changes nothing"


@pytest.mark.parametrize(
    ("rule", "written", "mended"),
    [
        (chinese_slips, ("您的", "您的。", "您的"), ("你的", "你的。", "您的")),
        (traditional_characters, ("餘額", "餘額。", "餘額"), ("余额", "余额。", "余额")),
        (chinese_typography, ("看App,再等", "看App.", "看App,"), ("看 App，再等", "看 App。", "看App,")),
    ],
)
def test_title_and_description_are_mended_and_what_readers_type_is_not(
    rule: Mends, written: tuple[str, ...], mended: tuple[str, ...]
) -> None:
    """But Traditional characters: what readers type is converted, so their questions can be Simplified."""
    assert rule.fix(page("看。\n", FRONT.format(*written))) == page("看。\n", FRONT.format(*mended)).text


@pytest.mark.parametrize(("pattern", "right", "example"), chinese_typography.MENDS)
def test_each_mend_of_typography_changes_its_example(pattern: str, right: str, example: str) -> None:
    assert re.sub(pattern, right, example) != example


@pytest.mark.parametrize("rule", [chinese_slips, traditional_characters, chinese_typography])
def test_english_pages_and_data_are_left_alone(rule: Mends) -> None:
    text = "SAFE-1:\n  zh: 您的App,餘額\n"
    assert rule.fix(page("您的App,餘額\n", code="en")) == page("您的App,餘額\n", code="en").text
    assert rule.fix(File("docs/_data/safety.yml", None, text)) == text


def test_a_second_run_changes_nothing_in_any_example() -> None:
    """And what a rule leaves alone in its examples, it does not mend."""
    for rule in MENDING:
        for path, marked in (place for example in rule.EXAMPLES for place in example.files.items()):
            text = marked.replace(MARK, "")
            code = path.split("/")[1] if path.endswith(".md") else None
            mended = rule.fix(File(path, code, text))
            assert rule.fix(File(path, code, mended)) == mended
            assert mended == text or MARK in marked


def test_a_file_ends_with_a_newline(docs: Path) -> None:
    file = docs / "zh/deposits/deposit-not-arrived.md"
    whole = file.read_text("utf-8")
    file.write_text(whole.rstrip("\n"), "utf-8")
    assert [finding.problem.found for finding in check(read(docs, TODAY), [whitespace]).findings] == [
        "no newline at the end of the file"
    ]
    assert fix(read(docs, TODAY), [whitespace]) == [file] and file.read_text("utf-8") == whole


def test_the_samples_content_needs_no_mending(docs: Path) -> None:
    assert fix(read(docs, TODAY)) == []
    file = docs / "zh/deposits/deposit-not-arrived.md"
    before = file.read_text("utf-8")
    file.write_text(before.replace("，", ",", 1), "utf-8")
    assert fix(read(docs, TODAY)) == [file]
    assert file.read_text("utf-8") == before
