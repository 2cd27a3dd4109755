"""Figures mean the same in both languages: 24 小时 and 24 hours, 一两个工作日 and 1–2 business days, 三项 and three.

Each side has figures that must have a counterpart, and more that may be one: "both" answers 两个, and asks for nothing.
"""

import functools
import re
from calendar import month_abbr, month_name
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from scripts.checks.lib import MARK, Loaded, Problem, page, safety
from scripts.checks.lib.names import given_as_example
from scripts.checks.lib.numbers import BETWEEN, HAN, NUMBER, UNIT, WORD, unit_of, value_of, values_of
from scripts.checks.lib.outline import counterparts, unlike
from scripts.checks.lib.patterns import Table, table

ID, NAME, SEVERITY = "PAR002", "figures", "error"
ABOUT_ZH = "两种语言的数字和单位意思一样：时间、金额、百分比、个数、日期、版本。"
ABOUT_EN = "Figures and their units mean the same in both languages: times, amounts, shares, counts, dates, versions."
EXAMPLES = [
    page(zh="等 24 小时，或一两个工作日。下午 2 点前。", en="Wait 24 hours, or 1 or two business days. Before 14:00."),
    page(zh="最多 1 万 USDT，收百分之五十。", en="At most 10,000 USDT, half of it a fee."),
    page(zh="版本 4.2.1 从 2026 年 3 月 5 日起可用。", en="Version 4.2.1 is out since March 5, 2026."),
    page(zh="1. 核对三项。\n2. 等十分钟。", en="1. Check three things.\n2. Wait 10 minutes."),
    page(zh="先核对一下，一次只转一笔。第三方不可信。", en="Check once. Send it in one go. Trust no third party."),
    page(zh="三种怎么选。三天内回复。", en="Which to choose. The answer comes within 72 hours."),
    page(zh="文字。\n\n等 24 小时。\n\n等 3 个工作日。", en=f"Text.\n\nWait 48 hours.{MARK}\n\nWait 3 days.{MARK}"),
    page(zh="1. 开。\n2. 等两三天。\n3. 核对三项。", en=f"1. Open it.\n2. Wait.{MARK}\n3. Check two.{MARK}"),
    page(zh="| 项 | 时间 |\n| --- | --- |\n| 甲 | 几小时 |", en=f"| A | B |\n| --- | --- |\n| A | six hours |{MARK}"),
    page(zh="助记词有 12 或 24 个词。", en=f"A recovery phrase has 12 or 25 words.{MARK}"),
    page(zh="1. 打开。\n   - 等 5 分钟。", en=f"1. Open it.\n   - Wait 6 minutes.{MARK}"),
    page(zh="~~~~\n等 2 天\n~~~~\n<!-- 5 -->`7`", en=f"~~~~\nWait 3 days{MARK}\n~~~~"),
    safety(zh="等 24 小时。", en=f"Wait 48 hours.{MARK}"),
]

Meanings = frozenset[tuple[Fraction | str, str]]  # (value, unit) each


class Figure(NamedTuple):
    """What a figure may mean. `weight` 0: it may answer a figure, and asks for none. 1: small and spelled, a matter of
    grammar (三种 and "which") unless another one stands there instead. 2: needs its like."""

    meanings: Meanings
    start: int
    end: int
    text: str
    weight: int
    unit: str = ""  # as the unit is called, "counted" for 三笔
    many: int = 1  # how many of that unit a single one is


