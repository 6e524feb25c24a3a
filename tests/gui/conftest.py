"""A window on real files, without a screen: what is clicked here runs through the whole program."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.app import build_window
from gui.background import pdfium
from gui.dialogs.outside import Outside
from gui.main_window import MainWindow
from gui.theme import Theme

PATIENCE = 120_000
"""Milliseconds that anything may take: the first run of all builds the list of places."""

TEXTS = {
    "a_homs.txt": (
        "date 2024-12-07 Opposition fighters entered the northern suburbs of Homs on Friday night, the Syrian "
        "Observatory for Human Rights said.\n\nThe army said on Saturday that it had redeployed its forces to the "
        "south of Homs.\n"
    ),
    "b_hama.txt": (
        "date 2024-12-06 Government forces withdrew from the city of Hama on Thursday, the defence ministry "
        "announced in a statement.\n\nAt least 12 civilians were killed in shelling of the town of Salamiyah, "
        "according to the Syrian Observatory for Human Rights.\n"
    ),
    "c_aleppo.txt": (
        "date 2024-12-05 The United Nations said that 280,000 people had been displaced from Aleppo since "
        "27 November.\n\nA curfew was imposed in Aleppo on Wednesday, residents said.\n"
    ),
}


CLINICS = {
    "one.txt": (
        "Title: Morning summary\nDate: 2024-12-07\n\n"
        "A clinic in Homs was destroyed by an air strike on Friday, the Red Crescent said.\n\n"
        "About 4,000 people fled Hama on Friday, the Red Crescent said.\n"
    ),
    "two.txt": (
        "Title: Noon summary\nDate: 2024-12-07\n\n"
        "A clinic in Homs was destroyed by an air strike on Friday, the health ministry said.\n\n"
        "A curfew was imposed in Aleppo on Friday, the governor said.\n"
    ),
}


class Answers(Outside):
    """Answers at once where the program would ask, and remembers what it wanted to open or copy."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []
        self.folder = ""
        self.file_to_open = ""
        self.file_to_save = ""
        self.issue_file = ""
        self.house_file = ""
        self.opened: list[Path] = []
        self.copied: list[str] = []
        self.pictures: list[QImage] = []

    def ask_files(self, parent: QWidget, then: Callable[[Sequence[str]], None]) -> None:  # noqa: ARG002
        """Choose the files that the test has set."""
        then(self.files)

    def ask_folder(self, parent: QWidget, title: str, start: str, then: Callable[[str], None]) -> None:  # noqa: ARG002
        """Choose the folder that the test has set."""
        then(self.folder)

    def ask_open(self, parent: QWidget, then: Callable[[str], None]) -> None:  # noqa: ARG002
        """Choose the file that the test has set."""
        then(self.file_to_open)

    def ask_issue(self, parent: QWidget, then: Callable[[str], None]) -> None:  # noqa: ARG002
        """Choose the file of an earlier issue that the test has set."""
        then(self.issue_file)

    def ask_house_style(self, parent: QWidget, then: Callable[[str], None]) -> None:  # noqa: ARG002
        """Choose the Word file that the test has set."""
        then(self.house_file)

    def ask_word_file(self, parent: QWidget, name: str, then: Callable[[str], None]) -> None:  # noqa: ARG002
        """Choose the name that the test has set."""
        then(self.file_to_save)

    def ask_save(self, parent: QWidget, name: str, then: Callable[[str], None]) -> None:  # noqa: ARG002
        """Choose the name that the test has set."""
        then(self.file_to_save)

    def open_file(self, path: Path) -> bool:
        """Remember what would be opened."""
        self.opened.append(path)
        return True

    def ask_figure(self, parent: QWidget, name: str, then: Callable[[str], None]) -> None:  # noqa: ARG002
        """Choose the name that the test has set."""
        then(self.file_to_save)

    def copy(self, words: str) -> None:
        """Remember what would be copied."""
        self.copied.append(words)

    def copy_picture(self, picture: QImage) -> None:
        """Remember the picture that would be copied."""
        self.pictures.append(picture)


