"""Scripts other than Latin in the PDF: joined, in order, copied and read aloud as they were."""

import dataclasses
import io
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest
from PIL import Image

from briefing.model.document import Column, Document, Heading, Link, Listing, ListItem, Prose, Row, Table, Text
from briefing.model.drawing import Drawing, Label
from briefing.writers.pdf import draw_pdf, render_pdf
from briefing.writers.pdf.bidi import arrange, with_marks_placed
from briefing.writers.pdf.fonts import load_face, missing_characters, parted, split_by_face
from briefing.writers.pdf.lines import Run, visual_order
from briefing.writers.pdf.text import clean
from briefing.writers.pictures import render_png
from tests.briefing.writers.pdf_reading import all_text, web_links
from tests.briefing.writers.sample_document import sample_document, with_blocks, words

VOWELS, PERSIAN, POINTED = "مُحَمَّد", "می\u200cشود", "שָׁלוֹם"
ARABIC, HEBREW, LATAKIA = "قوات سوريا الديمقراطية", "דניאל הגרי", "اللاذقية"
SENTENCE = f"The forces ({ARABIC}) met {HEBREW}, Γιώργος Γεραπετρίτης and Михаил Богданов in Đà Nẵng, Łódź and Ağrı."
_ROOT = Path(__file__).resolve().parents[3]
_POPPLER = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler) is not installed")


def arabic_document() -> Document:
    """Return a document in Arabic with a heading, a list, a table, and an English sentence."""
    blocks = (
        Heading(level=1, text="أهم التطورات", id="section-key-developments"),
        Listing(items=(ListItem(inlines=words("سيطرت الفصائل على حمص (SOHR)."), entry="e-1"),), ordered=True),
        Prose(inlines=words("Rebels entered the city, the monitor said."), entry="e-2"),
        Table(
            caption="الجدول 1. المدن",
            columns=sample_columns("المكان", "من يقول ذلك"),
            rows=(Row(cells=(words("حلب"), words("المرصد"))),),
        ),
    )
    return dataclasses.replace(sample_document(), blocks=blocks, language="ar", marking="")


def sample_columns(*heads: str) -> tuple[Column, ...]:
    """Return columns of equal width."""
    return tuple(Column(header=head, weight=1 / len(heads)) for head in heads)


def _copied(data: bytes, tmp_path: Path) -> str:
    """Return the text as poppler copies it, without the marks of direction that it adds, ligatures as their letters."""
    file = tmp_path / "file.pdf"
    file.write_bytes(data)
    run = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    bare = "".join(sign for sign in run.stdout.decode() if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", bare).split())


@_POPPLER
@pytest.mark.parametrize(
    "name",
    [ARABIC, HEBREW, LATAKIA, VOWELS, POINTED, "x̱oy", "Дама́ск", "m̄", "Γιώργος", "Михаил", "Đà Nẵng", "Łódź", "Ağrı"],
)
def test_a_name_is_copied_as_it_was_written(name: str, tmp_path: Path) -> None:
    """In the order of its letters, whatever the order on the page."""
    data = render_pdf(with_blocks(Prose(inlines=words(f"They named {name} again."))))

    assert name in _copied(data, tmp_path)


@_POPPLER
@pytest.mark.parametrize("name", [VOWELS, PERSIAN, POINTED, "رسولُ", "سُنَّة"])
def test_marks_of_vowels_and_joiners_stand_in_the_structure(name: str, tmp_path: Path) -> None:
    """Nothing of a word is lost, and a screen reader meets it as it was."""
    assert f'"{unicodedata.normalize("NFC", name)}"' in _structure(f"They named {name} again.", tmp_path)


def _structure(text: str, tmp_path: Path) -> str:
    """Return what poppler reads from the structure of a file with a paragraph."""
    file = tmp_path / "file.pdf"
    file.write_bytes(render_pdf(with_blocks(Prose(inlines=words(text)))))
    return subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, check=True).stdout.decode()


@_POPPLER
def test_the_words_of_another_language_are_a_part_that_says_so(tmp_path: Path) -> None:
    """So that they are read aloud with its voice, and as one part."""
    tree = _structure(SENTENCE, tmp_path)

    assert f'"{ARABIC}"' in tree
    assert f'"{HEBREW}"' in tree
    assert tree.count("Span (inline)") == 2


