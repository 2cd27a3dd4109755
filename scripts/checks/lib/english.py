"""English words of a line, the dictionary, and the American form of a British word."""

import functools
import importlib.resources
import re
from collections.abc import Iterator

from spellchecker import SpellChecker

from .patterns import table

# Common in the United States too, or the word has another sense there.
_BOTH = set("cancelled cancelling dialogue dialogues storey meter metering programmed towards".split())
# What codespell leaves out because the word has an American sense too, or is a matter of style; e-mail is our form.
_MORE = {
    "whilst": "while", "amongst": "among", "cheque": "check", "cheques": "checks", "learnt": "learned",
    "spelt": "spelled", "ageing": "aging", "email": "e-mail", "emails": "e-mails", "emailed": "e-mailed",
}  # fmt: skip
# What America writes, in place of which letters, if that makes a word of the dictionary and the word itself is none.
ENDINGS = table(r"""
iz   :: is(?=(?:e[drs]?|ers|ing|ations?|ational|able)$) :: unrecognised
yz   :: ys(?=(?:e[drs]?|ers|ing)$)                      :: analysed
or   :: our(?=\w*$)                                     :: flavoured
er   :: re(?=s?$)                                       :: millimetre
ered :: red$                                            :: recentred
ens  :: enc(?=es?$)                                     :: pretence
og   :: ogue(?=s?$)                                     :: catalogues
e    :: [ao]e(?=\w{3})                                  :: encyclopaedic
l    :: ll(?=(?:ed|ing|ers?)$)                          :: tunnelling
""")
# Nothing that looks like an address, a file's name or a variable. Short words are too alike for a dictionary.
_WORD = re.compile(r"(?<![\w'’.@/=&#<\\$-])[A-Za-z][a-z]{2,}(?:['’][a-z]+)?(?:-[a-z]{3,})*(?![\w@/=\\(-]|\.\w|['’]\w)")
_NO_WORD = re.compile(r"&\w+;|https?://\S+|\S*\w_\w\S*")
# What a sentence may begin after: the line's start, marks of Markdown, the end of another sentence.
_BEGINS = re.compile(r"(?:^|[.?!:|\"“(\[]|^\s*(?:[-*#>]+|\d+\.))[\s*_\[(\"“]*$")


@functools.cache
def dictionary() -> SpellChecker:
    """Words, and what is one letter away from a word."""
    return SpellChecker(distance=1)


def known() -> dict[str, int]:
    """How often the dictionary met each of its words."""
    return dictionary().word_frequency.dictionary


def words(text: str) -> Iterator[tuple[int, str]]:
    """(place, word) of words in small letters: a capital may begin a name, unless a sentence begins there."""
    text = _NO_WORD.sub(lambda match: " " * len(match[0]), text)
    for match in _WORD.finditer(text):
        if match[0][0].islower() or _BEGINS.search(text[: match.start()]):
            for part in re.finditer(r"[^-]+", match[0]):
                yield match.start() + part.start(), part[0].replace("’", "'").lower()


@functools.cache
def codespell(name: str) -> dict[str, str]:
    """A list of codespell's: what is wrong, and what is right."""
    text = importlib.resources.files("codespell_lib").joinpath(f"data/dictionary{name}.txt").read_text("utf-8")
    pairs = (line.partition("->") for line in text.splitlines() if "->" in line)
    return {wrong: right.split(",")[0].strip() for wrong, _, right in pairs}


@functools.lru_cache(maxsize=20_000)
def american(word: str) -> str | None:
    """The American form of a British word."""
    word = word.removesuffix("'s")
    british = _MORE.get(word) or codespell("_en-GB_to_en-US").get(word)
    if british or word in known() or len(word) < 5 or word in _BOTH:
        return british if word not in _BOTH else None
    forms = (re.sub(row.pattern, row.name, word, count=1) for row in ENDINGS.rows)
    return next((form for form in forms if form != word and form in known()), None)
