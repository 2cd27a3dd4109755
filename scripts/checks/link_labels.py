"""The words of a link say where it leads, and no two targets of a page have the same words.

Who moves from link to link with a screen reader hears nothing but these words.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator

from scripts.content import Problem

from .rule import MARK, Source, page
from .written_links import Written, plain, written

ID = "LNK005"
NAME = "link-labels"
ABOUT = {
    "zh": "链接文字说出去哪里：不写“点击这里”“详情”，同一页里两个不同的链接文字不同。",
    "en": "The words of a link say where it leads, not \"click here\"; two targets of one page have different words.",
}
EXAMPLES = [
    page(zh="看[充值到账](deposit-crypto.md)，再看[充值到账](./deposit-crypto.md)。", en="See [how to deposit](deposit-crypto.md), [here is how](deposit-wrong-network.md)."),
    page(en=f"See [here](deposit-crypto.md).{MARK}\n[**Click here**](deposit-crypto.md) now.{MARK}\n[Read\nmore …](deposit-crypto.md)".replace("[Read", f"[Read{MARK}")),
    page(en=f"[](deposit-crypto.md){MARK}\n[…](deposit-crypto.md){MARK}\n![A drawing](a.svg) [![](a.svg)](deposit-crypto.md){MARK}"),
    page(zh=f"充值请[点击这里](deposit-crypto.md)。{MARK}\n看[详情 >](deposit-crypto.md)。{MARK}\n[“此处”](deposit-crypto.md){MARK}"),
    page(en=f"See [deposits](deposit-crypto.md){MARK}\nand [Deposits.](deposit-wrong-network.md){MARK}"),
    page(zh=f"看[充值](deposit-crypto.md)，{MARK}\n再看[充值](deposit-not-arrived.md#check)。{MARK}"),
    page(en="[Confirmations](deposit-crypto.md), `[confirmations](deposit-not-arrived.md)`"),
]

# A label is nothing but such words: one that points, with or without a verb before it.
EMPTY_EN = re.compile(
    r"(?:please |just |or |and |then |now )?(?:(?:at|in|on|via|through|from|under|with|to|for|about) )?"
    r"(?:(?:click|tap|press|see|look|read|go|check|open|visit|find|learn|find out|view|show|use|try|follow)(?: it| on| at| to| out)*(?: (?:the|this|that))? ?)?"
    r"(?:(?:over |right )?here|there|this|that|these|it|more(?: info(?:rmation)?| details?| about (?:this|it)| on this| here)?|(?:full |further |the )?details?|info(?:rmation)?|"
    r"(?:(?:this|that|the|our|next|following|another|other|related|same) )(?:link|page|article|guide|section|site|website|url|post|one|document|doc|text|topic|button)s?(?: here| below| above)?|"
    r"links?|pages?|articles?|website|below|above|continue|next|web ?page)"
    r"(?: for (?:more|details|more (?:details|info|information))| to (?:learn|read|see|find out) more| now| instead)?",
)
VERBS_EN = re.compile(r"(?:please )?(?:click|tap|press|read|see|look|go|open|view|visit|learn|check|read on|go on)(?: (?:it|this|me|now))?")
EMPTY_ZH = re.compile(
    r"(?:请|可以?|直接|也可以?|或|并|再|先|马上|立即|现在)*(?:点击?|点一下|点开|单击|轻点|按|戳|看看?|查看|阅读|了解|参见|参阅|参考|请见|详?见|访问|打开|进入?|前往|去|获取|浏览)*"
    r"(?:这里|这儿|此处|此|我|这个?|那里|那个|该|本|这[篇一][篇页个]?|上面|下面|下方|上方|以下|以上|上文|下文|里面|里)*(?:的)?"
    r"(?:链接|连接|页面|网页|页|文章|文|文档|篇|网址|网站|按钮|说明|内容|部分|一节|章节|节)?"
    r"(?:(?:更多|全部|完整|详细|具体)*(?:的)?(?:详情|细节|信息|内容|说明|介绍|资料|链接)?)"
    r"(?:吧|哦|即可|就行|查看|了解|阅读|看看?|进入|打开|访问|前往|跳转|了解更多|查看详情|查看更多)*",
)
NOT_WORDS = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\))?|[*`]|<[^<>]*>")


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        targets: dict[str, dict[str, Written]] = defaultdict(dict)
        links = [link for link in written(file) if link.kind in ("inline", "reference", "html") and not link.apart and plain(link.target) not in ("", "#")]
        for link in links:
            words = _words(link.label)
            if not words:
                yield Problem(file.path, link.line, "a link without words", "words that say where it leads", "Name what the reader finds there.", link.column)
            elif EMPTY_EN.fullmatch(words) or VERBS_EN.fullmatch(words) or EMPTY_ZH.fullmatch(words.replace(" ", "")):
                mend = "Name what the reader finds there."
                yield Problem(file.path, link.line, f'the link "{link.label.strip()}"', "words that say where it leads", mend, link.column)
            else:
                targets[words].setdefault(_target(file.path, link.target), link)
        for link in links:
            others = [other for target, other in targets[_words(link.label)].items() if target != _target(file.path, link.target)]
            if others:
                yield Problem(
                    file.path, link.line, f'"{link.label.strip()}" on a link to "{link.target.strip()}", and on one to "{others[0].target.strip()}" (line {others[0].line})',
                    "other words for another target", "Say in each what the reader finds there.", link.column,
                )  # fmt: skip


def _words(label: str) -> str:
    """A label as it is heard: in lower case, without marks and punctuation; of a picture, the words that stand for it."""
    for _ in range(2):  # a picture within a link
        label = NOT_WORDS.sub(lambda match: match[1] or "", label)
    return " ".join(re.findall(r"\w+(?:['’.-]\w+)*|[+%#]", label.lower().replace("_", " ")))


def _target(path: str, target: str) -> str:
    address, _, anchor = plain(target).partition("#")
    if "//" in address:
        return f"{address.rstrip('/')}#{anchor}".lower()
    return f"{posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path}#{anchor}"
