"""The bar at the head: the title of the briefing, undo and redo, notices, export; and the hint on the samples."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from gui.checks.groups import open_checks
from gui.desk import Desk
from gui.icons import icon
from gui.theme import Theme
from gui.widgets import IconButton, PictureLabel, button, column, label, row
from gui.words import count, period


class TopBar(QFrame):
    """What the briefing is, and the few things that are done most."""

    notices_wanted = Signal()
    checks_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desk, theme
        self.setObjectName("bar")
        self.title = label("", "title")
        self.title.setMinimumWidth(120)
        self.title.setSizePolicy(self.title.sizePolicy().Policy.Ignored, self.title.sizePolicy().Policy.Preferred)
        self.detail = label("", "muted")
        self.undo = IconButton(theme, "undo", "Undo (Ctrl+Z)")
        self.redo = IconButton(theme, "redo", "Redo (Ctrl+Shift+Z)")
        self.notices = IconButton(theme, "warning", "Read the notices (Ctrl+I)", "Notices")
        self.notices.setObjectName("notices")
        self.checks = IconButton(theme, "evidence", "Check before export (F8)", "Checked")
        self.checks.setObjectName("notices")
        self.export = QPushButton("Export")
        self.export.setObjectName("primary")
        self.export.setAccessibleName("Export the briefing")
        self.export.setToolTip("Export as PDF, Word and more (Ctrl+E)")
        self.undo.clicked.connect(desk.undo)
        self.redo.clicked.connect(desk.redo)
        self.notices.clicked.connect(self.notices_wanted)
        self.checks.clicked.connect(self.checks_wanted)
        self.export.clicked.connect(self.export_wanted)
        body = row(spacing=6, margins=(14, 8, 12, 8))
        body.addLayout(column(self.title, self.detail, spacing=1), 1)
        for part in (self.undo, self.redo):
            body.addWidget(part)
        body.addSpacing(6)
        body.addWidget(self.notices)
        body.addWidget(self.checks)
        body.addSpacing(2)
        body.addWidget(self.export)
        self.setLayout(body)
        desk.choices_changed.connect(self._follow)
        desk.notices_changed.connect(self._follow)
        desk.state_changed.connect(self._follow)
        theme.changed.connect(self._tint)
        self._tint()
        self._follow()

    def _tint(self) -> None:
        tokens = self._theme.tokens
        self.export.setIcon(icon("export", tokens.on_accent, tokens.faint, 17))

    def _follow(self) -> None:
        desk = self._desk
        briefing = desk.preview.briefing if desk.preview else None
        self.title.setText(briefing.title if briefing else "New briefing")
        self.title.setToolTip(briefing.title if briefing else "")
        days = period(briefing.period_start, briefing.period_end) if briefing else ""
        parts = (briefing.area if briefing else "", days, count(len(desk.choices.used), "report"))
        self.detail.setText("  ·  ".join(part for part in parts if part))
        self.undo.setEnabled(bool(desk.history.undo_words))
        self.redo.setEnabled(bool(desk.history.redo_words))
        self.undo.setToolTip(
            f"Undo: {desk.history.undo_words} (Ctrl+Z)" if desk.history.undo_words else "Undo (Ctrl+Z)"
        )
        self.export.setEnabled(bool(desk.used_reports))
        self._show_notices()
        self._show_checks()

    def _show_notices(self) -> None:
        notices = self._desk.notices
        grave = [notice for notice in notices if notice.severity.value != "info"]
        self.notices.setText(count(len(grave or notices), "notice"))
        _calm(self.notices, on=not grave)
        self.notices.set_picture("warning" if grave else "info")
        self.notices.setVisible(bool(notices))

    def _show_checks(self) -> None:
        """Show how many findings of the check are open; the badge stands beside Export, and never blocks it."""
        preview = self._desk.preview
        still_open = len(open_checks(preview.briefing if preview else None))
        self.checks.setText(f"{still_open:,} to check" if still_open else "Checked")
        words = f"{count(still_open, 'finding')} of the check before export open" if still_open else "Nothing is open"
        self.checks.setToolTip(f"{words} (F8)")
        self.checks.setAccessibleName(f"Check before export: {words}")
        _calm(self.checks, on=not still_open)
        self.checks.set_picture("evidence")
        self.checks.setVisible(preview is not None)


def _calm(badge: IconButton, *, on: bool) -> None:
    if badge.property("calm") != on:
        badge.setProperty("calm", on)
        badge.style().unpolish(badge)
        badge.style().polish(badge)


class SamplesHint(QFrame):
    """Says that what is open are samples, until it is closed or own reports come."""

    add_wanted = Signal()
    clear_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("tint")
        self.setStyleSheet("QFrame#tint { border-radius: 0; }")
        words = "These are sample reports. Click any sentence in the preview to see where it comes from."
        close = IconButton(theme, "close", "Close this hint")
        close.clicked.connect(self.close_wanted)
        self.add = button("Add your own reports…", self.add_wanted.emit)
        self.clear = button("Begin empty", self.clear_wanted.emit)
        text = label(words, wrap=True)
        body = row(spacing=10, margins=(14, 6, 10, 6))
        body.addWidget(PictureLabel(theme, "info", "accent"), 0, Qt.AlignmentFlag.AlignVCenter)
        body.addWidget(text, 1)
        body.addWidget(self.add)
        body.addWidget(self.clear)
        body.addWidget(close)
        self.setLayout(body)
