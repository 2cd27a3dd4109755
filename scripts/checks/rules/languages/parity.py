"""Both languages say the same: the same headings, steps, tables, blocks, safety lines, facts and links."""

from collections import Counter
from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page
from scripts.checks.lib.outline import outline

ID, NAME, SEVERITY = "PAR001", "parity", "error"
ABOUT_ZH = "两种语言的标题、步骤、列表、表格、块、安全提示、事实和链接一样多，顺序一样。"
ABOUT_EN = "Both languages have the same headings, steps, lists, tables, blocks, safety lines, facts and links."
EXAMPLES = [
    page(zh="1. 打开。\n2. 等 {{ deposit.arrival_time }}。", en="1. Open.\n2. Wait {{ deposit.arrival_time }}."),
    page(zh="1. 打开。\n2. 看。\n\n看：\n- 甲\n- 乙", en=f"1. Open it and look.{MARK}\n\nLook:\n- A and B{MARK}"),
    page(zh="## 一 {#one}\n\n文字。", en=f"## One {{#first}}{MARK}\n\nText."),
    page(zh="看[充值](deposit-crypto.md)。", en=f"See [deposits](choose-deposit-method.md).{MARK}"),
    page(zh="| 甲 |\n| --- |\n| 一 |\n| 三 |", en=f"| A |{MARK}\n| --- |\n| one |"),
    page(zh="{{ SAFE-1 }}", en=f"{{{{ SAFE-3 }}}}{MARK}"),
    page(zh="1. 看。\n   - 甲\n   - 乙", en=f"1. Look.\n   - A and B{MARK}"),
    page(zh="~~~~\n一\n```\n二\n~~~~", en=f"~~~~{MARK}\none\n```\n~~~~"),
    page(zh="<!-- 看 {{ SAFE-5 }}。 -->\n\n键是 `{{ deposit.x }}`。\n\n{{ SAFE-1 }}", en="The key is `x`."),
]

# Compared one by one, in order. Facts and links may stand elsewhere in a sentence of another language: those are
# compared as a whole, section by section.
ORDERED = ("heading", "steps", "list", "table", "template", "block", "safety line")


def check(source: Loaded) -> Iterator[Problem]:
    for mine, other in source.translations():
        left, right = outline(mine), outline(other)
        for kind in ORDERED:  # the first difference of each, blamed on the translation
            a, b = ([part for part in parts if part.kind == kind] for parts in (left, right))
            differ = next(((x, y) for x, y in zip(a, b, strict=False) if x.shape != y.shape), None)
            if differ:
                expected = f"{kind} {differ[0].shape}, as in {mine.path}:{differ[0].line}"
                yield Problem(other.path, differ[1].line, f"{kind} {differ[1].shape}", expected)
            elif len(a) != len(b):
                line = b[-1].line if b else other.document.first_line
                yield Problem(other.path, line, f"{len(b)} of {kind}", f"{len(a)}, as in {mine.path}")
        gathered, theirs = (Counter(part for part in parts if part.kind not in ORDERED) for parts in (left, right))
        lines = {"": other.document.first_line} | {part.section: part.line for part in reversed(right)}
        for part in gathered - theirs:
            if part.section in lines:
                found = f"no {part.kind} {part.shape} below {part.section or 'the title'}"
                yield Problem(other.path, lines[part.section], found, f"it, as in {mine.path}")
        for part in theirs - gathered:
            if part.section in {"", *(each.section for each in left)}:
                expected = f"it in {mine.path} too, below {part.section or 'the title'}"
                yield Problem(other.path, part.line, f"{part.kind} {part.shape}", expected)
