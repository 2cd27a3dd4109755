"""What stands beside the pages of a built site, made once more without MkDocs: nothing but this may be published."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.content import Content
from scripts.content.pages import ANNOUNCEMENTS, Article
from scripts.search.index import sections
from scripts.search.site import write_search

from .assets import OVERRIDES, make
from .material import ASSETS
from .render import render


def write_again(folder: Path, content: Content) -> None:
    """Write scripts, styles, pictures and what the search loads into an empty folder."""
    shutil.copytree(OVERRIDES / ASSETS, folder / ASSETS, copy_function=shutil.copyfile)
    make().write(folder)
    articles = (page for page in content.pages.values() if isinstance(page, Article) and content.available(page))
    write_search(folder / "search", content, {page.path: sections(render(page, content)) for page in articles})


def page_names(content: Content) -> set[str]:
    """The files of pages, of redirects and of what lists them, relative to the site."""
    codes = [language.code for language in content.languages]
    addresses = {*content.pages, *((code, old) for code in codes for old in content.redirects)}
    feeds = {content.url(code, f"{ANNOUNCEMENTS}/feed.xml") for code in codes}
    return {f"{content.url(*address)}index.html" for address in addresses} | feeds | {"404.html", "sitemap.xml"}
