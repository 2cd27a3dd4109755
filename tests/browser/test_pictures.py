"""Every picture in both languages: its words fit their places on a phone, and somebody who cannot see it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.site.build import ROOT, build
from scripts.site.pictures import DRAWINGS
from tests.conftest import NOW, copy_sample

PICTURES = yaml.safe_load((ROOT / "docs/_data/pictures.yml").read_text("utf-8"))

# Words outside the drawing, outside their box, over another box's edge or over other words.
MISFITS = """figure => {
  const svg = figure.querySelector("svg"), view = svg.viewBox.baseVal, found = [];
  const texts = [...svg.querySelectorAll("text")].map(text => [text, text.getBBox()]);
  const inside = (a, b, gap) => a.x >= b.x + gap && a.x + a.width <= b.x + b.width - gap
    && a.y >= b.y && a.y + a.height <= b.y + b.height;
  const meets = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
    && a.y + 2 < b.y + b.height && b.y + 2 < a.y + a.height;
  for (const [text, box] of texts) {
    const words = text.textContent;
    if (!inside(box, view, 0)) found.push("outside: " + words);
    const own = text.parentNode.querySelector(":scope > rect");
    const boxed = text.parentNode.tagName === "g" && own;
    if (boxed && !inside(box, own.getBBox(), 3)) found.push("not in its box: " + words);
    for (const rect of svg.querySelectorAll(".picture__box rect")) {
      const edge = rect.getBBox();
      if (rect !== own && meets(box, edge) && !inside(box, edge, 0)) found.push("over an edge: " + words);
    }
    for (const [other, theirs] of texts) {
      if (other !== text && meets(box, theirs)) found.push("over other words: " + words);
    }
  }
  return found;
}"""

# The size of the smallest type, in pixels of the screen.
SMALLEST = """figure => Math.min(...[...figure.querySelectorAll("text")].map(
  text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a
))"""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, serve) -> str:
    """A site whose article deposit-crypto shows every picture."""
    folder: Path = tmp_path_factory.mktemp("gallery")
    docs = copy_sample(folder)
    for code in ("zh", "en"):
        file = docs / code / "deposits/deposit-crypto.md"
        file.write_text(
            file.read_text("utf-8") + "".join(f"\n{{{{ picture.{name} }}}}\n" for name in PICTURES), "utf-8"
        )
    build(folder / "site", docs=docs, now=NOW)
    return serve(folder / "site")


def test_every_drawing_has_its_words_and_every_word_its_place() -> None:
    drawings = {file.stem for file in DRAWINGS.glob("*.svg")} - {"parts", "picture"}
    assert set(PICTURES) == drawings


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("width", [360, 1440])
def test_words_fit(visit, gallery: str, code: str, width: int) -> None:
    seen = visit(("" if code == "zh" else "en/") + "deposits/deposit-crypto/", base=gallery, width=width)
    for name, picture in PICTURES.items():
        figure = seen.page.locator(f"#picture-{name}")
        assert figure.evaluate(MISFITS) == [], name
        assert figure.locator("svg").get_attribute("aria-label") == picture["alt"][code]
        words = str(figure.locator("svg").text_content()).replace(" ", "")
        for label in picture["labels"].values():
            assert label[code].replace(" ", "") in words, f"{name} does not show {label[code]!r}"
        smallest = figure.evaluate(SMALLEST)
        assert smallest >= 11.5, f"{name}: type of {smallest:.1f} pixels"
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.trouble == []
