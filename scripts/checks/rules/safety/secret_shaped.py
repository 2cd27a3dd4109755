"""Nothing shaped like a secret: recovery phrases, private keys, keystores, set-up codes of authenticators.

Whoever pastes a real one loses coins; readers import an example, and send to a wallet that everybody empties."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, File, Problem, Source, data, page
from scripts.search.secret import judge

ID, NAME, SEVERITY = "SEC002", "secret-shaped", "error"
ABOUT_ZH = "任何文件里都没有像助记词、私钥、Keystore 或验证器密钥的内容，示例也不写。"
ABOUT_EN = "No file holds anything shaped like a recovery phrase, private key, keystore or authenticator secret."
HEX = "0x" + "4c08" * 16
WORDS_EN = "legal winner thank year wave sausage worth useful legal winner thank yellow"
WORDS_ZH = "歇 据 谁 知 虽 谁 知 虽 谁 知 虽 谁"
EXAMPLES = [
    page(zh="抄下 12 个词，再数一遍：一 二 三。",
         en="Write the words down: legal, winner, thank. Links that start with otpauth:// and keys such as "
         "xprv are secrets."),
    page(zh=f"{WORDS_EN}{MARK}\n\n{WORDS_ZH}{MARK}",
         en="\n".join(f"{n}. {word}{MARK if n == 1 else ''}" for n, word in enumerate(WORDS_EN.split(), 1))),
    page(zh=f'{{"crypto":{{"ciphertext":"5318b4d5bcd28de64ee5559e671353e1"}}}}{MARK}\n\n`{HEX}`{MARK}',
         en=f"5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ{MARK}\n\nxprv9s21ZrQH143K3QTDL4LXw2F7HEK3w{MARK}\n\n"
         f"otpauth://totp/Wallet:me?secret=JBSWY3DPEHPK3PXP{MARK}\n\nSet-up code: JBSW Y3DP EHPK 3PXP{MARK}"),
    page(en=f"```\n{WORDS_EN.upper()}{MARK}\n```\n\nThey are legal winner thank year{MARK}\nwave sausage worth useful\n"
         "legal, winner, thank, yellow.",
         front={"questions": f"questions:\n  - {WORDS_EN}{MARK}"}),
    data(redirects=f"redirects: []  # {WORDS_EN}{MARK}\n"),
]  # fmt: skip

AUTHENTICATOR = "the secret of an authenticator"
BASE58 = "[1-9A-HJ-NP-Za-km-z]"
ALONE = r"(?<![A-Za-z0-9])(?:{})(?![A-Za-z0-9])"
KINDS = [
    ("a private key", ALONE.format("(?:0[xX])?(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{128})|S[A-Z2-7]{55}")),
    ("a private key", ALONE.format(f"[59]{BASE58}{{50}}|[KLc]{BASE58}{{51}}|6P{BASE58}{{56}}|{BASE58}{{87,88}}")),
    ("an extended private key", rf"(?<![A-Za-z0-9])[xyztuvYZUV]prv{BASE58}{{12,}}"),
    ("a private key", r"-----BEGIN [A-Z ]*PRIVATE KEY|\[\s*(?:\d{1,3}\s*,\s*){31,63}\d{1,3}\s*\]"),
    ("a private key", rf"suiprivkey1[a-z0-9]{{20,}}|ed25519:{BASE58}{{60,}}"),
    ("a keystore", r"""["'\\]+(?:[cC]rypto|ciphertext|cipherparams|kdfparams)["'\\]+\s*[:=]"""),
    ("a keystore", r"""\b(?:ciphertext|kdfparams|cipherparams)\s*[:=]\s*["'{]?[0-9a-f{][0-9a-f]{15}"""),
    ("the set-up of an authenticator", r"(?i:otpauth(?:-migration)?://(?=[A-Za-z%])[^\s，。）]+)"),
    # 16 or more characters of base32, in one piece or in fours
    (AUTHENTICATOR, ALONE.format("(?=[A-Z]*[2-7])(?=[2-7]*[A-Z])[A-Z2-7]{16,54}")),
    (AUTHENTICATOR, ALONE.format("(?=[A-Z -]*[2-7])(?=[2-7 -]*[A-Z])[A-Z2-7]{4}(?:[ -][A-Z2-7]{4}){3,12}")),
    (AUTHENTICATOR, ALONE.format("(?=[a-z2-7 -]*(?:[a-z][2-7]|[2-7][a-z]))[a-z2-7]{4}(?:[ -][a-z2-7]{4}){3,12}")),
    (AUTHENTICATOR, r"(?i:(?:secret|set-?up (?:code|key)|(?:2FA|TOTP|otp) key|设置码|密钥)\W{0,4}(?:is|是|为)?\W{0,4}"
                    r"[A-Z2-7]{16,}(?![A-Za-z0-9])|[?&]secret=[A-Z2-7]{8,})"),
]  # fmt: skip
PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in KINDS]
EXPECTED = "no secret, not even an example"
MEND = "Take it out. If it was ever a real one, its owner must move the coins at once."
# A block ends at an empty line, unless a list goes on below it.
BLOCK = re.compile(r"\n[ \t]*\n(?!\s*(?:>\s*)?(?:[-*+|]|\d))")
SHORT = 2  # words of a row of a phrase; in front matter and data, longer lines are lines of their own
WORD = re.compile(r"[^\W\d_]+")


def check(source: Source) -> Iterator[Problem]:
    """All lines of all files, code and comments too; phrases also where they are broken into lines."""
    for file in source.files:
        found = set()
        for number, line in enumerate(file.lines, 1):
            for kind, pattern in PATTERNS if len(line) > 11 else ():
                if match := pattern.search(line):
                    yield Problem(file.path, number, f'{kind}, "{match[0][:12]}…"', EXPECTED, MEND, match.start() + 1)
                    found.add(number)
                    break
        for number, text in _pieces(file):
            lines = range(number, number + text.count("\n") + 1)
            if found.isdisjoint(lines) and judge(text) == "secret":
                before = text[: _start(text)]
                row, column = number + before.count("\n"), len(before) - before.rfind("\n")
                yield Problem(file.path, row, "words of a recovery phrase", EXPECTED, MEND, column)


def _pieces(file: File) -> Iterator[tuple[int, str]]:
    """What is judged at once, with the number of its first line: blocks of an article; else lines, or short ones."""
    head = file.body_line - 1 if file.is_page else len(file.lines)
    rows: list[str] = []
    for number, line in enumerate([*file.lines[:head], ""], 1):
        if line and len(WORD.findall(line)) <= SHORT:
            rows.append(line)
            continue
        if rows:
            yield number - len(rows), "\n".join(rows)
        rows = []
        yield number, line
    number = head + 1
    for block in BLOCK.split("\n".join(file.lines[head:])):
        yield number, block
        number += block.count("\n") + 2


def _start(text: str) -> int:
    """Where the phrase begins in a text that holds one: the last word from which on it is one still, up to its end."""
    places = [match.start() for match in WORD.finditer(text)]
    ends = [match.end() for match in WORD.finditer(text)]
    end = next(end for end in ends if judge(text[:end]) == "secret")
    return next(place for place in reversed(places) if place < end and judge(text[place:end]) == "secret")
