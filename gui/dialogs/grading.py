"""The form for a grade: of a source, A to F, or of what an entry says, 1 to 6, always with a reason."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.forms import Form, Grades, TextField, caption
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import PictureLabel, frame, label, row


class GradeDialog(Form):
    """Asks for a grade and a reason; ``graded`` carries both. A suggestion is only told, never chosen."""

    graded = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        about: str,
        meanings: Mapping[str, str],
        parent: QWidget,
        *,
        chosen: str = "",
        reason: str = "",
        suggestion: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(title, "Save the grade", parent, (520, 470))
        self.grades = Grades(meanings, chosen)
        self.reason = TextField(reason, "Reason for the grade", lines=2)
        self.suggestion = Words(suggestion)
        self.body.addWidget(Words(about, "heading"))
        if suggestion:
            line = row(spacing=9, margins=(11, 8, 11, 8))
            line.addWidget(PictureLabel(theme, "info", "accent"))
            line.addWidget(self.suggestion, 1)
            self.body.addWidget(frame("tint", line))
        self.body.addWidget(self.grades)
        self.body.addSpacing(4)
        self.body.addWidget(caption("Reason", self.reason))
        self.body.addWidget(self.reason)
        if hint:
            self.body.addWidget(label(hint, "muted", wrap=True))
        self.body.addStretch(1)
        self.grades.changed.connect(self._follow)
        self.reason.textChanged.connect(self._follow)
        self.accepted.connect(self._send)
        self._follow()
        first = self.grades.buttons.get(chosen) or next(iter(self.grades.buttons.values()))
        first.setFocus()

    def _follow(self) -> None:
        if not self.grades.chosen():
            self.allow("Choose a grade.")
        else:
            self.allow("" if self.reason.words() else "A grade needs a reason.")

    def _send(self) -> None:
        self.graded.emit(self.grades.chosen(), self.reason.words())
