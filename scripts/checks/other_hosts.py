"""A built page loads nothing from another host."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from scripts.content import Problem

from .rule import Source, built, soup

ID = "SIT004"
NAME = "other-hosts"
ABOUT = {
    "zh": "页面不从别的网站加载任何东西：图片、字体、脚本都在本站。",
    "en": "A page loads nothing from another site: pictures, fonts and scripts are its own.",
}
EXAMPLES = [
    built('<p><img src="/picture.svg" alt="A picture"> <a href="https://elsewhere.test/">elsewhere</a></p>'),
    built('<p><img src="https://elsewhere.test/picture.svg" alt="A picture"></p>', marked=True),
    built(head='<script src="//elsewhere.test/a.js"></script>', marked=True),
    built(head="<style>@import url(https://elsewhere.test/a.css);</style>", marked=True),
]

LOADED = {"src", "srcset", "poster", "data", "xlink:href"}


def check(source: Source) -> Iterator[Problem]:
    for page in source.built():
        html = soup(source.site / page.name)
        own = {urlsplit(link["href"]).netloc for link in html.select("link[rel=canonical][href]")}
        for element in html.find_all(True):
            values = [str(element[name]) for name in LOADED if element.get(name)]
            if element.name == "link" and not {"canonical", "alternate", "prev", "next"} & set(element.get("rel") or []):
                values.append(str(element.get("href", "")))
            values += [part.partition(")")[0] for text in (element.string or "" if element.name == "style" else "", element.get("style") or "") for part in str(text).split("url(")[1:]]
            for value in values:
                if (host := urlsplit(value.strip("\"' ")).netloc) and host not in own:
                    yield Problem(page.source.path, page.line(str(element.get("alt") or "")), f"<{element.name}> from {host}", "nothing from another host", "Put the file into docs/ or overrides/.")
