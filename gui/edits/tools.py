"""The buttons under the chosen entry: its commands in sight, each with its key in the tip."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets import IconButton

_ACROSS = 3
_ENTRY = (
    ("reword", "pencil", "Reword"),
    ("pin", "pin", "Pin"),
    ("hide", "hide", "Hide"),
    ("entry-up", "up", "Up"),
    ("entry-down", "down", "Down"),
    ("merge", "merge", "Merge"),
    ("grade", "grade", "Grade"),
    ("reword-place", "place", "Place"),
    ("restore", "undo", "Restore"),
)
_WRITTEN = (("edit-own", "pencil", "Change"), ("remove-own", "trash", "Remove"))


class CommandButton(IconButton):
    """A button that does what a menu entry does, and can do it when that one can."""

    def __init__(self, theme: Theme, action: QAction, picture: str, words: str) -> None:
        super().__init__(theme, picture, "", words)
        self._action, self._words = action, words
        self.setObjectName("tool")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        tip = self._action.text().split("\t")[0].replace("&", "").rstrip("…")
        key = self._action.shortcut().toString()
        self.setEnabled(self._action.isEnabled())
        self.setText("Unpin" if tip == "Unpin" else self._words)
        self.setToolTip(f"{tip} ({key})" if key else tip)
        self.setAccessibleName(tip)


class EntryTools(QWidget):
    """The commands on an entry that the reports tell, or on one that the analyst wrote."""

    def __init__(self, theme: Theme, commands: Mapping[str, QAction], *, written: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setSpacing(6)
        for place, (name, picture, words) in enumerate(_WRITTEN if written else _ENTRY):
            made = CommandButton(theme, commands[name], picture, words)
            grid.addWidget(made, place // _ACROSS, place % _ACROSS)
        for at in range(_ACROSS):
            grid.setColumnStretch(at, 1)