# What may answer a figure, and asks for none.
LOOSE = {"once": 1, "single": 1, "thrice": 3, "triple": 3, "dozen": 12}
LOOSE |= dict.fromkeys("both twice double pair couple either neither other dual".split(), 2)
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
LOOSE |= {word: n for n, word in enumerate(ORDINALS.split(), 1)}
MONTHS = {name.lower(): n for names in (month_abbr, month_name) for n, name in enumerate(names) if name} | {"sept": 9}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
LOOSELY = re.compile(rf"\b(?:({'|'.join(LOOSE)})|(\d+)(?:st|nd|rd|th)|({_MONTH}))\b", re.IGNORECASE)
COUNTED = "个项样件种条步次位句张部台层级段处家倍笔份行栏类组人字词码角枚遍轮节道把名款分秒"
PATTERNS = {
    "zh": re.compile(
        rf"(?P<n>{NUMBER['zh']}|[几数](?=个|小时|分钟|[天日周年秒])|若干)(?P<half>个?半(?=小时|钟头|天|个?月|年|个?星期))?"
        rf"\s?(?:(?P<unit>{UNIT['zh']})|(?P<counted>[{COUNTED}]|\s?[A-Z]{{2,}}))?"
    ),
    "en": re.compile(
        rf"(?<![\w.])(?<![A-Za-z]-)(?P<n>{NUMBER['en']}"
        r"|(?<![\w'’])an?(?=[ -](?:business|working|full|whole|min|hour|day|week|month|year|quarter))"
        r"|(?:a )?few|several|some|(?=(?:minutes|hours|(?:business |working )?days|weeks|months|years)\b))"
        r"(?P<half> and a half)?\b(?:[\s-]?(?:or (?:more|so|less) |more |consecutive |extra |additional )?"
        rf"(?P<unit>{UNIT['en']})(?!\w))?",
        re.IGNORECASE,
    ),
}
VAGUE = re.compile(r"[几数]|若干|(?:a )?few|several|some|", re.IGNORECASE)

# What has a figure in it and is none: blanked first.
_NAMES = r"""
    names :: (?<![A-Za-z\d])(?:[A-Za-z]+-?\d+[A-Za-z\d]*|\dFA|3-?D|\d+[A-Za-z]+\d+[A-Za-z\d]*)(?![A-Za-z\d]) :: TRC-20
    hex   :: (?<![A-Za-z\d])0x[\dA-Fa-f.…]*(?![A-Za-z\d]) :: 0x12… 开头"""
IDIOMS = {
    "zh": table(rf"""
    {_NAMES}
    words        :: 千万(?!\s?[个元])|十分(?!钟)|二次[^,，。]?|
        两步验证|两步认证|二步验证|二步认证|双步验证|万一|三方|
        二维码|二手|双重|万能|万事达|百分百|再三|四处|百度|十足|统一|唯一|之一 :: 说{{}}。
    a little     :: 一[下些般直样起共旦律切定并致概点儿模向旁面] :: 核对一下
    each         :: [每任][一何]                      :: 每一步
    weekday      :: (?:星期|周)[一二三四五六日天](?!个) :: 周一再看
    about ten    :: [几数上好成][十百千万亿]+|几?十几|[十百千万]+[余多] :: 几十笔
    likely       :: [一二三四五六七八九十]成(?=是|都|把握) :: 八成是骗子
    that day     :: (?:[同下上前当每某这那哪头]|第)一?[天日周年](?!\d) :: 前一天
    """),
    "en": table(rf"""
    {_NAMES}
    words   :: third party|third-party|third parties|no one|one's|one’s|one after|one of|one another|one and the other|
        one day(?! or)|zero-value|zero-width|zero value            :: {{}} it
    two     :: \b(?:one|two|three|2)[- ]?(?:step|factor|time|way|off|tap|by[- ]one)s?\b :: a one-time code
    another :: \ba second(?= (?:time|one|phone|chance|scam|device|copy|payment|transfer|wallet)) :: a second phone
    """),
}
DATES = [  # with the order of year, month and day
    (re.compile(r"(?<![\d.])(\d{4})\s*[-/.年]\s*(\d\d?)\s*[-/.月]\s*(\d\d?)(?![\d.]\d)\s*[日号]?"), "ymd"),
    (re.compile(r"(?<!\d)(\d{4})\s*年\s*(?:(\d\d?)\s*月(?:份)?)?(?!\d)"), "ym"),
    (re.compile(rf"(?<!\d)(\d\d?|[{HAN}]{{1,2}})\s*月(?:\s*(\d\d?)\s*[日号])?"), "md"),
    (re.compile(rf"\b({_MONTH})\.? (\d\d?)(?:st|nd|rd|th)?(?:,? (\d{{4}}))?(?![\d:])", re.IGNORECASE), "mdy"),
    (re.compile(rf"\b(\d\d?)(?:st|nd|rd|th)?(?: of)? ({_MONTH})\.?(?:,? (\d{{4}}))?\b", re.IGNORECASE), "dmy"),
    (re.compile(rf"\b({_MONTH})\.? (\d{{4}})\b", re.IGNORECASE), "my"),
]
_OF_DATES = {"y": "", "m": "month of the year", "d": "day of the month"}
VERSION = re.compile(r"(?<![\w.])v?(\d+(?:\.\d+){2,})(?![\w.]*\d)", re.IGNORECASE)
CLOCK = re.compile(
    r"(?P<part>[凌清]晨|早上|上午|早晨|(?P<pm>中午|下午|傍晚|晚上|夜里|晚间))?\s*(?<![\d:.])"
    rf"(?=[\d{HAN}]+(?::\d\d|\s?(?:[ap]\.?m\b|o['’]clock|点)))(?P<h>\d\d?|[{HAN}]{{1,3}})"
    r"(?::(?P<m>\d\d)(?::\d\d)?(?![\d:]))?\s?(?P<mark>[ap]\.?m\b\.?|o['’]clock|点(?:钟|整|半|一刻|\d\d?分?)?)?",
    re.IGNORECASE,
)
PARTS = {
    "zh": re.compile(
        rf"(?P<of>[{HAN}]+|\d+)分之(?P<n>[{HAN}]+|\d+(?:\.\d+)?)"
        r"|(?<![个\d一二两三四五六七八九十])半个?(?P<unit>小时|钟头|天|月|年)|一半|半数|对半"
    ),
    "en": re.compile(
        r"(?<!and a )\b(?:half(?:[ -]an?)?[ -](?P<unit>hours?|day|month|year)"
        rf"|(?P<n>an?|{WORD})[ -](?P<of>third|quarter|fifth|tenth)s?\b(?! time)|half)\b",
        re.IGNORECASE,
    ),
}
_OF_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
ALWAYS = re.compile(
    r"24\s*/\s*7|7\s*[×xX*]\s*24(?:\s*小时)?|(?:每天|全天)\s*24\s*小时|全天候|around the clock"
    r"|24 hours a day(?:,? (?:7|seven) days a week)?",
    re.IGNORECASE,
)
WIDE = {c: c - 0xFEE0 for c in range(0xFF10, 0xFF1B)} | {0xFF05: "%", 0xFF0E: ".", 0xFF0F: "/"}

