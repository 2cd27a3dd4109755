"""Every built page says its language, and leads to itself in every language where it applies."""

from collections.abc import Iterator

from scripts.checks.lib import BuiltSite, Problem, built, elements

ID, NAME, SEVERITY = "SIT002", "page-language", "error"
ABOUT_ZH = "每个页面写明自己的语言（lang），并用 hreflang 指向每种语言的同一页。"
ABOUT_EN = "Every page names its language (lang) and, by hreflang, the same page in every language."
_LINK = '<link rel="alternate" hreflang="{}" href="https://h.test/{}deposits/example/">'
_PAIR = _LINK.format("zh-Hans", "") + _LINK.format("en", "en/")
EXAMPLES = [
    built(head=_PAIR),
    built(head=_PAIR, lang="zh-Hans", marked=True),
    built(marked=True),
    built(head=_PAIR.replace("/en/deposits/example/", "/en/deposits/"), marked=True),
]
MEND = "The template sets it."


def check(source: BuiltSite) -> Iterator[Problem]:
    languages = source.content.languages
    applying = {page.path: page.address for page in source.content.applying}  # the others are for no search engine
    for page in source.built():
        shown = elements(source.site / page.name)
        said = next((element.attributes.get("lang") for element in shown if element.name == "html"), None)
        right = source.content.language(page.code).html
        if said != right:
            yield Problem(page.source.path, 1, f'lang="{said}"', f'lang="{right}"', MEND)
        links = [element.attributes for element in shown if element.attributes.get("rel") == "alternate"]
        found = {link["hreflang"]: link["href"] for link in links if "hreflang" in link}
        for other in languages if page.source.path in applying else ():
            wanted = f"/{'' if other == languages[0] else other.code + '/'}{applying[page.source.path]}"
            if not (link := found.get(other.html, "none")).endswith(wanted):
                expected = f"an address that ends in {wanted}"
                yield Problem(page.source.path, 1, f'hreflang="{other.html}": {link}', expected, MEND)
