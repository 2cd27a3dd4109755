"""What is confirmed as offered has an article that its readers can reach."""

from collections.abc import Iterator

from scripts.checks.lib import Loaded, Problem, data

ID, NAME, SEVERITY = "CFG002", "offered-methods", "warning"
ABOUT_ZH = "确认提供的功能，至少有一篇讲它的文章适用于这里的账户（applies_to）。"
ABOUT_EN = "Whatever is confirmed as offered has an article that applies to the accounts used here (`applies_to`)."
EXAMPLES = [data()]


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    for key in content.methods:
        told = [page for page in content.pages.values() if page.requires == key]
        if content.facts[key].state == "confirmed" and told and not any(content.available(page) for page in told):
            slugs = ", ".join(sorted({page.slug or "" for page in told}))
            found = f'"{key}" as offered, with articles for {told[0].applies_to} accounts alone: {slugs}'
            mend = 'Set "applies_to: both" where the article holds for all, or "state: not_offered".'
            yield Problem("docs/_data/facts.yml", content.fact_line(key), found, "an article that applies", mend)
