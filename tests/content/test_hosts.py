"""The hosts that articles may link to: docs/_data/links.yml."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scripts.content import ContentError, load

TODAY = datetime.date(2026, 11, 23)
TOMORROW = TODAY + datetime.timedelta(days=2)  # and nowhere on Earth begun
GOOD = "{host: explorer.wallet.test, reason: an example, date: 2026-01-31}"


def listed(docs: Path, *entries: str) -> Path:
    (docs / "_data/links.yml").write_text("links:\n" + "".join(f"  - {entry}\n" for entry in entries), "utf-8")
    return docs


def test_a_listed_host_is_known_with_its_reason(docs: Path) -> None:
    assert load(listed(docs, GOOD), TODAY).hosts["explorer.wallet.test"].reason == "an example"


def test_a_host_may_have_been_looked_at_today(docs: Path) -> None:
    entry = f"{{host: wallet.test, reason: an example, date: {TODAY}}}"
    assert load(listed(docs, entry), TODAY).hosts["wallet.test"].date == TODAY


@pytest.mark.parametrize(
    "entry",
    [
        "{host: wallet.test, date: 2026-01-31}",
        '{host: wallet.test, reason: " ", date: 2026-01-31}',
        "{host: wallet.test, reason: an example}",
        f"{{host: wallet.test, reason: an example, date: {TOMORROW}}}",
        "{host: https://wallet.test/, reason: an example, date: 2026-01-31}",
        "{host: Wallet.test, reason: an example, date: 2026-01-31}",
        "{host: '*.wallet.test', reason: an example, date: 2026-01-31}",
        "{host: wallet, reason: an example, date: 2026-01-31}",
        GOOD,
    ],
)
def test_a_host_without_reason_or_with_a_day_to_come_is_refused(docs: Path, entry: str) -> None:
    with pytest.raises(ContentError) as error:
        load(listed(docs, GOOD, entry), TODAY)
    assert {(problem.path, problem.rule) for problem in error.value.problems} == {("docs/_data/links.yml", "schema")}
