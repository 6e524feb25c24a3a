"""The dialog that shows what was found in a Word file before it becomes the house style."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from briefing.model.house_style import HouseCheck
from gui.dialogs.specimen import Specimen
from gui.reading import Words
from gui.widgets import button, column, frame, label, row

_WIDTH = 760


class HouseStyleDialog(QDialog):
    """Findings in plain words beside a specimen; ``used`` takes the file, ``sample_wanted`` asks for a Word file."""

    used = Signal()
    other_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, check: HouseCheck, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("House style")
        self.setModal(True)
        self.findings = [
            Words(f"{found.sentence} {found.remedy}".strip(), "bad" if found.stops else "") for found in check.findings
        ]
        self.verdict = label(f"{check.name} {'can' if check.usable else 'cannot'} be used", "title", wrap=True)
        self.specimen = Specimen(check) if check.usable else None
        self.other = button("Other file…", self._ask_other)
        self.sample = button("Write a sample…", self.sample_wanted.emit)
        self.sample.setToolTip("Write the sample briefing in this house style, to look at in Word")
        self.cancel = button("Cancel", self.reject)
        self.use = button("Use it", self._use, primary=True)
        self.use.setDefault(True)
        for choice in (self.sample, self.use):
            choice.setVisible(check.usable)
        self._build()

    def _build(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(10)
        body.addWidget(self.verdict)
        cards = [frame("card", column(words, margins=(12, 9, 12, 9))) for words in self.findings]
        told = column(*cards, 0, spacing=8)
        beside = row(spacing=16)
        beside.addLayout(told, 1)
        if self.specimen is not None:
            note = label("What was found in the file, not how Word draws it.", "muted", wrap=True)
            beside.addLayout(column(self.specimen, note, 0, spacing=6))
        body.addLayout(beside, 1)
        body.addLayout(row(self.other, self.sample, 0, self.cancel, self.use, spacing=10))
        self.resize(_WIDTH, self.sizeHint().height())

    def _ask_other(self) -> None:
        self.reject()
        self.other_wanted.emit()

    def _use(self) -> None:
        self.used.emit()
        self.accept()
