"""What keeps the content from being read at all. The content model finds it (scripts/content); here are the names of
the rules and their examples, a row each."""

from scripts.checks.lib import MARK, Example, Problem, Source, data, page
from scripts.checks.lib.rule import Severity


class Loading:
    """A rule of the content model. Its problems carry its NAME."""

    SEVERITY: Severity = "error"

    def __init__(self, id_: str, name: str, zh: str, en: str, *examples: Example) -> None:
        self.ID, self.NAME, self.ABOUT_ZH, self.ABOUT_EN, self.EXAMPLES = id_, name, zh, en, list(examples)

    def check(self, source: Source) -> list[Problem]:
        return [problem for problem in source.problems if problem.rule == self.NAME]


LOADING = (
    Loading(
        "MOD001", "file-format", "文件是 UTF-8 文本；整个文件和每一行都不能太长。",
        "Files are text in UTF-8; neither a file nor a line is too long.",
        page(en="A line of a usual length."), page(en="x" * 6_000 + MARK),
    ),
    Loading(
        "MOD002", "yaml-syntax", "YAML 没有坏行，同一个键不出现两次。", "YAML has no broken line, and no key twice.",
        page(front={"title": 'title: "A colon: inside quotes"'}),
        page(front={"title": f"title: A colon: outside quotes{MARK}"}),
        page(front={"title": f"title: Once\ntitle: Twice{MARK}"}),
    ),
    Loading(
        "MOD003", "schema", "文章开头和数据文件的键不能缺、不能多，值的类型要对。",
        "Front matter and data files have the keys they need and no others, with values of the right kind.",
        page(front={"type": "type: faq"}),
        page(front={"type": f"type: story{MARK}\nauthor: me{MARK}", "reviewed": f"reviewed: yesterday{MARK}"}),
    ),
    Loading(
        "MOD004", "blocks", "::: 块和注释要成对，{{ 键 }} 要写完整，安全提示和图片单独成段。",
        "::: blocks and comments have both ends, {{ keys }} are whole, safety lines and pictures stand alone.",
        page(en="::: self-custody\nText.\n:::\n\n<!-- a note --> Text, `{{ as typed`.\n\n````text\n:::\n```\n````"),
        page(en=f"::: self-custody{MARK}\nText.", zh=f"::: self-custodial{MARK}\n文字。\n:::"),
        page(en=f"Wait {{{{ deposit.arrival_time.{MARK}", zh=f"文 {{{{ SAFE-1 }}}}{MARK}\n\n- 文\n  ::: copy{MARK}"),
        page(en=f"Text <!-- a note.{MARK}\n\nA note --> text.{MARK}", zh=f"{{{{ SAFE-1 }}}}\n\n<!-- 一句话{MARK}"),
    ),
    Loading(
        "MOD005", "headings", "每个标题都有自己的锚点；文章标题写在开头。",
        "Every heading has an anchor of its own; the title is in the front matter.",
        page(en="## Steps {#steps}\n\nText."),
        page(en=f"## Steps{MARK}\n\nSteps{MARK}\n---\n\n# Steps {{#steps}}{MARK}"),
        page(zh=f"## 步骤 {{#steps}}\n\n文字。\n\n## 再来 {{#steps}}{MARK}\n\n文字。"),
    ),
    Loading(
        "MOD006", "safety-line", "每篇文章正好一条安全提示。", "An article has exactly one safety line.",
        page(en="Text.\n\n{{ SAFE-1 }}", zh="{{ SAFE-1 }}\n\n<!-- {{ SAFE-2 }} -->\n\n```\n{{ SAFE-3 }}\n```"),
        page(en=f"{{{{ SAFE-1 }}}}\n\n{{{{ SAFE-2 }}}}{MARK}"),
    ),
    Loading(
        "MOD007", "both-languages", "每个页面两种语言都有；必须相同的键两边一致。",
        "Every page exists in both languages; what both must share in the front matter is the same.",
        page(), page(front_en={"type": f"type: faq{MARK}"}),
    ),
    Loading(
        "MOD008", "navigation", "每篇文章在导航里出现一次；导航里的都存在。",
        "Every article is listed in the navigation once, and what is listed exists.",
        page(),
        Example({p.replace("example", "unlisted"): f"---{MARK}{text[3:]}" for p, text in page().files.items()}),
    ),
    Loading(
        "MOD009", "keys", "引用的事实、安全提示、图片和相关文章都存在；标题不超长。",
        "Facts, safety lines, pictures and related articles exist by the name that is used; titles are short enough.",
        page(en="Wait {{ deposit.arrival_time }}. `{{ deposit.nothing }}` is as it is typed."),
        page(en=f"Wait {{{{ deposit.arrival_times }}}}.{MARK}", zh=f"文字。\n\n{{{{ SAFE-99 }}}}{MARK}"),
        page(front={"related": f"related:\n  - no-such-article{MARK}", "title": f"title: {'x' * 90}{MARK}"}),
    ),
    Loading(
        "MOD010", "links", "链接指向同一语言里存在的页面和锚点。",
        "Links lead to pages and anchors that exist, of the same language, by their .md file.",
        page(en="[Deposits](deposit-crypto.md)"),
        page(en=f"[Deposits](deposit-crypt.md){MARK}\n[deposits](../../zh/deposits/deposit-crypto.md){MARK}"),
        page(zh=f"[充值](deposit-crypto.md#nowhere){MARK}\n[充值](/deposits/deposit-crypto/){MARK}"),
    ),
    Loading(
        "MOD011", "data-names", "术语表、跳转和搜索设置里写的名字都存在。",
        "The glossary, the redirects and the search settings name articles and terms that exist.",
        data(redirects="redirects: []\n"),
        data(redirects=f"redirects:\n  - {{old: deposits/old/, new: deposits/nowhere/}}{MARK}\n"),
    ),
    Loading(
        "MOD012", "files", "docs/ 里只放已知的文件：各语言各栏目的 Markdown、_data 和 _templates。",
        "Only known files live in docs/: Markdown of a language and a section, _data and _templates.",
        Example({"docs/en/deposits/#example.md#": "Text.", "docs/LICENSE": "Text.", "docs/zh/.DS_Store": "x"}),
        Example({f"docs/{path}": f"Text.{MARK}" for path in (
            "README.md", "CNAME", "en/sw.js", "en/deposits/claim.html", "en/deposits/example.markdown",
            "zh/deposits/Example.md", "_data/fact.yml", "zh/deposits/page.svg",
        )}),
    ),
)  # fmt: skip
