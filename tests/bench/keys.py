"""Private keys and what is like them in form, of random bytes: rightly encoded, with the right checksums, nobody's.

What a 64-byte key of Solana ends with is its public key; here it is random too, since no text shows the difference.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import random
import textwrap
import uuid
from collections.abc import Callable
from urllib.parse import quote

Make = Callable[[random.Random], str]

BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
BECH32_SUM, BECH32M_SUM = 1, 0x2BC830A3
URL = "https://www.wallet.test/en/articles/{}-recover-an-account-when-the-phone-is-lost?utm_source=app&ref={}#what-to-do"


def base58(data: bytes, alphabet: str = BITCOIN) -> str:
    number, digits = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        digits = alphabet[digit] + digits
    return alphabet[0] * (len(data) - len(data.lstrip(b"\0"))) + digits


def base58check(data: bytes, alphabet: str = BITCOIN) -> str:
    return base58(data + hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4], alphabet)


def bech32(prefix: str, data: bytes, first: list[int] | None = None, final: int = BECH32_SUM) -> str:
    """`first`: groups of five bits before the data, such as the version of a witness program."""
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    values = [*(first or []), *(int(bits[place : place + 5], 2) for place in range(0, len(bits), 5))]
    expanded = [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]
    check = 1
    for value in [*expanded, *values, 0, 0, 0, 0, 0, 0]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    check ^= final
    values += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return prefix + "1" + "".join(BECH32[value] for value in values)


def stellar(version: int, data: bytes) -> str:
    payload = bytes([version]) + data
    return base64.b32encode(payload + binascii.crc_hqx(payload, 0).to_bytes(2, "little")).decode()


def ton(randomly: random.Random) -> str:
    payload = b"\x11\0" + randomly.randbytes(32)
    return base64.urlsafe_b64encode(payload + binascii.crc_hqx(payload, 0).to_bytes(2, "big")).decode()


def base32(randomly: random.Random, size: int) -> str:
    return base64.b32encode(randomly.randbytes(size)).decode().rstrip("=")


def digits(randomly: random.Random) -> str:
    return randomly.randbytes(32).hex()


def grouped(text: str, size: int, separator: str) -> str:
    return separator.join(textwrap.wrap(text, size))


def wif(version: int, compressed: bool) -> Make:
    return lambda randomly: base58check(bytes([version]) + randomly.randbytes(32) + b"\1" * compressed)


def extended(version: str) -> Make:
    """A key of BIP-32: version, depth, fingerprint, number, chain code, key."""

    def make(randomly: random.Random) -> str:
        depth = randomly.choice((b"\0" * 9, bytes([3]) + randomly.randbytes(4) + b"\x80\0\0\0"))
        return base58check(bytes.fromhex(version) + depth + randomly.randbytes(32) + b"\0" + randomly.randbytes(32))

    return make


def array(randomly: random.Random) -> str:
    separator = randomly.choice((",", ", ", ",\n"))
    return f"[{separator.join(str(byte) for byte in randomly.randbytes(64))}]"


def otpauth(randomly: random.Random) -> str:
    secret = base32(randomly, randomly.choice((10, 16, 20, 32)))
    issuer, account = randomly.choice(("Example", "Wallet", "Big Exchange")), "reader@mail.test"
    return randomly.choice((
        f"otpauth://totp/{quote(issuer)}:{quote(account)}?secret={secret}&issuer={quote(issuer)}",
        f"otpauth://totp/{quote(issuer)}:{account}?issuer={quote(issuer)}&secret={secret}&digits=6&period=30",
        f"otpauth://totp/{account}?secret={secret.lower()}",
        f"otpauth://hotp/{account}?counter=1&secret={secret}",
        f"otpauth://totp/{account}?algorithm=SHA256&secret={secret}",
        f"otpauth-migration://offline?data={quote(base64.b64encode(randomly.randbytes(60)).decode(), safe='')}",
    ))  # fmt: skip


def keystore(randomly: random.Random) -> str:
    """The file that Ethereum's wallets keep a key in, version 3, as several of them write it."""
    function = randomly.choice((
        {"kdf": "scrypt", "kdfparams": {"dklen": 32, "n": 262144, "p": 1, "r": 8, "salt": digits(randomly)}},
        {"kdf": "pbkdf2", "kdfparams": {"c": 10240, "dklen": 32, "prf": "hmac-sha256", "salt": digits(randomly)}},
    ))
    ciphered = {
        "cipher": "aes-128-ctr", "ciphertext": digits(randomly),
        "cipherparams": {"iv": randomly.randbytes(16).hex()}, **function, "mac": digits(randomly),
    }  # fmt: skip
    if randomly.random() < 0.5:
        ciphered = dict(sorted(ciphered.items(), reverse=True))
    named = {"id": str(uuid.UUID(int=randomly.getrandbits(128))), "address": randomly.randbytes(20).hex()}
    name = randomly.choice(("crypto", "Crypto"))
    whole = randomly.choice(({"version": 3, **named, name: ciphered}, {name: ciphered, **named, "version": 3}))
    return json.dumps(whole, indent=randomly.choice((None, 2)), separators=randomly.choice(((",", ":"), (", ", ": "))))


