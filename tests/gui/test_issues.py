"""Issues of a series: kept when exported, compared with by the next one, chosen from a file, removed, remembered."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing import workflow
from briefing.model.section import SectionId
from gui.dialogs.compare import CompareDialog
from gui.issues import next_number
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop, words_of

_HEADING = "Changes since the last issue"


def _type(desktop: Desktop, window: MainWindow, name: str, words: str) -> None:
    window.outline.details.groups["issue"].unfold()
    field = window.outline.details.texts[name]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desktop.settle(window)


def _export(desktop: Desktop, window: MainWindow, folder: Path, name: str) -> str:
    window.exports.start(folder, ("json",), name)
    desktop.qtbot.waitUntil(window.preview.toast.isVisible, timeout=60_000)
    desktop.settle(window)
    words = window.preview.toast.words.text()
    window.preview.toast.hide()
    return words


def _first_issue(desktop: Desktop, window: MainWindow, folder: Path) -> Path:
    """Export an issue without the last report, so that the next one has something new."""
    _export(desktop, window, folder, "first")
    return folder / "first.json"


def test_an_exported_issue_is_kept_and_the_next_number_is_compared_with_it(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """Nothing is chosen: series and number are enough, also after a restart."""
    window = desktop.open(reports)
    window.toggle_details()
    desktop.click_row(window.reports.list, 0, left=20)
    _type(desktop, window, "series", "Syria daily")
    _type(desktop, window, "number", "3")
    line = window.outline.details.comparison
    assert "No earlier issue of “Syria daily” is kept" in line.words.text()
    assert "Kept as No. 3 of “Syria daily”" in _export(desktop, window, tmp_path, "third")
    desktop.click_row(window.reports.list, 0, left=20)
    desktop.settle(window)
    assert _HEADING not in words_of(window)
    _type(desktop, window, "number", "4")
    assert line.words.text().startswith("Compared with issue No. 3, ")
    assert _HEADING in words_of(window)
    assert window.desk.preview is not None
    assert window.desk.preview.briefing.changes
    row = window.outline.model.rows[window.outline.model.row_of(SectionId.CHANGES.value)]
    assert "change" in row.detail  # type: ignore[union-attr]
    desktop.close(window)
    again = desktop.open()
    assert _HEADING in words_of(again)


def test_a_file_of_an_earlier_issue_is_compared_with_and_survives_a_restart(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """Chosen in the dialog of the File menu; undo takes it back; the page is that of the workflow."""
    window = desktop.open(reports)
    desktop.click_row(window.reports.list, 0, left=20)
    desktop.settle(window)
    desktop.answers.issue_file = str(_first_issue(desktop, window, tmp_path))
    desktop.click_row(window.reports.list, 0, left=20)
    desktop.settle(window)
    window.commands["compare"].trigger()
    dialog = window.dialog
    assert isinstance(dialog, CompareDialog)
    desktop.qtbot.waitExposed(dialog)
    assert not dialog.last.isEnabled()
    desktop.click(dialog.browse)
    desktop.click(dialog.compare)
    desktop.settle(window)
    assert _HEADING in words_of(window)
    preview = window.desk.preview
    assert preview is not None
    previous = workflow.load_issue(desktop.answers.issue_file)
    assert preview.briefing == workflow.generate(preview.briefing.reports, preview.request, previous=previous)
    desktop.close(window)
    again = desktop.open()
    assert _HEADING in words_of(again)


def test_remove_ends_the_comparison_and_is_one_step_of_undo(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The line in the details says what is so, before and after."""
    window = desktop.open(reports)
    window.toggle_details()
    window.outline.details.groups["issue"].unfold()
    desktop.click_row(window.reports.list, 0, left=20)
    desktop.settle(window)
    desktop.answers.issue_file = str(_first_issue(desktop, window, tmp_path))
    desktop.click_row(window.reports.list, 0, left=20)
    desktop.settle(window)
    line = window.outline.details.comparison
    assert not line.remove.isVisible()
    desktop.click(line.change)
    assert isinstance(window.dialog, CompareDialog)
    desktop.click(window.dialog.browse)
    desktop.click(window.dialog.compare)
    desktop.settle(window)
    assert line.words.text().startswith("Compared with ")
    window.outline.reveal_details(line.remove)
    desktop.click(line.remove)
    desktop.settle(window)
    assert line.words.text() == "Not compared with an earlier issue."
    assert _HEADING not in words_of(window)
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert _HEADING in words_of(window)


