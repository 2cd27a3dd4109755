"""The interface of the pages: styles and scripts are written in files by part, and loaded joined and minified.

What a page loads first is one stylesheet and one script, under names that change with what they hold, so that hosts may
keep them for ever; what a search needs besides (search/interface.js) comes with the first sign of searching.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import minify

from scripts.search.bundle import joined

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
STYLES = OVERRIDES / "styles"
INTERFACE = OVERRIDES / "interface"
IMPORT = re.compile(r'^@import "([\w-]+\.css)";$', re.MULTILINE)

# Nothing but files of the site itself, and nothing that stands in the page. `child-src` is for older browsers' workers.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
    "child-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


@dataclass(frozen=True)
class Assets:
    """What the pages of a build load: addresses relative to the site, as templates name them, and the files' texts."""

    styles: str
    core: str
    search: str  # with a part that changes with what it holds; who has a page of before still finds the file
    announcements: str
    redirect: str
    files: dict[str, str]

    def write(self, site: Path) -> None:
        """Write the files into a built site."""
        for name, text in self.files.items():
            file = site / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


def make() -> Assets:
    """Join and minify what overrides/ holds. Raises FileNotFoundError for a part that is not there."""
    styles, search = _styles(), _script("search")
    files = {f"assets/site-{_version(styles)}.css": styles, "search/interface.js": search}
    addresses = {"styles": next(iter(files)), "search": f"search/interface.js?{_version(search)}"}
    for name in ("core", "announcements", "redirect"):
        text = _script(name)
        addresses[name] = f"assets/{name}-{_version(text)}.js"
        files[addresses[name]] = text
    return Assets(**addresses, files=files)


def _version(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _styles() -> str:
    """overrides/styles/site.css, each part in the place of its @import."""
    text = IMPORT.sub(lambda match: (STYLES / match[1]).read_text("utf-8"), (STYLES / "site.css").read_text("utf-8"))
    return str(minify.string("text/css", text))


def _script(name: str) -> str:
    """A module of overrides/interface with all that it imports, as a classic script whose names are its own."""
    return str(minify.string("application/javascript", f"(() => {{\n{joined(INTERFACE / f'{name}.js')}\n}})();"))
