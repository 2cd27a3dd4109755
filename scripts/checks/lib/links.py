"""Links as they are written: those that the pages have, and every form that a careless hand makes of one."""

import functools
import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from .hosts import canonical
from .source import File

_LABEL = r"\[([^\[\]]{0,300})\]"
_NAME = r"(?<![!a-zA-Z0-9])\[(?!\^)"
_OURS = r"[^()\[\]\s]*\.md(?:#[\w-]*)?|#[a-z][\w-]*"
_LIKE_A_TARGET = re.compile(r"\s*<?(?:\S*\.(?:md|html?|svg|png|jpe?g|gif|webp)\b|[\w+.-]+:|[./#]|www\.)", re.IGNORECASE)
# What shows as text and was meant as a link: kind, pattern of label and target
_CARELESS = [
    # [label](target) with a target that Markdown refuses: a space in it, a scheme that runs code
    ("inline", re.compile(_LABEL + r"\(((?:[^()\n]|\([^()\n]*\))*)\)")),
    # [label] (target), [label]（target）
    ("apart", re.compile(_LABEL + r"(?:[ \t\u3000]{1,3}|\n[ \t]*)?[(（【［]([^（）()\n]{0,300}?)[）】］)]")),
    ("apart", re.compile(_LABEL + r"[(（]([^\s()（）]+)")),  # [label](target
    ("apart", re.compile(r"()[】］]\s?[(（]([^\s()（）]*\.(?:md|html?)[^\s()（）]*)[)）]", re.IGNORECASE)),
    ("apart", re.compile(rf"()[(\[\]]({_OURS})[)\]]")),  # [label(target), label](target), (label)[target]
    ("definition", re.compile(r"^[ \t>]*\[(?!\^)([^\[\]\n]+)\]:[ \t]*(?:\n[ \t]*)?(\S+)", re.MULTILINE)),
    # [label][name], [name][]; [name], if there is a definition of it
    ("reference", re.compile(rf"{_NAME}([^\[\]]*\w[^\[\]]*)\]\[([^\[\]\n]*)\]|{_NAME}([^\[\]\n]+)\]")),
]
BARE = re.compile(
    r"(?<![A-Za-z0-9_@/.-])(?:(?:https?|ftp|wss?)\b[:：]\s?[/\\]{1,2}|www[.．。])[^\s<>()（）\"'“”，。；、》」]+",
    re.IGNORECASE,
)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_WEB = re.compile(r"(?:(?:https?|ftp|wss?):[/\\]*|[/\\]{2,})([^/\\?#]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """A link as it is written. `kind`: inline, image, reference, definition, autolink, bare; or "apart", with a gap,
    with full-width brackets or without an end."""

    kind: str
    label: str
    target: str  # with whatever spaces it has; without its title
    line: int
    column: int


@functools.lru_cache(maxsize=4096)
def written(file: File) -> tuple[Written, ...]:
    """The links of a Markdown file, in order, also of its title and description; not those in code or comments."""
    found = [Written(link.kind, link.label, link.target, link.line, link.column) for link in file.document.links]
    lines = [""] * len(file.lines)
    for number, line in file.prose:
        lines[number - 1] = line
    text = ESCAPED.sub("  ", "\n".join(lines))
    names: dict[str, str] = {}  # what is defined, and where it leads
    for kind, pattern in _CARELESS:
        for match in pattern.finditer(text):
            label, target, *alone = match.groups()
            if kind == "definition":
                names.setdefault(_folded(label), target)
            elif kind == "reference":
                label = label or alone[0]
                name = _folded(target or label)
                if target is None and name not in names:
                    continue
                target = names.get(name, target)
            elif kind == "apart" and not _LIKE_A_TARGET.match(target):
                continue
            image = kind == "inline" and text[: match.start()].endswith("!")
            found.append(Written("image" if image else kind, label, target, *_place(text, match.start())))
            text = text[: match.start()] + re.sub(r"[^\n]", " ", match[0]) + text[match.end() :]
    for match in BARE.finditer(text):
        target = match[0].rstrip(".,;:!?*_~|")
        found.append(Written("bare", target, target, *_place(text, match.start())))
    return tuple(sorted(found, key=lambda link: (link.line, link.column)))


def of_pages(files: list[File]) -> Iterator[tuple[File, Written]]:
    """Every link of these files, each with its file."""
    return ((file, link) for file in files for link in written(file))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def plain(target: str) -> str:
    """A target as a browser reads it: without <>, entities, escapes and the spaces that it ignores."""
    text = html.unescape(ESCAPED.sub(r"\1", target.strip()))
    return re.sub(r"[\x00-\x20\u200b-\u200f\u2060\ufeff]", "", text.removeprefix("<").removesuffix(">"))


def leads_to(path: str, target: str) -> tuple[str, str]:
    """The path to which a target leads from the page at `path`, and its anchor."""
    address, _, anchor = plain(target).partition("#")
    address = unquote(address.partition("?")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path, anchor


def scheme(target: str) -> str:
    """The scheme of a target in lower case, or nothing."""
    match = re.match(r"([a-z][a-z0-9+.-]*):", plain(target).lower())
    return match[1] if match else ""


def host(target: str) -> str:
    """The host that a target leads to, in lower case and with plain letters and dots; nothing where it stays here."""
    text = plain(target)
    if scheme(text) in ("mailto", "xmpp", "sip"):
        return canonical(text.partition("?")[0].rpartition("@")[2])
    if match := _WEB.match(text):
        return canonical(re.sub(r":\d*$", "", unquote(match[1]).rpartition("@")[2]))
    return canonical(text.split("/")[0]) if text.lower().startswith("www.") else ""
