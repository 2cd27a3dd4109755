"""No company stands as a provider: exchanges, explorers, payment companies and other wallets are not named in prose.

Naming one reads as a recommendation nobody has confirmed. `questions` may name them: people type such names.
"""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.patterns import in_prose, table

ID, NAME, SEVERITY = "CON002", "provider-names", "error"
ABOUT_ZH = "正文不点名任何交易所、支付公司或别家钱包：点名看起来就像推荐。"
ABOUT_EN = "Prose names no exchange, payment company or other wallet: a name reads as a recommendation."
EXAMPLES = [
    page(zh="从交易所转进来。", front={"questions": "questions:\n  - can I pay with PayPal"}),
    page(zh=f"从币安转进来。{MARK}", en=f"Look it up on Etherscan.{MARK}\n- On [Etherscan](deposit-crypto.md){MARK}"),
    page(zh="到 {{ network.ton.explorer }} 查。", en=f"Look it up on Tonlook.{MARK}"),
    page(en="<!-- Etherscan -->\n\n~~~text\n```\nEtherscan\n~~~"),
]

LATIN = table(r"""
exchange :: Binance|Coinbase|Kraken|OKX|OKEx|Bybit|Huobi|HTX|KuCoin|Bitget|Gate.io   :: Withdraw it from {} first.
explorer :: Etherscan|Tronscan|BscScan|Blockchair|Revoke.cash                        :: Look it up on {}.
payment  :: MoonPay|Simplex|Banxa|Transak|Alipay|PayPal|Visa|Mastercard              :: Pay with {}.
wallet   :: MetaMask|imToken|Trust Wallet|TokenPocket|Phantom|Trezor|KeyPal          :: Open {} and look.
no ledger :: (?-i:(?<!XRP )Ledger)                                                            :: Open Ledger and look.
security :: Authy|YubiKey|Google Authenticator|Microsoft Authenticator|1Password|Bitwarden :: Take the code from {}.
""")
CHINESE = table("names :: 币安|欧易|火币|支付宝|谷歌验证器|谷歌身份验证器 :: 打开{}看看。")
NAMES = re.compile(rf"\b{LATIN.pattern}\b|{CHINESE.pattern}", re.IGNORECASE)
MEND = "Say what it is; readers type such names, so questions may hold them."


def check(source: Source) -> Iterator[Problem]:
    yield from in_prose(source, {"zh": NAMES, "en": NAMES}, 'what it is, such as "the exchange"', MEND, 'the name "{}"')
    networks = source.content.networks if source.content else {}
    names = [re.escape(network.explorer.name) for network in networks.values()]
    if names:
        explorers = re.compile(rf"\b(?:{'|'.join(names)})(?!\w|\.\w)", re.IGNORECASE)
        expected = "its key, such as {{ network.tron.explorer }}"
        yield from in_prose(source, {"zh": explorers, "en": explorers}, expected, MEND, 'the explorer "{}"')
