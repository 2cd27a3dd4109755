"""No characters that nobody sees: zero-width, bidirectional, control characters, and spaces that are not plain.

They hide words from the search and from these checks, and turn addresses and links around.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from scripts.content import Problem

from .rule import EXAMPLE_PATH, MARK, Example, File, Source, data, page

ID = "SEC004"
NAME = "invisible-characters"
ABOUT = {
    "zh": "不用看不见的字符：零宽字符、文字方向控制符、控制字符，也不用特殊空格。",
    "en": "No characters that nobody sees: zero-width and direction marks, control characters, and spaces that are not plain.",
}
EXAMPLES = [
    page(zh="先看余额，再等 10 分钟。👍️ 👨‍👩‍👧", en="First look at the balance &amp; wait\u2014then ask.\n\nWrite `&nbsp;` for such a space."),
    page(zh=f"先看\u200b余额。{MARK}", en=f"First\u00a0look.{MARK}"),
    page(zh=f"\u3000\u3000先看余额。{MARK}", en=f"Send\u202e it.{MARK}\n\nA soft\u00adware.{MARK}\n\nA\x07 bell.{MARK}\n\nTwo&nbsp;words.{MARK}"),
    page(front={"questions": f"questions:\n  - where\u2009is it{MARK}"}),
    data(redirects=f"redirects: []  # no\ufeff mark{MARK}\n"),
    Example({EXAMPLE_PATH.format(code="en").replace(".md", ".svg"): f"<svg>\n<text>a\u2066b</text>{MARK}\n</svg>\n"}),
]

SPACES = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\x0b\x0c\r\x1c-\x1f\x85"
HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Emoji are made with these: a heart and U+FE0F, a family joined by U+200D.
EMOJI = r"(?<=[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff0-9#*])\ufe0f|(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])"
ODD = re.compile(f"(?P<emoji>{EMOJI})|(?P<space>[{SPACES}]+)|(?P<hidden>[{HIDDEN}])")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});")
CODE = re.compile(r"(`+)[^`]+\1")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            if line.isascii() and line.isprintable() and "&" not in line:
                continue
            found = [match for match in ODD.finditer(line) if not match["emoji"]] + _entities(file, line)
            if found:
                names = sorted({_name(html.unescape(match[0])[0]) for match in found})
                expected = "only characters that can be seen, and plain spaces"
                yield Problem(file.path, number, ", ".join(names), expected, "Delete it, or type a plain space.", found[0].start() + 1)


def fix(file: File) -> str:
    def mended(match: re.Match) -> str:
        return match[0] if match["emoji"] else " " if match["space"] else ""

    return ODD.sub(mended, file.text)


def _entities(file: File, line: str) -> list[re.Match]:
    """The same characters written as &nbsp; or &#8203;, outside code."""
    if not file.path.endswith((".md", ".svg")):
        return []
    text = CODE.sub(lambda match: " " * len(match[0]), line)
    return [match for match in ENTITY.finditer(text) if (odd := ODD.search(html.unescape(match[0]))) and not odd["emoji"]]


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character').lower()}"
