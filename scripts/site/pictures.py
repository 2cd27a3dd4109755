"""Pictures: drawings of overrides/pictures with the words of docs/_data/pictures.yml, in the page's language.

They stand in the page itself, so that they follow its colours and cost no request.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

import jinja2
from markupsafe import Markup

from scripts.content import Content

DRAWINGS = Path(__file__).resolve().parents[2] / "overrides" / "pictures"

LATIN_WIDTH = 0.56  # of the type size, on average; a Chinese character is as wide as the type size


def picture_html(name: str, code: str, content: Content) -> str:
    """The picture as a <figure> on one line, as Markdown wants raw HTML."""
    picture = content.pictures[name]
    html = _environment().get_template(f"{name}.svg").render(
        id=f"picture-{name}",
        caption=picture.caption[code],
        alt=picture.alt[code],
        label={key: words[code] for key, words in picture.labels.items()},
    )
    return " ".join(re.sub(r">\s+<", "><", html).split())


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(DRAWINGS), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    environment.filters["lines"] = lines
    return environment


def lines(words: str | Markup, ems: float) -> list[str]:
    """Break `words` into lines at most `ems` type sizes wide: between Latin words and between Chinese characters.

    Punctuation stays with what it belongs to. A single longer word is left on a line of its own.
    """
    result = [""]
    for piece in re.findall(r"“?[\w.,:;!?'’”()-]+\s*|.", str(words), re.ASCII):
        closes = unicodedata.category(piece[0]) in ("Pf", "Pe", "Po")
        if _width(result[-1] + piece.rstrip()) > ems and not closes and not result[-1].endswith(("“", "（")):
            result.append("")
        result[-1] += piece
    return [line.strip() for line in result if line.strip()]


def _width(words: str) -> float:
    return sum(1 if unicodedata.east_asian_width(character) in "WF" else LATIN_WIDTH for character in words)
