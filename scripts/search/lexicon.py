"""The tables of the search, from the term base: Traditional script, wrong spellings, words for the same thing."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable

import opencc

from scripts.content.data import Terms

from .text import HAN, LATIN, Tables, normalise, stem


@functools.cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplified_table(texts: Iterable[str]) -> dict[str, str]:
    """Traditional characters whose Simplified form occurs in `texts`, character by character."""
    found: set[str] = set()
    for text in texts:
        found.update(text)
    wanted = {character for character in found if "\u3400" <= character <= "\u9fff"}
    convert = _to_simplified().convert
    pairs = ((chr(code), convert(chr(code))) for code in range(0x4E00, 0xA000))
    return {traditional: simple for traditional, simple in pairs if traditional != simple and simple in wanted}


def tables(terms: Terms, same: list[list[str]], texts: Iterable[str]) -> Tables:
    """The tables for a corpus of `texts`, all languages together. `same`: groups of words that mean the same, such as
    Content.alike."""
    base = Tables(simplified_table(itertools.chain(texts, _words(terms))), [], {})
    typos = {**terms.common_typos.zh, **terms.common_typos.en}
    plain = {normalise(wrong, base): normalise(right, base) for wrong, right in typos.items()}
    variants = sorted(plain.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    spelled = Tables(base.simplified, variants, {})
    number = {term.id: index for index, term in enumerate(terms.terms)}
    phrases: dict[str, list[int]] = {}
    for term in terms.terms:
        searched = (*term.search_zh, *term.search_en, *term.zh_hant_local)
        for words in (term.zh, term.en, *searched, *term.forbidden_zh, *term.forbidden_en):
            phrases.setdefault(_key(words, spelled), []).append(number[term.id])
    for words, ids in terms.ambiguous_zh.items():
        phrases[_key(words, spelled)] = [number[name] for name in ids]
    for group, everyday in enumerate(same, len(terms.terms)):
        for words in everyday:
            phrases.setdefault(_key(words, spelled), []).append(group)
    phrases = {key: sorted(set(numbers)) for key, numbers in sorted(phrases.items()) if key}
    return Tables(spelled.simplified, variants, phrases)


def _words(terms: Terms) -> Iterable[str]:
    for term in terms.terms:
        yield from (term.zh, *term.search_zh, *term.zh_hant_local, *term.forbidden_zh)


def _key(words: str, tables: Tables) -> str:
    """A phrase as `tokens` will meet it: Chinese as it is, Latin words as stems. Mixed ones cannot be met: empty."""
    text = normalise(words, tables)
    latin, chinese = LATIN.findall(text), HAN.findall(text)
    if not chinese:
        return " ".join(stem(word) for word in latin)
    return chinese[0] if len(chinese) == 1 and not latin else ""
