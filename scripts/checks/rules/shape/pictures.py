"""A picture says in words what it shows, in both languages: readers who cannot see it have nothing else."""

import itertools
import re
from collections.abc import Iterator

from scripts.checks.lib import MARK, Problem, Source, data, page
from scripts.checks.lib.patterns import table

ID, NAME, SEVERITY = "PIC001", "pictures", "error"
ABOUT_ZH = "每张图都有替代文字，用两种语言各自说出图上有什么，不只写“图片”，也不是文件名。"
ABOUT_EN = 'Each picture has an alternative text that says what it shows, in each language: no "picture", no file name.'
DATA = "docs/_data/pictures.yml"
PICTURE = "life:\n  caption: {{zh: 一, en: One}}\n  alt:\n    zh: {}\n    en: {}\n  labels: {{a: {{zh: 签, en: b}}}}"
EXAMPLES = [
    data(pictures=PICTURE.format("从上到下：签名、发送。", "From top to bottom, signed and sent.")),
    data(pictures=PICTURE.format("图片" + MARK, "从上到下：签名、发送。" + MARK)),
    data(pictures=PICTURE.format("一" + MARK, "life.svg" + MARK)),
    page(
        zh="![充值页，上面有网络和地址](../a.svg) `![](a.svg)`\n\n````\n```\n![](a.svg)\n````",
        en="![The deposit page with *network* and address](a.svg) <!-- ![](a.svg) -->",
    ),
    page(
        zh=f"![](a.svg){MARK}\n\n![截图](a.svg){MARK}\n\n看 ![如图](<a b.svg> \"充值\"){MARK}",
        en=f"![Screenshot](a.svg){MARK}\n\n![deposit-page.png](a.svg){MARK}\n\n![{'word ' * 29}](a.svg){MARK}",
    ),
]

# Words that say that there is a picture, and no more.
KINDS = {
    "en": table("""
    picture  :: image|picture|photo|pic|img|icon|logo|graphic|diagram|illustration|chart|drawing   :: The {}
    screen   :: screenshot|screen shot|screen capture|screen|figure|fig                            :: A {}
    nothing  :: alt|alt text|alternative text|caption|description|untitled|unnamed|none|null|todo|tbd|n/a|
        placeholder|here|example                                                                   :: {}
    """),
    "zh": table("""
    图片     :: 图片|图|图像|照片|截图|截屏|屏幕截图|插图|示意图|配图|图示|图标|流程图|图表        :: 这是一张{}
    没写     :: 替代文字|说明|描述|无|暂无|示例|占位图|占位|如图|见图|上图|下图                    :: {}
    """),
}  # fmt: skip
BEFORE = r"(?:a|an|the|this|our|my|see|this is an?|an? (?:example|small|new)|这是|一张|一幅|这张|此|下面的|上面的|示例)"
AFTER = r"(?:the page|the app|the screen|app|page|页面)"
KIND = rf"(?:{KINDS['en'].pattern}s?|{KINDS['zh'].pattern})"
NUMBER = r"[#（(]?\s*[\d一二三四五六七八九十]*[)）]?"
SAID = rf"(?:{BEFORE}\s*)*(?:一?张)?{KIND}(?:\s*(?:of|for)?\s*(?:{KIND}|{AFTER}))?\s*{NUMBER}"
GENERIC = re.compile(SAID, re.IGNORECASE)
FILE_NAME = table(r"""
    an ending      :: \S+\.(?:png|jpe?g|svg|gif|webp|avif|bmp|heic)                              :: deposit-page.png
    a camera       :: (?:img|image|dsc|screenshot|screen[ _-]shot)[ _-]*\d[\w .-]*               :: IMG_2034
    a chat         :: (?:wechat\w*|mmexport|微信图片|屏幕截图)[ _-]*\d[\w .-]*                   :: 微信图片_20240102
    joined words   :: \w+(?:[_-]\w+){2,}                                                         :: deposit-page-2
    no letters     :: [\d\W_]*                                                                   :: 12-3
""")
HAN = re.compile(r"[\u3400-\u9fff]")
LANGUAGES = {"zh": "Chinese", "en": "English"}
LONGEST = 140
MEND = "Say in a sentence what the picture shows."


def check(source: Source) -> Iterator[Problem]:
    for file in source.pages():
        for image in [link for link in file.document.links if link.kind == "image"]:
            text = image.label.strip()
            found = _poor(text, re.sub(r"\.\w+$", "", image.target.rpartition("/")[2]))
            if found or len(text) > LONGEST:
                found = found or f"an alternative text of {len(text)} characters"
                expected = f"an alternative text, of at most {LONGEST}"
                yield Problem(file.path, image.line, found, expected, MEND, image.column)
    for name, picture in source.content.pictures.items() if source.content else ():
        for key, code in itertools.product(("caption", "alt"), ("zh", "en")):
            text, line = getattr(getattr(picture, key), code), source.data["pictures.yml"].line((name, key, code))
            if found := _poor(text, name):
                yield Problem(DATA, line, f"{found} as the {key}", "what the picture shows", MEND)
            elif bool(HAN.search(text)) != (code == "zh"):
                yield Problem(DATA, line, f'"{text[:30]}" as the {key}', f"words in {LANGUAGES[code]}", "Translate it.")
            elif key == "alt" and getattr(picture.caption, code) == text:
                yield Problem(DATA, line, "the caption as the alternative text", "what the picture shows", MEND)


def _poor(text: str, name: str) -> str:
    """What is wrong with an alternative text, or nothing."""
    plain = text.strip().strip(".。:：!！\"'“”[]【】 ")
    if not plain or GENERIC.fullmatch(plain):
        return f'"{text}", which says nothing,' if plain else "no alternative text"
    is_name = FILE_NAME.fullmatch(plain) or plain.lower().replace(" ", "-") == name.lower()
    return f'a file name, "{text[:40]}",' if is_name else ""
