"""Where the repository's own forge edits files of docs/, and takes reports of problems."""

from __future__ import annotations

import functools
import re
import subprocess
from pathlib import Path


def edit_uri(root: Path) -> str | None:
    """The address that edits docs/ of the repository at `root`, or None where there is no such place."""
    return f"{forge}/edit/main/docs/" if (forge := _forge(root)) else None


def issue_uri(root: Path) -> str | None:
    """The address of a new issue of the repository, to which its title is added, or None."""
    return f"{forge}/issues/new?title=" if (forge := _forge(root)) else None


@functools.cache  # asked at each live reload
def _forge(root: Path) -> str | None:
    try:
        top, remote = _git(root, "rev-parse", "--show-prefix"), _git(root, "remote", "get-url", "origin")
    except OSError:  # a machine without git
        return None
    if top:  # a folder of another repository, which edits its files elsewhere
        return None
    web = re.fullmatch(r"https://(?:[^/@]*@)?([\w.-]+\.[a-z]+(?::\d+)?)/([\w./-]+?)(?:\.git)?/?", remote)
    # the port of SSH is none of the web
    ssh = re.fullmatch(r"(?:ssh://)?git@([\w.-]+\.[a-z]+)(?::\d+/|[:/])([\w./-]+?)(?:\.git)?/?", remote)
    match = web or ssh
    return f"https://{match[1]}/{match[2]}" if match else None


def _git(root: Path, *asked: str) -> str:
    command = ["git", "-C", str(root), *asked]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
