"""What one language forbids, the other forbids too: a lost "not" turns a warning into advice."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from scripts.content import Content, Problem

from .outline import counterparts
from .rule import MARK, Source, page

ID = "PAR005"
NAME = "negation"
ABOUT = {
    "zh": "一种语言里写了不要做、不能做，另一种语言的同一步、同一格、同一段也要写。",
    "en": "What a step, cell, item or paragraph forbids in one language, it forbids in the other.",
}
EXAMPLES = [
    page(zh="1. 不要截图。\n2. 别退出，在那里换。", en="1. Take no screenshot.\n2. Stay logged in, change it there."),
    page(zh="地址不能错。没有人能恢复，能不能取消要看网络。", en="Check every letter. Nobody can restore it; whether it can be canceled depends on the network."),
    page(zh="识别假客服：别的人、特别急的人都要小心。", en="Spot fake support: watch out for others, above all if they rush you."),
    page(zh="1. 不要截图。", en=f"1. Take a screenshot.{MARK}"),
    page(zh="1. 复制地址。", en=f"1. Do not copy the address.{MARK}"),
    page(zh="| 谁问 | 怎么办 |\n| --- | --- |\n| 客服 | 切勿给助记词 |", en=f"| Who asks | What to do |\n| --- | --- |\n| Support | Give the phrase |{MARK}"),
    page(zh="不要卸载旧 App。没有备份，就先抄下来。", en=f"Uninstall the old app. If you have no backup, write it down first.{MARK}"),
    page(zh="验证码可以给客服。", en=f"You must not give codes to support.{MARK}"),
]

# What forbids.
FORBIDS = {
    "zh": re.compile(
        r"(?<![要需也])不要(?!紧|命)|(?<![识級级个類类特特区區分辨性鉴派差告道送也])别(?![的人处處家名国國种样致称墅扭针管])|切勿|请勿|勿|切忌|不得(?!不|到|已)|禁止|严禁|(?<!拿)不准(?![，。、；]|$|的|确)(?!，)|(?<![许拿])不许|绝不|绝对不|决不|从不|永远不|千万(?=不|别)|不应该?|不该|不必|(?<!也)不用(?!了)|(?<!能)不能(?![超高少低大多]|不)|不可(?!能|靠|逆|撤|信|见|疑|避|用)|不给(?!你)|不写|不发(?!货)|不填"
    ),
    "en": re.compile(r"\b(?:do(?:es)? not(?! (?:know|recogni|matter|count))|never|must not|should not|shall not|may not|cannot|can not|need not|not to|avoid|refuse)\b|\b(?:take|send|give|use|install|trust|pay|type|add|share|open|sell|enter|tell) (?:no|none|nothing|nobody)\b|\b(?:do|does|must|should|ca|need|wo)n['’]t\b|\b(?:don|can)t\b", re.IGNORECASE),
}
# What says that something does not happen: it asks for any negative at all.
DENIES = {
    "zh": re.compile(r"(?<=[撤找收登转退补查拿挡连进解改追看防冻认打])不[回上出开走住进]|(?<![能是要点收用写发])不[点写发填输截回信交说搜借找碰理装从靠认影]|(?<!能)不能(?![超高少低大多])|(?<=也)别|从来不"),
    "en": re.compile(r"\b(?:will not|would not|nobody|not (?:from|by))\b|\bwo(?:uld)?n['’]t\b", re.IGNORECASE),
}
# What may answer it: another negative, or a word that has one in it.
IDIOMS = re.compile(
    r"([能是要有会可许该准看来])[不没]\1|做没做|不同|不管|不论|无论|不过|不但|不仅|不断|不久|不少|不妨|(?<=[识特级类区分个性])别|别[的人处家名称种]|没事|非常|未来|不一定|说不定|差不多|不如|不然|不一样|不安全|不错|停在|待确认"
)
NEGATIVE = {
    "zh": re.compile(r"[不没未无别勿非莫]|[拒停避防禁丢错缺]|失败|免得|以免|顺延|陌生|少了|才|解绑"),
    "en": re.compile(
        r"\b(?:not|never|no|none|nobody|nothing|nowhere|without|cannot|cant|dont|neither|nor|avoid\w*|refus\w*|declin\w*|reject\w*|fail\w*|un(?!i|der|til|less|lock)\w+|in(?:valid|correct)|missing|wrong\w*|ignore|hang up|beware|forbid\w*|except|unless|"
        r"instead of|rather than|out of|clear of|away from|other than|letter by letter|every (?:letter|digit)|stay(?:ed)? logged in|final|paused|secret|leave .{0,40}(?:out|on|alone|where|untouched)|keep .{0,60}(?:out of|in the finder|old|open|shut|closed)|identical|otherwise|too (?:low|little|much|many)|no-one|less than|before you|stop\w*|last thing|lost|gone|block\w*|stuck|locked out|differ\w*|too)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}
SENTENCE = {"zh": re.compile(r"[^。！？；\n]*[。！？；”）]*\n?"), "en": re.compile(r"(?:[^.!?;\n]|[.](?=\w|…))*[.!?;\")]*\s*")}
MEND = "Forbid it in both languages, or in neither."
# A sentence of one language may be two of the other
BEADS = [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (0, 1), (1, 0)]


def sentences(text: str, code: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in SENTENCE[code].finditer(text) if match[0].strip()]


def aligned(left: list[tuple[int, str]], right: list[tuple[int, str]], same: Callable[[str, str], float]) -> list[tuple[list, list]]:
    """The sentences that correspond, in order: by their length and by what both mention."""
    total = [sum(len(text) for _, text in part) or 1 for part in (left, right)]
    ratio = total[1] / total[0]
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            for a, b in BEADS:
                if (i - a, j - b) not in best or (i, j) == (0, 0):
                    continue
                x = "".join(text for _, text in left[i - a : i])
                y = "".join(text for _, text in right[j - b : j])
                long, short = max(len(x) * ratio, len(y)), min(len(x) * ratio, len(y))
                cost = best[i - a, j - b][0] + (long - short) / (long + 20) * (a + b) / 2 + 0.3 * (a + b - 2 if a and b else 3) - same(x, y)
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = cost, (a, b)
    pairs = []
    i, j = len(left), len(right)
    while i or j:
        a, b = best[i, j][1]
        pairs.append((left[i - a : i], right[j - b : j]))
        i, j = i - a, j - b
    return pairs[::-1]


def shared(content: Content) -> Callable[[str, str], float]:
    """How much two sentences mention in common: terms and Latin names."""
    names = {term.name(code).lower(): term.id for term in content.terms.terms for code in ("zh", "en")}
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))

    @functools.lru_cache(maxsize=65536)
    def mentions(text: str) -> frozenset:
        found = {names[word] for word in pattern.findall(text.lower())}
        forbids = ["forbids"] * any(pattern.search(text) for pattern in FORBIDS.values())
        return frozenset({*forbids, *found, *(word.lower() for word in re.findall(r"[A-Z]\w*[A-Z]\w*|\d+", text)), *(["["] * ("[" in text)), *(['"'] * bool(re.search('["“]', text)))})

    def same(x: str, y: str) -> float:
        a, b = mentions(x), mentions(y)
        return 0.4 * len(a & b) - 0.1 * len(a ^ b)

    return same


def check(source: Source) -> Iterator[Problem]:
    if not source.content:
        return
    same = shared(source.content)
    for page_, other, mine, theirs in counterparts(source.content):
        codes = (page_.code, other.code)
        if not any(set_[code].search(unit.text) for set_ in (FORBIDS, DENIES) for code, unit in zip(codes, (mine, theirs))):
            continue
        left, right = sentences(mine.text, codes[0]), sentences(theirs.text, codes[1])
        pairs = aligned(left, right, same) if len(left) > 1 or len(right) > 1 else [(left, right)]
        texts = [["".join(text for _, text in part) for part in pair] for pair in pairs]
        for side, (code, answer) in enumerate((codes, codes[::-1])):
            spare = [_negatives(pair[1 - side], answer) - _negatives(pair[side], code) for pair in texts]
            for n, (x, y) in enumerate(pairs):
                text = texts[n][side]
                forbids = FORBIDS[code].search(text) or DENIES[code].search(text)
                if not forbids or _negatives(texts[n][1 - side], answer) >= max(1, len(FORBIDS[code].findall(text))):
                    continue
                if sum(spare) >= 0 and any(more > 0 for more in spare[max(0, n - 1) : n + 2]):
                    continue  # its answer stands in the sentence before or after
                line = theirs.at(y[0][0]) if y else theirs.line
                if side:
                    yield Problem(other.path, line, f'"{forbids[0]}"', f"nothing negative, as in {page_.path}:{mine.line}", MEND)
                else:
                    yield Problem(other.path, line, "nothing negative", f'what says "{forbids[0]}", as {page_.path}:{mine.at(x[0][0])} does', MEND)


def _negatives(text: str, code: str) -> int:
    return len(NEGATIVE[code].findall(IDIOMS.sub("", text)))
