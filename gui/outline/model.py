"""The rows of the outline: the sections in their order, and under the developments one row for each entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.model.briefing import Briefing, ChangeKind, Entry
from briefing.model.edits import DRAFT_SECTIONS, Pin
from briefing.model.section import SECTION_TITLES, SectionChoice, SectionId
from gui import actions
from gui.desk import Desk
from gui.edits.binding import speaks_of
from gui.words import count, sentence

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-briefing-section"

_COUNTED = {
    SectionId.BOTTOM_LINE: ("bottom_line", "sentence"),
    SectionId.KEY_DEVELOPMENTS: ("developments", "item"),
    SectionId.CITIES: ("cities", "place"),
    SectionId.TIMELINE: ("timeline", "event"),
    SectionId.CONFLICTS: ("conflicts", "conflict"),
    SectionId.GAPS: ("gaps", "gap"),
    SectionId.BACKGROUND: ("background", "item"),
    SectionId.SOURCES: ("sources", "source"),
    SectionId.ENDNOTES: ("notes", "note"),
}


class OutlineRole(IntEnum):
    """What a delegate asks for beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole
    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """A section with what the briefing holds of it; ``open`` is None where nothing can be unfolded."""

    choice: SectionChoice
    title: str
    detail: str
    movable: bool
    open: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """An entry under its section; ``marks`` are pairs of an icon and a word for what the analyst did with it."""

    entry: Entry
    number: int
    marks: tuple[tuple[str, str], ...] = ()


