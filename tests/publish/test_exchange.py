"""A whole site stands at every moment: in spite of kills, a full disk, several builds at once; and the one before it
comes back."""

from __future__ import annotations

import datetime
import hashlib
import itertools
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.publish import folder
from scripts.publish.manifest import Manifest
from tests.confirmed import DATE, confirm
from tests.conftest import accept_all
from tests.killed import publish, small_site
from tests.publish.test_folder import ROOT, needs_namespaces, refusal

Run = Callable[..., subprocess.CompletedProcess]
TODAY = str(DATE + datetime.timedelta(days=30))


def killed(*arguments: object, prefix: tuple[str, ...] = ()) -> list[dict]:
    """What tests/killed.py saw."""
    command = [*prefix, sys.executable, "-m", "tests.killed", *map(str, arguments)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def whole(site: Path) -> Manifest:
    manifest = Manifest.read(site)
    assert manifest and not manifest.differences(site)
    return manifest


def retitle(docs: Path, title: str) -> None:
    """Make another site of the content."""
    file = docs / "en/deposits/deposit-not-arrived.md"
    lines = [f"title: {title}" if line.startswith("title:") else line for line in file.read_text("utf-8").split("\n")]
    file.write_text("\n".join(lines), "utf-8")


def test_killed_at_any_step_of_an_exchange(tmp_path: Path) -> None:
    """The old site or the new one stands; the next run clears up, and keeps of the two before it the right one."""
    (tmp_path / "place").mkdir()
    rows = killed("steps", tmp_path / "place")
    first, second = rows[0]["previous"], rows[0]["stands"]
    third = rows[-1]["stands"]
    assert len({first, second, third}) == 3 and not rows[-1]["killed"]
    assert {row["stands"] for row in rows} == {second, third}
    for row in rows:
        assert row["afterwards"] == row["stands"], row
        assert row["previous"] == {second: first, third: second}[row["stands"]], row
        assert row["left"] == [".site.previous", "site"], row


def test_readers_have_a_whole_site_while_builds_are_killed(docs: Path, serve: Callable[[Path], str], run: Run) -> None:
    """Each file that they get is the old site's or the new one's."""
    place, other = docs.parent, docs.parent / "other/docs"
    shutil.copytree(docs, other)
    retitle(other, "Another title")
    allowed: dict[str, set[str]] = {}
    for source in (docs, other):
        run("build", "--docs", source, "--site", place / "known")
        for name, digest in whole(place / "known").files.items():
            allowed.setdefault(name, set()).add(digest)
    changing = [name for name, digests in allowed.items() if len(digests) > 1][:8]
    run("build", "--docs", docs, "--site", place / "site")

    address, wrong, over, asked = serve(place / "site"), [], threading.Event(), itertools.count()

    def read() -> None:
        for name in itertools.cycle(changing):
            if over.is_set():
                return
            try:
                with urllib.request.urlopen(address + name) as answer:  # noqa: S310
                    if hashlib.sha256(answer.read()).hexdigest() not in allowed[name]:
                        wrong.append(f"{name}: neither the old one nor the new one")
            except OSError as error:
                wrong.append(f"{name}: {error}")
            next(asked)
            time.sleep(0.002)  # or the builds would stand still

    reader = threading.Thread(target=read)
    reader.start()
    rows = killed("moments", docs, other, place / "site")
    over.set()
    reader.join()
    assert not wrong and next(asked)
    assert len(rows) == 10 and any(row["killed"] for row in rows) and all(row["stands"] for row in rows)
    assert run("build", "--docs", docs, "--site", place / "site").returncode == 0
    assert sorted(path.name for path in place.iterdir() if "site" in path.name) == ["site"]


@needs_namespaces
def test_a_full_disk(docs: Path, tmp_path: Path) -> None:
    """Full while pictures are copied, and while pages are written."""
    (tmp_path / "disk").mkdir()
    rows = killed("full", docs, tmp_path / "disk", "300k", "900k", prefix=("unshare", "-rm"))
    for row in rows:
        assert (row["code"], row["same"], row["left"]) == (1, True, ["site"]), row
        (line,) = row["said"].splitlines()
        assert line.endswith("No space left on device. Make room.")
    assert len(rows) == 2


def test_three_builds_at_once(docs: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scripts", "build", "--docs", str(docs), "--site", str(tmp_path / "site")]
    builds = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [build.wait(100) for build in builds] == [0, 0, 0]
    whole(tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


def test_what_a_run_builds_is_not_left_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with folder.fresh(site) as one:
        small_site(one / folder.BUILT, "not there yet", published=True)
        publish(site, "sooner ready")
        assert (one / folder.BUILT / "index.html").exists()


def test_a_web_server_may_read_it_whatever_the_umask(docs: Path, run: Run, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        run("build", "--docs", docs, "--site", tmp_path / "site")
    finally:
        os.umask(before)
    modes = {stat.filemode(path.stat().st_mode) for path in (tmp_path / "site", *(tmp_path / "site").rglob("*"))}
    assert modes == {"drwxr-xr-x", "-rw-r--r--"}


def test_rollback_brings_back_what_was_published_before(tmp_path: Path, run: Run) -> None:
    site, docs = tmp_path / "site", tmp_path / "docs"
    docs.mkdir()

    def rollback() -> subprocess.CompletedProcess:
        return run("rollback", "--docs", docs, "--site", site)

    first = publish(site, "the first")
    assert publish(site, "the first") == first  # the same once more is no earlier one
    assert "there is no earlier published site" in refusal(rollback())
    second = publish(site, "the second")
    publish(site, "a preview", published=False)  # takes no place among the published ones
    publish(site, "another preview", published=False)
    assert publish(site, "the third") != second
    result = rollback()
    assert result.returncode == 0 and result.stdout.split()[-1] == whole(site).digest == second
    # what was replaced was not good: twice is not once more
    assert "there is no earlier published site" in refusal(rollback())
    assert whole(site).digest == second
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]

    publish(site, "the fourth")
    shutil.rmtree(site)
    assert rollback().returncode == 0 and whole(site).digest == second

    fifth = publish(site, "the fifth")
    (tmp_path / ".site.previous/index.html").write_text("changed by somebody", "utf-8")
    assert ".site.previous/index.html is not as it was published" in refusal(rollback())
    assert whole(site).digest == fifth


def test_what_changes_while_it_is_judged_is_not_published(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = publish(site, "the first")
    with folder.fresh(site) as work:
        manifest = small_site(work / folder.BUILT, "the second", published=True)
        (work / folder.BUILT / "index.html").write_text("slipped in", "utf-8")
        with pytest.raises(folder.FolderError, match=r"site/index\.html was changed while it was judged"):
            folder.put(work, site, manifest, tmp_path / "docs")
    assert whole(site).digest == first
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_every_rule_judges_what_is_to_be_published(docs: Path, run: Run, tmp_path: Path) -> None:
    """Those on the built pages too. What stands there stays, and is what sha256sum says."""
    confirm(docs)
    accept_all(docs)
    command = ("publish", "--docs", docs, "--site", tmp_path / "site", "--today", TODAY)
    result = run(*command)
    assert result.returncode == 0, result.stderr
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=tmp_path / "site", check=False).returncode == 0
    listed = whole(tmp_path / "site")
    there = {path.relative_to(tmp_path / "site").as_posix() for path in tmp_path.rglob("site/**/*") if path.is_file()}
    assert listed.files.keys() == there - {"SHA256SUMS"}
    assert result.stdout.split()[-1] == hashlib.sha256((tmp_path / "site/SHA256SUMS").read_bytes()).hexdigest()

    one, other = (docs / f"en/deposits/{name}.md" for name in ("deposit-not-arrived", "deposit-crypto"))
    (line,) = [line for line in one.read_text("utf-8").splitlines() if line.startswith("description:")]
    text = "\n".join(line if old.startswith("description:") else old for old in other.read_text("utf-8").split("\n"))
    other.write_text(text, "utf-8")
    accept_all(docs)
    result = run(*command)
    assert result.returncode == 1
    assert "[error SIT003 page-heads]" in result.stderr
    assert whole(tmp_path / "site") == listed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "site"]


def test_a_site_that_says_what_was_withdrawn_is_not_brought_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "write to gone@wallet.test")
    second = publish(site, "write to nobody")
    with pytest.raises(folder.FolderError, match="withdrawn"):
        folder.rollback(site, ["gone@wallet.test"])
    assert whole(site).digest == second
    folder.rollback(site, ["other@wallet.test"])
    assert "gone@wallet.test" in (site / "index.html").read_text("utf-8")
