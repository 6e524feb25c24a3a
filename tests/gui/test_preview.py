"""The preview: the same bytes as the export, the place kept, zoom, and what is clicked."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing import workflow
from gui import actions
from gui.evidence.passage import PassageText
from gui.main_window import MainWindow
from gui.preview.sheets import FIT_WIDTH, WHOLE_PAGE
from tests.gui.conftest import Desktop, words_of


def _click_entry(window: MainWindow, entry: str) -> None:
    window.preview.view.select(entry)
    box = window.preview.view.box_of(entry)
    assert box is not None
    at = QPoint(round(box.center().x()), round(box.center().y()))
    QTest.mouseClick(window.preview.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_pages_on_screen_are_those_that_the_workflow_writes(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The preview is no imitation: the bytes are those of the PDF."""
    window = desktop.open(reports)
    briefing = workflow.generate(window.desk.used_reports, window.desk.request)
    assert window.preview.view.pages is not None
    assert window.preview.view.pages.data == workflow.render(briefing, "pdf")


def test_clicking_a_development_shows_its_exact_words_in_the_report(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """Who says so is one click away."""
    window = desktop.open(reports)
    briefing = window.desk.preview.briefing  # type: ignore[union-attr]
    for entry in briefing.developments:
        _click_entry(window, entry.id)
        assert window.evidence.entry == entry.id
        shown = [part.quote for part in window.evidence.findChildren(PassageText) if part.isVisible()]
        assert [citation.quote for citation in entry.citations] == shown
        for citation in entry.citations:
            report = window.desk.reports[citation.span.report_id]
            assert report.quote(citation.span.start, citation.span.end) == citation.quote


def test_a_click_beside_all_entries_clears_the_choice(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The hint comes back."""
    window = desktop.open(reports)
    entry = window.desk.preview.briefing.developments[0].id  # type: ignore[union-attr]
    _click_entry(window, entry)
    assert window.preview.view.selected == entry
    QTest.mouseClick(window.preview.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert window.preview.view.selected == ""
    assert window.evidence.subject is None


def test_j_and_k_walk_through_the_entries(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The page can be read without a mouse."""
    window = desktop.open(reports)
    view = window.preview.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_J)
    first = view.selected
    QTest.keyClick(view, Qt.Key.Key_J)
    assert first
    assert view.selected != first
    QTest.keyClick(view, Qt.Key.Key_K)
    assert view.selected == first
    assert window.evidence.entry == first


def test_the_place_on_the_page_stays_when_the_page_is_written_again(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """A change elsewhere does not throw the reader back to the top, and the old page stays until the new is there."""
    window = desktop.open(reports)
    view = window.preview.view
    view.set_zoom(2.0)
    view.verticalScrollBar().setValue(700)
    old = view.pages
    window.outline.details.texts["unit"].setText("Desk")
    window.outline.details.texts["unit"].textEdited.emit("Desk")
    desktop.qtbot.waitUntil(lambda: window.desk.state == "updating")
    assert view.pages is old
    desktop.settle(window)
    assert view.pages is not old
    assert view.verticalScrollBar().value() == 700


def test_zoom_by_buttons_and_keys(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Larger, smaller, fit the width, the whole page."""
    window = desktop.open(reports)
    view = window.preview.view
    fit = view.factor()
    desktop.click(window.preview.in_button)
    assert view.factor() > fit
    desktop.click(window.preview.out_button)
    desktop.click(window.preview.out_button)
    assert view.factor() < fit
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == FIT_WIDTH
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == WHOLE_PAGE
    assert view.horizontalScrollBar().maximum() == 0


def test_only_pages_near_the_view_are_kept_as_pictures(desktop: Desktop) -> None:
    """Memory does not grow with the length of the briefing."""
    window = desktop.open(first_run=True)
    actions.choose_template(window.desk, "evidence-pack")
    desktop.settle(window)
    view = window.preview.view
    assert view.page_count > 5
    for place in range(0, view.verticalScrollBar().maximum(), 400):
        view.verticalScrollBar().setValue(place)
        desktop.settle(window)
        assert view.kept_pictures <= 5


def test_a_failure_keeps_the_last_good_page_and_says_why(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """A template that is gone is told in words; choosing another one mends it."""
    window = desktop.open(reports)
    before = words_of(window)
    request = replace(window.desk.choices.request, template="no-such-template")
    window.desk.change(replace(window.desk.choices, request=request), "Break it")
    desktop.settle(window)
    assert window.desk.state == "failed"
    assert "no-such-template" in window.desk.state_words
    assert words_of(window) == before
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert window.desk.state == "live"
