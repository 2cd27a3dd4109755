"""How long a writer waits: seconds from saving an edit to seeing it in the browser.

With the real articles and 500 a language, beside stock Material on the same Markdown in the same run. The edits: a
sentence more in the article on the screen; another title of it; other words of the safety line that it shows, which
stand in docs/_data, where Material does not look. Also how much processor time the server takes meanwhile, which says
the same on a machine that is busy with other things.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import random
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from subprocess import DEVNULL
from urllib.request import urlopen

import psutil
from playwright.sync_api import Page, sync_playwright

from scripts.content import load
from scripts.content.pages import SAFETY_ID
from tests.bench.corpus import REAL, ROOT, generate
from tests.bench.peer import peer
from tests.browser.conftest import ARGUMENTS

SIZES = (REAL, 500)  # articles a language
EDITS = 7  # of each kind
PATIENCE = 300  # seconds, for what should take one or two
ARTICLE = "deposit-not-arrived"

OURS, MATERIAL = SERVERS = ("this project", "Material, prune")
SENTENCE, TITLE, SAFETY = "a sentence", "the title", "a safety line"

Write = Callable[[str], None]  # saves an edit that brings a text to the screen
# By size, kind of edit and server: medians of the seconds that a writer waits, and of the server's processor time.
Waits = dict[tuple[int, str, str], tuple[float, float]]


@contextlib.contextmanager
def served(server: str, docs: Path) -> Iterator[tuple[str, psutil.Process]]:
    """Run a server, from when its home page answers. Yields its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    if server == OURS:
        command = [sys.executable, "-m", "scripts", "serve", "--port", port, "--docs", str(docs)]
    else:  # --livereload: with click 8.3, MkDocs 1.6 takes its absence for --no-livereload
        command = peer(docs, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}", prune=True)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    process = psutil.Popen(command, cwd=ROOT, env=environment, stdout=DEVNULL, stderr=DEVNULL)
    try:
        address, start = f"http://127.0.0.1:{port}/", time.monotonic()
        while True:
            with contextlib.suppress(OSError):
                urlopen(address)
                break
            if process.poll() is not None or time.monotonic() - start > PATIENCE:
                sys.exit(f"{' '.join(command)} does not answer")
            time.sleep(0.1)
        yield address, process
    finally:
        process.terminate()
        process.wait()


def edits(docs: Path) -> tuple[str, dict[str, Write]]:
    """Where the article is, and how to make each kind of edit."""
    content = load(docs, datetime.date.today())
    article = content.article(content.languages[0].code, ARTICLE)
    file, safety = docs.parent / article.path, content.data["safety.yml"]
    title = article.located.line(("title",))
    name = next(reference.key for reference in article.references if SAFETY_ID.fullmatch(reference.key))
    words = safety.line((name, article.code))
    return article.address, {
        SENTENCE: lambda text: put(file, None, f"\n{text}\n"),
        TITLE: lambda text: put(file, title, f"title: {text}\n"),
        SAFETY: lambda text: put(docs.parent / safety.path, words, f"  {article.code}: {text}\n"),
    }


def put(file: Path, line: int | None, text: str) -> None:
    """Write a text in place of a line, or at the end."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    if line:
        lines[line - 1] = text
    else:
        lines.append(text)
    file.write_text("".join(lines), "utf-8")


def waits(
    page: Page, process: psutil.Process, write: Write, numbers: Iterator[int], chance: random.Random
) -> tuple[list[float], list[float]]:
    """Seconds from saving to the screen, and seconds of processor time of the server, for each edit."""
    seconds, processor = [], []
    for number in islice(numbers, EDITS):
        time.sleep(chance.uniform(1, 2))  # a writer types for a while; the server's poller is anywhere in its interval
        text, before, start = f"Edit {number}", sum(process.cpu_times()[:4]), time.monotonic()
        write(text)
        page.locator("article").get_by_text(text).first.wait_for(timeout=PATIENCE * 1_000)
        seconds.append(time.monotonic() - start)
        processor.append(sum(process.cpu_times()[:4]) - before)  # user and system, its own and its children's
    return seconds, processor


def measure(page: Page, size: int, docs: Path, numbers: Iterator[int]) -> Waits:
    """Measure each kind of edit with each server, and print a row for it. Returns the medians."""
    medians: Waits = {}
    where, kinds = edits(docs)
    chance = random.Random(20260131)
    for server in SERVERS:
        with served(server, docs) as (address, process):
            page.goto(address + where)
            for kind, write in kinds.items():
                if server == MATERIAL and kind == SAFETY:
                    continue
                seconds, processor = waits(page, process, write, numbers, chance)
                middle, busy = medians[size, kind, server] = statistics.median(seconds), statistics.median(processor)
                print(
                    f"{size:8,}  {kind:15}{server:16}{min(seconds):8.2f}{middle:8.2f}{max(seconds):8.2f}{busy:13.2f}",
                    flush=True,
                )
            page.goto("about:blank")
    return medians


def print_ratios(medians: Waits) -> None:
    def row(label: str, above: tuple[float, float], below: tuple[float, float], limit: int | None = None) -> None:
        ratio, busy = (one / other for one, other in zip(above, below, strict=True))
        more = f"{limit:9}{'   exceeded' * (ratio > limit)}" if limit else ""
        print(f"{label:52}{busy:13.2f}{ratio:9.2f}{more}")

    print(f"\n{'ratios of the medians':52}{'processor s':>13}{'seconds':>9}{'at most':>9}")
    first, last = SIZES
    for kind in (SENTENCE, TITLE, SAFETY):
        row(f"{kind}: {last} articles against {first}", medians[last, kind, OURS], medians[first, kind, OURS], 2)
    for kind in (SENTENCE, TITLE):
        for size in SIZES:
            label = f"{kind}: this project against Material at {size}"
            row(label, medians[size, kind, OURS], medians[size, kind, MATERIAL])


def main() -> None:
    medians: Waits = {}
    print(f"Live reload: seconds from saving to the screen, {EDITS} edits of each kind")
    heads = f"{'min':>8}{'median':>8}{'max':>8}{'processor s':>13}"
    print(f"{'articles':>8}  {'edit':15}{'served by':16}{heads}", flush=True)
    numbers = count(1_001)  # as long as one another, so that none is found in a later one
    chromium = (ROOT / ".venv" / "chromium").read_text().strip()
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS).new_page()
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                medians |= measure(page, size, generate(Path(folder), size), numbers)
    print_ratios(medians)


if __name__ == "__main__":
    main()
