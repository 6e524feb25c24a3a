"""A PDF with a password opens only with it, says nothing false of itself, and the password is kept nowhere."""

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefing import BriefingRequest, export, generate, read_reports
from briefing.errors import ExportError
from briefing.model.briefing import Briefing
from tests.paths import ROOT, SEEDS

_SECRET = "Kaffee & Śniadanie 7"


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    """Return a briefing on one report."""
    return generate(read_reports([min(SEEDS.glob("*.txt"))]).reports, BriefingRequest())


def test_the_file_opens_with_the_password_alone(briefing: Briefing, tmp_path: Path) -> None:
    """By AES of 256 bits; it may be read aloud, and its words and data are whole."""
    (path,) = export(briefing, tmp_path, ["pdf"], password=_SECRET)

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)
    with pikepdf.open(path, password=_SECRET) as file:
        assert file.encryption.bits == 256
        assert file.allow.accessibility
        assert "briefing.json" in file.attachments
        metadata = bytes(file.Root.Metadata.read_bytes())
        assert b"<pdfuaid:part>1" in metadata
        assert b"<pdfaid:part>" not in metadata
    (plain,) = export(briefing, tmp_path, ["pdf"], "plain")
    with pypdfium2.PdfDocument(path, password=_SECRET) as one, pypdfium2.PdfDocument(plain) as other:
        assert one[0].get_textpage().get_text_range() == other[0].get_textpage().get_text_range()
    assert b"briefing.json" not in path.read_bytes()


@pytest.mark.parametrize("password", ["ü" * 64, "a\nb"])
def test_a_password_that_no_reader_takes_is_refused(password: str, briefing: Briefing, tmp_path: Path) -> None:
    """In a sentence, and nothing is written."""
    with pytest.raises(ExportError, match=r"The password .+\. Choose "):
        export(briefing, tmp_path, ["pdf", "docx"], password=password)
    assert list(tmp_path.iterdir()) == []


def test_a_password_without_a_pdf_is_refused(briefing: Briefing, tmp_path: Path) -> None:
    """Who gives one thinks that the files are protected."""
    with pytest.raises(ExportError, match="Choose PDF among the formats"):
        export(briefing, tmp_path, ["docx"], password=_SECRET)


def test_the_command_reads_the_password_from_its_input_and_keeps_it_nowhere(tmp_path: Path) -> None:
    """Neither the saved choices nor the printed words hold it."""
    command = [sys.executable, "-m", "briefing", "generate", str(min(SEEDS.glob("*.txt"))), "--out", str(tmp_path)]
    command += ["--format", "pdf,json", "--name", "a", "--password", "--save-request", str(tmp_path / "choices.json")]
    run = subprocess.run(command, cwd=ROOT, input=_SECRET + "\n", capture_output=True, text=True, check=True)

    with pikepdf.open(io.BytesIO((tmp_path / "a.pdf").read_bytes()), password=_SECRET) as file:
        assert len(file.pages) >= 1
    assert "is no PDF/A" in run.stderr
    for words in (run.stdout, run.stderr, *((tmp_path / name).read_text() for name in ("choices.json", "a.json"))):
        assert _SECRET not in words
