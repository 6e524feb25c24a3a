"""The buttons “Accept this draft” on the page, each beside the line that calls a section a draft."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from briefing.model.section import SECTION_TITLES, SectionId
from gui.edits.binding import DRAFT
from gui.preview.page_view import PageView
from gui.theme import Theme
from gui.widgets import IconButton

_GAP = 8


class DraftButtons(QObject):
    """Keeps one button beside each draft line that is on screen; they are on the screen only, never in a file."""

    accept_wanted = Signal(object)

    def __init__(self, view: PageView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self.buttons: dict[str, IconButton] = {}
        view.shown.connect(self.place)
        view.moved.connect(self.place)

    def place(self) -> None:
        """Put the buttons where their lines are now."""
        boxes = self._view.boxes_of(DRAFT)
        for entry in [entry for entry in self.buttons if entry not in boxes]:
            gone = self.buttons.pop(entry)
            gone.hide()
            gone.deleteLater()
        for entry, box in boxes.items():
            made = self.buttons.get(entry) or self._make(entry)
            made.adjustSize()
            left = min(box.right() + _GAP, self._view.viewport().width() - made.width() - _GAP)
            made.move(round(left), round(box.center().y() - made.height() / 2))
            made.show()

    def _make(self, entry: str) -> IconButton:
        section = SectionId(entry.removeprefix(DRAFT))
        made = IconButton(self._theme, "done", f"Accept the draft of “{SECTION_TITLES[section]}”", "Accept this draft")
        made.setObjectName("accept")
        made.setParent(self._view.viewport())
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(partial(self.accept_wanted.emit, section))
        self.buttons[entry] = made
        return made
