"""The JSON form of values: what is written can be read back, and an older program says so when it cannot."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from briefing.errors import RequestError
from briefing.model.document import PageSize
from briefing.model.report import PartialDate
from briefing.model.request import BriefingRequest, ReportChoice, SectionChoice, SectionId

REQUEST_SCHEMA = 1

_DATES = ("as_of", "period_start", "period_end")
_TEXTS = ("template", "title", "area", "tlp", "number", "unit", "author", "name")


def plain(value: Any) -> Any:
    """Turn a value of the model into what ``json`` can write: objects, lists, texts and numbers."""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def write_request(request: BriefingRequest) -> str:
    """Write a request as JSON text that ends with a newline."""
    body = {"schema": REQUEST_SCHEMA, "kind": "briefing-request", **plain(request)}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def read_request(text: str, *, name: str = "The request") -> BriefingRequest:
    """Read a request from JSON text; raises RequestError with ``name`` in its sentence when it is not one."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise RequestError(f"{name} is not valid JSON ({error}). Save the choices again from the program.") from error
    if not isinstance(data, dict) or data.get("kind") != "briefing-request":
        raise RequestError(f"{name} is not a file of briefing choices: its “kind” is not “briefing-request”.")
    if data.get("schema") != REQUEST_SCHEMA:
        raise RequestError(
            f"{name} has schema {data.get('schema')!r}; this version reads schema {REQUEST_SCHEMA}. "
            "Open it with the version that wrote it, or save the choices again."
        )
    try:
        return _request(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RequestError(f"{name} holds a value that does not fit: {error}. Correct it or save it again.") from error


def _request(data: Mapping[str, Any]) -> BriefingRequest:
    known = {field.name for field in fields(BriefingRequest)} | {"schema", "kind"}
    unknown = sorted(set(data) - known)
    if unknown:
        raise ValueError(f"“{unknown[0]}” is not a choice")
    values: dict[str, Any] = {key: _text(data, key) for key in _TEXTS if key in data}
    values |= {key: date.fromisoformat(data[key]) for key in _DATES if data.get(key)}
    values["reports"] = tuple(
        ReportChoice(id=_text(item, "id"), origin=_text(item, "origin")) for item in data.get("reports", ())
    )
    values["sections"] = tuple(_section(item) for item in data.get("sections", ()))
    values["page_size"] = PageSize(data.get("page_size", PageSize.A4.value))
    return BriefingRequest(**values)


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data[key]
    if not isinstance(value, str):
        raise TypeError(f"“{key}” must be a text, not {value!r}")
    return value


def _section(item: Mapping[str, Any]) -> SectionChoice:
    title, limit = item.get("title"), item.get("limit")
    if title is not None and not isinstance(title, str):
        raise TypeError(f"the title {title!r} of a section must be a text")
    if limit is not None and (not isinstance(limit, int) or isinstance(limit, bool) or limit < 1):
        raise TypeError(f"the limit {limit!r} of a section must be a whole number from 1")
    return SectionChoice(id=SectionId(item["id"]), on=bool(item.get("on", True)), title=title, limit=limit)
