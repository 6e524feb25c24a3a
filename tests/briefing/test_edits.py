"""The analyst's corrections: bound to passages, kept when reports come and go, and never lost in silence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import BriefingRequest, generate, render
from briefing.model.briefing import Briefing, Disposition, Entry
from briefing.model.edits import (
    AcceptDraft,
    Edit,
    EditState,
    GradeEntry,
    GradeSource,
    Hide,
    Merge,
    Order,
    OwnEntry,
    Passage,
    Pin,
    Reword,
    Split,
    passages_of,
)
from briefing.model.json_form import read_request, write_request
from briefing.model.report import Paragraph, Report
from briefing.model.section import SectionId
from tests.briefing.assembly.making import report

BRIDGE = report(
    "Title: Morning summary\n\n"
    "The Red Crescent said on Friday that a bridge in Hama was destroyed by an air strike.\n\n"
    "Rebels captured the town of Saraqib on Thursday, the Orontes Monitor said.\n\n"
    "Twelve people were killed in shelling of Homs on Friday, the health ministry said.",
    publisher="Harbour Gazette",
)
HOMS = report(
    "Title: Noon summary\n\n"
    "Twelve people were killed in shelling of Homs on Friday, the health ministry said.\n\n"
    "About 4,000 people fled Hama on Friday, the Red Crescent said.",
    publisher="Levant Post",
)


def assembled(*edits: Edit, reports: tuple[Report, ...] = (BRIDGE, HOMS)) -> Briefing:
    """Assemble the reports with some edits."""
    return generate(reports, BriefingRequest(edits=edits))


def entry_on(briefing: Briefing, words: str) -> Entry:
    """Return the development that prints some words."""
    return next(entry for entry in briefing.developments if words in entry.text)


def passage(briefing: Briefing, words: str) -> Passage:
    """Return the printed passage of the development that prints some words."""
    citation = entry_on(briefing, words).citations[0]
    origin = next(item.origin for item in briefing.reports if item.id == citation.span.report_id)
    span = citation.span
    return Passage(report_id=span.report_id, start=span.start, end=span.end, quote=citation.quote, origin=origin)


def texts(briefing: Briefing) -> list[str]:
    """Return the printed developments in order."""
    return [entry.text for entry in briefing.developments]


def test_a_hidden_entry_is_gone_from_every_section_and_stands_in_the_ledger() -> None:
    """Its sentence is not lost: the ledger says who hid it."""
    plain = assembled()
    hidden = assembled(Hide(passage=passage(plain, "bridge")))

    assert not any("bridge" in text for text in texts(hidden))
    assert b"bridge" not in render(hidden, "md")
    row = next(row for row in hidden.ledger if "bridge" in row.quote)
    assert (row.disposition, row.reason) == (Disposition.LEFT_OUT, "hidden by the analyst")


def test_a_pinned_entry_stands_first() -> None:
    """Whatever its rank."""
    plain = assembled()
    last = plain.developments[-1]
    pinned = assembled(Pin(passage=passage(plain, last.text)))

    assert plain.developments[0].text != last.text
    assert pinned.developments[0].text == last.text


def test_entries_are_printed_in_the_order_of_the_analyst() -> None:
    """The others keep their places."""
    plain = assembled()
    first, last = plain.developments[0].text, plain.developments[-1].text
    ordered = assembled(Order(passages=(passage(plain, last), passage(plain, first))))

    assert texts(ordered)[0] == last
    assert texts(ordered)[-1] == first
    assert texts(ordered)[1:-1] == texts(plain)[1:-1]


def test_merged_entries_are_one_that_prints_the_first_passage_and_cites_both() -> None:
    """The analyst knows that the two tell one thing."""
    plain = assembled()
    merged = assembled(Merge(passages=(passage(plain, "fled Hama"), passage(plain, "bridge"))))
    entry = entry_on(merged, "fled Hama")

    assert len(merged.developments) == len(plain.developments) - 1
    assert any("bridge" in citation.quote for citation in entry.citations)


def test_a_split_passage_becomes_an_entry_of_its_own() -> None:
    """Undoing what the program joined."""
    plain = assembled()
    joined = next(entry for entry in plain.developments if len(entry.citations) > 1)
    second = joined.citations[1]
    span = second.span
    taken = Passage(report_id=span.report_id, start=span.start, end=span.end, quote=second.quote)
    split = assembled(Split(passage=taken))

    assert len(split.developments) == len(plain.developments) + 1
    assert all(len(entry.citations) == 1 for entry in split.developments)


def test_a_reworded_entry_is_marked_and_keeps_the_words_of_its_passage() -> None:
    """The document says that the words are the analyst's."""
    plain = assembled()
    edit = Reword(passage=passage(plain, "bridge"), text="A strike destroyed a bridge in Hama.", lead="Hama, west")
    entry = entry_on(assembled(edit), "A strike destroyed")

    assert entry.edited
    assert entry.lead == "Hama, west"
    assert entry.original == entry_on(plain, "bridge").text
    assert "edited by the analyst" in entry.status_words


def test_words_for_one_section_leave_the_others_as_they_are() -> None:
    """The bottom line may be shorter than the entry."""
    plain = assembled()
    first = plain.developments[0]
    edit = Reword(passage=passage(plain, first.text), text="In short.", section=SectionId.BOTTOM_LINE)
    text = render(assembled(edit), "md").decode()

    assert "In short." in text
    assert first.text in texts(assembled(edit))


