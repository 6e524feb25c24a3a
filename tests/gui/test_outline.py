"""The outline: sections on and off, their order, titles and limits, template and details."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from briefing.model.section import SectionId
from gui.main_window import MainWindow
from gui.outline.model import OutlineModel
from tests.gui.conftest import Desktop, words_of


def _place(window: MainWindow, section: SectionId) -> int:
    return [item.id for item in window.desk.sections].index(section)


def _click_section(desktop: Desktop, window: MainWindow, section: SectionId, left: int = 100) -> None:
    desktop.click_row(window.outline.list, window.outline.model.row_of(section.value), left)


def test_a_section_that_is_switched_off_leaves_the_page(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The tick in the outline decides, and undo brings the section back."""
    window = desktop.open(reports)
    title = "Method"
    assert title in words_of(window)
    _click_section(desktop, window, SectionId.METHOD, left=20)
    desktop.settle(window)
    assert title not in words_of(window)
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert title in words_of(window)


def test_alt_up_moves_a_section_up_on_the_page(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The order of the outline is the order of the page."""
    window = desktop.open(reports)
    assert words_of(window).index("Key developments") < words_of(window).index("Cities and provinces")
    _click_section(desktop, window, SectionId.CITIES)
    while _place(window, SectionId.CITIES) > _place(window, SectionId.KEY_DEVELOPMENTS):
        QTest.keyClick(window.outline.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert window.outline.current_section() is SectionId.CITIES
    desktop.settle(window)
    assert words_of(window).index("Cities and provinces") < words_of(window).index("Key developments")


def test_the_buttons_move_a_section_too(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Who does not drag can click."""
    window = desktop.open(reports)
    _click_section(desktop, window, SectionId.CITIES)
    before = _place(window, SectionId.CITIES)
    desktop.click(window.outline.down_button)
    assert _place(window, SectionId.CITIES) == before + 1
    desktop.click(window.outline.up_button)
    assert _place(window, SectionId.CITIES) == before


def test_a_dragged_section_lands_where_it_is_dropped(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The model takes what the list drops between two rows."""
    window = desktop.open(reports)
    model = window.outline.model
    data = model.mimeData([model.index(model.row_of(SectionId.CITIES.value))])
    target = model.row_of(SectionId.KEY_DEVELOPMENTS.value)
    model.dropMimeData(data, Qt.DropAction.MoveAction, target, 0, QModelIndex())
    assert _place(window, SectionId.CITIES) + 1 == _place(window, SectionId.KEY_DEVELOPMENTS)


def test_head_and_marking_keep_their_places(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Nothing can be dropped before them, and they cannot be moved."""
    window = desktop.open(reports)
    model = window.outline.model
    data = model.mimeData([model.index(model.row_of(SectionId.CITIES.value))])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    fixed = [item.id for item in window.desk.sections][:2]
    assert set(fixed) == {SectionId.MARKING, SectionId.MASTHEAD}
    _click_section(desktop, window, SectionId.MASTHEAD)
    assert not window.outline.down_button.isEnabled()


def test_f2_renames_a_section_on_the_page(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The title is edited in the row."""
    window = desktop.open(reports)
    _click_section(desktop, window, SectionId.KEY_DEVELOPMENTS)
    window.commands["rename"].trigger()
    editor = window.outline.list.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "What happened")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desktop.qtbot.waitUntil(lambda: "What happened" in [item.title for item in window.desk.sections])
    desktop.settle(window)
    assert "What happened" in words_of(window)
    assert "Key developments" not in words_of(window)


def test_a_limit_prints_only_the_first_items(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The outline shows as many items as the page."""
    window = desktop.open(reports)
    total = len(window.desk.preview.briefing.developments)  # type: ignore[union-attr]
    assert total > 3
    _click_section(desktop, window, SectionId.KEY_DEVELOPMENTS)
    menu = window.outline.build_menu()
    limits = next(action.menu() for action in menu.actions() if action.menu())
    next(action for action in limits.actions() if action.text() == "3 items").trigger()  # type: ignore[attr-defined]
    desktop.settle(window)
    row = window.outline.model.row_of(SectionId.KEY_DEVELOPMENTS.value)
    assert window.outline.model.rows[row].detail == f"3 of {total}"  # type: ignore[union-attr]


def test_the_outline_counts_what_the_page_numbers(desktop: Desktop) -> None:
    """On the samples the timeline prints a development more, which is none of the list."""
    window = desktop.open(first_run=True)
    briefing = window.desk.preview.briefing  # type: ignore[union-attr]
    listed = len(briefing.numbers_in(SectionId.KEY_DEVELOPMENTS))
    assert 0 < listed < len(briefing.developments)
    row = window.outline.model.row_of(SectionId.KEY_DEVELOPMENTS.value)
    assert window.outline.model.rows[row].detail == f"{listed} items"  # type: ignore[union-attr]
    assert f"{listed} items" in window.statusBar().counts.text()  # type: ignore[attr-defined]


def test_the_figure_of_a_section_is_switched_in_its_menu(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The timeline usually has it; sections that can have none do not offer it."""
    window = desktop.open(reports)
    _click_section(desktop, window, SectionId.KEY_DEVELOPMENTS)
    assert "With its figure" not in [action.text() for action in window.outline.build_menu().actions()]
    _click_section(desktop, window, SectionId.TIMELINE)
    assert "Developments by day" in words_of(window)
    action = next(item for item in window.outline.build_menu().actions() if item.text() == "With its figure")
    assert action.isChecked()
    action.trigger()
    desktop.settle(window)
    assert "Developments by day" not in words_of(window)


def test_another_template_brings_its_sections(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Choosing in the box changes the outline and the page."""
    window = desktop.open(reports)
    other = next(item for item in window.desk.templates if item.id != window.desk.template.id)
    box = window.outline.template
    box.setFocus()
    box.setCurrentIndex(box.findData(other.id))
    box.activated.emit(box.currentIndex())
    desktop.settle(window)
    assert window.desk.template == other
    assert window.desk.preview is not None
    assert window.desk.preview.request.template == other.id
    assert window.desk.sections[: len(other.sections)] == other.sections


def test_details_that_are_typed_stand_on_the_page_and_are_one_step_of_undo(
    desktop: Desktop, reports: tuple[Path, ...]
) -> None:
    """Title and marking appear while one types."""
    window = desktop.open(reports)
    desktop.click(window.outline.details_button)
    field = window.outline.details.texts["title"]
    QTest.keyClicks(field, "Week of decisions")
    desktop.settle(window)
    assert "Week of decisions" in words_of(window)
    assert window.top.title.text() == "Week of decisions"
    window.outline.details.marking.setCurrentText("TLP:AMBER")
    desktop.settle(window)
    assert "TLP:AMBER" in words_of(window)
    desktop.click(window.top.undo)
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert field.text() == ""
    assert "Week of decisions" not in words_of(window)


def test_a_day_that_is_none_is_refused_in_words(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The briefing keeps its days until what is typed is one."""
    window = desktop.open(reports)
    desktop.click(window.outline.details_button)
    field = window.outline.details.days["as_of"]
    QTest.keyClicks(field, "2024-13")
    assert "2024-13" in window.outline.details.wrong["as_of"].text()
    assert window.desk.choices.request.as_of is None
    field.selectAll()
    QTest.keyClicks(field, "2024-12-09")
    assert window.outline.details.wrong["as_of"].text() == ""
    desktop.settle(window)
    assert "9 December 2024" in words_of(window)


def test_the_model_keeps_qts_rules(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Qt's own tester watches the model while sections and entries come and go."""
    window = desktop.open()
    model = OutlineModel(window.desk)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desktop.answers.files = [str(path) for path in reports]
    desktop.click(window.reports.add_button)
    desktop.settle(window)
    model.unfold(on=False)
    model.unfold(on=True)
    assert tester.model() is model
    assert model.rowCount() > len(window.desk.sections)
