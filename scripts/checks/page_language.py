"""Every built page says its language, and leads to itself in every language."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content import Problem

from .rule import Source, built, soup

ID = "SIT002"
NAME = "page-language"
ABOUT = {
    "zh": "每个页面写明自己的语言（lang），并用 hreflang 指向每种语言的同一页。",
    "en": "Every page names its language (lang) and, by hreflang, the same page in every language.",
}
_PAIR = '<link rel="alternate" hreflang="zh-Hans" href="https://h.test/deposits/example/"><link rel="alternate" hreflang="en" href="https://h.test/en/deposits/example/">'
EXAMPLES = [
    built(head=_PAIR),
    built(head=_PAIR, lang="zh-Hans", marked=True),
    built(marked=True),
    built(head=_PAIR.replace("/en/deposits/example/", "/en/deposits/"), marked=True),
]


def check(source: Source) -> Iterator[Problem]:
    for page in source.built():
        html = soup(source.site / page.name)
        language = source.content.language(page.code)
        if (said := html.html.get("lang")) != language.html:
            yield Problem(page.source.path, 1, f'lang="{said}"', f'lang="{language.html}"', "The template sets it.")
        found = {link["hreflang"]: link["href"] for link in html.select("link[rel=alternate][hreflang]")}
        address = source.content.pages[page.code, _address(page.name, page.code)].address
        main = source.content.languages[0].code
        for other in source.content.languages:
            wanted = f"/{'' if other.code == main else other.code + '/'}{address}"
            if not found.get(other.html, "").endswith(wanted):
                shown = found.get(other.html, "none")
                yield Problem(page.source.path, 1, f'hreflang="{other.html}": {shown}', f"an address that ends in {wanted}", "The template sets it.")


def _address(name: str, code: str) -> str:
    address = name.removesuffix("index.html")
    return address if code == "zh" else address.removeprefix(f"{code}/")
