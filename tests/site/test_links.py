"""No broken link and no broken anchor on the built site, as LinkChecker sees it over HTTP."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.publish.external_links import LINKCHECKER


def check(address: str, folder: Path) -> list[dict]:
    """What LinkChecker finds wrong from `address` on: rows of its CSV report."""
    config = folder / "linkcheckerrc"
    config.write_text("[checking]\nmaxrequestspersecond=1000\n[AnchorCheck]\n", "utf-8")
    result = subprocess.run(
        [
            sys.executable, "-c", LINKCHECKER, "-f", config, "--no-robots", "-t", "4", "-o", "csv", "--no-status",
            address, f"{address}en/", f"{address}404.html",
        ],
        capture_output=True, text=True, timeout=300,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
    )
    lines = [line for line in result.stdout.splitlines() if not line.startswith("# ")]
    assert lines, result.stderr
    return [row for row in csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";") if row["result"]]


def test_every_link_and_anchor_leads_somewhere(sample_address: str, tmp_path: Path) -> None:
    assert check(sample_address, tmp_path) == []


def test_a_broken_link_and_a_broken_anchor_are_found(sample_site: Path, serve, tmp_path: Path) -> None:
    shutil.copytree(sample_site, tmp_path / "site")
    page = tmp_path / "site/en/deposits/deposit-not-arrived/index.html"
    text = page.read_text("utf-8")
    text = text.replace('href="#bank-or-card"', 'href="#no-such-anchor"')
    text = text.replace('href="../deposit-wrong-network/"', 'href="../no-such-page/"')
    page.write_text(text, "utf-8")
    found = check(serve(tmp_path / "site"), tmp_path)
    assert any("no-such-page" in row["urlname"] for row in found)
    assert any("no-such-anchor" in row["urlname"] + row["warningstring"] for row in found)
