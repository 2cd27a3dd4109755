"""What the tests would miss: each row of mutations.yml breaks one thing in a copy of the project, and runs its tests.

Prints a line for each mutation, then those that survive: no test noticed them. `make mutate ONLY=gate` makes only those
whose words or file hold "gate".
"""

from __future__ import annotations

import os
import queue
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
ROWS = "tests/bench/mutations.yml"
COPIES = 2  # as many mutations at once
FAILED = 1  # pytest's exit code for tests that ran and failed


@dataclass(frozen=True)
class Mutation:
    """A row: what it breaks in words, a text that stands once in a file, what replaces it, and who must notice."""

    breaks: str
    file: str
    old: str
    new: str
    tests: str  # arguments of pytest

    def misfit(self) -> str:
        """Why the row does not fit the file as it is now, or nothing."""
        file = ROOT / self.file
        count = file.read_text("utf-8").count(self.old) if file.exists() else 0
        if count == 1 and self.old != self.new:
            return ""
        found = f"{self.old!r} stands {count} times in {self.file}" if file.exists() else f"there is no {self.file}"
        return f"{ROWS}: {self.breaks!r}: {found}; it must stand there once. Copy the line as it is now into the row."


def copy_project(folder: Path) -> Path:
    """The files that git knows and new ones, as they are now, with the packages of this checkout."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def run_tests(folder: Path, tests: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *shlex.split(tests)]
    return subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False
    )  # fmt: skip


def unmutated(rows: list[Mutation]) -> list[str]:
    """The tests of all rows: in one run those without -k, which would choose among the others' too."""
    tests = {row.tests for row in rows}
    plain = {test for test in tests if " -k " not in test}
    together = " ".join(sorted({part for test in plain for part in test.split()}))
    return list(filter(None, [together, *sorted(tests - plain)]))


def outcome(mutation: Mutation, folder: Path) -> tuple[str, str]:
    """What became of it: "killed" and by which test, "survives", or "errored" and why. The copy is as it was then."""
    file = folder / mutation.file
    before, times = file.read_text("utf-8"), file.stat()
    file.write_text(before.replace(mutation.old, mutation.new), "utf-8")
    # Python tells by size and second whether bytecode still fits: none is kept of what is mutated, and the file gets
    # its old time back
    result = run_tests(folder, mutation.tests, PYTHONDONTWRITEBYTECODE="1")
    file.write_text(before, "utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    failed = re.search(r"^FAILED ([^\s\[]+)", result.stdout, re.MULTILINE)
    if result.returncode == 0:
        return "survives", ""
    if result.returncode == FAILED and failed:
        return "killed", f"by {failed[1].rpartition('/')[2]}"
    # a test that could not begin has looked at nothing: the mutant does not load
    error = re.search(r"^(?:ERROR|E  ) .*", result.stdout, re.MULTILINE)
    return "errored", error[0] if error else result.stdout[-300:] + result.stderr[-300:]


def main() -> int:
    only = " ".join(sys.argv[1:])
    rows = [Mutation(**row) for row in yaml.safe_load((ROOT / ROWS).read_text("utf-8"))]
    rows = [row for row in rows if only in row.breaks or only in row.file]
    if not rows:
        print(f'no row of {ROWS} holds "{only}"')
        return 1
    if misfits := list(filter(None, (row.misfit() for row in rows))):
        print("\n".join(misfits))
        return 1
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(COPIES) as pool:
        first = copy_project(Path(name, "0"))
        for tests in unmutated(rows):
            result = run_tests(first, tests)
            if result.returncode:
                print(f"{result.stdout}{result.stderr}\nThe tests must pass before anything is mutated.")
                return 1
        copies: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(COPIES):
            copies.put(first if number == 0 else Path(shutil.copytree(first, Path(name, str(number)), symlinks=True)))

        def tried(row: Mutation) -> tuple[str, str]:
            folder = copies.get()
            try:
                return outcome(row, folder)
            finally:
                copies.put(folder)

        found: dict[str, list[Mutation]] = {"killed": [], "survives": [], "errored": []}
        for row, (became, why) in zip(rows, pool.map(tried, rows), strict=True):
            found[became].append(row)
            print(f"{became:9} {row.breaks} {why and f'({why})'}".rstrip(), flush=True)
    print(f"\n{len(rows)} mutations, {len(found['survives'])} survive{':' if found['survives'] else '.'}")
    print("".join(f"    {row.breaks} ({row.file}); {row.tests}\n" for row in found["survives"]), end="")
    if found["errored"]:
        print(f"{len(found['errored'])} are bad rows: their mutants do not run. Let each change what the code does.")
    return 1 if found["survives"] or found["errored"] else 0


if __name__ == "__main__":
    sys.exit(main())
