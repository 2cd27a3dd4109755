"""A built page holds what articles and templates make, and leads only where the content says.

This is judged on what was built: whatever a writer, a template or a setting tried, here it shows.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from scripts.checks.lib import BuiltSite, Problem, built
from scripts.checks.lib.allowed import AROUND, ARTICLE, REDIRECT, Found, judge
from scripts.checks.lib.hosts import official
from scripts.site.assets import POLICY
from scripts.site.build import ROOT
from scripts.site.edit_link import edit_uri, issue_uri

ID, NAME, SEVERITY = "SIT007", "built-page", "error"
ABOUT_ZH = "页面只含文章和模板会有的元素、属性和脚本；只指向存在的页面、links.yml 的主机和已确认的联系方式。"
ABOUT_EN = "Built pages hold only elements, attributes and scripts that articles and templates make, and lead only to "
ABOUT_EN += "pages that exist, to hosts of links.yml and to confirmed contacts."
EXAMPLES = [
    built('<h2 id="a">One</h2><p>1 &lt; 2, <a href="#a">above</a>, <a href="./">here</a>, <code>&lt;b&gt;</code>.</p>'),
    *(built(f"<p>Text. {wrong}</p>", marked=True) for wrong in (
        '<img src="x">', "<script>alert(1)</script>", "<b>bold</b>", '<a href="javascript:alert(1)">x</a>',
        '<a href="https://elsewhere.test/">x</a>', '<a href="//elsewhere.test/">x</a>', '<a href="../nowhere/">x</a>',
        '<a href="mailto:help@elsewhere.test">x</a>', '<a href="#nowhere">x</a>', '<a href="./" onclick="x()">x</a>',
        "<!-- a note -->", "1 < 2", '<iframe src="./"></iframe>', '<a href="./" target="_blank">x</a>',
    )),
    built(head='<script src="//elsewhere.test/a.js"></script>', marked=True),
    built(head="<style>@import url(https://elsewhere.test/a.css);</style>", marked=True),
    built(head='<meta http-equiv="refresh" content="0; url=https://elsewhere.test/">', marked=True),
]  # fmt: skip
OFTEN = 2  # what stands on more pages than both of an article's languages is a template's

_ATOM, _SITEMAP = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = {"rel", "type", "href", "hreflang"}
_ENTRY = ("title", "id", "updated", "author", "name", "entry", "published", "summary")
XML = {
    f"{_ATOM}feed": {"{http://www.w3.org/XML/1998/namespace}lang"},
    f"{_ATOM}link": _LINK,
    f"{_ATOM}content": {"type"},
    **{f"{_ATOM}{name}": set[str]() for name in _ENTRY},
    **{f"{_SITEMAP}{name}": set[str]() for name in ("urlset", "url", "loc", "lastmod")},
    "{http://www.w3.org/1999/xhtml}link": _LINK,
}
HOLDS_ADDRESS = {f"{_ATOM}id", f"{_SITEMAP}loc"}


def check(source: BuiltSite) -> Iterator[Problem]:
    judged = _Site(source)
    sources = {page.name: page for page in source.built()}
    said: dict[str, list[tuple[str, str]]] = {}  # what is wrong: on which pages, and the text before it
    for name, what, near in judged.problems():
        said.setdefault(what, []).append((name, near))
    for what, places in said.items():
        names = sorted({name for name, _ in places})
        if len(names) > OFTEN or not sources.keys() >= set(names):
            where = f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else names[0]
            expected = "what overrides/ holds, known to scripts/checks/lib/allowed.py"
            yield Problem(_template(names[0]), 1, f"{what} in {where}", expected, "Mend the template, or mkdocs.yml.")
            continue
        for name, near in places:
            page = sources[name]
            line = page.line(near) if near else 1
            mend = "Take it out, or write it in words."
            yield Problem(page.source.path, line, what, "what an article can hold", mend)


# Our stylesheet shows no words, which stand in languages.yml, and loads nothing but our images.
STYLES = re.compile(r"assets/site-[0-9a-f]{10}\.css")
_STYLED = re.compile(r"""content:[^;}]*["'][^"';}]*[^\W\d_][^;}]*|(?:url\((?!["']?images/)|@import)[^;}]*""")

# What an address may end in, by the element: the version of a file, the page that a report is about.
ADDED = {"script data-interface": re.compile(r"\?[0-9a-f]{10}$"), "a href help": re.compile(r"\?subject=[\w%./~-]*$")}


def _template(name: str) -> str:
    """Where a page that comes from no Markdown is made."""
    known = {"404.html": "404.html", "feed.xml": "feed.xml", "sitemap.xml": "sitemap.xml"}
    return f"overrides/{'styles/' if STYLES.fullmatch(name) else known.get(posixpath.basename(name), 'main.html')}"


class _Site:
    """All pages of a built site, and where they lead."""

    def __init__(self, source: BuiltSite) -> None:
        content = source.content
        self.site = source.site
        self.files = {path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()}
        self.redirects = {
            f"{content.url(language.code, old)}index.html": f"{content.url(language.code, new)}index.html"
            for language in content.languages
            for old, new in content.redirects.items()
        }
        self.hosts = {*content.linkable, *official(content)}
        confirmed = [fact for fact in content.facts.values() if fact.state == "confirmed"]
        self.contacts = {f"mailto:{fact.text(code)}" for fact in confirmed for code in ("zh", "en")}
        forge = {"a href edit": edit_uri(ROOT), "a href help": issue_uri(ROOT)}
        self.forge = {element: uri for element, uri in forge.items() if uri}
        self.own = self._own_address()
        self.below = urlsplit(self.own).path or "/"  # the path within its host that the site is published below
        self.anchors: dict[str, set[str]] = {}

    def problems(self) -> Iterator[tuple[str, str, str]]:
        """(page, what is wrong, the text before it)."""
        read: list[tuple[str, list[Found]]] = []
        for name in sorted(self.files):
            if name.endswith(".html"):
                allowed = REDIRECT if name in self.redirects else AROUND
                found, self.anchors[name] = judge(self._text(name), allowed)
                if not any(one.element == "meta policy" for one in found):
                    found.append(Found("no Content-Security-Policy", ""))
                read.append((name, found))
            elif name.endswith(".xml"):
                read.append((name, list(self._xml(name))))
            elif STYLES.fullmatch(name):
                read.append((name, [Found(f"{match[0]!r}", "") for match in _STYLED.finditer(self._text(name))]))
        for name, found in read:
            for one in found:
                if what := one.what or self._wrong_address(name, one):
                    yield name, what, one.near

    def _text(self, name: str) -> str:
        return Path(self.site, name).read_text("utf-8", "replace")

    def _own_address(self) -> str:
        """The address of the site, as its sitemap says; nothing where that is not the operator's or the preview's."""
        match = re.search(r"<loc>([^<]*)</loc>", self._text("sitemap.xml") if "sitemap.xml" in self.files else "")
        own = match[1] if match else ""
        return own if urlsplit(own).netloc == "127.0.0.1:8000" or urlsplit(own).hostname in self.hosts else ""

    def _xml(self, name: str) -> Iterator[Found]:
        try:
            root = ElementTree.fromstring(self._text(name))  # noqa: S314 -- our own, and expat ends entity bombs
        except ElementTree.ParseError as error:
            yield Found(f"broken XML ({error})", "")
            return
        if "<!" in self._text(name) or "<?xml-stylesheet" in self._text(name):
            yield Found("a declaration in XML", "")
        for element in root.iter():
            if element.tag not in XML or element.attrib.keys() - XML[element.tag]:
                yield Found(f"<{element.tag}> with {', '.join(element.attrib) or 'no attributes'}", "")
            if "href" in element.attrib:
                yield Found("", "", "link href alternate", element.attrib["href"])
            if element.tag in HOLDS_ADDRESS:
                yield Found("", "", "link href alternate", element.text or "")
            if element.tag == f"{_ATOM}content":
                yield from judge(element.text or "", allowed=ARTICLE)[0]

    def _wrong_address(self, name: str, found: Found) -> str:
        """What is wrong with an address, or nothing."""
        address, shown = found.address, f"<{found.element}> that leads to {found.address[:80]!r}"
        if found.element == "meta policy":
            return "" if address == POLICY else f"the policy {address!r}"
        if re.search(r"[\\\x00-\x20\x7f]", address):
            return shown
        if found.element == "meta refresh":
            right = self.redirects.get(name, "")
            return "" if right and self._target(name, address) == right else shown
        if found.element in self.forge and address.startswith(self.forge[found.element]):
            return ""
        if found.element in ADDED:
            address = ADDED[found.element].sub("", address)
        if self.own and address.startswith(self.own) and found.element.startswith(("link", "a ")):
            address = self.below + address.removeprefix(self.own)
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc:
            target = self._target(name, parts.path)
            if target not in self.files:
                return f"{shown}, where nothing is"
            if parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in self.anchors[target]:
                return f"{shown}, an anchor that is not there"
            return shown if parts.query else ""
        if not found.element.startswith("a "):  # what a browser loads is the site's own
            return shown
        if parts.scheme == "mailto":
            return "" if address in self.contacts else shown
        return "" if parts.scheme == "https" and parts.netloc in self.hosts else shown

    def _target(self, name: str, path: str) -> str:
        """The file of the site that a path leads to."""
        if path.startswith(self.below):
            within = posixpath.normpath(unquote(path.removeprefix(self.below)))
        elif path.startswith("/"):
            return path  # elsewhere on the host
        else:
            within = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
        if not path:
            return name
        return posixpath.join(within, "index.html").removeprefix("./") if path.endswith(("/", ".")) else within
