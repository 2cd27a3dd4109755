"""No absolute promise, no guarantee, no pressure and no advice to invest: readers with money missing believe them."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.patterns import Table, table
from scripts.checks.lib.sentences import Said, sentences

ID, NAME, SEVERITY = "SEC006", "promises", "warning"
ABOUT_ZH = "不许诺绝对安全或一定找回，不催促读者，不给投资建议。"
ABOUT_EN = "No promise of absolute safety or certain recovery, no pressure, no advice to invest."
EXAMPLES = [
    page(zh="没有人能保证找回。承诺 100% 找回的都是骗子。要先交保证金，一定是诈骗。马上改密码。这样安全得多。",
         en="Nobody can guarantee that. Whoever promises 100% recovery is a scammer. Nothing is completely safe. "
         "Change it now."),
    page(zh=f"不用担心，你的币一定能找回。{MARK}\n\n我们保证找回丢失的币。{MARK}\n\n这枚代币会涨。{MARK}",
         en=f"Don't worry, we always recover lost coins.{MARK}\n\nThis way, your coins\ncan never be stolen.{MARK}"),
    page(zh=f"## 假客服的样子\n\n- 保证找回\n\n## 别的\n\n````\n```\n````\n\n- 保证找回{MARK}",
         en=f"They say:\n\n| Claim | Truth |\n| --- | --- |\n| Risk-free | A lie |\n| Risk-free | Yes |{MARK}"),
    page(front={"description": f"description: Risk-free staking.{MARK}"}),
]  # fmt: skip

WORDS = r"""
<wholly> (?:complete|absolute|total|perfect|ful|entire|utter|whol|unconditional|permanent)ly|always|forever
<sound> safe|secur|protect|guarantee|recover|refund|success|certain|sure|reliab|risk|legit|anonymous|private|
    trustworthy|return|profit|foolproof|effective|of (?:your|all your|lost|stolen|the time)
<back> (?:recover|refund|restor|retriev|reimburs|compensat|succe)\w*|returned\b|repaid|reverse[ds]?|arrive[sd]?|
    (?:get|gets|got|have|give|bring|win)\b[^.,;:]{1,30}?\bback
<sure> always|certainly|definitely|surely|undoubtedly|inevitably|absolutely|assuredly|without fail|for (?:sure|certain)|
    no matter what|in (?:every|any|all) cases?|every time|any time
<lost> stolen|hacked|lost|compromised|breached|hijacked|drained|taken|robbed|cracked|at risk|in danger|exposed|leaked
<never> never|cannot|can't|won't|(?:can|will) not|not possible to|impossible (?:for \w+ )?to|no way to
<coin> prices?|value|coins?|tokens?|market|crypto|bitcoin|btc|eth|ether|ethereum|trx|tpt|bnb|it|they|usdt|investment|
    holdings
<rise> rise|go up|grow|increase|double|triple|moon|skyrocket|soar|surge|appreciate|explode|climb|rally|multiply|pump|
    gain|recover in price|outperform|\d+x
<will> will|shall|must|'ll|(?:is|are) (?:going|set|bound|about|expected|certain|sure) to
<at once> immediately|right (?:now|away)|at once|now|today|within (?:the next )?\w+ (?:hours?|minutes?|days?)|urgently|
    as soon as possible|instantly
<gone> los[et]\w*|locked|frozen|forfeit\w*|deleted|closed|gone|suspended|terminated|disappear\w*|expire\w*|wiped|
    confiscated|forever|permanently|blocked|miss\w*
