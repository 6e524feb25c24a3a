"""The PDF says what the document says, in its order, on pages that can be used."""

import dataclasses
import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefing.model.document import (
    Column,
    Heading,
    Listing,
    ListItem,
    PageSize,
    ParagraphRole,
    Prose,
    Row,
    Table,
)
from briefing.writers.pdf import count_pages, draw_pdf, render_pdf
from briefing.writers.pdf.flow import fill_pages
from briefing.writers.pdf.slabs import Figure, Slab
from tests.briefing.writers.pdf_reading import (
    all_text,
    inner_links,
    metadata,
    opened,
    outline,
    page_texts,
    web_links,
)
from tests.briefing.writers.sample_document import long_document, sample_document, sample_map, with_blocks, words


def test_the_words_of_every_block_stand_in_order() -> None:
    """Each kind of block is printed, and in the order of the document."""
    text = all_text(render_pdf(sample_document()))
    expected = [
        "SITUATION BRIEFING",
        "Regional desk · Middle East",
        "SYRIA",
        "Factions reported in most of Daraa; ultimatum claimed at Homs",
        "Covers 29 November",
        "BOTTOM LINE",
        "Local factions were reported to hold more than 80 per cent of Daraa province and its main city",
        "> 80 %",
        "of Daraa province held by local factions (SOHR)",
        "~ 100 km",
        "Overview",
        "The offensive that began in the north",
        "Key developments",
        "Withdrawal agreement. Rebel sources told Reuters",
        "6–7 December 2024 · Claimed by a party · via Reuters",
        "What is not known",
        "No government confirmation",
        "Cities and control",
        "Table 1. Reported control by city",
        "Reported control",
        "Damascus Government destination of the units from Daraa",
        "SYRIA",
        "Figure 1. Places named",
        "Symbols show what is claimed",
        "Evidence",
        "Note 1 SOHR, 6 December 2024, paragraph 2",
        "Local factions now control more than four fifths",
        "Notes",
        "Agência Diária (Łódź desk)",
        "Ελευθερία / Свобода weekly digest. “Ten days in December – Şam’a doğru”",
    ]
    place = 0
    for piece in expected:
        found = text.find(piece, place)
        assert found >= 0, f"{piece!r} is missing or out of order"
        place = found


def test_every_page_carries_its_number_the_total_and_the_marking_twice() -> None:
    """Header and footer stand on each page, page one having the masthead for its header."""
    pages = page_texts(render_pdf(long_document(sections=6)))
    assert len(pages) > 5
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert text.count("TLP:AMBER") == 2
        assert ("Syria situation briefing" in text) is (number > 1)


def test_the_page_count_is_that_of_the_file() -> None:
    """What is reported of the pages is true of the bytes."""
    drawn = draw_pdf(long_document(sections=3))
    with opened(drawn.data) as document:
        assert len(document) == drawn.page_count


@pytest.mark.parametrize(("size", "points"), [(PageSize.A4, (595, 842)), (PageSize.LETTER, (612, 792))])
def test_the_paper_is_the_one_asked_for(size: PageSize, points: tuple[int, int]) -> None:
    """A4 and Letter have their own measures on every page."""
    with opened(render_pdf(sample_document(size))) as document:
        for page in document:
            assert (round(page.get_width()), round(page.get_height())) == points


def test_a_table_that_breaks_repeats_its_header_and_keeps_its_rows_whole() -> None:
    """The head of the table stands on each of its pages; no row is on two of them."""
    columns = (Column(header="Place", weight=1), Column(header="Whereabouts", weight=2))
    rows = tuple(Row(cells=(words(f"start{n}"), words("some words " * 30 + f"end{n}"))) for n in range(60))
    pages = page_texts(render_pdf(with_blocks(Table(caption="Table 1.", columns=columns, rows=rows))))
    assert len(pages) > 3
    for text in pages:
        assert text.count("Place Whereabouts") == 1
        assert re.findall(r"start(\d+)", text) == re.findall(r"end(\d+)", text)


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    """A heading moves to the next page together with what it heads, a long table included."""
    columns = (Column(header="Place", weight=1),)
    rows = tuple(Row(cells=(words(f"row{n}"),)) for n in range(80))
    for lines in range(25, 45):
        filling = tuple(Prose(inlines=words(f"Line {n}.")) for n in range(lines))
        table = Table(caption="Table 1.", columns=columns, rows=rows)
        pages = page_texts(render_pdf(with_blocks(*filling, Heading(level=1, text="The heading", id="h"), table)))
        page = next(text for text in pages if "The heading" in text)
        assert "row0" in page


def test_no_paragraph_leaves_a_single_line_on_a_page() -> None:
    """Neither the first nor the last line of a paragraph stands alone."""
    paragraph = " ".join(f"word{n}" for n in range(60))
    for lines in range(28, 40):
        filling = tuple(Prose(inlines=words(f"Line {n}.")) for n in range(lines))
        pages = page_texts(render_pdf(with_blocks(*filling, Prose(inlines=words(paragraph)))))
        for text in pages[:2]:
            found = re.findall(r"word\d+", text)
            assert not found or len(found) > 15