class Desktop:
    """Opens windows and works in them as an analyst does, by mouse and keys."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path) -> None:
        self.qtbot, self.theme, self.folder = qtbot, theme, folder
        self.answers = Answers()
        self._windows: list[MainWindow] = []

    def open(self, files: Sequence[Path] = (), *, first_run: bool = False) -> MainWindow:
        """Open a window, on the samples if ``first_run``, else on nothing but ``files``."""
        if not first_run and not (self.folder / "desktop.json").exists():
            self.start_empty()
        window = build_window(self.folder, outside=self.answers, theme=self.theme, files=[str(path) for path in files])
        self._windows.append(window)
        self.qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        self.qtbot.waitExposed(window)
        self.settle(window)
        return window

    def start_empty(self) -> None:
        """Leave a session behind in which nothing is open, so that the next start is not the first."""
        window = build_window(self.folder, outside=self.answers, theme=self.theme)
        window.close()
        window.deleteLater()
        (self.folder / "desktop.json").write_text(
            (self.folder / "desktop.json").read_text().replace('"welcome": true', '"welcome": false')
        )

    def settle(self, window: MainWindow) -> None:
        """Wait until the pages on screen are those of the choices now."""

        def settled() -> bool:
            return not window.desk.busy and not window.preview.view.busy

        self.qtbot.waitUntil(settled, timeout=PATIENCE)

    def close(self, window: MainWindow) -> None:
        """Close a window as the analyst does."""
        window.close()
        self._windows.remove(window)

    def close_all(self) -> None:
        """Close what a test left open."""
        for window in self._windows:
            window.close()

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a button or field."""
        assert widget.isVisible(), f"{widget.accessibleName() or widget} is not on screen"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_row(self, view: QAbstractItemView, row: int, left: int = 100) -> None:
        """Click a row of a list, ``left`` pixels from its left edge (20 hits the tick)."""
        view.scrollTo(view.model().index(row, 0))
        box: QRect = view.visualRect(view.model().index(row, 0))
        at = QPoint(box.x() + left, box.y() + min(18, box.height() // 2))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture(autouse=True)
def _collect_on_this_thread() -> Iterator[None]:
    """Keep Python's collector off the lanes, as the program does."""
    gc.disable()
    yield
    QApplication.processEvents()
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """One theme for all tests, since it belongs to the application."""
    return Theme(qapp, "light")


@pytest.fixture
def desktop(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desktop]:
    """Windows that remember in a folder of their own."""
    folder = tmp_path / "settings"
    folder.mkdir()
    made = Desktop(qtbot, theme, folder)
    yield made
    made.close_all()
    theme.choose("light")


@pytest.fixture
def reports(tmp_path: Path) -> tuple[Path, ...]:
    """Three small reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return tuple(sorted(folder.iterdir()))


@pytest.fixture
def window(desktop: Desktop, tmp_path: Path) -> MainWindow:
    """Open a window on two reports that tell one thing together and two apart."""
    files = [tmp_path / name for name in CLINICS]
    for path in files:
        path.write_text(CLINICS[path.name], encoding="utf-8")
    opened = desktop.open(files)
    opened.activateWindow()
    desktop.qtbot.waitUntil(opened.isActiveWindow)
    return opened


def words_of(window: MainWindow) -> str:
    """Read the words of the pages on screen out of their PDF."""
    pages = window.preview.view.pages
    return words_in(pages.data) if pages else ""


def words_in(data: bytes) -> str:
    """Read the words of a PDF, with single blanks between them."""
    with pdfium():
        document = pypdfium2.PdfDocument(data)
        words = []
        for page in document:
            text = page.get_textpage()
            words.append(text.get_text_bounded())
            text.close()
            page.close()
        document.close()
    return " ".join(" ".join(words).split())


def button_named(parent: QWidget, words: str) -> QAbstractButton:
    """Find the visible button with these words."""
    found = [item for item in parent.findChildren(QAbstractButton) if item.text() == words and item.isVisible()]
    assert found, f"no button “{words}” among {[item.text() for item in parent.findChildren(QAbstractButton)]}"
    return found[0]
