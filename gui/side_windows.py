"""The windows beside the main one that stay open while one works: the ledger, the check before export, figures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from gui.checks.window import ChecksWindow
from gui.figures.window import FigureWindow
from gui.ledger.window import LedgerWindow

if TYPE_CHECKING:
    from gui.main_window import MainWindow


_GAP = 8


class SideWindows(QObject):
    """Makes each window when it is first asked for, and leads its clicks to page, outline and reports."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.ledger: LedgerWindow | None = None
        self.checks: ChecksWindow | None = None
        self.figure: FigureWindow | None = None

    def show_ledger(self) -> None:
        """Show what became of every sentence."""
        if self.ledger is None:
            window = self._window
            self.ledger = LedgerWindow(window.desk, window.theme, window)
            self.ledger.passage_wanted.connect(self._open_passage)
            self.ledger.entry_wanted.connect(window.choose_entry)
            self.ledger.move(window.pos() + QPoint(20, 70))
        _bring_up(self.ledger)

    def _open_passage(self, report_id: str, start: int, end: int) -> None:
        """Show a passage in a window beside the ledger, which keeps the keyboard."""
        window, ledger = self._window, self.ledger
        before = window.report_window
        window.open_passage(report_id, start, end)
        shown = window.report_window
        if ledger is None or shown is None:
            return
        if shown is not before:
            screen = ledger.screen().availableGeometry()
            left = min(ledger.frameGeometry().right() + _GAP, screen.right() - shown.width())
            shown.move(max(screen.left(), left), ledger.y())
        ledger.activateWindow()

    def show_checks(self) -> None:
        """Show what the check before export finds."""
        if self.checks is None:
            window = self._window
            self.checks = ChecksWindow(window.desk, window.theme, window)
            self.checks.entry_wanted.connect(window.choose_entry)
            self.checks.section_wanted.connect(window.outline.select)
            self.checks.corrections_wanted.connect(window.show_corrections)
            self.checks.move(window.pos() + QPoint(120, 70))
        _bring_up(self.checks)

    def show_figures(self) -> None:
        """Show the first figure of the briefing large."""
        self.show_figure("")

    def show_figure(self, entry: str) -> None:
        """Show a figure of the briefing large, the first one where none is named."""
        if self.figure is None:
            window = self._window
            self.figure = FigureWindow(window.desk, window.theme, window.outside, window)
            self.figure.move(window.pos() + QPoint(90, 60))
        _bring_up(self.figure)
        self.figure.show_figure(entry)

    def close(self) -> None:
        """Close what is open."""
        for window in (self.ledger, self.checks, self.figure):
            if window is not None:
                window.close()


def _bring_up(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
