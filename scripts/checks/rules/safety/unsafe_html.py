"""No HTML and no targets that run code: pages show both as they are typed.

That nothing of it is live is judged on what was built (SIT007); here a writer learns that readers would see the tags.
"""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, data, page
from scripts.checks.lib.links import scheme, written
from scripts.checks.lib.source import texts
from scripts.content.markdown import HTML, TEXT, Document, parse

ID, NAME, SEVERITY = "SEC007", "unsafe-html", "error"
ABOUT_ZH = "文章和数据里不写 HTML（会原样显示），链接不写 javascript: 和 data:。"
ABOUT_EN = "No HTML in articles and data, which would show as it is typed; no javascript: or data: targets."
EXAMPLES = [
    page(zh="<!-- 说明 <b> -->\n\n1 < 2，`<script>`，3 > 2。\n\n~~~\n<b>\n~~~",
         en="```html\n<script>x</script>\n```\n\nJavaScript: turn it on. Some data: a, b. <https://a.test>"),
    page(zh=f'<script>alert(1)</script>{MARK}\n\nText <img src="x" onerror="x()">{MARK}\n\n'
         f'<IFRAME{MARK}\nsrc="x"></IFRAME>{MARK}',
         en=f"````\n```\n````\n\n<b>bold</b>{MARK}\n\n1. Wait.\n\n   <div>{MARK}\n\n| A <br> b |{MARK}\n| --- |"),
    page(zh=f"[Open](javascript:alert(1)){MARK}\n\n[Open](Java&#83;cript:alert(1)){MARK}",
         en=f"![x](data:image/png;base64,AAAA){MARK}\n\n<javascript:alert(1)>{MARK}\n\n<x/onfocus=x>{MARK}"),
    page(front={"title": f"title: A <b>bold</b> one{MARK}"}),
    data(safety="SAFE-1:\n  zh: 1 < 2\n  en: 3 > 2\n"),
    data(safety=f"SAFE-1:\n  zh: 一句<b>话</b>{MARK}\n  en: '<script src=x></script>'{MARK}\n"),
]  # fmt: skip

SCHEMES = ("javascript", "vbscript", "data", "file", "blob")
UNSEEN = ("accepted.yml", "coverage.yml", "source-facts.yml")  # no reader sees these


TAG = re.compile(r"<[A-Za-z/!?][^>]*>?")  # in text: no HTML for the reader, but a reader of pages sees a tag


def check(source: Source) -> Iterator[Problem]:
    """What the reader takes for HTML, and what looks like it, in pages and in the texts of data; and targets."""
    mend = "Take it out; the blocks of CONTRIBUTING.md say all that an article needs."
    for file in source.pages():
        front = ((number, *found) for number, line in (*file.spoken, *file.questions) for found in _html(line))
        body = ((number, *found) for number, found in _in_document(file.document))
        for number, column, shown in (*front, *body):
            yield Problem(file.path, number, f"HTML, {shown[:60]}", "Markdown alone", mend, column)
        for link in written(file):
            if scheme(link.target) in SCHEMES:
                found, expected = f"a target that runs code, {link.target.strip()[:60]}", "an article or a fact"
                yield Problem(file.path, link.line, found, expected, "Take the link out.", link.column)
    for name, located in source.data.items():
        for number, value in texts(located).values() if name not in UNSEEN else ():
            for _, shown in _html(value)[:1]:
                yield Problem(located.path, number, f"HTML, {shown[:60]}", "words alone", "Take it out.")


def _in_document(document: Document) -> Iterator[tuple[int, tuple[int, str]]]:
    """(line, (column, text)) of what is HTML or looks like it, once a line."""
    lines = zip(document.view(HTML), document.view(TEXT), strict=True)
    for (number, markup), (_, text) in lines:
        if markup.strip():
            yield number, (len(markup) - len(markup.lstrip()) + 1, markup.strip())
        elif match := TAG.search(text):
            yield number, (match.start() + 1, match[0])


def _html(line: str) -> list[tuple[int, str]]:
    """(column, text) of what in a line of data is HTML or looks like it."""
    return [found for _, found in _in_document(parse(line))] if "<" in line else []
