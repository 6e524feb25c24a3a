"""How the forms of the corrections look and read: nothing clipped, a name for every control, both themes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from gui.edits.tools import CommandButton
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop
from tests.gui.editing import click
from tests.gui.test_look import clipped, unnamed

_LONG = "Paris, London and Rome saw 4,711 arrests on 9 March, as “nobody at all” had said in Lisbon or Madrid before."


def _forms(window: MainWindow) -> tuple[Callable[[], object], ...]:
    editor = window.editor
    return (
        editor.reword,
        editor.merge,
        editor.grading.grade_entry,
        lambda: editor.grading.grade_source("Red Crescent"),
        editor.writing.add_own,
        editor.writing.add_judgement,
    )


def _shown(desktop: Desktop, dialog: QDialog | None) -> QDialog:
    assert dialog is not None
    desktop.qtbot.waitExposed(dialog)
    desktop.qtbot.wait(20)
    return dialog


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_clipped_and_everything_has_a_name(desktop: Desktop, window: MainWindow, scheme: str) -> None:
    """In every form, with words that no passage bears out, and in the list of corrections."""
    window.choose_theme(scheme)
    click(window, "clinic")
    for show in _forms(window):
        show()
        form = _shown(desktop, window.editor.form)
        if text := getattr(form, "text", None):
            text.field.setPlainText(_LONG)
        if cited := getattr(form, "cited", None):
            cited.take.click()
        desktop.qtbot.wait(20)
        assert clipped(form) == []
        assert unnamed(form) == []
        form.reject()
    window.editor.pin()
    desktop.settle(window)
    window.show_corrections()
    corrections = _shown(desktop, window.corrections)
    assert clipped(corrections) == []
    assert unnamed(corrections) == []


def test_the_buttons_of_an_entry_fit_into_the_narrowest_panel(desktop: Desktop, window: MainWindow) -> None:
    """With the longest of their words, “Unpin” and “Restore”."""
    window.resize(window.minimumSize())
    window.columns.setSizes([250, 250, 5000, 1])
    click(window, "clinic")
    window.editor.pin()
    desktop.settle(window)
    assert window.evidence.width() == window.evidence.minimumWidth()
    assert clipped(window.evidence) == []
    for part in window.evidence.findChildren(CommandButton):
        assert part.mapTo(window.evidence, part.rect().topRight()).x() < window.evidence.width()
