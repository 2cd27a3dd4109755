"""What a page uses that some browser of the baseline lacks: elements, attributes, and the scripts and styles in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import bs4

from . import Fault, compat
from .scripts import script_faults
from .styles import style_faults

# The types of scripts that browsers run, by how they read them.
SCRIPTS = {"": "script", "text/javascript": "script", "module": "module"}


def page_faults(file: str, text: str, seen: set[str]) -> Iterator[Fault]:
    """Whatever is not in the baseline, in order, but for what stands in `seen`; what this page has is added to that."""
    known = compat()["html"]
    for tag in bs4.BeautifulSoup(text, "html.parser").find_all(True):
        names = [("elements", tag.name, f"<{tag.name}>")]
        for name in tag.attrs:
            names += [("attributes", f"{element} {name}", f"<{tag.name} {name}>") for element in (tag.name, "*")]
        for table, entry, what in names:
            if entry not in seen and entry in known[table]:
                yield Fault(file, tag.sourceline, tag.sourcepos + 1, what, known[table][entry])
            seen.add(entry)
        content = tag.string or ""
        if tag.name not in ("script", "style") or content in seen:
            continue
        seen.add(content)
        found: Iterator[Fault] = iter(())
        if tag.name == "style":
            found = style_faults(file, content)
        elif kind := SCRIPTS.get(str(tag.get("type", ""))):
            found = script_faults(file, content, kind)
        for fault in found:
            yield replace(fault, line=tag.sourceline + fault.line - 1)
