"""How long it takes until a contact that was withdrawn is off the site, and until something urgent stands on it.

    python -m tests.bench.urgent

In a copy of docs/ in which every fact is confirmed and all is accepted, by the steps of .github/workflows/publish.yml:
`make urgent`, `make gate`, `make publish`. Prints the seconds of each, by the clock and of the processor, and looks for
the withdrawn value in every file of the folder that was written. Ends with 1 where it is there still, or a step failed.
"""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.content import load
from tests.confirmed import CONFIRMATION, confirm
from tests.repository import accept_all, commit, git

ROOT = Path(__file__).resolve().parents[2]
KEY, VALUE = "support.email.address", "urgent-bench@wallet.test"
NAME, TITLE = "slow-withdrawals", "Withdrawals are slow: please wait"
TODAY = datetime.date.today()  # the texts in docs/ were read and reviewed up to it


class Failed(Exception):
    """A step that ended with an error, and what it said."""


def step(docs: Path, *arguments: str) -> None:
    """Run a command on the copy, and print what it took."""
    before, began = os.times(), time.monotonic()
    command = [sys.executable, "-m", "scripts", arguments[0], "--docs", str(docs), *arguments[1:]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    after, seconds = os.times(), time.monotonic() - began
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    said = (done.stdout + done.stderr).strip().splitlines()
    print(f"  {arguments[0]:10}{seconds:6.1f} s{cpu:7.1f} s of the processor  {said[-1] if said else ''}", flush=True)
    if done.returncode or (arguments[0] == "urgent" and "Urgent alone" not in done.stdout):
        raise Failed("\n".join(said))


def prepared(folder: Path) -> Path:
    """A repository in which nothing holds the site back."""
    docs = Path(shutil.copytree(ROOT / "docs", folder / "docs"))
    facts = load(docs, TODAY).facts
    anew = {"confirmed": CONFIRMATION | {"date": TODAY}}
    changes: dict[str, dict[str, object]] = {key.replace(".", "__"): dict(anew) for key in facts}
    changes[KEY.replace(".", "__")]["value"] = VALUE
    confirm(docs, **changes)
    accept_all(docs, TODAY, TODAY)
    git(docs.parent, "init", "--quiet")
    commit(docs)
    return docs


def holding(site: Path, text: str) -> list[Path]:
    """The files of a folder that hold a text, be they pages, indexes or feeds."""
    return [file for file in site.rglob("*") if file.is_file() and text.encode() in file.read_bytes()]


def put_out(docs: Path, site: Path, *change: str) -> None:
    """Make a change, and go through the workflow's steps."""
    since = git(docs, "rev-parse", "HEAD")
    step(docs, *change)
    commit(docs)
    step(docs, "urgent", since)
    step(docs, "gate")
    step(docs, "publish", "--site", str(site))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name, "site")
        docs = prepared(Path(name))
        try:
            print("Before:")
            step(docs, "publish", "--site", str(site))
            shown = len(holding(site, VALUE))
            print(f"  {VALUE} stands in {shown} files")
            print("A contact is withdrawn:")
            put_out(docs, site, "withdraw", "--by", "support-lead", "--why", "somebody else reads it", KEY)
            left = holding(site, VALUE)
            print(f"  it stands in {len(left)} files")
            print("Something is announced:")
            texts = ("--title-zh", "提现变慢，请等待", "--title-en", TITLE, "--text-zh", "提现正在排队，不要重复提交。",
                     "--text-en", "Withdrawals wait in a queue; do not submit them again.")  # fmt: skip
            options = ("--for", "2h", "--level", "urgent", "--by", "support-lead")
            put_out(docs, site, "announce", *options, *texts, NAME)
            said = len(holding(site, TITLE))
            print(f"  it stands in {said} files")
        except Failed as error:
            sys.exit(str(error))
    sys.exit(0 if shown and said and not left else "the site does not hold what it should")


if __name__ == "__main__":
    main()
