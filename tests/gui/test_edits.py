"""What an analyst does with entries: real clicks and keys, then the request and the words of the pages are read."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from briefing.model.edits import Hide, Merge, Order, Pin, Reword, Split
from briefing.model.section import SectionId
from briefing.workflow import load_request
from gui.evidence.passage import PassageText
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop, button_named, words_of
from tests.gui.editing import click, developments, edits, press, tool, with_words


def test_delete_hides_the_entry_and_undo_brings_it_back(desktop: Desktop, window: MainWindow) -> None:
    """One step with words; the next entry is chosen, so that one can go on."""
    entry = click(window, "clinic")
    press(desktop, window, Qt.Key.Key_Delete)
    assert isinstance(edits(window)[0], Hide)
    assert "clinic" not in words_of(window)
    assert window.desk.history.undo_words.startswith("Hide “A clinic in Homs")
    assert window.evidence.entry not in {"", entry.id}
    window.commands["undo"].trigger()
    desktop.settle(window)
    assert edits(window) == ()
    assert "clinic" in words_of(window)


def test_pin_and_unpin(desktop: Desktop, window: MainWindow) -> None:
    """The button says what it would do."""
    last = developments(window)[-1]
    click(window, last.text)
    desktop.click(tool(window.evidence, "Pin to the top"))
    desktop.settle(window)
    assert [type(edit) for edit in edits(window)] == [Pin]
    assert developments(window)[0].text == last.text
    row = window.outline.model.row_of(developments(window)[0].id)
    assert "pinned" in window.outline.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    desktop.click(tool(window.evidence, "Unpin"))
    desktop.settle(window)
    assert edits(window) == ()
    assert developments(window)[-1].text == last.text


def test_an_entry_moves_up_and_down_and_several_moves_are_one_order(desktop: Desktop, window: MainWindow) -> None:
    """From the page, by keys; the first cannot go up."""
    before = [entry.text for entry in developments(window)]
    assert len(before) == 3
    click(window, before[2])
    press(desktop, window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(desktop, window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [entry.text for entry in developments(window)] == [before[2], before[0], before[1]]
    assert [type(edit) for edit in edits(window)] == [Order]
    assert not window.commands["entry-up"].isEnabled()
    press(desktop, window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [entry.text for entry in developments(window)] == [before[0], before[2], before[1]]
    window.desk.undo()
    window.desk.undo()
    window.desk.undo()
    desktop.settle(window)
    assert [entry.text for entry in developments(window)] == before


def test_quick_keys_run_ahead_of_the_page(desktop: Desktop, window: MainWindow) -> None:
    """Two moves pressed before the first is on the page are two moves."""
    before = [entry.text for entry in developments(window)]
    click(window, before[2])
    for _ in range(2):
        QTest.keyClick(window.preview.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not window.commands["entry-up"].isEnabled()
    desktop.settle(window)
    assert [entry.text for entry in developments(window)] == [before[2], before[0], before[1]]


def test_an_entry_moves_in_the_outline_too(desktop: Desktop, window: MainWindow) -> None:
    """The same keys move sections and entries there."""
    before = [entry.text for entry in developments(window)]
    row = window.outline.model.row_of(developments(window)[0].id)
    desktop.click_row(window.outline.list, row)
    QTest.keyClick(window.outline.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desktop.settle(window)
    assert [entry.text for entry in developments(window)] == [before[1], before[0], before[2]]


def test_merging_joins_the_passages_under_the_chosen_words(desktop: Desktop, window: MainWindow) -> None:
    """Found by search, ticked, and told how many become one."""
    click(window, "fled Hama")
    press(desktop, window, Qt.Key.Key_M)
    form = window.editor.form
    assert not form.save.isEnabled()  # type: ignore[union-attr]
    QTest.keyClicks(form.search, "curfew")  # type: ignore[union-attr]
    shown = [form.list.item(at) for at in range(form.list.count())]  # type: ignore[union-attr]
    item = next(item for item in shown if not item.isHidden())
    item.setCheckState(Qt.CheckState.Checked)
    desktop.click(form.save)  # type: ignore[union-attr]
    desktop.settle(window)
    assert [type(edit) for edit in edits(window)] == [Merge]
    merged = with_words(window, "fled Hama")
    assert {"curfew" in citation.quote for citation in merged.citations} == {True, False}
    assert window.evidence.entry == merged.id


def test_a_second_entry_is_picked_on_the_page_to_merge_with(desktop: Desktop, window: MainWindow) -> None:
    """By Ctrl and a click; the form shows it ticked."""
    click(window, "fled Hama")
    view = window.preview.view
    box = view.box_of(with_words(window, "curfew").id)
    assert box is not None
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, box.center().toPoint())
    desktop.click(window.editor.form.save)  # type: ignore[union-attr]
    desktop.settle(window)
    assert [type(edit) for edit in edits(window)] == [Merge]
    assert len(with_words(window, "fled Hama").citations) == 2


def test_a_passage_is_split_off_from_its_card(desktop: Desktop, window: MainWindow) -> None:
    """What the program joined comes apart, and the new entry is chosen."""
    joined = click(window, "clinic")
    assert len(joined.citations) == 2
    number = len(developments(window))
    buttons = [part for part in window.evidence.findChildren(QAbstractButton) if part.text() == "Split off"]
    desktop.click(buttons[1])
    desktop.settle(window)
    assert [type(edit) for edit in edits(window)] == [Split]
    assert len(developments(window)) == number + 1
    assert window.evidence.subject is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.evidence.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_B)
    desktop.settle(window)
    assert edits(window) == ()
    assert len(developments(window)) == number


def test_rewording_tells_at_once_what_no_passage_bears_out(desktop: Desktop, window: MainWindow) -> None:
    """Saved by Ctrl+Enter all the same; the page prints the words, the panel keeps those of the report."""
    click(window, "clinic")
    press(desktop, window, Qt.Key.Key_R)
    form = window.editor.form
    field = form.text.field  # type: ignore[union-attr]
    field.selectAll()
    QTest.keyClicks(field, "A strike destroyed 3 clinics near Damascus.")
    assert form.text.missing == ("3", "Damascus")  # type: ignore[union-attr]
    assert len(field.extraSelections()) == 2
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desktop.settle(window)
    assert "A strike destroyed 3 clinics near Damascus." in words_of(window)
    assert with_words(window, "3 clinics").original.startswith("A clinic in Homs")
    desktop.click(tool(window.evidence, "Back to the program’s words"))
    desktop.settle(window)
    assert edits(window) == ()
    assert "3 clinics" not in words_of(window)


def test_words_and_place_can_be_changed_for_one_section_only(desktop: Desktop, window: MainWindow) -> None:
    """The bottom line may be shorter than the entry."""
    click(window, "clinic")
    press(desktop, window, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    form = window.editor.form
    desktop.qtbot.waitUntil(form.lead.hasFocus)  # type: ignore[union-attr]
    form.lead.setText("Old town of Homs")  # type: ignore[union-attr]
    at = form.where.findData(SectionId.KEY_DEVELOPMENTS)  # type: ignore[union-attr]
    form.where.setCurrentIndex(at)  # type: ignore[union-attr]
    desktop.click(form.save)  # type: ignore[union-attr]
    desktop.settle(window)
    edit = edits(window)[0]
    assert isinstance(edit, Reword)
    assert (edit.text, edit.lead) == (None, "Old town of Homs")
    assert edit.section is SectionId.KEY_DEVELOPMENTS
    assert "Old town of Homs" in words_of(window)
    press(desktop, window, Qt.Key.Key_R)
    form = window.editor.form
    form.where.setCurrentIndex(at)  # type: ignore[union-attr]
    form.text.field.setPlainText("A strike hit a clinic.")  # type: ignore[union-attr]
    desktop.click(form.save)  # type: ignore[union-attr]
    desktop.settle(window)
    assert len(edits(window)) == 1
    assert edits(window)[0].lead == "Old town of Homs"  # type: ignore[union-attr]
    assert "A strike hit a clinic." in words_of(window)


def test_the_menu_of_an_entry_opens_on_the_page(window: MainWindow) -> None:
    """With the same commands as the buttons."""
    entry = with_words(window, "curfew")
    box = window.preview.view.box_of(entry.id)
    assert box is not None
    window.preview.view.menu_wanted.emit(entry.id, window.mapToGlobal(QPoint(300, 300)))
    assert window.evidence.entry == entry.id
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    assert {"Reword…", "Hide", "Pin to the top", "Merge with…", "Grade what it says…"} <= set(words)


def test_corrections_outlive_the_program_and_are_in_the_saved_choices(
    desktop: Desktop, window: MainWindow, tmp_path: Path
) -> None:
    """In the session, and in the file that the command takes."""
    click(window, "clinic")
    press(desktop, window, Qt.Key.Key_Delete)
    kept = edits(window)
    desktop.answers.file_to_save = str(tmp_path / "choices.json")
    window.save_choices()
    assert load_request(tmp_path / "choices.json").edits == kept
    desktop.close(window)
    again = desktop.open()
    assert edits(again) == kept
    assert "clinic" not in words_of(again)


def test_the_keys_work_in_outline_and_evidence_too(desktop: Desktop, window: MainWindow) -> None:
    """Also while the keyboard is in the text of a passage, which can be selected but not written in."""
    entry = click(window, "curfew")
    window.go_evidence()
    passage = window.evidence.findChildren(PassageText)[0]
    desktop.qtbot.waitUntil(passage.hasFocus)
    QTest.keyClick(passage, Qt.Key.Key_P)
    desktop.settle(window)
    assert [type(edit) for edit in edits(window)] == [Pin]
    window.go_outline()
    desktop.click_row(window.outline.list, window.outline.model.row_of(entry.id))
    QTest.keyClick(window.outline.list, Qt.Key.Key_Delete)
    desktop.settle(window)
    assert [type(edit) for edit in edits(window)] == [Pin, Hide]
    assert entry.id not in {other.id for other in developments(window)}


def test_letters_typed_into_fields_are_no_commands(desktop: Desktop, window: MainWindow) -> None:
    """Only page, outline and evidence take single keys."""
    click(window, "clinic")
    window.reports.search.setFocus()
    QTest.keyClicks(window.reports.search, "prm")
    assert window.reports.search.text() == "prm"
    assert window.editor.form is None
    assert edits(window) == ()
    desktop.settle(window)
    assert button_named(window.evidence, "Reword").isEnabled()
