"""A link whose visible text is an address leads to that very host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Problem
from scripts.content.articles import REFERENCE

from .look_alike_hosts import DOT, FILES, HOST
from .rule import MARK, Source, page
from .written_links import canonical, host, of_pages

ID = "LNK003"
NAME = "link-text-host"
ABOUT = {
    "zh": "链接文字写着网址，就必须指向同一个域名。",
    "en": "A link whose text is a web address leads to the host that it names.",
}
EXAMPLES = [
    page(en="[wallet.test](https://wallet.test/), [https://wallet.test/a](https://www.wallet.test/b), [version 1.2.3](deposit-crypto.md)"),
    page(en="[Node.js, e.g. 2.0](https://node.test/), [deposit-crypto.md](deposit-crypto.md), <https://wallet.test>"),
    page(en=f"[wallet.test](https://wallet-login.test/){MARK}"),
    page(zh=f"看[官网 https://wallet.test/](https://help.wallet.test/)。{MARK}"),
    page(en=f"[**www.wallet.test**](deposit-crypto.md){MARK}"),
    page(en=f"[help@wallet.test](mailto:help@other.test){MARK}"),
    page(en=f'<a href="https://other.test">`wallet.test`</a>{MARK}'),
    page(zh=f"打开[wallet.test][1]。{MARK}\n\n[1]: https://other.test"),
]

URL = re.compile(r"(?<![A-Za-z])(?:https?|ftp):[/\\]{1,3}[^\s\"'<>“”（）]+", re.IGNORECASE)
# What else has a dot in its middle: products, files and code.
NO_HOSTS = re.compile(r"(?:^|\.)(?:js|net)$|^(?:e\.g|i\.e|a\.m|p\.m)$|[_(]", re.IGNORECASE)
ENDINGS = re.compile(
    r"\.(?:xn--[a-z0-9-]+|com|net|org|info|app|dev|xyz|vip|top|pro|finance|exchange|link|site|online|help|support|wallet|test|store|shop|"
    r"live|life|club|work|world|tech|space|website|cloud|digital|money|cash|fun|icu|click|center|chat|group|global|network|page|one|"
    r"ac|ai|at|au|be|biz|br|ca|cc|ch|cn|co|cz|de|es|eu|fi|fm|fr|gg|hk|id|im|in|io|it|jp|kr|la|li|me|mobi|mx|my|nl|no|nz|ph|ru|se|sg|"
    r"sh|to|tr|tv|tw|ua|ug|uk|us|vn|ws|za)$",
    re.IGNORECASE,
)


def check(source: Source) -> Iterator[Problem]:
    facts = source.content.facts if source.content else {}
    for file, link in of_pages(source.pages()):
        if link.kind in ("definition", "autolink", "bare", "image", "source"):
            continue

        def value(match: re.Match) -> str:
            return (match[1] in facts and facts[match[1]].text(file.code)) or ""

        target = host(link.target)
        for name in _named(REFERENCE.sub(value, link.label)):
            if name.removeprefix("www.") != target.removeprefix("www."):
                found = f'the text "{name}" on a link to "{target or link.target.strip()}"'
                yield Problem(file.path, link.line, found, "a link to the host that its text names", "Say in words where the link leads.", link.column)
                break


def _named(label: str) -> Iterator[str]:
    """The hosts that a label shows."""
    label = re.sub(r"!\[[^\]]*\]|[*`]", " ", label)
    label = re.sub(r"(?<!\w)_|_(?!\w)", " ", label)
    for match in URL.finditer(label):
        yield host(match[0])
    label = URL.sub(" ", label)
    for match in HOST.finditer(label):
        name = canonical(re.sub(DOT, ".", match[0]))
        if re.search(r"(?<![\w.+-])@$", label[: match.start()]):
            continue  # a handle
        if ENDINGS.search(name) and not FILES.search(name) and not NO_HOSTS.search(name) and not _a_name(match[0]):
            yield name


def _a_name(text: str) -> bool:
    """"ASP.NET", "Socket.IO": a name, not an address."""
    return bool(re.search(r"[a-z]\.[A-Z]+$|^[A-Z][A-Za-z]*\.(?:io|ai)$", text))
