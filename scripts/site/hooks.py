"""MkDocs hooks: hand the content model to MkDocs, and mend what Material and static-i18n leave broken.

static-i18n builds each language as a MkDocs build of its own, the first language around the others:
these hooks run once for each, and what concerns the whole site runs in the outer one only.
"""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import jinja2
from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # MkDocs loads hooks by path; plain `mkdocs build` does not know our package
    sys.path.insert(0, str(ROOT))

from scripts.content import Content, ContentError, Page, load  # noqa: E402
from scripts.content.articles import ANNOUNCEMENTS, AnnouncementFront, ArticleFront  # noqa: E402
from scripts.search.index import Section, sections  # noqa: E402
from scripts.search.site import write_search  # noqa: E402
from scripts.site.fill import fill  # noqa: E402
from scripts.site.view import View  # noqa: E402

# Pages of the whole site, made once, in the outer build.
SITE_TEMPLATES = ("404.html", "sitemap.xml")

# Material starts its search worker on every page; ours waits for a sign of searching (search.js).
WORKER = "new Worker("

# Material fetches a sitemap.xml next to every <link rel=alternate> to make its own language switch, which
# ours replaces: two failed requests a page. The selector is bound to the version; see _mend_bundle.
ALTERNATE_SELECTOR = "link[rel=alternate]"

_content: Content | None = None
_now: datetime.datetime | None = None

# The HTML of each announcement, by its source, for the feeds.
_announcements: dict[str, str] = {}

# The sections of each article, by its source, for the search.
_sections: dict[str, tuple[Section, ...]] = {}


@event_priority(-200)  # after static-i18n, which sets the language of this build at -100
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the content, and make the navigation and the texts of this build's language from it."""
    global _content, _now
    i18n = config.plugins["i18n"]
    if not i18n.building:
        try:
            _content = load(Path(config.docs_dir))
        except ContentError as error:
            raise PluginError(str(error)) from None
        config.edit_uri = edit_uri(ROOT)
        _now = config.extra.get("now") or datetime.datetime.now(datetime.UTC)
        _announcements.clear()
        _sections.clear()
    view = _view(i18n.current_language, config)
    config.extra["view"] = view
    config.site_name = view["site_name"]
    config.site_description = view["site_description"]
    config.nav = [
        {view["home"]: "index.md"},
        *(
            {view.section_page(section).front.title: [f"{section.id}/index.md", *(_source(page) for page in view.articles(section))]}
            for section in view.sections
        ),
    ]
    return config


def _view(code: str, config: MkDocsConfig) -> View:
    assert _content is not None and _now is not None
    return View(_content, code, publish=config.extra.get("publish", False), now=_now)


def _source(page: Page) -> str:
    return f"{page.section}/{page.slug}.md"


def edit_uri(root: Path) -> str | None:
    """Where the repository's own forge edits files of docs/, or None where there is no such place."""
    command = ["git", "-C", str(root), "remote", "get-url", "origin"]
    try:
        remote = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # a copy without git
        return None
    match = re.fullmatch(r"(?:https://|ssh://git@|git@)([\w.-]+\.[a-z]+)[:/]([\w./-]+?)(?:\.git)?/?", remote)
    return f"https://{match[1]}/{match[2]}/edit/main/docs/" if match else None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep announcements, and pages that do not apply, out of the navigation without a warning."""
    assert _content is not None
    for file in files.documentation_pages():
        page = _page(file.src_uri)
        if page and (page.section == ANNOUNCEMENTS or not _content.available(page)):
            file.inclusion = InclusionLevel.NOT_IN_NAV
    return files


def _page(src_uri: str) -> Page | None:
    """The page of a file such as zh/deposits/index.md."""
    assert _content is not None
    code, _, rest = src_uri.removesuffix(".md").partition("/")
    parts = [part for part in rest.split("/") if part != "index"]
    return _content.pages.get((code, "".join(f"{part}/" for part in parts)))


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Fill the page in and choose its template."""
    assert _content is not None
    source = _page(page.file.src_uri)
    assert source is not None
    page.meta["source"] = source
    if not _content.available(source):
        page.meta["template"] = "unavailable.html"
        page.meta["search"] = {"exclude": True}
        # links from elsewhere may name its anchors
        return "".join(f'<a id="{heading.anchor}"></a>' for heading in source.headings)
    if isinstance(source.front, ArticleFront):
        page.meta["template"] = "article.html"
    elif isinstance(source.front, AnnouncementFront):
        page.meta["template"] = "announcement.html"
    elif source.section == ANNOUNCEMENTS:
        page.meta["template"] = "announcements.html"
    else:
        page.meta["template"] = "section.html" if source.section else "home.html"
        page.meta["search"] = {"exclude": True}
        page.meta["hide"] = ["toc"] if source.section else ["navigation", "toc"]
    filled = fill(source, _content)
    _render_once(page, filled)
    return filled


