"""No characters that nobody sees: zero-width, bidirectional, control characters, and spaces that are not plain.

They hide words from the search and from these checks, and turn addresses and links around."""

import html
import re
import unicodedata
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Problem, Source, data, page
from scripts.content.markdown import HTML, MARKUP, TARGET, TEXT

ID, NAME, SEVERITY = "SEC004", "invisible-characters", "error"
ABOUT_ZH = "不用看不见的字符：零宽字符、文字方向控制符、控制字符，也不用特殊空格。"
ABOUT_EN = "No characters that nobody sees: zero-width and direction marks, control characters, odd spaces."
EXAMPLES = [
    page(zh="先看余额，再等 10 分钟。👍️ 👨‍👩‍👧",
         en="First look at the balance &amp; wait\u2014then ask.\n\nWrite `&nbsp;` for it.\n\n~~~~\n&nbsp;\n~~~~"),
    page(zh=f"\u3000\u3000先看\u200b余额。{MARK}\n\n````\n```\n````\n\n看&nbsp;余额。{MARK}",
         en=f"First\u00a0look.{MARK}\n\nSend\u202e it.{MARK}\n\nA soft\u00adware.{MARK}\n\nA\x07 bell.{MARK}"),
    page(front={"questions": f"questions:\n  - where\u2009is it{MARK}"}),
    data(redirects=f"redirects: []  # no\ufeff mark{MARK}\n"),
]  # fmt: skip

SPACES = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000\x0b\x0c\r\x1c-\x1f\x85"
HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff")
# Emoji are made with these: a heart and U+FE0F, a family joined by U+200D.
EMOJI = (
    r"(?<=[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff0-9#*])\ufe0f|"
    r"(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")
ODD = re.compile(f"(?P<emoji>{EMOJI})|(?P<space>[{SPACES}]+)|(?P<hidden>[{HIDDEN}])")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});")
EXPECTED = "only characters that can be seen, and plain spaces"


def check(source: Source) -> Iterator[Problem]:
    """All lines of all files; and where &nbsp; is read as a character, such references too."""
    for file in source.files:
        odd: dict[int, list[re.Match[str]]] = {}
        for number, line in enumerate(file.lines, 1):
            odd.setdefault(number, []).extend(_odd(line))
        # where a reference such as &nbsp; or &#8203; is a character: not code, not data
        shown = [*file.spoken, *file.questions, *file.document.view(TEXT + MARKUP + TARGET + HTML)]
        for number, line in shown:
            odd[number] += (match for match in ENTITY.finditer(line) if any(_odd(html.unescape(match[0]))))
        for number, here in odd.items():
            seen = sorted({html.unescape(match[0])[0] for match in here})
            names = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, 'control character').lower()}" for c in seen)
            if here:
                yield Problem(file.path, number, names, EXPECTED, "Delete it, or type a space.", here[0].start() + 1)


def fix(file: File) -> str:
    """The text without them, and with plain spaces."""
    return ODD.sub(lambda match: match[0] if match["emoji"] else " " if match["space"] else "", file.text)


def _odd(line: str) -> Iterator[re.Match[str]]:
    if not (line.isascii() and line.isprintable()):
        yield from (match for match in ODD.finditer(line) if not match["emoji"])
