"""Nothing that was left to fill in, or left over from a merge, is published."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.patterns import table

ID, NAME, SEVERITY = "TXT001", "unfinished", "error"
ABOUT_ZH = "没有留着待补的字样，也没有合并冲突留下的标记。"
ABOUT_EN = "Nothing is left to fill in, and nothing is left over from a merge."
EXAMPLES = [
    page(en="Everything is said.", zh="还没到账，就再等等。"),
    page(en=f"Look.\n\n<!-- TODO: say how long it takes -->{MARK}", zh=f"步骤待补充。{MARK}"),
    page(en=f"<<<<<<< HEAD{MARK}\nOne.\n======={MARK}\nTwo.\n>>>>>>> branch{MARK}"),
]

LEFT = table(r"""
marks :: \bTODO\b|\bFIXME\b|\bTBD\b|\bTBC\b|\bXXX\b                   :: TODO: say how long it takes
text  :: lorem ipsum|placeholder text|to be added|to be written|to be completed :: There is {} here.
待补  :: 待补|待完善|待填写|此处补充|占位|未完待续                    :: 步骤{}
""")
CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)")


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for number, line in enumerate(file.lines, 1):  # comments and code too: what is to be written often waits there
            if match := CONFLICT.match(line):
                found = f'"{match[1]}", left by a merge'
                yield file.problem((number, 1), found, "one version of the text", "Choose one side.")
            elif file.is_page and (match := LEFT.search(line)):
                place, mend = (number, match.start() + 1), "Write it, or take the line out."
                yield file.problem(place, f'"{match[0]}"', "what belongs there", mend)
