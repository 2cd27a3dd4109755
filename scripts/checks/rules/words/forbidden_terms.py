"""Prose uses the words of the term base, not the forms it forbids (docs/_data/terms.yml)."""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Loaded, Problem, page, safety
from scripts.checks.lib.terms import forbidden

ID, NAME, SEVERITY = "TRM001", "forbidden-terms", "error"
ABOUT_ZH = "正文用术语表里的说法，不用它禁用的说法。"
ABOUT_EN = "Prose uses the words of the term base, not the forms that it forbids."
EXAMPLES = [
    page(zh="等平台入账。", en="Copy your wallet address."),
    page(zh=f"联系人工服务员。{MARK}", en=f"Your purse address.{MARK}\n\n1. Copy:\n   - your **purse address**{MARK}"),
    page(zh="看 `人工服务员`。\n\n````text\n```\n人工服务员\n````\n\n<!-- 人工服务员\n人工服务员 -->"),
    page(front_en={"title": f"title: Copy your purse address{MARK}"}),
    safety(zh=f"不给人工服务员。{MARK}", en=f"Show nobody your purse address.{MARK}"),
]


def check(source: Loaded) -> Iterator[Problem]:
    for code, (pattern, preferred) in forbidden(source.content).items():
        for file, number, text in source.prose(code):
            for match in pattern.finditer(text):
                place, right = (number, match.start() + 1), f'"{preferred[match[0].lower()]}"'
                yield file.problem(place, f'"{match[0]}"', right, "Write the preferred word.")
