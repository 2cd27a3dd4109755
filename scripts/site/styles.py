"""The styles: written in files by part, loaded by pages as one, so that they need no more requests."""

from __future__ import annotations

import re
from pathlib import Path

STYLES = Path(__file__).resolve().parents[2] / "overrides" / "styles"
IMPORT = re.compile(r'^@import "([\w-]+\.css)";$', re.MULTILINE)


def write_styles(site: Path) -> None:
    """Write the stylesheet of a built site: overrides/styles/site.css, each part in the place of its @import.

    Raises FileNotFoundError for a part that is not there.
    """
    text = IMPORT.sub(lambda match: (STYLES / match[1]).read_text("utf-8"), (STYLES / "site.css").read_text("utf-8"))
    file = site / "assets" / "stylesheets" / "site.css"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.rstrip() + "\n", "utf-8")
