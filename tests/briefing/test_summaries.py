"""What is drafted for a reader of one minute: title, bottom line, highlights, key figures, overview."""

import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.briefing import Briefing
from briefing.model.document import Callout, KeyFigure, KeyFigures, Text
from briefing.model.report import Report
from briefing.model.section import SectionChoice, SectionId
from tests.briefing.assembly.making import report
from tests.paths import SEEDS, situation_files

_SETS = ("earthquake", "mutiny", "outbreak")
_TOLLS = (
    report("The flood in Lokoja killed 12 people, the police said.", publisher="One", date="2022-10-03"),
    report("The flood in Lokoja has killed 17 people, the police said.", publisher="Two", date="2022-10-05"),
    report("The flood in Lokoja killed 25 people, the Red Cross said.", publisher="Three", date="2022-10-05"),
)


def _briefing(reports: tuple[Report, ...], *sections: SectionId) -> Briefing:
    return generate(reports, BriefingRequest(sections=tuple(SectionChoice(id=section) for section in sections)))


def _figures(briefing: Briefing) -> tuple[KeyFigure, ...]:
    return next(block.figures for block in briefing.document.blocks if isinstance(block, KeyFigures))


def _plain(briefing: Briefing) -> str:
    return render(briefing, "md").decode("utf-8").replace("\u00a0", " ")


def _caption(figure: KeyFigure) -> str:
    return "".join(inline.text for inline in figure.caption if isinstance(inline, Text))


def test_a_title_tells_what_and_where_in_words_that_judge_nothing() -> None:
    """What happened stands before the places; one development alone makes no word of the title."""
    title = generate(read_reports([SEEDS]).reports).title

    assert title == "Syria: control and casualties in Daraa, Homs and Aleppo"


def test_a_key_figure_is_the_newest_of_its_event_with_the_range_where_sources_differ() -> None:
    """And not the first by rank; the noun is told once, in the caption."""
    figure = _figures(_briefing(_TOLLS, SectionId.KEY_FIGURES, SectionId.ENDNOTES))[0]

    assert figure.value in {"17", "25"}
    assert _caption(figure).startswith("killed, Lokoja; ")
    assert "sources differ: 17–25" in _caption(figure)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dozens of people were killed in Lokoja on Monday, the police said.", "dozens"),
        ("At least nine people were killed in Lokoja on Monday, the police said.", "at least 9"),
        ("More than 2,500 people were killed in Lokoja on Monday, the police said.", "more than 2,500"),
    ],
)
def test_a_key_figure_is_a_number_with_its_qualifier_and_without_its_noun(text: str, value: str) -> None:
    """So that it can be set large, and does not say the same as its caption."""
    figure = _figures(_briefing((report(text, date="2022-10-05"),), SectionId.KEY_FIGURES))[0]

    assert figure.value == value


def test_a_share_is_told_with_what_it_is_a_share_of() -> None:
    """In the words of the report."""
    text = "Adjovi leads in Cotonou with 48.2 per cent of the votes, the electoral commission said on Monday."
    figure = _figures(_briefing((report(text, date="2012-03-06"),), SectionId.KEY_FIGURES))[0]

    assert figure.value.replace("\u00a0", " ") == "48.2 %"
    assert _caption(figure).startswith("of the votes; ")


def test_a_claim_that_is_denied_never_stands_in_the_bottom_line_without_its_denial() -> None:
    """The denial is printed too, or who denies it stands behind it, with the note."""
    reports = (
        report("The rebels captured Palmyra on Friday, rebel commanders said.", publisher="One"),
        report("The army denied on Saturday that the rebels had captured Palmyra.", publisher="Two"),
    )
    briefing = _briefing(reports, SectionId.BOTTOM_LINE, SectionId.ENDNOTES)
    text = render(briefing, "md").decode()

    assert "rebel commanders said" not in text or "denied" in text.casefold()
    assert len(briefing.notes) == 2


