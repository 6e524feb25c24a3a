"""The calm line over the page that tells of corrections whose evidence changed or went."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from briefing.model.edits import Edit
from gui.desk import Desk
from gui.edits.words import lost_edits
from gui.theme import Theme
from gui.widgets import IconButton, PictureLabel, button, label, row
from gui.words import count


class LostBanner(QFrame):
    """Stays until the corrections are as they should be, or until it is closed; another loss opens it again."""

    show_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._closed: frozenset[Edit] = frozenset()
        self.setObjectName("warn")
        self.setStyleSheet("QFrame#warn { border-radius: 0; }")
        self.setAccessibleName("Corrections to look at")
        self.words = label("", wrap=True)
        self.show_button = button("Show corrections", self.show_wanted.emit)
        self.close_button = IconButton(theme, "close", "Close this line; the corrections stay listed")
        self.close_button.clicked.connect(self._close)
        body = row(spacing=9, margins=(14, 6, 10, 6))
        body.addWidget(PictureLabel(theme, "warning", "warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        body.addWidget(self.words, 1)
        body.addWidget(self.show_button)
        body.addWidget(self.close_button)
        self.setLayout(body)
        self.hide()
        desk.previewed.connect(self._take)

    def _lost(self) -> tuple[Edit, ...]:
        briefing = self._desk.preview.briefing if self._desk.preview else None
        return tuple(briefing.request.edits[at] for at in lost_edits(briefing)) if briefing else ()

    def _take(self, _preview: object) -> None:
        lost = self._lost()
        self._closed &= frozenset(lost)
        number = len(lost)
        verb = "rests" if number == 1 else "rest"
        self.words.setText(f"{count(number, 'correction')} {verb} on words that changed or went.")
        self.words.setToolTip("Nothing is discarded: each is listed until you take it back.")
        self.setVisible(bool(set(lost) - self._closed))

    def _close(self) -> None:
        self._closed = frozenset(self._lost())
        self.hide()
