"""Every built page has a title and a description of its own, one heading of the first level, and no empty part."""

from collections.abc import Iterator

from scripts.checks.lib import BuiltSite, Problem, built, soup

ID, NAME, SEVERITY = "SIT003", "page-heads", "error"
ABOUT_ZH = "每个页面有自己的标题和说明，不和别的页面重复。"
ABOUT_EN = "Every page has a title and a description of its own, unlike any other page of its language."
EXAMPLES = [built(), built(title="", marked=True)]


def check(source: BuiltSite) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], str] = {}
    for page in source.built():
        html = soup(source.site / page.name)
        description = html.select_one('meta[name="description"]')
        heads = {
            "title": html.title.get_text(strip=True) if html.title else "",
            "description": str(description["content"]).strip() if description else "",
        }
        for kind, text in heads.items():
            if not text:
                found, mend = f"a page without a {kind}", f"Write `{kind}` in the front matter."
                yield Problem(page.source.path, 1, found, "one of its own", mend)
            elif (first := seen.setdefault((page.code, kind, text), page.source.path)) != page.source.path:
                found, mend = f'the {kind} of {first}, "{text}"', "Say what sets this page apart."
                yield Problem(page.source.path, page.line(text), found, "one of its own", mend)
