"""Export by click: readable files, the bytes of the preview, and words for what goes wrong."""

import json
from pathlib import Path

import docx
import pypdfium2
import pytest

from gui.dialogs.export import ExportDialog
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop, button_named, words_in, words_of


def _export(desktop: Desktop, window: MainWindow, folder: Path, name: str, formats: tuple[str, ...]) -> None:
    desktop.click(window.top.export)
    dialog = window.dialog
    assert isinstance(dialog, ExportDialog)
    desktop.qtbot.waitExposed(dialog)
    for kind, box in dialog.formats.items():
        box.setChecked(kind in formats)
    desktop.answers.folder = str(folder)
    desktop.click(dialog.browse)
    dialog.name.setText(name)
    desktop.click(dialog.export)
    desktop.qtbot.waitUntil(window.preview.toast.isVisible, timeout=60_000)


def test_export_saves_a_readable_pdf_and_a_readable_docx(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The PDF holds the very bytes of the preview, and both say the same words."""
    window = desktop.open(reports)
    _export(desktop, window, tmp_path, "morning", ("pdf", "docx", "md", "json"))
    data = (tmp_path / "morning.pdf").read_bytes()
    assert window.preview.view.pages is not None
    assert data == window.preview.view.pages.data
    document = docx.Document(str(tmp_path / "morning.docx"))
    words = " ".join(paragraph.text for paragraph in document.paragraphs)
    assert "Key developments" in words
    assert "Key developments" in words_in(data)
    assert "Key developments" in (tmp_path / "morning.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "morning.json").read_text(encoding="utf-8"))


def test_after_the_export_the_files_can_be_opened_shown_and_copied(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """Nobody has to look for the files, and nothing opens by itself."""
    window = desktop.open(reports)
    _export(desktop, window, tmp_path, "morning", ("pdf", "docx"))
    assert desktop.answers.opened == []
    for words in ("Open PDF", "Open Word", "Show folder", "Copy path"):
        desktop.click(button_named(window.preview.toast, words))
    assert desktop.answers.opened == [tmp_path / "morning.pdf", tmp_path / "morning.docx", tmp_path]
    assert desktop.answers.copied == [f"{tmp_path / 'morning.pdf'}\n{tmp_path / 'morning.docx'}"]


def test_a_web_page_and_tables_are_exported_too(desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path) -> None:
    """The tables are three files; the message counts them and opens the first."""
    window = desktop.open(reports)
    _export(desktop, window, tmp_path, "morning", ("html", "csv"))
    assert "Key developments" in (tmp_path / "morning.html").read_text(encoding="utf-8")
    for table in ("developments", "places", "sources"):
        assert (tmp_path / f"morning.{table}.csv").read_bytes()
    toast = window.preview.toast
    assert toast.heading.text() == "Exported 4 files"
    assert "“morning” as Web page (HTML) and Tables (CSV)" in toast.words.text()
    desktop.click(button_named(toast, "Open tables"))
    assert desktop.answers.opened == [tmp_path / "morning.developments.csv"]


def test_exporting_again_takes_the_next_name_and_overwrites_nothing(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """Earlier files stay as they are."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "morning.pdf").write_bytes(b"mine")
    window = desktop.open(reports)
    _export(desktop, window, folder, "morning", ("pdf",))
    assert (folder / "morning.pdf").read_bytes() == b"mine"
    assert (folder / "morning-2.pdf").read_bytes().startswith(b"%PDF")


def test_a_failed_export_says_what_failed_and_that_the_rest_is_safe(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """A file where a folder should be: told, mended, tried again."""
    window = desktop.open(reports)
    blocked = tmp_path / "not-a-folder"
    blocked.write_text("x")
    _export(desktop, window, blocked, "morning", ("pdf",))
    toast = window.preview.toast
    assert toast.heading.text() == "The briefing was not exported"
    assert "not-a-folder" in toast.words.text()
    assert "safe" in toast.words.text()
    blocked.unlink()
    desktop.click(button_named(toast, "Try again"))
    desktop.qtbot.waitUntil(lambda: toast.heading.text() == "Exported 1 file", timeout=60_000)
    assert words_in((blocked / "morning.pdf").read_bytes()) == words_of(window)


@pytest.mark.parametrize("field", ["folder", "name"])
def test_without_folder_or_name_there_is_no_export(desktop: Desktop, reports: tuple[Path, ...], field: str) -> None:
    """The button waits, and the line beside it says for what."""
    window = desktop.open(reports)
    desktop.click(window.top.export)
    dialog = window.dialog
    assert isinstance(dialog, ExportDialog)
    assert dialog.export.isEnabled()
    getattr(dialog, field).setText(" ")
    assert not dialog.export.isEnabled()
    assert "needed" in dialog.summary.text()
    dialog.reject()


def test_an_export_right_after_a_change_holds_the_change(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The export never writes an old state, even when the preview has not caught up."""
    window = desktop.open(reports)
    window.outline.details.texts["title"].textEdited.emit("Changed at the last moment")
    window.exports.start(tmp_path, ("pdf",), "late")
    desktop.qtbot.waitUntil(window.preview.toast.isVisible, timeout=60_000)
    assert "Changed at the last moment" in words_in((tmp_path / "late.pdf").read_bytes())


def test_a_pdf_with_a_password_is_exported_and_the_password_forgotten(
    desktop: Desktop, reports: tuple[Path, ...], tmp_path: Path
) -> None:
    """The dialog says what it means, and the next one begins without."""
    window = desktop.open(reports)
    desktop.click(window.top.export)
    dialog = window.dialog
    assert isinstance(dialog, ExportDialog)
    desktop.qtbot.waitExposed(dialog)
    dialog.folder.setText(str(tmp_path))
    dialog.name.setText("closed")
    for kind, box in dialog.formats.items():
        box.setChecked(kind == "pdf")
    dialog.password.setText("tulip 9")
    assert "no PDF/A" in dialog.summary.text()
    desktop.click(dialog.export)
    desktop.qtbot.waitUntil(window.preview.toast.isVisible, timeout=60_000)

    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(tmp_path / "closed.pdf")
    with pypdfium2.PdfDocument(tmp_path / "closed.pdf", password="tulip 9") as document:
        assert len(document) >= 1
    desktop.click(window.top.export)
    assert isinstance(window.dialog, ExportDialog)
    assert window.dialog.password.text() == ""
    window.desk.save()
    kept = [path for path in tmp_path.rglob("[!.]*") if path.is_file() and path.suffix != ".pdf"]
    assert not any(b"tulip 9" in path.read_bytes() for path in kept)
