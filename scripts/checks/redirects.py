"""A redirect leads straight to the page that says what the old one said: no chain, no loop, no section in its place."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Problem

from .removed_addresses import REDIRECTS, entries, located
from .rule import MARK, Source, data

ID = "LNK008"
NAME = "redirects"
ABOUT = {
    "zh": "跳转直接指向现在的文章：不指向自己，不指向另一个旧地址，有同名文章时不指向栏目页。",
    "en": "A redirect leads straight to today's article: not to itself, to another old address, or to a section in its place.",
}
EXAMPLES = [
    data(redirects="redirects:\n  - {old: deposits/old/, new: deposits/deposit-crypto/}\n  - {old: deposits/older/, new: deposits/deposit-crypto/}\n"),
    data(redirects=f"redirects:\n  - old: deposits/old/\n    new: deposits/older/{MARK}\n  - old: deposits/older/\n    new: deposits/deposit-crypto/\n"),
    data(redirects=f"redirects:\n  - {{old: deposits/old/, new: deposits/new/}}{MARK}\n  - {{old: deposits/new/, new: deposits/old/}}{MARK}\n"),
    data(redirects=f"redirects:\n  - {{old: deposits/old/, new: /deposits/old}}{MARK}\n"),
    data(redirects=f"redirects:\n  - {{old: account/deposit-crypto/, new: deposits/}}{MARK}\n  - {{old: account/old/, new: deposits/}}\n"),
]


def check(source: Source) -> Iterator[Problem]:
    redirects = located(source, REDIRECTS)
    listed = [(entry["old"].strip("/"), entry["new"].strip("/")) for entry in entries(redirects)]
    moved = {old: new for old, new in listed if old}
    articles = {parts[-1].removesuffix(".md"): "/".join(parts[2:]) for file in source.pages() if len(parts := file.path.split("/")) == 4}
    articles.pop("index", None)
    for number, (old, new) in enumerate(listed):
        line = redirects.line(("redirects", number, "new"))
        if not old or not new:
            continue  # MOD003 says so
        if new == old:
            yield Problem(REDIRECTS, line, f'a redirect from "{old}/" to itself', "the page's address now", "Name the page, or take the redirect out.")
        elif new in moved:
            expected = f'"{_end(new, moved)}/"' if _end(new, moved) else "the address of a page"
            yield Problem(REDIRECTS, line, f'a redirect to the old address "{new}/"', expected, "Lead straight to where it ends.")
        elif "/" not in new and (article := articles.get(old.rsplit("/", 1)[-1])):
            found = f'a redirect from "{old}/" to the section "{new}/"'
            yield Problem(REDIRECTS, line, found, f'"{article.removesuffix(".md")}/", the article of that name', "Lead to the article.")


def _end(address: str, moved: dict[str, str]) -> str:
    """Where a chain ends, or nothing for a loop."""
    seen: set[str] = set()
    while address in moved:
        if address in seen:
            return ""
        seen.add(address)
        address = moved[address]
    return address
