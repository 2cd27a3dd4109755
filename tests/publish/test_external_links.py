"""Links to other hosts: who refuses robots is alive, who answers the second time too, and the rest is reported."""

from __future__ import annotations

import http.server
import threading
from pathlib import Path

import pytest

from scripts.publish.external_links import dead_links

ANSWERS = {"/here": [200], "/shy": [403], "/busy": [429], "/gone": [404], "/broken": [500], "/flaky": [500, 200]}


@pytest.fixture
def elsewhere():
    """Another host, which answers each path with its codes in turn."""
    waiting = {path: list(codes) for path, codes in ANSWERS.items()}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            codes = waiting.get(self.path, [200])
            self.send_response(codes.pop(0) if len(codes) > 1 else codes[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, *arguments: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def test_only_what_fails_twice_is_reported(elsewhere: str, tmp_path: Path) -> None:
    links = "".join(f'<a href="{elsewhere}{path}">{path}</a>' for path in ANSWERS)
    page = f"<!doctype html><title>x</title><p>{links}"
    for name in ("index.html", "en/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page, "utf-8")
    dead = {link.url.removeprefix(elsewhere): link.result[:3] for link in dead_links(tmp_path, pause=0)}
    assert dead == {"/gone": "404", "/broken": "500"}
