"""A generated corpus: the real content, with copies of its articles until there are as many as asked for."""

from __future__ import annotations

import datetime
import shutil
from itertools import count, cycle
from pathlib import Path

from scripts.content import load

ROOT = Path(__file__).resolve().parents[2]


def generate(folder: Path, articles: int) -> Path:
    """Copy docs/ into `folder` and grow it to that many articles a language. Returns the new docs folder."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs)
    content = load(docs, datetime.date.today())
    originals = list(content.articles(content.languages[0].code))
    navigation = docs / "_data" / "navigation.yml"
    listing = navigation.read_text("utf-8")
    head, sections = listing.split("sections:\n", 1)  # before it, only the slugs of single articles
    for number, page in zip(count(1), cycle(originals)):
        if len(originals) + number > articles:
            break
        slug = f"{page.slug}-copy-{number}"
        for language in content.languages:
            source = docs / language.code / page.section / f"{page.slug}.md"
            shutil.copy(source, source.with_name(f"{slug}.md"))
        sections = sections.replace(f"      - {page.slug}\n", f"      - {page.slug}\n      - {slug}\n", 1)
    navigation.write_text(f"{head}sections:\n{sections}", "utf-8")
    return docs
