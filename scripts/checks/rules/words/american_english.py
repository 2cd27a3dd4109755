"""American spelling on English pages: color, authorize, center, check, while."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.english import american, words

ID, NAME, SEVERITY = "ENG003", "american-english", "error"
ABOUT_ZH = "英文用美式拼写：color、authorize、center。"
ABOUT_EN = "English is spelled the American way: color, authorize, center."
EXAMPLES = [
    page(en="Your four colors, an exercise, and a canceled or cancelled transfer. Promise nothing. `colour` is code."),
    page(en=f"Authorise the transfer.{MARK}\n\n- Wait whilst it is confirmed.{MARK}\n- An unrecognised device.{MARK}"),
    page(front_en={"title": f"title: Your organisation{MARK}"}),
    page(en="````text\n```\ncolour\n````\n\n<!-- The\ncolour -->\n\n`{{ colour }}` is [it](deposit-crypto.md#centre)."),
    page(en=f"Look:\n- its colour{MARK}\n   - the centre{MARK}"),
]


def check(source: Source) -> Iterator[Problem]:
    for file, number, text in source.prose("en"):
        for place, word in words(text):
            if right := american(word):
                yield file.problem((number, place + 1), f'"{word}"', f'"{right}"', "Use the American spelling.")
