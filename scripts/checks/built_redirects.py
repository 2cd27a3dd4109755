"""What has moved leads somewhere: the built page of an old address points at a built page."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Example, Source, soup

ID = "SIT005"
NAME = "built-redirects"
ABOUT = {
    "zh": "每个旧地址的页面都跳转到一个存在的新页面。",
    "en": "The page of every old address leads to a page that exists, in each language.",
}
PATH = "docs/_data/redirects.yml"
_LINES = "redirects:\n  - old: deposits/old/\n    new: deposits/deposit-crypto/\n"
_PAGE = '<!doctype html><html lang="en"><head><title>x</title><meta http-equiv="refresh" content="0; url=../deposit-crypto/"></head></html>'
_FILES = {f"site/{prefix}deposits/{name}/index.html": _PAGE for prefix in ("", "en/") for name in ("old", "deposit-crypto")}
EXAMPLES = [
    Example(_FILES | {PATH: _LINES}),
    Example({path: text for path, text in _FILES.items() if "old" not in path} | {PATH: _LINES.replace("old: deposits/old/", "old: deposits/old/" + MARK)}),
    Example(_FILES | {"site/en/deposits/old/index.html": _PAGE.replace("deposit-crypto", "nowhere"), PATH: _LINES.replace("old: deposits/old/", "old: deposits/old/" + MARK)}),
]


def check(source: Source) -> Iterator[Problem]:
    if not source.content or not source.site:
        return
    listing = source.file(PATH)
    main = source.content.languages[0].code
    for old in source.content.redirects:
        line = next(number for number, text in enumerate(listing.lines, 1) if text.strip() in (f"- old: {old}", f"old: {old}"))
        for language in source.content.languages:
            folder = source.site / ("" if language.code == main else language.code) / old
            file = folder / "index.html"
            refresh = file.exists() and soup(file).select_one('meta[http-equiv="refresh"]')
            target = refresh and str(refresh["content"]).partition("url=")[2]
            if not target or not (folder / target / "index.html").exists():
                yield Problem(PATH, line, f"{file.relative_to(source.site).as_posix()} that leads to {target or 'nothing'}", "a page that exists", "Name an address that has a page.")
