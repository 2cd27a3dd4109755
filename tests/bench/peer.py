"""Stock Material with static-i18n on the same Markdown: what builds and live reload are measured beside."""

from __future__ import annotations

import sys
from pathlib import Path

CONFIG = """\
site_name: Peer
docs_dir: docs
exclude_docs: |
  /_data/
  /_templates/
theme: {{name: material, font: false, features: [navigation.indexes{prune}]}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {{locale: zh, name: Chinese, default: true, build: true}}
        - {{locale: en, name: English, build: true}}
markdown_extensions: [attr_list, tables]
"""

# Without jieba, which `make search-eval` installs: with it, Material's search would segment Chinese, and take longer.
MKDOCS = "import sys; sys.modules['jieba'] = None; from mkdocs.__main__ import cli; cli()"


def peer(docs: Path, command: str, *options: str, prune: bool) -> list[str]:
    """The command that has stock Material build or serve `docs`; with `prune`, a page lists its own section alone."""
    config = docs.with_name(f"mkdocs{'-prune' * prune}.yml")
    config.write_text(CONFIG.format(prune=", navigation.prune" * prune), "utf-8")
    return [sys.executable, "-c", MKDOCS, command, "--config-file", str(config), *options]
