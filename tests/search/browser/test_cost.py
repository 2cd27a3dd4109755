"""What a question costs that a reader types letter by letter, with the real articles: bytes and requests."""

from __future__ import annotations

import json
import re
from pathlib import Path

import brotli
import pytest

from scripts.content import Content
from scripts.search.index import sections
from scripts.search.site import write_search
from scripts.site.build import ROOT
from scripts.site.render import render

MOST_BYTES, MOST_REQUESTS = 60_000, 25  # in brotli; the worker and its pack among them
LINES = 3  # of each language: those of the golden ones that are longest, and so ask for most
APART = 800  # milliseconds from one key to the next; with less, no pause costs more


@pytest.fixture(scope="module")
def address(content: Content, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of a site that holds the search of the real articles."""
    site = tmp_path_factory.mktemp("site")
    articles = [page for language in content.languages for page in content.articles(language.code)]
    (site / "search").mkdir()
    write_search(site / "search", content, {page.path: sections(render(page, content)) for page in articles})
    return f"{site}/"


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_question_typed_letter_by_letter_stays_in_its_bounds(engine, address: str, code: str) -> None:
    for line in longest(code):
        worker = engine("worker.js")
        # pauses that end before the next key end at once, the others with the line
        ends = "(globalThis.setTimeout = (then, pause) => { if (pause < apart) Promise.resolve().then(then); }, null)"
        worker(ends, apart=APART)
        worker("fetched.splice(0)")  # of the small site
        pack = json.loads(Path(address, "search", code, "pack.json").read_text("utf-8"))
        worker("(self.VERSION = version, null)", version=pack["worker"])
        send(worker, 0, {"root": address, "code": code})
        for end in range(1, len(line)):
            send(worker, 2, line[:end])
            assert answers(worker, line[:end]), "there is one to each key"
        worker(ends, apart=10 * APART)
        send(worker, 2, line)
        assert answers(worker, line)[-1]["items"][0]["passage"]
        fetched = [Path(url) for url in worker("fetched") if "/lists/" not in url]  # the guard's are counted apart
        assert len(fetched) == len(set(fetched)), "each once"
        assert {file.parent.name for file in fetched} == {code}, "nothing of the other language"
        sizes = [len(brotli.compress(file.read_bytes())) for file in (*fetched, Path(address, "search/worker.js"))]
        assert sum(sizes) <= MOST_BYTES and len(sizes) <= MOST_REQUESTS, line


def longest(code: str) -> list[str]:
    rows = (ROOT / f"tests/data/search/golden-{code}.tsv").read_text("utf-8").splitlines()[1:]
    lines = [row.partition("\t")[0] for row in rows]
    return sorted(lines, key=lambda line: -len(re.findall("[a-z]+|[\u3400-\u9fff]", line)))[:LINES]


def send(worker, kind: int, data: object) -> None:
    worker("(self.onmessage({ data: { type, data } }), null)", type=kind, data=data)


def answers(worker, query: str) -> list[dict]:
    results = [message["data"] for message in worker("posted") if message["type"] == 3]
    return [result for result in results if result["query"] == query]
