"""Makes the pictures of the README anew: ``python -m tests.pictures``."""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtWidgets import QApplication

from briefing import generate, read_reports, render
from gui.app import build_window
from gui.main_window import MainWindow
from gui.theme import Theme
from tests.paths import ROOT, SEEDS

DOCS = ROOT / "docs"
_PATIENCE = 120.0


def picture_page() -> Path:
    """Save page one of the sample briefing."""
    pdf = render(generate(read_reports([SEEDS]).reports), "pdf")
    path = DOCS / "page.png"
    pypdfium2.PdfDocument(pdf)[0].render(scale=1.15).to_pil().save(path)
    return path


def picture_window(application: QApplication, name: str, look: str) -> Path:
    """Save the window with the first development chosen."""
    with tempfile.TemporaryDirectory() as folder:
        theme = Theme(application)
        theme.choose(look)
        window = build_window(Path(folder), theme=theme)
        theme.choose(look)
        window.resize(1440, 900)
        window.show()
        _wait(application, window)
        window.choose_entry(window.desk.preview.briefing.developments[0].id if window.desk.preview else "")
        _settle(application, 1.0)
        path = DOCS / name
        window.grab().save(str(path))
        window.close()
        _settle(application, 0.5)
    return path


def _wait(application: QApplication, window: MainWindow) -> None:
    end = time.monotonic() + _PATIENCE
    while window.desk.preview is None and time.monotonic() < end:
        _settle(application, 0.1)
    _settle(application, 1.0)


def _settle(application: QApplication, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)


def main() -> int:
    """Make all pictures."""
    application = QApplication([])
    print(picture_page())
    print(picture_window(application, "app.png", "light"))
    print(picture_window(application, "app-dark.png", "dark"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
