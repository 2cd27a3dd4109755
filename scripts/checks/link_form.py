"""A link is [words](path.md): relative, to a .md file; or https to another site. Everything else breaks, or leads readers astray."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from scripts.content import Problem
from scripts.content.articles import REFERENCE

from .rule import MARK, Source, page
from .written_links import Written, host, of_pages, plain, scheme

ID = "LNK004"
NAME = "link-form"
ABOUT = {
    "zh": "链接写成 [文字](相对路径.md)，外部链接用 https；不写裸网址、联系方式、.html 和引用式链接。",
    "en": "A link is [words](relative/path.md), or https to another site: no bare address, contact, .html or reference style.",
}
EXAMPLES = [
    page(en="[a](deposit-crypto.md), [b](../contact/index.md), [c](#top), [d](https://wallet.test/x.html), `[e](/x)`, [f] and (g), [^1]."),
    page(zh="看[充值\n到账](deposit-crypto.md)（约 3 分钟）。\n\n```text\nhttps://wallet.test/\n```"),
    page(en=f"[a](/deposits/deposit-crypto/){MARK}\n[b](deposit-crypto.html#x){MARK}\n[c](../deposits/){MARK}\n[d](deposit-crypto){MARK}"),
    page(en=f"[a](https://help.wallet.test/en/deposits/deposit-crypto/){MARK}\n[b](//wallet.test/x){MARK}\n[c](http://wallet.test){MARK}"),
    page(zh=f"[a](mailto:help@wallet.test){MARK}\n[b](TEL:123){MARK}\n[c](tg://resolve?domain=x){MARK}\n[d](javascript:alert%281%29){MARK}"),
    page(zh=f"打开https://wallet.test/。{MARK}\n打开 <https://wallet.test/>。{MARK}\n打开 www.wallet.test 吧。{MARK}"),
    page(front_en={"description": f"description: See https://wallet.test for more.{MARK}"}),
    page(en=f'Text,\n<A class="x" HREF=deposit-crypto.md>Look</a>{MARK}\n[a](){MARK}\n[b](#){MARK}\n[c](<>){MARK}'),
    page(en=f"[a](deposit crypto.md){MARK}\n[b](deposit-crypto.md ){MARK}\n[c](..\\deposits\\deposit-crypto.md){MARK}\n[d](deposit%20crypto.md){MARK}"),
    page(en=f"[a] (deposit-crypto.md){MARK}\n[b](deposit-crypto.md{MARK}\n(c)[deposit-crypto.md]{MARK}"),
    page(zh=f"看[充值]（deposit-crypto.md）。{MARK}\n看【充值】(deposit-crypto.md)。{MARK}"),
    page(en=f"See [a][1] now.{MARK}\nSee [Deposits][].{MARK}\nSee [Deposits].{MARK}\n\n[1]: deposit-crypto.md{MARK}\n[deposits]: deposit-crypto.md{MARK}"),
]

SPACE = re.compile(r"\s|%(?:20|09|0a|5c|c2%a0|e3%80%80)", re.IGNORECASE)
OWN = "support.help_center_url"
PREVIEW = {"127.0.0.1", "localhost"}  # where `make serve` shows our pages


def check(source: Source) -> Iterator[Problem]:
    fact = source.content.facts.get(OWN) if source.content else None
    own = {host(text) for code in ("zh", "en") if fact and (text := fact.text(code))}
    own |= PREVIEW if source.content else set()
    addresses = {"/".join(file.path.removesuffix(".md").split("/")[-2:]) for file in source.pages() if "/" in file.path}
    for file, link in of_pages(source.pages()):
        if link.kind in ("image", "source"):
            continue
        if wrong := _wrong(link, own, addresses):
            found, expected, mend = wrong
            yield Problem(file.path, link.line, found, expected, mend, link.column)


def _wrong(link: Written, own: set[str], addresses: set[str]) -> tuple[str, str, str] | None:
    """What is wrong with the form of a link: found, expected, mend."""
    target = link.target.strip()
    shown = f'"{target}"'
    inline = "[words](path.md) in the text"
    if link.kind in ("reference", "definition"):
        return f'a reference-style link, "[{link.label}]"', inline, "Write the target in round brackets behind the words."
    if link.kind in ("autolink", "bare"):
        return f"a bare address, {shown}", "words that say where the link leads", "Link words, or use the fact's key; or take it out."
    if link.kind == "html":
        return f"HTML, href={shown}", inline, "Write the link in Markdown."
    if link.apart:
        return f"a link that shows as text, {shown}", inline, "Write [ ] and ( ) in half-width, both closed, with nothing between ] and (."
    written = REFERENCE.sub("key", link.target)
    text = plain(written)
    if text in ("", "#"):
        return f'a link without a target, "[{link.label}]"', "a .md file", "Say where the link leads, or take it out."
    if SPACE.search(written) or "\\" in written:
        return f"a space or a backslash in the target {shown}", "a path with - and /", "File names have hyphens, folders have /."
    kind = scheme(text)
    if kind == "http" and host(text) not in own | PREVIEW:
        return f"http: in {shown}", "https:", "Write https: if the site has it; otherwise take the link out."
    if kind not in ("", "http", "https"):
        return f'"{kind}:" in a link, {shown}', "a .md file, or https", "A contact comes from the facts, by its key."
    parts = _split(text)
    if host(text):
        if host(text) in own or _address(parts[0]) in addresses:
            return f"a whole address of our own page, {shown}", "its relative .md path", "Such a link leaves the language and the preview."
        if not kind:
            return f"an address without https:, {shown}", "https:", "Write the whole address."
        return None
    path, query = parts
    relative = "a relative path to a .md file"
    if path.startswith("/"):
        return f"an absolute path, {shown}", relative, "Begin with the file's name, or with ../"
    if re.search(r"\.html?$", path, re.IGNORECASE):
        return f"a link to .html, {shown}", relative, "Name the .md file; the site makes .html of it."
    if path and "." not in path.rsplit("/", 1)[-1].strip("."):
        return f"a link to a folder or a name without .md, {shown}", relative, "Name the .md file; a section's page is index.md."
    if query:
        return f'"?" in a link to our own page, {shown}', relative, "Take it out."
    return None


def _split(text: str) -> tuple[str, str]:
    """Path and query of a target; of one that is no address at all, the text itself."""
    try:
        parts = urlsplit(text)
    except ValueError:  # such as [ in a host
        return text, ""
    return parts.path, parts.query


def _address(path: str) -> str:
    """The last two parts of a path, without what the site or the repository adds to them."""
    path = re.sub(r"(?:/index)?(?:\.(?:html?|md))?/*$", "", unquote(path))
    return "/".join(path.split("/")[-2:])
