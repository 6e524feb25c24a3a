"""Light and dark: named colours, and the palette and style sheet made from them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import font_source_sans_pro
from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

FAMILY = "Source Sans Pro"
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
BASE_SIZE = 10.5
"""Points of ordinary text; small text is 1.2 less, headings 1 more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme by what they are for, as "#rrggbb"."""

    dark: bool
    window: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_tint: str
    hover: str
    warn: str
    warn_tint: str
    good: str
    good_tint: str
    bad: str
    bad_tint: str
    canvas: str
    mark: str
    faint: str


LIGHT = Tokens(
    dark=False,
    window="#f2f4f8",
    surface="#ffffff",
    raised="#f7f9fb",
    line="#dde3ea",
    edge="#7c899a",
    text="#17212d",
    muted="#536171",
    accent="#1b5cb8",
    on_accent="#ffffff",
    accent_tint="#e5eefb",
    hover="#edf1f6",
    warn="#8f4504",
    warn_tint="#fdf0dc",
    good="#14653b",
    good_tint="#e1f4ea",
    bad="#a3231b",
    bad_tint="#fcebe9",
    canvas="#e2e7ed",
    mark="#ffe38a",
    faint="#b4bdc8",
)
DARK = Tokens(
    dark=True,
    window="#11151b",
    surface="#191f27",
    raised="#1e252f",
    line="#2f3844",
    edge="#7b8896",
    text="#e7ecf2",
    muted="#a2aebc",
    accent="#6daaff",
    on_accent="#0a1524",
    accent_tint="#1c304d",
    hover="#252d38",
    warn="#f2bb79",
    warn_tint="#392a18",
    good="#7bd4a6",
    good_tint="#16322a",
    bad="#f49c93",
    bad_tint="#3c2223",
    canvas="#0b0e13",
    mark="#6b5712",
    faint="#56616e",
)


class Theme(QObject):
    """The theme now; ``changed`` tells all who paint for themselves."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self.choice = choice
        self.tokens = LIGHT
        QDir.addSearchPath("pictures", str(Path(__file__).resolve().parent / "pictures"))
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(font())
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Take "light", "dark", or "system" to follow the system as it changes."""
        self.choice = choice
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._application.styleHints().setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))
        self._follow()

    def _follow(self) -> None:
        scheme = self._application.styleHints().colorScheme()
        dark = self.choice == "dark" or (self.choice == "system" and scheme == Qt.ColorScheme.Dark)
        self.tokens = DARK if dark else LIGHT
        self._application.setPalette(build_palette(self.tokens))
        self._application.setStyleSheet(build_style_sheet(self.tokens))
        self.changed.emit()


def load_fonts() -> None:
    """Make the font that comes with the program known to Qt."""
    folder = Path(font_source_sans_pro.font_directory)
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{face}.ttf"))


def font(step: float = 0.0, *, strong: bool = False) -> QFont:
    """Return the font of the window, ``step`` points larger or smaller than ordinary text."""
    made = QFont(FAMILY)
    made.setPointSizeF(BASE_SIZE + step)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def build_palette(tokens: Tokens) -> QPalette:
    """Turn the colours into Qt's palette, for everything that the style sheet does not name."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.PlaceholderText: tokens.muted,
        role.Mid: tokens.line,
        role.Light: tokens.raised,
        role.Dark: tokens.line,
        role.Shadow: tokens.line,
    }
    palette = QPalette()
    for name, colour in pairs.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.faint))
    return palette


def build_style_sheet(tokens: Tokens) -> str:
    """Write the style sheet of the window in these colours."""
    shade = "dark" if tokens.dark else "light"
    parts: tuple[Callable[[Tokens, str], str], ...] = (_frames, _buttons, _fields, _lists, _rest)
    return "".join(part(tokens, shade) for part in parts)


def _frames(t: Tokens, _shade: str) -> str:
    return f"""
QMainWindow, QWidget#page {{ background: {t.surface}; }}
QWidget#panel, QFrame#panel {{ background: {t.surface}; border: 0; }}
QFrame#bar {{ background: {t.surface}; border: 0; border-bottom: 1px solid {t.line}; }}
QFrame#foot {{ background: {t.surface}; border: 0; border-top: 1px solid {t.line}; }}
QFrame#card {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame#plain {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
QFrame#warn {{ background: {t.warn_tint}; border: 0; border-radius: 8px; }}
QFrame#bad {{ background: {t.bad_tint}; border: 0; border-radius: 8px; }}
QFrame#tint {{ background: {t.accent_tint}; border: 0; border-radius: 8px; }}
QFrame#toast {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
QFrame#toast {{ border-left: 4px solid {t.good}; }}
QFrame#toast[bad="true"] {{ border-left: 4px solid {t.bad}; }}
QLabel {{ background: transparent; }}
QLabel#title {{ font-weight: 600; font-size: 12.5pt; }}
QLabel#heading {{ font-weight: 600; }}
QLabel#huge {{ font-weight: 600; font-size: 19pt; }}
QLabel#muted {{ color: {t.muted}; font-size: 9.6pt; }}
QLabel#bad {{ color: {t.bad}; }}
QLabel#warn {{ color: {t.warn}; }}
QSplitter::handle {{ background: {t.line}; }}
QStatusBar {{ background: {t.surface}; border-top: 1px solid {t.line}; }}
QStatusBar::item {{ border: 0; }}
QMenuBar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 5px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 5px; }}
QMenu::item:selected {{ background: {t.accent_tint}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.faint}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
QDialog {{ background: {t.surface}; border: 1px solid {t.line}; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; padding: 4px 6px; }}
"""


