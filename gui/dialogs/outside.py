"""The way out of the window: file dialogs, the clipboard, and other programs; tests put their own in its place."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

_ISSUES = "Exported briefings (*.json)"
_CHOICES = "Briefing choices (*.json)"
_WORD = "Word documents and templates (*.docx *.dotx)"
_FIGURES = {"Sharp at any size (*.svg)": "svg", "For every program (*.png)": "png"}


class Outside(QObject):
    """Asks for files without blocking: the answer comes to a function, and nothing comes when the analyst cancels."""

    def ask_files(self, parent: QWidget, then: Callable[[Sequence[str]], None]) -> None:
        """Ask for report files."""
        dialog = _dialog(parent, "Add reports", QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(then)
        dialog.open()

    def ask_folder(self, parent: QWidget, title: str, start: str, then: Callable[[str], None]) -> None:
        """Ask for a folder."""
        dialog = _dialog(parent, title, QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if start:
            dialog.setDirectory(start)
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_open(self, parent: QWidget, then: Callable[[str], None]) -> None:
        """Ask for a file of choices."""
        dialog = _dialog(parent, "Open choices", QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_CHOICES, "All files (*)"])
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_issue(self, parent: QWidget, then: Callable[[str], None]) -> None:
        """Ask for the file of an earlier issue."""
        dialog = _dialog(parent, "Compare with an earlier issue", QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_ISSUES, "All files (*)"])
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_house_style(self, parent: QWidget, then: Callable[[str], None]) -> None:
        """Ask for the Word file of a house style."""
        dialog = _dialog(parent, "Choose a letterhead or template", QFileDialog.FileMode.ExistingFile)
        # any file may be chosen: the check says of what is none how to make one
        dialog.setNameFilters([_WORD, "All files (*)"])
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_word_file(self, parent: QWidget, name: str, then: Callable[[str], None]) -> None:
        """Ask where to write a Word file."""
        dialog = _dialog(parent, "Write a sample as", QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Word documents (*.docx)"])
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_save(self, parent: QWidget, name: str, then: Callable[[str], None]) -> None:
        """Ask where to save the choices."""
        dialog = _dialog(parent, "Save choices as", QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_CHOICES])
        dialog.setDefaultSuffix("json")
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.open()

    def ask_figure(self, parent: QWidget, name: str, then: Callable[[str], None]) -> None:
        """Ask where to save a figure, and as what."""
        dialog = _dialog(parent, "Save the figure as", QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([*_FIGURES])
        dialog.setDefaultSuffix("svg")
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(_FIGURES[words]))
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.open()

    def open_file(self, path: Path) -> bool:
        """Open a file in the program that the system has for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def copy(self, words: str) -> None:
        """Put words on the clipboard."""
        QGuiApplication.clipboard().setText(words)

    def copy_picture(self, picture: QImage) -> None:
        """Put a picture on the clipboard."""
        QGuiApplication.clipboard().setImage(picture)


def _dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(mode)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
