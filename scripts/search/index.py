"""The search index of one language, for lunr.js: cut into files of which a browser loads as few as it can.

Documents are small, so that a reader's line is compared with lines of its own kind: an article's title, its lead, each
of its questions, each heading, and each section's text. Of a section's text only those terms are kept that stand
nowhere else: the rest would drown the short documents. lunr.js scores a document as the sum over the query's terms
alone, so an index cut by term gives the scores of the whole one.

    search/<code>/pack.json                     tables, how long each line is; and what would be a single file below
    search/<code>/terms-<version>-<n>.json      the postings of the terms of the short lines
    search/<code>/words-<version>-<n>.json      the Latin words among these terms, by first letter, for what is not one
    search/<code>/articles-<version>-<n>.json   address, title and headings of some articles
    search/<code>/rare-<version>-<n>.json       postings of the sections' texts, for what the first answer did not know
    search/<code>/bodies-<version>.json         how long each section's text is
    search/<code>/text-<version>-<n>.json       the lead of article n and its sections' texts, for the passage shown
    search/<code>/pinyin-<version>.json         syllables, and the pinyin of the term base
    search/<code>/pinyin-<version>-t.json       Chinese pairs by pinyin that begins with t
"""

from __future__ import annotations

import hashlib
import json
import math
import operator
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from . import pinyin
from .text import Tables, tokens

# How much a document of a kind counts (lunr's document boost).
BOOST = {"title": 1.5, "question": 1.3, "lead": 1.0, "heading": 0.7, "body": 0.5}
B, K1 = 0.4, 1.2  # lunr's own parameters: how much length counts, and repetition

# A file holds about so much (bytes, not compressed): a query needs as many files as its terms are in.
SHARD = 4_000
# Titles and headings of so many articles are in the pack; of more, in files of CHUNK articles, loaded for what was
# found.
AT_ONCE, CHUNK = 100, 20

PIECE = re.compile(r"<(/?)(\w+)([^>]*)>([^<]*)")  # a tag, and the text that follows it
ID = re.compile(' id="([^"]*)"')


@dataclass(frozen=True)
class Section:
    """A section of a page: its anchor ("" before the first heading), its heading, its text."""

    anchor: str
    heading: str
    text: str


def sections(html: str) -> tuple[Section, ...]:
    """The sections of an article's HTML, in order, the text before the first heading as one without a heading.

    `html` is what scripts/site/render.py makes: each tag is closed, or ends in "/>", and no attribute holds a ">".
    """
    found: list[tuple[str, list[str], list[str]]] = [("", [], [])]  # anchor, texts of the heading, texts below it
    texts: list[str] = []
    depth = 0
    for closing, name, attributes, text in PIECE.findall(html):
        if not closing and not depth:
            if name == "h2":
                anchor = ID.search(attributes)
                found.append((anchor[1] if anchor else "", [], []))
            texts = found[-1][1] if name == "h2" else [] if name in ("svg", "figure") else found[-1][2]
        if not attributes.endswith("/"):
            depth += -1 if closing else 1
        if depth and (shown := unescape(text).strip()):
            texts.append(shown)
    made = (Section(anchor, " ".join(heading), " ".join(" ".join(below).split())) for anchor, heading, below in found)
    return tuple(section for section in made if section.heading or section.text)


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
    postings: dict[str, list[int]] = defaultdict(list)  # the documents of each term, once for each time it occurs
    lengths: list[dict[str, list[int]]] = [{kind: [] for kind in BOOST} for _ in articles]
    for number, document in enumerate(documents_of(articles, tables)):
        lengths[document.article][document.kind].append(len(document.tokens))
        for token in document.tokens:
            postings[token].append(number)
    bodies = [by_kind["body"] for by_kind in lengths]
    count = sum(len(documents) for by_kind in lengths for documents in by_kind.values())
    short = count - sum(map(len, bodies))
    # lunr.js wants terms in the order of UTF-16 code units
    terms = sorted(postings, key=lambda term: term.encode("utf-16-be"))
    known = [term for term in terms if postings[term][0] < short]
    words: dict[str, list[str]] = {}
    for term in known:
        if "a" <= term[0] <= "z":
            words.setdefault(term[0], []).append(term)
    rows = [[a.url, a.title, a.group, [[s.anchor, s.heading] for s in a.sections]] for a in articles]
    chunk = len(rows) if len(rows) <= AT_ONCE else CHUNK
    families: dict[str, list[Any]] = {
        "terms": _shards({term: _packed(postings[term]) for term in known}),
        "words": _shards({letter: " ".join(found) for letter, found in words.items()}),
        "articles": [rows[start : start + chunk] for start in range(0, len(rows), chunk)],
        "rare": _shards({term: _packed(postings[term]) for term in terms if postings[term][0] >= short}),
    }
    texts = [_json([article.lead, *(section.text for section in article.sections)]) for article in articles]
    version = hashlib.sha256(_json([families, bodies, texts]).encode()).hexdigest()[:10]
    spoken = _spoken(articles, tables)
    pack = {
        "version": version,
        "lines": [_lengths(by_kind) for by_kind in lengths],
        "documents": count,
        "average": sum(map(len, postings.values())) / count,
        "boost": BOOST,
        "b": B,
        "k1": K1,
        "simplified": ["".join(tables.simplified), "".join(tables.simplified.values())],
        "variants": tables.variants,
        "phrases": tables.packed_phrases(),
        "pinyin": "".join(spoken),
        "sounds": pinyin.sounds() if spoken else "",
        "chunk": chunk,
        "files": {family: len(parts) for family, parts in families.items()},
        **{family: parts[0] for family, parts in families.items() if len(parts) == 1 and family != "rare"},
        **extra,
    }
    folder.mkdir(parents=True)

    def save(name: str, text: str) -> None:
        (folder / f"{name}.json").write_text(text, "utf-8")

    save("pack", _json(pack))
    for family, parts in families.items():
        for number, part in enumerate(parts):
            if family not in pack:
                save(f"{family}-{version}-{number}", _json(part))
    save(f"bodies-{version}", _json(bodies))
    for number, text in enumerate(texts):
        save(f"text-{version}-{number}", text)
    for letter, read in spoken.items():
        save(f"pinyin-{version}-{letter}", _json(read))
    if spoken:
        said = {"syllables": " ".join(pinyin.syllables()), "phrases": pinyin.phrases(tables)}
        save(f"pinyin-{version}", _json(said))


