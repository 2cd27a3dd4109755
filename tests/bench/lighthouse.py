"""What Lighthouse says of the site as an operator would publish it, with test facts, on a phone: `make lighthouse`.

Performance, accessibility, best practices and SEO of home, a section, an article, the emergency page and search page
in both languages, medians of five runs (or of so many: `python -m tests.bench.lighthouse 1`), with every audit that
failed in any of them. Needs npm, whose registry has Lighthouse.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.content import load
from scripts.site.build import build
from tests.bench.corpus import ROOT
from tests.bench.host import hosted
from tests.bench.reader import CODES, url
from tests.confirmed import confirm

VERSION = "13.5.0"
LIMITS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
ARTICLE = "withdrawal-not-received"


def published(folder: Path, address: str) -> dict[str, str]:
    """Build the site for that address. Returns the paths of the pages that are measured, by what they are."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs)
    confirm(docs)
    content = load(docs, datetime.date.today())
    build(folder / "site", docs=docs, content=content, keep=True, site_url=address)
    pages = {}
    for code in CODES:
        article, emergency = (content.article(code, slug) for slug in (ARTICLE, content.navigation.emergency))
        addresses = ("", f"{article.section}/", article.address, emergency.address, "search/")
        for name, where in zip(("home", "section", "article", "emergency", "search"), addresses, strict=True):
            pages[f"{name}, {code}"] = url(code, where)
    return pages


def judged(npx: str, address: str, report: Path) -> dict:
    """One run of Lighthouse, as its report has it."""
    chromium = (ROOT / ".venv" / "chromium").read_text().strip()
    done = subprocess.run(
        [
            npx, "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--output-path={report}",
            "--chrome-flags=--headless=new --no-sandbox",
        ],
        cwd=report.parent, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"Lighthouse failed on {address}:\n{done.stderr[-2_000:]}")
    return json.loads(report.read_text("utf-8"))


def failing(report: dict) -> set[str]:
    """The audits that a report's scores suffer from: of each its category and name, and in which words it fails."""
    found = set()
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            limit = 0.9 if category["id"] == "performance" else 1  # below it, Lighthouse no longer calls a time good
            if reference["weight"] and audit["score"] is not None and audit["score"] < limit:
                said = f" ({audit['displayValue']})" if "displayValue" in audit else ""
                found.add(f"{category['id']}: {audit['id']}: {audit['title']}{said}")
    return found


def main() -> None:
    npx, runs = shutil.which("npx"), int(sys.argv[1]) if sys.argv[1:] else 5
    if not npx:
        print("Without Lighthouse: npm is not on this machine.")
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = published(folder, f"http://127.0.0.1:{port}/")
        print(f"Lighthouse {VERSION}, mobile, medians of {runs}; promised: {', '.join(map(str, LIMITS.values()))}")
        print(f"{'':16}{''.join(f'{category:>16}' for category in LIMITS)}", flush=True)
        with hosted(folder / "site", port) as (address, _):
            for label, path in pages.items():
                if not (folder / "site" / path / "index.html").is_file():
                    print(f"{label:16} is not there: /{path}", flush=True)
                    continue
                reports = [judged(npx, address + path, folder / "report.json") for _ in range(runs)]
                row = f"{label:16}"
                for category, limit in LIMITS.items():
                    score = statistics.median(100 * report["categories"][category]["score"] for report in reports)
                    row += f"{f'{score:.0f}' + ('!' if score < limit else ''):>16}"
                print(row)
                for line in sorted(set().union(*map(failing, reports))):
                    print(f"    {line}", flush=True)


if __name__ == "__main__":
    main()
