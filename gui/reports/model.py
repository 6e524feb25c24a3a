"""The rows of the report list, with search; ids and texts only, nothing is painted here."""

from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing.model.notice import Notice
from briefing.model.report import Report
from gui import actions
from gui.desk import Desk
from gui.words import count, day

Index = QModelIndex | QPersistentModelIndex


class ReportRole(IntEnum):
    """What a delegate asks for beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole
    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One row: a report, or a file that could not be read when ``problem`` says why."""

    id: str
    title: str
    detail: str
    entries: int = 0
    problem: str = ""
    dated: bool = True
    withheld: bool = False


class ReportsModel(QAbstractListModel):
    """The reports of the desk that match the search, then the files that could not be read."""

    filtered = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keys: tuple[str, ...] = ()
        self._made: dict[str, ReportRow] = {}
        self._words: tuple[str, ...] = ()
        self._haystacks: dict[str, str] = {}
        self._entries: dict[str, int] = {}
        self._withheld: frozenset[str] = frozenset()
        desk.reports_changed.connect(self.rebuild)
        desk.previewed.connect(self._count_entries)
        self.rebuild()

    @property
    def shown_reports(self) -> tuple[str, ...]:
        """Return the ids of the reports that the search leaves, without the files that could not be read."""
        return tuple(key for key in self._keys if key in self._desk.reports)

    @property
    def searching(self) -> bool:
        """Tell whether a search hides rows."""
        return bool(self._words)

    def search(self, words: str) -> None:
        """Show only rows that hold all the words, in text, title, source, date or file name."""
        self._words = tuple(words.casefold().split())
        self.rebuild()
        self.filtered.emit()

    def row_of(self, key: str) -> int:
        """Return the row of a report or file, or -1 when the search hides it."""
        return self._keys.index(key) if key in self._keys else -1

    def rebuild(self) -> None:
        """Take the rows from the desk; ticks alone change no row, so selection and scroll stay."""
        choices = self._desk.choices
        keys = tuple(key for key in (*choices.problems, *choices.listed) if self._matches(key))
        if keys == self._keys:
            if keys:
                self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))
            return
        self.beginResetModel()
        self._keys = keys
        self.endResetModel()

    def _row(self, key: str) -> ReportRow:
        if notice := self._desk.problems.get(key):
            return ReportRow(
                id=key, title=Path(key).name, detail="", problem=notice.message.replace(key, Path(key).name)
            )
        row = self._made.get(key)
        if row is None:
            row = self._made[key] = _report_row(self._desk.reports[key])
        return replace(row, entries=self._entries.get(key, 0), withheld=key in self._withheld)

    def _matches(self, key: str) -> bool:
        report, notice = self._desk.reports.get(key), self._desk.problems.get(key)
        if not self._words or (report is None and notice is None):
            return report is not None or notice is not None
        known = self._haystacks.get(key)
        if known is None:
            known = self._haystacks[key] = _haystack(report) if report else _problem_haystack(key, notice)
        return all(word in known for word in self._words)

    def _count_entries(self, preview: Any) -> None:
        self._entries = {}
        self._withheld = frozenset()
        if preview:
            briefing = preview.briefing
            chosen = {choice.id for choice in preview.request.reports}
            self._withheld = frozenset(chosen - {report.id for report in briefing.reports})
            for entry in (*briefing.developments, *briefing.background):
                for report_id in {citation.span.report_id for citation in entry.citations}:
                    self._entries[report_id] = self._entries.get(report_id, 0) + 1
        self.rebuild()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks for; the accessible text says all that is painted."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        item = self._row(self._keys[index.row()])
        if role == Qt.ItemDataRole.CheckStateRole:
            unused = item.id in self._desk.choices.unused
            return None if item.problem else Qt.CheckState.Unchecked if unused else Qt.CheckState.Checked
        return _row_data(item).get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a report or take its tick away."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or self._row(self._keys[index.row()]).problem:
            return False
        actions.use_reports(
            self._desk, [self._row(self._keys[index.row()]).id], Qt.CheckState(value) == Qt.CheckState.Checked
        )
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._row(self._keys[index.row()]).problem else flags | Qt.ItemFlag.ItemIsUserCheckable


def _report_row(report: Report) -> ReportRow:
    parts = (day(report.published), report.publisher or "", Path(report.origin).name)
    return ReportRow(
        id=report.id,
        title=" ".join(report.title.split()) or Path(report.origin).name,
        detail="  ·  ".join(part for part in parts if part),
        dated=report.published is not None,
    )


def _haystack(report: Report) -> str:
    parts = (report.title, report.publisher or "", day(report.published), Path(report.origin).name, report.text)
    return "\n".join(parts).casefold()


def _problem_haystack(key: str, notice: Notice | None) -> str:
    return f"{key}\n{notice.message if notice else ''}".casefold()


def _row_data(item: ReportRow) -> dict[int, Any]:
    return {
        Qt.ItemDataRole.DisplayRole: item.title,
        Qt.ItemDataRole.AccessibleTextRole: _spoken(item),
        Qt.ItemDataRole.ToolTipRole: item.problem or f"{item.title}\n{item.detail}",
        ReportRole.ID: item.id,
        ReportRole.ROW: item,
    }


def _spoken(item: ReportRow) -> str:
    if item.problem:
        return f"{item.title}, not read: {item.problem}"
    withheld = "Withheld, being marked above the ceiling. " if item.withheld else ""
    return f"{withheld}{item.title}, {item.detail.replace('  ·  ', ', ')}, {count(item.entries, 'entry')}"
