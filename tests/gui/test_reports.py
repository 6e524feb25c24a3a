"""The list of reports: adding, dropping, ticking, searching, removing."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from gui.reports.model import ReportsModel
from tests.gui.conftest import Desktop, words_of


def test_taking_a_tick_away_takes_the_report_out_of_the_preview(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The page follows the tick, both ways."""
    window = desktop.open(reports)
    assert "280,000" in words_of(window)
    aleppo = next(report.id for report in window.desk.reports.values() if "c_aleppo" in report.origin)
    row = window.reports.model.row_of(aleppo)
    desktop.click_row(window.reports.list, row, left=20)
    desktop.settle(window)
    assert "280,000" not in words_of(window)
    assert window.reports.counts.text() == "2 of 3 in use"
    desktop.click_row(window.reports.list, row, left=20)
    desktop.settle(window)
    assert "280,000" in words_of(window)


def test_the_space_bar_ticks_and_undo_takes_it_back(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Everything works from the keyboard."""
    window = desktop.open(reports)
    window.reports.list.setFocus()
    window.reports.list.setCurrentIndex(window.reports.model.index(0))
    QTest.keyClick(window.reports.list, Qt.Key.Key_Space)
    assert len(window.desk.choices.used) == 2
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.desk.choices.used) == 3
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(window.desk.choices.used) == 2


def test_the_search_looks_into_the_text_and_escape_clears_it(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Words of the text, of the date and of the file name are found."""
    window = desktop.open(reports)
    desktop.click(window.reports.search)
    QTest.keyClicks(window.reports.search, "curfew")
    desktop.qtbot.waitUntil(lambda: window.reports.model.rowCount() == 1)
    QTest.keyClick(window.reports.search, Qt.Key.Key_Escape)
    assert window.reports.model.rowCount() == 3
    QTest.keyClicks(window.reports.search, "b_hama 6 dec")
    QTest.keyClick(window.reports.search, Qt.Key.Key_Return)
    assert window.reports.model.rowCount() == 1


def test_a_search_without_a_hit_says_so(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The list never just looks empty."""
    window = desktop.open(reports)
    window.reports.search.setText("nowhere at all")
    QTest.keyClick(window.reports.search, Qt.Key.Key_Return)
    assert window.reports.nothing.isVisible()
    assert "nowhere at all" in window.reports.nothing.text()


def test_all_and_none_act_on_the_rows_shown(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """A search narrows what the buttons do."""
    window = desktop.open(reports)
    window.reports.search.setText("curfew")
    QTest.keyClick(window.reports.search, Qt.Key.Key_Return)
    desktop.click(window.reports.none_button)
    assert len(window.desk.choices.used) == 2
    desktop.click(window.reports.all_button)
    assert len(window.desk.choices.used) == 3


def test_an_unreadable_file_shows_its_reason_while_the_others_stay(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """One bad file spoils nothing."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 \x00\x01 this is no PDF at all")
    desktop.answers.files = [str(broken)]
    window = desktop.open(reports)
    desktop.click(window.reports.add_button)
    desktop.settle(window)
    assert len(window.desk.choices.used) == 3
    row = window.reports.model.row_of(window.desk.choices.problems[0])
    spoken = window.reports.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "broken.pdf" in spoken
    reason = window.desk.problems[window.desk.choices.problems[0]].message
    assert reason.replace(str(broken), "broken.pdf") in spoken
    assert "Homs" in words_of(window)
    assert window.top.notices.isVisible()


def test_delete_takes_a_report_off_the_list_but_not_off_the_disk(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """What was removed stays away at the next start; its file stays where it is."""
    window = desktop.open(reports)
    desktop.click_row(window.reports.list, 0)
    QTest.keyClick(window.reports.list, Qt.Key.Key_Delete)
    desktop.settle(window)
    assert len(window.desk.choices.listed) == 2
    assert all(path.exists() for path in reports)
    desktop.close(window)
    assert len(desktop.open().desk.choices.listed) == 2


def test_dropping_a_folder_adds_its_reports(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Drag and drop goes through the window's own handlers."""
    window = desktop.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(reports[0].parent))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, left, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, Qt.KeyboardModifier.NoModifier))
    desktop.settle(window)
    assert len(window.desk.choices.used) == 3


def test_an_empty_folder_is_told_in_words(desktop: Desktop, tmp_path: Path) -> None:
    """Who adds a folder without reports learns so, and nothing else changes."""
    empty = tmp_path / "empty"
    empty.mkdir()
    desktop.answers.folder = str(empty)
    window = desktop.open()
    desktop.click(window.reports.folder_button)
    desktop.settle(window)
    assert window.preview.toast.heading.text() == "No report was added"
    assert "empty" in window.preview.toast.words.text()
    assert not window.desk.history.undo_words


def test_adding_the_same_files_again_adds_nothing_and_says_so(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """A report is known by its content."""
    window = desktop.open(reports)
    desktop.answers.files = [str(path) for path in reports]
    desktop.click(window.reports.add_button)
    desktop.settle(window)
    assert len(window.desk.choices.listed) == 3
    assert "3 already in the list" in window.foot.told.text()


def test_a_row_counts_the_entries_that_come_from_its_report(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The number in the row is the number of statements in the briefing that cite the report."""
    window = desktop.open(reports)
    briefing = window.desk.preview.briefing  # type: ignore[union-attr]
    for row in range(3):
        index = window.reports.model.index(row)
        report_id = window.reports.model.shown_reports[row]
        entries = [
            entry
            for entry in (*briefing.developments, *briefing.background)
            if report_id in {citation.span.report_id for citation in entry.citations}
        ]
        noun = "entry" if len(entries) == 1 else "entries"
        assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(f"{len(entries)} {noun}")


def test_the_model_keeps_qts_rules(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Qt's own tester watches the model while rows come, go and are searched."""
    window = desktop.open()
    model = ReportsModel(window.desk)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desktop.answers.files = [str(path) for path in reports]
    desktop.click(window.reports.add_button)
    desktop.settle(window)
    model.search("homs")
    model.search("")
    assert tester.model() is model
    assert model.rowCount() == 3
