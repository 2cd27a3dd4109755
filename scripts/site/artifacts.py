"""The files that are written beside the pages: feeds of announcements, redirects from old addresses, the search."""

from __future__ import annotations

import datetime
from pathlib import Path
from urllib.parse import urljoin

import jinja2
from bs4 import BeautifulSoup

from scripts.content import Page
from scripts.content.pages import ANNOUNCEMENTS
from scripts.search import site as search_site

from .state import Build


def write_feeds(site: Path, build: Build, env: jinja2.Environment) -> None:
    """An Atom feed of the announcements for each language. Without any, it holds the day it would have begun."""
    template = env.get_template("feed.xml")
    for view in build.views.values():
        announcements = view.announcements
        times = [page.front.updated or page.front.starts for page in announcements]
        updated = max(times, default=datetime.datetime.fromtimestamp(0, datetime.UTC)).isoformat()
        html = {page.path: _for_elsewhere(build, page) for page in announcements}
        text = template.render(site_url=build.site_url, view=view, updated=updated, html=html)
        _write(site / view.url(f"{ANNOUNCEMENTS}/feed.xml"), text)


def _for_elsewhere(build: Build, page: Page) -> str:
    """The page's HTML with links that work outside the site: a reader's program shows it anywhere."""
    soup = BeautifulSoup(build.html[page.path], "html.parser")
    address = urljoin(build.site_url, build.views[page.code].url(page.address))
    for link in soup.select("[href]"):
        link["href"] = urljoin(address, str(link["href"]))
    return str(soup)


def write_redirects(site: Path, build: Build, env: jinja2.Environment) -> None:
    """A page at each old address that leads to the new one, in each language."""
    template = env.get_template("redirect.html")
    for view in build.views.values():
        for old, new in build.content.redirects.items():
            path = view.url(old)
            title, root = view.page(new).front.title, "../" * path.count("/")
            text = template.render(site_url=build.site_url, view=view, new=new, title=title, root=root)
            _write(site / path / "index.html", text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def write_search(folder: Path, build: Build) -> None:
    """Write what the search loads; under live reload made only once, so that it knows the articles of the start."""
    live = build.live
    if build.indexes:
        search_site.write_search(folder, build.content, build.sections)
        if live:
            files = (file for file in folder.rglob("*") if file.is_file())
            live.search = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    elif live and not (folder / "worker.js").exists():  # the site's folder was emptied
        for name, raw in live.search.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(raw)