class OutlineModel(QAbstractListModel):
    """Sections and entries as one flat list, rebuilt from the desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unfolded = True
        self._rows: tuple[SectionRow | EntryRow, ...] = ()
        desk.choices_changed.connect(self.rebuild)
        desk.previewed.connect(self._take)
        self.rebuild()

    @property
    def rows(self) -> tuple[SectionRow | EntryRow, ...]:
        """Return all rows."""
        return self._rows

    def key_of(self, row: int) -> str:
        """Return what names a row whatever its place: the id of the section or of the entry."""
        if not 0 <= row < len(self._rows):
            return ""
        item = self._rows[row]
        return item.choice.id.value if isinstance(item, SectionRow) else item.entry.id

    def row_of(self, key: str) -> int:
        """Return the row of a section or an entry, or -1."""
        return next((row for row in range(len(self._rows)) if self.key_of(row) == key), -1)

    def unfold(self, on: bool) -> None:
        """Show or hide the entries under the developments."""
        self._unfolded = on
        self.rebuild()

    def _take(self, _preview: Any) -> None:
        self.rebuild()

    def rebuild(self) -> None:
        """Take the rows from the desk; when only their contents changed, selection and scroll stay."""
        briefing = self._desk.preview.briefing if self._desk.preview else None
        rows: list[SectionRow | EntryRow] = []
        for choice in self._desk.sections:
            rows.append(self._section(choice, briefing))
            if choice.id is SectionId.KEY_DEVELOPMENTS and choice.on and self._unfolded and briefing:
                numbers = briefing.numbers_in(choice.id)
                pins = [edit for edit in self._desk.choices.request.edits if isinstance(edit, Pin)]
                entries = {entry.id: entry for entry in briefing.developments}
                rows.extend(
                    EntryRow(entry=entries[made], number=number, marks=_marks(entries[made], pins))
                    for made, number in numbers.items()
                )
        before = [self.key_of(row) for row in range(len(self._rows))]
        fresh = [item.choice.id.value if isinstance(item, SectionRow) else item.entry.id for item in rows]
        if before == fresh:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def _section(self, choice: SectionChoice, briefing: Briefing | None) -> SectionRow:
        foldable = choice.id is SectionId.KEY_DEVELOPMENTS and choice.on and briefing is not None
        return SectionRow(
            choice=choice,
            title=choice.title or SECTION_TITLES[choice.id],
            detail=_detail(choice, briefing),
            movable=choice.id not in actions.FIXED,
            open=self._unfolded if foldable else None,
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks for; the accessible text says all that is painted."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        item = self._rows[index.row()]
        if role == OutlineRole.ROW:
            return item
        if role == OutlineRole.ID:
            return self.key_of(index.row())
        return _section_data(item, role) if isinstance(item, SectionRow) else _entry_data(item, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Switch a section on or off, or give it another title."""
        item = self._rows[index.row()] if index.isValid() else None
        if not isinstance(item, SectionRow):
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            actions.turn_section(self._desk, item.choice.id, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole:
            own = SECTION_TITLES[item.choice.id]
            actions.rename_section(self._desk, item.choice.id, "" if str(value).strip() == own else str(value))
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row; sections can be dragged, but for those with a settled place."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        item = self._rows[index.row()]
        if isinstance(item, SectionRow):
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
            if item.movable:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Allow moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one kind of thing that is dragged here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the id of the section that is dragged."""
        data = QMimeData()
        if indexes:
            data.setData(MIME, self.key_of(indexes[0].row()).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002  Qt's signature
        """Move the section that was dropped; the view must remove nothing, for the rows come anew from the desk."""
        if not data.hasFormat(MIME):
            return False
        if row < 0:
            row = parent.row() if parent.isValid() else len(self._rows)
        place = sum(1 for item in self._rows[:row] if isinstance(item, SectionRow))
        actions.place_section(self._desk, SectionId(bytes(data.data(MIME).data()).decode()), place)
        return False


def _detail(choice: SectionChoice, briefing: Briefing | None) -> str:
    if not choice.on or briefing is None:
        return "" if choice.on else "off"
    if choice.id is SectionId.MARKING:
        return briefing.marking or "none"
    if choice.id not in briefing.sections and choice.id is not SectionId.MASTHEAD:
        return "nothing to show"
    if choice.id is SectionId.CHANGES:
        return count(sum(change.kind is not ChangeKind.CARRIED for change in briefing.changes), "change")
    words = _counted(choice, briefing) if choice.id in _COUNTED else ""
    if choice.id not in DRAFT_SECTIONS:
        return words
    state = "accepted" if choice.id in briefing.accepted else "draft"
    return f"{words} · {state}" if words else state


def _counted(choice: SectionChoice, briefing: Briefing) -> str:
    name, noun = _COUNTED[choice.id]
    told = len(getattr(briefing, name))
    if choice.limit is not None and choice.limit < told:
        return f"{choice.limit} of {told}"
    if choice.id is SectionId.KEY_DEVELOPMENTS:
        return count(len(briefing.numbers_in(choice.id)), noun)
    return count(told, noun)


def _marks(entry: Entry, pins: Sequence[Pin]) -> tuple[tuple[str, str], ...]:
    marks = (
        ("pin", "pinned", any(speaks_of(pin, entry) for pin in pins)),
        ("pencil", "reworded", entry.edited),
        ("quote", "your own words", entry.own),
    )
    return tuple((icon, word) for icon, word, is_so in marks if is_so)


def _section_data(item: SectionRow, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
            return item.title
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"Section {item.title}, {item.detail}"
        case Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if item.choice.on else Qt.CheckState.Unchecked
        case Qt.ItemDataRole.ToolTipRole:
            return f"{item.title}: {item.detail}" if item.detail else item.title
    return None


def _entry_words(item: EntryRow) -> str:
    lead = f"{item.entry.lead}: " if item.entry.lead else ""
    return f"{item.number}. {lead}{sentence(item.entry.text)}"


def source_count(entry: Entry) -> str:
    """Say how many sources bear an entry out; the report's own voice is one, and uncited words have none."""
    if entry.own and not entry.citations:
        return "not cited"
    return count(max(1, entry.independent_originators), "source")


def _done(item: EntryRow) -> tuple[str, ...]:
    return tuple(word for _, word in item.marks)


def _entry_data(item: EntryRow, role: int) -> Any:
    entry = item.entry
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return _entry_words(item)
        case Qt.ItemDataRole.AccessibleTextRole:
            sources = source_count(entry)
            return ", ".join((f"Item {_entry_words(item)}", entry.status.value, sources, *_done(item)))
        case Qt.ItemDataRole.ToolTipRole:
            return f"{entry.text}\n({', '.join(_done(item))})" if item.marks else entry.text
    return None
