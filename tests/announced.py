"""Announcements around a moment of the tests' own."""

from __future__ import annotations

import datetime
from pathlib import Path

NOON = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)

ENTRY = """---
title: "{title} <b>&</b> “more”"
description: {title}, described.
level: {level}
starts: {starts}
ends: {ends}
---

Read [how to wait](../deposits/deposit-not-arrived.md#check) & do not pay.
"""

# name: level, begins and ends in hours from noon
ANNOUNCED = {"over": ("notice", -5, -1), "now": ("urgent", -2, 2), "later": ("notice", 3, 4)}


def announce(docs: Path) -> None:
    for name, (level, starts, ends) in ANNOUNCED.items():
        for code in ("zh", "en"):
            text = ENTRY.format(title=name, level=level, starts=NOON + starts * HOUR, ends=NOON + ends * HOUR)
            (docs / code / "announcements" / f"2026-11-23-{name}.md").write_text(text, "utf-8")
