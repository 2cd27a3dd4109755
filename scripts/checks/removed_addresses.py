"""An address that was once accepted is still there, or leads on: bookmarks, search engines and old messages point to it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import ContentError, Problem
from scripts.content.source import Located, parse_yaml

from .rule import MARK, Example, Source, data, page

ID = "LNK007"
NAME = "removed-addresses"
ABOUT = {
    "zh": "用过的地址要么还有页面，要么在 redirects.yml 里有跳转。",
    "en": "An address that was in use still has its page, or a redirect.",
}
ACCEPTED = "docs/_data/accepted.yml"
REDIRECTS = "docs/_data/redirects.yml"
_RECORD = "  top: {zh: 0-00, en: 0-00}\n"
EXAMPLES = [
    data(accepted=f"deposits/deposit-crypto/:\n{_RECORD}deposits/gone/:{MARK}\n{_RECORD}"),
    data(accepted=f"{{deposits/deposit-crypto/: {{}},\n deposits/example/: {{}}}}{MARK}\n"),
    Example(page().files | data(accepted=f"deposits/example/:\n{_RECORD}deposits/example-2/:{MARK}\n{_RECORD}").files),
    data(accepted=f"deposits/gone/:\n{_RECORD}", redirects="redirects:\n  - {old: deposits/gone/, new: deposits/deposit-crypto/}\n"),
    data(accepted=f"# nothing accepted\n'deposits/gone': {{}}{MARK}\n", redirects="redirects:\n  - {old: deposits/other/, new: deposits/deposit-crypto/}\n"),
]


def check(source: Source) -> Iterator[Problem]:
    accepted, redirects = located(source, ACCEPTED), located(source, REDIRECTS)
    if not accepted:
        return
    codes = {file.code for file in source.pages() if file.code}
    paths = {file.path for file in source.pages()} | {problem.path for problem in source.problems}  # what cannot be read is there
    there = {code: {_address(path) for path in paths if path.startswith(f"docs/{code}/")} for code in codes}
    moved = {redirect["old"].strip("/") for redirect in entries(redirects)}
    for address in accepted.data:
        missing = sorted(code for code in codes if address.strip("/") not in there[code])
        if missing and address.strip("/") not in moved:
            found = f'no page at "{address}"' + (f" in {', '.join(missing)}" if len(missing) < len(codes) else "")
            expected = f'the page, or a redirect from "{address}" in {REDIRECTS}'
            yield Problem(ACCEPTED, accepted.line((address,)), found, expected, "Redirect it to the page that says now what readers look for.")


def located(source: Source, path: str) -> Located | None:
    """A data file with its lines; None where there is none, or none that can be read."""
    file = next((file for file in source.files if file.path == path), None)
    try:
        return parse_yaml(file.text, path) if file else None
    except ContentError:
        return None  # MOD002 says so


def entries(redirects: Located | None) -> list[dict[str, str]]:
    """The redirects as they are written; those that are none, empty."""
    listed = redirects.data.get("redirects") if redirects else None
    kept = [entry if isinstance(entry, dict) else {} for entry in listed] if isinstance(listed, list) else []
    return [{key: value if isinstance(value := entry.get(key), str) else "" for key in ("old", "new")} for entry in kept]


def _address(path: str) -> str:
    """docs/en/deposits/index.md is deposits."""
    return path.split("/", 2)[-1].removesuffix(".md").removesuffix("index").strip("/")
