"""Whose spelling of places is printed: that of the reports, or the common English name."""

from pathlib import Path

from briefing import BriefingRequest, generate, read_reports
from briefing.model.briefing import Briefing
from briefing.model.document import Picture
from briefing.model.drawing import Label
from briefing.model.request import PlaceNames
from briefing.model.section import SectionChoice, SectionId
from tests.briefing.writers.document_words import paragraphs_of

TEXT = """date 2024-12-06

Rebels took Deraa on Friday, the Observatory said. Shelling hit Deraa and Haleb in Syria on Friday, residents said.
"""


def written(folder: Path, place_names: PlaceNames) -> Briefing:
    """Assemble a report that spells two cities of Syria in its own way."""
    (folder / "report.txt").write_text(TEXT, "utf-8")
    sections = tuple(
        SectionChoice(id=section)
        for section in (
            SectionId.KEY_DEVELOPMENTS,
            SectionId.CITIES,
            SectionId.MAP,
            SectionId.TIMELINE,
            SectionId.LEGEND,
        )
    )
    return generate(read_reports([folder]).reports, BriefingRequest(sections=sections, place_names=place_names))


def test_places_are_spelled_as_in_the_reports_unless_the_common_name_is_asked_for(tmp_path: Path) -> None:
    """Before sentences, in tables and on the map."""
    as_reported, common = written(tmp_path, PlaceNames.REPORTS), written(tmp_path, PlaceNames.COMMON)

    for briefing, name, other in ((as_reported, "Deraa", "Daraa"), (common, "Daraa", "Deraa")):
        assert any(name in entry.lead for entry in briefing.developments)
        assert not any(other in entry.lead for entry in briefing.developments)
        assert name in {city.place.name for city in briefing.cities}
        drawn = {
            shape.text
            for block in briefing.document.blocks
            if isinstance(block, Picture)
            for shape in block.drawing.shapes
            if isinstance(shape, Label)
        }
        assert name in drawn
        assert other not in drawn


def test_sentences_keep_the_spelling_of_their_report_and_the_legend_tells_it(tmp_path: Path) -> None:
    """A quotation is never changed."""
    briefing = written(tmp_path, PlaceNames.COMMON)
    assert any("Deraa" in entry.text for entry in briefing.developments)
    assert not any("Daraa" in entry.text for entry in briefing.developments)
    assert any("Daraa: Deraa" in text for text in paragraphs_of(briefing.document))
