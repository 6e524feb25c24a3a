"""The forms for grades: of what an entry says, and of a source."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.model.briefing import Entry
from briefing.model.edits import GradeEntry, GradeSource
from briefing.workflow import list_meanings
from gui.dialogs.grading import GradeDialog
from gui.edits import steps
from gui.edits.binding import last_on
from gui.words import sentence

if TYPE_CHECKING:
    from gui.edits.editor import Editor
    from gui.main_window import MainWindow

_KEPT = "The grade is remembered: the next briefing begins with it."


def suggestion_words(entry: Entry) -> str:
    """Say which credibility the corroboration suggests, and why; "" where it suggests none."""
    if not entry.suggested_credibility:
        return ""
    return f"Suggested: {entry.suggested_credibility}, {entry.suggestion_reason.removeprefix('Suggested ')}"


class Grading(QObject):
    """Opens the forms and takes their answers."""

    def __init__(self, window: "MainWindow", editor: "Editor") -> None:
        super().__init__(editor)
        self._window, self._desk, self._editor = window, window.desk, editor

    def grade_entry(self) -> None:
        """Ask for the credibility of what the chosen entry says."""
        briefing, entry = self._editor.briefing, self._editor.entry
        if briefing is None or entry is None:
            return
        before = last_on(steps.edits_of(self._desk), GradeEntry, entry)
        known = before if isinstance(before, GradeEntry) else None
        form = GradeDialog(
            self._window.theme,
            "Grade what it says",
            sentence(entry.text),
            list_meanings("credibility"),
            self._window,
            chosen=str(known.credibility) if known else "",
            reason=known.reason if known else "",
            suggestion=suggestion_words(entry),
        )

        def save(grade: str, reason: str) -> None:
            steps.grade_entry(self._desk, briefing, entry, int(grade), reason)

        form.graded.connect(save)
        self._editor.open(form)

    def grade_source(self, name: str) -> None:
        """Ask for the reliability of a source, by its name in the register."""
        edits = steps.edits_of(self._desk)
        known = next((edit for edit in edits if isinstance(edit, GradeSource) and edit.source == name), None)
        form = GradeDialog(
            self._window.theme,
            "Grade this source",
            name,
            list_meanings("reliability"),
            self._window,
            chosen=known.reliability if known else "",
            reason=known.reason if known else "",
            hint=_KEPT,
        )

        def save(grade: str, reason: str) -> None:
            steps.grade_source(self._desk, name, grade, reason)

        form.graded.connect(save)
        self._editor.open(form)
