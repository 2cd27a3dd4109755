"""What was built is judged as a browser gets it: whatever a text holds is text, and what was changed is named."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.checks import read
from scripts.checks.lib.source import BuiltSite
from scripts.checks.rules.site import built_files, built_page
from scripts.site.build import build
from tests.announced import NOON, announce
from tests.confirmed import NOT_OFFERED, confirm
from tests.conftest import NOW, TODAY, copy_sample

PAYLOAD = '"><b/onclick=x>'  # short: titles have a longest length
QUOTED = '" onclick=x "'  # the same without HTML, for files in which none may stand
ARTICLE = "en/deposits/deposit-crypto.md"

# Files of data, and which of their texts readers see: every text below these keys.
TEXTS = {
    "languages.yml": ("strings", "name"),
    "pictures.yml": ("caption", "alt", "labels"),
    "safety.yml": ("zh", "en"),
    "glossary.yml": ("definition",),
    "terms.yml": ("terms",),
    "facts.yml": ("name", "instead", "value"),
}
WITHOUT_HTML = ("languages.yml", "facts.yml")
KEPT = ("id", "category", "html", "code", "articles", "term", "search_zh", "search_en")  # names, not words


def injected(value: Any, keys: tuple[str, ...], payload: str = PAYLOAD, inside: bool = False) -> Any:
    """The data with the payload behind every text that stands below one of the keys."""
    if isinstance(value, dict):
        return {
            key: injected(inner, keys, payload, inside or key in keys) if key not in KEPT else inner
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [injected(inner, keys, payload, inside) for inner in value]
    return f"{value}{payload}" if inside and isinstance(value, str) and value != "hybrid" else value


def wrong(docs: Path, site: Path) -> list[str]:
    source = read(docs, TODAY, site)
    assert isinstance(source, BuiltSite), source.problems
    return found_in(source)


def found_in(source: BuiltSite) -> list[str]:
    return [str(problem) for rule in (built_page, built_files) for problem in rule.check(source)]


@pytest.fixture(scope="module")
def dangerous(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site of which every text ends in what would break out of an attribute and bring an element."""
    folder = tmp_path_factory.mktemp("dangerous")
    docs = copy_sample(folder)
    announce(docs)
    for name, keys in TEXTS.items():
        file = docs / "_data" / name
        data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 -- texts alone
        data = injected(data, keys, QUOTED if name in WITHOUT_HTML else PAYLOAD)
        if name == "safety.yml":  # the home page's line must name something secret, as terms.yml does now
            data["SAFE-1"] = {"zh": f"助记词{PAYLOAD}", "en": f"Recovery phrase{PAYLOAD}"}
        file.write_text(yaml.safe_dump(data, allow_unicode=True, width=4_000), "utf-8")
    for file in docs.glob("*/**/*.md"):
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        data = yaml.load(front, yaml.BaseLoader)  # noqa: S506
        data = injected({**data, "title": data["title"][:14]}, ("title", "description", "questions"))
        body = body.replace(" {#", f"{PAYLOAD} {{#").replace("|\n|", f"{PAYLOAD}|\n|")
        shown = f"\n{PAYLOAD} `{PAYLOAD}` **{PAYLOAD}**\n\n```\n{PAYLOAD}\n```\n\n- {PAYLOAD}\n\n> {PAYLOAD}\n"
        shown += "\n{{ picture.wrong-network }}\n\n{{ glossary.chain }}\n\n{{ table.facts }}\n"
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        file.write_text(f"---\n{text}---\n{body}{shown}", "utf-8")
    build(folder / "site", docs=docs, now=NOON)
    return docs, folder / "site"


def test_every_text_is_text_wherever_it_is_shown(dangerous: tuple[Path, Path]) -> None:
    docs, site = dangerous
    assert wrong(docs, site) == []
    for name in ("index.html", "en/index.html", "404.html", "announcements/feed.xml", "en/deposits/index.html"):
        assert "&lt;b/onclick=x" in (site / name).read_text("utf-8").replace("&amp;lt;", "&lt;"), "it is shown"


