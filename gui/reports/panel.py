"""The panel on the left: search, the list, and what to do with it."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QMenu, QStackedLayout, QVBoxLayout, QWidget

from gui import actions
from gui.desk import Desk
from gui.icons import icon
from gui.reading import Words
from gui.reports.delegate import ReportDelegate
from gui.reports.model import ReportRole, ReportsModel
from gui.theme import Theme
from gui.widgets import IconButton, PictureLabel, column, frame, label, row
from gui.words import count

_SEARCH_DELAY = 150


class ReportList(QListView):
    """The list itself, with the keys that act on the selected rows."""

    remove_wanted = Signal()
    toggle_wanted = Signal()
    open_wanted = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete, Space, Enter, J and K; everything else is Qt's."""
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_Space:
            self.toggle_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit()
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K) and not event.modifiers():
            step = 1 if key == Qt.Key.Key_J else -1
            at = min(max(0, self.currentIndex().row() + step), self.model().rowCount() - 1)
            self.setCurrentIndex(self.model().index(at, 0))
        else:
            super().keyPressEvent(event)


class ReportsPanel(QWidget):
    """Search field, ticks for all or none, the list, and its empty states."""

    add_files_wanted = Signal()
    add_folder_wanted = Signal()
    samples_wanted = Signal()
    report_wanted = Signal(str)
    copy_wanted = Signal(str)
    file_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(230)
        self.model = ReportsModel(desk, self)
        self.search = QLineEdit()
        self.list = ReportList()
        self.counts = label("", "muted")
        self.nothing = Words("", "muted")
        self._typing = QTimer(self)
        self._build()
        self._connect()
        self._tint()
        self._follow()

    def _build(self) -> None:
        self.add_button = IconButton(self._theme, "add-files", "Add report files (Ctrl+O)")
        self.folder_button = IconButton(self._theme, "add-folder", "Add a folder of reports (Ctrl+Shift+O)")
        head = row(label("Reports", "heading"), 2, self.counts, 0, self.add_button, self.folder_button, spacing=2)
        head.setContentsMargins(14, 7, 8, 5)
        self.search.setPlaceholderText("Search text, source, date")
        self.search.setAccessibleName("Search reports")
        self._search_icon = self.search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.search.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip("Clear the search (Esc)")
        self._clear.setVisible(False)
        self.search.setAcceptDrops(False)
        self.all_button = IconButton(self._theme, "done", "Use all reports shown (Ctrl+Shift+A)", "All")
        self.none_button = IconButton(self._theme, "minus", "Use none of the reports shown (Ctrl+Shift+N)", "None")
        self._bulk = frame("panel", row(self.all_button, self.none_button, 0, margins=(8, 2, 12, 4), spacing=2))
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SEARCH_DELAY)
        self._build_list()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(head)
        search = row(self.search, margins=(12, 0, 12, 4))
        body.addLayout(search)
        body.addWidget(self._bulk)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(frame("panel", column(24, self.nothing, 0, margins=(16, 0, 16, 0))))
        body.addLayout(self._stack, 1)

    def _build_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReportDelegate(self._theme, self.list))
        self.list.setAccessibleName("Reports")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _build_empty(self) -> QWidget:
        heading = label("Drop reports here", "heading")
        words = label("Articles, situation reports and messages, as text, Markdown or HTML files.", "muted", wrap=True)
        for part in (heading, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = column(0, spacing=8, margins=(22, 0, 22, 0))
        body.addWidget(PictureLabel(self._theme, "inbox", "muted", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(heading)
        body.addWidget(words)
        body.addStretch(2)
        return frame("panel", body)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_files_wanted)
        self.folder_button.clicked.connect(self.add_folder_wanted)
        self.all_button.clicked.connect(self.use_all)
        self.none_button.clicked.connect(self.use_none)
        self.search.textChanged.connect(self._type)
        self._clear.triggered.connect(self.search.clear)
        self.search.returnPressed.connect(self._search_now)
        self._typing.timeout.connect(self._search_now)
        self.list.remove_wanted.connect(self.remove_selected)
        self.list.toggle_wanted.connect(self._toggle_selected)
        self.list.open_wanted.connect(self._open_current)
        self.list.doubleClicked.connect(self._open_index)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.model.modelReset.connect(self._follow)
        self.model.filtered.connect(self._follow)
        self._desk.choices_changed.connect(self._follow)
        self._desk.reports_changed.connect(self._follow)
        self._theme.changed.connect(self._tint)

    def _follow(self) -> None:
        choices = self._desk.choices
        listed, used = len(choices.listed), len(choices.used)
        self.counts.setText(f"{used:,} of {listed:,} in use" if listed else "")
        self._bulk.setVisible(bool(listed))
        empty = not listed and not choices.problems
        self.nothing.set_words(f"No report matches “{self.search.text()}”. Esc clears the search.")
        self._stack.setCurrentIndex(1 if empty else 2 if self.model.searching and not self.model.rowCount() else 0)

    def _type(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self._typing.start()

    def _search_now(self) -> None:
        self._typing.stop()
        self.model.search(self.search.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self._search_now()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows."""
        return [str(index.data(ReportRole.ID)) for index in self.list.selectedIndexes()]

    def use_all(self) -> None:
        """Tick every report shown."""
        actions.use_reports(self._desk, self.model.shown_reports, on=True)

    def use_none(self) -> None:
        """Take the tick from every report shown."""
        actions.use_reports(self._desk, self.model.shown_reports, on=False)

    def remove_selected(self) -> None:
        """Take the selected rows off the list."""
        if ids := self.selected_ids():
            place = self.list.currentIndex().row()
            actions.remove_reports(self._desk, ids)
            if rows := self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(min(place, rows - 1)))

    def _toggle_selected(self) -> None:
        ids = [item for item in self.selected_ids() if item in self._desk.choices.listed]
        actions.use_reports(self._desk, ids, on=any(item in self._desk.choices.unused for item in ids))

    def _use_only_selected(self) -> None:
        actions.use_only(self._desk, self.selected_ids())

    def _open_current(self) -> None:
        self._open_index(self.list.currentIndex())

    def _open_index(self, index: QModelIndex) -> None:
        item = index.data(ReportRole.ROW)
        if item and not item.problem:
            self.report_wanted.emit(item.id)

    def _copy_path(self) -> None:
        report = self._desk.reports.get(str(self.list.currentIndex().data(ReportRole.ID)))
        self.copy_wanted.emit(report.origin if report else str(self.list.currentIndex().data(ReportRole.ID)))

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        menu = self.build_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def build_menu(self) -> QMenu:
        """Build the menu of the selected rows."""
        menu = QMenu(self)
        ids = self.selected_ids()
        problem = bool(ids) and ids[0] in self._desk.problems
        if not problem:
            menu.addAction("Open report", "Return", self._open_current)
            menu.addAction("Use or do not use", "Space", self._toggle_selected)
            menu.addAction(f"Use only {'this' if len(ids) == 1 else f'these {len(ids)}'}", self._use_only_selected)
            menu.addSeparator()
        menu.addAction("Copy path of the file", self._copy_path)
        what = count(len(ids), "file" if problem else "report")
        menu.addAction(f"Remove {what} from the list", "Del", self.remove_selected)
        return menu

    def _tint(self) -> None:
        tokens = self._theme.tokens
        self._search_icon.setIcon(icon("search", tokens.muted, tokens.faint))
        self._clear.setIcon(icon("close", tokens.muted, tokens.faint, 14))
        self.list.viewport().update()
