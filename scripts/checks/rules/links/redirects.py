"""A redirect leads straight to the page that says what the old one said: no chain, no loop, no section in its place."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, data

ID, NAME, SEVERITY = "LNK008", "redirects", "error"
ABOUT_ZH = "跳转直接指向现在的文章：不指向自己，不指向另一个旧地址，有同名文章时不指向栏目页。"
ABOUT_EN = "A redirect leads straight to today's article: not to itself, another old address, or a section."
TO = "new: deposits/deposit-crypto/"
EXAMPLES = [
    data(redirects=f"redirects:\n  - {{old: deposits/old/, {TO}}}\n  - {{old: deposits/older/, {TO}}}\n"),
    data(
        redirects=f"redirects:\n  - old: deposits/old/\n    new: deposits/older/{MARK}\n"
        f"  - old: deposits/older/\n    {TO}\n  - {{old: deposits/one/, new: /deposits/one}}{MARK}\n"
        f"  - {{old: account/deposit-crypto/, new: deposits/}}{MARK}\n  - {{old: account/old/, new: deposits/}}\n"
        f"  - {{old: a/here/, new: a/there/}}{MARK}\n  - {{old: a/there/, new: a/here/}}{MARK}\n"
    ),
]

REDIRECTS = "docs/_data/redirects.yml"


def check(source: Source) -> Iterator[Problem]:
    listed, file = source.redirects(), source.data.get("redirects.yml")
    moved = {old: new for old, new in listed if old}
    paths = [file.path.removesuffix(".md").split("/") for file in source.pages()]
    articles = {path[3]: "/".join(path[2:]) for path in paths if len(path) == 4 and path[3] != "index"}
    for number, (old, new) in enumerate(listed):
        if not file or not old or not new:
            continue  # MOD003 says so
        line = file.line(("redirects", number, "new"))
        if new == old:
            expected, mend = "the page's address now", "Name the page, or take the redirect out."
            yield Problem(REDIRECTS, line, f'a redirect from "{old}/" to itself', expected, mend)
        elif new in moved:
            found, expected = f'a redirect to the old address "{new}/"', f'"{moved[new]}/", or where that leads'
            yield Problem(REDIRECTS, line, found, expected, "Lead straight to the page.")
        elif "/" not in new and (article := articles.get(old.rsplit("/", 1)[-1])):
            found = f'a redirect from "{old}/" to the section "{new}/"'
            yield Problem(REDIRECTS, line, found, f'"{article}/", the article of that name', "Lead to the article.")
