"""The JSON Schema of the JSON writer, made from the types of the model so that the two cannot disagree."""

import inspect
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefing.model.briefing import Briefing, Citation, LedgerRow
from briefing.model.json_reading import TAG, tag_of
from briefing.model.report import PartialDate, Report
from briefing.writers.json import REPORT_KEYS, SCHEMA, TOP_LEVEL

_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PARTIAL = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_PLAIN: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "pattern": _DAY},
    PartialDate: {"type": "string", "pattern": _PARTIAL, "description": "2024-12-07, 2024-12 or 2024"},
}
_PASSAGE: dict[str, dict[str, Any]] = {
    "report": {"type": "string"},
    "origin": {"type": "string", "description": "The file or address that the report was read from."},
    "start": {"type": "integer", "description": "Offset in characters of the text of the report."},
    "end": {"type": "integer", "description": "Offset of the first character behind the passage."},
    "quote": {"type": "string", "description": "The exact words of the passage."},
}
# The fields of a sentence of the ledger that are told as a passage.
_OFFSETS = frozenset({"report_id", "start", "end", "quote"})


def build_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what ``render_json`` writes."""
    definitions: dict[str, Any] = {}
    hints = get_type_hints(Briefing)
    properties: dict[str, Any] = {"schema": {"const": SCHEMA}, "kind": {"const": "briefing"}}
    for key, name in TOP_LEVEL.items():
        properties[key] = _of(hints[name], definitions)
    partial = _of(PartialDate | None, definitions)
    properties["period"] = _object({"start": partial, "end": partial})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Situation briefing, schema {SCHEMA}",
        "description": "What `briefing generate --format json` writes. The number in “schema” rises when a reader of "
        "the earlier form would misread it; new members may be added within a number.",
        **_object(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _object(properties: Mapping[str, Any], description: str = "") -> dict[str, Any]:
    form = {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": dict(properties),
    }
    return {"description": description, **form} if description else form


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(kind)
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if origin in {Union, UnionType}:
        return _any_of(get_args(kind), definitions)
    if origin is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return _defined(kind, definitions)


def _any_of(kinds: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if NoneType in kinds:
        rest = next(kind for kind in kinds if kind is not NoneType)
        return {"anyOf": [_of(rest, definitions), {"type": "null"}]}
    return {"anyOf": [_defined(kind, definitions, tagged=True) for kind in kinds]}


def _defined(kind: type, definitions: dict[str, Any], *, tagged: bool = False) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # a value may hold values of its own kind
        properties = _properties(kind, definitions)
        if tagged:
            properties = {TAG: {"const": tag_of(kind)}, **properties}
        definitions[name] = _object(properties, (inspect.getdoc(kind) or "").split("\n")[0])
    return {"$ref": f"#/$defs/{name}"}


def _properties(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    if kind is Report:
        return {**{key: _of(hints[key], definitions) for key in REPORT_KEYS}, "characters": {"type": "integer"}}
    if kind is LedgerRow:
        return {**_PASSAGE, **{name: _of(hints[name], definitions) for name in hints if name not in _OFFSETS}}
    assert is_dataclass(kind)
    told = {"span", "quote"} if kind is Citation else frozenset()
    own = {item.name: _of(hints[item.name], definitions) for item in fields(kind) if item.name not in told}
    return {**own, **_PASSAGE} if told else own
