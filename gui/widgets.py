"""Small parts that several panels are made of."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.icons import icon, picture
from gui.theme import Theme


def label(words: str, name: str = "", *, wrap: bool = False, select: bool = False) -> QLabel:
    """Make a label that shows its words as they are, never as markup; ``name`` picks its look in the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    if select:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class IconButton(QToolButton):
    """A tool button with an icon that follows the theme; ``tip`` is also what a screen reader says."""

    def __init__(self, theme: Theme, name: str, tip: str, words: str = "", *, accent: bool = False) -> None:
        super().__init__()
        self._theme, self._name, self._accent = theme, name, accent
        self.setText(words)
        self.setToolTip(tip)
        self.setAccessibleName(tip if not words else f"{words}: {tip}" if tip != words else words)
        self.setProperty("worded", bool(words))
        self.setIconSize(QSize(17, 17))
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._tint)
        self._tint()

    def set_picture(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self._tint()

    def _tint(self) -> None:
        tokens = self._theme.tokens
        colour = tokens.accent if self._accent else tokens.text
        if self.objectName() == "notices":
            colour = tokens.muted if self.property("calm") else tokens.warn
        self.setIcon(icon(self._name, colour, tokens.faint, 17))


class PictureLabel(QLabel):
    """An icon that stands beside words; screen readers pass over it."""

    def __init__(self, theme: Theme, name: str, colour: str, size: int = 18) -> None:
        super().__init__()
        self._theme, self._name, self._colour, self._size = theme, name, colour, size
        self.setFixedWidth(size)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._tint)
        self._tint()

    def set_picture(self, name: str, colour: str) -> None:
        """Show another icon; ``colour`` is the name of a token."""
        self._name, self._colour = name, colour
        self._tint()

    def _tint(self) -> None:
        self.setPixmap(picture(self._name, str(getattr(self._theme.tokens, self._colour)), self._size))


def button(words: str, slot: Callable[[], None], *, primary: bool = False) -> QPushButton:
    """Make a push button that calls ``slot``."""
    made = QPushButton(words)
    made.setObjectName("primary" if primary else "")
    made.setAutoDefault(primary)
    made.setAccessibleName(words)
    made.clicked.connect(slot)
    return made


def row(*parts: QWidget | int, spacing: int = 6, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Lay widgets side by side; a number is empty space, 0 a stretch."""
    return _fill(QHBoxLayout(), parts, spacing, margins)


def column(*parts: QWidget | int, spacing: int = 6, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Lay widgets below each other; a number is empty space, 0 a stretch."""
    return _fill(QVBoxLayout(), parts, spacing, margins)


_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def _fill(layout: _Box, parts: tuple[QWidget | int, ...], spacing: int, margins: tuple[int, int, int, int]) -> _Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif part:
            layout.addSpacing(part)
        else:
            layout.addStretch(1)
    return layout


def frame(name: str, layout: QLayout | None = None) -> QFrame:
    """Make a frame whose look the style sheet gives by ``name``."""
    made = QFrame()
    made.setObjectName(name)
    if layout is not None:
        made.setLayout(layout)
    return made


def mixed(first: str, second: str, share: float) -> QColor:
    """Mix two colours, ``share`` of the first."""
    one, two = QColor(first), QColor(second)
    return QColor.fromRgbF(
        one.redF() * share + two.redF() * (1 - share),
        one.greenF() * share + two.greenF() * (1 - share),
        one.blueF() * share + two.blueF() * (1 - share),
    )
