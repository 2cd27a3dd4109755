"""A link whose visible text is an address leads to that very host."""

import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.hosts import DOT, FILES, HOST, canonical
from scripts.checks.lib.links import host, of_pages
from scripts.content.markdown import REFERENCE

ID, NAME, SEVERITY = "LNK003", "link-text-host", "error"
ABOUT_ZH = "链接文字写着网址，就必须指向同一个域名。"
ABOUT_EN = "A link whose text is a web address leads to the host that it names."
EXAMPLES = [
    page(
        zh="[Node.js, e.g. 2.0](https://node.test/), [deposit-crypto.md](deposit-crypto.md), <https://wallet.test>",
        en="[wallet.test](https://wallet.test/), [https://wallet.test/a](https://www.wallet.test/b), [1.2.3](a.md)",
    ),
    page(
        zh=f"[官网 https://wallet.test/](https://help.wallet.test/){MARK}\n[wallet.test][1]{MARK}\n\n[1]: https://other.test",
        en=f"[wallet.test](https://wallet-login.test/){MARK}\n[**www.wallet.test**](deposit-crypto.md){MARK}\n"
        f"[help@wallet.test](mailto:help@other.test){MARK}\n[`wallet.test`](https://other.test){MARK}",
    ),
]

URL = re.compile(r"(?<![A-Za-z])(?:https?|ftp):[/\\]{1,3}[^\s\"'<>“”（）]+", re.IGNORECASE)
# What else has a dot in its middle: products, files and code.
NO_HOSTS = re.compile(r"(?:^|\.)(?:js|net)$|^(?:e\.g|i\.e|a\.m|p\.m)$|[_(]", re.IGNORECASE)
A_NAME = re.compile(r"[a-z]\.[A-Z]+$|^[A-Z][A-Za-z]*\.(?:io|ai)$")  # ASP.NET, Socket.IO
ENDINGS = re.compile(
    r"\.(?:xn--[a-z0-9-]+|com|net|org|info|app|dev|xyz|vip|top|pro|finance|exchange|link|site|online|help|support|"
    r"wallet|test|store|shop|live|life|club|work|world|tech|space|website|cloud|digital|money|cash|fun|icu|click|"
    r"center|chat|group|global|network|page|one|ac|ai|at|au|be|biz|br|ca|cc|ch|cn|co|cz|de|es|eu|fi|fm|fr|gg|hk|id|"
    r"im|in|io|it|jp|kr|la|li|me|mobi|mx|my|nl|no|nz|ph|ru|se|sg|sh|to|tr|tv|tw|ua|ug|uk|us|vn|ws|za)$", re.IGNORECASE,
)  # fmt: skip


def check(source: Source) -> Iterator[Problem]:
    facts = source.content.facts if source.content else {}
    for file, link in of_pages(source.pages()):
        if link.kind not in ("inline", "reference", "apart"):
            continue
        parts = REFERENCE.split(link.label)  # every other one is a key
        parts[1::2] = [(key in facts and facts[key].text(file.code or "")) or "" for key in parts[1::2]]
        target = host(link.target)
        others = (name for name in _named("".join(parts)) if name.removeprefix("www.") != target.removeprefix("www."))
        if (name := next(others, None)) is not None:
            found = f'the text "{name}" on a link to "{target or link.target.strip()}"'
            mend = "Say in words where the link leads."
            yield Problem(file.path, link.line, found, "a link to the host that its text names", mend, link.column)


def _named(label: str) -> Iterator[str]:
    """The hosts that a label shows."""
    label = re.sub(r"!\[[^\]]*\]|[*`]|(?<!\w)_|_(?!\w)", " ", label)
    for match in URL.finditer(label):
        yield host(match[0])
    label = URL.sub(" ", label)
    for match in HOST.finditer(label):
        name = canonical(re.sub(DOT, ".", match[0]))
        if re.search(r"(?<![\w.+-])@$", label[: match.start()]):
            continue  # a handle
        if ENDINGS.search(name) and not (FILES.search(name) or NO_HOSTS.search(name) or A_NAME.search(match[0])):
            yield name
