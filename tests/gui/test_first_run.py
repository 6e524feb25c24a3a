"""The first start, the empty window, and the states between."""

from pathlib import Path

from briefing.resources import seeds_folder
from tests.gui.conftest import Desktop, button_named, words_of


def test_the_first_run_opens_on_the_samples_with_a_preview(desktop: Desktop) -> None:
    """Nobody has to do anything to see a briefing."""
    window = desktop.open(first_run=True)
    assert len(window.desk.choices.used) >= len(list(seeds_folder().iterdir()))
    assert window.desk.state == "live"
    assert "Key developments" in words_of(window)
    assert window.hint.isVisible()


def test_the_hint_on_the_samples_goes_when_it_is_closed(desktop: Desktop) -> None:
    """The hint comes back neither now nor at the next start."""
    window = desktop.open(first_run=True)
    window.hint.close_wanted.emit()
    assert not window.hint.isVisible()
    desktop.close(window)
    assert not desktop.open().hint.isVisible()


def test_begin_empty_clears_the_samples_and_undo_brings_them_back(desktop: Desktop) -> None:
    """Nothing is lost by a click on the wrong button."""
    window = desktop.open(first_run=True)
    before = window.desk.choices.listed
    desktop.click(window.hint.clear)
    desktop.settle(window)
    assert window.desk.choices.listed == ()
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert window.desk.choices.listed == before
    assert "Key developments" in words_of(window)


def test_the_empty_window_says_what_to_do_and_does_it(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The button of the empty state adds files."""
    window = desktop.open()
    assert window.desk.state == "empty"
    assert not window.top.export.isEnabled()
    desktop.answers.files = [str(path) for path in reports]
    desktop.click(button_named(window.preview, "Add report files…"))
    desktop.settle(window)
    assert len(window.desk.choices.used) == 3
    assert "Homs" in words_of(window)


def test_with_no_report_ticked_the_preview_says_so_and_offers_all(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """An empty choice is a state of its own, not an error."""
    window = desktop.open(reports)
    desktop.click(window.reports.none_button)
    desktop.settle(window)
    assert window.desk.state == "empty"
    assert words_of(window) == ""
    desktop.click(button_named(window.preview, "Use all reports"))
    desktop.settle(window)
    assert "Homs" in words_of(window)
