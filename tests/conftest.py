"""Shared by all tests: the content, the built preview, a server that behaves like a static host, Chromium."""

from __future__ import annotations

import datetime
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.content import Content, load
from scripts.site.build import build

ROOT = Path(__file__).resolve().parents[1]

# The day by which the tests' own content is judged.
TODAY = datetime.date(2026, 11, 23)

# Content of the tests' own, a small help center as it once was: writers and operators change docs/ every day, and
# no test may turn red because an article was reworded or a fact confirmed. The words of the interface, of the
# pictures and of our own list are the real ones.
SAMPLE = ROOT / "tests" / "data" / "docs"


class StaticHost(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: 404.html with status 404 for what is not there."""

    # LinkChecker waits up to 0.6 s before each request, unless the server says it knows of it.
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def end_headers(self) -> None:
        self.send_header("LinkChecker", "welcome")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


def start_server(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve a folder on a free port, until the server is shut down or the process ends."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(StaticHost, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def serve_folder(folder: Path) -> str:
    """Serve a folder until the process ends. Returns its address, ending in a slash."""
    return f"http://127.0.0.1:{start_server(folder).server_port}/"


@pytest.fixture(scope="session")
def content() -> Content:
    return load(ROOT / "docs", datetime.date.today())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview, built as `make build` does."""
    folder = tmp_path_factory.mktemp("preview") / "site"
    build(folder)
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
    build(folder / "site", docs=copy_sample(folder))
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


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess]:
    """Run the command line as the Makefile does."""

    def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "scripts", *map(str, arguments)],
            cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, timeout=120,
        )

    return command
