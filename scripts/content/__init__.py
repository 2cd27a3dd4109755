"""The content model: everything under docs/, read once, typed and validated.

    content = load(Path("docs"), today)

Imports nothing else of ours. Whatever is wrong is raised as one ContentError that names every place.
"""

from .data import Language, Section
from .facts import Fact
from .load import load
from .model import Content
from .pages import Announcement, Article, Page
from .problems import ContentError, Problem

__all__ = [
    "Announcement",
    "Article",
    "Content",
    "ContentError",
    "Fact",
    "Language",
    "Page",
    "Problem",
    "Section",
    "load",
]
