"""What a script uses that some browser of the baseline lacks: syntax, globals, members, events.

Not seen are options of calls, as `cause` of an error.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Literal

import quickjs

from . import ECMASCRIPT, FOLDER, INSTANCES, Fault, compat

# Whose members are globals too.
SCOPES = ("window", "self", "globalThis")


def script_faults(file: str, text: str, kind: Literal["script", "module"] = "script") -> Iterator[Fault]:
    """Whatever is not in the baseline, in order. Types are not known, so a member that some older thing has is none."""
    known = compat()["javascript"]
    for use, name, line, column in json.loads(parser()(text, kind, ECMASCRIPT)):
        if use == "error":
            yield Fault(file, line, column, name, f"no ECMAScript {ECMASCRIPT}, which all read")
            continue
        owner, _, member = name.rpartition(".")
        for table, entry in {
            "syntax": [("syntax", name)],
            "global": [("globals", name)],
            "event": [("events", name)],
            "member": [
                ("globals" if owner in SCOPES else "members", member),
                ("owned", f"{INSTANCES.get(owner, owner)}.{member}"),
            ],
        }[use]:
            if entry in known[table]:
                shown = {"members": f".{entry}", "events": f'the event "{entry}"'}.get(table, entry)
                yield Fault(file, line, column, shown, known[table][entry])


@functools.cache
def parser() -> quickjs.Object:
    """The function `uses` of uses.js, with its result as JSON."""
    context = quickjs.Context()
    for name in ("acorn.js", "uses.js"):
        context.eval((FOLDER / name).read_text("utf-8"))
    return context.eval("(...given) => JSON.stringify(uses(...given))")
