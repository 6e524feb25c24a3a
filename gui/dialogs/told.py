"""Dialogs that only tell: notices, keys, about, and a fault of the program."""

import platform
import sys
from importlib import metadata

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from briefing.model.notice import Notice, Severity
from gui.dialogs.outside import Outside
from gui.reading import Words
from gui.theme import Theme, font
from gui.widgets import PictureLabel, button, column, frame, label, row

_LOOKS = {Severity.ERROR: ("warning", "warn"), Severity.WARNING: ("info", "accent"), Severity.INFO: ("info", "muted")}
_GROUPS = {
    Severity.ERROR: "Not read",
    Severity.WARNING: "To look at",
    Severity.INFO: "For your information",
}


class ToldDialog(QDialog):
    """A window with a heading, a body and Close; it can stay open while one works on."""

    def __init__(self, title: str, body: QWidget, parent: QWidget | None, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*size)
        self.close_button = button("Close", self.accept, primary=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(12)
        whole.addWidget(label(title, "title"))
        whole.addWidget(body, 1)
        self.foot = row(0, self.close_button)
        whole.addLayout(self.foot)


def notices_dialog(notices: tuple[Notice, ...], theme: Theme, parent: QWidget) -> ToldDialog:
    """List what the analyst should know, most important first."""
    body = column(spacing=8, margins=(0, 0, 8, 0))
    if not notices:
        body.addWidget(label("Nothing to tell: every file was read, and nothing was left out.", "muted", wrap=True))
    for severity, heading in _GROUPS.items():
        group = [notice for notice in notices if notice.severity is severity]
        if group:
            body.addWidget(label(f"{heading} ({len(group)})", "heading"))
        for notice in group:
            body.addWidget(_notice_card(notice, theme))
        if group:
            body.addSpacing(6)
    body.addStretch(1)
    return ToldDialog("Notices", _scrolled(frame("panel", body)), parent, (600, 520))


def _notice_card(notice: Notice, theme: Theme) -> QWidget:
    line = row(spacing=10, margins=(12, 9, 12, 9))
    line.addWidget(PictureLabel(theme, *_LOOKS[notice.severity]), 0, Qt.AlignmentFlag.AlignTop)
    text = column(Words(notice.message), spacing=2)
    if notice.subject and notice.subject not in notice.message:
        text.addWidget(Words(notice.subject, "muted"))
    line.addLayout(text, 1)
    return frame("card", line)


def keys_dialog(groups: dict[str, list[tuple[str, str]]], parent: QWidget) -> ToldDialog:
    """List the keys: what they do, by menu."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 8, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    line = 0
    for heading, pairs in groups.items():
        grid.addWidget(label(heading, "heading"), line, 0)
        line += 1
        for words, keys in pairs:
            grid.addWidget(label(words), line, 0)
            grid.addWidget(label(keys, "muted"), line, 1)
            line += 1
        grid.setRowMinimumHeight(line, 10)
        line += 1
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(line, 1)
    return ToldDialog("Keys", _scrolled(frame("panel", grid)), parent, (460, 560))


def about_dialog(parent: QWidget) -> ToldDialog:
    """Say what the program is, which version, and what it never does."""
    body = column(spacing=8)
    body.addWidget(label(f"Situation Briefings {version()}", "heading"))
    for words in (
        "Writes situation briefings from reports. Every sentence is taken from a report, dated, attributed and cited.",
        "It works by rule on this computer alone: no language model, no account, no connection to any network.",
        f"Python {platform.python_version()}, Qt for Python {PySide6.__version__}. Fonts: Source Sans (SIL Open Font "
        "License). Place names: GeoNames (CC BY 4.0).",
    ):
        body.addWidget(label(words, "muted", wrap=True, select=True))
    body.addStretch(1)
    return ToldDialog("About", frame("panel", body), parent, (470, 280))


def fault_dialog(details: str, outside: Outside, parent: QWidget | None) -> ToldDialog:
    """Say that the program had a fault, that the work is saved, and offer the details to copy; nothing is sent."""
    text = QPlainTextEdit()
    text.setPlainText(f"{details}\n{_system()}")
    text.setReadOnly(True)
    text.setAccessibleName("Details of the fault")
    text.setFont(font(-1))
    words = "What is open and chosen is saved. You can go on; if it happens again, start the program anew."
    body = frame("panel", column(label(words, wrap=True), text, spacing=10))
    dialog = ToldDialog("The program had a fault", body, parent, (620, 420))

    def copy() -> None:
        outside.copy(text.toPlainText())

    dialog.foot.insertWidget(0, button("Copy details", copy))
    return dialog


def version() -> str:
    """Return the version of the program as installed, or "" in a bare checkout."""
    try:
        return metadata.version("situation-briefings")
    except metadata.PackageNotFoundError:
        return ""


def _system() -> str:
    return (
        f"{version()} · Python {sys.version.split()[0]} · Qt for Python {PySide6.__version__} · {platform.platform()}"
    )


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName("List")
    return area
