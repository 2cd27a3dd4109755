"""What a token is, on this side; browser/test_text.py holds the browser to the same examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.content import load
from scripts.search.lexicon import tables
from scripts.search.text import Tables, tokens
from tests.conftest import TODAY, copy_sample

DATA = json.loads((Path(__file__).resolve().parents[1] / "data/tokens.json").read_text("utf-8"))
TABLES = Tables(
    dict(zip(*DATA["tables"]["simplified"], strict=True)),
    [tuple(pair) for pair in DATA["tables"]["variants"]],
    DATA["tables"]["phrases"],
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The tables of the tests' own term base."""
    content = load(copy_sample(tmp_path_factory.mktemp("terms")), TODAY)
    return tables(content.terms, content.alike, [page.body for page in content.pages.values()])


@pytest.mark.parametrize(("text", "expected"), DATA["texts"])
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text, TABLES) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("提币没到账", "提幣沒到帳"),  # Traditional script
        ("冲值", "充值"),  # a common wrong character
        ("ＴＲＣ２０", "trc-20"),
        ("e-mail", "E-Mail"),
        ("can't", "can’t"),
        ("withdrawl", "withdrawal"),
        ("助\u200b记词", "助记词"),
    ],
)
def test_what_readers_mean_as_the_same_is_the_same(shared: Tables, one: str, other: str) -> None:
    assert tokens(one, shared) == tokens(other, shared)


def test_words_for_one_thing_share_a_concept_in_both_languages(shared: Tables) -> None:
    def concepts(text: str) -> set[str]:
        return {token for token in tokens(text, shared) if token.startswith("#")}

    assert concepts("提币") & concepts("提现") & concepts("cash out") & concepts("withdrawal")
