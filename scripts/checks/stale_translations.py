"""A section that has changed in one language since somebody read both together, and not in the other.

docs/_data/accepted.yml holds, for each section that was read, a fingerprint of each language's words. What changed is told
from the words, not from dates: a typo mended, a line broken or a synonym is no change; a sentence or a "not" more is.
`make accept` writes the file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from scripts.content import Content, Page, Problem
from scripts.content.articles import HEADING_ID, ArticleFront
from scripts.content.source import parse_yaml, read_text

from .rule import MARK, Example, Source, page

ID = "PAR007"
NAME = "stale-translation"
ABOUT = {
    "zh": "一种语言的某一节改了意思，另一种语言也要改；两边都读过，用 make accept 记下。",
    "en": "When a section changes in one language, so does the other; once somebody has read both, make accept notes it.",
}

FILE = "accepted.yml"
HEAD = """\
# Which sections somebody has read in both languages together, and a fingerprint of what they said then.
#
# Nobody edits this file: `make accept ARTICLE=deposit-not-arrived` writes it. "top" is title, description and what stands
# before the first heading.
"""
BITS = 256
CHANGED = 5  # words (English) or characters (Chinese) gained and lost, from which a section counts as changed
TOUCHED = 1  # and from which the other language counts as changed with it

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
WORDS = {"zh": re.compile(r"[\u3400-\u9fff]|[a-zA-Z0-9]+"), "en": re.compile(r"[a-z0-9']+")}
NEGATIONS = {"zh": re.compile(r"[不别没无未勿]"), "en": re.compile(r"\b(?:not|never|no|cannot|nobody|nothing|none|without)\b|n't")}


def fingerprint(code: str, text: str) -> str:
    """The number of negations, and which words occur: a bit for each, in hexadecimal. In groups, so as not to look like a
    hash or a key."""
    text = HEADING_ID.sub("", COMMENT.sub("", text.lower()))
    bits = 0
    for word in WORDS[code].findall(text):
        bits |= 1 << zlib.crc32(word.encode()) % BITS
    groups = re.findall(".{16}", f"{bits:0{BITS // 4}x}")
    return f"{len(NEGATIONS[code].findall(text))}-{'.'.join(groups)}"


def distance(before: str, after: str) -> int:
    """How many words two fingerprints do not share; another number of negations is a change by itself."""
    (negations, bits), (negations_after, bits_after) = (text.replace(".", "").split("-") for text in (before, after))
    return (int(bits, 16) ^ int(bits_after, 16)).bit_count() + (CHANGED if negations != negations_after else 0)


def sections(article: Page) -> dict[str, tuple[int, str]]:
    """The sections of a page by anchor, each with the line of its heading and its text; "top" is what stands before."""
    lines = article.body.split("\n")
    starts = [(heading.anchor or "", heading.line) for heading in article.headings if heading.level == 2]
    found = {"top": (article.located.line(("title",)), f"{article.front.title}\n{article.front.description}\n")}
    ends = [line for _, line in starts[1:]] + [article.body_line + len(lines)]
    first = starts[0][1] if starts else ends[-1]
    found["top"] = (found["top"][0], found["top"][1] + "\n".join(lines[: first - article.body_line]))
    for (anchor, line), end in zip(starts, ends):
        found[anchor] = (line, "\n".join(lines[line - article.body_line : end - article.body_line]))
    return found


def _example(code: str, addition: str, mark: str = "") -> Example:
    """An article that was accepted, and then got `addition` in one language."""
    body = {"zh": "## 查一查 {#check}\n\n先看余额。", "en": "## Look {#check}\n\nFirst look at the balance."}
    accepted = {key: fingerprint(key, text) for key, text in body.items()}
    other = "en" if code == "zh" else "zh"
    body[code] += addition
    body[other] = body[other].replace("}", "}" + mark)
    record = f"{HEAD}deposits/example/:\n  check: {{zh: {accepted['zh']}, en: {accepted['en']}}}\n"
    return Example(page(**{key: text + "\n\n## End {#end}\n\n{{ SAFE-1 }}" for key, text in body.items()}).files | {f"docs/_data/{FILE}": record})


EXAMPLES = [
    _example("zh", ""),
    _example("en", " Then wait."),
    _example("en", " Never send the same payment a second time before you have looked it up.", MARK),
    _example("zh", "区块浏览器上查到了，就把交易哈希发给收款的平台。", MARK),
    _example("zh", "不。", MARK),
]


def check(source: Source) -> Iterator[Problem]:
    if not source.content or not source.docs or not (source.docs / "_data" / FILE).exists():
        return
    accepted = _read(source.docs)
    first, *others = (language.code for language in source.content.languages)
    for article in source.content.articles(first):
        for other in others:
            yield from _compare(article, source.content.pages[other, article.address], accepted.get(article.address, {}))


def _compare(one: Page, two: Page, accepted: dict[str, dict[str, str]]) -> Iterator[Problem]:
    ones, twos = sections(one), sections(two)
    for anchor in ones.keys() & twos.keys() & accepted.keys():
        moved = {page.code: distance(accepted[anchor][page.code], fingerprint(page.code, parts[anchor][1])) for page, parts in ((one, ones), (two, twos))}
        for page, parts, other, others in ((one, ones, two, twos), (two, twos, one, ones)):
            if moved[other.code] >= CHANGED and moved[page.code] < TOUCHED:
                mend = f"Say it here too; or, if both say the same already: make accept ARTICLE={page.slug} SECTION={anchor}"
                yield Problem(page.path, parts[anchor][0], f'"{anchor}" as it was', f"the change of {other.path}:{others[anchor][0]}", mend)


def unread(source: Source) -> list[tuple[Page, str]]:
    """The sections that nobody has accepted as they are: new ones, and those changed in both languages."""
    accepted = _read(source.docs)
    found = []
    first, *others = (language.code for language in source.content.languages)
    for article in source.content.articles(first):
        for anchor, (_, text) in sections(article).items():
            record = accepted.get(article.address, {}).get(anchor)
            if not record or distance(record[first], fingerprint(first, text)) >= CHANGED:
                found.append((article, anchor))
    return found


def accept(content: Content, docs: Path, slug: str | None, anchor: str | None = None) -> str:
    """The new text of accepted.yml: one article's sections as they are now, or one of them; all with slug None."""
    records = _read(docs)
    for address in {page.address for page in content.pages.values() if isinstance(page.front, ArticleFront) and slug in (None, page.slug)}:
        pages = {language.code: sections(content.pages[language.code, address]) for language in content.languages}
        kept = records.get(address, {}) if anchor else {}
        shared = set.intersection(*(set(parts) for parts in pages.values()))
        for name in next(iter(pages.values())):
            if name in shared and anchor in (None, name):
                kept[name] = {code: fingerprint(code, parts[name][1]) for code, parts in pages.items()}
        records[address] = kept
    lines = [HEAD.rstrip("\n")]
    for address in sorted(records):
        lines.append(f"{address}:")
        for name, prints in records[address].items():
            lines.append(f"  {name}: {{{', '.join(f'{code}: {value}' for code, value in prints.items())}}}")
    return "\n".join(lines) + "\n"


def _read(docs: Path) -> dict[str, dict[str, dict[str, str]]]:
    file = docs / "_data" / FILE
    if not file.exists():
        return {}
    path = f"docs/_data/{FILE}"
    text = read_text(file, path)
    return parse_yaml(text, path).data if re.search(r"^\w", text, re.MULTILINE) else {}
