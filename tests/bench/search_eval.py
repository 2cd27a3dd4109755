"""How well the search finds: real queries and generated ones, typed into the built site's worker in Chromium.

Beside it, on the same pages and queries, Material's own search, MkDocs' own and Pagefind. Prints a table and writes
a report with a chart and the worst misses: which questions the content does not answer.
"""

from __future__ import annotations

import csv
import datetime
import functools
import html
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import opencc
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright
from pypinyin import lazy_pinyin

from scripts.content import Content, load
from scripts.search.pinyin import COMMON
from scripts.site.build import ROOT, build
from tests.browser.conftest import ARGUMENTS
from tests.conftest import serve_folder

QUERIES = ROOT / "tests/data/search"
REPORT = ROOT / "site-search-eval.html"
MISSED = ROOT / "site-search-eval.json"  # for `make status`
SEED = 20260131
GENERATED = 300  # of each kind and language

# Stock Material and stock MkDocs over the same Markdown, already filled in.
PEER = """site_name: Peer
site_url: http://127.0.0.1/
docs_dir: docs
theme: {{name: {theme}{more}}}
plugins:
  - search: {{lang: {lang}, separator: {separator}}}
markdown_extensions: [attr_list, tables, def_list]
"""


# As Material's documentation recommends for Chinese.
SEPARATOR = r"[\s\u200b\-]"


@dataclass(frozen=True)
class Query:
    """A line of a reader, its kind, and the articles that answer it."""

    code: str
    kind: str
    text: str
    slugs: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """What one search made of queries of one kind. Ranks count articles from 1; 0 for none among the first ten."""

    ranks: list[int]
    empty: int

    def success(self, rank: int) -> float:
        return sum(0 < r <= rank for r in self.ranks) / len(self.ranks)

    @property
    def reciprocal(self) -> float:
        return statistics.fmean(1 / r if r else 0 for r in self.ranks)


def real() -> list[Query]:
    found = []
    for file, code, kind in (
        ("golden-zh.tsv", "zh", "golden"), ("golden-en.tsv", "en", "golden"), ("banking77-en.tsv", "en", "banking77")
    ):
        with (QUERIES / file).open(encoding="utf-8") as lines:
            rows = csv.DictReader(lines, delimiter="\t")
            found += [Query(code, kind, row["query"], tuple(row["slugs"].split(","))) for row in rows]
    return found


def generated(content: Content) -> list[Query]:
    """Titles, headings, and the golden queries and titles as readers mistype them, in Traditional script, in pinyin."""
    randomly = random.Random(SEED)
    traditional = opencc.OpenCC("s2t").convert
    found: list[Query] = []
    for language in content.languages:
        code = language.code
        pages = list(content.articles(code))
        clean = [query for query in real() if query.code == code and query.kind == "golden"]
        titles = [Query(code, "title", page.front.title, (page.slug,)) for page in pages]
        questions = [
            Query(code, "question", question, (page.slug,)) for page in pages for question in page.front.questions
        ]
        found += titles + randomly.sample(questions, min(GENERATED * 2, len(questions)))
        for query in randomly.sample(clean + titles, min(GENERATED, len(clean + titles))):
            found.append(Query(code, "the same, clean", query.text, query.slugs))
            found.append(Query(code, "one typo", mistyped(query.text, code, randomly), query.slugs))
            if code == "zh":
                found.append(Query(code, "Traditional", traditional(query.text), query.slugs))
                found.append(Query(code, "pinyin", "".join(lazy_pinyin(query.text)), query.slugs))
    return found


