"""No page grows in secret: what a first page loads is as light as the project promises."""

from __future__ import annotations

import functools
import gzip
import random
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import brotli
import pytest
from bs4 import BeautifulSoup

from scripts.content import Content

BROTLI, GZIP, REQUESTS = 20_000, 24_000, 6

# What a browser loads with a page. Of pictures, those that it does not leave until they are scrolled to.
LOADED = {
    "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=modulepreload], link[rel~=manifest]": "href",
    "script[src], img[src]:not([loading=lazy]), iframe[src], video[src], audio[src], source[src]": "src",
}


@functools.cache
def sizes(file: Path) -> tuple[int, int]:
    """Bytes in brotli and in gzip, as small as each can be."""
    body = file.read_bytes()
    return len(brotli.compress(body, quality=11)), len(gzip.compress(body, 9))


def files(site: Path, page: Path) -> set[Path]:
    """The files that a page of the site loads at once, itself included."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    address = f"/{page.relative_to(site).as_posix()}"
    links = [urljoin(address, tag[name]) for tags, name in LOADED.items() for tag in soup.select(tags)]
    found = {page}
    for link in links:
        assert not urlsplit(link).netloc, f"{address} loads {link}"
        file = site / unquote(urlsplit(link).path).lstrip("/")
        found.add(file)
        if file.suffix == ".css":
            inner = re.findall(r"""url\(\s*["']?([^"')]+)""", file.read_text("utf-8"))
            found |= {file.parent / unquote(urlsplit(url).path) for url in inner if not url.startswith(("data:", "#"))}
    return found


def too_heavy(site: Path, paths: list[str]) -> list[str]:
    """The pages that weigh more than a page may, each with what weighs."""
    found = []
    for path in paths:
        loaded = files(site, site / path / "index.html")
        total, zipped = (sum(sizes(file)[which] for file in loaded) for which in (0, 1))
        if total > BROTLI or zipped > GZIP or len(loaded) > REQUESTS:
            heaviest = sorted(loaded, key=lambda file: sizes(file), reverse=True)
            said = ", ".join(f"{file.relative_to(site)} {sizes(file)[0]:,} ({sizes(file)[1]:,})" for file in heaviest)
            found.append(f"/{path} {total:,} bytes in brotli, {zipped:,} in gzip, {len(loaded)} requests: {said}")
    return found


def test_articles_and_home_are_light(site: Path, content: Content) -> None:
    addresses = [page.address for page in content.articles("zh") if content.available(page)]
    paths = [("" if code == "zh" else f"{code}/") + address for code in ("zh", "en") for address in ("", *addresses)]
    assert not too_heavy(site, paths)


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ('<script src="../noise.js"></script>', "noise.js 30,"),
        ('<link rel="stylesheet" href="../noise.css">', "noise.js 30,"),
        ('<link rel="shortcut icon" href="../noise.js">', "noise.js 30,"),
        ("".join(f'<img src="../{number}.svg" alt="">' for number in range(6)), "7 requests"),
        ('<img src="../noise.js" loading="lazy" alt="">', None),
    ],
)
def test_a_page_that_is_too_heavy_is_named(tmp_path: Path, more: str, named: str | None) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/index.html").write_text(more, "utf-8")
    (tmp_path / "noise.js").write_bytes(random.Random(1).randbytes(30_000))
    (tmp_path / "noise.css").write_text('html { background: url("noise.js") }', "utf-8")
    for number in range(6):
        (tmp_path / f"{number}.svg").touch()
    found = too_heavy(tmp_path, ["page"])
    assert bool(found) == bool(named) and (not named or named in found[0])
