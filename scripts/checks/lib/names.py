"""Names that both languages write alike: without this list, only their capitals would tell."""

import re

# Names that have one in each language. 币安全 is no 币安.
PAIRS = {
    "以太坊": "ethereum", "比特币": "bitcoin", "波场": "tron", "币安(?!全)": "binance", "欧易": "okx",
    "泰达币": "tether", "莱特币": "litecoin", "狗狗币": "dogecoin",
}  # fmt: skip
# These may stay in English on a Chinese page, or go.
MAYBE = {
    "谷歌": "google", "苹果": "apple", "安卓": "android", "推特": "twitter", "脸书": "facebook", "电报": "telegram",
    "小狐狸": "metamask",
}  # fmt: skip
NAMES = {
    *PAIRS.values(), *MAYBE.values(),
    *"polygon solana arbitrum optimism avalanche base etherscan tronscan ledger trezor windows chrome safari".split(),
    *"coinbase whatsapp discord signal visa mastercard paypal todesk anydesk teamviewer instagram".split(),
}  # fmt: skip
_EXAMPLE = re.compile(r"(?:such as|e\.g\.,?|for example,?|例如|比如|譬如)[^.。;；]*$", re.IGNORECASE)


def given_as_example(text: str, place: int) -> bool:
    """Whether what stands there is an example: one language may give one where the other gives none."""
    return _EXAMPLE.search(text, max(0, place - 18), place) is not None
