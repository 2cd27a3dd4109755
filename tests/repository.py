"""Content that has been read, and the repository it stands in."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

from scripts.content import accepted, load


def accept_all(docs: Path, today: datetime.date, read_on: datetime.date) -> None:
    """Note in content as it loads `today` that all of it was read, on `read_on`: nothing is held."""
    content = load(docs, today)
    places = [held.place for held in accepted.held(content)]
    (docs / "_data" / accepted.FILE).write_text(accepted.accept(content, places, "editor", read_on), "utf-8")


def git(folder: Path, *arguments: str) -> str:
    """What git answers in a folder, to somebody whose name does not matter."""
    who = ("-c", "user.name=somebody", "-c", "user.email=somebody@wallet.test", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(docs: Path) -> str:
    """Commit docs/ of the repository that it stands in. Returns the commit."""
    git(docs.parent, "add", "docs")
    git(docs.parent, "commit", "--quiet", "--message", "changed")
    return git(docs.parent, "rev-parse", "HEAD")
