"""How the ledger, the check, the details and the dialog of issues look: nothing clipped, everything named."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.main_window import COLUMNS, MainWindow
from tests.gui.conftest import Desktop
from tests.gui.test_look import clipped, unnamed


def _open_all(desktop: Desktop, window: MainWindow) -> None:
    window.toggle_details()
    for group in window.outline.details.groups.values():
        group.unfold()
    window.sides.show_ledger()
    window.sides.show_checks()
    desktop.qtbot.wait(30)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_clipped_and_everything_is_named(desktop: Desktop, reports: tuple[Path, ...], scheme: str) -> None:
    """In the narrowest window, with all groups of the details unfolded."""
    window = desktop.open(reports)
    window.choose_theme(scheme)
    window.resize(1240, 680)
    _open_all(desktop, window)
    window.comparing.ask()
    assert window.dialog is not None
    desktop.qtbot.waitExposed(window.dialog)
    for root in (window.outline, window.sides.ledger, window.sides.checks, window.dialog):
        assert root is not None
        assert clipped(root) == []
        assert unnamed(root) == []


def test_every_caption_and_every_choice_can_be_read_whole(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """At the width that the panel has by itself, no word in a box is cut."""
    window = desktop.open(reports)
    window.columns.setSizes(COLUMNS)
    _open_all(desktop, window)
    details = window.outline.details
    for box in details.choices.values():
        room = box.width() - 34
        for place in range(box.count()):
            assert box.fontMetrics().horizontalAdvance(box.itemText(place)) <= room, box.itemText(place)
    for field in (details.texts | details.days).values():
        assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= field.width() - 18
    for caption in details.findChildren(QLabel):
        if caption.buddy():
            assert caption.fontMetrics().horizontalAdvance(caption.text()) <= caption.width()


def test_every_row_says_aloud_what_it_paints(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The rows of both windows carry their words for screen readers."""
    window = desktop.open(reports)
    _open_all(desktop, window)
    assert window.sides.ledger is not None
    assert window.sides.checks is not None
    for model in (window.sides.ledger.model, window.sides.checks.model):
        assert model.rowCount()
        for row in range(model.rowCount()):
            index = model.index(row)
            spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            assert str(index.data(Qt.ItemDataRole.DisplayRole)) in spoken
