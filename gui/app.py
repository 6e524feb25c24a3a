"""The start of the desktop app: Qt, theme, what happens on a fault, and the one window."""

import faulthandler
import gc
import logging
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from briefing.resources import settings_folder
from gui import actions
from gui.desk import Desk
from gui.dialogs.outside import Outside
from gui.dialogs.told import fault_dialog
from gui.edits.grades import start_request
from gui.icons import window_icon
from gui.main_window import MainWindow
from gui.session import load_session
from gui.theme import Theme

_COLLECT_EVERY = 4000
_OLD_ROUNDS = 40
"""Young collections between two of everything, which takes a tenth of a second with hundreds of reports open."""
_SWITCH_INTERVAL = 0.001
"""Seconds after which Python lets another thread run: the window answers sooner while a lane works."""

logger = logging.getLogger(__name__)


class Collector(QObject):
    """Collects Python's garbage on the thread of the window: on another one it would destroy widgets there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._spared = False
        self._timer = QTimer(self)
        self._timer.setInterval(_COLLECT_EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def spare(self, _preview: object) -> None:
        """Take all that is alive now out of later collections: the first briefing has loaded what stays for good."""
        if not self._spared:
            self._spared = True
            gc.freeze()

    def _collect(self) -> None:
        """Collect the generation that is due."""
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[2] > _OLD_ROUNDS:
            gc.collect()
        elif counts[1] > limits[1]:
            gc.collect(1)
        elif counts[0] > limits[0]:
            gc.collect(0)


def build_window(
    folder: Path, *, outside: Outside | None = None, theme: Theme | None = None, files: Sequence[str] = ()
) -> MainWindow:
    """Build the window on what the last run left in ``folder``; at the first run it opens on the samples."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    saved = load_session(folder)
    theme = theme or Theme(application)
    theme.choose(saved.view.theme)
    desk = Desk(folder, saved)
    window = MainWindow(desk, theme, outside or Outside(application))
    desk.setParent(window)
    if saved.damaged:
        desk.failed.emit("What was open could not be restored", saved.damaged)
    if desk.template_faults:
        desk.failed.emit("A template cannot be used", " ".join(desk.template_faults))
    if saved.first_run:
        desk.history.adopt(replace(desk.choices, request=start_request(desk)))
    desk.restore()
    if files:
        actions.add_files(desk, files)
    elif saved.first_run:
        actions.add_samples(desk)
    return window


class FaultHandler(QObject):
    """Takes every exception that nobody caught: it is logged and shown, the work is saved, the window stays."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._showing = False

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log and show a fault; one dialog at a time."""
        details = "".join(traceback.format_exception(kind, error, trace))
        logger.error("%s", details)
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if self._showing:
            return
        self._showing = True
        self._window.desk.save()
        dialog = fault_dialog(details, self._window.outside, self._window)
        dialog.finished.connect(self._shown)
        dialog.open()

    def _shown(self, _result: int) -> None:
        self._showing = False


def write_log(folder: Path) -> None:
    """Keep faults in a log beside the session; without a place for it the program runs all the same."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "desktop.log", maxBytes=500_000, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)


def main() -> int:
    """Run the desktop app; files and folders on the command line are added as reports."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    if sys.stderr is not None:
        faulthandler.enable()
    application = QApplication(sys.argv)
    application.setApplicationName("Situation Briefings")
    application.setWindowIcon(window_icon())
    application.setDesktopFileName("situation-briefings")
    collector = Collector(application)
    folder = settings_folder()
    write_log(folder)
    window = build_window(folder, files=application.arguments()[1:])
    faults = FaultHandler(window)
    sys.excepthook = faults.take
    window.desk.previewed.connect(collector.spare)
    window.show()
    return application.exec()
