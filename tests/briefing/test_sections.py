"""Every section of a briefing: what it holds, that it can be switched off, and that it stays out while empty."""

import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.briefing import Briefing
from briefing.model.edits import JUDGEMENT_SECTIONS, Edit, Judgement, Passage
from briefing.model.request import LikelihoodScale
from briefing.model.section import SECTION_TITLES, SectionChoice, SectionId
from tests.paths import SEEDS

REPORTS = read_reports([SEEDS]).reports
# Drawn at the edge of the page, at its head, or as figures without a heading.
_UNTITLED = {SectionId.MARKING, SectionId.MASTHEAD, SectionId.KEY_FIGURES}
# Say something only after an earlier issue, or when the analyst writes.
_EMPTY = {SectionId.CHANGES, *JUDGEMENT_SECTIONS}


def with_sections(*sections: SectionId, edits: tuple[Edit, ...] = (), language: str = "en") -> Briefing:
    """Assemble the samples with some sections on."""
    chosen = tuple(SectionChoice(id=section) for section in sections)
    return generate(REPORTS, BriefingRequest(sections=chosen, edits=edits, language=language))


@pytest.mark.parametrize("section", sorted(set(SectionId) - _UNTITLED - _EMPTY))
def test_each_section_is_printed_when_it_is_on_and_only_then(section: SectionId) -> None:
    """With its own title, on the sample reports."""
    others = tuple(item for item in SectionId if item is not section)
    title = SECTION_TITLES[section]
    on, off = render(with_sections(*SectionId), "md").decode(), render(with_sections(*others), "md").decode()
    printed = {f"## {title}", f"> **{title}**"}

    assert printed & set(on.splitlines())
    assert not printed & set(off.splitlines())


@pytest.mark.parametrize("section", sorted(JUDGEMENT_SECTIONS))
def test_sections_of_the_analyst_stay_out_until_something_is_written(section: SectionId) -> None:
    """The program writes no judgement."""
    words = "The road will probably stay closed."
    edit = Judgement(id="1", section=section, text=words, likelihood="likely", confidence="low", assumption="No truce.")
    empty, filled = with_sections(section), with_sections(section, edits=(edit,))
    text = render(filled, "md").decode()

    assert section not in empty.sections
    assert section in filled.sections
    assert words in text
    assert "Likelihood: likely (55 to 80 %, ICD 203)." in text
    assert "Confidence: low." in text


def test_likelihood_and_confidence_stand_in_sentences_of_their_own() -> None:
    """As ICD 203 asks; the scale of the request decides the range."""
    edit = Judgement(id="1", section=SectionId.OUTLOOK, text="It holds.", likelihood="likely", confidence="high")
    request = BriefingRequest(edits=(edit,), likelihood_scale=LikelihoodScale.PHIA)
    text = render(generate(REPORTS, request), "md").decode()

    assert "Likelihood: likely (55 to 75 %, PHIA). · Confidence: high." in text


def test_the_legend_explains_the_scale_of_likelihood_only_where_one_of_its_words_is_used() -> None:
    """All of its words, since one means its place among the others."""
    edit = Judgement(id="1", section=SectionId.OUTLOOK, text="It holds.", likelihood="likely")
    sections = (SectionId.OUTLOOK, SectionId.LEGEND)

    assert "remote" in render(with_sections(*sections, edits=(edit,)), "md").decode()
    assert "remote" not in render(with_sections(*sections), "md").decode()


def test_a_judgement_cites_the_passages_that_it_rests_on() -> None:
    """By the same notes as everything else."""
    report = REPORTS[0]
    at = report.paragraphs[1].start
    basis = Passage(report_id=report.id, start=at, end=at + 20, quote=report.quote(at, at + 20))
    edit = Judgement(id="1", section=SectionId.ASSESSMENT, text="So it is.", basis=(basis,))
    row = with_sections(SectionId.ASSESSMENT, SectionId.ENDNOTES, edits=(edit,)).judgements[0]

    assert row.citations[0].span.report_id == report.id
    assert basis.quote in row.citations[0].quote


def test_highlights_are_at_most_seven_and_each_of_another_topic() -> None:
    """With the day and the place before the sentence."""
    briefing = with_sections(SectionId.HIGHLIGHTS)
    by_id = {entry.id: entry for entry in briefing.developments}
    leads = [by_id[identity].lead for identity in briefing.highlights]

    assert 3 <= len(leads) <= 7
    assert f"**{by_id[briefing.highlights[0]].when.words}, {leads[0]}.**" in render(briefing, "md").decode()


def test_the_overview_has_a_hundred_to_two_hundred_and_fifty_words() -> None:
    """In the words of the reports."""
    briefing = with_sections(SectionId.OVERVIEW)
    entries = {entry.id: entry for entry in (*briefing.developments, *briefing.background)}
    words = sum(len(entries[identity].text.split()) for identity in briefing.overview)

    assert 100 <= words <= 250


def test_actors_do_what_a_report_says_and_their_side_is_in_its_words() -> None:
    """Each deed leads to its passage."""
    briefing = with_sections(SectionId.ACTORS)
    texts = " ".join(report.text for report in REPORTS).casefold()

    assert briefing.actors
    for row in briefing.actors:
        assert len(row.did) == len(row.citations) == len(row.entries)
        assert all(side in texts for side in row.side.casefold().split("; "))


def test_statements_are_the_exact_words_of_what_is_said() -> None:
    """Who, through whom, quoted or not."""
    briefing = with_sections(SectionId.STATEMENTS)

    assert any(row.source.carrier == "Reuters" for row in briefing.statements)
    for row in briefing.statements:
        assert row.text in " ".join(row.citations[0].quote.split())


def test_the_ledger_is_printed_with_what_became_of_each_sentence() -> None:
    """The annex has as many rows as the ledger."""
    briefing = with_sections(SectionId.KEY_DEVELOPMENTS, SectionId.LEDGER)
    text = render(briefing, "md").decode()

    assert text.count("| Left out |") + text.count("| Used in ") + text.count("| Cited with") == len(briefing.ledger)


def test_every_list_that_is_shortened_says_how_many_it_leaves_out() -> None:
    """A reader must not take the first three sources for all."""
    lists = [
        SectionId.KEY_DEVELOPMENTS,
        SectionId.CITIES,
        SectionId.ACTORS,
        SectionId.STATEMENTS,
        SectionId.CONFLICTS,
        SectionId.GAPS,
        SectionId.BACKGROUND,
        SectionId.SOURCES,
        SectionId.EVIDENCE,
        SectionId.LEDGER,
    ]
    for short in (None, *lists):
        sections = tuple(SectionChoice(id=item, limit=1 if item is short else None) for item in lists)
        made = generate(REPORTS, BriefingRequest(template="evidence-pack", sections=sections))
        assert render(made, "md").decode().count("Not shown: ") == (0 if short is None else 1), short


def test_a_development_that_only_the_timeline_prints_has_no_number() -> None:
    """A number is what the reader finds before an item, not a place in the ranking."""
    listed = SectionChoice(id=SectionId.KEY_DEVELOPMENTS, limit=3)
    briefing = generate(REPORTS, BriefingRequest(sections=(listed, SectionChoice(id=SectionId.TIMELINE))))
    numbers = briefing.numbers_in(SectionId.KEY_DEVELOPMENTS)

    assert list(numbers.values()) == [1, 2, 3]
    assert len(briefing.developments) > 3
    assert set(numbers) < {entry.id for entry in briefing.developments}
    assert not briefing.numbers_in(SectionId.TIMELINE)
