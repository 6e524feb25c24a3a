"""Reports are untrusted: whatever they hold, a whole PDF comes out and nothing in it acts."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Column,
    Document,
    EndNote,
    EndNotes,
    Heading,
    KeyFigure,
    KeyFigures,
    Link,
    Listing,
    ListItem,
    Masthead,
    Picture,
    Prose,
    Quotation,
    Row,
    Table,
    Text,
)
from briefing.model.drawing import Drawing
from briefing.writers.pdf import draw_pdf, render_pdf
from tests.briefing.writers.pdf_reading import all_text, opened, page_texts, web_links
from tests.briefing.writers.sample_document import sample_document, sample_map, with_blocks, words


def test_markup_is_printed_and_not_obeyed() -> None:
    """Tags, entities and broken markup are text like any other."""
    hostile = "<b>&amp; AT&T <img src='file:///etc/passwd'/> <a href='javascript:x'>0.1 <A <0.9 </para> R&D;"
    data = render_pdf(with_blocks(Prose(inlines=words(hostile)), Heading(level=1, text=hostile, id="<h>&")))
    assert all_text(data).count(hostile) == 2
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        " https://example.org",
        "https://example.org/a b",
        "https://example.org/\nx",
        "https:",
        "http://[broken",
        "//example.org",
        "",
    ],
)
def test_an_address_that_is_none_of_the_web_is_printed_as_words(url: str) -> None:
    """Only http, https and mailto may be clicked."""
    data = render_pdf(with_blocks(Prose(inlines=(Link(text="the words", url=url),))))
    assert web_links(data) == []
    assert "the words" in all_text(data)


def test_an_address_with_brackets_and_letters_of_its_own_is_kept() -> None:
    """Signs that a PDF reserves do not end the address; what no address may hold is percent-encoded."""
    url = "https://example.org/a(b)\\c?d=é"
    data = render_pdf(with_blocks(Prose(inlines=(Link(text="x", url=url),))))
    assert web_links(data) == ["https://example.org/a(b)%5Cc?d=%C3%A9"]


def test_control_and_direction_characters_are_taken_out() -> None:
    """A text cannot be shown backwards or hide parts of itself."""
    text = "safe \u202etxt.exe\u202c \u2066now\u2069 a\x00b\x07c\td\ne\u200bf\ufeffg"
    drawn = draw_pdf(with_blocks(Prose(inlines=words(text))))
    assert "safe txt.exe now abc d efg" in all_text(drawn.data)
    assert drawn.notices == ()


def test_characters_that_no_font_holds_are_boxes_and_are_named() -> None:
    """The analyst is told which characters, and the first place of them."""
    drawn = draw_pdf(with_blocks(Prose(inlines=words("The city (درعا) and 中 were named; 中 again, ꦄ too."))))
    assert [notice.code for notice in drawn.notices] == ["missing-glyph"]
    message = drawn.notices[0].message
    assert "ꦄ (U+A984)" in message
    assert "中 (U+4E2D)" in message
    assert "The city (" in message
    assert message.count("U+4E2D") == 1
    assert "د" not in message.split("first in")[0]


def test_a_lone_half_of_a_character_is_no_error() -> None:
    """Broken Unicode from a report ends neither the drawing nor the metadata."""
    document = dataclasses.replace(
        with_blocks(Prose(inlines=words("a\ud800b"))), author="x\udfff", subject="\x01\ud800"
    )
    assert [notice.code for notice in draw_pdf(document).notices] == ["missing-glyph"]


def test_letters_and_accents_that_stand_apart_are_drawn_as_one() -> None:
    """Decomposed text is no missing character."""
    drawn = draw_pdf(with_blocks(Prose(inlines=words("E\u0301tat, S\u0327am"))))
    assert drawn.notices == ()
    assert "État, Şam" in all_text(drawn.data)


def test_signs_with_a_double_in_the_font_are_replaced_without_a_notice() -> None:
    """Thin spaces and non-breaking hyphens are printed as the signs that readers take them for."""
    drawn = draw_pdf(with_blocks(Prose(inlines=words("10\u2009000 to\u202f20 non\u2011breaking 12"))))
    assert drawn.notices == ()
    assert "10 000 to 20 non-breaking 12" in all_text(drawn.data)


def test_a_word_of_ten_thousand_letters_is_cut_and_whole() -> None:
    """Nothing of it is lost, and nothing of it lies beyond the margin."""
    data = render_pdf(with_blocks(Prose(inlines=words("x" * 10_000))))
    assert all_text(data).replace(" ", "").count("x") >= 10_000
    with opened(data) as document:
        for page in document:
            text = page.get_textpage()
            beyond = text.get_text_bounded(left=page.get_width() - 50)
            assert "x" not in beyond


def test_a_long_address_is_broken_after_its_parts() -> None:
    """An address that is wider than a line stays one link."""
    url = "https://example.org/" + "/".join(f"part{n}" for n in range(40))
    data = render_pdf(with_blocks(Prose(inlines=(Link(text=url, url=url),))))
    assert url in all_text(data).replace(" ", "")
    assert set(web_links(data)) == {url}


def test_a_cell_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    """Every word of it is printed, with the header above each part."""
    text = " ".join(f"word{n}" for n in range(3000))
    columns = (Column(header="First", weight=1), Column(header="Second", weight=1))
    rows = (
        Row(cells=(words("before"), ())),
        Row(cells=(words(text), words("beside"))),
        Row(cells=(words("after"), ())),
    )
    pages = page_texts(render_pdf(with_blocks(Table(caption="Table 1.", columns=columns, rows=rows))))
    printed = " ".join(pages).split()
    assert [word for word in printed if word.startswith("word")] == text.split()
    assert all("First Second" in page for page in pages)


def test_a_long_title_and_a_long_masthead_push_the_text_down() -> None:
    """Nothing overlaps: the first block stands below the title, and every word of the title is there."""
    title = " ".join(f"title{n}" for n in range(40))
    head = dataclasses.replace(
        sample_document().masthead, title=title, product="Product " * 12, unit="unit " * 30, issue="issue " * 20
    )
    document = dataclasses.replace(with_blocks(Prose(inlines=words("The text."))), masthead=head)
    text = all_text(render_pdf(dataclasses.replace(document, footer="foot " * 100, running_title="run " * 100)))
    assert title in text
    assert text.index("title39") < text.index("The text.")


def test_a_marking_that_is_too_long_for_its_box_is_cut_with_a_notice() -> None:
    """The analyst learns that the marking does not fit."""
    drawn = draw_pdf(dataclasses.replace(with_blocks(), marking="TLP:RED limited to the addressees " * 12))
    assert [notice.code for notice in drawn.notices] == ["cut-short"]


def test_five_hundred_citations_on_one_sentence_are_all_printed() -> None:
    """They run over several lines, whether they come in one piece or in many."""
    notes = EndNotes(notes=tuple(EndNote(number=n, inlines=words(f"Note {n}."), id=f"n{n}") for n in range(1, 501)))
    numbers = tuple(range(1, 501))
    together = Prose(inlines=(Text(text="A sentence."), Cite(numbers=numbers)))
    apart = Prose(inlines=(Text(text="A sentence."), *(Cite(numbers=(n,)) for n in numbers)))
    expected = ",".join(map(str, numbers))
    for prose in (together, apart):
        text = page_texts(render_pdf(with_blocks(prose, notes)))[0].replace(" ", "")
        assert "Asentence." + expected in text


def test_a_citation_without_a_note_is_printed_without_a_link_and_named() -> None:
    """The number stands where it stood, and the analyst is told."""
    drawn = draw_pdf(with_blocks(Prose(inlines=words("A sentence.", 7))))
    assert "A sentence.7" in all_text(drawn.data)
    assert [notice.code for notice in drawn.notices] == ["missing-note"]


@pytest.mark.parametrize("size", [(470, 4000), (9000, 100), (3, 3), (0, 10), (10, -1)])
def test_a_picture_of_any_size_finds_a_page(size: tuple[float, float]) -> None:
    """Large drawings are made smaller, together with heading and caption; empty ones are left out."""
    picture = Picture(drawing=sample_map(*size), alternative="A map.", caption="Figure 1. A map.")
    pages = page_texts(render_pdf(with_blocks(Heading(level=1, text="The map", id="map"), picture)))
    if min(size) > 0:
        assert next(page for page in pages if "The map" in page) == next(page for page in pages if "Figure 1" in page)
        assert len(pages) <= 2


def test_an_empty_document_is_one_page() -> None:
    """Nothing at all to print still gives a file that opens."""
    head = Masthead(product="", unit="", issue="", area="", title="", meta="")
    document = dataclasses.replace(
        with_blocks(), masthead=head, marking="", running_title="", footer="", page_label="", language="", created=""
    )
    drawn = draw_pdf(document)
    assert drawn.page_count == 1
    assert drawn.data.startswith(b"%PDF-")


def test_empty_blocks_leave_no_trace() -> None:
    """Blocks without words do not stop the drawing."""
    blocks = (
        Heading(level=1, text=" ", id=""),
        Prose(inlines=()),
        Callout(label="", paragraphs=()),
        KeyFigures(figures=()),
        KeyFigures(figures=(KeyFigure(value="", caption=()),)),
        Listing(items=(ListItem(inlines=()), ListItem(inlines=words(" ")))),
        Table(caption="", columns=(), rows=()),
        Table(caption="", columns=(Column(header="", weight=0),), rows=(Row(cells=()), Row(cells=((), ())))),
        Picture(drawing=Drawing(width=0, height=0, shapes=()), alternative="", caption=""),
        Quotation(label=(), text=""),
        EndNotes(notes=()),
        Prose(inlines=words("The end.")),
    )
    assert "The end." in all_text(render_pdf(with_blocks(*blocks)))


def test_a_theme_with_impossible_values_still_gives_pages() -> None:
    """Margins and colours from a theme file are held within what can be printed."""
    theme = dataclasses.replace(
        sample_document().theme, margin_side=900, margin_top=900, margin_bottom=-50, accent="blue", ink=""
    )
    drawn = draw_pdf(dataclasses.replace(sample_document(), theme=theme, marking_colour="no colour"))
    assert "Key developments" in all_text(drawn.data)


_ANY = st.text(max_size=60)


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    text = draw(_ANY)
    inlines = (
        Text(text=text, bold=draw(st.booleans()), italic=draw(st.booleans()), muted=draw(st.booleans())),
        Cite(numbers=tuple(draw(st.lists(st.integers(-3, 9), max_size=4)))),
        Link(text=draw(_ANY), url=draw(_ANY)),
    )
    prose = Prose(inlines=inlines, entry=text)
    columns = tuple(
        Column(header=draw(_ANY), weight=draw(st.floats(-1, 9)), align=draw(st.sampled_from(("left", "right"))))
        for _ in range(draw(st.integers(0, 3)))
    )
    blocks: st.SearchStrategy[Block] = st.sampled_from(
        (
            Heading(level=2, text=text, id=text),
            prose,
            Callout(label=text, paragraphs=(prose, prose)),
            KeyFigures(figures=(KeyFigure(value=text, caption=inlines, entry=text),) * 3),
            Listing(items=(ListItem(inlines=inlines, detail=inlines),) * 2, ordered=draw(st.booleans())),
            Table(caption=text, columns=columns, rows=(Row(cells=(inlines,), entry=text), Row(cells=()))),
            Picture(drawing=sample_map(), alternative=text, caption=text),
            EndNotes(notes=(EndNote(number=draw(st.integers(-3, 9)), inlines=inlines, id=text),) * 2),
            Quotation(label=inlines, text=text, entry=text),
        )
    )
    return dataclasses.replace(
        with_blocks(*draw(st.lists(blocks, max_size=4))),
        masthead=Masthead(product=text, unit=text, issue=text, area=text, title=text, meta=text),
        marking=text,
        marking_colour=text,
        running_title=text,
        footer=text,
        page_label=text,
        language=text,
        created=text,
        author=text,
        subject=text,
        keywords=text,
    )


@settings(max_examples=60, deadline=None)
@given(_documents())
def test_any_document_gives_a_file_that_opens(document: Document) -> None:
    """Whatever the words are, the file opens and has the pages that are reported."""
    drawn = draw_pdf(document)
    with opened(drawn.data) as file:
        assert len(file) == drawn.page_count
