"""An article has the shape of its kind: what to do when something went wrong comes first, a how-to has steps, all lead on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Page, Problem
from scripts.content.articles import ArticleFront

from .markup import outside_fences
from .rule import MARK, File, Source, page

ID = "SHP001"
NAME = "article-shape"
ABOUT = {
    "zh": "排查类文章先给表格或步骤，操作类文章有编号的步骤；每篇都通向另一篇，最后一节是“联系客服前准备好”。",
    "en": "Troubleshooting opens with a table or with what to do, a how-to has numbered steps; each leads to another article and ends with what to have ready for support.",
}
SUPPORT = "for-support"
STEPS = "1. Open it.\n2. Look.\n3. Tap.\n\n"
END_ZH = "## 联系客服前准备好 {#for-support}\n\n时间，再[看充值](deposit-crypto.md)。"
END_EN = "## Have ready for support {#for-support}\n\nThe time; see [deposits](deposit-crypto.md)."
TABLE = "| A | B |\n| --- | --- |\n| one | two |\n\n"
TROUBLE = {"type": "type: troubleshooting"}
EXAMPLES = [
    page(zh=f"{STEPS}{END_ZH}", en=f"{STEPS}{END_EN}"),
    page(zh=f"先看表。\n\n{TABLE}{END_ZH}", en=f"{TABLE}{END_EN}", front=TROUBLE),
    page(zh=f"## 马上 {{#now}}\n\n::: custodial\n{STEPS}:::\n\n{END_ZH}", en=f"## Now {{#now}}\n\n{STEPS}{END_EN}", front=TROUBLE),
    page(zh=f"{STEPS}{END_ZH}", en=f"Open it.{MARK}\n\n{END_EN}"),
    page(zh=f"{TABLE}{END_ZH}", en=f"Text.{MARK}\n\n## Later {{#later}}\n\n{TABLE}{END_EN}", front=TROUBLE),
    page(zh=f"{TABLE}{END_ZH}", en=f"## Why {{#why}}{MARK}\n\nText.\n\n{END_EN}", front=TROUBLE),
    page(zh=f"文字。{MARK}\n\n## 联系客服前准备好 {{#for-support}}\n\n时间。", en=f"Text.\n\n{END_EN}", front={"type": "type: faq"}),
    page(zh=f"[看充值](deposit-crypto.md)。\n\n{END_ZH}", en=f"{END_EN}\n\n## Later {{#later}}{MARK}\n\nText.", front={"type": "type: faq"}),
]

TABLE_ROW = re.compile(r"^\s*\|")
STEP = re.compile(r"^\s*\d{1,2}[.)]\s")
HEADING = re.compile(r"^ {0,3}#{1,6}\s")
FEWEST = 3  # steps of a how-to
NO_TEXT = re.compile(r"\s*(?:|:::.*|\{\{.*\}\})\s*")


def check(source: Source) -> Iterator[Problem]:
    for article in source.content.pages.values() if source.content else ():
        if isinstance(article.front, ArticleFront):
            yield from _article(article, source.file(article.path))


def _article(article: Page, file: File) -> Iterator[Problem]:
    lines = outside_fences(file)[0]
    first = next((number for number, line in lines if line.strip()), article.body_line)
    if article.front.type == "troubleshooting":
        yield from _opening(article, lines, first)
    steps = sum(bool(STEP.match(line)) for _, line in lines)
    if article.front.type == "how-to" and steps < FEWEST:
        yield Problem(article.path, first, f"a how-to with {steps} numbered steps", f"{FEWEST} or more", "Write what to do as 1., 2., 3.; or it is of another type.")
    if not any(re.search(r"(?:^|/)(?!index\.md)[\w-]+\.md(?:#|$)", link.target) for link in article.links):
        yield Problem(article.path, first, "no link to another article", "at least one in the text", "Link to what helps next.")
    anchors = [heading.anchor for heading in article.headings]
    if SUPPORT not in anchors:
        yield Problem(article.path, first, f"no section {{#{SUPPORT}}}", "one at the end", "Say what to have ready for support.")
    elif anchors[-1] != SUPPORT:
        last = article.headings[-1]
        yield Problem(article.path, last.line, f'"{last.text}" after what to have ready for support', f"{{#{SUPPORT}}} as the last section", "Move it up.")


def _opening(article: Page, lines: list[tuple[int, str]], first: int) -> Iterator[Problem]:
    """A table before the first heading; where there is nothing before it, the first section is the action."""
    opening, started = [], False
    for number, line in lines:
        if HEADING.match(line):
            if number != first:
                break
        elif not NO_TEXT.fullmatch(line):
            opening.append(line)
    emergency = bool(HEADING.match(dict(lines).get(first, "")))
    if emergency and not any(STEP.match(line) for line in opening[:2]):
        yield Problem(article.path, first, "an emergency that does not open with what to do", "numbered steps first", "Move the steps to the top.")
    elif not emergency and not any(TABLE_ROW.match(line) for line in opening):
        yield Problem(article.path, first, "no table before the first heading", "what readers see, and what to do", "Open with a table, or with steps below a heading.")
