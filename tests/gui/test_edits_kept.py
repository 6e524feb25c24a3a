"""Grades that are remembered, drafts that are accepted, and what is told of corrections when reports come and go."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from briefing.model.edits import AcceptDraft, GradeEntry, GradeSource, Hide
from briefing.model.section import SectionId
from briefing.workflow import open_library
from gui import actions
from gui.dialogs.grading import GradeDialog
from gui.edits.corrections import CorrectionsDialog
from gui.main_window import MainWindow
from gui.reading import Words
from tests.gui.conftest import Desktop, button_named, words_of
from tests.gui.editing import click, developments, edits, press, with_words


def _grade_form(window: MainWindow) -> GradeDialog:
    form = window.editor.form
    assert isinstance(form, GradeDialog)
    return form


def _words(dialog: CorrectionsDialog) -> str:
    return "\n".join(part.text() for part in dialog.findChildren(Words))


def _remembered(desktop: Desktop) -> tuple[GradeSource, ...]:
    with open_library(desktop.folder) as library:
        return library.grades()


def test_what_an_entry_says_is_graded_with_a_reason(desktop: Desktop, window: MainWindow) -> None:
    """The suggestion is told and not chosen; without a reason nothing is saved."""
    entry = click(window, "fled Hama")
    press(desktop, window, Qt.Key.Key_G)
    form = _grade_form(window)
    assert form.suggestion.text().startswith(f"Suggested: {entry.suggested_credibility}, because")
    assert form.grades.chosen() == ""
    QTest.mouseClick(form.grades.buttons["2"], Qt.MouseButton.LeftButton)
    assert not form.save.isEnabled()
    QTest.keyClicks(form.reason, "Fits the figures of the camp.")
    desktop.click(form.save)
    desktop.settle(window)
    grade = edits(window)[0]
    assert isinstance(grade, GradeEntry)
    assert (grade.credibility, grade.reason) == (2, "Fits the figures of the camp.")
    assert with_words(window, "fled Hama").grade == "F2"
    assert window.evidence.subject is not None
    assert ("Grade", "F2, Fits the figures of the camp.") in window.evidence.subject.facts


def test_a_grade_of_a_source_is_there_in_the_next_briefing(desktop: Desktop, window: MainWindow) -> None:
    """Given in the evidence panel, remembered in the library, and forgotten when it is taken back."""
    click(window, "fled Hama")
    desktop.click(button_named(window.evidence, "Grade this source"))
    form = _grade_form(window)
    QTest.mouseClick(form.grades.buttons["B"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.reason, "Right so far.")
    desktop.click(form.save)
    desktop.settle(window)
    grade = GradeSource(source="Red Crescent", reliability="B", reason="Right so far.")
    assert edits(window) == (grade,)
    assert with_words(window, "fled Hama").grade == "B6"
    row = next(row for row in window.desk.preview.briefing.sources if row.name == "Red Crescent")  # type: ignore[union-attr]
    assert (row.grade, row.grade_reason) == ("B6", "Right so far.")
    desktop.qtbot.waitUntil(lambda: _remembered(desktop) == (grade,))
    window.start_new()
    assert edits(window) == (grade,)
    window.desk.undo()
    window.desk.undo()
    assert edits(window) == ()
    desktop.qtbot.waitUntil(lambda: _remembered(desktop) == ())


def test_a_source_is_graded_from_its_row_on_the_page(desktop: Desktop, window: MainWindow) -> None:
    """The table of sources leads to the same form."""
    view = window.preview.view
    view.select("source-Red Crescent")
    box = view.box_of("source-Red Crescent")
    assert box is not None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert window.evidence.subject is not None
    assert window.evidence.subject.text == "Red Crescent"
    desktop.click(button_named(window.evidence, "Grade this source…"))
    assert "A" in _grade_form(window).grades.buttons


def test_a_draft_is_accepted_where_it_stands_until_its_passages_change(desktop: Desktop, window: MainWindow) -> None:
    """The button on the page goes with the line that calls it a draft, and comes back with it."""
    drafts = window.preview.drafts.buttons
    assert "Draft from" in words_of(window)
    desktop.click(drafts["draft-bottom-line"])
    desktop.settle(window)
    accepted = edits(window)[0]
    assert isinstance(accepted, AcceptDraft)
    assert accepted.section is SectionId.BOTTOM_LINE
    assert "Draft from" not in words_of(window)
    assert drafts == {}
    row = window.outline.model.rows[window.outline.model.row_of("bottom-line")]
    assert row.detail.endswith("accepted")  # type: ignore[union-attr]
    click(window, developments(window)[0].text)
    press(desktop, window, Qt.Key.Key_Delete)
    assert "Draft from" in words_of(window)
    assert set(drafts) == {"draft-bottom-line"}


def test_lost_evidence_is_told_and_nothing_is_discarded(desktop: Desktop, window: MainWindow) -> None:
    """A calm line leads to the list; with the report back, all is as it was."""
    click(window, "curfew")
    press(desktop, window, Qt.Key.Key_Delete)
    hidden = edits(window)[0]
    assert isinstance(hidden, Hide)
    assert not window.preview.banner.isVisible()
    actions.use_reports(window.desk, [hidden.passage.report_id], on=False)
    desktop.settle(window)
    assert edits(window) == (hidden,)
    assert window.preview.banner.isVisible()
    assert window.preview.banner.words.text() == "1 correction rests on words that changed or went."
    desktop.click(window.preview.banner.show_button)
    assert window.corrections is not None
    assert "Evidence gone" in _words(window.corrections)
    assert "A curfew was imposed" in _words(window.corrections)
    actions.use_reports(window.desk, [hidden.passage.report_id], on=True)
    desktop.settle(window)
    assert not window.preview.banner.isVisible()
    assert "Kept" in _words(window.corrections)
    assert "curfew" not in words_of(window)


def test_the_line_can_be_closed_and_comes_back_with_another_loss(desktop: Desktop, window: MainWindow) -> None:
    """Closing it takes nothing from the list."""
    for words in ("curfew", "fled Hama"):
        click(window, words)
        press(desktop, window, Qt.Key.Key_P)
    first, second = (edit.passage.report_id for edit in edits(window))  # type: ignore[union-attr]
    actions.use_reports(window.desk, [first], on=False)
    desktop.settle(window)
    desktop.click(window.preview.banner.close_button)
    window.desk.refresh()
    desktop.settle(window)
    assert not window.preview.banner.isVisible()
    actions.use_reports(window.desk, [first], on=True)
    actions.use_reports(window.desk, [second], on=False)
    desktop.settle(window)
    assert window.preview.banner.isVisible()


def test_the_list_of_corrections_leads_to_each_and_takes_it_back(desktop: Desktop, window: MainWindow) -> None:
    """It stays open and follows."""
    window.commands["corrections"].trigger()
    dialog = window.corrections
    assert dialog is not None
    entry = click(window, "fled Hama")
    press(desktop, window, Qt.Key.Key_P)
    assert "Pin “About 4,000 people fled Hama" in _words(dialog)
    window.choose_entry("")
    desktop.click(button_named(dialog, "Go to it"))
    assert window.evidence.entry == entry.id
    desktop.click(button_named(dialog, "Take back"))
    desktop.settle(window)
    assert edits(window) == ()
    assert not [
        part for part in dialog.findChildren(QAbstractButton) if part.text() == "Take back" and part.isVisible()
    ]
    assert window.desk.history.undo_words.startswith("Take back: Pin “About 4,000")


def test_the_first_start_begins_with_the_grades_of_the_library(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The library may come from another briefing or another machine."""
    grade = GradeSource(source="Syrian Observatory for Human Rights", reliability="C", reason="Mixed record.")
    with open_library(desktop.folder) as library:
        library.keep_grade(grade)
    window = desktop.open(reports, first_run=True)
    assert edits(window) == (grade,)
