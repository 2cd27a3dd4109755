"""The search index of one language, for lunr.js: cut into files of which a browser loads as few as it can.

Documents are small, so that a reader's line is compared with lines of its own kind: an article's title, its lead, each
of its questions, each heading, and each section's text. Of a section's text only those terms are kept that stand
nowhere else: the rest would drown the short documents. lunr.js scores a document as the sum over the query's terms
alone, so an index cut by term gives the scores of the whole one.

    search/<code>/pack.json                     tables, how long each line is, where each file of terms begins
    search/<code>/script-<version>.json         the tables' part for queries in the other language's script
    search/<code>/traditional-<version>.json    what turns Traditional into Simplified characters
    search/<code>/terms-<version>-<n>.json      the postings of the terms of the short lines, in order
    search/<code>/articles-<version>-<n>.json   address, title and place of some articles; of few, in the pack
    search/<code>/leads-<version>-<n>.json      the leads of these articles, for the passage shown
    search/<code>/rare-<version>-<n>.json       postings of the sections' texts, for what the first answer did not know
    search/<code>/bodies-<version>.json         how long each section's text is
    search/<code>/text-<version>-<n>.json       article n's sections, as anchor, heading and text, for the one shown
    search/<code>/syllables-<version>.json      all syllables, and the pinyin of the term base
    search/<code>/pinyin-<version>-<n>.json     the Chinese pairs of the short lines by their pinyin, in order
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

# A file of terms holds about so much (bytes, not compressed): a query needs as many files as its terms are in. Chinese
# hardly needs more of smaller ones; typing a Latin word letter by letter asks several in turn, of what is rare most.
SHARD, LATIN, RARE = 3_000, 4_000, 8_000
# The titles of so many articles are in the pack; of more, in files of CHUNK articles, as the leads always are.
AT_ONCE, CHUNK = 200, 60

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
            unread = name in ("svg", "figure", "fieldset", "button") or attributes.endswith(" hidden")
            texts = found[-1][1] if name == "h2" else [] if unread else found[-1][2]
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
    rows = [[article.url, article.title, article.group] for article in articles]
    rare = {term: _packed(postings[term]) for term in terms if postings[term][0] >= short}
    spoken = _spoken(articles, tables)
    families: dict[str, list[Any]] = {
        "terms": _cut({term: _packed(postings[term]) for term in known}, SHARD if spoken else LATIN),
        "rare": _cut(rare, SHARD if spoken else RARE),
        "articles": _chunks(rows),
        "leads": _chunks([article.lead for article in articles]),
        "text": [[[s.anchor, s.heading, s.text] for s in article.sections] for article in articles],
        "pinyin": _cut(spoken, SHARD),
    }
    chinese = bool(spoken)
    script = {"phrases": _phrases(tables, latin=chinese)}
    traditional = ["".join(tables.simplified), "".join(tables.simplified.values())]
    version = hashlib.sha256(_json([families, bodies, script, traditional]).encode()).hexdigest()[:10]
    pack = {
        "version": version,
        "lines": [_lengths(by_kind) for by_kind in lengths],
        "documents": count,
        "average": sum(map(len, postings.values())) / count,
        "boost": BOOST,
        "b": B,
        "k1": K1,
        "variants": tables.variants,
        "sounds": pinyin.sounds() if chinese else "",
        "phrases": _phrases(tables, latin=not chinese),
        "chunk": CHUNK,
        "starts": {family: list(_starts(families[family])) for family in ("terms", "rare", "pinyin")},
        **extra,
    }
    if len(rows) <= AT_ONCE:
        del families["articles"]
        pack["articles"] = rows
    folder.mkdir(parents=True)

    def save(name: str, text: str) -> None:
        (folder / f"{name}.json").write_text(text, "utf-8")

    save("pack", _json(pack))
    for family, parts in families.items():
        for number, part in enumerate(parts):
            save(f"{family}-{version}-{number}", _json(part))
    save(f"bodies-{version}", _json(bodies))
    save(f"script-{version}", _json(script))
    save(f"traditional-{version}", _json(traditional))
    if chinese:
        said = {"syllables": " ".join(pinyin.syllables()), "phrases": pinyin.phrases(tables)}
        save(f"syllables-{version}", _json(said))


def _chunks(rows: list[Any]) -> list[list[Any]]:
    """What there is of each article, in files of CHUNK articles."""
    return [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]


def _phrases(tables: Tables, *, latin: bool) -> str:
    """The phrases of each concept that are written in Latin letters, or those that are not."""
    concepts = (phrases.split(";") for phrases in tables.packed_phrases().split("|"))
    return "|".join(";".join(phrase for phrase in phrases if phrase.isascii() == latin) for phrases in concepts)


def _spoken(articles: list[Article], tables: Tables) -> dict[str, list[str]]:
    """The pairs of the short lines' Chinese by their pinyin; none where there is no Chinese."""
    lines = [line for a in articles for line in (a.title, a.lead, *a.questions, *(s.heading for s in a.sections))]
    return pinyin.pairs(lines, tables)


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


def _cut(entries: dict[str, Any], shard: int) -> list[dict[str, Any]]:
    """Ordered terms in files of `shard` bytes or, to begin with another character, half of it. The Chinese of one first
    character is in one file, so that it finds its pairs."""
    parts: list[dict[str, Any]] = []
    size, before = shard, ""
    for term, value in entries.items():
        begins = term[0] != before
        if size >= (shard / 2 if begins else shard) and (begins or term[0] < "\u3400"):
            parts.append({})
            size = 0
        parts[-1][term] = value
        size += len(_json({term: value}).encode())
        before = term[0]
    return parts


def _starts(parts: list[dict[str, Any]]) -> Iterator[str]:
    """Of each file the shortest beginning of its first term that comes after the last term of the file before."""
    last = ""
    for part in parts:
        first, *_ = part
        yield next(first[:end] for end in range(1, len(first) + 1) if first[:end] > last)
        *_, last = part


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
