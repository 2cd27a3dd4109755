"""JSON schemas of the data files, from the models themselves: editors complete and underline by them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from .data import (
    Coverage,
    Glossary,
    Languages,
    Links,
    Navigation,
    Pictures,
    Redirects,
    Safety,
    SearchSettings,
    Statements,
    Terms,
)
from .facts import KEY, Fact
from .networks import Networks

MODELS: dict[str, type[BaseModel]] = {
    "coverage": Coverage,
    "glossary": Glossary,
    "languages": Languages,
    "links": Links,
    "navigation": Navigation,
    "networks": Networks,
    "pictures": Pictures,
    "redirects": Redirects,
    "safety": Safety,
    "search": SearchSettings,
    "source-facts": Statements,
    "terms": Terms,
}


def schemas() -> dict[str, str]:
    """The text of docs/_data/schemas/<name>.json, by name."""
    found = {name: model.model_json_schema() for name, model in MODELS.items()} | {"facts": _facts()}
    return {name: _text(schema) for name, schema in sorted(found.items())}


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _facts() -> dict[str, Any]:
    """Groups within groups: a mapping that holds "kind" is a fact, any other is a group."""
    fact = Fact.model_json_schema()
    definitions = fact.pop("$defs")
    either = {"if": {"required": ["kind"]}, "then": {"$ref": "#/$defs/Fact"}, "else": {"$ref": "#/$defs/Group"}}
    group = {"type": "object", "patternProperties": {f"^{KEY.pattern}$": either}, "additionalProperties": False}
    return {"$defs": {**definitions, "Fact": fact, "Group": group}, "$ref": "#/$defs/Group"}
