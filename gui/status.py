"""The bar at the foot: what is running, with a way to stop it, and what there is."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QStatusBar

from briefing.model.section import SectionId
from gui.desk import Desk
from gui.theme import Theme
from gui.widgets import IconButton, frame, label, row
from gui.words import count

_SHOW_AFTER = 300
"""Milliseconds that a job may run unseen: shorter ones would only flicker."""

_TOLD_FOR = 6000


class StatusBar(QStatusBar):
    """Shows the running job after a moment, what was just done for some seconds, and the counts always."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self.setSizeGripEnabled(False)
        self.words = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.bar.setAccessibleName("Progress")
        self.stop = IconButton(theme, "close", "Stop what is running")
        self.stop.clicked.connect(desk.stop)
        self.job = frame("panel", row(self.words, self.bar, self.stop, spacing=8, margins=(10, 0, 0, 0)))
        self.told = label("", "muted")
        self.told.setContentsMargins(10, 0, 0, 0)
        self.counts = label("", "muted")
        self.addWidget(self.job)
        self.addWidget(self.told)
        self.addPermanentWidget(frame("panel", row(self.counts, margins=(0, 5, 14, 5))))
        self._later = _single_shot(self, _SHOW_AFTER)
        self._later.timeout.connect(self._show_job)
        self._forget = _single_shot(self, _TOLD_FOR)
        self._forget.timeout.connect(self.told.clear)
        self._name = ""
        self.job.hide()
        desk.lane.started.connect(self._start)
        desk.lane.progressed.connect(self._step)
        desk.lane.idle.connect(self._end)
        desk.said.connect(self.tell)
        desk.previewed.connect(self._count)
        desk.choices_changed.connect(self._count)
        self._count()

    def tell(self, words: str) -> None:
        """Say something for some seconds."""
        self.told.setText(words)
        self._forget.start()

    def _start(self, words: str) -> None:
        self._name = words
        self.words.setText(f"{words}…")
        self.bar.setRange(0, 0)
        if not self.job.isVisible():
            self._later.start()

    def _show_job(self) -> None:
        if self._desk.lane.is_busy():
            self.told.hide()
            self.job.show()

    def _step(self, done: int, total: int, words: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if not total:
            self.words.setText(words)
            return
        name = words if len(words) <= 48 else f"{words[:47]}…"
        self.words.setText(f"{self._name}: {done:,} of {total:,}{f' · {name}' if name else ''}")

    def _end(self) -> None:
        self._later.stop()
        self.job.hide()
        self.told.show()

    def _count(self, _preview: object = None) -> None:
        preview = self._desk.preview
        parts = [count(len(self._desk.choices.used), "report")]
        if preview:
            briefing = preview.briefing
            passages = sum(len(entry.citations) for entry in (*briefing.developments, *briefing.background))
            listed = len(briefing.numbers_in(SectionId.KEY_DEVELOPMENTS))
            parts = [count(listed, "item"), count(passages, "linked passage"), *parts]
            parts.append(count(preview.pages.page_count, "page"))
        self.counts.setText("  ·  ".join([*parts, "Works offline"]))


def _single_shot(parent: QStatusBar, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.setTimerType(Qt.TimerType.CoarseTimer)
    return timer
