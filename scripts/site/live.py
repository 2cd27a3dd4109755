"""Live reload while somebody writes: of an edit, what is looked at is made first."""

from __future__ import annotations

import contextlib
import datetime
import logging
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

from scripts.content import Content, ContentError, Page, load
from scripts.content.files import is_leftover
from scripts.content.load import Known
from scripts.content.pages import Announcement

from . import material
from .build import CONFIG, ROOT, BuildFailed, log_to_stderr
from .state import Build, Interrupted, Live

# What a page is made of besides the content: as mkdocs.yml has it under `watch`.
MADE_OF = (CONFIG, ROOT / "overrides", ROOT / "scripts/site")


def serve(port: int, *, docs: Path = ROOT / "docs") -> None:
    """Serve the preview of `docs` with live reload until interrupted.

    A mistake made meanwhile is printed, and the last good build stays. Raises BuildFailed for one at the start.
    """
    log_to_stderr(logging.WARNING)
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.msg)
    with tempfile.TemporaryDirectory(prefix="help-center-") as folder:
        site = Preview(docs, Path(folder), f"http://127.0.0.1:{port}/")
        try:
            site.follow(set(), lambda: None)
        except (ContentError, SystemExit) as error:
            raise BuildFailed(str(error)) from None
        server = _Server(site, port)
        for path in (docs, *MADE_OF):
            server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:  # how it ends
            pass
        finally:
            server.shutdown()


class Preview:
    """The preview in a folder, which follows the content."""

    def __init__(self, docs: Path, folder: Path, address: str) -> None:
        self.docs, self.folder, self.address = docs, folder, address
        self.live = Live()
        self.known: Known = {}
        self.content: Content | None = None  # of the last build
        self.times: dict[Path, float] = {}
        self.whole = False  # whether all pages show that content

    def follow(self, looked_at: set[str], show: Callable[[], None]) -> None:
        """Make anew what an edit changed; if that is more than a text, first the pages `looked_at` (paths in their
        address), and after `show` all others. Raises ContentError, SystemExit (MkDocs's Abort), or Interrupted."""
        start = time.monotonic()
        content, times = load(self.docs, datetime.date.today(), self.known), _times(self.docs, *MADE_OF)
        before = self.content
        only = edited(before, content) if before and self.whole and times == self.times else None
        clean = before is None or before.pages.keys() != content.pages.keys()
        self.content, self.times, self.whole = None if clean else content, times, False
        if clean:
            self._make(content, None, clean=True)
        else:
            if only is None and looked_at:
                self._make(content, frozenset(self._at(content, looked_at)))
                show()
            self._make(content, only)
        self.content, self.whole = content, True
        print(f"Ready in {time.monotonic() - start:.1f} s: {self.address} and {self.address}en/", flush=True)

    def _at(self, content: Content, looked_at: set[str]) -> Iterator[str]:
        """The pages, by the path of their source, at these paths of the address."""
        for (code, address), page in content.pages.items():
            if f"/{content.url(code, address)}" in looked_at:
                yield page.path

    def _make(self, content: Content, only: frozenset[str] | None, *, clean: bool = False) -> None:
        options: dict[str, Any] = {"docs_dir": str(self.docs), "site_dir": str(self.folder), "site_url": self.address}
        config = load_config(str(CONFIG), **options, strict=False)
        now = datetime.datetime.now().astimezone()
        config.extra["build"] = Build(content, self.address, now, keep=True, live=self.live, only=only)
        with material.cleaning_restored():
            mkdocs_build.build(config, serve_url=self.address, dirty=not clean)  # dirty: what is there stays


class _Emitter(PollingEmitter):
    """Looks for changes, and goes on where a folder is moved away and comes back: watchdog's own would stop."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        there = self._take_snapshot

        def snapshot() -> DirectorySnapshot:
            try:
                return there()
            except (FileNotFoundError, NotADirectoryError):
                return EmptyDirectorySnapshot()

        self._take_snapshot = snapshot


class _Server(LiveReloadServer):
    """MkDocs's server, which knows the pages that are looked at, and can show them before the rebuild is over."""

    def __init__(self, site: Preview, port: int) -> None:
        super().__init__(self._rebuild, "127.0.0.1", port, root=str(site.folder))
        self.site = site
        self.looked_at: deque[str] = deque(maxlen=5)
        self.error_handler = self._error_page
        # MkDocs would look for changes every half second, a good part of what a writer waits
        self.observer: Any = BaseObserver(_Emitter, timeout=0.2)

    def _rebuild(self) -> None:
        self.site.live.interrupted = lambda: False
        try:
            self.site.follow(set(self.looked_at), self._show)
            self._wanted_epoch += 1  # what was shown before the end is old now
        except Interrupted:
            pass
        except OSError as error:  # a file that went while it was read, as in a `make rename`: what follows is noticed
            print(f"Not rebuilt: {error.filename or error} changed while it was read.", flush=True)
        except (Exception, SystemExit) as error:  # raised further, the server would answer nothing until it is well
            print(error, file=sys.stderr)
            print("Not rebuilt: the pages are as before. Mend the above and save.", flush=True)

    def _show(self) -> None:
        """Have browsers load their pages before the rebuild is over; they will once more after it, which waits if
        something is edited meanwhile."""
        self.site.live.interrupted = lambda: self._want_rebuild
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """What a browser asks for; addresses of pages end in a slash."""
        if environ["PATH_INFO"].endswith("/"):
            self.looked_at.append(environ["PATH_INFO"])
        return super().serve_request(environ, start_response)

    def _error_page(self, code: int) -> bytes | None:
        """What the server answers with 404: the page that a host would show."""
        return (self.site.folder / "404.html").read_bytes() if code == 404 else None


def edited(before: Content, after: Content) -> frozenset[str] | None:
    """The pages of which nothing but the text was edited, by the path of their source; None where anything else was,
    which other pages may show. Both contents have the same pages."""
    pairs = [(before.pages[key], page) for key, page in after.pages.items() if before.pages[key] is not page]
    return frozenset(page.path for _, page in pairs) if all(_same_but_text(*pair) for pair in pairs) else None


def _same_but_text(before: Page, after: Page) -> bool:
    """Whether other pages show of a page what they showed before. Feeds hold the text of announcements."""
    same_groups = set(before.glossary_groups) == set(after.glossary_groups)
    return before.front == after.front and same_groups and not isinstance(after, Announcement)


def _times(*places: Path) -> dict[Path, float]:
    """When each file there was changed last, but for pages and what editors leave for a moment."""
    found = {}
    for file in (file for place in places for file in (place.rglob("*") if place.is_dir() else [place])):
        if file.suffix not in (".md", ".pyc") and not is_leftover(file.name) and file.is_file():
            with contextlib.suppress(FileNotFoundError):
                found[file] = file.stat().st_mtime
    return found
