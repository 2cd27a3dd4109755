"""The state of the whole content on one page: what was read, is due, waits for the operator, is not found."""

import datetime
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from scripts.checks import Loaded, Report
from scripts.checks.rules.upkeep.review_dates import DAYS
from scripts.content import accepted

# The states of articles, reviews and facts, each with how good it is.
STATES = {"accepted": "good", "held": "mild"}
REVIEWS = {"in date": "good", "due": "bad"}
FACTS = {
    "confirmed": "good", "not offered": "good", "soon": "mild", "ran out": "bad", "withdrawn": "bad",
    "unconfirmed": "bad",
}  # fmt: skip


def html(source: Loaded, report: Report, evaluation: Path) -> str:
    """The page. `evaluation` is what the last `make search-eval` wrote, or nothing."""
    content, first = source.content, source.content.languages[0].code
    misses = json.loads(evaluation.read_text("utf-8") if evaluation.exists() else '{"scores": [], "missed": []}')
    rows = list(_rows(source, report, misses["missed"]))
    charts = [
        ("Articles", Counter(row["state"] for row in rows), STATES),
        ("Reviews", Counter("due" if any(row["due"].values()) else "in date" for row in rows), REVIEWS),
        ("Facts", Counter(
            (fact.due(key, content.today) or fact.state).replace("_", " ") for key, fact in content.facts.items()
        ), FACTS),
    ]
    titles = {s.id: content.pages[first, f"{s.id}/"].front.title for s in content.navigation.sections}
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    templates = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return templates.get_template("status.html.j2").render(
        rows=rows, charts=charts, report=report, scores=misses["scores"], today=source.today, content=content,
        sections=titles,
    )  # fmt: skip


def _rows(source: Loaded, report: Report, missed: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The articles, in the order of the navigation: each with its pages and dates by language, its state ("accepted" or
    "held"), the sections to be read, the facts that wait, and what readers did not find."""
    content, year = source.content, datetime.timedelta(days=DAYS)
    unread = [held.place for held in accepted.held(content)]
    found = Counter(finding.problem.path for finding in report.findings)
    codes: list[str] = [language.code for language in content.languages]
    for article in content.articles(codes[0]):
        pages = {code: content.article(code, article.slug) for code in codes}
        paths = {page.path for page in pages.values()}
        standing = {use.key: content.standing(use.key) for use in article.facts()}
        waiting = [key for key, stands in standing.items() if stands not in ("confirmed", "not_offered")]
        open_ = [name for group, name in unread if group == article.address]
        yield {
            "pages": pages, "sections": open_, "state": "held" if open_ else "accepted",
            "due": {code: source.today - page.front.reviewed > year for code, page in pages.items()},
            "waiting": waiting, "findings": sum(found[path] for path in paths),
            "missed": [miss["query"] for miss in missed if miss["slugs"][0] == article.slug],
        }  # fmt: skip
