"""Hosts: how one is written, also by those who do not want it to be seen, and which ones are the operator's."""

import re
import unicodedata

from scripts.content import Content

from .example import data

# Letters of all alphabets but Chinese: there, a host stands in running text without a space.
LETTER = (
    "A-Za-z0-9\u00aa-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1d00-\u1fff\u2070-\u214f\u2c60-\u2c7f"
    "\ua640-\ua7ff\uab30-\uabbf\uff10-\uff5a\U0001d400-\U0001d7ff"
)
COMMON = "com|net|org|io|cn|co|xyz|vip|top|cc"
DOT = rf"(?:[.．｡]|\[\.\]|\(\.\)|。(?=(?:{COMMON})(?![{LETTER}])))"
_LABEL = f"[{LETTER}](?:[{LETTER}_-]*[{LETTER}])?"
_ENDING = "(?:xn--[a-z0-9-]+|[a-z]{2,18})"  # in lower case: "TPWallet.Then" only lacks a space
HOST = re.compile(rf"(?<![{LETTER}._-])(?:{_LABEL}{DOT})+({_ENDING}|(?i:{COMMON}))(?![{LETTER}-])")
FILES = re.compile(
    r"\.(?:md|py|js|ts|sh|ya?ml|json|toml|html?|css|txt|pdf|csv|svg|png|jpe?g|gif|apk|ipa|exe|dmg|msi)$", re.IGNORECASE
)
_PLAIN = re.compile(r"(?<![a-z0-9_@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![a-z0-9_-])", re.IGNORECASE)
YAML_COMMENT = re.compile(r"(?:^|\s)#.*")
# Files of the examples that need a listed host.
LISTED = data(links="links:\n  - {host: explorer.wallet.test, reason: an example, date: 2026-01-31}\n").files
_DOTS = str.maketrans("。．｡", "...")


def canonical(name: str) -> str:
    """A host's name with plain letters and dots, in lower case."""
    return unicodedata.normalize("NFKC", name).translate(_DOTS).lower().strip(". ")


def official(content: Content, standings: tuple[str, ...] = ("confirmed", "ran_out")) -> frozenset[str]:
    """The hosts in the values of contacts and product facts that stand so, not those of e-mail addresses."""
    facts = [fact for key, fact in content.facts.items() if content.standing(key) in standings]
    values = [fact.text(language.code) or "" for fact in facts for language in content.languages]
    return frozenset(canonical(match[0]) for value in values for match in _PLAIN.finditer(value))
