"""A thousand broken files: a finding or a clear error for each, never a traceback, and none that hangs."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

from scripts.checks import RULES, check, read
from tests.conftest import SAMPLE, TODAY

FILES = 1_000
EACH = 100  # broken files beside one another in one reading
NOISE = [
    "\x00", "\u202e", "\u200b", "\ufeff", "{{", "}}", ":::", "```", "---", "|", "[", "](", "#", "<script>", "\t", "\r",
    "'", '"', ": ", "- ", "&", "*", "\U0001f642", "\u20ac",
]
BAD_YAML = ["a: b: c", "- [", "? {", "&a *a", "<<: *x", "%YAML 9", "!!python/object x: y", "\t- x", "title: again"]


def broken(text: str, randomly: random.Random) -> bytes:
    """An article with something terribly wrong."""
    lines = text.split("\n")
    way = randomly.randrange(12)
    if way == 0:
        return bytes(randomly.randrange(256) for _ in range(randomly.randrange(2_000)))
    if way == 1:
        return text.encode(randomly.choice(["utf-16", "gb18030", "utf-32"]), "replace")
    if way == 2:
        return text[: randomly.randrange(len(text))].encode()
    if way == 3:
        return (text + randomly.choice("[*`#|(<&_~") * randomly.choice([500, 4_000, 150_000])).encode()
    if way == 4:
        return (randomly.choice(["> ", "- ", "  ", "* "]) * randomly.choice([50, 800]) + text).encode()
    if way == 5:
        randomly.shuffle(lines)
        return "\n".join(lines).encode()
    if way == 6:
        place = randomly.randrange(1, 9)
        return "\n".join([*lines[:place], randomly.choice(BAD_YAML), *lines[place:]]).encode()
    if way == 7:
        return ("---\n" + "a: {" * randomly.choice([20, 900]) + "\n---\n" + text).encode()
    if way == 8:
        return b"" if randomly.random() < 0.3 else ("\n" * randomly.randrange(500)).encode()
    for _ in range(randomly.randrange(1, 60)):
        place = randomly.randrange(len(text) + 1)
        text = text[:place] + randomly.choice(NOISE) * randomly.randrange(1, 4) + text[place + randomly.randrange(3) :]
    return text.encode("utf-8", "surrogatepass")


def test_a_thousand_malformed_files(docs: Path) -> None:
    randomly = random.Random(20261123)
    originals = [file.read_text("utf-8") for file in sorted(SAMPLE.glob("*/*/*.md"))]
    silent = []
    for start in range(0, FILES, EACH):
        written = []
        for number in range(start, start + EACH):
            file = docs / randomly.choice(["zh", "en"]) / "deposits" / f"broken-{number}.md"
            file.write_bytes(broken(randomly.choice(originals), randomly))
            written.append(file)
        source = read(docs, TODAY)
        # the pages that can be read, too, are judged by every rule
        pages = {key: page for key, page in source.content.pages.items() if "/broken-" in page.path}
        navigation = source.content.navigation.model_copy(update={"sections": []})
        content = dataclasses.replace(source.content, pages=pages, navigation=navigation, coverage={}, statements={})
        files = tuple(file for file in source.files if "/broken-" in file.path)
        source = dataclasses.replace(source, files=files, content=content)
        report = check(source, RULES)
        named = {finding.problem.path.rpartition("/")[2] for finding in report.findings}
        silent += [file.name for file in written if file.name not in named]
        for file in written:
            file.unlink()
    assert silent == []
