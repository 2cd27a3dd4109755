"""What becomes of faults that no rule was made with (blind.py, blind_more.py): named, held until read, or neither.

    python -m tests.bench.unseen [FAMILY]

Each is made in a copy of its own of the project, all of which somebody has read, and `make check` is asked.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from scripts.checks import RULES, check, read
from scripts.checks.narrow import FOUND_BY_TITLE, WHOLE, narrowed
from scripts.content.accepted import held as content_held
from tests.bench import blind, blind_more
from tests.bench.blind import Fault
from tests.bench.corpus import ROOT

SETS = {"blind": blind.FAULTS, "more": blind_more.FAULTS}
TODAY = datetime.date(2026, 11, 25)
PARTS = ("docs", "overrides", "scripts", "mkdocs.yml", "Makefile", "README.md", ".github")  # of the project, copied


def copy(folder: Path, source: Path = ROOT) -> Path:
    """Copy into a new folder what faults are in and what finds them. Returns the folder."""
    for name in PARTS:
        made = shutil.copytree if (source / name).is_dir() else shutil.copy
        made(source / name, folder / name, **({"symlinks": True} if made is shutil.copytree else {}))
    return folder


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=600)


def outcome(root: Path, known: set[str], *arguments: str) -> tuple[str, str]:
    """What `make check` makes of a copy: "named", "held", "neither" or "crashed"; and by what."""
    answer = run(root, "check", "--today", str(TODAY), "--format", "json", *arguments)
    if "Traceback" in answer.stderr:
        return "crashed", answer.stderr.strip().rpartition("\n")[2]
    try:
        report = json.loads(answer.stdout)
    except ValueError:  # a line on what keeps the content from being read at all, or the site from being built
        return "named", answer.stderr.strip().partition("\n")[0]
    new = [f"{row['rule']} {row['path']}:{row['line']} {row['found']}" for row in report["findings"]]
    if new := [line for line in new if re.sub(r":\d+ ", " ", line) not in known]:
        return "named", new[0]
    return ("held", str(report["held"][0])) if report["held"] else ("neither", "")


def judged(one: Fault, accepted: Path) -> tuple[str, str]:
    """What becomes of a fault in a copy of the project all of which somebody has read; the site is built only where
    the sources show nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = copy(Path(folder), accepted)
        try:
            one.apply(root)
        except (AssertionError, OSError) as error:
            return "no longer fits", str(error)
        try:
            found = in_sources(root / "docs", accepted / "docs")
        except Exception as error:  # any is what this looks for
            return "crashed", repr(error)
        return found if found[0] != "neither" else outcome(root, set(KNOWN))


def in_sources(docs: Path, before: Path) -> tuple[str, str]:
    """ "named", "held" or "neither" by the content and the rules on the sources of what has changed."""
    source = read(docs, TODAY)
    if source.problems or not source.content:
        return "named", str(source.problems[0])
    held = content_held(source.content)
    here, there = files(docs), files(before)
    changed = {f"docs/{name}" for name in here.keys() | there.keys() if here.get(name) != there.get(name)}
    rules = [rule for rule in RULES if rule.NAME not in WHOLE]
    found = check(narrowed(source, changed), rules).findings if changed else []
    found += check(source, [rule for rule in RULES if rule.NAME in WHOLE - {FOUND_BY_TITLE}]).findings
    new = [str(one) for one in found if f"{one.id} {one.problem.path} {one.problem.found}" not in KNOWN]
    return ("named", new[0]) if new else ("held", str(held[0])) if held else ("neither", "")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


KNOWN: list[str] = []  # what there is to mend without any fault


def main() -> int:
    """Say of each fault what finds it, and count them by family."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.unseen", description=main.__doc__)
    parser.add_argument("family", nargs="?", default="", help="only families or faults with this in their name")
    parser.add_argument("--set", choices=SETS, help="one of the sets")
    arguments = parser.parse_args()
    faults = [one for name, those in SETS.items() if arguments.set in (None, name) for one in those]
    chosen = [one for one in faults if arguments.family in f"{one.family} {one.name}"]
    with tempfile.TemporaryDirectory() as folder:
        root = copy(Path(folder))
        run(root, "accept", "all", "--by", "editor", "--today", str(TODAY))
        report = json.loads(run(root, "check", "--today", str(TODAY), "--format", "json").stdout)
        KNOWN.extend(f"{row['rule']} {row['path']} {row['found']}" for row in report["findings"])
        counts: dict[str, Counter[str]] = {}
        for one in chosen:
            what, by = judged(one, root)
            counts.setdefault(one.family, Counter())[what] += 1
            print(f"{what:14} {one.family}: {one.name}: {by[:160]}", flush=True)
    for family, counted in [*counts.items(), ("in all", sum(counts.values(), Counter()))]:
        print(f"{family:36}", ", ".join(f"{number} {what}" for what, number in sorted(counted.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
