"""What a page costs its reader: bytes, requests, and how long on a slow phone until it and its search are there.

    python -m tests.bench.reader [--runs 5] [--only weight|search|paint|typing]

In one run, on sites that are built for it and served alike (tests/bench/host.py): this project; 56a6cdd, a commit of
its with Material's interface, with the articles it had; stock Material and, where npm is, Starlight on our articles
(tests/bench/plain.py). Material goes without the fonts that it loads from Google's host, which would cost it more.

KB are 1,000 bytes of bodies. A page's icon counts whether or not the browser asks for it. "Slow" is DevTools' Slow 4G,
1.6 Mbit/s and 150 ms a request, the workers' too, and a quarter of the processor for the page, not for its workers.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import math
import os
import re
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from scripts.content import Content, load
from scripts.site.build import build
from tests.bench import plain, starlight
from tests.bench.corpus import ROOT, generate
from tests.bench.host import Log, Sent, hosted, squeezed
from tests.bench.peer import peer
from tests.browser.conftest import ARGUMENTS

OURS, BEFORE, MATERIAL, STARLIGHT = ("this project", "56a6cdd", "Material", "Starlight")
CODES = ("zh", "en")
MANY = 2_000  # articles a language
KEY = 100  # milliseconds from one letter to the next
PATIENCE = 10  # seconds after which a search has found nothing
PHONE = {"width": 360, "height": 780}
# Nothing leaves this machine, and what would is refused at once.
ALONE = [*ARGUMENTS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}

# As readers ask, in words of this bench alone: no test, and nothing that the search was tuned with, holds them.
QUERIES = {
    "zh": [
        "转过去的币还没看到", "手机丢了钱包怎么办", "刷卡买币被拒", "收不到短信验证码", "选错链了能找回吗",
        "客服让我转账是真的吗", "gas 不够怎么付", "交易卡住很久没确认", "换手机怎么搬钱包", "有个代币卖不出去",
    ],
    "en": [
        "coins sent but not showing", "phone stolen what about my wallet", "bank card payment refused",
        "sms code never arrives", "picked the wrong chain", "support asked me to send money", "not enough gas to pay",
        "transfer stuck for hours", "move wallet to a new phone", "cannot sell a token I bought",
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Interface:
    """How a site is searched."""

    opener: str  # what a reader taps in the header of a page
    box: str
    result: str  # the first thing found, in the list
    files: str  # what the search loads, where it does so with the page


ITEM = ".md-search-result__item"
OUR_INTERFACE = Interface("a.search-button", "dialog[open] .md-search__input", f"dialog[open] {ITEM}", r"/search/")
MATERIALS = Interface("label.md-header__button[for=__search]", ".md-search__input", ITEM, r"/search|/workers/")
STARLIGHTS = Interface(
    "button[data-open-modal]", ".pagefind-ui__search-input", ".pagefind-ui__result-link", r"/pagefind/"
)


@dataclass
class Site:
    name: str
    folder: Path
    address: str = ""
    log: Log | None = None

    @property
    def interface(self) -> Interface:
        home = (self.folder / "index.html").read_text("utf-8")
        if "pagefind" in home:
            return STARLIGHTS
        return OUR_INTERFACE if 'class="search-button"' in home else MATERIALS

    def has(self, path: str) -> bool:
        return (self.folder / path / "index.html").is_file()

    def text(self, path: str) -> str:
        return (self.folder / path / "index.html").read_text("utf-8")


def sites(content: Content, folder: Path) -> Iterator[Site]:
    """Build the sites. What cannot be built is left out, with a line that says so."""
    build(folder / "ours", content=content, keep=True)
    yield Site(OURS, folder / "ours")
    if built := before(folder / "before"):
        yield Site(BEFORE, built)
    docs = folder / "material/docs"
    plain.write(content, docs, plain.markdown_link, below={code: code for code in CODES}, anchors=True)
    subprocess.run(
        peer(docs, "build", "--site-dir", str(folder / "material/site"), prune=False),
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True,
    )
    yield Site(MATERIAL, folder / "material/site")
    made = starlight.build(content, folder / "starlight")
    if isinstance(made, Path):
        yield Site(STARLIGHT, made)
    else:
        print(f"Without Starlight: {made}.")


def before(folder: Path) -> Path | None:
    """The site of 56a6cdd as that commit builds it, with the packages of today."""
    archive = subprocess.run(["git", "archive", BEFORE], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        print(f"Without {BEFORE}: git has no such commit here.")
        return None
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    command = [sys.executable, "-m", "scripts", "build", "--site", str(folder.with_name("before-site"))]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"Without {BEFORE}: it does not build with the packages of today: {done.stderr.strip()[-200:]}")
        return None
    return folder.with_name("before-site")


def url(code: str, address: str) -> str:
    return ("" if code == "zh" else f"{code}/") + address


def chosen(content: Content, built: list[Site]) -> dict[tuple[str, str], str]:
    """The paths of the pages that are measured, by language and name; every site has them."""
    paths = {}
    for code in CODES:
        available = [url(code, article.address) for article in content.articles(code) if content.available(article)]
        shared = [path for path in available if all(site.has(path) for site in built)]
        shared.sort(key=lambda path: len(squeezed(built[0].folder / path / "index.html").brotli))
        paths[code, "home"] = url(code, "")
        paths[code, "article"] = shared[len(shared) // 2]
        paths[code, "heaviest"] = shared[-1]
        paths[code, "emergency"] = url(code, content.article(code, content.navigation.emergency).address)
        paths[code, "kinds"] = next(path for path in available if "tabbed-set" in built[0].text(path))
    return paths


@contextlib.contextmanager
def tab(browser: Browser, *, slow: bool = False, kept: tuple[str, dict[str, str]] | None = None) -> Iterator[Page]:
    """A tab of a phone with an empty cache; `kept` is what an origin's localStorage holds already."""
    state = {}
    if kept:
        items = [{"name": name, "value": value} for name, value in kept[1].items()]
        state["storage_state"] = {"cookies": [], "origins": [{"origin": kept[0].rstrip("/"), "localStorage": items}]}
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True, **state)
    context.set_default_timeout(60_000)
    page = context.new_page()
    if slow:
        slow_down(page)
    yield page
    context.close()


