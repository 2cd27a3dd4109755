"""The search index of one language: built by lunr, cut into files of which a browser loads as few as it can.

Documents are small, so that a reader's line is compared with lines of its own kind: an article's title, its lead, each of
its questions, each heading, and each section's text. Of a section's text only those terms are kept that stand nowhere
else: the rest would drown the short documents. lunr.js scores a document as the sum over the query's terms alone, so an
index cut by term gives the scores of the whole one.

    search/<code>/pack.json                  articles and headings, tables, terms if they are few
    search/<code>/terms-<version>-<n>.json   the other terms, by their first character
    search/<code>/rare-<version>-<n>.json    the terms of the sections' texts, for what the first answer did not know
    search/<code>/pinyin-<version>.json      syllables, and the pinyin of the term base
    search/<code>/pinyin-<version>-t.json    Chinese pairs by pinyin that begins with t
    search/<code>/text-<version>-<n>.json    the lead of article n and the text of its sections, for the passage shown
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from lunr.builder import Builder

from . import pinyin
from .text import Tables, tokens

# How much a document of a kind counts (lunr's document boost).
BOOST = {"title": 1.5, "question": 1.3, "lead": 1.0, "heading": 0.7, "body": 0.5}
B, K1 = 0.4, 1.2  # lunr's own parameters: how much length counts, and repetition

# Terms go into one file with everything else up to this size (bytes, not compressed), or into several of about this size:
# a query needs as many of them as its terms have first characters.
SHARD = 12_000


@dataclass(frozen=True)
class Section:
    """A section of a page: its anchor ("" before the first heading), its heading, its text."""

    anchor: str
    heading: str
    text: str


@functools.lru_cache(maxsize=4096)  # under `make serve`, unchanged pages are not read again
def sections(html: str) -> tuple[Section, ...]:
    """The sections of an article's HTML, in order, the text before the first heading as one without a heading."""
    result: list[list[str]] = [["", "", ""]]
    for element in BeautifulSoup(html, "html.parser").find_all(recursive=False):
        if element.name == "h2":
            result.append([str(element.get("id", "")), element.get_text(" ", strip=True), ""])
        elif element.name not in ("svg", "figure"):
            result[-1][2] = " ".join([result[-1][2], *element.get_text(" ", strip=True).split()]).strip()
    return tuple(Section(*parts) for parts in result if parts[1] or parts[2])


@dataclass(frozen=True)
class Article:
    """What is searched of a page. `url` is relative to the site's root."""

    url: str
    title: str
    group: str  # the name of the section of the site
    lead: str
    questions: tuple[str, ...]
    sections: tuple[Section, ...]


def write(folder: Path, articles: list[Article], tables: Tables, extra: dict[str, object]) -> None:
    """Write the files of one language. `extra` goes into the pack as it is."""
    documents = _documents(articles, tables)
    postings = {term: _packed(numbers) for term, numbers in _postings(documents).items()}
    known = {token for document in documents if document.kind != "body" for token in document.tokens}
    shards = _shards({term: posting for term, posting in postings.items() if term in known})
    rare = _shards({term: posting for term, posting in postings.items() if term not in known})
    texts = [_json([article.lead, *(section.text for section in article.sections)]) for article in articles]
    rows = [[a.url, a.title, a.group, [[s.anchor, s.heading] for s in a.sections]] for a in articles]
    version = hashlib.sha256(_json([rows, shards, rare, texts]).encode()).hexdigest()[:10]
    pack = {
        "version": version,
        "articles": rows,
        # the kinds of the documents of each article, which are numbered through, and how many tokens each has
        "kinds": ["".join(d.kind[0] for d in documents if d.article == n) for n in range(len(articles))],
        "lengths": [len(d.tokens) for d in documents],
        "boost": {kind[0]: boost for kind, boost in BOOST.items()},
        "b": B,
        "k1": K1,
        "simplified": ["".join(tables.simplified), "".join(tables.simplified.values())],
        "variants": tables.variants,
        "phrases": tables.phrases,
        "shards": len(shards),
        "rare": len(rare),
        "terms": shards[0] if len(shards) == 1 else None,
        **extra,
    }
    folder.mkdir(parents=True)
    (folder / "pack.json").write_text(_json(pack), "utf-8")
    if len(shards) > 1:
        for number, shard in enumerate(shards):
            (folder / f"terms-{version}-{number}.json").write_text(_json(shard), "utf-8")
    for number, shard in enumerate(rare):
        (folder / f"rare-{version}-{number}.json").write_text(_json(shard), "utf-8")
    short = [line for a in articles for line in (a.title, a.lead, *a.questions, *(s.heading for s in a.sections))]
    by_letter: dict[str, dict[str, list[str]]] = {}
    for key, found in pinyin.pairs(short, tables).items():
        by_letter.setdefault(key[0], {})[key] = found
    read = {"syllables": " ".join(pinyin.syllables()), "phrases": pinyin.phrases(tables), "letters": "".join(by_letter)}
    (folder / f"pinyin-{version}.json").write_text(_json(read), "utf-8")
    for letter, found in by_letter.items():
        (folder / f"pinyin-{version}-{letter}.json").write_text(_json(found), "utf-8")
    for number, text in enumerate(texts):
        (folder / f"text-{version}-{number}.json").write_text(text, "utf-8")


