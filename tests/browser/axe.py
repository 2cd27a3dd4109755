"""axe-core on a page as it stands: WCAG 2.2 AA and axe's own best practices."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page: Page) -> list[str]:
    """What axe finds, a line for each element: `rule (impact): element: what is wrong with it`."""
    if not page.evaluate("typeof globalThis.axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        "tags => axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })", RULES
    )
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {summary(node)}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def summary(node: dict) -> str:
    """What is wrong: every check that had to pass and did not, and the first of those of which one was enough."""
    checks = [*node["all"], *node["none"], *node["any"][:1]]
    return ". ".join(check["message"].strip().replace("\n", " ") for check in checks) or node["html"]
