"""Figures mean the same in both languages: 24 小时 and 24 hours, 1–2 个工作日 and one or two business days, 三项 and three things.

Each side has figures that must have a counterpart, and more that may be one: "both" answers 两个, and asks for nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from scripts.content import Problem

from .outline import counterparts
from .rule import MARK, Source, page

ID = "PAR002"
NAME = "figures"
ABOUT = {
    "zh": "两种语言的数字和单位意思一样：时间、金额、百分比、个数、日期、版本。",
    "en": "Figures and their units mean the same in both languages: times, amounts, percentages, counts, dates, versions.",
}
EXAMPLES = [
    page(zh="等 24 小时，或一两个工作日。", en="Wait 24 hours, or one or two business days."),
    page(zh="最多 1 万 USDT，收百分之五十。下午 2 点前提交。", en="At most 10,000 USDT, half of it as a fee. Submit before 14:00."),
    page(zh="1. 核对三项。\n2. 等十分钟。", en="1. Check three things.\n2. Wait 10 minutes."),
    page(zh="先核对一下，一次只转一笔，两步验证也开。第三方不可信。", en="Check once. Send it in one go, with two-step verification. Trust no third party."),
    page(zh="文字。\n\n等 24 小时。", en=f"Text.\n\nWait 48 hours.{MARK}"),
    page(zh="等 3 个工作日。", en=f"Wait 3 days.{MARK}"),
    page(zh="1. 打开。\n2. 等两三天再看。", en=f"1. Open it.\n2. Wait, then look again.{MARK}"),
    page(zh="| 项 | 时间 |\n| --- | --- |\n| 甲 | 几小时 |", en=f"| Item | Time |\n| --- | --- |\n| A | six hours |{MARK}"),
    page(zh="1. 核对三项。", en=f"1. Check two things.{MARK}"),
    page(zh="三种怎么选。三天内回复。", en="Which to choose. The answer comes within 72 hours."),
    page(zh="助记词有 12 或 24 个词。", en=f"A recovery phrase has 12 or 25 words.{MARK}"),
]



class Figure(NamedTuple):
    """What a figure may mean, (value, unit) each. `weight` 0: it may answer a figure, and asks for none. 1: small and spelled,
    a matter of grammar (三种 and "which") unless another one stands there instead. 2: needs its like."""

    meanings: frozenset[tuple[Fraction | str, str]]
    start: int
    end: int
    text: str
    weight: int

    @property
    def big(self) -> bool:
        return any(isinstance(value, Fraction) and value > 1 for value, _ in self.meanings)


DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "双": 2, "俩": 2}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "billion": 10**9}
WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
WORDS |= {w: n * 10 for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
# what may answer a figure, and asks for none
LOOSE = {"both": 2, "twice": 2, "double": 2, "pair": 2, "couple": 2, "either": 2, "neither": 2, "other": 2, "dual": 2, "thrice": 3, "triple": 3, "dozen": 12, "once": 1, "single": 1, "second": 2}
LOOSE |= {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)}
MONTHS = {w: n for n, w in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}

# how a unit is written in Chinese and in English, and how many of which unit it is
UNITS = [
    (r"个?(?:完整)?的?(?:工作|营业)[日天]|个?交易日", r"(?:business|working|banking|work)[ -]?days?|weekdays?", 1, "working days"),
    (r"秒钟?", r"sec(?:ond)?s?|s", 1, "s"),
    (r"分钟", r"min(?:ute)?s?", 60, "s"),
    (r"个?小时|个?钟头", r"h(?:ou)?rs?|h", 3600, "s"),
    (r"天|个?自然日|个?日历日|个?昼夜|日(?!常|前|后|期|志|本|元|程)", r"(?:(?:calendar|natural|full|whole)[ -])?days?", 86400, "s"),
    (r"个?星期|个?礼拜|周", r"weeks?", 604800, "s"),
    (r"个?季度", r"quarters?", 3, "months"),
    (r"个月", r"months?", 1, "months"),
    (r"年", r"years?", 12, "months"),
    (r"[%％]|个百分点", r"%|per ?cent", 1, "%"),
]
HAN = "零〇一二两三四五六七八九十百千万亿"
PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORD = "|".join(WORDS)
ZH = re.compile(
    rf"(?P<n>(?:{PLAIN})(?:\s?[百千万亿]+)?|[{HAN}]+|[几数](?=个|小时|分钟|[天日周年秒])|若干)(?P<half>个?半(?=小时|钟头|天|个?月|年|个?星期))?\s?(?:"
    + "|".join(f"(?P<u{n}>{'' if n else ''}{zh})" for n, (zh, _, _, _) in enumerate(UNITS))
    + r"|(?P<clock>[点點](?:钟|整|半|一刻|\d\d?分?)?)|(?P<month>月)|(?P<counted>[个個项項样件种種条步次位句张部台层级段处家倍笔份行栏类组人字词码角枚遍轮节道把名款分秒]|\s?[A-Z]{2,}))?"
)
EN = re.compile(
    rf"(?<![\w.])(?<![A-Za-z]-)(?P<n>(?:{PLAIN})(?:\s?(?:hundred|thousand|million|billion|k)\b)?|(?:(?:{WORD})(?:[ -](?:{WORD}))?|a)(?:\s(?:hundred|thousand|million|billion))\b|(?:{WORD})(?:-(?:{WORD}))?\b|(?<![\w'’])an?(?=[ -](?:business|working|full|whole|min|hour|day|week|month|year|quarter))|(?:a )?few|several|some|(?=(?:minutes|hours|(?:business |working )?days|weeks|months|years)\b))"
    r"(?P<half> and a half)?\b(?:[\s-]?(?:or (?:more|so|less) |more |consecutive |extra |additional )?(?:" + "|".join(f"(?P<u{n}>{en})" for n, (_, en, _, _) in enumerate(UNITS)) + r")(?!\w))?",
    re.IGNORECASE,
)
VAGUE = re.compile(r"[几数]|若干|(?:a )?few|several|some|many|couple of|", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:[-–—~～〜/、,，]|到|至|或者?|和|与|to|and|or|through)\s*", re.IGNORECASE)

# What has a figure in it and is none: names (ERC-20, 2FA, bc1, 0x…), idioms. Blanked first.
NAMES = r"(?<![A-Za-z\d])(?:[A-Za-z]+-?\d+[A-Za-z\d]*|0x[\dA-Fa-f.…]*|\dFA|3-?DS?(?![a-z])|\d+[A-Za-z]+\d+\w*)(?![A-Za-z\d])"
IDIOMS = {
    "zh": re.compile(
        NAMES + r"|千万(?!\s?[个元])|万一|十分(?!钟)|第?三方|二维码|二次[^,，。]?|二手|[两二双]步(?:验证|认证)|双重|万能|万事达|百分百|再三|三思|四处|五花八门|百度|千方百计|万无一失|七上八下|十足|"
        r"一[下些般直样起共旦律切定并致概点儿模向旁面]|统一|唯一|[每任][一何]|之一|星期[一二三四五六日天]|周[一二三四五六日](?!个)|[几数上好成][十百千万亿]+|几?十几|[十百千万]+(?:余|多)|[一二三四五六七八九十]成(?=是|都|把握)|"
        r"(?:同|下|上|前|当|每|某|这|那|哪|头|第)一?[天日周年](?!\d)"
    ),
    "en": re.compile(
        NAMES + r"|\b(?:two|2)[- ]?(?:step|factor)s?\b|\bthird[- ]part(?:y|ies)\b|\b(?:one|two|three)[- ](?:time|way|off|tap|by[- ]one)\b|\bno one\b|\bone['’]s\b|\bone (?:by one|after|of|another|and the other)\b|"
        r"\bzero[- ](?:value|width)\b|\ba (?:second|few|minute)(?= (?:time|one|phone|chance|scam|device|pair|copy|payment|transfer|wallet))|\b(?:a|per|each|every|the next) (?:second hand)\b|\bone day\b(?! or)",
        re.IGNORECASE,
    ),
}
MONTH = f"({'|'.join(MONTHS)})[a-z]{{0,6}}\\.?"
DATES = [  # the order of year, month and day
    (re.compile(r"(?<![\d.])(\d{4})\s*[-/.年]\s*(\d\d?)\s*[-/.月]\s*(\d\d?)(?![\d.]\d)\s*[日号]?"), "ymd"),
    (re.compile(r"(?<!\d)(\d{4})\s*年\s*(\d\d?)\s*月(?:份)?"), "ym"),
    (re.compile(r"(?<!\d)(\d{4})\s*年(?!\d)"), "y"),
    (re.compile(r"(?<!\d)(\d\d?)\s*月\s*(\d\d?)\s*[日号]"), "md"),
    (re.compile(rf"\b{MONTH} (\d\d?)(?:st|nd|rd|th)?(?:,? (\d{{4}}))?(?![\d:])"), "mdy"),
    (re.compile(rf"\b(\d\d?)(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? (\d{{4}}))?\b"), "dmy"),
    (re.compile(rf"\b{MONTH} (\d{{4}})\b"), "my"),
]
VERSION = re.compile(r"(?<![\w.])[vV]?(\d+(?:\.\d+){2,})(?![\w.]*\d)")
CLOCK = re.compile(r"(?<![\d:.])(?P<h>\d\d?)(?::(?P<m>\d\d))?(?::\d\d)?\s*(?:(?P<p>[ap])\.?m\b\.?|(?P<o>o['’]clock))|(?<![\d:.])(?P<h2>\d\d?):(?P<m2>\d\d)(?![\d:])", re.IGNORECASE)
AFTERNOON = re.compile(r"(?:(凌晨|清晨|早上|上午|早晨)|(中午|下午|傍晚|晚上|夜里|晚间))\s*$")
PART = re.compile(rf"([{HAN}]+|\d+)分之([{HAN}]+|\d+(?:\.\d+)?)|(?<![个\d一二两三四五六七八九十])半个?(?=小时|钟头|天|月|年)(小时|钟头|天|月|年)|(一半|半数|对半)")
PART_EN = re.compile(rf"(?<!and a )\b(?:half(?:[ -]an?)?[ -](hours?|day|month|year)|(an?|{WORD})[ -](third|quarter|fifth|tenth)s?\b(?! time)|(half))\b", re.IGNORECASE)
ALWAYS = re.compile(r"24\s*/\s*7|7\s*[×xX*]\s*24(?:\s*小时)?|(?:每天|全天)\s*24\s*小时|全天候|around the clock|24 hours a day(?:,? (?:7|seven) days a week)?", re.IGNORECASE)
ANY = {"zh": re.compile(rf"[\d{HAN}双俩半几数]|全天候"), "en": re.compile(rf"\d|\b(?:{WORD}|{'|'.join(LOOSE)}|half|hundred|thousand|million|an?|few|several|some|around)\b|days|hours|minutes|weeks|months|years", re.IGNORECASE)}
EXAMPLE = re.compile(r"(?:such as|e\.g\.,?|for example,?|例如|比如|譬如)[^.。;；]*$", re.IGNORECASE)
WIDE = {c: c - 0xFEE0 for c in range(0xFF10, 0xFF1B)} | {0xFF05: "%", 0xFF0E: ".", 0xFF0F: "/"}


def value_of(text: str) -> Fraction:
    """10,000, 1.5 万, 三百二十, twenty-five, two hundred."""
    text = text.lower().strip()
    if match := re.match(PLAIN, text):
        value = Fraction(match[0].replace(",", ""))
        for scale in re.findall(r"[百千万亿]|[a-z]+", text[match.end() :]):
            value *= SCALES[scale]
        return value
    if text[0] in HAN:
        if not set(text) & set(SCALES):
            return Fraction("".join(str(DIGITS[c]) for c in text))
        total = section = digit = 0
        for c in text:
            if c in DIGITS:
                digit = DIGITS[c]
            elif SCALES[c] < 10**4:
                section, digit = section + (digit or 1) * SCALES[c], 0
            else:
                total, section, digit = (total + section + digit or 1) * SCALES[c], 0, 0
        return Fraction(total + section + digit)
    total = 0
    for word in re.split(r"[ -]", text):
        total = (total or 1) * SCALES[word] if word in SCALES else total + WORDS.get(word, 0)
    return Fraction(total or 1)  # an hour


@functools.lru_cache(maxsize=16384)
def figures(text: str, code: str) -> tuple[Figure, ...]:
    """The figures of a text, in order."""
    text = text.translate(WIDE)
    if not ANY[code].search(text):
        return ()
    found: list[Figure] = []

    def take(pattern: re.Pattern, meanings: Callable[[re.Match], list[tuple[set, int]]]) -> None:
        """Add what the pattern finds, and blank it: what is a date is not also three numbers."""
        nonlocal text
        for match in list(pattern.finditer(text)):
            for meant, weight in meanings(match):
                found.append(Figure(frozenset(meant), match.start(), match.end(), match[0].strip(), weight))
            text = text[: match.start()] + re.sub(r"[^\n]", " ", match[0]) + text[match.end() :]

    take(ALWAYS, lambda match: [({("24/7", "")}, 2 if "24" in match[0] else 0)])
    for pattern, order in DATES:
        take(pattern, lambda match: _date(match, order))
    take(VERSION, lambda match: [({(match[1], "version")}, 2)])
    take(CLOCK, lambda match: _clock(match, text))
    take(PART if code == "zh" else PART_EN, _part)
    take(IDIOMS[code], lambda match: [])
    found += _numbers(text, code)
    # one language may give an example where the other gives none
    found = [f._replace(weight=1) if f.weight == 2 and EXAMPLE.search(text[max(0, f.start - 14) : f.start]) else f for f in found]
    return tuple(sorted(found, key=lambda figure: figure.start))


def _date(match: re.Match, order: str) -> list[tuple[set, int]]:
    return [
        ({(Fraction(MONTHS.get(part) or int(part)), {"y": "", "m": "month of the year", "d": "day of the month"}[kind])}, 2)
        for kind, part in zip(order, match.groups()) if part
    ]  # fmt: skip


def _clock(match: re.Match, text: str) -> list[tuple[set, int]]:
    hour, minute, half = int(match["h"] or match["h2"]), int(match["m"] or match["m2"] or 0), (match["p"] or "").lower()
    before = AFTERNOON.search(text[max(0, match.start() - 4) : match.start()])
    hours = {hour % 12 + 12 * (half == "p")} if half else {hour + 12} if before and before[2] and hour < 12 else {hour, hour + 12} if match["o"] else {hour}
    return [({(Fraction(60 * h + minute), "o'clock") for h in hours}, 2)]


def _part(match: re.Match) -> list[tuple[set, int]]:
    if match.re is PART:
        if match[1]:
            return [({(100 * value_of(match[2]) / (value_of(match[1]) or 1), "%")}, 2)]
        unit = match[3]
    else:
        unit = match[1]
        if match[2]:
            parts = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}[match[3].lower()]
            return [({(100 * value_of(match[2]) / parts, "%")}, 1)]
    if not unit:
        return [({(Fraction(50), "%")}, 1)]
    zh, _, many, name = next(u for u in UNITS if re.fullmatch(u[0] if match.re is PART else u[1], "个月" if unit == "月" else unit, re.IGNORECASE))
    return [({(Fraction(many, 2), name)}, 2 if name == "s" and unit not in ("天", "day") else 1)]  # 等了半天 is not half a day


def _numbers(text: str, code: str) -> Iterator[Figure]:
    """Numbers with their units; the first of a range has the unit of the last."""
    found: list[Figure] = []
    factors: list[tuple[int, str]] = []
    for match in (ZH if code == "zh" else EN).finditer(text):
        number = match["n"]
        units = [UNITS[n][2:] for n in range(len(UNITS)) if match[f"u{n}"]]
        many, unit = units[0] if units else (1, "")
        if VAGUE.fullmatch(number):
            found.append(Figure(frozenset({("some", f"{many} {unit}")}), match.start(), match.end(), match[0].strip(), 1 if unit else 0))
            factors.append((1, "counted"))
            continue
        spelled = not number[0].isdigit()
        if code == "zh" and spelled and len(number) == 2 and set(number) <= set(DIGITS) - set("零〇"):  # 一两天, 三五笔
            values = [Fraction(DIGITS[c]) for c in number]
        else:
            values = [value_of(number) + (Fraction(1, 2) if match["half"] else 0)]
        for value in values:
            meanings = {(value * many, unit)}
            if not spelled:
                weight = 2
            elif not unit and (value <= 1 or code == "zh" and not match["counted"]) or text[: match.start()].rstrip().endswith("第"):
                weight = 0
            else:
                weight = 1 if value == 1 or not unit and value <= 3 else 2
            if code == "zh":
                if clock := match["clock"]:
                    before = AFTERNOON.search(text[: match.start()])
                    minutes = 30 if "半" in clock else 15 if "刻" in clock else int("".join(re.findall(r"\d", clock)) or 0)
                    hours = [value + 12 if before and before[2] and value < 12 else value]
                    hours += [] if before else [value + 12] if value < 12 else []
                    meanings = {(60 * hour + minutes, "o'clock") for hour in hours} | ({(value, "")} if len(clock) == 1 else set())
                elif match["month"]:
                    meanings.add((value, "month of the year"))
            found.append(Figure(frozenset(meanings), match.start(), match.end(), match[0].strip(), weight))
            factors.append((many, unit or ("counted" if code == "zh" and match["counted"] else "")))
    for index in range(len(found) - 2, -1, -1):
        this, after = found[index], found[index + 1]
        if not factors[index][1] and factors[index + 1][1] not in ("", "counted") and (this.start == after.start or BETWEEN.fullmatch(text[this.end : after.start])):
            many, unit = factors[index] = factors[index + 1]
            found[index] = this._replace(meanings=frozenset((value * many, unit) for value, _ in this.meanings), weight=max(this.weight, after.weight))
    yield from found
    if code == "zh":
        return
    for match in re.finditer(r"\b(" + "|".join(LOOSE) + r")\b|\b(\d+)(?:st|nd|rd|th)\b|\b(" + "|".join(MONTHS) + r")[a-z]{0,6}\b", text, re.IGNORECASE):
        value = LOOSE.get((match[1] or "").lower()) or (int(match[2]) if match[2] else MONTHS[match[3].capitalize()])
        yield Figure(frozenset({(Fraction(value), "month of the year" if match[3] else "")}), match.start(), match.end(), match[0], 2 if match[2] else 0)


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    for page_, other, mine, theirs in counterparts(source.content):
        left, right = figures(mine.text, page_.code), figures(theirs.text, other.code)
        missing, extra = differences(left, right)
        for n in range(max(len(missing), len(extra))):
            wanted = f'"{missing[n].text}"' if n < len(missing) else "no such figure"
            expected = f"{wanted}, as in {page_.path}:{mine.at(missing[n].start) if n < len(missing) else mine.line}"
            mend = "Give the same figure and unit in both languages."
            if n < len(extra):
                line = theirs.at(extra[n].start)
                yield Problem(other.path, line, f'"{extra[n].text}"', expected, mend)
            else:
                # next to the figure that stands for it, or where its sentence would be
                line = theirs.at(extra[-1].start) if extra else theirs.line
                yield Problem(other.path, line, "no such figure", expected, mend)


def differences(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> tuple[list[Figure], list[Figure]]:
    """What the left side has alone, and what the right side has alone."""
    missing, extra = ([f for f in a if not any(f.meanings & o.meanings for o in b)] for a, b in ((left, right), (right, left)))
    heavy = [[f for f in found if f.weight == 2] for found in (missing, extra)]
    light = [[f for f in found if f.weight] for found in (missing, extra)]
    # a small one may be grammar, as long as no other stands in its place: 两边 and "three networks" differ
    if light[0] and any(f.weight or f.big for f in extra) or light[1] and any(f.weight or f.big for f in missing):
        return light[0], light[1]
    return heavy[0], heavy[1]