def test_no_box_is_drawn_for_the_scripts_of_the_neighbours() -> None:
    """Greek, Cyrillic, Arabic, Persian, Hebrew and Georgian letters are there."""
    drawn = draw_pdf(with_blocks(Prose(inlines=words(f"{SENTENCE} گیلان, თბილისი, Ẩn, Ț"))))

    assert drawn.notices == ()
    assert "Γεραπετρίτης" in all_text(drawn.data)


@_POPPLER
def test_what_no_font_holds_is_copied_as_it_was(tmp_path: Path) -> None:
    """A box is drawn, the character stays in the file."""
    assert "They met 王毅 there." in _copied(
        render_pdf(with_blocks(Prose(inlines=words("They met 王毅 there.")))), tmp_path
    )


@_POPPLER
def test_an_arabic_word_wider_than_a_line_goes_on_in_the_next(tmp_path: Path) -> None:
    """Its first letters stand in the first line."""
    word = "ب" * 200 + "د" * 300
    read = _structure(f"Named {word} there.", tmp_path)

    assert word in "".join(re.findall("[بد]+", read))


@_POPPLER
def test_letters_in_another_dress_are_drawn_plain_and_copied_as_they_were(tmp_path: Path) -> None:
    """Posts write bold with letters of mathematics; a box for each would hide what is plain to read."""
    file = tmp_path / "file.pdf"
    drawn = draw_pdf(with_blocks(Prose(inlines=words("They wrote 𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆 and ４０㎞ there."))))
    file.write_bytes(drawn.data)
    copied = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()

    assert drawn.notices == ()
    assert "𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆 and ４０㎞" in copied
    assert "".join(part.text for part in split_by_face("𝐁 ４㎞", load_face("Source Sans Pro", "regular"))) == "B 4km"


def test_a_mark_that_no_font_holds_is_named_and_not_drawn() -> None:
    """The analyst is told what is left out."""
    face = load_face("Source Sans Pro", "regular")

    assert missing_characters("aa\u1de7o", face) == "\u1de7"
    assert "".join(part.text for part in split_by_face("a\u1de7o", face)) == "ao"
    drawn = tuple(part for part in split_by_face("a\u1de7o", face) if part.text)
    assert parted("a\u1de7o", "Source Sans Pro", "regular") == (drawn, "\u1de7")


def test_arabic_letters_are_joined() -> None:
    """The same letter has another shape at the beginning, in the middle and at the end of a word."""
    face = load_face("FiraGO", "regular")

    assert len(set(face.shape("ببب"))) == 3
    assert len(face.shape("لا")) == 1


def test_marks_of_vowels_are_drawn() -> None:
    """They are seen above and below their letters, on a page and in a picture."""

    def ink(word: str) -> int:
        label = Label(text=word, at=(10, 40), size=24, colour="#000000")
        with Image.open(io.BytesIO(render_png(Drawing(width=120, height=60, shapes=(label,))))) as picture:
            return sum(picture.convert("L").histogram()[:128])

    def pages_ink(word: str) -> int:
        page = pypdfium2.PdfDocument(render_pdf(with_blocks(Prose(inlines=words(f"Named {word}.")))))[0]
        return sum(page.render(scale=3).to_pil().convert("L").histogram()[:128])

    assert ink(VOWELS) > ink("محمد") * 1.1
    assert pages_ink(VOWELS * 9) > pages_ink("محمد" * 9) + 300


def test_a_mark_stands_over_its_letter() -> None:
    """A letter with a mark that Unicode has no character for takes the room of the letter."""
    face = load_face("Source Sans Pro", "regular")
    whole = Run(text="x m\u0304 y", face=face, size=10, colour="#000000")
    parts = list(with_marks_placed(whole))

    assert [part.shaped for part in parts] == [False, True, False]
    letter, mark = (face.shape_of(sign) for sign in parts[1].text)
    assert -letter.advance < mark.right < 0
    assert face.width(parts[1].text, 10) == face.width("m", 10)
    assert list(with_marks_placed(parts[0])) == [parts[0]]


def test_a_persian_joiner_parts_the_shapes_of_a_word() -> None:
    """Without it the letters would join, and it would be another word."""
    face = load_face("FiraGO", "regular")

    assert face.shape(PERSIAN)[0] == face.shape("شود")[0]
    assert clean(PERSIAN) == PERSIAN
    assert clean("a\u200cb") == "ab"
    assert face.shape_of(face.shape("می")[0]).glyph in {face.shape_of(sign).glyph for sign in face.shape(PERSIAN)}


