"""What the analyst writes: own entries and judgements, with the passages that they rest on."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from briefing.model.edits import Judgement, OwnEntry
from briefing.model.section import SectionId
from gui.dialogs.writing import JudgementForm, OwnEntryForm
from gui.edits import steps
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop, button_named, words_of
from tests.gui.editing import click, edits, press, tool


def _own_form(window: MainWindow) -> OwnEntryForm:
    form = window.editor.form
    assert isinstance(form, OwnEntryForm)
    return form


def _judgement_form(window: MainWindow) -> JudgementForm:
    form = window.editor.form
    assert isinstance(form, JudgementForm)
    return form


def _is_on(window: MainWindow, section: SectionId) -> bool:
    return next(choice.on for choice in window.desk.sections if choice.id is section)


def test_an_own_entry_takes_the_passages_of_the_chosen_one(desktop: Desktop, window: MainWindow) -> None:
    """With place and day, compared with what it cites, and printed where it was wanted."""
    click(window, "clinic")
    window.commands["add-own"].trigger()
    form = _own_form(window)
    assert not form.save.isEnabled()
    QTest.keyClicks(form.text.field, "The clinic of Homs served 9000 people.")
    desktop.click(form.cited.take)
    assert form.text.missing == ("9000",)
    QTest.keyClicks(form.place, "Homs")
    QTest.keyClicks(form.day, "2024-12-")
    assert not form.save.isEnabled()
    QTest.keyClicks(form.day, "06")
    desktop.click(form.save)
    desktop.settle(window)
    own = edits(window)[0]
    assert isinstance(own, OwnEntry)
    assert (own.section, own.lead, own.day) == (SectionId.KEY_DEVELOPMENTS, "Homs", date(2024, 12, 6))
    assert len(own.passages) == 2
    assert "The clinic of Homs served 9000 people." in words_of(window)
    assert window.evidence.entry == f"own-{own.id}"
    assert window.desk.history.undo_words.startswith("Add own entry “The clinic")


def test_words_selected_in_a_report_are_cited(desktop: Desktop, window: MainWindow) -> None:
    """The report window hands its selection to a new entry, and more of it to the form that is open."""
    click(window, "curfew")
    window.evidence.open_first()
    shown = window.report_window
    assert shown is not None
    assert not shown.cite.isEnabled()
    cursor = shown.text.textCursor()
    at = shown.report.text.index("A curfew")
    cursor.setPosition(at)
    cursor.setPosition(shown.report.text.index("the governor"), QTextCursor.MoveMode.KeepAnchor)
    shown.text.setTextCursor(cursor)
    assert shown.cite.isEnabled()
    QTest.keyClick(shown.text, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    form = _own_form(window)
    passage = form.cited.passages()[0]
    assert passage.quote == "A curfew was imposed in Aleppo on Friday,"
    assert (passage.start, passage.end) == (at, at + len(passage.quote))
    QTest.keyClicks(form.text.field, "Aleppo stays indoors.")
    assert form.text.missing == ()
    desktop.click(form.save)
    desktop.settle(window)
    assert "Aleppo stays indoors." in words_of(window)


def test_an_own_entry_is_changed_and_removed(desktop: Desktop, window: MainWindow) -> None:
    """From the evidence panel, into a section that is switched on by it; removing is one step of undo."""
    window.commands["add-own"].trigger()
    QTest.keyClicks(_own_form(window).text.field, "Our convoy waits.")
    desktop.click(_own_form(window).save)
    desktop.settle(window)
    row = window.outline.model.index(window.outline.model.row_of("own-1"))
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).endswith("not cited, your own words")
    desktop.click(tool(window.evidence, "Change what you wrote"))
    form = _own_form(window)
    form.text.field.setPlainText("Our convoy left.")
    form.section.setCurrentIndex(form.section.findData(SectionId.HIGHLIGHTS))
    assert not _is_on(window, SectionId.HIGHLIGHTS)
    desktop.click(form.save)
    desktop.settle(window)
    assert len(edits(window)) == 1
    assert _is_on(window, SectionId.HIGHLIGHTS)
    assert "Our convoy left." in words_of(window)
    assert "Our convoy waits." not in words_of(window)
    desktop.click(tool(window.evidence, "Remove what you wrote"))
    desktop.settle(window)
    assert edits(window) == ()
    window.desk.undo()
    desktop.settle(window)
    assert "Our convoy left." in words_of(window)


def test_a_judgement_has_one_word_of_the_scale_and_its_basis(desktop: Desktop, window: MainWindow) -> None:
    """The form shows the range of each word, and the section is switched on by what is written for it."""
    click(window, "fled Hama")
    window.commands["add-judgement"].trigger()
    form = _judgement_form(window)
    offered = [form.likelihood.itemText(at) for at in range(form.likelihood.count())]
    assert "likely  (55–80 %)" in offered
    assert not any("realistic possibility" in words for words in offered)
    form.section.setCurrentIndex(form.section.findData(SectionId.OUTLOOK))
    QTest.keyClicks(form.text.field, "More people will leave Hama.")
    form.likelihood.setCurrentIndex(form.likelihood.findData("likely"))
    form.confidence.setCurrentIndex(form.confidence.findData("low"))
    assert "assumptions" in form.meaning.text()
    QTest.keyClicks(form.assumption, "The road stays open.")
    QTest.keyClicks(form.alternative, "They return.")
    desktop.click(form.cited.take)
    QTest.keyClick(form.assumption, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desktop.settle(window)
    judgement = edits(window)[0]
    assert isinstance(judgement, Judgement)
    assert (judgement.section, judgement.likelihood, judgement.confidence) == (SectionId.OUTLOOK, "likely", "low")
    assert (judgement.assumption, judgement.alternative) == ("The road stays open.", "They return.")
    assert "fled Hama" in judgement.basis[0].quote
    words = words_of(window)
    assert "More people will leave Hama." in words
    assert "The road stays open." in words
    assert button_named(window.evidence, "Change").isVisible()
    press(desktop, window, Qt.Key.Key_C)
    assert _judgement_form(window).text.words() == "More people will leave Hama."
    _judgement_form(window).reject()
    desktop.click(tool(window.evidence, "Remove what you wrote"))
    desktop.settle(window)
    assert "More people will leave Hama." not in words_of(window)


def test_a_word_of_another_scale_is_kept_and_said_to_be_one(desktop: Desktop, window: MainWindow) -> None:
    """Changing the scale of the briefing loses no word of a judgement."""
    judgement = Judgement(id="1", section=SectionId.OUTLOOK, text="It goes on.", likelihood="realistic possibility")
    steps.put_written(window.desk, judgement)
    desktop.settle(window)
    window.choose_entry("judgement-1")
    desktop.click(tool(window.evidence, "Change what you wrote"))
    form = _judgement_form(window)
    assert form.likelihood.currentText() == "realistic possibility  (not a word of ICD 203)"
    desktop.click(form.save)
    assert edits(window) == (judgement,)
