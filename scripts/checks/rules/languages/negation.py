"""What one language forbids, the other forbids too: a lost "not" turns a warning into advice."""

import functools
import re
from collections.abc import Callable, Iterator, Sequence

from scripts.checks.lib import MARK, Loaded, Problem, page, safety
from scripts.checks.lib.outline import counterparts
from scripts.checks.lib.patterns import table
from scripts.content import Content
from scripts.content.blocks import Sentence, sentences
from scripts.content.markdown import TEXT

ID, NAME, SEVERITY = "PAR005", "negation", "error"
NEEDS = ("terms.yml",)
ABOUT_ZH = "一种语言里写了不要做、不能做，另一种语言的同一步、同一格、同一段也要写。"
ABOUT_EN = "What a step, cell, item or paragraph forbids in one language, it forbids in the other."
EXAMPLES = [
    page(zh="1. 不要截图。\n2. 别退出，在那里换。", en="1. Take no screenshot.\n2. Stay logged in, change it there."),
    page(zh="没有人能恢复，能不能取消要看网络。", en="Nobody can restore it; whether you can cancel depends."),
    page(zh="识别假客服：别的人、特别急的人都要小心。", en="Spot fake support: watch out for others in a rush."),
    page(zh="1. 不要截图。\n2. 复制地址。", en=f"1. Take a screenshot.{MARK}\n2. Do not copy the address.{MARK}"),
    page(zh="| 谁 |\n| --- |\n| 切勿给助记词 |", en=f"| Who |\n| --- |\n| Give the phrase |{MARK}"),
    page(zh="不要卸载。没有备份，就先抄下来。", en=f"Uninstall it. If you have no backup, write it down first.{MARK}"),
    page(zh="验证码可以给客服。", en=f"You must not give codes to support.{MARK}"),
    page(zh="看余额：\n- 不要截图", en=f"Look at the balance:\n- Take a screenshot{MARK}"),
    page(zh="截图。<!-- 不要公开 --> 提示 `不要截图`。", en="Take a screenshot. It says `don't`."),
    safety(zh="谁要都不给。", en=f"Give it to those who ask.{MARK}"),
]

# What forbids: the other language has as many negatives.
_FORBIDS = {
    "zh": table(r"""
    do not :: (?<![要需也])不要(?!紧|命)                               :: 不要截图
    don't  :: (?<![识级个类特区分辨性鉴派差告道送也])别(?![的人处家名国种样致称墅扭针管]) :: 别退出
    words  :: 勿|切忌|禁止|严禁|绝不|绝对不|决不|从不|永远不|不应|不该|不必|不写|不填|不得(?![不到已])|
        (?<![许拿])不许|(?<!也)不用(?!了)|(?<!能)不能(?![超高少低大多不])|不可(?![能靠逆撤信见疑避用])|不给(?!你)|
        不发(?!货)                                                     :: {}做
    banned :: (?<!拿)不准(?![，。、；的确]|$)                          :: 不准截图
    """),
    "en": table(r"""
    do not :: do(?:es)? not(?! (?:know|recogni|matter|count))          :: Do not copy it.
    words  :: never|must not|should not|shall not|may not|cannot|can not|need not|not to|avoid|refuse|dont|
        cant                                                           :: You {} send it.
    none   :: (?:take|send|give|use|install|trust|pay|type|add|share|open|sell|enter|
        tell) no(?:ne|thing|body)?                                     :: Pay nobody.
    n't    :: (?:do|does|must|should|ca|need)n['’]t                    :: Don't copy it.
    """),
}
# What says that something does not happen: the other language has any negative at all.
_DENIES = {
    "zh": table(r"""
    nor    :: (?<=也)别|从来不                                         :: 也别问，从来不发
    fails  :: (?<=[撤找收登转退补查拿挡连进解改追看防冻认打])不[回上出开走住进] :: 转不出来
    is not :: (?<![能是要点收用写发])不[点写发填输截回信交说搜借找碰理装从靠认影] :: 不回消息
    """),
    "en": table(r"""
    will   :: will not|would not|nobody|not from|not by                :: {} it
    won't  :: wo(?:uld)?n['’]t                                         :: It won't go.
    """),
}
# What has a negative in it and says none.
IDIOMS = table(r"""
    whether :: ([能是要有会可许该准看来])[不没]\1                      :: 能不能取消
    words   :: 做没做|不同|不管|不论|无论|不过|不但|不仅|不断|不久|不少|不妨|没事|非常|未来|不一定|说不定|差不多|
        不如|不然|不一样|不安全|不错|停在                              :: {}的
    kinds   :: (?<=[识特级类区分个性])别|别[的人处家名称种]            :: 识别假客服
""")
# What may answer: another negative, or a word that has one in it.
_NEGATIVE = {
    "zh": table(r"""
    words :: 不|没|未|无|别|勿|非|莫|拒|停|避|防|禁|丢|错|缺|失败|免得|以免|顺延|陌生|少了|才|解绑 :: {}看
    """),
    "en": table(r"""
    words   :: not|never|no|none|nobody|nothing|nowhere|without|cannot|cant|dont|neither|nor|except|unless|otherwise|
        missing|ignore|hang up|beware|final|paused|secret|identical|last thing|lost|gone|stuck|locked out|too|
        instead of|rather than|out of|clear of|away from|other than|less than|before you|letter by letter|every letter|
        every digit|stay logged in|stayed logged in                                :: {} it
    stems   :: (?:avoid|refus|declin|reject|fail|forbid|wrong|stop|block|differ)\w*     :: It was rejected.
    un-     :: (?:un(?!i|der|til|less|lock)|in(?=valid|correct))\w+   :: It is unsafe.
    leave   :: leave .{0,40}(?:out|on|alone|where|untouched)           :: Leave it alone.
    keep    :: keep .{0,60}(?:out of|in the finder|old|open|shut|closed) :: Keep it shut.
    n't     :: \w+n['’]t                                               :: It isn't there.
    """),
}

