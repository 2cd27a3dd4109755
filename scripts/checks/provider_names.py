"""No company stands as a provider: exchanges, explorers, payment companies and other wallets are not named in prose.

Naming one reads as a recommendation nobody has confirmed. `questions` may name them: people type such names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Content, Problem

from .prose import prose

NAME = "provider-names"

NAMES = re.compile(
    r"\b(?:Binance|Coinbase|Kraken|OKX|OKEx|Bybit|Huobi|HTX|KuCoin|Bitget|Gate\.io|Etherscan|Tronscan|BscScan|Blockchair|"
    r"MoonPay|Simplex|Banxa|Transak|Alipay|PayPal|Visa|Mastercard|MetaMask|imToken|Trust Wallet|TokenPocket|Phantom|Ledger|"
    r"Trezor|KeyPal|Authy|YubiKey|Google Authenticator|Microsoft Authenticator|1Password|Bitwarden|Revoke\.cash)\b"
    r"|币安|欧易|火币|支付宝|谷歌验证器|谷歌身份验证器",
    re.IGNORECASE,
)


def check(content: Content) -> Iterator[Problem]:
    for page in content.pages.values():
        for line, text in prose(page):
            if match := NAMES.search(text):
                yield Problem(page.path, line, f'the name "{match[0]}"', 'what it is, such as "the exchange"')
