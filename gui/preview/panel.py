"""The panel in the middle: how fresh the pages are, zoom, and the pages or what to do when there are none."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.edits.banner import LostBanner
from gui.preview.draft_buttons import DraftButtons
from gui.preview.page_view import PageView
from gui.preview.sheets import FIT_WIDTH, WHOLE_PAGE
from gui.preview.toast import Toast
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import IconButton, PictureLabel, button, column, frame, label, row
from gui.words import count

_WORDS = {"live": "Live", "updating": "Updating", "failed": "Not up to date", "empty": "", "reading": "Reading"}


class StateDot(QWidget):
    """A dot in the colour of the state; the word beside it says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = "empty"
        self.setFixedSize(10, 10)
        theme.changed.connect(self.update)

    def show_state(self, state: str) -> None:
        """Take another state."""
        self._state = state
        self.setVisible(state != "empty")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the dot."""
        tokens = self._theme.tokens
        colours = {"live": tokens.good, "updating": tokens.accent, "failed": tokens.bad, "reading": tokens.accent}
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.get(self._state, tokens.faint)))
        painter.drawEllipse(QRectF(1, 1, 8, 8))
        painter.end()


class PreviewPanel(QWidget):
    """The pages with their head, and the message over their foot."""

    add_files_wanted = Signal()
    add_folder_wanted = Signal()
    samples_wanted = Signal()
    choices_wanted = Signal()
    use_all_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(340)
        self.view = PageView(theme)
        self.drafts = DraftButtons(self.view, theme)
        self.banner = LostBanner(desk, theme)
        self.state = label("", "muted")
        self.page = label("", "muted")
        self._dot = StateDot(theme)
        self._build()
        self.toast = Toast(theme, self)
        desk.state_changed.connect(self._follow)
        desk.choices_changed.connect(self._follow)
        desk.previewed.connect(self._take)
        desk.lane.progressed.connect(self._tell_progress)
        self.view.shown.connect(self._follow)
        self.view.zoomed.connect(self._zoomed)
        self.view.verticalScrollBar().valueChanged.connect(self._count)
        self.view.set_zoom(desk.view.zoom)
        self._follow()

    def _build(self) -> None:
        theme = self._theme
        self.out_button = IconButton(theme, "minus", "Smaller (Ctrl+-)")
        self.fit_button = IconButton(theme, "fit-width", "Fit the width (Ctrl+0)", "Fit")
        self.in_button = IconButton(theme, "plus", "Larger (Ctrl++)")
        self.out_button.clicked.connect(self.view.zoom_out)
        self.fit_button.clicked.connect(self.view.fit_width)
        self.in_button.clicked.connect(self.view.zoom_in)
        parts = (label("Preview", "heading"), 4, self._dot, self.state, 0)
        head = row(*parts, self.out_button, self.fit_button, self.in_button, 6, self.page, margins=(14, 6, 14, 6))
        self._error = Words("", "bad")
        self._error_bar = frame("bad", row(PictureLabel(theme, "error", "bad"), self._error, margins=(12, 8, 12, 8)))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._build_welcome())
        self._stack.addWidget(self._build_none_ticked())
        self._stack.addWidget(self._build_waiting())
        self._bad_box = frame("panel", row(self._error_bar, margins=(12, 8, 12, 8)))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(frame("bar", head))
        body.addWidget(self._bad_box)
        body.addWidget(self.banner)
        body.addLayout(self._stack, 1)

    def _build_welcome(self) -> QWidget:
        card = column(spacing=10, margins=(34, 30, 34, 30))
        card.addWidget(label("From reports to a briefing", "huge", wrap=True))
        words = "Add reports. Choose what matters. Every sentence in the briefing stays linked to its source."
        card.addWidget(label(words, "muted", wrap=True))
        card.addSpacing(8)
        card.addWidget(button("Add report files…", self.add_files_wanted.emit, primary=True))
        card.addWidget(button("Add a folder…", self.add_folder_wanted.emit))
        card.addWidget(button("Try the sample reports", self.samples_wanted.emit))
        card.addWidget(button("Open saved choices…", self.choices_wanted.emit))
        card.addSpacing(4)
        card.addWidget(
            label(
                "You can also drop files or folders anywhere in this window: text, Markdown or HTML.",
                "muted",
                wrap=True,
            )
        )
        plain = frame("plain", card)
        plain.setMaximumWidth(440)
        return self._middle(plain)

    def _build_none_ticked(self) -> QWidget:
        heading = label("No report is ticked", "heading")
        words = label("Tick the reports on the left that the briefing is to be written from.", "muted", wrap=True)
        for part in (heading, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = column(heading, words, 6, spacing=6, margins=(30, 26, 30, 26))
        card.insertWidget(0, PictureLabel(self._theme, "page", "muted", 34), 0, Qt.AlignmentFlag.AlignHCenter)
        card.addWidget(button("Use all reports", self.use_all_wanted.emit, primary=True))
        plain = frame("plain", card)
        plain.setMaximumWidth(360)
        return self._middle(plain)

    def _build_waiting(self) -> QWidget:
        self.waiting = label("", "muted", wrap=True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return self._middle(self.waiting)

    def _middle(self, inner: QWidget) -> QWidget:
        canvas = Canvas(self._theme)
        body = QVBoxLayout(canvas)
        across = row(24)
        across.insertStretch(0, 1)
        across.addWidget(inner, 6)
        across.addStretch(1)
        body.addStretch(2)
        body.addLayout(across)
        body.addStretch(3)
        return canvas

    def _take(self, preview: object) -> None:
        self.view.show_pages(preview.pages if preview else None)  # type: ignore[attr-defined]

    def _follow(self) -> None:
        desk = self._desk
        state = desk.state
        shown = self.view.page_count > 0
        self.state.setText(_WORDS[state])
        self._dot.show_state(state)
        self._bad_box.setVisible(state == "failed")
        words = desk.state_words
        self._error.set_words(f"{words} The page shown is the last good one." if shown and words else words)
        self._stack.setCurrentIndex(self._screen(shown=shown))
        self._count()

    def _screen(self, *, shown: bool) -> int:
        choices = self._desk.choices
        if self._desk.used_reports:
            self.waiting.setText("" if self._desk.state == "failed" else "Writing the briefing…")
            return 0 if shown else 3
        if self._desk.lane.is_busy("read"):
            self.waiting.setText("Reading the reports…")
            return 3
        return 2 if choices.listed else 1

    def _tell_progress(self, done: int, total: int, words: str) -> None:
        self.waiting.setText(f"{words}\n{done:,} of {total:,}" if total else words)

    def _count(self) -> None:
        pages = self.view.page_count
        many = f"Page {self.view.current_page() + 1} of {pages}" if pages > 1 else count(pages, "page")
        self.page.setText(many if pages else "")
        for part in (self.out_button, self.in_button, self.fit_button):
            part.setEnabled(pages > 0)

    def _zoomed(self, zoom: float) -> None:
        words = {FIT_WIDTH: "Fit", WHOLE_PAGE: "Page"}.get(zoom, f"{round(zoom * 100)} %")
        self.fit_button.setText(words)
        self.fit_button.setAccessibleName(f"Zoom {words}: fit the width")
        if zoom != self._desk.view.zoom:
            self._desk.set_view(zoom=zoom)
        self._count()


class Canvas(QWidget):
    """The ground behind pages and cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.canvas))
        painter.end()
