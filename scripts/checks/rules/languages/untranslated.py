"""Every text is in its page's language: no English sentence on a Chinese page, no Chinese on an English one."""

import re
from collections.abc import Iterator, Sequence

from lunr.stop_word_filter import WORDS

from scripts.checks.lib import MARK, File, Problem, Source, page, safety
from scripts.checks.lib.names import NAMES

ID, NAME, SEVERITY = "PAR004", "untranslated", "error"
NEEDS = ("terms.yml",)
ABOUT_ZH = "每段文字都用本页的语言：中文页没有英文句子，英文页没有汉字。"
ABOUT_EN = "Every text is in its page's language: no English sentence on a Chinese page, no Chinese on an English one."
EXAMPLES = [
    page(zh="打开 TPWallet App，选 BNB Smart Chain (BEP-20) 网络。\n\n| 币 |\n| --- |\n| BNB Smart Chain |"),
    page(zh="提示“Enter the code we sent you”，就输入；也可能是 `invalid code for this user`。"),
    page(zh=f"Choose the network first.{MARK}", en=f"Open 充值 first.{MARK}"),
    page(zh=f"## What to do {{#do}}{MARK}\n\n1. 打开。\n2. Tap Withdraw, then enter amount.{MARK}"),
    page(front_en={"questions": f"questions:\n  - 怎么充值{MARK}", "title": f"title: 示例 article{MARK}"}),
    safety(zh=f"Never give anyone your password.{MARK}", en=f"Give nobody your 密码.{MARK}"),
    page(zh=f"看[What to do](deposit-crypto.md)。{MARK}", en="See [what to do](deposit-crypto.md)."),
    page(zh=f"1. 写：\n\n   ~~~~\n   My money is not here.{MARK}\n   ```\n   ~~~~\n\n<!-- what they do first -->"),
]

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〇]+")
QUOTED = re.compile(r"“[^”\n]*”|「[^」\n]*」|『[^』\n]*』|\"[^\"\n]*\"|https?://\S+")
WORD = r"[A-Za-z]+(?:['’][a-z]+)?"
RUN = re.compile(rf"{WORD}(?:[,;:]?\s{{1,2}}(?:{WORD}|\d+)){{2,}}")
WHOLE = re.compile(rf"(?<![\w-]){WORD}(?!-)(?<=\w\w)")
# The small words of English: what tells a sentence from a string of names.
SMALL = {
    *(WORDS - {"us"}),
    *"those never before until up out over under through without here each another same first next again now".split(),
    *"still already more less off those whose don't doesn't can't it's you're".split(),
}
# The words that stand alone in headings and cells.
PLAIN = set(
    "overview introduction summary example examples note notes tip tips warning question questions answer answers "
    "steps support deposit deposits withdraw withdrawal withdrawals address network account password amount fee fees "
    "balance wallet pending failed success successful confirmed status time reason problem transfer transaction "
    "security settings language help contact feedback related yes none always never sometimes optional required "
    "minimum maximum total result results method open tap click choose select check enter send wait copy save".split()
)
KEPT = {"App", "Memo", "Nonce", "Keystore"}  # what Chinese writes in Latin letters
NAME_LIKE = re.compile(r"[A-Z].*[A-Z]|^[a-z]+[A-Z]")
CODE = re.compile(r"\w+\(|[=_{}]|\b\w+\.\w+\b")
Places = Sequence[tuple[int, int]]  # line and column of each character
Spans = Sequence[tuple[int, int]]


def check(source: Source) -> Iterator[Problem]:
    ours = source.content is not None
    keep = [*source.content.terms.brand.keep_as_is] if source.content else []
    keep += [network.name.en for network in source.content.networks.values()] if source.content else []
    for file in source.texts:
        for text, places, labels, question in _texts(file, ours) if file.code else ():
            for word in keep:
                text = text.replace(word, " " * len(word))
            if file.code == "en":
                match, expected, mend = HAN.search(text), "English alone", "Translate it."
            else:
                match, expected = english(text, labels, question, ours), "Chinese"
                mend = "Translate it; put what a screen says in quotes."
            if match:
                line, column = places[match.start()]
                yield Problem(file.path, line, f'"{match[0].strip()}"', expected, mend, column)


def _texts(file: File, ours: bool) -> Iterator[tuple[str, Places, Spans, bool]]:
    """What a file says, with where it stands, its links' labels, and whether it is what readers type."""
    for number, line in file.questions:
        yield line, [(number, column + 1) for column in range(len(line))], [], True
    links = {(link.line, link.column): link.label for link in file.document.links if link.kind == "inline"}
    for block in file.units:
        if ours or block.kind != "template":  # other projects' are code
            # a label is in one language, whatever stands around it
            starts = [(place + 1, links[where]) for place, where in enumerate(block.places) if where in links]
            yield block.text, block.places, [(start, start + len(label)) for start, label in starts], False


def english(text: str, labels: Spans, question: bool, ours: bool) -> re.Match[str] | None:
    """The English in a Chinese text, if it is more than names."""
    text = QUOTED.sub(lambda match: " " * len(match[0]), text)
    for start, end in ((0, len(text)), *labels):
        for match in RUN.finditer(text, start, end):
            words = re.findall(WORD, match[0])
            # of what readers type, a few words are what a screen says
            if not CODE.search(match[0]) and (len(words) >= 5 or not question) and _is_said(words):
                return match
        piece = text[start:end]
        if not question and not HAN.search(piece) and not CODE.search(piece) and _is_alone(WHOLE.findall(piece), ours):
            return WHOLE.search(text, start, end)
    return None


def _is_said(words: list[str]) -> bool:
    """Whether words in a row are a sentence."""
    small = any(word.lower() in SMALL for word in words)
    lower = sum(word.islower() for word in words)
    named = any(map(NAME_LIKE.search, words))
    return (len(words) >= 4 and lower > (1 if small else 3)) or (small and lower > 1 and not named)


def _is_alone(words: list[str], ours: bool) -> bool:
    """Whether words with no Chinese beside them are no names. Other projects have more names (API Router, Pydantic)."""
    plain = sum(word.lower() in PLAIN or word.lower() in SMALL for word in words)
    lower = sum(word.islower() for word in words)
    named = any(NAME_LIKE.search(word) or word.lower() in NAMES or word in KEPT for word in words)
    likely = ours or (plain > 0 and 2 * lower >= len(words) > 1)
    return bool(words) and (plain == len(words) or (likely and not named))
