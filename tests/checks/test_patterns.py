"""Each alternative of each table of patterns finds its example, by itself."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import scripts.checks.lib
import scripts.checks.rules
from scripts.checks.lib.patterns import Table, table


def rows() -> list[object]:
    """Every alternative of every table that a module of the rules, or of what they share, holds by name."""
    found = []
    for package in (scripts.checks.rules, scripts.checks.lib):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                tables = {"": value} if isinstance(value, Table) else value if isinstance(value, dict) else {}
                for key, held in tables.items():
                    for row in held.rows if isinstance(held, Table) else ():
                        for pattern, example in row.alternatives:
                            label = f"{module.name.rpartition('.')[2]}-{name}{key}-{row.name}-{example}"
                            found.append(pytest.param(pattern, example, id=label))
    return found


@pytest.mark.parametrize(("pattern", "example"), rows())
def test_an_alternative_finds_its_example(pattern: str, example: str) -> None:
    assert re.search(pattern, example, re.IGNORECASE)


def test_a_row_that_lacks_a_column_is_named() -> None:
    with pytest.raises(ValueError, match="not 'licensed :: is licensed'"):
        table("licensed :: is licensed")


def test_a_row_goes_on_in_the_next_line_after_a_bar_until_it_has_its_example() -> None:
    held = table("gift :: airdrop|\n    bonus :: Claim your {} now.\nbars :: a|b :: ||a||\nlast :: c :: c")
    assert [(row.pattern, row.example) for row in held.rows] == [
        ("airdrop|bonus", "Claim your {} now."), ("a|b", "||a||"), ("c", "c"),
    ]  # fmt: skip
    with pytest.raises(ValueError, match=r"not 'gift :: airdrop\|'"):
        table("gift :: airdrop|")
