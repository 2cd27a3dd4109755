"""Simplified Chinese without Traditional characters."""

import functools
import re
from collections.abc import Iterator

import opencc

from scripts.checks.lib import MARK, File, Problem, Source, data, page
from scripts.checks.lib.patterns import table

ID, NAME, SEVERITY = "ZHO002", "traditional-characters", "error"
ABOUT_ZH = "简体中文里不混繁体字；读者用繁体字来搜，搜索自己会转换。"
ABOUT_EN = "Simplified Chinese holds no Traditional character; the search converts what readers type."
EXAMPLES = [
    page(zh="````text\n```\n餘额\n````\n\n<!-- 餘额\n餘额 -->\n\n看[它](a.md#餘额)和 `{{ 餘额 }}`，乾坤。"),
    page(zh=f"看餘额。{MARK}\n- 看著[餘额](a.md)。{MARK}\n   - 先瞭解。{MARK}\n\n洗乾净。{MARK}"),
    page(front={"title": f"title: 充值沒到账{MARK}"}, front_en={"title": "title: An article"}),
    page(front={"questions": f"questions:\n  - 充值沒到账{MARK}"}, front_en={"questions": "questions:\n  - not there"}),
    data(safety=f"SAFE-1:\n  zh: 谁要都不給。{MARK}\n  en: Give it to nobody.\n"),
]

# Where Simplified keeps a character that it writes otherwise in other words.
RIGHT = table(r"""
著         :: 著(?=[名作称者述录书论])|(?<=[显名卓专编原巨论译土昭所遗拙撰])著 :: 很著名
瞭 乾      :: 瞭(?=望)|乾(?=[坤隆陵卦])                         :: 瞭望
藉 覆      :: (?<=[慰狼蕴枕])藉|(?<![回答批])覆                 :: 慰藉
""")
# What the library takes for Simplified, or turns into another character.
WRONG = dict(zip("著瞭乾藉於帳徵裏覆妳麽綫臺衆甯", "着了干借于账征里复你么线台众宁", strict=True))
# Data that is Traditional on purpose: what readers in Taiwan and Hong Kong search for. Notes are for writers.
MEANT = re.compile(r"^\s*(?:- )?(?:zh_hant_local|search|note):")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
COMMENT = re.compile(r"(?:^|\s)#.*")


CONVERTER = opencc.OpenCC("t2s")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        mend = "make check FIX=1 mends it." if file.is_page else "Write the Simplified character."
        for number, text in _texts(file):
            pairs = enumerate(zip(text, _simplified(text), strict=True), 1)
            if wrong := next(((place, pair) for place, pair in pairs if pair[0] != pair[1]), None):
                place, (character, right) = wrong
                yield file.problem((number, place), f'"{character}"', f'"{right}"', mend)


def fix(file: File) -> str:
    """The page in Simplified characters."""
    return file.changed(_texts(file) if file.is_page else (), _simplified)


def _texts(file: File) -> Iterator[tuple[int, str]]:
    """(line number, text) that must be Simplified: Chinese pages, and data but what is Traditional on purpose."""
    if file.is_page:
        yield from [*file.prose, *file.questions] if file.code == "zh" else ()
        return
    meant = -1  # how far the key is indented whose lines may be Traditional
    for number, line in enumerate(file.lines, 1):
        indent = len(line) - len(line.lstrip())
        if MEANT.match(line):
            meant = indent
        elif line.strip() and (indent < meant or (indent == meant and not line.lstrip().startswith("-"))):
            meant = -1
        if meant < 0:
            yield number, COMMENT.sub("", line)


@functools.lru_cache(maxsize=20_000)
def _simplified(text: str) -> str:
    """The text with a Simplified character for each Traditional one."""
    right = {match.start() for match in RIGHT.finditer(text)}
    return HAN.sub(lambda match: match[0] if match.start() in right else _character(match[0]), text)


@functools.cache
def _character(character: str) -> str:
    return WRONG.get(character) or CONVERTER.convert(character)