def cut(begin: float, end: float) -> Make:
    """A part of a keystore: what is left of a text that was cut, or that somebody marked badly."""

    def make(randomly: random.Random) -> str:
        whole = keystore(randomly)
        return whole[int(len(whole) * begin) : int(len(whole) * end)]

    return make


def numbers(randomly: random.Random) -> str:
    """A secret of XRP as eight numbers of six digits (XLS-12): 16 bits, and a digit that depends on the row."""
    values = [randomly.randrange(2**16) for _ in range(8)]
    return " ".join(f"{value:05}{value * (2 * row + 1) % 9}" for row, value in enumerate(values))


def pem(randomly: random.Random) -> str:
    kind, size = randomly.choice((
        ("PRIVATE KEY", 48), ("PRIVATE KEY", 138), ("EC PRIVATE KEY", 118), ("RSA PRIVATE KEY", 1192),
        ("ENCRYPTED PRIVATE KEY", 239), ("OPENSSH PRIVATE KEY", 300),
    ))  # fmt: skip
    lines = textwrap.wrap(base64.b64encode(randomly.randbytes(size)).decode(), 64)
    return "\n".join([f"-----BEGIN {kind}-----", *lines, f"-----END {kind}-----"])


# Those of which no text can tell whether they are a key or a hash: the guard may say so.
HEXADECIMAL: dict[str, Make] = {
    "64 hex": digits,
    "64 hex, 0x": lambda randomly: "0x" + digits(randomly),
    "64 hex, upper case": lambda randomly: digits(randomly).upper(),
    "64 hex, in pairs": lambda randomly: grouped(digits(randomly), 2, " "),
    "64 hex, in fours": lambda randomly: grouped(digits(randomly), 4, " "),
    "64 hex, in eights": lambda randomly: grouped(digits(randomly), 8, " "),
    "64 hex, colons": lambda randomly: grouped(digits(randomly), 2, ":"),
    "64 hex, dashes": lambda randomly: grouped(digits(randomly), randomly.choice((2, 4, 8)), "-"),
    "64 hex, two lines": lambda randomly: grouped(digits(randomly), 32, "\n"),
    "128 hex": lambda randomly: digits(randomly) + digits(randomly),
}

KEYS: dict[str, Make] = {
    "WIF, Bitcoin, compressed": wif(0x80, True),
    "WIF, Bitcoin": wif(0x80, False),
    "WIF, Bitcoin's testnet": lambda randomly: wif(0xEF, randomly.random() < 0.5)(randomly),
    "WIF, Litecoin": lambda randomly: wif(0xB0, randomly.random() < 0.5)(randomly),
    "WIF, Dogecoin": lambda randomly: wif(0x9E, randomly.random() < 0.5)(randomly),
    "WIF, Dash": lambda randomly: wif(0xCC, randomly.random() < 0.5)(randomly),
    "BIP-38": lambda randomly: base58check(b"\x01\x42" + randomly.choice((b"\xc0", b"\xe0")) + randomly.randbytes(36)),
    "xprv": extended("0488ade4"),
    "yprv": extended("049d7878"),
    "zprv": extended("04b2430c"),
    "tprv": extended("04358394"),
    "Solana, base58": lambda randomly: base58(randomly.randbytes(64)),
    "Solana, array": array,
    "XRP, s…": lambda randomly: base58check(b"\x21" + randomly.randbytes(16), RIPPLE),
    "XRP, sEd…": lambda randomly: base58check(b"\x01\xe1\x4b" + randomly.randbytes(16), RIPPLE),
    "Stellar, S…": lambda randomly: stellar(18 << 3, randomly.randbytes(32)),
    "Sui": lambda randomly: bech32("suiprivkey", randomly.choice((b"\0", b"\1", b"\2")) + randomly.randbytes(32)),
    "otpauth": otpauth,
    "keystore, whole": keystore,
    "keystore, its first third": cut(0, 1 / 3),
    "keystore, two thirds": cut(0, 2 / 3),
    "keystore, its middle": cut(1 / 3, 2 / 3),
    "PEM": pem,
}

