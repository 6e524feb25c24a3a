"""The house style in the window: chosen by a click, checked in plain words, previewed, used, undone and removed."""

from pathlib import Path

import docx

from gui.dialogs.house_style import HouseStyleDialog
from gui.main_window import MainWindow
from tests.briefing.writers.house_files import as_template, house_file
from tests.gui.conftest import Desktop


def _choose(desktop: Desktop, window: MainWindow, path: Path) -> HouseStyleDialog:
    window.outline.details.groups["form"].unfold()
    desktop.answers.house_file = str(path)
    change = window.outline.details.house.change
    desktop.qtbot.waitUntil(lambda: change.height() > 0)  # until the unfolded group is laid out
    desktop.click(change)
    desktop.settle(window)
    assert isinstance(window.dialog, HouseStyleDialog)
    assert window.dialog.isVisible()
    return window.dialog


def test_a_letterhead_is_checked_shown_used_exported_and_removed(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """From the click to the Word file, and back by undo."""
    window = desktop.open(reports)
    window.toggle_details()
    path = tmp_path / "letterhead.dotx"
    path.write_bytes(as_template(house_file(marking="")))
    dialog = _choose(desktop, window, path)

    assert dialog.verdict.text() == "letterhead.dotx can be used"
    told = " ".join(words.text() for words in dialog.findings)
    assert "have no place for the handling marking, so a line with it is added" in told
    assert dialog.specimen is not None
    picture = dialog.specimen.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert "#7a0019" in colours
    desktop.click(dialog.use)
    desktop.settle(window)
    line = window.outline.details.house
    assert window.desk.choices.request.house_style == str(path)
    assert "letterhead.dotx" in line.words.text()
    window.exports.start(tmp_path, ("docx",), "dressed")
    desktop.qtbot.waitUntil(window.preview.toast.isVisible, timeout=60_000)
    assert docx.Document(str(tmp_path / "dressed.docx")).styles["Normal"].font.name == "DejaVu Serif"
    desktop.click(line.remove)
    assert window.desk.choices.request.house_style == ""
    desktop.click(window.top.undo)
    assert window.desk.choices.request.house_style == str(path)


def test_a_file_that_cannot_be_used_is_told_with_the_remedy_and_nothing_changes(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """There is nothing to use, only another file to choose."""
    window = desktop.open(reports)
    window.toggle_details()
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    dialog = _choose(desktop, window, path)

    assert dialog.verdict.text() == "old.doc cannot be used"
    assert "save it as a Word document (.docx)" in dialog.findings[0].text()
    assert not dialog.use.isVisible()
    desktop.click(dialog.cancel)
    assert window.desk.choices.request.house_style == ""


def test_a_sample_is_written_and_opened(desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path) -> None:
    """To look at in Word before the house style is used."""
    window = desktop.open(reports)
    window.toggle_details()
    path, target = tmp_path / "own.docx", tmp_path / "sample.docx"
    path.write_bytes(house_file())
    dialog = _choose(desktop, window, path)
    desktop.answers.file_to_save = str(target)
    desktop.click(dialog.sample)
    desktop.qtbot.waitUntil(lambda: bool(desktop.answers.opened), timeout=60_000)

    assert desktop.answers.opened == [target]
    assert docx.Document(str(target)).paragraphs[0].text == "To the head of desk"
