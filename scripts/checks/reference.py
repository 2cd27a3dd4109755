"""RULES.md: every rule with a sentence for writers and an example, made from the rules themselves."""

import textwrap
from pathlib import Path

from .lib.example import MARK, Example, page
from .rules import RULES

FILE = Path(__file__).with_name("RULES.md")
HEAD = """\
# What `make check` looks for · `make check` 查什么

Made by `make reference` from the rules themselves; nobody edits this file. An error keeps a change from being merged, a
warning wants to be read. To silence a rule at one line, write on the line before it (in data files, behind `#`):

    <!-- check-disable TRM001 until=2026-12-31 reason="why this line is right" -->

本文件由 `make reference` 从规则生成，不要手工改。error 会挡住合并，warning 请人看一眼。要在某一行关闭某条规则，\
把上面这样的注释写在它的前一行，
写明理由和截止日期；到期后，那条检查照常报错。

| | | |
| --- | --- | --- |
"""


def text() -> str:
    """What RULES.md holds."""
    rules = sorted(RULES, key=lambda rule: rule.ID)
    rows = "".join(f"| [{r.ID}](#{r.ID.lower()}-{r.NAME}) | {r.NAME} | {r.SEVERITY} |\n" for r in rules)
    parts = [f"## {r.ID} {r.NAME}\n\n{r.ABOUT_ZH}\n\n{r.ABOUT_EN}\n\n{_shown(r.EXAMPLES)}" for r in rules]
    return "\n".join([HEAD + rows, *parts])


def _shown(examples: list[Example]) -> str:
    """The lines that the rule finds in its examples, and what the other examples have of their own."""
    usual = {line for text in page().files.values() for line in text.split("\n")}
    parts: dict[str, list[str]] = {"Found": [], "Left alone": []}
    for example in examples:
        clean = not any(MARK in text for text in example.files.values())
        for path, content in example.files.items():
            name = path.rpartition("/")[2]
            for line in content.split("\n"):
                said = line.removesuffix(MARK)
                left = clean and name == "example.md" and line.strip() and line not in usual
                if left or (said != line and said != "---"):
                    shown = f"{name}: {textwrap.shorten(said.strip(), 100, placeholder=' …')}"
                    parts["Left alone" if clean else "Found"].append(shown)
    shown_parts = ((label, "\n".join(dict.fromkeys(lines))) for label, lines in parts.items() if lines)
    return "\n".join(f"{label}:\n\n```text\n{lines}\n```\n" for label, lines in shown_parts)
