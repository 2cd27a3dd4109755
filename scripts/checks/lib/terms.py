"""The forms that the term base forbids, and the right ones."""

import re

from scripts.content import Content


def forbidden(content: Content) -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """By language: a pattern of the forms, and the preferred word for each in small letters. A language for which
    nothing is forbidden is missing."""
    terms = content.terms.terms
    chinese = {word.lower(): term.zh for term in terms for word in term.forbidden_zh}
    english = {word.lower(): term.en for term in terms for word in term.forbidden_en}
    found: dict[str, tuple[re.Pattern[str], dict[str, str]]] = {}
    for code, edge, preferred in (("zh", "", chinese), ("en", r"\b", english)):
        words = "|".join(map(re.escape, sorted(preferred, key=len, reverse=True)))  # the longest first
        if words:
            found[code] = (re.compile(f"{edge}(?:{words}){edge}", re.IGNORECASE), preferred)
    return found
