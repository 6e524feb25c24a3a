"""The line in the details that says with which earlier issue the briefing is compared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from briefing.model.issue import PreviousIssue
from briefing.model.request import BriefingRequest
from gui import actions
from gui.desk import Desk
from gui.issues import issue_words
from gui.outline.settings import is_above
from gui.reading import Words
from gui.widgets import button, column, row


class ComparisonLine(QFrame):
    """Says what the changes are told against, with Compare…, Change… and Remove."""

    compare_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("card")
        self.words = Words("", "muted")
        self.change = button("Compare…", self.compare_wanted.emit)
        self.change.setToolTip(
            "Tell the changes since an earlier issue: from its .json file, or the last of the series"
        )
        self.remove = button("Remove", self._remove)
        self.remove.setToolTip("Compare with no earlier issue")
        body = column(self.words, spacing=7, margins=(10, 8, 10, 9))
        body.addLayout(row(self.change, self.remove, 0))
        self.setLayout(body)
        desk.choices_changed.connect(self._follow)
        desk.previewed.connect(self._follow)
        self._follow()

    def _remove(self) -> None:
        actions.compare_with_none(self._desk)

    def _follow(self, _preview: object = None) -> None:
        wanted = self._desk.choices.comparison
        earlier = self._desk.preview.earlier if self._desk.preview else None
        compared = bool(earlier and (earlier.issue or earlier.problem)) and wanted.on
        self.words.set_words(self._tell())
        self.change.setText("Change…" if compared else "Compare…")
        self.remove.setVisible(compared or bool(wanted.file))

    def _tell(self) -> str:
        request, wanted = self._desk.choices.request, self._desk.choices.comparison
        earlier = self._desk.preview.earlier if self._desk.preview else None
        if earlier and earlier.problem:
            return earlier.problem
        if not wanted.on:
            return "Not compared with an earlier issue."
        if earlier and earlier.issue:
            return _compared_words(earlier.issue, request.ceiling)
        return _uncompared_words(request)


def _compared_words(issue: PreviousIssue, ceiling: str) -> str:
    if is_above(issue.marking, ceiling):
        return f"Not compared: {issue_words(issue)}, is marked {issue.marking}, above the ceiling."
    return f"Compared with {issue_words(issue)}"


def _uncompared_words(request: BriefingRequest) -> str:
    if not request.series:
        return "Name a series, and the next issue is compared with this one by itself."
    if not request.number:
        return "Give this issue a number: the next one is told from it by that."
    return f"No earlier issue of “{request.series}” is kept. This one is, when you export it."
