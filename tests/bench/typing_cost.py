"""What a question costs that a reader types letter by letter: bytes in brotli and requests, up to its passages.

With the real articles (or so many a language: `typing_cost 500`), beside the same line pasted, to its first answer, and
beside Pagefind on the same pages, which waits for a pause in typing and then loads five results. Nothing is cached; the
host compresses. Counted is all below /search/ but the guard's lists.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.site.build import build
from tests.bench.corpus import REAL, ROOT, generate
from tests.bench.search_cost import BOX, Line, serve
from tests.bench.search_eval import real
from tests.browser.conftest import ARGUMENTS

QUERIES = 15  # of each language
AT_ONCE = 3  # readers, who mostly wait
APART = (60, 400, 800)  # milliseconds from one key to the next

# Into the box, then as long as anything that a pause lets happen.
TYPED = """async ({ text, apart }) => {
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const input = document.querySelector(".md-search__input");
  input.focus();
  for (let end = 1; end <= text.length; end++) {
    if (end > 1) await wait(apart);
    input.value = text.slice(0, end);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await wait(2000);
  if (!document.querySelector(".md-search-result__item p")) throw new Error(`no passage for ${text}`);
}"""

# As Pagefind's own interface does.
PAGEFIND = """async ({ text, apart }) => {
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const answers = [];
  for (let end = 1; end <= text.length; end++) {
    if (end > 1) await wait(apart);
    answers.push(pagefind.debouncedSearch(text.slice(0, end), {}, 300).then((found) => (
      found && Promise.all(found.results.slice(0, 5).map((result) => result.data()))
    )));
  }
  await Promise.all(answers);
}"""


def costs(browser: Browser, site: Path, code: str, texts: list[str], script: str, apart: int) -> list[tuple[int, int]]:
    """Bytes and requests of each text; `apart` is 0 for a text that is pasted."""
    found = []
    for start in range(0, len(texts), AT_ONCE):
        readers = []
        for text in texts[start : start + AT_ONCE]:
            line = Line(slow=False)
            context = browser.new_context(viewport={"width": 390, "height": 780})
            page = context.new_page()
            page.goto(serve(site, line) + ("" if code == "zh" else "en/"), wait_until="networkidle")
            line.sent = []
            readers.append((line, context, page, {"text": text, "apart": apart} if apart else text))
        for _, _, page, argument in readers:
            page.evaluate(f"(argument) => {{ globalThis.done = ({script})(argument); }}", argument)
        for line, context, page, _ in readers:
            page.evaluate("done")
            found.append((sum(size for size, _ in line.sent), len(line.sent)))
            context.close()
    return found


def row(label: str, keys: str, found: list[tuple[int, int]]) -> str:
    sizes, requests = [size / 1000 for size, _ in found], [count for _, count in found]
    text = f"{label:12}{keys:>10}"
    for values, form in ((sizes, "10.1f"), (requests, "10.0f")):
        *_, most = statistics.quantiles(values, n=20, method="inclusive")
        text += "".join(f"{value:{form}}" for value in (statistics.median(values), most, max(values)))
    return text


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [REAL]
    generator = random.Random(20260131)
    lines = {
        code: generator.sample([q.text for q in real() if q.code == code and q.kind == "golden"], QUERIES)
        for code in ("zh", "en")
    }
    print("A question typed letter by letter, nothing cached: KB in brotli, and requests")
    head = f"{'median':>10}{'p95':>10}{'max':>10}"
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=(ROOT / ".venv" / "chromium").read_text().strip(), args=ARGUMENTS
        )
        for size in sizes:
            print(f"\n{size:>5} articles {'keys':>7}{'KB ' + head.lstrip():>30}{head}".rstrip())
            site = Path(name) / f"site-{size}"
            build(site, docs=generate(Path(name) / str(size), size))
            subprocess.run(
                [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article", "--quiet"],
                check=True, capture_output=True,
            )
            for code, texts in lines.items():
                print(row(f"ours {code}", "pasted", costs(browser, site, code, texts, BOX, 0)), flush=True)
                for label, script in (("ours", TYPED), ("Pagefind", PAGEFIND)):
                    for apart in APART:
                        found = costs(browser, site, code, texts, script, apart)
                        print(row(f"{label} {code}", f"{apart} ms", found), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
