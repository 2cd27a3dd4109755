"""The browser's modules joined into one classic script: workers of older browsers know no modules, and one file loads
faster than ten. All modules share one scope then, so no two of them may use the same name at their top.
"""

from __future__ import annotations

import re
from pathlib import Path

# The modules of the worker.
BROWSER = Path(__file__).resolve().parent / "browser"

IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function\*? |const |class )", re.MULTILINE)
FUNCTION = re.compile(r"^(?:async )?function\*? (\w+)", re.MULTILINE)


def joined(entry: Path) -> str:
    """A module and all that it imports from its folder, each once and after what it imports itself.

    Raises ValueError for an import or export of another form, and for two functions of one name: the later would
    silently replace the earlier (the browser itself refuses two constants).
    """
    parts: dict[str, str] = {}
    _add(entry, parts)
    script = "\n".join(parts.values())
    if left := re.search(r"^(?:import|export)\b.*", script, re.MULTILINE):
        raise ValueError(f"{entry.name}: cannot join {left[0]!r}")
    names = FUNCTION.findall(script)
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(f"{entry.name}: two functions of one name: {sorted(twice)}")
    return script


def _add(module: Path, parts: dict[str, str]) -> None:
    text = module.read_text("utf-8")
    for name in IMPORT.findall(text):
        if name not in parts:
            _add(module.with_name(name), parts)
    parts[module.name] = EXPORT.sub("", IMPORT.sub("", text))
