"""The rows of the ledger on screen: places in the ledger that match, taken anew at each filter, never sorted by Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.model.briefing import Disposition, LedgerRow
from briefing.model.section import SectionId
from gui.ledger.rows import WITHHELD, WORDS, Ledger, LedgerFilter, count_fates, fate_words
from gui.words import sentence

Index = QModelIndex | QPersistentModelIndex


class LedgerRole(IntEnum):
    """What a delegate asks for beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One sentence as it is painted: its words, the report it stands in, and what became of it."""

    row: LedgerRow
    words: str
    report: str
    fate: str


class LedgerModel(QAbstractListModel):
    """The sentences that the filter leaves; words are made when a row is painted, not before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = Ledger((), {})
        self._titles: Mapping[SectionId, str] = {}
        self._entries: Mapping[str, str] = {}
        self._places: tuple[int, ...] = ()
        self.wanted = LedgerFilter()
        self.counts = dict.fromkeys(Disposition, 0)

    def show_ledger(self, ledger: Ledger, titles: Mapping[SectionId, str], entries: Mapping[str, str]) -> None:
        """Take another ledger; the filter stays."""
        self._ledger, self._titles, self._entries = ledger, titles, entries
        self.filter(self.wanted)

    def filter(self, wanted: LedgerFilter) -> None:
        """Show only the sentences that are asked for; ``counts`` are those of all fates among them."""
        rows = self._ledger.rows
        found = self._ledger.found(wanted)
        shown = wanted.disposition
        self.beginResetModel()
        self.wanted = wanted
        self.counts = count_fates(rows, found)
        self._places = found if shown is None else tuple(item for item in found if rows[item].disposition is shown)
        self.endResetModel()

    def choose_fate(self, disposition: Disposition | None) -> None:
        """Show the sentences with one fate, or with any."""
        self.filter(replace(self.wanted, disposition=disposition))

    def ledger_row(self, row: int) -> LedgerRow | None:
        """Return the sentence of a row, or None."""
        return self._ledger.rows[self._places[row]] if 0 <= row < len(self._places) else None

    def row_of(self, wanted: LedgerRow | None) -> int:
        """Return the row of a sentence, found by its passage, or -1."""
        if wanted is None:
            return -1
        rows, passage = self._ledger.rows, wanted.span
        return next((row for row, place in enumerate(self._places) if rows[place].span == passage), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of sentences shown."""
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks for; the accessible text says all that is painted."""
        row = self.ledger_row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case LedgerRole.ROW:
                return self._shown(row)
            case Qt.ItemDataRole.DisplayRole:
                return _words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = self._shown(row)
                return f"{WORDS[row.disposition]}: {shown.words} {shown.fate}. {shown.report}"
            case Qt.ItemDataRole.ToolTipRole:
                return _words(row)
        return None

    def _shown(self, row: LedgerRow) -> ShownRow:
        return ShownRow(
            row=row,
            words=_words(row),
            report=self._ledger.title(row),
            fate=fate_words(row, self._titles, self._entries),
        )


def _words(row: LedgerRow) -> str:
    return sentence(" ".join(row.quote.split())) or WITHHELD
