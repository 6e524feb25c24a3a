"""The house style: an analyst's own Word file gives the look, and nothing harmful or private comes along."""

import dataclasses
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from briefing import BriefingRequest, generate, read_reports, render
from briefing.__main__ import main
from briefing.errors import ExportError, TemplateError
from briefing.model.document import Document
from briefing.workflow import check_house_style
from briefing.writers.docx import render_docx
from briefing.writers.docx.house.checking import check_house_style as check
from tests.briefing.writers.docx_reading import WordFile
from tests.briefing.writers.house_files import (
    DOCUMENT_TYPE,
    MACRO_TYPE,
    RED,
    SECRET,
    as_template,
    changed,
    house_file,
    packed,
    parts_of,
    with_character_style,
    without_style,
)
from tests.briefing.writers.sample_document import arabic_document, sample_document
from tests.paths import SEEDS


def _dressed(house: bytes, document: Document | None = None) -> bytes:
    return render_docx(dataclasses.replace(document or sample_document(), house_style=house))


_HOUSES = {
    "letterhead": house_file(),
    "template": as_template(house_file()),
    "no place": house_file(place=""),
    "no place for the marking": house_file(marking="", first_page=True),
    "no heading 1": without_style(house_file(), "Heading 1"),
    "a title for characters": with_character_style(house_file(), "Title"),
}


