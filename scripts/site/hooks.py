"""MkDocs hooks: hand the content model to MkDocs. Each is a few lines that hand over.

static-i18n builds each language as a MkDocs build of its own, the first language around the others:
these hooks run once for each, and what concerns the whole site runs in the outer one only (material.nested).
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # MkDocs loads hooks by path; plain `mkdocs build` does not know our package
    sys.path.insert(0, str(ROOT))

from scripts.content import ContentError, load  # noqa: E402
from scripts.content.pages import Announcement, Article  # noqa: E402
from scripts.search.index import sections  # noqa: E402
from scripts.site import artifacts, material  # noqa: E402
from scripts.site.edit_link import edit_uri  # noqa: E402
from scripts.site.state import Build, Interrupted  # noqa: E402
from scripts.site.view import View  # noqa: E402


@event_priority(material.AFTER_I18N)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the texts of this build's language from the content."""
    if not material.nested(config):
        build = config.extra["build"] = config.extra.get("build") or _preview(config)
        material.share_templates(config, build.live)
        config.edit_uri = edit_uri(ROOT)
    if material.nested(config) or _build(config).only is not None:
        config.theme.static_templates.clear()  # 404.html and sitemap.xml are of the whole site
    view = _view(config)
    config.site_name = view["site_name"]
    config.site_description = view["site_description"]
    return config


def _preview(config: MkDocsConfig) -> Build:
    """What plain `mkdocs build` builds."""
    now = datetime.datetime.now().astimezone()  # the day is the writer's own
    try:
        return Build(load(Path(config.docs_dir), now.date()), config.site_url or "", now)
    except ContentError as error:
        raise PluginError(str(error)) from None


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["build"]
    return build


def _view(config: MkDocsConfig) -> View:
    return _build(config).views[material.language(config)]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave to each build what it makes: the pages of its language; the first one, what is of no language too.

    Of docs/ that is the pages that the content has, and nothing that happens to lie beside them.
    """
    build, code = _build(config), material.language(config)
    known = [(file, build.pages[file.src_uri]) for file in files if file.src_uri in build.pages]
    pages = [file for file, page in known if page.code == code and build.makes(page)]
    others = not material.nested(config) and build.only is None
    return Files([*(material.assets(files) if others else ()), *pages])


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    if _build(config).live:
        material.make_anew(files)


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str:
    """Nothing: the content is read already."""
    _go_on(config)
    return ""


def _go_on(config: MkDocsConfig) -> None:
    """Raises Interrupted where live reload has something new to build."""
    live = _build(config).live
    if live and live.interrupted():
        raise Interrupted


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Choose the page's template, and let the content model's reader make its HTML instead of Python-Markdown."""
    build = _build(config)
    source = build.pages[page.file.src_uri]
    page.meta["source"] = source
    page.meta.update(material.meta(source, available=build.content.available(source)))
    page.render = lambda config, files: material.fill(page, source, build.content)  # type: ignore[method-assign]
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> None:
    """Keep what the search and the feeds are made from, and nothing else."""
    build, source = _build(config), page.meta["source"]
    if isinstance(source, Article) and build.content.available(source) and build.indexes:
        build.sections[source.path] = sections(html)
    elif isinstance(source, Announcement):
        build.html[source.path] = html
    if not build.keep:
        source.let_go()


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> None:
    page.content = None


def on_page_context(
    context: dict[str, object], page: MkDocsPage, config: MkDocsConfig, nav: object
) -> dict[str, object]:
    _go_on(config)
    return context | {"view": _view(config), "source": page.meta["source"]}


def on_template_context(context: dict[str, object], template_name: str, config: MkDocsConfig) -> dict[str, object]:
    return context | {"view": _view(config)}


@event_priority(material.AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what stands beside the pages, once all languages are there, and take away what MkDocs wrote too much."""
    build, site = _build(config), Path(config.site_dir)
    if material.nested(config) or build.only is not None:
        return
    env = config.theme.get_env()
    artifacts.write_feeds(site, build, env)
    artifacts.write_redirects(site, build, env)
    artifacts.write_search(site / "search", build)
    build.assets.write(site)
    material.drop_compressed_sitemap(site)
