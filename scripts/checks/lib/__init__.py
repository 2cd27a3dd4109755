"""What rules share: the files they read, their examples, sentences, links, outlines, numbers, tables of patterns."""

from scripts.content import Problem

from .example import EXAMPLE_PATH, MARK, Example, built, data, page
from .source import Built, BuiltSite, File, Loaded, Source, soup

__all__ = [
    "EXAMPLE_PATH", "MARK", "Built", "BuiltSite", "Example", "File", "Loaded", "Problem", "Source", "built", "data",
    "page", "soup",
]  # fmt: skip