def _spoken(articles: list[Article], tables: Tables) -> dict[str, dict[str, list[str]]]:
    """The pairs of the short lines' Chinese by their pinyin, by its first letter; none where there is no Chinese."""
    lines = [line for a in articles for line in (a.title, a.lead, *a.questions, *(s.heading for s in a.sections))]
    found: dict[str, dict[str, list[str]]] = {}
    for key, pairs in pinyin.pairs(lines, tables).items():
        found.setdefault(key[0], {})[key] = pairs
    return found


@dataclass(frozen=True)
class Document:
    """What lunr knows as a document: one line of an article, or the text of a section."""

    article: int
    kind: str
    tokens: list[str]


def documents_of(articles: list[Article], tables: Tables) -> Iterator[Document]:
    """The documents: of each article title, lead, questions (the shortest first) and headings; then, of each section of
    each article, the rare terms of its text."""
    known: set[str] = set()
    for number, article in enumerate(articles):
        questions = sorted((tokens(question, tables) for question in article.questions), key=len)
        short = [
            Document(number, "title", tokens(article.title, tables)),
            Document(number, "lead", tokens(article.lead, tables)),
            *(Document(number, "question", question) for question in questions),
            *(Document(number, "heading", tokens(section.heading, tables)) for section in article.sections),
        ]
        known.update(token for document in short for token in document.tokens)
        yield from short
    for number, article in enumerate(articles):
        for section in article.sections:
            rare = [token for token in tokens(section.text, tables) if token not in known]
            yield Document(number, "body", rare)


def _lengths(by_kind: dict[str, list[int]]) -> str:
    """The lengths of an article's short documents: title.lead.questions.headings, the questions' as differences."""
    packed = [_packed(by_kind[kind]) for kind in ("title", "lead", "question")]
    return ".".join([*packed, *map(str, by_kind["heading"])])


def weights(documents: list[Document]) -> dict[str, dict[int, float]]:
    """How much each term counts in each of its documents: what lunr.js, or the worker, makes of the index."""
    average = sum(len(document.tokens) for document in documents) / len(documents)
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for number, document in enumerate(documents):
        for token in document.tokens:
            counts[token][number] += 1
    found = {}
    for term, of in counts.items():
        rarity = math.log(1 + abs((len(documents) - len(of) + 0.5) / (len(of) + 0.5)))
        found[term] = {
            number: rarity * BOOST[documents[number].kind] * (K1 + 1) * count
            / (K1 * (1 - B + B * len(documents[number].tokens) / average) + count)
            for number, count in of.items()
        }
    return found


def _packed(numbers: list[int]) -> str:
    """Ascending numbers as differences, which compress well."""
    return " ".join(map(str, map(operator.sub, numbers, [0, *numbers])))


def shard_of(term: str, shards: int) -> int:
    """Where a term is: Chinese by its first character, so that a single one finds its pairs; all else by all it is."""
    code = 0
    for character in term[:1] if term[0] >= "\u3400" else term:
        code = (code * 31 + ord(character)) % 65_521
    return code % shards


def _shards(entries: dict[str, str]) -> list[dict[str, str]]:
    count = max(1, -(-len(_json(entries).encode()) // SHARD))
    result: list[dict[str, str]] = [{} for _ in range(count)]
    for term, value in entries.items():
        result[shard_of(term, count)][term] = value
    return result


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
