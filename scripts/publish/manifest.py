"""What a built site consists of: each file with its SHA-256, in SHA256SUMS at its root.

The format is that of sha256sum, so anybody can check a site, on this machine or off it: `sha256sum -c SHA256SUMS`. What
the list does not name was not written by a build: so a folder is known to be ours.
"""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

NAME = "SHA256SUMS"
PUBLISHED, PREVIEW = "# published", "# preview"  # its first line, which sha256sum passes over

# What programs that show a folder leave in it.
LEFT_BY_OTHERS = {".DS_Store", "Thumbs.db", "desktop.ini"}

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True)
class Manifest:
    """The files of a site, but for the list itself: the SHA-256 of each by its path from the site's root."""

    published: bool  # or a preview
    files: dict[str, str]

    @classmethod
    def of(cls, site: Path, *, published: bool) -> Manifest:
        """The manifest of the files that stand in a folder."""
        return cls(published, {name: _digest(site / name) for name in names(site)})

    @classmethod
    def read(cls, site: Path) -> Manifest | None:
        """The manifest that a build wrote into a folder; None where there is none."""
        try:
            first, *lines = (site / NAME).read_text("utf-8").splitlines()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return None
        matches = [_LINE.fullmatch(line) for line in lines]
        if first not in (PUBLISHED, PREVIEW) or not all(matches):
            return None
        return cls(first == PUBLISHED, {match[2]: match[1] for match in matches if match})

    @functools.cached_property
    def text(self) -> str:
        """What SHA256SUMS holds."""
        lines = (f"{digest}  {name}" for name, digest in sorted(self.files.items()))
        return "\n".join([PUBLISHED if self.published else PREVIEW, *lines]) + "\n"

    @property
    def digest(self) -> str:
        """The SHA-256 of SHA256SUMS, which stands for the whole site: `sha256sum SHA256SUMS` prints the same."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def differences(self, site: Path) -> list[str]:
        """The files that a folder holds otherwise than this says, lacks, or has besides."""
        there = Manifest.of(site, published=self.published).files
        return sorted(name for name in there.keys() | self.files.keys() if there.get(name) != self.files.get(name))


def names(site: Path) -> set[str]:
    """What a folder holds, but for the manifest and folders: paths from the site's root."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_symlink() or not path.is_dir()}
    return {name for name in found if name != NAME and name.rpartition("/")[2] not in LEFT_BY_OTHERS}


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
