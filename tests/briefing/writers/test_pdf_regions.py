"""A click on the page finds the entry that is printed there."""

import itertools
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.document import Column, Heading, KeyFigure, KeyFigures, Prose, Row, Table
from briefing.writers.pdf import draw_pdf
from tests.briefing.writers.pdf_reading import opened, words_in
from tests.briefing.writers.sample_document import long_document, sample_document, with_blocks, words


def test_regions_hold_the_words_of_their_entries() -> None:
    """List items, rows, key figures, quotations and paragraphs are found where they are drawn."""
    drawn = draw_pdf(sample_document())
    found = {region.entry: words_in(drawn.data, region) for region in drawn.regions}
    assert found["dev-2"].startswith("2 Withdrawal agreement. Rebel sources")
    assert found["dev-2"].endswith("Claimed by a party · via Reuters")
    assert found["city-daraa"].startswith("Daraa Opposition (local factions) government forces withdrew")
    assert found["figure-3"].startswith("~ 100 km from Daraa to Damascus")
    assert "80 %" not in found["figure-3"]
    assert "four fifths of the province" in found["evidence-1"]
    assert found["bottom-line-2"].startswith("In the night of 6 December")
    assert found["overview-1"].startswith("The offensive that began")


def test_every_entry_has_a_region() -> None:
    """Nothing that is printed for an entry is left without a place, and nothing else has one."""
    drawn = draw_pdf(sample_document())
    counted = Counter(region.entry for region in drawn.regions)
    assert set(counted.values()) == {1}
    assert {"bottom-line-1", "figure-1", "dev-4", "gap-2", "cities-intro", "city-homs", "evidence-2"} <= set(counted)
    assert "" not in counted


def test_an_entry_that_breaks_over_pages_has_a_region_on_each() -> None:
    """A row that is taller than a page can be clicked wherever it stands."""
    long_text = " ".join(f"word{n}" for n in range(3000))
    columns = (Column(header="a", weight=1), Column(header="b", weight=1))
    table = Table(caption="", columns=columns, rows=(Row(cells=(words("x"), words(long_text)), entry="tall"),))
    drawn = draw_pdf(with_blocks(table))
    assert [region.page for region in drawn.regions] == list(range(drawn.page_count))
    assert drawn.page_count > 3
    assert "word2999" in words_in(drawn.data, drawn.regions[-1])


def test_an_entry_printed_in_two_places_has_two_regions() -> None:
    """The same entry in the bottom line and further down is found in both places."""
    prose = Prose(inlines=words("The same sentence."), entry="same")
    drawn = draw_pdf(with_blocks(prose, Heading(level=1, text="Between", id="b"), prose))
    assert len(drawn.regions) == 2
    assert all(words_in(drawn.data, region) == "The same sentence." for region in drawn.regions)


def test_regions_lie_inside_their_pages_and_do_not_overlap() -> None:
    """One point of a page belongs to one entry."""
    drawn = draw_pdf(long_document(sections=4))
    with opened(drawn.data) as document:
        sizes = [(page.get_width(), page.get_height()) for page in document]
    for region in drawn.regions:
        width, height = sizes[region.page]
        assert 0 <= region.left < region.right <= width
        assert 0 <= region.top < region.bottom <= height
    for page in range(drawn.page_count):
        here = sorted((r for r in drawn.regions if r.page == page), key=lambda region: region.top)
        assert all(one.bottom <= other.top + 0.01 for one, other in itertools.pairwise(here))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="abc é\n", min_size=1, max_size=400).filter(str.strip), min_size=1, max_size=4))
def test_key_figures_stand_side_by_side(captions: list[str]) -> None:
    """However long the captions are, the regions of the figures do not overlap."""
    figures = tuple(
        KeyFigure(value=str(n), caption=words(caption), entry=f"f{n}") for n, caption in enumerate(captions)
    )
    regions = draw_pdf(with_blocks(KeyFigures(figures=figures))).regions
    assert [region.entry for region in regions] == [f"f{n}" for n in range(len(captions))]
    assert all(one.right <= other.left for one, other in itertools.pairwise(regions))
