"""The dialog that asks with which earlier issue the briefing is compared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.dialogs.outside import Outside
from gui.issues import Comparison, issue_words
from gui.reading import Words
from gui.widgets import button, column, frame, label, row
from gui.words import short_path

_WIDTH = 540


class CompareDialog(QDialog):
    """Offers the last issue of the series, a file, or none; ``chosen`` carries the answer."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, outside: Outside, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._outside = desk, outside
        self.setWindowTitle("Compare with an earlier issue")
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self.last = QRadioButton("The last issue of the series")
        self.file = QRadioButton("The .json file of an exported briefing")
        self.none = QRadioButton("None")
        self.browse = button("Browse…", self._browse)
        self._group = QButtonGroup(self)
        self._path = desk.choices.comparison.file
        self._path_words = Words("", "muted")
        body = self._build()
        self._preset()
        self._follow()
        self._group.buttonToggled.connect(self._follow)
        self.resize(_WIDTH, body.totalHeightForWidth(_WIDTH))

    def _build(self) -> QVBoxLayout:
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(10)
        body.addWidget(label("Compare with an earlier issue", "title"))
        words = (
            "“Changes since the last issue” tells what is new, changed, corrected or no longer supported since then."
        )
        body.addWidget(label(words, "muted", wrap=True))
        for choice in (self.last, self.file, self.none):
            self._group.addButton(choice)
            choice.setAccessibleName(choice.text())
        body.addWidget(frame("card", _card(self.last, Words(self._last_words(), "muted"))))
        of_file = _card(self.file, self._path_words)
        of_file.addLayout(row(self.browse, 0, margins=(24, 2, 0, 0)))
        body.addWidget(frame("card", of_file))
        body.addWidget(frame("card", _card(self.none)))
        self.cancel = button("Cancel", self.reject)
        self.compare = button("Compare", self._choose, primary=True)
        self.compare.setDefault(True)
        body.addSpacing(4)
        body.addLayout(row(0, self.cancel, self.compare, spacing=10))
        return body

    def _last_words(self) -> str:
        series = self._desk.choices.request.series
        earlier = self._desk.preview.earlier if self._desk.preview else None
        if not series:
            return "Name the series in the details first."
        if earlier is None or earlier.last is None:
            return f"No earlier issue of “{series}” is kept yet; an issue is kept when it is exported."
        return f"“{series}”, {issue_words(earlier.last)}"

    def _preset(self) -> None:
        wanted = self._desk.choices.comparison
        self.last.setEnabled(bool(self._desk.choices.request.series))
        if not wanted.on:
            self.none.setChecked(True)
        elif wanted.file or not self.last.isEnabled():
            self.file.setChecked(True)
        else:
            self.last.setChecked(True)

    def _follow(self) -> None:
        self._path_words.set_words(short_path(self._path) if self._path else "No file is chosen.")
        self.compare.setEnabled(not self.file.isChecked() or bool(self._path))

    def _browse(self) -> None:
        self._outside.ask_issue(self, self._take)

    def _take(self, path: str) -> None:
        self._path = path
        self.file.setChecked(True)
        self._follow()

    def _choose(self) -> None:
        file = self._path if self.file.isChecked() else ""
        self.chosen.emit(Comparison(file=file, on=not self.none.isChecked()))
        self.accept()


def _card(choice: QRadioButton, words: Words | None = None) -> QVBoxLayout:
    body = column(choice, spacing=3, margins=(12, 9, 12, 9))
    if words is not None:
        body.addLayout(row(words, margins=(24, 0, 0, 0)))
    return body
