"""The check before export: each rule by a briefing that breaks it and one that does not; and two gates."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.briefing import Briefing, Check, CheckCode, Entry
from briefing.model.edits import AcceptCheck, AcceptDraft, Edit, Hide, Judgement, OwnEntry, Passage, Reword
from briefing.model.report import PartialDate, Report
from briefing.model.section import SectionChoice, SectionId
from briefing.workflow import list_templates, read_report_text
from tests.briefing.assembly.making import report
from tests.paths import ROOT, SEEDS, SHARED

BRIDGE = report(
    "Title: Morning summary\n\n"
    "The Red Crescent said on Friday that 12 people died when a bridge in Hama was destroyed, and a nurse, Layla "
    "Haddad, spoke of “two blasts” before it fell.\n\n"
    "Rebels said on Friday that they had captured the town of Saraqib.",
    publisher="Harbour Gazette",
)


def assembled(*edits: Edit, reports: tuple[Report, ...] = (BRIDGE,), **choices: object) -> Briefing:
    """Assemble the report with some edits."""
    return generate(reports, replace(BriefingRequest(edits=edits), **choices))  # type: ignore[arg-type]


def passage(words: str) -> Passage:
    """Return the passage that the plain briefing prints for some words."""
    entry = next(item for item in assembled().developments if words in item.text)
    span, quote = entry.citations[0].span, entry.citations[0].quote
    return Passage(report_id=span.report_id, start=span.start, end=span.end, quote=quote)


def found(briefing: Briefing, code: CheckCode) -> list[Check]:
    """Return the findings of one kind."""
    return [check for check in briefing.checks if check.code is code]


def reworded(text: str) -> Briefing:
    """Put other words in place of the entry on the bridge."""
    return assembled(Reword(passage=passage("bridge"), text=text))


def test_what_the_program_prints_stands_in_its_passage() -> None:
    """Nothing of the plain briefing is found wanting."""
    assert found(assembled(), CheckCode.NOT_A_QUOTE) == []
    assert found(assembled(), CheckCode.NOT_IN_PASSAGE) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Thirteen people died when a bridge in Hama was destroyed.", "13"),
        ("12 people died in Hama, 40 were hurt.", "40"),
        ("A bridge in Hama and one in Aleppo were destroyed.", "Aleppo"),
        ("The nurse Layla Hamdan heard it.", "Layla Hamdan"),
        ("A bridge in Hama was destroyed on 3 November.", "3 november"),
        ("A nurse spoke of “three blasts”.", "three blasts"),
    ],
)
def test_a_word_that_no_cited_passage_bears_out_is_found(text: str, missing: str) -> None:
    """A number, a name, a day, a quotation."""
    checks = found(reworded(text), CheckCode.NOT_IN_PASSAGE)

    assert any(missing in check.sentence for check in checks)
    assert checks[0].remedy


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died when a bridge in Hama was destroyed.",
        "The Red Crescent counts 12 dead in Hama.",
        "A nurse in Hama spoke of “two blasts”.",
        "Layla Haddad, a nurse, heard two blasts.",
        "Hama's bridge was destroyed on 6 December.",
    ],
)
def test_words_that_the_passage_bears_out_pass(text: str) -> None:
    """Written out, in another order, in the genitive, with the day that the entry has."""
    assert found(reworded(text), CheckCode.NOT_IN_PASSAGE) == []


def test_what_cites_nothing_is_found() -> None:
    """Own entries and judgements."""
    own = OwnEntry(id="1", text="Our convoy waits.")
    judgement = Judgement(id="2", section=SectionId.OUTLOOK, text="It holds.")

    assert len(found(assembled(own, judgement), CheckCode.UNCITED)) == 2


def test_what_only_a_party_says_is_found() -> None:
    """The capture of the town."""
    assert "Saraqib" in found(assembled(), CheckCode.PARTY_ONLY)[0].sentence or "captured" in str(assembled().checks)


def test_what_is_undated_and_names_a_weekday_is_found() -> None:
    """A weekday alone tells a reader nothing."""
    undated = replace(BRIDGE, published=None, id="undated")
    briefing = assembled(reports=(undated,))

    assert found(briefing, CheckCode.UNDATED)
    assert found(briefing, CheckCode.BARE_WEEKDAY)
    assert not found(assembled(), CheckCode.UNDATED)


def test_an_own_entry_outside_the_period_is_found() -> None:
    """Its day lies before the reports."""
    day = PartialDate.parse("2023-01-01").first
    briefing = assembled(OwnEntry(id="1", text="It began.", day=day, passages=(passage("bridge"),)))

    assert len(found(briefing, CheckCode.OUTSIDE_PERIOD)) == 1


def test_likelihood_and_confidence_in_one_sentence_are_found() -> None:
    """Two sentences pass."""
    one = Judgement(id="1", section=SectionId.OUTLOOK, text="It is likely, with high confidence, that it holds.")
    two = Judgement(id="1", section=SectionId.OUTLOOK, text="It is likely that it holds. Our confidence is high.")

    assert found(assembled(one), CheckCode.LIKELIHOOD_AND_CONFIDENCE)
    assert not found(assembled(two), CheckCode.LIKELIHOOD_AND_CONFIDENCE)


def test_a_word_of_the_other_scale_is_found() -> None:
    """“Realistic possibility” is PHIA, and the document uses ICD 203."""
    mixed = Judgement(id="1", section=SectionId.OUTLOOK, text="There is a realistic possibility that it holds.")
    pure = Judgement(id="1", section=SectionId.OUTLOOK, text="It is very likely that it holds.")

    assert found(assembled(mixed), CheckCode.MIXED_SCALES)
    assert not found(assembled(pure), CheckCode.MIXED_SCALES)


def test_an_acronym_is_found_until_the_legend_explains_it() -> None:
    """Or the text does."""
    item = report("Title: Note\n\nThe MONUSCO mission left Beni on Friday, the WFP said.", publisher="Post")
    bare = assembled(reports=(item,))
    legend = tuple(SectionChoice(id=section) for section in (SectionId.KEY_DEVELOPMENTS, SectionId.LEGEND))

    assert "WFP" in "".join(check.sentence for check in found(bare, CheckCode.ACRONYM))
    assert not found(assembled(reports=(item,), sections=legend), CheckCode.ACRONYM)


def test_a_section_that_is_on_and_empty_is_found() -> None:
    """No background in the report."""
    chosen = (SectionChoice(id=SectionId.KEY_DEVELOPMENTS), SectionChoice(id=SectionId.BACKGROUND))

    assert "Background" in found(assembled(sections=chosen), CheckCode.EMPTY_SECTION)[0].sentence


def test_a_missing_marking_is_found() -> None:
    """The report is marked, the briefing does not say so."""
    marked = replace(BRIDGE, marking="TLP:AMBER", id="marked")
    chosen = (SectionChoice(id=SectionId.KEY_DEVELOPMENTS),)

    assert found(assembled(reports=(marked,), sections=chosen), CheckCode.MARKING)


def test_a_draft_is_found_until_it_is_accepted() -> None:
    """Accepting names the passages that were read."""
    plain = assembled()
    entries = [next(e for e in plain.developments if e.id == identity) for identity in plain.bottom_line]
    accept = AcceptDraft(section=SectionId.BOTTOM_LINE, passages=tuple(passage(entry.text) for entry in entries))

    assert found(plain, CheckCode.DRAFT)
    assert not found(assembled(accept), CheckCode.DRAFT)


def test_a_page_limit_that_costs_something_is_found() -> None:
    """What was left out is named."""
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(template="executive-one-pager"))

    assert "left out" in found(briefing, CheckCode.OVERFLOW)[0].sentence


def test_a_correction_whose_evidence_went_is_found() -> None:
    """With its words."""
    hide = Hide(passage=replace(passage("bridge"), report_id="gone", quote="A tunnel was closed."))

    assert "tunnel" in found(assembled(hide), CheckCode.EDIT)[0].sentence


def test_an_accepted_finding_is_recorded_with_its_reason() -> None:
    """In the briefing and in its JSON; nothing is blocked."""
    check = assembled().checks[0]
    briefing = assembled(AcceptCheck(check=check.id, reason="known"))
    same = next(item for item in briefing.checks if item.id == check.id)

    assert (same.accepted, same.reason) == (True, "known")
    assert b'"reason": "known"' in render(briefing, "json")


def test_every_finding_has_an_id_a_sentence_a_place_and_a_remedy() -> None:
    """On all samples."""
    briefing = generate(read_reports([SEEDS]).reports)

    assert briefing.checks
    assert len({check.id for check in briefing.checks}) == len(briefing.checks)
    for check in briefing.checks:
        assert check.sentence.endswith(".")
        assert check.remedy.endswith(".")
        assert check.section in SectionId


# The two gates: every generated sentence stands in its passage, and no attribution is lost.

_SETS = [SEEDS, *sorted(path for path in (ROOT / "tests" / "situations").glob("*") if path.is_dir())]
if SHARED.is_dir():
    _SETS += sorted(path for path in (SHARED / "situations").glob("*") if path.is_dir())


@pytest.mark.parametrize("folder", _SETS, ids=lambda path: path.name)
def test_every_generated_sentence_stands_in_its_passage_and_keeps_its_source(folder: Path) -> None:
    """Over every set of reports, with no limit on the number of entries."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md", ".html"})
    reports = read_reports(files[:40]).reports
    chosen = tuple(SectionChoice(id=section) for section in SectionId)
    briefing = generate(reports, BriefingRequest(sections=chosen))

    assert [check for check in briefing.checks if check.code is CheckCode.NOT_A_QUOTE] == []
    for entry in (*briefing.developments, *briefing.background):
        _stands(entry, reports)


