"""No step and no sentence says "see" of an article that does not apply, in any of the operator's configurations."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.content import Content, Page
from scripts.content.leads import Part, parts

ID, NAME, SEVERITY = "CFG001", "links-that-apply", "error"
ABOUT_ZH = "步骤和句子里的“看……”，在每种托管方式、缺任何功能时都要适用。只通往别处的行和项目会一起隐藏。"
ABOUT_EN = (
    'What a step or a sentence says to "see" applies with every kind of accounts and without any one method. A table '
    "row or a bullet that only leads to an article that does not apply goes with it, if others stay."
)
_OTHER = "../troubleshooting/verification-code-not-received.md"  # for custodial accounts
EXAMPLES = [
    page(
        zh=f"- 收不到：看[验证码收不到]({_OTHER})。\n- 先看余额。\n\n::: custodial\n看[验证码收不到]({_OTHER})。\n:::",
        en=f"- None: see [no code]({_OTHER}).\n- Look at it.\n\n::: custodial\nSee [no code]({_OTHER}).\n:::",
    ),
    page(
        zh=f"1. 看[验证码收不到]({_OTHER})。{MARK}\n2. 再看余额。",
        en=f"1. See [no code]({_OTHER}).{MARK}\n2. Look at it.",
    ),
    page(zh=f"- 看[验证码收不到]({_OTHER})。{MARK}", en=f"- See [no code]({_OTHER}).{MARK}"),
]
MEND = "Give it a bullet or a row of its own, put it into ::: custodial or ::: self-custody, or lead elsewhere."


def check(source: Loaded) -> Iterator[Problem]:
    held = [(entry, list(parts(entry.document))) for entry in source.content.pages.values()]
    named: set[tuple[str, int, str]] = set()
    for where, content in source.content.configurations():
        for entry, found in held:
            for line, target in _nowhere(content, entry, found) if content.available(entry) else ():
                if (place := (entry.path, line, target)) not in named:
                    named.add(place)
                    yield Problem(entry.path, line, f'a link to "{target}", which does not apply {where}',
                                  "a way on that does", MEND)  # fmt: skip


def _nowhere(content: Content, entry: Page, found: list[Part]) -> Iterator[tuple[int, str]]:
    """(line, target) of what only leads to where nothing applies: of a part that stays, or of all parts of a list."""

    def applies(target: str) -> bool:
        return content.leads_on(entry, target)

    shown = [part for part in found if content.shows_block(part.block)]
    staying = {part.group for part in shown if part.may_go and not part.goes(applies)}
    for part in shown:
        if not part.goes(applies) or part.group not in staying:
            for lead in part.leads:
                if lead.points and not applies(lead.target):
                    yield entry.document.first_line + lead.line, lead.target
