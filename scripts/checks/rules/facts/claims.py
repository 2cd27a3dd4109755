"""What the operator has not confirmed: that it is licensed or insured, that something is free, that losses are paid."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page, safety
from scripts.checks.lib.patterns import table
from scripts.checks.lib.sentences import is_value_of_a_fact, sentences

ID, NAME, SEVERITY = "FCT002", "claims", "error"
ABOUT_ZH = "持牌、受监管、有保险、免费、包赔这类话，只能是确认过的事实（用键），文章自己不说。"
ABOUT_EN = "That TPWallet is licensed or insured, that something is free or losses are paid, is a fact with a key."
EXAMPLES = [
    page(zh="自称持牌的，是骗子。这个帮助中心不知道它有没有保险。如果说免手续费，别信。到了持牌平台，按它的时间算。",
         en="Whoever says they are licensed may lie. We do not know whether funds are insured. Use a licensed platform."
         " Is it free? Feel free to ask. A scammer says transfers are free."),
    page(zh=f"资金有保险。{MARK}\n\n````\n```\n````\n\n充值\n免手续费。{MARK}",
         en=f"Your funds are insured.{MARK}\n\n| A | B |\n| --- | --- |\n| Free? | Deposits are free. |{MARK}"),
    page(front_en={"description": f"description: Withdraw with no fees.{MARK}"}),
    safety(zh=f"资金有保险。{MARK}", en=f"Your funds are insured.{MARK}"),
    page(zh=f"客服可以撤回。{MARK}\n\nApp 支持 Solana。{MARK}", en=f"Support can reverse it within an hour.{MARK}"),
]  # fmt: skip

CLAIMS = {
    "en": table(r"""
licensed :: \b(?:is|are|fully)\s+(?:\w+ly\s+)?(?:licen[cs]ed|regulated|insured|audited|accredited)\b :: It is licensed.
approved :: \b(?:is|are|been|fully)\s+(?:\w+ly\s+)?(?:approved|authori[sz]ed|supervised|certified|
    endorsed)\s+by (?!you) :: It is approved by the regulator.
undone :: \bsupport\s+(?:can|will|is able to)\s+(?:\w+ly\s+)?(?:reverse|undo|recover|restore|retrieve|
    get back) :: Support can reverse it.
network :: \b(?:we|TPWallet|wallet|app|platform)\s+(?:also\s+)?(?:supports?|accepts?|
    lists?)\s+(?:\w+\s+)?(?-i:[A-Z])\w+ :: The app supports Solana.
insured :: \binsurance (?:covers|pays)\b|\binsured (?:by|up to|against)\b :: Insurance covers it.
free :: \b(?:is|are|always|completely)\s+free(?: of charge)?(?=[.,;]|\s*$)|\bfree of charge\b :: Deposits are free.
no fee :: \b(?:no|zero|without(?: any)?) (?:\w+ )?(?:fees?|charges?|commission)\b :: Withdraw with no fees.
refund :: \b(?:we|TPWallet|the platform|support)(?:'ll| will| can| always| shall)?\s+(?:(?:refund|compensate|
    reimburse)s?\b|pays? (?:you|for|back)\b) :: We refund it."""),
    "zh": table(r"""
licensed :: (?:持有?|有|拿到|获得?了?)[^，。]{0,6}(?:牌照|许可证)|持牌(?!的|平台|机构|公司|交易|银行) :: 持有牌照
regulated :: 受[^，。]{0,6}监管(?!的) :: 受监管
approved :: (?:由|经|获得?|已)[^，。]{0,8}(?:监管|政府|央行|机构|当局)[^，。]{0,6}(?:批准|许可|
    授权|认证|认可) :: 经监管机构批准
undone :: (?:客服|平台|我们)(?:可以|能够?|会)(?:帮你|替你|把)?[^，。]{0,6}(?:撤回|撤销|追回|找回|冲正) :: 客服可以撤回
network :: (?:我们|TPWallet|钱包|App|平台)\s?(?:还|也|都|现在)?支持\s?(?:[A-Z]\w+|以太坊|
    比特币|波场|币安) :: App 支持 Solana
insured :: 有[^，。]{0,4}保险(?!箱|柜)|[已都有]投保|全部投保|保险[^，。]{0,4}(?:赔|覆盖) :: 有保险
free :: 免收?(?:任何)?(?:手续费|费用|佣金|矿工费)|(?:是|完全|全部|都|永久)免费 :: 免手续费
no fee :: (?:零|0 ?)(?:手续费|费用|佣金)|不收(?:任何)?(?:手续费|费用?) :: 不收手续费
refund :: (?:我们|平台|TPWallet|官方|客服)\s*(?:[会将来]|可以|负责|全额|全部|照价|给你|先行)*(?:赔|退款|退钱|
    补偿) :: 我们赔"""),
}  # fmt: skip
# Who reports, asks, doubts or denies claims nothing.
ELSE = table(r"""
if :: \b(?:if|whether|may|might|depends?|ask|check|only)\b|\? :: if it is free
not :: \b(?:not|never|no one|nobody|cannot|scam\w*|fake|claims?|claiming|says?|said|whoever|anyone who)\b|
    n't\b :: not free
说 :: 骗|假|自称|声称|号称|说|谁|问|查|看|哪|吗|可能|如果|要是|是不是|是否|有没有|取决|？ :: {}
不 :: 不(?!收)|没|别|以.{0,8}为准 :: 没有保险""")
MEND = "Leave it out, or make it a fact in docs/_data/facts.yml."


def check(source: Source) -> Iterator[Problem]:
    """Sentences of pages and of data: a sentence that doubts or denies holds the same words."""
    for file in source.texts:
        for said in sentences(file):
            match = None if is_value_of_a_fact(file, said.section) else CLAIMS[file.code or "en"].search(said.text)
            if match and not ELSE.search(said.text[: match.start()] + said.text[match.end() :]):
                line, column = said.where[match.start()]
                expected = "a confirmed fact by its key, or nothing"
                yield Problem(file.path, line, f'"{match[0].strip()}"', expected, MEND, column)
