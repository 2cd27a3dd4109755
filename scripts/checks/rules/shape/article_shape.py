"""An article has the shape of its kind: what to do comes first, a how-to has steps, all lead on."""

import itertools
import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Loaded, Problem, page
from scripts.content.pages import Article

ID, NAME, SEVERITY = "SHP001", "article-shape", "error"
ABOUT_ZH = "排查类文章先给表格或步骤，操作类文章有编号的步骤；每篇都通向另一篇，最后一节是“联系客服前准备好”。"
ABOUT_EN = "Troubleshooting opens with a table or steps, a how-to has steps; each leads on and ends with support."
SUPPORT = "for-support"
STEPS = "1. Open it.\n2. Look.\n3. Tap.\n\n"
END_ZH = "## 联系客服前准备好 {#for-support}\n\n时间，再[看充值](deposit-crypto.md)。"
END_EN = "## Have ready for support {#for-support}\n\nThe time; see [deposits](deposit-crypto.md)."
TABLE = "| A | B |\n| --- | --- |\n| one | two |\n\n"
TROUBLE, FAQ = {"type": "type: troubleshooting"}, {"type": "type: faq"}
EXAMPLES = [
    page(zh=f"表。\n\n{TABLE}{END_ZH}", en=f"## A {{#a}}\n\n::: custodial\n{STEPS}:::\n\n{END_EN}", front=TROUBLE),
    page(
        zh=f"打开。{MARK}\n\n````\n```\n{STEPS}````\n\n{END_ZH}",
        en=f"1. Open it.\n   - Look.\n\n2. Look.\n   ~~~\n   1.\n   ~~~\n3. Tap.\n{END_EN}",
    ),
    page(
        zh=f"文字。{MARK}\n\n## 之后 {{#later}}\n\n{TABLE}{END_ZH}",
        en=f"## Why {{#why}}{MARK}\n\nText.\n\n{END_EN}",
        front=TROUBLE,
    ),
    page(zh=f"文字。{MARK}\n\n## 备 {{#for-support}}", en=f"{END_EN}\n\n## More {{#more}}{MARK}\n\nText.", front=FAQ),
]

FEWEST = 3  # steps of a how-to
ARTICLE = re.compile(r"(?:^|/)(?!index\.md)[\w-]+\.md(?:#|$)")


def check(source: Loaded) -> Iterator[Problem]:
    for article in source.content.pages.values():
        if isinstance(article, Article):
            yield from _article(article, source.file(article.path))


def _article(article: Article, file: File) -> Iterator[Problem]:
    document = article.document
    top = (article.path, file.blocks[0].line if file.blocks else document.first_line)
    steps = sum(token.type == "list_item_open" and bool(token.info) for token in document.tokens)
    if article.front.type == "how-to" and steps < FEWEST:
        yield Problem(*top, f"a how-to with {steps} numbered steps", f"{FEWEST} or more", "Write them as 1., 2., 3.")
    kinds = [block.kind for block in file.blocks]
    lead = list(itertools.takewhile(lambda kind: kind != "heading", kinds))
    if article.front.type == "troubleshooting" and not lead and "step" not in kinds[1:3]:
        found = "an emergency that does not open with what to do"
        yield Problem(*top, found, "numbered steps first", "Move the steps to the top.")
    elif article.front.type == "troubleshooting" and lead and "cell" not in lead:
        mend = "Open with a table, or with steps below a heading."
        yield Problem(*top, "no table before the first heading", "what readers see, and what to do", mend)
    if not any(ARTICLE.search(link.target) for link in document.links):
        yield Problem(*top, "no link to another article", "at least one in the text", "Link to what helps next.")
    anchors = [heading.anchor for heading in document.headings]
    if SUPPORT not in anchors:
        yield Problem(*top, f"no section {{#{SUPPORT}}}", "one at the end", "Say what to have ready for support.")
    elif anchors[-1] != SUPPORT:
        last, expected = document.headings[-1], f"{{#{SUPPORT}}} as the last section"
        yield Problem(article.path, last.line, f'"{last.text}" after what to have ready', expected, "Move it up.")