@dataclass(frozen=True)
class Document:
    """What lunr knows as a document: one line of an article, or the text of a section."""

    article: int
    kind: str
    tokens: list[str]


def _documents(articles: list[Article], tables: Tables) -> list[Document]:
    """The documents, article by article: title, lead, questions, headings, and for each section its rare terms."""
    short: list[list[Document]] = []
    for number, article in enumerate(articles):
        parts: Iterable[tuple[str, str]] = [
            ("title", article.title),
            ("lead", article.lead),
            *(("question", question) for question in article.questions),
            *(("heading", section.heading) for section in article.sections),
        ]
        short.append([Document(number, kind, tokens(text, tables)) for kind, text in parts])
    known = {token for documents in short for document in documents for token in document.tokens}
    result: list[Document] = []
    for number, article in enumerate(articles):
        result += short[number]
        for section in article.sections:
            result.append(Document(number, "body", [token for token in tokens(section.text, tables) if token not in known]))
    return result


def build(documents: list[Document]) -> dict[str, object]:
    """lunr's own index of the documents, serialised; the number of a document is its reference."""
    builder = Builder()
    builder.ref("ref")
    builder.field("text")
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.b(B)
    builder.k1(K1)
    for number, document in enumerate(documents):
        builder.add({"ref": str(number), "text": document.tokens}, {"boost": BOOST[document.kind]})
    return builder.build().serialize()


def _postings(documents: list[Document]) -> dict[str, list[int]]:
    """The documents of each term of lunr's index, once for each time the term occurs.

    lunr's weights follow from these numbers, the lengths and the boosts: the worker restores them, and a test compares.
    """
    postings: dict[str, list[int]] = {term: [] for term, _ in build(documents)["invertedIndex"]}
    for number, document in enumerate(documents):
        for token in document.tokens:
            postings[token].append(number)
    # lunr.js wants terms in the order of UTF-16 code units
    return {term: postings[term] for term in sorted(postings, key=lambda term: term.encode("utf-16-be"))}


def _packed(numbers: list[int]) -> str:
    """Ascending numbers as differences, which compress well."""
    return " ".join(str(after - before) for before, after in zip([0, *numbers], numbers))


def shard_of(term: str, shards: int) -> int:
    """Where a term is: by its first character, so that everything that begins alike is in one file."""
    return ord(term[0]) % shards


def _shards(postings: dict[str, str]) -> list[dict[str, str]]:
    count = max(1, -(-len(_json(postings).encode()) // SHARD))
    result: list[dict[str, str]] = [{} for _ in range(count)]
    for term, posting in postings.items():
        result[shard_of(term, count)][term] = posting
    return result


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
