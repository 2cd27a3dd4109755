"""The words of the interface, as docs/_data/languages.yml has them: SAY["en"]["search_close"]."""

from __future__ import annotations

import yaml

from scripts.site.build import ROOT

_LANGUAGES = yaml.safe_load((ROOT / "docs/_data/languages.yml").read_text("utf-8"))["languages"]
SAY: dict[str, dict[str, str]] = {language["code"]: language["strings"] for language in _LANGUAGES}

# What stands before the addresses of each language.
PREFIX = {"zh": "", "en": "en/"}
