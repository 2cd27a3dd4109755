"""Checks on content that can be built but should not be published. One rule a module, and one list of rules.

    report = check(read(Path("docs"), today))

rule.py says what a rule is.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import yaml

from scripts.content import Problem

from . import (
    # what keeps the content from being read at all
    file_format, yaml_syntax, schema, blocks, headings, safety_line, both_languages, navigation, keys, links, data_names,
    # the same in both languages
    parity, figures, protected_words, untranslated, negation, emphasis_and_order, stale_translations, aligned_terms,
    # front matter, and the shape of a page
    review_dates, confirmations, unique_front_matter, article_shape, markup, tables, heading_order, lists, pictures,
    # words
    chinese_typography, traditional_characters, chinese_slips, english_spelling, american_english, doubled_words, dated_words, whitespace, literal_facts, claims,
    forbidden_terms, shared_words, provider_names, literal_contacts, fact_coverage, unfinished,
    # links
    external_hosts, look_alike_hosts, link_text_host, link_form, link_labels, link_promise, orphans, removed_addresses, redirects,
    # what costs readers money
    secret_request, secret_shaped, on_chain_address, invisible_characters, homoglyphs, promises, unsafe_html,
    # what was built, and the search
    valid_html, page_language, page_heads, other_hosts, built_redirects, found_by_title,
    # the checks themselves
    suppressions,
)  # fmt: skip
from .rule import File, Source, read, read_foreign

__all__ = ["FORMATS", "RULES", "SEVERITIES", "Finding", "Report", "check", "fix", "read", "read_foreign"]

RULES: list[ModuleType] = [
    file_format, yaml_syntax, schema, blocks, headings, safety_line, both_languages, navigation, keys, links, data_names,
    parity, figures, protected_words, untranslated, negation, emphasis_and_order, stale_translations, aligned_terms,
    review_dates, confirmations, unique_front_matter, article_shape, markup, tables, heading_order, lists, pictures,
    chinese_typography, traditional_characters, chinese_slips, english_spelling, american_english, doubled_words, dated_words, whitespace, literal_facts, claims,
    forbidden_terms, shared_words, provider_names, literal_contacts, fact_coverage, unfinished,
    external_hosts, look_alike_hosts, link_text_host, link_form, link_labels, link_promise, orphans, removed_addresses, redirects,
    secret_request, secret_shaped, on_chain_address, invisible_characters, homoglyphs, promises, unsafe_html,
    valid_html, page_language, page_heads, other_hosts, built_redirects, found_by_title,
    suppressions,
]  # fmt: skip

SEVERITIES: dict[str, str] = yaml.safe_load(Path(__file__).with_name("severities.yml").read_text("utf-8"))


@dataclass(frozen=True)
class Finding:
    """What one rule found in one place. `severity`: "error", "warning", or "expired", which keeps from publishing."""

    problem: Problem
    id: str
    name: str
    severity: str

    def __str__(self) -> str:
        return f"{self.problem} [{self.severity} {self.id} {self.name}]"


@dataclass(frozen=True)
class Report:
    """What was found, by file and line, and what was suppressed."""

    findings: list[Finding]
    suppressed: list[Finding]

    def only(self, paths: set[str]) -> Report:
        """What was found in these files."""
        return Report([f for f in self.findings if f.problem.path in paths], [f for f in self.suppressed if f.problem.path in paths])

    def of(self, severity: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity == severity]


def check(source: Source, rules: list[ModuleType] = RULES, progress: Callable[[str], None] = lambda text: None) -> Report:
    """Everything that the rules find, apart from what is suppressed. `progress` is told each rule's name."""
    found: list[Finding] = []
    for rule in rules:
        progress(f"{rule.ID} {rule.NAME} …")
        severity = SEVERITIES[rule.ID]
        for problem in rule.check(source):
            # a rule on dates says itself what has only run out
            found.append(Finding(problem, rule.ID, rule.NAME, problem.rule if problem.rule == "expired" else severity))
    found = sorted(set(found), key=lambda finding: (finding.problem, finding.id))
    silenced = {(*place, name) for place, names in suppressions.places(source).items() for name in names}
    suppressed = [f for f in found if (f.problem.path, f.problem.line, f.id) in silenced]
    return Report([f for f in found if f not in suppressed], suppressed)


def fix(source: Source, rules: list[ModuleType] = RULES) -> list[Path]:
    """Mend what can be mended mechanically. Returns the files changed."""
    changed = []
    for file in source.files:
        text = file.text
        for rule in rules:
            if hasattr(rule, "fix"):
                text = rule.fix(dataclasses.replace(file, text=text))
        if text != file.text:
            path = source.docs.parent / file.path
            path.write_text(text, "utf-8")
            changed.append(path)
    return changed


def as_text(report: Report) -> str:
    """A line for each finding, and what there is in all."""
    lines = [str(finding) for finding in report.findings]
    counts = [f"{len(report.of(severity))} {severity}" for severity in ("error", "warning", "expired") if report.of(severity)]
    if report.suppressed:
        counts.append(f"{len(report.suppressed)} suppressed")
    return "\n".join([*lines, f"Found: {', '.join(counts)}." if counts else "Nothing to mend."]) + "\n"


def as_github(report: Report) -> str:
    """Commands that annotate the lines of a pull request (GitHub: workflow commands)."""

    def escaped(text: str, more: str = "") -> str:
        for character in "%\r\n" + more:
            text = text.replace(character, f"%{ord(character):02X}")
        return text

    lines = []
    for finding in report.findings:
        problem = finding.problem
        level = "error" if finding.severity == "error" else "warning"
        place = f"file={escaped(problem.path, ':,')},line={problem.line}" + (f",col={problem.column}" if problem.column else "")
        text = f"found {problem.found}; expected {problem.expected}. {problem.mend}".rstrip()
        lines.append(f"::{level} {place},title={finding.id} {finding.name}::{escaped(text)}\n")
    return "".join(lines)


def as_json(report: Report) -> str:
    """A list of objects, for other programs."""
    rows = [
        {"rule": f.id, "name": f.name, "severity": f.severity, **{key: getattr(f.problem, key) for key in ("path", "line", "column", "found", "expected", "mend")}}
        for f in report.findings
    ]
    return json.dumps({"findings": rows, "suppressed": len(report.suppressed)}, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Report], str]] = {"text": as_text, "github": as_github, "json": as_json}