@pytest.mark.parametrize("name", ["2024-12-07_desert.txt", "2024-12-07", "5–7", "UN-2024/17"])
def test_a_name_of_a_file_and_a_day_stay_whole_after_an_arabic_word(name: str) -> None:
    """The rules of Unicode alone would turn the parts of the day round."""
    face = load_face("FiraGO", "regular")
    (run,) = (Run(text=f"الملف {name}، ثم", face=face, size=10, colour="#000000"),)

    for language in ("ar", "en"):
        assert any(name in part.text for part in arrange((run,), language))


def test_words_are_put_from_right_to_left_and_numbers_in_them_stay() -> None:
    """The order in the line is that of the standard; the order of reading is kept."""
    face = load_face("FiraGO", "regular")
    (run,) = (Run(text="قتل 12 شخصا", face=face, size=10, colour="#000000"),)
    arranged = arrange((run,), "ar")

    assert [part.level for part in arranged] == [1, 1, 2, 1, 1]
    assert visual_order([part.level for part in arranged]) == [4, 3, 2, 1, 0]
    assert [part.text for part in arranged if part.level == 2] == ["12"]
    assert visual_order([0, 1, 1, 2, 1, 0]) == [0, 4, 3, 2, 1, 5]


def test_brackets_around_a_latin_name_open_before_it_in_arabic() -> None:
    """Paired brackets run with what they hold, where what stands before them does."""
    face = load_face("FiraGO", "regular")
    (run,) = (Run(text="قال Observer (sample)، أمس", face=face, size=10, colour="#000000"),)
    together = "".join(part.text for part in arrange((run,), "ar") if part.level == 2)

    assert "(sample)" in together


def test_a_latin_text_is_left_alone() -> None:
    """Whoever writes no such script pays nothing for it."""
    runs = (Run(text="Plain words (only).", face=load_face("Source Sans Pro", "regular"), size=10, colour="#000000"),)

    assert arrange(runs, "en") is runs


def test_an_arabic_document_is_mirrored_and_an_english_sentence_in_it_is_not() -> None:
    """Numbers of lists, first columns and headings stand on the right; what is English begins on the left."""
    drawn = draw_pdf(arabic_document())
    document = pypdfium2.PdfDocument(drawn.data)
    text, width = document[0].get_textpage(), document[0].get_width()

    def places(word: str) -> list[float]:
        search, found = text.search(word), []
        while (match := search.get_next()) is not None:
            found.append(text.get_charbox(match[0])[0])
        return found

    assert places("Rebels")[0] < width / 3
    assert max(places("1")) > width * 0.8
    regions = {region.entry: region for region in drawn.regions}
    assert regions["e-1"].right > width * 0.85


def test_the_same_arabic_document_gives_the_same_bytes() -> None:
    """Whatever was drawn before it in the same process."""
    render_pdf(with_blocks(Prose(inlines=words(f"{SENTENCE} {VOWELS} {PERSIAN}"))))
    script = (
        "import sys; from briefing.writers.pdf import render_pdf; from tests.briefing.writers import test_pdf_scripts\n"
        "sys.stdout.buffer.write(render_pdf(test_pdf_scripts.arabic_document()))"
    )
    alone = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=_ROOT).stdout

    assert render_pdf(arabic_document()) == alone


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_3A"])
@pytest.mark.parametrize(
    "document", [with_blocks(Prose(inlines=words(f"{SENTENCE} {VOWELS} {PERSIAN} {POINTED} x̱oy"))), arabic_document()]
)
def test_the_file_keeps_to_the_standards(profile: str, document: Document, tmp_path: Path) -> None:
    """Joined shapes have their letters in the map to Unicode, and parts in another language are in the structure."""
    file = tmp_path / "file.pdf"
    file.write_bytes(render_pdf(document))
    report = page_validation.validate_pdf(str(file), profile=getattr(page_validation.ValidationProfile, profile))

    assert report.is_compliant, report.failures


def test_a_link_in_arabic_can_be_clicked() -> None:
    """Its area is that of its words, wherever they stand."""
    link = Link(text="موقع المرصد", url="https://example.org/a")
    data = render_pdf(with_blocks(Prose(inlines=(Text(text="See "), link))))

    assert web_links(data) == ["https://example.org/a"]
