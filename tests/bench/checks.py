"""How many mistakes `make check` finds, and how often it cries wolf: faults and harmless edits on the real articles.

tests/bench/faults.py and harmless.py make them; EXPECTED says which rules are right for a family. Prints, for each
family, how many were injected, found, found by a right rule on a right line, and held until somebody has read them;
then the faults that nothing keeps from readers, and the false alarms. What does not load is not published, and so held.
"""

from __future__ import annotations

import datetime
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts.checks import RULES, check, read
from scripts.checks.narrow import FOUND_BY_TITLE, WHOLE, narrowed
from scripts.content import accepted, load
from scripts.content.problems import did_you_mean
from tests.bench.corpus import ROOT, generate
from tests.bench.faults import FAULTS, Docs, Injection
from tests.bench.harmless import HARMLESS

EXPECTED: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/bench/expected.yml").read_text("utf-8"))
TODAY = datetime.date(2026, 11, 23)
EACH = 25  # of each family
TRIES = 400


@dataclass(frozen=True)
class Outcome:
    """What came of one edit: `found` lists the findings that were not there before."""

    family: str
    seed: int
    found: list[tuple[str, str, int]]  # rule, path, line
    right: bool
    held: bool
    shown: str


def prepare() -> Path:
    """A copy of the content."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(ROOT / "docs", folder / "docs")
    return folder


def begin(docs: Path) -> None:
    """Note that all of the content was read by TODAY, so that what is held afterwards is the edit's."""
    file = docs / "_data" / accepted.FILE
    file.write_text("", "utf-8")
    content = load(docs, TODAY)
    file.write_text(accepted.accept(content, accepted.units(content), "editor", TODAY), "utf-8")


def outcomes(family: str) -> list[Outcome]:
    """Inject a family's edits one after another, each into the content as it is."""
    folder = prepare()
    begin(folder / "docs")
    docs = Docs(folder / "docs")
    make = FAULTS.get(family) or HARMLESS[family]
    result: list[Outcome] = []
    seen: set[str] = set()
    for seed in range(TRIES):
        if len(result) == EACH:
            break
        injection = make(docs, random.Random(f"{family} {seed}"))
        if injection is None or injection.text in seen:
            continue
        seen.add(injection.text)
        result.append(outcome(family, seed, injection, folder))
    shutil.rmtree(folder)
    return result


def outcome(family: str, seed: int, injection: Injection, folder: Path) -> Outcome:
    docs = folder / "docs"
    texts = {injection.path: injection.text, **injection.also}
    before = {
        path: (docs / path).read_bytes() if (docs / path).exists() else None for path in {*texts, *injection.deleted}
    }
    for path, text in texts.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    for path in injection.deleted:
        (docs / path).unlink()
    source = read(docs, TODAY)
    whole = [rule for rule in RULES if rule.NAME in WHOLE and (rule.NAME != FOUND_BY_TITLE or "title" in family)]
    findings = [
        *check(source, whole).findings,
        *check(
            narrowed(source, {f"docs/{path}" for path in before}), [rule for rule in RULES if rule.NAME not in WHOLE]
        ).findings,
    ]
    held = not source.content or bool(accepted.held(source.content))
    for path, raw in before.items():
        if raw is None:
            (docs / path).unlink()
        else:
            (docs / path).write_bytes(raw)
    found = [(f.id, f.problem.path, f.problem.line) for f in findings]
    places = {(f"docs/{path}", line) for path, line in {(injection.path, injection.line), *injection.lines}}
    right = any(rule in EXPECTED.get(family, []) and (path, line) in places for rule, path, line in found)
    shown = (injection.text if isinstance(injection.text, str) else "").split("\n")
    line = shown[injection.line - 1][:90] if 0 < injection.line <= len(shown) else ""
    return Outcome(family, seed, found, right, held, f"{injection.path}:{injection.line} {line}")


def row(name: str, group: list[Outcome]) -> str:
    """How many there were, and how many of them were found, by a right rule, and held."""
    counts = (len(group), sum(bool(o.found) for o in group), sum(o.right for o in group), sum(o.held for o in group))
    return f"{name:34}" + "".join(f"{count:9d}" for count in counts)


def print_faults(groups: dict[str, list[Outcome]], *, details: bool) -> None:
    for family, group in groups.items():
        print(row(family, group))
        if details:
            print_outcomes([o for o in group if not o.right])
    if every := [o for group in groups.values() for o in group]:
        share = sum(o.right for o in every) / len(every)
        missed = sum(not o.found and not o.held for o in every)
        print(f"{row('all faults', every)}   {share:.1%} by a right rule on a right line")
        print(f"{missed} neither found nor held")


def print_edits(groups: dict[str, list[Outcome]], *, details: bool) -> None:
    for family, group in groups.items():
        print(row(family, group))
        if details:
            print_outcomes([o for o in group if o.found])
    if every := [o for group in groups.values() for o in group]:
        alarms, held = (sum(bool(o.found) for o in every) / len(every), sum(o.held for o in every) / len(every))
        print(f"{row('all harmless edits', every)}   {alarms:.1%} false alarms, {held:.0%} to be read")


def print_outcomes(outcomes: list[Outcome]) -> None:
    for o in outcomes:
        print(f"    seed {o.seed}: {o.shown}\n        found {o.found[:3]}")


def main() -> None:
    wanted = sys.argv[1:]
    for name in wanted:
        if name not in (*FAULTS, *HARMLESS):
            known = ", ".join((*FAULTS, *HARMLESS))
            hint = did_you_mean(name, (*FAULTS, *HARMLESS))
            sys.exit(f'Error: no family "{name}". {hint} There are: {known}.'.replace("  ", " "))
    families = [family for family in (*FAULTS, *HARMLESS) if not wanted or family in wanted]
    results: dict[str, list[Outcome]] = defaultdict(list)
    with multiprocessing.Pool(2) as pool:
        for group in pool.imap_unordered(outcomes, families):
            if group:
                results[group[0].family] = group
                print(".", end="", file=sys.stderr, flush=True)
    print(f"\n{'family':34}{'injected':>9}{'found':>9}{'right':>9}{'held':>9}")
    print_faults({family: results[family] for family in families if family in FAULTS}, details=bool(wanted))
    print_edits({family: results[family] for family in families if family in HARMLESS}, details=bool(wanted))
    if not wanted:
        with tempfile.TemporaryDirectory() as name:
            docs = generate(Path(name), 150)
            begin(docs)
            began = time.monotonic()
            check(read(docs, TODAY))
            print(f"{'source rules, 150 articles':34}{time.monotonic() - began:9.1f} s")


if __name__ == "__main__":
    main()
