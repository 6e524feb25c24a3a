"""What was open and chosen is there again, and the file of choices makes the same bytes elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing import workflow
from briefing.model.section import SectionId
from briefing.resources import settings_folder
from gui import actions
from gui.app import build_window
from gui.session import Choices, History, View, load_session, save_session
from tests.gui.conftest import Desktop, words_of


def test_a_restart_brings_back_what_was_open_and_chosen(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Reports, ticks, sections, details, zoom, panels and theme."""
    window = desktop.open(reports)
    actions.use_reports(window.desk, [window.desk.choices.listed[0]], on=False)
    actions.turn_section(window.desk, SectionId.METHOD, on=False)
    actions.set_detail(window.desk, "title", "As it was")
    window.preview.view.set_zoom(1.5)
    window.toggle_evidence()
    window.choose_theme("dark")
    desktop.settle(window)
    before, choices = words_of(window), window.desk.choices
    desktop.close(window)
    again = desktop.open()
    assert again.desk.choices == choices
    assert words_of(again) == before
    assert again.preview.view.zoom == 1.5
    assert not again.evidence.isVisible()
    assert again.theme.tokens.dark


def test_saved_choices_give_the_same_bytes_by_the_workflow(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The file that the app saves is the file that the command line takes."""
    window = desktop.open(reports)
    actions.use_reports(window.desk, [window.desk.choices.listed[1]], on=False)
    actions.move_section(window.desk, SectionId.CITIES, -1)
    actions.set_detail(window.desk, "title", "The same everywhere")
    desktop.settle(window)
    desktop.answers.file_to_save = str(tmp_path / "choices.json")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    request = workflow.load_request(tmp_path / "choices.json")
    read = workflow.read_reports([choice.origin for choice in request.reports])
    data = workflow.render(workflow.generate(read.reports, request), "pdf")
    assert window.preview.view.pages is not None
    assert data == window.preview.view.pages.data


def test_opening_choices_takes_them_over_as_they_were_saved(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """Reports that were not chosen lose their tick, and undo brings the choices before back."""
    window = desktop.open(reports)
    desktop.answers.file_to_save = desktop.answers.file_to_open = str(tmp_path / "choices.json")
    actions.use_reports(window.desk, [window.desk.choices.listed[2]], on=False)
    actions.set_detail(window.desk, "title", "Kept")
    window.save_choices()
    window.start_new()
    desktop.settle(window)
    assert window.desk.choices.listed == ()
    window.open_choices()
    desktop.settle(window)
    assert window.top.title.text() == "Kept"
    assert len(window.desk.choices.used) == 2
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert window.desk.choices.listed == ()


def test_a_file_that_holds_no_choices_is_refused_and_changes_nothing(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The message names the file."""
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[1, 2")
    window = desktop.open(reports)
    choices = window.desk.choices
    desktop.answers.file_to_open = str(wrong)
    window.open_choices()
    assert window.preview.toast.isVisible()
    assert "wrong.json" in window.preview.toast.words.text()
    assert window.desk.choices == choices


def test_a_damaged_session_is_put_aside_and_told(desktop: Desktop) -> None:
    """The program starts, and what was there is kept for whoever wants to look."""
    (desktop.folder / "desktop.json").write_text('{"schema": 1, "listed": 7}')
    window = desktop.open()
    assert window.desk.choices == Choices()
    assert (desktop.folder / "desktop.damaged.json").exists()
    assert window.preview.toast.isVisible()


def test_closing_while_the_last_session_is_still_being_opened_loses_nothing(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """A start that was broken off is no start with nothing."""
    window = desktop.open(reports)
    choices = window.desk.choices
    desktop.close(window)
    hasty = build_window(desktop.folder, outside=desktop.answers, theme=desktop.theme)
    desktop.qtbot.addWidget(hasty)
    hasty.close()
    assert desktop.open().desk.choices == choices


def test_a_template_of_ones_own_that_is_wrong_is_told_and_the_window_opens(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bad file in the folder of templates must not lock the analyst out."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    if tmp_path not in settings_folder().parents:
        pytest.skip("The folder of the settings cannot be moved by the environment on this system.")
    own = settings_folder() / "templates"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("name = 7", encoding="utf-8")
    window = desktop.open(reports)
    assert words_of(window)
    assert len(window.desk.templates) >= 3
    assert "mine.toml" in " ".join(window.desk.template_faults)


def test_a_report_that_is_gone_at_the_next_start_is_named(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The others are there, and the row of the missing one says what happened."""
    window = desktop.open(reports)
    desktop.close(window)
    reports[0].unlink()
    again = desktop.open()
    assert len(again.desk.choices.used) == 2
    assert len(again.desk.choices.problems) == 1
    assert reports[0].name in again.desk.problems[again.desk.choices.problems[0]].subject


def test_what_is_saved_can_be_loaded(tmp_path: Path) -> None:
    """Choices and look survive the way through the file."""
    choices = Choices(listed=("b", "a"), unused=frozenset({"a"}), removed=frozenset({"x"}))
    view = View(theme="dark", zoom=1.25, columns=(1, 2, 3, 4), export_formats=("md",))
    save_session(tmp_path, choices, view, ("/somewhere/é.txt",))
    saved = load_session(tmp_path)
    assert saved.choices == choices
    assert saved.view == view
    assert saved.paths == ("/somewhere/é.txt",)
    assert not saved.first_run


def test_history_goes_back_and_forth_and_forgets_what_was_overtaken() -> None:
    """Undo, redo, and a new step after an undo."""
    history = History(Choices())
    one, two = Choices(listed=("1",)), Choices(listed=("2",))
    assert history.change(one, "One")
    assert not history.change(one, "One")
    assert history.undo()
    assert history.choices == Choices()
    assert history.redo_words == "One"
    assert history.change(two, "Two")
    assert not history.redo()
    assert history.choices == two


def test_typing_in_one_field_is_one_step() -> None:
    """Merged steps keep the state before the first of them."""
    history = History(Choices())
    for place in range(1, 4):
        history.change(Choices(listed=tuple("abc"[:place])), "Type", merge=True)
    assert history.undo()
    assert history.choices == Choices()
    assert not history.undo()
