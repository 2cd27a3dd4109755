"""Build, check, publish and test the project as an operator with each kind of accounts has it, and print a table.

    python -m tests.matrix

Each works in a clone of this folder with what is not committed yet, in which docs/_data/facts.yml says what kind of
accounts there is; for publishing, every fact is confirmed and all that is held accepted. Ends with 1 where anything
failed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.content.facts import CUSTODY_MODELS
from tests.confirmed import confirm

ROOT = Path(__file__).resolve().parents[1]
STEPS = {
    "built": ["-m", "scripts", "build"],
    "tested": ["-m", "pytest", "-q", "-n", "auto", "--maxprocesses=4", "--dist=loadfile"],
    "checked": ["-m", "scripts", "check"],
    "published": ["-m", "scripts", "publish"],
}
ACCEPT = ["-m", "scripts", "accept", "all", "--by", "editor"]


def copy(folder: Path, custody: str) -> None:
    """What git knows or would add, with that kind of accounts."""
    subprocess.run(["git", "clone", "--quiet", "--shared", str(ROOT), str(folder)], check=True)
    listed = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split("\0"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
        elif name:
            (folder / name).unlink(missing_ok=True)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    facts = folder / "docs/_data/facts.yml"
    setting = re.compile(rf"^( +value: )(?:{'|'.join(CUSTODY_MODELS)})$", re.MULTILINE)
    text, count = setting.subn(rf"\g<1>{custody}", facts.read_text("utf-8"))
    if count != 1:
        sys.exit(f"{facts.name}: found {count} lines with a kind of accounts; expected one")
    facts.write_text(text, "utf-8")


def last_line(folder: Path, arguments: list[str]) -> tuple[bool, str]:
    """Whether a command ended well, and the last line that it said."""
    done = subprocess.run(
        [str(folder / ".venv/bin/python"), *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stdout + done.stderr)
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return done.returncode == 0, said[-1] if said else ""


def main() -> None:
    failed = False
    for custody in CUSTODY_MODELS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            copy(folder, custody)
            for step, arguments in STEPS.items():
                if step == "published":
                    confirm(folder / "docs", custody__model={"value": custody})
                if step in ("checked", "published"):
                    last_line(folder, ACCEPT)  # else the last line is of what is held, and nothing is published
                well, said = last_line(folder, arguments)
                failed |= not well
                print(f"{custody:14}{step:11}{'yes' if well else 'NO':5}{said.strip('= ')}", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
