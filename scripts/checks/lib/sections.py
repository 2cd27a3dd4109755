"""The sections of a page, and fingerprints by which one tells whether a section still says what it said.

A typo mended, a line broken or a synonym is no change; a sentence or a "not" more is, and so is "after" for "before".
"""

import re
import zlib
from collections.abc import Iterable

from scripts.content import Page
from scripts.content.markdown import ANCHOR, CODE, FENCED, HTML, KEY, MARKUP, TARGET, TEXT

from .patterns import table

CHANGED = 5  # words (English) or characters (Chinese) gained and lost, from which a section counts as changed
READ = TEXT + MARKUP + CODE + FENCED + TARGET + KEY + ANCHOR + HTML  # all but comments
BITS, TELLING_BITS = 512, 128

# Words that exclude each other: where one goes and another comes, the meaning is another. Of two that begin alike, the
# first counts. A new one changes the fingerprints of the sections that hold it.
COINS = "USDT|USDC|TRX|ETH|BTC|BNB|TRON|Ethereum"
CHINESE = table(f"""
事情 :: 充值|提现|转入|转出|转账|助记词|私钥|密码|验证码|地址                               :: 先看{{}}。
先后 :: 之前|以前|之后|以后|前|后|先|再                                                     :: 付款{{}}看余额。
多少 :: 大于|小于|多于|少于|高于|低于|至少|最多|开启|关闭|打开|关掉                         :: {{}}一笔
范围 :: 全部|部分|所有|必须|可以|能|第一|第二|第三|你的|我们|他们|付款方|收款方             :: {{}}看
收发 :: 收到|发出|发送|收款|付款|退回|成功|失败|待确认                                      :: 状态是{{}}。
东西 :: 手机|邮箱|短信|平台|钱包|银行|网络|代币|手续费|{COINS}                              :: 看{{}}。
""")
ENGLISH = table(f"""
what   :: deposit|withdraw|transfer|recovery phrase|private key|password|code|address       :: the {{}}
order  :: before|after|until|first|second|third|last|your|our|their                         :: Look {{}} way.
amount :: more|less|fewer|higher|lower|larger|smaller|least|most|turn on|turn off|open|close :: {{}} it.
extent :: all|some|every|must|can|may|receiv|recipient|send|sent|success|fail|pending       :: It is {{}}.
thing  :: phone|e-mail|text message|platform|wallet|bank|network|token|fee|{COINS}          :: Look at {{}}.
""")
TELLING = {"zh": re.compile(CHINESE.pattern, re.IGNORECASE), "en": re.compile(rf"\b{ENGLISH.pattern}", re.IGNORECASE)}
WORDS = {"zh": re.compile(r"[\u3400-\u9fff]|[a-zA-Z0-9]+"), "en": re.compile(r"[a-z0-9']+")}
# Words that turn or limit what a sentence says.
NEGATIONS = {
    "zh": re.compile(r"[不别没无未勿只仅]"),
    "en": re.compile(r"\b(?:not|never|no|cannot|nobody|nothing|none|without|only)\b|n't"),
}


def sections(page: Page) -> dict[str, tuple[int, str]]:
    """The sections of a page by anchor, each with the line of its heading and its text, without comments.
    "top" is title, description and what stands before the first heading."""
    heads = {heading.line: heading.anchor or "" for heading in page.document.headings if heading.level == 2}
    lines = [page.front.title, page.front.description]
    found = {"top": (page.located.line(("title",)), lines)}
    for number, text in page.document.view(READ):
        if number in heads:
            lines = []
            found[heads[number]] = (number, lines)
        lines.append(text)
    return {anchor: (line, "\n".join(held)) for anchor, (line, held) in found.items()}


def fingerprint(code: str, text: str) -> str:
    """How many negations and words there are; which words occur, a bit for each; and how often each telling word does.
    In hexadecimal, in groups, so as not to look like a hash or a key."""
    text = text.lower()
    words, told = WORDS[code].findall(text), TELLING[code].findall(text)
    telling = _bits((f"{word} {told[:place].count(word)}" for place, word in enumerate(told)), TELLING_BITS)
    return f"{len(NEGATIONS[code].findall(text))}-{len(words)}-{_bits(words, BITS)}-{telling}"


def _bits(words: Iterable[str], size: int) -> str:
    bits = 0
    for word in words:
        bits |= 1 << zlib.crc32(word.encode()) % size
    return ".".join(re.findall(".{16}", f"{bits:0{size // 4}x}"))


def distance(before: str, after: str) -> int:
    """How many words two fingerprints do not share, or one has more. Another number of negations is a change by itself,
    and so is a telling word for another."""
    old, new = (fingerprint.replace(".", "").split("-") for fingerprint in (before, after))
    words, telling, telling_after = int(old[2], 16) ^ int(new[2], 16), int(old[3], 16), int(new[3], 16)
    exchanged = telling & ~telling_after and telling_after & ~telling
    more = max(words.bit_count(), abs(int(old[1]) - int(new[1])))
    return more + (CHANGED if old[0] != new[0] or exchanged else 0)
