"""What a built page may hold: elements with their attributes, and what is neither element nor text.

    for found in judge(html):
        found.what, found.near, found.address

One list for what stands around an article, and a shorter one for the article: what an article's Markdown can make,
and what its template adds. Whoever adds an element to a template adds it here.
"""

from __future__ import annotations

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
html: lang data-code data-english
head body title nav main:
meta: charset name content http-equiv
link: rel type title href hreflang
script: src defer data-interface
header footer: class
aside: class aria-label
article: class data-copied data-failed data-section data-linked
nav: class id aria-label
main: class id tabindex
div: class role lang hidden data-language data-search data-starts data-ends
h1 h2: id
p: class role lang hidden data-language
ul ol: class
li: class
strong:
span: class
kbd: aria-hidden
a: href class lang hreflang aria-label data-language data-language-switch data-offer data-stay aria-current
template: class data-language
dialog: class lang aria-label
button: type class aria-label aria-expanded aria-controls
form: class role aria-label
input: type class checked placeholder maxlength aria-label autocomplete autocapitalize autocorrect spellcheck enterkeyhint
label:
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
div: class data-kind data-language data-title lang
section: class aria-labelledby
details: class
summary:
fieldset: class
legend:
button: type class data-kind data-forget data-done aria-pressed
ul: class
ol: class start
li: data-starts hidden
dl dd strong em code pre blockquote hr br figcaption:
dt: id
span: class lang role data-fact data-starts data-ends hidden
a: href rel id title
figure: class id
table: role data-plain
thead tbody tr: role
th: role scope
td: role data-label
{_DRAWN}
""")
_VALUES = {
    ("meta", "charset"): {"utf-8"},
    ("meta", "name"): {"viewport", "description", "robots", "referrer", "color-scheme"},
    ("meta", "http-equiv"): {"Content-Security-Policy", "refresh"},
    ("link", "rel"): {"canonical", "alternate", "icon", "stylesheet"},
    ("button", "type"): {"button", "reset"},
    ("input", "type"): {"search", "checkbox"},
    ("a", "rel"): {"edit", "help"},
}
ADDRESSES = {"href", "src", "data-english", "data-interface", "data-to"}


@dataclass(frozen=True)
class Found:
    """What may not be there, or an address that must be looked at: of which element, and the article's text before."""

    what: str
    near: str
    element: str = ""
    address: str = ""


class _Judge(HTMLParser):
    def __init__(self, allowed: dict[str, frozenset[str]]) -> None:
        super().__init__(convert_charrefs=False)
        self.around, self.allowed = allowed, allowed
        self.found: list[Found] = []
        self.ids: set[str] = set()
        self.near = ""
        self.script = False  # whether one is open

    def wrong(self, what: str) -> None:
        self.found.append(Found(what, self.near))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in self.allowed:
            self.wrong(f"<{tag}>")
        else:
            for name, value in given.items():
                if name not in self.allowed[tag] or value not in _VALUES.get((tag, name), (value,)):
                    self.wrong(f'<{tag} {name}="{value[:40]}">')
        if len(given) < len(attrs):
            self.wrong(f"<{tag}> with an attribute twice")
        self.ids.add(given.get("id", ""))
        for name in ADDRESSES & given.keys():
            self.found.append(Found("", self.near, f"{tag} {name} {given.get('rel', '')}".strip(), given[name]))
        if given.get("http-equiv") == "Content-Security-Policy":
            self.found.append(Found("", self.near, "meta policy", given.get("content", "")))
        elif given.get("http-equiv"):
            target = given.get("content", "").partition("url=")[2]
            self.found.append(Found("", self.near, "meta refresh", target))
        self.script = tag == "script"
        if tag == "article":
            self.allowed = ARTICLE

    def handle_endtag(self, tag: str) -> None:
        self.script = False
        if tag == "article":
            self.allowed = self.around

    def handle_data(self, data: str) -> None:
        if self.script:
            self.wrong(f"<script>{data.strip()[:40]}")
            return
        if "<" in data:
            self.wrong(f'"{data[data.index("<") :][:40]}", which a browser may take for an element')
        if self.allowed is ARTICLE and (text := data.strip()):
            self.near = text

    def handle_comment(self, data: str) -> None:
        self.wrong(f"a comment, {data.strip()[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.wrong(f"<!{decl[:40]}>")

    def handle_pi(self, data: str) -> None:
        self.wrong(f"<?{data[:40]}>")

    def unknown_decl(self, data: str) -> None:
        self.wrong(f"<![{data[:40]}")


def judge(html: str, allowed: dict[str, frozenset[str]] = AROUND) -> tuple[list[Found], set[str]]:
    """What a page holds that it may not, and the addresses to be looked at; and the anchors that it has."""
    reader = _Judge(allowed)
    reader.feed(html)
    reader.close()
    return reader.found, reader.ids
