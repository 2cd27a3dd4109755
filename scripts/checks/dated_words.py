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
    page(
        en="If you logged in recently, wait 24 hours. Come back soon, as soon as you can. It costs 2024 USDT. You recently changed your password. A new device.",
        zh="最近登录过的设备都在这里，等 24 小时。看最近的交易。最近改了密码、刚换了设备。需要时下载。金额 2024 个。",
    ),
    page(en=f"Since 2024 this is easier.{MARK}\n\nThe menu of May 2025 is new.{MARK}\n\nRead on 2026-05-01.{MARK}"),
    page(en=f"We recently changed this page.{MARK}\n\nThe recently updated menu.{MARK}\n\nRecently, the menu changed.{MARK}"),
    page(en=f"It will be available soon.{MARK}\n\nAt the moment, only TRON works.{MARK}\n\nIt is a new feature.{MARK}"),
    page(zh=f"今年换了新菜单。{MARK}\n\n目前只支持 TRON。{MARK}\n\n近期会改。{MARK}\n\n即将支持。{MARK}"),
    page(zh=f"2024 年起更简单了。{MARK}\n\n二〇二五年换了。{MARK}\n\n最近更新的菜单。{MARK}"),
]

MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
CHANGED = r"(?:chang|updat|upgrad|add|launch|releas|renam|redesign|mov|introduc|improv|remov)\w*"  # what a site does to itself
DATED = {
    "en": [
        # a year, unless it counts something
        rf"\b(?:since|in|from|as of|until|by|during|before|after|of)\s+(?:(?:early|late|mid|{MONTH})[\s-]+)*20[1-4]\d\b(?! (?-i:[A-Z]{{3}}))",
        rf"\b{MONTH} (?:\d\d?, )?20[1-4]\d\b",
        r"\b20[1-4]\d-(?:0[1-9]|1[0-2])\b",
        r"\b(?:this|last|next) (?:year|month|quarter|week)\b",
        # what changed a short while ago; readers do things recently too
        rf"\b(?:we|has|have|was|were|is|are)\s+(?:been\s+)?(?:recently|newly|just)\s+{CHANGED}",
        rf"\b(?:the|a|our) (?:recently|newly) {CHANGED}",
        r"^(?:recently|lately|until recently),",
        # what will change
        r"\bnew(?:est)? features?\b|\bcoming soon\b|\b(?:will|to) (?:soon be|be (?:available|added|launched|released|supported) soon)\b|\bwill soon\b",
        # now
        r"\bcurrently\b|\bpresently\b|\bnowadays\b|\bthese days\b|\bas of (?:now|today|this writing)\b|\bat the time of writing\b|\bat (?:the|this) moment(?=[,.;])|\bfor the time being\b",
    ],
    "zh": [
        r"(?<![\d.,])20[1-4]\d ?年|[二两][〇零○][一二三四][〇零一二三四五六七八九]年|20[1-4]\d-(?:0[1-9]|1[0-2])",
        r"今年|去年|明年|本月|[上下]个?月|[上下]半年",
        r"(?:最近|近期|近日|刚刚|新近)(?:更新|上线|推出|新增|改版|调整|变更|发布|升级|更改)|近期(?!内)|近日|不久前|前不久",
        r"即将(?:上线|推出|开放|支持|发布|下线)|敬请期待|新功能",
        r"(?<!到)目前|现阶段|眼下|如今|现今|截至(?:目前|今天|今日)",
    ],
}
PATTERN = {code: re.compile("|".join(patterns), re.IGNORECASE) for code, patterns in DATED.items()}


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        if "/announcements/" in file.path:
            continue
        for number, text in file.prose:
            if match := PATTERN[file.code].search(text):
                yield Problem(file.path, number, f'"{match[0]}"', "words that stay true", "Say it without the time, or make it an announcement.", match.start() + 1)
