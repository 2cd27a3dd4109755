"""Reading a text file and the YAML in it, so that every mistake can be named by its line.

YAML scalars stay text here: `no`, `on`, `12:30` and `2026-01-31` mean what they look like,
and the models in `data.py`, `facts.py` and `articles.py` say what is a date and what a word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pydantic
import yaml

from .problems import ContentError, Problem, did_you_mean, of_kind

# A longer file or line is not prose; Markdown parsers take seconds over a line of 100,000 brackets.
MAX_BYTES = 200_000
MAX_LINE = 5_000
MAX_DEPTH = 12

Model = TypeVar("Model", bound=pydantic.BaseModel)


@dataclass
class Located:
    """YAML data, and the line of every key and list item by its path, such as ("support", "phone", "state")."""

    path: str
    data: Any
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)

    def line(self, where: tuple[str | int, ...]) -> int:
        """The line of `where`, or of what is nearest around it."""
        while where not in self.lines:
            where = where[:-1]
        return self.lines[where]


def read_text(file: Path, path: str) -> str:
    """The text of `file`. Raises ContentError if it is not UTF-8, or too large to be an article."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise ContentError([Problem(path, 1, f"no readable file ({error.strerror})", "a text file", rule="file")]) from None
    if len(raw) > MAX_BYTES:
        raise ContentError([Problem(path, 1, f"{len(raw)} bytes", f"at most {MAX_BYTES}", "Split it.", rule="file")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError(
            [Problem(path, line, f"byte 0x{raw[error.start]:02x}", "text in UTF-8", "Save the file as UTF-8.", rule="file")]
        ) from None
    text = text.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise ContentError([Problem(path, number, f"a line of {len(line)} characters", f"at most {MAX_LINE}", rule="file")])
        if "\x00" in line:
            raise ContentError([Problem(path, number, "a NUL character", "text", "Save the file as UTF-8.", rule="file")])
    return text


def parse_yaml(text: str, path: str, first_line: int = 1) -> Located:
    """Parse one YAML mapping whose first line is line `first_line` of its file.

    Raises ContentError for broken YAML, a key given twice, an alias, or anything but a mapping.
    """
    try:
        return _parse_yaml(text, path, first_line)
    except ContentError as error:
        raise ContentError(of_kind("yaml", error.problems)) from None


def _parse_yaml(text: str, path: str, first_line: int) -> Located:
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContentError(
            [
                Problem(
                    path,
                    first_line + (mark.line if mark else 0),
                    f"broken YAML ({error.problem or error.context})",
                    "key: value",
                    'Put a value that holds ": ", "#" or quotes between quotes, and indent with spaces.',
                )
            ]
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        detail = " ".join(str(error).split())[:80]
        raise ContentError([Problem(path, first_line, f"broken YAML ({detail})", "key: value")]) from None
    if not isinstance(node, yaml.MappingNode):
        found = "nothing" if node is None else f"a {node.id}"
        raise ContentError([Problem(path, first_line, found, "a list of key: value")])

    located = Located(path, None, {(): first_line})
    problems: list[Problem] = []
    seen: set[int] = set()

    def build(node: yaml.Node, where: tuple[str | int, ...]) -> Any:
        if id(node) in seen or len(where) > MAX_DEPTH:
            found = "an alias (*)" if id(node) in seen else f"more than {MAX_DEPTH} levels"
            problems.append(Problem(path, located.line(where), found, "plain values", "Write the value out."))
            return None
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            result: dict[str, Any] = {}
            for key_node, value_node in node.value:
                key_line = first_line + key_node.start_mark.line
                if not isinstance(key_node, yaml.ScalarNode):
                    problems.append(Problem(path, key_line, f"a {key_node.id} as a key", "a word"))
                    continue
                key = key_node.value
                if key in result:
                    first = located.lines[(*where, key)]
                    problems.append(
                        Problem(path, key_line, f'key "{key}" a second time', f"it once (line {first})", "Remove one.")
                    )
                    continue
                located.lines[(*where, key)] = key_line
                result[key] = build(value_node, (*where, key))
            return result
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                located.lines[(*where, index)] = first_line + item.start_mark.line
            return [build(item, (*where, index)) for index, item in enumerate(node.value)]
        return node.value

    located.data = build(node, ())
    if problems:
        raise ContentError(problems)
    return located


def validate(model: type[Model], located: Located, where: tuple[str | int, ...] = ()) -> Model:
    """Turn the data at `where` into a `model`. Raises ContentError with a line for each mistake."""
    data = located.data
    for step in where:
        data = data[step]
    try:
        return model.model_validate(data)
    except pydantic.ValidationError as error:
        raise ContentError(_problem(located, where, detail, model) for detail in error.errors()) from None


def _problem(located: Located, where: tuple, detail: Any, model: type[pydantic.BaseModel]) -> Problem:
    """Say in a writer's words what pydantic found."""
    # pydantic puts "[key]" after the name of a mapping's key that is itself at fault
    steps = tuple(step for step in detail["loc"] if step != "[key]")
    place = (*where, *steps)
    name = ".".join(map(str, steps)) or "the file"
    line = located.line(place)
    kind, value = detail["type"], detail.get("input")
    shown = f'"{value}"' if isinstance(value, str) else f"a {type(value).__name__}".replace("a dict", "a mapping")
    if kind == "extra_forbidden":
        known = _fields(model, steps[:-1])
        expected = f"only {', '.join(known)}" if known else "no such key"
        return Problem(located.path, line, f'unknown key "{steps[-1]}"', expected, did_you_mean(str(steps[-1]), known))
    if kind == "missing":
        return Problem(located.path, line, f'no "{name}"', "it to be given", f'Add "{steps[-1]}: …".')
    context = detail.get("ctx", {})
    expected = {
        "literal_error": f"one of {context.get('expected', '')}".replace("'", "").replace(" or ", ", "),
        "enum": f"one of {context.get('expected', '')}".replace("'", "").replace(" or ", ", "),
        "date_from_datetime_parsing": "a date such as 2026-01-31",
        "date_parsing": "a date such as 2026-01-31",
        "date_type": "a date such as 2026-01-31",
        **dict.fromkeys(
            ("datetime_from_date_parsing", "datetime_parsing", "datetime_type", "timezone_aware"),
            "a time with its zone, such as 2026-01-31 14:00+08:00",
        ),
        "string_too_long": f"at most {context.get('max_length')} characters",
        "string_too_short": "some text",
        "too_short": "at least one",
        "list_type": "a list",
        "string_type": "a text",
        "bool_parsing": "true or false",
        "model_type": "key: value below it",
        "dict_type": "key: value below it",
        "value_error": str(context.get("error", "")),
    }.get(kind, detail["msg"])
    found = f'"{name}" with {len(value)} characters' if kind == "string_too_long" else f'{shown} as "{name}"'
    return Problem(located.path, line, found, expected)


def _fields(model: type[pydantic.BaseModel], steps: tuple) -> list[str]:
    """The keys that the model at `steps` inside `model` knows; none where that is not a model."""
    for step in steps:
        if isinstance(step, int):
            continue
        annotation = model.model_fields[step].annotation if step in model.model_fields else None
        candidates = [annotation, *getattr(annotation, "__args__", ())]
        models = [c for c in candidates if isinstance(c, type) and issubclass(c, pydantic.BaseModel)]
        if not models:
            return []
        model = models[0]
    return list(model.model_fields)
