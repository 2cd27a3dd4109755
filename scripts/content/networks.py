"""Networks: what is publicly known of each blockchain that readers use, from docs/_data/networks.yml.

    table(content.networks, "times", "zh")      the rows that {{ networks.times }} shows
    value(content.networks["tron"], "time", "zh")    what {{ network.tron.time }} shows

None of it is the operator's: each group names two public sources that are independent of one another, and the day on
which somebody looked at them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, RootModel, model_validator

from .data import HostName, Slug, Strict, Text, public_host
from .facts import Day, Plain
from .forms import FORMS

LASTS = 365  # days, as long as a review


def _source(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or "." not in parts.netloc or re.search(r"\s", url):
        raise ValueError("the https address of a page or file")
    return url


def _pattern(text: str) -> str:
    """An expression that Python and JavaScript read alike."""
    try:
        compiled = re.compile(text)
    except re.error as error:
        raise ValueError(f"a regular expression ({error})") from None
    if re.search(r"\(\?(?!:)|[\^$]|\\[bBAZ]", text.replace("[^", "[")) or compiled.fullmatch(""):
        raise ValueError("an expression for the whole of it, without anchors and without looking around")
    return text


def _addresses(url: str) -> str:
    if not url.startswith("https://") or not url.endswith(("/", "=")):
        raise ValueError("the https address that a hash is put behind, such as https://explorer.wallet.test/tx/")
    return url


def owner(url: str) -> str:
    """Who answers for a source: the account, where many share a host, else the domain."""
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    if host in ("github.com", "raw.githubusercontent.com"):
        return parts.path.strip("/").partition("/")[0]
    if host.endswith((".github.io", ".readthedocs.io", ".gitbook.io")):
        return host.partition(".")[0]
    return ".".join(host.split(".")[-2:])


class Checked(Strict):
    """When somebody looked at which sources."""

    date: Day
    sources: Annotated[list[Annotated[Text, AfterValidator(_source)]], Field(min_length=2)]

    @model_validator(mode="after")
    def _independent(self) -> Checked:
        if len({owner(url) for url in self.sources}) < 2:
            raise ValueError(f"two sources that are independent of one another; all are {owner(self.sources[0])}'s")
        return self


class Group(Strict):
    """What was looked up together."""

    checked: Checked


class Coin(Group):
    """The network's own coin, which pays its fees, and the kinds of tokens on it."""

    symbol: Text
    name: Plain
    tokens: tuple[Text, ...] = ()


class Saying(Group):
    """What is said of it, in a table's cell."""

    says: Plain

    @model_validator(mode="after")
    def _same_figures(self) -> Saying:
        _alike(self.says)
        return self


class Look(Saying):
    """What an address or a hash looks like: in words, and as expressions that match a whole one."""

    patterns: Annotated[list[Annotated[Text, AfterValidator(_pattern)]], Field(min_length=1)]


class Explorer(Group):
    """The explorer that most people use: its host, and what stands before the hash of a transaction there."""

    name: Text
    host: Annotated[HostName, AfterValidator(public_host)]
    path: Annotated[Text, AfterValidator(_addresses)]

    @model_validator(mode="after")
    def _own_host(self) -> Explorer:
        if urlsplit(self.path).netloc != self.host:
            raise ValueError(f'a "path" at {self.host}')
        return self

    @property
    def url(self) -> str:
        return f"https://{self.host}"


class Time(Group):
    """How long it takes: until a transaction is in a block, and until it counts as final."""

    usual: Plain
    final: Plain

    @model_validator(mode="after")
    def _same_figures(self) -> Time:
        _alike(self.usual)
        _alike(self.final)
        return self


