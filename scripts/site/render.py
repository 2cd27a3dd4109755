"""A page's HTML: its Markdown, with facts, safety lines, pictures and tables by key, the two kinds of account, what is
not offered.

Turns the writers' short forms (docs/_data/facts.yml, CONTRIBUTING.md) into HTML. The checks on the forms themselves are
in `scripts.content`, so nothing here can fail on a loaded page.
"""

from __future__ import annotations

import functools
import html
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from scripts.content import Content, Page
from scripts.content.facts import KINDS
from scripts.content.leads import remaining
from scripts.content.markdown import Html, reader
from scripts.content.networks import TOPICS, Cell, oldest, table, value
from scripts.content.pages import BRANCHES, BUTTONS, COPY, INSERT, NETWORK, SAFETY_ID, WHILE

from .pictures import picture_html

# The roles are written out: as cards on a phone a table's parts are no table's parts for a browser (display: block).
ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}
ROW_HEADER = {"role": "rowheader", "scope": "row"}  # the first cell of a row says what the row is about


def render(page: Page, content: Content) -> str:
    """The HTML of a page's body."""
    return _Body(page, content).html()


def relative_url(address: str, start: str) -> str:
    """The link from the page at `start` to that at `address`, both below the same language (see Page.address)."""
    return posixpath.relpath(address or ".", start or ".") + "/"


class _Body:
    """One body on its way to HTML."""

    def __init__(self, page: Page, content: Content) -> None:
        self.page = page
        self.content = content
        self.strings = content.language(page.code).strings

    def html(self) -> str:
        parts = []
        waiting: list[tuple[str, str]] = []  # kinds of account that stand beside one another, and their HTML
        for block, tokens in self._blocks():
            if waiting and block not in BRANCHES and tokens:
                parts.append(self._kinds(waiting))
                waiting = []
            if block in BRANCHES and self.content.shows_branch(block):
                if self.content.custody == "hybrid":
                    waiting.append((block, self._html(tokens)))
                else:  # where only one kind of account exists, its text needs no title
                    parts.append(self._html(tokens))
            elif block == COPY:
                parts.append(f'<div class="copy">\n{self._html(tokens)}</div>\n{copy_button(self.strings)}')
            elif block.startswith("offered ") and not self.content.offered(key := block.removeprefix("offered ")):
                parts.append(self._not_offered([key]))
            elif block not in BRANCHES and (block not in WHILE or block in self.content.doubts):
                parts.append(self._html(tokens))
        return "".join([*parts, self._kinds(waiting) if waiting else ""])

    def _blocks(self) -> Iterator[tuple[str, list[Token]]]:
        """The tokens of each ::: block, and of what stands between them as block ""."""
        name, tokens = "", list[Token]()
        for token in self.page.document.tokens:
            if token.type == "mark":
                yield name, tokens
                name, tokens = token.info, []
            else:
                tokens.append(token)
        yield name, tokens

    def _kinds(self, kinds: list[tuple[str, str]]) -> str:
        """What is said to each kind of account, one below the other, and buttons with which a script shows one alone
        (interface/kinds.js): nobody is shown another's steps unasked, and nobody only the wrong ones."""
        blocks = "".join(
            f'<div class="tabbed-block" data-kind="{kind}">\n'
            f'<p class="tabbed-title">{_text(self.strings[kind])}</p>\n{body}</div>\n'
            for kind, body in kinds
        )
        if len(kinds) == 1:
            return f'<div class="tabbed-set tabbed-set--both">\n{blocks}</div>\n'
        buttons = "".join(
            f'<button type="button" data-kind="{kind}" aria-pressed="false">{_text(self.strings[kind])}</button>'
            for kind, _ in kinds
        )
        asked = f"<legend>{_text(self.strings['account_choose'])}</legend>"
        return (
            f'<fieldset class="tabbed-labels">{asked}{buttons}</fieldset>\n<div class="tabbed-set">\n{blocks}</div>\n'
        )

    def _html(self, tokens: list[Token]) -> str:
        made = _renderer()
        applies = functools.partial(self.content.leads_on, self.page)
        shown = list(self._alone(remaining(list(self._rows(tokens)), applies)))
        return str(made.renderer.render(shown, made.options, {"page": self.page, "content": self.content}))

    def _rows(self, tokens: list[Token]) -> Iterator[Token]:
        """Drop table rows about what is not offered, and say so below the table."""
        row: list[Token] = []
        gone: list[str] = []
        for token in tokens:
            if token.type == "tr_open" or row:
                row.append(token)
            if token.type == "tr_close":
                dropped = [key for key in _keys(row) if self._is_gone(key)]
                gone += dropped
                yield from () if dropped else row
                row = []
            elif not row:
                yield token
            if token.type == "table_close" and gone:
                yield _made(self._not_offered(gone))
                gone = []

    def _is_gone(self, key: str) -> bool:
        fact = self.content.facts.get(key)
        return fact is not None and not self.content.offered(key)

    def _alone(self, tokens: Iterator[Token]) -> Iterator[Token]:
        """What is made from data stands alone in its paragraph, and takes its place."""
        held = list(tokens)
        at = 0
        while at < len(held):
            keys = _keys(held[at + 1 : at + 2]) if held[at].type == "paragraph_open" else []
            if len(keys) == 1 and len(held[at + 1].children or []) == 1:
                made = filled(keys[0], self.page, self.content)
                inline = not SAFETY_ID.fullmatch(keys[0]) and not INSERT.fullmatch(keys[0])
                yield _made(f"<p>{made}</p>\n" if inline and made else made)
                at += 3
            else:
                yield held[at]
                at += 1

    def _not_offered(self, keys: list[str]) -> str:
        """A sentence naming what is not offered."""
        names = [self.content.facts[key].name[self.page.code] for key in dict.fromkeys(keys)]
        said = self.strings["not_offered_line"].format(names=self.strings["list_separator"].join(names))
        return f"<p>{_text(said)}</p>\n"


