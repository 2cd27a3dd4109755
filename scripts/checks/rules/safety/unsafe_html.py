"""No raw HTML, no targets that run code; pictures that only draw.

Pages show HTML as it is typed, and links that run code as text; a script in a picture reads what a visitor types."""

import html
import re
from collections.abc import Iterator

from scripts.checks.lib import EXAMPLE_PATH, MARK, Example, File, Problem, Source, data, page
from scripts.checks.lib.links import scheme, written
from scripts.checks.lib.patterns import table
from scripts.content.markdown import HTML, MARKUP, TEXT, parse

ID, NAME, SEVERITY = "SEC007", "unsafe-html", "error"
ABOUT_ZH = "正文里不写 HTML，链接不写 javascript: 和 data:；SVG 图里没有脚本、事件和外部引用。"
ABOUT_EN = "No HTML in articles, no javascript: or data: targets; no scripts, events or outside references in SVG."
SVG = EXAMPLE_PATH.format(code="en").replace(".md", ".svg")
EXAMPLES = [
    page(zh="<!-- 说明 <b> -->\n\n1 < 2，`<script>`，3 > 2。\n\n~~~\n<b>\n~~~",
         en="```html\n<script>x</script>\n```\n\nJavaScript: turn it on. Some data: a, b. <https://a.test>"),
    page(zh=f'<script>alert(1)</script>{MARK}\n\nText <img src="x" onerror="x()">{MARK}\n\n'
         f'<IFRAME{MARK}\nsrc="x"></IFRAME>{MARK}',
         en=f"````\n```\n````\n\n<b>bold</b>{MARK}\n\n1. Wait.\n\n   <div>{MARK}\n\n| A <br> b |{MARK}\n| --- |"),
    page(zh=f"[Open](javascript:alert(1)){MARK}\n\n[Open](Java&#83;cript:alert(1)){MARK}",
         en=f"![x](data:image/png;base64,AAAA){MARK}\n\n<javascript:alert(1)>{MARK}"),
    page(en=f'[Open](deposit-crypto.md){{ onclick="x()" }}{MARK}', front={"title": f"title: A <b>bold</b> one{MARK}"}),
    data(redirects=f"redirects: []  # <script src=x></script>{MARK}\n"),
    Example({SVG: '<svg xmlns="http://www.w3.org/2000/svg">\n<use href="#a"/><rect fill="url(#b)"/>\n</svg>\n'}),
    Example({SVG: f'<svg>\n<script>x</script>{MARK}\n<rect onload="x()"/>{MARK}\n'
                  f'<a\n href="//a.test/b"/>{MARK}\n</svg>\n'}),
]  # fmt: skip

Found = tuple[int, int, str, str]  # line, column, kind, text
CODE = "a target that runs code"
TAG = re.compile(r"\S.*")
SCHEMES = ("javascript", "vbscript", "data", "file", "blob")
RUNS = re.compile(r"\b(?:(?:java|vb)script:\S|data:(?:text|image|application|audio|video)/[\w.+-]+[;,])", re.IGNORECASE)
ATTRIBUTES = re.compile(r"\{:?[^{}]*\b(?:on\w+|style|href|src|srcdoc|action)\s*=[^{}]*\}", re.IGNORECASE)
# In data: only what can do harm, since texts of the interface may hold a tag.
HARMFUL = re.compile(
    r"<\s*/?(?:script|i?frame|form|input|button|style|link|meta|base|img|object|embed|svg|video|audio)\b[^<>]*>?|"
    r"<\w+[^<>]*\son\w+\s*=", re.IGNORECASE,
)  # fmt: skip
DRAWING = table(r"""
a script :: <\s*/?(?:[\w-]+:)?(?:script|handler|listener)\b :: <svg:script>
a foreign object :: <\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|audio|video|canvas|html)\b :: <html>
a foreign object :: <\s*(?:[\w-]+:)?(?:body|form|input|link|meta|img)\b :: <img src="#">
an event handler :: (?<=[\s\"'/])on[a-z]+\s*= :: <rect onload="x()"/>
an outside reference :: (?<![\w-])(?:href|src)\s*=\s*(?:\"\s*(?!#)[^\"]*\"?|'\s*(?!#)[^']*'?) :: href="a.svg"
an outside reference :: (?<![\w-])(?:href|src)\s*=\s*(?![\"'#\s])[^\s>]+ :: <use href=a.svg />
an outside reference :: url\(\s*(?:&quot;|&apos;|[\"'])?\s*(?![#\"'\s&])[^)]*|@import\b :: fill="url(a.svg)"
an outside reference :: <!(?:ENTITY|DOCTYPE)\b|<\?xml-stylesheet\b|\bxml:base\s*= :: <!ENTITY a "b">
a reference that runs code :: (?:java|vb)script\s*:|attributeName\s*=\s*[\"']?(?:xlink:)?(?:href|
    on) :: attributeName="href" """)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# What is expected, and how to mend it
MEND = {
    "HTML": ("Markdown alone", "Take it out; the blocks of CONTRIBUTING.md say all that an article needs."),
    "attributes": ("Markdown alone", "Take them out."),
    CODE: ("an article or a fact", "Take the link out."),
}


def check(source: Source) -> Iterator[Problem]:
    """Pages as they are read, data line by line, pictures as they are written."""
    for file in source.files:
        read = _page if file.is_page else _drawing if file.path.endswith(".svg") else _data
        for line, column, kind, text in read(file):
            expected, mend = MEND.get(kind, ("a picture that only draws", "Take it out of the drawing."))
            yield Problem(file.path, line, f"{kind}, {text.strip()[:60]}", expected, mend, column)


def _data(file: File) -> Iterator[Found]:
    for number, line in enumerate(file.lines, 1):
        yield from _first(HARMFUL, "HTML", number, line)
        yield from _first(RUNS, CODE, number, line)


def _first(pattern: re.Pattern[str], kind: str, number: int, line: str) -> Iterator[Found]:
    if match := pattern.search(line):
        yield number, match.start() + 1, kind, match[0]


def _page(file: File) -> Iterator[Found]:
    front = [*file.spoken, *file.questions]
    tags = [(number, text) for number, line in front if "<" in line for _, text in parse(line).view(HTML)]
    for number, text in [*tags, *file.document.view(HTML)]:
        yield from _first(TAG, "HTML", number, text)
    targets = [link for link in written(file) if scheme(link.target) in SCHEMES]
    yield from ((link.line, link.column, CODE, link.target) for link in targets)
    for number, text in [*front, *file.document.view(TEXT + MARKUP)]:
        yield from _first(ATTRIBUTES, "attributes", number, text)
        if number not in [link.line for link in targets]:
            yield from _first(RUNS, CODE, number, text)


def _drawing(file: File) -> Iterator[Found]:
    # a reference such as &#106; is its character for the browser
    text = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), file.text)
    text = re.sub(r"&#\w+;?|&(?:colon|Tab|NewLine|lpar);", lambda match: html.unescape(match[0]), text)
    for match in DRAWING.finditer(text):
        line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        yield line, column, DRAWING.name(match), match[0]
