"""The check before export: the badge, the findings, going there, accepting with a reason, and taking it back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.model.briefing import Check, CheckCode
from briefing.model.edits import AcceptCheck
from gui.checks.groups import open_checks
from gui.checks.window import ChecksWindow
from gui.dialogs.export import ExportDialog
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop


def _open(desktop: Desktop, window: MainWindow) -> ChecksWindow:
    desktop.click(window.top.checks)
    assert window.sides.checks is not None
    desktop.qtbot.waitExposed(window.sides.checks)
    return window.sides.checks


def _checks(window: MainWindow) -> tuple[Check, ...]:
    assert window.desk.preview is not None
    return window.desk.preview.briefing.checks


def _choose(desktop: Desktop, checks: ChecksWindow, check: Check) -> None:
    desktop.click_row(checks.list, checks.model.row_of(check.id))


def _accept(desktop: Desktop, window: MainWindow, checks: ChecksWindow, reason: str) -> None:
    desktop.click(checks.accept)
    assert not checks.confirm.isEnabled()
    QTest.keyClicks(checks.reason, reason)
    desktop.click(checks.confirm)
    desktop.settle(window)


def test_the_badge_beside_export_counts_the_open_findings(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """It leads to the list, which holds each finding under the heading of its kind."""
    window = desktop.open(reports)
    found = open_checks(window.desk.preview.briefing if window.desk.preview else None)
    assert found
    assert window.top.checks.text() == f"{len(found)} to check"
    checks = _open(desktop, window)
    listed = [row for row in checks.model.rows if isinstance(row, Check)]
    assert sorted(row.id for row in listed) == sorted(check.id for check in found)
    assert len({row.code for row in listed}) == len(checks.model.rows) - len(listed)


def test_a_finding_says_what_where_and_what_to_do_and_leads_there(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """Go there marks the entry on the page, or the section in the outline."""
    window = desktop.open(reports)
    checks = _open(desktop, window)
    with_entry = next(check for check in _checks(window) if check.entry)
    _choose(desktop, checks, with_entry)
    assert checks.sentence.text() == with_entry.sentence
    assert checks.remedy.text() == with_entry.remedy
    assert "Key developments" in checks.where.text()
    desktop.click(checks.go)
    assert window.preview.view.selected == with_entry.entry
    without = next(check for check in _checks(window) if not check.entry)
    _choose(desktop, checks, without)
    desktop.click(checks.go)
    assert window.outline.current_section() is without.section


def test_a_finding_is_accepted_with_a_reason_and_taken_back(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """It moves under “Accepted” with its reason, is one step of undo, and can be opened again."""
    window = desktop.open(reports)
    checks = _open(desktop, window)
    check = _checks(window)[0]
    before = len(open_checks(window.desk.preview.briefing if window.desk.preview else None))
    _choose(desktop, checks, check)
    _accept(desktop, window, checks, "Checked with the agency")
    assert window.desk.choices.request.edits == (AcceptCheck(check=check.id, reason="Checked with the agency"),)
    accepted = next(item for item in _checks(window) if item.id == check.id)
    assert accepted.accepted
    assert accepted.reason == "Checked with the agency"
    assert window.top.checks.text() == f"{before - 1} to check"
    _choose(desktop, checks, accepted)
    assert "Checked with the agency" in checks.remedy.text()
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert not window.desk.choices.request.edits
    desktop.click(window.top.redo)
    desktop.settle(window)
    _choose(desktop, checks, accepted)
    desktop.click(checks.take_back)
    desktop.settle(window)
    assert not window.desk.choices.request.edits
    assert window.top.checks.text() == f"{before} to check"


def test_a_draft_is_accepted_from_the_list_which_mends_the_finding(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """No reason is asked for, since nothing stays open; the next finding is chosen."""
    window = desktop.open(reports)
    checks = _open(desktop, window)
    draft = next(check for check in _checks(window) if check.code is CheckCode.DRAFT)
    _choose(desktop, checks, draft)
    desktop.click(checks.go)
    assert window.evidence.entry == f"draft-{draft.section.value}"
    desktop.click(checks.draft)
    desktop.settle(window)
    assert draft.id not in {check.id for check in _checks(window)}
    assert draft.section in window.desk.preview.briefing.accepted  # type: ignore[union-attr]


def test_after_accepting_one_finding_the_next_is_chosen(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """A list of many is worked through without going back to the mouse."""
    window = desktop.open(reports)
    checks = _open(desktop, window)
    listed = [row for row in checks.model.rows if isinstance(row, Check)]
    _choose(desktop, checks, listed[0])
    _accept(desktop, window, checks, "Seen")
    assert [check.id for check in checks.chosen] == [listed[1].id]


def test_several_findings_are_accepted_with_one_reason_in_one_step(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """All that are selected take the reason; when nothing is open the badge says so."""
    window = desktop.open(reports)
    checks = _open(desktop, window)
    checks.list.setFocus()
    QTest.keyClick(checks.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(checks.chosen) == len(_checks(window)) > 1
    _accept(desktop, window, checks, "Agreed with the desk")
    assert all(check.accepted for check in _checks(window))
    assert window.top.checks.text() == "Checked"
    desktop.click(window.top.undo)
    desktop.settle(window)
    assert not any(check.accepted for check in _checks(window))


def test_accepted_findings_are_there_after_a_restart(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """The reason belongs to the request, which the session keeps."""
    window = desktop.open(reports)
    checks = _open(desktop, window)
    check = _checks(window)[0]
    _choose(desktop, checks, check)
    _accept(desktop, window, checks, "Known to the reader")
    desktop.close(window)
    again = desktop.open()
    assert next(item for item in _checks(again) if item.id == check.id).reason == "Known to the reader"


def test_the_export_dialog_tells_what_is_open_and_lets_go_on(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """One line with “Look at them”; the export itself is never blocked."""
    window = desktop.open(reports)
    number = len(open_checks(window.desk.preview.briefing if window.desk.preview else None))
    desktop.click(window.top.export)
    dialog = window.dialog
    assert isinstance(dialog, ExportDialog)
    desktop.qtbot.waitExposed(dialog)
    assert f"{number} findings of the check" in dialog.open_points()
    desktop.click(dialog.look)
    assert window.sides.checks is not None
    assert window.sides.checks.isVisible()
    desktop.click(window.top.export)
    dialog = window.dialog
    assert isinstance(dialog, ExportDialog)
    dialog.folder.setText(str(tmp_path))
    dialog.name.setText("open")
    desktop.click(dialog.export)
    desktop.qtbot.waitUntil(window.preview.toast.isVisible, timeout=60_000)
    assert (tmp_path / "open.pdf").read_bytes().startswith(b"%PDF")
