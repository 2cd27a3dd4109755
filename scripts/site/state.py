"""What is known during one build, and what live reload keeps from one build to the next.

A Build lives in MkDocs's `config.extra["build"]` and a Live in `config.extra["live"]`: nothing outlives its build but
what `serve` in build.py hands in on purpose.
"""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass, field

import jinja2

from scripts.content import Content, ContentError, Page, Problem

from .view import View


@dataclass
class Live:
    """What `make serve` keeps between two builds, so that a writer does not wait for what his edit left as it was."""

    # the files of the search, by path: made once, as making them anew would double the wait
    search: dict[str, bytes] = field(default_factory=dict)
    templates: jinja2.Environment | None = None


@dataclass
class Build:
    """One build of the whole site, in all its languages."""

    content: Content
    site_url: str  # ends in a slash
    now: datetime.datetime  # the moment at which announcements are shown
    publish: bool
    live: Live | None  # under `make serve` only
    html: dict[str, str] = field(default_factory=dict)  # of each article and announcement, by the path of its source

    @functools.cached_property
    def views(self) -> dict[str, View]:
        """What the templates show, by the code of the language."""
        codes = [language.code for language in self.content.languages]
        return {code: View(self.content, code, publish=self.publish, now=self.now) for code in codes}

    def page(self, src_uri: str) -> Page:
        """The page of a file such as zh/deposits/index.md. Raises ContentError for one in no language's folder."""
        code, _, rest = src_uri.removesuffix(".md").partition("/")
        parts = [part for part in rest.split("/") if part != "index"]
        page = self.content.pages.get((code, "".join(f"{part}/" for part in parts)))
        if page is None:
            raise ContentError([Problem(f"docs/{src_uri}", 1, "a page here", "docs/<language>/<section>/<slug>.md")])
        return page
