"""The window of the ledger: every sentence of every chosen report, and what became of it."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model.briefing import Disposition, LedgerRow
from briefing.model.section import SECTION_TITLES
from gui.desk import Desk
from gui.ledger.delegate import LedgerDelegate, ShareBar
from gui.ledger.model import LedgerModel
from gui.ledger.rows import WORDS, Ledger, LedgerFilter, entry_words, shares, with_words
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import column, frame, label, row
from gui.words import count

_SEARCH_DELAY = 150
_FATES: tuple[Disposition | None, ...] = (None, *Disposition)


class LedgerList(QListView):
    """The list of sentences, with the keys that go through it."""

    open_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, J and K; everything else is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit()
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_K) and not event.modifiers():
            step = 1 if event.key() == Qt.Key.Key_J else -1
            at = min(max(0, self.currentIndex().row() + step), self.model().rowCount() - 1)
            self.setCurrentIndex(self.model().index(at, 0))
        else:
            super().keyPressEvent(event)


class LedgerWindow(QWidget):
    """A window of its own: a click on a sentence shows it in its report and, where it is used, on the page."""

    passage_wanted = Signal(str, int, int)
    entry_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._theme = desk, theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Ledger of sentences")
        self.setMinimumSize(640, 420)
        self.resize(760, 720)
        self.model = LedgerModel(self)
        self.list = LedgerList()
        self.report = QComboBox()
        self.search = QLineEdit()
        self.bar = ShareBar(theme)
        self.total = label("", "muted")
        self.fates: dict[Disposition | None, QToolButton] = {}
        self._nothing = Words("", "muted")
        self._typing = QTimer(self)
        self._kept: LedgerRow | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.report.setAccessibleName("Report")
        self.report.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.report.setMinimumContentsLength(16)
        self.search.setAccessibleName("Search the sentences")
        self.search.setPlaceholderText("Search words and reasons")
        self.search.setClearButtonEnabled(False)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SEARCH_DELAY)
        self._build_list()
        chips = row(spacing=8)
        self._group = QButtonGroup(self)
        for kind in _FATES:
            chips.addWidget(self._build_chip(kind))
        chips.addStretch(1)
        fields = row(spacing=10)
        fields.addWidget(self.report, 3)
        fields.addWidget(self.search, 2)
        head = column(spacing=9, margins=(22, 14, 22, 12))
        head.addLayout(row(label("Ledger of sentences", "title"), 0, self.total))
        head.addLayout(fields)
        head.addWidget(self.bar)
        head.addLayout(chips)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(frame("panel", column(24, self._nothing, 0, margins=(22, 0, 22, 0))))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(frame("bar", head))
        body.addLayout(self._stack, 1)

    def _build_chip(self, kind: Disposition | None) -> QToolButton:
        chip = self.fates[kind] = QToolButton()
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.setChecked(kind is None)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setProperty("fate", kind.value if kind else "")
        self._group.addButton(chip)
        return chip

    def _build_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(LedgerDelegate(self._theme, self.list))
        self.list.setAccessibleName("Sentences")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.report.activated.connect(self._choose_report)
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._search_now)
        self._typing.timeout.connect(self._search_now)
        self._group.buttonClicked.connect(self._choose_fate)
        self.list.clicked.connect(self._go)
        self.list.open_wanted.connect(self._go_current)
        self.model.modelAboutToBeReset.connect(self._keep_current)
        self.model.modelReset.connect(self._follow)
        self._desk.previewed.connect(self._take)
        self._theme.changed.connect(self.list.viewport().update)

    def _take(self, _preview: object = None) -> None:
        """Take the ledger of the newest briefing, when it is seen; filter and selection stay where they can."""
        if not self.isVisible():
            return
        briefing = self._desk.preview.briefing if self._desk.preview else None
        rows = briefing.ledger if briefing else ()
        titles = {key: report.title for key, report in self._desk.reports.items()}
        self._fill_reports(rows, titles)
        sections = {item.id: item.title or SECTION_TITLES[item.id] for item in self._desk.sections}
        self.model.show_ledger(Ledger(rows, titles), sections, entry_words(briefing) if briefing else {})

    def _fill_reports(self, rows: tuple[LedgerRow, ...], titles: dict[str, str]) -> None:
        ids = tuple(dict.fromkeys(item.report_id for item in rows))
        self.report.clear()
        self.report.addItem(f"All reports ({len(ids)})", "")
        for item in ids:
            self.report.addItem(" ".join(titles.get(item, item).split()), item)
        wanted = self.model.wanted.report
        if wanted and wanted not in ids:
            self.model.filter(replace(self.model.wanted, report=""))
        self.report.setCurrentIndex(max(0, self.report.findData(self.model.wanted.report)))

    def _choose_report(self, place: int) -> None:
        self.show_filter(replace(self.model.wanted, report=str(self.report.itemData(place))))

    def _search_now(self) -> None:
        self._typing.stop()
        self.show_filter(with_words(self.model.wanted, self.search.text()))

    def _choose_fate(self, chip: QToolButton) -> None:
        fate = str(chip.property("fate"))
        self.model.choose_fate(Disposition(fate) if fate else None)

    def show_filter(self, wanted: LedgerFilter) -> None:
        """Show only the sentences that are asked for."""
        self.model.filter(wanted)

    def _keep_current(self) -> None:
        self._kept = self.model.ledger_row(self.list.currentIndex().row()) or self._kept

    def _follow(self) -> None:
        counts = self.model.counts
        total = sum(counts.values())
        parts = shares(tuple(counts.values()))
        self.bar.show_shares(parts)
        self.total.setText(count(total, "sentence"))
        self.fates[None].setText(f"All  {total:,}  ·  {100 if total else 0} %")
        for kind, share in zip(counts, parts, strict=True):
            self.fates[kind].setText(f"{WORDS[kind]}  {counts[kind]:,}  ·  {share:.1f} %")
        words = (
            "No sentence matches. Esc clears the search." if self.model.wanted.words else "There is no such sentence."
        )
        self._nothing.set_words(words if self._desk.preview else "Tick reports to see what becomes of their sentences.")
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        at = self.model.row_of(self._kept)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))

    def _go_current(self) -> None:
        self._go(self.list.currentIndex())

    def _go(self, index: QModelIndex) -> None:
        item = self.model.ledger_row(index.row())
        if item is None:
            return
        if item.entries:
            self.entry_wanted.emit(item.entries[0])
        self.passage_wanted.emit(item.report_id, item.start, item.end)

    def showEvent(self, event: QShowEvent) -> None:
        """Take what was written while the window was closed."""
        super().showEvent(event)
        self._take()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the search with Escape, or close when there is none."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.search.text():
            self.search.clear()
            self._search_now()
            self.list.setFocus()
        else:
            self.close()
