"""No company stands as a provider: exchanges, explorers, payment companies and other wallets are not named in prose.

Naming one reads as a recommendation nobody has confirmed. `questions` may name them: people type such names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page

ID = "CON002"
NAME = "provider-names"
ABOUT = {
    "zh": "正文不点名任何交易所、支付公司或别家钱包：点名看起来就像推荐。",
    "en": "Prose names no exchange, payment company or other wallet: a name reads as a recommendation.",
}
EXAMPLES = [
    page(zh="从交易所转进来。", front={"questions": "questions:\n  - can I pay with PayPal"}),
    page(zh=f"从币安转进来。{MARK}"),
    page(en=f"Look it up on Etherscan.{MARK}"),
]

NAMES = re.compile(
    r"\b(?:Binance|Coinbase|Kraken|OKX|OKEx|Bybit|Huobi|HTX|KuCoin|Bitget|Gate\.io|Etherscan|Tronscan|BscScan|Blockchair|"
    r"MoonPay|Simplex|Banxa|Transak|Alipay|PayPal|Visa|Mastercard|MetaMask|imToken|Trust Wallet|TokenPocket|Phantom|Ledger|"
    r"Trezor|KeyPal|Authy|YubiKey|Google Authenticator|Microsoft Authenticator|1Password|Bitwarden|Revoke\.cash)\b"
    r"|币安|欧易|火币|支付宝|谷歌验证器|谷歌身份验证器",
    re.IGNORECASE,
)


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        for number, text in file.prose:
            for match in NAMES.finditer(text):
                mend = "Say what it is; readers type such names, so questions may hold them."
                yield Problem(file.path, number, f'the name "{match[0]}"', 'what it is, such as "the exchange"', mend, match.start() + 1)
