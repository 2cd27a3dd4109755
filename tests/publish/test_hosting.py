"""The site on a host: nginx with the settings that we give, and the look that people have before."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")

CONFIG = """
daemon off;
{user}
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    types {{ text/html html; text/css css; application/javascript js; application/json json; text/xml xml;
             image/svg+xml svg; }}
    access_log off;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    server {{ listen 127.0.0.1:{port}; root {site}; include {ours}; }}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of an answer, after redirects; waits until somebody answers."""
    for _ in range(200):
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:  # noqa: S310
                return answer.status, dict(answer.headers) | {"address": answer.url}, answer.read()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, dict(answer.headers), answer.read()
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError(f"nobody answers at {address}")


def end(server: subprocess.Popen) -> None:
    server.send_signal(signal.SIGINT)
    server.wait(20)


@pytest.fixture
def nginx(sample_site: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the sample, served by nginx as scripts/publish/nginx.conf says."""
    if not NGINX:
        pytest.skip("nginx is not on this machine")
    port, config = free_port(), tmp_path / "nginx.conf"
    user = f"user {tmp_path.owner()};" if tmp_path.owner() == "root" else ""
    ours = ROOT / "scripts/publish/nginx.conf"
    config.write_text(CONFIG.format(folder=tmp_path, port=port, site=sample_site, ours=ours, user=user), "utf-8")
    server = subprocess.Popen([NGINX, "-p", tmp_path, "-e", tmp_path / "error.log", "-c", config])
    yield f"http://127.0.0.1:{port}/"
    end(server)


def test_nginx_serves_it(nginx: str, sample_site: Path) -> None:
    status, headers, body = ask(f"{nginx}en/deposits/deposit-not-arrived/")
    assert (status, headers["Cache-Control"]) == (200, "no-cache")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert body == (sample_site / "en/deposits/deposit-not-arrived/index.html").read_bytes()

    again = ask(f"{nginx}en/deposits/deposit-not-arrived/", **{"If-None-Match": headers["ETag"]})
    assert again[0] == 304

    assert ask(f"{nginx}en/deposits/deposit-not-arrived")[1]["address"] == f"{nginx}en/deposits/deposit-not-arrived/"

    for gone in ("nowhere/", "en/deposits/nowhere", "pictures/", "404.html"):
        status, headers, body = ask(f"{nginx}{gone}")
        assert (status, body) == (404, (sample_site / "404.html").read_bytes()), gone

    pack = next((sample_site / "search/en").glob("*.json")).relative_to(sample_site)
    for name in ("index.html", "assets/javascripts/copy.js", "assets/stylesheets/site.css", str(pack), "sitemap.xml"):
        _, headers, body = ask(f"{nginx}{name}", **{"Accept-Encoding": "gzip"})
        assert re.fullmatch(r"[a-z]+/[a-z]+; charset=utf-8", headers["Content-Type"]), name
        assert headers["Content-Encoding"] == "gzip" or len(body) < 20, name


def test_a_look_shows_what_a_host_would(sample_site: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "scripts", "look", "--site", str(sample_site), "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        assert ask(f"http://127.0.0.1:{port}/en/")[2] == (sample_site / "en/index.html").read_bytes()
        status, _, body = ask(f"http://127.0.0.1:{port}/en/nowhere/")
        assert (status, body) == (404, (sample_site / "404.html").read_bytes())
    finally:
        end(server)


def test_there_is_something_to_look_at(run, tmp_path: Path) -> None:
    result = run("look", "--site", tmp_path)
    assert result.returncode == 1 and "there is no site" in result.stderr
