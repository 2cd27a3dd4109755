"""Chinese as it is set in print: spaces between Chinese and Latin, full-width punctuation, curly quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import autocorrect_py

from scripts.content import Problem

from .rule import MARK, NOT_PROSE, File, Source, page

ID = "ZHO001"
NAME = "chinese-typography"
ABOUT = {
    "zh": "中文和英文、数字之间空一格；中文里用全角标点和弯引号，标点不重复，旁边不空格。",
    "en": "Chinese has a space to Latin letters and digits, full-width punctuation once and without spaces, and curly quotes.",
}
EXAMPLES = [
    page(zh="打开 App，等 3 分钟：看“状态”（要全部看）。`a,b` 和[链接](deposit-crypto.md)，再等 {{ deposit.arrival_time }}。"),
    page(zh="12:30 之前，1,000 个 USDT（TRC20）。调用 get() 以后，看 https://a.test/?a=1,2。\n\n| 看 | 多半   |\n| --- | --- |\n| 甲   | Wi-Fi |\n\n有这样的吗？！等……"),
    page(zh=f"打开App看余额。{MARK}\n\n等24 小时。{MARK}\n\n看[App里](deposit-crypto.md)的。{MARK}"),
    page(zh=f"先看余额,再等。{MARK}\n\n先看余额:再等。{MARK}\n\n打开 App, 再等。{MARK}\n\n打开 App.{MARK}\n\n看[链接](deposit-crypto.md),再等。{MARK}\n\n先看 , 再等！{MARK}"),
    page(zh=f'看"状态"那一栏。{MARK}\n\n看“状态"那一栏。{MARK}\n\n点"OK"。{MARK}\n\n看「状态」。{MARK}\n\n看\'状态\'。{MARK}'),
    page(zh=f"等一等(不用急)。{MARK}\n\n网络 (TRC20)。{MARK}\n\n用（USDT)充值。{MARK}"),
    page(zh=f"先看余额。。{MARK}\n\n先看，，再等。{MARK}\n\n先看，。{MARK}\n\n等...{MARK}"),
    page(zh=f"先看余额， 再等。{MARK}\n\n先看 余额。{MARK}\n\n等  App 打开。{MARK}"),
]

# What is no prose is hidden behind one character: as an object, as a mark of Markdown that takes no room, or as the edge of a table's cell.
OBJECT, TAG, EDGE = "\ue000", "\ue001", "\ue002"
KEPT = re.compile(rf"(?P<object>{NOT_PROSE.pattern}|https?://[^\s\u3000-\uffef]+|<[^<>]*>|&#?\w+;|!(?=\[)|[{OBJECT}{TAG}{EDGE}]|\\.)|(?P<tag>\*+|\[|\]|(?<!\w)_+|_+(?!\w)|~~)|(?P<edge>\|)")
HEAD = re.compile(r"^(?:title|description): ?[\"']?|^(?:\s*(?:[-*+>]|\d+[.)]|#+)\s+)+|^\s*:::.*")
HAN = "\u3400-\u9fff"
LEFT, RIGHT = rf"[{HAN}”》）」』]{TAG}*", rf"{TAG}*[{HAN}“《（「『]"
NARROW = dict(zip(",;:?!.", "，；：？！。"))
TWICE = "，。；：、"

# What the library leaves alone and what is certain, one after the other.
RULES: list[tuple[re.Pattern, str]] = [
    (re.compile(pattern), right)
    for pattern, right in (
        (r"｡", "。"), (r"､", "、"), (r"(?<=\d)％", "%"), (r"[「｢]([^「」｢｣]*)[」｣]", "“\\1”"),
        # quotes: around Chinese, beside Chinese, half straight
        (rf'"([^"“”]*)"', "“\\1”"), (r'“([^"“”]*)"', "“\\1”"), (r'"([^"“”]*)”', "“\\1”"), (rf"(?<![A-Za-z0-9'])'([^'‘’]*[{HAN}][^'‘’]*)'(?![A-Za-z])", "“\\1”"), (r"(?<![A-Za-z0-9'])'([^'‘’\s]{1,20})'(?![A-Za-z'])", "“\\1”"),
        # brackets: around Chinese, beside Chinese, half narrow
        (rf" ?\(([^()（）]*[{HAN}][^()（）]*)\) ?", "（\\1）"), (r" ?（([^()（）]*)\) ?", "（\\1）"), (r" ?\(([^()（）]*)） ?", "（\\1）"),
        (rf"(?<=[{HAN}”》]) ?\(([^()（）]+)\) ?", "（\\1）"), (rf"(?<![\w\])]) ?\(([^()（）]+)\) ?(?=[{HAN}，。；：、？！])", "（\\1）"),
        # dots: an ellipsis, or a full stop
        (rf"(?<=[{HAN}])(?:\.{{3,}}|。{{3,}}|·{{3,}})|。{{3,}}", "……"), (rf"(?<=[{HAN}]) ?(?:--+|—)(?!—|-) ?(?=[{HAN}])", "——"),
        # twice, or two of which one is enough
        (rf"([{TWICE}])\1+", "\\1"), (rf"([！？])\1+", "\\1"), (rf"[，、；：] ?([。；：！？])", "\\1"), (rf"([。！？]) ?[，、；：。]", "\\1"), (rf"[、] ?[，]|[，] ?[、]", "，"),
        # spaces
        (rf"(?<=[{HAN}，。；：、？！])[ \u3000]+(?=[{HAN}])", ""), (rf"(?<=[^\s{EDGE}])[ \u3000]{{2,}}(?=[^\s{EDGE}])", " "), (r"(?<=\d) %", "%"),
        (r" +(?=[，。；：、？！）》”])|(?<=[，。；：、？！（《“]) +(?!$)", ""),
    )
]  # fmt: skip
PUNCTUATION = re.compile(
    rf"(?<={LEFT[:-2]}) ?(?P<a>[,;:?!])(?![,;:?!.]) ?|(?<=[\w%{OBJECT}{TAG}]) ?(?P<b>[,;:?!]) ?(?={RIGHT})|(?<=[A-Za-z]{{2}}|[\d{HAN}{OBJECT}][\d{OBJECT}{TAG}]) ?(?P<c>[,;:?!.])(?=\s*(?:{EDGE}|$))"
    rf"|(?:(?<=[A-Za-z]{{2}})|(?<=[{HAN}”）{OBJECT}{TAG}])) ?(?P<d>\.)(?!\.) ?(?={RIGHT}|\s*(?:{EDGE}|$))"
    rf"|(?<=[{HAN}”）{OBJECT}]) ?(?P<e>\.) ?(?=[A-Z{OBJECT}])|(?<={OBJECT}) ?(?P<f>[:;]) ?|(?<=[A-Za-z]{{2}}) ?(?P<g>[:;]) ?(?={TAG}?{OBJECT})"
)


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        if file.code != "zh":
            continue
        for number, _ in file.prose:
            line = file.lines[number - 1]
            if (right := corrected(line)) != line:
                place = next((i for i, (a, b) in enumerate(zip(line, right)) if a != b), min(len(line), len(right)))
                found, expected = (part[max(0, place - 4) : place + 6].strip() for part in (line, right))
                yield Problem(file.path, number, f'"{found}"', f'"{expected}"', "make check FIX=1 mends it.", place + 1)


def fix(file: File) -> str:
    if file.code != "zh" or not file.path.endswith(".md"):
        return file.text
    lines = list(file.lines)
    for number, _ in file.prose:
        lines[number - 1] = corrected(lines[number - 1])
    return "\n".join(lines)


def corrected(line: str) -> str:
    """A line of prose as it should be; code, targets of links, keys and comments stay."""
    kept: list[str] = []

    def hide(match: re.Match) -> str:
        kept.append(match[0])
        return OBJECT if match["object"] else TAG if match["tag"] else EDGE

    if not re.search(f"[{HAN}，。；：、？！（）“”]", line):
        return line
    head = match[0] if (match := HEAD.match(line)) else ""
    rest = line[len(head) :].rstrip()
    # the quotes around a whole value of the front matter are YAML's
    tail = head[-1] if head.endswith(('"', "'")) and rest.endswith(head[-1]) else ""
    hidden = KEPT.sub(hide, rest.removesuffix(tail))
    if not re.search(f"[{HAN}，。；：、？！（）“”]", hidden):
        return line
    text = hidden
    for _ in range(2):  # what one rule writes may need another
        text = autocorrect_py.format(text)
        text = PUNCTUATION.sub(lambda match: NARROW[match[match.lastgroup]], text)
        for pattern, right in RULES:
            text = pattern.sub(right, text)
    if [c for c in text if c in (OBJECT, TAG, EDGE)] != [c for c in hidden if c in (OBJECT, TAG, EDGE)]:
        return line  # what is hidden could not be put back
    waiting = iter(kept)
    mended = re.sub(f"[{OBJECT}{TAG}{EDGE}]", lambda match: next(waiting), text)
    return head + mended + tail + line[len(line.rstrip()) :]