def mistyped(text: str, code: str, randomly: random.Random) -> str:
    """A text with a typo: one letter of a longer word dropped, doubled, replaced or swapped.

    Of Chinese, a character dropped or, three times as often, replaced by one that sounds the same: a keyboard of pinyin
    offers no other.
    """
    if code == "zh":
        places = [i for i, character in enumerate(text) if "\u4e00" <= character <= "\u9fff"]
        if not places:
            return text
        place = randomly.choice(places)
        alike = [
            character for character in COMMON if sound(character) == sound(text[place]) and character != text[place]
        ]
        typed = randomly.choice(alike or [""]) if randomly.random() < 0.75 else ""
        return text[:place] + typed + text[place + 1 :]
    words = text.split()
    long = [i for i, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not long:
        return text
    index = randomly.choice(long)
    word, place = words[index], randomly.randrange(1, len(words[index]) - 1)
    words[index] = randomly.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + randomly.choice("aeiorstn") + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        ]
    )
    return " ".join(words)


@functools.cache
def sound(character: str) -> str:
    return lazy_pinyin(character)[0]


Search = Callable[[list[Query]], list[list[str]]]

OURS = """async ({ root, code, texts }) => {
  const worker = new Worker(root + "search/worker.js");
  // an article's text may follow in a second answer: take the first one to this query
  const next = (type, text) => new Promise((resolve) => {
    const listen = ({ data }) => {
      if (data.type !== type || data.data?.query !== text) return;
      worker.removeEventListener("message", listen);
      resolve(data.data);
    };
    worker.addEventListener("message", listen);
  });
  const ready = next(1);
  worker.postMessage({ type: 0, data: { root, code } });
  await ready;
  const found = [];
  for (const text of texts) {
    const result = next(3, text);
    worker.postMessage({ type: 2, data: text });
    found.push((await result).items.map((item) => item.url));
  }
  return found;
}"""

# Material's worker and MkDocs' own speak differently; both get the index that their plugin wrote.
MATERIAL = """async ({ root, worker: url, texts }) => {
  const index = await (await fetch(root + "search/search_index.json")).json();
  const worker = new Worker(root + url);
  const next = (type) => new Promise((resolve) => {
    const listen = ({ data }) => {
      if (data.type !== type) return;
      worker.removeEventListener("message", listen);
      resolve(data.data);
    };
    worker.addEventListener("message", listen);
  });
  const ready = next(1);
  worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
  const started = ready.then(() => true), late = new Promise((resolve) => setTimeout(() => resolve(false), 20000));
  if (!await Promise.race([started, late])) throw new Error("Material's worker does not start");
  const found = [];
  for (const text of texts) {
    const result = next(3);
    worker.postMessage({ type: 2, data: text });
    // on some lines of Chinese its worker throws and does not answer
    const nothing = new Promise((resolve) => setTimeout(() => resolve({ items: [] }), 1000));
    const answer = await Promise.race([result, nothing]);
    found.push(answer.items.map(([item]) => item.location));
  }
  return found;
}"""

MKDOCS = """async ({ root, texts }) => {
  const worker = new Worker(root + "search/worker.js");
  const next = (wanted) => new Promise((resolve) => {
    const listen = ({ data }) => {
      if (!wanted(data)) return;
      worker.removeEventListener("message", listen);
      resolve(data);
    };
    worker.addEventListener("message", listen);
  });
  const ready = next((data) => data.allowSearch);
  worker.postMessage({ init: true });
  const started = ready.then(() => true), late = new Promise((resolve) => setTimeout(() => resolve(false), 20000));
  if (!await Promise.race([started, late])) throw new Error("MkDocs' worker does not start");
  const found = [];
  for (const text of texts) {
    const result = next((data) => data.results);
    worker.postMessage({ query: text });
    const nothing = new Promise((resolve) => setTimeout(() => resolve({ results: [] }), 1000));
    const answer = await Promise.race([result, nothing]);
    found.push(answer.results.map((item) => item.location));
  }
  return found;
}"""

PAGEFIND = """async ({ root, texts }) => {
  const pagefind = await import(root + "pagefind/pagefind.js");
  await pagefind.init();
  const found = [];
  for (const text of texts) {
    const { results } = await pagefind.search(text);
    found.push(await Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).raw_url)));
  }
  return found;
}"""