# HTML and what is like it, as somebody might get it past a reader of Markdown.
TYPED = [
    "<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "<x/contenteditable/onfocus=alert(1)/autofocus>",
    "````\n```\n````\n\n<script>alert(1)</script>", "    ```\n\n    <script>alert(1)</script>\n\n    ```",
    "`\\`<script>alert(1)</script>\\``", "<!--> <script>alert(1)</script> -->", "<!---> <img src=x onerror=alert(1)>",
    "/// html | script\nalert(1)\n///", "/// html | div[onclick='alert(1)']\nText\n///", "<!DOCTYPE x>", "<?php x ?>",
    "<![CDATA[<script>alert(1)</script>]]>", "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)>",
    "<ScRiPt>alert(1)</sCrIpT>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<base href=//elsewhere.test>",
    "<meta http-equiv=refresh content='0;url=//elsewhere.test'>", "<form action=//elsewhere.test><input name=a></form>",
    "<details open ontoggle=alert(1)>", "<style>@import '//elsewhere.test';</style>", "<object data=x></object>",
    "[a](javascript:alert(1))", "[a](JaVaScRiPt&colon;alert(1))", "[a](<java\tscript:alert(1)>)",
    "<javascript:alert(1)>",
    "[a](data:text/html,<script>alert(1)</script>)", "[a](vbscript:x)", "![a](data:image/svg+xml;base64,AAAA)",
    '[a](deposit-not-arrived.md "x\\" onclick=alert(1) y=\\"")', "[a](deposit-not-arrived.md){ onclick=alert(1) }",
    "## Heading <b onclick=alert(1)>x</b> {#heading}", '| <b onclick=alert(1)> |\n| --- |\n| "><script> |',
    "**<b onclick=alert(1)>**", "~~<b>~~", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script>alert(1)</script>",
    "<a href='javascript:alert(1)'\n>a</a>", "<\nscript>alert(1)</script>", "<scr<!-- -->ipt>alert(1)</script>",
    "<!-- --!> <script>alert(1)</script> -->", "`a`<img src=x onerror=alert(1)>`b`", "<math><mi xlink:href=x>",
    "1. <div onclick=alert(1)>\n\n   <script>\n   alert(1)\n   </script>", "> <script>\n> alert(1)\n> </script>",
    "::: copy\n<script>alert(1)</script>\n:::", "::: self-custody\n<img src=x onerror=alert(1)>\n:::",
    "<a\u00a0href=x onclick=alert(1)>", "\u2028<script>alert(1)</script>", "<script\x0c>alert(1)</script>",
]  # fmt: skip


def test_html_that_is_typed_is_never_live(docs: Path, tmp_path: Path) -> None:
    """All in one build: each must stay text, whatever stands beside it."""
    for code in ("zh", "en"):
        file = docs / code / ARTICLE.partition("/")[2]
        for number, typed in enumerate(TYPED):
            _, front, body = file.read_text("utf-8").split("---\n", 2)
            article = docs / code / "deposits" / f"typed-{number}.md"
            title = front.split("\n")[0]
            text = front.replace(title, f"title: Typed {number}").replace("deposit-crypto", "deposit-not-arrived")
            article.write_text(f"---\n{text}---\n{body.rstrip()}\n\n{typed}\n", "utf-8")
    listing = docs / "_data/navigation.yml"
    added = "".join(f"      - typed-{number}\n" for number in range(len(TYPED)))
    after = "      - deposit-crypto\n"
    listing.write_text(listing.read_text("utf-8").replace(after, after + added, 1), "utf-8")
    source = read(docs, TODAY)
    refused = {problem.path for problem in source.problems}
    for path in {path.replace(a, b) for path in refused for a, b in (("/zh/", "/en/"), ("/en/", "/zh/"), ("", ""))}:
        (docs.parent / path).unlink(missing_ok=True)  # what does not even load needs no judging
        name = f"      - {Path(path).stem}\n"
        listing.write_text(listing.read_text("utf-8").replace(name, ""), "utf-8")
    build(tmp_path / "site", docs=docs, now=NOW)
    assert wrong(docs, tmp_path / "site") == []
    assert len(list((tmp_path / "site/en/deposits").glob("typed-*"))) > len(TYPED) / 2


