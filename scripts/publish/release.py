"""From the content to the site that stands: what is published is what was judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.checks import Loaded, check
from scripts.content import Content
from scripts.site.build import build

from . import folder, gate
from .manifest import Manifest


class NotPublished(Exception):
    """Something keeps the site from being published: `found` says what, a line each, the message what to do."""

    def __init__(self, found: Iterable[object], message: str) -> None:
        self.found = [str(line) for line in found]
        super().__init__(message)


def publish(source: Loaded, site: Path, docs: Path, progress: Callable[[str], None]) -> Manifest:
    """Build the site to publish and put it at `site`, as `folder.writable` returned it, if nothing stands against it.
    `progress` is told each step.

    Raises NotPublished, FolderError, BuildFailed; then what stood there stands there still.
    """
    confirmed(source)
    with folder.fresh(site) as work:
        progress("Building the site …")
        built = work / folder.BUILT
        build(built, docs=docs, content=source.content, keep=True, site_url=gate.site_url(source.content))
        manifest = Manifest.of(built, published=True)
        sound(source.with_site(built), progress)
        progress("")
        folder.put(work, site, manifest, docs)
    return manifest


def preview(content: Content, site: Path, docs: Path) -> Manifest:
    """Build the preview and put it at `site`, as `folder.writable` returned it.

    Raises FolderError, BuildFailed; then what stood there stands there still.
    """
    with folder.fresh(site) as work:
        built = work / folder.BUILT
        build(built, docs=docs, content=content)
        manifest = Manifest.of(built, published=False)
        folder.put(work, site, manifest, docs)
    return manifest


def confirmed(source: Loaded) -> None:
    """Raises NotPublished where the site would say what nobody confirmed."""
    if found := gate.blockers(source.content, source.today):
        count = f"Not ready: {len(found)} facts block publishing."
        raise NotPublished([*found, count], "not published. docs/_data/facts.yml says how a fact is confirmed.")


def sound(source: Loaded, progress: Callable[[str], None]) -> None:
    """Raises NotPublished where a rule finds an error in the content or the built site, or what has run out."""
    report = check(source, progress=progress)
    if found := [*report.of("error"), *report.of("expired")]:
        progress("")
        raise NotPublished(found, "not published. `make check` says the same.")
