"""A product fact stands in an article by its key, and no time is promised in the operator's name but by key.

A figure that is written out stays when the fact changes; general advice, such as to wait ten minutes, is no fact.
"""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.numbers import BETWEEN, NUMBER, UNIT, unit_of, values_of
from scripts.checks.lib.patterns import table
from scripts.checks.lib.sentences import Said, is_value_of_a_fact, sentences
from scripts.content.markdown import REFERENCE
from scripts.content.pages import ANNOUNCEMENTS

ID, NAME, SEVERITY = "FCT001", "literal-facts", "error"
ABOUT_ZH = "产品的数字和时间用事实的键，不照抄；不替运营方承诺多久回复、多久到账。"
ABOUT_EN = "A product's figures and times stand by their keys; no other time for a reply or a payment is promised."
EXAMPLES = [
    page(zh="通常要 {{ deposit.arrival_time }}。等 10 分钟再看到账没有。24 小时后再试。30 分钟内没到账，再问。"),
    page(zh="链上转账一般一小时内到账。两三天没人回复，再问一次。\n\n说“24 小时内退回”的是骗子。"),
    page(en="If nothing arrives in two days, ask every two or three business days. Report it within 24 hours."),
    page(en="On-chain transfers usually arrive within an hour. <!-- We reply within 24 hours. -->"),
    page(zh=f"通常要 1-2 个工作日。{MARK}\n\n要一到三个工作日。{MARK}", en=f"It takes 1 to 2 working days.{MARK}"),
    page(zh=f"我们会在 24 小时内回复你。{MARK}\n\n提现一般 30 分钟到账。{MARK}", en=f"We reply within 24 hours.{MARK}"),
    page(en=f"Within five business days.{MARK}\n\nA withdrawal takes two days.{MARK}\n\nChat is 24/7.{MARK}"),
    page(zh=f"| 做什么 | 多久 |\n| --- | --- |\n| 等客服回复 | 24 小时内 |{MARK}"),
    page(front_en={"description": f"description: Deposits arrive in 1–2 business days.{MARK}"}),
    page(zh=f"~~~~\n```\n客服 24 小时内回复。{MARK}\n~~~~", en=f"Look:\n- we\n  reply within{MARK}\n  24 hours"),
]

_NUMBERS = {"zh": f"{NUMBER['zh']}|半", "en": rf"(?<![\w.])(?:{NUMBER['en']}|(?:half )?an?\b|a couple of)"}
_UNITS = {"zh": UNIT["zh"], "en": rf"(?:{UNIT['en']})(?!\w)"}
DURATIONS = {
    code: re.compile(
        rf"(?:{number})(?:[ -]*(?:{_UNITS[code]})|个)?(?:{BETWEEN.pattern}(?:{number}))?[ -]*(?P<unit>{_UNITS[code]})",
        re.IGNORECASE,
    )
    for code, number in _NUMBERS.items()
}
OFTEN = re.compile(r"(?:每隔?|隔|\bevery|\bonce in|\beach)\s*$", re.IGNORECASE)

