"""The evidence panel and the window of the whole report."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from briefing.model.document import PICTURE
from gui import actions
from gui.evidence.finding import find_anything
from gui.evidence.passage import PassageText
from gui.evidence.subject import qt_position, shown_text
from gui.main_window import MainWindow
from gui.reading import Words
from tests.gui.conftest import TEXTS, Desktop, button_named


def _choose_first(desktop: Desktop, window: MainWindow) -> str:
    entry = str(window.desk.preview.briefing.developments[0].id)  # type: ignore[union-attr]
    desktop.click_row(window.outline.list, window.outline.model.row_of(entry))
    return entry


def test_a_card_of_the_outline_leads_to_page_and_evidence(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Outline, page and evidence always show the same entry."""
    window = desktop.open(reports)
    entry = _choose_first(desktop, window)
    assert window.preview.view.selected == entry
    assert window.evidence.entry == entry
    labels = " ".join(label.text() for label in window.evidence.findChildren(QLabel))
    words = " ".join(part.text() for part in window.evidence.findChildren(Words))
    assert "Supported by" in labels
    assert "paragraph" in words


def test_open_report_shows_the_whole_text_with_the_passage_marked(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The passage is on screen, in the unchanged text."""
    window = desktop.open(reports)
    _choose_first(desktop, window)
    quote = window.evidence.findChildren(PassageText)[0].quote
    desktop.click(button_named(window.evidence, "Open report"))
    shown = window.report_window
    assert shown is not None
    assert shown.isVisible()
    assert shown.text.toPlainText().strip() == shown.report.text.strip()
    marked = [mark.cursor.selectedText() for mark in shown.text.extraSelections()]
    assert quote in marked
    assert "used" in shown.fate.text() or "merged" in shown.fate.text()


def test_a_report_is_opened_by_the_enter_key_and_closed_by_escape(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Reading in full works from the keyboard."""
    window = desktop.open(reports)
    desktop.click_row(window.reports.list, 1)
    QTest.keyClick(window.reports.list, Qt.Key.Key_Return)
    shown = window.report_window
    assert shown is not None
    assert shown.report.id == window.reports.model.shown_reports[1]
    desktop.qtbot.waitExposed(shown)
    QTest.keyClick(shown.text, Qt.Key.Key_Escape)
    desktop.qtbot.waitUntil(lambda: not shown.isVisible())


def test_what_looks_like_markup_is_shown_as_it_is(desktop: Desktop, tmp_path: Path) -> None:
    """A report can neither format the window nor load anything into it."""
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        'date 2024-12-07 Fighters <img src="http://example.org/x.png"><b>entered</b> Homs 🟥 on Friday, the '
        "Syrian Observatory for Human Rights said.\n",
        encoding="utf-8",
    )
    window = desktop.open([hostile])
    _choose_first(desktop, window)
    passage = window.evidence.findChildren(PassageText)[0]
    assert "<b>entered</b>" in passage.toPlainText()
    assert "🟥" in passage.quote
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


def test_a_word_without_end_breaks_and_pushes_nothing_out(desktop: Desktop, tmp_path: Path) -> None:
    """Names and addresses of any length stay within the panel."""
    endless = "gazette" * 30
    long = tmp_path / f"{endless}.txt"
    long.write_text(TEXTS["b_hama.txt"], encoding="utf-8")
    window = desktop.open([long])
    _choose_first(desktop, window)
    desktop.qtbot.wait(30)
    shown = window.evidence.findChildren(Words)
    assert any(endless in part.text() for part in shown)
    for part in shown:
        right = part.mapTo(window.evidence, part.rect().topRight()).x()
        assert right <= window.evidence.width()
        assert part.height() >= part.heightForWidth(part.width())


@pytest.mark.parametrize("template", ["daily-sitrep", "newsroom-verification"])
def test_everything_that_the_page_marks_has_its_evidence(desktop: Desktop, template: str) -> None:
    """No region of the pages leads into nothing: entries, places, actors, statements, sources, drafts.

    A figure is shown large instead.
    """
    window = desktop.open(first_run=True)
    actions.choose_template(window.desk, template)
    desktop.settle(window)
    preview = window.desk.preview
    assert preview is not None
    ids = {region.entry for region in preview.pages.regions if region.entry and not region.entry.startswith(PICTURE)}
    assert len(ids) > 10
    for entry in ids:
        subject = find_anything(preview.briefing, preview.findings, entry)
        assert subject is not None
        for passage in subject.passages:
            report = window.desk.reports[passage.span.report_id]
            exact = report.quote(passage.span.start, passage.span.end)
            assert passage.words[passage.start : passage.end] == shown_text(exact)


def test_positions_count_as_qt_counts() -> None:
    """Qt counts characters beyond the basic plane as two, and line ends of two characters as one."""
    text = "a🟥b\r\nc"
    assert qt_position(text, 2) == 3
    assert len(shown_text(text)) == len(text)
    assert shown_text(text) == "a🟥b \nc"
