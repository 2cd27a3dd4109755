"""Where pages send readers whom they did not help: make ways."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from scripts.content import load
from scripts.content.ways import circles, drawn, reaches, ways

TODAY = datetime.date(2026, 11, 30)


def lead(docs: Path, slug: str, text: str, anchor: str = "if-not") -> None:
    """Add a section to an article, in both languages."""
    for code in ("zh", "en"):
        file = next((docs / code).rglob(f"{slug}.md"))
        file.write_text(f"{file.read_text('utf-8')}\n## {slug} {{#{anchor}}}\n\n{text}\n", "utf-8")


def test_a_way_goes_on_at_the_section_that_is_linked(docs: Path) -> None:
    lead(docs, "deposit-crypto", "[看](choose-deposit-method.md#way)")
    lead(docs, "choose-deposit-method", "[看](../withdrawals/withdraw-crypto.md)", "way")
    found = ways(load(docs, TODAY), "zh")
    assert found["deposit-crypto"] == ("choose-deposit-method#way",)
    assert "withdraw-crypto" in reaches(found, "deposit-crypto")
    assert not circles(found)


def test_a_way_that_comes_back_is_a_circle_told_once(docs: Path) -> None:
    lead(docs, "deposit-crypto", "[看](choose-deposit-method.md)")
    lead(docs, "choose-deposit-method", "[看](deposit-crypto.md)")
    content = load(docs, TODAY)
    assert [sorted(circle) for circle in circles(ways(content, "en"))] == [["choose-deposit-method", "deposit-crypto"]]


@pytest.mark.parametrize("end", [True, False])
def test_ways_end_at_what_can_be_done_without_the_app(docs: Path, end: bool) -> None:
    lead(docs, "contact-tpwallet-support", "[看](../deposits/deposit-crypto.md)")
    lead(docs, "deposit-crypto", "[看](../contact/contact-tpwallet-support.md)")
    if end:
        lead(docs, "contact-tpwallet-support", "打开商店。", "without-app")
    assert bool(circles(ways(load(docs, TODAY), "zh"))) is not end


def test_what_is_drawn_names_circles_and_ends(docs: Path) -> None:
    file = docs / "_data/navigation.yml"
    file.write_text(file.read_text("utf-8").replace("locked_out: []", "locked_out: [deposit-crypto]"), "utf-8")
    lead(docs, "deposit-crypto", "[看](choose-deposit-method.md) [看](../withdrawals/withdraw-crypto.md)")
    lead(docs, "choose-deposit-method", "[看](deposit-crypto.md)")
    lines = drawn(load(docs, TODAY), "zh").splitlines()
    assert lines[0] == "deposit-crypto"
    assert lines[2].strip() == "deposit-crypto  ⟲ a circle"
    assert lines[-1].endswith("2 of them on a circle.")
