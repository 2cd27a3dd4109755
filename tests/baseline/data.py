"""`make baseline-data`: what some browser of the baseline lacks, from MDN's browser-compat-data, and a parser.

Writes compat.json and acorn.js beside this file, from two packages of npm, each of one version with one content. They
are kept with the tests because nothing on PyPI has them; npm is needed only here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import BROWSERS, FOLDER, INSTANCES

# What npm must hand out: the name with its version, and its integrity as npm states it.
DATA = (
    "@mdn/browser-compat-data@8.1.9",
    "sha512-7d8D9yzVS4ugLbt4clzc5DKU8dq85K0lRebjzpP43GxSr7vYKmczgfuEU+0beimjl5YmnHkcErtolg5t5ttb0A==",
)
PARSER = (
    "acorn@8.19.0",
    "sha512-oJlA3XiRm7Cyk6qFD2Jn8ak9B7jSy0qy00ADO3+8dpT0LSjFihQYv4C02LFCSYJV3Q37xYwwRy5m+IpIiUzqWw==",
)

# What in BCD holds interfaces of its own, as the window does.
NAMESPACES = ("Intl", "Temporal")
# A name that can stand in a file. What else BCD lists below a name is described in words, with underscores.
NAME = re.compile(r"-?[A-Za-z$][\w$-]*")
WORDS = re.compile(r"_(?!static$|event$)")

Tree = dict[str, Any]


def main() -> None:
    [data] = unpacked(DATA, "data.json")
    parser, terms = unpacked(PARSER, "dist/acorn.js", "LICENSE")
    compat = json.loads(data)
    extract = {
        "from": {DATA[0]: DATA[1]},
        "for": {"browsers": dict(BROWSERS.values())},
        "javascript": javascript(compat),
        "css": css(compat["css"]),
        "html": html(compat["html"]),
    }
    text = json.dumps(extract, ensure_ascii=False, indent=1, sort_keys=True)
    (FOLDER / "compat.json").write_text(text + "\n", "utf-8")
    (FOLDER / "acorn.js").write_text(parser, "utf-8")
    (FOLDER / "acorn.LICENSE").write_text(terms, "utf-8")


def unpacked(package: tuple[str, str], *files: str) -> list[str]:
    """Files of a package of npm. Ends with one line where there is no npm or the package is not the one we know."""
    name, integrity = package
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                ["npm", "pack", "--json", "--pack-destination", folder, name],
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            sys.exit(f"Error: npm could not fetch {name}. Is npm installed, and is there a network?")
        packed = json.loads(done.stdout)[0]
        if packed["integrity"] != integrity:
            sys.exit(f"Error: {name} is {packed['integrity']}, not {integrity}: see what changed, then {__file__}")
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            return [archive.extractfile(f"package/{file}").read().decode("utf-8") for file in files]


def lacking(tree: Tree) -> str:
    """Which browsers of the baseline lack a feature, and who has it now: "Chromium since 92, Firefox not yet"."""
    lacks = []
    for browser, (name, oldest) in BROWSERS.items():
        support = tree["__compat"]["support"].get(browser) or {}
        spans = [
            (order(state["version_added"]), order(state.get("version_removed") or "none"), state["version_added"])
            for state in (support if isinstance(support, list) else [support])
            if not {"prefix", "alternative_name", "flags"} & state.keys()
            and state.get("version_added")
            # in part, until more came: Chromium had `mask`, but for SVG alone
            and not {"partial_implementation", "version_removed"} <= state.keys()
        ]
        if not any(added <= order(oldest) < removed for added, removed, _ in spans):
            later = [span for span in spans if span[0] > order(oldest)]
            lacks.append(f"{name} since {min(later)[2]}" if later else f"{name} not yet")
    return ", ".join(lacks)


def order(version: str) -> tuple[int, ...]:
    """Versions in their order, "≤37" as 37; a preview, or none, comes last."""
    version = version.removeprefix("≤")
    return tuple(map(int, version.split("."))) if version[0].isdigit() else (10**6,)


def features(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """What a part of BCD lists by a name that can stand in a file."""
    for name, sub in tree.items():
        if NAME.fullmatch(name) and not WORDS.search(name) and "__compat" in sub:
            yield name, sub


def newer(found: Iterable[tuple[str, Tree]]) -> dict[str, str]:
    """Of features by name, what the baseline lacks; a name that some other feature had before is none."""
    all_found: dict[str, list[str]] = {}
    for name, tree in found:
        all_found.setdefault(name, []).append(lacking(tree))
    return {name: lacks[0] for name, lacks in all_found.items() if all(lacks)}


def javascript(compat: Tree) -> dict[str, dict[str, str]]:
    """Names of globals; of members, whatever they are of; of members by their owner, where others have the name too."""
    builtins, api = compat["javascript"]["builtins"], compat["api"]
    interfaces = [*features(builtins), *features(api)]
    interfaces += [found for name in NAMESPACES for found in features(builtins[name])]
    members = [
        (owner, re.sub("_(static|event)$", "", name), name, tree)
        for owner, interface in interfaces
        for name, tree in features(interface)
        # Not constructors; and what is of something newer can be had only through that, which is found by its own name.
        if name != owner and not lacking(interface)
    ]
    events = [(name, tree) for _, name, full, tree in members if full.endswith("_event")]
    members = [member for member in members if not member[2].endswith("_event")]
    own = [(name, tree) for owner, name, _, tree in members if owner.endswith(("Window", "WorkerGlobalScope"))]
    anywhere = newer((name, tree) for _, name, _, tree in members)
    return {
        "globals": newer([*interfaces, *own]),
        "members": anywhere,
        # of what a script can name: `Response.json`, `navigator.share`
        "owned": newer(
            (f"{owner}.{name}", tree)
            for owner, name, full, tree in members
            if (owner in builtins or owner in INSTANCES.values() or full.endswith("_static")) and name not in anywhere
        ),
        "events": newer(events),
        "syntax": newer(syntax(compat["javascript"])),
    }


def syntax(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """What a parser with the level ECMASCRIPT reads although it is newer, as uses.js calls it."""
    yield "lookbehind in a regular expression", tree["regular_expressions"]["lookbehind_assertion"]
    yield "a static block of a class", tree["classes"]["static"]["initialization_blocks"]
    yield "#name in object", tree["classes"]["private_class_fields_in"]


def css(tree: Tree) -> dict[str, dict[str, str]]:
    """Names of properties, of values by property ("overflow: clip"), of functions, units, at-rules and selectors."""
    properties = list(features(tree["properties"]))
    known = newer(properties)
    return {
        "properties": known,
        "values": newer(
            (f"{name}: {value}", sub) for name, of in properties if name not in known for value, sub in features(of)
        ),
        "functions": newer(walk(tree["types"])),
        "units": newer(units(tree["types"]["length"])),
        "at-rules": newer(features(tree["at-rules"])),
        "media": newer((name, sub) for name, sub in tree["at-rules"]["media"].items() if "__compat" in sub),
        "selectors": newer(features(tree["selectors"])),
    }


def walk(tree: Tree) -> Iterator[tuple[str, Tree]]:
    for name, sub in features(tree):
        yield name, sub
    for name, sub in tree.items():
        if name != "__compat":
            yield from walk(sub)


def units(length: Tree) -> Iterator[tuple[str, Tree]]:
    """Units of lengths; BCD has some as families."""
    for name, sub in features(length):
        yield name.lower(), sub
    for family, letter in (("dynamic", "d"), ("large", "l"), ("small", "s")):
        for side in ("w", "h", "i", "b", "min", "max"):
            yield f"{letter}v{side}", length[f"viewport_percentage_units_{family}"]
    for side in ("w", "h", "i", "b", "min", "max"):
        yield f"cq{side}", length["container_query_length_units"]


def html(tree: Tree) -> dict[str, dict[str, str]]:
    """Names of elements, and of attributes: by element ("img loading"), or of any ("* popover")."""
    elements = list(features(tree["elements"]))
    known = newer(elements)
    attributes = [(f"{name} {attribute}", sub) for name, of in elements for attribute, sub in features(of)]
    anywhere = [(f"* {name}", sub) for name, sub in features(tree["global_attributes"])]
    return {"elements": known, "attributes": newer([*attributes, *anywhere])}


if __name__ == "__main__":
    main()
