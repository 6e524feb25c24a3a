"""What the forms of the analyst's corrections are made of: a window with Save and Cancel, and its fields."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.workflow import missing_words
from gui.evidence.subject import qt_position
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import button, column, label, row


class Form(QDialog):
    """A window with a title, fields, and Save and Cancel; it never blocks, and is gone when it is closed."""

    def __init__(self, title: str, save: str, parent: QWidget, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*size)
        self.cancel = button("Cancel", self.reject)
        self.save = button(save, self.accept, primary=True)
        self.save.setToolTip("Ctrl+Enter")
        self.why_not = label("", "muted", wrap=True)
        self.why_not.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = column(spacing=8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(12)
        whole.addWidget(label(title, "title", wrap=True))
        whole.addLayout(self.body, 1)
        whole.addLayout(row(self.why_not, self.cancel, self.save, spacing=10))

    def allow(self, missing: str) -> None:
        """Let the form be saved, or say what is missing."""
        self.save.setEnabled(not missing)
        self.why_not.setText(missing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter wherever the keyboard is."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save.click()
        else:
            super().keyPressEvent(event)


class TextField(QPlainTextEdit):
    """A few lines of the analyst's own words; Tab leaves it, and Ctrl+Enter is left to the form."""

    def __init__(self, words: str, name: str, *, lines: int = 3) -> None:
        super().__init__(words)
        self.setObjectName("field")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        height = self.fontMetrics().lineSpacing() * lines + 18
        self.setMinimumHeight(height)
        self.setMaximumHeight(round(height * 1.6))

    def words(self) -> str:
        """Return what was written, without blanks around it."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the form."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CheckedText(QWidget):
    """A field that tells at once which names, numbers and days of its words no cited passage bears out."""

    changed = Signal()

    def __init__(self, theme: Theme, words: str, name: str, *, lines: int = 5) -> None:
        super().__init__()
        self._theme = theme
        self._passages: tuple[str, ...] = ()
        self._known: tuple[str, ...] = ()
        self.missing: tuple[str, ...] = ()
        self.field = TextField(words, name, lines=lines)
        self.verdict = Words("", "muted")
        self.setLayout(column(self.field, self.verdict, spacing=4))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._check)
        theme.changed.connect(self._mark)

    def words(self) -> str:
        """Return what was written."""
        return self.field.words()

    def cite(self, passages: Sequence[str], known: Sequence[str] = ()) -> None:
        """Compare with other passages; ``known`` are words that need no evidence."""
        self._passages, self._known = tuple(passages), tuple(known)
        self._check()

    def _check(self) -> None:
        self.missing = tuple(missing_words(self.words(), self._passages, self._known)) if self.words() else ()
        self._mark()
        self.verdict.setObjectName("amber" if self.missing else "muted")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.verdict.set_words(self._verdict())
        self.changed.emit()

    def _verdict(self) -> str:
        if self.missing:
            listed = ", ".join(self.missing)
            return f"No cited passage says: {listed}. You can keep it; the check before export will name it."
        if not self._passages:
            return "No passage is cited, so nothing bears these words out."
        return "Every name, number and day stands in a cited passage." if self.words() else ""

    def _mark(self) -> None:
        text = self.field.toPlainText()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(self._theme.tokens.bad))
        look.setBackground(QColor(self._theme.tokens.warn_tint))
        marks = []
        for words in self.missing:
            for found in _pattern(words).finditer(text):
                made = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.field.document())
                cursor.setPosition(qt_position(text, found.start()))
                cursor.setPosition(qt_position(text, found.end()), QTextCursor.MoveMode.KeepAnchor)
                made.cursor, made.format = cursor, look
                marks.append(made)
        self.field.setExtraSelections(marks)


def _pattern(words: str) -> re.Pattern[str]:
    """Find what is missing in the text as it was typed: "4000" may stand there as "4,000"."""
    plain = words.strip("“”")
    escaped = r"[,.\s]?".join(plain) if plain.isdigit() else r"\s+".join(map(re.escape, plain.split()))
    return re.compile(rf"(?<!\w){escaped}(?!\w)", re.IGNORECASE)


class Grades(QWidget):
    """One of several grades, each with its meaning beside it."""

    changed = Signal()

    def __init__(self, meanings: Mapping[str, str], chosen: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (grade, meaning) in enumerate(meanings.items()):
            made = self.buttons[grade] = QRadioButton(grade)
            made.setAccessibleName(f"{grade}: {meaning}")
            made.setChecked(grade == chosen)
            self._group.addButton(made)
            words = label(meaning[:1].upper() + meaning[1:], wrap=True)
            words.setBuddy(made)
            words.installEventFilter(self)
            words.setProperty("grade", grade)
            grid.addWidget(made, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, line, 1)
        self._group.buttonToggled.connect(self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a click on a meaning for one on its grade."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.buttons[str(watched.property("grade"))].setChecked(True)
        return super().eventFilter(watched, event)

    def chosen(self) -> str:
        """Return the grade that is chosen, or ""."""
        return next((grade for grade, made in self.buttons.items() if made.isChecked()), "")

    def _tell(self) -> None:
        self.changed.emit()


def combo(name: str, items: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    """Make a list of choices, given as words and values."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, value in items:
        made.addItem(words, value)
    values = [value for _, value in items]
    made.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    return made


def caption(words: str, field: QWidget) -> QLabel:
    """Make the words above or beside a field."""
    made = label(words)
    made.setBuddy(field)
    return made
