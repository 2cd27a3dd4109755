"""Nothing shaped like a secret: recovery phrases, private keys, keystores, set-up codes of authenticators.

Whoever pastes a real one loses coins; readers who meet an example import it, and send to a wallet that everybody empties.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from mnemonic import Mnemonic

from scripts.content import Problem

from .rule import MARK, File, Source, data, page

ID = "SEC002"
NAME = "secret-shaped"
ABOUT = {
    "zh": "任何文件里都没有像助记词、私钥、Keystore 或验证器密钥的内容，示例也不写。",
    "en": "No file holds anything shaped like a recovery phrase, private key, keystore or authenticator secret, not even as an example.",
}
WORDS_EN = "legal winner thank year wave sausage worth useful legal winner thank yellow"
WORDS_ZH = "歇 据 谁 知 虽 谁 知 虽 谁 知 虽 谁"
EXAMPLES = [
    page(zh="抄下 12 个词，再数一遍：一 二 三。", en="Write the words down: legal, winner, thank. Links that start with otpauth:// and keys such as xprv are secrets."),
    page(zh=f"{WORDS_EN}{MARK}\n\n{WORDS_ZH}{MARK}", en=f"```\n{WORDS_EN.upper()}{MARK}\n```"),
    page(en="\n".join(f"{n}. {word}{MARK if n == 1 else ''}" for n, word in enumerate(WORDS_EN.split(), 1))),
    page(en=f"They are legal winner thank year{MARK}\nwave sausage worth useful\nlegal, winner, thank, yellow."),
    page(en=f"5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ{MARK}\n\n`0x{'4c08' * 16}`{MARK}\n\nxprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi{MARK}"),
    page(zh=f'{{"version":3,"crypto":{{"ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46"}}}}{MARK}'),
    page(en=f"otpauth://totp/Wallet:me?secret=JBSWY3DPEHPK3PXP{MARK}\n\nSet-up code: JBSW Y3DP EHPK 3PXP{MARK}"),
    page(front={"questions": f"questions:\n  - {WORDS_EN}{MARK}"}),
    data(redirects=f"redirects: []  # {WORDS_EN}{MARK}\n"),
]

ALONE = r"(?<![A-Za-z0-9])(?:{})(?![A-Za-z0-9])"
BASE58 = "[1-9A-HJ-NP-Za-km-z]"
KINDS = [
    ("a private key", re.compile(ALONE.format("(?:0[xX])?(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{128})"))),
    ("a private key", re.compile(ALONE.format(f"[59]{BASE58}{{50}}|[KLc]{BASE58}{{51}}|6P{BASE58}{{56}}|S[A-Z2-7]{{55}}|{BASE58}{{87,88}}"))),
    ("an extended private key", re.compile(rf"(?<![A-Za-z0-9])[xyztuvYZUV]prv{BASE58}{{12,}}")),
    ("a private key", re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\[\s*(?:\d{1,3}\s*,\s*){31,63}\d{1,3}\s*\]|suiprivkey1[a-z0-9]{20,}|(?:ed25519:)[1-9A-HJ-NP-Za-km-z]{60,}")),
    ("a keystore", re.compile(r"""["'\\]+(?:crypto|Crypto|ciphertext|cipherparams|kdfparams)["'\\]+\s*[:=]|\b(?:ciphertext|kdfparams|cipherparams)\s*[:=]\s*["'{]?[0-9a-f{]{1,}[0-9a-f]{15}""")),
    ("the set-up of an authenticator", re.compile(r"otpauth(?:-migration)?://(?=[A-Za-z%])[^\s，。）]+", re.IGNORECASE)),
    # 16 or more characters of base32, in one piece or in fours
    ("the secret of an authenticator", re.compile(ALONE.format(r"(?=[A-Z -]*[2-7])(?=[2-7 -]*[A-Z])(?:[A-Z2-7]{16,54}|[A-Z2-7]{4}(?:[ -][A-Z2-7]{4}){3,12})={0,6}"))),
    ("the secret of an authenticator", re.compile(ALONE.format(r"(?=[a-z2-7 -]*(?:[a-z][2-7]|[2-7][a-z]))[a-z2-7]{4}(?:[ -][a-z2-7]{4}){3,12}"))),
    ("the secret of an authenticator", re.compile(r"(?:secret|set-?up (?:code|key)|2FA key|TOTP key|otp key|设置码|密钥)\W{0,4}(?:is|=|是|为)?\W{0,4}[A-Z2-7]{16,}(?![A-Za-z0-9])|[?&]secret=[A-Za-z2-7]{8,}", re.IGNORECASE)),
]
EXPECTED = "no secret, not even an example"
MEND = "Take it out. If it was ever a real one, its owner must move the coins at once."
TAG = re.compile(r"<[^<>]{0,40}>")
ENGLISH = re.compile(r"[A-Za-z]+")
# Between two words of a phrase: spaces, line breaks, numbers, bullets. A paragraph that ends is no part of a list below it.
BREAK = re.compile(r"[.!?:。！？：]\W*\n|\n\s*\n(?!\s*(?:>\s*)?(?:[-*+|]|\d))|[\u3400-\u9fff]{9}")
# An item of a list after one of several words: rows of a phrase are short, and what readers ask is not a phrase at all.
ITEM = re.compile(r"\n\s*(?:>\s*)?(?:[-*+]\s)")
CHINESE = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?:(?:\s|[\d.,，、;；:：|/>()（）*_`\"'-]){1,16}[\u3400-\u9fff](?![\u3400-\u9fff])){11,}")


@functools.cache
def words() -> tuple[frozenset[str], frozenset[str]]:
    """The words of recovery phrases, English and Chinese."""
    chinese = {word for name in ("chinese_simplified", "chinese_traditional") for word in Mnemonic(name).wordlist}
    return frozenset(Mnemonic("english").wordlist), frozenset(chinese)


def check(source: Source) -> Iterator[Problem]:
    for file in source.files:
        for number, line in enumerate(file.lines, 1):
            if len(line) < 12:
                continue
            for kind, pattern in KINDS:
                if match := pattern.search(line):
                    yield Problem(file.path, number, f'{kind}, "{match[0][:12]}…"', EXPECTED, MEND, match.start() + 1)
                    break
        for start in [*_english(file), *_chinese(file)]:
            line = file.text.count("\n", 0, start) + 1
            yield Problem(file.path, line, "12 or more words of a recovery phrase", EXPECTED, MEND, start - file.text.rfind("\n", 0, start))


def _english(file: File) -> Iterator[int]:
    """Where a run of 12 or more words begins."""
    known, _ = words()
    text = TAG.sub(lambda match: " " * len(match[0]), file.text)
    body = sum(len(line) + 1 for line in file.lines[: file.body_line - 1]) if file.path.endswith(".md") else len(text)
    first, count, end, row = 0, 0, 0, 0
    for match in ENGLISH.finditer(text):
        gap = text[end : match.start()]
        if match[0].lower() not in known:
            count = 0
        elif count and len(gap) <= 24 and not BREAK.search(gap) and not (row > (4 if first >= body else 1) and ITEM.search(gap)):
            count += 1
        else:
            first, count = match.start(), 1
        row = 1 if "\n" in gap else row + 1
        end = match.end()
        if count == 12:
            yield first


def _chinese(file: File) -> Iterator[int]:
    _, known = words()
    for match in CHINESE.finditer(file.text):
        run = re.findall(r"[\u3400-\u9fff]", match[0])
        if len(run) >= 12 and sum(word in known for word in run) >= len(run) * 0.9:
            yield match.start()