<good> (?:good|great|smart|safe|best|excellent|solid|wise|sound|perfect|right|ideal)\s+(?:\w+\s+)?
<安全> 安全|可靠|放心|保险|保障|没有?问题|无忧|可信
<找回> [找追退拿要取讨挽补]回|恢复|赔付|赔偿|[返退]还|到账|成功|解决|回来|退款|[找追]得回
<丢失> 被[盗偷黑]|丢失?|[盗偷转]走|出错|失败|出问题|亏|泄露|攻破|破解|损失|遗失|有事|有任何
<会> (?:会|能|可以?|将|得)够?(?:[帮为替给把你您的钱币]|全[部额数]|如数|资产|资金|完整|顺利|重新)*
<帮> [帮为替](?:你|您|大家)?(?:把[^，。]{0,6})?
<一定> [一必肯]定|必然?|铁定|总是?|绝对|终究|(?:无论如何|不管怎样|任何情况下|随时|全部)都?|都|保?准
<马上> 立即|马上|立刻|赶[快紧]|尽[快早]|即刻|现在|今[天日]|(?:小时|分钟|天|日)内|限时|务必|速|截止前
<清零> 冻结|清零|没收|作废|注销|归零|消失|封号
"""


def _table(rows: str) -> Table:
    """A table in whose rows <word> stands for one of WORDS."""
    for word, pattern in re.findall(r"(<.+?>) (.+)", re.sub(r"\|\n\s+", "|", WORDS)):
        rows = rows.replace(word, f"(?:{pattern})")
    return table(rows)


ENGLISH = _table(r"""
hundred :: (?:100\s?%|(?:100|(?:a |one )?hundred)\s?per ?cent)[\s-]+(?:\w+\s+){0,2}?<sound> :: 100% safe
wholly :: <wholly>\s+(?:safe|secured?|risk[- ]free|protected|unhackable|trustworthy|reliable|private) :: fully safe
safe :: (?:safe|secure|protected)\s+(?:forever|at all times|in every way|no matter what|beyond doubt) :: safe forever
guarantee :: guarant(?:ee|ees|eed|eeing|y)|rest assured|you have our word|money[- ]back :: We guarantee it.
vow :: (?:we|I|support|team|staff|TPWallet|wallet|app)\s+(?:\w+ )?(?:promise|assure|vow|swear|pledge)s? :: We promise.
never :: <never>\s+(?:ever\s+)?(?:(?:be|get)\s+)?(?:<lost>(?!\s+(?:back|by support))|hack|steal|lose\b|fail\b|
    go wrong) :: It can never be stolen.
nobody :: (?:nobody|no one|no (?:hacker|thief|attacker)|nothing)\s+(?:can|could|will|is able to)\s+(?:ever\s+|
    possibly\s+)?(?:steal|hack|touch|break|crack|rob|go wrong|harm|happen to) :: Nobody can steal it.
proof :: (?:hack|theft|fool|bullet|fail|scam|tamper)[- ]?proof|un(?:hack|break|steal)able|infallible|fail-?safe|
    impregnable|impenetrable|risk[- ]free|(?:no|zero|without|free of|free from)[- ]+(?:any |all )?risks?\b(?! of)|
    riskless :: risk-free
sure :: <sure>\b[^.,;:!?]{0,40}?\b<back>|<will>\s+(?:\w+\s+){0,6}?<back>\b[^.,;:!?]{0,40}?\b<sure>|
    (?:works?|recovers?|succeeds?|arrives?|helps?) (?:every time|always|without fail|in every case) :: It works always.
now :: act (?:now|fast|quickly|immediately|today)|(?<!a )(?<!you )(?<!you and )(?<!no )hurry\b(?= up|[!,:]| and| before|
    or| now)|before it(?:'s| is) too late|(?:don't|do not) miss|while (?:stocks|it) lasts? :: Act now.
last :: last chance|limited time|limited-time|time is running out|now only|today only|now or never|offer ends :: {}
few :: once[- ]in[- ]a[- ]lifetime|first come,? first served|only (?:today|\w+ (?:hour|minute|day|spot|place|
    seat)s? (?:left|remain\w*))|final (?:warning|notice) :: only today
or lose :: <at once>\b[^.;:!?|]{0,60}?\b(?:or|otherwise)\s+\w[^.;:!?|]{0,40}?\b<gone> :: Pay now or your coins are lost.
rise :: <coin>\s+(?:\w+\s+){0,3}?<will>\s+(?:\w+ly\s+|soon\s+|only\s+|always\s+|keep\s+)?<rise>\b :: Prices will rise.
soon :: <will>\s+(?:\w+\s+)?<rise> (?:in (?:value|price)|soon|sharply|further|again) :: will rise soon
good :: (?:<good>|(?:safest|smartest|surest) )(?:investments?\b|(?:coins?|tokens?) to (?:buy|hold|own))|<good>(?:time|
    moment|chance|opportunity) to (?:buy|invest|sell)|investment (?:advice|opportunity|tip) :: a good time to buy
buy :: (?:buy|invest|sell|stake)\s+(?:now|today|early|more now|the dip|before (?:the price|it)) :: Buy now.
advise :: (?:we|I|experts|our team|TPWallet)\s+(?:\w+\s+)?(?:recommend|advise|
    suggest)s?\s+(?:that )?(?:you )?(?:to )?(?:buy|invest|hold|sell|stak)\w* :: We advise you to buy.
should :: (?:should|must|ought to)\s+(?:\w+\s+)?(?:invest|buy (?:more|now|this|some|as)|sell (?:now|before|your|all)|
    hold (?:for|on|onto|long|this|these|it|your))\b :: You should invest.
returns :: (?:high|higher|guaranteed|passive|steady|daily|fixed|stable|huge|big|massive|certain|sure|quick|easy|
    attractive)\s+(?:return|profit|income|yield|gain|earning)s? :: high returns
