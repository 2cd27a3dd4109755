"""When an article was last reviewed: not in the future, and not longer ago than a year."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "FRM002"
NAME = "review-dates"
ABOUT = {
    "zh": "复审日期不能在将来；超过一年没有复审，发布会被拦下。",
    "en": "A review lies in the past; an article that nobody has reviewed for a year keeps the site from being published.",
}
DAYS = 365
FIRST = datetime.date(2024, 1, 1)  # before there was anything to review
EXAMPLES = [
    page(front={"reviewed": "reviewed: 2026-11-23"}),
    page(front={"reviewed": "reviewed: 2025-12-01"}),
    page(front_en={"reviewed": "reviewed: 2026-11-24" + MARK}),
    page(front_en={"reviewed": "reviewed: 2025-11-01" + MARK}),
    page(front_en={"reviewed": "reviewed: 2006-11-01" + MARK}),
]


def check(source: Source) -> Iterator[Problem]:
    for language in source.content.languages if source.content else ():
        for article in source.content.articles(language.code):
            reviewed = article.front.reviewed
            line = article.located.line(("reviewed",))
            if reviewed > source.today:
                yield Problem(article.path, line, f"a review on {reviewed}", f"a day up to today, {source.today}", "Write the day on which it was read.")
            elif reviewed < FIRST:
                yield Problem(article.path, line, f"a review on {reviewed}", f"a day from {FIRST} on", "Write the day on which it was read.")
            elif (age := (source.today - reviewed).days) > DAYS:
                mend = "Read the article in both languages, mend it, and set `reviewed` to today."
                yield Problem(article.path, line, f"a review {age} days ago", f"one within {DAYS} days", mend, rule="expired")