Meant = Iterator[tuple[Meanings, int]]  # with its weight


@functools.lru_cache(maxsize=16384)
def figures(text: str, code: str) -> tuple[Figure, ...]:
    """The figures of a text, in order."""
    text = text.translate(WIDE)
    found: list[Figure] = []

    def take(pattern: re.Pattern[str] | Table, meant: Callable[[re.Match[str]], Meant]) -> None:
        """Add what the pattern finds, and blank it: what is a date is not also three numbers."""
        nonlocal text
        for match in list(pattern.finditer(text)):
            found.extend(Figure(meanings, *match.span(), match[0].strip(), weight) for meanings, weight in meant(match))
            text = text[: match.start()] + re.sub(r"[^\n]", " ", match[0]) + text[match.end() :]

    take(ALWAYS, lambda match: iter([(frozenset({("24/7", "")}), 2 if "24" in match[0] else 0)]))
    for pattern, order in DATES:
        take(pattern, functools.partial(_date, order))
    take(VERSION, lambda match: iter([(frozenset({(match[1], "version")}), 2)]))
    take(CLOCK, _clock)
    take(PARTS[code], functools.partial(_part, code))
    take(IDIOMS[code], lambda match: iter(()))
    found += _spread([figure for match in PATTERNS[code].finditer(text) for figure in _numbers(match, code)], text)
    if code == "en":
        found += map(_loose, LOOSELY.finditer(text))
    # one language may give an example where the other gives none
    found = [f._replace(weight=min(f.weight, 1)) if given_as_example(text, f.start) else f for f in found]
    return tuple(sorted(found, key=lambda figure: figure.start))


def _date(order: str, match: re.Match[str]) -> Meant:
    for kind, part in zip(order, match.groups(), strict=True):
        if part:
            value = Fraction(MONTHS.get(part.lower()) or value_of(part))
            yield frozenset({(value, _OF_DATES[kind])}), 0 if part[0] in HAN else 2


