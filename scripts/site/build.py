"""Build the site with MkDocs, whole and strict, into a folder."""

from __future__ import annotations

import datetime
import gc
import logging
import os
import sys
from pathlib import Path
from typing import Any

# Material announces its end of life on every run; README.md says what we make of it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from scripts.content import Content, ContentError, load
from scripts.content.markdown import parse

from .state import Build

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "mkdocs.yml"


class BuildFailed(Exception):
    """MkDocs did not build the site; what was wrong is already on stderr."""


def build(
    site: Path,
    *,
    docs: Path = ROOT / "docs",
    content: Content | None = None,
    keep: bool = False,
    site_url: str | None = None,
    now: datetime.datetime | None = None,
) -> None:
    """Build the site of `docs` into `site`, a folder of the caller's own with nothing in it, or none yet.

    `content` is what was loaded from `docs`, if it was; most of it is gone afterwards unless `keep`. With `site_url`
    this is the published site: without banner and noindex, at that address. Announcements are shown as they stand at
    `now`, by default the present time.
    Raises BuildFailed; what is in the folder then is of no use.
    """
    log_to_stderr(logging.WARNING)
    now = now or datetime.datetime.now().astimezone()  # the day is the writer's own
    options: dict[str, Any] = {"docs_dir": str(docs), "site_dir": str(site)}
    if site_url:
        options["site_url"] = site_url
    try:
        content = content or load(docs, now.date())
        config = load_config(str(CONFIG), **options)
        address = config.site_url or ""
        # not among the options, each of which MkDocs turns into a text for its debug log
        config.extra["build"] = Build(content, address, now, publish=bool(site_url), keep=keep)
        if not keep:
            parse.cache_clear()
        gc.freeze()  # the content stays: no need to look through it for what can go, again and again
        mkdocs_build.build(config)
    except (ContentError, ConfigurationError) as error:
        raise BuildFailed(str(error)) from None
    except SystemExit:  # MkDocs's Abort: strict mode found warnings, or a hook refused
        raise BuildFailed from None
    finally:
        gc.unfreeze()


def log_to_stderr(level: int) -> None:
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        # what the system refuses is said once, by whoever catches it
        handler.addFilter(lambda _: not isinstance(sys.exception(), OSError))
        logger.addHandler(handler)
    logger.setLevel(level)
