"""The rows of the check before export: a heading for each kind, and under it the findings."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from briefing.model.briefing import Check
from gui.checks.groups import CheckRow, Heading, group_checks
from gui.words import count

Index = QModelIndex | QPersistentModelIndex


class CheckRole(IntEnum):
    """What a delegate asks for beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole


class ChecksModel(QAbstractListModel):
    """The findings grouped by kind; headings cannot be selected."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[CheckRow, ...] = ()

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Take other findings."""
        rows = group_checks(checks)
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, check: str) -> int:
        """Return the row of a finding by its id, or -1."""
        return next((at for at, row in enumerate(self.rows) if isinstance(row, Check) and row.id == check), -1)

    def next_finding(self, row: int) -> int:
        """Return the row of the finding at or after a row, else of the last one before it, or -1 when there is none."""
        findings = [at for at, item in enumerate(self.rows) if isinstance(item, Check)]
        return next((at for at in findings if at >= row), findings[-1] if findings else -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let findings be selected, and headings only be seen."""
        if not index.isValid() or isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks for; the accessible text says all that is painted."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        item = self.rows[index.row()]
        match role:
            case CheckRole.ROW:
                return item
            case Qt.ItemDataRole.DisplayRole:
                return item.words if isinstance(item, Heading) else item.sentence
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(item)
            case Qt.ItemDataRole.ToolTipRole:
                return None if isinstance(item, Heading) else f"{item.sentence}\n{item.remedy}"
        return None


def _spoken(item: CheckRow) -> str:
    if isinstance(item, Heading):
        return f"{item.words}, {count(item.number, 'finding')}"
    return f"{item.sentence} Accepted: {item.reason}" if item.accepted else f"{item.sentence} {item.remedy}"
