"""Slips of a Chinese keyboard: 您 for 你, common typos, a word that only sounds right (助记此), a character twice."""

import functools
import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Problem, Source, page
from scripts.search.pinyin import readings

ID, NAME, SEVERITY = "ZHO003", "chinese-slips", "error"
NEEDS = ("terms.yml",)
ABOUT_ZH = "称呼读者用“你”；没有错别字（登陆、助记此），没有多打的字（的的、地址址）。"
ABOUT_EN = "Chinese pages call readers 你, and have no wrong character (登陆, 助记此) and none too many (的的, 地址址)."
EXAMPLES = [
    page(zh="看看余额，试试再说。为了了解你的情况，现在在线核对对方。一步一步来，一项项查，清清楚楚，不在钱包里。"),
    page(zh="````text\n```\n看您的的\n````\n\n<!-- 登陆\n登陆 -->\n\n看 `您的`、[余额](deposit-crypto.md#登陆)。"),
    page(zh="使用用户名登录，所有有效的地址都在这里。官网网址在聊天里问问。"),
    page(zh=f"看您的余额。{MARK}\n- 登陆以后再看。{MARK}\n   - 这是你的的地址。{MARK}\n\n看地址址。{MARK}"),
    page(zh=f"助记词不能给人，助记词抄在纸上。\n\n谁要助记此都不给。{MARK}\n\n如果如果没有到账，再看。{MARK}"),
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
    ours = _Words(source)
    for file, number, text in source.prose("zh"):
        for place, *said in _slips(text, ours):
            yield file.problem((number, place + 1), *said)


class _Words:
    """What the pages say and the term base knows."""

    def __init__(self, source: Source) -> None:
        terms = source.content.terms.terms if source.content else []
        self.written = "\n".join(text for _, _, text in source.prose("zh"))
        networks = source.content.networks.values() if source.content else ()
        self.terms = {word for term in terms for word in (term.zh, *term.search_zh)}
        self.terms |= {word for network in networks for word in (network.name.zh, *network.called.zh)}
        # the terms that we use, by their sound
        used = (term for term in sorted(self.terms) if 2 <= len(term) <= 5 and self.written.count(term) > 1)
        self.sounds = {_sound(term): term for term in used if HAN.fullmatch(term)}
        self.typos = source.content.terms.common_typos.zh if source.content else {}
        self.typo = re.compile("|".join(map(re.escape, sorted(self.typos, key=len, reverse=True))) or "(?!)")


def _slips(text: str, ours: _Words) -> Iterator[tuple[int, str, str, str]]:
    """(place, what is found, what is expected, what to do) of each slip in a line."""
    if (polite := text.find("您")) >= 0:
        yield polite, '"您"', '"你"', "make check FIX=1 mends it."
    for match in ours.typo.finditer(text):
        yield match.start(), f'"{match[0]}"', f'"{ours.typos[match[0]]}"', "Write the right word."
    for run in HAN.finditer(text):
        words = _words(run[0], ours.terms)
        for place, twice in _doubled(words):
            yield run.start() + place, f'"{twice}" twice', f'"{twice}"', "Take one out."
        for place, span in _spans(words):
            right = ours.sounds.get(_sound(span), span)  # what sounds alike is of one length
            wrong = sum(a != b for a, b in zip(span, right, strict=True))
            if wrong == 1 and ours.written.count(span) <= SEEN:  # and not what we say elsewhere too
                mend = "Write the right word; if it is what you mean, say it in other words."
                yield run.start() + place, f'"{span}"', f'"{right}", which sounds like it', mend


def fix(file: File) -> str:
    """The page with 你 for 您."""
    return file.changed(file.prose if file.code == "zh" else (), lambda text: text.replace("您", "你"))


def _words(text: str, terms: set[str]) -> list[str]:
    """The words of a text. Where the dictionary knows a term in pieces alone (官|网), the term is a word."""
    import rjieba  # reads a dictionary of 30 MB, for which building a site should not wait

    words: list[str] = []
    for word in rjieba.cut(text, False):
        joined = words.pop() + word if words and words[-1] + word in terms else word
        words.append(joined)
    return words


@functools.lru_cache(maxsize=100_000)
def _sound(word: str) -> tuple[str, ...]:
    """Pinyin without tones."""
    return tuple(readings(word))


def _doubled(words: list[str]) -> Iterator[tuple[int, str]]:
    """(place, character or word) that stands twice in a row by a slip."""
    place = 0
    for word, after in zip(words, [*words[1:], ""], strict=True):
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