def slow_down(page: Page) -> None:
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", SLOW)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": 4})


# What is loaded


@dataclass(frozen=True)
class Weight:
    brotli: float  # KB
    gzip: float
    requests: float

    @classmethod
    def of(cls, sent: list[Sent]) -> Weight:
        return cls(sum(one.brotli for one in sent) / 1e3, sum(one.gzip for one in sent) / 1e3, len(sent))

    def __str__(self) -> str:
        return f"{self.brotli:9.1f}{self.gzip:9.1f}{self.requests:9.0f}"


def weight(browser: Browser, site: Site, path: str) -> Weight:
    """All that the first page of a visit loads, before anything is searched for."""
    with tab(browser) as page:
        site.log.clear()
        page.goto(site.address + path, wait_until="networkidle")
        icon = page.evaluate("document.querySelector('link[rel~=icon]')?.href ?? location.origin + '/favicon.ico'")
        if icon.startswith(site.address) and urlsplit(icon).path not in {one.path for one in site.log.sent}:
            page.evaluate("url => fetch(url).then((answer) => answer.arrayBuffer())", icon)
        return Weight.of(site.log.sent)


def row(what: str, name: str, said: str, verdict: str = "") -> None:
    print(f"{what:36}{name:14}{said}{'   ' + verdict if verdict else ''}", flush=True)


def exceeded(*pairs: tuple[float, float]) -> str:
    """What a row says that does not keep a promise: value and limit of each."""
    return "exceeded" if any(value > limit for value, limit in pairs) else ""


def weights(browser: Browser, built: list[Site], paths: dict[tuple[str, str], str], folder: Path) -> None:
    print(f"\n{'A first page, nothing cached':50}{'brotli':>9}{'gzip':>9}{'requests':>9}   at most 20 KB, 24 KB, 6")
    ours: dict[str, Weight] = {}
    for (code, name), path in paths.items():
        if name in ("emergency", "kinds"):
            continue
        for site in built:
            found = weight(browser, site, path)
            said = exceeded((found.brotli, 20), (found.gzip, 24), (found.requests, 6)) if site.name == OURS else ""
            row(f"{name}, {code} /{path}"[:35], site.name, str(found), said)
            if site.name == OURS:
                ours[path] = found
    label = f"The same at {MANY:,} articles a language"
    print(f"\n{label:50}{'brotli':>9}{'gzip':>9}{'requests':>9}   at most 1 KB more")
    many = folder / "many"
    build(many, docs=generate(folder / "corpus", MANY))
    with hosted(many) as (address, log):
        site = Site(OURS, many, address, log)
        for path, few in ours.items():
            found = weight(browser, site, path)
            more = found.brotli - few.brotli
            row(f"/{path}"[:35], OURS, str(found), f"{more:+.1f} KB {exceeded((more, 1))}")


