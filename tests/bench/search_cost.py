"""What a search costs a reader: bytes and time to the first answer, and from a keystroke to its answer.

With the real articles, 500 and 2,000 a language (tests/bench/corpus.py), beside Pagefind on the same pages in one run.
The host compresses with brotli and is as slow as DevTools' "Slow 4G": 1.6 Mbit/s, 150 ms before each answer.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import brotli
from playwright.sync_api import Browser, sync_playwright

from scripts.site.build import build
from tests.bench.corpus import ROOT, SIZES, generate
from tests.bench.search_eval import real
from tests.browser.conftest import ARGUMENTS
from tests.conftest import StaticHost

QUERIES = 15  # of each language
BITS, LATENCY = 1_600_000, 0.15  # a second; seconds
PACKET = 4_096
COMPRESSED = (".html", ".js", ".json", ".css", ".svg", ".xml")


class Line:
    """A line to a phone: what went over it, and how slow it is."""

    def __init__(self, *, slow: bool) -> None:
        self.slow = slow
        self.sent: list[tuple[int, int]] = []  # bytes in brotli and in gzip, for each file under /search/ or /pagefind/
        self.free = 0.0
        self.lock = threading.Lock()

    def send(self, body: bytes, write: Callable[[bytes], object]) -> None:
        """Write at the speed of the line, which all answers under way share."""
        if not self.slow:
            write(body)
            return
        for start in range(0, len(body), PACKET):
            packet = body[start : start + PACKET]
            with self.lock:
                self.free = max(self.free, time.monotonic()) + len(packet) * 8 / BITS
                wait = self.free - time.monotonic()
            time.sleep(max(0, wait))
            write(packet)


@functools.cache
def squeezed(path: Path) -> tuple[bytes, int]:
    """A file as it goes over the line, and its size in gzip."""
    body = path.read_bytes()
    if path.suffix not in COMPRESSED:
        return body, len(body)
    return brotli.compress(body), len(gzip.compress(body, 9))


class Host(StaticHost):
    """A static host that compresses, behind a line."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, line: Line, **more: object) -> None:
        self.line = line
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.exists():
            self.send_error(404)
            return
        body, zipped = squeezed(path)
        if re.search("/(search/(?!.*lists)|pagefind/)", self.path):  # the guard's lists are not what a search costs
            self.line.sent.append((len(body), zipped))
        if self.line.slow:
            time.sleep(LATENCY)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # the reader has left
            self.line.send(body, self.wfile.write)


def serve(folder: Path, line: Line) -> str:
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Host, directory=str(folder), line=line)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


# As a reader does: into the box, one line at once; seconds until a result is on the screen.
BOX = """async (text) => {
  const input = document.querySelector(".md-search__input");
  const start = performance.now();
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const shown = () => document.querySelector(".md-search-result__item, .search-notice:not([hidden])");
  while (!shown()) await new Promise(requestAnimationFrame);
  return (performance.now() - start) / 1000;
}"""

# Pagefind without its interface, to the first result's data: less than its readers wait for.
PAGEFIND = """async (text) => {
  const start = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const { results } = await pagefind.search(text);
  if (results.length) await results[0].data();
  return (performance.now() - start) / 1000;
}"""

# Each line letter by letter; milliseconds from a keystroke to its answer, the second time: all it needs is loaded.
KEYSTROKES = """async ({ root, code, texts }) => {
  const worker = new Worker(root + "search/worker.js");
  const next = (type, text) => new Promise((resolve) => {
    const listen = ({ data }) => {
      if (data.type !== type || data.data?.query !== text) return;
      worker.removeEventListener("message", listen);
      resolve();
    };
    worker.addEventListener("message", listen);
  });
  const ask = async (text) => {
    const start = performance.now(), answer = next(3, text);
    worker.postMessage({ type: 2, data: text });
    await answer;
    return performance.now() - start;
  };
  const ready = next(1);
  worker.postMessage({ type: 0, data: { root, code } });
  await ready;
  const type = async () => {
    const waited = [];
    for (const text of texts) for (let end = 1; end <= text.length; end++) waited.push(await ask(text.slice(0, end)));
    return waited;
  };
  await type();
  return type();
}"""


def first_answers(
    browser: Browser, site: Path, code: str, texts: list[str], script: str, *, slow: bool
) -> tuple[list[float], list[int], list[int]]:
    """Seconds, bytes in brotli and in gzip to the first answer of each text, nothing cached."""
    line = Line(slow=False)
    address = serve(site, line)
    seconds, brotlied, gzipped = [], [], []
    for text in texts:
        context = browser.new_context(viewport={"width": 390, "height": 780})
        page = context.new_page()
        line.slow = False
        page.goto(address + ("" if code == "zh" else "en/"), wait_until="networkidle")
        line.slow, line.sent = slow, []
        seconds.append(page.evaluate(script, text))
        brotlied.append(sum(size for size, _ in line.sent))
        gzipped.append(sum(size for _, size in line.sent))
        context.close()
    return seconds, brotlied, gzipped


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    generator = random.Random(20260131)
    lines = {
        code: generator.sample([q.text for q in real() if q.code == code and q.kind == "golden"], QUERIES)
        for code in ("zh", "en")
    }
    print(
        "Search, nothing cached, to the first answer: KB in brotli (gzip) and seconds on Slow 4G; "
        "keystrokes once loaded, ms"
    )
    print(
        f"{'':14}{'articles':>9}{'KB median':>12}{'max':>7}{'gzip':>7}{'s median':>10}{'max':>6}{'key p95 ms':>12}",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=(ROOT / ".venv" / "chromium").read_text().strip(), args=ARGUMENTS
        )
        for size in sizes:
            site = Path(name) / f"site-{size}"
            build(site, docs=generate(Path(name) / str(size), size))
            subprocess.run(
                [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article", "--quiet"],
                check=True, capture_output=True,
            )
            for code, texts in lines.items():
                for label, script in (("ours", BOX), ("Pagefind", PAGEFIND)):
                    seconds, brotlied, gzipped = first_answers(browser, site, code, texts, script, slow=True)
                    row = f"{label + ' ' + code:14}{size:9,}"
                    row += f"{statistics.median(brotlied) / 1000:12.1f}{max(brotlied) / 1000:7.1f}"
                    row += f"{statistics.median(gzipped) / 1000:7.1f}"
                    row += f"{statistics.median(seconds):10.2f}{max(seconds):6.2f}"
                    if label == "ours":
                        page = browser.new_page()
                        address = serve(site, Line(slow=False))
                        page.goto(address)
                        waited = page.evaluate(KEYSTROKES, {"root": address, "code": code, "texts": texts})
                        row += f"{statistics.quantiles(waited, n=20)[-1]:12.1f}"
                        page.close()
                    print(row, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
