"""The details: every setting of the request, its effect on request and page, and words for what is wrong."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.model.document import PageSize
from briefing.model.request import CitationStyle, DateStyle, LikelihoodScale, PlaceNames, Withhold, WordNotes
from briefing.model.section import Grouping, SectionId
from briefing.resources import settings_folder
from briefing.workflow import list_languages
from gui.main_window import MainWindow
from gui.outline.settings import SETTINGS
from tests.gui.conftest import Desktop, words_of


def _open_details(window: MainWindow) -> None:
    window.toggle_details()
    for group in window.outline.details.groups.values():
        group.unfold()


def _choose(window: MainWindow, name: str, value: Any) -> None:
    """Choose by keyboard, as an analyst does: open nothing, press Down until it is there."""
    box = window.outline.details.choices[name]
    setting = next(item for group in SETTINGS.values() for item in group if item.name == name)
    place = [choice for choice, _words in setting.choices].index(value)
    box.setFocus()
    box.setCurrentIndex(place)
    box.activated.emit(place)


_TYPED = {
    "unit": ("Regional desk", "Regional desk"),
    "author": ("A. Writer", "A. Writer"),
    "number": ("12", "No. 12"),
    "cut_off": ("7 December 2024, 18:00 UTC", "18:00 UTC"),
    "distribution": ("Field offices", "Field offices"),
    "next_issue": ("9 December 2024", "9 December 2024"),
}
"""What is typed into each field, and the words of the page that show it."""


def test_what_is_typed_stands_in_request_and_page_and_each_field_is_one_step_of_undo(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """All fields of the issue, one after the other, and back again."""
    window = desktop.open(reports)
    _open_details(window)
    for name, (words, _printed) in _TYPED.items():
        QTest.keyClicks(window.outline.details.texts[name], words)
        assert getattr(window.desk.choices.request, name) == words
    desktop.settle(window)
    for _words, printed in _TYPED.values():
        assert printed in words_of(window)
    for name in reversed(_TYPED):
        desktop.click(window.top.undo)
        assert getattr(window.desk.choices.request, name) == ""
        assert window.outline.details.texts[name].text() == ""


_CHOSEN = {
    "page_size": PageSize.LETTER,
    "word_notes": WordNotes.LIST,
    "word_comments": True,
    "contents": True,
    "word_fonts": True,
    "theme": "plain",
    "language": list_languages()[-1],
    "citation_style": CitationStyle.AUTHOR_DATE,
    "date_style": DateStyle.ISO,
    "place_names": PlaceNames.COMMON,
    "likelihood_scale": LikelihoodScale.PHIA,
    "ceiling": "TLP:AMBER",
}


def test_what_is_chosen_is_in_the_request_and_undo_brings_each_choice_back(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """Every box of choices, and the boxes follow undo."""
    window = desktop.open(reports)
    _open_details(window)
    before = window.desk.choices.request
    boxes = window.outline.details.choices
    shown = {name: boxes[name].currentText() for name in _CHOSEN}
    for name, value in _CHOSEN.items():
        _choose(window, name, value)
        assert getattr(window.desk.choices.request, name) == value
    for name in reversed(_CHOSEN):
        desktop.click(window.top.undo)
        assert boxes[name].currentText() == shown[name]
    assert window.desk.choices.request == before


def test_every_setting_says_what_it_means(desktop: Desktop) -> None:
    """A tool tip of a whole sentence on each field, and the same on its caption."""
    window = desktop.open()
    details = window.outline.details
    fields = details.texts | details.days | details.choices
    assert len(fields) == sum(len(group) for group in SETTINGS.values())
    for name, field in fields.items():
        assert field.toolTip().endswith("."), name
        assert field.accessibleName(), name


def test_a_period_that_ends_before_it_begins_is_refused_in_words(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The days stay as they were until both fit."""
    window = desktop.open(reports)
    _open_details(window)
    details = window.outline.details
    QTest.keyClicks(details.days["period_end"], "2024-12-07")
    QTest.keyClicks(details.days["period_start"], "2024-12-08")
    assert "after the last day" in details.wrong["period_start"].text()
    assert window.desk.choices.request.period_start is None
    QTest.keyClick(details.days["period_start"], Qt.Key.Key_Backspace)
    QTest.keyClicks(details.days["period_start"], "6")
    assert details.wrong["period_start"].text() == ""
    assert str(window.desk.choices.request.period_start) == "2024-12-06"