def slugs(locations: list[str]) -> list[str]:
    """The articles of locations such as /en/deposits/x/#y, each once, in order."""
    found = [location.split("#")[0].split("?")[0].strip("/").split("/")[-1] for location in locations]
    return list(dict.fromkeys(found))[:10]


def evaluate(
    search: Search, queries: list[Query]
) -> dict[tuple[str, str], tuple[Score, list[tuple[Query, list[str]]]]]:
    """The score of each language and kind, with the queries that were not answered among the first three."""
    answers = dict(zip(queries, search(queries), strict=True))
    result = {}
    for code, kind in dict.fromkeys((query.code, query.kind) for query in queries):
        mine = [query for query in queries if (query.code, query.kind) == (code, kind)]
        ranks = [next((n for n, slug in enumerate(answers[query], 1) if slug in query.slugs), 0) for query in mine]
        missed = [(query, answers[query][:3]) for query, rank in zip(mine, ranks, strict=True) if not 0 < rank <= 3]
        result[code, kind] = Score(ranks, sum(not answers[query] for query in mine)), missed
    return result


def peers(folder: Path, content: Content) -> tuple[Path, Path]:
    """The folders of the same articles as stock Material and stock MkDocs build them, a site for each language."""
    from scripts.site.fill import fill

    for code, language in (("zh", "zh"), ("en", "en")):
        for theme, more, lang in (("material", ", font: false", [language]), ("mkdocs", "", [language])):
            site = folder / theme / code
            for page in content.articles(code):
                file = site / "docs" / page.section / f"{page.slug}.md"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(
                    f"---\ntitle: {json.dumps(page.front.title)}\n---\n\n"
                    f"# {page.front.title}\n\n{page.front.description}\n\n{fill(page, content)}\n",
                    "utf-8",
                )
            (site / "docs/index.md").write_text("# Home\n", "utf-8")
            (site / "mkdocs.yml").write_text(
                PEER.format(theme=theme, more=more, lang=json.dumps(lang), separator=json.dumps(SEPARATOR)), "utf-8"
            )
            config = load_config(str(site / "mkdocs.yml"), site_dir=str(folder / f"{theme}-site" / code))
            mkdocs_build.build(config)
    return folder / "material-site", folder / "mkdocs-site"


def main() -> None:
    content = load(ROOT / "docs", datetime.date.today())
    queries = real() + generated(content)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        build(folder / "site")
        with_peers = "--alone" not in sys.argv
        found = ROOT / ".venv" / "chromium"
        browser = playwright.chromium.launch(
            executable_path=found.read_text().strip() if found.exists() else None, args=ARGUMENTS
        )

        def searcher(site: Path, script: str, start: Callable[[str], str], **more: object) -> Search:
            address = serve_folder(site)

            def search(lines: list[Query]) -> list[list[str]]:
                answers: dict[Query, list[str]] = {}
                for code in ("zh", "en"):
                    page: Page = browser.new_page()
                    page.goto(address + start(code))
                    mine = [query for query in lines if query.code == code]
                    root = address + (f"{code}/" if more.get("folders") else "")
                    argument = {"root": root, "code": code, "texts": [query.text for query in mine]}
                    argument |= {k: v for k, v in more.items() if k != "folders"}
                    try:
                        found = page.evaluate(script, argument)
                    except PlaywrightError as error:
                        print(f"{code}: {str(error).splitlines()[0]}; counted as no answers")
                        found = [[]] * len(mine)
                    for query, locations in zip(mine, found, strict=True):
                        answers[query] = slugs(locations)
                    page.close()
                return [answers[query] for query in lines]

            return search

        def home(code: str) -> str:
            return "" if code == "zh" else "en/"

        searches = {"ours": searcher(folder / "site", OURS, home)}
        if with_peers:
            subprocess.run(
                [
                    sys.executable, "-m", "pagefind", "--site", str(folder / "site"), "--root-selector", "article",
                    "--quiet",
                ],
                check=True, stdout=subprocess.DEVNULL,
            )
            material, mkdocs = peers(folder, content)
            worker = next(material.glob("zh/assets/javascripts/workers/search.*.min.js"))
            worker = worker.relative_to(material / "zh").as_posix()
            searches |= {
                "Pagefind": searcher(folder / "site", PAGEFIND, home),
                "Material": searcher(material, MATERIAL, lambda code: f"{code}/", folders=True, worker=worker),
                "MkDocs": searcher(mkdocs, MKDOCS, lambda code: f"{code}/", folders=True),
            }
        results = {}
        for label, search in searches.items():
            results[label] = evaluate(search, queries)
            print(f"{label}: {len(queries)} queries")
        browser.close()
    print_table(results)
    REPORT.write_text(report(results), "utf-8")
    MISSED.write_text(missed(results["ours"]), "utf-8")
    print(f"\nReport: {REPORT.relative_to(ROOT)}")


