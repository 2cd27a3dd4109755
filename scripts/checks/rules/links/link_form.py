"""A link is [words](path.md): relative, to a .md file; or https to another site. All else breaks, or leads astray."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.links import Written, host, of_pages, plain
from scripts.content.markdown import REFERENCE

ID, NAME, SEVERITY = "LNK004", "link-form", "error"
ABOUT_ZH = "链接写成 [文字](相对路径.md)，外部链接用 https；不写裸网址、联系方式、.html 和引用式链接。"
ABOUT_EN = "A link is [words](relative/path.md), or https to another site: no bare address, contact or .html."
M = MARK
EXAMPLES = [
    page(
        en="[a](deposit-crypto.md), [b](../contact/index.md), [c](#top), [d](https://wallet.test/x.html).\n\n"
        "`[e](/x)`, [f] and (g), [^1].\n\n~~~\n```\nhttps://wallet.test\n~~~\n\n<!-- http://wallet.test -->",
        zh="看[充值\n到账](deposit-crypto.md)（约 3 分钟）。\n\n````text\n```\nhttps://wallet.test/\n````",
    ),
    page(en=f"[a](/deposits/deposit-crypto/){M}\n[b](a.html#x){M}\n[c](../deposits/){M}\n[d](deposit-crypto){M}"),
    page(en=f"[a](https://other.test/en/deposits/deposit-crypto/){M}\n[b](//wallet.test/x){M}\n[c](http://wallet.test){M}"),
    page(zh=f"[a](mailto:a@wallet.test){M}\n[b](TEL:1){M}\n[c](tg://resolve?x=y){M}\n[d](javascript:alert%281%29){M}"),
    page(
        zh=f"打开https://wallet.test/。{M}\n打开 <https://wallet.test/>。{M}\n打开 www.wallet.test 吧。{M}",
        front_en={"description": f"description: See https://wallet.test for more.{M}"},
    ),
    page(en=f"[a](){M}\n[b](#){M}\n[c](<>){M}", zh=f"看[充值]（a.md）。{M}\n看【充值】(deposit-crypto.md)。{M}"),
    page(en=f"[a](a b.md){M}\n[b](deposit-crypto.md ){M}\n[c](..\\deposits\\a.md){M}\n[d](a%20b.md){M}"),
    page(en=f"[a] (deposit-crypto.md){M}\n[b](deposit-crypto.md{M}\n(c)[deposit-crypto.md]{M}"),
    page(en=f"[a][1] now.{M}\nSee [Deposits][].{M}\nSee [Deposits].{M}\n\n[1]: a.md{M}\n[deposits]: b.md{M}"),
]

SPACE = re.compile(r"[\s\\，。；、！？\[\]]|^<[^>]*$|%(?:20|09|0a|5c|c2%a0|e3%80%80)", re.IGNORECASE)
OWN = "support.help_center_url"
PREVIEW = {"127.0.0.1", "localhost"}  # where `make serve` shows our pages
INLINE, RELATIVE = "[words](path.md) in the text", "a relative path to a .md file"
REFERENCED = 'a reference-style link, "[{0.label}]"', INLINE, "Write the target in ( ) behind the words."
NAKED = 'a bare address, "{0.target}"', "words that say where the link leads", "Link words, or use the fact's key."
HALF = 'a link that shows as text, "{0.target}"', INLINE, "Write [ ]( ) in half width, no gap between ] and (."
FOLDER = r"(?=[^?#])(?:[^?#]*/)?\.*[^./?#]*\.*(?:[?#]|$)"
# By the kind of a link: found, expected, mend.
KINDS = {"reference": REFERENCED, "definition": REFERENCED, "autolink": NAKED, "bare": NAKED, "apart": HALF}
# By how the target begins, the first that fits; what begins with https: is right.
TARGETS = {
    "#?$": ('a link without a target, "[{0.label}]"', "a .md file", "Say where the link leads, or take it out."),
    "(?!http:)[a-z][a-z0-9+.-]*:": ('the scheme of "{0.target}"', "a .md file, or https", "A contact is a fact's key."),
    "http:": ('http: in "{0.target}"', "https:", "Write https: if the site has it; otherwise take the link out."),
    r"//|www\.": ('an address without https:, "{0.target}"', "https:", "Write the whole address."),
    "/": ('an absolute path, "{0.target}"', RELATIVE, "Begin with the file's name, or with ../"),
    r"[^?#]*\.html?(?:[?#]|$)": ('a link to .html, "{0.target}"', RELATIVE, "Name the .md file that it is made of."),
    FOLDER: ('a folder or a name without .md, "{0.target}"', RELATIVE, "Name the .md; of a section, index.md."),
    r"[^#]*\?": ('"?" in a link to our own page, "{0.target}"', RELATIVE, "Take it out."),
}


def check(source: Source) -> Iterator[Problem]:
    fact = source.content.facts.get(OWN) if source.content else None
    own = {host(text) for code in ("zh", "en") if fact and (text := fact.text(code))}
    own |= PREVIEW if source.content else set()
    addresses = {"/".join(file.path.removesuffix(".md").split("/")[-2:]) for file in source.pages() if "/" in file.path}
    for file, link in of_pages(source.pages()):
        wrong = None if link.kind == "image" else KINDS.get(link.kind) or _target(link, own, addresses)
        if wrong:
            found, expected, mend = wrong
            yield Problem(file.path, link.line, found.format(link), expected, mend, link.column)


def _target(link: Written, own: set[str], addresses: set[str]) -> tuple[str, str, str] | None:
    """What is wrong with a target: found, expected, mend."""
    written = REFERENCE.sub("key", link.target)
    target, name = plain(written), host(link.target)
    if target.strip("#") and SPACE.search(written):
        return 'a space or a mark in the target "{0.target}"', "a path with - and /", "Rename it: a-z, 0-9, - and /."
    if name and (name in own or _address(re.split("[?#]", target)[0]) in addresses):
        return 'the address of our own page, "{0.target}"', "its .md path", "It leaves the language and the preview."
    if target.lower().startswith("https:") or name in PREVIEW:
        return None
    return next((wrong for form, wrong in TARGETS.items() if re.match(form, target, re.IGNORECASE)), None)


def _address(path: str) -> str:
    """The last two parts of a path, without what the site or the repository adds to them."""
    path = re.sub(r"(?:/index)?(?:\.(?:html?|md))?/*$", "", unquote(path))
    return "/".join(path.split("/")[-2:])
