"""No contact is written out: e-mail, address of the web, handle and phone number come from the facts, by key.

Whoever pastes a "support" handle into an article sends readers to a scammer, who knows how to write it: spelled out,
with gaps, in code, in the title of a link. So a text is read as plain.py reads it."""

import re
from collections.abc import Iterator, Sequence

from scripts.checks.lib import MARK, File, Problem, Source, page, safety
from scripts.checks.lib.hosts import FILES, HOST
from scripts.checks.lib.patterns import table
from scripts.checks.lib.plain import plainly
from scripts.checks.lib.sentences import is_value_of_a_fact
from scripts.content.markdown import CODE, MARKUP, TARGET, TEXT

ID, NAME, SEVERITY = "CON001", "literal-contacts", "error"
ABOUT_ZH = "读者看得到的文字里不写任何联系方式，拆开、换写法也不行：邮箱、网址、账号、电话都用事实的键。"
ABOUT_EN = "No contact is written out, however it is disguised: e-mail, web address, handle and phone number are facts."
EXAMPLES = [
    page(zh="App 版本如 1.2.34，金额 1000 USDT，2026 年 3 月 5 日 14:00，等 10 分钟。",
         en="Write to {{ support.email.address }}. It is 3 of 12 words; look at 2026-01-31 and 10 000 000 units."),
    page(zh=f"上 wallet-help.com 看看。{MARK}\n\n拨打 400-123-4567。{MARK}",
         en=f"````\n```\n````\n\nMessage @wallet_help.{MARK}\n\n"
         f"<!-- @wallet_help -->\n\n[Contact support](https://t.me/x){MARK}"),
    page(front={"questions": f"questions:\n  - is help@wallet.test real{MARK}"}),
    page(zh=f"加 wx: wallet88。{MARK}\n\n客服 QQ 12345678。{MARK}\n\n一三八零零一三八零零零{MARK}\n\n"
         f"在 wallet 点 com{MARK}\n\n看[充值](a.md \"微信：wallet88\")。{MARK}\n\n看 `＠wallet_help`。{MARK}",
         en=f"Call +65 6123 4567.{MARK}\n\n1 3 8 0 0 1 3 8 0 0 0{MARK}\n\nJoin t[.]me/x.{MARK}\n\nhelp (at) wallet "
         f"(dot) net{MARK}\n\nSee wallet.support.{MARK}\n\n**help**@wallet.test{MARK}"),
    safety(zh=f"只信微信 wallet88。{MARK}", en=f"Trust +65 6123 4567 alone.{MARK}"),
]  # fmt: skip

MESSENGER = (
    "we ?chat|wx|vx|v信|微信|薇信|威信|企鹅|扣扣|qq|telegram|tg|电报|飞机|whats ?app|skype|kakao ?talk|viber"
    "|line(?= ?id)|twitter|推特|微博|公众号"
)
NAMED = rf"(?<![A-Za-z])(?:{MESSENGER})\s?(?:(?:id|号码?|群|账号|帐号|number|group|no\.?|name|handle)\s?)*\s*"
CONTACTS = table(rf"""
an e-mail address :: [\w.+-]+@[\w-]+(\.[\w-]+)+ :: help@wallet.test
a web address :: \b(?:https?:|ftp:|www\.)[^\s<>()\[\]"'，。；、）」]+ :: https://wallet.test
a handle :: (?<![A-Za-z0-9_@.])@[A-Za-z]\w{{2,}} :: @wallet_help
a name in a messenger :: {NAMED}[:：=]\s*@?[A-Za-z0-9][\w.-]{{3,}} :: wx: wallet88
a number in a messenger :: {NAMED}(?:是|is|加|\+)?\s*(?:@?[A-Za-z][A-Za-z-]*[\d_][\w-]*|
    \d[\d -]{{3,}}\d) :: QQ 123456
a short phone number :: (?:\b(?:call|dial|phone|hotline)|拨打?|致电|热线|电话)\s?[:：]?\s?\d{{3,6}}(?![\d%]|
    \s?[个次小分秒天年月]) :: 拨打 95588
a phone number :: (?<![\w.])\+?\(?\d(?:[ .()/_·•*-]{{0,3}}\d){{6,14}}(?![\w%]|\.\d) :: 400-123-4567""")
DATE = re.compile(r"(?<!\d)20\d\d[-/.]\d\d?[-/.]\d\d?(?!\d)")
AMOUNT = re.compile(r"(?:\d{1,3}(?: \d{3})+|\d+) ?(?:[A-Z]{3,5}\b|(?:unit|coin|token|dollar)s?\b|[个元笔枚])")
# Wherever it stands, in a link's target too.
MESSENGERS = table(r"""
a chat :: \b(?:(?:t|telegram|wa|m|line|signal)\.me|(?:api|chat)\.whatsapp\.com|discord\.gg)/\S+ :: t.me/x
a profile :: \b(?:x|twitter|facebook|instagram|weibo|youtube)\.com/\S+ :: x.com/wallet
a scheme :: \b(?:mailto|tel|sms|tg|whatsapp|weixin):[^\s)]+ :: tel:110""")
# What has a dot in its middle and is no host.
NO_HOST = re.compile(r"(?:^|\.)(?:js|net)$|^(?:e\.g|i\.e|a\.m|p\.m)$|\.(?:apk|exe|ipa)$", re.IGNORECASE)
TITLE = re.compile(r"""\s["'(](.*)["')]\s*\)$""")
EXPECTED = "a contact by its key, such as {{ support.email.address }}"
MEND = "Take it out of the text."


def check(source: Source) -> Iterator[Problem]:
    """What readers see and type, titles of links and code too; of messengers, also where links lead."""
    for file in source.texts:
        lines = set()  # one finding a line
        for text, places, whole in _shown(file):
            plain = plainly(text)
            found = _contact(plain.text) if whole else None
            if not found and (chat := MESSENGERS.search(plain.text)):
                found = "a contact", chat.start(), chat[0]
            if found and (place := places[plain.offsets[found[1]]])[0] not in lines:
                lines.add(place[0])
                yield file.problem(place, f'{found[0]}, "{found[2].strip()}"', EXPECTED, MEND)


Shown = tuple[str, Sequence[tuple[int, int]], bool]  # text, place of each character, whether readers see it


def _shown(file: File) -> Iterator[Shown]:
    for number, line in file.questions:
        yield line, [(number, column + 1) for column in range(len(line))], True
    for block in file.units:
        if is_value_of_a_fact(file, block.section):
            continue
        kept = [place for place, kind in enumerate(block.kinds) if kind != MARKUP and block.raw[place] != "`"]
        text = "".join(block.raw[place] if block.kinds[place] in TEXT + CODE else " " for place in kept)
        yield text, [block.places[place] for place in kept], True
        for match in re.finditer(f"{TARGET}+", block.kinds) if TARGET in block.kinds else ():
            target, places = block.raw[slice(*match.span())], block.places[slice(*match.span())]
            yield target, places, False
            if title := TITLE.search(target):
                yield title[1], places[title.start(1) :], True


def _contact(text: str) -> tuple[str, int, str] | None:
    """The first contact of a text: what it is, where, and as it reads."""
    text = AMOUNT.sub(lambda match: " " * len(match[0]), DATE.sub(lambda match: " " * len(match[0]), text))
    if match := CONTACTS.search(text):
        return CONTACTS.name(match), match.start(), match[0]
    hosts = (match for match in HOST.finditer(text) if not FILES.search(match[0]) and not NO_HOST.search(match[0]))
    return next((("a domain", match.start(), match[0]) for match in hosts), None)
