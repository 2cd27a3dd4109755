"""The words of a link say where it leads, as who moves from link to link with a screen reader hears nothing else."""

import re
from collections import defaultdict
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, page
from scripts.checks.lib.links import Written, leads_to, plain, written
from scripts.checks.lib.patterns import table

ID, NAME, SEVERITY = "LNK005", "link-labels", "error"
ABOUT_ZH = "链接文字说出去哪里：不写“点击这里”“详情”，同一页里两个不同的链接文字不同。"
ABOUT_EN = 'The words of a link say where it leads, not "click here"; two targets of one page have different words.'
EXAMPLES = [
    page(
        zh="看[充值到账](deposit-crypto.md)，再看[充值到账](./deposit-crypto.md)。",
        en="[How to deposit](deposit-crypto.md), [here is how](deposit-wrong-network.md), `[here is how](a.md)`",
    ),
    page(
        zh=f"充值请[点击这里](a.md)。{MARK}\n看[详情 >](a.md)。{MARK}\n[“此处”](a.md){MARK}",
        en=f"See [here](a.md).{MARK}\n[**Click here**](a.md) now.{MARK}\n[Read{MARK}\nmore …](a.md)\n"
        f"[For more details, see this page](a.md){MARK}\n[](a.md){MARK}\n[…](a.md){MARK}\n[![](a.svg)](a.md){MARK}",
    ),
    page(
        zh=f"看[充值](deposit-crypto.md)，{MARK}\n再看[充值](deposit-not-arrived.md#check)。{MARK}",
        en=f"See [deposits](deposit-crypto.md){MARK}\nand [Deposits.](deposit-wrong-network.md){MARK}",
    ),
]

# Words that name nothing: a label of nothing else says nothing. Of those that begin alike, the longest comes first.
NOTHING = {
    "en": table(r"""
    pointers  :: here|there|this|that|these|it|below|above|from|under|with|to|for|about|me      :: See {}
    verbs     :: click|tap|press|see|look|read|go|check|open|visit|view|show|use|try|follow     :: {} this
    finding   :: find out|find|learn|continue|^next(?: page| article)?$                         :: next page
    more      :: more|further|full|following|another|other|related|same|instead                 :: {} information
    details   :: details?|info(?:rmation)?|links?|(?:web ?)?(?:page|site)s?|articles?|guides?   :: this web page
    places    :: sections?|urls?|posts?|one|documents?|docs?|texts?|topics?|buttons?            :: that document
    particles :: please|just|or|and|then|now|over|right|the|our|a|at|in|on|out|via|through      :: {} here
    """),
    "zh": table(r"""
    这里      :: 这里|这儿|此处|那里|那个|这个|这篇|这一篇|这页|这一页|上面|下面|下方|上方|以下|以上|上文|下文|
        里面|这|此|该|本|我|里                                                                  :: 看{}
    点击      :: 点一下|点击|点开|点|单击|轻点|按钮|按|戳|看看|查看|看|阅读|了解|参见|参阅|参考|请见|详见|见|
        访问|打开|进入|进|前往|跳转|去|获取|浏览                                                :: {}这里
    页面      :: 链接|连接|页面|网页|页|文章|文档|文|篇|网址|网站|部分|一节|章节|节             :: 打开{}
    详情      :: 更多|全部|完整|详细|具体|详情|细节|信息|内容|说明|介绍|资料                    :: 看{}
    虚词      :: 可以|可|直接|也|或|并|再|先|马上|立即|现在|请|的|吧|哦|即可|就行               :: {}看这里
    """),
}  # fmt: skip
EMPTY = re.compile(rf"\b{NOTHING['en'].pattern}\b|{NOTHING['zh'].pattern}")
NOT_WORDS = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\))?|[*`]|<[^<>]*>")
KINDS = ("inline", "reference")
MEND = "Name what the reader finds there."


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        links = [link for link in written(file) if link.kind in KINDS and plain(link.target).strip("#")]
        targets: dict[str, dict[tuple[str, str], Written]] = defaultdict(dict)  # by words and address, the first link
        for link in links:
            words = _words(link.label)
            if EMPTY.sub("", words).strip():
                targets[words].setdefault(leads_to(file.path, link.target), link)
            else:
                found = f'the link "{link.label.strip()}"' if words else "a link without words"
                yield Problem(file.path, link.line, found, "words that say where it leads", MEND, link.column)
        for link in links:
            address, alike = leads_to(file.path, link.target), targets[_words(link.label)].items()
            if other := next((other for led, other in alike if led != address), None):
                found = f'"{link.label.strip()}" here, and on a link to "{other.target.strip()}" (line {other.line})'
                yield Problem(file.path, link.line, found, "other words for another target", MEND, link.column)


def _words(label: str) -> str:
    """A label as it is heard: in lower case, without marks and punctuation; of a picture, the words for it."""
    label = NOT_WORDS.sub(r"\1", NOT_WORDS.sub(r"\1", label))  # twice, for a picture within a link
    return " ".join(re.findall(r"\w+(?:['’.-]\w+)*|[+%#]", label.lower().replace("_", " ")))