@pytest.fixture(scope="module")
def sample(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The preview of the tests' own content, to be judged."""
    source = read(copy_sample(tmp_path_factory.mktemp("judged")), TODAY, sample_site)
    assert isinstance(source, BuiltSite)
    return source


Change = Callable[[Path], object]


def _replace(name: str, old: str, new: str) -> Change:
    def change(site: Path) -> None:
        (file,) = site.glob(name)
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return change


def _append(pattern: str, text: str = "\n") -> Change:
    def change(site: Path) -> None:
        (file,) = site.glob(pattern)
        file.write_text(file.read_text("utf-8") + text, "utf-8")

    return change


def _add(name: str, text: str = "x") -> Change:
    def change(site: Path) -> None:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")

    return change


def _remove(pattern: str) -> Change:
    return lambda site: next(site.glob(pattern)).unlink()


FEED, OWN, OTHER = "en/announcements/feed.xml", "http://127.0.0.1:8000/", "https://elsewhere.test/"
PAGE, HEAD, BODY = "en/deposits/deposit-crypto/index.html", "</head>", "</article>"
# What happens to a built site, and a piece of what must be said.
CHANGED: dict[str, tuple[Change, str]] = {
    "a script": (_append("assets/core-*.js"), "site/assets/core-"),
    "the search's script": (_append("search/interface.js"), "site/search/interface.js"),
    "the worker": (_append("search/worker.js"), "site/search/worker.js"),
    "a style": (_append("assets/site-*.css"), "site/assets/site-"),
    "a picture": (_append("assets/images/mark.svg"), "site/assets/images/mark.svg"),
    "what the search knows": (_append("search/en/pack.json"), "site/search/en/pack.json"),
    "word lists": (_append("search/lists/en-*.json"), "site/search/lists/en-"),
    "a foreign script": (_add("sw.js"), "site/sw.js"),
    "a foreign page": (_add("en/claim/index.html", "<!doctype html><title>x</title>"), "site/en/claim/index.html"),
    "a package": (_add("wallet.apk"), "site/wallet.apk"),
    "a hidden file": (_add(".htaccess"), "site/.htaccess"),
    "a template": (_add("feed.xml", "<feed/>"), "site/feed.xml"),
    "no script": (_remove("assets/core-*.js"), "no such file"),
    "no page": (_remove(PAGE), "no such file"),
    "no feed": (_remove("en/announcements/feed.xml"), "no such file"),
    "no 404 page": (_remove("404.html"), "no such file"),
    "a link to a script elsewhere": (
        _replace(PAGE, HEAD, f'<script src="https://elsewhere.test/a.js"></script>{HEAD}'), "elsewhere.test",
    ),
    "a script in the page": (_replace(PAGE, HEAD, f"<script>alert(1)</script>{HEAD}"), "alert(1)"),
    "a script behind one of ours": (_replace(PAGE, "</script>", ";alert(1)</script>"), "<script>"),
    "data in the page": (_replace(PAGE, HEAD, f'<script type="application/json">{{}}</script>{HEAD}'), "json"),
    "no policy": (_replace(PAGE, "Content-Security-Policy", "refresh"), "no Content-Security-Policy"),
    "a weaker policy": (_replace(PAGE, "script-src 'self'", "script-src 'self' 'unsafe-inline'"), "unsafe-inline"),
    "a style in the page": (_replace(PAGE, HEAD, f"<style>p{{}}</style>{HEAD}"), "<style>"),
    "a frame": (_replace(PAGE, BODY, f'<iframe src="../"></iframe>{BODY}'), "<iframe>"),
    "a form": (_replace(PAGE, BODY, f"<form><input type=text></form>{BODY}"), "<form>"),
    "a field to type into": (_replace(PAGE, BODY, f'<input type="text">{BODY}'), "<input"),
    "another encoding": (_replace(PAGE, 'charset="utf-8"', 'charset="utf-7"'), "utf-7"),
    "a form's address": (_replace(PAGE, "<form ", '<form action="https://elsewhere.test/" '), "action"),
    "words in a style": (_replace("assets/site-*.css", 'content:""', 'content:"Ask us"'), "Ask us"),
    "a style from elsewhere": (_replace("assets/site-*.css", ":root{", "@import '//a.test/x';:root{"), "@import"),
    "a handler": (_replace(PAGE, "<p>", "<p onclick=x>"), "onclick"),
    "a style of an element": (_replace(PAGE, "<p>", '<p style="position:fixed">'), "style"),
    "an element of nobody": (_replace(PAGE, "<p>", "<p><x-y>"), "<x-y>"),
    "a comment": (_replace(PAGE, "<p>", "<p><!-- ask legal -->"), "ask legal"),
    "a moved page": (_replace(PAGE, HEAD, f'<meta http-equiv="refresh" content="0; url=../">{HEAD}'), "refresh"),
    "another root": (_replace(PAGE, HEAD, f'<base href="https://elsewhere.test/">{HEAD}'), "<base>"),
    "a link elsewhere": (_replace(PAGE, BODY, f'<a href="https://elsewhere.test/">x</a>{BODY}'), "elsewhere.test"),
    "a link with a user": (_replace(PAGE, BODY, f'<a href="https://a@elsewhere.test/">x</a>{BODY}'), "elsewhere.test"),
    "a link without a scheme": (_replace(PAGE, BODY, f'<a href="//elsewhere.test/">x</a>{BODY}'), "elsewhere.test"),
    "a link with a backslash": (_replace(PAGE, BODY, f'<a href="/\\elsewhere.test/">x</a>{BODY}'), "elsewhere.test"),
    "a link that runs code": (_replace(PAGE, BODY, f'<a href="&#106;avascript:x">x</a>{BODY}'), "javascript"),
    "a link by mail": (_replace(PAGE, BODY, f'<a href="mailto:a@elsewhere.test">x</a>{BODY}'), "elsewhere.test"),
    "a link by telephone": (_replace(PAGE, BODY, f'<a href="tel:1">x</a>{BODY}'), "tel:1"),
    "a link to nothing": (_replace(PAGE, BODY, f'<a href="../nothing/">x</a>{BODY}'), "where nothing is"),
    "a link to no anchor": (_replace(PAGE, BODY, f'<a href="#nothing">x</a>{BODY}'), "an anchor"),
    "a drawing that runs code": (_replace(PAGE, "<path ", "<animate /><path "), "<animate>"),
    "another canonical address": (
        _replace(PAGE, f'canonical" href="{OWN}', f'canonical" href="{OTHER}'), "elsewhere.test",
    ),
    "an entry of the feed": (
        _replace(FEED, "<summary>", "<rights>x</rights><summary>"), "rights",
    ),
    "a feed's link": (_replace(FEED, f'href="{OWN}', f'href="{OTHER}'), "elsewhere.test"),
    "a feed's text": (
        _replace(FEED, "</content>", "&lt;script&gt;x&lt;/script&gt;</content>"), "<script>",
    ),
    "a feed that is broken": (_replace(FEED, "</summary>", ""), "broken XML"),
    "a feed's style": (_replace(FEED, "<feed", "<?xml-stylesheet href='x'?><feed"), "declaration"),
    "the list of pages": (_replace("sitemap.xml", "<loc>", "<loc>https://elsewhere.test/"), "elsewhere.test"),
    "the 404 page": (_replace("404.html", BODY, f"<script>alert(1)</script>{BODY}"), "404.html"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_what_was_changed_after_the_build_is_named(sample: BuiltSite, tmp_path: Path, name: str) -> None:
    change, piece = CHANGED[name]
    site = Path(shutil.copytree(sample.site, tmp_path / "changed"))
    change(site)
    rule = built_files if piece.startswith(("site/", "no such")) else built_page
    found = [str(problem) for problem in rule.check(dataclasses.replace(sample, site=site))]
    assert any(piece in said for said in found), found


@pytest.mark.parametrize("custody", ["hybrid", "custodial", "self-custody"])
def test_what_is_published_is_right(docs: Path, tmp_path: Path, custody: str) -> None:
    """With confirmed contacts as links, an address that has moved, an announcement, and articles that do not apply."""
    confirm(docs, custody__model={"value": custody}, deposit__methods__card=NOT_OFFERED)
    announce(docs)
    moved = "redirects:\n  - {old: deposits/old/, new: deposits/deposit-crypto/}\n"
    (docs / "_data/redirects.yml").write_text(moved, "utf-8")
    for code in ("zh", "en"):
        file = docs / code / "deposits/deposit-crypto.md"
        shown = "\n\n{{ support.email.address }} {{ status.status_page_url }}\n"
        file.write_text(file.read_text("utf-8") + shown, "utf-8")
    build(tmp_path / "site", docs=docs, site_url="https://help.wallet.test/", now=NOON)
    assert "mailto:support@wallet.test" in (tmp_path / "site/en/deposits/deposit-crypto/index.html").read_text("utf-8")
    assert wrong(docs, tmp_path / "site") == []


def test_a_site_as_it_was_built_is_right(sample: BuiltSite) -> None:
    assert found_in(sample) == []


def test_the_interface_is_made_of_known_kinds_of_files(tmp_path: Path) -> None:
    overrides = tmp_path / "overrides"
    (overrides / "assets").mkdir(parents=True)
    (overrides / "main.html").write_text("a", "utf-8")
    (overrides / "assets/wallet.apk").write_text("a", "utf-8")
    (overrides / "assets/mark.svg").symlink_to("../main.html")
    found = [(problem.path, problem.found) for problem in built_files.strange(overrides)]
    assert found == [
        ("overrides/assets/mark.svg", "a symbolic link here"), ("overrides/assets/wallet.apk", "a foreign file here")
    ]
