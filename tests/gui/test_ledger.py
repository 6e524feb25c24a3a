"""The window of the ledger: every sentence, what became of it, and the way to its report and to the page."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from briefing.model.briefing import Disposition, LedgerRow
from gui.ledger.model import LedgerModel
from gui.ledger.rows import Ledger, LedgerFilter, shares
from gui.ledger.window import LedgerWindow
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop


def _open(window: MainWindow) -> LedgerWindow:
    window.commands["ledger"].trigger()
    assert window.sides.ledger is not None
    return window.sides.ledger


def _row_with(ledger: LedgerWindow, disposition: Disposition) -> int:
    rows = range(ledger.model.rowCount())
    return next(row for row in rows if ledger.model.ledger_row(row).disposition is disposition)  # type: ignore[union-attr]


def test_the_ledger_lists_every_sentence_and_its_shares_make_100(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """As many rows as the ledger of the briefing has, none lost; the chips count them all."""
    window = desktop.open(reports)
    ledger = _open(window)
    assert window.desk.preview is not None
    rows = window.desk.preview.briefing.ledger
    assert ledger.model.rowCount() == len(rows) > 5
    for kind, chip in ledger.fates.items():
        number = sum(kind in (None, row.disposition) for row in rows)
        assert f"{number:,}" in chip.text()
    percent = [float(chip.text().split()[-2]) for kind, chip in ledger.fates.items() if kind]
    assert round(sum(percent), 1) == 100.0


def test_a_chip_a_report_and_words_each_leave_fewer_sentences(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The three filters work together, and Escape clears the words."""
    window = desktop.open(reports)
    ledger = _open(window)
    ledger.report.setCurrentIndex(2)
    ledger.report.activated.emit(2)
    wanted = str(ledger.report.itemData(2))
    shown = [ledger.model.ledger_row(row) for row in range(ledger.model.rowCount())]
    assert shown
    assert {row.span.report_id for row in shown if row} == {wanted}
    desktop.click(ledger.fates[Disposition.USED])
    shown = [ledger.model.ledger_row(row) for row in range(ledger.model.rowCount())]
    assert {row.disposition for row in shown if row} == {Disposition.USED}
    ledger.report.setCurrentIndex(0)
    ledger.report.activated.emit(0)
    QTest.keyClicks(ledger.search, "Salamiyah civilians")
    QTest.keyClick(ledger.search, Qt.Key.Key_Return)
    assert ledger.model.rowCount() == 1
    assert "Salamiyah" in str(ledger.model.index(0).data())
    QTest.keyClick(ledger.search, Qt.Key.Key_Escape)
    assert ledger.search.text() == ""
    assert ledger.model.rowCount() > 1


def test_a_click_on_a_sentence_leads_to_its_report_and_to_the_page(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The passage is marked in the report, and the entry on the page."""
    window = desktop.open(reports)
    ledger = _open(window)
    row = _row_with(ledger, Disposition.USED)
    wanted = ledger.model.ledger_row(row)
    assert wanted is not None
    desktop.click_row(ledger.list, row)
    assert window.report_window is not None
    assert window.report_window.report.id == wanted.span.report_id
    marked = [mark.cursor.selectedText() for mark in window.report_window.text.extraSelections()]
    assert wanted.quote in marked
    assert window.preview.view.selected == wanted.entries[0]


def test_a_sentence_left_out_says_why_and_opens_its_report(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The reason is in the row, for the eye and for a screen reader; Enter opens the report."""
    reports[0].write_text(reports[0].read_text() + "\nSign up for our newsletter.\n", encoding="utf-8")
    window = desktop.open(reports)
    ledger = _open(window)
    desktop.click(ledger.fates[Disposition.LEFT_OUT])
    row = ledger.model.ledger_row(0)
    assert row is not None
    spoken = str(ledger.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert row.reason[1:] in spoken
    ledger.list.setCurrentIndex(ledger.model.index(0))
    QTest.keyClick(ledger.list, Qt.Key.Key_Return)
    assert window.report_window is not None
    assert window.report_window.report.id == row.span.report_id


def test_the_ledger_follows_the_choices_and_keeps_its_filter(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """A report without a tick leaves the ledger; what was asked for stays asked for."""
    window = desktop.open(reports)
    ledger = _open(window)
    desktop.click(ledger.fates[Disposition.USED])
    before = ledger.report.count()
    desktop.click_row(window.reports.list, 0, left=20)
    desktop.settle(window)
    assert ledger.report.count() == before - 1
    assert ledger.fates[Disposition.USED].isChecked()
    assert ledger.model.wanted.disposition is Disposition.USED


def test_shares_add_up_to_exactly_100_whatever_the_counts() -> None:
    """Three thirds are 33.4, 33.3 and 33.3; nothing at all is nothing."""
    assert shares((1, 1, 1)) == (33.4, 33.3, 33.3)
    assert shares((0, 0, 0)) == (0.0, 0.0, 0.0)
    for counts in ((1, 2, 4), (998, 1, 1), (0, 7, 6), (123, 456, 7890)):
        assert round(sum(shares(counts)) * 10) == 1000


def test_ten_thousand_sentences_are_filtered_without_making_a_row_of_each(desktop: Desktop) -> None:
    """Only what is on screen is put into words; Qt's own tester watches the model."""
    assert desktop.theme
    kinds = tuple(Disposition)
    rows = tuple(
        LedgerRow(
            report_id=f"report-{at % 50}",
            start=at,
            end=at + 1,
            quote=f"Sentence number {at} tells of the river.",
            disposition=kinds[at % 3],
            sections=(),
            entries=(),
            reason="a headline, not a statement",
        )
        for at in range(10_000)
    )
    model = LedgerModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_ledger(Ledger(rows, {}), {}, {})
    model.filter(LedgerFilter(words=("number", "77")))
    assert sum(model.counts.values()) == model.rowCount() == sum("77" in row.quote for row in rows)
    model.choose_fate(Disposition.MERGED)
    assert model.rowCount() == model.counts[Disposition.MERGED]
    assert tester.model() is model
