"""What has moved leads somewhere: the built page of an old address points at a built page."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, BuiltSite, Example, Problem, elements

ID, NAME, SEVERITY = "SIT005", "built-redirects", "error"
ABOUT_ZH = "每个旧地址的页面都跳转到一个存在的新页面。"
ABOUT_EN = "The page of every old address leads to a page that exists, in each language."
PATH = "docs/_data/redirects.yml"
_LINES = "redirects:\n  - old: deposits/old/\n    new: deposits/deposit-crypto/\n"
_MARKED = _LINES.replace("old: deposits/old/", "old: deposits/old/" + MARK)
_PAGE = '<!doctype html><title>x</title><meta http-equiv="refresh" content="0; url=../deposit-crypto/">'
_NAMES = [f"site/{prefix}deposits/{slug}/index.html" for prefix in ("", "en/") for slug in ("old", "deposit-crypto")]
EXAMPLES = [
    Example(dict.fromkeys(_NAMES, _PAGE) | {PATH: _LINES}),
    Example(dict.fromkeys(_NAMES[1:], _PAGE) | {PATH: _MARKED}),
    Example(dict.fromkeys(_NAMES, _PAGE.replace("deposit-crypto", "nowhere")) | {PATH: _MARKED}),
]


def check(source: BuiltSite) -> Iterator[Problem]:
    located = source.data[PATH.removeprefix("docs/_data/")]
    main = source.content.languages[0].code
    for number, (old, _) in enumerate(source.redirects()):
        for language in source.content.languages:
            file = source.site / ("" if language.code == main else language.code) / old / "index.html"
            given = [element.attributes for element in elements(file)] if file.exists() else []
            refresh = next((meta["content"] for meta in given if meta.get("http-equiv") == "refresh"), "")
            target = refresh.partition("url=")[2]
            if not target or not (file.parent / target / "index.html").exists():
                found = f"{file.relative_to(source.site).as_posix()} that leads to {target or 'nothing'}"
                line = located.line(("redirects", number, "old"))
                yield Problem(PATH, line, found, "a page that exists", "Name an address that has a page.")