def copy_button(strings: Mapping[str, str]) -> str:
    """In the page, and not added to it by the script that makes it work, so that nothing moves."""
    return f'<button type="button" class="button copy__button">{_text(strings["copy"])}</button>\n'


def _keys(tokens: list[Token]) -> list[str]:
    return [child.content for token in tokens for child in token.children or [] if child.type == "key"]


def _made(text: str) -> Token:
    return Token("made", "", 0, content=text)


class _Page(Html):
    """What our pages' HTML has beyond markdown-it's: links to pages, cards made of tables, keys filled in."""

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _text(tokens[idx].content)  # quotes as they are: lighter

    def made(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return tokens[idx].content

    def key(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return filled(tokens[idx].content, env["page"], env["content"])

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A link; one to a page that does not apply is only its words."""
        target, page, content = str(tokens[idx].attrs["href"]), env["page"], env["content"]
        env["linked"] = content.leads_on(page, target)
        attributes = {**tokens[idx].attrs, "href": _href(target, page, content)}
        return f"<a{_attributes(attributes)}>" if env["linked"] else ""

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</a>" if env["linked"] else ""

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        text = html.escape(tokens[idx].content, quote=False)
        button = copy_button(env["content"].language(env["page"].code).strings)
        return f'<div class="copy"><pre><code>{text}</code></pre></div>\n{button}'

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        head = next(at for at in range(idx, len(tokens)) if tokens[at].type == "thead_close")
        texts = [self.renderInline(t.children or [], options, env) for t in tokens[idx:head] if t.type == "inline"]
        env["columns"] = [html.unescape(re.sub(r"<[^>]+>", "", text)) for text in texts]
        return _part(tokens[idx])

    def thead_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _part(tokens[idx])

    def tbody_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _part(tokens[idx])

    def tr_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        env["column"] = 0
        return _part(tokens[idx])

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return _part(tokens[idx], scope="col")

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A cell carries its column's heading, for the narrow layout's CSS to print."""
        env["column"] += 1
        if env["column"] == 1:
            return f"<th{_attributes(ROW_HEADER)}>"
        return _part(tokens[idx], **{"data-label": env["columns"][env["column"] - 1]})

    def td_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "</th>\n" if env["column"] == 1 else "</td>\n"


def _part(token: Token, **attributes: str) -> str:
    """The opening tag of a part of a table. No alignment: it would be a style in the page, which its policy forbids."""
    given = {"role": ROLES[token.tag], **attributes}
    return f"<{token.tag}{_attributes(given)}>" + ("\n" if token.tag not in ("th", "td") else "")


def _attributes(given: Mapping[str, object]) -> str:
    return "".join(f' {name}="{html.escape(str(value))}"' for name, value in given.items())


@functools.cache
def _renderer() -> MarkdownIt:
    return reader(_Page)


def _href(href: str, page: Page, content: Content) -> str:
    """Where a link of a page leads: to the address of a .md file's page, at an anchor that readers see there; elsewhere
    as it is written."""
    target, fragment = content.target(page, href), urlsplit(href).fragment
    if not target:
        return href
    return relative_url(target.address, page.address) + (
        f"#{fragment}" if fragment and not content.hides(target, fragment) else ""
    )


def filled(key: str, page: Page, content: Content) -> str:
    """What {{ key }} becomes: the HTML of a fact, a safety line, or what is made from data."""
    if network := NETWORK.fullmatch(key):
        return _cell(value(content.networks[network[1]], network[2], page.code))
    match = INSERT.fullmatch(key)
    if not match:
        return reference_html(key, page.code, content)
    kind, name = match.groups()
    if kind == "picture":
        return picture_html(name, page.code, content) + "\n"
    if kind == "networks":
        return networks(name, page.code, content)
    if kind == "button":
        return button(name, page.code, content)
    return glossary(name, page, content) if kind == "glossary" else facts_list(page.code, content)


def button(name: str, code: str, content: Content) -> str:
    """A button that a script shows and makes work; where none runs, there is nothing to press. The status is empty
    until there is something to say: what is put into one that stands there already is read out."""
    strings = content.language(code).strings
    said = html.escape(strings[BUTTONS[name]])
    return (
        f'<p class="{name}" hidden><button type="button" class="button" data-{name} data-done="{said}">'
        f'{_text(strings[name])}</button> <span role="status"></span></p>\n'
    )


def networks(topic: str, code: str, content: Content) -> str:
    """A table of the networks, in the look of those that articles hold, and when it was looked up."""
    strings = content.language(code).strings
    heads = [strings[name] for name in ("networks_network", *(name for name, _ in TOPICS[topic].columns))]
    head = "".join(f'<th role="columnheader" scope="col">{_text(name)}</th>\n' for name in heads)
    body = ""
    for names, cells in table(content.networks, topic, code):
        said = [_text(strings["list_separator"].join(names)), *map(_cell, cells)]
        row = f"<th{_attributes(ROW_HEADER)}>{said[0]}</th>\n"
        row += "".join(f'<td role="cell">{text}</td>\n' for text in said[1:])
        body += f'<tr role="row">\n{row}</tr>\n'
    checked = _text(strings["networks_checked"].format(date=oldest(content.networks, topic)))
    return (
        f'<table role="table" data-plain>\n<thead role="rowgroup">\n<tr role="row">\n{head}</tr>\n</thead>\n'
        f'<tbody role="rowgroup">\n{body}</tbody>\n</table>\n<p class="checked">{checked}</p>\n'
    )


def _cell(cell: Cell) -> str:
    return f'<a href="{html.escape(cell.link)}">{_text(cell.text)}</a>' if cell.link else _text(cell.text)


def glossary(group: str, page: Page, content: Content) -> str:
    """A group of the glossary as a definition list: the term in both languages, what it means, articles that help."""
    code = page.code
    strings = content.language(code).strings
    terms = {term.id: term for term in content.terms.terms}
    articles = {article.slug: article for article in content.articles(code) if content.available(article)}
    rows = []
    for entry in content.glossary[group]:
        term = terms[entry.term]
        name, other = (term.zh, term.en) if code == "zh" else (term.en, term.zh)
        shown = [articles[slug] for slug in entry.articles if slug in articles]
        links = _text(strings["list_separator"]).join(
            f'<a href="{relative_url(a.address, page.address)}">{_text(a.front.title)}</a>' for a in shown
        )
        language = "en" if code == "zh" else "zh-Hans"
        translation = f'<span lang="{language}">{_text(other)}</span>'
        see = _text(strings["glossary_see"]).format(articles=links) if links else ""
        rows.append(f'<dt id="{entry.term}">{_text(name)} {translation}</dt>\n')
        rows.append(f"<dd>{_text(entry.definition[code])}{see}</dd>\n")
    return f"<dl>\n{''.join(rows)}</dl>\n"


def facts_list(code: str, content: Content) -> str:
    """The facts in use: for each kind a list of how they stand, and since when, with the names of those that do so.

    Settings are the operator's own business.
    """
    strings = content.language(code).strings
    parts = []
    for kind in (name for name, kind in KINDS.items() if kind.on_pages):
        names: dict[str, list[str]] = {}
        for key in content.facts_in_use():
            fact, standing = content.facts[key], content.standing(key)
            if fact.kind == kind:
                state = strings[f"facts_{standing if standing in ('confirmed', 'not_offered') else 'unconfirmed'}"]
                date = fact.confirmed.date if fact.confirmed else ""
                names.setdefault(state.format(date=date), []).append(fact.name[code])
        items = [f"{state}{strings['colon']}{strings['list_separator'].join(said)}" for state, said in names.items()]
        if items:
            listed = "".join(f"<li>{_text(item)}</li>\n" for item in items)
            parts.append(f"<p><strong>{_text(strings[f'facts_{kind}'])}</strong></p>\n<ul>\n{listed}</ul>\n")
    return "".join(parts)


def reference_html(key: str, code: str, content: Content) -> str:
    """What {{ key }} shows: a safety line's box, or a fact."""
    if SAFETY_ID.fullmatch(key):
        return f'<p class="safety" role="note" data-safety="{key}">{_text(content.safety[key][code])}</p>\n'
    shown = content.facts[key].shown(content.language(code), content.standing(key))
    text = f'<a href="{html.escape(shown.href)}">{_text(shown.text)}</a>' if shown.href else _text(shown.text)
    made = text + (_mark(shown.mark, code) if shown.mark else "")
    return f'<span class="fact" data-fact="{key}">{made}</span>' if made else ""


def _text(text: str) -> str:
    return html.escape(text, quote=False)


def _mark(text: str, code: str) -> str:
    """The quiet mark behind a value. Brackets in the text, so that it survives copying and reading aloud."""
    opening, closing = ("（", "）") if code == "zh" else (" (", ")")
    return f'<span class="mark">{opening}{_text(text)}{closing}</span>'
