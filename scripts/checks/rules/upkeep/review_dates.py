"""When an article was last reviewed: not in the future, and not longer ago than a year."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.checks.lib.dates import dated

ID, NAME, SEVERITY = "FRM002", "review-dates", "error"
ABOUT_ZH = "复审日期不能在将来；超过一年没有复审，报告里会点名，不拦发布。"
ABOUT_EN = "A review lies in the past; an article that nobody has read again for a year is named in the report."
DAYS = 365
EXAMPLES = [
    page(front={"reviewed": "reviewed: 2026-11-24"}, front_en={"reviewed": "reviewed: 2025-12-01"}),
    page(front={"reviewed": f"reviewed: 2026-11-25{MARK}"}, front_en={"reviewed": f"reviewed: 2025-11-01{MARK}"}),
    page(front_en={"reviewed": f"reviewed: 2006-11-01{MARK}"}),
]
MEND = "Read the article in both languages, mend it, and set `reviewed` to today."


def check(source: Loaded) -> Iterator[Problem]:
    for language in source.content.languages:
        for article in source.content.articles(language.code):
            line, day = article.located.line(("reviewed",)), article.front.reviewed
            yield from dated(article.path, line, "a review", day, source.today, lasts=DAYS, mend=MEND)
