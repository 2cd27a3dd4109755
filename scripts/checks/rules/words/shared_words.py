"""What every page shares, safety lines, definitions and labels, is in its own language, with the same keys in both."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, data
from scripts.checks.lib.source import texts
from scripts.checks.lib.terms import forbidden
from scripts.content.markdown import REFERENCE
from scripts.content.source import Located

ID, NAME, SEVERITY = "TRM003", "shared-words", "error"
ABOUT_ZH = "术语解释、安全提示和界面文字：各用自己的语言和术语表里的说法，两种语言的 {占位符} 和 {{ 键 }} 一样。"
ABOUT_EN = "Definitions, safety lines and labels are in their language, with the same {placeholders} and {{ keys }}."
SAFETY = "SAFE-1:\n  zh: {zh}\n  en: {en}\nSAFE-3:\n  zh: 一句。\n  en: A sentence.\n"
GLOSSARY = "chain:\n  - {{term: network, articles: [deposit-crypto], definition: {{zh: '{zh}', en: '{en}'}}}}{mark}\n"
LANGUAGES = """\
languages:
  - {{code: zh, html: zh-Hans, name: 简体中文, max_title: 30, strings: {{site_name: 帮助, colon: '：', feed: '{zh}'}}}}
  - {{code: en, html: en, name: English, max_title: 70, strings: {{site_name: Help, colon: ': ', feed: '{en}'}}}}{mark}
"""
EXAMPLES = [
    data(safety=SAFETY.format(zh="谁要都不给 App 的密码。", en="Give nobody your password.")),
    data(glossary=GLOSSARY.format(zh="转账走的链，如 BNB Smart Chain、TRON。", en="The chain of a transfer.", mark="")),
    data(safety=SAFETY.format(zh=f"Never give anyone your password.{MARK}", en=f"Give nobody your 密码.{MARK}")),
    data(glossary=GLOSSARY.format(zh="联系人工服务员。", en="A purse address.", mark=MARK)),
    data(glossary=GLOSSARY.format(zh="等 {{ deposit.arrival_time }}。", en="Wait.", mark=MARK)),
    data(languages=LANGUAGES.format(zh="到 {time}为止", en="until {time}", mark="")),
    data(languages=LANGUAGES.format(zh="到 {time}为止", en="until {date}", mark=MARK)),
]

HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
FOREIGN = re.compile(rf"{HAN.pattern}|[，。；：？！、（）【】《》]")
ENGLISH = re.compile(r"(?:\b[a-z]+(?:['’-][a-z]+)*\b[\s,]+){2,}\b[a-z]+(?:['’-][a-z]+)*\b")
WORD = re.compile(r"[A-Za-z]{2,}")
PLACE = re.compile(r"(?<!\{)\{\s*([^{}]*?)\s*\}(?!\})")
HALF = re.compile(r"(?<!\{)\{(?!\{)[^{}]*$|^[^{}]*(?<!\})\}(?!\})|\{\{|\}\}")

FILES = ("glossary.yml", "safety.yml", "languages.yml")
Texts = dict[str, tuple[int, str]]  # line and text, by language


def check(source: Source) -> Iterator[Problem]:
    terms = forbidden(source.content) if source.content else {}
    for located in (source.data[name] for name in FILES if name in source.data):
        for label, pair in _pairs(located).items():
            for code, (line, text) in pair.items():
                bare = PLACE.sub(" ", REFERENCE.sub(" ", text))
                if found := _foreign(code, bare):
                    language = "English" if code == "en" else "Chinese"
                    shown = f'"{found[0][:40]}" in the {language} "{label}"'
                    yield Problem(located.path, line, shown, f"{language} alone", "Translate it.")
                elif code in terms and (match := terms[code][0].search(bare)):
                    right = terms[code][1][match[0].lower()]
                    yield Problem(located.path, line, f'"{match[0]}"', f'"{right}"', "Write the preferred word.")
                if HALF.search(REFERENCE.sub("", text)):
                    half = f'half of a {{placeholder}} in "{label}"'
                    yield Problem(located.path, line, half, "both { and }", "Close it.")
            if {"zh", "en"} <= pair.keys():  # or the content model says so
                yield from _unlike(located.path, label, pair)


def _foreign(code: str, text: str) -> re.Match[str] | None:
    """What a text holds that is not of its language; Chinese may name an app or a network."""
    if code == "en":
        return FOREIGN.search(text)
    return ENGLISH.search(text) or (None if HAN.search(text) else WORD.search(text))


def _unlike(path: str, label: str, pair: Texts) -> Iterator[Problem]:
    """Placeholders and keys of one language that the other has not."""
    (_, zh), (line, en) = pair["zh"], pair["en"]
    for what, pattern in (("{placeholder}", PLACE), ("{{ key }}", REFERENCE)):
        mine, theirs = (sorted(pattern.findall(text)) for text in (en, zh))
        if mine != theirs:
            found = f'{what} {", ".join(mine) or "none"} in the English "{label}"'
            expected = f"{', '.join(theirs) or 'none'}, as in Chinese"
            yield Problem(path, line, found, expected, "Use the same in both languages.")


def _pairs(located: Located) -> dict[str, Texts]:
    """What stands in both languages, by where it stands; a label of the interface by its name."""
    pairs: dict[str, Texts] = {}
    held = texts(located)
    for where, said in held.items():
        if where[-1:] in (("zh",), ("en",)):
            pairs.setdefault(".".join(map(str, where[:-1])), {})[str(where[-1])] = said
        elif "strings" in where:
            pairs.setdefault(str(where[-1]), {})[held.get((*where[:2], "code"), (0, ""))[1]] = said
    return pairs
