"""Modules become one script: what is imported first stands first, and what cannot be joined is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.search.bundle import joined


def module(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_each_module_stands_once_after_what_it_imports(tmp_path: Path) -> None:
    module(tmp_path, "base.js", "export const one = 1;\n")
    module(tmp_path, "middle.js", 'import { one } from "./base.js";\n\nexport async function two() { return one; }\n')
    entry = module(
        tmp_path,
        "entry.js",
        'import { two } from "./middle.js";\nimport {\n  one,\n} from "./base.js";\n\nfunction three() { two(one); }\n',
    )
    assert joined(entry) == (
        "const one = 1;\n\n\nasync function two() { return one; }\n\n\nfunction three() { two(one); }\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        'import * as all from "./base.js";\n',
        'import one from "./base.js";\n',
        "export default 1;\n",
        "export { one };\n",
    ],
)
def test_other_forms_of_import_and_export_are_refused(tmp_path: Path, text: str) -> None:
    module(tmp_path, "base.js", "export const one = 1;\n")
    with pytest.raises(ValueError, match=r"entry\.js: cannot join"):
        joined(module(tmp_path, "entry.js", text))


def test_two_functions_of_one_name_are_refused(tmp_path: Path) -> None:
    module(tmp_path, "base.js", "export function one() {}\nfunction same() {}\n")
    entry = module(tmp_path, "entry.js", 'import { one } from "./base.js";\nasync function same() { one(); }\n')
    with pytest.raises(ValueError, match="same"):
        joined(entry)
