"""Numbers and units as Chinese and English write them, in figures and in words: 1.5 万, 三百二十, twenty-five, 24 h.

A unit is a row of UNITS. A rule makes its pattern of NUMBER, UNIT and BETWEEN, and asks values_of and unit_of what it
has found.
"""

import functools
import re
from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """How a unit is written, and how many of which base it is: an hour is 3600 "s"."""

    zh: str
    en: str
    many: int
    base: str


# An earlier row wins: a working day is no day.
UNITS = (
    Unit(
        "个?(?:完整)?的?(?:工作|营业|银行)[日天]|个?交易日",
        "(?:business|working|banking|bank|work)[ -]?days?|weekdays?", 1, "working days",
    ),
    Unit("秒钟?", "sec(?:ond)?s?|s", 1, "s"),
    Unit("分钟", "min(?:ute)?s?", 60, "s"),
    Unit("个?小时|个?钟头", "h(?:ou)?rs?|h", 3600, "s"),
    Unit(
        "天|个?自然日|个?日历日|个?昼夜|日(?!常|前|后|期|志|本|元|程)",
        "(?:(?:calendar|natural|full|whole)[ -])?days?", 86400, "s",
    ),
    Unit("个?星期|个?礼拜|周(?!末)", "weeks?", 604800, "s"),
    Unit("个?季度", "quarters?", 3, "months"),
    Unit("个月", "months?", 1, "months"),
    Unit("年", "years?", 12, "months"),
    Unit("[%％]|个百分点", "%|per ?cent", 1, "%"),
)  # fmt: skip
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: n for n, word in enumerate(f"zero {_ONES} eighteen nineteen".split())}
WORDS |= {word: n * 10 for n, word in enumerate(_TENS.split(), 2)}
WORD = "|".join(WORDS)
DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "双": 2, "俩": 2}
_VALUES = {**WORDS, **DIGITS, "a": 1, "an": 1, "半": 1}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SCALES |= {"hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "billion": 10**9}
HAN = "零〇一二两三四五六七八九十百千万亿"
_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMBER = {
    "zh": rf"(?:{_PLAIN})(?:\s?[百千万亿]+)?|[{HAN}]+",
    "en": rf"(?:{_PLAIN})(?:\s?(?:hundred|thousand|million|billion|k)\b)?"
    rf"|(?:(?:{WORD})(?:[ -](?:{WORD}))?|a)(?:\s(?:hundred|thousand|million|billion))\b|(?:{WORD})(?:-(?:{WORD}))?\b",
}
UNIT = {"zh": "|".join(unit.zh for unit in UNITS), "en": "|".join(unit.en for unit in UNITS)}
BETWEEN = re.compile(r"\s*(?:[-–—~～〜/、,，]|到|至|或者?|和|与|\b(?:to|and|or|through)\b)\s*", re.IGNORECASE)


@functools.cache  # few numbers and units are written, and often
def value_of(text: str) -> Fraction:
    """What a number is; of "an" in "an hour": 1."""
    if set(text) <= set(DIGITS):
        return Fraction("".join(str(DIGITS[c]) for c in text))  # 二〇二六
    total = section = last = Fraction(0)
    for part in re.findall(rf"{_PLAIN}|[a-z]+|\S", text.lower()):
        scale = _SCALES.get(part, 0)
        if scale >= 10**4:
            total, section, last = (total + section + last or Fraction(1)) * scale, Fraction(0), Fraction(0)
        elif scale:
            section, last = section + (last or 1) * scale, Fraction(0)
        else:
            last += Fraction(part.replace(",", "")) if part[0].isdigit() else _VALUES.get(part, 0)
    return total + section + last


def values_of(text: str) -> list[Fraction]:
    """What a number is, or the two of 一两天 and 三五笔."""
    if len(text) == 2 and set(text) <= set(DIGITS) - set("零〇"):
        return [Fraction(DIGITS[c]) for c in text]
    return [value_of(text)]


@functools.cache
def unit_of(text: str, code: str) -> Unit:
    """The unit that is written so. Raises StopIteration for anything else."""
    return next(unit for unit in UNITS if re.fullmatch(getattr(unit, code), text, re.IGNORECASE))
