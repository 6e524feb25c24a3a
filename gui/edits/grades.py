"""The grades of sources that the analyst's library remembers from one briefing to the next."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.model.edits import GradeSource
from briefing.model.request import BriefingRequest
from briefing.workflow import open_library, with_known_grades
from gui.desk import Desk


def start_request(desk: Desk) -> BriefingRequest:
    """Return the request that a new briefing begins with: the grades that are remembered, and nothing else."""
    try:
        with open_library(desk.folder) as library:
            return with_known_grades(BriefingRequest(), library)
    except BriefingError as error:
        desk.said.emit(f"The grades of sources could not be read: {error}")
        return BriefingRequest()


class KeptGrades(QObject):
    """Writes each grade into the library, and takes it out when the analyst takes the grade back.

    A step that changes other things too, such as opening saved choices, is none of grading: it leaves the library.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before = desk.choices.request
        desk.choices_changed.connect(self._follow)

    def _follow(self) -> None:
        before, now = self._before, self._desk.choices.request
        self._before = now
        old, new = _grades(before), _grades(now)
        if old == new or _ungraded(before) != _ungraded(now):
            return
        kept = tuple(grade for name, grade in new.items() if old.get(name) != grade)
        gone = tuple(name for name in old if name not in new)
        self._desk.remember(partial(_write, self._desk.folder, kept, gone), "Remembering the grade")


def _grades(request: BriefingRequest) -> dict[str, GradeSource]:
    return {edit.source: edit for edit in request.edits if isinstance(edit, GradeSource)}


def _ungraded(request: BriefingRequest) -> BriefingRequest:
    return replace(request, edits=tuple(edit for edit in request.edits if not isinstance(edit, GradeSource)))


def _write(folder: Path, kept: tuple[GradeSource, ...], gone: tuple[str, ...]) -> None:
    with open_library(folder) as library:
        for grade in kept:
            library.keep_grade(grade)
        for name in gone:
            library.forget_grade(name)
