"""The panel of the briefing: template, details, sections in order, and the entries under the developments."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.model.section import WITH_FIGURE, Grouping, SectionId
from gui import actions
from gui.desk import Desk
from gui.outline.delegate import OutlineDelegate
from gui.outline.details import DetailsForm
from gui.outline.model import OutlineModel, OutlineRole, SectionRow
from gui.outline.templates import TemplateBox
from gui.theme import Theme
from gui.widgets import IconButton, label, row

_LIMITS = (3, 5, 10, 20)
_GROUPS = {
    Grouping.RANK: "Rank",
    Grouping.THEME: "Theme, under headings",
    Grouping.PLACE: "Place, under headings",
    Grouping.DAY: "Day, under headings",
}


class OutlineList(QListView):
    """The list of sections and entries, with the keys that move a section."""

    move_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Alt+Up and Alt+Down, J and K; everything else is Qt's."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.move_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_K) and not event.modifiers():
            step = 1 if event.key() == Qt.Key.Key_J else -1
            at = min(max(0, self.currentIndex().row() + step), self.model().rowCount() - 1)
            self.setCurrentIndex(self.model().index(at, 0))
        else:
            super().keyPressEvent(event)


class OutlinePanel(QWidget):
    """Everything about how the briefing is built."""

    entry_wanted = Signal(str)
    section_wanted = Signal(str)
    entry_move_wanted = Signal(int)
    entry_menu_wanted = Signal(str, QPoint)

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(250)
        self.model = OutlineModel(desk, self)
        self.list = OutlineList()
        self.template = TemplateBox(desk, theme)
        self.details = DetailsForm(desk, theme)
        self._quiet = False
        self._build()
        self._connect()
        self._follow()
        self.unfold_details(desk.view.details)

    def _build(self) -> None:
        theme = self._theme
        self.up_button = IconButton(theme, "up", "Move the section or entry up (Alt+Up)")
        self.down_button = IconButton(theme, "down", "Move the section or entry down (Alt+Down)")
        head = row(label("Briefing", "heading"), 0, self.up_button, self.down_button, spacing=2, margins=(14, 7, 8, 5))
        self.details_button = IconButton(
            theme, "chevron-right", "Title, days, marking, series, paper, language (Ctrl+D)", "Details"
        )
        self.details_button.setCheckable(True)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.details)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build_list()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(head)
        body.addLayout(row(self.template, margins=(12, 0, 12, 3)))
        body.addLayout(row(self.details_button, 0, margins=(7, 0, 12, 3)))
        body.addWidget(self._scroll)
        body.addWidget(self.list, 1)

    def _build_list(self) -> None:
        view = self.list
        view.setModel(self.model)
        self._delegate = OutlineDelegate(self._theme, view)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName("Sections of the briefing")
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDropIndicatorShown(True)
        view.setDragDropOverwriteMode(False)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.clicked.connect(self._clicked)
        self.list.move_wanted.connect(self.move_current)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self._delegate.fold_wanted.connect(self.model.unfold)
        self.model.modelAboutToBeReset.connect(self._keep_current)
        self.model.modelReset.connect(self._restore_current)
        self.up_button.clicked.connect(self.move_up)
        self.down_button.clicked.connect(self.move_down)
        self.details_button.toggled.connect(self.unfold_details)
        self.details.height_changed.connect(self._fit_details)
        self.template.activated.connect(self._choose_template)
        self._desk.choices_changed.connect(self._follow)
        self._theme.changed.connect(self.list.viewport().update)

    def _follow(self) -> None:
        self.template.follow()
        self._enable()

    def _enable(self) -> None:
        item = self.list.currentIndex().data(OutlineRole.ROW)
        movable = item.movable if isinstance(item, SectionRow) else item is not None
        self.up_button.setEnabled(movable)
        self.down_button.setEnabled(movable)

    def unfold_details(self, on: bool) -> None:
        """Show or hide the details."""
        self.details_button.setChecked(on)
        self.details_button.set_picture("chevron-down" if on else "chevron-right")
        self._scroll.setVisible(on)
        self._fit_details()
        if on != self._desk.view.details:
            self._desk.set_view(details=on)

    def ask_for(self, name: str) -> None:
        """Put the keyboard into a field of the series and issue."""
        self.unfold_details(on=True)
        self.details.groups["issue"].unfold()
        self.details.texts[name].setFocus()

    def reveal_details(self, field: QWidget) -> None:
        """Scroll the details so that a field is seen."""
        self._scroll.ensureWidgetVisible(field)

    def _fit_details(self) -> None:
        """Give the details the room that they need, as far as the sections below leave it."""
        height = self.details.wanted_height(self._scroll.viewport().width()) + 2
        if height != self._scroll.maximumHeight():
            self._scroll.setMaximumHeight(height)

    def select(self, key: str) -> None:
        """Show that a section or entry is chosen, without saying so to others; "" chooses nothing."""
        row_number = self.model.row_of(key)
        self._quiet = True
        if row_number >= 0:
            self.list.setCurrentIndex(self.model.index(row_number))
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(QModelIndex())
        self._quiet = False

    def current_section(self) -> SectionId | None:
        """Return the section that is selected, if one is."""
        item = self.list.currentIndex().data(OutlineRole.ROW)
        return item.choice.id if isinstance(item, SectionRow) else None

    def move_up(self) -> None:
        """Move the selected section one place up."""
        self.move_current(-1)

    def move_down(self) -> None:
        """Move the selected section one place down."""
        self.move_current(1)

    def move_current(self, by: int) -> None:
        """Move the selected section, or the selected entry, by so many places."""
        if section := self.current_section():
            actions.move_section(self._desk, section, by)
        elif self.list.currentIndex().isValid():
            self.entry_move_wanted.emit(by)

    def rename_current(self) -> None:
        """Edit the title of the selected section in its row."""
        if self.current_section():
            self.list.edit(self.list.currentIndex())

    def toggle_current(self) -> None:
        """Switch the selected section on or off."""
        item = self.list.currentIndex().data(OutlineRole.ROW)
        if isinstance(item, SectionRow):
            actions.turn_section(self._desk, item.choice.id, not item.choice.on)

    def _keep_current(self) -> None:
        self._kept = self.model.key_of(self.list.currentIndex().row())
        self._scrolled = self.list.verticalScrollBar().value()

    def _restore_current(self) -> None:
        if self._kept:
            self.select(self._kept)
        self.list.verticalScrollBar().setValue(self._scrolled)
        self._enable()

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._enable()
        if not self._quiet:
            self._announce(current)

    def _clicked(self, index: QModelIndex) -> None:
        self._announce(index)

    def _announce(self, index: QModelIndex) -> None:
        key = self.model.key_of(index.row())
        if key and isinstance(index.data(OutlineRole.ROW), SectionRow):
            self.section_wanted.emit(key)
        elif key:
            self.entry_wanted.emit(key)

    def _choose_template(self, place: int) -> None:
        actions.choose_template(self._desk, str(self.template.itemData(place)))

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if isinstance(index.data(OutlineRole.ROW), SectionRow):
            self.list.setCurrentIndex(index)
            menu = self.build_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))
        elif index.isValid():
            self.entry_menu_wanted.emit(self.model.key_of(index.row()), self.list.viewport().mapToGlobal(at))

    def build_menu(self) -> QMenu:
        """Build the menu of the selected section."""
        menu = QMenu(self)
        item = self.list.currentIndex().data(OutlineRole.ROW)
        if not isinstance(item, SectionRow):
            return menu
        menu.addAction("Leave out" if item.choice.on else "Show", "Space", self.toggle_current)
        menu.addAction("Rename…", "F2", self.rename_current)
        if item.movable:
            menu.addAction("Move up", "Alt+Up", self.move_up)
            menu.addAction("Move down", "Alt+Down", self.move_down)
        limits = menu.addMenu("Print at most")
        for limit in (None, *_LIMITS):
            action = limits.addAction("All items" if limit is None else f"{limit} items")
            action.setCheckable(True)
            action.setChecked(item.choice.limit == limit)
            action.setData(limit or 0)
        limits.triggered.connect(self._limit)
        if item.choice.id is SectionId.KEY_DEVELOPMENTS:
            self._add_groups(menu, item.choice.group)
        if item.choice.id in WITH_FIGURE:
            action = menu.addAction("With its figure")
            action.setCheckable(True)
            action.setChecked(item.choice.draws)
            action.triggered.connect(self._draw)
        return menu

    def _draw(self, on: bool) -> None:
        section = self.current_section()
        if section:
            actions.draw_section(self._desk, section, on=on)

    def _add_groups(self, menu: QMenu, chosen: Grouping) -> None:
        groups = menu.addMenu("Arrange by")
        for group, words in _GROUPS.items():
            action = groups.addAction(words)
            action.setCheckable(True)
            action.setChecked(group is chosen)
            action.setData(group.value)
        groups.triggered.connect(self._group)

    def _group(self, action: object) -> None:
        section = self.current_section()
        if section:
            actions.group_section(self._desk, section, Grouping(action.data()))  # type: ignore[attr-defined]

    def _limit(self, action: object) -> None:
        section = self.current_section()
        if section:
            actions.limit_section(self._desk, section, int(action.data()) or None)  # type: ignore[attr-defined]
