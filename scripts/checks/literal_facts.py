"""Times of the operator come from the facts, by key: a figure in the text goes stale and promises too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "FCT001"
NAME = "literal-facts"
ABOUT = {
    "zh": "到账、审核、回复要多久，用事实的键，不写死在正文里。",
    "en": "How long a deposit, a review or a reply takes comes from the facts, by key.",
}
EXAMPLES = [
    page(en="It takes {{ deposit.arrival_time }}. Wait 10 minutes, then try again. After 24 hours, ask once more.", zh="等 10 分钟再试，24 小时后再问一次。"),
    page(en=f"Deposits take 1–2 business days.{MARK}"),
    page(zh=f"一到三个工作日到账。{MARK}"),
    page(en=f"We reply within 24 hours.{MARK}"),
    page(zh=f"客服 12 小时内答复。{MARK}"),
]

NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|ten|a few|several)"
ZH = "[0-9一二两三四五六七八九十几]+"
PROMISED = {
    "en": re.compile(
        rf"\b{NUMBER}(?:\s*(?:-|–|—|to|or|and)\s*{NUMBER})?\s+(?:business|working)[\s-]days?\b"
        rf"|\b(?:we|support|our team|staff|customer service|the team|agents?)\b[^.;|]{{0,40}}?\b(?:repl|respond|answer|get back|resolv|process|refund|review)\w*\b[^.;|]{{0,30}}?\b(?:within|in|under)\s+{NUMBER}(?:\s*(?:-|–|to)\s*{NUMBER})?\s+(?:minutes?|hours?|days?)\b"
        rf"|\b(?:deposits?|withdrawals?|reviews?|refunds?|payments?|transfers?|replies|answers)\b[^.;|]{{0,30}}?\b(?:usually |normally |always )?(?:take|arrive|come|are completed|is completed|finish)s?\b[^.;|]{{0,20}}?\b(?:within|in|about|up to)\s+{NUMBER}\s+(?:minutes?|hours?|days?)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"{ZH}(?: ?[-–~到至或] ?{ZH})? ?个?工作日|(?:我们|客服|平台|官方|团队|专员|人工)[^。；|]{{0,12}}?{ZH} ?(?:分钟|个?小时|天)(?:之?内)[^。；|]{{0,8}}?(?:回复|答复|处理|解决|回信|回电|联系|退款|到账)"
        rf"|(?:充值|提现|退款|转账|审核)[^。；|]{{0,8}}?(?:一般|通常|会|将)[^。；|]{{0,6}}?{ZH} ?(?:分钟|个?小时|天)(?:之?内)?(?:到账|完成|到)"
    ),
}


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        for number, text in file.prose:
            if match := PROMISED[file.code].search(text):
                expected = "a fact by its key, such as {{ deposit.arrival_time }}"
                yield Problem(file.path, number, f'"{match[0]}"', expected, "Put the figure into docs/_data/facts.yml.", match.start() + 1)