def _clock(match: re.Match[str]) -> Meant:
    hour, mark = value_of(match["h"]), (match["mark"] or "").lower()
    past = match["m"] or "".join(re.findall(r"\d", mark)) or {"点半": 30, "点一刻": 15}.get(mark, 0)
    hours = {hour}
    if mark.startswith(("a", "p")):
        hours = {hour % 12 + (12 if mark[0] == "p" else 0)}
    elif hour < 12 and (match["pm"] or (mark and not match["part"])):
        hours = {hour + 12} if match["pm"] else {hour, hour + 12}
    alone: Meanings = frozenset({(hour, "")} if mark == "点" else ())  # 两点 may be two points
    yield alone | {(60 * h + int(past), "o'clock") for h in hours}, 2 if match["h"][0].isdigit() else 0


def _part(code: str, match: re.Match[str]) -> Meant:
    if of := match["of"]:
        parts = _OF_PARTS.get(of.lower()) or value_of(of) or 1
        yield frozenset({(100 * value_of(match["n"]) / parts, "%")}), 2 if code == "zh" else 1
    elif match["unit"]:
        unit = unit_of("个月" if match["unit"] == "月" else match["unit"], code)
        # 等了半天 is not half a day
        yield frozenset({(Fraction(unit.many, 2), unit.base)}), 2 if unit.base == "s" and unit.many < 86400 else 1
    else:
        yield frozenset({(Fraction(50), "%")}), 1


def _numbers(match: re.Match[str], code: str) -> Iterator[Figure]:
    number, place = match["n"], (*match.span(), match[0].strip())
    named = unit_of(match["unit"], code) if match["unit"] else None
    many, unit = (named.many, named.base) if named else (1, "")
    counted = code == "zh" and bool(match["counted"])
    if VAGUE.fullmatch(number):
        yield Figure(frozenset({("some", f"{many} {unit}")}), *place, 1 if unit else 0, "counted")
        return
    after_ordinal = match.string[: match.start()].rstrip().endswith("第")
    for one in values_of(number):
        value = one + Fraction(1, 2) if match["half"] else one
        weight = 1 if value == 1 or (not unit and value <= 3) else 2
        if number[0].isdigit():
            weight = 2
        elif after_ordinal or (not unit and (value <= 1 or (code == "zh" and not counted))):
            weight = 0
        yield Figure(frozenset({(value * many, unit)}), *place, weight, unit or ("counted" if counted else ""), many)


def _spread(found: list[Figure], text: str) -> list[Figure]:
    """The first of a range has the unit of the last."""
    for index in range(len(found) - 2, -1, -1):
        this, after = found[index], found[index + 1]
        joined = this.start == after.start or BETWEEN.fullmatch(text[this.end : after.start])
        if joined and not this.unit and after.unit not in ("", "counted"):
            meanings = frozenset((v * after.many, after.unit) for v, _ in this.meanings if isinstance(v, Fraction))
            weight = max(this.weight, after.weight)
            found[index] = this._replace(meanings=meanings, weight=weight, unit=after.unit, many=after.many)
    return found


def _loose(match: re.Match[str]) -> Figure:
    word, ordinal, month = (group and group.lower() for group in match.groups())
    value = MONTHS[month] if month else int(ordinal) if ordinal else LOOSE[word]
    unit = "month of the year" if month else ""
    return Figure(frozenset({(Fraction(value), unit)}), *match.span(), match[0], 2 if ordinal else 0)


def check(source: Loaded) -> Iterator[Problem]:
    for pair in counterparts(source):
        sides = differences(*(figures(block.text, side.code) for side, block in zip(pair[:2], pair[2:], strict=True)))
        missing, extra = ([(figure.start, figure.text) for figure in side] for side in sides)
        yield from unlike(missing, extra, pair, "figure", "Give the same figure and unit in both languages.")


def differences(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> tuple[list[Figure], list[Figure]]:
    """What the left side has alone, and what the right side has alone."""
    missing, extra = (
        [f for f in a if not any(f.meanings & o.meanings for o in b)] for a, b in ((left, right), (right, left))
    )
    # a small one may be grammar, as long as no other stands in its place: 两边 and "three networks" differ
    sides = ((missing, extra), (extra, missing))
    least = 1 if any(any(f.weight for f in a) and any(f.weight or _is_big(f) for f in b) for a, b in sides) else 2
    return [f for f in missing if f.weight >= least], [f for f in extra if f.weight >= least]


def _is_big(figure: Figure) -> bool:
    return any(isinstance(value, Fraction) and value > 1 for value, _ in figure.meanings)
