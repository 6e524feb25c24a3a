"""From the wish to compare with an earlier issue to the choice, with the file read beside the window first."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing import workflow
from briefing.model.issue import PreviousIssue
from gui import actions
from gui.background import Job
from gui.dialogs.compare import CompareDialog
from gui.issues import Comparison, next_number

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Comparing(QObject):
    """Asks with what to compare, and takes only what can be read."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wanted = Comparison()

    def ask(self) -> None:
        """Open the dialog."""
        window = self._window
        dialog = CompareDialog(window.desk, window.outside, window)
        dialog.chosen.connect(self.take)
        window.open_dialog(dialog)

    def begin_next(self) -> None:
        """Begin the next issue of the series, or ask for what tells one issue from the next."""
        desk = self._window.desk
        request = desk.choices.request
        if request.series and next_number(request.number):
            actions.begin_next_issue(desk)
            desk.said.emit(f"This is now No. {desk.choices.request.number} of “{request.series}”")
            return
        self._window.outline.ask_for("number" if request.series else "series")
        words = "Name the series and the number of this issue first; the next one is told from it by them."
        desk.failed.emit("There is no next issue yet", words)

    def take(self, wanted: Comparison) -> None:
        """Compare with what is wanted; a file that is no earlier issue is told, and nothing changes."""
        if not wanted.file:
            actions.compare_with(self._window.desk, wanted)
            return
        self._wanted = wanted

        def work(_job: Job) -> PreviousIssue:
            return workflow.load_issue(Path(wanted.file))

        words = "Reading the earlier issue"
        self._window.desk.lane.start(words, work, then=self._read, otherwise=self._failed, kind="issue")

    def _read(self, _issue: PreviousIssue) -> None:
        actions.compare_with(self._window.desk, self._wanted)

    def _failed(self, error: Exception) -> None:
        self._window.desk.failed.emit("The briefing is not compared with it", f"{error} What was open is unchanged.")