# In what follows, a duration is ⧗, as often as it has characters. A time that is promised, whatever it is for:
SOON = {
    "zh": table(r"""
    usually :: (?:一般|通常|往往|正常)(?:情况下)?[要需在是为等约\s]*⧗+           :: 通常要 ⧗
    at once :: (?:[当隔][天日]|次日|即时|实时|立即|秒|马上)[就即可会能]*(?:[到入]账|回复)(?!吗) :: 立即到账
    always  :: 7\s*[x×*]\s*24|24\s*小时(?:在线|客服|人工|服务|都?有人)|全天候|全年无休|24/7|\bT\s?\+\s?[0-3]\b :: 全天候
    """),
    "en": table(r"""
    usually :: \b(?:usually|typically|normally|generally|on average) (?:(?:takes?|within|in|about|less than|up to|is|
        are|it|lasts?) )*⧗+                                                     :: It usually takes ⧗.
    always  :: around the clock|round-the-clock|24/7|24-hour support            :: Chat is {}.
    hours   :: \b24[- ]hours?[- ](?:service|chat|help|hotline)|\bT\s?\+\s?[0-3]\b :: A 24-hour hotline.
    at once :: (?:arrives?|credited|paid out|repl(?:y|ies)|responds?|answers?) (?:instantly|immediately|at once|
        right away|the (?:same|next) day|overnight)                             :: It arrives instantly.
    """),
}
# A time by which something of what DONE lists happens.
PROMISE = {
    "zh": table(r"""
    within  :: ⧗+\s*[以之]?[内里](?![容部])                                      :: ⧗ 内回复
    about   :: (?:约|大概|最[快慢多长迟晚]|[需要会后过]|预计|平均|不到|耗时)\s*[在要需是为约\s]*⧗+ :: 最快 ⧗ 到账
    done in :: ⧗+\s*(?:左右|上下|就能|就会|就可以|即可|后[就即会]?|后自动)?\s*(?:[到入]账|处理完|审核完|[回答]复|
        退[款回]|放款|解[锁冻])                                                  :: ⧗ 左右到账
    time is :: (?:时间|时限|时长|时效)\s*(?:[:：]|为|是)\s*(?:大?约)?\s*⧗+       :: 审核时间：⧗
    """),
    "en": table(r"""
    within  :: \b(?:within|in|under|inside|less than|up to|at most|no (?:more|longer) than|takes?|taking) (?:(?:about|
        around|only|just|the next|approximately|roughly|as little as|up to|at most) )*⧗+ :: We reply within about ⧗.
    before  :: ⧗+(?= (?:reply|response|turnaround|processing|review|payout|delivery)) :: a ⧗ turnaround
    time is :: (?:\btimes?|\bturnaround)\s*(?::|\bis|\bare)\s*(?:about |around |up to )?⧗+ :: Review time: ⧗
    after   :: \b(?:after|later than) ⧗+(?=[^.]*\bat the latest)                 :: after ⧗ at the latest
    """),
}
DONE = {
    "zh": re.compile(
        "必回|会回|回你|[到入上]账|处理|审核|审完|[回答]复|回信|受理|办完|办理|解[决锁冻]|退[款回还]|放款|打款|发出|响应|通过"
        "|联系你|恢复|收到|提现|充值|认证|完成"
    ),
    "en": re.compile(
        r"\b(?:(?:repl|respon|answer|process|review|resolv|handl|approv|refund|complet|arriv|releas|unlock|unfr[eo]|solv"
        r"|deliver|settle|receiv|reach|land|restor|verif|contact|payout|deposit|withdrawal|top-up|transfer)\w*|get back"
        r"|gets? to you|hear|credit(?:ed|s)?|paid|lifted|fix(?:ed|es)|clears?|sends?|sent|shows? up"
        r"|in your (?:account|wallet|balance)|(?:is|are|money) back)\b",
        re.IGNORECASE,
    ),
}
# What a network does, what a scammer says; what may happen, what has not, what the reader does: no promise.
ELSEWHERE = re.compile(
    r"链(?!接)|区块|确认数|比特币|以太坊|波场|打包|矿工|EVM|TRON\b|TRX|骗|诈"
    r"|chain|\bblocks?\b|confirmations|bitcoin|ethereum|\b(?:BTC|ETH)\b|network|scam|fraud",
    re.IGNORECASE,
)
ELSE = re.compile(
    r"如果|要是|若|超过|没|未|还不|仍|再|每|隔|别|不要|骗|假|催|自称|声称|”的|请你|你[要得必应]|n't\b"
    r"|\b(?:if|unless|not|never|no one|nobody|nothing|still|without|every|once|wait|again|whether|when|fake|claims?"
    r"|promis\w+|says?|said|asks?)\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    r"^\W*(?:please\s+)?(?:report|reply|answer|complete|finish|send|pay|call|tell|change|submit|confirm|contact|enter|use|do"
    r"|check|try|cancel|look|move|ask|verify|respond|approve|review)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[^，。！？；,;!?]+(?:,(?=\d)[^，。！？；,;!?]+)*")
MEND = "Write the fact by its key, or leave the figure out."
TOKENS = {
    code: re.compile(
        rf"(?P<to>(?:\s*(?:{_UNITS[code]})|个)?{BETWEEN.pattern}(?=(?:{number})))|(?P<number>{number})"
        rf"|(?<![A-Za-z])(?P<unit>{_UNITS[code]})|[A-Za-z]+|\S",
        re.IGNORECASE,
    )
    for code, number in _NUMBERS.items()
}
Token = tuple[object, int, int]  # what it is, however it is typed, and where it stands


def check(source: Source) -> Iterator[Problem]:
    facts = source.content.facts.items() if source.content else ()
    values = [
        (key, code, [token for token, _, _ in _tokens(value, code)])
        for key, fact in facts if fact.kind == "product" for code in _NUMBERS
        if re.search(r"\d", value := REFERENCE.sub("", fact.text(code) or ""))
    ]  # fmt: skip
    for file in source.texts:
        lines = set()  # one finding a line
        for said in sentences(file) if file.code else ():
            if is_value_of_a_fact(file, said.section):
                continue
            code = "zh" if file.code == "zh" else "en"
            key, *span = _written_out(said.text, code, values)
            start, end = span if key else _promise(said, code) or (0, 0)
            line, column = said.where[min(start, len(said.where) - 1)]
            if end and line not in lines:
                lines.add(line)
                shown = f"{said.text} | {said.rest}"[start:end].strip()
                found = f'"{shown}", {"a fact written out" if key else "a promise"}'
                expected, mend = f"{{{{ {key or 'deposit.arrival_time'} }}}}", MEND
                if not key and f"/{ANNOUNCEMENTS}/" in file.path:  # what happens once is no fact of the product
                    expected, mend = "what is known, without a time", "Say when you will say more, not when it is over."
                yield Problem(file.path, line, found, expected, mend, column)


def _promise(said: Said, code: str) -> tuple[int, int] | None:
    """Where a time is promised. In a row, what takes how long stands in two cells."""
    for match in DURATIONS[code].finditer(said.text):
        if unit_of(match["unit"], code).base == "working days" and not OFTEN.search(said.text[: match.start()]):
            return match.span()
    text = f"{said.text} | {said.rest}" if said.rest else said.text
    marked = DURATIONS[code].sub(lambda match: "⧗" * len(match[0]), text)
    clauses = [(0, len(text))] if said.rest else [match.span() for match in CLAUSE.finditer(text)]
    for start, end in clauses if not ELSEWHERE.search(text) else ():
        clause = marked[start:end]
        if ELSE.search(clause):
            continue
        found = SOON[code].search(clause)
        if not found and DONE[code].search(clause) and not IMPERATIVE.search(clause):
            found = PROMISE[code].search(clause)
        if found:
            return start + found.start(), start + found.end()
    return None


def _written_out(text: str, code: str, values: list[tuple[str, str, list[object]]]) -> tuple[str, int, int]:
    """The key of the fact that a text spells out, however it does, and where; "" if none."""
    found = list(_tokens(text, code)) if values else []
    said = [token for token, _, _ in found]
    for key, _, wanted in (value for value in values if value[1] == code):
        for first in range(len(found) - len(wanted) + 1):
            if said[first : first + len(wanted)] == wanted:
                return key, found[first][1], found[first + len(wanted) - 1][2]
    return "", 0, 0


def _tokens(text: str, code: str) -> Iterator[Token]:
    """A text, however it is typed: 1–2 个工作日, 一到两个工作日, 一两个工作日."""
    for match in TOKENS[code].finditer(text):
        if match["number"]:
            # not the Fraction itself, which is slow to compare
            yield from ((value.as_integer_ratio(), *match.span()) for value in values_of(match["number"]))
        elif match["unit"]:
            unit = unit_of(match["unit"], code)
            yield (unit.many, unit.base), *match.span()
        elif not match["to"]:
            yield match[0].lower(), *match.span()
