"""Numbered steps count 1, 2, 3 without a break, at most nine of them; lists nest two deep."""

import itertools
import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from scripts.checks.lib import MARK, File, Problem, Source, page

ID, NAME, SEVERITY = "SHP003", "lists", "error"
ABOUT_ZH = "步骤按 1、2、3 编号，不断开、不跳号、不重号，最多 9 步；列表最多两层。"
ABOUT_EN = "Steps are numbered 1, 2, 3 without a break, a gap or a repeat, nine at most; lists nest two deep."
EXAMPLES = [
    page(
        zh="先看：\n1. 打开。\n   - 看\n    - 点\n2. 看。\n\n   说明。\n\n苹果：\n\n1. 打开。\n   ```\n   1. 文\n"
        "   1. 文\n   ```\n<!-- 2. 旧的 -->\n2. 看。",
        en="1. One.\n1. Two.\n\n- A\n<!-- a -->\n- B\n\n## Next {#next}\n\n1. One.\n    1. One.\n    2. Two.\n\n"
        "    More.\n2. Two.\n\n* * *\n~~~\n7. Text\n~~~",
    ),
    page(
        zh=f"1. 打开。\n3. 看。{MARK}\n\n## 二 {{#two}}\n\n1. 打开。\n\n文字。\n\n2. 看。{MARK}",
        en=f"1. Open.\n2. Look.\n2. Tap.{MARK}\n3. Wait.\n\n## B {{#b}}\n\n1. Open.\n2. See.\n\nText.\n\n1. Tap.{MARK}",
    ),
    page(zh=f"2. 打开。{MARK}\n3. 看。\n\n- A\n  - B\n    - C{MARK}", en="1. Step.\n" * 9 + f"1. Step.{MARK}"),
    page(zh=f"1. 打开。\n - 看。{MARK}\n2. 点。", en=f"1. Open.\n- Look.{MARK}\n2. Tap."),
    page(zh=f"1. 打开。\n  2. 看。{MARK}\n3. 点。", en="1. Open.\n2. Look.\n3. Tap."),
    page(zh=f"1. 打开。\n2) 看。{MARK}\n3. 点。", en=f"- Open.\n2. Look.{MARK}\n3. Tap."),
]

OWN = re.compile(r"[:：]\W*$")  # what stands before a list of its own introduces it
LISTS = ("ordered_list", "bullet_list")
MOST, DEPTH = 9, 2
ODD = -1  # instead of the number of an item with another marker, which may stand for a step or not


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        root = SyntaxTreeNode(file.document.tokens)
        yield from _within(file, root, 1)
        yield from _again(file, root)


def _within(file: File, node: SyntaxTreeNode, depth: int) -> Iterator[Problem]:
    """The lists below a node of the page; `depth` is theirs."""
    run: list[SyntaxTreeNode] = []  # lists without a gap: one for who wrote them, if their markers were the same
    for child in node.children:
        is_list = child.type in LISTS
        if run and not (is_list and file.document.lines[_row(child) - 1].strip()):
            yield from _run(file, run)
            run = []
        if is_list:
            run.append(child)
        if is_list and depth > DEPTH:
            mend = "Make it a step, a sentence or a section of its own."
            yield _problem(file, child, f"a list {depth} deep", f"at most {DEPTH}", mend)
        yield from _within(file, child, depth + is_list)
    if run:
        yield from _run(file, run)


def _run(file: File, run: list[SyntaxTreeNode]) -> Iterator[Problem]:
    """Lists that stand together have one kind of marker, and count on."""
    marker = run[0].markup
    steps: list[tuple[int, SyntaxTreeNode]] = []
    for part in run:
        if part.markup == marker:
            steps += [(int(item.info or ODD), item) for item in part.children]
            continue
        found = f'"{part.children[0].info}{part.markup}" among "{"1" * (marker in ".)")}{marker}"'
        mend = "Write the marker of the items beside it, or indent it as far as the step's text."
        yield _problem(file, part, found, "one kind of marker", mend)
        steps.append((ODD, part))
    if marker not in ".)":
        return
    indents = [_indent(file, item) for _, item in steps]
    for indent, (number, item) in zip(indents, steps, strict=True):
        if number != ODD and indent != indents[0]:
            mend = "Begin all steps in the same column; what belongs to a step is indented as far as its text."
            yield _problem(file, item, f"step {number} indented by {indent}", f"by {indents[0]}, as the first", mend)
    ones = len(steps) > 1 and {number for number, _ in steps} == {1}
    for (before, _), (number, item) in itertools.pairwise([(0, run[0]), *steps]):
        if not ones and ODD not in (before, number) and number != before + 1:
            mend = "Put back the step that is missing, or number on; indent what stands between steps by three spaces."
            yield _problem(file, item, f"step {number}", f"step {before + 1}", mend)
            break
    if len(steps) > MOST:
        found, mend = f"{len(steps)} steps", "Divide them under two headings."
        yield _problem(file, steps[MOST][1], found, f"at most {MOST}", mend)


def _again(file: File, root: SyntaxTreeNode) -> Iterator[Problem]:
    """Steps that start at 1 again after a paragraph which does not introduce them."""
    steps = 0  # the last number of the numbered list before this one in the section
    between: list[str] = []
    for node in root.children:
        if node.type in ("heading", "mark"):
            steps = 0
        elif node.type == "ordered_list":
            if node.children[0].info == "1" and 0 < steps < MOST and between and not any(map(OWN.search, between)):
                mend = "Indent what stands between them by three spaces, or join it to the step before."
                expected = f"{steps + 1}, or a heading before them"
                yield _problem(file, node, "steps that start at 1 again", expected, mend)
            steps, between = int(node.children[-1].info), []
        else:  # a table, a list of its own, a template: they stand apart
            between.append(node.children[0].content if node.type == "paragraph" else ":")


def _row(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0


def _indent(file: File, node: SyntaxTreeNode) -> int:
    line = file.document.lines[_row(node)]
    return len(line) - len(line.lstrip())


def _problem(file: File, node: SyntaxTreeNode, found: str, expected: str, mend: str) -> Problem:
    """A problem of a list or an item, at its marker."""
    row = _row(node)
    line = file.document.lines[row]
    column = len(line) - len(line.lstrip()) + 1
    return Problem(file.path, file.document.first_line + row, found, expected, mend, column)
