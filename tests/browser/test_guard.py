"""The published worker in Chromium takes each example for what it is, as the guard does everywhere else."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.site.build import ROOT

EXAMPLES = json.loads((ROOT / "tests/data/secrets.json").read_text("utf-8"))

# The kind of each text, by what the worker says first.
KINDS = """async ({ texts, say }) => {
  const worker = new Worker("search/worker.js");
  const next = (type, text) => new Promise((resolve) => {
    const listen = ({ data }) => {
      if (data.type !== type || data.data?.query !== text) return;
      worker.removeEventListener("message", listen);
      resolve(data.data);
    };
    worker.addEventListener("message", listen);
  });
  const ready = next(1);
  worker.postMessage({ type: 0, data: { root: location.href, code: "zh" } });
  await ready;
  const kinds = [];
  for (const text of texts) {
    const answer = next(3, text);
    worker.postMessage({ type: 2, data: "usdt" }); // after a warning, ends the wait for the rest of a phrase
    worker.postMessage({ type: 2, data: text });
    const { notice } = await answer;
    kinds.push(Object.keys(say).find((kind) => say[kind] === notice?.text) ?? null);
  }
  return kinds;
}"""


def test_the_published_worker_knows_secrets(visit, sample_site: Path) -> None:
    pack = json.loads((sample_site / "search/zh/pack.json").read_text("utf-8"))
    say = {kind: pack["say"][kind] for kind in ("secret", "hash", "paused")}
    page = visit("").page
    kinds = page.evaluate(KINDS, {"texts": [example["text"] for example in EXAMPLES], "say": say})
    taken = [{"kind": kind, "text": example["text"]} for kind, example in zip(kinds, EXAMPLES, strict=True)]
    assert [row for row, example in zip(taken, EXAMPLES, strict=True) if row != example] == []
