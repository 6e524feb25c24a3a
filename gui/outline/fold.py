"""A group of fields that folds under its heading, and boxes that the wheel does not change by accident."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets import IconButton, frame, label, row

_CAPTION = 62
"""Pixels of every caption, so that the fields of all groups begin on one line."""


class ChoiceBox(QComboBox):
    """A box of choices that leaves the wheel to the panel around it."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setMinimumWidth(80)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the panel: a choice that changed unseen would stand in the briefing."""
        event.ignore()


class FoldGroup(QFrame):
    """A heading that folds its fields away; folded, it tells in a few words what they hold."""

    folded = Signal(str, bool)

    def __init__(self, theme: Theme, name: str, title: str, *, unfolded: bool) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.name = name
        self.head = IconButton(theme, "chevron-right", f"Show or hide: {title}", title)
        self.head.setCheckable(True)
        self.summary = label("", "muted")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.form = QFormLayout()
        self.form.setContentsMargins(16, 2, 12, 8)
        self.form.setVerticalSpacing(6)
        self.form.setHorizontalSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._body = frame("panel", self.form)
        head = row(self.head, spacing=6, margins=(7, 0, 16, 0))
        head.addWidget(self.summary, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(self._body)
        self._words = ""
        self.head.toggled.connect(self._show)
        self.head.setChecked(unfolded)
        self._body.setVisible(unfolded)

    def unfold(self) -> None:
        """Show the fields."""
        self.head.setChecked(True)

    def summarise(self, words: str) -> None:
        """Take the words that stand beside the heading while it is folded."""
        self._words = words
        self._elide()

    def add(self, words: str, field: QWidget) -> None:
        """Add a field with its caption; the caption has the field's tool tip too."""
        caption = label(words, "muted")
        caption.setBuddy(field)
        caption.setToolTip(field.toolTip())
        caption.setMinimumWidth(_CAPTION)
        self.form.addRow(caption, field)

    def add_line(self, line: QWidget) -> None:
        """Add something that takes the whole width."""
        self.form.addRow(line)

    def _show(self, on: bool) -> None:
        self.head.set_picture("chevron-down" if on else "chevron-right")
        self._body.setVisible(on)
        self._elide()
        self.folded.emit(self.name, on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the summary to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = "" if self.head.isChecked() else self._words
        room = max(0, self.width() - self.head.sizeHint().width() - 34)
        self.summary.setText(self.summary.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room))
        self.summary.setToolTip(shown)


def text_field(name: str, hint: str, tip: str) -> QLineEdit:
    """Make a field of one line."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setToolTip(tip)
    field.setMinimumWidth(80)
    return field


def mark_wrong(field: QObject, words: QLabel, told: str) -> None:
    """Mark a field as wrong and say why below it; "" takes the mark away."""
    if isinstance(field, QLineEdit) and bool(field.property("wrong")) != bool(told):
        field.setProperty("wrong", bool(told))
        field.style().unpolish(field)
        field.style().polish(field)
    words.setText(told)
    words.setVisible(bool(told))
