"""How the window looks and reads: contrast, names for screen readers, nothing clipped, both themes."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QWidget,
)

from gui.icons import icon_names, picture
from gui.main_window import MainWindow
from gui.theme import DARK, LIGHT, Tokens
from tests.gui.conftest import Desktop

_INNER = {"QLineEditIconButton", "QMenuBarExtension", "QComboBoxListView", "QToolBarExtension"}

_PAIRS = (
    *product(("text", "muted"), ("surface", "raised", "window", "hover", "accent_tint")),
    *product(("text",), ("mark", "canvas", "warn_tint", "bad_tint")),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "accent_tint"),
    ("on_accent", "accent"),
    ("warn", "warn_tint"),
    ("warn", "surface"),
    ("good", "good_tint"),
    ("bad", "bad_tint"),
    ("bad", "surface"),
)


def _brightness(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]  # type: ignore[index]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_brightness(one), _brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(tokens: Tokens) -> None:
    """WCAG 2.2 asks for 4.5 to 1 for ordinary text, 3 to 1 for the edges of controls."""
    low = {
        pair: round(_contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])), 2)
        for pair in _PAIRS
        if _contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) < 4.5
    }
    assert low == {}
    assert _contrast(tokens.edge, tokens.surface) >= 3.0


def clipped(window: QWidget) -> list[str]:
    found = []
    parts: list[QAbstractButton | QLabel | QComboBox] = []
    for kind in (QAbstractButton, QLabel, QComboBox):
        parts += window.findChildren(kind)
    for part in parts:
        if not part.isVisible() or part.metaObject().className() in _INNER:
            continue
        if isinstance(part, QLabel) and (not part.text() or part.objectName() == "title"):
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            fits = part.height() >= part.heightForWidth(part.width()) - 1
        else:
            least = part.minimumSizeHint()
            fits = part.width() >= least.width() - 1 and part.height() >= least.height() - 1
        if not fits:
            words = part.currentText() if isinstance(part, QComboBox) else part.text()
            found.append(f"{type(part).__name__} “{words[:40]}” {part.size().toTuple()}")
    return found


def _choose_first(window: MainWindow) -> None:
    window.choose_entry(window.desk.preview.briefing.developments[0].id)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900)], ids=str)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_isclipped(desktop: Desktop, reports: tuple[Path, ...], size: tuple[int, int], scheme: str) -> None:
    """Every label and button has the room that it needs, in each state of the window."""
    window = desktop.open()
    window.choose_theme(scheme)
    window.resize(*size)
    desktop.qtbot.wait(20)
    assert clipped(window) == []
    desktop.answers.files = [str(path) for path in reports]
    window.add_files()
    desktop.settle(window)
    _choose_first(window)
    window.toggle_details()
    desktop.qtbot.wait(20)
    assert clipped(window) == []
    window.desk.failed.emit("The Word file was not saved", "It is open in another program. " * 6)
    desktop.qtbot.wait(20)
    assert clipped(window.preview.toast) == []
    window.preview.toast.hide()
    for show in (window.exports.ask, window.show_notices, window.show_keys, window.show_about):
        show()
        dialog = window.dialog
        assert dialog is not None
        desktop.qtbot.waitExposed(dialog)
        assert clipped(dialog) == []
        dialog.reject()


def unnamed(root: QWidget) -> list[str]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractScrollArea, QProgressBar)
    return [
        f"{type(part).__name__} {part.objectName()}"
        for part in root.findChildren(QWidget)
        if isinstance(part, kinds)
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.metaObject().className() not in _INNER
        and not part.accessibleName()
        and not (isinstance(part, QAbstractButton) and part.text())
        and not isinstance(part.parent(), QComboBox)
    ]


def test_every_control_has_a_name_for_screen_readers(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """In the window, its dialogs and the window of a report."""
    window = desktop.open(reports)
    _choose_first(window)
    window.evidence.open_first()
    assert window.report_window is not None
    for root in (window, window.report_window):
        assert unnamed(root) == []
    for show in (window.exports.ask, window.show_notices, window.show_keys, window.show_about):
        show()
        assert window.dialog is not None
        assert unnamed(window.dialog) == []
        window.dialog.reject()


def test_every_row_says_aloud_what_it_paints(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Rows that are painted by hand carry their words for screen readers too."""
    window = desktop.open(reports)
    for model in (window.reports.model, window.outline.model):
        for row in range(model.rowCount()):
            index = model.index(row)
            assert index.data(Qt.ItemDataRole.DisplayRole) in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_theme_changes_while_the_window_is_open(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Menu entries switch between light and dark at once."""
    window = desktop.open(reports)
    window.commands["theme-dark"].trigger()
    dark = window.grab().toImage().pixelColor(5, window.height() // 2)
    window.commands["theme-light"].trigger()
    light = window.grab().toImage().pixelColor(5, window.height() // 2)
    assert dark.lightness() < 60
    assert light.lightness() > 200


def test_every_key_is_used_once_and_every_command_is_in_a_menu(desktop: Desktop) -> None:
    """Two commands on one key would both stay silent."""
    window = desktop.open()
    keys = [sequence.toString() for action in window.commands.values() for sequence in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert all(action.text() for action in window.commands.values())


def test_every_icon_can_be_drawn(desktop: Desktop) -> None:
    """An icon that is a blank would leave a button without a face."""
    assert desktop.theme
    for name in icon_names():
        image = picture(name, "#000000", 24).toImage()
        inked = sum(
            1 for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 100
        )
        assert inked > 20, name
