"""Reads labelled files: one JSON object a line, with the keys that a form needs; other keys are passed over."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]


class LabelledFileError(Exception):
    """A file of labels cannot be scored; the message says in one sentence why and what to do."""


def read_records(path: Path, needed: Iterable[str]) -> list[Record]:
    """Return the records of a labelled file; each has the ``needed`` keys, and empty lines are left out."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelledFileError(f"“{path.name}” cannot be read as text in UTF-8: {error}.") from error
    wanted = tuple(needed)
    # Only line feeds end a record: JSON may hold other line separators inside its strings.
    records = [_record(path, number, line, wanted) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not records:
        raise LabelledFileError(f"“{path.name}” holds no record; give a file with one JSON object a line.")
    return records


def _record(path: Path, number: int, line: str, needed: tuple[str, ...]) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise LabelledFileError(f"“{path.name}” line {number} is no JSON; give one JSON object a line.") from error
    if not isinstance(record, dict):
        raise LabelledFileError(f"“{path.name}” line {number} is no JSON object; give one JSON object a line.")
    missing = [key for key in needed if record.get(key) is None]
    if missing:
        named = ", ".join(f"“{key}”" for key in missing)
        raise LabelledFileError(f"“{path.name}” line {number} lacks {named}; this task needs these keys.")
    return record
