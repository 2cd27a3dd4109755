"""The the: a word twice, also across a line break; and slips of the space bar: two spaces, " ,", "end.Next"."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Problem, Source, page, safety
from scripts.checks.lib.patterns import table
from scripts.content.blocks import Block
from scripts.content.markdown import COMMENT, MARKUP, TARGET, TEXT

ID, NAME, SEVERITY = "ENG002", "doubled-words", "error"
ABOUT_ZH = "英文里同一个词不写两遍（the the）；标点前没有空格，标点后有一个空格。"
ABOUT_EN = "No English word stands twice in a row (the the); no space before punctuation, one space after it."
EXAMPLES = [
    page(
        en="He had had it. Look, look again. Bye bye.\n\nVersion 1.2.34, etc. and so on...\n\nWait for `x` for a day, "
        "in a .zip file.\n\nOpen the wallet\n\nWallet addresses differ.\n\n| To | To   |\n| --- | --- |\n| a  | b |",
    ),
    page(en="````text\nthe the\n```\nthe  end.Then\n````\n\n- Look at\n- at\n\nWait {{ deposit.arrival_time }} wait."),
    page(en=f"Wait for the the network.{MARK}\n\nWait for the **the** one.{MARK}\n1. Send it to{MARK}\n   to it."),
    page(en=f"Wait  for it.{MARK}\n\nWait , look.{MARK}\n\nWait.Then look.{MARK}\n\nWait for it. then go on.{MARK}"),
    safety(en=f"Give it to to nobody.{MARK}"),
]

TWICE = re.compile(r"(?<![\w'’.-])([A-Za-z]+)[\s*_]+\1(?![\w'’-]|\.\w)", re.IGNORECASE)
RIGHT = {"had", "that", "bye", "very", "so", "really", "ha", "knock", "x"}
BETWEEN = TEXT + MARKUP + TARGET + COMMENT  # what may stand between the two: readers do not see it
SHORT = "etc|vs|approx|incl|resp|esp|min|max|sec|fig|ext|dept|cf|eg|ie|no|nos|pp|al|st|dr|mr|ms|jr|sr|ca|ed|op|am|pm"
WORD = rf"(?<![\w.'-])(?!(?:{SHORT})\.)[a-z]{{2,}}"
SLIPS = table(rf"""
two spaces :: (?<=\S)(?<!\d\.)  +(?=\S)                                                      :: Wait  for it.
a space before the mark :: (?<=[\w)\]”\"'’*]) +(?=[,;:.!?](?:\s|$))(?![.:]{{2}})              :: Wait , then look.
no space after the mark :: (?-i:(?<![\w./@:])[A-Za-z][a-z]+(?:[.?!:][A-Z][A-Za-z]*(?![\w.(/])|
    [,;][A-Za-z]+(?![\w./(=])))                                                               :: Wait,then look.
a mark twice :: (?<=\w)(?:(?<!\.)\.\.(?![./\w])|,,|;;|!!+|\?\?+|,\.(?=\s|$))                  :: Wait for it!!
a small letter after a full stop :: (?-i:{WORD}[.?!] (?=[a-z]+(?![\w./:(_-]))(?!i[A-Z])) :: Wait for it. then look.
""")


def check(source: Source) -> Iterator[Problem]:
    for file in source.texts:
        for block in file.units if file.code == "en" else ():
            if block.kind != "template":
                yield from _twice(file, block)
                yield from _slips(file, block)


def _twice(file: File, block: Block) -> Iterator[Problem]:
    for match in TWICE.finditer(block.text):
        written = block.raw[match.start() : match.end()]
        read = set(block.kinds[match.start() : match.end()]) <= set(BETWEEN) and "<http" not in written
        if read and match[1].lower() not in RIGHT:
            found = f'"{" ".join(written.split())}"'
            yield file.problem(block.places[match.start()], found, f'"{match[1]}"', "Take one out.")


def _slips(file: File, block: Block) -> Iterator[Problem]:
    """The first slip of the space bar in each line."""
    lines: set[int] = set()
    for match in SLIPS.finditer(block.text):
        start, end = max(0, match.start() - 1), match.end() + 1
        place = block.places[match.start()]
        # where code or a key stands beside it, there only seems to be a space
        if block.raw[start:end] == block.text[start:end] and place[0] not in lines:
            lines.add(place[0])
            found = f'{SLIPS.name(match)}, "{block.text[max(0, start - 8) : end + 8].strip()}"'
            yield file.problem(place, found, "a mark, a space, a capital after a full stop", "Mend it.")
