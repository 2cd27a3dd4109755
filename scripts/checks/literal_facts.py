"""A product fact stands in an article by its key, and no time is promised in the operator's name but by key.

A figure that is written out stays when the fact changes; general advice, such as to wait ten minutes, is no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem
from scripts.content.articles import REFERENCE

from .rule import MARK, Source, page

ID = "FCT001"
NAME = "literal-facts"
ABOUT = {
    "zh": "产品的数字和时间用事实的键，不照抄；不替运营方承诺多久回复、多久到账。",
    "en": "A product's figures and times stand by their keys, not written out; no time for a reply or a payment is promised otherwise.",
}
EXAMPLES = [
    page(
        zh="通常要 {{ deposit.arrival_time }}。等 10 分钟再看有没有到账。\n\n24 小时后再试。30 分钟内没有到账，就联系客服。\n\n链上转账一般一小时内到账。两三天没人回复，再问一次。\n\n说“24 小时内退回”的是骗子。",
        en="Usually {{ deposit.arrival_time }}. Wait 30 minutes, then check if it has arrived.\n\nIf nothing arrives within two days, ask once every two or three business days.\n\nThe code expires in 10 minutes. Report it within 24 hours.\n\nOn-chain transfers usually arrive within an hour.",
    ),
    page(zh=f"通常要 1-2 个工作日。{MARK}\n\n要一到三个工作日。{MARK}", en=f"It takes 1 to 2 working days.{MARK}\n\nOne to three business days.{MARK}"),
    page(zh=f"我们会在 24 小时内回复你。{MARK}\n\n提现一般 30 分钟到账。{MARK}", en=f"We reply within 24 hours.{MARK}\n\nA withdrawal usually takes two days.{MARK}"),
    page(zh=f"| 做什么 | 多久 |\n| --- | --- |\n| 等客服回复 | 24 小时内 |{MARK}", en=f"It usually arrives within five business days.{MARK}\n\nLive chat is open 24/7.{MARK}"),
    page(front_en={"description": f"description: Deposits arrive in 1–2 business days.{MARK}"}),
]

TEENS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ZH = "零一二三四五六七八九"
UNITS = {
    "business days": r"(?:个\s*)?(?:工作日|工作天|营业日|銀行日|银行日)|(?:business|working|work|bank|banking)[ -]?days?|weekdays?|workdays?",
    "hours": r"(?:个\s*)?(?:小时|钟头)|hours?\b|hrs?\b|h\b",
    "minutes": r"分钟|minutes?\b|mins?\b",
    "seconds": r"秒钟?|seconds?\b|secs?\b",
    "days": r"(?:个\s*)?(?:自然日|天|日(?!志|期|常|元))|(?:calendar )?days?\b",
    "weeks": r"(?:个\s*)?(?:星期|礼拜)|周(?!末)|weeks?\b",
    "months": r"个?\s*月|months?\b",
    "percent": r"%|％|percent\b|per cent\b",
}
NUMBER_EN = "|".join(["an?", "half an?", "a couple of", *TEENS[1:], *(f"{ten}(?:[- ](?:{'|'.join(TEENS[1:10])}))?" for ten in TENS[2:])])
NUMBER = rf"(?:\d+(?:[.,]\d+)?|[一二两三四五六七八九十半]{{1,3}}|\b(?:{NUMBER_EN})\b)"
TO = r"\s*(?:[-–—－~～〜]|到|至|或者?|\bto\b|\bor\b|\band\b|\bthrough\b)\s*"
WORD_UNIT = "|".join(UNITS.values())
DAYS = re.compile(
    rf"(?<![\w.]){NUMBER}(?:\s*(?:{UNITS['business days']}|个))?(?:{TO}{NUMBER})?\s*(?:{UNITS['business days']})|(?<=[一-鿿]){NUMBER}(?:{TO}{NUMBER})?\s*(?:{UNITS['business days']})",
    re.IGNORECASE,
)
OFTEN = re.compile(r"(?:每隔?|隔|\bevery|\bonce in|\beach)\s*$", re.IGNORECASE)
DURATION = rf"{NUMBER}(?:\s*(?:个|{WORD_UNIT}))?(?:{TO}{NUMBER})?[ -]*(?:{WORD_UNIT})"
PROMISE = re.compile(
    rf"(?:\b(?:within|in|under|inside|less than|up to|at most|no (?:more|longer) than|takes?|taking)\s+(?:(?:the next|about|around|only|just|just about|approximately|roughly|less than|under|as little as|up to|at most|no more than)\s+)*{DURATION})"
    rf"|{DURATION}\s*(?:以|之)?[内里](?!容|部)"
    rf"|(?:大约|大概|约|最快|最慢|最多|最长|最迟|最晚|不超过|需要?|预计|平均|不到|仅需|只需|只要|耗时|一般|通常|会|后|过)\s*(?:在|要|需要?|是|为|大约|约|只要|不到|不超过)*\s*{DURATION}"
    rf"|{DURATION}\s*(?:左右|上下|就能|就会|就可以|即可|后(?:就|即|会|自动)?)?\s*(?=到账|入账|处理完|审核完|回复|答复|退款|退回|放款|解锁|解冻)"
    rf"|\b{DURATION}(?=\s+(?:reply|response|turnaround|processing|review|payout|delivery))"
    rf"|(?:时间|时限|时长|时效|\btimes?|\bturnaround)\s*(?:[:：]|为|是|\bis|\bare)\s*(?:about|around|约|大约|up to)?\s*{DURATION}"
    rf"|\b(?:after|later than)\s+{DURATION}(?=[^.]*\bat the latest)",
    re.IGNORECASE,
)
USUALLY = re.compile(rf"(?:一般|通常|往往|正常|\b(?:usually|typically|normally|generally|on average))\s*(?:情况下)?\s*(?:要|需要?|在|是|为|等|\b(?:takes?|within|in|about|less than|up to|is|are|it|lasts?)\b)*[\s约]*{DURATION}", re.IGNORECASE)
SOON = re.compile(
    r"(?:当[天日]|次日|隔[天日]|即时|实时|立即|秒|马上)(?:就|即可|会|能|可)?(?:到账|入账|回复)(?!吗)|T\s?\+\s?[0-3]\b|(?<!\d)24\s*/\s*7(?!\d)|7\s*[x×*]\s*24|24\s*小时(?:在线|客服|人工|服务|都?有人)|全天候|全年无休|"
    r"\b24[- ]hours?[- ](?:support|service|chat|help|hotline)|around the clock|round[- ]the[- ]clock|(?:arrives?|credited|paid out|repl(?:y|ies)|responds?|answers?) (?:instantly|immediately|the same day|the next day|overnight|at once|right away)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"必回|会回|回你|到账|入账|上账|处理|审核|审完|回复|答复|回信|受理|办完|办理|解决|退款|退回|退还|放款|打款|解锁|解冻|发出|响应|通过|联系你|恢复|收到|提现|充值|认证|完成|"
    r"\b(?:repl\w+|respon\w+|answer\w*|get back|gets? to you|hear|process\w*|review\w*|resolv\w*|handl\w*|credit(?:ed|s)?|approv\w*|refund\w*|complet\w*|arriv\w*|paid|payouts?|releas\w*|unlock\w*|unfr[eo]\w*|lifted|fix(?:ed|es)|solv\w*|deliver\w*|clears?|settle\w*|"
    r"receiv\w*|sends?|sent|shows? up|reach\w*|land\w*|in your (?:account|wallet|balance)|(?:is|are|get \w+ \w+|money) back|restor\w*|verif\w*|contact\w*|deposits?|withdrawals?|top-ups?|transfers?)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"[一-鿿]|\b(?:will|'ll|we|our|us|support|usually|typically|normally|generally|always|takes?|arrives?|is|are|be|gets?|team|staff|agents?|should|can|TPWallet|you|replies|answers|responds|responses?|reply|turnaround|clears|settles|lands|shows|reaches|come|comes|expect)\b|\|",
    re.IGNORECASE,
)
CHAIN = re.compile(r"链(?!接)|区块|确认数|比特币|以太坊|波场|打包|矿工|EVM|TRON\b|TRX|chain|\bblocks?\b|confirmations|bitcoin|ethereum|\bBTC\b|\bETH\b|network", re.IGNORECASE)
# What may happen, what has not, what the reader does: no promise.
ELSE = re.compile(
    r"如果|要是|若|超过|没|未|还不|仍|再|每|隔|别|不要|骗|假|催|自称|声称|”的|请你|你(?:要|得|必须|应)|"
    r"\b(?:if|unless|not|never|no one|nobody|nothing|still|without|every|once|wait|again|whether|when|scam\w*|fake|claims?|promis\w+|says?|said|asks?)\b|n't\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[^，。！？；,;!?]+(?:,(?=\d)[^，。！？；,;!?]+)*")
TIME = re.compile(r"日|天|时|钟|周|星期|月|秒|day|hour|hr|min|week|month|sec|round|instant|immed|night|away|once|24|T\s?\+|立即|马上", re.IGNORECASE)
SENTENCE = re.compile(r"(?:[^。！？!?.]|\.(?!\s|$))+")
IMPERATIVE = re.compile(r"^\W*(?:\d+\.\s*)?(?:please\s+)?(?:report|reply|answer|complete|finish|send|pay|call|tell|change|submit|confirm|contact|enter|use|do|check|try|cancel|look|move|ask|verify|respond|approve|review)\b", re.IGNORECASE)
MEND = "Write the fact by its key, or leave the figure out."


def check(source: Source) -> Iterator[Problem]:
    facts = _facts(source)
    for file in source.pages():
        for number, text in file.prose:
            if match := facts and facts.search(text):
                yield Problem(file.path, number, f'"{match[0].strip()}", a fact written out', f"{{{{ {_key(source, match)} }}}}", MEND, match.start() + 1)
            elif TIME.search(text) and (match := _promise(text)):
                yield Problem(file.path, number, f'a promise, "{match[1].strip()}"', "a fact by its key, such as {{ deposit.arrival_time }}", MEND, match[0] + 1)


def _promise(text: str) -> tuple[int, str] | None:
    """Where a time is promised, and how."""
    for match in DAYS.finditer(text):
        if not OFTEN.search(text[: match.start()]):
            return match.start(), match[0]
    whole = text.lstrip().startswith("|")  # in a row, what takes how long stands in two cells
    for sentence in [re.match(r".*", text)] if whole else SENTENCE.finditer(text):
        if CHAIN.search(sentence[0]) or re.search(r"骗|诈|scam|fraud", sentence[0], re.IGNORECASE):
            continue
        for clause in [sentence] if whole else CLAUSE.finditer(sentence[0]):
            start = clause.start() + (0 if whole else sentence.start())
            if ELSE.search(clause[0]):
                continue
            match = SOON.search(clause[0]) or USUALLY.search(clause[0])
            if not match and not IMPERATIVE.search(clause[0]) and DONE.search(clause[0]) and SUBJECT.search(clause[0]):
                match = PROMISE.search(clause[0])
            if match:
                return start + match.start(), match[0]
    return None


def _facts(source: Source) -> re.Pattern[str] | None:
    """A pattern of all values with a figure, in both languages, each a group named by the fact's number."""
    patterns = []
    for number, fact in enumerate(source.content.facts.values() if source.content else ()):
        values = {fact.text(code) or "" for code in ("zh", "en")} if fact.kind == "product" else set()
        patterns += [f"(?P<f{number}_{place}>{_tolerant(value)})" for place, value in enumerate(sorted(values)) if re.search(r"\d", value)]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _key(source: Source, match: re.Match[str]) -> str:
    return list(source.content.facts)[int(match.lastgroup[1:].partition("_")[0])]


