"""What the reader of Markdown makes of what writers type: the same for the pages and for every rule."""

from __future__ import annotations

import random
import re

import pytest
from bs4 import BeautifulSoup

from scripts.content.blocks import blocks, sentences
from scripts.content.markdown import CODE, COMMENT, FENCED, HTML, TEXT, Html, parse, reader
from tests.conftest import SAMPLE

FENCE = re.compile(r"[\s>*\d.-]*(`{3,}|~{3,})")
PIECES = ["**", "*", "`", "[", "](a.md)", "|", "- ", "1. ", "\n", "\n\n", "> ", "<!--", "-->", "{{ a.b }}", "```\n"]
PIECES += ["    ", "<b>", "\\", "# ", ":::\n", "_"]
ZH = "先看余额"
EN = "First look"


def html(body: str) -> str:
    made = reader()
    return str(made.renderer.render(list(parse(body).tokens), made.options, {}))


def words(body: str, kinds: str = TEXT) -> list[str]:
    """What is of these kinds, line by line."""
    return [" ".join(text.split()) for _, text in parse(body).view(kinds) if text.strip()]


@pytest.mark.parametrize("word", [ZH, EN])
@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("````text\n```\n````\n{}", ["{}"]),  # a fence of four ends with four
        ("~~~\n```\n{{ SAFE-1 }}\n~~~\n{}", ["{}"]),
        ("````\n```\n{}", []),  # nothing ends it
        ("1. a\n   ```text\n   b\n   ```\n   {}", ["a", "{}"]),
        ("- ```\n  b\n  ```\n\n  {}", ["{}"]),
        ("> ```\n> b\n> ```\n\n{}", ["{}"]),
        ("`` a ` {{ b }} `` {}", ["{}"]),
        ("a <!-- {{ SAFE-1 }} --> {}", ["a {}"]),
        ("<!--\n\n```\n\n--> {}", ["{}"]),
        ("a\n<!-- b -->\n{}", ["a", "{}"]),
        ("<!-- a --><!-- b -->{}", ["{}"]),
        ("<!-->{} <!---> <!-- b -->", ["{}"]),
        ("[a](b.md 'c') {}", ["a {}"]),
        ("\\*a\\* \\b {}", ["*a * \\b {}"]),
        ("## {} {{#a}}", ["{}"]),
        ("| a | `b` |\n| - | - |\n| c \\| d | {} |", ["a", "c | d {}"]),
    ],
)
def test_text_is_what_readers_see_as_words(word: str, body: str, shown: list[str]) -> None:
    assert words(body.replace("{}", word).replace("{{#a}}", "{#a}")) == [text.replace("{}", word) for text in shown]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("1. a\n   - b\n   - c\n2. d", "<ol> <li>a <ul> <li>b</li> <li>c</li> </ul> </li> <li>d</li> </ol>"),
        ("1. a\n    - b", "<ol> <li>a <ul> <li>b</li> </ul> </li> </ol>"),
        ("1. a\n      - b", "<ol> <li>a <ul> <li>b</li> </ul> </li> </ol>"),  # no listing, however deep
        ("1. a\n\n   b\n2. c", "<ol> <li> <p>a</p> <p>b</p> </li> <li> <p>c</p> </li> </ol>"),
        ("a:\n- b\n- c", "<p>a:</p> <ul> <li>b</li> <li>c</li> </ul>"),
        ("a:\n1. b\n2. c", "<p>a:</p> <ol> <li>b</li> <li>c</li> </ol>"),
        ("1. a\n\n<!-- n -->\n\n2. b", "<ol> <li> <p>a</p> </li> <li> <p>b</p> </li> </ol>"),
        ("1. a\n   <!-- n -->\n2. b", "<ol> <li>a </li> <li>b</li> </ol>"),
        ("a\n<!-- n -->\nb", "<p>a b</p>"),
        ("    a", "<p>a</p>"),
        ("**先停下。**再看**“乙”**吧", "<p><strong>先停下。</strong>再看<strong>“乙”</strong>吧</p>"),
        ("甲\n乙", "<p>甲乙</p>"),
        ("**甲**\n**乙**\nc", "<p><strong>甲</strong><strong>乙</strong> c</p>"),
        ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
        ("<script>\nx\n</script>", "<p>&lt;script&gt; x &lt;/script&gt;</p>"),
        ("[a][1]\n\n[1]: b.md", "<p>[a][1]</p> <p>[1]: b.md</p>"),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>"),
    ],
)
def test_the_pages_show_what_the_writer_means(body: str, shown: str) -> None:
    assert " ".join(html(body).split()) == shown


