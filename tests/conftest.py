"""Shared by all tests: the content, the built preview, a server that behaves like a static host, Chromium."""

from __future__ import annotations

import datetime
import functools
import http.server
import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.content import Content, load
from scripts.publish.look import StaticHost
from scripts.site.build import build
from tests import repository
from tests.announced import NOON, announce

ROOT = Path(__file__).resolve().parents[1]

# The day and the moment by which the tests' own content is judged.
TODAY = datetime.date(2026, 11, 23)
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)

# When everything in docs/ lies in the past: no test turns red with the day on which it runs. What has run out by then,
# tests leave to `make check`.
LATER = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)

# Content of the tests' own: writers and operators change docs/ every day, and no test may turn red because an article
# was reworded or a fact confirmed. A dozen short articles, each there for what tests and examples of rules name in it:
# every type of article, every block, both kinds of account, a method in a table row and one that a whole article needs,
# an announcement that is over. Most tests that break something break deposit-not-arrived. The words of the interface,
# of the pictures and of our own list are the real ones.
SAMPLE = ROOT / "tests" / "data" / "docs"


class Host(StaticHost):
    """The static host, which LinkChecker need not be shy of."""

    def end_headers(self) -> None:
        # LinkChecker waits up to 0.6 s before each request, unless the server says it knows of it
        self.send_header("LinkChecker", "welcome")
        super().end_headers()


class Server(http.server.ThreadingHTTPServer):
    """A server to which a browser that leaves a page while it loads is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def start_server(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve a folder on a free port, until the server is shut down or the process ends."""
    server = Server(("127.0.0.1", 0), functools.partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def serve_folder(folder: Path) -> str:
    """Serve a folder until the process ends. Returns its address, ending in a slash."""
    return f"http://127.0.0.1:{start_server(folder).server_port}/"


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content."""
    return load(ROOT / "docs", LATER.date())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the real content, built as `make build` does."""
    folder = tmp_path_factory.mktemp("preview") / "site"
    build(folder, now=LATER)
    return folder


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder and returns its address, ending in a slash."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        servers.append(start_server(folder))
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the tests' own content."""
    folder = tmp_path_factory.mktemp("sample")
    build(folder / "site", docs=copy_sample(folder), now=NOW)
    return folder / "site"


@pytest.fixture(scope="session")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the tests' own content at noon, with announcements that are over, hold and are to come."""
    folder = tmp_path_factory.mktemp("announced")
    docs = copy_sample(folder)
    announce(docs)
    build(folder / "site", docs=docs, now=NOON)
    return folder / "site"


@pytest.fixture(scope="session")
def sample_address(sample_site: Path, serve: Callable[[Path], str]) -> str:
    """Where the preview of the tests' own content is served."""
    return serve(sample_site)


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Where the preview is served."""
    return serve(site)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the tests' own content, to break."""
    return copy_sample(tmp_path)


def copy_sample(folder: Path) -> Path:
    shutil.copytree(SAMPLE, folder / "docs")
    for name in ("languages.yml", "pictures.yml", "words.txt"):
        shutil.copy(ROOT / "docs/_data" / name, folder / "docs/_data" / name)
    return folder / "docs"


def accept_all(docs: Path) -> None:
    """Note that all of this content was read, and long ago: nothing is held."""
    repository.accept_all(docs, TODAY, datetime.date(2026, 1, 1))


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command line as the Makefile does, but in this process: to start one takes longer than most commands."""

    def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.chdir(ROOT)
            patch.setattr(sys, "argv", ["scripts", *map(str, arguments)])
            patch.setattr(logging.getLogger("mkdocs"), "handlers", [])  # it would go on writing to an earlier stderr
            for name, value in environment.items():
                patch.setenv(name, value)
            code = 0
            try:
                main()
            except SystemExit as end:
                code = end.code
        return subprocess.CompletedProcess(arguments, code, *capsys.readouterr())

    return command
