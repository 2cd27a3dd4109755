"""Build the site with MkDocs: whole and strict into a folder, or live while somebody writes."""

from __future__ import annotations

import datetime
import functools
import logging
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

# Material announces its end of life on every run; README.md says what we make of it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.livereload import LiveReloadServer

from scripts.content import Content, ContentError, load

from .state import Live

ROOT = Path(__file__).resolve().parents[2]
CONFIG = str(ROOT / "mkdocs.yml")


class BuildFailed(Exception):
    """MkDocs did not build the site; what was wrong is already on stderr."""


def build(
    site: Path,
    *,
    docs: Path = ROOT / "docs",
    content: Content | None = None,
    site_url: str | None = None,
    now: datetime.datetime | None = None,
) -> None:
    """Build the site of `docs` into `site`, replacing it only once everything is there.

    `content` is what was loaded from `docs`, if it was. With `site_url` this is the published site: without banner and
    noindex, at that address. Announcements are shown as they stand at `now`, by default the present time.
    Raises BuildFailed.
    """
    _log_to_stderr(logging.WARNING)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as folder:
        built = Path(folder) / "site"
        options: dict[str, Any] = {"docs_dir": str(docs), "site_dir": str(built)}
        if site_url:
            options["site_url"] = site_url
        try:
            config = load_config(CONFIG, **options)
            # not among the options, each of which MkDocs turns into a text for its debug log
            config.extra |= {"content": content, "publish": bool(site_url), "now": now}
            mkdocs_build.build(config)
        except ConfigurationError as error:
            raise BuildFailed(str(error)) from None
        except SystemExit:  # MkDocs's Abort: strict mode found warnings, or a hook refused
            raise BuildFailed from None
        built.chmod(0o755)
        shutil.rmtree(site, ignore_errors=True)
        built.rename(site)


def serve(port: int, *, docs: Path = ROOT / "docs") -> None:
    """Serve the preview of `docs` with live reload until interrupted.

    A mistake made meanwhile is printed, and the last good build stays. Raises BuildFailed for one at the start.
    """
    _log_to_stderr(logging.WARNING)
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.msg)
    address = f"http://127.0.0.1:{port}/"
    live = Live()
    with tempfile.TemporaryDirectory(prefix="help-center-") as folder:

        def build_live() -> MkDocsConfig:
            start = time.monotonic()
            content = load(docs, datetime.date.today())
            options: dict[str, Any] = {"docs_dir": str(docs), "site_dir": folder, "site_url": address, "strict": False}
            config = load_config(CONFIG, **options)
            only = live.edited(content, _times(CONFIG, docs, *config.watch))
            config.extra |= {"live": live, "content": content, "only": only}
            mkdocs_build.build(config, serve_url=address, dirty=only is not None)  # dirty: the other pages stay
            live.content = content
            print(f"Ready in {time.monotonic() - start:.1f} s: {address} and {address}en/", flush=True)
            return config

        def rebuild() -> None:
            try:
                build_live()
            except ContentError as error:
                print(error, file=sys.stderr)
            except SystemExit:  # MkDocs's Abort; raised further, the server would answer nothing until it is mended
                pass
            else:
                return
            print("Not rebuilt: the pages are as before. Mend the above and save.", flush=True)

        try:
            config = build_live()
        except (ContentError, SystemExit) as error:
            raise BuildFailed(str(error)) from None
        # MkDocs would look for changes every half second, a good part of what a writer waits with 150 articles.
        server = LiveReloadServer(rebuild, "127.0.0.1", port, root=folder, polling_interval=0.2)
        server.error_handler = functools.partial(_error_page, Path(folder))
        for path in (str(docs), CONFIG, *config.watch):
            server.watch(path)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:  # how it ends
            pass
        finally:
            server.shutdown()


def _times(*places: str | Path) -> dict[Path, float]:
    """When each file there was changed last, but for pages."""
    files = (file for place in map(Path, places) for file in (place.rglob("*") if place.is_dir() else [place]))
    return {file: file.stat().st_mtime for file in files if file.suffix != ".md"}


def _error_page(site: Path, code: int) -> bytes | None:
    """What the server answers with 404: the page that a host would show."""
    return (site / "404.html").read_bytes() if code == 404 else None


def _log_to_stderr(level: int) -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
