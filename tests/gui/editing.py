"""What the tests of corrections do again and again: find an entry, click it, press a key, press a button."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from briefing.model.briefing import Entry
from briefing.model.edits import Edit
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop


def developments(window: MainWindow) -> tuple[Entry, ...]:
    """Return the developments of the briefing on screen."""
    assert window.desk.preview is not None
    return window.desk.preview.briefing.developments


def edits(window: MainWindow) -> tuple[Edit, ...]:
    """Return the corrections of the request."""
    return window.desk.choices.request.edits


def with_words(window: MainWindow, words: str) -> Entry:
    """Return the development that says some words."""
    return next(entry for entry in developments(window) if words in entry.text)


def click(window: MainWindow, words: str) -> Entry:
    """Click the entry that says some words where the page prints it."""
    entry = with_words(window, words)
    view = window.preview.view
    view.select(entry.id)
    box = view.box_of(entry.id)
    assert box is not None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert window.evidence.entry == entry.id
    view.setFocus()
    return entry


def press(
    desktop: Desktop,
    window: MainWindow,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key on the page and wait for what follows."""
    window.activateWindow()
    desktop.qtbot.waitUntil(window.isActiveWindow)
    window.preview.view.setFocus()
    QTest.keyClick(window.preview.view, key, modifier)
    desktop.settle(window)


def tool(window: QWidget, name: str) -> QAbstractButton:
    """Find the visible button with an accessible name."""
    found = [part for part in window.findChildren(QAbstractButton) if part.accessibleName() == name]
    return next(part for part in found if part.isVisible())
