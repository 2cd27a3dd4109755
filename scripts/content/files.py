"""Which files live under docs/: what is known is read; what editors leave behind is passed over; all else is named.

One list for everybody who reads docs/, so that nothing is published because it happened to lie there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from .data import SLUG
from .problems import Problem, did_you_mean

_SLUG = SLUG.strip("^$")
_PAGE = re.compile(rf"(?:zh|en)/(?:index|{_SLUG}/{_SLUG})\.md")
_FOLDER = re.compile(rf"(?:zh|en)(?:/{_SLUG})?|_data(?:/schemas)?|_templates")
_REST = re.compile(rf"_templates/{_SLUG}\.(?:zh|en)\.md|_data/schemas/{_SLUG}\.json|_data/words\.txt|LICENSE")

# What programs put beside a file while somebody works on it, or for themselves, and forget.
_LEFTOVER = re.compile(
    r"""
    \.\#.* | \#.*\# | .*~ | \..*\.un~ | \..*\.(?:sw[a-z]|kate-swp) | \.sw[a-z] | 4913      # Emacs, Vim, Kate
    | .*___jb_\w+___ | \.goutputstream-.* | \.~lock\..*\# | ~\$.*                          # JetBrains, GTK, offices
    | .*\.(?:bak|orig|rej|save|tmp|temp)                                                   # git, patch, nano
    | \._.* | \.DS_Store | \.AppleDouble | \.Spotlight-V100 | \.Trashes | \.fseventsd | \.TemporaryItems    # macOS
    | thumbs\.db(?::encryptable)? | ehthumbs(?:_vista)?\.db | desktop\.ini                 # Windows
    | \.directory | \.Trash-\d+ | \.nfs[0-9a-f]+ | \.fuse_hidden.*                         # Linux
    | \.(?:idea|vscode|vs|obsidian|history|stfolder|stversions|dropbox)                    # editors, syncing
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_PAGE_PLACE = "docs/<zh or en>/<section>/<slug>.md, in lower-case letters, digits and -"
_MOVE = "Rename it, or take it out of docs/."
# By its ending: what a file seems to be, and where such a thing belongs.
_KINDS = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mdx", ".mkd", ".rst", ".txt"), ("a page", _PAGE_PLACE)),
    **dict.fromkeys((".yml", ".yaml", ".json", ".csv", ".toml"), ("a data file", "a known one in docs/_data")),
    **dict.fromkeys(
        (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico"),
        ("a picture", "a drawing in overrides/pictures, with its words in docs/_data/pictures.yml"),
    ),
    **dict.fromkeys(
        (".html", ".htm", ".xhtml", ".js", ".mjs", ".css", ".woff", ".woff2", ".ttf"),
        ("a part of the interface", "such files in overrides/"),
    ),
}
_ONLY = "only Markdown and data in docs/"


def is_leftover(name: str) -> bool:
    """Whether a file or folder of that name is what an editor left behind."""
    return _LEFTOVER.fullmatch(name) is not None


def is_page(path: str) -> bool:
    """Whether a path within docs/, such as zh/deposits/index.md, is that of a page."""
    return _PAGE.fullmatch(path) is not None


def survey(docs: Path, data: Collection[str]) -> tuple[list[str], list[Problem]]:
    """The known files of docs/ by their path within it, in order, and a problem for each other one.

    `data`: the names of the data files. Links are not followed; of a folder that is not known only itself is named.
    """
    known: list[str] = []
    problems: list[Problem] = []
    for entry, path in _entries(docs):
        if found := _wrong(entry, path, data):
            what, expected, mend = found
            problems.append(Problem(_printable(f"{docs.name}/{path}"), 1, what, expected, mend, rule="files"))
        elif entry.is_file():
            known.append(path)
    return known, problems


def _entries(folder: Path, within: str = "") -> Iterator[tuple[os.DirEntry[str], str]]:
    """Each file and folder with its path, in order, but for what is passed over and what stands in unknown folders."""
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if not is_leftover(entry.name)), key=lambda entry: entry.name)
    for entry in entries:
        path = f"{within}{entry.name}"
        yield entry, path
        if entry.is_dir(follow_symlinks=False) and _FOLDER.fullmatch(path):
            yield from _entries(Path(entry.path), f"{path}/")


def _wrong(entry: os.DirEntry[str], path: str, data: Collection[str]) -> tuple[str, str, str] | None:
    """What is wrong with a file or folder: found, expected, how to mend it."""
    if entry.is_symlink():
        return "a symbolic link", "the file itself", "Put the file there, or take the link out."
    if entry.is_dir():
        if _FOLDER.fullmatch(path) or not any(_entries(Path(entry.path))):  # an empty one is nothing at all
            return None
        return "a folder here", "docs/<zh or en>/<section>/, docs/_data/ and docs/_templates/", _MOVE
    if not entry.is_file():
        return "no regular file", "a text file", "Take it out of docs/."
    if is_page(path) or _REST.fullmatch(path) or (path.startswith("_data/") and path[6:] in data):
        return None
    if entry.name.startswith("."):
        return "a hidden file", _ONLY, "Take it out of docs/."
    what, expected = _KINDS.get(PurePosixPath(path).suffix.lower(), ("a foreign file", _ONLY))
    if path.startswith("_data/"):
        return f"{what} here", "a known data file", did_you_mean(path[6:], data) or _MOVE
    return f"{what} here", expected, _MOVE


def _printable(path: str) -> str:
    """A path on one line, whatever its name holds."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in path)
