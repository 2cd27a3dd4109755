"""What becomes of a flipped bit: 500 of them below docs/, each alone; is it named, held, or harmless? None may crash.

Prints what is neither, for somebody to judge. `python -m tests.bench.flips 100` for fewer.
"""

from __future__ import annotations

import datetime
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from scripts.checks import RULES, check, read
from scripts.checks.narrow import WHOLE, narrowed
from scripts.content import accepted
from tests.bench.corpus import ROOT
from tests.repository import accept_all

TODAY = datetime.date(2026, 11, 25)
FLIPS = 500
SEED = 20261125


def flip(file: Path, randomly: random.Random) -> tuple[int, str]:
    """Flip one bit of a file. Returns the line it is in, and that line as it is now."""
    raw = bytearray(file.read_bytes())
    place = randomly.randrange(len(raw))
    raw[place] ^= 1 << randomly.randrange(8)
    file.write_bytes(raw)
    number = bytes(raw).count(b"\n", 0, place) + 1
    line = bytes(raw).split(b"\n")[number - 1]
    return number, line.decode("utf-8", "replace")[:100]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else FLIPS
    randomly = random.Random(SEED)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(shutil.copytree(ROOT / "docs", Path(folder, "docs")))
        accept_all(docs, TODAY, TODAY)
        files = sorted(file for file in docs.rglob("*") if file.is_file() and "schemas" not in file.parts)
        for _ in range(count):
            file = randomly.choices(files, [each.stat().st_size for each in files])[0]
            before, name = file.read_bytes(), file.relative_to(docs.parent).as_posix()
            number, line = flip(file, randomly)
            try:
                outcome = judged(docs, name)
            except Exception:  # any is what this looks for
                traceback.print_exc()
                outcome = "crashed"
            file.write_bytes(before)
            outcomes[outcome] += 1
            if outcome not in ("named", "held"):
                print(f"{outcome:8} {name}:{number} {line}", flush=True)
    print(", ".join(f"{number} {outcome}" for outcome, number in outcomes.most_common()))
    sys.exit(1 if outcomes["crashed"] else 0)


def judged(docs: Path, name: str) -> str:
    """ "named" where a rule on the text says so, "held" where it waits for a reader, or "neither"."""
    source = read(docs, TODAY)
    if source.problems or not source.content:
        check(source, [rule for rule in RULES if rule.NAME in WHOLE])
        return "named"
    held = accepted.held(source.content)
    if held and "/_data/" in name:  # all rules would be asked of all files
        return "held"
    found = check(narrowed(source, {name}), [rule for rule in RULES if rule.NAME not in WHOLE]).findings
    found = found or ([] if held else check(source, [rule for rule in RULES if rule.NAME in WHOLE]).findings)
    if [finding for finding in found if finding.severity not in ("expired", "soon")]:
        return "named"
    return "held" if held else "neither"


if __name__ == "__main__":
    main()
