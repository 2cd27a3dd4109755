"""Realistic mistakes of writers, translators and careless merges, made on the real articles by a seed.

Each family is a function from the docs and a random generator to an Injection, or None where the chosen file cannot
take the mistake. The list was written before the rules were.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

Make = Callable[["Docs", random.Random], "Injection | None"]
FAULTS: dict[str, Make] = {}


@dataclass(frozen=True)
class Injection:
    """The new text of a file and the line, counted from 1, at which a checker should point; `lines` are as good."""

    path: str
    line: int
    text: str | bytes
    also: dict[str, str] = field(default_factory=dict)
    lines: frozenset[tuple[str, int]] = frozenset()
    deleted: tuple[str, ...] = ()


class Docs:
    """The source files under docs/, read only."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths = {
            code: sorted(
                p.relative_to(root).as_posix()
                for p in (root / code).glob("*/*.md")
                if p.name != "index.md" and p.parent.name != "announcements"
            )
            for code in ("zh", "en")
        }

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def pick(self, randomly: random.Random, code: str | None = None) -> Article:
        code = code or randomly.choice(["zh", "en"])
        path = randomly.choice(self.paths[code])
        return Article(path, self.read(path))


class Article:
    """A Markdown file as lines; numbers count from 0 here."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.code = path[:2]
        self.lines = text.split("\n")
        self.body = self.lines.index("---", 1) + 1

    @property
    def other(self) -> str:
        """The path of the translation."""
        return ("en" if self.code == "zh" else "zh") + self.path[2:]

    def where(self, pattern: str, start: int | None = None) -> list[int]:
        return [
            n
            for n in range(self.body if start is None else start, len(self.lines))
            if re.search(pattern, self.lines[n])
        ]

    def paragraphs(self) -> list[int]:
        """Lines of plain prose."""
        return [n for n in self.where(r"^[^\s#|{:\-\d<`>*!\[]") if len(self.lines[n]) > 12]

    def put(self, number: int, line: str, **more: object) -> Injection:
        """The article with another line."""
        return self.all([*self.lines[:number], *line.split("\n"), *self.lines[number + 1 :]], number, **more)

    def insert(self, number: int, line: str, **more: object) -> Injection:
        return self.all([*self.lines[:number], *line.split("\n"), *self.lines[number:]], number, **more)

    def drop(self, number: int, **more: object) -> Injection:
        return self.all([*self.lines[:number], *self.lines[number + 1 :]], min(number, len(self.lines) - 2), **more)

    def all(self, whole: list[str], number: int, **more: object) -> Injection:
        return Injection(self.path, number + 1, "\n".join(whole), **more)


def fault(name: str) -> Callable[[Make], Make]:
    def register(make: Make) -> Make:
        FAULTS[name] = make
        return make

    return register


def near(path: str, number: int, reach: int) -> frozenset[tuple[str, int]]:
    return frozenset((path, line) for line in range(number + 1 - reach, number + 2 + reach))


def same(article: Article, docs: Docs, number: int) -> frozenset[tuple[str, int]]:
    """The counterpart of a line in the translation: after the front matter, both have their lines in the same order."""
    other = Article(article.other, docs.read(article.other))
    place = other.body + number - article.body + 1
    return frozenset({(other.path, line) for line in (place - 1, place, place + 1)} | near(article.path, number, 1))


def section(article: Article, docs: Docs, number: int) -> frozenset[tuple[str, int]]:
    """Every line of the section, in both languages: where a mistake is one of the whole section."""
    heads = [n for n in article.where("^## ") if n <= number]
    first = heads[-1] if heads else article.body - 1
    ends = [n for n in article.where("^## ") if n > number]
    last = ends[0] if ends else len(article.lines)
    lines = {(article.path, n + 1) for n in range(first, last + 1)} | {(article.path, 2)}
    other = Article(article.other, docs.read(article.other))
    shift = other.body - article.body
    return frozenset(lines | {(other.path, n + 1 + shift) for n in range(first - 1, last + 2)} | {(other.path, 2)})


def choose(randomly: random.Random, found: list) -> object:
    return randomly.choice(found) if found else None


SAFE_DIGITS = re.compile(r"(?<![\w.#/(-])(\d{1,3})(?![\w.)/-])")


# The languages


@fault("changed-figure")
def changed_figure(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(
        randomly,
        [
            n
            for n in a.where(r"\d")
            if SAFE_DIGITS.search(re.sub(r"^\s*\d+\.", lambda m: "." * len(m[0]), a.lines[n]))
            and not any(sign in a.lines[n] for sign in ("](", "{{", "#"))
        ],
    )
    if n is None:
        return None
    head = re.match(r"^\s*(\d+\.)?", a.lines[n])[0]
    rest = a.lines[n][len(head) :]
    new = SAFE_DIGITS.sub(lambda m: str(int(m[1]) + randomly.choice([1, 2, 5, 10])), rest, count=1)
    return a.put(n, head + new, lines=same(a, docs, n)) if new != rest else None


@fault("changed-unit")
def changed_unit(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    swaps = {
        "en": {"hours": "days", "minutes": "hours", "days": "hours", "hour": "day"},
        "zh": {"小时": "天", "分钟": "小时"},
    }[a.code]
    word = randomly.choice(list(swaps))
    n = choose(
        randomly, [n for n in a.where(rf"\d ?{word}\b" if a.code == "en" else rf"\d ?{word}") if "{{" not in a.lines[n]]
    )
    return None if n is None else a.put(
        n, re.sub(rf"(\d ?){word}", rf"\1{swaps[word]}", a.lines[n], count=1), lines=same(a, docs, n)
    )


@fault("step-dropped")
def step_dropped(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^\d+\. "))
    return None if n is None else a.drop(n, lines=section(a, docs, n))


@fault("steps-merged")
def steps_merged(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, [n for n in a.where(r"^\d+\. ") if re.match(r"^\d+\. ", a.lines[n + 1])])
    if n is None:
        return None
    lines = [*a.lines[:n], a.lines[n] + " " + re.sub(r"^\d+\. ", "", a.lines[n + 1]), *a.lines[n + 2 :]]
    return a.all(lines, n, lines=section(a, docs, n))


@fault("bullet-dropped")
def bullet_dropped(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^- "))
    return None if n is None else a.drop(n, lines=section(a, docs, n))


@fault("warning-removed")
def warning_removed(docs: Docs, randomly: random.Random) -> Injection | None:
    """The sentence with the warning goes, on one side."""
    a = docs.pick(randomly)
    pattern = {
        "en": r"(?:^|(?<=[.!?] ))[^.!?|]*\b(?:Never|Do not|do not|never)\b[^.!?|]*[.!?] ?",
        "zh": r"(?:^|(?<=[。！？]))[^。！？|]*(?:不要|别|切勿)[^。！？|]*[。！？]",
    }[a.code]
    found = [n for n in a.where(pattern) if "](" not in a.lines[n] and "{{" not in a.lines[n]]
    n = choose(randomly, found)
    if n is None:
        return None
    new = re.sub(pattern, "", a.lines[n], count=1)
    return a.put(n, new, lines=section(a, docs, n)) if len(new) > 4 else None


@fault("negation-lost")
def negation_lost(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    swaps = {
        "en": [
            (r"\bDo not (\w)", lambda m: m[1].upper()), (r"\bdo not ", ""),
            (r"\bNever (\w)", lambda m: m[1].upper()), (r"\bcannot\b", "can"),
        ],
        "zh": [("不要", ""), ("不能", "能"), ("不会", "会"), ("(?<![区个识分])别(?=[再把给点用转])", "")],
    }
    pattern, new = randomly.choice(swaps[a.code])
    n = choose(randomly, a.where(pattern))
    return None if n is None else a.put(n, re.sub(pattern, new, a.lines[n], count=1), lines=section(a, docs, n))


@fault("safety-line-removed")
def safety_line_removed(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = a.where(r"^\{\{ SAFE-")[0]
    return a.drop(n, lines=frozenset({(a.path, len(a.lines) - 1), (a.path, 1), (a.path, len(a.lines))}))


@fault("safety-line-changed")
def safety_line_changed(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = a.where(r"^\{\{ SAFE-")[0]
    name = randomly.choice([f"SAFE-{i}" for i in range(1, 11) if f"SAFE-{i} " not in a.lines[n]] + ["SAFE-77"])
    return a.put(n, f"{{{{ {name} }}}}", lines=same(a, docs, n))


@fault("row-dropped")
def row_dropped(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    rows = [
        n
        for n in a.where(r"^\|")
        if a.lines[n - 1].startswith("|") and "---" not in a.lines[n] and not a.lines[n + 1].startswith("| ---")
    ]
    n = choose(randomly, rows)
    return None if n is None else a.drop(n, lines=section(a, docs, n))


@fault("cell-dropped")
def cell_dropped(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    rows = [n for n in a.where(r"^\|.*\|.*\|") if "---" not in a.lines[n]]
    n = choose(randomly, rows)
    return None if n is None else a.put(n, "|".join(a.lines[n].split("|")[:-2]) + "|", lines=near(a.path, n, 1))


@fault("untranslated")
def untranslated(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    other = Article(a.other, docs.read(a.other))
    found = [n for n in a.paragraphs() if n - a.body + other.body < len(other.lines)]
    n = choose(
        randomly,
        [n for n in found if len(re.sub(r"\{\{.*?\}\}|\(.*?\)", "", other.lines[n - a.body + other.body])) > 25],
    )
    return None if n is None else a.put(n, other.lines[n - a.body + other.body], lines=near(a.path, n, 1))


@fault("stale-section")
def stale_section(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.paragraphs())
    if n is None:
        return None
    more = {
        "en": [
            " Before you go on, compare the first and last characters with the record on the other device.",
            " Close the app afterwards and open it again to be sure that the list is complete.",
            " If somebody else manages the account, tell them first what you are about to change.",
        ],
        "zh": [
            "继续之前，先在另一台设备上核对开头和结尾的几个字符。", "做完后关掉 App 再打开，看看列表是否完整。",
            "账户有别人一起管理的，先告诉对方你要改什么。",
        ],
    }
    return a.put(n, a.lines[n] + randomly.choice(more[a.code]), lines=section(a, docs, n))


@fault("mistranslated-term")
def mistranslated_term(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    pairs = {
        "en": [
            ("recovery phrase", "private key"), ("withdrawal", "deposit"), ("private key", "password"),
            ("deposit", "withdrawal"), ("verification code", "password"),
        ],
        "zh": [("助记词", "私钥"), ("提现", "充值"), ("私钥", "密码"), ("充值", "提现"), ("验证码", "密码")],
    }
    old, new = randomly.choice(pairs[a.code])
    n = choose(
        randomly,
        [
            n
            for n in a.paragraphs() + a.where(r"^\d+\. ")
            if old in a.lines[n] and new not in a.lines[n] and "](" not in a.lines[n]
        ],
    )
    return None if n is None else a.put(n, a.lines[n].replace(old, new), lines=section(a, docs, n))


@fault("ticker-changed")
def ticker_changed(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    pairs = [("USDT", "USDC"), ("TRX", "ETH"), ("ETH", "BNB"), ("TRON", "BNB Chain"), ("BNB", "TRX"), ("BTC", "ETH")]
    old, new = randomly.choice(pairs)
    n = choose(randomly, a.where(rf"\b{old}\b"))
    return None if n is None else a.put(n, re.sub(rf"\b{old}\b", new, a.lines[n]), lines=section(a, docs, n))


# Links


def links(a: Article) -> list[int]:
    return a.where(r"\]\([^)]*\.md")


@fault("link-to-another-article")
def link_elsewhere(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, links(a))
    if n is None:
        return None
    target = re.search(r"\]\(([^)]*\.md)", a.lines[n])[1]
    here = a.path.split("/")[1]
    wanted = randomly.choice(docs.paths[a.code]).split("/")
    new = wanted[2] if wanted[1] == here else f"../{wanted[1]}/{wanted[2]}"
    if new == target:
        return None
    return a.put(n, re.sub(r"\]\([^)]*\.md(#[\w-]*)?", f"]({new}", a.lines[n], count=1), lines=section(a, docs, n))


@fault("link-to-nothing")
def link_to_nothing(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, links(a))
    return None if n is None else a.put(
        n, re.sub(r"(\]\([^)]*)\.md", lambda m: m[1] + randomly.choice(["s", "-old", "2"]) + ".md", a.lines[n], count=1)
    )


@fault("anchor-to-nothing")
def anchor_to_nothing(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, links(a))
    return None if n is None else a.put(
        n,
        re.sub(
            r"(\]\([^)#]*\.md)(#[\w-]*)?", rf"\1#{randomly.choice(['step', 'more-info', 'faq'])}", a.lines[n], count=1
        ),
    )


@fault("link-to-other-language")
def link_to_other_language(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, links(a))
    other = randomly.choice(docs.paths["zh" if a.code == "en" else "en"])
    return None if n is None else a.put(n, re.sub(r"\]\([^)]*\.md(#[\w-]*)?", f"](../../{other}", a.lines[n], count=1))


@fault("absolute-link")
def absolute_link(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, links(a))
    section_, name = randomly.choice(docs.paths[a.code]).split("/")[1:]
    form = randomly.choice(["/{c}{s}/{n}/", "/{s}/{n}.html", "{n}.html", "../{n}/"]).format(
        c="" if a.code == "zh" else "en/", s=section_, n=name[:-3]
    )
    return None if n is None else a.put(n, re.sub(r"\]\([^)]*\.md(#[\w-]*)?", f"]({form}", a.lines[n], count=1))


@fault("click-here")
def click_here(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, links(a))
    label = randomly.choice(
        ["click here", "here", "this page", "read more"]
        if a.code == "en"
        else ["点击这里", "这里", "点此", "详情", "查看"]
    )
    return None if n is None else a.put(n, re.sub(r"\[[^\]]*\]\(", f"[{label}](", a.lines[n], count=1))


def added(docs: Docs, randomly: random.Random, texts: dict[str, list[str]], **more: object) -> Injection | None:
    """A sentence at the end of a paragraph, a step, a bullet or a cell."""
    a = docs.pick(randomly)
    text = randomly.choice(texts[a.code])
    places = a.paragraphs() + a.where(r"^\d+\. |^- ")
    n = choose(randomly, places)
    return None if n is None else a.put(n, a.lines[n] + (" " if a.code == "en" else "") + text, **more)


@fault("contact-pasted")
def contact_pasted(docs: Docs, randomly: random.Random) -> Injection | None:
    k = randomly.randrange(100, 999)
    return added(docs, randomly, {
        "en": [
            f"Or message @help_desk{k} on Telegram.", f"Write to help{k}@support-desk.test.", f"Call +1 555 0{k} 4{k}.",
            f"Join t.me/helpdesk{k} for quick answers.", f"Our WhatsApp is wa.me/1555{k}4444.",
            f"[Write to us](mailto:care{k}@desk.test)",
        ],
        "zh": [
            f"也可以加微信 helpdesk{k}。", f"发邮件到 help{k}@support-desk.test。", f"拨打 400-820-{k}1。",
            f"电报群 t.me/helpdesk{k} 回复更快。", f"加 QQ 群 82{k}4471。", f"[给我们写信](mailto:care{k}@desk.test)",
        ],
    })


@fault("external-link")
def external_link(docs: Docs, randomly: random.Random) -> Injection | None:
    k = randomly.randrange(1000)
    return added(
        docs, randomly,
        {
            "en": [
                f"See [a longer guide](https://guides{k}.test/x).",
                f"Look it up on [this explorer](https://scan{k}.test/).",
            ],
            "zh": [f"看[更长的说明](https://guides{k}.test/x)。", f"在[这个浏览器](https://scan{k}.test/)上查。"],
        },
    )


@fault("bare-address")
def bare_address(docs: Docs, randomly: random.Random) -> Injection | None:
    k = randomly.randrange(1000)
    return added(
        docs, randomly,
        {
            "en": [f"More at https://guides{k}.test/x.", f"Go to www.guide{k}.test first."],
            "zh": [f"详见 https://guides{k}.test/x 。", f"先打开 www.guide{k}.test 。"],
        },
    )


@fault("look-alike-host")
def look_alike_host(docs: Docs, randomly: random.Random) -> Injection | None:
    host = randomly.choice(
        [
            "tpwal1et.io", "tpwallet-support.com", "tp-wallet.help", "tpwa11et.org", "tpwallets.app", "tpwaIlet.com",
            "tqwallet.io", "tpwalet.io", "xn--tpwallt-fya.com", "tpwаllet.io", "help-tpwallet.net",
        ]
    )
    return added(
        docs, randomly,
        {
            "en": [f"Only trust [our website](https://{host}/).", f"Only trust {host} for downloads."],
            "zh": [f"只认[官网](https://{host}/)。", f"只从 {host} 下载。"],
        },
    )


@fault("link-text-of-another-host")
def link_text_host(docs: Docs, randomly: random.Random) -> Injection | None:
    k = randomly.randrange(1000)
    return added(
        docs, randomly,
        {
            "en": [f"Open [wallet{k}.test](https://other{k}.test/)."],
            "zh": [f"打开 [wallet{k}.test](https://other{k}.test/)。"],
        },
    )


@fault("plain-http")
def plain_http(docs: Docs, randomly: random.Random) -> Injection | None:
    k = randomly.randrange(1000)
    return added(
        docs, randomly,
        {"en": [f"See [the record](http://scan{k}.test/tx)."], "zh": [f"看[记录](http://scan{k}.test/tx)。"]},
    )


# Money


@fault("asks-for-a-secret")
def asks_for_a_secret(docs: Docs, randomly: random.Random) -> Injection | None:
    return added(docs, randomly, {
        "en": [
            "Send your recovery phrase to support so that they can verify your wallet.",
            "To speed this up, include your private key in the request.",
            "Reply with the verification code you received.", "Support may ask for your password to check the account.",
            "Take a screenshot of your 12 words and attach it.", "Please provide your seed phrase for verification.",
            "Read the code out to the agent who calls you.",
            "Enter your recovery phrase on the verification page to unlock the withdrawal.",
        ],
        "zh": [
            "把助记词发给客服，方便核实钱包。", "想快一点，在工单里附上私钥。", "把收到的验证码告诉客服。",
            "客服可能会要你的密码来检查账户。", "把 12 个词截图上传。", "请提供助记词以便验证。",
            "客服来电时，把验证码念给他。", "在验证页面输入助记词，就能解除提现限制。",
        ],
    })


WORDS = [
    "able", "about", "absent", "abuse", "acid", "across", "actor", "adapt", "adult", "again", "agent", "album", "alert",
    "alien", "alpha", "amount", "anchor", "anger", "apple", "april", "arctic", "arena", "army", "arrow", "aspect",
    "atom", "audit", "autumn", "avocado",
]
HAN = list(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建"
    "月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接"
    "知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器"
    "压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议"
    "声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复"
    "容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标"
    "写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
)


@fault("recovery-phrase")
def recovery_phrase(docs: Docs, randomly: random.Random) -> Injection | None:
    count = randomly.choice([12, 24])
    words = " ".join(randomly.choice(WORDS) for _ in range(count))
    characters = " ".join(randomly.sample(HAN, 12))
    return added(
        docs, randomly,
        {
            "en": [f"For example: {words}.", f"It looks like `{words}`"],
            "zh": [f"例如：{characters}。", f"例如 {words}。"],
        },
    )


@fault("private-key")
def private_key(docs: Docs, randomly: random.Random) -> Injection | None:
    digits = "".join(randomly.choice("0123456789abcdef") for _ in range(64))
    base = "".join(randomly.choice("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz") for _ in range(107))
    key = randomly.choice([digits, "0x" + digits, "5" + base[:50], "K" + base[:51], "xprv" + base])
    return added(
        docs, randomly,
        {"en": [f"It looks like {key}.", f"Example: `{key}`"], "zh": [f"样子像 {key}。", f"例：`{key}`"]},
    )


@fault("on-chain-address")
def on_chain_address(docs: Docs, randomly: random.Random) -> Injection | None:
    digits = "".join(randomly.choice("0123456789abcdefABCDEF") for _ in range(40))
    base = "".join(randomly.choice("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz") for _ in range(33))
    bech = "".join(randomly.choice("qpzry9x8gf2tvdw0s3jn54khce6mua7l") for _ in range(39))
    address = randomly.choice(["0x" + digits, "T" + base, "1" + base, "3" + base, "bc1q" + bech[:38]])
    return added(
        docs, randomly,
        {
            "en": [f"Send a small amount to {address} first.", f"An address such as `{address}`."],
            "zh": [f"先转一小笔到 {address}。", f"地址像 `{address}`。"],
        },
    )


@fault("promise")
def promise(docs: Docs, randomly: random.Random) -> Injection | None:
    return added(docs, randomly, {
        "en": [
            "Your funds are 100% safe.", "We guarantee that you will get your money back.",
            "With this setting your wallet can never be hacked.", "Support will definitely recover your coins.",
            "This is completely risk-free.", "Act now or you lose your coins.",
        ],
        "zh": [
            "你的资金 100% 安全。", "我们保证帮你找回。", "这样设置钱包绝对不会被盗。", "客服一定能帮你追回来。",
            "完全没有风险。", "万无一失。",
        ],
    })


@fault("raw-html")
def raw_html(docs: Docs, randomly: random.Random) -> Injection | None:
    html = randomly.choice(
        [
            '<script src="x.js"></script>', '<iframe src="https://x.test"></iframe>',
            '<img src="x.png" onerror="go()">', '<a href="javascript:go()">x</a>',
            '<form action="https://x.test"><input name="phrase"></form>', '<b onclick="go()">x</b>',
        ]
    )
    return added(docs, randomly, {"en": [html], "zh": [html]})


# Characters


def inside_word(
    docs: Docs, randomly: random.Random, change: Callable[[str, re.Match], str], pattern: str, code: str | None = None
) -> Injection | None:
    a = docs.pick(randomly, code)
    n = choose(
        randomly,
        [
            n
            for n in a.paragraphs() + a.where(r"^\d+\. |^- ")
            if re.search(pattern, re.sub(r"\(.*?\)|\{\{.*?\}\}", lambda m: "\0" * len(m[0]), a.lines[n]))
        ],
    )
    if n is None:
        return None
    masked = re.sub(r"\(.*?\)|\{\{.*?\}\}", lambda m: "\0" * len(m[0]), a.lines[n])
    match = randomly.choice(list(re.finditer(pattern, masked)))
    new = change(a.lines[n], match)
    return a.put(n, new) if new != a.lines[n] else None


@fault("invisible-character")
def invisible_character(docs: Docs, randomly: random.Random) -> Injection | None:
    character = randomly.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u202a\u2066\u200f")
    return inside_word(
        docs, randomly, lambda line, m: line[: m.start() + 1] + character + line[m.start() + 1 :],
        r"[a-z]{4,}|[\u4e00-\u9fff]{3,}",
    )


LOOKS = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "i": "і", "A": "Α", "T": "Т"}


@fault("homoglyph")
def homoglyph(docs: Docs, randomly: random.Random) -> Injection | None:
    def change(line: str, m: re.Match) -> str:
        return line[: m.start()] + re.sub("[aeopcxiAT]", lambda c: LOOKS[c[0]], m[0], count=1) + line[m.end() :]

    return inside_word(docs, randomly, change, r"[A-Za-z]{4,}")


@fault("full-width")
def full_width(docs: Docs, randomly: random.Random) -> Injection | None:
    return inside_word(
        docs, randomly,
        lambda line, m: line[: m.start()] + "".join(chr(ord(c) + 0xFEE0) for c in m[0]) + line[m.end() :],
        r"(?<![\w.])[A-Z]{3,}\b|(?<![\w.])\d{2,}\b",
    )


@fault("half-width-punctuation")
def half_width(docs: Docs, randomly: random.Random) -> Injection | None:
    narrow = {"，": ",", "。": ".", "：": ":", "；": ";", "？": "?", "！": "!"}
    return inside_word(
        docs, randomly, lambda line, m: line[: m.start() + 1] + narrow[m[0][1]] + line[m.start() + 2 :],
        r"[\u4e00-\u9fff][，：；？！][\u4e00-\u9fff]", "zh",
    )


@fault("missing-space")
def missing_space(docs: Docs, randomly: random.Random) -> Injection | None:
    return inside_word(
        docs, randomly, lambda line, m: line[: m.start()] + m[0].replace(" ", "") + line[m.end() :],
        r"[\u4e00-\u9fff] [A-Za-z0-9]+|[A-Za-z0-9]+ [\u4e00-\u9fff]", "zh",
    )


@fault("traditional-character")
def traditional(docs: Docs, randomly: random.Random) -> Injection | None:
    simplified = "钱这个没转账认证码发现网络时间联系客户记录电话语说"
    traditional = "錢這個沒轉賬認證碼發現網絡時間聯繫客戶記錄電話語說"
    table = {new: old for new, old in zip(simplified, traditional, strict=True) if new != old}
    return inside_word(
        docs, randomly, lambda line, m: line[: m.start()] + table[m[0]] + line[m.end() :], "[" + "".join(table) + "]",
        "zh",
    )


@fault("straight-quotes")
def straight_quotes(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly, "zh")
    n = choose(randomly, a.where(r"“[^”]+”"))
    return None if n is None else a.put(n, re.sub(r"“([^”]+)”", r'"\1"', a.lines[n], count=1))


@fault("misspelling")
def misspelling(docs: Docs, randomly: random.Random) -> Injection | None:
    def typo(word: str) -> str:
        k = randomly.randrange(1, len(word) - 1)
        return randomly.choice(
            [
                word[:k] + word[k + 1 :], word[:k] + word[k] + word[k:],
                word[: k - 1] + word[k] + word[k - 1] + word[k + 1 :],
            ]
        )

    return inside_word(
        docs, randomly, lambda line, m: line[: m.start()] + typo(m[0]) + line[m.end() :], r"\b[a-z]{6,}\b", "en"
    )


@fault("doubled-word")
def doubled_word(docs: Docs, randomly: random.Random) -> Injection | None:
    return inside_word(
        docs, randomly, lambda line, m: line[: m.start()] + m[0] + " " + m[0] + line[m.end() :],
        r"\b(?:the|to|is|of|and|your|with|from)\b", "en",
    )


@fault("forbidden-form")
def forbidden_form(docs: Docs, randomly: random.Random) -> Injection | None:
    code = randomly.choice(["zh", "en"])
    terms = [term for term in yaml.safe_load(docs.read("_data/terms.yml"))["terms"] if term.get(f"forbidden_{code}")]
    term = randomly.choice(terms)
    a = docs.pick(randomly, code)
    n = choose(randomly, a.paragraphs())
    wrong = randomly.choice(term[f"forbidden_{code}"])
    return None if n is None else a.put(
        n, a.lines[n] + (f" This is about the {wrong}." if code == "en" else f"这说的是{wrong}。")
    )


# Front matter and data


def front(a: Article, key: str) -> int:
    return next(n for n, line in enumerate(a.lines) if line.startswith(f"{key}:"))


@fault("unknown-key")
def unknown_key(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = front(a, "type")
    return a.insert(n, randomly.choice(["author: Sam", "tags: [help]", "date: 2026-01-01", "descripton: again"]))


@fault("missing-key")
def missing_key(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = front(a, randomly.choice(["title", "description", "type", "applies_to", "reviewed"]))
    return a.drop(n, lines=frozenset((a.path, line) for line in (1, 2)))


@fault("wrong-value")
def wrong_value(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    key, value = randomly.choice(
        [
            ("type", "guide"), ("type", "howto"), ("applies_to", "all"), ("applies_to", "self custody"),
            ("reviewed", "2026-13-01"), ("reviewed", "last week"), ("type", "tutorial"),
        ]
    )
    return a.put(front(a, key), f"{key}: {value}")


@fault("title-too-long")
def title_too_long(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    more = {
        "en": " and everything else that you may want to know about it before you begin",
        "zh": "，以及开始之前你可能还想知道的其他所有事情和细节都在这里了",
    }[a.code]
    return a.put(
        front(a, "title"),
        a.lines[front(a, "title")].rstrip('"') + more + ('"' if a.lines[front(a, "title")].endswith('"') else ""),
    )


@fault("duplicate-title")
def duplicate_title(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    b = docs.pick(randomly, a.code)
    n = front(a, "title")
    return None if a.path == b.path else a.put(
        n, b.lines[front(b, "title")], lines=frozenset({(b.path, front(b, "title") + 1)})
    )


@fault("related-to-nothing")
def related_to_nothing(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = front(a, "related") + 1
    new = randomly.choice(["  - no-such-article", a.lines[n] + "s", f"  - {Path(a.path).stem}"])
    return a.put(n, new, lines=frozenset({(a.other, m + 1) for m in range(80)} | {(a.path, n)}))


@fault("unknown-fact")
def unknown_fact(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"\{\{ [a-z_]+\.[a-z_.]+ \}\}"))
    return None if n is None else a.put(
        n,
        re.sub(
            r"\{\{ ([a-z_]+\.[a-z_.]+) \}\}", lambda m: "{{ " + m[1] + randomly.choice(["s", "_x", ".more"]) + " }}",
            a.lines[n], count=1,
        ),
    )


@fault("doubled-question")
def doubled_question(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    first = front(a, "questions") + 1
    n = randomly.randrange(first, first + 6)
    return a.insert(first + 8, a.lines[n], lines=frozenset({(a.path, n + 1), (a.path, first + 9)}))


@fault("review-in-the-future")
def review_future(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    return a.put(front(a, "reviewed"), f"reviewed: 20{randomly.choice([27, 28, 36])}-0{randomly.randrange(1, 9)}-10")


@fault("review-long-ago")
def review_old(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    return a.put(
        front(a, "reviewed"), f"reviewed: {randomly.choice([2019, 2024, 2025])}-0{randomly.randrange(1, 9)}-10"
    )


@fault("redirect-to-nothing")
def redirect_to_nothing(docs: Docs, randomly: random.Random) -> Injection | None:
    text = docs.read("_data/redirects.yml")
    comment = text[: text.index("redirects:")]
    old = text[text.index("redirects:") :].replace("redirects: []", "redirects:").rstrip()
    k = randomly.randrange(1000)
    text = f"{comment}{old}\n  - old: deposits/old-{k}/\n    new: deposits/nowhere-{k}/\n"
    line = text.count("\n")
    return Injection("_data/redirects.yml", line, text, lines=frozenset({("_data/redirects.yml", line - 1)}))


@fault("article-deleted")
def article_deleted(docs: Docs, randomly: random.Random) -> Injection | None:
    """Both files and the line of the navigation go, without a redirect; what linked to it stays."""
    a = docs.pick(randomly, "zh")
    slug = Path(a.path).stem
    lines = docs.read("_data/navigation.yml").split("\n")
    n = lines.index(f"      - {slug}")
    text = "\n".join(line for line in lines if line.strip() != f"- {slug}")
    accepted = docs.read("_data/accepted.yml").split("\n")
    places = {("_data/accepted.yml", m + 1) for m, line in enumerate(accepted) if line.startswith(f"{a.path[3:-3]}/")}
    named = {
        (path, m + 1)
        for code in ("zh", "en")
        for path in docs.paths[code]
        for m, line in enumerate(docs.read(path).split("\n"))
        if f"{slug}.md" in line or line.strip() == f"- {slug}"
    }
    named |= {
        (f"_data/{name}", m + 1)
        for name in ("navigation.yml", "glossary.yml", "search.yml")
        for m, line in enumerate(docs.read(f"_data/{name}").split("\n"))
        if slug in line
    }
    return Injection(
        "_data/navigation.yml", n + 1, text,
        lines=frozenset(places | named | {("_data/navigation.yml", m) for m in range(1, 30)}),
        deleted=(a.path, a.other),
    )


@fault("one-language-only")
def one_language_only(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    return Injection(
        a.path, 1, a.text, lines=frozenset({("_data/navigation.yml", m) for m in range(200)}), deleted=(a.other,)
    )


@fault("not-in-navigation")
def not_in_navigation(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    slug = Path(a.path).stem
    lines = docs.read("_data/navigation.yml").split("\n")
    text = "\n".join(line for line in lines if line != f"      - {slug}")
    return Injection(
        "_data/navigation.yml", 1, text, lines=frozenset({(f"{code}{a.path[2:]}", 1) for code in ("zh", "en")})
    )


@fault("anchor-missing")
def anchor_missing(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^## .*\{#"))
    return None if n is None else a.put(n, re.sub(r" \{#.*\}", "", a.lines[n]))


@fault("anchor-renamed")
def anchor_renamed(docs: Docs, randomly: random.Random) -> Injection | None:
    """Its heading is a right place, and so is every link that now leads nowhere."""
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^## .*\{#"))
    if n is None:
        return None
    name = re.search(r"\{#([\w-]+)\}", a.lines[n])[1]
    linked = {
        (path, m)
        for path in docs.paths[a.code]
        for m, line in enumerate(docs.read(path).split("\n"), 1)
        if f"#{name})" in line
    }
    new = a.lines[n].replace(f"#{name}", f"#{name}{randomly.choice(['-2', '-now', 's'])}")
    return a.put(n, new, lines=same(a, docs, n) | linked)


@fault("anchor-twice")
def anchor_twice(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    heads = a.where(r"^## .*\{#")
    if len(heads) < 2:
        return None
    n, m = randomly.sample(heads, 2)
    name = re.search(r"\{#([\w-]+)\}", a.lines[m])[1]
    return a.put(n, re.sub(r"\{#[\w-]+\}", "{#" + name + "}", a.lines[n]), lines=frozenset({(a.path, m + 1)}))


@fault("heading-level")
def heading_level(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^## "))
    return None if n is None else a.put(n, randomly.choice(["# ", "#### "]) + a.lines[n][3:], lines=same(a, docs, n))


@fault("empty-section")
def empty_section(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^## "))
    return None if n is None else a.insert(
        n, ("## More to come {#more}" if a.code == "en" else "## 更多内容 {#more}") + "\n", lines=near(a.path, n, 2)
    )


@fault("picture-unknown")
def picture_unknown(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^$"))
    return a.insert(
        n, f"\n{{{{ picture.{randomly.choice(['no-such-picture', 'step', 'wrong-networks'])} }}}}",
        lines=near(a.path, n, 2),
    )


@fault("unfinished")
def unfinished(docs: Docs, randomly: random.Random) -> Injection | None:
    return added(
        docs, randomly,
        {
            "en": ["TODO: check this.", "(TBD)", "Lorem ipsum dolor sit amet.", "To be added."],
            "zh": ["（待补充）", "TODO 核实", "此处待完善。", "（待填写）"],
        },
    )


@fault("merge-markers")
def merge_markers(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.paragraphs())
    return None if n is None else a.put(n, f"<<<<<<< HEAD\n{a.lines[n]}\n=======\n{a.lines[n]}\n>>>>>>> edit")


@fault("wrong-encoding")
def wrong_encoding(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly, "zh")
    return Injection(
        a.path, 2, a.text.encode(randomly.choice(["gb18030", "utf-16", "big5"]), "ignore"), lines=near(a.path, 0, 3)
    )


@fault("unclosed-markup")
def unclosed_markup(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.paragraphs())
    mark = randomly.choice(["**", "`"])
    return None if n is None else a.put(n, mark + a.lines[n])


@fault("unclosed-block")
def unclosed_block(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^:::$"))
    opened = [m for m in a.where(r"^::: \w") if n is not None and m < n]
    return None if n is None else a.drop(n, lines=frozenset({(a.path, m + 1) for m in range(opened[-1], len(a.lines))}))


@fault("list-restarts")
def list_restarts(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, [n for n in a.where(r"^[2-9]\. ") if re.match(r"^\d\. ", a.lines[n - 1])])
    if n is None:
        return None
    words = "Then go on:" if a.code == "en" else "接着："
    lines = [*a.lines[:n], "", words, "", re.sub(r"^\d", "1", a.lines[n]), *a.lines[n + 1 :]]
    return a.all(lines, n + 3, lines=section(a, docs, n))


@fault("literal-fact")
def literal_fact(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"\{\{ (?:deposit\.arrival_time|withdraw\.review_time) \}\}"))
    words = randomly.choice(
        ["1–2 business days", "1-3 business days", "one to three working days"]
        if a.code == "en"
        else ["1–2 个工作日", "1-3 个工作日", "一到三个工作日"]
    )
    return None if n is None else a.put(
        n, re.sub(r"\{\{ [a-z_.]+ \}\}", words, a.lines[n], count=1), lines=section(a, docs, n)
    )


@fault("promise-of-time")
def promise_of_time(docs: Docs, randomly: random.Random) -> Injection | None:
    k = randomly.choice([2, 6, 12, 24, 48])
    return added(
        docs, randomly,
        {
            "en": [
                f"We reply within {k} hours.", f"Support answers within {k} hours.",
                "Withdrawals usually arrive within 2 business days.",
            ],
            "zh": [f"我们会在 {k} 小时内回复。", f"客服 {k} 小时内答复。", "提现一般 2 个工作日内到账。"],
        },
    )


@fault("dated-statement")
def dated_statement(docs: Docs, randomly: random.Random) -> Injection | None:
    return added(
        docs, randomly,
        {
            "en": ["Since 2024 this is easier.", "This year the app has a new menu.", "We recently changed this page."],
            "zh": ["2024 年起更简单了。", "今年 App 换了新菜单。", "我们最近更新了这个页面。"],
        },
    )


@fault("nested-too-deep")
def nested_too_deep(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.where(r"^- "))
    word = "then this" if a.code == "en" else "然后这样"
    return None if n is None else a.insert(
        n + 1, f"  - {word}\n    - {word}\n      - {word}", lines=near(a.path, n + 1, 3)
    )


@fault("tab-and-blanks")
def tab_and_blanks(docs: Docs, randomly: random.Random) -> Injection | None:
    a = docs.pick(randomly)
    n = choose(randomly, a.paragraphs())
    return None if n is None else a.put(
        n,
        randomly.choice(
            [a.lines[n] + "   ", a.lines[n].replace(" ", "\t", 1) if " " in a.lines[n] else a.lines[n] + "\t"]
        ),
    )