class Called(Strict):
    """Other names that people type."""

    zh: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class Network(Strict):
    """A network: its names, and groups of facts. A group for which no two sources were found is left out."""

    name: Plain
    called: Called = Called()
    coin: Coin
    explorer: Explorer
    address: Look
    hash: Look | None = None
    time: Time | None = None
    reserve: Saying | None = None
    memo: Saying | None = None
    pending: Saying | None = None
    permissions: Saying | None = None

    def words(self, symbols: list[str]) -> list[str]:
        """Its names, and its coin's, unless that is another network's coin too. `symbols`: those of all networks."""
        own = [self.coin.symbol, self.coin.name.zh, self.coin.name.en] if symbols.count(self.coin.symbol) == 1 else []
        return list(dict.fromkeys([self.name.zh, self.name.en, *self.called.zh, *self.called.en, *own]))

    def groups(self) -> Iterator[tuple[str, Group]]:
        """The groups with their keys."""
        for key in type(self).model_fields:
            if isinstance(group := getattr(self, key), Group):
                yield key, group


class Networks(RootModel[dict[Slug, Network]]):
    """networks.yml: the networks, in the order in which tables show them."""


def _alike(said: Plain) -> None:
    if not FORMS["text"].fits(said.zh, said.en):
        raise ValueError("the same figures in both languages")


@dataclass(frozen=True)
class Cell:
    """What a table says of a network; behind a link, if it has one."""

    text: str
    link: str = ""


Column = tuple[str, Callable[[Network, str], Cell]]  # its heading: a word of languages.yml; and its cell in a language


@dataclass(frozen=True)
class Topic:
    """A table of the networks: the group of facts that it shows, in one or two columns."""

    group: str
    columns: tuple[Column, ...]


def _says(group: str) -> Callable[[Network, str], Cell]:
    return lambda network, code: Cell(getattr(network, group).says[code])


def _time(key: str) -> Callable[[Network, str], Cell]:
    return lambda network, code: Cell(getattr(network.time, key)[code])


def _tokens(network: Network, code: str) -> Cell:
    return Cell(("、" if code == "zh" else ", ").join(network.coin.tokens) or "—")


# What {{ networks.… }} can show. {{ network.<key>.<group> }} shows what stands in the first column.
TOPICS: dict[str, Topic] = {
    "times": Topic("time", (("networks_usual", _time("usual")), ("networks_final", _time("final")))),
    "fees": Topic("coin", (("networks_coin", lambda network, _: Cell(network.coin.symbol)),
                           ("networks_tokens", _tokens))),
    "explorers": Topic("explorer", (("networks_explorer", lambda n, _: Cell(n.explorer.name, n.explorer.url)),)),
    "addresses": Topic("address", (("networks_address", _says("address")),)),
    "hashes": Topic("hash", (("networks_hash", _says("hash")),)),
    "reserves": Topic("reserve", (("networks_reserve", _says("reserve")),)),
    "memos": Topic("memo", (("networks_memo", _says("memo")),)),
    "pending": Topic("pending", (("networks_pending", _says("pending")),)),
    "permissions": Topic("permissions", (("networks_permissions", _says("permissions")),)),
}  # fmt: skip
_FIRST = {topic.group: topic.columns[0][1] for topic in TOPICS.values()}


def values(network: Network) -> list[str]:
    """What {{ network.<key>.… }} can show of a network."""
    return [key for key, _ in network.groups()]


def value(network: Network, name: str, code: str) -> Cell:
    """One of its values, in a language."""
    return _FIRST[name](network, code)


def table(networks: Mapping[str, Network], name: str, code: str) -> list[tuple[list[str], list[Cell]]]:
    """The rows of a topic in a language: the names of networks, and what is the same of all of them. Networks of which
    the table says the same stand in one row, at the place of the first; those of which nothing is known, in none."""
    topic = TOPICS[name]
    rows: dict[tuple[Cell, ...], list[str]] = {}
    for network in networks.values():
        if topic.group in values(network):
            cells = tuple(cell(network, code) for _, cell in topic.columns)
            rows.setdefault(cells, []).append(network.name[code])
    return [(names, list(cells)) for cells, names in rows.items()]


def oldest(networks: Mapping[str, Network], name: str) -> datetime.date:
    """The day on which the oldest of what a topic's table shows was looked up."""
    groups = [dict(network.groups()).get(TOPICS[name].group) for network in networks.values()]
    return min(group.checked.date for group in groups if group)
