"""The gate: a site is ready when every fact that it rests on is confirmed, in date and real."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from scripts.content import Content, Page

# The published site's own address: canonical links, the language alternates and the sitemap need it.
SITE_URL = "support.help_center_url"


@dataclass(frozen=True)
class Blocker:
    """A fact that may not be published, where it stands, why, and the pages that use it (none: the site does)."""

    path: str
    line: int
    key: str
    reason: str
    pages: tuple[Page, ...]

    def __str__(self) -> str:
        pages = ", ".join(page.path for page in self.pages) or "every page (the address of the site)"
        return f"{self.path}:{self.line}: {self.key} {self.reason}; used by {pages}"


def blockers(content: Content, today: datetime.date) -> list[Blocker]:
    """What stands in the way of publishing on `today`, in the order of the facts file."""
    used: dict[str, list[Page]] = {SITE_URL: [], **content.facts_in_use()}
    path = content.data["facts.yml"].path
    found = []
    for key, fact in content.facts.items():
        if key not in used:
            continue
        reason = fact.blocks_publishing(today)
        if key == SITE_URL and not reason and not (fact.text("en") or "").startswith("https://"):
            reason = "is not an https:// address"
        if reason:
            found.append(Blocker(path, content.fact_line(key), key, reason, tuple(used[key])))
    return found


def site_url(content: Content) -> str:
    """The confirmed address of the site, ending in a slash."""
    return (content.facts[SITE_URL].text("en") or "").rstrip("/") + "/"
