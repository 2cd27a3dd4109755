"""A section that has changed in one language since somebody read both together, and not in the other.

docs/_data/accepted.yml holds, for each section that was read, a fingerprint of each language's words. What changed is told
from the words, not from dates: a typo mended, a line broken or a synonym is no change; a sentence or a "not" more is, and
so is a word that another replaced which means something else (after for before). `make accept` writes the file.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.content import Content, Page, Problem
from scripts.content.articles import HEADING_ID, ArticleFront
from scripts.content.source import parse_yaml, read_text

from .rule import MARK, Example, Source, page

ID = "PAR007"
NAME = "stale-translation"
ABOUT = {
    "zh": "一种语言的某一节改了意思，另一种语言也要改；两边都读过，用 make accept 记下。",
    "en": "When a section changes in one language, so does the other; once somebody has read both, make accept notes it.",
}

FILE = "accepted.yml"
HEAD = """\
# Which sections somebody has read in both languages together, and a fingerprint of what they said then.
#
# Nobody edits this file: `make accept ARTICLE=deposit-not-arrived` writes it. "top" is title, description and what stands
# before the first heading.
"""
BITS = 512
CHANGED = 5  # words (English) or characters (Chinese) gained and lost, from which a section counts as changed
TOUCHED = 1  # and from which the other language counts as changed with it

# Words that exclude each other: where one goes and another comes, the meaning is another.
TELLING = {
    "zh": "充值|提现|转入|转出|转账|助记词|私钥|密码|验证码|地址|[之以]前|[之以]后|前|后|先|再|大于|小于|多于|少于|高于|低于|至少|最多|开启|关闭|打开|关掉|全部|部分|所有|必须|可以|能|第一|第二|第三|你的|我们|他们|付款方|收款方|收到|发出|发送|收款|付款|退回|成功|失败|待确认|手机|邮箱|短信|平台|钱包|银行|网络|代币|手续费|USDT|USDC|TRX|ETH|BTC|BNB|TRON|Ethereum",
    "en": r"\b(?:deposit|withdraw|transfer|recovery phrase|private key|password|code|address|before|after|until|first|second|third|last|your|our|their|more|less|fewer|higher|lower|larger|smaller|least|most|turn on|turn off|open|close|all|some|every|must|can|may|receiv|recipient|sen[dt]|success|fail|pending|phone|e-mail|text message|platform|wallet|bank|network|token|fee|USDT|USDC|TRX|ETH|BTC|BNB|TRON|Ethereum)",
}
TELLING_BITS = 128

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
WORDS = {"zh": re.compile(r"[\u3400-\u9fff]|[a-zA-Z0-9]+"), "en": re.compile(r"[a-z0-9']+")}
# Words that turn or limit what a sentence says.
NEGATIONS = {"zh": re.compile(r"[不别没无未勿只仅]"), "en": re.compile(r"\b(?:not|never|no|cannot|nobody|nothing|none|without|only)\b|n't")}


def fingerprint(code: str, text: str) -> str:
    """How many negations and words there are; which words occur, a bit for each; and how often each telling word does. In
    hexadecimal, in groups, so as not to look like a hash or a key."""
    text = HEADING_ID.sub("", COMMENT.sub("", text.lower()))
    words = WORDS[code].findall(text)
    telling = _bits((f"{word} {n}" for word, count in _telling(code, text).items() for n in range(count)), TELLING_BITS)
    return f"{len(NEGATIONS[code].findall(text))}-{len(words)}-{_bits(words, BITS)}-{telling}"


def _bits(words: Iterable[str], size: int) -> str:
    bits = 0
    for word in words:
        bits |= 1 << zlib.crc32(word.encode()) % size
    return ".".join(re.findall(".{16}", f"{bits:0{size // 4}x}"))


def _telling(code: str, text: str) -> Counter[str]:
    return Counter(re.findall(TELLING[code], text, re.IGNORECASE))


def distance(before: str, after: str) -> int:
    """How many words two fingerprints do not share, or one has more. Another number of negations is a change by itself, and
    so is a telling word for another."""
    (negations, count, words, telling), (negations_after, count_after, words_after, telling_after) = (
        [int(number, base) for number, base in zip(text.replace(".", "").split("-"), (10, 10, 16, 16))] for text in (before, after)
    )
    exchanged = telling & ~telling_after and telling_after & ~telling
    more = max((words ^ words_after).bit_count(), abs(count - count_after))
    return more + (CHANGED if negations != negations_after or exchanged else 0)


def sections(article: Page) -> dict[str, tuple[int, str]]:
    """The sections of a page by anchor, each with the line of its heading and its text; "top" is what stands before."""
    lines = article.body.split("\n")
    starts = [(heading.anchor or "", heading.line) for heading in article.headings if heading.level == 2]
    found = {"top": (article.located.line(("title",)), f"{article.front.title}\n{article.front.description}\n")}
    ends = [line for _, line in starts[1:]] + [article.body_line + len(lines)]
    first = starts[0][1] if starts else ends[-1]
    found["top"] = (found["top"][0], found["top"][1] + "\n".join(lines[: first - article.body_line]))
    for (anchor, line), end in zip(starts, ends):
        found[anchor] = (line, "\n".join(lines[line - article.body_line : end - article.body_line]))
    return found


def _example(code: str, addition: str = "", mark: str = "", replaced: tuple[str, str] = ("", "")) -> Example:
    """An article that was accepted, and then got `addition` in one language, or one word for another."""
    body = {"zh": "## 查一查 {#check}\n\n付款之前看余额。", "en": "## Look {#check}\n\nLook at the balance before you pay."}
    accepted = {key: fingerprint(key, text) for key, text in body.items()}
    other = "en" if code == "zh" else "zh"
    body[code] = body[code].replace(*replaced) + addition
    body[other] = body[other].replace("}", "}" + mark)
    record = f"{HEAD}deposits/example/:\n  check: {{zh: {accepted['zh']}, en: {accepted['en']}}}\n"
    return Example(page(**{key: text + "\n\n## End {#end}\n\n{{ SAFE-1 }}" for key, text in body.items()}).files | {f"docs/_data/{FILE}": record})


EXAMPLES = [
    _example("zh"),
    _example("en", " Then wait."),
    _example("en", " Never send the same payment a second time before you have looked it up.", MARK),
    _example("zh", "区块浏览器上查到了，就把交易哈希发给收款的平台。", MARK),
    _example("zh", "不。", MARK),
    _example("en", mark=MARK, replaced=("before", "after")),
    _example("zh", mark=MARK, replaced=("之前", "之后")),
    _example("en", replaced=("Look at", "Check")),
]


def check(source: Source) -> Iterator[Problem]:
    if not source.content or not source.docs or not (source.docs / "_data" / FILE).exists():
        return
    accepted = _read(source.docs)
    first, *others = (language.code for language in source.content.languages)
    for article in source.content.articles(first):
        for other in others:
            yield from _compare(article, source.content.pages[other, article.address], accepted.get(article.address, {}))


def _compare(one: Page, two: Page, accepted: dict[str, dict[str, str]]) -> Iterator[Problem]:
    ones, twos = sections(one), sections(two)
    for anchor in ones.keys() & twos.keys() & accepted.keys():
        moved = {page.code: distance(accepted[anchor][page.code], fingerprint(page.code, parts[anchor][1])) for page, parts in ((one, ones), (two, twos))}
        for page, parts, other, others in ((one, ones, two, twos), (two, twos, one, ones)):
            if moved[other.code] >= CHANGED and moved[page.code] < TOUCHED:
                mend = f"Say it here too; or, if both say the same already: make accept ARTICLE={page.slug} SECTION={anchor}"
                yield Problem(page.path, parts[anchor][0], f'"{anchor}" as it was', f"the change of {other.path}:{others[anchor][0]}", mend)


def unread(source: Source) -> list[tuple[Page, str]]:
    """The sections that nobody has accepted as they are: new ones, and those changed in both languages."""
    accepted = _read(source.docs)
    found = []
    first, *others = (language.code for language in source.content.languages)
    for article in source.content.articles(first):
        for anchor, (_, text) in sections(article).items():
            record = accepted.get(article.address, {}).get(anchor)
            if not record or distance(record[first], fingerprint(first, text)) >= CHANGED:
                found.append((article, anchor))
    return found


def accept(content: Content, docs: Path, slug: str | None, anchor: str | None = None) -> str:
    """The new text of accepted.yml: one article's sections as they are now, or one of them; all with slug None."""
    records = _read(docs)
    for address in {page.address for page in content.pages.values() if isinstance(page.front, ArticleFront) and slug in (None, page.slug)}:
        pages = {language.code: sections(content.pages[language.code, address]) for language in content.languages}
        kept = records.get(address, {}) if anchor else {}
        shared = set.intersection(*(set(parts) for parts in pages.values()))
        for name in next(iter(pages.values())):
            if name in shared and anchor in (None, name):
                kept[name] = {code: fingerprint(code, parts[name][1]) for code, parts in pages.items()}
        records[address] = kept
    lines = [HEAD.rstrip("\n")]
    for address in sorted(records):
        lines.append(f"{address}:")
        for name, prints in records[address].items():
            lines.append(f"  {name}: {{{', '.join(f'{code}: {value}' for code, value in prints.items())}}}")
    return "\n".join(lines) + "\n"


def _read(docs: Path) -> dict[str, dict[str, dict[str, str]]]:
    file = docs / "_data" / FILE
    if not file.exists():
        return {}
    path = f"docs/_data/{FILE}"
    text = read_text(file, path)
    return parse_yaml(text, path).data if re.search(r"^\w", text, re.MULTILINE) else {}
