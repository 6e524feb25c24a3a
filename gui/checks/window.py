"""The window of the check before export: what is found, where, what to do, and what was accepted with which reason."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QStackedLayout, QVBoxLayout, QWidget

from briefing.model.briefing import Check, CheckCode
from briefing.model.section import SECTION_TITLES
from gui import actions
from gui.checks.delegate import CheckDelegate
from gui.checks.groups import entry_of, open_checks, where_words
from gui.checks.model import ChecksModel
from gui.desk import Desk
from gui.edits import steps
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import button, column, frame, label, row
from gui.words import count

_NOTHING = "Nothing is found: each name, number and date stands in a passage that is cited for it."
_BEFORE = "Tick reports to have their briefing checked."


class ChecksWindow(QWidget):
    """Findings above, the chosen one below; it can stay open while one works on."""

    entry_wanted = Signal(str)
    section_wanted = Signal(str)
    corrections_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._theme = desk, theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Check before export")
        self.setMinimumSize(560, 480)
        self.resize(680, 700)
        self.model = ChecksModel()
        self.list = QListView()
        self.total = label("", "muted")
        self.sentence = Words("", "heading")
        self.where = Words("", "muted")
        self.remedy = Words()
        self.reason = QLineEdit()
        self._nothing = Words("", "muted")
        self._go_on = False
        self._build()
        self._connect()
        self._take()

    def _build(self) -> None:
        self._build_list()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(frame("panel", column(24, self._nothing, 0, margins=(22, 0, 22, 0))))
        head = row(label("Check before export", "title"), 0, self.total, margins=(22, 14, 22, 12))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(frame("bar", head))
        body.addLayout(self._stack, 1)
        self._foot = self._build_foot()
        body.addWidget(self._foot)

    def _build_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CheckDelegate(self._theme, self.list))
        self.list.setAccessibleName("Findings")
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _build_foot(self) -> QWidget:
        self.go = button("Go there", self.go_there)
        self.accept = button("Accept…", self._ask_reason)
        self.draft = button("Accept the draft", self._accept_draft)
        self.draft.setToolTip("Take the section over as it stands; it is no draft any more")
        self.take_back = button("Take back", self._take_back)
        self.take_back.setToolTip("Make it an open finding again")
        self.accept.setToolTip("Export in spite of it; your reason is kept with the briefing")
        self.reason.setAccessibleName("Reason for accepting")
        self.reason.setPlaceholderText("Why it may stand, such as: checked with the agency")
        self.confirm = button("Accept", self._accept, primary=True)
        self.cancel = button("Cancel", self._close_reason)
        asked = row(self.reason, self.confirm, self.cancel, spacing=8)
        self._asked = frame("panel", asked)
        self._offered = frame("panel", row(self.go, self.draft, self.accept, self.take_back, 0, spacing=8))
        body = column(self.sentence, self.where, self.remedy, spacing=5, margins=(22, 14, 22, 16))
        body.addSpacing(6)
        body.addWidget(self._offered)
        body.addWidget(self._asked)
        self._asked.hide()
        return frame("foot", body)

    def _connect(self) -> None:
        self.list.selectionModel().selectionChanged.connect(self._follow_selection)
        self.list.doubleClicked.connect(self.go_there)
        self.reason.textChanged.connect(self._follow_reason)
        self.reason.returnPressed.connect(self._accept)
        self._desk.previewed.connect(self._take)
        self._theme.changed.connect(self.list.viewport().update)

    # ---- what is shown

    @property
    def chosen(self) -> tuple[Check, ...]:
        """Return the selected findings, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        items = [self.model.rows[at] for at in rows]
        return tuple(item for item in items if isinstance(item, Check))

    def _take(self, _preview: object = None) -> None:
        """Take the findings of the newest briefing; the selection stays, or goes to the one that follows."""
        briefing = self._desk.preview.briefing if self._desk.preview else None
        kept, at = [item.id for item in self.chosen], self.list.currentIndex().row()
        checks = briefing.checks if briefing else ()
        self.model.show_checks(checks)
        still_open, accepted = open_checks(briefing), sum(item.accepted for item in checks)
        parts = [f"{len(still_open):,} open", f"{accepted:,} accepted"] if checks else []
        self.total.setText("  ·  ".join(parts))
        self._nothing.set_words(_NOTHING if briefing else _BEFORE)
        self._stack.setCurrentIndex(0 if checks else 1)
        if not self.list.selectionModel().hasSelection():
            found = [place for item in kept if (place := self.model.row_of(item)) >= 0]
            stays = len(found) == 1 and not self._go_on
            self._select(found[0] if stays else self.model.next_finding(max(0, at)))
            self._go_on = False
        self._follow_selection()

    def _select(self, at: int) -> None:
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))

    def _follow_selection(self) -> None:
        chosen, briefing = self.chosen, self._desk.preview.briefing if self._desk.preview else None
        self._foot.setVisible(bool(chosen) and briefing is not None)
        if not chosen or briefing is None:
            return
        titles = {item.id: item.title or SECTION_TITLES[item.id] for item in self._desk.sections}
        first, many = chosen[0], len(chosen) > 1
        self.sentence.set_words(f"{count(len(chosen), 'finding')} chosen" if many else first.sentence)
        self.where.set_words("One reason is kept with each of them." if many else where_words(first, titles, briefing))
        self.remedy.set_words(_remedy(first) if not many else "")
        self.where.setVisible(bool(self.where.text()))
        self.remedy.setVisible(bool(self.remedy.text()))
        self.go.setEnabled(not many)
        self.accept.setVisible(any(not item.accepted for item in chosen))
        self.draft.setVisible(not many and first.code is CheckCode.DRAFT and not first.accepted)
        self.take_back.setVisible(any(item.accepted for item in chosen))
        self._close_reason()

    # ---- what is done

    def go_there(self) -> None:
        """Show the chosen finding: its entry on the page, its section in the outline, or the list of corrections."""
        for check in self.chosen[:1]:
            if check.code is CheckCode.EDIT:
                self.corrections_wanted.emit()
                continue
            if entry := entry_of(check):
                self.entry_wanted.emit(entry)
            if not check.entry:
                self.section_wanted.emit(check.section.value)

    def _accept_draft(self) -> None:
        """Take the draft over as it stands, which mends the finding."""
        preview = self._desk.preview
        if preview and self.chosen:
            self._go_on = True
            steps.accept_draft(self._desk, preview.briefing, self.chosen[0].section)

    def _ask_reason(self) -> None:
        self._offered.hide()
        self._asked.show()
        with QSignalBlocker(self.reason):
            self.reason.clear()
        self._follow_reason()
        self.reason.setFocus()

    def _close_reason(self) -> None:
        self._asked.hide()
        self._offered.show()

    def _follow_reason(self) -> None:
        self.confirm.setEnabled(bool(self.reason.text().strip()))

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            ids = [item.id for item in self.chosen if not item.accepted]
            self._close_reason()
            self._go_on = True  # what was accepted moves to the end; the next one takes its place
            actions.accept_checks(self._desk, ids, reason)
            self.list.setFocus()

    def _take_back(self) -> None:
        actions.take_back_checks(self._desk, [item.id for item in self.chosen if item.accepted])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up the reason with Escape, or close; go there with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            if self._asked.isVisible():
                self._close_reason()
            else:
                self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._asked.isVisible():
            self.go_there()
        else:
            super().keyPressEvent(event)


def _remedy(check: Check) -> str:
    return f"Accepted: {check.reason}" if check.accepted else check.remedy
