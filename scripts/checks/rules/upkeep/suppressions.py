"""Comments that silence a rule at one line: <!-- check-disable TRM001 until=2026-12-31 reason="…" --> before it."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.suppressions import LONGEST, NEVER, suppressions

ID, NAME, SEVERITY = "CHK001", "suppression", "error"
ABOUT_ZH = "关闭某条检查要写明规则、原因和截止日期，最长 90 天，到期后照常报错；安全、联系方式和链接的规则不能关。"
ABOUT_EN = (
    "A comment that silences a rule names it, a reason and a last day within 90 days, after which the rule speaks "
    "again; rules on security, contacts and links cannot be silenced."
)
EXAMPLES = [
    page(en='<!-- check-disable TRM001 until=2026-12-31 reason="a quotation" -->\nCopy your purse address.'),
    page(en=f"<!-- check-disable TRM001 -->{MARK}\nText."),
    page(en=f'<!-- check-disable TRM001 until=2026-02-31 reason="no such day" -->{MARK}\nText.'),
    page(en=f'<!-- check-disable TRM001 until=2026-01-31 reason="until the partner answers" -->{MARK}\nText.'),
    page(zh=f'<!-- check-disable TRM999 until=2026-12-31 reason="没有这条规则" -->{MARK}\n文字。'),
    page(zh=f'<!-- check-disable CON002 until=2026-12-31 reason="朋友的公司" -->{MARK}\n文字。'),
    page(en=f'<!-- check-disable TRM001 until=2027-03-31 reason="for a long while" -->{MARK}\nText.'),
]

EXPECTED = '<!-- check-disable TRM001 until=2026-12-31 reason="why" --> on the line before'


def check(source: Source) -> Iterator[Problem]:
    from scripts.checks.rules import RULES

    known = {rule.ID for rule in RULES}
    for file in source.files:
        for comment in suppressions(file):
            if comment.rule not in known or not comment.until:
                yield file.problem((comment.line, comment.column), f'"{comment.written}"', EXPECTED)
            elif NEVER.fullmatch(comment.rule):
                mend = "Mend what it finds; where the rule is wrong, mend the rule."
                expected = "no rule on security, contacts, links or reading the content"
                yield file.problem((comment.line, comment.column), f"{comment.rule} silenced", expected, mend)
            elif (comment.until - source.today).days > LONGEST:
                found, expected = f"a suppression until {comment.until}", f"a day within {LONGEST} days"
                yield file.problem((comment.line, comment.column), found, expected)
            elif comment.until < source.today:
                found = f"a suppression that ran out on {comment.until}"
                mend = "Mend what it hides, or set a new date."
                yield Problem(file.path, comment.line, found, "a date to come", mend, severity="expired")
