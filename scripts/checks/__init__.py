"""Checks on content that can be built but should not be published.

    report = check(read(Path("docs"), today))

rules/ holds one rule a module, by family; lib/ what they share. lib/rule.py says what a rule is.
"""

from .check import check, fix
from .lib.source import Loaded, Source, read, read_foreign
from .report import FORMATS, Finding, Report
from .rules import RULES
from .rules.loading import Loading

__all__ = [
    "FORMATS", "RULES", "Finding", "Loaded", "Loading", "Report", "Source", "check", "fix", "read", "read_foreign",
]  # fmt: skip
