"""Ties the editor to the panels: their menus, their keys, and the buttons that they show."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from gui.edits.editor import ENTRY_COMMANDS
from gui.edits.grades import KeptGrades
from gui.edits.tools import EntryTools

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_MOVES = ("entry-up", "entry-down")


def attach_editor(window: "MainWindow") -> None:
    """Connect page, outline and evidence with what the editor does; called once the menus are there."""
    editor, evidence = window.editor, window.evidence
    for name in (*ENTRY_COMMANDS, "edit-own"):
        if name:
            window.preview.view.addAction(window.commands[name])
            evidence.addAction(window.commands[name])
            if name not in _MOVES:  # in the outline these keys move sections too, and the outline tells them apart
                window.outline.list.addAction(window.commands[name])

    def tools(written: bool) -> EntryTools:
        return EntryTools(window.theme, window.commands, written=written)

    evidence.make_tools = tools
    evidence.split_wanted.connect(editor.split)
    evidence.grade_source_wanted.connect(editor.grading.grade_source)
    evidence.accept_wanted.connect(editor.accept)
    window.preview.drafts.accept_wanted.connect(editor.accept)
    window.preview.banner.show_wanted.connect(window.show_corrections)
    window.preview.view.entry_joined.connect(editor.merge_with)
    window.preview.view.menu_wanted.connect(partial(_show_menu, window))
    window.outline.entry_menu_wanted.connect(partial(_show_menu, window))
    window.outline.entry_move_wanted.connect(editor.move)
    KeptGrades(window.desk, window)
    editor.follow()


def _show_menu(window: "MainWindow", entry: str, at: QPoint) -> None:
    window.choose_entry(entry)
    window.editor.show_menu(at)
