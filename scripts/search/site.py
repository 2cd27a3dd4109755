"""The search files of a built site: an index for each language, and the worker that reads them."""

from __future__ import annotations

import hashlib
import importlib.resources
import re
from collections.abc import Iterator
from pathlib import Path

import minify

from scripts.content import Content

from .bundle import BROWSER, joined
from .index import Article, Section, write
from .lexicon import tables
from .secret import write_lists
from .text import Tables, tokens

# Parts of lunr.js by what is assigned or called at their top, which only read texts or queries, or build an index.
UNUSED = re.compile(
    r"lunr\.(?:tokenizer|Token|stemmer|stopWordFilter|generateStopWordFilter|trimmer|Pipeline\.(?:prototype|(?:register|warnIf)"
    r"Function\w*)|Builder|idf|Index\.prototype\.(?:search|toJSON)|Query(?:Lexer|Parser|ParseError))\b"
)


def write_search(folder: Path, content: Content, sections: dict[str, tuple[Section, ...]]) -> None:
    """Write everything the search loads. `sections` holds what each article's page shows, by the path of its source."""
    articles = {language.code: articles_of(content, language.code, sections) for language in content.languages}
    texts = (text for group in articles.values() for article in group for text in _texts(article))
    shared = tables(content.terms, content.alike, texts)
    worker = _worker()
    version = hashlib.sha256(worker.encode()).hexdigest()[:10]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "worker.js").write_text(f'self.VERSION="{version}";{worker}', "utf-8")
    shared_by_all = {"worker": version, "lists": write_lists(folder / "lists")}
    for code, group in articles.items():
        write(folder / code, group, shared, _extra(content, code, group, shared) | shared_by_all)


def _worker() -> str:
    """lunr.js and our modules as one script; in a function of their own, the minifier may shorten every name."""
    text = f"{lunr()}\n(() => {{\n{joined(BROWSER / 'worker.js')}\n}})();"
    return str(minify.string("application/javascript", text))


def lunr() -> str:
    """lunr.js without what the worker never comes to: it hands lunr tokens, and an index as lunr would build it."""
    text = importlib.resources.files("mkdocs.contrib.search").joinpath("templates/search/lunr.js").read_text("utf-8")
    statements = re.split(r"^(?=lunr\.|  /\*\*$)", text, flags=re.MULTILINE)
    return "".join(statement for statement in statements if not UNUSED.match(statement))


def _extra(content: Content, code: str, articles: list[Article], shared: Tables) -> dict[str, object]:
    """What the worker says besides results, and what comes first."""
    numbers = {article.url.rstrip("/").rpartition("/")[2]: number for number, article in enumerate(articles)}

    def links(*slugs: str) -> list[list[str]]:
        found = [articles[numbers[slug]] for slug in slugs if slug in numbers]
        return [[article.title, article.url] for article in found]

    language = content.language(code)
    names = (
        "secret", "secret_title", "hash", "hash_title", "paused", "none", "other",
        "found_one", "found", "most", "keys", "page",
    )  # fmt: skip
    return {
        "first": [
            [numbers[first.article], [sorted(set(tokens(line, shared))) for line in first.words]]
            for first in content.search.first
            if first.article in numbers
        ],
        "say": {name: language.strings[f"search_{name}"] for name in names}
        | {"popular": language.strings["popular"]},
        "popular": links(*content.navigation.popular),
        "secret": links(content.navigation.emergency),
        "hash": links(*content.navigation.hash),
        "ways_on": [
            [content.pages[code, f"{section.id}/"].front.title, content.url(code, f"{section.id}/")]
            for section in content.navigation.sections
        ],
        "other": next(language.code for language in content.languages if language.code != code),
        "name": language.name,
        "html": language.html,
    }


def articles_of(content: Content, code: str, sections: dict[str, tuple[Section, ...]]) -> list[Article]:
    return [
        Article(
            content.url(code, page.address),
            page.front.title,
            content.pages[code, f"{page.section}/"].front.title,
            page.front.description,
            tuple(page.front.questions),
            sections[page.path],
        )
        for page in content.articles(code)
        if content.available(page)
    ]


def _texts(article: Article) -> Iterator[str]:
    yield from (article.title, article.lead, *article.questions)
    for section in article.sections:
        yield from (section.heading, section.text)
