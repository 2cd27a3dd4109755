"""No raw HTML, no targets that run code; pictures that only draw.

A script in an article or a picture reads what a visitor types, on a site that people trust.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from scripts.content import Problem

from .rule import EXAMPLE_PATH, FENCE, MARK, Example, File, Source, data, page

ID = "SEC007"
NAME = "unsafe-html"
ABOUT = {
    "zh": "正文里不写 HTML，链接不写 javascript: 和 data:；SVG 图里没有脚本、事件和外部引用。",
    "en": "No HTML in articles, no javascript: or data: targets; no scripts, events or outside references in SVG pictures.",
}
SVG = EXAMPLE_PATH.format(code="en").replace(".md", ".svg")
EXAMPLES = [
    page(zh="<!-- 说明 -->\n\n1 < 2，`<script>`，3 > 2。", en="```html\n<script>x</script>\n```\n\nJavaScript: turn it on. Some data: a, b. <https://a.test>"),
    page(zh=f"<script>alert(1)</script>{MARK}", en=f"See <a href='x'>this</a>.{MARK}"),
    page(en=f'Text <img src="x" onerror="alert(1)">{MARK}\n\n<IFRAME{MARK}\nsrc="x"></IFRAME>{MARK}'),
    page(en=f"[Open](javascript:alert(1)){MARK}\n\n[Open](Java&#83;cript:alert(1)){MARK}\n\n![x](data:image/png;base64,AAAA){MARK}"),
    page(en=f'[Open](deposit-crypto.md){{ onclick="x()" }}{MARK}'),
    data(redirects=f"redirects: []  # <script src=x></script>{MARK}\n"),
    Example({SVG: '<svg xmlns="http://www.w3.org/2000/svg">\n<use href="#a"/><rect fill="url(#b)"/>\n</svg>\n'}),
    Example({SVG: f'<svg>\n<script>x</script>{MARK}\n<rect onload="x()"/>{MARK}\n<image\n xlink:href="https://a.test/b.png"/>{MARK}\n</svg>\n'}),
    Example({SVG: f'<svg>\n<foreignObject/>{MARK}\n<rect fill="url(https://a.test/b)"/>{MARK}\n</svg>\n'}),
]

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CODE = re.compile(r"(?<!`)(`+)(?!`)(?:[^`]|(?!\1)`+)*?(?<!`)\1(?!`)")
KNOWN = (
    "script|iframe|frame|frameset|form|input|button|select|option|textarea|label|style|link|meta|base|img|image|picture|source|object|embed|applet|"
    "video|audio|track|canvas|svg|math|details|summary|dialog|template|slot|marquee|portal|noscript|html|head|body|title|div|span|p|br|hr|a|b|i|u|s|em|strong|"
    "small|sub|sup|mark|kbd|abbr|code|pre|font|center|table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|blockquote|figure|figcaption|section|article|aside|nav|header|footer|main"
)
# CommonMark takes any <word …> for a tag; a known one may go on in the next line.
TAG = re.compile(rf"(?<!\\)<(?:/?(?:{KNOWN})(?=[\s/>]|$)|/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|[?!][A-Za-z\[])[^<>]*>?", re.IGNORECASE)
# In data: only what can do harm, since texts of the interface may hold a tag.
HARMFUL_TAG = re.compile(r"<\s*/?(?:script|iframe|frame|form|input|button|style|link|meta|base|img|object|embed|svg|video|audio)\b[^<>]*>?|<\w+[^<>]*\son\w+\s*=", re.IGNORECASE)
ATTRIBUTES = re.compile(r"\{:?[^{}]*\b(?:on\w+|style|href|src|srcdoc|action)\s*=[^{}]*\}", re.IGNORECASE)
TARGET = re.compile(r"\]\(\s*(<[^>]*>|[^)\s]*)|^\s*\[[^\]]+\]:\s*(\S+)|<([A-Za-z][^<>\s]*:[^<>]*)>|^[\s-]*(?:[\w-]+:\s+)?[\"']?((?:java|vb)script\s*:\S.*)", re.IGNORECASE)
SCHEMES = ("javascript:", "vbscript:", "data:", "file:", "blob:")
DATA_URI = re.compile(r"\bdata:(?:text|image|application|audio|video)/[\w.+-]+[;,]", re.IGNORECASE)
BLANK = re.compile(r"[\s\x00-\x20\u200b\ufeff]+")

DRAWING = [
    ("a script", re.compile(r"<\s*/?(?:[\w-]+:)?(?:script|handler|listener)\b", re.IGNORECASE)),
    ("a foreign object", re.compile(r"<\s*(?:[\w-]+:)?(?:foreignObject|iframe|embed|object|audio|video|canvas|html|body|form|input|link|meta|img)\b", re.IGNORECASE)),
    ("an event handler", re.compile(r"(?<=[\s\"'/])on[a-z]+\s*=", re.IGNORECASE)),
    ("an outside reference", re.compile(r"(?<![\w-])(?:xlink:)?(?:href|src)\s*=\s*(?:\"\s*(?!#)[^\"]*\"?|'\s*(?!#)[^']*'?|(?![\"'#\s])[^\s>]+)", re.IGNORECASE)),
    ("an outside reference", re.compile(r"url\(\s*(?:&quot;|&apos;|[\"'])?\s*(?![#\"'\s&])[^)]*|@import\b", re.IGNORECASE)),
    ("an outside reference", re.compile(r"<!(?:ENTITY|DOCTYPE)\b|<\?xml-stylesheet\b|\bxml:base\s*=", re.IGNORECASE)),
    ("a target that runs code", re.compile(r"(?:java|vb)script\s*:|attributeName\s*=\s*[\"']?(?:xlink:)?(?:href|on)", re.IGNORECASE)),
]


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        yield from _drawing(file) if file.path.endswith(".svg") else _text(file)


def _text(file: File) -> Iterator[Problem]:
    text = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), file.text) if "<!--" in file.text else file.text
    markdown, fenced = file.path.endswith(".md"), False
    for number, line in enumerate(text.split("\n"), 1):
        if markdown and FENCE.match(line):
            fenced = not fenced
        if fenced or not ("<" in line or ":" in line or "{" in line):
            continue
        line = CODE.sub(lambda match: " " * len(match[0]), line)
        if match := (TAG if markdown else HARMFUL_TAG).search(line):
            mend = "Take it out; Markdown and the blocks of CONTRIBUTING.md say all that an article needs."
            yield Problem(file.path, number, f"HTML, {match[0][:60]}", "Markdown alone", mend, match.start() + 1)
        elif markdown and (match := ATTRIBUTES.search(line)):
            yield Problem(file.path, number, f"attributes, {match[0][:60]}", "Markdown alone", "Take them out.", match.start() + 1)
        if match := _running(line):
            yield Problem(file.path, number, f"a target that runs code, {match[0][:60]}", "an article or a fact", "Take the link out.", match.start() + 1)


def _running(line: str) -> re.Match | None:
    for match in TARGET.finditer(line):
        target = BLANK.sub("", unquote(html.unescape(next(filter(None, match.groups()), "")))).lstrip("<\"'").lower()
        if target.startswith(SCHEMES):
            return match
    return DATA_URI.search(line)


def _drawing(file: File) -> Iterator[Problem]:
    # a reference such as &#106; is its character for the browser; a character as long keeps the columns
    text = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), file.text)
    text = re.sub(r"&#\w+;?|&(?:colon|Tab|NewLine|lpar);", lambda match: html.unescape(match[0]), text)
    for kind, pattern in DRAWING:
        for match in pattern.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            line = text.count("\n", 0, start) + 1
            column = start - text.rfind("\n", 0, start)
            yield Problem(file.path, line, f"{kind}, {match[0].strip()[:60]}", "a picture that only draws", "Take it out of the drawing.", column)
