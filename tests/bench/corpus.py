"""A generated corpus: the real content, with new articles made of its articles until there are as many as asked for.

Copies would flatter every cache. So each new article has its own text: that of a real one, with a sentence of other
articles in each section; and its own title, description, questions and related articles, new ones among them.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
from itertools import cycle, islice
from pathlib import Path

import yaml

from scripts.content import Content, load
from scripts.content.blocks import blocks, sentences
from scripts.content.markdown import TEXT
from scripts.content.pages import Article

ROOT = Path(__file__).resolve().parents[2]
NAVIGATION = Path("_data/navigation.yml")
REAL = sum(len(section["articles"]) for section in yaml.safe_load((ROOT / "docs" / NAVIGATION).read_text())["sections"])
SIZES = (REAL, 500, 2_000)  # articles a language; the first is the real content as it stands

Sentences = list[tuple[str, str]]  # with the slug of the article that each is from


def generate(folder: Path, articles: int) -> Path:
    """Copy docs/ into `folder` and grow it to that many articles a language, the same at every call. Returns the new
    docs folder."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs)
    if articles > REAL:
        grow(docs, articles)
    return docs


def grow(docs: Path, articles: int) -> None:
    content, chance = load(docs, datetime.date.today()), random.Random(20260131)
    main, *_ = codes = [language.code for language in content.languages]
    said = {code: plain_sentences(content, code) for code in codes}
    originals = [page.slug for page in content.articles(main)]
    made: dict[str, list[str]] = {slug: [] for slug in originals}
    for number, slug in enumerate(islice(cycle(originals), articles - REAL), 1):
        made[slug].append(f"{slug}-{number}")
    for slug, names in made.items():
        for name in names:
            related = varied(content.article(main, slug).front.related, made, chance)
            for code in codes:
                page = content.article(code, slug)
                front = front_matter(page, content, name.removeprefix(f"{slug}-"), chance) | {"related": related}
                text = body(page, said[code], chance)
                written = f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\n{text}"
                (docs / code / page.section / f"{name}.md").write_text(written, "utf-8")
    navigation = yaml.safe_load((docs / NAVIGATION).read_text("utf-8"))
    for section in navigation["sections"]:
        section["articles"] = [name for slug in section["articles"] for name in (slug, *made[slug])]
    (docs / NAVIGATION).write_text(yaml.safe_dump(navigation, sort_keys=False), "utf-8")


def plain_sentences(content: Content, code: str) -> Sentences:
    """The sentences of a language that can stand anywhere: without links, keys and markup."""
    return [
        (page.slug, sentence.text.strip())
        for page in content.articles(code)
        for block in blocks(page.document)
        if block.kind in ("paragraph", "step", "item") and set(block.kinds) == {TEXT}
        for sentence in sentences(block)
        if re.fullmatch(r"[^\W\d_][^*_`<>{}|\[\]\\:\n]{10,}[.。]", sentence.text.strip())
    ]


def varied(related: list[str], made: dict[str, list[str]], chance: random.Random) -> list[str]:
    """Related articles: of each the real one, or one of those made of it."""
    return [chance.choice([slug, *made[slug]]) for slug in related]


def front_matter(page: Article, content: Content, number: str, chance: random.Random) -> dict[str, object]:
    """The page's own, in other words."""
    others = [other.front for other in content.articles(page.code)]
    front, longest = page.front, content.language(page.code).max_title - len(f" {number}")
    gap = " " if page.code == "en" else ""
    title = spliced(front.title, chance.choice(others).title, gap)
    return front.model_dump(exclude_none=True) | {
        "title": f"{title[:longest]} {number}",
        "description": spliced(front.description, chance.choice(others).description, gap),
        "questions": [spliced(line, chance.choice(chance.choice(others).questions), gap) for line in front.questions],
    }


def spliced(first: str, second: str, gap: str) -> str:
    """The first half of one line and the second half of another: as long as lines are, and hardly ever one of them."""
    begins, ends = [line.split(gap) if gap else list(line) for line in (first, second)]
    return gap.join([*begins[: len(begins) // 2 + 1], *ends[len(ends) // 2 :]])


def body(page: Article, pool: Sentences, chance: random.Random) -> str:
    """The page's text, with a sentence of another article where it and each of its sections begin."""
    foreign = [said for slug, said in pool if slug != page.slug]
    lines = list(page.document.lines)
    starts = [0, *(heading.line - page.document.first_line + 1 for heading in page.document.headings)]
    for start in reversed(starts):
        lines[start:start] = ["", chance.choice(foreign)]
    return "\n".join(lines)
