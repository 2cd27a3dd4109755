"""The schemas say what the models say, and editors find them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from check_jsonschema import main
from click.testing import CliRunner

from scripts.content.schemas import schemas
from tests.conftest import ROOT

DATA = ROOT / "docs/_data"


def test_the_schemas_are_current() -> None:
    written = {file.stem: file.read_text("utf-8") for file in (DATA / "schemas").glob("*.json")}
    assert written == schemas(), "run: make reference"


@pytest.mark.parametrize("name", schemas())
def test_a_data_file_names_its_schema_and_fits_it(name: str) -> None:
    file = DATA / f"{name}.yml"
    assert file.read_text("utf-8").startswith(f"# yaml-language-server: $schema=schemas/{name}.json\n")
    assert validated(DATA / "schemas" / f"{name}.json", file) == 0


def test_a_schema_refuses_what_the_model_refuses(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text(
        json.dumps({"deposit": {"arrival_time": {"kind": "product", "state": "perhaps"}}}), "utf-8"
    )
    assert validated(DATA / "schemas/facts.json", tmp_path / "facts.json") != 0


def validated(schema: Path, file: Path) -> int:
    return CliRunner().invoke(main, ["--schemafile", str(schema), str(file)], catch_exceptions=False).exit_code