def _buttons(t: Tokens, _shade: str) -> str:
    return f"""
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; background: transparent; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:pressed {{ background: {t.accent_tint}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton:disabled {{ color: {t.faint}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[worded="true"] {{ padding-right: 1px; }}
QToolButton#link {{ color: {t.accent}; padding: 2px 5px; }}
QToolButton#tool {{ border: 1px solid {t.line}; padding: 3px 2px; font-size: 9.6pt; }}
QToolButton#tool:hover {{ background: {t.hover}; }}
QToolButton#tool:focus {{ border-color: {t.accent}; }}
QToolButton#tool:disabled {{ color: {t.faint}; }}
QToolButton#accept {{ background: {t.surface}; border: 1px solid {t.edge}; border-radius: 12px;
  padding: 1px 4px 1px 8px; font-size: 9.3pt; }}
QToolButton#accept:hover {{ background: {t.accent_tint}; }}
QToolButton#accept:focus {{ border-color: {t.accent}; }}
QToolButton#chip {{ border: 1px solid {t.line}; border-radius: 12px; padding: 2px 10px; font-size: 9.6pt; }}
QToolButton#chip:hover {{ background: {t.hover}; }}
QToolButton#chip:focus {{ border-color: {t.accent}; }}
QToolButton#chip:checked {{ background: {t.accent_tint}; border-color: {t.accent}; color: {t.accent}; }}
QToolButton#notices {{ background: {t.warn_tint}; color: {t.warn}; padding: 5px 4px 5px 10px; }}
QToolButton#notices:focus {{ border-color: {t.warn}; }}
QToolButton#notices[calm="true"] {{ background: {t.hover}; color: {t.muted}; }}
QPushButton {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; padding: 5px 13px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.faint}; }}
QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; font-weight: 600; }}
QPushButton#primary:focus {{ border: 2px solid {t.text}; padding: 4px 12px; }}
QPushButton#primary:disabled {{ background: {t.hover}; color: {t.faint}; border-color: {t.hover}; }}
"""


def _fields(t: Tokens, shade: str) -> str:
    return f"""
QLineEdit, QComboBox, QDateEdit {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px;
  padding: 4px 8px; min-height: 20px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QComboBox:focus {{ border-color: {t.accent}; }}
QLineEdit[wrong="true"] {{ border-color: {t.bad}; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: url(pictures:chevron-{shade}.svg); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line}; outline: 0; padding: 3px;
  selection-background-color: {t.accent_tint}; selection-color: {t.text}; }}
QCheckBox {{ spacing: 8px; border: 1px solid transparent; border-radius: 4px; padding: 2px; }}
QCheckBox:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator {{ width: 15px; height: 15px; border: 1px solid {t.edge}; border-radius: 4px;
  background: {t.surface}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url(pictures:check-{shade}.svg); }}
QRadioButton {{ spacing: 8px; border: 1px solid transparent; border-radius: 4px; padding: 2px; }}
QRadioButton:focus {{ border-color: {t.accent}; }}
QRadioButton:disabled {{ color: {t.faint}; }}
QRadioButton::indicator {{ width: 15px; height: 15px; border: 1px solid {t.edge}; border-radius: 8px;
  background: {t.surface}; }}
QRadioButton::indicator:checked {{ border-color: {t.accent}; background: qradialgradient(cx: 0.5, cy: 0.5,
  radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 {t.accent}, stop: 0.5 {t.accent}, stop: 0.56 {t.surface}); }}
QRadioButton::indicator:disabled {{ border-color: {t.faint}; }}
QTextEdit, QPlainTextEdit {{ background: {t.surface}; border: 0; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QTextEdit {{ background: transparent; }}
QPlainTextEdit#field {{ border: 1px solid {t.line}; border-radius: 6px; padding: 3px 5px; }}
QPlainTextEdit#field:focus {{ border-color: {t.accent}; }}
QRadioButton {{ spacing: 8px; border: 1px solid transparent; border-radius: 4px; padding: 2px; }}
QRadioButton:focus {{ border-color: {t.accent}; }}
QRadioButton::indicator {{ width: 13px; height: 13px; border: 1px solid {t.edge}; border-radius: 7px;
  background: {t.surface}; }}
QRadioButton::indicator:checked {{ width: 7px; height: 7px; border: 4px solid {t.accent};
  background: {t.on_accent}; }}
QListView::indicator {{ width: 15px; height: 15px; border: 1px solid {t.edge}; border-radius: 4px;
  background: {t.surface}; }}
QListView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url(pictures:check-{shade}.svg); }}
QTextEdit#amber {{ color: {t.warn}; }}
QTextEdit#muted {{ color: {t.muted}; }}
QTextEdit#bad {{ color: {t.bad}; }}
QTextEdit#warn {{ color: {t.warn}; }}
"""


def _lists(t: Tokens, _shade: str) -> str:
    return f"""
QListView {{ background: {t.surface}; border: 0; outline: 0; }}
QScrollArea {{ border: 0; background: {t.surface}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {t.faint}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""


def _rest(t: Tokens, _shade: str) -> str:
    return f"""
QProgressBar {{ background: {t.hover}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
"""
