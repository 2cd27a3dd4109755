"""The page of the state: what it counts, and that it shows what people wrote as text."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

from bs4 import BeautifulSoup

from scripts.checks import Loaded, Report, read
from scripts.publish.status import html
from tests.conftest import TODAY

ARTICLE = "deposit-crypto"
DAY = datetime.timedelta(days=1)


def state(docs: Path, evaluation: Path) -> BeautifulSoup:
    source = read(docs, TODAY)
    assert isinstance(source, Loaded), source.problems
    return BeautifulSoup(html(source, Report([], []), evaluation), "html.parser")


def test_a_review_is_due_after_a_year(docs: Path, tmp_path: Path) -> None:
    for code, days in (("zh", 365), ("en", 366)):
        file = docs / code / "deposits" / f"{ARTICLE}.md"
        text = re.sub("reviewed: .*", f"reviewed: {TODAY - days * DAY}", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
    due = [span.text for span in state(docs, tmp_path / "none").select("td span.due")]
    assert due == [str(TODAY - 366 * DAY)]


def test_titles_and_what_readers_typed_are_text_not_markup(docs: Path, tmp_path: Path) -> None:
    file = docs / "en/deposits" / f"{ARTICLE}.md"
    file.write_text(re.sub("title: .*", "title: <b>coins</b>", file.read_text("utf-8"), count=1), "utf-8")
    missed = {"scores": [], "missed": [{"query": "<i>coins</i>", "slugs": [ARTICLE]}]}
    (tmp_path / "evaluation.json").write_text(json.dumps(missed), "utf-8")
    page = state(docs, tmp_path / "evaluation.json")
    assert not page.select("td b, td i")
    assert "<b>coins</b>" in page.get_text() and "<i>coins</i>" in page.get_text()
