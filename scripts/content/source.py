"""Reading a text file and the YAML in it, so that every mistake can be named by its line.

YAML scalars stay text here: `no`, `on`, `12:30` and `2026-01-31` mean what they look like,
and the models in `data.py`, `facts.py` and `pages.py` say what is a date and what a word.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

import pydantic
import yaml

from .data import IN_WORDS
from .problems import ContentError, Problem, did_you_mean

# A longer file or line is not prose; Markdown parsers take seconds over a line of 100,000 brackets.
MAX_BYTES = 200_000
MAX_DATA_BYTES = 5_000_000  # what is noted of every section grows with the articles
MAX_LINE = 4_000  # also no more digits than Python makes a number of
MAX_DEPTH = 12

_CUT = re.compile(r"[ \t]+#( |$)?")
_NAME = re.compile(r"[\w.:+-]+", re.ASCII)

Model = TypeVar("Model", bound=pydantic.BaseModel)
Where = tuple[str | int, ...]  # ("support", "phone", "state"), ("sections", 0, "articles", 2)


@dataclass(frozen=True)
class Located:
    """YAML data, and the line of every key and list item by its path, such as ("support", "phone", "state").

    To be read only: what is parsed once is shared by all who ask.
    """

    path: str
    data: Any
    lines: dict[Where, int]
    silenced: tuple[tuple[int, str], ...] = ()  # the comments that silence a rule, each with its line

    def line(self, where: Where) -> int:
        """The line of `where`, or of what is nearest around it."""
        while where not in self.lines:
            where = where[:-1]
        return self.lines[where]


def read_text(file: Path, path: str) -> str:
    """The text of `file`. Raises ContentError if it is not UTF-8, or larger than an article or data can be."""

    def refused(line: int, found: str, expected: str, mend: str = "") -> ContentError:
        return ContentError([Problem(path, line, found, expected, mend, rule="file-format")])

    try:
        raw = file.read_bytes()
    except OSError as error:
        raise refused(1, f"no readable file ({error.strerror})", "a text file") from None
    most = MAX_DATA_BYTES if file.suffix == ".yml" else MAX_BYTES
    if len(raw) > most:
        raise refused(1, f"{len(raw)} bytes", f"at most {most}", "Split it.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = raw.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{raw[error.start]:02x}"
        raise refused(number, found, "text in UTF-8", "Save the file as UTF-8.") from None
    text = text.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise refused(number, f"a line of {len(line)} characters", f"at most {MAX_LINE}")
        if "\x00" in line:
            raise refused(number, "a NUL character", "text", "Save the file as UTF-8.")
    return text


@functools.lru_cache(maxsize=512)  # data files are the same at the next live reload
def parse_yaml(text: str, path: str, first_line: int = 1) -> Located:
    """Parse one YAML mapping whose first line is line `first_line` of its file.

    Raises ContentError for broken YAML, a key given twice, an alias, or anything but a mapping.
    """
    builder = _Builder(path, first_line, text)
    data: Any = None
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
        if isinstance(node, yaml.MappingNode):
            data = builder.build(node, ())
        else:
            builder.wrong(first_line, "nothing" if node is None else _kind(node), "a list of key: value")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        wide = _wide_colon(text, mark.line if mark else 0)
        if wide is not None:
            colon, key = wide
            mend = "Write a half-width colon and a blank: \": \"."
            builder.wrong(first_line + colon, f'"{key}：" with a full-width colon', f'"{key}: "', mend)
            raise ContentError(builder.problems) from None
        mend = 'Put a value that holds ": ", "#" or quotes between quotes, and indent with spaces.'
        builder.wrong(line, f"broken YAML ({error.problem or error.context})", "key: value", mend)
    except (yaml.YAMLError, RecursionError) as error:
        detail = " ".join(str(error).split())[:80]
        builder.wrong(first_line, f"broken YAML ({detail})", "key: value")
    if builder.problems:
        raise ContentError(builder.problems)
    noted = text.split("\n") if "check-disable" in text else []
    silenced = tuple((n, line.strip()) for n, line in enumerate(noted, first_line) if "check-disable" in line)
    return Located(path, data, builder.lines, silenced)


def _wide_colon(text: str, line: int) -> tuple[int, str] | None:
    """Near a line of broken YAML, the last key with the colon of a Chinese input method: its line, both from 0."""
    for number, written in reversed(list(enumerate(text.split("\n")[: line + 1]))[-3:]):
        if match := re.search(r"(?:^|[{,\s-])([A-Za-z_][\w.-]*)：", written):
            return number, match[1]
    return None


class _Builder:
    """Turns YAML's nodes into plain data, and notes the line of each."""

    def __init__(self, path: str, first_line: int, text: str):
        self.path = path
        self.first_line = first_line
        self.text = text
        self.lines: dict[Where, int] = {(): first_line}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def wrong(self, line: int, found: str, expected: str, mend: str = "") -> None:
        self.problems.append(Problem(self.path, line, found, expected, mend, rule="yaml-syntax"))

    def build(self, node: yaml.Node, where: Where) -> Any:
        if id(node) in self._seen or len(where) > MAX_DEPTH:
            found = "an alias (*)" if id(node) in self._seen else f"more than {MAX_DEPTH} levels"
            self.wrong(self.lines[where], found, "plain values", "Write the value out.")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.lines[(*where, index)] = self.first_line + item.start_mark.line
            return [self.build(item, (*where, index)) for index, item in enumerate(node.value)]
        # YAML takes the rest of "order #123" for a comment, and says nothing. Behind a name or a date, it may be one.
        cut = isinstance(node, yaml.ScalarNode) and not node.style and _CUT.match(self.text, node.end_mark.index)
        if cut and not (cut[1] and _NAME.fullmatch(node.value)):
            line = self.first_line + node.end_mark.line
            mend = "Put the value between quotes; a comment takes a line of its own."
            self.wrong(line, f'"{node.value}", cut off at " #"', "a value, or a comment, alone on its line", mend)
        return node.value

    def _mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = self.first_line + key_node.start_mark.line
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                self.wrong(line, f"{_kind(key_node)} as a key", "a word")
            elif key in result:
                first = self.lines[(*where, key)]
                self.wrong(line, f'key "{key}" a second time', f"it once (line {first})", "Remove one.")
            else:
                self.lines[(*where, key)] = line
                result[key] = self.build(value_node, (*where, key))
        return result


