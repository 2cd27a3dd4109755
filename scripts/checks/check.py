"""Running the rules, and mending what can be mended mechanically."""

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.content import Problem
from scripts.content.edit import write

from .lib import suppressions
from .lib.rule import Mends, Rule, needs, problems
from .lib.source import Loaded, Source
from .report import Finding, Report
from .rules import RULES
from .rules.loading import Loading

# Whose findings in a section say that it is built otherwise than its writer means: what compares languages follows.
_BUILD = {"lists", "tables", "markup", "keys", "links"}
_WHOLE = {"blocks", "headings", "safety-line"}  # after these nothing in the page is where its writer means it

_SIGNS = {"markup", "chinese-typography"}


def check(source: Source, rules: Iterable[Rule] = RULES, progress: Callable[[str], None] = lambda _: None) -> Report:
    """Everything that the rules find, apart from what is suppressed. `progress` is told each rule's name."""
    found: list[Finding] = []
    for rule in rules:
        progress(f"{rule.ID} {rule.NAME} …")
        try:
            named = list(problems(rule, source))
        except LookupError:  # in content that does not fit together; what does not is named already
            if not source.problems:
                raise
            named = []
        # a rule on dates says itself what has only run out
        found += [Finding(p, rule.ID, rule.NAME, p.severity or rule.SEVERITY) for p in named]
    first = {rule.ID for rule in RULES if isinstance(rule, Loading)}
    found = sorted(_causes(source, set(found)), key=lambda f: (f.id not in first, f.problem, f.id))
    silenced = {(*place, name) for place, names in suppressions.places(source).items() for name in names}
    suppressed = [f for f in found if (f.problem.path, f.problem.line, f.id) in silenced]
    return Report([f for f in found if f not in suppressed], suppressed)


def _causes(source: Source, found: set[Finding]) -> list[Finding]:
    """What was found, without what only follows from it: where a section's steps or table are broken in one language,
    nothing is said of the other one, which is innocent; where a page's blocks or headings are, of neither."""
    broken: dict[tuple[str, int] | None, set[str]] = {}
    for f in found:
        if f.name in _BUILD:
            broken.setdefault(_section(source, f.problem), set()).add(f.problem.path)
    pages = {_page(f.problem.path) for f in found if f.name in _WHOLE}
    signs = {(f.problem.path, f.problem.line) for f in found if f.name == "blocks"}  # what else is odd there
    found = {f for f in found if f.name not in _SIGNS or (f.problem.path, f.problem.line) not in signs}
    compares = {rule.ID for rule in RULES if ".languages." in getattr(rule, "__name__", "") and needs(rule) is Loaded}
    return [
        f
        for f in found
        if f.id not in compares
        or (
            f.problem.path in broken.get(_section(source, f.problem), {f.problem.path})
            and _page(f.problem.path) not in pages
        )
    ]


def _page(path: str) -> str:
    """The page, whatever its language: docs/zh/fees/a.md is fees/a.md."""
    return path.split("/", 2)[-1]


def _section(source: Source, problem: Problem) -> tuple[str, int] | None:
    """Of a problem in a page's body: the page without its language, and how many headings stand before."""
    file = source.by_path.get(problem.path)
    if not file or not file.code or problem.line < file.body_line:
        return None
    headings = [heading.line for heading in file.document.headings]
    return _page(file.path), sum(line <= problem.line for line in headings)


def fix(source: Source, rules: Iterable[Rule] = RULES) -> list[Path]:
    """Mend what can be mended mechanically. Returns the files changed."""
    changed: list[Path] = []
    for file in source.files if source.docs else ():
        text = file.text
        for rule in rules:
            if isinstance(rule, Mends):
                text = rule.fix(dataclasses.replace(file, text=text))
        if text != file.text and source.docs:
            path = source.docs.parent / file.path
            write(path, text.encode("utf-8"))
            changed.append(path)
    return changed
