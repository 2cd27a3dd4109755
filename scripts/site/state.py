"""What is known during one build, and what live reload keeps from one build to the next.

A Build lives in MkDocs's `config.extra["build"]` and a Live in `config.extra["live"]`: nothing outlives its build but
what `serve` in build.py hands in on purpose.
"""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass, field
from pathlib import Path

import jinja2

from scripts.content import Content, ContentError, Page, Problem
from scripts.content.pages import Announcement

from .view import View


@dataclass
class Live:
    """What `make serve` keeps between two builds, so that a writer does not wait for what his edit left as it was."""

    # the files of the search, by path: made once, as making them anew would double the wait
    search: dict[str, bytes] = field(default_factory=dict)
    templates: jinja2.Environment | None = None
    content: Content | None = None  # of the last build that succeeded
    times: dict[Path, float] = field(default_factory=dict)  # when all else that pages are made of was changed

    def edited(self, content: Content, times: dict[Path, float]) -> frozenset[str] | None:
        """The pages of which nothing but the text was edited since the last build, by their path; None where anything
        else is not as it was, which other pages may show. The build that follows says itself that it succeeded."""
        old, self.content = self.content, None
        same, self.times = self.times == times, times
        if old is None or not same or old.pages.keys() != content.pages.keys():
            return None
        pairs = [(old.pages[key], page) for key, page in content.pages.items() if old.pages[key] is not page]
        return frozenset(page.path for _, page in pairs) if all(_same_but_text(*pair) for pair in pairs) else None


def _same_but_text(old: Page, new: Page) -> bool:
    """Whether other pages show of a page what they showed before. Feeds hold the text of announcements."""
    groups = [{r.key for r in page.references if r.key.startswith("glossary.")} for page in (old, new)]
    return old.front == new.front and groups[0] == groups[1] and not isinstance(new, Announcement)


@dataclass
class Build:
    """One build of the whole site, in all its languages."""

    content: Content
    site_url: str  # ends in a slash
    now: datetime.datetime  # the moment at which announcements are shown
    publish: bool
    live: Live | None  # under `make serve` only
    only: frozenset[str] | None  # the pages to make, by their path; None for all there is
    html: dict[str, str] = field(default_factory=dict)  # of each article and announcement, by the path of its source

    @functools.cached_property
    def views(self) -> dict[str, View]:
        """What the templates show, by the code of the language."""
        codes = [language.code for language in self.content.languages]
        return {code: View(self.content, code, publish=self.publish, now=self.now) for code in codes}

    def makes(self, page: Page) -> bool:
        """Whether a page is made. The home page always is: MkDocs wants one."""
        return self.only is None or page.path in self.only or not page.section

    def page(self, src_uri: str) -> Page:
        """The page of a file such as zh/deposits/index.md. Raises ContentError for one in no language's folder."""
        code, _, rest = src_uri.removesuffix(".md").partition("/")
        parts = [part for part in rest.split("/") if part != "index"]
        page = self.content.pages.get((code, "".join(f"{part}/" for part in parts)))
        if page is None:
            raise ContentError([Problem(f"docs/{src_uri}", 1, "a page here", "docs/<language>/<section>/<slug>.md")])
        return page
