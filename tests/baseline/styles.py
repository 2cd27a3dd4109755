"""What a stylesheet uses that some browser of the baseline lacks: properties, values, functions, units, at-rules,
media features and selectors. What is new without a name of its own is not seen, as `of` in :nth-child().
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from . import Fault, compat

# At-rules that hold rules; others hold declarations. What @supports holds is for the browsers that it finds.
GROUPS = ("media", "keyframes", "layer", "container", "scope", "starting-style")

# tinycss2 publishes no types.
Node = Any


def style_faults(file: str, text: str) -> Iterator[Fault]:
    """Whatever is not in the baseline, in order.

    Left out is what has a fallback in the same block: the property with a prefix, or the same one before with a value
    that all know.
    """
    for node, what, table, entry in rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
        known = compat()["css"][table]
        if node.type == "error":
            yield Fault(file, node.source_line, node.source_column, node.message, "no stylesheet that can be read")
        elif entry in known:
            yield Fault(file, node.source_line, node.source_column, what, known[entry])


# A use: where, how it is shown, and where compat.json would have it.
Use = tuple[Node, str, str, str]


def rules(nodes: Iterable[Node]) -> Iterator[Use]:
    """What a list of rules uses."""
    for node in nodes:
        if node.type == "error":
            yield node, "", "at-rules", ""
        elif node.type == "qualified-rule":
            yield from selectors(node.prelude)
            yield from block(node.content)
        elif node.type == "at-rule":
            yield node, f"@{node.at_keyword}", "at-rules", node.at_keyword
            if node.at_keyword == "media":
                yield from media(node.prelude)
            if node.content is not None and node.at_keyword in GROUPS:
                yield from rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
            elif node.content is not None and node.at_keyword != "supports":
                yield from block(node.content)


def block(content: list[Node]) -> Iterator[Use]:
    """What declarations use, and rules within rules."""
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    names = {node.lower_name for node in nodes if node.type == "declaration"}
    known = compat()["css"]
    sound: set[str] = set()  # properties that have a value which all know
    for node in nodes:
        if node.type != "declaration":
            if node.type == "qualified-rule":
                yield node, "a rule within a rule", "selectors", "nesting"
            yield from rules([node])
            continue
        name = node.lower_name
        if not name.startswith("-") and not {f"-webkit-{name}", f"-moz-{name}"} & names:
            yield node, name, "properties", name
        used = list(values(name, node.value))
        if not any(entry in known[table] for _, _, table, entry in used):
            sound.add(name)
        elif name not in sound:
            yield from used


def values(name: str, parts: Iterable[Node], within: str = "") -> Iterator[Use]:
    """What the value of a property uses, or of a function in it."""
    for part in parts:
        if part.type == "function":
            yield part, f"{part.lower_name}()", "functions", part.lower_name
            yield part, f"{name}: {part.lower_name}()", "values", f"{name}: {part.lower_name}"
            yield from values(name, part.arguments, part.lower_name)
        elif part.type == "ident" and not within and name != "font-family":  # names of fonts, the first that is there
            yield part, f"{name}: {part.lower_value}", "values", f"{name}: {part.lower_value}"
        elif part.type == "dimension":
            yield part, f"the unit {part.lower_unit}", "units", part.lower_unit
        elif part.type == "() block":
            yield from values(name, part.content, within)


def media(parts: Iterable[Node]) -> Iterator[Use]:
    """What the conditions of @media ask for."""
    for part in parts:
        if part.type == "() block":
            yield from media(part.content)
        elif part.type == "ident":
            feature = part.lower_value.removeprefix("min-").removeprefix("max-")
            yield part, f"@media ({feature})", "media", feature
        elif part.type == "literal" and part.value in ("<", ">", "<=", ">="):
            yield part, f"@media ({part.value})", "media", "range_syntax"


def selectors(parts: list[Node]) -> Iterator[Use]:
    """What a list of selectors uses. Alone, one with a browser's own prefix breaks nothing for the others."""
    alone = not any(part == "," for part in parts)
    after_colon = False
    for part in parts:
        name = getattr(part, "lower_name", None) or getattr(part, "lower_value", "")
        if after_colon and part.type in ("ident", "function") and not (alone and name.startswith("-")):
            yield part, f":{name}", "selectors", name
        if part.type == "function":
            yield from selectors(part.arguments)
        if part == "&":
            yield part, "&", "selectors", "nesting"
        after_colon = part == ":"
