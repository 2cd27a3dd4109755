"""Which browsers the site is for, and what in published files some of them do not know.

An iPhone of early 2022, the Chromium of older Androids and of in-app browsers such as WeChat's, and the Firefox of
then: readers who look for help with a wallet have what they have. Here alone the versions stand; `make baseline-data`
makes compat.json anew from them.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path

# By the names that MDN's browser-compat-data has for them: what we call each, and its oldest version.
BROWSERS = {
    "safari_ios": ("Safari on iOS", "15.4"),
    "chrome_android": ("Chromium", "90"),
    "firefox": ("Firefox", "91"),
}

# The newest JavaScript whose syntax all of them know, but for what uses.js finds besides.
ECMASCRIPT = 2022

# Objects that scripts find ready, and what their members are listed under.
INSTANCES = {
    "caches": "CacheStorage",
    "console": "console",
    "crypto": "Crypto",
    "document": "Document",
    "history": "History",
    "localStorage": "Storage",
    "location": "Location",
    "navigator": "Navigator",
    "performance": "Performance",
    "screen": "Screen",
    "sessionStorage": "Storage",
    "window": "Window",
}

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Fault:
    """What a file uses that a browser of the baseline lacks."""

    file: str
    line: int
    column: int
    what: str
    since: str  # the browsers that lack it, and the versions that have it: "Chromium since 92, Firefox not yet"

    def __str__(self) -> str:
        ours = ", ".join(f"{name} {version}" for name, version in BROWSERS.values())
        return f"{self.file}:{self.line}:{self.column}: {self.what}: {self.since}; the site is for {ours}"


@functools.cache
def compat() -> dict[str, dict[str, dict[str, str]]]:
    """compat.json: by language and kind of thing, what the baseline lacks and who has it since when."""
    return json.loads((FOLDER / "compat.json").read_text("utf-8"))
