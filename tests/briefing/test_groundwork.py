"""What one briefing leaves to the next saves time, and changes nothing."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from briefing import BriefingRequest, Report, SectionChoice, SectionId, analyse_reports, generate, read_reports, render
from briefing.assembly import LOOK
from briefing.model.document import PageSize
from briefing.model.edits import Hide, Passage
from briefing.model.findings import Findings
from briefing.model.request import CitationStyle, DateStyle, LikelihoodScale, PlaceNames, WordNotes
from briefing.workflow import Groundwork
from tests.paths import SEEDS

_REPORTS = tuple(read_reports([SEEDS]).reports)
_PLAIN = BriefingRequest()
_OTHER_LOOKS: dict[str, Any] = {
    "template": "flash-update",
    "sections": (SectionChoice(id=SectionId.KEY_DEVELOPMENTS, limit=3), SectionChoice(id=SectionId.ENDNOTES)),
    "title": "Another title, long enough to need a second line at the head of the first page of the briefing",
    "number": "7",
    "unit": "Desk",
    "author": "A. Nalyst",
    "page_size": PageSize.LETTER,
    "name": "file",
    "series": "North",
    "cut_off": "7 December 2024, 18:00 UTC",
    "issued": date(2024, 12, 8),
    "distribution": "All desks",
    "next_issue": "tomorrow",
    "citation_style": CitationStyle.AUTHOR_DATE,
    "likelihood_scale": LikelihoodScale.PHIA,
    "word_notes": WordNotes.LIST,
    "word_comments": True,
    "word_fonts": True,
    "theme": "plain",
    "contents": True,
    "house_style": "",
}


@pytest.fixture(scope="module")
def findings() -> tuple[Findings, ...]:
    """Find what the sample reports say."""
    return analyse_reports(_REPORTS)


def _bytes(
    request: BriefingRequest, findings: tuple[Findings, ...], groundwork: Groundwork | None, reports: tuple[Report, ...]
) -> bytes:
    briefing = generate(reports, request, findings=findings, groundwork=groundwork)
    return render(briefing, "json") + render(briefing, "md")


def test_every_part_of_the_look_may_change(findings: tuple[Findings, ...]) -> None:
    """Each by itself, the one after the other and back again: the words are those of a briefing made from nothing."""
    groundwork = Groundwork()
    assert set(_OTHER_LOOKS) == set(LOOK) <= {field.name for field in fields(BriefingRequest)}
    for name, value in _OTHER_LOOKS.items():
        request = replace(_PLAIN, **{name: value})
        assert _bytes(request, findings, groundwork, _REPORTS) == _bytes(request, findings, None, _REPORTS), name
    assert _bytes(_PLAIN, findings, groundwork, _REPORTS) == _bytes(_PLAIN, findings, None, _REPORTS)


def test_what_changes_the_findings_or_the_words_is_seen(findings: tuple[Findings, ...]) -> None:
    """Another area, period, language, spelling, ceiling, correction or set of reports is never overlooked."""
    groundwork = Groundwork()
    first = generate(_REPORTS, _PLAIN, findings=findings, groundwork=groundwork)
    cited = first.developments[0].citations[0]
    hide = Hide(
        passage=Passage(report_id=cited.span.report_id, start=cited.span.start, end=cited.span.end, quote=cited.quote)
    )
    requests = (
        replace(_PLAIN, period_end=date(2024, 12, 7)),
        replace(_PLAIN, language="fr"),
        replace(_PLAIN, date_style=DateStyle.ISO),
        replace(_PLAIN, place_names=PlaceNames.COMMON),
        replace(_PLAIN, tlp="TLP:AMBER"),
        replace(_PLAIN, edits=(hide,)),
    )
    made = [_bytes(request, findings, groundwork, _REPORTS) for request in requests]
    assert made == [_bytes(request, findings, None, _REPORTS) for request in requests]
    assert len(set(made)) == len(requests)
    fewer = _REPORTS[3:]
    assert _bytes(_PLAIN, findings, groundwork, fewer) == _bytes(_PLAIN, findings, None, fewer)


def test_a_changed_title_gathers_nothing_anew(findings: tuple[Findings, ...]) -> None:
    """Else the groundwork would serve nothing: the sources of a development are the same object, not an equal one."""
    groundwork = Groundwork()
    first = generate(_REPORTS, _PLAIN, findings=findings, groundwork=groundwork)
    again = generate(_REPORTS, replace(_PLAIN, title="Another"), findings=findings, groundwork=groundwork)
    anew = generate(_REPORTS, replace(_PLAIN, title="Another"), findings=findings)

    assert again.developments[0].sources is first.developments[0].sources
    assert anew.developments[0].sources is not first.developments[0].sources
