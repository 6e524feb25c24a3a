"""The whole analysis of a report, on the sample report as received and on texts made to break it."""

import gc
import sys
from functools import cache
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import analyse_reports, read_reports
from briefing.analysis.gazetteer import Gazetteer, open_gazetteer
from briefing.analysis.pipeline import analyse
from briefing.model.findings import ControlRelation, Findings, Medium, PlaceKind, Role, SourceKind
from briefing.model.report import Report
from briefing.readers.files import read_report
from tests.briefing.analysis.texts import report_of
from tests.paths import SEEDS

RECEIVED = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds" / "000_e813703dab104bef.txt"
received = pytest.mark.skipif(not RECEIVED.exists(), reason="the report as received is not beside this checkout")
ENGLISH = (
    "The rebels have taken the town of Homs and moved to the north of the city, the agency said on 7 December.\n\n"
)
PIECES = (
    *(
        "Homs",
        "Aleppo",
        "the city of",
        "General",
        "Ahmed",
        "al-Assad",
        "U.S.",
        "Mr.",
        "army",
        "rebels",
        "Reuters",
        "it",
        "he",
    ),
    *(
        "took",
        "captured",
        "withdrew from",
        "killed",
        "said",
        "told",
        "according to",
        "including",
        "at least",
        "hundreds of",
    ),
    *(
        "5",
        "12",
        "2.5 million",
        "40",
        "of",
        "%",
        "$",
        "km",
        "people",
        "7 December 2024",
        "on Friday",
        "last week",
        "and",
        "the",
    ),
    *("“", "”", '"', "(", ")", ",", ".", ".", ";", ":", "-", "—", "'s", "\n\n", "\n- ", "|"),
)
UNITS = (
    *(
        "Alpha ",
        "Homs, ",
        "said ",
        "killed 5 ",
        "$5 ",
        "7 ",
        "12-",
        "A. ",
        "U.S.",
        "Mr. ",
        "of the ",
        '"Yes," he said. ',
        'a "b ',
    ),
    *(
        "- item\n",
        "10% of ",
        "7 December 2024 ",
        "rebels took control of ",
        "Army of ",
        "hundreds of ",
        "he said that ",
        "(a [b “c ",
    ),
)


@cache
def the_gazetteer() -> Gazetteer:
    """Open the gazetteer once."""
    return open_gazetteer()


@cache
def sample() -> tuple[Report, Findings]:
    """Analyse the user's own report."""
    report = read_report(RECEIVED)
    return report, analyse(report, the_gazetteer())


@received
def test_the_roles_of_the_sample_are_right() -> None:
    """Developments, background, plan, description and the stray headline are told apart."""
    roles = [statement.role for statement in sample()[1].statements]
    assert roles == [
        *[Role.DEVELOPMENT] * 4,
        *[Role.BACKGROUND] * 2,
        Role.DEVELOPMENT,
        Role.PLAN,
        Role.DEVELOPMENT,
        Role.DESCRIPTION,
        Role.HEADLINE,
        Role.DEVELOPMENT,
    ]


@received
def test_the_sources_of_the_sample_are_right() -> None:
    """Each source has its name, carrier, kind, stake and medium."""
    found = [(a.originator, a.carrier, a.kind, a.party, a.medium) for a in sample()[1].attributions]
    assert found == [
        ("Syrian Observatory for Human Rights", None, SourceKind.MONITOR, False, None),
        ("Daraa24", None, SourceKind.LOCAL_MEDIA, False, Medium.IMAGES),
        ("Rebel sources", "Reuters", SourceKind.PARTY, True, None),
        ("rebels", None, SourceKind.PARTY, True, Medium.TELEGRAM),
    ]


@received
def test_the_control_claims_of_the_sample_tell_province_and_city_apart() -> None:
    """Who took what is read for the province and the city of one name, and aims are not taken for deeds."""
    claims = [claim for statement in sample()[1].statements for claim in statement.controls]
    told = {(claim.relation, claim.place.kind is PlaceKind.PROVINCE, claim.place.name) for claim in claims}
    assert {
        (ControlRelation.TOOK, True, "Daraa"),
        (ControlRelation.TOOK, False, "Daraa"),
        (ControlRelation.LEFT, False, "Daraa"),
        (ControlRelation.TOOK, False, "Aleppo"),
        (ControlRelation.THREATENS, False, "Homs"),
    } <= told


def test_findings_in_furniture_are_left_out() -> None:
    """A byline names no source and tells no action."""
    findings = analyse(
        report_of("By Ana Lopez\nSign up for our newsletter, the editor said.\nNine died."), the_gazetteer()
    )
    assert findings.attributions == ()
    assert [statement.role for statement in findings.statements][:2] == [Role.FURNITURE] * 2


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_analysed(text: str) -> None:
    """No text breaks the analysis, and there is one statement for each sentence."""
    findings = analyse(report_of(text, "2024-12-07"), the_gazetteer())
    assert len(findings.statements) == len(findings.sentences)
    assert all(0 <= s.start <= s.end <= len(text) for s in findings.statements)


def test_the_analysis_makes_no_cycles_and_leaves_the_collector_as_it_was() -> None:
    """It is paused meanwhile, so that cycles would pile up."""
    reports = read_reports([SEEDS]).reports
    analyse_reports(reports)
    gc.collect()
    assert gc.isenabled()
    gc.disable()
    try:
        analyse_reports(reports)
        assert not gc.isenabled()
        assert gc.collect() == 0
    finally:
        gc.enable()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map(" ".join))
def test_every_finding_points_into_its_report_and_a_second_analysis_gives_the_same(text: str) -> None:
    """Also in a text made of words that the rules look for, in no order."""
    report = report_of(text, "2024-12-07")
    findings = analyse(report, the_gazetteer())
    for words in (*findings.sentences, *findings.times, *findings.places, *findings.figures, *findings.actors):
        assert 0 <= words.start < words.end <= len(report.text)
    for attribution in findings.attributions:
        for part in (attribution.source, attribution.cue, attribution.content):
            assert part is None or 0 <= part.start < part.end <= len(report.text)
    for figure in findings.figures:
        assert any(s.start <= figure.start and figure.end <= s.end for s in findings.sentences)
    assert analyse(report, the_gazetteer()) == findings


@pytest.mark.parametrize("unit", UNITS)
def test_a_text_twice_as_long_takes_about_twice_the_steps(unit: str) -> None:
    """Steps are calls of functions, so that the clock plays no part; looking at all the rest would show."""
    once, twice = (calls_for(unit * (size // len(unit))) for size in (3_000, 6_000))
    assert twice <= 2.5 * once + 1_000


@pytest.mark.parametrize(
    "unit", [".", '"', "“", "(", "7", "Alpha ", "a. ", "U.S.", "of the ", "1,", "w" * 10_000 + " "]
)
def test_a_long_text_made_of_one_thing_is_analysed(unit: str) -> None:
    """A pattern that tries all ways to cut such a text would need years."""
    assert analyse(report_of(ENGLISH + unit * (100_000 // len(unit))), the_gazetteer()).sentences


def calls_for(text: str) -> int:
    """Return how many functions are called to analyse a text."""
    report, calls = report_of(ENGLISH + text), 0
    analyse(report, the_gazetteer())  # so that what is kept for later is there

    def count(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        analyse(report, the_gazetteer())
    finally:
        sys.setprofile(None)
    return calls
