"""The figures of a whole briefing: switched by template and request, numbered, and none that would be empty."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import BriefingRequest, generate, read_reports
from briefing.errors import BriefingError
from briefing.model.briefing import Briefing
from briefing.model.document import Picture
from briefing.model.section import SectionChoice, SectionId
from briefing.templates import read_template
from briefing.workflow import read_report_text
from tests.paths import SEEDS, situation_files


def _briefing(paths: tuple[Path, ...], *sections: SectionChoice, template: str = "daily-sitrep") -> Briefing:
    return generate(read_reports(paths).reports, BriefingRequest(template=template, sections=sections))


def _pictures(briefing: Briefing) -> list[Picture]:
    return [block for block in briefing.document.blocks if isinstance(block, Picture)]


def test_the_campaign_assessment_draws_control_by_day_and_figures_that_differ() -> None:
    """Numbered one after the other, each with words for who cannot see it."""
    pictures = _pictures(_briefing(situation_files("two-tripolis"), template="campaign-assessment"))
    assert [picture.caption.split(".")[0] for picture in pictures] == [f"Figure {n}" for n in range(1, 5)]
    words = " ".join(picture.alternative for picture in pictures)
    assert "Gharyan (town): 19 June 2013: taken by Coastal Brigades (Coastal Brigades)" in words
    assert "denied: taken (interim government's defence ministry)" in words
    assert "Libyan Observatory for Human Rights (2013-06-21): 58 dead" in words


def test_a_request_switches_the_figure_of_a_section() -> None:
    """On where it is usually off, and off where it is usually on."""
    files = situation_files("two-tripolis")
    conflicts, timeline = SectionChoice(id=SectionId.CONFLICTS), SectionChoice(id=SectionId.TIMELINE)
    assert not _pictures(_briefing(files, conflicts))
    assert len(_pictures(_briefing(files, replace(conflicts, figure=True)))) == 1
    assert len(_pictures(_briefing(files, timeline))) == 1
    assert not _pictures(_briefing(files, replace(timeline, figure=False)))


def test_nothing_is_drawn_where_control_did_not_change_and_no_figures_differ() -> None:
    """Switched on, and left out because it would be empty."""
    chosen = [SectionChoice(id=section, figure=True) for section in (SectionId.CITIES, SectionId.CONFLICTS)]
    assert not _pictures(_briefing((SEEDS / "2024-12-07_daraa_homs.txt",), *chosen))


def test_a_magnitude_is_no_bar() -> None:
    """It is a logarithm: a bar of it from zero would mislead."""
    pictures = _pictures(_briefing(situation_files("earthquake"), SectionChoice(id=SectionId.CONFLICTS, figure=True)))
    assert len(pictures) == 1
    assert "agnitude" not in pictures[0].alternative
    assert "People injured, Ioannina (update)" in pictures[0].alternative


@pytest.mark.parametrize(
    ("line", "words"),
    [('id = "conflicts"\nfigure = "yes"', "write true or false"), ('id = "gaps"\nfigure = true', "has no figure")],
)
def test_a_template_with_a_wrong_figure_is_refused_in_a_sentence(tmp_path: Path, line: str, words: str) -> None:
    """The sentence says what to write."""
    path = tmp_path / "mine.toml"
    path.write_text(f'name = "M"\ndescription = "D"\nproduct = "P"\ntheme = "house"\n\n[[section]]\n{line}\n', "utf-8")
    with pytest.raises(BriefingError, match=words):
        read_template(path)


def test_a_place_that_is_only_held_is_not_drawn_as_taken() -> None:
    """Who holds it is said beside the event; what changed hands on a day is another thing."""
    text = "Shells killed four people in rebel-held Idlib on Friday. Rebels took Hama on Thursday."
    request = BriefingRequest(sections=(SectionChoice(id=SectionId.TIMELINE, figure=True),))
    figure = _pictures(generate([read_report_text(f"date 2024-12-07 {text}", origin="1.txt")], request))[0]
    assert "5 December 2024: Hama (reported taken)" in figure.alternative
    assert "6 December 2024: Idlib (event reported)" in figure.alternative


def test_places_that_the_map_leaves_out_are_named_below_it() -> None:
    """Who looks for a town on the map is told why it is not there."""
    request = BriefingRequest(sections=(SectionChoice(id=SectionId.CITIES), SectionChoice(id=SectionId.MAP)))
    towns = {"Syria": ("Aleppo", "Hama", "Homs", "Palmyra", "Daraa"), "Brazil": ("Manaus", "Recife")}
    texts = [
        " ".join(f"A fire destroyed a school in {town} in {country} on Friday, the governor said." for town in named)
        for country, named in towns.items()
    ]
    reports = [read_report_text(f"date 2024-12-07 {text}", origin=f"{n}.txt") for n, text in enumerate(texts)]
    briefing = generate(reports, request)
    picture = _pictures(briefing)[0]
    assert picture.caption.endswith("Beyond the map: Manaus, Recife.")
