"""Each rule of the list of faults finds a file that was spoiled on purpose, so that finding none means something."""

import dataclasses

import pytest

from briefing.model.document import Document, EntryEvidence, EvidencePassage
from briefing.resources import templates_folder
from briefing.themes import read_theme
from briefing.writers.docx import render_docx
from tests.briefing.writers.docx_reading import WordFile
from tests.briefing.writers.sample_document import arabic_document, long_document, sample_document


def _full_document() -> Document:
    passage = EvidencePassage(source="Reuters", quote="They left.")
    evidence = (EntryEvidence(entry="dev-1", passages=(passage,)),)
    return dataclasses.replace(sample_document(), word_notes=True, word_fonts=True, evidence=evidence)


@pytest.fixture(scope="module")
def full() -> WordFile:
    """Return the sample document with Word's notes, comments and fonts."""
    return WordFile(render_docx(_full_document()))


def _spoiled(full: WordFile, part: str, old: str, new: str) -> WordFile:
    broken = WordFile(render_docx(dataclasses.replace(sample_document(), blocks=())))
    text = full.parts[part].decode()
    assert old in text, f"{old} is not in {part}"
    broken.parts = {**full.parts, part: text.replace(old, new, 1).encode()}
    return broken


_BODY, _STYLES = "word/document.xml", "word/styles.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "fault"),
    [
        (_BODY, '<w:fldChar w:fldCharType="end"/>', "", "a field is not closed"),
        (_BODY, '<w:fldChar w:fldCharType="separate"/>', "", "end in the wrong place"),
        ("word/footer1.xml", '<w:fldChar w:fldCharType="begin"/>', "", "separate in the wrong place"),
        (_BODY, 'w:name="_RefNote1"', 'w:name="other"', "nothing is called _RefNote1"),
        (_BODY, "Local factions were", "Local\nfactions were", "a line end or tab"),
        (_BODY, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "bookmarkStart 1 stands 2 times"),
        (_BODY, 'w:name="_RefNote2"', 'w:name="_RefNote1"', "bookmarkStart _RefNote1 stands 2 times"),
        (_BODY, '<w:bookmarkEnd w:id="2"/>', "", "bookmark 2 has one end only"),
        (_BODY, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Tilte"/>', "style Tilte is not defined"),
        (_BODY, '<w:rStyle w:val="Muted"/>', '<w:rStyle w:val="Mutd"/>', "style Mutd is not defined"),
        (_STYLES, '<w:basedOn w:val="TableText"/>', '<w:basedOn w:val="Gone"/>', "style Gone is not defined"),
        (_STYLES, 'w:styleId="Title"', 'w:styleId="Heading1"', "style Heading1 is defined 2 times"),
        (_BODY, '<w:numId w:val="1"/>', '<w:numId w:val="99"/>', "list 99 is not defined"),
        (_BODY, 'r:embed="png1"', 'r:embed="png9"', "relation png9 is missing"),
        ("word/fontTable.xml", 'r:id="SourceSansProBold"', 'r:id="gone"', "relation gone is missing"),
        ("word/_rels/document.xml.rels", "media/figure1.png", "media/figure7.png", "figure7.png is missing"),
        ("[Content_Types].xml", 'Extension="png"', 'Extension="gif"', "figure1.png has no content type"),
        (_BODY, "</w:p></w:tc>", "</w:p><w:tbl></w:tbl></w:tc>", "a cell does not end with a paragraph"),
        (_BODY, "</w:tc></w:tr>", "</w:tc><w:tc><w:p/></w:tc></w:tr>", "4 cells in 3 columns"),
        (_BODY, "<w:endnoteReference", "<w:footnoteReference", "are referred to as"),
        ("word/comments.xml", '<w:comment w:id="0"', '<w:comment w:id="7"', "comments ['7'] are referred to as ['0']"),
        (_BODY, '<w:commentRangeEnd w:id="0"/>', "", "a comment lacks its commentRangeEnd"),
    ],
)
def test_a_fault_put_into_the_file_is_found(full: WordFile, part: str, old: str, new: str, fault: str) -> None:
    """Validators miss most of these; Word repairs the file, or shows something wrong without a word."""
    found = _spoiled(full, part, old, new).faults()
    assert any(fault in line for line in found), found


def test_a_picture_with_the_number_of_another_is_found() -> None:
    """The numbers of pictures must differ over the whole file."""
    document = sample_document()
    pictures = [block for block in document.blocks if type(block).__name__ == "Picture"]
    file = WordFile(render_docx(dataclasses.replace(document, blocks=(*document.blocks, *pictures))))
    assert file.faults() == []
    body = file.parts[_BODY].replace(b'<wp:docPr id="2"', b'<wp:docPr id="1"')
    file.parts = {**file.parts, _BODY: body}
    assert file.faults() == ["docPr 1 stands 2 times"]


@pytest.mark.parametrize(
    ("part", "old", "new", "hindrance"),
    [
        ("docProps/core.xml", "dc:title", "dc:source", "the file has no title"),
        (_STYLES, "<w:lang ", "<w:em ", "the text has no language"),
        (_BODY, 'w:val="Heading1"', 'w:val="Heading2"', "a heading of level 2 stands below one of level 0"),
        (_BODY, 'descr="Map of', 'title="Map of', "picture 1 has no alternative text"),
        (_BODY, "<w:tblHeader/>", "", "table 2 has no header row"),
        (_BODY, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>', "table 1 has merged cells"),
        (_BODY, "ReliefWeb</w:t>", "here</w:t>", "a link says only 'here'"),
        (_STYLES, 'w:fill="EDF2F7"', 'w:fill="556677"', "style BottomLineLabel has"),
    ],
)
def test_a_hindrance_put_into_the_file_is_found(full: WordFile, part: str, old: str, new: str, hindrance: str) -> None:
    """Title, language, order of headings, alternative text, header rows, merged cells, link text and contrast."""
    text = full.parts[part].decode()
    assert old in text, f"{old} is not in {part}"
    broken = WordFile(render_docx(dataclasses.replace(sample_document(), blocks=())))
    broken.parts = {**full.parts, part: text.replace(old, new).encode()}
    found = broken.hindrances()
    assert any(hindrance in line for line in found), found


@pytest.mark.parametrize(
    "document",
    [_full_document(), sample_document(), long_document(3), arabic_document()],
    ids=["full", "sample", "long", "arabic"],
)
def test_nothing_hinders_a_reader_who_cannot_see(document: Document) -> None:
    """All that the accessibility check of Word asks for, as far as it is known."""
    file = WordFile(render_docx(document))
    assert file.faults() == []
    assert file.hindrances() == []


def test_every_shipped_theme_has_enough_contrast_in_word() -> None:
    """Each style on its own ground, whatever theme."""
    document = sample_document()
    for path in sorted((templates_folder() / "themes").glob("*.toml")):
        file = WordFile(render_docx(dataclasses.replace(document, theme=read_theme(path.stem))))
        assert (path.stem, file.hindrances()) == (path.stem, [])
