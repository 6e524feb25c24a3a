"""A logo and fonts of the analyst's own, beside a theme file: drawn, told to readers, and checked before use."""

import io
import shutil
from pathlib import Path

import font_source_serif_pro
import page as page_validation
import pypdfium2
import pytest
from docx import Document
from openxml_audit import OpenXmlValidator
from PIL import Image

from briefing import BriefingRequest, generate, read_reports, render
from briefing.errors import TemplateError
from briefing.themes import read_theme
from tests.briefing.writers.docx_lint import faults_of
from tests.briefing.writers.docx_reading import WordFile
from tests.paths import SEEDS

_BASE = 'extends = "house"\nname = "Ours"\n'
_FONT = '[font.Ours]\nregular = "Ours.ttf"\nbold = "Ours-Bold.ttf"\n'
_LOGO = 'logo = "logo.png"\nlogo_words = "Regional desk"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a logo, which carries a comment of its maker, and two cuts of a font."""
    picture = Image.new("RGBA", (1600, 800), (255, 200, 60, 255))
    exif = picture.getexif()
    exif[0x010F] = "Camera of somebody"
    picture.save(tmp_path / "logo.png", exif=exif)
    files = font_source_serif_pro.font_files_ttf
    shutil.copy(files["SourceSerifPro"], tmp_path / "Ours.ttf")
    shutil.copy(files["SourceSerifProBold"], tmp_path / "Ours-Bold.ttf")
    (tmp_path / "words.txt").write_text("no font", "utf-8")
    return tmp_path


def theme_file(folder: Path, text: str) -> Path:
    """Write a theme file into the folder."""
    file = folder / "ours.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_logo_and_the_font_are_in_the_pdf_which_keeps_to_the_standards(folder: Path, tmp_path: Path) -> None:
    """The logo has words for who does not see it; the fonts are embedded, each once."""
    theme = theme_file(folder, f'{_BASE}sans = "Ours"\n{_LOGO}{_FONT}')
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(theme=str(theme)))
    data = render(briefing, "pdf")
    file = tmp_path / "briefing.pdf"
    file.write_bytes(data)
    pdf = pypdfium2.PdfDocument(data)
    kinds = [item.type for item in pdf[0].get_objects()]

    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds
    assert data == render(briefing, "pdf")
    for profile in ("PDF_UA_1", "PDF_A_3A"):
        chosen = getattr(page_validation.ValidationProfile, profile)
        assert page_validation.validate_pdf(str(file), profile=chosen).is_compliant


def test_the_logo_is_small_and_without_what_a_camera_wrote(folder: Path) -> None:
    """Nobody learns from a briefing with which machine its logo was made."""
    logo = read_theme("house", str(theme_file(folder, _BASE + _LOGO))).logo

    assert logo is not None
    assert (logo.width, logo.height) == (1200, 600)
    assert b"Camera" not in logo.data
    assert logo.alternative == "Regional desk"


def test_the_web_page_carries_the_logo_in_itself(folder: Path) -> None:
    """Nothing is loaded from elsewhere."""
    theme = theme_file(folder, _BASE + _LOGO)
    page = render(generate(read_reports([SEEDS]).reports, BriefingRequest(theme=str(theme))), "html").decode()

    assert 'alt="Regional desk"' in page
    assert 'src="data:image/png;base64,' in page


def test_the_word_file_has_the_logo_in_its_band(folder: Path, tmp_path: Path) -> None:
    """In its proportions, with the words that stand for it."""
    theme = theme_file(folder, _BASE + _LOGO)
    data = render(generate(read_reports([SEEDS]).reports, BriefingRequest(theme=str(theme))), "docx")
    document = Document(io.BytesIO(data))
    logo = document.inline_shapes[0]

    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Briefing Product"
    assert logo._inline.docPr.get("descr") == "Regional desk"
    assert (logo.width.pt, logo.height.pt) == (60, 30)
    assert faults_of(WordFile(data).parts) == []
    file = tmp_path / "briefing.docx"
    file.write_bytes(data)
    assert not OpenXmlValidator().validate(file).errors


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('logo = "logo.png"\n', "line 3: a logo needs logo_words"),
        ('logo = "nowhere.png"\nlogo_words = "x"\n', "line 3: the logo “nowhere.png” cannot be read"),
        ('logo = "words.txt"\nlogo_words = "x"\n', "Lay a PNG or JPEG picture beside the theme"),
        ('[font.Ours]\nbold = "Ours.ttf"\n', "has no line regular"),
        ('[font.Ours]\nregular = "nowhere.ttf"\n', "there is no file “nowhere.ttf” beside the theme"),
        ('[font.Ours]\nregular = "words.txt"\n', "is no TrueType font"),
        ('[font.Ours]\nregular = "locked.ttf"\n', "does not permit to be embedded"),
        (
            'sans = "Theirs"\n[font.Ours]\nregular = "Ours.ttf"\n',
            "choose among: Source Sans Pro, Source Serif Pro, Ours",
        ),
        ('font = "Ours"\n', "a font is a block"),
    ],
)
def test_what_is_wrong_with_a_logo_or_a_font_is_said_with_the_remedy(folder: Path, text: str, words: str) -> None:
    """Before anything is drawn."""
    data = bytearray((folder / "Ours.ttf").read_bytes())
    for record in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        if data[record : record + 4] == b"OS/2":
            start = int.from_bytes(data[record + 8 : record + 12], "big")
            data[start + 8 : start + 10] = b"\x00\x02"
    (folder / "locked.ttf").write_bytes(data)

    with pytest.raises(TemplateError) as raised:
        read_theme("house", str(theme_file(folder, _BASE + text)))
    assert words in str(raised.value)
    assert "ours.toml" in str(raised.value)
