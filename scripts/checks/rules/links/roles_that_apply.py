"""What the home page and a search for a transaction hash put first applies to this operator's readers."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Loaded, Problem, facts, navigation
from scripts.content.facts import CUSTODY_MODEL

ID, NAME, SEVERITY = "CFG003", "roles-that-apply", "warning"
ABOUT_ZH = "navigation.yml 的 popular 和 hash 只列在这里适用的文章；不适用的不显示。"
ABOUT_EN = "`popular` and `hash` of `navigation.yml` list articles that apply here; one that does not is not shown."
PATH = "docs/_data/navigation.yml"
_SLUG = "verification-code-not-received"
EXAMPLES = [
    Example(facts("custodial").files | navigation(_SLUG, _SLUG).files),
    Example(facts("self-custody").files | navigation(f"{_SLUG}{MARK}", _SLUG).files),
]


def check(source: Loaded) -> Iterator[Problem]:
    content = source.content
    pages = {page.slug: page for page in content.pages.values() if page.code == content.languages[0].code}
    for where, slug in content.navigation.roles():
        if where[0] != "locked_out" and (page := pages.get(slug)) and not content.available(page):
            why = f"{CUSTODY_MODEL} is {content.custody}"
            why = f"{page.requires} is not offered" if content.shows_branch(page.applies_to) else why
            line = content.data["navigation.yml"].line(where)
            found = f'"{slug}", which does not apply where {why}, below "{where[0]}"'
            yield Problem(PATH, line, found, "an article that applies", "Put another one in its place.")