def test_the_analysts_own_entry_stands_first_and_cites_its_passages() -> None:
    """Without a passage it is said to be uncited."""
    plain = assembled()
    cited = OwnEntry(id="1", text="The bridge is the only crossing.", passages=(passage(plain, "bridge"),))
    bare = OwnEntry(id="2", text="Our convoy waits.")
    briefing = assembled(cited, bare)

    assert texts(briefing)[:2] == [cited.text, bare.text]
    assert "bridge" in briefing.developments[0].citations[0].quote
    assert briefing.developments[1].citations == ()
    assert briefing.developments[1].status_words == "the analyst’s words, not cited"


def test_grades_of_source_and_entry_are_printed_together() -> None:
    """B for the source, 2 for what it says."""
    plain = assembled()
    briefing = assembled(
        GradeSource(source="Red Crescent", reliability="B", reason="long record"),
        GradeEntry(passage=passage(plain, "bridge"), credibility=2, reason="fits other reports"),
    )

    assert entry_on(briefing, "bridge").grade == "B2"
    assert entry_on(briefing, "Saraqib").grade == "F6"


def test_the_register_of_sources_shows_the_grade_with_its_reason() -> None:
    """And the program's own words where the analyst gave none."""
    briefing = assembled(GradeSource(source="Red Crescent", reliability="B", reason="long record"))
    rows = {row.name: (row.grade, row.grade_reason) for row in briefing.sources}

    assert rows["Red Crescent"] == ("B6", "long record")
    assert rows["Orontes Monitor"][0] == "F6"


def test_an_accepted_bottom_line_is_no_draft_until_other_passages_stand_in_it() -> None:
    """Accepting is for what was read."""
    plain = assembled()
    by_id = {entry.id: entry for entry in plain.developments}
    chosen = tuple(passage(plain, by_id[identity].text) for identity in plain.bottom_line)
    accepted = AcceptDraft(section=SectionId.BOTTOM_LINE, passages=chosen)
    hidden = Hide(passage=chosen[0])

    assert "Draft from" in render(plain, "md").decode()
    assert "Draft from" not in render(assembled(accepted), "md").decode()
    assert "Draft from" in render(assembled(accepted, hidden), "md").decode()


def test_an_edit_is_kept_when_other_reports_come() -> None:
    """It is bound to its passage, not to its place on the page."""
    alone = assembled(reports=(BRIDGE,))
    edit = Reword(passage=passage(alone, "bridge"), text="Our own words.")

    assert "Our own words." in texts(assembled(edit, reports=(HOMS, BRIDGE)))


def test_an_edit_finds_its_words_in_another_edition_of_the_report() -> None:
    """The same words under a corrected header."""
    alone = assembled(reports=(BRIDGE,))
    again = replace(BRIDGE, id="another", text="\n" * 3 + BRIDGE.text, paragraphs=_moved(BRIDGE, 3))
    briefing = assembled(Pin(passage=passage(alone, "bridge")), reports=(again,))

    assert "bridge" in texts(briefing)[0]
    assert [outcome.state for outcome in briefing.edits] == [EditState.MOVED]


def _moved(item: Report, by: int) -> tuple[Paragraph, ...]:
    return tuple(replace(part, start=part.start + by, end=part.end + by) for part in item.paragraphs)


def test_an_edit_whose_report_went_is_listed_with_its_words() -> None:
    """Nothing is discarded in silence."""
    plain = assembled()
    briefing = assembled(Hide(passage=passage(plain, "bridge")), reports=(HOMS,))

    assert [outcome.state for outcome in briefing.edits] == [EditState.GONE]
    told = [notice.message for notice in briefing.notices if notice.code == "edit-gone"]
    assert len(told) == 1
    assert "bridge" in told[0]


def test_an_edit_whose_report_changed_says_so() -> None:
    """Another edition of the same file, in which the sentence reads differently."""
    plain = assembled()
    words = BRIDGE.text.replace("a bridge in Hama", "two bridges in Hama")
    changed = replace(report(words, publisher="Harbour Gazette"), origin=BRIDGE.origin)
    briefing = assembled(Hide(passage=passage(plain, "bridge")), reports=(changed, HOMS))

    assert [outcome.state for outcome in briefing.edits] == [EditState.CHANGED]
    assert "edit-changed" in {notice.code for notice in briefing.notices}


def test_requests_with_every_kind_of_edit_can_be_saved_and_opened() -> None:
    """As JSON, word for word."""
    plain = assembled()
    where = passage(plain, "bridge")
    edits: tuple[Edit, ...] = (
        Hide(passage=where),
        Pin(passage=where),
        Order(passages=(where, where)),
        Merge(passages=(where,)),
        Split(passage=where),
        Reword(passage=where, text="x", section=SectionId.BOTTOM_LINE),
        OwnEntry(id="1", text="y"),
        GradeSource(source="SOHR", reliability="B", reason="z"),
        GradeEntry(passage=where, credibility=2, reason="z"),
        AcceptDraft(section=SectionId.BOTTOM_LINE, passages=(where,)),
    )
    request = BriefingRequest(edits=edits)

    assert read_request(write_request(request)) == request


@given(st.text(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_any_passage_survives_being_saved(quote: str, start: int, end: int) -> None:
    """Whatever characters it holds."""
    edit = Hide(passage=Passage(report_id="r", start=start, end=end, quote=quote))
    request = BriefingRequest(edits=(edit,))

    assert read_request(write_request(request)) == request
    assert passages_of(edit)[0].quote == quote


def test_the_same_edits_give_the_same_bytes() -> None:
    """Twice over."""
    edit = Pin(passage=passage(assembled(), "Saraqib"))

    assert render(assembled(edit), "json") == render(assembled(edit), "json")


@pytest.mark.parametrize("kind", ["pdf", "docx", "md", "json"])
def test_the_analysts_words_come_out_in_every_format(kind: str) -> None:
    """An own entry with marks of every kind."""
    briefing = assembled(OwnEntry(id="1", text="Own <b>&amp; words."))

    assert render(briefing, kind)
