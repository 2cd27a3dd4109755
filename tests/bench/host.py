"""A static host that compresses and lets browsers cache, and knows what each page has asked it for."""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import brotli

from scripts.publish.look import StaticHost
from tests.conftest import Server

COMPRESSED = (".html", ".js", ".mjs", ".json", ".css", ".svg", ".xml", ".txt")


@dataclass(frozen=True)
class File:
    """A file as it goes over the line."""

    plain: bytes
    brotli: bytes
    gzip: bytes


@functools.cache
def squeezed(path: Path) -> File:
    """A file, compressed once, as small as both can make it: what hosts do that compress ahead."""
    body = path.read_bytes()
    if path.suffix not in COMPRESSED:
        return File(body, body, body)
    return File(body, brotli.compress(body, quality=11), gzip.compress(body, 9))


@dataclass(frozen=True)
class Sent:
    path: str  # of the address, without the query
    status: int
    brotli: int  # bytes of the body
    gzip: int


@dataclass
class Log:
    """What the host has sent."""

    sent: list[Sent] = field(default_factory=list)

    def clear(self) -> None:
        self.sent = []


class Compressing(StaticHost):
    """Serves what the browser takes: brotli, gzip or neither. Browsers may keep all for ten minutes, as GitHub Pages
    says; then they ask whether it is still the same."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, log: Log, **more: object) -> None:
        self.log = log
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:
        path, status = Path(self.translate_path(self.path)), 200
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", urlsplit(self.path).path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            path, status = Path(self.directory, "404.html"), 404
        file = squeezed(path) if path.is_file() else File(b"", b"", b"")
        encoding = next((name for name in ("br", "gzip") if name in self.headers.get("Accept-Encoding", "")), "")
        body = {"br": file.brotli, "gzip": file.gzip, "": file.plain}[encoding]
        tag = f'"{path.stat().st_mtime_ns:x}-{len(body):x}"' if status == 200 else ""
        if tag and self.headers.get("If-None-Match") == tag:
            self.log.sent.append(Sent(urlsplit(self.path).path, 304, 0, 0))
            self.send_response(304)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        self.log.sent.append(Sent(urlsplit(self.path).path, status, len(file.brotli), len(file.gzip)))
        kind = self.guess_type(str(path))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Vary", "Accept-Encoding")
        if tag:
            self.send_header("ETag", tag)
        if encoding and path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        with suppress(ConnectionError):  # the reader has left
            self.wfile.write(body)


@contextmanager
def hosted(folder: Path, port: int = 0) -> Iterator[tuple[str, Log]]:
    """Serve a folder. Yields its address, ending in a slash, and what is sent."""
    log = Log()
    server = Server(("127.0.0.1", port), functools.partial(Compressing, directory=str(folder), log=log))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", log
    finally:
        server.shutdown()
        server.server_close()
