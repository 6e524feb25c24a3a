"""Reads frozen values back from JSON by the types of their fields, and says in words what does not fit."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from briefing.model.report import PartialDate

TAG = "edit"
"""The key that tells which of several kinds of value an object is: "hide", "own-entry"."""

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def tag_of(kind: type) -> str:
    """Return the tag of a kind of value: "own-entry" for OwnEntry."""
    return _CAPITAL.sub("-", kind.__name__).lower()


def read_value(kind: Any, value: Any, where: str, *, lenient: bool = False) -> Any:
    """Return ``value``, as ``json`` gave it, as a value of the type ``kind``.

    ``where`` names it in the message of ValueError, which is raised when it does not fit. ``lenient`` passes over keys
    that are not known, for files that a newer program may have written.
    """
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _read_union(get_args(kind), value, where, lenient=lenient)
    if origin is tuple:
        return _read_tuple(get_args(kind)[0], value, where, lenient=lenient)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _read_enum(kind, value, where)
    if kind in {date, PartialDate}:
        return _read_date(kind, value, where)
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_object(kind, value, where, lenient=lenient)
    return _read_plain(kind, value, where)


_PLAIN_WORDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def _read_plain(kind: Any, value: Any, where: str) -> Any:
    fits = isinstance(value, kind) and not (kind in {int, float} and isinstance(value, bool))
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not fits:
        raise ValueError(f"“{where}” must be {_PLAIN_WORDS[kind]}, not {value!r}")
    return value


def _read_enum(kind: type[Enum], value: Any, where: str) -> Enum:
    try:
        return kind(value)
    except ValueError as error:
        known = ", ".join(str(member.value) for member in kind)
        raise ValueError(f"“{where}” is {value!r}; choose among: {known}") from error


def _read_date(kind: Any, value: Any, where: str) -> Any:
    try:
        return date.fromisoformat(value) if kind is date else PartialDate.parse(value)
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"“{where}” is {value!r}; write a date such as 2024-12-07") from error


def _read_tuple(kind: Any, value: Any, where: str, *, lenient: bool) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"“{where}” must be a list, not {value!r}")  # noqa: TRY004 -- one kind of error for a file
    return tuple(read_value(kind, item, f"{where}[{n}]", lenient=lenient) for n, item in enumerate(value))


def _read_union(kinds: tuple[Any, ...], value: Any, where: str, *, lenient: bool) -> Any:
    if NoneType in kinds:
        rest = tuple(kind for kind in kinds if kind is not NoneType)
        return None if value is None else read_value(rest[0], value, where, lenient=lenient)
    tags = {tag_of(kind): kind for kind in kinds}
    tag = value.get(TAG) if isinstance(value, Mapping) else None
    if tag not in tags:
        raise ValueError(f"“{where}” has the kind {tag!r}; choose among: {', '.join(tags)}")
    kept = {key: item for key, item in value.items() if key != TAG}
    return read_value(tags[tag], kept, where, lenient=lenient)


def _read_object(kind: type, value: Any, where: str, *, lenient: bool) -> Any:
    if not isinstance(value, Mapping):
        raise ValueError(f"“{where}” must be an object, not {value!r}")  # noqa: TRY004 -- one kind of error for a file
    hints = _hints(kind)
    unknown = sorted(set(value) - set(hints))
    if unknown and not lenient:
        raise ValueError(f"“{unknown[0]}” is not known in “{where}”")
    missing = [name for name in _needed(kind) if name not in value]
    if missing:
        raise ValueError(f"“{missing[0]}” is missing in “{where}”")
    read = {
        name: read_value(hint, value[name], name if where == "" else f"{where}.{name}", lenient=lenient)
        for name, hint in hints.items()
        if name in value
    }
    return kind(**read)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _needed(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind) if item.default is MISSING and item.default_factory is MISSING)
