"""Styles and scripts are written in parts and loaded as one file each, named after what it holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.site import assets
from scripts.site.assets import IMPORT, INTERFACE, STYLES, make


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few parts, where the real ones are."""
    monkeypatch.setattr(assets, "STYLES", tmp_path)
    monkeypatch.setattr(assets, "INTERFACE", tmp_path)
    (tmp_path / "site.css").write_text('/* Head. */\n\n@import "b.css";\n@import "a.css";\n', "utf-8")
    (tmp_path / "a.css").write_text("a {\n  color: red;\n}\n", "utf-8")
    (tmp_path / "b.css").write_text("b {\n  color: red;\n}\n", "utf-8")
    for name in ("core", "search", "announcements", "redirect"):
        (tmp_path / f"{name}.js").write_text(f'import {{ part }} from "./part.js";\n\npart("{name}");\n', "utf-8")
    (tmp_path / "part.js").write_text("export function part(name) {\n  console.log(name);\n}\n", "utf-8")
    return tmp_path


def test_parts_stand_in_the_order_of_their_imports(parts: Path) -> None:
    made = make()
    assert made.files[made.styles] == "b{color:red}a{color:red}"
    assert made.files[made.core].count("console.log") == 1
    (parts / "a.css").unlink()
    with pytest.raises(FileNotFoundError):
        make()


def test_a_name_changes_with_what_the_file_holds_and_only_then(parts: Path) -> None:
    before = make()
    (parts / "core.js").write_text('import { part } from "./part.js";\n\npart("another");\n', "utf-8")
    after = make()
    assert after.core != before.core
    assert (after.styles, after.search, after.redirect) == (before.styles, before.search, before.redirect)
    (parts / "search.js").write_text('import { part } from "./part.js";\n\npart("another");\n', "utf-8")
    assert make().search != before.search
    assert make().search.partition("?")[0] in make().files, "who has the page of before still finds it"


def test_every_part_is_used_and_small_enough_to_read() -> None:
    styles = {file.name: file.read_text("utf-8") for file in STYLES.iterdir()}
    assert sorted(IMPORT.findall(styles["site.css"])) == sorted(styles.keys() - {"site.css"})
    scripts = {file.name: file.read_text("utf-8") for file in INTERFACE.iterdir()}
    imported = {name for text in scripts.values() for name in re.findall(r'from "\./(.+)"', text)}
    assert scripts.keys() - imported == {"core.js", "search.js", "announcements.js", "redirect.js"}
    lines = {name: text.count("\n") for name, text in (styles | scripts).items()}
    assert {name: count for name, count in lines.items() if count > 300} == {}


def test_nothing_of_material_and_no_part_is_published(sample_site: Path) -> None:
    files = sorted(path.relative_to(sample_site).as_posix() for path in sample_site.rglob("*") if path.is_file())
    assert [name for name in files if name.endswith(".css")] == [make().styles]
    loaded = [name for name in files if name.endswith(".js")]
    assert loaded == sorted(
        [make().core, make().announcements, make().redirect, "search/interface.js", "search/worker.js"]
    )
    assert [name for name in files if name.startswith("assets/images/")] == [
        "assets/images/mark.svg", "assets/images/shield.svg"
    ]  # fmt: skip
    assert not [name for name in files if name.startswith(("styles/", "interface/", "partials/"))]
