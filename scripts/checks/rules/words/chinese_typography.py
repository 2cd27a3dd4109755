"""Chinese as it is set in print: spaces between Chinese and Latin, full-width punctuation, curly quotes."""

import itertools
import re
from collections.abc import Iterator

import autocorrect_py

from scripts.checks.lib import MARK, File, Problem, Source, page, safety
from scripts.checks.lib.patterns import table
from scripts.content.markdown import MARKUP, TARGET, TEXT

ID, NAME, SEVERITY = "ZHO001", "chinese-typography", "error"
ABOUT_ZH = "中文和英文、数字之间空一格；中文里用全角标点和弯引号，标点不重复，旁边不空格。"
ABOUT_EN = "Chinese has a space to Latin letters and digits, full-width punctuation without spaces, and curly quotes."
EXAMPLES = [
    page(zh="打开 App，等 3 分钟：看“状态”（都看）。`a,b`、[它](deposit-crypto.md)，再等 {{ deposit.arrival_time }}。"),
    page(
        zh="12:30 之前，1,000 个 USDT（TRC20）。调用 get() 以后，看 https://a.test/?a=1,2。\n\n"
        "| 看 | 多半   |\n| --- | --- |\n| 甲   | Wi-Fi |\n\n有这样的吗？！等……"
    ),
    page(zh="````text\n```\n看App,再等\n````\n\n<!-- 看App,\n再等 -->\n\n看 `{{ 键,键 }}`。\n- 等 3 分钟\n   - 再看"),
    page(zh=f"打开App看余额。{MARK}\n\n看[App里](a.md)的。{MARK}\n\n看[链接](a.md),再等。{MARK}\n- 余额,再等。{MARK}"),
    page(zh=f'打开 App.{MARK}\n\n点"OK"。{MARK}\n\n网络 (TRC20)。{MARK}\n\n先看，，再等。{MARK}\n\n先看 余额。{MARK}'),
    safety(zh=f"谁要App的密码,都不给。{MARK}"),
]

# What is no prose is hidden behind one character: an object, a mark that takes no room, or the edge of a table's cell.
OBJECT, TAG, EDGE = "\ue000", "\ue001", "\ue002"
HIDDEN = re.compile(
    rf"(?P<object>\\.|{OBJECT}+|https?://[^\s\u3000-\uffef]+|&#?\w+;)|(?P<edge>{TAG}*\|[{TAG}|]*|{EDGE})"
    rf"|(?P<tag>{TAG}+|[\[\]])"
)
HAN = "\u3400-\u9fff"
CHINESE = re.compile(f"[{HAN}，。；：、？！（）“”]")
BEGINS = rf"{TAG}*[{HAN}“《（「『]"  # what Chinese begins with
ENDS = rf"[\s{TAG}]*(?:{EDGE}|$)"
WIDE = dict(zip(",;:?!.", "，；：？！。", strict=True))

# Half-width punctuation that is to be full-width.
NARROW = table(rf"""
after Chinese :: (?<=[{HAN}”》）」』]) ?[,;:?!](?![,;:?!.]) ?                              :: 先看余额,再等。
before it     :: (?<=[\w%{OBJECT}{TAG}]) ?[,;:?!] ?(?={BEGINS})                            :: 打开 App, 再等。
at the end    :: (?<=[A-Za-z]{{2}}|[\d{HAN}{OBJECT}][\d{OBJECT}{TAG}]) ?[,;:?!.](?={ENDS}) :: 等 24.
full stop     :: (?:(?<=[A-Za-z]{{2}})|(?<=[{HAN}”）{OBJECT}{TAG}])) ?\.(?!\.) ?(?={BEGINS}|{ENDS}) :: 看余额.
next sentence :: (?<=[{HAN}”）{OBJECT}]) ?\. ?(?=(?-i:[A-Z]|{OBJECT}))                     :: 看余额. App 里有。
after code    :: (?<={OBJECT}) ?[:;] ?                                                     :: 看 {OBJECT}: 再等
before code   :: (?<=[A-Za-z]{{2}}) ?[:;] ?(?={TAG}?{OBJECT})                              :: 看 App: {OBJECT}
""")
# What the library leaves alone and what is certain, one after the other: a pattern, what is right, and an example.
MENDS: list[tuple[str, str, str]] = [
    (r"(?<=\d)％", "%", "收 1％。"),
    # quotes: around Chinese, beside Chinese, half straight
    (r"[「｢]([^「」｢｣]*)[」｣]", r"“\1”", "看「状态」。"),
    (r'"([^"“”]*)["”]', r"“\1”", '看"状态"那一栏。'),
    (r'“([^"“”]*)"', r"“\1”", '看“状态"那一栏。'),
    (rf"(?<![A-Za-z0-9'])'([^'‘’]*[{HAN}][^'‘’]*)'(?![A-Za-z])", r"“\1”", "看'状态'那一栏。"),
    (r"(?<![A-Za-z0-9'])'([^'‘’\s]{1,20})'(?![A-Za-z'])", r"“\1”", "点'OK'。"),
    # brackets: around Chinese, half narrow, beside Chinese
    (rf" ?\(([^()（）]*[{HAN}][^()（）]*)\) ?", r"（\1）", "等一等(不用急)。"),
    (r" ?(?:（([^()（）]*)\)|\(([^()（）]*)）) ?", r"（\1\2）", "用（USDT)充值。"),
    (rf"(?<=[{HAN}”》]) ?\(([^()（）]+)\) ?", r"（\1）", "网络 (TRC20)。"),
    (rf"(?<![\w\])]) ?\(([^()（）]+)\) ?(?=[{HAN}，。；：、？！])", r"（\1）", "(TRC20) 网络"),
    # dots and dashes
    (rf"(?<=[{HAN}])(?:\.{{3,}}|·{{3,}})|。{{3,}}", "……", "等..."),
    (rf"(?<=[{HAN}]) ?(?:--+|—)(?!—|-) ?(?=[{HAN}])", "——", "等一等--再看。"),
    # twice, or two of which one is enough
    (r"([，。；：、！？])\1+", r"\1", "先看，，再等。"),
    (r"[，、；：] ?([。；：！？])|([。！？]) ?[，、；：。]", r"\1\2", "先看，。"),
    (r"、 ?，|， ?、", "，", "先看，、再等"),
    # spaces
    (rf"(?<=[{HAN}，。；：、？！])[ \u3000]+(?=[{HAN}])", "", "先看 余额。"),
    (rf"(?<=[^\s{EDGE}])[ \u3000]{{2,}}(?=[^\s{EDGE}])", " ", "等  App 打开。"),
    (r"(?<=\d) %", "%", "收 1 %。"),
    (r" +(?=[，。；：、？！）》”])|(?<=[，。；：、？！（《“]) +(?!$)", "", "先看余额， 再等。"),
]


