"""Choosing a house style: asks for the file, has it checked, and shows the findings before it is used."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing import workflow
from briefing.model.house_style import HouseCheck
from gui import actions
from gui.background import Job
from gui.dialogs.house_style import HouseStyleDialog

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class HouseStyles(QObject):
    """Asks for a Word file and takes only one that can be used."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._path = ""
        window.outline.details.house.house_wanted.connect(self.ask)

    def ask(self) -> None:
        """Ask for the file."""
        self._window.outside.ask_house_style(self._window, self.check)

    def check(self, path: str) -> None:
        """Check a file and show what was found."""
        self._path = path

        def work(_job: Job) -> HouseCheck:
            return workflow.check_house_style(path)

        self._window.desk.lane.start(
            "Checking the house style", work, then=self._show, otherwise=self._failed, kind="house"
        )

    def _show(self, found: HouseCheck) -> None:
        dialog = HouseStyleDialog(found, self._window)
        dialog.used.connect(self._use)
        dialog.other_wanted.connect(self.ask)
        dialog.sample_wanted.connect(self._ask_sample)
        self._window.open_dialog(dialog)

    def _use(self) -> None:
        actions.set_house_style(self._window.desk, str(Path(self._path).absolute()))

    def _ask_sample(self) -> None:
        self._window.outside.ask_word_file(self._window, "house-style-sample.docx", self._write_sample)

    def _write_sample(self, target: str) -> None:
        path = self._path

        def work(_job: Job) -> Path:
            return workflow.write_house_sample(path, target)

        self._window.desk.lane.start(
            "Writing the sample", work, then=self._written, otherwise=self._failed, kind="house"
        )

    def _written(self, path: Path) -> None:
        self._window.desk.said.emit(f"The sample is written: {path.name}")
        self._window.outside.open_file(path)

    def _failed(self, error: Exception) -> None:
        self._window.desk.failed.emit("The house style is not used", f"{error} What was open is unchanged.")
