"""Slips of a Chinese keyboard: 您 for 你, common typos, a word that only sounds right (助记此), a character twice."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import rjieba
from pypinyin import lazy_pinyin

from scripts.content import Problem

from .rule import MARK, File, Source, page

ID = "ZHO003"
NAME = "chinese-slips"
ABOUT = {
    "zh": "称呼读者用“你”；没有错别字（登陆、助记此），没有多打的字（的的、地址址）。",
    "en": "Chinese pages call readers 你, and have no wrong character (登陆, 助记此) and none too many (的的, 地址址).",
}
EXAMPLES = [
    page(zh="看看余额，试试再说。为了了解你的情况，现在在线核对对方。一步一步来，一项项查，清清楚楚，不在钱包里。", en="Look at the balance."),
    page(zh="使用用户名登录，所有有效的地址都在这里。官网网址在聊天里问问。"),
    page(zh=f"看您的余额。{MARK}"),
    page(zh=f"登陆以后再看。{MARK}\n\n这是你的的地址。{MARK}\n\n看地址址。{MARK}\n\n如果如果没有到账，再看。{MARK}"),
    page(zh=f"助记词不能给人，助记词抄在纸上。\n\n谁要助记此都不给。{MARK}"),
    page(front={"title": f"title: 登录了了再看{MARK}"}, front_en={"title": "title: An article"}),
]

HAN = re.compile("[\u3400-\u9fff]+")
# 看看, 常常, 人人: characters that may stand twice.
TWICE = set(
    "看试等想问听说聊走找查改换点动比读写算数猜催谢常往仅刚渐慢偏恰频纷早远大小多好少快久牢紧悄偷静深高满统通种层个次年月日时事"
    "家人天处步句空长短红白黑绿明轻重细粗稍微略草匆默屡连万千足整死单爸妈哥姐弟妹爷奶叔宝星一缓往落环环节哈呵每"
)
# 现在在线, 对对方, 可以以后: they end one word and begin the next, or are a word themselves.
MANY = set("在对用有是和了从到以并")
# 一步一步, 有没有有没有, 很多很多: words that may stand twice.
WORD_TWICE = re.compile(r"[一几半].|.[不没].|很多|非常|真的|特别|永远")
SEEN = 2  # what our pages say more often than this is meant


def check(source: Source) -> Iterator[Problem]:
    files = [file for file in source.pages() if file.code == "zh"]
    typos = source.content.terms.common_typos.zh if source.content else {}
    wrong = re.compile("|".join(re.escape(typo) for typo in sorted(typos, key=len, reverse=True)) or "(?!)")
    written = "\n".join(text for file in files for _, text in file.prose)
    terms = {word for term in (source.content.terms.terms if source.content else []) for word in (term.zh, *term.search_zh)}
    # the terms that we use, by their sound
    sounds = {_sound(term): term for term in sorted(terms) if 2 <= len(term) <= 5 and HAN.fullmatch(term) and written.count(term) > 1}
    for file in files:
        for number, text in file.prose:
            if (place := text.find("您")) >= 0:
                yield Problem(file.path, number, '"您"', '"你"', "make check FIX=1 mends it.", place + 1)
            for match in wrong.finditer(text):
                yield Problem(file.path, number, f'"{match[0]}"', f'"{typos[match[0]]}"', "Write the right word.", match.start() + 1)
            for run in HAN.finditer(text):
                words = _words(run[0], terms)
                for place, twice in _doubled(words):
                    yield Problem(file.path, number, f'"{twice}" twice', f'"{twice}"', "Take one out.", run.start() + place + 1)
                for place, span in _spans(words):
                    right = sounds.get(_sound(span))
                    # one wrong character, and not what we say elsewhere too
                    if right and sum(a != b for a, b in zip(span, right)) == 1 and written.count(span) <= SEEN:
                        mend = "Write the right word; if it is what you mean, say it in other words."
                        yield Problem(file.path, number, f'"{span}"', f'"{right}", which sounds like it', mend, run.start() + place + 1)


def fix(file: File) -> str:
    if file.code != "zh" or not file.path.endswith(".md"):
        return file.text
    lines = list(file.lines)
    for number, text in file.prose:  # the text has blanks where code or the target of a link stands
        line = lines[number - 1]
        lines[number - 1] = "".join("你" if seen == "您" else written for seen, written in zip(text.ljust(len(line)), line))
    return "\n".join(lines)


def _words(text: str, terms: set[str]) -> list[str]:
    """The words of a text. Where the dictionary knows a term in pieces alone (官|网), the term is a word."""
    words: list[str] = []
    for word in rjieba.cut(text, False):
        if words and words[-1] + word in terms:
            words[-1] += word
        else:
            words.append(word)
    return words


@functools.lru_cache(maxsize=100_000)
def _sound(word: str) -> tuple[str, ...]:
    """Pinyin without tones."""
    return tuple(lazy_pinyin(word))


def _doubled(words: list[str]) -> Iterator[tuple[int, str]]:
    """(place, character or word) that stands twice in a row by a slip."""
    place = 0
    for word, after in zip(words, [*words[1:], ""]):
        if len(word) == 2 and word[0] == word[1] and word[0] not in TWICE and (place == 0 or words[0][-1:] != "一"):
            yield place, word[0]
        elif len(word) > 1 and word == after and not WORD_TWICE.fullmatch(word):
            yield place, word
        elif after and word[-1] == after[0] and not (len(word) > 1 and len(after) > 1):
            alone = word if len(word) == 1 else after
            if alone not in MANY or word == after:
                yield place + len(word) - 1, alone
        place += len(word)


def _spans(words: list[str]) -> Iterator[tuple[int, str]]:
    """(place, text) of two to five characters that are no word: a wrong character leaves pieces behind."""
    place = 0
    for first, word in enumerate(words):
        span = word
        for piece in words[first + 1 : first + 4]:
            span += piece
            if len(span) > 5:
                break
            if len(span) > 2 or len(word) == len(piece) == 1:
                yield place, span
        place += len(word)