@pytest.mark.parametrize("situation", _SETS)
def test_a_bottom_line_has_three_sentences_and_sixty_words_at_most(situation: str) -> None:
    """Where the first sentence alone is longer, it stands alone."""
    briefing = _briefing(read_reports(situation_files(situation)).reports, SectionId.BOTTOM_LINE)
    callout = next(block for block in briefing.document.blocks if isinstance(block, Callout))
    lines = [
        " ".join(inline.text for inline in prose.inlines if isinstance(inline, Text)) for prose in callout.paragraphs
    ][:-1]

    assert 1 <= len(lines) <= 3
    assert sum(len(line.split()) for line in lines) <= 60 or len(lines) == 1


def test_highlights_do_not_tell_one_toll_twice() -> None:
    """Two counts of one event are one topic."""
    briefing = _briefing(_TOLLS, SectionId.HIGHLIGHTS)

    assert len(briefing.highlights) == 1


def test_an_overview_leaves_out_what_leans_on_another_sentence_and_what_is_of_another_country() -> None:
    """A pronoun in the first words points to a sentence that is not printed."""
    matter = "The flood in Lokoja killed 12 people on Monday, the police said. Water cut the road to Makurdi on Monday."
    older = (
        "For many people its name recalls 1998, when a flood killed 90 people in Lokoja.\n\n"
        "The dam above Lokoja, older people here recall, broke in 1988.\n\n"
        "The judge in Chicago closed the case in 2009.\n\n"
        "Lokoja was flooded in 2012, when the river rose above its banks."
    )
    briefing = _briefing((report(f"{matter}\n\n{older}", date="2022-10-05"),), SectionId.OVERVIEW)
    text = render(briefing, "md").decode()

    assert "flooded in 2012" in text
    assert "its name recalls" not in text
    assert "people here" not in text
    assert "judge" not in text


def test_a_toll_of_the_dead_is_not_set_against_a_count_of_the_missing() -> None:
    """Values are set beside a sentence only where they count the same."""
    reports = (
        report("The flood in Lokoja left 160 people missing and killed 84, the police said.", publisher="One"),
        report("The flood in Lokoja killed 90 people, the Red Cross said.", publisher="Two"),
        report("In Lokoja 160 people are missing after the flood, the governor said.", publisher="Three"),
    )
    text = render(_briefing(reports, SectionId.HIGHLIGHTS), "md").decode()

    assert not any("160" in line and "84" not in line and "Others" in line for line in text.splitlines())


def test_a_place_that_only_says_where_another_lies_is_none_of_the_event() -> None:
    """Or what happens in the capital would stand in the shadow of every town that lies so far from it."""
    text = (
        "Rebels took the town of Gharyan, 80 km south of Tripoli, in Libya on Friday.\n\n"
        "Rebels took the port of Tripoli on Friday, and most of its south."
    )
    made = _briefing((report(text, date="2013-06-22"),), SectionId.BOTTOM_LINE, SectionId.KEY_DEVELOPMENTS)

    assert {entry.lead for entry in made.developments} == {"Gharyan", "Tripoli"}
    assert len(made.bottom_line) == 2


def test_no_bottom_line_speaks_of_hands_that_it_does_not_name() -> None:
    """A pronoun is read alone only where somebody is named before it in the sentence."""
    text = "Rebels killed 40 people in Homs, Syria, on Friday.\n\nHama remained in their hands on Friday as well."
    made = _briefing((report(text),), SectionId.BOTTOM_LINE, SectionId.KEY_DEVELOPMENTS)
    drafted = {entry.id: entry.text for entry in made.developments}

    assert [text.split()[0] for text in drafted.values()] == ["Rebels", "Hama"]
    assert [drafted[identity].split()[0] for identity in made.bottom_line] == ["Rebels"]


def test_an_older_value_of_another_source_stands_with_its_day() -> None:
    """A toll of the day before was no less right for it."""
    made = _briefing(read_reports(situation_files("election")).reports, SectionId.BOTTOM_LINE)

    assert "Others: four people (Amnesty Watch Benin, 7 March 2012)." in _plain(made)