def _stands(entry: Entry, reports: tuple[Report, ...]) -> None:
    """Find the words of an entry in the report, and its source in the words or beside them."""
    by_id = {item.id: item for item in reports}
    first = entry.citations[0]
    original = by_id[first.span.report_id].quote(first.span.start, first.span.end)
    assert first.quote == original
    assert entry.text in " ".join("".join(c if c.isprintable() else " " for c in " ".join(original.split())).split())
    for source in entry.sources[:1] if not entry.status_words.startswith("unattributed") else ():
        assert source.originator in entry.status_words or source.originator in entry.text, entry


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=1, max_size=4))
def test_the_gates_hold_for_any_text(parts: list[str]) -> None:
    """Whatever characters, between sentences that tell something."""
    text = "\n\n".join(f"{part} Rebels took Homs on Friday, the army said. {part}" for part in parts)
    made = read_report_text(text, published=PartialDate.parse("2024-12-07"))
    briefing = generate([made])

    assert [check for check in briefing.checks if check.code is CheckCode.NOT_A_QUOTE] == []
    for entry in (*briefing.developments, *briefing.background):
        _stands(entry, (made,))


@pytest.mark.parametrize("template", [item.id for item in list_templates()])
def test_every_template_passes_the_gates_on_the_samples(template: str) -> None:
    """Also the shortest."""
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(template=template))

    assert [check for check in briefing.checks if check.code is CheckCode.NOT_A_QUOTE] == []


def test_a_character_that_no_font_has_is_found_before_export_with_its_place() -> None:
    """The PDF would print a box there, and the analyst can still write the name in Latin letters."""
    chinese = report("Title: Visit\n\nThe envoy 王毅 met the president in Damascus on Friday, the Red Crescent said.")
    checks = found(assembled(reports=(chinese,)), CheckCode.MISSING_GLYPH)

    assert [check.id for check in checks] == ["missing-glyph:738B", "missing-glyph:6BC5"]
    assert "王 (U+738B)" in checks[0].sentence
    assert "Word" in checks[0].remedy
    assert not found(assembled(), CheckCode.MISSING_GLYPH)
