"""A built page loads nothing from another host."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.checks.lib import BuiltSite, Problem, built, elements
from scripts.checks.lib.elements import LOADED, Element

ID, NAME, SEVERITY = "SIT004", "other-hosts", "error"
ABOUT_ZH = "页面不从别的网站加载任何东西：图片、字体、脚本都在本站。"
ABOUT_EN = "A page loads nothing from another site: pictures, fonts and scripts are its own."
EXAMPLES = [
    built('<p><img src="/picture.svg" alt="A picture"> <a href="https://elsewhere.test/">elsewhere</a></p>'),
    built('<p><img src="https://elsewhere.test/picture.svg" alt="A picture"></p>', marked=True),
    built(head='<script src="//elsewhere.test/a.js"></script>', marked=True),
    built(head="<style>@import url(https://elsewhere.test/a.css);</style>", marked=True),
]

LEADS = {"canonical", "alternate", "prev", "next"}  # kinds of <link> that load nothing
URL = re.compile(r"url\(([^)]*)")


def check(source: BuiltSite) -> Iterator[Problem]:
    for page in source.built():
        shown = elements(source.site / page.name)
        canonical = (e.attributes.get("href", "") for e in shown if e.attributes.get("rel") == "canonical")
        own = {urlsplit(address).netloc for address in canonical}
        for element in shown:
            for address in _loaded(element):
                if (host := urlsplit(address.strip("\"' ")).netloc) and host not in own:
                    line, found = page.line(element.attributes.get("alt", "")), f"<{element.name}> from {host}"
                    mend = "Put the file into docs/ or overrides/."
                    yield Problem(page.source.path, line, found, "nothing from another host", mend)


def _loaded(element: Element) -> Iterator[str]:
    """The addresses from which a browser loads what an element shows."""
    given = element.attributes
    names = ("href", *LOADED) if element.name == "link" and not LEADS & set(given.get("rel", "").split()) else LOADED
    yield from (given.get(name, "") for name in names)
    yield from URL.findall(f"{element.text if element.name == 'style' else ''} {given.get('style', '')}")
