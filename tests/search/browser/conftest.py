"""The worker's modules in an embedded JavaScript engine, beside lunr.js as published: no browser, network or clock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import quickjs

from scripts.search.bundle import BROWSER, joined
from scripts.search.index import Article, Section, write
from scripts.search.secret import write_lists
from scripts.search.site import lunr
from scripts.search.text import Tables

# What a worker has and the engine lacks. `readFile`, `decode` and `sha256` are Python's; a pause is over at once.
WORKER = """
globalThis.self = globalThis;
globalThis.URL = class {
  constructor(path, base = "") { this.href = String(base) + path; }
  toString() { return this.href; }
};
globalThis.TextDecoder = class {
  constructor(label) { this.label = label; }
  decode(bytes) { return decode(this.label, String.fromCharCode(...bytes)); }
};
const hexadecimal = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
globalThis.crypto = { subtle: { digest: async (_, bytes) => (
  Uint8Array.from(sha256(hexadecimal(bytes)).match(/../g), (byte) => parseInt(byte, 16))
) } };
globalThis.fetched = [];
globalThis.fetch = async (url) => {
  fetched.push(String(url));
  const text = readFile(String(url));
  return { ok: text !== null, status: text === null ? 404 : 200, json: async () => JSON.parse(text) };
};
globalThis.setTimeout = (callback, wait) => { if (wait < 5_000) Promise.resolve().then(callback); };
globalThis.clearTimeout = () => {};
globalThis.AbortController = class {};
globalThis.posted = [];
globalThis.postMessage = (message) => { posted.push(message); };
"""


LOADED = "opened(root, code, await fetchJson(`${root}search/${code}/pack.json`))"


class Engine:
    """A module of the worker with all that it imports, as the published script holds them."""

    def __init__(self, module: str) -> None:
        self._context = quickjs.Context()
        self._context.add_callable("readFile", _read)
        self._context.add_callable("decode", lambda label, text: text.encode("latin-1").decode(label))
        self._context.add_callable("sha256", lambda text: hashlib.sha256(bytes.fromhex(text)).hexdigest())
        for script in (WORKER, lunr(), joined(BROWSER / module)):
            self._context.eval(script)

    def __call__(self, expression: str, **values: object) -> Any:
        """What an expression is, with Python's values by name; a promise is waited for. Raises quickjs.JSException."""
        arguments = json.dumps([*values.values()])
        self._context.eval(
            f"""globalThis.outcome = {{}};
            (async ({", ".join(values)}) => ({expression}))(...{arguments}).then(
              (value) => {{ outcome.value = value; }}, (error) => {{ outcome.error = String(error); }})"""
        )
        while self._context.execute_pending_job():
            pass
        if error := self._context.eval("outcome.error"):
            raise quickjs.JSException(error)
        text = self._context.eval("JSON.stringify(outcome.value)")
        return None if text is None else json.loads(text)


def _read(path: str) -> str | None:
    file = Path(path)
    return file.read_text("utf-8") if file.is_file() else None


# A small help center. Nothing of it may be taken for markup: it holds tags, quotes and &.
TABLES = Tables(
    {"幣": "币", "沒": "没", "賬": "账", "現": "现"},
    [("withdrawl", "withdrawal"), ("冲值", "充值")],
    {
        "充值": [0], "deposit": [0], "提现": [1], "withdrawal": [1], "验证码": [2], "code": [2],
        "cash out": [1], "交易哈希": [3],
    },
)  # fmt: skip
ZH = [
    Article(
        "deposits/missing/", "充值没到账 <b>", "充值 & 提现", "先查\"哈希\"。", ("钱没到", "充值没有显示"),
        (Section("", "", "先等等。"), Section("hash", "查<交易哈希>", "打开浏览器 explorer 看确认数。")),
    ),
    Article(
        "withdrawals/late/", "提现没到账", "提现", "先看状态。", ("提现多久到账",),
        (Section("why", "为什么", "审核。"),),
    ),
    Article(
        "account/code/", "收不到验证码", "账户", "检查短信。", ("验证码没收到",),
        (Section("sms", "短信", "信号。"),),
    ),
    Article("safety/phone/", "客服电话", "安全", "没有电话。", (), ()),
]  # fmt: skip
EN = [
    Article(
        "en/deposits/missing/", "Deposit <b>missing</b>", "Deposits & more", "Check the \"hash\" first.",
        ("where is my deposit, my deposit", "deposit not shown"),
        (
            Section("", "", "Wait <first>."),
            Section("hash", "Find the <hash>", "Open an explorer & look at confirmations."),
        ),
    ),
    Article("en/withdrawals/late/", "Withdrawal late", "Withdrawals", "Look at its status.", ("cash out is slow",), ()),
]  # fmt: skip


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site that holds the search of these articles."""
    folder = tmp_path_factory.mktemp("site")
    lists = write_lists(folder / "search/lists")
    for code, other, articles in (("zh", "en", ZH), ("en", "zh", EN)):
        extra = {
            "first": [[3, [["电话"], ["人工", "验证"]]]] if code == "zh" else [],
            "say": {
                kind: f"{kind} in {code}"
                for kind in ("secret", "secret_title", "hash", "hash_title", "paused", "none", "other", "found")
            },
            "popular": [["Late & lost", "late/"]],
            "secret": [["Emergency", "emergency/"]],
            "hash": [["Find the hash", "hash/"]],
            "ways_on": [["Deposits", "deposits/"]],
            "other": other,
            "name": code.upper(),
            "html": f"{code}-x",
            "lists": lists,
        }
        write(folder / "search" / code, articles, TABLES, extra)
    return f"{folder}/"


@pytest.fixture(scope="session")
def engine(root: str) -> Callable[[str], Engine]:
    """A function that starts a module; `zh` and `en` are the indexes of that site."""

    def start(module: str) -> Engine:
        made = Engine(module)
        if made("typeof opened === 'function'"):
            made(f"(globalThis.load = async (root, code) => {LOADED}, null)")
            made("(globalThis.zh = await load(root, 'zh'), globalThis.en = await load(root, 'en'), null)", root=root)
        return made

    return start
