"""What the guard against secrets recognises, what it takes for one wrongly, and when it stops a search being typed.

    python -m tests.bench.guard [PART] [--each 400]

Secrets are generated (phrases.py, keys.py), so many of each way to write them; lines are the search's queries, all that
the articles say, and what comes near to a secret (near.py). Written without a look at how the guard decides.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import itertools
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pypinyin import lazy_pinyin

from scripts.content import Content, load
from scripts.content.blocks import blocks, sentences
from scripts.search.secret import judge
from scripts.site.build import ROOT
from tests.bench import keys, near, phrases

Make = Callable[[random.Random], str]

QUERIES = ROOT / "tests/data/search"
SEED = 20261126
BAR = 0.95  # of each row that is not only measured
SHOWN = 3  # fragments of what was judged wrongly, a row
TYPED = 60  # phrases of each list, typed letter by letter

MISSPELT = {"the second misspelt": 1, "the fifth misspelt": 4}

# How a key is written down.
AROUND = (
    "{}", "{}", "My private key is {} how do I import it?", "can you check {} please", "私钥是{}，怎么导入？",
    "这个 {} 是什么", "Private key: {}", "私钥：{}", "PRIVATE_KEY={}", '"{}"', "“{}”", "`{}`",
)  # fmt: skip


@dataclass
class Row:
    """What became of the texts of one way or source."""

    part: str
    name: str
    measured: bool = False  # no bar
    kinds: Counter[str | None] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)  # fragments

    def add(self, text: str, right: tuple[str | None, ...]) -> None:
        kind = judge(text)
        self.kinds[kind] += 1
        if kind not in right and len(self.wrong) < SHOWN:
            self.wrong.append(fragment(text))

    @property
    def caught(self) -> int:
        return self.kinds["secret"] + self.kinds["hash"]

    @property
    def low(self) -> bool:
        return not self.measured and self.caught < BAR * self.kinds.total()

    def __str__(self) -> str:
        counted = f"{self.kinds.total():6} {self.caught:7} {self.kinds['hash']:6} {self.kinds['paused']:7}"
        mark = "measured" if self.measured else "LOW" if self.low else ""
        return f"{self.part:20} {self.name:38} {counted}  {mark:9}{'  '.join(self.wrong)}".rstrip()


def fragment(text: str) -> str:
    shown = json.dumps(text[:44], ensure_ascii=False)[1:-1]
    return f"«{shown}{'…' if len(text) > 44 else ''}»"


def around(make: Make) -> Make:
    return lambda randomly: randomly.choice(AROUND).format(make(randomly))


def ways() -> Iterator[tuple[str, str, Make, bool]]:
    """Part, name, what makes a secret, and whether it is only measured."""
    for language, rows in phrases.by_language().items():
        for name, make in rows.items():
            yield language, name, make, False
    for language in phrases.CHINESE:
        for name, make in phrases.short_chinese(language).items():
            yield language, name, make, True
    for name, make in keys.HEXADECIMAL.items():
        yield "hexadecimal", name, around(make), name.startswith("64 hex") and name in ("64 hex", "64 hex, 0x")
    for name, make in keys.KEYS.items():
        yield "keys", name, around(make), False
    for name, make in (phrases.further() | keys.FURTHER).items():
        yield "further", name, make, True
    yield "in words", "passwords, codes, PIN, cards", phrases.spoken, True


def queries() -> dict[str, list[str]]:
    found = {}
    for name in ("golden-zh", "golden-en", "banking77-en"):
        with (QUERIES / f"{name}.tsv").open(encoding="utf-8") as lines:
            found[name] = [row["query"] for row in csv.DictReader(lines, delimiter="\t")]
    return found


def said(content: Content) -> dict[str, list[str]]:
    """All that the articles say, by language and by what it is. The guard has learned from them what is ordinary
    (ordinary.py); neither the queries nor near.py taught it."""
    found: dict[str, list[str]] = {}
    for language in content.languages:
        code = language.code
        pages = list(content.articles(code))
        found[f"titles, {code}"] = [page.front.title for page in pages]
        found[f"descriptions, {code}"] = [page.front.description for page in pages]
        found[f"questions, {code}"] = [question for page in pages for question in page.front.questions]
        found[f"headings, {code}"] = [heading.text for page in pages for heading in page.document.headings]
        found[f"sentences, {code}"] = [
            sentence.text.strip() for page in pages for block in blocks(page.document) for sentence in sentences(block)
        ]
    return found


def made(rows: dict[str, Make], each: int) -> dict[str, list[str]]:
    return {name: [make(seeded(name, number)) for number in range(each)] for name, make in rows.items()}


def like_secrets(each: int) -> dict[str, list[str]]:
    return {
        "of the list's words": near.DENSE,
        "joined": near.JOINED,
        "messages of errors": near.ERRORS,
        "Chinese, other subjects": near.CHINESE,
        "Chinese, nouns alone": near.STACKED,
        "Chinese, set apart by spaces": [" ".join(line) for line in near.CHINESE],
        "Chinese, in pinyin, joined": ["".join(lazy_pinyin(line)) for line in near.CHINESE],
        "Chinese, in pinyin": [" ".join(lazy_pinyin(line)) for line in near.CHINESE],
        "other languages": near.OTHERS,
        **made(keys.PUBLIC, each),
    }


def seeded(name: str, number: int) -> random.Random:
    """What makes one secret: the same however many others there are."""
    return random.Random(f"{SEED} {name} {number}")


def recognised(each: int, part: str) -> list[Row]:
    rows = []
    for language, name, make, measured in ways():
        if part in f"{language}, {name}":
            row = Row(language, name, measured)
            for number in range(each):
                row.add(make(seeded(f"{language} {name}", number)), ("secret", "hash"))
            rows.append(row)
            print(row, flush=True)
    return rows


def alarms(part: str, sources: dict[str, list[str]], right: tuple[str | None, ...] = (None, "paused")) -> list[Row]:
    rows = []
    for name, lines in sources.items():
        row = Row(part, name, measured=True)
        for line in lines:
            row.add(line, right)
        rows.append(row)
        print(row, flush=True)
    return rows


def typed(text: str) -> list[str | None]:
    """What the guard says at each letter."""
    return [judge(text[:end]) for end in range(1, len(text) + 1)]


def interrupted(sources: dict[str, list[str]]) -> None:
    """Print how many lines the guard stops or warns of while they are typed, and how many still at the end."""
    print(f"\n{'typed letter by letter':38} {'lines':>6} {'paused':>7} {'warned':>7} {'at the end':>11}")
    for name, lines in sources.items():
        stopped = [(line, kinds) for line in lines if any(kinds := typed(line))]
        warned = sum(any(kind in ("secret", "hash") for kind in kinds) for _, kinds in stopped)
        ended = sum(kinds[-1] is not None for _, kinds in stopped)
        few = "  ".join(fragment(line) for line, _ in stopped[:SHOWN])
        print(f"{name:38} {len(lines):6} {len(stopped):7} {warned:7} {ended:11}  {few}", flush=True)


def spread(numbers: Iterable[int]) -> str:
    return ", ".join(f"{number}: {count}" for number, count in sorted(Counter(numbers).items()))


def pieces(those: list[str], form: str) -> list[str]:
    """What is typed for each word of a phrase: the word, and what stands before and behind it."""
    if form == "numbered":
        return [f"{n}. {word} " for n, word in enumerate(those, 1)]
    if form == "in a sentence":
        return ["My recovery phrase is " + those[0] + " ", *(word + " " for word in those[1:])]
    separator = {"commas": ", ", "run together": ""}.get(form, " ")
    if form in MISSPELT:
        those = list(those)
        those[MISSPELT[form]] = phrases.misspelt(those[MISSPELT[form]], seeded(form, len(those[0])))
    return [word + separator for word in those]


def stops() -> None:
    """Print at which word, of twelve that are typed, the search stops and the guard warns; and of how many phrases it
    resumes between the two."""
    print(f"\n{'twelve words, typed':40} resumed  never  {'stops at word':34} warns at word")
    forms = {language: ["spaced", "numbered", "in a sentence"] for language in phrases.by_language()}
    forms["english"] += ["commas", *MISSPELT]
    for language in phrases.CHINESE:
        forms[language].append("run together")
    for language, form in ((each, form) for each, these in forms.items() for form in these):
        stopped, warned, resumed = [], [], 0
        for number in range(TYPED):
            parts = pieces(phrases.words(language, seeded(f"typed {language}", number), 12), form)
            places = [n for n, part in enumerate(parts, 1) for _ in part]  # the word that each letter is typed for
            kinds = typed("".join(parts))
            stopped += [at for at, kind in zip(places, kinds, strict=True) if kind][:1]
            warned += [at for at, kind in zip(places, kinds, strict=True) if kind == "secret"][:1]
            before = kinds[: kinds.index("secret")] if "secret" in kinds else kinds  # the warning clears the box
            resumed += any(kind and not after for kind, after in itertools.pairwise(before))
        counted = f"{f'{language}, {form}':40} {resumed:7} {TYPED - len(stopped):6}"
        print(f"{counted}  {spread(stopped):34} {spread(warned)}", flush=True)


def main() -> int:
    """Measure the guard against secrets: what it recognises, takes for one wrongly, and stops."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.guard", description=main.__doc__)
    parser.add_argument("part", nargs="?", default="", help="only ways to write a secret with this in their name")
    parser.add_argument("--each", type=int, default=400, help="secrets of each way")
    arguments = parser.parse_args()
    print(f"{'':20} {'':38} {'n':>6} {'caught':>7} {'hash':>6} {'paused':>7}  {'':9}missed, or taken for a secret")
    rows = recognised(arguments.each, arguments.part)
    low = [row for row in rows if row.low]
    print(f"\n{len(rows)} ways, {sum(row.measured for row in rows)} only measured, {len(low)} below {BAR:.0%}:")
    print("".join(f"  {row.part}, {row.name}: {row.caught / row.kinds.total():.1%}\n" for row in low))
    if arguments.part:
        return 0
    real = queries() | said(load(ROOT / "docs", datetime.date.today()))
    lines = alarms("real lines", real)
    wrong, number = sum(row.caught for row in lines), sum(row.kinds.total() for row in lines)
    print(f"\nreal lines: {wrong} of {number} taken for a secret, {1000 * wrong / number:.2f} in 1,000\n")
    alarms("near to secrets", like_secrets(arguments.each // 4))
    alarms("hashes", made(keys.HASHES, arguments.each // 4), (None, "paused", "hash"))
    interrupted({name: lines for name, lines in real.items() if not name.startswith(("sentences", "descriptions"))})
    stops()
    return 0


if __name__ == "__main__":
    sys.exit(main())
