"""What is open and what is chosen, with undo, and how it outlives the program; nothing here knows Qt."""

import json
import os
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError, RequestError
from briefing.model.json_form import read_request, write_request
from briefing.model.request import BriefingRequest
from gui.issues import Comparison

SCHEMA = 1
FILE_NAME = "desktop.json"
_UNDO_DEPTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything that undo brings back.

    ``listed`` are the ids of the reports in the list, in its order; ``unused`` those without a tick; ``removed`` those
    that were taken off and stay off when their file is read again. ``problems`` are the files that could not be read.
    ``request`` is what the analyst chose beside the reports; its own ``reports`` stay empty here. ``comparison`` says
    with which earlier issue it is compared.
    """

    request: BriefingRequest = field(default_factory=BriefingRequest)
    listed: tuple[str, ...] = ()
    unused: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    problems: tuple[str, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)

    @property
    def used(self) -> tuple[str, ...]:
        """Return the ids of the ticked reports, in the order of the list."""
        return tuple(item for item in self.listed if item not in self.unused)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the window looked: undo does not touch it. ``zoom`` 0 fits the width, -1 the whole page."""

    theme: str = "system"
    geometry: str = ""
    columns: tuple[int, ...] = ()
    zoom: float = 0.0
    evidence: bool = True
    reports: bool = True
    details: bool = False
    details_open: tuple[str, ...] = ("title", "marking")
    welcome: bool = True
    export_folder: str = ""
    export_formats: tuple[str, ...] = ("pdf", "docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What the last run left: ``paths`` are the files to read again; ``first_run`` is true when there was none."""

    choices: Choices = field(default_factory=Choices)
    view: View = field(default_factory=View)
    paths: tuple[str, ...] = ()
    first_run: bool = False
    damaged: str = ""


class History:
    """The choices now, before and after, each change with the words that the Edit menu shows."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self._before: list[tuple[str, Choices]] = []
        self._after: list[tuple[str, Choices]] = []

    @property
    def undo_words(self) -> str:
        """Say what undo would take back, or "" when there is nothing."""
        return self._before[-1][0] if self._before else ""

    @property
    def redo_words(self) -> str:
        """Say what redo would do again, or "" when there is nothing."""
        return self._after[-1][0] if self._after else ""

    def change(self, choices: Choices, words: str, *, merge: bool = False) -> bool:
        """Take a new state; ``merge`` folds it into the step before when that has the same words (typing)."""
        if choices == self.choices:
            return False
        if not (merge and self._before and self.undo_words == words and not self._after):
            self._before.append((words, self.choices))
            del self._before[:-_UNDO_DEPTH]
        self._after.clear()
        self.choices = choices
        return True

    def adopt(self, choices: Choices) -> None:
        """Take a state that is no step of the analyst, such as what was read at the start."""
        self.choices = choices

    def undo(self) -> bool:
        """Go one step back, if there is one."""
        return self._step(self._before, self._after)

    def redo(self) -> bool:
        """Go one step forward, if there is one."""
        return self._step(self._after, self._before)

    def _step(self, source: list[tuple[str, Choices]], target: list[tuple[str, Choices]]) -> bool:
        if not source:
            return False
        words, choices = source.pop()
        target.append((words, self.choices))
        self.choices = choices
        return True


def save_session(folder: Path, choices: Choices, view: View, paths: tuple[str, ...]) -> None:
    """Write the session by temporary file and rename, so that a crash leaves the old one; raises OSError."""
    body = {
        "schema": SCHEMA,
        "paths": list(paths),
        "request": json.loads(write_request(choices.request)),
        "listed": list(choices.listed),
        "unused": sorted(choices.unused),
        "removed": sorted(choices.removed),
        "comparison": {"file": choices.comparison.file, "on": choices.comparison.on},
        "view": {name: getattr(view, name) for name in View.__dataclass_fields__},
    }
    write_whole(folder / FILE_NAME, json.dumps(body, ensure_ascii=False, indent=1) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that it is either the old one or the new one, never half; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def load_session(folder: Path) -> Saved:
    """Read what the last run left; a damaged file is put aside, and ``damaged`` says so in a sentence."""
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Saved(first_run=True)
    except (OSError, UnicodeDecodeError) as error:
        return _damaged(path, error)
    try:
        return _saved(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, BriefingError) as error:
        return _damaged(path, error)


def _damaged(path: Path, error: Exception) -> Saved:
    kept = path.with_suffix(".damaged.json")
    words = f"What was open could not be restored ({error})."
    try:
        path.replace(kept)
    except OSError:
        return Saved(damaged=words)
    return Saved(damaged=f"{words} The old file is kept as {kept}.")


def _saved(data: dict[str, Any]) -> Saved:
    if data["schema"] != SCHEMA:
        raise RequestError(f"It was written by another version (schema {data['schema']!r}).")
    choices = Choices(
        request=read_request(json.dumps(data["request"]), name=FILE_NAME),
        listed=_texts(data["listed"]),
        unused=frozenset(_texts(data["unused"])),
        removed=frozenset(_texts(data["removed"])),
        comparison=_comparison(data.get("comparison", {})),
    )
    return Saved(choices=choices, view=_view(data["view"]), paths=_texts(data["paths"]))


def _comparison(data: dict[str, Any]) -> Comparison:
    return Comparison(file=str(data.get("file", "")), on=bool(data.get("on", True)))


def _texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(f"{values!r} is not a list of texts")
    return tuple(values)


def _view(data: dict[str, Any]) -> View:
    default = View()
    known: dict[str, Any] = {}
    for name in View.__dataclass_fields__:
        value, model = data.get(name), getattr(default, name)
        if isinstance(model, tuple) and isinstance(value, list):
            known[name] = tuple(value)
        elif type(value) is type(model) or (isinstance(model, float) and isinstance(value, int)):
            known[name] = value
    return replace(default, **known)
