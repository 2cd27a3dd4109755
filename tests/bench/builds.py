"""What a build costs, beside stock Material with static-i18n on the same pages: time, memory and the size of the site.

With the real articles, 500 and 2,000 a language. Each build is a process of its own; the figures are medians of three
builds, at 2,000 articles those of a single one. Last come the ratios that the project promises to keep.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path

import psutil

from tests.bench.corpus import ROOT, SIZES, generate
from tests.bench.peer import peer

OURS, MATERIAL, PRUNED = BUILDERS = ("this project", "Material", "Material, prune")
ONCE = 1_000  # articles from which on a build is measured once: Material takes minutes
INTERVAL = 0.05  # seconds between two looks at the memory, at least: of a large process, a look takes a while


@dataclass(frozen=True)
class Cost:
    """Of one build, or the medians of some."""

    processor: float  # seconds, user and system, of the process and of all that it started
    wall: float  # seconds
    memory: float  # MB, the most that all its processes held together; what they share counts once (PSS)
    size: float  # MB, of all files of the site
    files: float


def command(builder: str, docs: Path, site: Path) -> list[str]:
    if builder == OURS:
        return [sys.executable, "-m", "scripts", "build", "--docs", str(docs), "--site", str(site)]
    return peer(docs, "build", "--site-dir", str(site), prune=builder == PRUNED)


def measured(arguments: list[str], site: Path) -> Cost:
    """Run a build that writes to `site`, and remove what it wrote."""
    with tempfile.TemporaryFile() as said:
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        before, start, memory = processor(), time.monotonic(), 0
        process = psutil.Popen(arguments, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
        while process.poll() is None:
            looked = time.thread_time()
            memory = max(memory, held(process))
            time.sleep(max(INTERVAL, 10 * (time.thread_time() - looked)))
        wall = time.monotonic() - start
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(arguments)} failed:\n{said.read().decode()[-2_000:]}")
    sizes = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    shutil.rmtree(site)
    return Cost(processor() - before, wall, memory / 1e6, sum(sizes) / 1e6, len(sizes))


def processor() -> float:
    """Seconds of processor time of all processes that have ended, and of those that they waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def held(process: psutil.Process) -> int:
    """Bytes of memory that a process and all that it started hold at this moment."""
    total = 0
    with contextlib.suppress(psutil.NoSuchProcess):
        for each in (process, *process.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess):
                total += each.memory_full_info().pss
    return total


def row(size: int, builder: str, docs: Path, pages: int) -> Cost:
    """Measure, and print a row: what it is at once, its figures once they are there."""
    print(f"{size:8,}  {builder:16}", end="", flush=True)
    site = docs.with_name("site")
    costs = [measured(command(builder, docs, site), site) for _ in range(1 if size >= ONCE else 3)]
    cost = Cost(*map(statistics.median, zip(*map(astuple, costs), strict=True)))
    print(
        f"{cost.processor:12.1f}{cost.processor / pages * 1_000:9.1f}{cost.wall:9.1f}{cost.memory:10.0f}"
        f"{cost.size:9.1f}{cost.files:8,.0f}",
        flush=True,
    )
    return cost


def print_ratios(costs: dict[tuple[int, str], Cost], pages: dict[int, int]) -> None:
    def page(size: int) -> float:
        return costs[size, OURS].processor / pages[size]

    def beside(size: int) -> float:
        return costs[size, OURS].processor / costs[size, MATERIAL].processor

    few, some, many = SIZES
    print(f"\n{'processor time and memory':52}{'measured':>9}{'at most':>9}")
    for label, value, limit in (
        (f"a page at {many:,} articles, against one at {few}", page(many) / page(few), 1.2),
        (f"this project against Material at {some}", beside(some), 0.5),
        (f"this project against Material at {many:,}", beside(many), 0.35),
        (f"memory of this project at {many:,}, MB", costs[many, OURS].memory, 700),
    ):
        print(f"{label:52}{value:9.3g}{limit:9g}{'' if value <= limit else '   exceeded'}")


def main() -> None:
    costs: dict[tuple[int, str], Cost] = {}
    pages: dict[int, int] = {}
    print("Builds: processor seconds, and milliseconds a page in both languages; seconds; MB of memory; the site")
    print(
        f"{'articles':>8}  {'built by':16}{'processor s':>12}{'ms/page':>9}{'wall s':>9}{'memory MB':>10}"
        f"{'site MB':>9}{'files':>8}",
        flush=True,
    )
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            docs = generate(Path(folder), size)
            pages[size] = sum(1 for code in ("zh", "en") for _ in (docs / code).rglob("*.md"))
            for builder in BUILDERS:
                costs[size, builder] = row(size, builder, docs, pages[size])
    print_ratios(costs, pages)


if __name__ == "__main__":
    main()
