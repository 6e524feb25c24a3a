"""The form for other words: the passages beside the analyst's words, and what no passage bears out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from briefing.model.briefing import Entry
from briefing.model.section import SECTION_TITLES, SectionId
from gui.dialogs.forms import CheckedText, Form, caption, combo
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import button, column, frame, label, row
from gui.words import sentence


class RewordDialog(Form):
    """Asks for words, the place in bold, and where they are to stand; ``reworded`` carries what differs.

    ``own`` are the analyst's words so far, by section.

    Its values are the text and the place, each None where the program's words stay, and a section or None for all.
    """

    reworded = Signal(object, object, object)

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        passages: Sequence[tuple[str, str]],
        sections: Sequence[SectionId],
        parent: QWidget,
        *,
        own: Mapping[SectionId | None, str],
    ) -> None:
        super().__init__("Reword", "Save the words", parent, (880, 480))
        self._entry, self._own = entry, own
        self._program = entry.original or entry.text
        self.lead = QLineEdit(entry.lead)
        self.lead.setAccessibleName("Place in bold before the words")
        self.lead.setPlaceholderText("No place")
        self.text = CheckedText(theme, sentence(entry.text), "Words of the entry")
        known = (entry.lead, entry.when.words)
        names = tuple(name for source in entry.sources for name in (source.originator, source.carrier) if name)
        self.text.cite([quote for _, quote in passages], (*known, *names))
        where: list[tuple[str, object]] = [("Everywhere in the briefing", None)]
        where += [(f"For this section only: {SECTION_TITLES[section]}", section) for section in sections]
        self.where = combo("Where the words stand", where, None)
        self.restore = button("The program’s words", self._restore)
        self.restore.setToolTip("Put the words of the passage back into the field")
        self._build(passages)
        self.where.currentIndexChanged.connect(self._show_own)
        self.text.changed.connect(self._follow)
        self.accepted.connect(self._send)
        self._follow()

    def _build(self, passages: Sequence[tuple[str, str]]) -> None:
        left = column(label("What the reports say", "heading"), spacing=6)
        cards = column(spacing=6)
        for name, quote in passages:
            words = column(Words(" ".join(quote.split())), Words(name, "muted"), spacing=2, margins=(11, 7, 11, 7))
            cards.addWidget(frame("card", words))
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(frame("panel", cards))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Passages that are cited")
        left.addWidget(scroll, 1)
        right = column(caption("Place in bold", self.lead), self.lead, 4, spacing=5)
        right.addLayout(row(caption("Words", self.text.field), 0, self.restore))
        right.addWidget(self.text)
        right.addSpacing(4)
        right.addWidget(caption("Where", self.where))
        right.addWidget(self.where)
        right.addStretch(1)
        both = row(spacing=20)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)
        self.text.field.setFocus()
        self.text.field.selectAll()

    def _follow(self) -> None:
        self.allow("" if self.text.words() else "An entry needs words. To leave it out, hide it.")

    def _section(self) -> SectionId | None:
        chosen = self.where.currentData()
        return SectionId(chosen) if chosen else None

    def _show_own(self) -> None:
        """Show the words that already stand in the section that was chosen."""
        if words := self._own.get(self._section()):
            self.text.field.setPlainText(words)

    def _restore(self) -> None:
        self.text.field.setPlainText(sentence(self._program))

    def _send(self) -> None:
        words = self.text.words()
        own = words not in {self._program, sentence(self._program)}
        lead = self.lead.text().strip()
        self.reworded.emit(words if own else None, lead if lead != self._entry.lead else None, self._section())
