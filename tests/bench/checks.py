"""How many mistakes `make check` finds, and how often it cries wolf: faults and harmless edits on the real articles.

tests/bench/faults.py and harmless.py make them; EXPECTED says which rules are right for a family. Prints, for each
family, how many were injected, found, and found by a right rule on a right line; then the false alarms.
"""

from __future__ import annotations

import dataclasses
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
from scripts.checks.lib.source import Source
from scripts.checks.rules.links import orphans, redirects
from scripts.checks.rules.shape import unique_front_matter
from scripts.checks.rules.site import found_by_title
from scripts.checks.rules.upkeep import fact_coverage, removed_addresses
from scripts.content.problems import did_you_mean
from tests.bench.corpus import ROOT, generate
from tests.bench.faults import FAULTS, Docs, Injection
from tests.bench.harmless import HARMLESS

EXPECTED: dict[str, list[str]] = yaml.safe_load((ROOT / "tests/bench/expected.yml").read_text("utf-8"))
TODAY = datetime.date(2026, 11, 23)
# These look at many articles together.
WHOLE = [found_by_title, orphans, removed_addresses, redirects, unique_front_matter, fact_coverage]
EACH = 25  # of each family
TRIES = 400


@dataclass(frozen=True)
class Outcome:
    """What came of one edit: `found` lists the findings that were not there before."""

    family: str
    seed: int
    found: list[tuple[str, str, int]]  # rule, path, line
    right: bool
    shown: str


def prepare() -> Path:
    """A copy of the content."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(ROOT / "docs", folder / "docs")
    return folder


def outcomes(family: str) -> list[Outcome]:
    """Inject a family's edits one after another, each into the content as it is."""
    folder = prepare()
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


def narrowed(source: Source, changed: set[str]) -> Source:
    """What has changed and its translation. Nothing is found in the rest: a test says so of the content as it is."""
    if any("/_data/" in path for path in changed):
        return source
    if not source.content:
        return dataclasses.replace(source, files=tuple(file for file in source.files if file.path in changed))
    addresses = {page.address for page in source.content.pages.values() if page.path in changed}
    paths = {page.path for page in source.content.pages.values() if page.address in addresses} | changed
    sections = [
        section.model_copy(
            update={"articles": [slug for slug in section.articles if f"{section.id}/{slug}/" in addresses]}
        )
        for section in source.content.navigation.sections
    ]
    content = dataclasses.replace(
        source.content,
        pages={key: page for key, page in source.content.pages.items() if key[1] in addresses},
        navigation=source.content.navigation.model_copy(update={"sections": sections}),
    )
    return dataclasses.replace(
        source, content=content, files=tuple(file for file in source.files if file.path in paths)
    )


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
    whole = [rule for rule in RULES if rule in WHOLE and (rule is not found_by_title or "title" in family)]
    findings = [
        *check(source, whole).findings,
        *check(
            narrowed(source, {f"docs/{path}" for path in before}), [rule for rule in RULES if rule not in WHOLE]
        ).findings,
    ]
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
    return Outcome(family, seed, found, right, f"{injection.path}:{injection.line} {line}")


def print_faults(groups: dict[str, list[Outcome]], *, details: bool) -> None:
    for family, group in groups.items():
        print(f"{family:34}{len(group):9d}{sum(bool(o.found) for o in group):7d}{sum(o.right for o in group):7d}")
        if details:
            print_outcomes([o for o in group if not o.right])
    if every := [o for group in groups.values() for o in group]:
        found, right = sum(bool(o.found) for o in every), sum(o.right for o in every)
        share = f"{right / len(every):.1%} by a right rule on a right line"
        print(f"{'all faults':34}{len(every):9d}{found:7d}{right:7d}   {share}")


def print_edits(groups: dict[str, list[Outcome]], *, details: bool) -> None:
    for family, group in groups.items():
        print(f"{family:34}{len(group):9d}{sum(bool(o.found) for o in group):7d}")
        if details:
            print_outcomes([o for o in group if o.found])
    if every := [o for group in groups.values() for o in group]:
        alarms = sum(bool(o.found) for o in every)
        print(f"{'all harmless edits':34}{len(every):9d}{alarms:7d}   {alarms / len(every):.1%} false alarms")


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
    print(f"\n{'family':34}{'injected':>9}{'found':>7}{'right':>7}")
    print_faults({family: results[family] for family in families if family in FAULTS}, details=bool(wanted))
    print_edits({family: results[family] for family in families if family in HARMLESS}, details=bool(wanted))
    if not wanted:
        with tempfile.TemporaryDirectory() as name:
            docs = generate(Path(name), 150)
            began = time.monotonic()
            check(read(docs, TODAY))
            print(f"{'source rules, 150 articles':34}{time.monotonic() - began:9.1f} s")


if __name__ == "__main__":
    main()
