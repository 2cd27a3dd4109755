"""The gate: a site is ready when every fact that it rests on was confirmed and is real.

What ran out or was withdrawn since holds nothing back: pages say something else then, and the list names it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from scripts.content import Content, Page
from scripts.content.facts import CUSTODY_MODEL, CUSTODY_MODELS, KINDS, Fact
from scripts.content.forms import FORMS

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
    used, path = _used(content), content.data["facts.yml"].path
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


def _used(content: Content) -> dict[str, list[Page]]:
    """The facts that the site rests on, each with its pages; all of it is at an address."""
    return {SITE_URL: [], **content.facts_in_use()}


def _no_address(fact: Fact) -> str | None:
    """Why the site has no address to be published at, or None where it has one."""
    if fact.withdrawn:
        return f"was withdrawn on {fact.withdrawn.date}"
    return None if fact.state == "confirmed" and fact.form == "address" else "is not an https:// address"


def site_url(content: Content) -> str:
    """The confirmed address of the site, ending in a slash."""
    return (content.facts[SITE_URL].text("en") or "").rstrip("/") + "/"


# What the list says of each group of facts, in its order.
GROUPS = {
    "blocks": "Publishing waits for these: give the value, the state, and confirmed: {by, date, evidence}.",
    "withdrawn": "Withdrawn; pages do without. Confirm them anew, and take `withdrawn` out.",
    "ran_out": "Confirmed too long ago; pages do without. Have them confirmed again.",
    "soon": "Confirmed, and soon too long ago. Have them confirmed again.",
}


SAID = {"withdrawn": "was withdrawn on", "ran_out": "ran out after", "soon": "runs out after"}


@dataclass(frozen=True)
class Row:
    """A fact that somebody has to do something about: which group of GROUPS it is in, and why."""

    key: str
    fact: Fact
    line: int
    group: str
    reason: str
    pages: int

    @property
    def value(self) -> str:
        """What stands there at present, in both languages where they differ."""
        return " / ".join(dict.fromkeys(self.fact.text(code) or "" for code in ("zh", "en")))

    @property
    def needed(self) -> str:
        """What has to be found out."""
        if self.key == CUSTODY_MODEL:
            return f"one of {', '.join(CUSTODY_MODELS)}"
        return FORMS[self.fact.form].expected if KINDS[self.fact.kind].has_value else "whether it is offered"


def rows(content: Content) -> list[Row]:
    """The facts in use that somebody has to do something about, by group, in the order of the facts file."""
    blocked = {blocker.key: blocker.reason for blocker in blockers(content)}
    found = []
    for key, pages in _used(content).items():
        fact = content.facts.get(key)
        group = fact and ("blocks" if key in blocked else fact.due(key, content.today))
        if fact and group:
            day = fact.withdrawn.date if group == "withdrawn" and fact.withdrawn else fact.last_day(key)
            reason = blocked.get(key) or f"{SAID[group]} {day}"
            found.append(Row(key, fact, content.fact_line(key), group, reason, len(pages)))
    order = {key: number for number, key in enumerate(content.facts)}
    return sorted(found, key=lambda row: (list(GROUPS).index(row.group), order[row.key]))


def as_text(found: list[Row], path: str) -> str:
    """The list for people: two lines a fact, in groups."""
    parts = []
    for group, said in GROUPS.items():
        here = [row for row in found if row.group == group]
        parts += [f"{len(here)} fact{'s' if len(here) > 1 else ''}. {said}", ""] if here else []
        for row in here:
            pages = f"{row.pages} page{'s' if row.pages != 1 else ''}" if row.pages else "every page"
            parts += [
                f"{path}:{row.line}: {row.key} ({row.fact.name.zh}, {row.fact.name.en}): {row.reason}; {pages}",
                f"    {f'now: {row.value}; ' if row.value else ''}needed: {row.needed}",
            ]
        parts += [""] if here else []
    return "\n".join(parts)


def as_csv(found: list[Row], path: str) -> str:
    """The list for a spreadsheet, which knows the text's encoding by its first character."""
    file = io.StringIO("\ufeff", newline="")
    file.seek(1)
    writer = csv.writer(file)
    writer.writerow(["key", "名称", "name", "state", "值", "value", "needed", "pages", "line"])
    for row in found:
        value = [row.fact.text(code) or "" for code in ("zh", "en")]
        said = [row.key, row.fact.name.zh, row.fact.name.en, row.reason]
        cells = [*said, *value, row.needed, row.pages, f"{path}:{row.line}"]
        # a spreadsheet takes what begins so for a formula
        writer.writerow([f"'{cell}" if str(cell).startswith(("=", "+", "-", "@")) else cell for cell in cells])
    return file.getvalue()


FORMATS = {"text": as_text, "csv": as_csv}
