"""Actors, statements, timeline and small print: short, in order, and nothing told twice."""

import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.briefing import Briefing
from briefing.model.document import Cite, EndNotes, Inlines, Table, Text
from briefing.model.report import Report
from briefing.model.section import SectionChoice, SectionId
from tests.briefing.assembly.making import report
from tests.paths import SEEDS, situation_files

_TEMPLATES = (
    "campaign-assessment",
    "daily-sitrep",
    "evidence-pack",
    "executive-one-pager",
    "flash-update",
    "humanitarian-sitrep",
    "newsroom-verification",
    "press-review",
    "spot-report",
)


def _table(briefing: Briefing) -> list[list[str]]:
    table = next(block for block in briefing.document.blocks if isinstance(block, Table))
    return [[_words(cell) for cell in row.cells] for row in table.rows]


def _words(inlines: Inlines) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def _made(*sections: SectionId, reports: tuple[Report, ...]) -> Briefing:
    return generate(reports, BriefingRequest(sections=tuple(SectionChoice(id=section) for section in sections)))


@pytest.mark.parametrize(
    ("text", "said", "how"),
    [
        ("The mayor of Homs said on Friday that shelling had cut the road to Homs.", "Shelling had cut", "reported"),
        ("The army denied that shelling had killed civilians in Homs on Friday.", "Shelling had killed", "denied"),
        ('"Shelling cut the road to Homs on Friday," the mayor of Homs said.', "Shelling cut the road", "quoted"),
    ],
)
def test_a_statement_is_the_words_of_what_is_said_and_how(text: str, said: str, how: str) -> None:
    """Without the conjunction and the marks of quotation; what is denied is never printed as if it were said."""
    row = _table(_made(SectionId.STATEMENTS, reports=(report(text),)))[0]

    assert row[1].startswith(said)
    assert row[2].startswith(how)
    assert not row[1].endswith(('"', ","))


def test_a_pronoun_is_nobody_who_makes_a_statement() -> None:
    """The sentence that tells who it was is another one."""
    text = (
        "Shelling cut the road to Homs on Friday, it said. The mayor of Homs said that shelling hit a school in Homs."
    )
    speakers = [row[0].casefold() for row in _table(_made(SectionId.STATEMENTS, reports=(report(text),)))]

    assert "it" not in speakers


def test_an_actor_that_is_only_a_noun_is_named_by_its_fullest_words() -> None:
    """One name, and no shorter form of it in brackets."""
    text = "Local factions captured Palmyra on Friday. The factions also captured Tadmor prison near Palmyra on Friday."
    names = [row[0] for row in _table(_made(SectionId.ACTORS, reports=(report(text),)))]

    assert "Local factions" in names
    assert all("(" not in name for name in names)


def test_the_timeline_recalls_by_number_what_is_printed_in_full_above() -> None:
    """So that no page is filled with what has been read."""
    reports = read_reports([SEEDS]).reports
    briefing = generate(reports, BriefingRequest(template="campaign-assessment"))
    blocks = [block for block in briefing.document.blocks if isinstance(block, Table)]
    timeline = next(table for table in blocks if table.columns[-1].header == "No.")
    numbers = {row.entry: _words(row.cells[-1]) for row in timeline.rows}
    printed = {entry.id: entry for entry in briefing.developments}

    assert any(numbers.values())
    for row in timeline.rows:
        if numbers[row.entry] and len(printed[row.entry].text) > 95:
            assert "…" in _words(row.cells[2])


@pytest.mark.parametrize("template", _TEMPLATES)
def test_every_note_that_is_printed_is_cited_in_the_document(template: str) -> None:
    """And the numbers have no gap."""
    reports = read_reports(situation_files("earthquake")).reports
    blocks = generate(reports, BriefingRequest(template=template)).document.blocks
    notes = [note.number for block in blocks if isinstance(block, EndNotes) for note in block.notes]

    assert notes == list(range(1, len(notes) + 1))
    assert set(notes) <= {number for block in blocks for number in _cited(block)}


def _cited(value: object) -> set[int]:
    """Collect the numbers of all citations within a block."""
    if isinstance(value, Cite):
        return set(value.numbers)
    if isinstance(value, tuple):
        return {number for item in value for number in _cited(item)}
    fields: dict[str, object] = getattr(value, "__dataclass_fields__", {})
    return {number for name in fields for number in _cited(getattr(value, name))}


def test_a_legend_takes_a_paragraph_for_each_kind_of_word() -> None:
    """Small print, not a page of bullets."""
    text = render(_made(SectionId.LEGEND, SectionId.KEY_DEVELOPMENTS, reports=read_reports([SEEDS]).reports), "md")
    legend = text.decode().split("## Legend")[1].split("## ")[0]

    assert "**Status of a statement:** " in legend
    assert "\n- " not in legend
