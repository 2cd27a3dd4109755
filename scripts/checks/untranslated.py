"""Every text is in its page's language: no English sentence on a Chinese page, no Chinese on an English one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .protected_words import NAMES
from .rule import FENCE, MARK, File, Source, page

ID = "PAR004"
NAME = "untranslated"
ABOUT = {
    "zh": "每段文字都用本页的语言：中文页没有英文句子，英文页没有汉字。",
    "en": "Every text is in its page's language: no English sentence on a Chinese page, no Chinese on an English one.",
}
EXAMPLES = [
    page(zh="打开 TPWallet App，选 BNB Smart Chain (BEP-20) 网络。", en="Open the app."),
    page(zh="提示“Enter the code we sent you”，就输入；也可能是 `invalid code for this user`。"),
    page(zh="| 币 | 网络 |\n| --- | --- |\n| USDT | BNB Smart Chain |", en="| Coin | Network |\n| --- | --- |\n| USDT | BNB Smart Chain |"),
    page(zh=f"Choose the network first.{MARK}"),
    page(zh=f"## What to do {{#do}}{MARK}\n\n看余额。", en="## What to do {#do}\n\nLook."),
    page(zh=f"1. 打开。\n2. Tap Withdraw, then enter amount.{MARK}", en="1. Open.\n2. Tap it."),
    page(en=f"Open 充值 first.{MARK}"),
    page(front_en={"questions": f"questions:\n  - 怎么充值{MARK}"}),
    page(front_en={"title": f"title: 示例 article{MARK}"}),
]

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〇]+")
QUOTED = re.compile(r"“[^”\n]*”|「[^」\n]*」|『[^』\n]*』|\"[^\"\n]*\"|\*\*[^*\n]*\*\*(?=\s*[)）])|<[^<>\n]*>|https?://\S+|\$[^$\n]+\$")
WORD = r"[A-Za-z]+(?:['’][a-z]+)?"
RUN = re.compile(rf"{WORD}(?:[,;:]?\s{{1,2}}(?:{WORD}|\d+)){{2,}}")
# The small words of English: what tells a sentence from a string of names.
SMALL = set(
    "a an the this that these those your you we our they their them it its he she his her i my me is are was were be been am do does did don't doesn't not no never and or but if then when while before after until because so "
    "of to from for with without by in into on onto at as than about through over under up out off has have had will would can cannot can't could may might must should what which who whom whose how why where there here only also "
    "all any every each some more most less other another same first next again now yet still already it's you're".split()
)
# The words of our own articles that stand alone in headings and cells.
PLAIN = set(
    "open tap click choose select check enter send wait copy paste save confirm see log sign look contact ask read scan set turn change reset "
    "steps step summary overview introduction example examples note notes tip tips warning question questions answer answers support deposit deposits withdraw withdrawal withdrawals address addresses network networks account accounts "
    "password passwords amount amounts fee fees balance wallet wallets pending failed success successful confirmed unconfirmed done status time times reason reasons problem problems cause causes transfer transfers transaction transactions "
    "security settings language help center contact feedback related yes none unknown always never sometimes usually optional required minimum maximum total day days hour hours minute minutes week weeks month months "
    "cancel cancelled expired rejected approved completed processing result results method methods coin coins token tokens device devices phone email bank card cards receipt".split()
)


# A line falls into cells, labels of links and the rest; each is in one language.
CELL = re.compile(r"(?<!\\)\|")
LABEL = re.compile(r"\[([^\[\]\n]*)\](?=\s{2}|\(|\s*$|[。，；、：])")
MARKER = re.compile(r"^\s*(?:[-*+>]\s+|\d+[.)]\s+|#{1,6}\s+|:::.*|///.*|!!!.*|\{[*!%].*)*")
WHOLE = re.compile(r"(?<![\w-])" + WORD + r"(?!-)(?<=\w\w)")
KEPT = {"App", "Memo", "Nonce", "Keystore"}  # what Chinese writes in Latin letters
NAME_LIKE = re.compile(r"[A-Z].*[A-Z]|^[a-z]+[A-Z]")
CODE = re.compile(r"\w+\(|[=_{}]|\b\w+\.\w+\b")


def check(source: Source) -> Iterator[Problem]:
    ours = bool(source.content)
    keep = source.content.terms.brand.keep_as_is if source.content else []
    for file in source.pages():
        for number, text in [*file.prose, *_templates(file, source)]:
            yield from _problems(file, number, text, keep, ours)
        for number, text in file.questions:
            yield from _problems(file, number, text, keep, ours, question=True)


def _templates(file: File, source: Source) -> list[tuple[int, str]]:
    """What readers copy stands in a fence. Other projects' fences are code."""
    if not source.content:
        return []
    prose = {number for number, _ in file.prose}
    body = enumerate(file.lines[file.body_line - 1 :], file.body_line)
    return [(number, text) for number, text in body if number not in prose and not FENCE.match(text)]


def _problems(file: File, number: int, text: str, keep: list[str], ours: bool, question: bool = False) -> Iterator[Problem]:
    for word in keep:
        text = text.replace(word, " " * len(word))
    if file.code == "en":
        if match := HAN.search(text):
            yield Problem(file.path, number, f'"{match[0]}"', "English alone", "Translate it.", match.start() + 1)
    elif file.code == "zh" and (match := english(text, question, ours)):
        mend = "Translate it; put what a screen says in quotes."
        yield Problem(file.path, number, f'"{match[0].strip()}"', "Chinese", mend, match.start() + 1)


def english(text: str, question: bool = False, ours: bool = False) -> re.Match | None:
    """The English in a line of Chinese, if it is more than names."""
    if not re.search("[A-Za-z]{2}", text):
        return None
    for pattern in (QUOTED, MARKER):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    pieces = [(match.start(1), match.end(1)) for match in LABEL.finditer(text)]
    start = 0
    for end in [*(match.start() for match in CELL.finditer(text)), len(text)]:
        pieces.append((start, end))
        start = end + 1
    for start, end in pieces:
        piece = text[start:end]
        if not re.search("[A-Za-z]{2}", piece):
            continue
        alone = not HAN.search(piece)
        for match in RUN.finditer(text, start, end):
            if CODE.search(match[0]):
                continue
            words = re.findall(WORD, match[0])
            if question and len(words) < 5:  # what a screen says, as readers type it
                continue
            small = sum(word.lower() in SMALL for word in words)
            lower = sum(word.islower() for word in words)
            if len(words) >= 4 and (small and lower > 1 or lower > 3) or small and lower > 1 and not any(map(NAME_LIKE.search, words)):
                return match
        if alone and not question and (words := WHOLE.findall(piece)) and not CODE.search(piece):
            plain = sum(word.lower() in PLAIN or word.lower() in SMALL for word in words)
            lower = sum(word.islower() for word in words)
            names = sum(bool(NAME_LIKE.search(word)) or word.lower() in NAMES or word in KEPT for word in words)
            # our own articles have no English alone that is no name; others do (API Router, Pydantic)
            if ours and not names or plain == len(words) or plain and 2 * lower >= len(words) > 1 and not names:
                return WHOLE.search(text, start, end)
    return None
