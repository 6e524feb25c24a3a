"""The line in the details that says whose house style the Word file has."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from gui import actions
from gui.desk import Desk
from gui.reading import Words
from gui.widgets import button, column, row


class HouseLine(QFrame):
    """Says which Word file gives the look, with Choose…, Change… and Remove."""

    house_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("card")
        self.words = Words("", "muted")
        self.change = button("House style…", self.house_wanted.emit)
        self.change.setToolTip(
            "Take styles, header, footer, logo and page of the Word file from a letterhead or template of your own"
        )
        self.remove = button("Remove", self._remove)
        self.remove.setToolTip("Give the Word file the look of the program again")
        body = column(self.words, spacing=7, margins=(10, 8, 10, 9))
        body.addLayout(row(self.change, self.remove, 0))
        self.setLayout(body)
        desk.choices_changed.connect(self._follow)
        self._follow()

    def _remove(self) -> None:
        actions.set_house_style(self._desk, "")

    def _follow(self) -> None:
        path = self._desk.choices.request.house_style
        self.words.set_words(f"Word file in the house style of {Path(path).name}" if path else "Word file in our look.")
        self.remove.setVisible(bool(path))
