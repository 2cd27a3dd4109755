"""Markdown that would show as it is typed, or not at all: half a fence, half a link, what other dialects have."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Problem, Source, page
from scripts.checks.lib.links import ESCAPED
from scripts.checks.lib.patterns import table
from scripts.content.markdown import TEXT

ID, NAME, SEVERITY = "SHP005", "markup", "error"
ABOUT_ZH = "Markdown 标记写完整：代码块、粗体、链接、列表、标题和 ::: 块都没有缺一半或少空格；别的写法这里不认。"
ABOUT_EN = "Markdown is written whole: no half of a block or mark, no missing space, nothing of other programs alone."
EXAMPLES = [
    page(
        zh="**先停下**，看[充值](a.md)。\n- 2 * 3\n\n1. 点 `a_b`。\n   ````\n   ```\n   -文字 **\n   ````\n2. 看。",
        en="**Stop**, see [deposits](a.md) (or wait). <!-- ** -->\n\n1.5 times, -5 degrees, 2\\*\\*3, C++ and C++.\n\n"
        "| A | B |\n| --- | --- |\n| `a\\|b` | c |\n\n~~~text\n```\n~~~",
    ),
    page(zh=f"```text{MARK}\n文字。", en=f"Text.\n\n```text{MARK}\nText.\n\n```text\nText.\n```"),
    page(zh=f"1. 打开。\n\n   ~~~{MARK}\n   文字。\n   ```\n2. 看。", en=f"````text{MARK}\nText.\n```"),
    page(
        zh=f"-文字{MARK}\n- 文字\n\n1.打开。{MARK}\n2. 看。\n\n1、打开。{MARK}\n\n• 文字{MARK}\n先看。\n2. 看。{MARK}",
        en=f"- Text\n-5 degrees{MARK}\n-Text{MARK}\n\n1. Open.\n2.Look.{MARK}\n\nLook.\n2. Two.{MARK}",
    ),
    page(zh=f"** 先停下**，再看。{MARK}\n\n***先停下**。{MARK}", en=f"First\nstop** here.{MARK}\n\n[a(a.md).{MARK}"),
]  # fmt: skip

# What shows as it is typed, in a line of text: expected and mend, with a row for each form.
TYPED = {
    ("a blank after the marker", "Put a space between the marker and the text."): table(r"""
    a heading without a space        :: ^#{2,6}(?=[^\s#])|^#(?=[\u3400-\u9fff])  :: ##步骤
    a list marker without a space    :: ^-(?=[^\s\d\-=>|:.])                     :: -Text
    a number without a space         :: ^\d{1,2}[.)](?=[^\s\d.,)%:\]}/])         :: 1.打开
    """),
    ("a marker of Markdown", "Write - and 1. with a space after them, ##, **, | and ` in half width."): table(r"""
    a heading                        :: ^(?:#{7,}|＃+)                           :: ＃＃步骤
    a number that makes no list :: ^(?:[０-９]+[.．、)]|\d{1,2}[、．。，](?!\d)|[（(]\d{1,2}[）)])\s*\S :: 1、打开
    a bullet                         :: ^[•·●○▪◦‣⁃－]\s*\S|^[–—](?![–—])\s+\S    :: • 文字
    a full-width mark                :: ｛｛|｝｝|＊＊|｀                           :: {}
    a full-width table               :: ^｜|｜$                                  :: ｜甲｜乙｜
    other quotes for a fence         :: ^(?:'{3}|´{3}|·{3}|‘{3}|’{3})[a-z]*$     :: '''text
    """),
    ("it on both sides of the words, no space inside", "Add the other one, or take this one out."): table(r"""
    half of bold                     :: \*\*                                     :: **先停下，再看。
    half of italics, before          :: \*(?=[^\W\d]|[\0“「『（《"'])                :: *Stop and look.
    half of italics, behind          :: (?<=[^\W\d_]|\0)\*                       :: Stop* and look.
    half of bold, in low lines       :: (?<!\w)__(?=[^\W_])|(?<=[^\W_])__(?!\w)  :: A __word.
    half of brackets                 :: ^[^\[\]]*[\[\]][^\[\]]*$                   :: Open [deposits and wait.
    half of code                     :: `                                        :: Tap `Send.
    """),
    ("::: and its name on a line of its own", "Write ::: and the block's name, and ::: below the block."): table(r"""
    a block's mark                   :: ^(?:::(?!:)|:{4,}|：{2,}|: :)|(?<=[^\s:])\s*:::$     :: :: custodial
    a callout or a tab of MkDocs     :: ^(?:!!!+|\?\?\?\+?|===[+!]?) ?["“\w]     :: ??? note "还要知道"
    a block with slashes             :: ^///(?: |$)                              :: /// tab | iOS
    a callout of GitHub              :: ^\[!\w+\]                                :: [!NOTE]
    """),
    ("plain Markdown", "Only CommonMark and tables show here: say it with a list, a link or **bold**."): table(r"""
    struck-out words                 :: ~~(?=\S)[^~]+~~                          :: ~~旧的~~
    highlighted words                :: ==(?=[^\s=])[^=]+==                      :: ==Stop==
    a heading of a wiki              :: ^={2,} .* ={2,}$                         :: == 步骤 ==
    underlined words or keys         :: (?<![a-z\d+])\+\+(?=[^\s+]).+?\+\+        :: 按 ++ctrl+c++
    raised or lowered characters     :: \^[^\W_]+\^|(?<!~)~[a-z\d]+~(?!~)        :: H~2~O
    a task                           :: ^\[[ x]?\]\s+(?=\S)                      :: [ ] 打开 App
    a footnote                       :: \[\^[^\]\s]+\]                           :: Text.[^1]
    a link of a wiki                 :: \[\[[^\[\]]+\]\]                         :: 看[[充值]]
    a table of contents              :: ^[@$]?[\[{]_?toc_?[\]}]$                 :: [TOC]
    code of a template               :: \{%|%\}                                  :: {% include "note" %}
    attributes, or an edit's mark    :: \{:?\s*[.#][\w-]|\{:\s|\{:?\s*\w+=|\{(?:\+\+|--|~~|>>|==)    :: 文字{: .big}
    a formula                        :: \$\$                                     :: $$x^2$$
    a picture's short name           :: (?<![a-z\d:/]):(?:[+-]1|[a-z][a-z\d_+-]*):(?![a-z\d])  :: 好 :smile:
    an included file                 :: ^-+8<-+                                  :: --8<-- "note.md"
    a meaning                        :: ^(?:\*\[[^\]]+\]:|[:：]\s+\S)             :: *[USDT]: a stablecoin
    """),
    ("the character itself", "Write the character."): table(r"""
    an HTML entity                   :: &(?:[a-z]{2,6}|#\w{2,6});|&(?:nbsp|lt|gt|amp)\b    :: 1&nbsp;USDT
    """),
}  # fmt: skip
BESIDE = re.compile(r"([-*+])\S|(\d{1,2})(?:[.)]\s*|\s+[.)]?\s*)\S")  # a marker, if items stand beside it
MID = re.compile(r"(\d{1,2}[.)])\s+\S")  # no item within a paragraph: only 1. breaks one


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        yield from _fences(file)
        yield from _text(file)


def _fences(file: File) -> Iterator[Problem]:
    """A code block goes on to the end of the page, or of another block, if nothing closes it."""
    document = file.document
    for token in [token for token in document.tokens if token.type == "fence"]:
        mark, (first, end) = token.markup, token.map or (0, 0)
        last = document.lines[end - 1].strip(" \t>") if end - first > 1 else ""
        closed = last.startswith(mark) and not last.strip(mark[0])
        if not closed or any(line.strip().startswith(mark) for line in token.content.split("\n")):
            found, mend = f"{mark} that nothing closes", "Close the code block, or take the line out."
            yield Problem(file.path, document.line_of(token), found, f"{mark} after the code too", mend)


def _text(file: File) -> Iterator[Problem]:
    tokens = [token for token in file.document.tokens if token.type == "list_item_open"]
    items = {file.document.line_of(token): token.info or token.markup for token in tokens}
    last = 0  # the last line with a marker that makes no item
    for number, column, line, first in _lines(file):
        found = False
        for (expected, mend), forms in TYPED.items():
            if match := forms.search(line):
                shown = f'{forms.name(match)}, "{line[match.start() :].replace(chr(0), "")[:20]}"'
                yield Problem(file.path, number, shown, expected, mend, column + match.start())
                found = True
        marker = "" if found or number in items else _marker(line, {items.get(number - 1), items.get(number + 1)})
        within = None if first or found else MID.match(line)
        if within and last != number - 1:
            marker = within[1]
        if marker:
            mend = "Write the marker as in the items beside it, or leave an empty line before the list."
            yield Problem(file.path, number, f'"{marker}" that makes no item', "an item of a list", mend, column)
        last = number if found or marker or within else last


def _marker(line: str, beside: set[str | None]) -> str:
    """A marker glued to a digit or a star can be text; beside an item of its list it is not."""
    if not (match := BESIDE.match(line)):
        return ""
    alike = {match[1]} if match[1] else {str(int(match[2]) - 1), str(int(match[2]) + 1)}
    return match[0][:-1].strip() if alike & beside else ""


def _lines(file: File) -> Iterator[tuple[int, int, str, bool]]:
    """Line, column and text of each line that readers see, and whether a block begins with it. What is neither text
    nor a blank is \\0."""
    for block in file.units:
        start = 0
        plain = ESCAPED.sub("\0\0", block.raw)
        shown = "".join(c if kind == TEXT or c == "\n" else "\0" for c, kind in zip(plain, block.kinds, strict=True))
        for line in shown.split("\n") if block.kind != "template" else ():
            number, column = block.places[start + len(line) - len(line.lstrip())]
            if block.kind == "cell":  # no line begins here, and so no list
                yield number, column - 1, f" {line}", True
            else:
                yield number, column, line.strip(), start == 0
            start += len(line) + 1