def print_table(results: dict) -> None:
    print(f"\n{'':22}{'':6}" + "".join(f"{label:>26}" for label in results))
    print(f"{'kind':22}{'n':>6}" + f"{'@1':>8}{'@3':>6}{'mrr':>6}{'none':>6}" * len(results))
    for key in next(iter(results.values())):
        cells = []
        for result in results.values():
            score, _ = result[key]
            cells.append(f"{score.success(1):8.2f}{score.success(3):6.2f}{score.reciprocal:6.2f}{score.empty:6d}")
        print(f"{' '.join(key):22}{len(next(iter(results.values()))[key][0].ranks):6d}" + "".join(cells))


def missed(ours: dict) -> str:
    """Success at 3 of each kind, and what real readers' lines did not lead to."""
    scores = [{"kind": " ".join(key), "success": score.success(3)} for key, (score, _) in ours.items()]
    lines = [
        {"query": q.text, "slugs": q.slugs}
        for (_, kind), (_, misses) in ours.items()
        if kind in ("golden", "banking77")
        for q, _ in misses
    ]
    return json.dumps({"scores": scores, "missed": lines}, ensure_ascii=False, indent=1) + "\n"


def report(results: dict) -> str:
    """A page with bars of success at 3 for each kind, and what ours missed."""
    ours = results["ours"]
    rows = []
    for key in ours:
        bars = "".join(
            f'<div class="bar"><span>{html.escape(label)}</span>'
            f'<i style="width:{result[key][0].success(3) * 100:.0f}%"></i>'
            f"<b>{result[key][0].success(3):.2f}</b></div>"
            for label, result in results.items()
        )
        rows.append(
            f"<section><h2>{' · '.join(key)} <small>{len(ours[key][0].ranks)} queries, success at 3</small></h2>"
            f"{bars}</section>"
        )
    missed = "".join(
        f"<tr><td>{' '.join(key)}</td><td>{html.escape(query.text)}</td>"
        f"<td>{', '.join(query.slugs)}</td><td>{', '.join(answers) or '-'}</td></tr>"
        for key, (_, misses) in ours.items()
        for query, answers in misses
    )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>How well the search finds</title>
<style>
body{{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}}
.bar{{display:flex;gap:.6rem;align-items:center}}.bar span{{width:6rem}}
.bar i{{height:1rem;background:#0b6b72;max-width:30rem}}
table{{border-collapse:collapse;font-size:14px}}
td,th{{border-bottom:1px solid #dde4e9;padding:.3rem .6rem;text-align:left}}
small{{color:#4d5e6b;font-weight:400}}
</style>
</head>
<body><h1>How well the search finds</h1>{"".join(rows)}
<h2>Not answered among the first three</h2>
<table><tr><th>Kind</th><th>Query</th><th>Right</th><th>Found</th></tr>{missed}</table></body></html>
"""


if __name__ == "__main__":
    main()
