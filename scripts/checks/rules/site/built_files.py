"""The folder of the site holds what the project makes, byte for byte, and nothing else."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.checks.lib import MARK, BuiltSite, Example, Problem, built
from scripts.site.again import page_names, write_again
from scripts.site.assets import OVERRIDES

ID, NAME, SEVERITY = "SIT006", "built-files", "error"
ABOUT_ZH = "生成的文件夹里每个文件都有来处：脚本、样式、图片和搜索文件与来源逐字节相同，没有多余，也没有缺少。"
ABOUT_EN = "Every file of the built site is accounted for: scripts, styles, pictures and search files are just as they"
ABOUT_EN += " are made from their sources; nothing else is there, and nothing is missing."
EXAMPLES = [
    built(),
    Example({"site/sw.js": f"self{MARK}", "site/en/deposits/claim/index.html": f"<h1>Claim</h1>{MARK}"}),
    Example({"site/assets/javascripts/copy.js": f"// another one{MARK}", "site/.htaccess": f"x{MARK}"}),
]
MEND = "Look in mkdocs.yml and scripts/site for what writes it."


# What the interface is made of; where drawings stand there is text in UTF-8, and no file is another one's name.
KINDS = {".html", ".xml", ".css", ".js", ".svg"}


def check(source: BuiltSite) -> Iterator[Problem]:
    yield from strange(OVERRIDES)
    there = {path.relative_to(source.site).as_posix(): path for path in source.site.rglob("*") if not _is_folder(path)}
    pages = page_names(source.content)
    with tempfile.TemporaryDirectory() as folder:
        write_again(Path(folder), source.content)
        right = {p.relative_to(folder).as_posix(): p.read_bytes() for p in Path(folder).rglob("*") if p.is_file()}
    for name, path in sorted(there.items()):
        if name not in pages and name not in right:
            yield Problem(f"site/{name}", 1, "a file that nothing makes", "what docs/ and overrides/ make", MEND)
        elif path.is_symlink() or (name in right and path.read_bytes() != right[name]):
            yield Problem(f"site/{name}", 1, "another file than is made", "byte for byte what it is made from", MEND)
    for name in sorted((pages | right.keys()) - there.keys()):
        yield Problem(f"site/{name}", 1, "no such file", "it to be built", MEND)


def strange(overrides: Path) -> Iterator[Problem]:
    """What overrides/ holds besides templates, styles, scripts and drawings."""
    for path in sorted(overrides.rglob("*")):
        name = path.relative_to(overrides.parent).as_posix()
        if path.is_symlink() or not (path.is_dir() or (path.is_file() and path.suffix in KINDS)):
            found = "a symbolic link" if path.is_symlink() else "a foreign file"
            expected = f"a file that ends in {', '.join(sorted(KINDS))}"
            yield Problem(name, 1, f"{found} here", expected, "Take it out of overrides/.")


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
