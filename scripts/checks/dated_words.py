"""Words that age: a year, "recently", "this year". What changes with time is an announcement or a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "TXT002"
NAME = "dated-words"
ABOUT = {
    "zh": "正文不写会过时的话：年份、“今年”“最近更新”“目前”。会变的写进公告或事实。",
    "en": "Prose holds no words that age: a year, this year, recently updated, currently. What changes belongs in an announcement or a fact.",
}
EXAMPLES = [
    page(en="If you logged in recently, wait 24 hours. Come back soon. It costs 2024 USDT.", zh="最近登录过的设备都在这里，等 24 小时。"),
    page(en=f"Since 2024 this is easier.{MARK}"),
    page(en=f"We recently changed this page.{MARK}"),
    page(zh=f"今年换了新菜单。{MARK}"),
    page(zh=f"2024 年起更简单了。{MARK}"),
]

DATED = {
    "en": re.compile(
        r"\b(?:since|in|from|as of|until|by|during|before|after)\s+(?:(?:early|late|mid|january|february|march|april|may|june|july|august|september|october|november|december)[\s-]+)?20[1-4]\d\b"
        r"|\b(?:this|last|next) (?:year|month|quarter)\b|\b(?:we|has|have|was|were|is|are)\s+(?:been\s+)?(?:recently|newly|just)\s+(?:\w+ly\s+)?(?:chang|updat|add|launch|releas|renam|redesign|mov|introduc|improv)\w*"
        r"|\bnew feature\b|\bcoming soon\b|\bcurrently\b|\bnowadays\b|\bas of (?:now|today|this writing)\b|\bat the time of writing\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"20[1-4]\d ?年|今年|去年|明年|本月|上个?月|(?:最近|近期|近日|刚刚|新近)(?:更新|上线|推出|新增|改版|改了|调整|变更|发布|升级|更改)|目前|现阶段|即将(?:上线|推出|开放)|新功能"),
}


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        if "/announcements/" in file.path:
            continue
        for number, text in file.prose:
            if match := DATED[file.code].search(text):
                yield Problem(file.path, number, f'"{match[0]}"', "words that stay true", "Say it without the time, or make it an announcement.", match.start() + 1)
