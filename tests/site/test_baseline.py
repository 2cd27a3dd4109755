"""Everything that is published works in the browsers of the baseline (tests/baseline), as far as its text can tell."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from scripts.site.assets import INTERFACE, STYLES
from tests.baseline import BROWSERS, Fault, compat
from tests.baseline.pages import page_faults
from tests.baseline.scripts import script_faults
from tests.baseline.styles import style_faults

ROOT = Path(__file__).resolve().parents[2]

# What is newer, or only looks so, and why nobody misses it; by file and by what is used. Keep it short.
ACCEPTED = {
    ("*.css", "cursor: *"): "a touch screen has no cursor",
    ("*.css", "color-scheme"): "scroll bars and fields of a dark page stay light",
    ("*.css", "outline"): "around rounded corners it is angular",
    ("*.css", "overscroll-behavior"): "at its end what lies behind scrolls on",
    ("*.css", "break-after: *"): "on paper a heading may be the last line of a sheet",
    ("*.html", "<dialog>"): "the button of the search leads to the page of results",
    ("*.js", "HTMLDialogElement"): "asked for, and without it that button leads there",
    ("*.html", "<input auto*>"): "only how a keyboard on the screen behaves",
    ("*.html", "<input enterkeyhint>"): "only what is written on a key",
    ("scripts/search/*.js", ".toArray"): "lunr's own",
    ("scripts/search/*.js", ".variants"): "a name of our own, in pack.json",
    ("*/worker.js", ".toArray"): "lunr's own",
    ("*/worker.js", ".union"): "lunr's own",
    ("*/worker.js", ".variants"): "a name of our own, in pack.json",
}


def faults(site: Path) -> Iterator[Fault]:
    """What the files of a built site use beyond the baseline, and the sources of those that are joined or minified."""
    for source in sorted(STYLES.glob("*.css")):
        yield from style_faults(source.relative_to(ROOT).as_posix(), source.read_text("utf-8"))
    for source in sorted([*INTERFACE.glob("*.js"), *(ROOT / "scripts/search/browser").glob("*.js")]):
        yield from script_faults(source.relative_to(ROOT).as_posix(), source.read_text("utf-8"), "module")
    seen: set[str] = set()
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.suffix == ".js":
            yield from script_faults(name, file.read_text("utf-8"))
        elif file.suffix == ".html":
            yield from page_faults(name, file.read_text("utf-8"), seen)


def test_published_files_keep_to_the_baseline(announced: Path) -> None:
    found = list(faults(announced))
    accepted = {
        (fault, entry)
        for fault in found
        for entry in ACCEPTED
        if fnmatch(fault.file, entry[0]) and fnmatch(fault.what, entry[1])
    }
    known = {fault for fault, _ in accepted}
    if unknown := [str(fault) for fault in found if fault not in known]:
        pytest.fail("Mend these, or say in ACCEPTED why nobody misses them:\n" + "\n".join(unknown), pytrace=False)
    assert ACCEPTED.keys() - {entry for _, entry in accepted} == set(), "nothing uses these any more"


def test_the_data_is_for_these_browsers() -> None:
    assert compat()["for"]["browsers"] == dict(BROWSERS.values()), "run `make baseline-data`"


def shown(found: Iterator[Fault]) -> list[str]:
    return [f"{fault.line}:{fault.column} {fault.what}" for fault in found]


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("const a = 1;\nb(/x(?<=y)/);", "2:3 lookbehind in a regular expression"),
        ('b(new RegExp("(?<!y)x"))', "1:14 lookbehind in a regular expression"),
        ("b(`${1}(?<!y)x`)", "1:8 lookbehind in a regular expression"),
        ("class A { static { b(); } }", "1:11 a static block of a class"),
        ("class A { #b; c(d) { return #b in d; } }", "1:29 #name in object"),
        ("/[a--b]/v", "1:2 Invalid regular expression flag"),
        ('new RegExp("a/", "v")', "1:1 Invalid regular expression flag"),
        ("/(?i:a)/", "1:2 Invalid regular expression: /(?i:a)/: Invalid group"),
        ("using(b);\nusing c = d;", "2:7 Unexpected token"),
        ("await b;", "1:7 Unexpected token"),
        ("b([1].at(-1))", "1:7 .at"),
        ("b([1]?.findLast)", "1:8 .findLast"),
        ('Array.prototype["findLast"]', "1:17 .findLast"),
        ("const { toSorted } = []", "1:9 .toSorted"),
        ("Object.hasOwn({}, 1)", "1:8 .hasOwn"),
        ("AbortSignal.timeout(1)", "1:13 AbortSignal.timeout"),
        ("new Map().values().map(b)", "1:20 Iterator.map"),
        ("structuredClone(1)", "1:1 structuredClone"),
        ("window.structuredClone(1)", "1:8 structuredClone"),
        ("URL.canParse(1)", "1:5 .canParse"),
        ("new Intl.DurationFormat()", "1:10 .DurationFormat"),
        ('b.addEventListener("scrollend", c)', '1:20 the event "scrollend"'),
    ],
)
def test_a_script_that_is_newer_is_found(script: str, fault: str) -> None:
    assert shown(script_faults("a.js", script)) == [fault]


@pytest.mark.parametrize(
    "script",
    [
        "class A { #b = 1; static c = this.b?.d ?? 1; }",
        r"/(?<year>\d+)-\p{L}[(?<=]\(?<=/dgu",
        'a.replaceAll("b", "c"); a ||= globalThis; Promise.any([]); "a-b".matchAll(/c/g)',
        "function b(structuredClone) { return structuredClone; }",
        "Object.values(a).map(b); [...a.keys()].map(b); keys().map(b)",
        "const a = { at: 1, structuredClone: 2 }",
        'b.addEventListener("click", c); navigator.clipboard; new AbortController().signal',
    ],
)
def test_a_script_of_the_baseline_is_sound(script: str) -> None:
    assert shown(script_faults("a.js", script)) == []


def test_only_modules_import() -> None:
    module = 'import { a } from "./b.js";\nexport const c = a;'
    assert shown(script_faults("a.js", module, "module")) == []
    assert [fault.line for fault in script_faults("a.js", module)] == [1]


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("a,\nb:has(c) { top: 0 }", "2:3 :has"),
        ("a { & b { top: 0 } }", "1:5 a rule within a rule"),
        ("a {\n  text-wrap: balance }", "2:3 text-wrap"),
        ("@media screen { a { width: 1dvh } }", "1:28 the unit dvh"),
        ("a { width: calc(1px + 2cqw) }", "1:23 the unit cqw"),
        ("a { color: color-mix(in srgb, red, blue) }", "1:12 color-mix()"),
        ("a { --b: oklch(0 0 0) }", "1:10 oklch()"),
        ("a { overflow: clip }", "1:15 overflow: clip"),
        ("@container (width > 1px) { a { top: 0 } }", "1:1 @container"),
        ("@media (width > 1px) { a { top: 0 } }", "1:15 @media (>)"),
        ("a { mask: none }", "1:5 mask"),
    ],
)
def test_a_style_that_is_newer_is_found(style: str, fault: str) -> None:
    assert fault in shown(style_faults("a.css", style))


@pytest.mark.parametrize(
    "style",
    [
        "a:is(b, c):not(d):focus-visible::before { inset: 0; aspect-ratio: 1; gap: min(1px, 2vw) }",
        "@media screen and (min-width: 1em) and (prefers-reduced-motion) { a:hover { top: 0 } }",
        "@font-face { font-family: system-ui; src: url(a.woff2) } a { color: var(--b, red) }",
        "a { -webkit-mask: none; mask: none }",  # has its fallback in the block
        "a { width: 1vh; width: 1dvh }",
        "@supports (width: 1dvh) { a { width: 1dvh } }",
        "a::-webkit-search-cancel-button { display: none }",  # alone in its rule
    ],
)
def test_a_style_of_the_baseline_is_sound(style: str) -> None:
    assert shown(style_faults("a.css", style)) == []


def test_pages_are_read_with_their_scripts_and_styles() -> None:
    page = (
        "<p popover>a</p>\n"
        "<script>\n  [].at(1)</script><style>a:has(b) { top: 0 }</style>\n"
        '<script type="application/json">[</script>'
    )
    seen: set[str] = set()
    assert shown(page_faults("a.html", page, seen)) == ["1:1 <p popover>", "3:6 .at", "3:3 :has"]
    assert shown(page_faults("b.html", page, seen)) == []


def test_a_fault_says_where_what_and_which_browsers() -> None:
    fault = str(next(script_faults("b/a.js", "[].at(1)")))
    assert fault.startswith("b/a.js:1:4: .at: ") and "Chromium since 92" in fault
    assert all(f"{name} {version}" in fault for name, version in BROWSERS.values())
