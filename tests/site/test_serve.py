"""`make serve` for a writer: it says when it is ready, follows an edit, and survives a mistake."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "deposits/deposit-crypto"


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def output(docs: Path, port: int, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """The running server's output so far."""
    log = tmp_path / "log"
    command = [sys.executable, "-m", "scripts", "serve", "--docs", str(docs), "--port", str(port)]
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT, env=os.environ | {"PYTHONUNBUFFERED": "1"},
            # a shell that runs the tests in the background lets its children ignore Ctrl-C
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
    yield lambda: log.read_text("utf-8")
    process.send_signal(signal.SIGINT)
    process.wait(10)


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        with contextlib.suppress(URLError, ConnectionError):
            if condition():
                return
        time.sleep(0.1)
    raise AssertionError("waited a minute")


def test_it_follows_edits_and_survives_mistakes(output, docs: Path, port: int) -> None:
    def page() -> str:
        return urlopen(f"http://127.0.0.1:{port}/{ARTICLE}/", timeout=5).read().decode()

    wait_for(lambda: f"http://127.0.0.1:{port}/" in output())
    assert output().startswith("Building ")
    wait_for(lambda: bool(page()))
    time.sleep(1.5)  # the watcher takes its first look at the files just after the server starts to answer

    search = urlopen(f"http://127.0.0.1:{port}/search/worker.js").read()
    file = docs / f"zh/{ARTICLE}.md"
    good = file.read_text("utf-8")
    file.write_text(good + "\n改了一句。\n", "utf-8")
    wait_for(lambda: "改了一句" in page())
    assert urlopen(f"http://127.0.0.1:{port}/search/worker.js").read() == search, "the search is still there"

    file.write_text(good.replace("SAFE-3", "SAFE-33"), "utf-8")
    wait_for(lambda: "Not rebuilt" in output())
    assert 'found safety line "SAFE-33"' in output() and "Traceback" not in output()
    assert "改了一句" in page(), "the last good build stays"

    file.write_text(good + "\n又改了一句。\n", "utf-8")
    wait_for(lambda: "又改了一句" in page())

    stray = docs / "zh/deposits/x.markdown"
    stray.write_text("# x\n", "utf-8")
    wait_for(lambda: "docs/zh/deposits/x.markdown:1: found a page here" in output())
    assert "又改了一句" in page(), "it answers"
    stray.unlink()

    docs.rename(docs.with_name("away"))
    wait_for(lambda: output().count("Not rebuilt") > 2)
    docs.with_name("away").rename(docs)
    file.write_text(good + "\n最后一句。\n", "utf-8")
    wait_for(lambda: "最后一句" in page())


def test_a_port_in_use_is_one_clear_line(run, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        result = run("serve", "--port", port)
    assert result.returncode == 1
    assert result.stderr == f"Error: port {port} is in use. Choose another: PORT={port + 1} make serve\n"


def test_a_mistake_at_the_start_ends_it(run, docs: Path, port: int) -> None:
    (docs / "zh/index.md").write_text("title: x\n", "utf-8")
    result = run("serve", "--docs", docs, "--port", port)
    assert result.returncode == 1
    assert result.stderr.splitlines()[0].startswith("docs/zh/index.md:1: found no front matter")
