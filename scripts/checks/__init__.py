"""Checks on content that can be built but should not be published. One rule a module, and one list of rules.

    findings = check(load(Path("docs")))

A rule is a module with a NAME and `check(content)`, which yields a Problem for each place.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.content import Content, Problem

from . import fact_coverage, forbidden_terms, literal_contacts, parity, provider_names, unfinished

RULES = [parity, forbidden_terms, literal_contacts, provider_names, fact_coverage, unfinished]


@dataclass(frozen=True)
class Finding:
    """What one rule found in one place."""

    rule: str
    problem: Problem

    def __str__(self) -> str:
        return f"{self.problem} [{self.rule}]"


def check(content: Content) -> list[Finding]:
    """Everything that any rule finds, by file and line."""
    found = [Finding(rule.NAME, problem) for rule in RULES for problem in rule.check(content)]
    return sorted(found, key=lambda finding: (finding.problem, finding.rule))