def test_each_kind_is_told_apart() -> None:
    body = "a `b` <!-- c --> <i>d"
    assert [words(body, kind) for kind in (CODE, COMMENT, HTML)] == [["`b`"], ["<!-- c -->"], ["<i>"]]


def test_lines_and_columns_are_those_of_the_file() -> None:
    document = parse("甲 [乙](a.md)\n\n- x {{ y.z }}\n  {{ SAFE-1 }}\n- {{ w }}\n\n{{ SAFE-2 }}\n\n::: copy\n  :::", 11)
    assert [(link.line, link.column, link.target) for link in document.links] == [(11, 3, "a.md")]
    assert [(key.name, key.line, key.column, key.alone) for key in document.keys] == [
        ("y.z", 13, 5, False),
        ("SAFE-1", 14, 3, False),
        ("w", 15, 3, False),
        ("SAFE-2", 17, 1, True),
    ]
    assert [(mark.name, mark.line, mark.column) for mark in document.marks] == [("copy", 19, 1), ("", 20, 3)]


def test_a_comment_that_nothing_ends_is_known() -> None:
    assert parse("a\n\n<!-- b\n\nc", 5).open_comment == 7
    assert parse("a\n\n```\n<!-- b\n```").open_comment is None


def test_blocks_know_where_they_stand() -> None:
    body = "甲。\n\n## T {#t}\n\n1. a\n   - b\n2. c\n\n| d | e |\n| - | - |\n| f | g |\n\n```\nh\ni\n```"
    found = blocks(parse(body, 3))
    assert [(block.section, block.kind, block.place, block.raw, block.line) for block in found] == [
        ("", "paragraph", (1,), "甲。", 3),
        ("t", "heading", (1,), "T", 5),
        ("t", "step", (1, 1), "a", 7),
        ("t", "item", (1, 1, 1), "b", 8),
        ("t", "step", (1, 2), "c", 9),
        ("t", "cell", (1, 1, 1), "d", 11),
        ("t", "cell", (1, 1, 2), "e", 11),
        ("t", "cell", (1, 2, 1), "f", 13),
        ("t", "cell", (1, 2, 2), "g", 13),
        ("t", "template", (1,), "h\ni", 16),
    ]


def test_sentences_are_read_without_markup_and_point_at_their_place() -> None:
    (block,) = blocks(parse("Do **not** send\n`it`. 先看[余额](a.md)。再等！", 1))
    found = list(sentences(block))
    assert [sentence.text.strip() for sentence in found] == ["Do not send `it`.", "先看余额。", "再等！"]
    assert found[0].where[3] == (1, 6) and found[0].where[12] == (2, 1)
    assert found[2].before.strip() == "先看余额。"


@pytest.mark.parametrize(
    "body", ["[" * 5_000, "*" * 5_000, "`" * 4_999, "<!--" * 1_000, "{{" * 2_000, "> " * 800 + "x", "\r\0\t\u2028"]
)
def test_any_text_is_a_document(body: str) -> None:
    document = parse(body)
    assert [len(line) for line in document.lines] == [len(paint) for paint in document.paint]


class Plain(Html):
    """HTML without what is no text of the body: marks, keys, pictures."""

    def mark(self, *_: object) -> str:
        return ""

    key = image = mark


def test_what_rules_see_is_what_readers_see() -> None:
    """On the sample's bodies with markup put in anywhere: the words of the page, and what is painted as shown."""
    made, randomly = reader(Plain), random.Random(20261125)
    bodies = [file.read_text("utf-8").split("---\n", 2)[2] for file in sorted(SAMPLE.glob("*/*/*.md"))]
    bodies = [body.replace("```text", "```") for body in bodies if body.strip()]  # in a longer fence, it would be text
    for number in range(300):
        body = randomly.choice(bodies)[:600]
        for _ in range(number % 8):
            place = randomly.randrange(len(body) + 1)
            body = body[:place] + randomly.choice(PIECES) + body[place:]
        document = parse(body)
        page = BeautifulSoup(made.renderer.render(list(document.tokens), made.options, {}), "html.parser").get_text()
        fences = [token.map for token in document.tokens if token.type == "fence"]
        ends = {row for start, end in fences for row in (start, end - 1)}  # what looks like one between is code
        rows = list(zip(document.lines, document.paint, strict=True))
        rows = [row for at, row in enumerate(rows) if not (at in ends and FENCE.match(row[0]))]
        shown = "".join(c for row in rows for c, kind in zip(*row, strict=True) if kind in TEXT + CODE + HTML + FENCED)
        assert re.sub(r"[\s`]", "", page) == re.sub(r"[\s`]", "", shown), body
