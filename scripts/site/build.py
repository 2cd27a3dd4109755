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

from mkdocs.commands import build as mkdocs_build  # noqa: E402
from mkdocs.commands import serve as mkdocs_serve  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import ConfigurationError  # noqa: E402
from mkdocs.livereload import LiveReloadServer  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


class BuildFailed(Exception):
    """MkDocs did not build the site; what was wrong is already on stderr."""


def build(
    site: Path, *, docs: Path = ROOT / "docs", site_url: str | None = None, now: datetime.datetime | None = None
) -> None:
    """Build the site of `docs` into `site`, replacing it only once everything is there.

    With `site_url` this is the published site: without banner and noindex, at that address. Announcements are
    shown as they stand at `now`, by default the present time.
    Raises BuildFailed.
    """
    _log_to_stderr(logging.WARNING)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as folder:
        built = Path(folder) / "site"
        options = {"docs_dir": str(docs), "site_dir": str(built), "extra": {"publish": bool(site_url), "now": now}}
        if site_url:
            options["site_url"] = site_url
        try:
            mkdocs_build.build(load_config(str(ROOT / "mkdocs.yml"), **options))
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
    built = False

    def build_and_say(*arguments: Any, **options: Any) -> None:
        nonlocal built
        start = time.monotonic()
        try:
            mkdocs_build.build(*arguments, **options)
        except SystemExit:  # MkDocs's Abort; raised further, the server would answer nothing until it is mended
            if not built:
                raise BuildFailed from None
            print("Not rebuilt: the pages are as before. Mend the above and save.", flush=True)
            return
        built = True
        seconds = time.monotonic() - start
        print(f"Ready in {seconds:.1f} s: http://127.0.0.1:{port}/ and http://127.0.0.1:{port}/en/", flush=True)

    mkdocs_serve.build = build_and_say
    # MkDocs looks for changes every half second, a good part of what a writer waits with 150 articles.
    mkdocs_serve.LiveReloadServer = functools.partial(LiveReloadServer, polling_interval=0.2)
    mkdocs_serve.serve(str(ROOT / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", strict=False, docs_dir=str(docs), extra={"live": True})


def _log_to_stderr(level: int) -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
