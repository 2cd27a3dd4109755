"""No sentence asks the reader for a recovery phrase, private key, password or code: that teaches to obey scammers."""

import re
from collections.abc import Iterator
from types import ModuleType

from scripts.checks.lib import MARK, Problem, Source, data, page, secrets_en, secrets_zh
from scripts.checks.lib.secrets_en import blank
from scripts.checks.lib.sentences import Said, sentences

ID, NAME, SEVERITY = "SEC001", "secret-request", "error"
ABOUT_ZH = "不叫读者把助记词、私钥、密码、验证码交给任何人，也不叫他填到 App 以外的地方。"
ABOUT_EN = "Nobody is asked to give away a recovery phrase, private key, password or code, or to enter it elsewhere."
EXAMPLES = [
    page(zh="助记词谁要都不给。要你发助记词的都是骗子。在正版 App 里输入助记词，导入钱包。输入短信收到的验证码。"
         "不要把私钥发给任何人，也不要填到网页里。\n\n| 对方做什么 | 说明 |\n| --- | --- |\n| 领奖要填助记词 | 骗局 |",
         en="Never give anyone your recovery phrase. Anyone who asks you to send a private key is a scammer. Import "
         "your recovery phrase in the genuine app. Enter the verification code on the log-in page. Do not\nsend "
         "your password to us.\n\n| What they do | Why |\n| - | - |\n| To claim, you type a private key | Theft |"),
    page(zh=f"请提供**私钥**，我们来查。{MARK}\n\n先抄下助记词。再把它发给客服。{MARK}\n\n客服会要验证码。{MARK}",
         en=f"If nothing works, please provide your **private key**.{MARK}\n\nOur support will ask for your code.{MARK}"
         f"\n\nVerify your wallet by entering your seed phrase on our website.{MARK}"),
    page(zh=f"1. 截图助记词，上传到表单。{MARK}\n2. 等。",
         en=f"1. Photograph your backup codes and upload them.{MARK}\n2. Wait.\n\nNever share your private key with "
         f"anyone except our support.{MARK}"),
    page(zh=f"````\n```\n````\n\n把`助记词`发给客服。{MARK}\n\n<!-- 把助记词发给客服。 -->",
         en=f"~~~\n```\n~~~\n\n1. Send support:\n   - the hash\n   - your password{MARK}"),
    data(safety=f"SAFE-1:\n  zh: 不要给。\n  en: >-\n    Send your\n    private key to us.{MARK}\n"),
    page(front={"description": f"description: Enter your 12 words below to verify your wallet.{MARK}"}),
]  # fmt: skip

# A page about restoring a wallet says once where that is done; its steps need not say it again.
GENUINE = re.compile(r"genuine app|import(?:ing)? (?:a|the|your) wallet|正版 ?App|导入钱包")
EXPECTED = "that secrets stay with the reader: entered in the genuine app alone, given to nobody"
MEND = "Take it out: support needs no secret. If this is about restoring a wallet, say it is done in the genuine app."


def check(source: Source) -> Iterator[Problem]:
    """Sentence by sentence, in either language: an English sentence in a Chinese page asks too."""
    for file in source.texts:
        genuine = GENUINE.search(file.text) is not None
        for said in sentences(file):
            found = (at for words in (secrets_en, secrets_zh) if (at := _asks(said, words, genuine)) is not None)
            if (at := next(found, None)) is not None:
                line, column = said.where[at]
                shown = f'a request for a secret, "{said.text.strip()[:80]}"'
                yield Problem(file.path, line, shown, EXPECTED, MEND, column)


def _asks(said: Said, words: ModuleType, genuine: bool) -> int | None:
    """Where a sentence tells its reader to give a secret away, or to type it outside the app; None if it does not.
    `words` says how the language does that: secrets_en.py, secrets_zh.py."""
    before, text = (words.NOT_SECRET.sub(blank, each) for each in (said.before, said.text))
    secrets: list[re.Match[str]] = list(words.SECRET.finditer(text))
    if not (secrets or words.SECRET.search(before)):
        return None
    refused = words.REFUSES.search(f"{said.heading}\n{said.lead}")
    # a question that asks for nothing, or what scammers say in a table or a list of it
    question = text.rstrip().endswith(("?", "？")) and not words.POLITE.match(text)
    if question or words.SCAM.search(said.rest) or (said.item and refused):
        return None
    at: int | None = words.sends_it(before, text)
    if at is not None:
        return at
    listed = words.LEAD_ASKS.search(said.lead) and not refused and not words.REFUSES.search(text)  # Send us: your code
    for secret in secrets:
        if words.told(text, secret, genuine) or words.needed(text, secret) or (listed and words.listed(text, secret)):
            return secret.start()
    return None
