"""Plain text with a passage marked in it: never markup, whatever the report holds."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from gui.evidence.subject import Passage, qt_position
from gui.reading import Words
from gui.theme import Theme


class PassageText(Words):
    """A few lines of a report with the passage on a yellow ground."""

    def __init__(self, theme: Theme, passage: Passage) -> None:
        super().__init__(_framed(passage), "passage", step=-0.5)
        self._theme, self._passage = theme, passage
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Passage in its report")
        self._mark()
        theme.changed.connect(self._mark)

    @property
    def quote(self) -> str:
        """Return the marked words."""
        return self._passage.words[self._passage.start : self._passage.end]

    def _mark(self) -> None:
        text = self.toPlainText()
        ground = QTextCharFormat()
        ground.setForeground(QColor(self._theme.tokens.muted))
        marked = QTextCharFormat()
        marked.setForeground(QColor(self._theme.tokens.text))
        marked.setBackground(QColor(self._theme.tokens.mark))
        shift = len(_lead_in(self._passage))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(ground)
        cursor.setPosition(qt_position(text, self._passage.start + shift))
        end = qt_position(text, self._passage.end + shift)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(marked)


def _lead_in(passage: Passage) -> str:
    return "…" if passage.start and not passage.words[:1].isupper() else ""


def _framed(passage: Passage) -> str:
    closed = passage.words.rstrip().endswith((".", "!", "?", "”", '"', "»"))
    return f"{_lead_in(passage)}{passage.words}{'' if closed else '…'}"
