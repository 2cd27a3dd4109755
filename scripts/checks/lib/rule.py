"""What a rule is: a module of `scripts.checks.rules`, listed there.

    ID, NAME = "SEC001", "secret-request"   the first never changes, the second is what people call it
    SEVERITY = "error"               "error": cannot be published. "warning": to be read by somebody
    ABOUT_ZH, ABOUT_EN = …           one sentence for writers
    EXAMPLES = [page(en=…), …]       what it finds, at the lines that end in MARK, and what it leaves alone
    def check(source: Loaded): …     yields a Problem for each place; the type says what it needs (source.py)
    def fix(file: File): …           only where mending is mechanical: the file's text, mended
    NEEDS = ("terms.yml",)           only where it would find what is right, did such a data file say nothing at all
"""

from collections.abc import Iterable
from typing import Any, Literal, Protocol, get_type_hints, runtime_checkable

from scripts.content import Problem

from .example import Example
from .source import File, Loaded, Source

Severity = Literal["error", "warning"]


class Rule(Protocol):
    """A module, or anything else with these names."""

    ID: str
    NAME: str
    ABOUT_ZH: str
    ABOUT_EN: str
    EXAMPLES: list[Example]
    SEVERITY: Severity

    def check(self, source: Any) -> Iterable[Problem]: ...


@runtime_checkable
class Mends(Protocol):
    """A rule that can mend what it finds."""

    def fix(self, file: File) -> str: ...


def needs(rule: Rule) -> type[Source]:
    """What a rule reads: text alone, the content model, or the built site."""
    needed: type[Source] = get_type_hints(rule.check)["source"]
    return needed


def problems(rule: Rule, source: Source) -> Iterable[Problem]:
    """What a rule finds in a source; nothing where the source lacks what the rule needs."""
    if source.docs and any(name not in source.data for name in getattr(rule, "NEEDS", ())):
        return ()
    needed = needs(rule)
    if needed is Loaded and source.content and not isinstance(source, Loaded):  # one mistake hides no others
        source = Loaded(source.files, source.problems, source.today, source.docs, source.content, source.data)
    return rule.check(source) if isinstance(source, needed) else ()
