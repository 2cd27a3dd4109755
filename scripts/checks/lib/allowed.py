"""What a built page may hold: elements with their attributes, and what is neither element nor text.

    for found in judge(html):
        found.what, found.near, found.address

One list for what stands around an article, and a shorter one for the article: what an article's Markdown can make,
and what its template adds. Whoever adds an element to a template adds it here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser


def _table(text: str) -> dict[str, frozenset[str]]:
    """The attributes of each element: "a b: href rel" is what <a> and <b> may have."""
    rows = (row.partition(":")[::2] for row in text.strip().splitlines())
    return {name: frozenset(attributes.split()) for names, attributes in rows for name in names.split()}


_DRAWN = """
svg: xmlns viewbox role aria-label aria-hidden class
g: class
path: d class fill-rule
rect: x y width height rx class
circle: cx cy r class
text: text-anchor font-size class
tspan: x y
"""
AROUND = _table(f"""
html: lang class
head main noscript title:
meta: charset name content
link: rel type title href hreflang
script: id type src data-english data-folder
body: dir data-md-color-scheme data-md-color-primary data-md-color-accent
header footer aside article main: class data-md-component
nav: class aria-label aria-labelledby aria-expanded data-md-level
div: class id role lang hidden tabindex aria-label data-language data-code data-starts data-ends data-md-component data-md-type data-md-scrollfix
section: class aria-labelledby
h1 h2 strong: id
p: class role lang data-language
ul ol: class role data-md-component data-md-scrollfix
li: class
span: class lang data-language
a: href class id lang hreflang title rel aria-label data-language data-language-switch data-md-component
button: type class title aria-label tabindex
form: class data-md-component
label: class for id title hidden tabindex aria-label
input: class id name type checked placeholder required maxlength aria-label autocomplete autocapitalize autocorrect spellcheck enterkeyhint data-md-toggle data-md-component data-md-color-media data-md-color-scheme data-md-color-primary data-md-color-accent
{_DRAWN}
""")  # noqa: E501
REDIRECT = _table("""
html: lang
head body title p:
meta: charset name content http-equiv
link: rel href
script: src data-to
a: href
""")
ARTICLE = _table(f"""
h1 h2 h3 h4 h5 h6: id class
p: class role data-safety data-none hidden
div: class data-tabs data-label data-done data-language data-title lang
section: class aria-labelledby
ul: class
ol: class start
li: data-starts hidden
dl dd strong em code pre blockquote hr br figcaption:
dt: id
span: class lang data-fact data-starts data-ends hidden
a: href rel id title
input: type id name checked
label: for
figure: class id
table: role data-plain
thead tbody tr: role
th: role scope style
td: role data-label style
{_DRAWN}
""")
_VALUES = {
    ("meta", "charset"): {"utf-8"},
    ("meta", "name"): {"viewport", "description", "robots", "referrer"},
    ("meta", "http-equiv"): {"refresh"},
    ("link", "rel"): {"canonical", "alternate", "icon", "stylesheet"},
    ("script", "type"): {"module", "application/json"},
    ("button", "type"): {"button", "reset"},
    ("input", "type"): {"checkbox", "radio", "text"},
    ("a", "rel"): {"edit"},
    ("th", "style"): {f"text-align:{side}" for side in ("left", "center", "right")},
    ("td", "style"): {f"text-align:{side}" for side in ("left", "center", "right")},
}
_IN_ARTICLE = {**_VALUES, ("input", "type"): {"radio"}}  # tabs; nobody types anything into an article
ADDRESSES = {"href", "src", "data-english", "data-folder", "data-to"}
DATA = ("__config", "__english")  # what scripts read from the page


@dataclass(frozen=True)
class Found:
    """What may not be there, or an address that must be looked at: of which element, and the article's text before."""

    what: str
    near: str
    element: str = ""
    address: str = ""


class _Judge(HTMLParser):
    def __init__(self, allowed: dict[str, frozenset[str]], is_ours: Callable[[str], bool]) -> None:
        super().__init__(convert_charrefs=False)
        self.around, self.allowed, self.is_ours = allowed, allowed, is_ours
        self.found: list[Found] = []
        self.ids: set[str] = set()
        self.near = ""
        self.script: dict[str, str] | None = None  # the attributes of the script that is open

    def wrong(self, what: str) -> None:
        self.found.append(Found(what, self.near))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        values = _IN_ARTICLE if self.allowed is ARTICLE else _VALUES
        if tag not in self.allowed:
            self.wrong(f"<{tag}>")
        else:
            for name, value in given.items():
                if name not in self.allowed[tag] or value not in values.get((tag, name), (value,)):
                    self.wrong(f'<{tag} {name}="{value[:40]}">')
        if len(given) < len(attrs):
            self.wrong(f"<{tag}> with an attribute twice")
        self.ids.add(given.get("id", ""))
        for name in ADDRESSES & given.keys():
            self.found.append(Found("", self.near, f"{tag} {name} {given.get('rel', '')}".strip(), given[name]))
        if given.get("http-equiv"):
            target = given.get("content", "").partition("url=")[2]
            self.found.append(Found("", self.near, "meta refresh", target))
        self.script = given if tag == "script" else None
        if tag == "article":
            self.allowed = ARTICLE

    def handle_endtag(self, tag: str) -> None:
        self.script = None
        if tag == "article":
            self.allowed = self.around

    def handle_data(self, data: str) -> None:
        if self.script is not None:
            self._script(data, self.script)
            return
        if "<" in data:
            self.wrong(f'"{data[data.index("<") :][:40]}", which a browser may take for an element')
        if self.allowed is ARTICLE and (text := data.strip()):
            self.near = text

    def _script(self, text: str, given: dict[str, str]) -> None:
        if "src" in given:
            self.wrong(f"<script src> that holds {text.strip()[:40]!r}")
        elif given.get("type") == "application/json":
            try:
                known = given.get("id") in DATA and isinstance(json.loads(text), dict)
            except ValueError:
                known = False
            if not known:
                self.wrong(f'<script type="application/json">{text.strip()[:40]}')
        elif not self.is_ours(text):
            self.wrong(f"<script>{text.strip()[:40]}")

    def handle_comment(self, data: str) -> None:
        self.wrong(f"a comment, {data.strip()[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.wrong(f"<!{decl[:40]}>")

    def handle_pi(self, data: str) -> None:
        self.wrong(f"<?{data[:40]}>")

    def unknown_decl(self, data: str) -> None:
        self.wrong(f"<![{data[:40]}")


def judge(
    html: str, is_ours: Callable[[str], bool] = lambda script: False, allowed: dict[str, frozenset[str]] = AROUND
) -> tuple[list[Found], set[str]]:
    """What a page holds that it may not, and the addresses to be looked at; and the anchors that it has."""
    reader = _Judge(allowed, is_ours)
    reader.feed(html)
    reader.close()
    return reader.found, reader.ids