earn :: earn (?:up to |at least |over )?\d+|(?:make|earn) (?:easy |quick |big |a |good |extra )*(?:money|profits?|
    fortune)\b|\d+\s?%\s+(?:APY|APR|returns?|profits?|yield|gains?|(?:a|per) (?:day|week|month|year)) :: earn 5 a day
rich :: double your|get rich|to the moon|undervalued|sure-fire|sure fire :: {}""")
CHINESE = _table(r"""
百分百 :: (?:百分之?一?百|100 ?[%％]|十成)\s*(?:[地的都会能可将有帮为你]|可以|确保)*\s*(?:<安全>|<找回>|保证|有效|不会|
    保本|收益|能|可以|无风险|真实|准确|赚|通过|回本) :: 100% 安全
绝对 :: (?:绝对是?|完全|永[远久]|彻底|始终|万分|一直|十足)[地的都很是]*<安全>|<安全>(?:无虞|无比|到家) :: 完全安全
风险 :: 没有(?:任何|一[点丝]|丝毫)(?:风险|危险|隐患)|毫无(?:风险|危险|隐患)|(?:[零0无] ?|不存在(?:任何)?|根本没有?|
    绝对没有?|完全没有?)风险 :: 毫无风险
不会 :: (?:绝对?|永远?|决|肯定|[一必]定|保证|再也|根本|任何人都|谁[都也]|完全)就?(?:不会?|不可能|[无没]法|
    不能)[^，。]{0,6}?被?<丢失> :: 绝不会丢
没人 :: (?:没有?人|黑客|任何人)[都也]?(?:[无没]法|不能|[偷盗拿动]不)[够得]?(?:偷|盗|攻破|破解|走)走? :: 黑客无法偷走
保证 :: (?<!不能)(?<!无法)保证(?!金)|担保(?!人)|包你?(?:<找回>|退|赔|赚|过关|稳)|承诺|打包票|拍胸脯 :: 我们保证
确保 :: (?:我们|平台|客服|TPWallet)\s*(?:[会将能]|可以|一定)?确保(?=[你您币每]|资产|资金|所有|全部) :: 我们会确保你
找回 :: <一定><会><找回>|(?:必定?|铁定)(?:到账|成功|退还|[找追退]回)|[一必肯保][定准](?:<帮><找回>|
    [找追拿要退赔]得?[回到]) :: 一定能找回
稳 :: 万无一失|稳赚|保本|稳赢|躺赚|躺赢|只赚不赔|只涨不跌|包赚|高枕无忧|牢不可破|固若金汤|坚不可摧|后顾之忧 :: {}
否则 :: <马上>[^。！？；|]{0,30}?(?:否则|不然|要不|晚了|逾期|错过|迟了) :: 马上转，不然晚了
清零 :: (?:否则|不然|逾期)[^。！？；|]{0,16}?(?:<清零>|永久|封禁|后果自负|失效|全部丢|取不) :: 否则清零
期限 :: (?:小时|分钟|天|日)内[不未没][^。！？；|]{0,16}?<清零> :: 两天内不转就清零
限时 :: 限时(?!输|有效的)|最后的?(?:一次)?机会|仅限今[天日]|抓紧(?:时间|行动|操作|买)|绝无(?:问题|可能) :: 限时
机会 :: 机不可失|失不再来|名额有限|先到先得|手慢无|倒计时|过时不候|欲购从速|不要错过|切勿错过|别错过|错过就 :: {}
行情 :: 时间不多|最后通牒|看涨|抄底|满仓|梭哈|年化|日化|日收益|收益率|被动收入|回报率|财富自由|赶紧上车|逢低|趁低 :: {}
会涨 :: (?:[会将必看]|即将|快要|[一肯必铁注]定|必然|还要|准备|继续)[会将要再]*(?:继续|持续|一路|大幅|马上|
    很快)?[大暴猛上看]?(?:涨(?!幅|跌)|升值|翻[倍番]|飙升|起飞|走高|攀升) :: 会涨
建议 :: (?:建议|推荐|不妨|可以考虑|应[该当]|最好|劝)(?:[你您多]|大家|用户|现在|[趁尽]早|长期|马上|适当|把钱|全部|
    立即)*(?:[买购]入|买进|购买这|投资|持有|卖出|加仓|建仓|囤|屯币|定投|多买|清仓|抛售|质押) :: 建议买入
