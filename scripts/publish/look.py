"""A look at a site that was built, as a host shows it: with 404.html for what is not there."""

from __future__ import annotations

import functools
import http.server
from pathlib import Path


class StaticHost(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: 404.html with status 404 for what is not there."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

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


def look(site: Path, port: int) -> None:
    """Serve a folder on this machine until interrupted."""
    handler = functools.partial(StaticHost, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        server.serve_forever()
