"""Links as they are written: every form that a browser or a careless hand makes a link of, each with its own line."""

from __future__ import annotations

import bisect
import functools
import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from scripts.content.articles import REFERENCE

from .rule import File

HOLE = "\ue000"  # stands for characters that cannot begin or end a link

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n)[^`]|`(?!\1)){1,500}?)(?<!`)\1(?!`)")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")

_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")
_INSIDE = re.compile(r"(?:[ \t]{1,3}|\n[ \t]*)?(?:\(((?:[^()\n]|\n(?!\s*\n)|\([^()\n]*\)){0,600}?)\)|（([^（）()\n]{0,300})[）)])")
_UNCLOSED = re.compile(r"[(（](\S+)")
_OTHER_BRACKETS = re.compile(r"[】］]\s?[(（]([^\s()（）]*\.(?:md|html?)[^\s()（）]*)[)）]", re.IGNORECASE)
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*$")
_LIKE_A_TARGET = re.compile(r"\s*<?(?:\S*\.(?:md|html?)\b|[\w+.-]+:|[./#]|www\.)", re.IGNORECASE)
_AFTER = re.compile(r"\[([^\[\]\n]*)\]")
_DEFINITION = re.compile(r"^[ \t>]*\[(?!\^)([^\[\]\n]+)\]:[ \t]*(?:\n[ \t]*)?(\S+)", re.MULTILINE)
_AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>", re.IGNORECASE)
_TAG = re.compile(r"<[a-z][\w:-]*\s[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(href|src|srcset|action|formaction|poster|data)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_PICTURE = re.compile(r"<(?:img\b[^<>]*?\balt\s*=\s*[\"']?([^\"'<>]*))?[^<>]*>", re.IGNORECASE)
_END_OF_LINK = re.compile(r"</a\s*>", re.IGNORECASE)
BARE = re.compile(r"(?<![A-Za-z0-9_@/.-])(?:(?:https?|ftp|wss?)\b[:：]\s?[/\\]{1,2}|www[.．。])[^\s<>()（）\"'“”，。；、》」]+", re.IGNORECASE)

_WEB = re.compile(r"(?:(?:https?|ftp|wss?):[/\\]*|[/\\]{2,})([^/\\?#]*)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DOTS = str.maketrans("。．｡", "...")


@dataclass(frozen=True)
class Written:
    """A link as it is written. `kind`: inline, image, reference, definition, autolink, html (href), source (src) or bare."""

    kind: str
    label: str
    target: str  # with whatever spaces it has; without its title
    line: int
    column: int
    apart: bool = False  # "[label] (target)", full-width brackets, no end: shown as text


@functools.lru_cache(maxsize=4096)
def written(file: File) -> tuple[Written, ...]:
    """The links of a Markdown file, in order; not those in code and comments."""
    masked = _masked(file)
    starts = [0, *(match.end() for match in re.finditer("\n", masked))]
    definitions = {_folded(match[1]): match for match in _DEFINITION.finditer(masked)}
    found: list[Written] = []
    taken: list[tuple[int, int]] = []

    def add(kind: str, start: int, end: int, label: str, target: str, apart: bool = False) -> None:
        line = bisect.bisect_right(starts, start)
        found.append(Written(kind, label, target, line, start - starts[line - 1] + 1, apart))
        taken.append((start, end))

    for match in _DEFINITION.finditer(masked):
        add("definition", match.start(1) - 1, match.end(), match[1], file.text[match.start(2) : match.end(2)])
    passed: set[int] = {match.start(1) - 1 for match in definitions.values()}
    open_brackets: list[int] = []
    for match in _BRACKET.finditer(masked):
        if match[0] == "[":
            open_brackets.append(match.start())
        elif match[0] != "]":
            open_brackets.clear()
        elif open_brackets and (start := open_brackets.pop()) not in passed:
            end = match.end()
            label = file.text[start + 1 : end - 1]
            image = masked[start - 1 : start] == "!"
            if inside := _INSIDE.match(masked, end):
                group = 1 if inside[1] is not None else 2
                target = _TITLE.sub("", file.text[inside.start(group) : inside.end(group)])
                apart = group == 2 or masked[end].isspace()
                if not apart or _LIKE_A_TARGET.match(target):
                    add("image" if image else "inline", start, inside.end(), label, target, apart)
                    continue
            if unclosed := _UNCLOSED.match(masked, end):
                if _LIKE_A_TARGET.match(unclosed[1]):
                    add("inline", start, unclosed.end(), label, file.text[unclosed.start(1) : unclosed.end(1)], apart=True)
                    continue
            if masked[start - 1 : start] == ")" and re.fullmatch(r"\S+\.md(#\S*)?", label):
                add("inline", start, end, "", label, apart=True)
                continue
            after = _AFTER.match(masked, end)
            name = _folded(after[1] if after and after[1].strip() else label)
            if image or label.startswith("^") or re.match(r"[A-Za-z0-9_]", masked[start - 1 : start]) and name not in definitions:
                continue
            if name in definitions or after and re.search(r"\w", label):
                defined = definitions.get(name)
                add("reference", start, after.end() if after else end, label, file.text[defined.start(2) : defined.end(2)] if defined else "")
                if after:
                    passed.add(after.start())
    for match in _AUTOLINK.finditer(masked):
        add("autolink", match.start(), match.end(), match[1], match[1])
    for match in _OTHER_BRACKETS.finditer(masked):
        add("inline", match.start(), match.end(), "", match[1], apart=True)
    for tag in _TAG.finditer(masked):
        taken.append(tag.span())
        for match in _ADDRESS.finditer(file.text, *tag.span()):
            kind = "html" if match[1].lower() == "href" else "source"
            close = _END_OF_LINK.search(masked, tag.end(), tag.end() + 500) if kind == "html" else None
            label = _PICTURE.sub(r"\1", file.text[tag.end() : close.start()]) if close else ""
            add(kind, match.start(), match.end(), label, match[2] or match[3] or match[4] or "")
    rest = list(masked)
    for start, end in taken:
        rest[start:end] = [HOLE if character != "\n" else "\n" for character in rest[start:end]]
    for match in BARE.finditer("".join(rest)):
        target = match[0].rstrip(".,;:!?*_~|" + HOLE)
        add("bare", match.start(), match.end(), target, target)
    return tuple(sorted(found, key=lambda link: (link.line, link.column)))


def _masked(file: File) -> str:
    """The text with its length and lines, but for front matter, code, comments, keys and escapes. Title and description
    stay: a bare address in them is shown."""
    lines, fence = [], ""
    spoken = {number for number, _ in file.prose if number < file.body_line}
    for number, line in enumerate(file.lines, 1):
        mark = _FENCE.match(line)
        if number < file.body_line:
            hidden = number not in spoken
        elif fence:
            hidden = True
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip("`~ \t\r"):
                fence = ""
        else:
            hidden = bool(mark)
            fence = mark[1] if mark else ""
        lines.append(HOLE * len(line) if hidden and line.strip() else line)
    text = "\n".join(lines)
    for pattern in (_CODE, _COMMENT, REFERENCE, _ESCAPE):
        end = text.rfind("-->") + 3 if pattern is _COMMENT else len(text)  # an open comment would be sought to the end each time
        text = pattern.sub(lambda match: re.sub(r"[^\n]", HOLE, match[0]), text[:end]) + text[end:]
    return text


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def plain(target: str) -> str:
    """A target as a browser reads it: without <>, entities, escapes and the spaces that it ignores."""
    text = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", target.strip()))
    return re.sub(r"[\x00-\x20\u200b-\u200f\u2060\ufeff]", "", text.removeprefix("<").removesuffix(">"))


def scheme(target: str) -> str:
    """The scheme of a target in lower case, or nothing."""
    match = _SCHEME.match(plain(target))
    return match[1].lower() if match else ""


def host(target: str) -> str:
    """The host that a target leads to, in lower case and with plain letters and dots; nothing where it stays here."""
    text = plain(target)
    if scheme(text) in ("mailto", "xmpp", "sip"):
        return canonical(text.partition("?")[0].rpartition("@")[2])
    match = _WEB.match(text)
    return canonical(re.sub(r":\d*$", "", unquote(match[1]).rpartition("@")[2])) if match else canonical(text.split("/")[0]) if text.lower().startswith("www.") else ""


def canonical(name: str) -> str:
    return unicodedata.normalize("NFKC", name).translate(_DOTS).lower().strip(". ")


def of_pages(files: list[File]) -> Iterator[tuple[File, Written]]:
    for file in files:
        for link in written(file):
            yield file, link