# The search's first answer


def ask(page: Page, interface: Interface, text: str, apart: int = 0) -> bool:
    """Open the search, put the text in, wait for a result. Returns whether anything is found."""
    page.locator(interface.opener).first.click()
    box = page.locator(interface.box).first
    box.focus()
    for piece in text if apart else [text]:
        page.keyboard.insert_text(piece)
        page.keyboard.press("Shift")  # Material asks when a key is let go
        page.wait_for_timeout(apart)
    with contextlib.suppress(TimeoutError):
        page.locator(interface.result).first.wait_for(timeout=PATIENCE * 1_000)
        return True
    return False


def searches(browser: Browser, built: list[Site], paths: dict[tuple[str, str], str]) -> None:
    head = f"{'brotli':>9}{'most':>9}{'gzip':>9}{'requests':>9}{'most':>9}{'answered':>9}"
    print(f"\n{'A search to its first result, nothing cached':50}{head}   at most 45 KB in brotli")
    for code, queries in QUERIES.items():
        for site in built:
            asked = [first_answer(browser, site, paths[code, "article"], text) for text in queries]
            costs = [cost for cost in asked if cost]
            if not costs:
                row(f"{len(queries)} questions, {code}", site.name, f"{'nothing found':>54}")
                continue
            most = max(cost.brotli for cost in costs)
            middle = [statistics.median(values) for values in zip(*map(astuple, costs), strict=True)]
            said = f"{middle[0]:9.1f}{most:9.1f}{middle[1]:9.1f}"
            said += f"{middle[2]:9.0f}{max(cost.requests for cost in costs):9.0f}{len(costs):9}"
            row(f"{len(queries)} questions, {code}", site.name, said, exceeded((most, 45)) if site.name == OURS else "")


def first_answer(browser: Browser, site: Site, path: str, text: str) -> Weight | None:
    """What the search loads from the tap that opens it on, and what it loaded with the page. None without a result."""
    with tab(browser) as page:
        site.log.clear()
        page.goto(site.address + path, wait_until="networkidle")
        with_page = [one for one in site.log.sent if re.search(site.interface.files, one.path)]
        site.log.clear()
        return Weight.of([*with_page, *site.log.sent]) if ask(page, site.interface, text) else None


# How long it takes

PAINTED = """() => new Promise((resolve) => {
  const found = { first: 0, largest: 0, shift: 0 };
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({ type, buffered: true });
  watch("paint", (entry) => { if (entry.name === "first-contentful-paint") found.first = entry.startTime; });
  watch("largest-contentful-paint", (entry) => { found.largest = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) found.shift += entry.value; });
  setTimeout(() => resolve(found), 300);
})"""


def paint(browser: Browser, site: Site, path: str, kept: dict[str, str] | None = None) -> dict[str, float]:
    with tab(browser, slow=True, kept=(site.address, kept) if kept else None) as page:
        page.goto(site.address + path, wait_until="networkidle")
        return page.evaluate(PAINTED)


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def paints(browser: Browser, built: list[Site], paths: dict[tuple[str, str], str], runs: int) -> None:
    head = f"{'first':>9}{'largest':>9}{'shift':>9}"
    print(f"\n{'Slow: paint after ms, and layout shift':50}{head}   ours at most 0.5 of Material's; shift 0")
    for (code, name), path in paths.items():
        if name in ("heaviest", "kinds"):
            continue
        # one after the other in each round: what else the machine does meets all of them
        rounds = [{site.name: paint(browser, site, path) for site in built} for _ in range(runs)]
        found = {site.name: medians([one[site.name] for one in rounds]) for site in built}
        for site in built:
            said = found[site.name]
            largest = max(one[site.name]["shift"] for one in rounds)
            verdict = ""
            if site.name == OURS:
                ratio = said["largest"] / found[MATERIAL]["largest"]
                verdict = f"{ratio:.2f} of Material's {exceeded((ratio, 0.5), (largest, 0))}"
            row(f"{name}, {code}", site.name, f"{said['first']:9.0f}{said['largest']:9.0f}{largest:9.3f}", verdict)
    print(f"\n{'The same with a kind of account that was chosen':50}{head}")
    ours = built[0]
    for code in CODES:
        path = paths[code, "kinds"]
        for kind in ("custodial", "self-custody"):
            rounds = [paint(browser, ours, path, {"kind": kind}) for _ in range(runs)]
            said, largest = medians(rounds), max(one["shift"] for one in rounds)
            values = f"{said['first']:9.0f}{said['largest']:9.0f}{largest:9.3f}"
            row(f"{kind}, {code} /{path}"[:35], OURS, values, exceeded((largest, 0)))


