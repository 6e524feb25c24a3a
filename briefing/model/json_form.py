"""The JSON form of values: what is written can be read back, and an older program says so when it cannot."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args

from briefing.errors import RequestError
from briefing.model.edits import Edit
from briefing.model.json_reading import TAG, read_value, tag_of
from briefing.model.report import PartialDate
from briefing.model.request import BriefingRequest

REQUEST_SCHEMA = 1

_EDITS = get_args(Edit)


def plain(value: Any) -> Any:
    """Turn a value of the model into what ``json`` can write: objects, lists, texts and numbers."""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        tag = {TAG: tag_of(type(value))} if isinstance(value, _EDITS) else {}
        return tag | {field.name: plain(getattr(value, field.name)) for field in fields(value)}
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
    except ValueError as error:
        raise RequestError(f"{name} holds a value that does not fit: {error}. Correct it or save it again.") from error


def _request(data: Mapping[str, Any]) -> BriefingRequest:
    known = {field.name for field in fields(BriefingRequest)} | {"schema", "kind"}
    unknown = sorted(set(data) - known)
    if unknown:
        raise ValueError(f"“{unknown[0]}” is not a choice")
    choices = {key: value for key, value in data.items() if key not in {"schema", "kind"}}
    request: BriefingRequest = read_value(BriefingRequest, choices, "")
    for section in request.sections:
        if section.limit is not None and section.limit < 1:
            raise ValueError(f"the limit {section.limit!r} of a section must be a whole number from 1")
    return request
