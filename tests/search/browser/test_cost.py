"""What a question costs, with the real articles: bytes and requests, typed letter by letter and to the first answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest

from scripts.content import Content
from scripts.search.index import sections
from scripts.search.site import write_search
from scripts.site.build import ROOT
from scripts.site.render import render

MOST_BYTES, MOST_REQUESTS = 60_000, 25  # in brotli; the worker and its pack among them
LINES = 3  # of each language: those of the golden ones that are longest, and so ask for most
MOST_FIRST = 45_000  # bytes to the first answer, with the interface (search/interface.js) for which is left
INTERFACE = 3_500
FIRST_LINES = 10
APART = 800  # milliseconds from one key to the next; with less, no pause costs more


@pytest.fixture(scope="module")
def address(content: Content, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of a site that holds the search of the real articles."""
    site = tmp_path_factory.mktemp("site")
    articles = [page for language in content.languages for page in content.articles(language.code)]
    (site / "search").mkdir()
    write_search(site / "search", content, {page.path: sections(render(page, content)) for page in articles})
    return f"{site}/"


@pytest.fixture
def start(engine, address: str) -> Callable[[str], Any]:
    """A function that sets up a worker for a language of that site."""

    def started(code: str) -> Any:
        worker = engine("worker.js")
        worker("fetched.splice(0)")  # of the small site
        pack = json.loads(Path(address, "search", code, "pack.json").read_text("utf-8"))
        worker("(self.VERSION = version, null)", version=pack["worker"])
        send(worker, 0, {"root": address, "code": code})
        return worker

    return started


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_question_typed_letter_by_letter_stays_in_its_bounds(start, address: str, code: str) -> None:
    for line in longest(code, LINES):
        worker = start(code)
        # pauses that end before the next key end at once, the others with the line
        ends = "(globalThis.setTimeout = (then, pause) => { if (pause < apart) Promise.resolve().then(then); }, null)"
        worker(ends, apart=APART)
        for end in range(1, len(line)):
            send(worker, 2, line[:end])
            assert answers(worker, line[:end]), "there is one to each key"
        worker(ends, apart=10 * APART)
        send(worker, 2, line)
        assert answers(worker, line)[-1]["items"][0]["passage"]
        fetched = files(worker)
        assert len(fetched) == len(set(fetched)), "each once"
        assert {file.parent.name for file in fetched} == {code}, "nothing of the other language"
        assert size(address, fetched) <= MOST_BYTES and len(fetched) < MOST_REQUESTS, line


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_first_answer_to_a_question_stays_in_its_bounds(start, address: str, code: str) -> None:
    for line in longest(code, FIRST_LINES):
        worker = start(code)
        worker("(globalThis.setTimeout = () => {}, null)")  # no pause ends: the passages come later
        send(worker, 2, line)
        (answer,) = answers(worker, line)
        assert answer["items"], line
        assert size(address, files(worker)) <= MOST_FIRST - INTERFACE, line


def files(worker: Any) -> list[Path]:
    """What a worker has fetched; the guard's lists are counted apart."""
    return [Path(url) for url in worker("fetched") if "/lists/" not in url]


def size(address: str, fetched: list[Path]) -> int:
    return sum(len(brotli.compress(file.read_bytes())) for file in (*fetched, Path(address, "search/worker.js")))


def longest(code: str, count: int) -> list[str]:
    rows = (ROOT / f"tests/data/search/golden-{code}.tsv").read_text("utf-8").splitlines()[1:]
    lines = [row.partition("\t")[0] for row in rows]
    return sorted(lines, key=lambda line: -len(re.findall("[a-z]+|[\u3400-\u9fff]", line)))[:count]


def send(worker, kind: int, data: object) -> None:
    worker("(self.onmessage({ data: { type, data } }), null)", type=kind, data=data)


def answers(worker, query: str) -> list[dict]:
    results = [message["data"] for message in worker("posted") if message["type"] == 3]
    return [result for result in results if result["query"] == query]
