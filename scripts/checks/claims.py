"""What the operator has not confirmed: that it is licensed or insured, that something is free, that it pays for losses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "FCT002"
NAME = "claims"
ABOUT = {
    "zh": "持牌、受监管、有保险、免费、包赔这类话，只能是确认过的事实（用键），文章自己不说。",
    "en": "That TPWallet is licensed, regulated or insured, that something is free or that losses are paid for, is a confirmed fact with a key, or not said.",
}
EXAMPLES = [
    page(
        zh="自称持牌的，多半是骗子。这个帮助中心不知道它有没有保险。如果说免手续费，别信。到了持牌平台，按它的时间算。",
        en="Whoever says they are licensed may lie. We do not know whether funds are insured. Use a licensed platform. Is it free? Feel free to ask. A scammer says transfers are free.",
    ),
    page(zh=f"充值免手续费。{MARK}\n\n资金有保险。{MARK}\n\nTPWallet 受监管。{MARK}", en=f"Deposits are free.{MARK}\n\nYour funds are insured.{MARK}\n\nTPWallet is licensed.{MARK}"),
    page(zh=f"丢了我们赔。{MARK}\n\n损失由平台全额赔付。{MARK}", en=f"We will refund every loss.{MARK}\n\nTPWallet compensates you.{MARK}\n\nThe platform pays for stolen coins.{MARK}"),
    page(front_en={"description": f"description: Withdraw with no fees.{MARK}"}),
]

CLAIMS = {
    "en": re.compile(
        r"\b(?:is|are|fully)\s+(?:\w+ly\s+)?(?:licen[cs]ed|regulated|insured|audited|accredited)\b|\binsurance (?:covers|pays)\b|\binsured (?:by|up to|against)\b"
        r"|\b(?:is|are|always|completely)\s+free(?: of charge)?(?=[.,;]|\s*$)|\bfree of charge\b|\b(?:no|zero|without(?: any)?) (?:\w+ )?(?:fees?|charges?|commission)\b"
        r"|\b(?:we|TPWallet|the platform|support)(?:'ll| will| can| always| shall)?\s+(?:refunds?|compensates?|reimburses?|pays? (?:you |for |back ))",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?:持有?|有|拿到|获得?了?)[^，。]{0,6}(?:牌照|许可证)|持牌(?!的|平台|机构|公司|交易|银行)|受[^，。]{0,6}监管(?!的)|有[^，。]{0,4}保险(?!箱|柜)|(?:已|全部|都|有)投保|保险[^，。]{0,4}(?:赔|覆盖)"
        r"|免(?:收)?(?:任何)?(?:手续费|费用|佣金|矿工费)|(?:是|完全|全部|都|永久)免费|(?:零|0 ?)(?:手续费|费用|佣金)|不收(?:任何)?(?:手续费|费用|费)"
        r"|(?:我们|平台|TPWallet|官方|客服)\s*(?:会|将|来|可以|负责|全额|全部|照价|给你|先行)*(?:赔|退款|退钱|补偿)",
    ),
}  # fmt: skip
# Who reports, asks, doubts or denies claims nothing.
ELSE = re.compile(
    r"\b(?:if|whether|not|never|no one|nobody|cannot|scam\w*|fake|claims?|claiming|says?|said|whoever|anyone who|ask|check|may|might|depends?|only)\b|n't\b|\?"
    r"|骗|假|自称|声称|号称|说|如果|要是|是不是|是否|有没有|不(?!收)|没|别|谁|问|查|看|可能|哪|吗|？|取决|以.{0,8}为准",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?:[^。！？!?.|]|\.(?!\s|$))+[。！？!?.]?")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        for number, text in file.prose:
            for sentence in SENTENCE.finditer(text):
                match = CLAIMS[file.code].search(sentence[0])
                if match and not ELSE.search(sentence[0][: match.start()] + sentence[0][match.end() :]):
                    mend = "Leave it out, or make it a fact in docs/_data/facts.yml."
                    yield Problem(file.path, number, f'"{match[0].strip()}"', "a confirmed fact by its key, or nothing", mend, sentence.start() + match.start() + 1)
