"""Recovery phrases as people write them down, type and paste them: words drawn from the ten official lists of BIP-39.

Nobody's: three in four are words at random, without a valid checksum; one in four encodes random bytes.
"""

from __future__ import annotations

import functools
import json
import random
import unicodedata
from collections.abc import Callable

from mnemonic import Mnemonic

Make = Callable[[random.Random], str]
Write = Callable[[list[str], random.Random], str]  # words, as somebody writes them

LATIN = ("french", "italian", "spanish", "czech", "portuguese")
CHINESE = ("chinese_simplified", "chinese_traditional")
OTHERS = (*CHINESE, "japanese", "korean", *LATIN)
LENGTHS = (12, 15, 18, 21, 24)

ENGLISH_SENTENCES = (
    ("My recovery phrase is ", " and the app says it is invalid, what do I do?"),
    ("hi, i wrote down these words ", " but i can't get my wallet back"),
    ("I lost my phone. Here are my words: ", ". Please restore my account"),
    ("can you check if this seed is right ", " thanks"),
    ("Wallet import is not working, ", " keeps giving me wrong phrase"),
    ("Please help me recover my wallet, the secret phrase: ", ""),
    ("", " is my backup, why is my balance zero?"),
    ("someone told me to enter ", " on a website, is that safe"),
    ("I typed ", " and nothing happens. It worked last week on my old phone."),
    ("The words on my paper are ", "; which one of them have I misspelled?"),
)
CHINESE_SENTENCES = (
    ("助记词是", "，请帮我找回"),
    ("我的助记词：", "，为什么导入不了？"),
    ("你好，我换了手机，词是 ", " 怎么恢复钱包"),
    ("帮我看看 ", " 这几个词对不对"),
    ("请问 ", " 是不是写错了一个"),
    ("钱包打不开了，", "，就是这些，求助"),
    ("有人让我把", "发给他，安全吗"),
    ("输入 ", " 之后提示错误。"),
    ("纸上写的是：", "。余额却是零"),
    ("恢复短语 ", ""),
)

# How words are numbered. Circled numbers behind 20 stand elsewhere in Unicode.
CIRCLED = [chr(0x2460 + n) for n in range(20)] + [chr(0x3251 + n) for n in range(15)]
NUMBERED: dict[str, Callable[[int, str], str]] = {
    "1. word": lambda n, word: f"{n}. {word}",
    "2) word": lambda n, word: f"{n}) {word}",
    "#3 word": lambda n, word: f"#{n} {word}",
    "(4) word": lambda n, word: f"({n}) {word}",
    "⑤ word": lambda n, word: f"{CIRCLED[n - 1]} {word}",
    "word 6: word": lambda n, word: f"word {n}: {word}",
    "7word": lambda n, word: f"{n}{word}",
    "8-word": lambda n, word: f"{n}-{word}",
}
CHINESE_NUMBERED: dict[str, Callable[[int, str], str]] = {
    "1. 字": lambda n, word: f"{n}. {word}",
    "2、字": lambda n, word: f"{n}、{word}",
    "(3)字": lambda n, word: f"({n}){word}",
    "④字": lambda n, word: f"{CIRCLED[n - 1]}{word}",
    "第5个：字": lambda n, word: f"第{n}个：{word}",
    "6字": lambda n, word: f"{n}{word}",
}
# Letters that look like a Latin one, of Cyrillic and of Greek.
ALIKE = str.maketrans("aceiopxysjh", "асеіорхуѕјһ"), str.maketrans("aoiuvkpe", "αοιυνκρε")
LABELS = ("seed:", "Seed phrase:", "mnemonic =", "recovery phrase -", "MNEMONIC=", "my words:", "助记词：")
LETTERS = "abcdefghkmnpqrstuvwxyzABCDEFGHKLMNPQRSTUVWXYZ23456789!?_-"  # of passwords
CHINESE_NUMERALS = "零一二三四五六七八九十"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
GAPS = ("\u200b", " \u200b", "\u2060 ")
ACCENTS = {"a": "áàâä", "e": "éèêë", "i": "íìîï", "o": "óòôö", "u": "úùûü", "n": "ñ", "c": "ç"}


