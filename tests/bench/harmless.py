"""Edits that change no meaning: a checker that complains about them is soon ignored."""

from __future__ import annotations

import random
import re

from tests.bench.faults import Article, Docs, Injection, Make, choose, front

HARMLESS: dict[str, Make] = {}


def harmless(name: str):
    def register(make: Make) -> Make:
        HARMLESS[name] = make
        return make

    return register


def both(a: Article, line: str, other: Article, theirs: str, number: int, place: int) -> Injection:
    """One line after `number` in an article and its counterpart in the translation."""
    text = "\n".join([*other.lines[:place], theirs, *other.lines[place:]])
    return a.insert(number, line, also={other.path: text})


def pair(docs: Docs, randomly: random.Random) -> tuple[Article, Article]:
    a = docs.pick(randomly, "en")
    return a, Article(a.other, docs.read(a.other))


@harmless("paragraph broken into lines")
def reflowed(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly, "en")
    n = choose(
        randomly,
        [n for n in a.paragraphs() if len(a.lines[n]) > 80 and "](" not in a.lines[n] and "{{" not in a.lines[n]],
    )
    if n is None:
        return None
    middle = a.lines[n].find(" ", len(a.lines[n]) // 2)
    return a.put(n, a.lines[n][:middle] + "\n" + a.lines[n][middle + 1 :]) if middle > 0 else None


SYNONYMS = {
    "en": [
        ("often", "frequently"), ("quickly", "fast"), ("begin", "start"), ("look at", "see"), ("usually", "normally"),
        ("almost", "nearly"), ("for example", "for instance"), ("also", "too"), ("carefully", "with care"),
        ("shows", "displays"), ("still", "even now"), ("then", "after that"),
    ],
    "zh": [
        ("通常", "一般"), ("看看", "看一看"), ("马上", "立刻"), ("如果", "要是"), ("然后", "接着"),
        ("有时", "有的时候"), ("已经", "早已"), ("核对", "对一下"), ("先", "首先"), ("再", "接着"), ("多半", "大多"),
    ],
}


@harmless("synonym")
def synonym(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    old, new = randomly.choice(SYNONYMS[a.code])
    pattern = rf"\b{old}\b" if a.code == "en" else old
    n = choose(randomly, [n for n in a.where(pattern) if "](" not in a.lines[n]])
    return None if n is None else a.put(n, re.sub(pattern, new, a.lines[n], count=1))


@harmless("related in another order")
def related_order(docs: Docs, randomly: random.Random) -> Injection | None:
    a, other = pair(docs, randomly)

    def turned(article: Article) -> str:
        start, end = front(article, "related") + 1, front(article, "reviewed")
        return "\n".join([*article.lines[:start], *reversed(article.lines[start:end]), *article.lines[end:]])

    return Injection(a.path, front(a, "related") + 2, turned(a), also={other.path: turned(other)})


NEW_QUESTIONS = {
    "en": [
        "somebody please explain this to me slowly", "my grandmother has this problem since monday",
        "what am i supposed to do about this one", "i read the page twice and still wonder",
        "it happened again after the weekend",
    ],
    "zh": [
        "我奶奶周一开始就这样", "谁能慢慢给我讲讲这个", "看了两遍还是没弄明白", "过完周末又这样了", "这种情况到底该咋整"
    ],
}


@harmless("question added")
def question_added(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = front(a, "questions") + randomly.randrange(1, 9)
    return a.insert(n, f"  - {randomly.choice(NEW_QUESTIONS[a.code])} {'really' if a.code == 'en' else '啊'}")


@harmless("sentence added in both languages")
def sentence_added(docs: Docs, randomly: random.Random) -> Injection | None:
    a, other = pair(docs, randomly)
    mine, theirs = a.paragraphs(), other.paragraphs()
    if len(mine) != len(theirs) or not mine:
        return None
    k = randomly.randrange(len(mine))
    en, zh = randomly.choice(
        [
            (" Take your time.", "慢慢来。"), (" Keep the page open while you do it.", "操作时不要关掉页面。"),
            (" This is the same on a tablet.", "平板上也一样。"),
        ]
    )
    text = "\n".join([*other.lines[: theirs[k]], other.lines[theirs[k]] + zh, *other.lines[theirs[k] + 1 :]])
    return a.put(mine[k], a.lines[mine[k]] + en, also={other.path: text})


@harmless("reviewed a little earlier")
def reviewed_earlier(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    return a.put(
        front(a, "reviewed"), f"reviewed: 2026-{randomly.choice(['09', '10', '11'])}-{randomly.randrange(10, 22)}"
    )


@harmless("table cells padded")
def padded(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^\| .* \|"))
    return None if n is None or "---" in a.lines[n] else a.put(
        n, a.lines[n].replace(" | ", "  |  " if randomly.random() < 0.5 else " |  ")
    )


@harmless("sentence split in two")
def split(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    if a.code == "en":
        n = choose(randomly, [n for n in a.paragraphs() if re.search(r"[a-z]; [a-z]", a.lines[n])])
        return None if n is None else a.put(
            n, re.sub(r"([a-z]); ([a-z])", lambda m: f"{m[1]}. {m[2].upper()}", a.lines[n], count=1)
        )
    n = choose(randomly, [n for n in a.paragraphs() if "；" in a.lines[n]])
    return None if n is None else a.put(n, a.lines[n].replace("；", "。", 1))


@harmless("emphasis added")
def emphasis(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    pattern = r"\b[a-z]{6,}\b" if a.code == "en" else r"(?<=[，。])[\u4e00-\u9fff]{3,5}(?=[，。])"
    n = choose(
        randomly,
        [
            n
            for n in a.paragraphs()
            if re.search(pattern, re.sub(r"\[.*?\]\(.*?\)|\{\{.*?\}\}", lambda m: "\0" * len(m[0]), a.lines[n]))
        ],
    )
    if n is None:
        return None
    match = re.search(pattern, re.sub(r"\[.*?\]\(.*?\)|\{\{.*?\}\}", lambda m: "\0" * len(m[0]), a.lines[n]))
    return a.put(n, f"{a.lines[n][: match.start()]}**{match[0]}**{a.lines[n][match.end() :]}")


@harmless("numeral as a word")
def numeral(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    words = {
        "en": {"2": "two", "3": "three", "5": "five", "10": "ten", "12": "twelve", "24": "twenty-four"},
        "zh": {"3": "三", "5": "五", "10": "十", "12": "十二", "24": "二十四"},
    }[a.code]
    after = {"en": r"(?= [a-z])", "zh": r" (?=[\u4e00-\u9fff])"}[a.code]
    pattern = rf"(?<![\w.(/#–-])({'|'.join(words)}){after}"
    n = choose(
        randomly,
        [n for n in a.paragraphs() + a.where(r"^- ") if re.search(pattern, a.lines[n]) and "](" not in a.lines[n]],
    )
    if n is None:
        return None
    new = re.sub(pattern, lambda m: words[m[1]], a.lines[n], count=1)
    if a.code == "zh":
        new = re.sub(r"(?<=[\u4e00-\u9fff]) (?=[一二三四五十])", "", new)
    return a.put(n, new)


@harmless("note for other writers")
def comment_added(docs: Docs, randomly: random.Random) -> Injection | None:
    """A note of a writer to others."""
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^## "))
    return None if n is None else a.insert(n, "<!-- Asked for by the support team. -->\n")


@harmless("comment in the data")
def data_comment(docs: Docs, randomly: random.Random) -> Injection | None:
    name = randomly.choice(["navigation", "glossary", "search", "terms", "redirects"])
    text = docs.read(f"_data/{name}.yml")
    words = randomly.choice(
        ["checked with the support lead", "see the notes of the last meeting", "keep in this order"]
    )
    lines = text.split("\n")
    n = randomly.choice([n for n, line in enumerate(lines) if line and not line.startswith(("#", " ", "-"))])
    return Injection(f"_data/{name}.yml", n + 1, "\n".join([*lines[:n], f"# {words}", *lines[n:]]))


@harmless("search word added")
def search_word(docs: Docs, randomly: random.Random) -> Injection | None:
    lines = docs.read("_data/terms.yml").split("\n")
    n = randomly.choice([n for n, line in enumerate(lines) if line.strip().startswith("search_en: [")])
    word = randomly.choice(["thingy", "doodad", "whatsit", "gizmo"])
    return Injection(
        "_data/terms.yml", n + 1, "\n".join([*lines[:n], lines[n].replace("[", f'["{word} {n}", ', 1), *lines[n + 1 :]])
    )


@harmless("link label reworded")
def label(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly, "en")
    n = choose(randomly, [n for n in a.where(r"\[see [a-z]|\[contact support\]", 0) if n >= a.body])
    return None if n is None else a.put(
        n,
        re.sub(
            r"\[contact support\]", "[get in touch with support]", re.sub(r"\[see ", "[look at ", a.lines[n], count=1),
            count=1,
        ),
    )


@harmless("article read again")
def read_again(docs: Docs, randomly: random.Random) -> Injection | None:
    """Both review dates are set anew, as after a reading."""
    a, other = pair(docs, randomly)
    day = f"reviewed: 2026-11-{randomly.randrange(10, 24)}"
    text = "\n".join(day if n == front(other, "reviewed") else line for n, line in enumerate(other.lines))
    return a.put(front(a, "reviewed"), day, also={other.path: text})


@harmless("popular in another order")
def popular(docs: Docs, randomly: random.Random) -> Injection | None:
    lines = docs.read("_data/navigation.yml").split("\n")
    start = lines.index("popular:") + 1
    end = next(n for n in range(start, len(lines)) if not lines[n].startswith("  - "))
    order = lines[start:end]
    randomly.shuffle(order)
    return Injection("_data/navigation.yml", start + 1, "\n".join([*lines[:start], *order, *lines[end:]]))


@harmless("article moved within its section")
def moved(docs: Docs, randomly: random.Random) -> Injection | None:
    lines = docs.read("_data/navigation.yml").split("\n")
    n = choose(
        randomly,
        [n for n in range(len(lines) - 1) if lines[n].startswith("      - ") and lines[n + 1].startswith("      - ")],
    )
    return Injection("_data/navigation.yml", n + 1, "\n".join([*lines[:n], lines[n + 1], lines[n], *lines[n + 2 :]]))


@harmless("figure added in both languages")
def figure_added(docs: Docs, randomly: random.Random) -> Injection | None:
    a, other = pair(docs, randomly)
    mine, theirs = a.paragraphs(), other.paragraphs()
    if len(mine) != len(theirs) or not mine:
        return None
    k = randomly.randrange(len(mine))
    number = randomly.choice([4, 6, 9, 15, 20])
    en, zh = randomly.choice(
        [
            (f" Wait {number} minutes before you try again.", f"等 {number} 分钟再试。"),
            (f" Compare the first {number} characters.", f"核对前 {number} 个字符。"),
        ]
    )
    text = "\n".join([*other.lines[: theirs[k]], other.lines[theirs[k]] + zh, *other.lines[theirs[k] + 1 :]])
    return a.put(mine[k], a.lines[mine[k]] + en, also={other.path: text})


@harmless("negation in other words")
def negation_reworded(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    old, new = randomly.choice(
        [(r"\bDo not\b", "Don't"), (r"\bcannot\b", "can't"), (r"\bdoes not\b", "doesn't")]
        if a.code == "en"
        else [("(?<!要)不要(?!紧)", "别"), ("不能", "没法"), ("没有收到", "没收到")]
    )
    n = choose(randomly, [n for n in a.where(old) if "](" not in a.lines[n]])
    return None if n is None else a.put(n, re.sub(old, new, a.lines[n], count=1))


@harmless("bullet added in both languages")
def step_added(docs: Docs, randomly: random.Random) -> Injection | None:
    """A bullet added in both languages."""
    a, other = pair(docs, randomly)
    mine, theirs = a.where(r"^- "), other.where(r"^- ")
    if len(mine) != len(theirs) or not mine:
        return None
    k = randomly.randrange(len(mine))
    return both(a, "- What you have already tried", other, "- 已经试过哪些办法", mine[k] + 1, theirs[k] + 1)


@harmless("question moved")
def question_moved(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = front(a, "questions") + randomly.randrange(1, 9)
    return a.all([*a.lines[:n], a.lines[n + 1], a.lines[n], *a.lines[n + 2 :]], n)
