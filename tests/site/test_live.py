"""What live reload makes anew: an edited text alone, else everything, and of that first what is looked at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content import ContentError, load
from scripts.content.edit import new_article
from scripts.content.load import Known
from scripts.site.live import Preview, edited
from scripts.site.state import Interrupted
from tests.announced import announce
from tests.conftest import ROOT, TODAY

ARTICLE = "en/deposits/deposit-crypto.md"
WORDS = "_data/languages.yml"


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(docs: Path) -> None:
        text = (docs / name).read_text("utf-8")
        assert old in text
        (docs / name).write_text(text.replace(old, new, 1), "utf-8")

    return edit


TEXT = replace(ARTICLE, "{{ SAFE", "One sentence more.\n\n{{ SAFE")
TITLE = replace(ARTICLE, "title: ", "title: A ")


@pytest.mark.parametrize("edit", [TEXT, lambda docs: None], ids=["text", "nothing"])
def test_a_text_is_on_its_own_page_alone(docs: Path, edit: Callable[[Path], None]) -> None:
    known: Known = {}
    before = load(docs, TODAY, known)
    edit(docs)
    assert edited(before, load(docs, TODAY, known)) == ({f"docs/{ARTICLE}"} if edit is TEXT else set())


@pytest.mark.parametrize(
    "edit",
    [
        TITLE,
        replace(ARTICLE, "{{ SAFE", "{{ glossary.chain }}\n\n{{ SAFE"),
        replace("en/announcements/2026-11-23-now.md", "Read", "Now read"),
    ],
    ids=["title", "glossary", "announcement"],
)
def test_what_other_pages_or_feeds_show_is_anywhere(docs: Path, edit: Callable[[Path], None]) -> None:
    announce(docs)
    known: Known = {}
    before = load(docs, TODAY, known)
    edit(docs)
    assert edited(before, load(docs, TODAY, known)) is None


class Watched:
    """A preview of `docs`, and which of its pages each edit rewrote."""

    def __init__(self, docs: Path, folder: Path) -> None:
        self.docs, self.folder = docs, folder
        self.preview = Preview(docs, folder, "http://127.0.0.1/")
        self.preview.follow(set(), lambda: None)

    def page(self, address: str) -> str:
        return (self.folder / address / "index.html").read_text("utf-8")

    def rewritten(self, edit: Callable[[Path], None], *looked_at: str, show: Callable[[], None] = lambda: None) -> set:
        times = self._times()
        edit(self.docs)
        self.preview.follow(set(looked_at), show)
        return {name for name, time in self._times().items() if times.get(name) != time}

    def _times(self) -> dict[str, int]:
        files = self.folder.rglob("*.html")
        return {file.parent.relative_to(self.folder).as_posix(): file.stat().st_mtime_ns for file in files}


@pytest.fixture
def watched(docs: Path, tmp_path: Path) -> Watched:
    return Watched(docs, tmp_path / "live")


def test_a_text_rewrites_its_page_and_the_home_pages(watched: Watched) -> None:
    home = {".", "en"}
    assert watched.rewritten(TEXT) - home == {"en/deposits/deposit-crypto"}
    assert "One sentence more." in watched.page("en/deposits/deposit-crypto")
    assert watched.rewritten(lambda docs: None) <= home
    assert "search" in {path.name for path in watched.folder.iterdir()}


def test_what_is_looked_at_is_shown_before_the_rest(watched: Watched) -> None:
    shown: list[bool] = []

    def show() -> None:
        shown.extend("A Deposit" in watched.page(address) for address in ("en/deposits/deposit-crypto", "en/deposits"))

    watched.rewritten(TITLE, "/en/deposits/deposit-crypto/", show=show)
    assert shown == [True, False]
    assert "A Deposit" in watched.page("en/deposits")


def test_the_rest_is_made_later_if_something_is_edited_meanwhile(watched: Watched) -> None:
    live = watched.preview.live

    def show() -> None:
        live.interrupted = lambda: True

    with pytest.raises(Interrupted):
        watched.rewritten(TITLE, "/en/deposits/deposit-crypto/", show=show)
    assert "A Deposit" in watched.page("en/deposits/deposit-crypto") and "A Deposit" not in watched.page("en/deposits")
    live.interrupted = lambda: False
    watched.rewritten(TEXT)
    assert "One sentence more." in watched.page("en/deposits/deposit-crypto")
    assert "A Deposit" in watched.page("en/deposits")


def test_an_edited_datum_is_on_every_page(watched: Watched) -> None:
    everything = watched._times().keys()
    rewritten = watched.rewritten(replace(WORDS, "emergency: Emergency", "emergency: Hurry"), "/en/deposits/")
    assert rewritten == everything
    assert all("Hurry" in watched.page(name) for name in everything if name.startswith("en/"))


def test_a_further_article_is_in_lists_and_one_that_went_is_gone(watched: Watched) -> None:
    def add(docs: Path) -> None:
        shutil.copytree(ROOT / "docs/_templates", docs / "_templates")
        new_article(load(docs, TODAY), docs, "deposits/lost-receipt", "how-to", TODAY).apply(TODAY)

    before = {path: path.read_bytes() for path in watched.docs.rglob("*") if path.is_file()}
    watched.rewritten(add)
    assert "lost-receipt" in watched.page("en/deposits")
    assert (watched.folder / "search/worker.js").exists(), "the folder was emptied"
    shutil.rmtree(watched.docs / "_templates")

    def undo(docs: Path) -> None:
        for path in docs.rglob("lost-receipt.md"):
            path.unlink()
        for path, raw in before.items():
            path.write_bytes(raw)

    watched.rewritten(undo)
    assert not (watched.folder / "en/deposits/lost-receipt").exists()


def test_a_mistake_leaves_everything_as_it_was(watched: Watched) -> None:
    with pytest.raises(ContentError):
        watched.rewritten(replace(ARTICLE, "{{ SAFE-", "{{ SAFE-9"))
    assert watched.page("en/deposits/deposit-crypto")
    watched.rewritten(replace(ARTICLE, "{{ SAFE-9", "One sentence more.\n\n{{ SAFE-"))
    assert "One sentence more." in watched.page("en/deposits/deposit-crypto")
