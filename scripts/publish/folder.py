"""The folder that a site is written to: which one may be, and how a new site takes the place of the old in one step.

Beside a folder `site` stand `.site.new-????????` while a build runs, and `.site.previous`, the published site before
the present one. In the former a site is built as `site`, then waits under the digest of its manifest; the exchange
leaves the old site there, under the digest of the new one. So whoever finds such a folder of a killed run knows which
of the two is in it. Locks on folders end with the process, however that ends: what nobody holds is left over.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import glob
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.content.problems import in_words

from .manifest import NAME, Manifest, names

ROOT = Path(__file__).resolve().parents[2]
BUILT = "site"  # what a site is called while it is built
OLDER = "older"  # and one that is no longer kept, before it goes

CANNOT_EXCHANGE = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EXDEV)


class FolderError(Exception):
    """A site cannot be written there. The message, a line, says why and what can be done."""


def writable(site: Path, docs: Path) -> Path:
    """The absolute path of a folder, after a look whether a site made from `docs` may replace what stands there.

    Raises FolderError.
    """
    docs = docs.resolve()
    path = site.resolve() if site.name in ("", "..") else site.parent.resolve() / site.name
    if reason := _not_a_place(path, docs) or _not_ours(path):
        raise FolderError(f"{os.path.relpath(path)} {reason}")
    return path


def _not_a_place(path: Path, docs: Path) -> str:
    """Why nothing may be written there, whatever stands there now, or nothing."""
    if path.is_symlink():
        return f"is a symbolic link, which an exchange would replace. Name what it leads to: --site {path.resolve()}"
    if any(_within(source, path) for source in (ROOT, docs)):
        return "holds the sources, and the site would replace them. Name a folder of its own, such as --site site"
    if _within(path, docs) or (_within(path, ROOT) and path != ROOT / "site"):
        return "lies among the sources. Name site, the folder that the project has for it, or one outside the project"
    if not path.parent.is_dir():
        return "cannot be made: the folder above it does not exist. Make that first"
    if mount := next((mount for mount in _mounts() if mount.is_relative_to(path)), None):
        where = "is" if mount == path else f"holds {mount.relative_to(path)}, which is"
        return f"{where} a mount point, which cannot be exchanged. Mount the folder above, and name one in it"
    return ""


def _not_ours(path: Path) -> str:
    """Why what stands there may not be replaced, or nothing."""
    if not path.exists():
        return ""
    if not path.is_dir():
        return "is a file. Remove it, or name another folder"
    built = Manifest.read(path)
    foreign = sorted(names(path) - (built.files.keys() if built else set()))
    if not foreign:
        return ""
    more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
    return f"holds {foreign[0]}{more}, which no build wrote. Move that away, remove the folder, or name another"


def _within(path: Path, folder: Path) -> bool:
    """Whether a path is a folder or lies below it, by whatever names."""
    return folder.exists() and any(up.exists() and up.samefile(folder) for up in (path, *path.parents))


def _mounts() -> Iterator[Path]:
    """Where file systems are mounted. Only Linux says so; elsewhere the exchange itself is refused."""
    table = Path("/proc/self/mountinfo")
    for line in table.read_bytes().splitlines() if table.exists() else ():
        where = re.sub(rb"\\([0-7]{3})", lambda match: bytes([int(match[1], 8)]), line.split()[4])
        yield Path(os.fsdecode(where))


@contextlib.contextmanager
def fresh(site: Path) -> Iterator[Path]:
    """A folder beside `site`, as `writable` returned it, for building one as BUILT in it. Gone afterwards, as is what
    killed runs left. Raises FolderError for what the system refuses meanwhile, as on a full disk."""
    try:
        with _fresh(site) as work:
            yield work
    except OSError as error:
        raise FolderError(f"{os.path.relpath(site)} is as it was. {in_words(error)}") from None


@contextlib.contextmanager
def _fresh(site: Path) -> Iterator[Path]:
    with contextlib.ExitStack() as stack:
        with _locked(site.parent):
            _sweep(site)
            work = Path(tempfile.mkdtemp(prefix=f".{site.name}.new-", dir=site.parent))
            stack.enter_context(_locked(work))
        try:
            yield work
        finally:
            with _locked(site.parent):
                _settle(site, work)


def put(work: Path, site: Path, manifest: Manifest, docs: Path) -> None:
    """Exchange `site` for the one that was built in `work`, and look whether what stands there then is what `manifest`
    says; if not, all is as before. Raises FolderError."""
    new = (work / BUILT).rename(work / manifest.digest)
    (new / NAME).write_text(manifest.text, "utf-8")
    _let_everybody_read(new)
    with _locked(site.parent):
        writable(site, docs)  # something may have come there meanwhile
        _take_the_place(new, site)
        if differences := manifest.differences(site):
            if new.exists():
                _exchange(new, site)
            else:
                site.rename(new)
            raise FolderError(f"{site.name}/{differences[0]} was changed while it was judged. Run this again")


def rollback(site: Path, withdrawn: Iterable[str] = ()) -> Manifest:
    """Exchange `site`, as `writable` returned it, for the published one before it; what it replaces goes, for it was
    not good. Returns the manifest of what stands there now.

    Raises FolderError; also where the one before still says one of the `withdrawn` texts.
    """
    previous = _previous(site)
    with _locked(site.parent):
        _sweep(site)
        manifest = Manifest.read(previous)
        if not manifest or not manifest.published:
            raise FolderError("there is no earlier published site to bring back. Publish what is good: make publish")
        if differences := manifest.differences(previous):
            raise FolderError(
                f"{previous.name}/{differences[0]} is not as it was published, so nothing was brought back. "
                "Publish what is good: make publish"
            )
        for text in withdrawn:
            if any(text.encode() in (previous / name).read_bytes() for name in manifest.files):
                raise FolderError(
                    f'the site before still says "{text}", which was withdrawn, so it was not brought back. '
                    "Publish what is good: make publish"
                )
        _take_the_place(previous, site)
        if previous.exists():
            shutil.rmtree(previous)
    return manifest


def _previous(site: Path) -> Path:
    return site.with_name(f".{site.name}.previous")


def _sweep(site: Path) -> None:
    """Clear away what killed runs left beside a site. The lock of its parent is held."""
    for work in site.parent.glob(f".{glob.escape(site.name)}.new-????????"):
        with contextlib.suppress(BlockingIOError, PermissionError), _locked(work, wait=False):
            _settle(site, work)


def _settle(site: Path, work: Path) -> None:
    """Keep the published site that the present one replaced, and remove all else of a run."""
    present = Manifest.read(site)
    replaced = work / present.digest if present else work / BUILT
    old = Manifest.read(replaced)
    if present and old and old.published and old.digest != present.digest:
        # not an exchange: killed after it, this would be done again, and bring the older one back
        if _previous(site).exists():
            _previous(site).rename(work / OLDER)
        replaced.rename(_previous(site))
    shutil.rmtree(work)


def _take_the_place(new: Path, old: Path) -> None:
    if old.exists():
        _exchange(new, old)
    else:
        new.rename(old)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders exchange their names, in one step: renameat2 on Linux, renameatx_np on macOS."""
    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "renameat2", None) or getattr(libc, "renameatx_np", None)
    nowhere, exchange = -1, 2  # both paths are absolute; the flag has the same value on both systems
    if call and call(nowhere, os.fsencode(one), nowhere, os.fsencode(other), exchange) == 0:
        return
    number = ctypes.get_errno() if call else errno.ENOSYS
    if number in CANNOT_EXCHANGE:
        raise FolderError(
            f"{os.path.relpath(other)} cannot be exchanged in one step on its file system. Remove it first, or name a "
            "folder on a local disk"
        )
    raise OSError(number, os.strerror(number), str(other))


@contextlib.contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold the lock of a folder. Raises BlockingIOError where another has it and we do not wait."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(descriptor)


def _let_everybody_read(folder: Path) -> None:
    """Files 0644 and folders 0755 whatever the umask: a web server is another user."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
