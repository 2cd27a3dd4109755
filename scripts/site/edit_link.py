"""Where the repository's own forge edits files of docs/."""

from __future__ import annotations

import functools
import re
import subprocess
from pathlib import Path


@functools.cache  # asked at each live reload
def edit_uri(root: Path) -> str | None:
    """The address that edits docs/ of the repository at `root`, or None where there is no such place."""
    command = ["git", "-C", str(root), "remote", "get-url", "origin"]
    try:
        remote = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # a copy without git
        return None
    match = re.fullmatch(r"(?:https://|ssh://git@|git@)([\w.-]+\.[a-z]+)[:/]([\w./-]+?)(?:\.git)?/?", remote)
    return f"https://{match[1]}/{match[2]}/edit/main/docs/" if match else None
