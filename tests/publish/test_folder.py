"""Which folder a site may be written to: whatever is not ours stays, and one line says what to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess]

NAMESPACES = shutil.which("unshare") and subprocess.run(["unshare", "-rm", "true"], check=False).returncode == 0
needs_namespaces = pytest.mark.skipif(not NAMESPACES, reason="no user namespaces here: nothing can be mounted")


def refusal(result: subprocess.CompletedProcess) -> str:
    """The one line that a command ended with."""
    assert result.returncode == 1, result.stdout
    (line,) = result.stderr.splitlines()
    return line


def everything(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.mark.parametrize("command", ["build", "rollback"])
@pytest.mark.parametrize(
    ("site", "reason"),
    [
        (".", "holds the sources"),
        ("..", "holds the sources"),
        ("/", "holds the sources"),
        ("site/..", "holds the sources"),
        ("docs", "holds the sources"),
        ("docs/en/deposits", "lies among the sources"),
        ("docs/new", "lies among the sources"),
        ("scripts/site", "lies among the sources"),
        ("Makefile", "lies among the sources"),
        ("new", "lies among the sources"),
        ("site/new", "lies among the sources"),
        (".git", "lies among the sources"),
    ],
)
def test_the_sources_are_no_place(run: Run, command: str, site: str, reason: str) -> None:
    assert reason in refusal(run(command, "--site", site))


@pytest.mark.parametrize("site", ["docs", "docs/site", ".", "docs/../docs"])
def test_nor_are_those_that_are_named(run: Run, docs: Path, site: str) -> None:
    before = everything(docs.parent)
    assert "the sources" in refusal(run("build", "--docs", docs, "--site", docs.parent / site))
    assert everything(docs.parent) == before


def test_publish_asks_before_it_judges(run: Run, docs: Path) -> None:
    """The facts of the sample are not confirmed."""
    assert "the sources" in refusal(run("publish", "--docs", docs, "--site", docs))


def test_a_foreign_file_stays(run: Run, docs: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert run("build", "--docs", docs, "--site", site).returncode == 0
    assert run("build", "--docs", docs, "--site", site).returncode == 0
    (site / ".DS_Store").write_bytes(b"left by a program that showed the folder")
    (site / "empty").mkdir()
    assert run("build", "--docs", docs, "--site", site).returncode == 0
    for name in ("en/notes.txt", ".hidden", "en/link"):
        (site / name).symlink_to("nowhere") if name == "en/link" else (site / name).write_text("mine", "utf-8")
        assert f"holds {name}, which no build wrote" in refusal(run("build", "--docs", docs, "--site", site))
        (site / name).unlink()


@pytest.mark.parametrize(
    "listed", [None, "", "# preview\n", f"# preview\n{'0' * 64}  other.txt\n", "notes.txt\n", "\xff"]
)
def test_a_folder_that_no_build_wrote_stays(run: Run, docs: Path, tmp_path: Path, listed: str | None) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "notes.txt").write_text("mine", "utf-8")
    if listed is not None:
        (site / "SHA256SUMS").write_text(listed, "latin-1")
    assert "holds notes.txt, which no build wrote" in refusal(run("build", "--docs", docs, "--site", site))
    assert (site / "notes.txt").read_text("utf-8") == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


def test_an_empty_folder_is_a_place(run: Run, docs: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert run("build", "--docs", docs, "--site", tmp_path / "site").returncode == 0


def test_other_kinds_of_places(run: Run, docs: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    (tmp_path / "dangling").symlink_to("nowhere")
    for site, reason in {
        "file": "is a file",
        "file/site": "does not exist",
        "link": f"is a symbolic link, which an exchange would replace. Name what it leads to: --site {tmp_path}/folder",
        "dangling": "is a symbolic link",
        "nowhere/site": "the folder above it does not exist",
        "x" * 300: "File name too long. Choose a shorter one.",
        "x" * 250: "File name too long. Choose a shorter one.",
    }.items():
        assert reason in refusal(run("build", "--docs", docs, "--site", tmp_path / site)), site
    assert (tmp_path / "file").read_text("utf-8") == "mine"
    assert run("build", "--docs", docs, "--site", tmp_path / "link/site").returncode == 0  # the folder above may be one


def in_namespace(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a shell's script where it may mount; "$@" are the arguments."""
    command = ["unshare", "-rm", "sh", "-ec", script, "sh", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)


@needs_namespaces
@pytest.mark.parametrize("below", ["", "en"])
def test_a_mount_point_stays(run: Run, docs: Path, tmp_path: Path, below: str) -> None:
    """Also one below the folder, and one of the same file system, which looks like any folder."""
    site, other = tmp_path / "a site", tmp_path / "other"
    assert run("build", "--docs", docs, "--site", site).returncode == 0
    other.mkdir()
    before = everything(site)
    script = 'mount --bind "$1" "$2"; shift 2; exec "$@"'
    command = (sys.executable, "-m", "scripts", "build", "--docs", docs, "--site", site)
    assert "a mount point, which cannot be exchanged" in refusal(in_namespace(script, other, site / below, *command))
    assert everything(site) == before


@needs_namespaces
@pytest.mark.parametrize("command", ["build --site {0}/site", "accept --docs {0}/docs all --by editor"])
def test_a_place_that_is_read_only(docs: Path, command: str) -> None:
    (docs / "_data/accepted.yml").touch()
    before = everything(docs.parent)
    script = 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; shift; exec "$@"'
    arguments = command.format(docs.parent).split()
    result = in_namespace(script, docs.parent, sys.executable, "-m", "scripts", *arguments)
    assert "Read-only file system. Choose a place that can be written to." in refusal(result)
    assert everything(docs.parent) == before


@needs_namespaces
def test_the_project_itself_is_read_only(docs: Path) -> None:
    script = 'mount --bind . .; mount -o remount,ro,bind "$PWD"; cd "$PWD"; exec "$@"'
    result = in_namespace(script, sys.executable, "-m", "scripts", "status", "--docs", docs)
    assert "Read-only file system. Choose a place that can be written to." in refusal(result)


@needs_namespaces
def test_a_full_disk_leaves_no_file_half_written(tmp_path: Path) -> None:
    """What any command writes for people: here a text that has grown."""
    script = """
        disk=$1; shift; mount -t tmpfs -o size=1m tmpfs "$disk"; cd "$disk"; echo old >file
        dd if=/dev/zero of=fill 2>/dev/null || true
        (cd "$OLDPWD"; "$@" "$disk/file") && exit 1; cat file; ls -A
    """
    code = "import sys, pathlib; from scripts.content import edit; edit.write(pathlib.Path(sys.argv[1]), bytes(50_000))"
    result = in_namespace(script, tmp_path, sys.executable, "-c", code)
    assert "No space left on device" in result.stderr
    assert result.stdout.split() == ["old", "file", "fill"]
