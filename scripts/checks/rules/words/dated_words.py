"""Words that age: a year, "recently", "this year". What changes with time is an announcement or a fact."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page, safety
from scripts.checks.lib.patterns import in_prose, table

ID, NAME, SEVERITY = "TXT002", "dated-words", "error"
ABOUT_ZH = "正文不写会过时的话：年份、“今年”“最近更新”“目前”。会变的写进公告或事实。"
ABOUT_EN = "Prose holds no words that age (a year, currently): what changes belongs in an announcement or a fact."
EXAMPLES = [
    page(
        en="If you logged in recently, wait 24 hours. Come back soon, as soon as you can. It costs 2024 USDT.\n\n"
        "You recently changed your password. A new device.\n\n````text\n```\nthis year\n````\n\n<!-- currently -->",
        zh="最近登录过的设备都在这里，等 24 小时。看最近的交易。最近改了密码、刚换了设备。需要时下载。金额 2024 个。",
    ),
    page(en=f"Since 2024 this is easier.{MARK}\n\n- Recently, it changed.{MARK}\n- It will be available soon.{MARK}"),
    page(zh=f"今年换了新菜单。{MARK}\n\n- 目前只支持 TRON。{MARK}\n- 最近更新的菜单。{MARK}"),
    safety(zh=f"今年不要再给。{MARK}", en=f"Currently, give it to nobody.{MARK}"),
]

MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
WHEN = rf"(?:since|in|from|as of|until|by|during|before|after|of)\s+(?:(?:early|late|mid|{MONTH})[\s-]+)*"
CHANGED = r"(?:chang|updat|upgrad|add|launch|releas|renam|redesign|mov|introduc|improv|remov)\w*"  # what a site does
# A year, unless it counts something. What changed a short while ago: readers do things recently too.
ENGLISH = table(rf"""
year     :: {WHEN}20[1-4]\d\b(?! (?-i:[A-Z]{{3}}))|{MONTH} (?:\d\d?, )?20[1-4]\d :: Since early 2024 this is easier.
day      :: 20[1-4]\d-(?:0[1-9]|1[0-2])                                          :: Read on 2026-05-01.
this     :: (?:this|last|next) (?:year|month|quarter|week)                       :: There is more to come next month.
has just :: (?:we|has|have|was|were|is|are)\s+(?:been\s+)?(?:recently|newly|just)\s+{CHANGED} :: It has just changed.
newly    :: (?:the|a|our) (?:recently|newly) {CHANGED}                           :: The recently updated menu.
recently :: (?<!\w )(?:recently|lately|until recently)(?=,)                      :: Recently, the menu changed.
soon     :: new features?|newest features?|coming soon|will soon|to soon be      :: There is {{}} one.
soon be  :: (?:will|to) be (?:available|added|launched|released|supported) soon  :: It will be available soon.
now      :: currently|presently|nowadays|these days|as of now|as of today|as of this writing|at the time of writing|
    for the time being                                                           :: {{}}, only TRON works.
moment   :: at (?:the|this) moment(?=[,.;])                                      :: At the moment, only TRON works.
""")
CHINESE = table(r"""
年份 :: (?<![\d.,])20[1-4]\d ?年|20[1-4]\d-(?:0[1-9]|1[0-2])    :: 2024 年起更简单了。
汉字 :: [二两][〇零○][一二三四][〇零一二三四五六七八九]年 :: 二〇二五年换了。
今年 :: 今年|去年|明年|本月|上月|下月|上个月|下个月|上半年|下半年|近日|不久前|前不久|
    敬请期待|新功能 :: {}换了新菜单。
更新 :: (?:最近|刚刚|新近)(?:更新|上线|推出|新增|改版|调整|变更|发布|升级|更改) :: 最近更新的菜单。
近期 :: 近期(?!内)|(?<!到)目前|现阶段|眼下|如今|现今|截至(?:目前|今天|今日) :: 近期会改。
即将 :: 即将(?:上线|推出|开放|支持|发布|下线)                                                          :: 即将支持。
""")
ENGLISH_WORDS = re.compile(rf"\b{ENGLISH.pattern}\b", re.IGNORECASE)
MEND = "Say it without the time, or make it an announcement."


def check(source: Source) -> Iterator[Problem]:
    problems = in_prose(source, {"en": ENGLISH_WORDS, "zh": CHINESE}, "words that stay true", MEND)
    # what the interface says of the state of facts is made anew at each build
    passing = ("/announcements/", "/languages.yml")
    yield from (problem for problem in problems if not any(part in problem.path for part in passing))