@pytest.mark.parametrize("house", _HOUSES.values(), ids=_HOUSES.keys())
@pytest.mark.parametrize("notes", [True, False], ids=["endnotes", "list"])
def test_validator_and_lint_find_nothing_in_a_dressed_file(house: bytes, notes: bool, tmp_path: Path) -> None:
    """Whatever the house style has and lacks."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    content = _dressed(house, dataclasses.replace(sample_document(), word_notes=notes))
    path = tmp_path / "briefing.docx"
    path.write_bytes(content)
    assert [str(error) for error in audit.OpenXmlValidator().validate(path).errors] == []
    assert WordFile(content).faults() == []
    assert content == _dressed(house, dataclasses.replace(sample_document(), word_notes=notes))


def test_page_styles_header_and_footer_are_those_of_the_house() -> None:
    """Read by python-docx, which knows nothing of ours."""
    file = docx.Document(io.BytesIO(_dressed(house_file())))
    section = file.sections[-1]

    assert [round((length or 0) / Mm(1)) for length in (section.left_margin, section.top_margin)] == [35, 40]
    assert file.styles["Normal"].font.name == "DejaVu Serif"
    assert str(file.styles["Heading 1"].font.color.rgb) == RED
    assert "Ministry of Examples" in section.header.paragraphs[0].text
    assert section.header.part.rels
    used = {paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    assert {"Heading 1", "Body Text"} <= used
    assert "Briefing Text" not in used


def test_the_briefing_stands_whole_between_the_texts_of_the_house() -> None:
    """All words of the document, those of the house before and after, the placeholder gone."""
    content = _dressed(house_file())
    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]

    assert lines[0] == "To the head of desk"
    assert lines[-1] == "Signed, desk 7"
    assert not any("{{" in line for line in lines)
    ours = WordFile(render_docx(dataclasses.replace(sample_document(), word_notes=False)))
    assert len(lines) == len(docx.Document(io.BytesIO(packed(dict(ours.parts)))).paragraphs) + 2


def test_without_a_place_the_text_of_the_house_is_left_out_and_the_check_says_so() -> None:
    """An example in a template is not to be printed."""
    house = house_file(place="")
    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(_dressed(house))).paragraphs]

    assert "To the head of desk" not in lines
    found = {finding.id: finding for finding in check(house, "x.docx").findings}
    assert "its own text is left out" in found["no-place"].sentence
    assert "{{briefing}}" in found["no-place"].remedy


@pytest.mark.parametrize("marking", ["{{marking}}", ""])
@pytest.mark.parametrize("first_page", [True, False])
def test_the_marking_stands_in_every_header_and_footer(marking: str, first_page: bool) -> None:
    """At the place for it, or on a line of its own, on the first page too."""
    document = sample_document()
    parts = parts_of(_dressed(house_file(marking=marking, first_page=first_page), document))
    stories = [data.decode() for name, data in parts.items() if re.fullmatch(r"word/(header|footer)\d\.xml", name)]

    assert len(stories) == (4 if first_page else 2)
    for story in stories:
        assert "".join(re.findall(r"<w:t[^>]*>([^<]*)", story)).count(document.marking) == 1
        assert "{{" not in story


def test_a_content_control_gives_the_place_for_briefing_and_marking() -> None:
    """As Word makes them under Developer."""
    control = (
        '<w:sdt><w:sdtPr><w:tag w:val="Briefing"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Here</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    )
    house = changed(
        house_file(place="PLACE"),
        "word/document.xml",
        lambda data: re.sub(rb"<w:p>(?:(?!</w:p>).)*PLACE.*?</w:p>", control.encode(), data, flags=re.DOTALL),
    )
    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(_dressed(house))).paragraphs]

    assert (lines[0], lines[-1]) == ("To the head of desk", "Signed, desk 7")
    assert "Here" not in lines


def test_nothing_private_of_the_house_comes_along() -> None:
    """No author, no camera, no revision ids, no thumbnail."""
    house = changed(
        house_file(),
        "word/document.xml",
        lambda data: data.replace(
            b"<w:body>",
            b'<w:body><w:p w:rsidR="00AA11BB"><w:ins w:id="1" w:author="Jane Roe"><w:r><w:t>New</w:t></w:r></w:ins>'
            b'<w:del w:id="2" w:author="Jane Roe"><w:r><w:delText>Old</w:delText></w:r></w:del></w:p>',
        ),
    )
    parts = parts_of(_dressed(house))
    everything = b"".join(parts.values())

    for trace in (b"Jane Roe", SECRET.encode(), b"00AA11BB", b"python-docx", b"delText"):
        assert trace not in everything, trace
    assert not [name for name in parts if "thumbnail" in name.lower()]
    assert b">New<" in parts["word/document.xml"]


def test_a_linked_picture_and_a_dangerous_link_stay_behind() -> None:
    """The file must fetch nothing when it is opened."""
    house = changed(
        house_file(),
        "word/_rels/header1.xml.rels",
        lambda data: re.sub(
            rb'Target="media/[^"]+"', b'Target="http://tracker.example/x.png" TargetMode="External"', data
        ),
    )
    parts = parts_of(_dressed(house))

    assert b"tracker.example" not in b"".join(parts.values())
    assert b"<w:drawing" not in parts["word/header1.xml"]
    assert "linked-picture" in {finding.id for finding in check(house, "x.docx").findings}


def _settings(words: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(b"</w:settings>", words + b"</w:settings>")


def _bomb() -> bytes:
    parts = parts_of(house_file())
    return packed(parts | {"word/media/big.png": bytes(130 * 2**20)})


_FIELD = (
    b'<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPIC</w:instrText></w:r><w:r>'
)
_FIELD += (
    b'<w:instrText>TURE "http://x.example/a.png"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "macros": (
        lambda: changed(house_file(), "[Content_Types].xml", lambda data: data.replace(DOCUMENT_TYPE, MACRO_TYPE)),
        "holds macros",
    ),
    "hidden-macros": (lambda: packed(parts_of(house_file()) | {"word/vbaProject.bin": b"x"}), "holds macros"),
    "active": (lambda: packed(parts_of(house_file()) | {"word/activeX/activeX1.xml": b"<x/>"}), "active controls"),
    "protected": (
        lambda: changed(
            house_file(),
            "word/settings.xml",
            _settings(b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
        ),
        "locked against changes",
    ),
    "encrypted": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "protected with a password",
    ),
    "old": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old format of Word"),
    "cut off": (lambda: house_file()[:5000], "damaged"),
    "no xml": (lambda: changed(house_file(), "word/styles.xml", lambda _data: b"<w:styles"), "damaged"),
    "no zip": (lambda: b"Hello", "no Word file"),
    "nothing": (lambda: b" ", "no Word file"),
    "bomb": (_bomb, "larger than a house style"),
    "field": (
        lambda: changed(house_file(), "word/document.xml", lambda data: data.replace(b"<w:body>", _FIELD)),
        "INCLUDEPICTURE",
    ),
    "entities": (
        lambda: changed(
            house_file(),
            "word/styles.xml",
            lambda data: re.sub(rb"<w:styles", b'<!DOCTYPE x [<!ENTITY a "b">]><w:styles', data, count=1),
        ),
        "damaged",
    ),
    "narrow": (
        lambda: changed(
            house_file(), "word/document.xml", lambda data: re.sub(rb'w:left="\d+"', b'w:left="9000"', data, count=1)
        ),
        "less than 6 cm",
    ),
}


@pytest.mark.parametrize(("make", "words"), _REFUSED.values(), ids=_REFUSED.keys())
def test_what_must_not_be_used_is_refused_in_one_sentence_with_a_remedy(
    make: Callable[[], bytes], words: str, tmp_path: Path
) -> None:
    """By the check, by a script and by the writer alike."""
    path = tmp_path / "house.docx"
    path.write_bytes(make())
    found = check_house_style(path)

    assert not found.usable
    assert words in found.findings[0].sentence
    assert found.findings[0].remedy.endswith(".")
    with pytest.raises(ExportError, match=re.escape(words)):
        _dressed(path.read_bytes())
    with pytest.raises(TemplateError, match=re.escape(words)):
        generate(read_reports([SEEDS]).reports[:1], BriefingRequest(house_style=str(path)))


def test_a_house_style_that_is_not_there_is_named() -> None:
    """With the remedy."""
    with pytest.raises(TemplateError, match=r"“gone\.docx” cannot be read: .* Choose the Word file again"):
        check_house_style("gone.docx")


def test_the_check_names_missing_and_wrong_styles_in_plain_words() -> None:
    """No code, no ids."""
    missing = {f.id: f for f in check(without_style(house_file(), "Quote"), "x.docx").findings}
    wrong = {f.id: f for f in check(with_character_style(house_file(), "Title"), "x.docx").findings}

    assert missing["missing-styles"].sentence.startswith("The file has no style “Quote”; ours is added")
    assert (
        wrong["wrong-type"].sentence
        == "The style “Title” is one for characters, not for paragraphs; ours is used instead."
    )
    whole = check(house_file(), "x.docx")
    assert [round(length) for length in whole.paper] == [210, 297]
    assert whole.specimens[0].font == "DejaVu Sans"
    assert whole.logo.startswith(b"\x89PNG")
    assert SECRET.encode() not in whole.logo


def test_an_arabic_briefing_keeps_its_direction_in_a_house_style() -> None:
    """The section and the words of it."""
    content = _dressed(house_file(), dataclasses.replace(arabic_document(), language="ar"))
    assert b"<w:bidi/>" in parts_of(content)["word/document.xml"]
    assert WordFile(content).faults() == []


def test_the_command_checks_writes_a_sample_and_generates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All three by the same file."""
    house, sample = tmp_path / "own.dotx", tmp_path / "sample.docx"
    house.write_bytes(as_template(house_file()))

    assert main(["house-style", str(house), "--sample", str(sample)]) == 0
    printed = capsys.readouterr().out
    assert "own.dotx can be used as a house style." in printed
    assert "Page: 210 × 297 mm; margins: top 40, right 20, bottom 25, left 35 mm" in printed
    assert "Heading 1: DejaVu Sans, 14 pt, #7a0019, bold" in printed
    assert docx.Document(str(sample)).paragraphs[0].text == "To the head of desk"
    assert main(["house-style", str(house), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["usable"] is True
    report = str(next(path for path in sorted(SEEDS.iterdir()) if path.is_file()))
    options = ["--house-style", str(house), "--format", "docx", "--out", str(tmp_path), "--name", "x", "--quiet"]
    assert main(["generate", report, *options]) == 0
    assert docx.Document(str(tmp_path / "x.docx")).styles["Normal"].font.name == "DejaVu Serif"
    house.write_bytes(b"Hello")
    assert main(["house-style", str(house)]) == 1


def test_a_house_style_changes_the_word_file_alone() -> None:
    """The PDF has its look from the theme; the words are the same everywhere."""
    reports = read_reports([SEEDS]).reports[:2]
    briefing = generate(reports, BriefingRequest())
    dressed = dataclasses.replace(
        briefing, document=dataclasses.replace(briefing.document, house_style=house_file(place=""))
    )
    assert render(briefing, "html") == render(dressed, "html")
    assert render(briefing, "docx") != render(dressed, "docx")
