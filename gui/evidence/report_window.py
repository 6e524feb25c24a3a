"""The whole text of a report, with its passages marked and what became of each sentence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from briefing.model.briefing import Disposition, LedgerRow
from briefing.model.report import Report, Span
from briefing.model.section import SECTION_TITLES
from gui.desk import Desk
from gui.evidence.subject import qt_position, shown_text
from gui.reading import Words
from gui.theme import Theme, font
from gui.widgets import IconButton, frame, label, row
from gui.words import count, day, short_path

_LONGEST = 120_000
"""Characters shown at once: Qt takes seconds to lay out more, so of longer reports a part is shown, and said so."""


class ReportWindow(QWidget):
    """A window of its own beside the main one: it can stay open while one works on."""

    cite_wanted = Signal(str, int, int)

    def __init__(self, desk: Desk, theme: Theme, report: Report, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._theme = desk, theme
        self.report = report
        self._marked: Span | None = None
        self._first = 0
        self._shown = ""
        self.text = QPlainTextEdit()
        self.fate = Words("", "muted")
        self._count = label("", "muted")
        self._part = label("", "warn", wrap=True)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"{report.title} – report")
        self.resize(720, 780)
        self._build()
        self.text.cursorPositionChanged.connect(self._tell_fate)
        desk.previewed.connect(self._take)
        theme.changed.connect(self._mark)

    def _build(self) -> None:
        report = self.report
        head = self._head_words()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Text of the report")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFont(font(0.6))
        self.text.document().setDocumentMargin(22)
        self.cite = IconButton(
            self._theme,
            "quote",
            "Cite the selected words for an entry or judgement of yours (Ctrl+L)",
            "Cite selection",
        )
        self.cite.clicked.connect(self._cite)
        self.text.selectionChanged.connect(self._follow_selection)
        self._follow_selection()
        before = IconButton(self._theme, "up", "Passage before (Shift+F3)")
        after = IconButton(self._theme, "down", "Next passage (F3)")
        before.clicked.connect(self.go_back)
        after.clicked.connect(self.go_on)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(22, 14, 14, 10)
        top.setSpacing(3)
        top.addWidget(Words(report.title[:400], "title"))
        top.addLayout(row(Words(head, "muted")))
        tools = row(self._count, 0, self.cite, 6, before, after, spacing=2)
        top.addLayout(tools)
        self._part.setVisible(False)
        top.addWidget(self._part)
        body.addWidget(frame("bar", top))
        body.addWidget(self.text, 1)
        body.addWidget(frame("foot", row(self.fate, margins=(22, 9, 22, 9))))

    def _head_words(self) -> str:
        report = self.report
        parts = (report.publisher or "", day(report.published), short_path(report.origin))
        return "  ·  ".join(part for part in parts if part)

    def show_passage(self, start: int, end: int) -> None:
        """Mark a passage and bring it into view; 0, 0 shows the beginning."""
        self._marked = Span(report_id=self.report.id, start=start, end=end) if end > start else None
        self._fill(start)
        self._mark()
        cursor = self.text.textCursor()
        cursor.setPosition(self._position(start))
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        self.text.setFocus()
        self._tell_fate()

    def _fill(self, around: int) -> None:
        whole = self.report.text
        first = max(0, around - _LONGEST // 2) if len(whole) > _LONGEST else 0
        if self._shown and first == self._first:
            return
        self._first = first
        self._shown = shown_text(whole[first : first + _LONGEST])
        self.text.setPlainText(self._shown)
        part = f"This report is very long; {len(self._shown):,} of its {len(whole):,} characters are shown."
        self._part.setText(part)
        self._part.setVisible(len(whole) > _LONGEST)

    def _position(self, at: int) -> int:
        return qt_position(self._shown, min(max(0, at - self._first), len(self._shown)))

    def _spans(self) -> list[Span]:
        preview = self._desk.preview
        if preview is None:
            return []
        entries = (*preview.briefing.developments, *preview.briefing.background)
        spans = {citation.span for entry in entries for citation in entry.citations}
        return sorted(span for span in spans if span.report_id == self.report.id)

    def _take(self, _preview: object) -> None:
        self._mark()
        self._tell_fate()

    def _mark(self) -> None:
        spans = self._spans()
        self._count.setText(
            f"{count(len(spans), 'passage')} used in the briefing" if spans else "Nothing of it is used"
        )
        tokens = self._theme.tokens
        marks = [self._selection(span, tokens.accent_tint) for span in spans if span != self._marked]
        if self._marked:
            marks.append(self._selection(self._marked, tokens.mark))
        self.text.setExtraSelections(marks)

    def _selection(self, span: Span, colour: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._position(span.start))
        cursor.setPosition(self._position(span.end), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(QColor(colour))
        made.cursor = cursor
        made.format = look
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next passage with F3, back with Shift+F3, close with Escape."""
        if event.key() == Qt.Key.Key_F3:
            self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_L and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._cite()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Go to the next passage."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the passage before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        spans = self._spans()
        if not spans:
            return
        at = self._marked.start if self._marked else -1
        later = [span for span in spans if span.start > at]
        earlier = [span for span in spans if span.start < at]
        chosen = (later[0] if later else spans[0]) if by > 0 else (earlier[-1] if earlier else spans[-1])
        self.show_passage(chosen.start, chosen.end)

    def _follow_selection(self) -> None:
        self.cite.setEnabled(self._selected() is not None)

    def _selected(self) -> tuple[int, int] | None:
        """Return the stretch of the report that is selected, without blanks around it, or None."""
        cursor = self.text.textCursor()
        first, last = (
            self._first + _python_position(self._shown, at) for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        words = self.report.text[first:last]
        if not words.strip():
            return None
        return first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())

    def _cite(self) -> None:
        if chosen := self._selected():
            self.cite_wanted.emit(self.report.id, *chosen)

    def _tell_fate(self) -> None:
        preview = self._desk.preview
        at = self._first + _python_position(self._shown, self.text.textCursor().position())
        rows = preview.briefing.ledger if preview else ()
        found = next(
            (item for item in rows if item.report_id == self.report.id and item.start <= at < item.end),
            None,
        )
        self.fate.set_words(_fate_words(found) if found else "Click a sentence to see what became of it.")


def _python_position(text: str, position: int) -> int:
    if text.isascii():
        return position
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))


def _fate_words(item: LedgerRow) -> str:
    if item.disposition is Disposition.LEFT_OUT:
        return f"This sentence was left out: {item.reason}"
    where = ", ".join(f"“{SECTION_TITLES[section]}”" for section in item.sections)
    return f"This sentence is {item.disposition.value}{f' in {where}' if where else ''}. {item.reason}".strip()
