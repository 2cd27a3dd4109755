"""The state of the whole content on one page: what was read, what is due, what waits for the operator, what search misses."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import jinja2

from scripts.content import Page

from . import Report
from .review_dates import DAYS
from .rule import Source
from .stale_translations import NAME as STALE
from .stale_translations import unread


@dataclass(frozen=True)
class Row:
    """An article: `state` is "read", "unread" or "stale"; dates by language; what waits, what readers did not find."""

    pages: dict[str, Page]
    state: str
    sections: list[str]
    due: dict[str, bool]
    waiting: list[str]
    findings: int
    missed: list[str]


def html(source: Source, report: Report, evaluation: Path) -> str:
    """The page. `evaluation` is what the last `make search-eval` wrote, or nothing."""
    content = source.content
    misses = json.loads(evaluation.read_text("utf-8")) if evaluation.exists() else {"scores": [], "missed": []}
    by_slug: dict[str, list[str]] = {}
    for miss in misses["missed"]:
        by_slug.setdefault(miss["slugs"][0], []).append(miss["query"])
    open_sections: dict[str, list[str]] = {}
    for page, anchor in unread(source):
        open_sections.setdefault(page.address, []).append(anchor)
    stale = Counter(f.problem.path for f in report.findings if f.name == STALE)
    found = Counter(f.problem.path for f in report.findings)
    rows = []
    for page in content.articles(content.languages[0].code):
        pages = {language.code: content.pages[language.code, page.address] for language in content.languages}
        sections = open_sections.get(page.address, [])
        behind = any(stale[other.path] for other in pages.values())
        waiting = [reference.key for reference in page.facts() if content.facts[reference.key].state == "unconfirmed"]
        due = {code: source.today - other.front.reviewed > datetime.timedelta(days=DAYS) for code, other in pages.items()}
        rows.append(
            Row(
                pages, "stale" if behind else "unread" if sections else "read", sections, due,
                list(dict.fromkeys(waiting)), sum(found[other.path] for other in pages.values()), by_slug.get(page.slug, []),
            )
        )
    template = jinja2.Environment(loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    charts = [
        ("Articles", Counter(row.state for row in rows), {"read": "good", "unread": "mild", "stale": "bad"}),
        ("Reviews", Counter("due" if any(row.due.values()) else "in date" for row in rows), {"in date": "good", "due": "bad"}),
        ("Facts", Counter(fact.state.replace("_", " ") for fact in content.facts.values()), {"confirmed": "good", "not offered": "mild", "unconfirmed": "bad"}),
    ]
    return template.get_template("status.html.j2").render(
        rows=rows, charts=charts, report=report, scores=misses["scores"], today=source.today, content=content,
        sections={section.id: content.pages[content.languages[0].code, f"{section.id}/"].front.title for section in content.navigation.sections},
    )
