"""What Material, static-i18n and MkDocs leave broken or do their own way, each with the reason why it is mended here.

Whoever updates one of them reads this file; the rest of the project does not know them.
"""

from __future__ import annotations

import contextlib
import os
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from scripts.content import Content, Page
from scripts.content.pages import ANNOUNCEMENTS, SEARCH, Announcement, Article

from .assets import OVERRIDES
from .render import render
from .state import Live

# static-i18n sets the language of a build in on_config, and builds the other languages in on_post_build, both at -100:
# what needs the one or the other comes later.
AFTER_I18N = -200

# Headings down to this level are in a page's table of contents.
TOC_DEPTH = 2

# What is published of our folder as it lies there; of Material's nothing.
ASSETS = "assets/"


def language(config: MkDocsConfig) -> str:
    """The code of the language that is being built."""
    plugin: Any = config.plugins["i18n"]  # publishes no types
    return str(plugin.current_language)


def nested(config: MkDocsConfig) -> bool:
    """Whether a further language is being built: static-i18n does that within the build of the first one.

    The outer build begins before all others and ends after them, so what concerns the whole site belongs there.
    """
    plugin: Any = config.plugins["i18n"]
    return bool(plugin.building)


def assets(files: Files) -> list[File]:
    """What pages load of our folder. MkDocs would publish whatever lies there, templates too, and all of Material's."""
    return [f for f in files if f.src_uri.startswith(ASSETS) and Path(f.abs_src_path or "").is_relative_to(OVERRIDES)]


def make_anew(files: Files) -> None:
    """Have MkDocs make these files although they may be older than what was made of them: a fact may be new."""
    for file in files:
        file.is_modified = lambda: True  # type: ignore[method-assign]


def meta(source: Page, *, available: bool) -> dict[str, object]:
    """What makes MkDocs take our template for a page."""
    if not available:
        return {"template": "unavailable.html"}
    if isinstance(source, Article):
        return {"template": "article.html"}
    if isinstance(source, Announcement):
        return {"template": "announcement.html"}
    if source.section == ANNOUNCEMENTS:
        return {"template": "announcements.html"}
    if source.section == SEARCH:
        return {"template": "search.html"}
    if source.section:
        return {"template": "section.html"}
    return {"template": "home.html"}


def fill(page: MkDocsPage, source: Page, content: Content) -> None:
    """Do what MkDocs's `page.render` does: set the page's HTML and its table of contents, which is of two levels."""
    if content.available(source):
        page.content = render(source, content)
        headings = [heading for heading in content.headings(source) if heading.level <= TOC_DEPTH]
        page.toc = TableOfContents([AnchorLink(h.shown, h.anchor or "", h.level) for h in headings])
    else:  # links from elsewhere may name its anchors
        anchors = "".join(f'<a id="{heading.anchor}"></a>' for heading in source.document.headings)
        page.content = f"<p>{anchors}</p>"
        page.toc = TableOfContents([])


def share_templates(config: MkDocsConfig, live: Live | None) -> None:
    """Have all templates compiled once: MkDocs makes an environment for each language, and at each live reload.

    All escape what they print, whatever it is: MkDocs does not, and titles hold quotes, & and <.
    """
    env = live.templates if live else None
    if not env:
        env = config.theme.get_env()
        env.loader = _Visible(config.theme.dirs)
        env.auto_reload = live is not None
        env.autoescape = True
        env.filters["from_root"] = _from_root
        env.trim_blocks = env.lstrip_blocks = True
    if live:
        live.templates = env
    config.theme.get_env = lambda: env  # type: ignore[method-assign]


class _Visible(jinja2.FileSystemLoader):
    """Lists no hidden files: MkDocs looks among all templates for files to copy, and Material has 10,000 icons."""

    def list_templates(self) -> list[str]:
        found = set()
        for folder in self.searchpath:
            for place, folders, files in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {Path(place, name).relative_to(folder).as_posix() for name in files}
        return sorted(found)


@jinja2.pass_context
def _from_root(context: jinja2.runtime.Context, url: str) -> str:
    """A link that is the same on all pages of one depth. MkDocs's `url` makes the shortest one from each page."""
    return posixpath.join(context["base_url"], url)


@contextlib.contextmanager
def cleaning_restored() -> Iterator[None]:
    """static-i18n keeps MkDocs from emptying the site's folder during nested builds, for ever if one does not end."""
    clean = utils.clean_directory
    try:
        yield
    finally:
        utils.clean_directory = clean


def drop_compressed_sitemap(site: Path) -> None:
    """MkDocs's compressed copy holds the time of the build, and hosts compress for themselves."""
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