_EDGES = {"zh": "", "en": r"\b"}  # English words are whole words
FORBIDS, DENIES, NEGATIVE = (
    {code: re.compile(f"{edge}{tables[code].pattern}{edge}", re.IGNORECASE) for code, edge in _EDGES.items()}
    for tables in (_FORBIDS, _DENIES, _NEGATIVE)
)
BEADS = [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (0, 1), (1, 0)]  # a sentence here may be two of the other
MEND = "Forbid it in both languages, or in neither."

Sentences = Sequence[Sentence]
Pairs = Sequence[tuple[Sentences, Sentences]]


def check(source: Loaded) -> Iterator[Problem]:
    same = shared(source.content)
    for page_, other, mine, theirs in counterparts(source):
        codes = page_.code, other.code
        units = list(zip(codes, (mine, theirs), strict=True))
        if not any(forms[code].search(unit.text) for forms in (FORBIDS, DENIES) for code, unit in units):
            continue
        pairs = aligned(list(sentences(mine, TEXT)), list(sentences(theirs, TEXT)), same)
        for word, (x, y) in _unanswered(pairs, *codes):
            line = y[0].where[0][0] if y else theirs.line
            expected = f'what says "{word}", as {page_.path}:{x[0].where[0][0]} does'
            yield Problem(other.path, line, "nothing negative", expected, MEND)
        for word, (x, _) in _unanswered([pair[::-1] for pair in pairs], *codes[::-1]):
            expected = f"nothing negative, as in {page_.path}:{mine.line}"
            yield Problem(other.path, x[0].where[0][0], f'"{word}"', expected, MEND)


def _unanswered(pairs: Pairs, code: str, answer: str) -> Iterator[tuple[str, tuple[Sentences, Sentences]]]:
    """What the first of each pair forbids, where the second says nothing negative."""
    counts = [(_negatives(_text(x), code), _negatives(_text(y), answer)) for x, y in pairs]
    spare = [theirs - ours for ours, theirs in counts]
    for n, pair in enumerate(pairs):
        forbidden = [match[0] for match in FORBIDS[code].finditer(_text(pair[0]))]
        denied = [match[0] for match in DENIES[code].finditer(_text(pair[0]))][:1]
        # its answer may stand in the sentence before or after
        near = sum(spare) >= 0 and any(more > 0 for more in spare[max(0, n - 1) : n + 2])
        if len(forbidden or denied) > counts[n][1] and not near:
            yield (forbidden or denied)[0], pair


def _negatives(text: str, code: str) -> int:
    return len(NEGATIVE[code].findall(IDIOMS.sub("", text)))


def _text(said: Sentences) -> str:
    return "".join(sentence.text for sentence in said)


def aligned(left: Sentences, right: Sentences, same: Callable[[str, str], float]) -> Pairs:
    """The sentences that correspond, in order: by their length and by what both mention."""
    ratio = len(_text(right)) / (len(_text(left)) or 1) or 1
    best: dict[tuple[int, int], tuple[float, Pairs]] = {(0, 0): (0.0, ())}
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            ways = []
            for a, b in (bead for bead in BEADS if (i - bead[0], j - bead[1]) in best):
                cost, pairs = best[i - a, j - b]
                pair = left[i - a : i], right[j - b : j]
                x, y = _text(pair[0]), _text(pair[1])
                short, long = sorted((len(x) * ratio, len(y)))
                cost += (long - short) / (long + 20) * (a + b) / 2 + 0.3 * (a + b - 2 if a and b else 3) - same(x, y)
                ways.append((cost, (*pairs, pair)))
            if ways:
                best[i, j] = min(ways, key=lambda way: way[0])
    return best[len(left), len(right)][1]


def shared(content: Content) -> Callable[[str, str], float]:
    """How much two sentences mention in common: terms, Latin names, figures, quotes, and whether they forbid."""
    names = {term.name(code).lower(): term.id for term in content.terms.terms for code in ("zh", "en")}
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))

    @functools.lru_cache(maxsize=65536)
    def mentions(text: str) -> frozenset[str]:
        found = [names[word] for word in pattern.findall(text.lower())]
        found += [word.lower() for word in re.findall(r"[A-Z]\w*[A-Z]\w*|\d+", text)]
        found += ["forbids"] * any(forbids.search(text) for forbids in FORBIDS.values())
        found += ['"'] * bool(re.search('["“]', text))
        return frozenset(found)

    def same(x: str, y: str) -> float:
        a, b = mentions(x), mentions(y)
        return 0.4 * len(a & b) - 0.1 * len(a ^ b)

    return same
