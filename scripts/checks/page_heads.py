"""Every built page has a title and a description of its own, one heading of the first level, and no empty part."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Problem

from .rule import Source, built, soup

ID = "SIT003"
NAME = "page-heads"
ABOUT = {
    "zh": "每个页面有自己的标题和说明，不和别的页面重复。",
    "en": "Every page has a title and a description of its own, unlike any other page of its language.",
}
EXAMPLES = [
    built(),
    built(title="", marked=True),
]


def check(source: Source) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], str] = {}
    for page in source.built():
        html = soup(source.site / page.name)
        description = html.select_one('meta[name="description"]')
        heads = {
            "title": html.title.get_text(strip=True) if html.title else "",
            "description": str(description["content"]).strip() if description else "",
        }
        for kind, text in heads.items():
            if not text:
                yield Problem(page.source.path, 1, f"a page without a {kind}", "one of its own", f"Write `{kind}` in the front matter.")
            elif (first := seen.setdefault((page.code, kind, text), page.source.path)) != page.source.path:
                yield Problem(page.source.path, page.line(text), f'the {kind} of {first}, "{text}"', "one of its own", "Say what sets this page apart.")
