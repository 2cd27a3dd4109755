"""A step says the same thing under the same number: its links, facts and pictures stand in no other step or row."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.checks.lib.outline import Pair, counterparts
from scripts.content import Page
from scripts.content.blocks import Block

ID, NAME, SEVERITY = "PAR006", "same-order", "error"
ABOUT_ZH = "步骤、列表和表格的行，两种语言顺序一样：同一步、同一行有同样的链接、事实和图片。"
ABOUT_EN = "Steps, items and rows stand in the same order: the same one has the same links, facts and pictures."
A, B = "[甲 A](deposit-crypto.md)", "[乙 B](choose-deposit-method.md)"
EXAMPLES = [
    page(zh=f"先看{A}，再看{B}。\n\n1. 看{A}。\n2. 看{B}。", en=f"Before {B}, see {A}.\n\n1. See {A}.\n2. See {B}."),
    page(zh=f"1. 看{A}。\n2. 看{B}。", en=f"1. See {B}.{MARK}\n2. See {A}.{MARK}"),
    page(zh="- 开\n- 等 {{ deposit.arrival_time }}", en=f"- Wait {{{{ deposit.arrival_time }}}}.{MARK}\n- Look.{MARK}"),
    page(zh=f"1. 看 `{A}`。\n2. 看{B}。", en=f"1. See it.\n2. See {B}."),
    page(zh=f"| 甲 |\n| --- |\n| {A} |\n| 无 |", en=f"| A |\n| --- |\n| none |{MARK}\n| {A} |{MARK}"),
]


def check(source: Loaded) -> Iterator[Problem]:
    rows: dict[tuple[object, ...], list[Pair]] = defaultdict(list)
    for pair in counterparts(source):
        mine, other, block, theirs = pair
        # a table's cells together: a link may stand in the next cell of its row
        if block.kind in ("step", "item", "cell") and (0,) not in (block.place, theirs.place):
            place = block.place[:2] if block.kind == "cell" else block.place
            rows[mine.path, other.path, block.section, block.kind, place].append(pair)
    for pairs in rows.values():
        mine, other, block, theirs = pairs[0]
        page_, translated = source.content.by_path[mine.path], source.content.by_path[other.path]
        left = Counter(name for _, _, block, _ in pairs for name, _ in _shown(page_, block))
        shown = [each for _, _, _, theirs in pairs for each in _shown(translated, theirs)]
        right = Counter(name for name, _ in shown)
        if left != right:
            gone, new = (sorted(names.elements()) for names in (left - right, right - left))
            line = next((line for name, line in shown if name in new), theirs.line)
            expected = f"{', '.join(gone) or 'nothing more'}, as in {mine.path}:{block.line}"
            found = ", ".join(new) or f"no {', '.join(gone)}"
            yield Problem(other.path, line, found, expected, "Keep steps, items and rows in the same order.")


def _shown(page: Page, block: Block) -> list[tuple[str, int]]:
    """What a block leads to or shows, with its line."""
    written = [(link.href, link.line, link.column) for link in page.document.links]
    written += [(key.name, key.line, key.column) for key in page.document.keys]
    return [(name, line) for name, line, column in written if (line, column) in block.places]
