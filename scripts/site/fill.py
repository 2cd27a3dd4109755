"""Fill a page's Markdown: facts, safety lines, pictures and tables by key, the two kinds of account, what is not offered.

Turns the writers' short forms (docs/_data/facts.yml, CONTRIBUTING.md) into Markdown and HTML that MkDocs renders.
The checks on the forms themselves are in `scripts.content`, so nothing here can fail on a loaded page.
"""

from __future__ import annotations

import html
import posixpath
import re
from urllib.parse import urlsplit

from scripts.content import Content, Page
from scripts.content.articles import BLOCK_CLOSE, BLOCK_OPEN, BRANCHES, COPY, INSERT, REFERENCE, SAFETY_ID

from .pictures import picture_html

COMMENT = re.compile(r"^<!--.*?-->\n?", re.MULTILINE | re.DOTALL)


def fill(page: Page, content: Content) -> str:
    """The page's body as Markdown with every short form filled in."""
    body = COMMENT.sub("", page.body)  # notes of writers, to one another and to the checks
    lines = _blocks(body.split("\n"), page.code, content)
    lines = _rows(lines, page.code, content)
    return "\n".join(
        REFERENCE.sub(lambda match: _filled(match[1], page, content), line) for line in lines
    )


def _filled(key: str, page: Page, content: Content) -> str:
    """What {{ key }} becomes: Markdown for what is made from data, else HTML within the line."""
    match = INSERT.fullmatch(key)
    if not match:
        return reference_html(key, page.code, content)
    kind, name = match.groups()
    if kind == "picture":
        return picture_html(name, page.code, content)
    return glossary(name, page, content) if kind == "glossary" else facts_list(page.code, content)


def glossary(group: str, page: Page, content: Content) -> str:
    """A group of the glossary as a definition list: the term in both languages, what it means, articles that help."""
    code = page.code
    terms = {term.id: term for term in content.terms.terms}
    articles = {page.slug: page for page in content.articles(code) if content.available(page)}
    see = content.language(code).strings["glossary_see"]
    blocks = []
    for entry in content.glossary[group]:
        term = terms[entry.term]
        name, other = (term.zh, term.en) if code == "zh" else (term.en, term.zh)
        shown = [articles[slug] for slug in entry.articles if slug in articles]
        links = content.language(code).strings["list_separator"].join(
            f"[{article.front.title}]({posixpath.relpath(article.path, posixpath.dirname(page.path))})" for article in shown
        )
        translation = f'<span class="glossary__other" lang="{"en" if code == "zh" else "zh-Hans"}">{html.escape(other)}</span>'
        blocks += [f"{name} {translation} {{: #{entry.term} }}", f":   {entry.definition[code]}{see.format(articles=links) if links else ''}", ""]
    return "\n".join(blocks)


def facts_list(code: str, content: Content) -> str:
    """Every fact with its state, and since when: a list by kind. Settings are the operator's own business."""
    strings = content.language(code).strings
    lines = []
    for kind in ("contact", "method", "product"):
        lines += [f"**{strings['facts_' + kind]}**", ""]
        for fact in content.facts.values():
            if fact.kind == kind:
                state = strings["facts_" + fact.state].format(date=fact.confirmed.date if fact.confirmed else "")
                lines.append(f"- {fact.name[code]}{strings['colon']}{state}")
        lines.append("")
    return "\n".join(lines)


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
