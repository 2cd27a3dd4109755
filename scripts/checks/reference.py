"""RULES.md: every rule with a sentence for writers and an example, made from the rules themselves."""

from __future__ import annotations

import textwrap
from pathlib import Path

from . import RULES, SEVERITIES
from .rule import MARK, Example, page

FILE = Path(__file__).with_name("RULES.md")
HEAD = """\
# What `make check` looks for · `make check` 查什么

Made by `make reference` from the rules themselves; nobody edits this file. An error keeps a change from being merged, a
warning wants to be read. To silence a rule at one line, write on the line before it (in data files, behind `#`):

    <!-- check-disable SEC003 until=2026-12-31 reason="why this line is right" -->

本文件由 `make reference` 从规则生成，不要手工改。error 会挡住合并，warning 请人看一眼。要在某一行关闭某条规则，把上面这样的注释写在它的前一行，
写明理由和截止日期；到期后，发布会被拦下。

| | | |
| --- | --- | --- |
"""


def text() -> str:
    rules = sorted(RULES, key=lambda rule: rule.ID)
    rows = "".join(f"| [{rule.ID}](#{rule.ID.lower()}-{rule.NAME}) | {rule.NAME} | {SEVERITIES[rule.ID]} |\n" for rule in rules)
    parts = [HEAD + rows]
    for rule in rules:
        parts.append(f"## {rule.ID} {rule.NAME}\n\n{rule.ABOUT['zh']}\n\n{rule.ABOUT['en']}\n\n{_shown(rule.EXAMPLES)}")
    return "\n".join(parts)


def _shown(examples: list[Example]) -> str:
    """The lines that the rule finds in its examples, and what the other examples have of their own."""
    usual = {line for text in page().files.values() for line in text.split("\n")}
    found, passed = [], []
    for example in examples:
        for path, content in example.files.items():
            name = path.rpartition("/")[2]
            lines = content.split("\n")
            marked = [line.removesuffix(MARK) for line in lines if line.endswith(MARK)]
            found += [_line(name, line) for line in marked if line != "---"]
            if not any(MARK in text for text in example.files.values()) and name == "example.md":
                passed += [_line(name, line) for line in lines if line.strip() and line not in usual]
    parts = [("Found", found), ("Left alone", passed)]
    return "\n".join(f"{label}:\n\n```text\n{chr(10).join(dict.fromkeys(lines))}\n```\n" for label, lines in parts if lines)


def _line(name: str, line: str) -> str:
    return f"{name}: {textwrap.shorten(line.strip(), 100, placeholder=' …')}"
