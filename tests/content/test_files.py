"""What lies under docs/: a known file, an editor's leftover that nobody sees, or one line that names it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.content import ContentError, load
from scripts.site.build import build
from tests.conftest import NOW, TODAY

A_PAGE, A_DATUM, A_PICTURE, A_PART = "a page here", "a data file here", "a picture here", "a part of the interface here"
FOREIGN, HIDDEN, FOLDER = "a foreign file here", "a hidden file", "a folder here"
# Where somebody leaves a file, what is named, and as what.
STRAY = {
    "README.md": ("README.md", A_PAGE),
    "en/README.md": ("en/README.md", A_PAGE),
    "en/notes.md": ("en/notes.md", A_PAGE),
    "en/deposits/draft.markdown": ("en/deposits/draft.markdown", A_PAGE),
    "zh/notes.txt": ("zh/notes.txt", A_PAGE),
    "en/deposits/UPPER.md": ("en/deposits/UPPER.md", A_PAGE),
    "en/deposits/upper.MD": ("en/deposits/upper.MD", A_PAGE),
    "en/deposits/Deposit-crypto.md": ("en/deposits/Deposit-crypto.md", A_PAGE),
    "en/deposits/two words.md": ("en/deposits/two words.md", A_PAGE),
    "en/deposits/deposit-crypto (copy).md": ("en/deposits/deposit-crypto (copy).md", A_PAGE),
    "zh/deposits/充值.md": ("zh/deposits/充值.md", A_PAGE),
    "en/deposits/under_score.md": ("en/deposits/under_score.md", A_PAGE),
    "en/deposits/two\nlines.md": ("en/deposits/two\\nlines.md", A_PAGE),
    "en/deposits/deeper/page.md": ("en/deposits/deeper", FOLDER),
    "fr/index.md": ("fr", FOLDER),
    "EN/index.md": ("EN", FOLDER),
    "en/Deposits/page.md": ("en/Deposits", FOLDER),
    "assets/javascripts/language-switch.js": ("assets", FOLDER),
    "assets/stylesheets/site.css": ("assets", FOLDER),
    "search/worker.js": ("search", FOLDER),
    ".well-known/security.txt": (".well-known", FOLDER),
    ".git/config": (".git", FOLDER),
    "en/deposits/page.md/index.md": ("en/deposits/page.md", FOLDER),
    "en/deposits/claim.html": ("en/deposits/claim.html", A_PART),
    "en/deposits/claim.HTM": ("en/deposits/claim.HTM", A_PART),
    "sw.js": ("sw.js", A_PART),
    "en/deposits/wallet.apk": ("en/deposits/wallet.apk", FOREIGN),
    "CNAME": ("CNAME", FOREIGN),
    "_headers": ("_headers", FOREIGN),
    "_redirects": ("_redirects", FOREIGN),
    "en/LICENSE": ("en/LICENSE", FOREIGN),
    "robots.txt": ("robots.txt", A_PAGE),
    "sitemap.xml": ("sitemap.xml", FOREIGN),
    "manifest.json": ("manifest.json", A_DATUM),
    "en/deposits/guide.pdf": ("en/deposits/guide.pdf", FOREIGN),
    "en/deposits/picture.svg": ("en/deposits/picture.svg", A_PICTURE),
    "en/deposits/picture.PNG": ("en/deposits/picture.PNG", A_PICTURE),
    "_data/fact.yml": ("_data/fact.yml", A_DATUM),
    "_data/facts.yaml": ("_data/facts.yaml", A_DATUM),
    "_data/schemas/facts.yml": ("_data/schemas/facts.yml", A_DATUM),
    "_data/more/facts.yml": ("_data/more", FOLDER),
    "_templates/how-to.fr.md": ("_templates/how-to.fr.md", A_PAGE),
    "_templates/page.html": ("_templates/page.html", A_PART),
    ".htaccess": (".htaccess", HIDDEN),
    ".nojekyll": (".nojekyll", HIDDEN),
    "en/deposits/.secret.md": ("en/deposits/.secret.md", HIDDEN),
    "en/.env": ("en/.env", HIDDEN),
}  # fmt: skip
LEFTOVERS = [
    "en/deposits/._page.md", "en/deposits/deposit-crypto.md~", "en/deposits/#deposit-crypto.md#", "#index.html#",
    "en/deposits/.deposit-crypto.md.swp", "en/deposits/.deposit-crypto.md.swo", "en/deposits/.page.md.un~",
    "en/deposits/4913", ".DS_Store", "zh/Thumbs.db", "zh/desktop.ini", "en/deposits/.~lock.page.md#", "en/~$page.docx",
    "en/deposits/deposit-crypto.md.orig", "en/deposits/deposit-crypto.md.rej",
    "_data/facts.yml.bak", "_data/.facts.yml.swp",
    "en/deposits/page.md___jb_tmp___", "en/.goutputstream-A1B2C3", "_templates/how-to.en.md~", ".vscode/settings.json",
    ".obsidian/app.json", ".idea/x.html", "en/.nfs000000000001", "._assets/javascripts/copy.js", "assets~/copy.js",
]  # fmt: skip


def put(docs: Path, name: str, text: str = "Text.\n") -> Path:
    file = docs / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def named(docs: Path) -> list[tuple[str, str]]:
    """What is named as a file that does not belong: (path, found)."""
    try:
        load(docs, TODAY)
    except ContentError as error:
        return [(problem.path, problem.found) for problem in error.problems if problem.rule == "files"]
    return []


@pytest.mark.parametrize("name", STRAY)
def test_what_is_not_known_is_named(docs: Path, name: str) -> None:
    put(docs, name)
    path, found = STRAY[name]
    assert named(docs) == [(f"docs/{path}", found)]


def test_what_editors_leave_is_passed_over_and_never_published(docs: Path, sample_site: Path) -> None:
    for name in LEFTOVERS:
        put(docs, name, "---\n<script>left behind</script>")
    (docs / "en/deposits/.#deposit-crypto.md").symlink_to("somebody@somewhere.123:456")  # as Emacs locks a file
    (docs / "en/empty").mkdir()
    assert named(docs) == []
    build(docs.parent / "site", docs=docs, now=NOW)
    made = {file.relative_to(docs.parent / "site") for file in (docs.parent / "site").rglob("*")}
    assert made == {file.relative_to(sample_site) for file in sample_site.rglob("*")}


@pytest.mark.parametrize(
    "name",
    ["en/deposits/link.md", "en/deposits/deposit-crypto.md", "en/deposits", "en/more", "_data/facts.yml", "LICENSE"],
)
@pytest.mark.parametrize("target", ["there", "nowhere"])
def test_a_link_is_named_and_not_followed(docs: Path, tmp_path: Path, name: str, target: str) -> None:
    file, elsewhere = docs / name, tmp_path / target
    if file.exists():
        file.rename(tmp_path / "there")
    elif target == "there":
        elsewhere.mkdir()
    file.symlink_to(elsewhere)
    assert (f"docs/{name}", "a symbolic link") in named(docs)


def test_what_would_never_end_is_not_read(docs: Path) -> None:
    (docs / "_data/facts.yml").unlink()
    os.mkfifo(docs / "_data/facts.yml")
    os.mkfifo(docs / "en/deposits/page.md")
    assert named(docs) == [
        ("docs/_data/facts.yml", "no regular file"), ("docs/en/deposits/page.md", "no regular file"),
    ]


def test_a_name_that_is_no_text_is_named(docs: Path) -> None:
    file = os.fsencode(docs / "en/deposits") + b"/\xff.md"
    try:
        Path(os.fsdecode(file)).write_text("Text.\n", "utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    (found,) = named(docs)
    assert found == ("docs/en/deposits/\\udcff.md", A_PAGE)


def test_a_section_that_is_not_listed_is_named(docs: Path) -> None:
    for code in ("zh", "en"):
        put(docs, f"{code}/more/index.md", "---\ntitle: More\ndescription: What more there is.\n---\n")
    with pytest.raises(ContentError) as error:
        load(docs, TODAY)
    assert [(problem.path, problem.found) for problem in error.value.problems] == [
        (f"docs/{code}/more/index.md", 'section "more"') for code in ("en", "zh")
    ]


def test_the_command_says_so_in_one_line(run: Callable[..., object], docs: Path) -> None:
    put(docs, "assets/javascripts/copy.js", "alert(1)")
    result = run("build", "--docs", docs, "--site", docs.parent / "site")
    assert result.returncode == 1
    first, total = result.stderr.splitlines()
    assert first.startswith("docs/assets:1: found a folder here; expected docs/<zh or en>/<section>/")
    assert total.startswith("Error: 1 mistake")
    assert not (docs.parent / "site").exists()
