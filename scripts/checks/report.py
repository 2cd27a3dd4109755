"""What was found, and how it is printed: lines for people, commands for GitHub, JSON for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from scripts.content import Problem
from scripts.content.history import Change


@dataclass(frozen=True)
class Finding:
    """What one rule found in one place. `severity`: "error", which stops publishing, "warning", "expired" or "soon"."""

    problem: Problem
    id: str
    name: str
    severity: str

    def __str__(self) -> str:
        return f"{self.problem} [{self.severity} {self.id} {self.name}]"


@dataclass(frozen=True)
class Report:
    """What was found, by file and line, what was suppressed, and what is held until somebody has read it."""

    findings: list[Finding]
    suppressed: list[Finding]
    held: tuple[Change, ...] = ()

    def only(self, paths: set[str]) -> Report:
        """What was found in these files."""
        found, suppressed = ([f for f in all_ if f.problem.path in paths] for all_ in (self.findings, self.suppressed))
        return Report(found, suppressed, tuple(change for change in self.held if change.held.paths & paths))

    def joined(self, other: Report) -> Report:
        """What was found here and there; first the other."""
        return Report([*other.findings, *self.findings], [*other.suppressed, *self.suppressed])

    def of(self, severity: str) -> list[Finding]:
        """What is of that severity."""
        return [finding for finding in self.findings if finding.severity == severity]


def as_text(report: Report) -> str:
    """A line for each finding, and what there is in all."""
    counted = {severity: report.of(severity) for severity in ("error", "warning", "expired", "soon")}
    counts = [f"{len(found)} {what}{_s(what, found)}" for what, found in counted.items() if found]
    counts += [f"{len(report.suppressed)} suppressed"] if report.suppressed else []
    total = f"Found: {', '.join(counts)}." if counts else "Nothing to mend."
    return "\n".join([*map(str, report.findings), total, *held_lines(report.held)]) + "\n"


def held_lines(held: Sequence[Change]) -> list[str]:
    """What waits until somebody has read it, sentence by sentence; nothing where nothing does."""
    if not held:
        return []
    lines = ["", f"Held until read: {len(held)}. `make accept ARTICLE=… BY=…` notes that you have read them."]
    return lines + [line for change in held for line in change.lines()]


def _s(what: str, found: list[Finding]) -> str:
    return "s" if len(found) > 1 and what != "expired" else ""


def as_github(report: Report) -> str:
    """Commands that annotate the lines of a pull request (GitHub: workflow commands)."""

    def escaped(text: str, marks: str = "%\r\n") -> str:
        return re.sub(f"[{marks}]", lambda match: f"%{ord(match[0]):02X}", text)

    lines = []
    for finding in report.findings:
        problem = finding.problem
        level = "error" if finding.severity == "error" else "warning"
        place = f"file={escaped(problem.path, '%:,')},line={problem.line}"
        place += f",col={problem.column}" if problem.column else ""
        text = f"found {problem.found}; expected {problem.expected}. {problem.mend}".rstrip()
        lines.append(f"::{level} {place},title={finding.id} {finding.name}::{escaped(text)}\n")
    for change in report.held:
        path, line = change.where
        place = f"file={escaped(path, '%:,')},line={line}"
        lines.append(f"::notice {place},title=Held until read::{escaped(chr(10).join(change.lines()))}\n")
    return "".join(lines)


def as_json(report: Report) -> str:
    """Lists of objects, for other programs."""
    rows = [asdict(f.problem) | {"rule": f.id, "name": f.name, "severity": f.severity} for f in report.findings]
    waiting = []
    for change in report.held:
        (path, line), (group, name), record = change.where, change.held.place, change.held.record
        waiting.append({
            "group": group, "name": name, "path": path, "line": line, "state": change.held.state,
            "accepted": record.model_dump(mode="json") if record else None, "changes": change.sentences,
        })  # fmt: skip
    found = {"findings": rows, "suppressed": len(report.suppressed), "held": waiting}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Report], str]] = {"text": as_text, "github": as_github, "json": as_json}
