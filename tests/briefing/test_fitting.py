"""A page limit is kept at the least cost: what was left out is named, and the first developments go last."""

import pytest

from briefing import BriefingRequest, generate, read_reports
from briefing.fitting import fit
from briefing.model.briefing import Briefing
from briefing.model.document import Table
from briefing.model.section import SectionChoice, SectionId
from briefing.workflow import draw_pages
from tests.paths import SEEDS, SITUATIONS, situation_files

_SETS = sorted(path.parent.name for path in SITUATIONS.glob("*/expected.toml"))


@pytest.mark.parametrize("situation", _SETS)
@pytest.mark.parametrize("template", ["executive-one-pager", "spot-report"])
def test_a_one_page_template_takes_exactly_one_page(situation: str, template: str) -> None:
    """Whatever the reports tell, in the paper that is asked for."""
    reports = read_reports(situation_files(situation)).reports
    drawn = draw_pages(generate(reports, BriefingRequest(template=template)))

    assert drawn.page_count == 1


def test_developments_are_kept_longer_than_what_stands_below_them() -> None:
    """Of ten developments more than half are left when the register of sources has lost most of its rows."""
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(template="daily-sitrep"))

    assert draw_pages(briefing).page_count <= 4
    assert len(briefing.developments) > 5


def test_annexes_do_not_count_among_the_pages() -> None:
    """Whoever switches the ledger on wants all of it, and no shorter report before it."""
    request = BriefingRequest(
        sections=(SectionChoice(id=SectionId.KEY_DEVELOPMENTS, limit=5), SectionChoice(id=SectionId.LEDGER))
    )
    briefing = generate(read_reports([SEEDS]).reports, request)
    rows = next(block.rows for block in briefing.document.blocks if isinstance(block, Table))

    assert len(rows) == len(briefing.ledger)
    assert len(briefing.developments) == 5


def test_a_limit_is_met_without_building_the_briefing_many_times() -> None:
    """Each building costs a reader's patience in the app."""
    reports = read_reports([SEEDS]).reports
    whole = generate(reports, BriefingRequest(sections=tuple(SectionChoice(id=section) for section in SectionId)))
    built: list[int] = []

    def build(choices: tuple[SectionChoice, ...]) -> Briefing:
        limits = [choice.limit for choice in choices if choice.limit]
        built.append(sum(limits) if limits else 10_000)
        return whole

    fit(build, tuple(SectionChoice(id=section) for section in whole.sections), 2, lambda _: 1 + (built[-1] > 90))

    assert len(built) <= 10
