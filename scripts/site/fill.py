"""Fill an article's Markdown: facts and safety lines by key, the two kinds of account, what is not offered.

Turns the writers' short forms (docs/_data/facts.yml, README) into Markdown and HTML that MkDocs renders.
The checks on the forms themselves are in `scripts.content`, so nothing here can fail on a loaded page.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from scripts.content import Content, Page
from scripts.content.articles import BLOCK_CLOSE, BLOCK_OPEN, BRANCHES, COPY, REFERENCE, SAFETY_ID


def fill(page: Page, content: Content) -> str:
    """The page's body as Markdown with every short form filled in."""
    lines = _blocks(page.body.split("\n"), page.code, content)
    lines = _rows(lines, page.code, content)
    return "\n".join(
        REFERENCE.sub(lambda match: reference_html(match[1], page.code, content), line) for line in lines
    )


def reference_html(key: str, code: str, content: Content) -> str:
    """What {{ key }} shows: a safety line's box, or a fact by its kind and state."""
    if SAFETY_ID.fullmatch(key):
        return f'<p class="safety" role="note" data-safety="{key}">{html.escape(content.safety[key][code], quote=False)}</p>'
    fact = content.facts[key]
    strings = content.language(code).strings
    value = html.escape(fact.text(code) or "", quote=False)
    mark = _mark(strings["unconfirmed"], code)
    if fact.state == "not_offered":
        shown = _mark(strings["not_offered"], code) if fact.kind == "method" else strings["not_offered"]
    elif fact.kind == "method":
        shown = "" if fact.state == "confirmed" else mark
    elif fact.state == "confirmed":
        shown = _contact(value) if fact.kind == "contact" else value
    elif fact.kind == "product" and value:
        shown = value + mark
    else:
        shown = html.escape(fact.instead[code], quote=False)
    return f'<span class="fact" data-fact="{key}">{shown}</span>' if shown else ""


def _mark(text: str, code: str) -> str:
    """The quiet mark behind a value. Brackets in the text, so that it survives copying and reading aloud."""
    opening, closing = ("（", "）") if code == "zh" else (" (", ")")
    return f'<span class="mark">{opening}{text}{closing}</span>'


def _contact(value: str) -> str:
    """A confirmed contact as a link where it is an address of the web or of e-mail."""
    if urlsplit(value).scheme == "https":
        return f'<a href="{html.escape(value)}">{value}</a>'
    if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        return f'<a href="mailto:{html.escape(value)}">{value}</a>'
    return value


def _blocks(lines: list[str], code: str, content: Content) -> list[str]:
    """Turn ::: blocks into tabs and copyable boxes, drop those that do not apply, and say what is not offered."""
    strings = content.language(code).strings
    result: list[str] = []
    keep, fenced = True, False
    for line in lines:
        if BLOCK_CLOSE.match(line):
            if fenced:
                result += ["", "///"]
            keep, fenced = True, False
        elif match := BLOCK_OPEN.match(line):
            name = match[1]
            if name in BRANCHES:
                # where only one kind of account exists, its text needs no tab
                keep, fenced = content.shows_branch(name), content.custody == "hybrid"
                if fenced:
                    result += [f"/// tab | {strings[name]}", ""]
            elif name == COPY:
                fenced = True
                result += [f'/// html | div.copy[data-label="{strings["copy"]}"][data-done="{strings["copied"]}"]', ""]
            else:
                key = name.removeprefix("offered ")
                keep = content.offered(key)
                if not keep:
                    result += [not_offered_line([key], code, content), ""]
        elif keep:
            result.append(line)
    return result


def _rows(lines: list[str], code: str, content: Content) -> list[str]:
    """Drop table rows that name a method which is not offered, and say so below the table."""
    result: list[str] = []
    dropped: list[str] = []
    for line in [*lines, ""]:
        if line.lstrip().startswith("|"):
            gone = [
                match[1]
                for match in REFERENCE.finditer(line)
                if match[1] in content.facts and content.facts[match[1]].kind == "method" and not content.offered(match[1])
            ]
            dropped += gone
            if not gone:
                result.append(line)
            continue
        if dropped:
            result += ["", not_offered_line(dropped, code, content), ""]
            dropped = []
        result.append(line)
    return result[:-1]


def not_offered_line(keys: list[str], code: str, content: Content) -> str:
    """A sentence naming the methods that are not offered."""
    strings = content.language(code).strings
    names = strings["list_separator"].join(content.facts[key].name[code] for key in dict.fromkeys(keys))
    return strings["not_offered_line"].format(names=names)
