"""Every built page has a title and a description of its own, one heading of the first level, and no empty part."""

from collections.abc import Iterator

from scripts.checks.lib import BuiltSite, Problem, built, elements

ID, NAME, SEVERITY = "SIT003", "page-heads", "error"
ABOUT_ZH = "每个页面有自己的标题和说明，不和别的页面重复。"
ABOUT_EN = "Every page has a title and a description of its own, unlike any other page of its language."
EXAMPLES = [built(), built(title="", marked=True)]


def check(source: BuiltSite) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], str] = {}
    for page in source.built():
        shown = elements(source.site / page.name)
        descriptions = (e.attributes["content"] for e in shown if e.attributes.get("name") == "description")
        heads = {
            "title": next((element.text for element in shown if element.name == "title"), "").strip(),
            "description": next(descriptions, "").strip(),
        }
        for kind, text in heads.items():
            if not text:
                found, mend = f"a page without a {kind}", f"Write `{kind}` in the front matter."
                yield Problem(page.source.path, 1, found, "one of its own", mend)
            elif (first := seen.setdefault((page.code, kind, text), page.source.path)) != page.source.path:
                found, mend = f'the {kind} of {first}, "{text}"', "Say what sets this page apart."
                yield Problem(page.source.path, page.line(text), found, "one of its own", mend)
