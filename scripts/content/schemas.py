"""JSON schemas of the data files, from the models themselves: editors complete and underline by them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from .data import Bilingual, Entry, Languages, Links, Navigation, Picture, Redirects, SafetyId, SearchSettings, Slug, Terms
from .facts import KEY, Fact

MODELS: dict[str, Any] = {
    "glossary": dict[Slug, list[Entry]],
    "languages": Languages,
    "links": Links,
    "navigation": Navigation,
    "pictures": dict[Slug, Picture],
    "redirects": Redirects,
    "safety": dict[SafetyId, Bilingual],
    "search": SearchSettings,
    "terms": Terms,
}


def schemas() -> dict[str, str]:
    """The text of docs/_data/schemas/<name>.json, by name."""
    found = {name: _schema(model) for name, model in MODELS.items()}
    found["facts"] = _facts()
    return {name: json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n" for name, schema in sorted(found.items())}


def _schema(model: Any) -> dict[str, Any]:
    if isinstance(model, type) and issubclass(model, BaseModel):
        return model.model_json_schema()
    return TypeAdapter(model).json_schema()


def _facts() -> dict[str, Any]:
    """Groups within groups: a mapping that holds "kind" is a fact, any other is a group."""
    fact = Fact.model_json_schema()
    definitions = fact.pop("$defs")
    either = {"if": {"required": ["kind"]}, "then": {"$ref": "#/$defs/Fact"}, "else": {"$ref": "#/$defs/Group"}}
    group = {"type": "object", "patternProperties": {f"^{KEY.pattern}$": either}, "additionalProperties": False}
    return {"$defs": {**definitions, "Fact": fact, "Group": group}, "$ref": "#/$defs/Group"}