def _tolerant(value: str) -> str:
    """A pattern for the value however it is typed: figures or words, any dash, any word for the unit."""
    units = "|".join(f"(?P<u{n}>{unit})" for n, unit in enumerate(UNITS.values()))
    token = re.compile(rf"(?P<number>\d+(?:[.,]\d+)*)|(?P<to>{TO})|{units}|(?P<word>\w+)|(?P<other>\S)", re.IGNORECASE)
    parts = []
    for match in token.finditer(REFERENCE.sub("", value)):
        kind = match.lastgroup
        if kind == "number":
            parts.append(rf"(?<![\d.]){_number(match[0])}")
        elif kind == "to":
            parts.append(rf"(?:\s*(?:个|{WORD_UNIT}))?(?:{TO}|(?<=[一二两三四五六七八九])(?=[一二两三四五六七八九]))")
        elif kind[0] == "u" and kind != "word":
            parts.append(rf"[\s-]*(?:{list(UNITS.values())[int(kind[1:])]})")
        else:
            parts.append(rf"\s*{re.escape(match[0])}")
    return r"\s*".join(parts)


def _number(text: str) -> str:
    """The number in figures, in Chinese and in English words."""
    forms = [re.escape(text) + r"(?![\d]|\.\d)"]
    if text.isdigit() and 0 < int(text) < 100:
        tens, ones = divmod(int(text), 10)
        forms.append(f"{'' if tens < 2 else ZH[tens]}{'十' if tens else ''}{ZH[ones] if ones else ''}".replace("二", "[二两]"))
        forms.append(rf"\b{TEENS[int(text)] if int(text) < 20 else TENS[tens] + ('[- ]' + TEENS[ones] if ones else '')}\b")
        forms += [r"\ban?\b"] if text == "1" else []
    return f"(?:{'|'.join(forms)})"