def test_a_file_that_is_no_issue_is_refused_in_words(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """What was open stays as it is."""
    window = desktop.open(reports)
    wrong = tmp_path / "choices.json"
    wrong.write_text(json.dumps({"kind": "briefing-request"}), encoding="utf-8")
    desktop.answers.issue_file = str(wrong)
    before = window.desk.choices
    window.commands["compare"].trigger()
    assert isinstance(window.dialog, CompareDialog)
    desktop.click(window.dialog.browse)
    desktop.click(window.dialog.compare)
    desktop.qtbot.waitUntil(window.preview.toast.isVisible, timeout=60_000)
    assert "choices.json" in window.preview.toast.words.text()
    assert window.desk.choices == before


def test_an_issue_that_is_gone_at_the_next_start_is_told_and_the_briefing_is_there(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The line in the details and a notice name the file; Remove ends it."""
    window = desktop.open(reports)
    file = _first_issue(desktop, window, tmp_path)
    desktop.answers.issue_file = str(file)
    window.commands["compare"].trigger()
    assert isinstance(window.dialog, CompareDialog)
    desktop.click(window.dialog.browse)
    desktop.click(window.dialog.compare)
    desktop.settle(window)
    desktop.close(window)
    file.unlink()
    again = desktop.open()
    assert "first.json" in again.outline.details.comparison.words.text()
    assert any("first.json" in notice.message for notice in again.desk.notices)
    assert "Key developments" in words_of(again)


def test_the_next_issue_begins_with_the_next_number_and_open_days(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """One command after the export; all else stays, and it is one step of undo."""
    window = desktop.open(reports)
    window.toggle_details()
    _type(desktop, window, "series", "Syria daily")
    _type(desktop, window, "number", "09")
    window.outline.details.groups["title"].unfold()
    QTest.keyClicks(window.outline.details.days["as_of"], "2024-12-07")
    desktop.settle(window)
    _export(desktop, window, tmp_path, "ninth")
    before = window.desk.choices.request
    window.commands["next-issue"].trigger()
    desktop.settle(window)
    request = window.desk.choices.request
    assert (request.series, request.number, request.as_of) == ("Syria daily", "10", None)
    assert window.outline.details.comparison.words.text() == "Compared with issue No. 09, 7 December 2024"
    desktop.click(window.top.undo)
    assert window.desk.choices.request == before


def test_without_series_or_number_the_next_issue_asks_for_them(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The keyboard goes into the field that is missing, and a sentence says why."""
    window = desktop.open(reports)
    before = window.desk.choices
    window.commands["next-issue"].trigger()
    assert window.desk.choices == before
    assert window.outline.details.texts["series"].hasFocus()
    assert "series" in window.preview.toast.words.text()
    assert next_number("2024-09") == "2024-10"
    assert next_number("99") == "100"
    assert next_number("special") == ""


def test_a_damaged_library_is_told_and_neither_pages_nor_export_are_lost(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The briefing is written without changes; the export says that it was not kept."""
    window = desktop.open(reports)
    for ending in ("", "-wal", "-shm"):
        (desktop.folder / f"library.sqlite{ending}").unlink(missing_ok=True)
    (desktop.folder / "library.sqlite").write_bytes(b"no library " * 400)
    window.toggle_details()
    _type(desktop, window, "series", "Syria daily")
    assert "library" in window.outline.details.comparison.words.text()
    assert "Key developments" in words_of(window)
    assert "was not kept for the next issue" in _export(desktop, window, tmp_path, "first")
    assert (tmp_path / "first.json").is_file()


def test_an_issue_marked_above_the_ceiling_is_not_compared_with(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The line in the details says why no change is told."""
    window = desktop.open(reports)
    window.outline.details.marking.setCurrentText("TLP:RED")
    _type(desktop, window, "series", "Syria daily")
    _type(desktop, window, "number", "1")
    _export(desktop, window, tmp_path, "first")
    _type(desktop, window, "number", "2")
    assert _HEADING in words_of(window)
    window.outline.details.marking.setCurrentText("")
    box = window.outline.details.choices["ceiling"]
    box.activated.emit(box.findText("TLP:GREEN"))
    desktop.settle(window)
    assert _HEADING not in words_of(window)
    assert "is marked TLP:RED, above the ceiling" in window.outline.details.comparison.words.text()
