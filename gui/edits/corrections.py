"""The list of all corrections: what each does, what became of it, and the way to it and back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.model.briefing import Briefing
from briefing.model.edits import AcceptCheck, Edit, passages_of
from gui.desk import Desk
from gui.edits import steps
from gui.edits.binding import DRAFT, JUDGEMENT, OWN, SOURCE, entry_on
from gui.edits.words import LOST, check_words, detail_of, state_of, state_words, words_of
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import PictureLabel, button, column, frame, label, row
from gui.words import count

_AT_ONCE = 50
"""Cards shown at once: some hundreds would hold the window up at each change."""
_NONE = (
    "No corrections yet. Choose an entry on the page to hide, pin, move, merge, reword or grade it. "
    "Each correction is listed here and can be taken back."
)


def target_of(edit: Edit, briefing: Briefing) -> str:
    """Return the id of what a correction is about on the page, or "" where nothing of it stands there."""
    for kind, name, lead in _TARGETS:
        if type(edit).__name__ == kind:
            return f"{lead}{getattr(edit, name)}"
    if isinstance(edit, AcceptCheck):
        return next((check.entry for check in briefing.checks if check.id == edit.check), "")
    found = entry_on(briefing, passages_of(edit))
    return found.id if found else ""


_TARGETS = (
    ("OwnEntry", "id", OWN),
    ("Judgement", "id", JUDGEMENT),
    ("GradeSource", "source", SOURCE),
    ("AcceptDraft", "section", DRAFT),
)


class CorrectionsDialog(QDialog):
    """A window that can stay open; it follows every change."""

    entry_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._most = _AT_ONCE
        self.setWindowTitle("Corrections")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 560)
        self._summary = label("", "muted", wrap=True)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Corrections")
        self.close_button = button("Close", self.accept, primary=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(10)
        whole.addWidget(label("Corrections", "title"))
        whole.addWidget(self._summary)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(row(0, self.close_button))
        desk.choices_changed.connect(self.rebuild)
        desk.previewed.connect(self._take)
        self.rebuild()

    def _take(self, _preview: object) -> None:
        self.rebuild()

    def rebuild(self) -> None:
        """Take the corrections from the desk; those whose evidence changed or went stand first."""
        edits = steps.edits_of(self._desk)
        briefing = self._desk.preview.briefing if self._desk.preview else None
        if briefing is not None and briefing.request.edits != edits:
            briefing = None
        lost = [edit for at, edit in enumerate(edits) if briefing and state_of(briefing, at) in LOST]
        self._summary.setText(_summary(len(edits), len(lost)))
        body = column(spacing=8, margins=(0, 0, 8, 0))
        if not edits:
            body.addWidget(label(_NONE, "muted", wrap=True))
        order = sorted(range(len(edits)), key=lambda at: (edits[at] not in lost, -at))
        for at in order[: self._most]:
            body.addWidget(self._card(edits[at], at, briefing, lost=edits[at] in lost))
        if len(order) > self._most:
            body.addWidget(button(f"Show {min(_AT_ONCE, len(order) - self._most)} more", self._show_more))
        body.addStretch(1)
        at = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(frame("panel", body))
        self._scroll.verticalScrollBar().setValue(at)

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self.rebuild()

    def _card(self, edit: Edit, at: int, briefing: Briefing | None, *, lost: bool) -> QWidget:
        words = words_of(edit)
        words = words[:1].upper() + words[1:]
        text = column(Words(words, "heading"), spacing=2)
        if detail := detail_of(edit):
            text.addWidget(Words(detail, "muted"))
        if briefing and (found := check_words(edit, briefing)):
            text.addWidget(Words(found, "muted"))
        if briefing:
            text.addWidget(Words(state_words(briefing, at), "warn" if lost else "muted"))
            told = next((outcome.words for outcome in briefing.edits if outcome.index == at), "")
            if lost and told:
                text.addWidget(Words(told, "muted"))
        target = target_of(edit, briefing) if briefing else ""
        go = button("Go to it", partial(self.entry_wanted.emit, target))
        go.setVisible(bool(target))
        go.setAccessibleName(f"Go to it: {words}")
        back = button("Take back", partial(steps.take_back, self._desk, edit))
        back.setAccessibleName(f"Take back: {words}")
        line = row(spacing=8, margins=(12, 9, 10, 9))
        line.addWidget(PictureLabel(self._theme, *(("warning", "warn") if lost else ("done", "good"))))
        line.addLayout(text, 1)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return frame("warn" if lost else "card", line)


def _summary(total: int, lost: int) -> str:
    if not total:
        return ""
    kept = count(total, "correction")
    if not lost:
        return f"{kept}, the latest first. They are kept when reports are added or removed."
    verb = "rests" if lost == 1 else "rest"
    return f"{kept}. {lost} {verb} on words that changed or went; nothing is discarded until you take it back."
