"""A message over the foot of the preview: done or failed, with what can be done next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QPushButton, QWidget

from gui.reading import Words
from gui.theme import Theme
from gui.widgets import IconButton, PictureLabel, button, column, label, row

_MARGIN = 16


class Toast(QFrame):
    """One message at a time; a new one takes the place of the old."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("toast")
        self.setAccessibleName("Message")
        self._picture = PictureLabel(theme, "done", "good", 22)
        self.heading = label("", "heading", wrap=True)
        self.words = Words("", "muted")
        close = IconButton(theme, "close", "Close this message (Esc)")
        close.clicked.connect(self.hide)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        text = column(self.heading, self.words, spacing=3)
        text.addSpacing(5)
        text.addLayout(self._buttons)
        body = row(spacing=12, margins=(16, 12, 10, 13))
        body.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(text, 1)
        body.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)
        parent.installEventFilter(self)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def tell(
        self, heading: str, words: str, choices: Sequence[tuple[str, Callable[[], None]]] = (), *, bad: bool = False
    ) -> None:
        """Show a message with buttons; the first gets the keyboard."""
        self.setProperty("bad", bad)
        self.style().unpolish(self)
        self.style().polish(self)
        self._picture.set_picture("error" if bad else "done", "bad" if bad else "good")
        self.heading.setText(heading)
        self.words.set_words(words)
        while item := self._buttons.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        made = [button(name, slot) for name, slot in choices]
        for part in made:
            self._buttons.addWidget(part)
        self._buttons.addStretch(1)
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{heading}. {words}"))
        if made:
            made[0].setFocus()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of the message."""
        return [part for part in self.findChildren(QPushButton) if part.isVisibleTo(self)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the preview when that changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._ground
        width = max(240, min(600, parent.width() - 2 * _MARGIN))
        self.setFixedWidth(width)
        self.setFixedHeight(self.heightForWidth(width))
        self.move((parent.width() - width) // 2, parent.height() - self.height() - _MARGIN)
