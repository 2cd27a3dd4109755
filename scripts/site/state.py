"""What is known during one build, and what live reload keeps from one build to the next.

A Build lives in MkDocs's `config.extra["build"]`: nothing outlives it but the Live that live.py hands in.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from dataclasses import dataclass, field

import jinja2

from scripts.content import Content, Page
from scripts.search.index import Section

from .assets import POLICY, Assets, make
from .view import View


@dataclass
class Live:
    """What live reload keeps from one build to the next, so that a writer does not wait for it."""

    search: dict[str, bytes] = field(default_factory=dict)  # its files by path: it knows the articles of the start
    templates: jinja2.Environment | None = None
    interrupted: Callable[[], bool] = lambda: False  # whether a build should stop, for there is something new


class Interrupted(BaseException):
    """A build stopped because there is something new to build. No Exception: MkDocs would call it a mistake."""


@dataclass
class Build:
    """One build of the whole site, in all its languages."""

    content: Content
    site_url: str  # ends in a slash
    now: datetime.datetime  # the moment at which announcements are shown
    publish: bool = False
    keep: bool = False  # whether somebody needs the whole content after the build
    live: Live | None = None  # under `make serve` only
    only: frozenset[str] | None = None  # the pages to make, by their path; None for all there is
    html: dict[str, str] = field(default_factory=dict)  # of each announcement, by the path of its source
    sections: dict[str, tuple[Section, ...]] = field(default_factory=dict)  # of each article that applies

    @property
    def indexes(self) -> bool:
        """Whether the search is made: under live reload only at the start, as it would double the wait."""
        return not (self.live and self.live.search)

    @functools.cached_property
    def assets(self) -> Assets:
        return make()

    @functools.cached_property
    def views(self) -> dict[str, View]:
        """What the templates show, by the code of the language. Live reload needs a script in the page: no policy."""
        policy = "" if self.live else POLICY
        codes = [language.code for language in self.content.languages]
        return {
            code: View(
                self.content, code, publish=self.publish, now=self.now, assets=self.assets, policy=policy
            )
            for code in codes
        }

    def makes(self, page: Page) -> bool:
        """Whether a page is made. The home page always is: MkDocs wants one."""
        return self.only is None or page.path in self.only or not page.section

    @functools.cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by their file within docs/: zh/deposits/index.md."""
        return {page.path.partition("/")[2]: page for page in self.content.pages.values()}
