"""The whole analysis of a report, on the sample report as received and on texts made to break it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.gazetteer import Gazetteer, open_gazetteer
from briefing.analysis.pipeline import analyse
from briefing.model.findings import ControlRelation, Findings, Medium, PlaceKind, Role, SourceKind
from briefing.model.report import Report
from briefing.readers.files import read_report
from tests.briefing.analysis.texts import report_of

RECEIVED = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds" / "000_e813703dab104bef.txt"
received = pytest.mark.skipif(not RECEIVED.exists(), reason="the report as received is not beside this checkout")


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
