"""Words from outside, shown as they are: never as markup, broken anywhere if need be, and copied as they were."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from gui.theme import font

_LEAST_WIDTH = 80


class Words(QTextEdit):
    """Plain text that wraps, can be selected, and is as high as its words at the width that it gets.

    A label breaks lines at blanks only, so that one long web address would push everything else out of the window.
    """

    def __init__(self, words: str = "", name: str = "", *, step: float = 0.0, strong: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setFont(_face(name, step, strong=strong))
        self.document().setDefaultFont(self.font())
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self.setPlainText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if words else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()

    def text(self) -> str:
        """Return the words."""
        return self.toPlainText()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        before = self.document().textWidth()
        self.document().setTextWidth(max(1, width))
        height = ceil(self.document().size().height())
        self.document().setTextWidth(before)
        return height

    def sizeHint(self) -> QSize:
        """Ask for a line of middling length."""
        width = max(_LEAST_WIDTH, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow narrow panels."""
        return QSize(_LEAST_WIDTH, self.fontMetrics().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to what stands around."""
        event.ignore()


def _face(name: str, step: float, *, strong: bool) -> QFont:
    steps = {"muted": -0.9, "title": 2.0}
    return font(step or steps.get(name, 0.0), strong=strong or name in {"heading", "title"})
