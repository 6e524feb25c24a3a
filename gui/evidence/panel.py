"""The panel on the right: what an entry rests on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.model.briefing import Status
from briefing.model.section import SectionId
from gui.desk import Desk
from gui.edits.binding import DRAFT, SOURCE
from gui.evidence.finding import find_anything
from gui.evidence.passage import PassageText
from gui.evidence.subject import WHY, Kind, Passage, Subject
from gui.paint import paint_pill, status_colours
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import IconButton, PictureLabel, button, column, frame, label, row
from gui.words import count, sentence


class StatusPill(QWidget):
    """The status of an entry as a word on its tint."""

    def __init__(self, theme: Theme, status: Status) -> None:
        super().__init__()
        self._theme, self._status = theme, status
        self.setAccessibleName(f"Status: {status.value}")
        self.setFixedSize(130, 20)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, 0, 0, self._status.value.capitalize(), status_colours(self._status, self._theme.tokens))
        painter.end()


class EvidencePanel(QWidget):
    """Statement, status, reasons, and each passage marked in the context of its report."""

    report_wanted = Signal(str, int, int)
    split_wanted = Signal(str, int, int)
    grade_source_wanted = Signal(str)
    accept_wanted = Signal(object)
    hide_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self._shown: Subject | None = None
        self.make_tools: Callable[[bool], QWidget] | None = None
        self.entry = ""
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(284)
        self.setAccessibleName("Evidence")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Evidence of the chosen item")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        hide = IconButton(theme, "panel", "Hide the evidence (F9)")
        hide.clicked.connect(self.hide_wanted)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(row(label("Evidence", "heading"), 0, hide, margins=(14, 7, 8, 5)))
        body.addWidget(self._scroll, 1)
        desk.previewed.connect(self._take)
        self._rebuild()

    @property
    def subject(self) -> Subject | None:
        """Return what is shown, or None."""
        return self._shown

    def show_entry(self, entry: str) -> None:
        """Show what an entry rests on; "" shows the hint."""
        self.entry = entry
        self._refresh()

    def _take(self, _preview: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        preview = self._desk.preview
        subject = find_anything(preview.briefing, preview.findings, self.entry) if preview and self.entry else None
        if subject != self._shown:
            self._shown = subject
            self._rebuild()

    def _rebuild(self) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._scroll.setWidget(self._build(self._shown) if self._shown else self._build_hint())
        if inside:  # the button that was pressed is gone, and the keys are to go on working here
            self._scroll.setFocus()

    def _build_hint(self) -> QWidget:
        words = label("Click a sentence in the preview to see where it comes from.", "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = column(0, spacing=10, margins=(30, 0, 30, 0))
        body.addWidget(PictureLabel(self._theme, "quote", "muted", 34), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(words)
        body.addStretch(2)
        return frame("panel", body)

    def _build(self, subject: Subject) -> QWidget:
        body = column(spacing=9, margins=(14, 2, 14, 16))
        if subject.lead:
            body.addWidget(Words(subject.lead, "heading"))
        body.addWidget(Words(sentence(subject.text)))
        if subject.status:
            body.addWidget(StatusPill(self._theme, subject.status))
        if tools := self._build_tools(subject):
            body.addWidget(tools)
        facts = tuple(pair for pair in subject.facts if pair[0] != WHY)
        if facts:
            body.addLayout(self._build_facts(facts))
        if subject.warning:
            body.addWidget(self._build_warning(subject.warning))
        if subject.passages:
            body.addSpacing(2)
            body.addWidget(label(f"Supported by {count(len(subject.passages), 'passage')}", "heading"))
        for passage in subject.passages:
            body.addWidget(self._build_passage(passage, subject))
        for words in (words for name, words in subject.facts if name == WHY):
            body.addSpacing(2)
            body.addWidget(label("Why it stands here", "heading"))
            body.addWidget(Words(words, "muted"))
        body.addStretch(1)
        return frame("panel", body)

    def _build_tools(self, subject: Subject) -> QWidget | None:
        """Build what can be done with the subject, or None where nothing can."""
        match subject.kind:
            case Kind.ENTRY | Kind.WRITTEN if self.make_tools:
                return self.make_tools(subject.kind is Kind.WRITTEN)
            case Kind.SOURCE:
                name = subject.id.removeprefix(SOURCE)
                return button("Grade this source…", partial(self.grade_source_wanted.emit, name))
            case Kind.DRAFT:
                section = SectionId(subject.id.removeprefix(DRAFT))
                return button("Accept this draft", partial(self.accept_wanted.emit, section), primary=True)
        return None

    def _build_facts(self, facts: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for line, (name, words) in enumerate(facts):
            caption = Words(name, "muted") if len(name) > 12 else label(name, "muted")
            grid.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(words, "muted"), line, 1)
        return grid

    def _build_warning(self, words: str) -> QWidget:
        picture = PictureLabel(self._theme, "warning", "warn")
        text = Words(words, "warn")
        body = row(spacing=9, margins=(11, 9, 11, 9))
        body.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        body.addWidget(text, 1)
        return frame("warn", body)

    def _build_passage(self, passage: Passage, subject: Subject) -> QWidget:
        body = column(spacing=5, margins=(12, 9, 12, 6))
        source = Words(passage.source, "heading")
        head = row(spacing=8)
        head.addWidget(source, 1)
        if passage.kind:
            head.addWidget(label(passage.kind, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        body.addWidget(PassageText(self._theme, passage))
        if passage.rule:
            body.addWidget(Words(f"Found by: {passage.rule}", "muted"))
        body.addWidget(_where(passage))
        links = row(self._open_button(passage), spacing=2)
        if subject.kind is Kind.ENTRY and len(subject.passages) > 1:
            links.addWidget(self._split_button(passage))
        links.addStretch(1)
        body.addLayout(links)
        if passage.register:
            body.addLayout(row(self._grade_button(passage.register), 0))
        return frame("card", body)

    def _split_button(self, passage: Passage) -> IconButton:
        made = IconButton(self._theme, "split", "Make this passage an entry of its own", "Split off", accent=True)
        made.setObjectName("link")
        span = passage.span
        made.clicked.connect(partial(self.split_wanted.emit, span.report_id, span.start, span.end))
        return made

    def _grade_button(self, name: str) -> IconButton:
        made = IconButton(self._theme, "grade", f"Grade the source “{name}”", "Grade this source", accent=True)
        made.setObjectName("link")
        made.clicked.connect(partial(self.grade_source_wanted.emit, name))
        return made

    def _open_button(self, passage: Passage) -> IconButton:
        made = IconButton(self._theme, "open", "Show this passage in the whole report", "Open report", accent=True)
        made.setObjectName("link")
        made.setProperty("span", (passage.span.report_id, passage.span.start, passage.span.end))
        made.clicked.connect(self._open)
        return made

    def _open(self) -> None:
        report_id, start, end = self.sender().property("span")
        self.report_wanted.emit(report_id, start, end)

    def focus_content(self) -> None:
        """Put the keyboard into the first passage, or on the panel when there is none."""
        passages = self.findChildren(PassageText)
        (passages[0] if passages else self._scroll).setFocus()

    def open_first(self) -> None:
        """Open the report of the first passage."""
        if self._shown and self._shown.passages:
            span = self._shown.passages[0].span
            self.report_wanted.emit(span.report_id, span.start, span.end)


def _where(passage: Passage) -> Words:
    words = Words(f"[{passage.number}]  {passage.where}", "muted")
    words.setToolTip(passage.title)
    return words
