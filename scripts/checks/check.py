"""Running the rules, and mending what can be mended mechanically."""

import dataclasses
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.content.edit import write

from .lib import suppressions
from .lib.rule import Mends, Rule, problems
from .lib.source import Source
from .report import Finding, Report
from .rules import RULES


def check(source: Source, rules: Iterable[Rule] = RULES, progress: Callable[[str], None] = lambda _: None) -> Report:
    """Everything that the rules find, apart from what is suppressed. `progress` is told each rule's name."""
    found: list[Finding] = []
    for rule in rules:
        progress(f"{rule.ID} {rule.NAME} …")
        # a rule on dates says itself what has only run out
        found += [Finding(p, rule.ID, rule.NAME, p.severity or rule.SEVERITY) for p in problems(rule, source)]
    found = sorted(set(found), key=lambda finding: (finding.problem, finding.id))
    silenced = {(*place, name) for place, names in suppressions.places(source).items() for name in names}
    suppressed = [f for f in found if (f.problem.path, f.problem.line, f.id) in silenced]
    return Report([f for f in found if f not in suppressed], suppressed)


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