# Of other kinds, or not whole.
FURTHER: dict[str, Make] = {
    "63 hex, one lost": lambda randomly: digits(randomly)[1:],
    "64 hex, numbered lines": lambda randomly: "\n".join(
        f"{n}. {line}" for n, line in enumerate(textwrap.wrap(digits(randomly), 16), 1)),
    "WIF, two lines": lambda randomly: grouped(wif(0x80, True)(randomly), 26, "\n"),
    "WIF, in fours": lambda randomly: grouped(wif(0x80, True)(randomly), 4, " "),
    "WIF, one wrong": lambda randomly: wif(0x80, True)(randomly)[:-1] + randomly.choice(BITCOIN),
    "xprv, half of it": lambda randomly: extended("0488ade4")(randomly)[:55],
    "Stellar, in fours": lambda randomly: grouped(stellar(18 << 3, randomly.randbytes(32)), 4, " "),
    "EOS": lambda randomly: "PVT_K1_" + base58(randomly.randbytes(36)),
    "Tezos": lambda randomly: base58check(b"\x0d\x0f\x3a\x07" + randomly.randbytes(32)),
    "Cardano": lambda randomly: bech32("ed25519_sk", randomly.randbytes(32)),
    "Nostr": lambda randomly: bech32("nsec", randomly.randbytes(32)),
    "XRP, eight numbers": numbers,
    "array of 32 numbers": lambda randomly: str(list(randomly.randbytes(32))),
    "second factor's secret": lambda randomly: base32(randomly, 20),
    "second factor's secret, in fours": lambda randomly: grouped(base32(randomly, 20).lower(), 4, " "),
    "PEM, without its first line": lambda randomly: pem(randomly).partition("\n")[2],
    "otpauth, URL-encoded": lambda randomly: quote(otpauth(randomly), safe=""),
    "base64 of 32 bytes": lambda randomly: base64.b64encode(randomly.randbytes(32)).decode(),
}  # fmt: skip

# No secrets, and each as long and as strange as one.
PUBLIC: dict[str, Make] = {
    "address, 0x": lambda randomly: "0x" + randomly.randbytes(20).hex(),
    "address, T…": lambda randomly: base58check(b"\x41" + randomly.randbytes(20)),
    "address, 1…": lambda randomly: base58check(b"\0" + randomly.randbytes(20)),
    "address, 3…": lambda randomly: base58check(b"\5" + randomly.randbytes(20)),
    "address, D…": lambda randomly: base58check(b"\x1e" + randomly.randbytes(20)),
    "address, bc1q": lambda randomly: bech32("bc", randomly.randbytes(20), [0]),
    "address, bc1p": lambda randomly: bech32("bc", randomly.randbytes(32), [1], BECH32M_SUM),
    "address, Solana": lambda randomly: base58(randomly.randbytes(32)),
    "address, TON": ton,
    "address, XRP": lambda randomly: base58check(b"\0" + randomly.randbytes(20), RIPPLE),
    "address, Stellar": lambda randomly: stellar(6 << 3, randomly.randbytes(32)),
    "address, Cosmos": lambda randomly: bech32("cosmos", randomly.randbytes(20)),
    "address, Cardano": lambda randomly: bech32("addr", b"\1" + randomly.randbytes(56)),
    "xpub": extended("0488b21e"),
    "UUID": lambda randomly: str(uuid.UUID(int=randomly.getrandbits(128), version=4)),
    "two UUIDs": lambda randomly: " ".join(str(uuid.UUID(int=randomly.getrandbits(128), version=4)) for _ in range(2)),
    "digits, 64 in fours": lambda randomly: grouped(str(randomly.randrange(10**63, 10**64)), 4, " "),
    "codes of six digits": lambda randomly: " ".join(f"{randomly.randrange(10**6):06}" for _ in range(8)),
    "times": lambda randomly: " ".join(f"{byte % 24:02}:{byte % 60:02}:00" for byte in randomly.randbytes(12)),
    "MD5": lambda randomly: randomly.randbytes(16).hex(),
    "SHA-1": lambda randomly: randomly.randbytes(20).hex(),
    "IPv6": lambda randomly: grouped(randomly.randbytes(16).hex(), 4, ":"),
    "MAC": lambda randomly: grouped(randomly.randbytes(6).hex(), 2, ":"),
    "two addresses": lambda randomly: f"0x{randomly.randbytes(20).hex()} 0x{randomly.randbytes(20).hex()}",
    "order number": lambda randomly: randomly.choice(("", "No. ", "订单号 ")) + str(randomly.randrange(10**17, 10**21)),
    "numbers": lambda randomly: " ".join(str(byte) for byte in randomly.randbytes(randomly.randrange(4, 13))),
    "amounts": lambda randomly: ", ".join(f"{byte * 7.37:.2f} USDT" for byte in randomly.randbytes(6)),
    "phone number": lambda randomly: f"+1 {randomly.randrange(201, 989)} 555 01{randomly.randrange(100):02}",
    "IBAN": lambda randomly: grouped(f"DE00{randomly.randrange(10**17, 10**18)}", 4, " "),
    "URL": lambda randomly: URL.format(randomly.randrange(10**12), randomly.randrange(999)),
    "token": lambda randomly: f"eyJhbGciOiJIUzI1NiJ9.{base64.urlsafe_b64encode(randomly.randbytes(60)).decode()}",
}

# The guard may take these for what they could be.
HASHES: dict[str, Make] = {
    "transaction, 0x": lambda randomly: "0x" + digits(randomly),
    "transaction": digits,
    "transaction, named": lambda randomly: randomly.choice(("txid ", "TxHash: 0x", "查不到哈希 ")) + digits(randomly),
    "transaction, its page": lambda randomly: f"https://scan.test/tx/0x{digits(randomly)}",
    "transaction, Solana": lambda randomly: base58(randomly.randbytes(64)),
}
