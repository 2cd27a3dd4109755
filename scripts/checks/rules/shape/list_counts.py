"""A count that announces a list is that of its items: "three things:" stands before three."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from scripts.checks.lib import MARK, Problem, Source, page

ID, NAME, SEVERITY = "SHP009", "list-counts", "error"
ABOUT_ZH = "冒号前说有几项，后面的列表或步骤就有几项。"
ABOUT_EN = 'A number that announces a list is the number of its items: after "three things:" there are three.'
EXAMPLES = [
    page(zh="看三项：\n\n- 甲\n- 乙\n- 丙", en="Look at three things:\n\n- A\n- B\n- C"),
    page(
        zh=f"看四项：{MARK}\n\n- 甲\n- 乙\n- 丙",
        en=f"Look at these four things:{MARK}\n\n- A\n- B\n- C",
    ),
    page(zh="1. 开。\n2. 看。\n\n三天内看：\n\n- 甲\n- 乙", en="1. A\n2. B\n\nIn 3 days look at:\n\n- A\n- B"),
]

WORDS = dict(zip("二两三四五六七八九", (2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
WORDS |= {word: number for number, word in enumerate("two three four five six seven eight nine".split(), 2)}
COUNTED = {
    "zh": re.compile(r"([二两三四五六七八九2-9])\s*(?:项|件事?|条|点|步|样|种|类|处)[^，。；：！？、\d]{0,6}[：:]\W*$"),
    "en": re.compile(
        r"\b(two|three|four|five|six|seven|eight|nine|[2-9]) (?:more |other )?"
        r"(?:things|steps|ways|cases|questions|items|points|reasons|signs|kinds|parts|places|rules|checks):\W*$",
        re.IGNORECASE,
    ),
}


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        pattern = COUNTED["zh" if file.code == "zh" else "en"]
        for before, after in pairwise(SyntaxTreeNode(file.document.tokens).children):
            if before.type != "paragraph" or after.type not in ("bullet_list", "ordered_list"):
                continue
            if match := pattern.search(before.children[0].content):
                count = WORDS.get(match[1].lower()) or int(match[1])
                if count != len(after.children):
                    line = file.document.first_line + (before.map[1] - 1 if before.map else 0)
                    found = f'"{match[0].strip()}" before {len(after.children)}'
                    yield Problem(file.path, line, found, f"{count} items, or the number there are")
