"""The styles are written in parts and loaded as one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.site import styles
from scripts.site.styles import IMPORT, STYLES, write_styles


def test_parts_stand_in_the_order_of_their_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(styles, "STYLES", tmp_path)
    (tmp_path / "site.css").write_text('/* Head. */\n\n@import "b.css";\n@import "a.css";\n', "utf-8")
    (tmp_path / "a.css").write_text("a { color: red; }\n", "utf-8")
    (tmp_path / "b.css").write_text("b { color: red; }\n", "utf-8")
    write_styles(tmp_path / "site")
    joined = (tmp_path / "site/assets/stylesheets/site.css").read_text("utf-8")
    assert joined == "/* Head. */\n\nb { color: red; }\n\na { color: red; }\n"
    (tmp_path / "a.css").unlink()
    with pytest.raises(FileNotFoundError):
        write_styles(tmp_path / "site")


def test_every_part_is_imported_once_and_small_enough_to_read() -> None:
    parts = {file.name: file.read_text("utf-8").count("\n") for file in STYLES.iterdir()}
    assert sorted(IMPORT.findall((STYLES / "site.css").read_text("utf-8"))) == sorted(parts.keys() - {"site.css"})
    assert {name: lines for name, lines in parts.items() if lines > 300} == {}


def test_only_the_joined_file_is_published(sample_site: Path) -> None:
    assert not (sample_site / "styles").exists()
    assert [file.name for file in sample_site.rglob("site.css")] == ["site.css"]
    assert "@import" not in (sample_site / "assets/stylesheets/site.css").read_text("utf-8")
    assert 'href="assets/stylesheets/site.css"' in (sample_site / "index.html").read_text("utf-8")
