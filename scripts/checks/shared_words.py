"""The words that every page shares, safety lines, definitions and labels, are in their own language and hold the same keys in both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import ContentError, Problem
from scripts.content.articles import REFERENCE
from scripts.content.source import Located, parse_yaml

from .rule import MARK, Example, Source, data, page

ID = "TRM003"
NAME = "shared-words"
ABOUT = {
    "zh": "术语解释、安全提示和界面文字：各用自己的语言和术语表里的说法，两种语言的 {占位符} 和 {{ 键 }} 一样。",
    "en": "Definitions, safety lines and labels are in their own language, in the words of the term base, with the same {placeholders} and {{ keys }} in both.",
}
SAFETY = "SAFE-1:\n  zh: {zh}\n  en: {en}\nSAFE-3:\n  zh: 一句。\n  en: A sentence.\n"
GLOSSARY = "chain:\n  - term: network\n    definition:\n      zh: {zh}\n      en: {en}\n    articles: [deposit-crypto]\n"
LANGUAGES = """\
languages:
  - code: zh
    html: zh-Hans
    name: 简体中文
    max_title: 30
    strings: {{site_name: TPWallet 帮助, colon: '：', feed: '{zh}'}}
  - code: en
    html: en
    name: English
    max_title: 70
    strings:
      site_name: TPWallet Help
      colon: ': '
      feed: {en}
"""
EXAMPLES = [
    data(safety=SAFETY.format(zh="谁要都不给 App 的密码。", en="Give nobody your password.")),
    data(glossary=GLOSSARY.format(zh="转账走的链，如 BNB Smart Chain、TRON。", en="The chain that a transfer uses.")),
    data(safety=SAFETY.format(zh=f"Never give anyone your password.{MARK}", en="Never give anyone your password.")),
    data(safety=SAFETY.format(zh="不给。", en=f"Give nobody your 密码.{MARK}")),
    data(glossary=GLOSSARY.format(zh="联系人工服务员。" + MARK, en="A purse address." + MARK)),
    data(glossary=GLOSSARY.format(zh="等 {{ deposit.arrival_time }}。", en="Wait." + MARK)),
    Example({"docs/_data/languages.yml": LANGUAGES.format(zh="到 {time}为止", en="'until {time}'")}),
    Example({"docs/_data/languages.yml": LANGUAGES.format(zh="到 {time}为止", en="'until {date}'" + MARK)}),
    page(),
]

FILES = {f"docs/_data/{name}.yml": name for name in ("glossary", "safety", "languages")}
HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
FULL_WIDTH = re.compile(r"[，。；：？！、（）【】《》]")
ENGLISH = re.compile(r"(?:\b[a-z]+(?:['’-][a-z]+)*\b[\s,]+){2,}\b[a-z]+(?:['’-][a-z]+)*\b")
WORD = re.compile(r"[A-Za-z]{2,}")
PLACE = re.compile(r"(?<!\{)\{\s*([^{}]*?)\s*\}(?!\})")
HALF = re.compile(r"(?<!\{)\{(?!\{)[^{}]*$|^[^{}]*(?<!\})\}(?!\})")


def check(source: Source) -> Iterator[Problem]:
    forbidden = _forbidden(source)
    for file in source.files:
        if not (kind := FILES.get(file.path)):
            continue
        try:
            located = parse_yaml(file.text, file.path)
        except ContentError:
            continue  # the content model says so
        for name, texts in PAIRS[kind](located):
            yield from _pair(file.path, name, texts, forbidden)


def _pair(path: str, name: str, texts: dict[str, tuple[int, str]], forbidden: dict) -> Iterator[Problem]:
    for code, (line, text) in texts.items():
        bare = PLACE.sub(" ", REFERENCE.sub(" ", text))
        if code == "en" and (match := HAN.search(bare) or FULL_WIDTH.search(bare)):
            yield Problem(path, line, f'"{match[0]}" in the English "{name}"', "English alone", "Translate it.")
        elif code == "zh" and ((match := ENGLISH.search(bare)) or (not HAN.search(bare) and (match := WORD.search(bare)))):
            yield Problem(path, line, f'"{match[0][:40]}" in the Chinese "{name}"', "Chinese", "Translate it.")
        elif code in forbidden and (match := forbidden[code][0].search(bare)):
            yield Problem(path, line, f'"{match[0]}"', f'"{forbidden[code][1][match[0].lower()]}"', "Write the preferred word.")
    if not {"zh", "en"} <= texts.keys():
        return  # the content model says so
    (_, zh), (line, en) = texts["zh"], texts["en"]
    for what, pattern in (("{placeholder}", PLACE), ("{{ key }}", REFERENCE)):
        mine, theirs = sorted(pattern.findall(en)), sorted(pattern.findall(zh))
        if mine != theirs:
            shown = ", ".join(mine) or "none"
            yield Problem(path, line, f'{what} {shown} in the English "{name}"', f"{', '.join(theirs) or 'none'}, as in Chinese", "Use the same in both languages.")
    for _, (line, text) in texts.items():
        if HALF.search(REFERENCE.sub("", text)) or "{{" in REFERENCE.sub("", text) or "}}" in REFERENCE.sub("", text):
            yield Problem(path, line, f'half of a {{placeholder}} in "{name}"', "both { and }", "Close it.")


def _forbidden(source: Source) -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """The forms that the term base forbids, by language, and the right ones."""
    found = {}
    for code in ("zh", "en") if source.content else ():
        terms = source.content.terms.terms
        right = {word.lower(): term.name(code) for term in terms for word in (term.forbidden_zh if code == "zh" else term.forbidden_en)}
        words = "|".join(re.escape(word) for word in sorted(right, key=len, reverse=True))
        if words:
            found[code] = (re.compile(words if code == "zh" else rf"\b(?:{words})\b", re.IGNORECASE), right)
    return found


def _texts(located: Located, where: tuple, both: object) -> dict[str, tuple[int, str]]:
    return {code: (located.line((*where, code)), both[code]) for code in ("zh", "en") if isinstance(both, dict) and isinstance(both.get(code), str)}


def _glossary(located: Located) -> Iterator[tuple[str, dict]]:
    for group, entries in located.data.items():
        for number, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, dict):
                yield str(entry.get("term", number)), _texts(located, (group, number, "definition"), entry.get("definition"))


def _safety(located: Located) -> Iterator[tuple[str, dict]]:
    for name, both in located.data.items():
        yield name, _texts(located, (name,), both)


def _languages(located: Located) -> Iterator[tuple[str, dict]]:
    languages = located.data.get("languages")
    strings: dict[str, dict[str, tuple[int, str]]] = {}
    for number, language in enumerate(languages if isinstance(languages, list) else []):
        given = language.get("strings") if isinstance(language, dict) else None
        for name, text in given.items() if isinstance(given, dict) else ():
            if isinstance(text, str):
                strings.setdefault(name, {})[str(language.get("code"))] = (located.line(("languages", number, "strings", name)), text)
    yield from strings.items()


PAIRS = {"glossary": _glossary, "safety": _safety, "languages": _languages}