值得 :: 值得(?:买|投资|入手|持有|长期|拥有)|(?:高|稳定|固定|丰厚|可观|稳)的?(?:收益|回报|利润) :: 值得买
赚 :: (?:轻松|天天|稳定|快速|[帮让][你您]|躺着|一起)(?:就能|就)?(?:赚|获利|盈利|致富|发财)|滴水不漏 :: 轻松赚
时机 :: (?:买入|入场|投资|上车|入手)的?(?:好|最佳)?(?:[时良]机|机会)|[百千]倍币|潜力币 :: 买入良机
翻倍 :: 翻[\d一二三四五六七八九十百两几]+ ?倍|稳健投资|理财首选|最佳投资|好的投资|稳如泰山|无懈可击 :: 翻三倍""")
PROMISE = re.compile(rf"\b{ENGLISH.pattern}|{CHINESE.pattern}", re.IGNORECASE)
# Said before it, in the same clause: not …; in the same sentence: whoever …
DENIED = table(r"""
not :: \b(?:not|never|cannot|without|hardly|rarely|neither|nor|avoid|distrust|ignore|beware of|refuse)\b|n't\b :: not
no :: \bno (?!worries|doubt|matter|fee|need|cost)\w+|\bno\s*$ :: no coin is safe
不 :: 不(?!仅|但|久|断|同|用|必)|[无没]法|未(?!来)|(?<!特)(?<!级)别|没有|没[谁人哪一]|谁[也都]|怎么[可能] :: 没有人能
勿 :: 无人|哪有|并非|勿|莫|难以|拒绝|警惕|小心|当心|防 :: {}保证""")
REPORTED = table(r"""
nobody :: \b(?:nobody|no one|nothing|none|neither|if (?:someone|anyone|somebody|an?|they|it|he))\b :: Nobody can.
no :: \bno (?:wallet|app|method|service|platform|company|support|way|system|person|agent|honest|genuine) :: no app
who :: \b(?:whoever|(?:any|some|every)(?:one|body|thing) (?:who|that)|(?:those|people) who|an? (?:\w+ ){0,3}(?:that|
    who)|they)\b :: whoever says
scam :: \b(?:scam\w*|fraud\w*|thieves|fake\w*|claims?|claiming|whether|so-called|beware|ads?|tells? you|told|says?|
    (?:do not|don't) (?:believe|trust))\b :: a scammer
说 :: 说[是能会他“你要]|说可以|说自己|说什么|谁[说敢要向]?|催[你您]|如果(?:有人|对方)|“$ :: 说能
骗 :: 自称|声称|号称|宣称|吹|所谓|谎|骗|凡是|有人|对方|他们|假|遇到|看到 :: {}保证""")
SCAM = table(r"""
is :: \b(?:is|are|'s|means?|be)\s+(?:\w+\s+){0,3}(?:scam\w*|fraud\w*|fake|lying|lies?|liars?|false|phishing|theft|bait|
    a trick|not (?:true|real|honest|possible)|untrue|misleading)\b|^\W*(?:scam|fake|theft|bait|fraud|a lie|lie|
    phishing)\b :: It is a scam.
是 :: 是(?:一种|二次|典型的?|常见的?|个|假|在)?(?:骗|诈骗|假|钓鱼|谎|圈套|陷阱|诱饵)|骗局|骗子|不可信|不是真|都不[真可]|
    当心|警惕|(?:不[要能可]|切勿|别)(?:轻?信|相信|理|上当)|^\W*(?:骗|假|诈骗|偷币|诱饵|谎) :: 是骗局""")
CLAUSE = re.compile(r"[,;:.!—–|，：；。！]|\b(?:but|so|because|and then)\b|但|所以|因此")
SENTENCE = re.compile(r"[;.!|，：；。！]|:(?!\s*[\"“])|\bbut\b|但|所以|因此")
SIGNS = re.compile("假|骗|scam|fake|phish", re.IGNORECASE)  # in a heading or a line before a list: what scammers say


def check(source: Source) -> Iterator[Problem]:
    """Sentence by sentence, since one that denies or warns holds the same words."""
    for file in source.texts:
        for said in sentences(file):
            if found := _promise(said):
                line, column = said.where[found.start()]
                expected = "what is likely or possible, without a promise"
                mend = "Say what usually happens, and on what it depends."
                yield Problem(file.path, line, f'"{found[0]}"', expected, mend, column)


def _promise(said: Said) -> re.Match[str] | None:
    if said.text.rstrip().endswith(("?", "？")) or SIGNS.search(f"{said.heading}\n{said.lead}"):
        return None
    for match in PROMISE.finditer(said.text):
        before, after = said.text[: match.start()], said.text[match.end() :]
        denied = DENIED.search(CLAUSE.split(before)[-1]) or REPORTED.search(SENTENCE.split(before)[-1])
        if not (denied or SCAM.search(after) or SCAM.search(said.rest)):
            return match
    return None
