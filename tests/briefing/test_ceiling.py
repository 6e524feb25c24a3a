"""The ceiling: nothing of a report that is marked higher leaves the house, and the author is told what was withheld."""

from dataclasses import replace

import pytest

from briefing import BriefingRequest, generate, render
from briefing.errors import RequestError
from briefing.model.briefing import Briefing
from briefing.model.edits import OwnEntry, Passage
from briefing.model.issue import read_issue
from briefing.model.report import Report
from briefing.model.request import Withhold
from briefing.model.section import SectionChoice, SectionId
from tests.briefing.assembly.making import report

OPEN = report(
    "Title: Open note\n\nRebels captured the town of Saraqib on Thursday, the Orontes Monitor said.", publisher="Post"
)
CLOSED = replace(
    report(
        "Title: Secret note\n\nA convoy of 40 lorries left Tartus on Friday, an informant called Falcon said.",
        publisher="Desk",
    ),
    marking="TLP:RED",
)
ALL = tuple(SectionChoice(id=section) for section in SectionId)
FORMATS = ("md", "json")


def released(*reports: Report, **choices: object) -> Briefing:
    """Assemble reports under a ceiling, with every section."""
    request = replace(BriefingRequest(ceiling="GREEN", sections=ALL), **choices)  # type: ignore[arg-type]
    return generate(reports, request)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("way", list(Withhold))
def test_no_word_of_a_withheld_report_is_in_any_file(kind: str, way: Withhold) -> None:
    """Not its title, its file, its sources, its sentences."""
    text = render(released(OPEN, CLOSED, withhold=way), kind).decode()

    assert "Saraqib" in text
    for word in ("Secret", "Falcon", "Tartus", "lorries", "Desk", CLOSED.origin):
        assert word not in text


def test_the_author_is_told_what_was_withheld() -> None:
    """By title and marking, in the notices alone."""
    briefing = released(OPEN, CLOSED)
    told = [notice for notice in briefing.notices if notice.code == "withheld"]

    assert ["Secret note" in notice.message for notice in told] == [True]
    assert all(notice.for_author for notice in told)


def test_the_banner_is_that_of_what_is_included() -> None:
    """Without a ceiling the red report raises it."""
    green = replace(OPEN, marking="TLP:GREEN", id="green")

    assert released(green, CLOSED).marking == "TLP:GREEN"
    assert released(green, CLOSED, ceiling="").marking == "TLP:RED"


def test_masking_prints_a_line_for_each_development_that_is_withheld() -> None:
    """Dropping prints none."""
    line = "Withheld: marked TLP:RED."

    assert render(released(OPEN, CLOSED, withhold=Withhold.MASK), "md").decode().count(line) == 1
    assert line not in render(released(OPEN, CLOSED), "md").decode()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_correction_that_rests_on_a_withheld_report_is_withheld_with_it(kind: str) -> None:
    """The analyst's own words may repeat it."""
    at = CLOSED.text.index("A convoy")
    basis = Passage(report_id=CLOSED.id, start=at, end=at + 30, quote=CLOSED.text[at : at + 30])
    own = OwnEntry(id="1", text="Forty trucks are moving.", passages=(basis,))

    assert "trucks" not in render(released(OPEN, CLOSED, edits=(own,)), kind).decode()
    assert "trucks" in render(released(OPEN, CLOSED, edits=(own,), ceiling=""), kind).decode()


def test_the_ledger_still_has_a_row_for_each_sentence() -> None:
    """Without the words."""
    open_rows, all_rows = released(OPEN).ledger, released(OPEN, CLOSED).ledger

    assert len(all_rows) > len(open_rows)
    assert {row.quote for row in all_rows[len(open_rows) :]} == {""}


def test_an_earlier_issue_of_a_higher_marking_is_not_compared_with() -> None:
    """Its words would come back as what was dropped."""
    first = generate([OPEN, CLOSED], BriefingRequest(number="1"))
    previous = read_issue(render(first, "json").decode())
    second = generate([OPEN], BriefingRequest(ceiling="GREEN", number="2"), previous=previous)

    assert second.changes == ()
    assert any("issue 1" in notice.message for notice in second.notices)


def test_a_ceiling_that_leaves_nothing_or_is_none_is_refused() -> None:
    """In a sentence."""
    with pytest.raises(RequestError, match="marked above TLP:GREEN"):
        released(CLOSED)
    with pytest.raises(RequestError, match="no TLP label"):
        released(OPEN, ceiling="INTERNAL")
