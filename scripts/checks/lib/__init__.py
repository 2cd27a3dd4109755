"""What rules share: the files they read, their examples, sentences, links, outlines, numbers, tables of patterns."""

from scripts.content import Problem

from .elements import elements
from .example import EXAMPLE_PATH, MARK, Example, built, data, facts, navigation, page, safety
from .source import Built, BuiltSite, File, Loaded, Source

__all__ = [
    "EXAMPLE_PATH", "MARK", "Built", "BuiltSite", "Example", "File", "Loaded", "Problem", "Source", "built", "data",
    "elements", "facts", "navigation", "page", "safety",
]  # fmt: skip
