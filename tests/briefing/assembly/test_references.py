"""Contents and references of the assembled document: only where they help, and only to what is printed."""

from dataclasses import replace

import pytest

from briefing import BriefingRequest, analyse_reports, generate, read_reports
from briefing.model.briefing import Briefing, Status
from briefing.model.document import Contents, CrossReference, Heading, Picture, Prose, Table
from briefing.model.section import SectionChoice, SectionId
from briefing.writers.anchors import targets_of
from tests.paths import SEEDS


def _generate(**choices: object) -> Briefing:
    request = replace(BriefingRequest(), **choices)  # type: ignore[arg-type]
    return generate(_REPORTS, request, findings=_FINDINGS)


_REPORTS = read_reports([SEEDS]).reports
_FINDINGS = analyse_reports(_REPORTS)


def _contents(briefing: Briefing) -> list[Contents]:
    return [block for block in briefing.document.blocks if isinstance(block, Contents)]


@pytest.mark.parametrize("template", ["campaign-assessment", "evidence-pack"])
def test_the_long_templates_have_contents_before_their_first_heading(template: str) -> None:
    """Every heading once, in its order, none of them dead."""
    briefing = _generate(template=template)
    (contents,) = _contents(briefing)
    headings = [block for block in briefing.document.blocks if isinstance(block, Heading)]

    assert [(entry.text, entry.target) for entry in contents.entries] == [(item.text, item.id) for item in headings]
    place = briefing.document.blocks.index(contents)
    assert isinstance(briefing.document.blocks[place + 1], Heading)
    assert not any(isinstance(block, Heading) for block in briefing.document.blocks[:place])


def test_a_short_document_has_contents_only_if_asked() -> None:
    """And never with fewer than four headings."""
    assert _contents(_generate()) == []
    assert len(_contents(_generate(contents=True))) == 1
    few = tuple(SectionChoice(id=SectionId(name)) for name in ("cities", "sources", "key-developments"))
    assert _contents(_generate(contents=True, sections=few)) == []


def test_the_map_names_the_table_of_its_places_by_its_number() -> None:
    """The note on it is left out where the table is not printed."""
    blocks = _generate().document.blocks
    note = blocks[next(place for place, block in enumerate(blocks) if isinstance(block, Picture)) + 1]
    table = next(block for block in blocks if isinstance(block, Table) and block.id == "table-cities")
    assert isinstance(note, Prose)
    reference = note.inlines[1]
    assert isinstance(reference, CrossReference)
    assert reference.target == "table-cities"
    assert table.caption.startswith(f"{reference.text}. ")

    alone = tuple(SectionChoice(id=SectionId(name)) for name in ("map", "sources"))
    assert not any(isinstance(block, Prose) for block in _generate(sections=alone).document.blocks)


def test_every_reference_leads_to_what_is_printed() -> None:
    """A status of which sources differ leads to the section that says how."""
    briefing = _generate()
    blocks = briefing.document.blocks
    cells = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]
    found = [inline for cell in cells for inline in cell if isinstance(inline, CrossReference)]

    assert len(found) == sum(city.status is Status.CONFLICTING for city in briefing.cities) > 0
    assert {reference.target for reference in found} <= targets_of(blocks)

    without = tuple(SectionChoice(id=SectionId(name)) for name in ("cities", "sources"))
    tables = [block for block in _generate(sections=without).document.blocks if isinstance(block, Table)]
    inlines = [inline for table in tables for row in table.rows for cell in row.cells for inline in cell]
    assert not any(isinstance(inline, CrossReference) for inline in inlines)