def test_what_the_ceiling_withholds_is_told_to_the_author_and_stands_on_no_page(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The details, the notices and the list of reports name the report; the page does not."""
    secret = tmp_path / "reports" / "d_secret.txt"
    secret.write_text(
        "Title: Talks behind closed doors\nDate: 2024-12-07\nTLP:RED\n\nDelegates met in Palmyra on Friday, the "
        "foreign ministry said.\n",
        encoding="utf-8",
    )
    window = desktop.open([*reports, secret])
    _open_details(window)
    assert "Palmyra" in words_of(window)
    _choose(window, "ceiling", "TLP:GREEN")
    desktop.settle(window)
    assert "Palmyra" not in words_of(window)
    assert "Talks behind closed doors" in window.outline.details.withheld.text()
    assert any("Talks behind closed doors" in notice.message for notice in window.desk.notices)
    row = next(row for row in range(4) if "Talks" in str(window.reports.model.index(row).data()))
    assert "Withheld" in str(window.reports.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    _choose(window, "withhold", Withhold.MASK)
    desktop.settle(window)
    assert "Withheld: marked TLP:RED" in words_of(window)
    assert "Talks" not in words_of(window)


def test_folded_groups_say_what_they_hold_and_stay_as_they_were_left(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """A click on the heading folds; the next start remembers."""
    window = desktop.open(reports)
    _open_details(window)
    group = window.outline.details.groups["form"]
    desktop.click(group.head)
    assert not window.outline.details.choices["language"].isVisible()
    assert "English" in group.summary.text()
    desktop.close(window)
    again = desktop.open()
    assert not again.outline.details.groups["form"].head.isChecked()
    assert again.outline.details.groups["issue"].head.isChecked()


def test_key_developments_are_arranged_by_place_from_the_list_of_sections(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """The menu of the section offers rank, theme, place and day; the page follows, and undo goes back."""
    window = desktop.open(reports)
    desktop.click_row(window.outline.list, window.outline.model.row_of(SectionId.KEY_DEVELOPMENTS.value))
    menu = window.outline.build_menu()
    groups = next(action.menu() for action in menu.actions() if action.text() == "Arrange by")
    next(action for action in groups.actions() if action.data() == Grouping.DAY.value).trigger()  # type: ignore[attr-defined]
    desktop.settle(window)
    choice = next(item for item in window.desk.sections if item.id is SectionId.KEY_DEVELOPMENTS)
    assert choice.group is Grouping.DAY
    desktop.click(window.top.undo)
    choice = next(item for item in window.desk.sections if item.id is SectionId.KEY_DEVELOPMENTS)
    assert choice.group is Grouping.RANK


def test_the_chooser_says_what_each_template_is_for_and_which_file_has_a_fault(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is mended while the window is open can be chosen when the box is opened again."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    if tmp_path not in settings_folder().parents:
        pytest.skip("The folder of the settings cannot be moved by the environment on this system.")
    own = settings_folder() / "templates"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text('name = "Mine"', encoding="utf-8")
    window = desktop.open(reports)
    box = window.outline.template
    told = [str(box.itemData(row, Qt.ItemDataRole.ToolTipRole)) for row in range(box.count())]
    assert all(told)
    assert "mine.toml" in told[-1]
    assert any("mine.toml" in notice.message for notice in window.desk.notices)
    good = 'name = "Mine"\ndescription = "Places only."\nproduct = "Places"\n[[section]]\nid = "cities"\n'
    (own / "mine.toml").write_text(good, encoding="utf-8")
    box.showPopup()
    box.hidePopup()
    assert box.findData("mine") >= 0
    assert not any("mine.toml" in notice.message for notice in window.desk.notices)
