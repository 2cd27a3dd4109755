"""The gate: a site is ready when every fact that it rests on is confirmed, in date and real."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content import Content, Page
from scripts.content.facts import Fact

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


def blockers(content: Content) -> list[Blocker]:
    """What stands in the way of publishing, in the order of the facts file: no date does."""
    used: dict[str, list[Page]] = {SITE_URL: [], **content.facts_in_use()}
    path = content.data["facts.yml"].path
    found = []
    for key, fact in content.facts.items():
        if key not in used:
            continue
        reason = fact.blocks_publishing()
        if key == SITE_URL and not reason:
            reason = _no_address(fact)
        if reason:
            found.append(Blocker(path, content.fact_line(key), key, reason, tuple(used[key])))
    return found


def _no_address(fact: Fact) -> str | None:
    """Why the site has no address to be published at, or None where it has one."""
    if fact.withdrawn:
        return f"was withdrawn on {fact.withdrawn.date}"
    return None if fact.state == "confirmed" and fact.form == "address" else "is not an https:// address"


def site_url(content: Content) -> str:
    """The confirmed address of the site, ending in a slash."""
    return (content.facts[SITE_URL].text("en") or "").rstrip("/") + "/"
