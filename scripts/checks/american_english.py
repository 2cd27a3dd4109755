"""American spelling on English pages: color, authorize, center, check, while."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Iterator

from spellchecker import SpellChecker

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "ENG003"
NAME = "american-english"
ABOUT = {
    "zh": "英文用美式拼写：color、authorize、center。",
    "en": "English is spelled the American way: color, authorize, center.",
}
EXAMPLES = [
    page(en="Your four colors, an exercise, and a canceled or cancelled transfer. Promise nothing. `colour` is code."),
    page(en=f"Authorise the transfer.{MARK}\nLook at its colour.{MARK}\nSee the help centre.{MARK}"),
    page(en=f"- Wait whilst it is confirmed.{MARK}\n- An unrecognised device.{MARK}\n- Pay by cheque.{MARK}"),
    page(front_en={"title": f"title: Your organisation{MARK}"}),
]

# Both are common in the United States, or the word has another sense there.
BOTH = {"marshalling", "marshalled", "cancelled", "cancelling", "dialogue", "dialogues", "storey", "meter", "metering", "programmed", "towards"}
# What codespell leaves out because the word has an American sense too, or is a matter of style.
MORE = {"whilst": "while", "amongst": "among", "cheque": "check", "cheques": "checks", "learnt": "learned", "spelt": "spelled", "ageing": "aging"}
MORE |= {"email": "e-mail", "emails": "e-mails", "emailed": "e-mailed"}  # of two American forms, ours
# An ending that America spells otherwise, if that makes a word of the dictionary and the word itself is none.
ENDINGS = [(re.compile(pattern), american) for pattern, american in (
    (r"is(?=(?:e[drs]?|ers|ing|ations?|ational|able)$)", "iz"), (r"ys(?=(?:e[drs]?|ers|ing)$)", "yz"), (r"our(?=\w*$)", "or"),
    (r"re(?=s?$)", "er"), (r"red$", "ered"), (r"enc(?=es?$)", "ens"), (r"ogue(?=s?$)", "og"), (r"[ao]e(?=\w{3})", "e"), (r"ll(?=(?:ed|ing|ers?)$)", "l"),
)]  # fmt: skip
# Nothing that begins like an address or a file's name. Short words are too like each other to be judged by a dictionary.
WORD = re.compile(r"(?<![\w'’.@/=&#<\\$-])[A-Za-z][a-z]{2,}(?:['’][a-z]+)?(?:-[a-z]{3,})*(?![\w@/=\\(-]|\.\w|['’]\w)")
HTML = re.compile(r"<[^<>]*>|&\w+;|https?://\S+|\S*\w_\w\S*")
# What a sentence may begin after: the line's start, marks of Markdown, the end of another sentence.
BEGINS = re.compile(r"(?:^|[.?!:|\"“(\[]|^\s*(?:[-*#>]+|\d+\.))[\s*_\[(\"“]*$")


@functools.cache
def dictionary() -> SpellChecker:
    return SpellChecker(distance=1)


def words(text: str) -> Iterator[tuple[int, str]]:
    """(place, word) of words in small letters: a capital may begin a name, unless a sentence begins there."""
    text = HTML.sub(lambda match: " " * len(match[0]), text)
    for match in WORD.finditer(text):
        if match[0][0].islower() or BEGINS.search(text[: match.start()]):
            for part in re.finditer(r"[^-]+", match[0]):
                yield match.start() + part.start(), part[0].replace("’", "'").lower()


@functools.cache
def _listed() -> dict[str, str]:
    text = importlib.resources.files("codespell_lib").joinpath("data/dictionary_en-GB_to_en-US.txt").read_text("utf-8")
    pairs = (line.partition("->") for line in text.splitlines() if "->" in line)
    return {british: american.split(",")[0].strip() for british, _, american in pairs if british not in BOTH} | MORE


@functools.lru_cache(maxsize=20_000)
def american(word: str) -> str | None:
    """The American form of a British word."""
    word = word.removesuffix("'s")
    if word in _listed() or word in BOTH:
        return _listed().get(word)
    known = dictionary().word_frequency.dictionary
    if word in known or len(word) < 5:
        return None
    forms = (pattern.sub(form, word, count=1) for pattern, form in ENDINGS)
    return next((form for form in forms if form != word and form in known), None)


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        if file.code != "en":
            continue
        for number, text in file.prose:
            for place, word in words(text):
                if right := american(word):
                    yield Problem(file.path, number, f'"{word}"', f'"{right}"', "Use the American spelling.", place + 1)
