"""mkdocs.yml brings nothing into the pages that the project does not know."""

from collections.abc import Iterator
from typing import Any

from scripts.checks.lib import MARK, Example, Problem, Source
from scripts.content import ContentError
from scripts.content.source import Located, parse_yaml, read_text

ID, NAME, SEVERITY = "SIT008", "configuration", "error"
ABOUT_ZH = "mkdocs.yml 保持 strict，不加别的插件、钩子、脚本、样式和设置。"
ABOUT_EN = "mkdocs.yml stays strict, and names no other plugin, hook, script, style or setting."
_RIGHT = "site_name: x\nstrict: true\nplugins:\n  i18n:\n    languages: []\nhooks:\n  - scripts/site/hooks.py\n"
_RIGHT += "theme:\n  name: material\n  custom_dir: overrides\n  font: false\nmarkdown_extensions: []\n"
_FOREIGN = f"extra_javascript:{MARK}\n  - https://elsewhere.test/a.js\nextra_css:{MARK}\n  - a.css\n"
EXAMPLES = [
    Example({"mkdocs.yml": _RIGHT}),
    Example({"mkdocs.yml": _RIGHT.replace("strict: true", f"strict: false{MARK}")}),
    Example({"mkdocs.yml": _RIGHT.replace("  i18n", f"  search: {{}}{MARK}\n  i18n")}),
    Example({"mkdocs.yml": _RIGHT.replace("hooks:", f"hooks:{MARK}\n  - more.py")}),
    Example({"mkdocs.yml": _RIGHT.replace("name: material", f"name: mkdocs{MARK}")}),
    Example({"mkdocs.yml": _RIGHT.replace("custom_dir: overrides", f"custom_dir: docs{MARK}")}),
    Example({"mkdocs.yml": f"{_RIGHT}{_FOREIGN}extra:{MARK}\n  analytics: x\nINHERIT: x.yml{MARK}\n"}),
]
FILE = "mkdocs.yml"
# Each key that may stand there: what it must say; None where that changes no page, or is judged where it is built.
KNOWN: dict[tuple[str, ...], Any] = {
    ("site_name",): None,
    ("site_url",): None,
    ("docs_dir",): "docs",
    ("site_dir",): None,
    ("use_directory_urls",): "true",
    ("strict",): "true",
    ("exclude_docs",): None,
    ("validation",): None,
    ("markdown_extensions",): [],
    ("hooks",): ["scripts/site/hooks.py"],
    ("watch",): None,
    ("theme", "name"): "material",
    ("theme", "custom_dir"): "overrides",
    ("theme", "font"): "false",
    ("theme", "favicon"): None,
    ("plugins", "i18n"): None,
}
NEEDED = (("strict",), ("hooks",), ("theme", "custom_dir"))


def check(source: Source) -> Iterator[Problem]:
    if source.docs is None or not (file := source.docs.parent / FILE).exists():
        return
    try:
        located = parse_yaml(read_text(file, FILE), FILE)
    except ContentError as error:
        yield from error.problems
        return
    for where, value in _settings(located.data):
        if where not in KNOWN:
            mend = "Take it out, or let somebody who reads the code add it to the rule."
            yield Problem(FILE, located.line(where), f'"{".".join(where)}"', "a known setting", mend)
        elif KNOWN[where] is not None and value != KNOWN[where]:
            shown = f"{value}"[:60]
            yield Problem(FILE, located.line(where), f"{'.'.join(where)}: {shown}", f"{KNOWN[where]}")
    yield from (Problem(FILE, 1, f"no {'.'.join(where)}", f"{KNOWN[where]}") for where in _missing(located))


def _settings(data: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each setting by its place; of the theme and the plugins each one's own."""
    for key, value in data.items():
        if key in ("theme", "plugins") and isinstance(value, dict):
            yield from (((key, name), inner) for name, inner in value.items())
        else:
            yield (key,), value


def _missing(located: Located) -> list[tuple[str, ...]]:
    there = dict(_settings(located.data))
    return [where for where in NEEDED if where not in there]