def _kind(node: yaml.Node) -> str:
    names = {yaml.MappingNode: "a mapping", yaml.SequenceNode: "a sequence", yaml.ScalarNode: "a scalar"}
    return names[type(node)]


def validate(model: type[Model], located: Located, where: Where = ()) -> Model:
    """Turn the data at `where` into a `model`. Raises ContentError with a line for each mistake."""
    data = located.data
    for step in where:
        data = data[step]
    try:
        return model.model_validate(data)
    except pydantic.ValidationError as error:
        raise ContentError(_problem(located, where, detail, model) for detail in error.errors()) from None


# What pydantic calls a mistake, and what a writer is told to write instead.
_DATE = "a date such as 2026-01-31"
_TIME = "a time with its zone, such as 2026-01-31 14:00+08:00"
_EXPECTED = {
    "date_from_datetime_parsing": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "date_type": _DATE,
    "datetime_from_date_parsing": _TIME,
    "datetime_parsing": _TIME,
    "datetime_type": _TIME,
    "timezone_aware": _TIME,
    "string_too_short": "some text",
    "too_short": "at least one",
    "list_type": "a list",
    "string_type": "a text",
    "model_type": "key: value below it",
    "dict_type": "key: value below it",
}


def _problem(located: Located, where: Where, detail: Any, model: type[pydantic.BaseModel]) -> Problem:
    """Say in a writer's words what pydantic found."""
    # pydantic puts "[key]" after the name of a mapping's key that is itself at fault
    steps = tuple(step for step in detail["loc"] if step != "[key]")
    name = ".".join(map(str, steps or where)) or "the file"
    line = located.line((*where, *steps))
    kind, value = detail["type"], detail.get("input")
    if kind == "extra_forbidden":
        known = _fields(model, steps[:-1])
        expected = f"only {', '.join(known)}" if known else "no such key"
        return Problem(located.path, line, f'unknown key "{steps[-1]}"', expected, did_you_mean(str(steps[-1]), known))
    if kind == "missing":
        return Problem(located.path, line, f'no "{name}"', "it to be given", f'Add "{steps[-1]}: …".')
    if kind == "value_error" and not steps and where:
        return Problem(located.path, line, f'what stands below "{".".join(map(str, where))}"', _expected(detail))
    kinds: dict[type[Any], str] = {dict: "a group of keys", list: "a list"}
    shown = f'"{_short(value)}"' if isinstance(value, str) else kinds.get(type(value), f"a {type(value).__name__}")
    found = f'"{name}" with {len(value)} characters' if kind == "string_too_long" else f'{shown} as "{name}"'
    return Problem(located.path, line, found, _expected(detail))


def _short(value: str) -> str:
    return value if len(value) <= 80 else f"{value[:80]}…"


def _expected(detail: Any) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            return f"one of {context['expected']}".replace("'", "").replace(" or ", ", ")
        case "string_pattern_mismatch":
            return IN_WORDS.get(context["pattern"], f"what {context['pattern']} matches")
        case "string_too_long":
            return f"at most {context['max_length']} characters"
        case "value_error":
            return str(context["error"])
        case kind:
            return _EXPECTED.get(kind, str(detail["msg"]))


def _fields(model: type[pydantic.BaseModel], steps: Where) -> list[str]:
    """The keys that the model at `steps` inside `model` knows; none where that is not a model."""
    here = _model_in(model)
    for step in steps:  # a number of a list, or a key that is data's own, leads no deeper into the models
        if here and step in here.model_fields:
            here = _model_in(here.model_fields[str(step)].annotation)
    return list(here.model_fields) if here else []


def _model_in(annotation: Any) -> type[pydantic.BaseModel] | None:
    """The model in a type such as `dict[str, list[GlossaryEntry]]`."""
    if isinstance(annotation, type) and issubclass(annotation, pydantic.RootModel):
        return _model_in(annotation.model_fields["root"].annotation)
    if isinstance(annotation, type) and issubclass(annotation, pydantic.BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
