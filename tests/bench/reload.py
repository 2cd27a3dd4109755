"""How long a writer waits: from saving an article to seeing it in the browser, with 150 articles a language.

Beside it, in the same run, stock Material with static-i18n on the same Markdown. Prints seconds and the ratio.
"""

from __future__ import annotations

import contextlib
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from tests.bench.corpus import ROOT, generate
from tests.browser.conftest import ARGUMENTS

ARTICLES = 150
EDITS = 7

PEER = """\
site_name: Peer
docs_dir: docs
exclude_docs: /_data/
theme: {name: material, font: false, features: [navigation.indexes, navigation.prune]}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: zh, name: Chinese, default: true, build: true}
        - {locale: en, name: English, build: true}
markdown_extensions: [attr_list, tables]
"""


@contextlib.contextmanager
def served(command: list, folder: Path, port: int) -> Iterator[str]:
    """Run a server until its home page answers, and end it afterwards."""
    address = f"http://127.0.0.1:{port}/"
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(600):
            with contextlib.suppress(URLError, ConnectionError):
                urlopen(address)
                break
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def measure(page, address: str, article: Path) -> list[float]:
    """Seconds from saving `article` with a new sentence to that sentence on the screen, for each edit."""
    page.goto(f"{address}{article.parent.name}/{article.stem}/")
    seconds = []
    for edit in range(EDITS):
        time.sleep(1.5)  # a writer types for a while; the poller of the server is somewhere in its interval
        marker = f"{address} edit number {edit}"
        with article.open("a", encoding="utf-8") as file:
            file.write(f"\n{marker}\n")
        start = time.monotonic()
        page.get_by_text(marker).wait_for(timeout=60_000)
        seconds.append(time.monotonic() - start)
    return seconds


def main() -> None:
    chromium = (ROOT / ".venv" / "chromium").read_text().strip()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        docs = generate(folder, ARTICLES)
        (folder / "mkdocs.yml").write_text(PEER, "utf-8")
        page = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS).new_page()
        results = {}
        for label in ("this project", "stock Material"):
            port = free_port()
            ours = [sys.executable, "-m", "scripts", "serve", "--port", str(port), "--docs", docs]
            peer = [
                sys.executable, "-c",
                "import sys; from mkdocs.commands.serve import serve; serve('mkdocs.yml', dev_addr=sys.argv[1])",
                f"127.0.0.1:{port}",
            ]
            with served(
                ours if label == "this project" else peer, ROOT if label == "this project" else folder, port
            ) as address:
                results[label] = measure(page, address, docs / "zh/deposits/deposit-not-arrived.md")
    print(f"Live reload with {ARTICLES} articles a language: seconds from saving to the screen, {EDITS} edits")
    for label, seconds in results.items():
        print(f"  {label:15} min {min(seconds):.2f}  median {statistics.median(seconds):.2f}  max {max(seconds):.2f}")
    ratio = statistics.median(results["this project"]) / statistics.median(results["stock Material"])
    print(f"  ratio of the medians: {ratio:.2f}")


if __name__ == "__main__":
    main()
