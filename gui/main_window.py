"""The main window: menus and panels, and which signal leads where; what is done is in ``gui.actions``."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter, QVBoxLayout, QWidget

from briefing.resources import seeds_folder
from briefing.workflow import file_name
from gui import actions
from gui.comparing import Comparing
from gui.desk import Desk
from gui.dialogs.outside import Outside
from gui.dialogs.told import about_dialog, keys_dialog, notices_dialog
from gui.drop_hint import DropHint
from gui.edits.attaching import attach_editor
from gui.edits.corrections import CorrectionsDialog
from gui.edits.editor import Editor
from gui.evidence.panel import EvidencePanel
from gui.evidence.report_window import ReportWindow
from gui.exports import Exports
from gui.house import HouseStyles
from gui.menus import build_menus, list_keys, list_menus
from gui.outline.panel import OutlinePanel
from gui.preview.panel import PreviewPanel
from gui.reports.panel import ReportsPanel
from gui.side_windows import SideWindows
from gui.status import StatusBar
from gui.theme import Theme
from gui.top_bar import SamplesHint, TopBar

COLUMNS = (256, 302, 570, 308)
"""Widths of reports, outline, preview and evidence at the first start."""


class MainWindow(QMainWindow):
    """Reports, outline, preview and evidence side by side."""

    def __init__(self, desk: Desk, theme: Theme, outside: Outside) -> None:
        super().__init__()
        self.desk, self.theme, self.outside = desk, theme, outside
        self.reports = ReportsPanel(desk, theme)
        self.outline = OutlinePanel(desk, theme)
        self.preview = PreviewPanel(desk, theme)
        self.evidence = EvidencePanel(desk, theme)
        self.top = TopBar(desk, theme)
        self.hint = SamplesHint(theme)
        self.foot = StatusBar(desk, theme)
        self.dialog: QDialog | None = None
        self.report_window: ReportWindow | None = None
        self.corrections: CorrectionsDialog | None = None
        self.exports = Exports(self)
        self.comparing = Comparing(self)
        self.houses = HouseStyles(self)
        self.sides = SideWindows(self)
        self.editor = Editor(self)
        self._build()
        self.menus = list_menus(self)
        self.commands = build_menus(self, self.menus)
        self._connect()
        attach_editor(self)
        self._restore_look()
        self._follow()

    # ---- building

    def _build(self) -> None:
        self.setWindowTitle("Situation Briefings")
        self.setMinimumSize(1240, 680)
        self.setAcceptDrops(True)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for place, panel in enumerate((self.reports, self.outline, self.preview, self.evidence)):
            self.columns.addWidget(panel)
            self.columns.setStretchFactor(place, 1 if panel is self.preview else 0)
        body = QWidget()
        body.setObjectName("page")
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.hint)
        layout.addWidget(self.columns, 1)
        self.setCentralWidget(body)
        body.setFocus()
        self.setStatusBar(self.foot)
        self._drop_hint = DropHint(self.theme, body)

    def _connect(self) -> None:
        for panel in (self.reports, self.preview):
            panel.add_files_wanted.connect(self.add_files)
            panel.add_folder_wanted.connect(self.add_folder)
            panel.samples_wanted.connect(self.add_samples)
        self.preview.choices_wanted.connect(self.open_choices)
        self.preview.use_all_wanted.connect(self.reports.use_all)
        self.reports.report_wanted.connect(self.open_report)
        self.reports.copy_wanted.connect(self.outside.copy)
        self.outline.entry_wanted.connect(self.choose_entry)
        self.outline.details.comparison.compare_wanted.connect(self.comparing.ask)
        self.preview.view.entry_clicked.connect(self.choose_entry)
        self.preview.view.picture_clicked.connect(self.sides.show_figure)
        self.preview.view.entry_opened.connect(self._open_entry)
        self.evidence.report_wanted.connect(self.open_passage)
        self.evidence.hide_wanted.connect(self.toggle_evidence)
        self.top.notices_wanted.connect(self.show_notices)
        self.top.export_wanted.connect(self.exports.ask)
        self.top.checks_wanted.connect(self.sides.show_checks)
        self.hint.add_wanted.connect(self.add_files)
        self.hint.clear_wanted.connect(self.start_new)
        self.hint.close_wanted.connect(self._close_hint)
        self.desk.choices_changed.connect(self._follow)
        self.desk.failed.connect(self._show_failure)
        self.columns.splitterMoved.connect(self._remember_columns)

    def _restore_look(self) -> None:
        view = self.desk.view
        self.resize(1440, 900)
        try:
            self.restoreGeometry(QByteArray(b64decode(view.geometry)))
        except (Base64Error, ValueError):
            self.resize(1440, 900)
        sizes = [size for size in view.columns if isinstance(size, int)]
        self.columns.setSizes(sizes if len(sizes) == len(COLUMNS) and min(sizes) >= 0 else list(COLUMNS))
        self.reports.setVisible(view.reports)
        self.evidence.setVisible(view.evidence)

    def _follow(self) -> None:
        history, desk = self.desk.history, self.desk
        self.commands["undo"].setText(f"&Undo: {history.undo_words}" if history.undo_words else "&Undo")
        self.commands["redo"].setText(f"&Redo: {history.redo_words}" if history.redo_words else "&Redo")
        self.commands["undo"].setEnabled(bool(history.undo_words))
        self.commands["redo"].setEnabled(bool(history.redo_words))
        for name in ("export", "export-again", "save-choices", "refresh"):
            self.commands[name].setEnabled(bool(desk.choices.used))
        self.hint.setVisible(desk.view.welcome and self._only_samples())

    def _only_samples(self) -> bool:
        desk = self.desk
        folder = str(seeds_folder())
        origins = [desk.reports[item].origin for item in desk.choices.listed if item in desk.reports]
        return bool(origins) and all(str(Path(origin).absolute()).startswith(folder) for origin in origins)

    # ---- files

    def add_files(self) -> None:
        """Ask for report files and add them."""
        self.outside.ask_files(self, self._take_files)

    def add_folder(self) -> None:
        """Ask for a folder and add what it holds."""
        self.outside.ask_folder(self, "Add a folder of reports", "", self._take_folder)

    def add_samples(self) -> None:
        """Add the sample reports."""
        actions.add_samples(self.desk)

    def _take_files(self, paths: Sequence[str]) -> None:
        actions.add_files(self.desk, paths)

    def _take_folder(self, path: str) -> None:
        actions.add_files(self.desk, [path])

    def start_new(self) -> None:
        """Begin with an empty list; undo brings everything back."""
        actions.clear_all(self.desk)

    def open_choices(self) -> None:
        """Ask for a file of choices and take it over."""
        self.outside.ask_open(self, self._take_choices)

    def _take_choices(self, path: str) -> None:
        actions.open_choices(self.desk, Path(path))

    def save_choices(self) -> None:
        """Ask where to save the choices and save them."""
        name = file_name(self.desk.preview.briefing) if self.desk.preview else "briefing"
        self.outside.ask_save(self, f"{name}.json", self._write_choices)

    def _write_choices(self, path: str) -> None:
        actions.save_choices(self.desk, Path(path))

    # ---- the entry that is chosen

    def choose_entry(self, entry: str) -> None:
        """Mark an entry in outline and preview and show what it rests on."""
        self.preview.view.select(entry)
        self.outline.select(entry)
        if entry and not self.evidence.isVisible():
            self.toggle_evidence()
        self.evidence.show_entry(entry)
        self.editor.follow()

    def _open_entry(self, entry: str) -> None:
        self.choose_entry(entry)
        self.evidence.open_first()

    def open_report(self, report_id: str) -> None:
        """Show the whole text of a report."""
        self.open_passage(report_id, 0, 0)

    def open_passage(self, report_id: str, start: int, end: int) -> None:
        """Show a passage in the whole text of its report."""
        report = self.desk.reports.get(report_id)
        if report is None:
            return
        if self.report_window is None or self.report_window.report.id != report_id:
            self._close_report_window()
            self.report_window = ReportWindow(self.desk, self.theme, report, self)
            self.report_window.cite_wanted.connect(self.editor.writing.cite)
            self.report_window.move(self.pos() + QPoint(160, 60))
        self.report_window.show_passage(start, end)
        self.report_window.show()
        self.report_window.raise_()
        self.report_window.activateWindow()

    def _close_report_window(self) -> None:
        if self.report_window is not None:
            self.report_window.close()
            self.report_window.deleteLater()
            self.report_window = None

    def _show_failure(self, heading: str, words: str) -> None:
        self.preview.toast.tell(heading, words, bad=True)

    # ---- dialogs

    def show_notices(self) -> None:
        """List what the analyst should know."""
        self.open_dialog(notices_dialog(self.desk.notices, self.theme, self))

    def show_corrections(self) -> None:
        """List all corrections, in a window that can stay open."""
        if self.corrections is None:
            self.corrections = CorrectionsDialog(self.desk, self.theme, self)
            self.corrections.entry_wanted.connect(self.choose_entry)
            self.corrections.finished.connect(self._forget_corrections)
        self.corrections.show()
        self.corrections.raise_()
        self.corrections.activateWindow()

    def _forget_corrections(self, _result: int) -> None:
        self.corrections = None

    def show_keys(self) -> None:
        """List the keys."""
        self.open_dialog(keys_dialog(list_keys(self.menus, self.commands), self))

    def show_about(self) -> None:
        """Say what the program is."""
        self.open_dialog(about_dialog(self))

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog without waiting for it."""
        self.dialog = dialog
        dialog.open()

    # ---- look

    def find_reports(self) -> None:
        """Go to the search field."""
        if not self.reports.isVisible():
            self.toggle_reports()
        self.reports.search.setFocus()
        self.reports.search.selectAll()

    def toggle_details(self) -> None:
        """Show or hide the details."""
        shown = not self.desk.view.details
        self.outline.unfold_details(shown)
        if shown:
            self.outline.details.texts["title"].setFocus()

    def toggle_reports(self) -> None:
        """Show or hide the reports."""
        self._show_panel("reports", self.reports, shown=not self.desk.view.reports)

    def toggle_evidence(self) -> None:
        """Show or hide the evidence."""
        self._show_panel("evidence", self.evidence, shown=not self.desk.view.evidence)

    def _show_panel(self, name: str, panel: QWidget, *, shown: bool) -> None:
        panel.setVisible(shown)
        self.commands[name].setChecked(shown)
        self.desk.set_view(**{name: shown})

    def choose_theme(self, choice: str) -> None:
        """Take another theme: "system", "light" or "dark"."""
        self.theme.choose(choice)
        self.commands[f"theme-{choice}"].setChecked(True)
        self.desk.set_view(theme=choice)

    def go_reports(self) -> None:
        """Put the keyboard into the list of reports."""
        self.reports.list.setFocus()

    def go_outline(self) -> None:
        """Put the keyboard into the outline."""
        self.outline.list.setFocus()

    def go_preview(self) -> None:
        """Put the keyboard into the pages."""
        self.preview.view.setFocus()

    def go_evidence(self) -> None:
        """Put the keyboard into the evidence."""
        if not self.evidence.isVisible():
            self.toggle_evidence()
        self.evidence.focus_content()

    def _close_hint(self) -> None:
        self.desk.set_view(welcome=False)
        self._follow()

    def _remember_columns(self, _position: int, _index: int) -> None:
        self.desk.set_view(columns=tuple(self.columns.sizes()))

    # ---- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop_hint.appear()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the hint away."""
        self._drop_hint.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self._drop_hint.hide()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            actions.add_files(self.desk, paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the look, save, stop all work and wait for it."""
        geometry = b64encode(self.saveGeometry().data()).decode()
        self.desk.set_view(geometry=geometry, columns=tuple(self.columns.sizes()))
        self._close_report_window()
        self.sides.close()
        self.desk.close()
        self.preview.view.close_pages()
        super().closeEvent(event)
