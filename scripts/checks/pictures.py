"""A picture says in words what it shows, in both languages: readers who cannot see it have nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import ContentError, Problem
from scripts.content.source import parse_yaml

from .markup import CODE, outside_fences
from .rule import MARK, Source, data, page

ID = "PIC001"
NAME = "pictures"
ABOUT = {
    "zh": "每张图都有替代文字，用两种语言各自说出图上有什么，不只写“图片”，也不是文件名。",
    "en": "Each picture has an alternative text that says what it shows, in each language: not \"picture\", not a file name.",
}
DATA = "docs/_data/pictures.yml"
PICTURE = """\
life:
  caption: {{zh: 一笔交易, en: A transaction}}
  alt:
    zh: {zh}
    en: {en}
  labels:
    sign: {{zh: 你签名, en: You sign}}
"""
EXAMPLES = [
    data(pictures=PICTURE.format(zh="从上到下：签名、发送。", en="From top to bottom: signed, sent.")),
    data(pictures=PICTURE.format(zh="图片" + MARK, en="Picture 1." + MARK)),
    data(pictures=PICTURE.format(zh="life.svg" + MARK, en="从上到下：签名、发送。" + MARK)),
    page(zh="![充值页，上面有网络和地址](../a.svg) `![](a.svg)`", en="![The deposit page with network and address](a.svg)"),
    page(zh=f"![](a.svg){MARK}\n\n![截图](a.svg){MARK}", en=f"![Screenshot](a.svg){MARK}\n\n![deposit-page.png](a.svg){MARK}\n\n![{'word ' * 29}](a.svg){MARK}"),
]

IMAGE = re.compile(r"!\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?([^()\s>]*)[^)]*\)|!\[([^\[\]]*)\]\[[^\[\]]*\]")
KIND = (
    r"images?|pictures?|photos?|pics?|imgs?|screen ?shots?|screen ?captures?|screens?|figures?|fig|icons?|logos?|graphics?|diagrams?|illustrations?|charts?|drawings?|"
    r"alt|alt text|alternative text|caption|description|untitled|none|null|todo|tbd|n/?a|unnamed|placeholder|here|example|"
    r"图片?|图像|照片|截图|截屏|屏幕截图|插图|示意图|配图|图示|图标|流程图|图表|替代文字|说明|描述|无|暂无|示例|占位图?|如图|见图|上图|下图"
)
GENERIC = re.compile(
    rf"(?:(?:a|an|the|this|our|my|see|this is an?|an? (?:example|small|new)|这是|一张|一幅|这张|此|下面的|上面的|示例)\s*)*(?:一?张)?(?:{KIND})(?:\s*(?:of|for)?\s*(?:{KIND}|the (?:page|app|screen)|app|page|页面))?\s*[#（(]?\s*[\d一二三四五六七八九十]*[)）]?",
    re.IGNORECASE,
)
FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|svg|gif|webp|avif|bmp|heic)|(?:img|image|dsc|screenshot|screen[ _-]?shot|wechat\w*|mmexport|微信图片|屏幕截图)[ _-]*\d[\w .-]*|\w+(?:[_-]\w+){2,}|[\d\W_]*", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff]")
LONGEST = 140
MEND = "Say in a sentence what the picture shows."


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        for number, line in outside_fences(file)[0]:
            for match in IMAGE.finditer(CODE.sub(lambda code: " " * len(code[0]), line) if "![" in line else ""):
                text = (match[1] or match[3] or "").strip()
                name = re.sub(r"\.\w+$", "", (match[2] or "").rpartition("/")[2])
                if found := _poor(text, name):
                    yield Problem(file.path, number, found, "an alternative text", MEND, match.start() + 1)
                elif len(text) > LONGEST:
                    yield Problem(file.path, number, f"an alternative text of {len(text)} characters", f"at most {LONGEST}", "Say more in the text beside it.", match.start() + 1)
    for file in source.files:
        if file.path == DATA:
            yield from _data(file.path, file.text)


def _data(path: str, text: str) -> Iterator[Problem]:
    try:
        located = parse_yaml(text, path)
    except ContentError:
        return  # the content model says so
    for name, picture in located.data.items():
        for key in ("caption", "alt"):
            words = picture.get(key) if isinstance(picture, dict) else None
            if not isinstance(words, dict) or not all(isinstance(words.get(code), str) for code in ("zh", "en")):
                continue
            for code in ("zh", "en"):
                line = located.line((name, key, code))
                if found := _poor(words[code], name):
                    yield Problem(path, line, f"{found} as the {key}", "what the picture shows", MEND)
                elif bool(HAN.search(words[code])) != (code == "zh"):
                    language = "Chinese" if code == "zh" else "English"
                    yield Problem(path, line, f'"{words[code][:30]}" as the {key} in {language}', f"words in {language}", "Translate it.")
                elif key == "alt" and isinstance(caption := picture.get("caption"), dict) and caption.get(code) == words[code]:
                    yield Problem(path, line, "the caption as the alternative text", "what the picture shows", MEND)


def _poor(text: str, name: str) -> str:
    """What is wrong with an alternative text, or nothing."""
    plain = text.strip().strip(".。:：!！\"'“”[]【】 ")
    if not plain:
        return "no alternative text"
    if GENERIC.fullmatch(plain):
        return f'"{text}", which says nothing'
    if FILE_NAME.fullmatch(plain) or plain.lower().replace(" ", "-") == name.lower():
        return f'a file name, "{text[:40]}"'
    return ""
