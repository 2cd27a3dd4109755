"""An address that was once accepted is still there, or leads on: bookmarks and old messages point to it."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Problem, Source, data, page

ID, NAME, SEVERITY = "LNK007", "removed-addresses", "error"
ABOUT_ZH = "用过的地址要么还有页面，要么在 redirects.yml 里有跳转。"
ABOUT_EN = "An address that was in use still has its page, or a redirect."
ADDRESS = re.compile(r"(?!announcements/.)[a-z0-9-]+/")  # of data files and announcements, which end, no address stays
REDIRECTS = "docs/_data/redirects.yml"
_RECORD = f"  top: {{hash: {'0' * 32}, by: editor, date: 2026-11-01}}\n"
_TO_CRYPTO = "redirects:\n  - {{old: {}, new: deposits/deposit-crypto/}}\n"
EXAMPLES = [
    data(accepted=f"{{deposits/deposit-crypto/: {{}},\n deposits/example/: {{}}}}{MARK}\n"),
    Example(page().files | data(accepted=f"deposits/example/:\n{_RECORD}deposits/example-2/:{MARK}\n{_RECORD}").files),
    data(accepted=f"deposits/gone/:\n{_RECORD}", redirects=_TO_CRYPTO.format("deposits/gone/")),
    data(accepted=f"# one\n'deposits/gone': {{}}{MARK}\n", redirects=_TO_CRYPTO.format("deposits/other/")),
]
MEND = "Redirect it to the page that says now what readers look for."


def check(source: Source) -> Iterator[Problem]:
    if not (accepted := source.data.get("accepted.yml")):
        return
    # what cannot be read is there
    paths = {file.path for file in source.pages()} | {problem.path for problem in source.problems}
    codes = {file.code for file in source.pages() if file.code}
    there = {code: {_address(path) for path in paths if path.startswith(f"docs/{code}/")} for code in codes}
    moved = {old for old, _ in source.redirects()}
    for address in filter(ADDRESS.match, accepted.data):
        gone = sorted(code for code in codes if address.strip("/") not in there[code])
        if gone and address.strip("/") not in moved:
            found = f'no page at "{address}"' + (f" in {', '.join(gone)}" if len(gone) < len(codes) else "")
            expected = f'the page, or a redirect from "{address}" in {REDIRECTS}'
            yield Problem(accepted.path, accepted.line((address,)), found, expected, MEND)


def _address(path: str) -> str:
    """docs/en/deposits/index.md is deposits."""
    return path.split("/", 2)[-1].removesuffix(".md").removesuffix("index").strip("/")
