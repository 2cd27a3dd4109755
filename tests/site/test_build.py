"""The build itself: what it leaves behind, what it refuses, and that MkDocs alone can do it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_plain_mkdocs_builds_the_same_preview_and_leaves_nothing_elsewhere(
    sample_site: Path, docs: Path, tmp_path: Path
) -> None:
    """Byte for byte, in another process and at another moment: what is written depends on the content alone."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    config = tmp_path / "mkdocs.yml"  # MkDocs looks for what a file names beside it
    own = {"INHERIT": ROOT / "mkdocs.yml", "docs_dir": docs, "hooks": [ROOT / "scripts/site/hooks.py"], "watch": []}
    own["theme"] = {"custom_dir": ROOT / "overrides"}
    config.write_text(json.dumps(own, default=str), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", str(tmp_path / "site")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path / "site") == contents(sample_site)
    assert contents(temporary) == {}


def test_a_page_in_no_languages_folder_is_named(run: Callable[..., subprocess.CompletedProcess], docs: Path) -> None:
    (docs / "stray.md").write_text("# Stray\n", "utf-8")
    result = run("build", "--docs", docs, "--site", docs.parent / "site")
    assert result.returncode == 1
    assert result.stderr.splitlines()[0].startswith("docs/stray.md:1: found a page here")