def _filled_up_to(lines: int) -> tuple[Prose, ...]:
    return tuple(Prose(inlines=words(f"Line {n}.")) for n in range(lines))


def _lines_on_a_page() -> int:
    return page_texts(render_pdf(with_blocks(*_filled_up_to(60))))[0].count("Line ")


def test_a_few_lines_too_many_are_brought_onto_the_page_before() -> None:
    """A last page with two lines on it looks like a mistake; the spaces between paragraphs make room for them."""
    full = _lines_on_a_page()
    assert len(page_texts(render_pdf(with_blocks(*_filled_up_to(full + 2))))) == 1
    assert len(page_texts(render_pdf(with_blocks(*_filled_up_to(full + 9))))) == 2


def test_a_last_section_of_which_little_is_left_over_moves_to_the_last_page() -> None:
    """Where no room can be made, the page holds the section with its heading, not its last lines alone."""
    filling = tuple(Prose(inlines=words(f"Line {n}. " + "word " * 60)) for n in range(6))
    dense = Prose(inlines=words("dense " * 40))
    heading, inside = Heading(level=1, text="The section", id="s"), Prose(inlines=words("inside " * 60))
    moved = 0
    for more in range(6):
        pages = page_texts(render_pdf(with_blocks(*filling, *[dense] * more, heading, *[inside] * 5)))
        last = pages[-1].count("inside")
        if len(pages) == 2 and "The section" in pages[0]:
            assert last > 100, "a few lines stand alone on the last page"
        moved += len(pages) == 2 and "The section" in pages[1]
    assert moved


def test_the_foot_of_a_page_is_not_cut_while_there_is_room_for_it() -> None:
    """The page number gives way to a long name of the product."""
    footer = "Central African Republic · Humanitarian situation report · 20 September 2023"
    document = dataclasses.replace(sample_document(), footer=footer, marking="TLP:AMBER")

    assert all(footer in text for text in page_texts(render_pdf(document)))


@pytest.mark.parametrize(("height", "share", "pages"), [(300.0, 1.0, 1), (350.0, 0.85, 1), (450.0, 1.0, 2)])
def test_a_picture_that_just_does_not_fit_is_made_smaller(height: float, share: float, pages: int) -> None:
    """So that it leaves no hole; one that would have to shrink by more than a quarter goes to the next page."""
    figure = Figure(0, 0, 1.0, sample_map(470.0, height), None)
    slabs = [Slab(height=400.0), Slab(height=height, marks=(figure,))]
    filled = fill_pages(slabs, first_top=0.0, top=0.0, bottom=700.0)
    drawn = filled[-1].slabs[-1].slab.marks[0]

    assert len(filled) == pages
    assert isinstance(drawn, Figure)
    assert share - 0.01 < drawn.scale <= max(share, 0.86)


def test_pages_are_counted_as_they_are_drawn() -> None:
    """Without the cost of drawing."""
    document = long_document(6)

    assert count_pages(document) == draw_pdf(document).page_count


@pytest.mark.parametrize("kind", ["table", "list"])
def test_the_remark_below_a_table_or_list_is_not_parted_from_it(kind: str) -> None:
    """What was left out is said on the page that holds the last entry."""
    table = Table(caption="", columns=(Column(header="Place", weight=1),), rows=(Row(cells=(words("entry"),)),) * 3)
    listing = Listing(items=(ListItem(inlines=words("entry")),) * 3)
    remark = Prose(inlines=words("18 more are not printed."), role=ParagraphRole.NOTE)
    after = tuple(Prose(inlines=words("word " * 60)) for _ in range(9))
    for lines in range(22, 40):
        blocks = (*_filled_up_to(lines), table if kind == "table" else listing, remark, *after)
        pages = page_texts(render_pdf(with_blocks(*blocks)))
        assert "entry" in next(text for text in pages if "18 more" in text)


def test_dates_and_names_are_not_broken_at_their_hyphens() -> None:
    """Only long words part at a hyphen."""
    for name in ("2024-12-07", "al-Assad", "2011–2018", "km/h"):
        for width in range(60, 90):
            text = all_text(render_pdf(with_blocks(Prose(inlines=words("x" * width + f" {name} and more")))))
            assert name in text
    broken = [
        all_text(render_pdf(with_blocks(Prose(inlines=words("x" * n + " anti-government"))))) for n in range(60, 90)
    ]
    assert any("anti-government" not in text for text in broken)


def test_numbers_of_a_list_begin_where_the_document_says() -> None:
    """A list that continues another goes on counting."""
    items = tuple(ListItem(inlines=words(f"Item {name}.")) for name in ("one", "two"))
    text = all_text(render_pdf(with_blocks(Listing(items=items, ordered=True, start=7))))
    assert "7 Item one. 8 Item two." in text


