"""Builds and exchanges that are killed, or that a disk is too small for: what stands afterwards, a line of JSON each.

A process of its own, because it forks: to start a process for each would take many times longer.

    python -m tests.killed steps <folder>              an exchange of <folder>/site, killed at each step that it takes
    python -m tests.killed moments <docs> <docs> <site>  previews of both by turns, killed at random moments
    python -m tests.killed full <docs> <folder> <size> …  a preview on a file system mounted there, of each size
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scripts.__main__ import main
from scripts.publish import folder
from scripts.publish.manifest import Manifest


def whole(site: Path) -> str | None:
    """The digest of the site that stands there as its manifest says, or None."""
    manifest = Manifest.read(site)
    return manifest.digest if manifest and not manifest.differences(site) else None


def tell(**row: object) -> None:
    print(json.dumps(row), flush=True)


def fork(work: Callable[[], None]) -> int:
    """Do something in a process of its own. Returns its number."""
    number = os.fork()
    if number == 0:
        try:
            work()
        except SystemExit as end:
            os._exit(end.code or 0)
        os._exit(0)
    return number


def publish(site: Path, text: str, *, published: bool = True) -> str:
    """Put a small site in a folder. Returns its digest."""
    with folder.fresh(site) as work:
        manifest = small_site(work / folder.BUILT, text, published=published)
        folder.put(work, site, manifest, site.parent / "docs")
    return manifest.digest


def small_site(place: Path, text: str, *, published: bool) -> Manifest:
    (place / "en").mkdir(parents=True)
    for name in ("index.html", "en/index.html"):
        (place / name).write_text(text, "utf-8")
    return Manifest.of(place, published=published)


def steps(place: Path) -> None:
    site, previous = place / "site", place / ".site.previous"
    number, killed = 0, True
    while killed:
        shutil.rmtree(place)
        place.mkdir()
        publish(site, "the first")
        publish(site, "the second")

        def step_by_step(last: int = number) -> None:
            taken = iter(range(1_000_000))

            def step(event: str, _: tuple[object, ...]) -> None:
                if event.partition(".")[0] in ("os", "shutil", "open", "ctypes", "fcntl") and next(taken) == last:
                    os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(step)
            publish(site, "the third")

        killed = os.waitstatus_to_exitcode(os.waitpid(fork(step_by_step), 0)[1]) == -signal.SIGKILL
        stands = whole(site)
        with folder.fresh(site):
            pass
        left = sorted(path.name for path in place.iterdir())
        tell(step=number, killed=killed, stands=stands, afterwards=whole(site), previous=whole(previous), left=left)
        number += 1


def moments(one: Path, other: Path, site: Path) -> None:
    def build(docs: Path) -> None:
        sys.argv = ["scripts", "build", "--docs", str(docs), "--site", str(site)]
        with contextlib.redirect_stdout(io.StringIO()):
            main()

    start = time.monotonic()
    os.waitpid(fork(lambda: build(one)), 0)
    took = time.monotonic() - start
    chance = random.Random(14)
    for number in range(10):
        run = fork(lambda docs=(other, one)[number % 2]: build(docs))
        time.sleep(chance.uniform(0, 1.2 * took))
        os.kill(run, signal.SIGKILL)
        code = os.waitstatus_to_exitcode(os.waitpid(run, 0)[1])
        tell(killed=code == -signal.SIGKILL, stands=whole(site))


def full(docs: Path, place: Path, sizes: list[str]) -> None:
    said = docs.parent / "said"
    for size in sizes:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
        publish(place / "site", "the old one")

        def build() -> None:
            os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.argv = ["scripts", "build", "--docs", str(docs), "--site", str(place / "site")]
            main()

        before = whole(place / "site")
        code = os.waitstatus_to_exitcode(os.waitpid(fork(build), 0)[1])
        left = sorted(path.name for path in place.iterdir())
        tell(size=size, code=code, same=whole(place / "site") == before, left=left, said=said.read_text("utf-8"))
        subprocess.run(["umount", str(place)], check=True)


if __name__ == "__main__":
    mode, *arguments = sys.argv[1:]
    if mode == "steps":
        steps(Path(arguments[0]))
    elif mode == "moments":
        moments(*map(Path, arguments))
    else:
        full(Path(arguments[0]), Path(arguments[1]), arguments[2:])