@functools.cache
def listed(language: str) -> tuple[list[str], Mnemonic]:
    """The words of a list, composed as keyboards type them, and what encodes bytes in them."""
    mnemonic = Mnemonic(language)
    return [unicodedata.normalize("NFC", word) for word in mnemonic.wordlist], mnemonic


def words(language: str, randomly: random.Random, count: int = 0) -> list[str]:
    count = count or randomly.choice(LENGTHS)
    known, mnemonic = listed(language)
    if count in LENGTHS and randomly.random() < 0.25:
        return unicodedata.normalize("NFC", mnemonic.to_mnemonic(randomly.randbytes(count * 4 // 3))).split()
    return randomly.choices(known, k=count)


def phrase(language: str, write: Write, count: int = 0) -> Make:
    return lambda randomly: write(words(language, randomly, count), randomly)


def between(separator: str) -> Write:
    return lambda those, _: separator.join(those)


SPACED = between(" ")


def each(change: Callable[[str, random.Random], str], separator: str = " ") -> Write:
    return lambda those, randomly: separator.join(change(word, randomly) for word in those)


def numbered(style: Callable[[int, str], str], separators: tuple[str, ...]) -> Write:
    """`separators`: one of them parts all words of a phrase."""

    def write(those: list[str], randomly: random.Random) -> str:
        return randomly.choice(separators).join(style(n, word) for n, word in enumerate(those, 1))

    return write


def within(sentences: tuple[tuple[str, str], ...], write: Write | None = None) -> Write:
    def said(those: list[str], randomly: random.Random) -> str:
        before, after = randomly.choice(sentences)
        return before + (write or SPACED)(those, randomly) + after

    return said


def some(change: Callable[[str, random.Random], str], number: int, separator: str = " ") -> Write:
    """Changes so many of the words, any of those that it can change."""

    def write(those: list[str], randomly: random.Random) -> str:
        written = list(those)
        places = [place for place, word in enumerate(those) if change(word, randomly) != word]
        for place in randomly.sample(places, min(number, len(places))):
            while written[place] == those[place]:
                written[place] = change(those[place], randomly)
        return separator.join(written)

    return write


def misspelt(word: str, randomly: random.Random) -> str:
    """With one letter replaced, dropped, doubled or swapped with the next."""
    place = randomly.randrange(len(word) - 1)
    return randomly.choice((
        word[:place] + randomly.choice("abcdefghijklmnopqrstuvwxyz") + word[place + 1 :],
        word[:place] + word[place + 1 :],
        word[:place] + word[place] + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    ))  # fmt: skip


def accented(word: str, randomly: random.Random) -> str:
    places = [place for place, letter in enumerate(word) if letter in ACCENTS]
    if not places:
        return word
    place = randomly.choice(places)
    return word[:place] + randomly.choice(ACCENTS[word[place]]) + word[place + 1 :]


def unaccented(word: str, _: random.Random) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def invisible(word: str, randomly: random.Random) -> str:
    place = randomly.randrange(len(word) + 1)
    return word[:place] + randomly.choice(INVISIBLE) + word[place:]


def full_width(word: str, _: random.Random) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) for letter in word)


def camel(those: list[str], randomly: random.Random) -> str:
    first = randomly.choice((str.lower, str.title))
    return first(those[0]) + "".join(word.title() for word in those[1:])


def with_and(those: list[str], randomly: random.Random) -> str:
    return within(ENGLISH_SENTENCES, between(randomly.choice((" ", ", "))))([*those[:-1], "and", those[-1]], randomly)


def labelled(those: list[str], randomly: random.Random) -> str:
    return f"{randomly.choice(LABELS)} {' '.join(those)}"


def with_passphrase(those: list[str], randomly: random.Random) -> str:
    last = "".join(randomly.choices(LETTERS, k=randomly.randrange(6, 17)))
    return f"{' '.join(those)}{randomly.choice((' ', ', passphrase ', ' + ', ' 25th word: '))}{last}"


def two_lines(those: list[str], _: random.Random) -> str:
    half = len(those) // 2
    return " ".join(those[:half]) + "\n" + " ".join(those[half:])


def groups(size: int) -> Write:
    return lambda those, _: " ".join("".join(those[place : place + size]) for place in range(0, len(those), size))


def punctuated(those: list[str], randomly: random.Random) -> str:
    before, after = randomly.choice(("“”", "「」", "（）", "【】", "《》", "：。", "——"))
    return before + "".join(those) + after


def quoted(those: list[str], randomly: random.Random) -> str:
    before, after = randomly.choice((('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("«", "»")))
    return randomly.choice((" ", ", ")).join(f"{before}{word}{after}" for word in those)


def table(those: list[str], _: random.Random) -> str:
    """A wallet's page, copied: numbers and words in three columns."""
    rows = [those[place : place + 3] for place in range(0, len(those), 3)]
    return "\n".join("\t".join(f"{3 * n + m}\t{word}" for m, word in enumerate(row, 1)) for n, row in enumerate(rows))


def english() -> dict[str, Make]:
    written: dict[str, Write] = {
        "plain": SPACED,
        "commas": lambda those, randomly: randomly.choice((",", ", ")).join(those),
        "one a line": between("\n"),
        "tabs": between("\t"),
        "pipes": lambda those, randomly: randomly.choice(("|", " | ")).join(those),
        "dashes": lambda those, randomly: randomly.choice(("-", " - ", "–", " — ")).join(those),
        "underscores": between("_"),
        "full stops": between("."),
        "slashes": between("/"),
        **{f"numbered, {name}": numbered(style, (" ", "\n", ", ")) for name, style in NUMBERED.items()},
        "numbered, line breaks lost": lambda those, randomly: numbered(
            randomly.choice(list(NUMBERED.values())), ("",))(those, randomly),
        "a table, copied": table,
        "upper case": each(lambda word, _: word.upper()),
        "Title Case": each(lambda word, _: word.title()),
        "first four letters": each(lambda word, _: word[:4]),
        "some first four letters": each(lambda word, randomly: word[:4] if randomly.random() < 0.5 else word),
        "in an English sentence": within(ENGLISH_SENTENCES),
        "in an English sentence, commas": within(ENGLISH_SENTENCES, between(", ")),
        "in an English sentence, “and”": with_and,
        "in a Chinese sentence": within(CHINESE_SENTENCES),
        "in a Chinese sentence, commas": within(CHINESE_SENTENCES, between("，")),
        "two misspelt": some(misspelt, 2),
        "two misspelt, in a sentence": within(ENGLISH_SENTENCES, some(misspelt, 2)),
        "one missing": lambda those, _: " ".join(those[:-1]),
        "joined": between(""),
        "joined, camelCase": camel,
        "joined, in a sentence": within(ENGLISH_SENTENCES, between("")),
        "invisible characters within": each(invisible),
        "invisible characters between": lambda those, randomly: randomly.choice(GAPS).join(those),
        "Cyrillic look-alikes": some(lambda word, _: word.translate(ALIKE[0]), 5),
        "Greek look-alikes": some(lambda word, _: word.translate(ALIKE[1]), 5),
        "full width": each(full_width, "\u3000"),
        "accents": each(accented),
        "quotes": quoted,
        "JSON": lambda those, _: json.dumps(those),
        "HTML": each(lambda word, _: f"<li>{word}</li>", ""),
        "twice the spaces": between("  "),
        "reversed": lambda those, _: " ".join(reversed(those)),
        "labelled": labelled,
        "with a passphrase": with_passphrase,
        "backticks": each(lambda word, _: f"`{word}`"),
        "two lines": two_lines,
    }  # fmt: skip
    rows = {name: phrase("english", write) for name, write in written.items()}
    return rows | {f"{count} of 12": phrase("english", SPACED, count) for count in (8, 10, 11)}


def other(language: str) -> dict[str, Make]:
    """Of a list that is neither English nor Chinese."""
    any_style = tuple(NUMBERED.values())
    written: dict[str, Write] = {
        "plain": SPACED,
        "numbered": lambda those, randomly: numbered(randomly.choice(any_style), (" ", "\n"))(those, randomly),
        "in a sentence": within(ENGLISH_SENTENCES + CHINESE_SENTENCES),
        "decomposed": lambda those, _: unicodedata.normalize("NFD", " ".join(those)),
    }
    if language in LATIN:
        written |= {
            "first four letters": each(lambda word, _: word[:4]),
            "upper case": each(lambda word, _: word.upper()),
            "two misspelt": some(misspelt, 2),
            "without accents": each(unaccented),
        }
    else:
        written["ideographic spaces"] = between("\u3000")
    if language in (*LATIN, "japanese"):
        written["joined"] = between("")
    if all(unicodedata.normalize("NFD", word) == word for word in listed(language)[0]):
        del written["decomposed"]
        written.pop("without accents", None)
    rows = {name: phrase(language, write) for name, write in written.items()}
    return rows | {"10 of 12": phrase(language, SPACED, 10)}


def chinese(language: str) -> dict[str, Make]:
    written: dict[str, Write] = {
        "spaced": between(" "),
        "commas": lambda those, randomly: randomly.choice("，、,").join(those),
        **{f"numbered, {name}": numbered(style, (" ", "\n", "，")) for name, style in CHINESE_NUMBERED.items()},
        "one a line": between("\n"),
        "in a sentence": within(CHINESE_SENTENCES),
        "in a sentence, commas": within(CHINESE_SENTENCES, between("、")),
        **{f"groups of {size}": groups(size) for size in (2, 3, 4, 6)},
        "run together, in a sentence": within(CHINESE_SENTENCES, between("")),
        "run together, in marks": punctuated,
    }
    rows = {name: phrase(language, write) for name, write in written.items()}
    rows |= {f"run together, {count}": phrase(language, between(""), count) for count in (11, 12, 15, 18, 24)}
    return rows | {"10 of 12, spaced": phrase(language, between(" "), 10)}


def short_chinese(language: str) -> dict[str, Make]:
    """Below eleven, run together: too little to tell from a sentence."""
    return {f"run together, {count}": phrase(language, between(""), count) for count in (8, 9, 10)}


def further() -> dict[str, Make]:
    """Ways that fewer people take."""
    ordinal = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
    written: dict[str, tuple[str, Write]] = {
        "five words": ("english", SPACED),
        "six words": ("english", SPACED),
        "first word, second word": ("english", lambda those, _: " ".join(
            f"{nth} {word}" for nth, word in zip(ordinal, those, strict=True))),
        "第一个词是": ("english", numbered(lambda n, word: f"第{CHINESE_NUMERALS[n % 11]}个词是{word}", ("，",))),
        "Word #5: word": ("french", numbered(lambda n, word: f"Word #{n}: {word}", (" ", "\n"))),
        "and between": ("english", between(" and ")),
        "line breaks as \\n": ("english", between("\\n")),
        "joined in twos": ("english", groups(2)),
        "joined over two lines": ("english", lambda those, _: "".join(those[:6]) + "\n" + "".join(those[6:])),
        "two misspelt, joined": ("english", some(misspelt, 2, "")),
        "four misspelt": ("english", some(misspelt, 4)),
        "first three letters": ("english", each(lambda word, _: word[:3])),
        "letter by letter": ("english", each(lambda word, _: "-".join(word))),
        "in two parts": ("english", lambda those, _: f"first {' '.join(those[:6])} and then {' '.join(those[6:])}"),
        "blanks": ("english", lambda those, _: " ".join([*those[:4], "____", *those[5:8], "???", *those[9:]])),
        "Chinese, one not of the list": (
            "chinese_simplified", lambda those, _: "".join([*those[:5], "嗨", *those[6:]])),
        "Chinese, 和 between": ("chinese_simplified", between("和")),
        "katakana": ("japanese", each(lambda word, _: "".join(chr(ord(letter) + 0x60) for letter in word))),
    }  # fmt: skip
    counts = {"five words": 5, "six words": 6}
    return {name: phrase(language, write, counts.get(name, 12)) for name, (language, write) in written.items()}


def by_language() -> dict[str, dict[str, Make]]:
    """Of each list, the ways to write a phrase of it."""
    found = {"english": english()}
    for language in OTHERS:
        found[language] = chinese(language) if language in CHINESE else other(language)
    return found


def spoken(randomly: random.Random) -> str:
    """A password, code, PIN or card in words, which real questions hold too."""
    digits = " ".join(randomly.choices("zero one two three four five six seven eight nine".split(), k=16))
    code = str(randomly.randrange(10**5, 10**6))
    password = "".join(randomly.choices(LETTERS, k=12))
    return randomly.choice((
        f"my password is {password}", f"密码是{password}", f"the code is {code}", f"验证码 {code}",
        f"my PIN is {code[:4]}", f"PIN码{code}", f"card number {digits}",
    ))  # fmt: skip