def test_headings_are_bookmarks_with_their_levels() -> None:
    """The outline holds the headings in order and leads to their pages."""
    marks = outline(render_pdf(sample_document()))
    assert [(level, title) for level, title, _ in marks] == [
        (0, "Overview"),
        (0, "Key developments"),
        (1, "What is not known"),
        (0, "Cities and control"),
        (0, "Evidence"),
        (0, "Notes"),
    ]
    assert [page for *_, page in marks] == sorted(page for *_, page in marks if page is not None)


def test_a_document_that_begins_with_a_small_heading_has_an_outline() -> None:
    """Levels that are jumped over do no harm."""
    blocks = (Heading(level=2, text="Small", id="a"), Heading(level=1, text="Large", id="b"))
    assert [title for _, title, _ in outline(render_pdf(with_blocks(*blocks)))] == ["Small", "Large"]


def test_citations_lead_to_their_notes_and_notes_back() -> None:
    """Every citation with a note is a link, and so is the number of every note that is cited."""
    document = sample_document()
    drawn = draw_pdf(document)
    links = inner_links(drawn.data)
    assert all(page >= 0 for page in links)
    # citations lead to the last page, where the notes are; the five notes lead back
    assert links.count(drawn.page_count - 1) > 10
    assert sum(page < drawn.page_count - 1 for page in links) >= 5


def test_addresses_of_the_web_and_of_mail_are_links() -> None:
    """Permitted addresses can be clicked."""
    found = web_links(render_pdf(sample_document()))
    assert "https://reliefweb.int/country/syr" in found
    assert "mailto:desk@example.org" in found
    assert "https://example.org/reports/2024/12/05" in found


def test_the_file_describes_itself() -> None:
    """Title, author, subject, keywords and the date of the request stand in the file."""
    document = sample_document()
    found = metadata(render_pdf(document))
    assert found["Title"] == document.masthead.title
    assert found["Author"] == document.author
    assert found["Subject"] == document.subject
    assert found["Keywords"] == document.keywords
    assert found["CreationDate"] == "D:20241207120000+00'00'"


def test_a_date_that_cannot_be_read_is_not_replaced_by_the_clock() -> None:
    """Without a date of the request the file carries a fixed one."""
    document = dataclasses.replace(with_blocks(), created="yesterday")
    assert metadata(render_pdf(document))["CreationDate"].startswith("D:2000")


def test_every_font_is_embedded_as_a_subset() -> None:
    """No reader needs a font of its own."""
    data = render_pdf(sample_document())
    names = set(re.findall(rb"/BaseFont /(\S+)", data))
    assert len(names) >= 5
    assert all(re.match(rb"[A-Z]{6}\+Source", name) for name in names)
    assert data.count(b"/FontFile2") >= len(names)


def test_a_font_that_is_not_installed_is_replaced_and_named() -> None:
    """The analyst learns which font of the theme is missing."""
    theme = dataclasses.replace(sample_document().theme, serif="Garamond Nova")
    drawn = draw_pdf(dataclasses.replace(sample_document(), theme=theme))
    assert [(notice.code, notice.subject) for notice in drawn.notices] == [("unknown-font", "Garamond Nova")]


def test_documents_drawn_at_the_same_time_do_not_disturb_each_other() -> None:
    """The desktop may draw in the background what is exported at the same moment."""
    documents = [sample_document(), long_document(sections=2), sample_document(PageSize.LETTER)] * 2
    with ThreadPoolExecutor(max_workers=3) as pool:
        drawn = list(pool.map(render_pdf, documents))
    assert drawn == [render_pdf(document) for document in documents]


def test_the_same_document_gives_the_same_bytes_in_another_process() -> None:
    """Neither the clock nor the order of hashing leaves a trace."""
    code = (
        "import hashlib; from briefing.writers.pdf import render_pdf;"
        "from tests.briefing.writers.sample_document import sample_document;"
        "print(hashlib.sha256(render_pdf(sample_document())).hexdigest())"
    )
    found = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        found.add(run.stdout.strip())
    # drawn after other documents, as the desktop does
    render_pdf(with_blocks(Prose(inlines=words("Ünïcödé first"))))
    found.add(hashlib.sha256(render_pdf(sample_document())).hexdigest())
    assert len(found) == 1


def test_a_line_of_running_text_has_sixty_to_ninety_characters() -> None:
    """On both papers, in words with many narrow letters; the lines of reports have about eighty."""
    text = "The local council said that the road to the north was open again and that convoys had passed it. " * 12
    for size in PageSize:
        document = dataclasses.replace(with_blocks(Prose(inlines=words(text))), page_size=size)
        with opened(render_pdf(document)) as pages:
            lines = pages[0].get_textpage().get_text_range().splitlines()
        full = [len(line.strip()) for line in lines if "council" in line or "convoys" in line][:-1]
        assert len(full) >= 8
        assert 60 <= sum(full) / len(full) <= 90
