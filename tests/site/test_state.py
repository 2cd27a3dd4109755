"""Which pages live reload makes anew: the edited ones alone only where no other page shows what was edited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content import load
from scripts.content.edit import new_article
from scripts.site.state import Live
from tests.conftest import ROOT, TODAY
from tests.site.test_announcements import announce

ARTICLE = "en/deposits/deposit-crypto.md"


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(docs: Path) -> None:
        text = (docs / name).read_text("utf-8")
        assert old in text
        (docs / name).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def add_article(docs: Path) -> None:
    (docs / "_templates").symlink_to(ROOT / "docs/_templates")
    new_article(load(docs, TODAY), docs, "deposits/lost-receipt", "how-to", TODAY).apply(TODAY)


def built(docs: Path) -> Live:
    """What is kept after a first build, which makes all pages."""
    announce(docs)
    live, content = Live(), load(docs, TODAY)
    assert live.edited(content, {docs: 1.0}) is None
    live.content = content
    return live


TEXT = replace(ARTICLE, "{{ SAFE", "One sentence more.\n\n{{ SAFE")


def test_an_edited_text_makes_its_page_alone(docs: Path) -> None:
    live = built(docs)
    TEXT(docs)
    assert live.edited(load(docs, TODAY), {docs: 1.0}) == {f"docs/{ARTICLE}"}


@pytest.mark.parametrize(
    "edit",
    [
        replace(ARTICLE, "title: ", "title: A "),
        replace(ARTICLE, "{{ SAFE", "{{ glossary.chain }}\n\n{{ SAFE"),
        replace("en/announcements/2026-03-10-now.md", "Read", "Now read"),
        add_article,
    ],
    ids=["title", "glossary", "announcement", "article"],
)
def test_what_other_pages_and_feeds_show_makes_all(docs: Path, edit: Callable[[Path], None]) -> None:
    live = built(docs)
    edit(docs)
    assert live.edited(load(docs, TODAY), {docs: 1.0}) is None


def test_what_is_no_page_makes_all(docs: Path) -> None:
    live = built(docs)
    assert live.edited(load(docs, TODAY), {docs: 2.0}) is None


def test_after_a_build_that_failed_all_are_made(docs: Path) -> None:
    live = built(docs)
    TEXT(docs)
    live.edited(load(docs, TODAY), {docs: 1.0})  # who builds says that it succeeded: nobody does
    assert live.edited(load(docs, TODAY), {docs: 1.0}) is None
