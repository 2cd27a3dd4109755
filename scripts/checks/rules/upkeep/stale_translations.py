"""A section that has changed in one language since somebody read both together, and not in the other.

docs/_data/accepted.yml holds, for each section that was read, a fingerprint of each language's words (lib/sections.py).
`make accept` writes the file.
"""

from collections.abc import Iterator

from scripts.checks.lib import MARK, Example, Loaded, Problem, data, page
from scripts.checks.lib.sections import CHANGED, distance, fingerprint, sections
from scripts.content import Content, Page
from scripts.content.data import Fingerprints

ID, NAME, SEVERITY = "PAR007", "stale-translation", "error"
ABOUT_ZH = "一种语言的某一节改了意思，另一种语言也要改；两边都读过，用 make accept 记下。"
ABOUT_EN = "When a section changes in one language, so does the other; who has read both notes it by make accept."

FILE = "accepted.yml"
HEAD = """\
# Which sections somebody has read in both languages together, and a fingerprint of what they said then.
#
# Nobody edits this file: `make accept ARTICLE=deposit-not-arrived` writes it. "top" is title, description and what \
stands
# before the first heading.
"""
TOUCHED = 1  # from how many words the other language counts as changed with it
_BODY = {"zh": "## 查一查 {#check}\n\n付款之前看余额。", "en": "## Look {#check}\n\nSee the balance before you pay."}


def _example(old: str, new: str, mark: str = "") -> Example:
    """An article that was accepted, and then changed in one language; the other one is behind, at the mark."""
    changed = {
        code: text.replace(old, new) if old in text else text.replace("}", "}" + mark) for code, text in _BODY.items()
    }
    prints = ", ".join(f"{code}: {fingerprint(code, text)}" for code, text in _BODY.items())
    record = data(accepted=f"{HEAD}deposits/example/:\n  check: {{{prints}}}\n")
    zh, en = (f"{text}\n\n## End {{#end}}\n\n{{{{ SAFE-1 }}}}" for text in changed.values())
    return Example(page(zh, en).files | record.files)


EXAMPLES = [
    _example("balance", "balance"),
    _example("you pay.", "you pay. Then wait."),
    _example("you pay.", "you pay. Never send the same payment a second time; first look it up.", MARK),
    _example("余额。", "余额。区块浏览器上查到了，就把交易哈希发给收款的平台。", MARK),
    _example("余额。", "余额。不。", MARK),
    _example("before", "after", MARK),
    _example("之前", "之后", MARK),
    _example("See", "Check"),
    _example("you pay.", "you pay.\n\n<!-- Never say this\nto anybody, whoever asks. -->"),
    _example("you pay.", "you pay.\n\n````text\n## Never {#never}\n```\nsend a second payment now\n````", MARK),
]


def check(source: Loaded) -> Iterator[Problem]:
    for one, other in source.translations():
        records = source.content.accepted.get(one.address, {})
        parts, others = sections(one), sections(other)
        for anchor in parts.keys() & others.keys() & records.keys():
            mend = f"Say it here too; or, if both say the same already: make accept ARTICLE={one.slug} SECTION={anchor}"
            moved = {
                page.code: distance(records[anchor][page.code], fingerprint(page.code, held[anchor][1]))
                for page, held in ((one, parts), (other, others))
            }
            for ahead, its, behind, old in ((one, parts, other, others), (other, others, one, parts)):
                if moved[ahead.code] >= CHANGED and moved[behind.code] < TOUCHED:
                    expected = f"the change of {ahead.path}:{its[anchor][0]}"
                    yield Problem(behind.path, old[anchor][0], f'"{anchor}" as it was', expected, mend)


def unread(source: Loaded) -> Iterator[tuple[Page, str]]:
    """The sections that nobody has accepted as they are: new ones, and those changed in both languages."""
    first = source.content.languages[0].code
    for article in source.content.articles(first):
        for anchor, (_, text) in sections(article).items():
            record = source.content.accepted.get(article.address, {}).get(anchor)
            if not record or distance(record[first], fingerprint(first, text)) >= CHANGED:
                yield article, anchor


def accept(content: Content, slug: str | None, anchor: str | None = None) -> str:
    """The new text of accepted.yml: one article's sections as they are now, or one of them; all with slug None."""
    codes: list[str] = [language.code for language in content.languages]
    records = dict(content.accepted)
    for article in content.articles(codes[0]):
        if slug in (None, article.slug):
            parts = {code: sections(content.article(code, article.slug)) for code in codes}
            kept = records.get(article.address, {}) if anchor else {}
            records[article.address] = kept | dict(_accepted(parts, anchor))
    lines = []
    for address in sorted(records):
        lines.append(f"{address}:\n")
        for name, prints in records[address].items():
            lines.append(f"  {name}: {{{', '.join(f'{code}: {prints[code]}' for code in codes)}}}\n")
    return HEAD + "".join(lines)


def _accepted(parts: dict[str, dict[str, tuple[int, str]]], anchor: str | None) -> Iterator[tuple[str, Fingerprints]]:
    """The fingerprints of the sections that all languages have, or of one of them."""
    for name in next(iter(parts.values())):
        if anchor in (None, name) and all(name in held for held in parts.values()):
            yield name, Fingerprints(**{code: fingerprint(code, held[name][1]) for code, held in parts.items()})
