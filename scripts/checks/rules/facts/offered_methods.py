"""What is confirmed as offered has an article that its readers can reach."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Loaded, Problem, facts, page

ID, NAME, SEVERITY = "CFG002", "offered-methods", "warning"
ABOUT_ZH = "确认提供的功能，至少有一篇讲它的文章适用于这里的账户（applies_to）。"
ABOUT_EN = "Whatever is confirmed as offered has an article that applies to the accounts used here (`applies_to`)."
PATH = "docs/_data/facts.yml"
_CARD = page(front={"applies_to": "applies_to: custodial\nrequires: deposit.methods.card"}).files
EXAMPLES = [
    Example(_CARD | facts("custodial").files),
    Example(_CARD | {PATH: facts("self-custody").files[PATH].replace("card:", f"card:{MARK}\n     ")}),
]


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    for key in content.methods:
        told = [entry for entry in content.pages.values() if entry.requires == key]
        if content.facts[key].state == "confirmed" and told and not any(map(content.available, told)):
            slugs = ", ".join(sorted({entry.slug or "" for entry in told}))
            found = f'"{key}" as offered, with articles for {told[0].applies_to} accounts alone: {slugs}'
            mend = 'Set "applies_to: both" where the article holds for all, or "state: not_offered".'
            yield Problem(PATH, content.fact_line(key), found, "an article that applies", mend)
