"""The menus: every command with its words and its key, in one table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

if TYPE_CHECKING:
    from gui.edits.editor import Editor
    from gui.main_window import MainWindow

Slot = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One entry of a menu; ``name`` finds its action again, ``ticked`` makes it a tick, ``group`` one of several.

    The keys of a ``local`` command work only in the panels to which its action is added.
    """

    name: str
    words: str
    keys: str = ""
    slot: Slot
    ticked: bool | None = None
    group: str = ""
    local: bool = False


_LIST_KEYS = (
    ("Next or previous row or item", "J, K"),
    ("Tick or untick", "Space"),
    ("Open the report", "Enter"),
    ("Take a report off the list", "Del"),
    ("Move a section or an entry", "Alt+Up, Alt+Down"),
    ("Merge another entry with the chosen one", "Ctrl+Click"),
    ("Cite the selected words of a report", "Ctrl+L"),
    ("Next passage in a report", "F3"),
    ("Clear the search, close a message", "Esc"),
)

Menus = dict[str, list[Command | None]]


def build_menus(window: QMainWindow, menus: Menus) -> dict[str, QAction]:
    """Fill the menu bar and return the actions by name; None in a menu is a line."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for title, commands in menus.items():
        menu = QMenu(title, window)
        window.menuBar().addMenu(menu)
        menu.setToolTipsVisible(True)
        for command in commands:
            if command is None:
                menu.addSeparator()
                continue
            action = actions[command.name] = _build_action(window, command, groups)
            menu.addAction(action)
    return actions


def _build_action(window: QMainWindow, command: Command, groups: dict[str, QActionGroup]) -> QAction:
    action = QAction(command.words, window)
    action.setObjectName(command.name)
    if command.keys:
        action.setShortcuts([QKeySequence(key) for key in command.keys.split("; ")])
    if command.local:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if command.ticked is not None:
        action.setCheckable(True)
        action.setChecked(command.ticked)
    if command.group:
        group = groups.setdefault(command.group, QActionGroup(window))
        group.addAction(action)
    action.triggered.connect(command.slot)
    return action


def list_menus(window: "MainWindow") -> Menus:
    """Return all menus of the main window with what their entries do."""
    view, desk = window.desk.view, window.desk
    return {
        "&File": [
            Command(name="add-files", words="Add &files…", keys="Ctrl+O", slot=window.add_files),
            Command(name="add-folder", words="Add f&older…", keys="Ctrl+Shift+O", slot=window.add_folder),
            Command(name="add-samples", words="Add the &sample reports", slot=window.add_samples),
            Command(name="new", words="&New briefing", keys="Ctrl+N", slot=window.start_new),
            None,
            Command(name="open-choices", words="Open &choices…", keys="Ctrl+Shift+L", slot=window.open_choices),
            Command(name="save-choices", words="S&ave choices as…", keys="Ctrl+S", slot=window.save_choices),
            Command(name="next-issue", words="&Begin the next issue", slot=window.comparing.begin_next),
            Command(name="compare", words="Co&mpare with an earlier issue…", slot=window.comparing.ask),
            None,
            Command(name="export", words="&Export…", keys="Ctrl+E", slot=window.exports.ask),
            Command(name="export-again", words="Export a&gain", keys="Ctrl+Shift+E", slot=window.exports.again),
            None,
            Command(name="quit", words="&Quit", keys="Ctrl+Q", slot=window.close),
        ],
        "&Edit": [
            Command(name="undo", words="&Undo", keys="Ctrl+Z", slot=desk.undo),
            Command(name="redo", words="&Redo", keys="Ctrl+Shift+Z; Ctrl+Y", slot=desk.redo),
            Command(name="corrections", words="&Corrections…", keys="Ctrl+K", slot=window.show_corrections),
            None,
            Command(name="find", words="&Find reports", keys="Ctrl+F", slot=window.find_reports),
            Command(name="use-all", words="Use &all shown", keys="Ctrl+Shift+A", slot=window.reports.use_all),
            Command(
                name="use-none", words="Use &none of those shown", keys="Ctrl+Shift+N", slot=window.reports.use_none
            ),
            Command(name="remove", words="Re&move from the list\tDel", slot=window.reports.remove_selected),
        ],
        "&Briefing": [
            Command(name="details", words="&Details", keys="Ctrl+D", slot=window.toggle_details),
            Command(name="rename", words="&Rename section", keys="F2", slot=window.outline.rename_current),
            Command(name="section-up", words="Move section &up\tAlt+Up", slot=window.outline.move_up),
            Command(name="section-down", words="Move section d&own\tAlt+Down", slot=window.outline.move_down),
            None,
            Command(name="notices", words="&Notices", keys="Ctrl+I", slot=window.show_notices),
            Command(name="checks", words="&Check before export", keys="F8", slot=window.sides.show_checks),
            Command(name="ledger", words="&Ledger of sentences", keys="F6", slot=window.sides.show_ledger),
            Command(name="figures", words="Fi&gures", keys="F4", slot=window.sides.show_figures),
            Command(name="refresh", words="&Write again", keys="F5", slot=desk.refresh),
        ],
        "E&ntry": list_entry_commands(window.editor),
        "&View": [
            Command(name="larger", words="&Larger", keys="Ctrl++; Ctrl+=", slot=window.preview.view.zoom_in),
            Command(name="smaller", words="&Smaller", keys="Ctrl+-", slot=window.preview.view.zoom_out),
            Command(name="fit-width", words="Fit the &width", keys="Ctrl+0", slot=window.preview.view.fit_width),
            Command(name="whole-page", words="Whole &page", keys="Ctrl+9", slot=window.preview.view.whole_page),
            None,
            Command(name="go-reports", words="Go to reports", keys="Ctrl+1", slot=window.go_reports),
            Command(name="go-outline", words="Go to briefing", keys="Ctrl+2", slot=window.go_outline),
            Command(name="go-preview", words="Go to preview", keys="Ctrl+3", slot=window.go_preview),
            Command(name="go-evidence", words="Go to evidence", keys="Ctrl+4", slot=window.go_evidence),
            None,
            Command(name="reports", words="Show &reports", keys="F7", slot=window.toggle_reports, ticked=view.reports),
            Command(
                name="evidence", words="Show &evidence", keys="F9", slot=window.toggle_evidence, ticked=view.evidence
            ),
            None,
            *(
                Command(
                    name=f"theme-{choice}",
                    words=words,
                    slot=partial(window.choose_theme, choice),
                    ticked=window.theme.choice == choice,
                    group="theme",
                )
                for choice, words in (("system", "&Follow the system"), ("light", "L&ight"), ("dark", "&Dark"))
            ),
        ],
        "&Help": [
            Command(name="keys", words="&Keys", keys="F1", slot=window.show_keys),
            Command(name="about", words="&About", slot=window.show_about),
        ],
    }


def list_entry_commands(editor: "Editor") -> list[Command | None]:
    """Return the menu of what the analyst does with an entry; its single keys work in page, outline and evidence."""
    grading, writing = editor.grading, editor.writing
    return [
        Command(name="reword", words="&Reword…", keys="R", slot=editor.reword, local=True),
        Command(name="reword-place", words="Change the p&lace…", keys="Shift+R", slot=editor.reword_place, local=True),
        Command(name="grade", words="&Grade what it says…", keys="G", slot=grading.grade_entry, local=True),
        None,
        Command(name="pin", words="&Pin to the top", keys="P", slot=editor.pin, local=True),
        Command(name="entry-up", words="Move &up", keys="Alt+Up", slot=editor.move_up, local=True),
        Command(name="entry-down", words="Move &down", keys="Alt+Down", slot=editor.move_down, local=True),
        None,
        Command(name="merge", words="&Merge with…", keys="M", slot=editor.merge, local=True),
        Command(name="hide", words="&Hide", keys="Del", slot=editor.hide, local=True),
        Command(name="restore", words="&Back to the program’s words", keys="B", slot=editor.restore, local=True),
        None,
        Command(name="edit-own", words="&Change what you wrote…", keys="C", slot=writing.edit, local=True),
        Command(name="remove-own", words="Rem&ove what you wrote", slot=writing.remove),
        None,
        Command(name="add-own", words="Add &your own entry…", keys="Ctrl+Shift+W", slot=writing.add_own),
        Command(name="add-judgement", words="Add a &judgement…", keys="Ctrl+J", slot=writing.add_judgement),
    ]


def list_keys(menus: Menus, actions: dict[str, QAction]) -> dict[str, list[tuple[str, str]]]:
    """Return the words and keys of all commands that have a key, by menu."""
    by_menu = {
        title.replace("&", ""): [
            (command.words.replace("&", ""), actions[command.name].shortcut().toString())
            for command in commands
            if command and command.keys
        ]
        for title, commands in menus.items()
    }
    return by_menu | {"In lists and pages": list(_LIST_KEYS)}
