"""No letters that only look Latin: Cyrillic, Greek, full-width or mathematical ones; no full-width digits.

A product name with one Cyrillic letter leads to somebody else's website."""

import re
import unicodedata
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Problem, Source, data, page

ID, NAME, SEVERITY = "SEC005", "homoglyphs", "error"
ABOUT_ZH = "英文字母和数字用普通的半角字符，不用长得像的西里尔、希腊、全角或数学字母。"
ABOUT_EN = "Letters and digits are plain ones, never look-alikes: Cyrillic, Greek, full-width or mathematical."
EXAMPLES = [
    page(zh="在 App 里看 TPWallet（版本 1.2）！①②", en="5 μs, 10 kΩ, Δt, café, naïve. The word Привет is Russian."),
    page(zh=f"打开 TPW\u0430llet。{MARK}\n\n转 １００ USDT。{MARK}",
         en=f"Open ＴＰＷallet.{MARK}\n\nSend 𝗨𝗦𝗗𝗧.{MARK}\n\n"
         f"Open the \u0410\u0440\u0440.{MARK}\n\nPay in \u0395\u03a4\u0397.{MARK}"),
    page(front={"questions": f"questions:\n  - is m\u0435tamask real{MARK}"}),
    data(redirects=f"redirects: []  # b\u043etnet{MARK}\n"),
]  # fmt: skip

# Letters of other scripts that look like a Latin one (Unicode's confusables, those that keyboards and attackers have).
LOOK = {
    **dict(zip("АВСЕНІЈКМОРЅТУХҮԌԚԜӀасеһіјорѕухԁԛԝԍӏ", "ABCEHIJKMOPSTYXYGQWIacehijopsyxdqwgl", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχγτϲϳ", "ABEZHIKMNOPTYXaikvopuxytcj", strict=True)),
    **dict(zip("օսոցհաԱՕՏ", "ounghwUOS", strict=True)),
}
OTHER = (
    "\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13ff\u1c80-\u1c88\u1f00-\u1fff\u2c80-\u2cff\u2de0-\u2dff\ua4d0-\ua4ff"
    "\ua640-\ua69f\uab30-\uabbf")
# Letters and digits that are another form of a Latin one: compatibility characters, small capitals, IPA.
FORMS = (
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f169\U0001fbf0-\U0001fbf9"
    "\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a\u212c-\u2134\u2139\u2145-\u2149")
SMALL = "ıȷɑɡɩɪʏʟɴʀʙɢʜᴀ-ᴢꜰꜱⅠ-ⅿ\u0250-\u02af"
WORD = re.compile(
    f"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f\u2160-\u217f\u0250-\u02af\u1d00-\u1d2b\ua730\ua731{OTHER}]+")
LATIN = re.compile("[A-Za-z]")
ODD = re.compile(f"[{OTHER}{SMALL}]")
FORM = re.compile(f"[{FORMS}]+")
UNIT = re.compile("(?:[A-Za-z]{0,3}[μΩ][A-Za-z]{0,3}|[ΔΣδσλπφεθ][A-Za-z]{1,2}|[A-Za-z]{1,2}[₀-₉]?[αβγΔδλπσ])")
EXPECTED = "plain Latin letters and half-width digits"


def check(source: Source) -> Iterator[Problem]:
    """All lines of all files: a look-alike harms wherever it stands."""
    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            for match in _found(line) if not line.isascii() else ():
                odd = next(c for c in match[0] if ODD.match(c) or FORM.match(c))
                found = f'"{match[0]}" with U+{ord(odd):04X} {unicodedata.name(odd, "letter").lower()}'
                yield Problem(file.path, number, found, EXPECTED, "Type the word again.", match.start() + 1)


def fix(file: File) -> str:
    """The text with plain letters, where each look-alike of a word of two scripts stands for one."""
    text = FORM.sub(lambda match: unicodedata.normalize("NFKC", match[0]), file.text)
    return WORD.sub(_mended, text)


def _mended(match: re.Match[str]) -> str:
    word = match[0]
    odd = set(ODD.findall(word))
    return "".join(LOOK.get(c, c) for c in word) if odd and odd <= LOOK.keys() and _mixed(word) else word


def _found(line: str) -> Iterator[re.Match[str]]:
    yield from FORM.finditer(line)
    words = [match for match in WORD.finditer(line) if ODD.search(match[0])]
    # a line with a word that cannot be read as Latin is really Russian or Greek, and its short words are too
    foreign = any(not _mixed(match[0]) and not _latin_like(match[0]) and len(match[0]) > 2 for match in words)
    yield from (match for match in words if _mixed(match[0]) or (_latin_like(match[0]) and not foreign))


def _mixed(word: str) -> bool:
    return bool(LATIN.search(word) and ODD.search(word)) and not UNIT.fullmatch(word)


def _latin_like(word: str) -> bool:
    """All letters of another script, each of which can be read as a Latin one. A lone Greek letter is a symbol."""
    return all(c in LOOK for c in word) and (len(word) > 1 or not "α" <= word <= "ω" or word == "ο")
