"""What readers see of the data files, and what they type: each value as a block, with the place of each character.

    for value in values("safety.yml", text):
        value.code, value.block.text, value.block.section

Nothing of it is Markdown: readers see it as it stands there, but for {placeholders} and {{ keys }}.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from scripts.content.blocks import Block
from scripts.content.markdown import KEY, TEXT
from scripts.content.source import Where

SHOWN = ("facts.yml", "glossary.yml", "languages.yml", "networks.yml", "pictures.yml", "safety.yml", "terms.yml")
TYPED = re.compile(r"search(?:_\w+)?|words|same|called")  # keys of what readers type, in terms.yml and search.yml
KIND = "value"  # of such a block
_FILLED = re.compile(r"\{\{?[^{}]*\}?\}")


@dataclass(frozen=True)
class Value:
    """A text of a data file. `code` is its language, None where both show it. The block's section says where it stands:
    "SAFE-1", "support.phone.instead"."""

    code: str | None
    typed: bool  # by readers, and not shown
    block: Block


def values(name: str, text: str) -> Iterator[Value]:
    """The values of a data file. Of a broken one, and of one that no reader sees: nothing."""
    if name not in (*SHOWN, "search.yml"):
        return
    try:
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return  # the content model says so
    scalars = dict(_scalars(root, ()))
    lines = _starts(text)
    for where, node in scalars.items():
        keys = [str(step) for step in where]
        typed = any(TYPED.fullmatch(key) for key in keys)
        code: str | None = None
        if "strings" in keys:
            said = scalars.get((*where[:2], "code"))
            code, section = said.value if said else None, f"strings.{keys[-1]}"
        elif typed or keys[-1] == "value":
            section = ".".join(keys)
        elif keys[-1] in ("zh", "en"):
            code, section = keys[-1], ".".join(keys[:-1])
        else:
            continue
        yield Value(code, typed, _block(section, node, _places(text, lines, node)))


def front_values(text: str, keys: tuple[str, ...]) -> Iterator[tuple[str, list[tuple[int, int]], list[int]]]:
    """The values of these keys of a front matter: text, line and column of each character, where its lines begin."""
    try:
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return  # the content model says so
    lines = _starts(text)
    for where, node in _scalars(root, ()):
        if where and where[0] in keys:
            yield node.value, _places(text, lines, node), _starts(node.value)


def _block(section: str, node: yaml.ScalarNode, places: list[tuple[int, int]]) -> Block:
    kinds = [TEXT] * len(node.value)
    for match in _FILLED.finditer(node.value):
        kinds[slice(*match.span())] = KEY * len(match[0])
    return Block(section, KIND, (1,), node.value, "".join(kinds), tuple(places))


def _starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(place for place, character in enumerate(text, 1) if character == "\n")]


def _scalars(node: yaml.Node | None, where: Where) -> Iterator[tuple[Where, yaml.ScalarNode]]:
    """The values, not the keys, each with where it stands."""
    if isinstance(node, yaml.ScalarNode):
        yield where, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*where, key.value if isinstance(key, yaml.ScalarNode) else ""))
    elif node:
        for number, value in enumerate(node.value):
            yield from _scalars(value, (*where, number))


def _places(text: str, lines: list[int], node: yaml.ScalarNode) -> list[tuple[int, int]]:
    """Line and column of each character of a value, and of its end: the next one like it in the source."""
    at, places = node.start_mark.index, []
    for character in f"{node.value} ":
        found = text.find(character, at, node.end_mark.index)
        at = max(at, found)
        line = bisect_right(lines, at)
        places.append((line, at - lines[line - 1] + 1))
        at += found >= 0
    return places
