"""Days that writers note, in whatever zone they are."""

from __future__ import annotations

import datetime


def latest(today: datetime.date) -> datetime.date:
    """The last day that may have begun somewhere on Earth when it is `today` here: what was done on it may be noted."""
    return today + datetime.timedelta(days=1)
