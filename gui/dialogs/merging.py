"""The form for merging: which entries tell the same as the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from briefing.model.briefing import Entry
from gui.dialogs.forms import Form
from gui.reading import Words
from gui.widgets import label
from gui.words import count, sentence


class MergeDialog(Form):
    """Asks for the entries to merge with one; ``merged`` carries their ids, that one first."""

    merged = Signal(object)

    def __init__(self, entry: Entry, others: Sequence[Entry], parent: QWidget, *, ticked: str = "") -> None:
        super().__init__("Merge with other entries", "Merge", parent, (620, 520))
        self._entry = entry
        self.search = QLineEdit()
        self.search.setAccessibleName("Search the entries")
        self.search.setPlaceholderText("Search the entries")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("field")
        self.list.setAccessibleName("Entries to merge with")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        for other in others:
            self.list.addItem(_item(other, ticked=other.id == ticked))
            if other.id == ticked:
                self.list.setCurrentRow(self.list.count() - 1)
        self.body.addWidget(Words(sentence(entry.text), "heading"))
        words = "These words are printed, and the passages of all entries are cited. Tick what tells the same:"
        self.body.addWidget(label(words, "muted", wrap=True))
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._follow)
        self.accepted.connect(self._send)
        self._follow()
        (self.save if ticked else self.search).setFocus()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the entries that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    def _follow(self) -> None:
        number = len(self.chosen())
        self.allow("" if number else "Tick at least one entry.")
        if number:
            self.why_not.setText(f"{count(number + 1, 'entry')} become one.")

    def _send(self) -> None:
        self.merged.emit((self._entry.id, *self.chosen()))


def _item(entry: Entry, *, ticked: bool) -> QListWidgetItem:
    lead = f"{entry.lead}: " if entry.lead else ""
    made = QListWidgetItem(f"{lead}{sentence(entry.text)}")
    made.setData(Qt.ItemDataRole.UserRole, entry.id)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return made
