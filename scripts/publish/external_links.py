"""Links to other sites, asked for over the network: for a scheduled run, never for a test or a build.

Other sites are slow, rate-limited and shy of robots, so nothing here blocks: a link that fails twice is reported.
"""

from __future__ import annotations

import csv
import functools
import http.server
import io
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ALIVE = ("200", "403", "429")  # forbidden to robots, or asked too often: there is somebody
PAUSE = 30  # seconds before what failed is asked once more

# As root, LinkChecker becomes the user "nobody", who may not read the packages below a private folder.
LINKCHECKER = """
import linkcheck.command.linkchecker as command
command.drop_privileges = lambda: None
command.linkchecker()
"""


@dataclass(frozen=True)
class Dead:
    """A link that failed twice: where it is, and what came instead of an answer."""

    url: str
    page: str
    result: str


def dead_links(site: Path, pause: float = PAUSE) -> list[Dead]:
    """The links to other hosts on the built site that nobody answers."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        failed = _failed(address)
        if failed:
            time.sleep(pause)
            again = {dead.url for dead in _failed(address)}
            failed = [dead for dead in failed if dead.url in again]
        server.shutdown()
    return failed


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


def _failed(address: str) -> list[Dead]:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "linkcheckerrc")
        config.write_text("[checking]\nmaxrequestspersecond=20\n", "utf-8")
        command: list[str | Path] = [
            sys.executable, "-c", LINKCHECKER, "-f", config, "--check-extern", "--no-robots", "-o", "csv",
            "--no-status", address, f"{address}en/",
        ]
        answer = subprocess.run(
            command, capture_output=True, text=True, check=False,
            env={"PATH": "/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8"},
        )
    lines = [line for line in answer.stdout.splitlines() if not line.startswith("# ")]
    rows = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";")
    return [
        Dead(row["urlname"], row["parentname"].removeprefix(address), row["result"])
        for row in rows
        if row["urlname"].startswith("http")
        and not row["urlname"].startswith(address)
        and row["result"]
        and not row["result"].startswith(ALIVE)
    ]
