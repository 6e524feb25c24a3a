"""The list of passages that the analyst's own words rest on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from briefing.model.edits import Passage
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import IconButton, button, column, frame, label, row
from gui.words import count

_HINT = (
    "No passage is cited yet. Take those of the chosen entry, or open a report, select its words and choose "
    "“Cite selection” there; this form stays open."
)


class CitedPassages(QWidget):
    """Passages with a button to take each away; more come from the chosen entry and from the report window."""

    changed = Signal()

    def __init__(
        self, theme: Theme, passages: Sequence[Passage], name_of: Callable[[Passage], str], caption: str
    ) -> None:
        super().__init__()
        self._theme, self._name_of, self._caption = theme, name_of, caption
        self._passages = tuple(passages)
        self._offered: tuple[Passage, ...] = ()
        self._count = label("", "heading")
        self.take = button("Cite the chosen entry", self._take)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Cited passages")
        self._scroll.setMinimumHeight(96)
        body = column(spacing=6)
        body.addLayout(row(self._count, 0, self.take))
        body.addWidget(self._scroll, 1)
        self.setLayout(body)
        self.offer(())
        self._rebuild()

    def passages(self) -> tuple[Passage, ...]:
        """Return the passages that are cited."""
        return self._passages

    def offer(self, passages: Sequence[Passage]) -> None:
        """Offer the passages of the chosen entry."""
        self._offered = tuple(passages)
        self.take.setEnabled(bool(set(self._offered) - set(self._passages)))

    def add(self, passages: Sequence[Passage]) -> None:
        """Cite some passages more."""
        self._passages = tuple(dict.fromkeys((*self._passages, *passages)))
        self._rebuild()
        self.changed.emit()

    def _take(self) -> None:
        self.add(self._offered)

    def _remove(self, passage: Passage) -> None:
        self._passages = tuple(item for item in self._passages if item != passage)
        self._rebuild()
        self.changed.emit()

    def _rebuild(self) -> None:
        number = len(self._passages)
        self._count.setText(f"{self._caption}: {count(number, 'passage')}" if number else self._caption)
        body = column(spacing=6)
        if not number:
            body.addWidget(label(_HINT, "muted", wrap=True))
        for passage in self._passages:
            body.addWidget(self._card(passage))
        body.addStretch(1)
        self._scroll.setWidget(frame("panel", body))
        self.offer(self._offered)

    def _card(self, passage: Passage) -> QWidget:
        away = IconButton(self._theme, "close", "Do not cite this passage")
        away.clicked.connect(partial(self._remove, passage))
        words = column(Words(" ".join(passage.quote.split())), Words(self._name_of(passage), "muted"), spacing=2)
        line = row(spacing=6, margins=(11, 7, 6, 7))
        line.addLayout(words, 1)
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return frame("card", line)
