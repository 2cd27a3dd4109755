"""Build the site with MkDocs: whole and strict into a folder, or live while somebody writes."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

# Material announces its end of life on every run; README.md says what we make of it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build  # noqa: E402
from mkdocs.commands import serve as mkdocs_serve  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import ConfigurationError  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]


class BuildFailed(Exception):
    """MkDocs did not build the site; what was wrong is already on stderr."""


def build(site: Path, *, docs: Path = ROOT / "docs", site_url: str | None = None) -> None:
    """Build the site of `docs` into `site`, replacing it only once everything is there.

    With `site_url` this is the published site: without banner and noindex, at that address.
    Raises BuildFailed.
    """
    _log_to_stderr(logging.WARNING)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as folder:
        built = Path(folder) / "site"
        options = {"docs_dir": str(docs), "site_dir": str(built)}
        if site_url:
            options |= {"site_url": site_url, "extra": {"publish": True}}
        try:
            mkdocs_build.build(load_config(str(ROOT / "mkdocs.yml"), **options))
        except ConfigurationError as error:
            raise BuildFailed(str(error)) from None
        except SystemExit:  # MkDocs's Abort: strict mode found warnings, or a hook refused
            raise BuildFailed from None
        built.chmod(0o755)
        shutil.rmtree(site, ignore_errors=True)
        built.rename(site)


def serve(port: int) -> None:
    """Serve the preview with live reload until interrupted. A mistake in the content is printed, the last good build stays."""
    _log_to_stderr(logging.WARNING)
    logging.getLogger("mkdocs.commands.build").addFilter(_Announce(port))
    logging.getLogger("mkdocs.commands.build").setLevel(logging.INFO)
    mkdocs_serve.serve(str(ROOT / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", strict=False)


class _Announce(logging.Filter):
    """Says in one line each when a build is ready, in place of what MkDocs logs on the way."""

    def __init__(self, port: int):
        super().__init__()
        self.port = port

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if message.startswith("Documentation built in"):
            seconds = message.split()[3]
            print(f"Ready in {seconds} s: http://127.0.0.1:{self.port}/ (Chinese) and http://127.0.0.1:{self.port}/en/ (English)", flush=True)
        return record.levelno >= logging.WARNING


def _log_to_stderr(level: int) -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
    logger.setLevel(level)