# What MkDocs makes of a page's Markdown, by file and text. Under live reload only the edited page is rendered
# anew: a quarter of what a writer waits with 150 articles (`make bench`).
_rendered: dict[tuple[str, str], dict[str, object]] = {}
RENDERED = ("content", "toc", "present_anchor_ids", "_title_from_render")


def _render_once(page: MkDocsPage, markdown: str) -> None:
    """Let `page.render` take what it made of the same text before. Its check of anchors is then left to `load`."""
    key, render = (page.file.src_uri, markdown), page.render

    def render_once(config: MkDocsConfig, files: Files) -> None:
        if key not in _rendered:
            render(config, files)
            _rendered[key] = {name: vars(page)[name] for name in RENDERED}
        vars(page).update(_rendered[key])

    page.render = render_once


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Keep what the search and the feeds need: an article's sections; an announcement's text with links that work elsewhere."""
    source = page.meta["source"]
    if isinstance(source.front, ArticleFront):
        _sections[source.path] = sections(html)
    if isinstance(source.front, AnnouncementFront):
        soup = BeautifulSoup(html, "html.parser")
        for link in soup.select("[href]"):
            link["href"] = urljoin(page.canonical_url, str(link["href"]))
        _announcements[source.path] = str(soup)


def on_env(env: jinja2.Environment, **_: object) -> jinja2.Environment:
    """Escape what our own templates print, and keep compiled templates.

    Titles hold quotes and &; MkDocs and Material leave escaping to each template. MkDocs compiles all templates anew
    for each language of each live reload.
    """
    env.autoescape = _is_ours
    env.bytecode_cache = jinja2.FileSystemBytecodeCache(pattern="__help_center_%s.cache")
    return env


def _is_ours(template: str | None) -> bool:
    return template is not None and (ROOT / "overrides" / template).is_file()


def on_page_context(context: dict, page: MkDocsPage, config: MkDocsConfig, nav: object) -> dict:
    return context | {"view": config.extra["view"], "source": page.meta["source"]}


@event_priority(-200)
def on_template_context(context: dict, template_name: str, config: MkDocsConfig) -> dict:
    return context | {"view": config.extra["view"]}


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Leave the pages of the whole site to the outer build: nested ones would overwrite them."""
    return "" if template_name in SITE_TEMPLATES and config.plugins["i18n"].building else output


@event_priority(-200)  # after static-i18n's, which builds the other languages
def on_post_build(config: MkDocsConfig) -> None:
    if config.plugins["i18n"].building:
        return
    site = Path(config.site_dir)
    _write_feeds(site, config)
    _write_redirects(site, config)
    _write_search(site / "search", config)
    _mend_bundle(site)
    # The compressed copy holds the time of the build, and hosts compress for themselves.
    (site / "sitemap.xml.gz").unlink(missing_ok=True)


# The files of the search, kept under live reload: making them anew would double what a writer waits after each edit.
_search: dict[str, bytes] = {}


def _write_search(folder: Path, config: MkDocsConfig) -> None:
    """Write the search; under `make serve` only once, so that it knows the articles as they were at the start."""
    if not _search:
        write_search(folder, _content, _sections)
        if config.extra.get("live"):
            _search.update({file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()})
        return
    for name, raw in _search.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(raw)


def _render(template: str, file: Path, config: MkDocsConfig, **context: object) -> None:
    text = on_env(config.theme.get_env()).get_template(template).render(site_url=config.site_url, **context)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _write_feeds(site: Path, config: MkDocsConfig) -> None:
    """An Atom feed of the announcements for each language. Without any, it holds the day it would have begun."""
    for language in _content.languages:
        view = _view(language.code, config)
        times = [page.front.updated or page.front.starts for page in view.announcements]
        updated = max(times, default=datetime.datetime.fromtimestamp(0, datetime.UTC)).isoformat()
        file = site / view.url(f"{ANNOUNCEMENTS}/feed.xml")
        _render("feed.xml", file, config, view=view, updated=updated, html=_announcements)


def _write_redirects(site: Path, config: MkDocsConfig) -> None:
    """A page at each old address that leads to the new one, in each language."""
    for language in _content.languages:
        view = _view(language.code, config)
        for old, new in _content.redirects.items():
            path = view.url(old)
            title = _content.pages[language.code, new].front.title
            _render("redirect.html", site / path / "index.html", config, view=view, new=new, title=title, root="../" * path.count("/"))


def _mend_bundle(site: Path) -> None:
    """Make Material's script pass over alternate links and use our worker. Fails where it is not the script we know."""
    bundles = list(site.glob("assets/javascripts/bundle.*.min.js"))
    text = bundles[0].read_text("utf-8") if len(bundles) == 1 else ""
    for old, new in ((ALTERNATE_SELECTOR, f"{ALTERNATE_SELECTOR}:not([rel])"), (WORKER, "new SearchWorker(")):
        if text.count(old) != 1:
            raise PluginError(f"Material's script no longer holds {old!r} once: see {__file__}")
        text = text.replace(old, new)
    bundles[0].write_text(text, "utf-8")