def check(source: Source) -> Iterator[Problem]:
    for file in source.texts:
        for number, line, kinds in _painted(file) if file.code == "zh" else ():
            right = corrected(line, kinds)
            if right != line:
                pairs = enumerate(zip(line, right, strict=False))
                place = next((index for index, (old, new) in pairs if old != new), min(len(line), len(right)))
                found, expected = (f'"{part[max(0, place - 4) : place + 6].strip()}"' for part in (line, right))
                mend = "make check FIX=1 mends it." if file.is_page else "Mend it."
                yield file.problem((number, place + 1), found, expected, mend)


def fix(file: File) -> str:
    """The page with its Chinese as it should be; code, targets of links, keys and comments stay."""
    lines = list(file.lines)
    for number, line, kinds in _painted(file) if file.is_page and file.code == "zh" else ():
        lines[number - 1] = corrected(line, kinds)
    return "\n".join(lines)


def _painted(file: File) -> Iterator[tuple[int, str, str]]:
    """(line number, line, what each of its characters is) of title, description and body; of data, of its values."""
    if not file.is_page:
        kinds = {number: [MARKUP] * len(file.lines[number - 1]) for number, _ in file.prose}
        for block in file.units:
            for kind, (number, column) in zip(block.kinds, block.places, strict=False):
                kinds[number][column - 1 : column] = kind
        yield from ((number, file.lines[number - 1], "".join(of)) for number, of in kinds.items())
        return
    for number, text in file.spoken:
        line, start = file.lines[number - 1], len(text) - len(text.lstrip())
        end = len(line.rstrip()) - (line[start - 1] in "\"'")  # the quotes around a whole value are YAML's
        yield number, line, MARKUP * start + TEXT * (end - start) + MARKUP * (len(line) - end)
    document = file.document
    yield from zip(itertools.count(document.first_line), document.lines, document.paint, strict=False)


def corrected(line: str, kinds: str) -> str:
    """A line as it should be; `kinds` says of each character what it is, and only prose changes."""
    if not CHINESE.search(line):
        return line
    shown = "".join(map(_shown, line.rstrip(), kinds))
    kept = [line[match.start() : match.end()] for match in HIDDEN.finditer(shown)]
    text = hidden = HIDDEN.sub(lambda match: {"object": OBJECT, "tag": TAG, "edge": EDGE}[match.lastgroup or ""], shown)
    if not CHINESE.search(hidden):
        return line
    for _ in range(2):  # what one rule writes may need another
        text = NARROW.sub(lambda match: WIDE[match[0].strip()], autocorrect_py.format(text))
        for pattern, right, _example in MENDS:
            text = re.sub(pattern, right, text)
    marks = re.compile(f"[{OBJECT}{TAG}{EDGE}]")
    if marks.findall(text) != marks.findall(hidden):
        return line  # what is hidden could not be put back
    waiting = iter(kept)
    return marks.sub(lambda match: next(waiting), text) + line[len(line.rstrip()) :]


def _shown(character: str, kind: str) -> str:
    """A character of prose itself; of anything else, what hides it. Bars and backslashes are told by what follows."""
    if kind == TEXT or (kind == MARKUP and character in "|\\"):
        return character
    return TAG if kind == MARKUP or (kind == TARGET and character in "[]") else OBJECT
