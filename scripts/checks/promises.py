"""No absolute promise, no guarantee, no pressure and no advice to invest: readers with money missing believe them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page
from .secret_request import Sentence, sentences

ID = "SEC006"
NAME = "promises"
ABOUT = {
    "zh": "不许诺绝对安全或一定找回，不催促读者，不给投资建议。",
    "en": "No promise of absolute safety or certain recovery, no pressure, no advice to invest.",
}
EXAMPLES = [
    page(
        zh="没有人能保证找回。承诺 100% 找回的都是骗子。要先交保证金，一定是诈骗。马上改密码。这样安全得多。",
        en="Nobody can guarantee that. Whoever promises 100% recovery is a scammer. Nothing is completely safe. Change it now.",
    ),
    page(zh=f"你的资产 100% 安全。{MARK}\n\n我们保证找回丢失的币。{MARK}", en=f"Your funds are 100% safe.{MARK}\n\nWe guarantee that you get them back.{MARK}"),
    page(zh=f"不用担心，你的币一定能找回。{MARK}\n\n这枚代币会涨。{MARK}", en=f"Don't worry, we always recover lost coins.{MARK}\n\nThe price will rise soon.{MARK}"),
    page(zh=f"请立即操作，否则资产会被清零。{MARK}", en=f"Act now or lose your coins.{MARK}\n\nThis way, your coins\ncan never be stolen.{MARK}"),
    page(front={"description": f"description: Risk-free staking.{MARK}"}),
]

BACK = r"(?:recover\w*|refund\w*|restor\w*|retriev\w*|reimburs\w*|compensat\w*|returned\b|repaid|reverse[ds]?|arrive[sd]?|succe\w+|(?:get|gets|got|have|give|bring|win)\b[^.,;:]{1,30}?\bback)"
SURE = r"(?:always|certainly|definitely|surely|undoubtedly|inevitably|absolutely|assuredly|without fail|for sure|for certain|no matter what|in (?:every|any|all) cases?|every time|any time)"
HARM = r"(?:stolen|hacked|lost|compromised|breached|hijacked|drained|taken|robbed|cracked|at risk|in danger|exposed|leaked)"
ABSOLUTE = r"(?:completely|absolutely|totally|perfectly|fully|entirely|utterly|wholly|unconditionally|always|forever|permanently)"
RISE = r"(?:rise|go up|grow|increase|double|triple|moon|skyrocket|soar|surge|appreciate|explode|climb|rally|multiply|pump|gain|recover in price|outperform|\d+x)"
ENGLISH = re.compile(
    r"\b(?:"
    r"(?:(?:100|hundred)\s?(?:%|percent|per cent)|(?:a|one) hundred per ?cent)[\s-]+(?:\w+\s+){0,2}?(?:safe\w*|secur\w*|protect\w*|guarantee\w*|recover\w*|refund\w*|success\w*|certain|sure|reliab\w*|risk\w*|legit\w*|anonymous|private|trustworthy|returns?|profit\w*|foolproof|effective|of (?:your|all your|lost|stolen|the time))"
    rf"|{ABSOLUTE}\s+(?:safe|secure|secured|(?:works?|recovers?|succeeds?|arrives?|helps?) (?:every time|always|without fail|in every case)|(?:safest|best|smartest|surest) investment|risk[- ]free|protected|unhackable|trustworthy|reliable|guaranteed|private|anonymous)"
    r"|(?:safe|secure|protected)\s+(?:forever|at all times|in every way|no matter what|under all circumstances|beyond (?:any )?doubt)"
    r"|guarant(?:ee|ees|eed|eeing|y)|(?:we|I|support|team|staff|TPWallet|wallet|app)\s+(?:can |will |do |hereby |solemnly )?(?:promise|assure|vow|swear|pledge|warrant)s?|rest assured|you have our word|money[- ]back"
    r"|(?:never|cannot|can't|can not|can never|will never|won't|will not ever|not possible to|impossible (?:for \w+ )?to|no way to)\s+(?:ever\s+)?(?:be\s+|get\s+)?"
    rf"(?:{HARM}(?!\s+(?:back|by support))|hack|steal|lose (?:your|a|any|them|it|money|funds|coins)|fail\b|go wrong)"
    r"|(?:nobody|no one|no hacker|no thief|nothing|no attacker)\s+(?:can|could|will|is able to)\s+(?:ever\s+|possibly\s+)?(?:steal|hack|touch|break|crack|rob|go wrong|harm|happen to)"
    r"|(?:hack|theft|fool|bullet|fail|scam|tamper)[- ]?proof|unhackable|unbreakable|infallible|impenetrable|impregnable|unstealable|fail-?safe"
    rf"|{SURE}\b[^.,;:!?]{{0,40}}?\b{BACK}|(?:will|can|shall|'ll)\s+(?:\w+\s+){{0,6}}?{BACK}\b[^.,;:!?]{{0,40}}?\b{SURE}"
    r"|(?:works?|recovers?|succeeds?|arrives?|helps?) (?:every time|always|without fail|in every case)|(?:safest|best|smartest|surest) investment|risk[- ]free|(?:no|zero|without|free of|free from)[- ]+(?:any |all )?risks?\b(?! of)|riskless"
    r"|act (?:now|fast|quickly|immediately|today)|(?<!a )(?<!you )(?<!you and )(?<!no )hurry\b(?= up|[!,:]| and| before| or| now|,)|last chance|limited[- ]time|before it(?:'s| is) too late|(?:don't|do not) miss|time is running out|(?:today|now) only|only (?:today|\w+ (?:hours?|minutes?|days?|spots?|places?|seats?) (?:left|remain\w*))|while (?:stocks|it) lasts?|now or never|once[- ]in[- ]a[- ]lifetime|final (?:warning|notice)|offer ends|first come,? first served"
    r"|(?:immediately|right now|right away|at once|now|today|within (?:the next )?\w+ (?:hours?|minutes?|days?)|urgently|as soon as possible|instantly)\b[^.;:!?|]{0,60}?(?:,|\b)\s*(?:or|otherwise|or else)\s+(?:else|you|your|the|all|we|it|they|lose|risk|forfeit|face|be)\b[^.;:!?|]{0,40}?\b(?:los[et]\w*|locked|frozen|forfeit\w*|deleted|closed|gone|suspended|terminated|disappear\w*|expire\w*|wiped|confiscated|forever|permanently|blocked|miss\w*)"
    rf"|(?:price|prices|value|coin|coins|token|tokens|market|crypto|bitcoin|btc|eth|ether|ethereum|trx|tpt|bnb|it|they|usdt|investment|holdings)\s+(?:\w+\s+){{0,3}}?(?:will|shall|is going to|are going to|is set to|are set to|is bound to|are bound to|is about to|is expected to|are expected to|is certain to|is sure to|'ll|must)\s+(?:\w+ly\s+|soon\s+|only\s+|always\s+|keep\s+)?{RISE}\b"
    rf"|(?:will|is going to|is bound to|is set to)\s+(?:\w+\s+)?(?:rise|skyrocket|soar|surge|go up|moon|increase|grow|climb|double|triple) (?:in (?:value|price)|soon|sharply|further|again)"
    r"|(?:good|great|smart|safe|best|excellent|solid|wise|sound|perfect|right|ideal)\s+(?:\w+\s+)?(?:investments?\b|(?:time|moment|chance|opportunity) to (?:buy|invest|sell)|(?:coin|coins|token|tokens) to (?:buy|hold|own))|investment (?:advice|opportunity|tip)|(?:buy|invest|sell|stake)\s+(?:now|today|early|more now|the dip|before (?:the price|it))"
    r"|(?:we|I|experts|our team|TPWallet)\s+(?:\w+\s+)?(?:recommend|advise|suggest)s?\s+(?:that you |you to |you )?(?:buy|buying|invest|investing|hold|holding|sell|selling|stak)\w*|(?:you )?(?:should|must|ought to)\s+(?:\w+\s+)?(?:invest|buy (?:more|now|this|some|as)|hold (?:for|on|onto|long|this|these|it|your)|sell (?:now|before|your|all))\b"
    r"|(?:high|higher|guaranteed|passive|steady|daily|fixed|stable|huge|big|massive|certain|sure|quick|easy|attractive)\s+(?:returns?|profits?|income|yields?|gains?|earnings)|earn (?:up to |at least |over )?\d+|(?:make|earn) (?:easy |quick |big |a |good |extra )*(?:money|profits?|fortune)\b|double your|get rich|to the moon|undervalued|\d+\s?%\s+(?:a|per) (?:day|week|month|year)|\d+\s?%\s+(?:APY|APR|returns?|profits?|yield|gains?)|sure[- ]fire|can't lose|cannot lose"
    r")",
    re.IGNORECASE,
)
# Said before it, in the same clause: nobody can …, not …; in the same sentence: whoever …
NOT = re.compile(r"\b(?:not|never|cannot|without|hardly|rarely|neither|nor|no (?!worries|doubt|matter|fee|need|cost)\w+|isn't|aren't|doesn't|don't|can't|won't|avoid|distrust|ignore|beware of|refuse)\b|n't\b|\bno\s*$", re.IGNORECASE)
NOBODY = re.compile(
    r"\b(?:nobody|no one|nothing|none|neither|no (?:wallet|app|method|service|platform|company|support|way|system|person|agent|honest|genuine|real|single|software|device)|whoever|(?:any|some|every)(?:one|body|thing) (?:who|that)|those who|people who|(?:any|a) (?:\w+ ){0,3}(?:that|who)|they|scam\w*|fraud\w*|thieves|fake\w*|claims?|claiming|if (?:someone|anyone|somebody|a|an|they|it|he)|whether|so-called|do not (?:believe|trust)|don't (?:believe|trust)|beware|ads?|tells? you|told|says?)\b",
    re.IGNORECASE,
)
SCAM = re.compile(r"\b(?:is|are|'s|means?|be)\s+(?:\w+\s+){0,3}(?:scam\w*|fraud\w*|fake|lying|lies?|liars?|false|phishing|theft|bait|a trick|not (?:true|real|honest|possible)|untrue|misleading)|^\W*(?:scam|fake|theft|bait|fraud|a lie|lie|phishing)\b", re.IGNORECASE)

SAFE_ZH = r"(?:安全|可靠|放心|保险|保障|没问题|没有问题|无忧|可信)"
BACK_ZH = r"(?:找回|追回|退回|退还|恢复|拿回|要回|取回|讨回|赔付|赔偿|返还|到账|成功|解决|挽回|回来|退款|补回|找得回|追得回)"
HARM_ZH = r"(?:被盗|被偷|丢失|丢币|丢|盗走|偷走|转走|出错|失败|出问题|亏|泄露|被黑|攻破|破解|损失|遗失|有事|有任何)"
CHINESE = re.compile(
    rf"(?:百分之?百|百分之一百|100 ?[%％]|十成|百分百)\s*(?:地|的|都|会|能|可以|可|将|帮你|为你|确保|有)*\s*(?:{SAFE_ZH}|{BACK_ZH}|保证|有效|不会|能|可以|保本|收益|无风险|真实|准确|赚|通过|回本)"
    rf"|(?:绝对|完全|永远|永久|百分百|彻底|始终|万分|一直都?|绝对是|十足)(?:地|的|都|很|是)*{SAFE_ZH}|{SAFE_ZH}(?:无虞|万分|无比|到家)|没有(?:任何|一点|一丝|丝毫)(?:风险|危险|隐患)|(?:完全|根本|绝对)(?:没有?|无)(?:任何)?风险|毫无(?:风险|危险|隐患)|(?:零|无|0 ?)风险|不存在(?:任何)?风险"
    rf"|(?:绝对|永远|绝|决|肯定|一定|保证|再也|永|根本|任何人都|谁都|谁也|任何情况下都|完全)(?:就)?(?:不会|不可能|无法|不能|没法|不)(?:再|让|把|有人)?(?:你的?|你的币|任何人)?(?:币|资产|资金|钱)?(?:会)?被?{HARM_ZH}|(?:没有?人|黑客|任何人)(?:都|也)?(?:无法|不能|偷不|盗不|拿不|动不)(?:够|得)?(?:偷|盗|攻破|破解|走)(?:走)?(?:你的)?(?:币|资产|资金|钱)?"
    rf"|(?<!不能)(?<!无法)保证(?!金)|担保(?!人)|包(?:你)?(?:{BACK_ZH}|退|赔|赚|过关|稳)|承诺|打包票|拍胸脯|(?:我们|平台|客服|TPWallet)\s*(?:会|将|能|可以|一定)?确保(?=你|您|资产|资金|币|每|所有|全部)"
    rf"|(?:一定|必定|肯定|必然|铁定|总是?|必|绝对|终究|无论如何都?|不管怎样都?|任何情况下都?|随时都?|全部都?|都|保准|准)(?:会|能|可以|可|将|得)(?:够)?(?:帮|为|替|给|全部|全额|全数|如数|把|你|您|的|钱|币|资产|资金|完整|顺利|重新)*{BACK_ZH}|(?:必定?|铁定)(?:到账|成功|找回|追回|退还)|(?:一定|必定|肯定|保准)(?:帮|为|替)(?:你|您|大家)?(?:把[^，。]{0,6})?{BACK_ZH}|(?:一定|必定|肯定|保准)(?:找|追|拿|要|退|赔)得?(?:回|到)"
    r"|万无一失|稳赚|保本|稳赢|躺赚|躺赢|只赚不赔|只涨不跌|包赚|高枕无忧|牢不可破|固若金汤|坚不可摧|无懈可击|滴水不漏|后顾之忧|稳如泰山|绝无(?:风险|问题|可能)"
    r"|(?:立即|马上|立刻|赶快|赶紧|尽快|尽早|即刻|现在|今天|今日|小时内|分钟内|天内|日内|限时|务必|速|截止前)[^。！？；|]{0,30}?(?:否则|不然|要不然?|晚了|逾期|错过|迟了)"
    r"|(?:否则|不然|逾期|要不然)[^。！？；|]{0,16}?(?:冻结|清零|没收|作废|永久|注销|归零|消失|封号|封禁|后果自负|失效|全部丢|取不)|(?:小时|分钟|天|日)内(?:不|未|没)[^。！？；|]{0,16}?(?:冻结|清零|没收|作废|注销|归零|消失|封号)|最后(?:的)?(?:一次)?机会|限时(?!输|有效的)|机不可失|失不再来|名额有限|仅限今[天日]|先到先得|手慢无|倒计时|过时不候|欲购从速|不要错过|切勿错过|别错过|错过就|抓紧(?:时间|行动|操作|买)|时间不多|最后通牒"
    r"|(?:会|将|必|即将|快要|看|一定|肯定|必定|必然|铁定|注定|还要|准备|继续)(?:会|将|要|继续|持续|一路|大幅|马上|很快|再)*(?:大|暴|猛|上|看)?(?:涨(?!幅|跌)|升值|翻倍|翻番|飙升|起飞|走高|攀升)|看涨"
    r"|(?:建议|推荐|不妨|可以考虑|应该|应当|最好|劝)(?:你|您|大家|用户|现在|趁早|尽早|多|长期|逢低|马上|适当|把钱|全部|立即)*(?:买入|买进|购入|购买这|投资|持有|卖出|抄底|加仓|建仓|囤|屯币|定投|多买|清仓|抛售|质押)|值得(?:买|投资|入手|持有|长期|拥有)|抄底|满仓|梭哈|年化|日化|日收益|收益率|(?:高|稳定|固定|丰厚|可观|稳)(?:的)?(?:收益|回报|利润)|被动收入|(?:轻松|天天|稳定|快速|帮你|让你|帮您|躺着|一起)(?:就能|就)?(?:赚|获利|盈利|致富|发财)|回报率|财富自由|(?:买入|入场|投资|上车|抄底|入手)(?:的)?(?:好|最佳)?(?:时机|良机|机会)|赶紧上车|百倍币|千倍币|潜力币|翻[0-9一二三四五六七八九十百两几]+ ?倍|稳健投资|理财首选|最佳投资|好的投资|趁低|逢低"
)
NOT_ZH = re.compile(r"没有?(?:谁|人|哪|任何|一)|谁[也都]|无人|不(?!仅|但|久|断|同|用|必)|[无没]法|并非|未(?!来)|(?<!特)(?<!级)别|勿|莫|没有|哪有|怎么(?:可能|能)|难以|从不|绝不|拒绝|警惕|小心|当心|防")
REPORT_ZH = re.compile(r"自称|声称|号称|宣称|吹|所谓|谎|骗|说(?:是|能|会|可以|自己|他|“|什么|你|要)|谁(?:说|敢|要|向)?|凡是|有人|对方|他们|催(?:你|您)|假|如果(?:有人|对方)|遇到|看到|若有人|“$")
SCAM_ZH = re.compile(r"(?:都|就|多半|一定|肯定|往往|全|几乎|当作|基本|统统|必)?(?:都)?是(?:一种|二次|典型的?|常见的?|个|假|在)?(?:骗|诈骗|假|钓鱼|谎|圈套|陷阱|诱饵)|骗局|骗子|不可信|(?:不要|别|不能|不可|切勿|千万别)(?:轻?信|相信|理|上当)|不是真|都不(?:真|可信)|当心|警惕|^\W*(?:骗|假|诈骗|偷币|诱饵|谎)")

SIGNS = re.compile(r"假|骗|scam|fake|phish", re.IGNORECASE)  # in a heading or a line before a list: what scammers say
WORDS = re.compile(r"[A-Za-z%]{4}|%")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for sentence in sentences(file):
            if found := _promise(sentence):
                line, column = sentence.where[found.start()]
                expected = "what is likely or possible, without a promise"
                yield Problem(file.path, line, f'"{found[0]}"', expected, "Say what usually happens, and on what it depends.", column)


def _promise(sentence: Sentence) -> re.Match | None:
    text = sentence.text
    if text.rstrip().endswith(("?", "？")) or SIGNS.search(sentence.lead):
        return None
    for match in ENGLISH.finditer(text) if WORDS.search(text) else ():
        before = text[: match.start()]
        clause = re.split(r"[,;:.!—–]|\b(?:but|so|because|and then)\b", before)[-1]
        whole = re.split(r"[;.!]|:(?!\s*[\"“])|\bbut\b", before)[-1]
        after = text[match.end() :]
        if not (NOT.search(clause) or NOBODY.search(whole) or SCAM.search(after) or SCAM.search(sentence.rest)):
            return match
    for match in CHINESE.finditer(text) if not text.isascii() else ():
        before, after = text[: match.start()], text[match.end() :]
        clause = re.split(r"[，,：:；。！—|]|但|所以|因此", before)[-1]
        if not (NOT_ZH.search(clause) or REPORT_ZH.search(clause) or SCAM_ZH.search(after) or SCAM_ZH.search(sentence.rest)):
            return match
    return None
