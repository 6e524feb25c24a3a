"""The export dialog: which formats, where, and under which name."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefing.model.briefing import Check
from briefing.workflow import ALIASES
from gui.checks.groups import open_checks
from gui.desk import Desk
from gui.dialogs.outside import Outside
from gui.theme import Theme
from gui.widgets import PictureLabel, button, column, frame, label, row
from gui.words import count

FORMATS = {
    "pdf": ("PDF", "Fixed pages, exactly as in the preview."),
    "docx": ("Word (DOCX)", "To edit. Word may break pages elsewhere."),
    "md": ("Markdown", "Plain text with headings and notes."),
    "json": ("JSON", "Everything as data, for other programs."),
    "html": ("Web page (HTML)", "One file for any browser; it runs nothing."),
    "csv": ("Tables (CSV)", "Developments, places and sources."),
}


_WIDTH = 620


class ExportDialog(QDialog):
    """Asks for formats, folder and name; ``export_wanted`` carries the answer, ``look_wanted`` what to see first."""

    export_wanted = Signal(object, object, str, str)
    look_wanted = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, outside: Outside, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._outside = desk, outside
        self.setWindowTitle("Export briefing")
        self.setModal(True)
        self.setMinimumWidth(600)
        self.formats: dict[str, QCheckBox] = {}
        self.folder = QLineEdit(
            desk.view.export_folder
            or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.name = QLineEdit(name)
        self.password = QLineEdit()
        self.summary = label("", "muted", wrap=True)
        self.look = button("Look at them", self._look)
        self._warning = frame("warn", _warning_row(theme, self.open_points(), self.look))
        body = self._build()
        self._follow()
        self.resize(_WIDTH, body.totalHeightForWidth(_WIDTH))

    def _build(self) -> QVBoxLayout:
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        body.addWidget(label("Export briefing", "title"))
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, (kind, (words, hint)) in enumerate(FORMATS.items()):
            grid.addWidget(self._format_card(kind, words, hint), place // 2, place % 2)
        body.addLayout(grid)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        self.folder.setAccessibleName("Folder")
        self.name.setAccessibleName("File name, without ending")
        self.browse = button("Browse…", self._browse)
        form.addRow(_caption("Folder", self.folder), row(self.folder, self.browse))
        form.addRow(_caption("File name", self.name), self.name)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText("None: a PDF/A that anyone can open")
        self.password.setAccessibleName("Password of the PDF")
        self.password.setToolTip("Whoever opens the PDF is asked for it (AES-256). It is saved nowhere.")
        form.addRow(_caption("PDF password", self.password), self.password)
        body.addLayout(form)
        self._warning.setVisible(bool(self.open_points()))
        body.addWidget(self._warning)
        self.cancel = button("Cancel", self.reject)
        self.export = button("Export", self._export, primary=True)
        self.export.setDefault(True)
        self.summary.setSizePolicy(
            self.summary.sizePolicy().Policy.Expanding, self.summary.sizePolicy().Policy.Preferred
        )
        body.addLayout(row(self.summary, self.cancel, self.export, spacing=10))
        for field in (self.folder, self.name, self.password):
            field.textChanged.connect(self._follow)
        return body

    def _format_card(self, kind: str, words: str, hint: str) -> QFrame:
        box = self.formats[kind] = QCheckBox(words)
        box.setChecked(kind in self._desk.view.export_formats)
        box.setAccessibleName(words)
        box.setAccessibleDescription(hint)
        box.toggled.connect(self._follow)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return frame("card", column(box, label(hint, "muted", wrap=True), spacing=4, margins=(12, 9, 12, 10)))

    def open_points(self) -> str:
        """Say in one line what is open; nothing of it keeps from exporting."""
        notices = sum(notice.severity.value != "info" for notice in self._desk.notices)
        checks = len(self._open_checks())
        parts = [f"{count(checks, 'finding')} of the check open"] if checks else []
        parts += [f"{count(notices, 'notice')} to read"] if notices else []
        return f"Before you publish: {', '.join(parts)}." if parts else ""

    def _open_checks(self) -> tuple[Check, ...]:
        return open_checks(self._desk.preview.briefing if self._desk.preview else None)

    def _look(self) -> None:
        self.reject()
        self.look_wanted.emit("checks" if self._open_checks() else "notices")

    def chosen(self) -> tuple[str, ...]:
        """Return the formats that are ticked."""
        return tuple(kind for kind, box in self.formats.items() if box.isChecked())

    def _follow(self) -> None:
        self.password.setEnabled("pdf" in self.chosen())
        chosen, pages = self.chosen(), self._desk.preview.pages.page_count if self._desk.preview else 0
        ready = bool(chosen and self.folder.text().strip() and self.name.text().strip())
        self.export.setEnabled(ready)
        if not chosen:
            words = "Choose at least one format."
        elif not ready:
            words = "Folder and file name are needed."
        else:
            files = sum(len(ALIASES.get(kind, (kind,))) for kind in chosen)
            words = f"{count(files, 'file')}, {count(pages, 'page')}. Existing files stay untouched."
            if self._protects():
                words = "The PDF opens with the password and is no PDF/A; other formats stay open to all."
        self.summary.setText(words)

    def _protects(self) -> bool:
        return bool(self.password.text()) and "pdf" in self.chosen()

    def _password(self) -> str:
        return self.password.text() if self._protects() else ""

    def _browse(self) -> None:
        self._outside.ask_folder(self, "Export to", self.folder.text(), self._take_folder)

    def _take_folder(self, folder: str) -> None:
        self.folder.setText(folder)

    def _export(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser()
        self.export_wanted.emit(folder, self.chosen(), self.name.text().strip(), self._password())
        self.accept()


def _caption(words: str, field: QLineEdit) -> QLabel:
    caption = label(words)
    caption.setBuddy(field)
    return caption


def _warning_row(theme: Theme, words: str, look: QPushButton) -> QVBoxLayout:
    body = column(margins=(12, 7, 8, 7))
    line = row(spacing=9)
    line.addWidget(PictureLabel(theme, "warning", "warn"), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(label(words, "warn", wrap=True), 1)
    line.addWidget(look, 0, Qt.AlignmentFlag.AlignVCenter)
    body.addLayout(line)
    return body
