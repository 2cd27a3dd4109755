"""No contact is written out: e-mail, address of the web, handle and phone number come from the facts, by key.

Whoever pastes a "support" handle into an article sends readers to a scammer."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.patterns import table
from scripts.content.markdown import CODE, FENCED, HTML, MARKUP, TARGET, TEXT

ID, NAME, SEVERITY = "CON001", "literal-contacts", "error"
ABOUT_ZH = "正文里不写任何联系方式：邮箱、网址、账号、电话都用事实的键。"
ABOUT_EN = "No contact is written out: e-mail, web address, handle and phone number come from the facts, by key."
EXAMPLES = [
    page(zh="App 版本如 1.2.34，金额 1000 USDT。", en="Write to {{ support.email.address }}."),
    page(zh=f"上 wallet-help.com 看看。{MARK}\n\n拨打 400-123-4567。{MARK}",
         en=f"````\n```\n````\n\nMessage @wallet_help.{MARK}\n\n"
         f"<!-- @wallet_help -->\n\n[Contact support](https://t.me/x){MARK}"),
    page(front={"questions": f"questions:\n  - is help@wallet.test real{MARK}"}),
]  # fmt: skip

CONTACTS = table(r"""
an e-mail address :: [\w.+-]+@[\w-]+(\.[\w-]+)+ :: help@wallet.test
a web address :: \b(?:https?://|www\.)[^\s<>()\[\]"'，。；、）」]+ :: https://wallet.test
a domain :: \b(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|app|xyz|cn|co|info|top|vip|pro|cc|finance|link|site|
    online)\b :: wallet.com
a handle :: (?<![\w@])@[A-Za-z]\w{2,} :: @wallet_help
a phone number :: (?<![\w.])(?:\+\d{1,3}[ -]?)?(?:\(?\d{3,4}\)?[ -]?){2}\d{3,4}(?!\w|\.\d)|\b(?:400|800|
    95\d)-?\d{3,} :: 400-123-4567""")
# Wherever it stands, in a link's target too.
MESSENGERS = table(r"""
a chat :: \b(?:(?:t|telegram|wa|m|line|signal)\.me|(?:api|chat)\.whatsapp\.com|discord\.gg)/\S+ :: t.me/x
a profile :: \b(?:x|twitter|facebook|instagram|weibo|youtube)\.com/\S+ :: x.com/wallet
a scheme :: \b(?:mailto|tel|sms|tg|whatsapp|weixin):[^\s)]+ :: tel:110""")
EXPECTED = "a contact by its key, such as {{ support.email.address }}"


def check(source: Source) -> Iterator[Problem]:
    """What readers see and type; of messengers, everything but comments and keys."""
    for file in source.pages():
        shown = [*file.spoken, *file.questions]
        whole = dict([*shown, *file.document.view(TEXT + MARKUP + TARGET + HTML + CODE + FENCED)])
        for number, text in [*shown, *file.document.view(TEXT + MARKUP)]:
            kind, match = "a contact", MESSENGERS.search(whole[number])
            if contact := CONTACTS.search(text):
                kind, match = CONTACTS.name(contact), contact
            if match:
                found = f'{kind}, "{match[0]}"'
                yield Problem(file.path, number, found, EXPECTED, "Take it out of the text.", match.start() + 1)
