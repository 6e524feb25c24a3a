"""What the parts of the app may use, and how it starts and fails."""

import ast
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

import gui
from gui.app import FaultHandler
from gui.dialogs.told import ToldDialog
from tests.gui.conftest import Desktop, button_named

_SOURCES = sorted(Path(gui.__file__).parent.rglob("*.py"))
_OPEN_TO_GUI = ("briefing.workflow", "briefing.model", "briefing.errors", "briefing.resources")
_NO_QT = {"session.py", "words.py", "actions.py", "subject.py", "issues.py", "listing.py", "rows.py", "groups.py"}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", _SOURCES, ids=lambda path: path.name)
def test_the_app_uses_only_the_open_doors_of_the_library(path: Path) -> None:
    """Stages are reached through the workflow alone, and there is no way to any network."""
    for name in _imports(path):
        if name.startswith("briefing."):
            assert name.startswith(_OPEN_TO_GUI), name
        assert not name.startswith(("PySide6.QtNetwork", "urllib", "http", "socket", "requests")), name
        if path.name in _NO_QT:
            assert not name.startswith("PySide6"), name


@pytest.mark.parametrize("path", _SOURCES, ids=lambda path: path.name)
def test_nothing_blocks_and_nothing_renders_markup(path: Path) -> None:
    """Dialogs are opened, not executed; words of reports never pass as markup."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"processEvents", "setHtml", "insertHtml", "appendHtml", "terminate"}
            assert node.attr != "exec" or path.name == "app.py"


@pytest.mark.skipif(sys.platform == "darwin", reason="The folder of the settings cannot be moved there.")
def test_the_program_starts_and_remembers_the_samples(tmp_path: Path) -> None:
    """``python -m gui`` on a fresh account writes down what it opened."""
    folders = {name: str(tmp_path / "home") for name in ("XDG_DATA_HOME", "LOCALAPPDATA")}
    environment = os.environ | folders | {"QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        [sys.executable, "-m", "gui"], env=environment, cwd=Path(gui.__file__).parents[1], stderr=subprocess.PIPE
    )
    try:
        deadline = time.monotonic() + 120
        found: list[Path] = []
        while time.monotonic() < deadline and program.poll() is None:
            found = [path for path in tmp_path.rglob("desktop.json") if "daraa" in path.read_text(encoding="utf-8")]
            if found:
                break
            time.sleep(0.1)
        assert found
        assert program.poll() is None
    finally:
        program.kill()
        program.communicate()


def test_a_fault_is_told_with_details_to_copy_and_the_window_stays(
    desktop: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    """The dialog says that the work is saved; a second fault does not open a second dialog."""
    window = desktop.open()
    faults = FaultHandler(window)
    error = ZeroDivisionError("on purpose")
    faults.take(type(error), error, error.__traceback__)
    faults.take(type(error), error, error.__traceback__)
    dialogs = [dialog for dialog in window.findChildren(ToldDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    details = dialogs[0].findChild(QPlainTextEdit)
    assert details is not None
    assert "ZeroDivisionError: on purpose" in details.toPlainText()
    desktop.click(button_named(dialogs[0], "Copy details"))
    assert "ZeroDivisionError" in desktop.answers.copied[0]
    dialogs[0].accept()
    assert window.isVisible()
    assert "on purpose" in caplog.text
