"""A text as whoever wants to will read it: "name (at) host (dot) net" is an address, 一三八零零 and "1 3 8 0 0" digits.

    plain = plainly("name (at) host (dot) net")
    plain.text                       "name@host.net"
    plain.offsets[4]                 5: where the @ comes from
"""

import functools
import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from .hosts import COMMON

_HAN = dict(zip("零〇一二两三四五六七八九幺", "0012234567891", strict=True))
_WORDS = dict(zip("zero oh one two three four five six seven eight nine".split(), "00123456789", strict=True))
_NUMBER = "|".join(_WORDS)
_OPEN, _CLOSE = r"\s*[(\[{<【「]+\s*", r"\s*[)\]}>】」]+\s*"
_ENDING = r"(?:[a-z]{2,18})(?![\w@])"
_COMMON = rf"(?:{COMMON}|me|app|help|support|info|online|site|link|pro|chat|live|club|shop|store)\b"
# One after the other: what is written, what it stands for (a function of the match, or a text), an example.
_STEPS: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = [
    (re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,24});"), lambda match: html.unescape(match[0])),
    (re.compile(r"(?<!\S)(?:[A-Za-z0-9@.] ){4,}[A-Za-z0-9@.](?!\S)"), lambda match: match[0].replace(" ", "")),
    (re.compile(r"\\(?=[!-/:-@\[-`{-~])"), ""),
    (re.compile(rf"{_OPEN}(?:at|@|a|艾特|圈a|圈){_CLOSE}(?=\w)|\s*(?:艾特|圈a)\s*", re.IGNORECASE), "@"),
    (re.compile(rf"{_OPEN}(?:dot|point|\.|。|点){_CLOSE}(?=\w)", re.IGNORECASE), "."),
    (re.compile(r"(?<=[a-z0-9_]) at (?=[\w-]+(?: ?\. ?| dot |@)[a-z]{2,})", re.IGNORECASE), "@"),
    (re.compile(rf"(?<=[a-z0-9]) ?(?:\bdot\b|\bpoint\b|点) ?(?={_COMMON})", re.IGNORECASE), "."),
    (re.compile(r"(?<=[A-Za-z0-9_]) @ ?(?=[A-Za-z0-9-]+ ?\.)|@ (?=[A-Za-z]\w)"), "@"),
    (re.compile(rf"(?<=[A-Za-z0-9]) ?[.。．] ?(?<! \.)(?={_COMMON})|"
                rf"(?<=[A-Za-z0-9]) \. ?(?={_ENDING})"), "."),
    (re.compile(r"(?<!\w)(?:t|wa|line) ?[.。] ?me ?/ ?(?=\w)", re.IGNORECASE), lambda match: match[0].replace(" ", "")),
    (re.compile(rf"[{''.join(_HAN)}](?:[\s-]?[{''.join(_HAN)}]){{4,}}"),
     lambda match: "".join(_HAN.get(character, character) for character in match[0])),
    (re.compile(rf"\b(?:{_NUMBER})(?:[ ,-]+(?:{_NUMBER})){{4,}}\b", re.IGNORECASE),
     lambda match: "".join(_WORDS[word.lower()] for word in re.findall(r"[A-Za-z]+", match[0]))),
]  # fmt: skip


@dataclass(frozen=True)
class Plain:
    """A text, and of each of its characters where it comes from in the text as it is written."""

    text: str
    offsets: tuple[int, ...]


@functools.lru_cache(maxsize=16384)
def plainly(written: str) -> Plain:
    """The text in the characters that a keyboard has, with at, dot and digits where they are spelled out."""
    if written.isascii():
        characters, offsets = list(written), list(range(len(written)))
    else:
        characters, offsets = [], []
        for place, character in enumerate(written):
            for each in _narrow(character):
                characters.append(each)
                offsets.append(place)
    text = "".join(characters)
    for pattern, made in _STEPS:
        if not pattern.search(text):
            continue
        parts, places, end = [], list[int](), 0
        for match in pattern.finditer(text):
            new = made if isinstance(made, str) else made(match)
            parts += [text[end : match.start()], new]
            places += [*offsets[end : match.start()], *[offsets[match.start()]] * len(new)]
            end = match.end()
        text, offsets = "".join([*parts, text[end:]]), [*places, *offsets[end:]]
    return Plain(text, tuple(offsets))


@functools.cache
def _narrow(character: str) -> str:
    """Full-width and other forms as the plain character; of what nobody sees, nothing."""
    if unicodedata.category(character) in ("Cf", "Mn"):
        return ""
    return unicodedata.normalize("NFKC", character) if character not in "，。；：？！（）…" else character
