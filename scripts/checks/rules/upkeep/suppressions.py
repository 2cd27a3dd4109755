"""Comments that silence a rule at one line: <!-- check-disable SEC003 until=2026-12-31 reason="…" --> before it."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.suppressions import suppressions

ID, NAME, SEVERITY = "CHK001", "suppression", "error"
ABOUT_ZH = "关闭某条检查要写明规则、原因和截止日期；到期后，那条检查照常报错。"
ABOUT_EN = "A comment that silences a rule names it, a reason and a last day; after that, the rule speaks again."
EXAMPLES = [
    page(en='<!-- check-disable TRM001 until=2026-12-31 reason="a quotation" -->\nCopy your purse address.'),
    page(en=f"<!-- check-disable TRM001 -->{MARK}\nText."),
    page(en=f'<!-- check-disable TRM001 until=2026-02-31 reason="no such day" -->{MARK}\nText.'),
    page(en=f'<!-- check-disable TRM001 until=2026-01-31 reason="until the partner answers" -->{MARK}\nText.'),
    page(zh=f'<!-- check-disable SEC999 until=2026-12-31 reason="没有这条规则" -->{MARK}\n文字。'),
]

EXPECTED = '<!-- check-disable SEC003 until=2026-12-31 reason="why" --> on the line before'


def check(source: Source) -> Iterator[Problem]:
    from scripts.checks.rules import RULES

    known = {rule.ID for rule in RULES}
    for file in source.files:
        for comment in suppressions(file):
            if comment.rule not in known or not comment.until:
                yield file.problem((comment.line, comment.column), f'"{comment.written}"', EXPECTED)
            elif comment.until < source.today:
                found = f"a suppression that ran out on {comment.until}"
                mend = "Mend what it hides, or set a new date."
                yield Problem(file.path, comment.line, found, "a date to come", mend, severity="expired")