# Notes when the reader tapped first, when the first letter was there, and when the first result is on the screen.
WATCH = """(() => {
  const seen = globalThis.seen = {};
  addEventListener("click", (event) => { seen.tap ??= event.timeStamp; }, true);
  addEventListener("input", (event) => { seen.letter ??= event.timeStamp; }, true);
  const look = () => {
    const result = seen.letter && document.querySelector(RESULT);
    if (result?.getClientRects().length) seen.result = performance.now(); else requestAnimationFrame(look);
  };
  look();
})();"""


def typed(browser: Browser, site: Site, pages: tuple[str, str], texts: tuple[str, str]) -> dict[str, float]:
    """Milliseconds to the first result, typed right after the page has loaded, and on the page after that; infinitely
    many where nothing is found."""
    found = {}
    with tab(browser, slow=True) as page:
        page.add_init_script(WATCH.replace("RESULT", repr(site.interface.result)))
        for when, path, text in zip(("cold", "warm"), pages, texts, strict=True):
            page.goto(site.address + path, wait_until="load")
            seen = {"tap": 0, "letter": 0, "result": math.inf}
            if ask(page, site.interface, text, KEY):
                page.wait_for_function("seen.result")
                seen = page.evaluate("seen")
            found[when] = seen["result"] - seen["letter"]
            found[f"{when}, from the tap"] = seen["result"] - seen["tap"]
    return found


def typing(browser: Browser, built: list[Site], paths: dict[tuple[str, str], str], runs: int) -> None:
    head = f"{'cold':>9}{'(tap)':>9}{'warm':>9}{'(tap)':>9}"
    print(f"\n{'Slow: first letter to first result, ms':50}{head}   ours at most that of {BEFORE}")
    for code in CODES:
        pages = (paths[code, "article"], paths[code, "emergency"])
        rounds = []
        for number in range(runs):
            texts = (QUERIES[code][number % 5], QUERIES[code][number % 5 + 5])
            rounds.append({site.name: typed(browser, site, pages, texts) for site in built})
        found = {site.name: medians([one[site.name] for one in rounds]) for site in built}
        for site in built:
            verdict = ""
            if site.name == OURS and BEFORE in found:
                ratios = {when: found[OURS][when] / found[BEFORE][when] for when in ("cold", "warm")}
                verdict = ", ".join(f"{when} {ratio:.2f} of {BEFORE}" for when, ratio in ratios.items())
                verdict += f" {exceeded(*((ratio, 1) for ratio in ratios.values()))}"
            said = "".join(f"{ms:9.0f}" for ms in found[site.name].values())
            row(f"a letter each {KEY} ms, {code}", site.name, said, verdict)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=("weight", "search", "paint", "typing"))
    options = parser.parse_args()
    content = load(ROOT / "docs", datetime.date.today())
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright, contextlib.ExitStack() as servers:
        folder = Path(name)
        built = list(sites(content, folder))
        for site in built:
            site.address, site.log = servers.enter_context(hosted(site.folder))
        paths = chosen(content, built)
        browser = playwright.chromium.launch(
            executable_path=(ROOT / ".venv" / "chromium").read_text().strip(), args=ALONE
        )
        parts: dict[str, Callable[[], None]] = {
            "weight": lambda: weights(browser, built, paths, folder),
            "search": lambda: searches(browser, built, paths),
            "paint": lambda: paints(browser, built, paths, options.runs),
            "typing": lambda: typing(browser, built, paths, options.runs),
        }
        print(f"Chromium {browser.version}, {PHONE['width']}x{PHONE['height']}; medians of {options.runs}")
        for part, measure in parts.items():
            if options.only in (None, part):
                measure()
        browser.close()


if __name__ == "__main__":
    main()
