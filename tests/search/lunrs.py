"""lunr's own index, to which ours is held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lunr.builder import Builder

from scripts.search.index import BOOST, K1, B, Document


def lunrs_index(documents: Iterable[Document]) -> dict[str, Any]:
    """The documents as lunr indexes them, serialised; the number of a document is its reference."""
    builder = Builder()
    builder.ref("ref")
    builder.field("text")
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    builder.b(B)
    builder.k1(K1)
    for number, document in enumerate(documents):
        builder.add({"ref": str(number), "text": document.tokens}, {"boost": BOOST[document.kind]})
    return builder.build().serialize()
