"""A page limit is kept at the least cost: what was left out is named, and the first developments go last."""

from dataclasses import replace
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from briefing import BriefingRequest, analyse_reports, generate, read_reports, render
from briefing.assembly import Printing, gather, print_document
from briefing.data.outlines import load_outlines
from briefing.fitting import fit, greatest_share
from briefing.model.briefing import Status
from briefing.model.document import Table
from briefing.model.section import SectionChoice, SectionId
from briefing.templates import find_template
from briefing.themes import read_theme
from briefing.workflow import draw_pages
from tests.many_reports import make_findings
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


def test_the_greatest_share_that_fits_is_found_from_any_guess() -> None:
    """Each trial costs a layout, so that not all shares are tried, but none that fits is missed."""
    for pages in combinations_with_replacement(range(3, 8), 5):
        for shares in (range(5), range(1, 5)):
            fitting = [share for share in shares if pages[share] <= 4]
            for guess in range(1, 5):
                assert greatest_share(pages.__getitem__, 4, guess, shares) == max(fitting, default=None)


def test_a_limit_is_met_without_building_the_briefing_many_times() -> None:
    """Each building costs a reader's patience in the app."""
    reports = read_reports([SEEDS]).reports
    template, sections = find_template("evidence-pack"), tuple(SectionChoice(id=section) for section in SectionId)
    theme = read_theme(template.theme)
    material = gather(reports, analyse_reports(reports), BriefingRequest(), theme, load_outlines())
    whole = print_document(material, replace(template, sections=sections))
    built: list[int] = []

    def build(choices: tuple[SectionChoice, ...], _most: int | None) -> Printing:
        limits = [choice.limit for choice in choices if choice.limit]
        built.append(sum(limits) if limits else 10_000)
        return whole

    fit(build, tuple(SectionChoice(id=section) for section in whole.shown), 2, lambda _, __: 1 + (built[-1] > 90))

    assert len(built) <= 10


@pytest.mark.parametrize(
    ("template", "pages"), [("daily-sitrep", 4), ("executive-one-pager", 1), ("flash-update", 2), ("spot-report", 1)]
)
def test_the_pages_of_many_reports_are_kept_by_citing_the_best_of_them(template: str, pages: int) -> None:
    """A hundred reports on a dozen events would fill pages with notes; how many more tell a thing is said instead."""
    reports, findings = make_findings(100)
    briefing = generate(reports, BriefingRequest(template=template), findings=findings)
    first = briefing.developments[0]
    told = {citation.span.report_id for citation in first.citations} | set(first.further_reports)

    assert draw_pages(briefing).page_count <= pages
    assert len(briefing.developments) > 1
    assert 1 <= len(first.citations) <= 4
    assert len(told) > 4
    assert f"told by {len(first.further_reports)} more reports" in render(briefing, "md").decode().replace(
        "\u00a0", " "
    )


def test_of_confirmed_news_two_originators_are_cited_even_where_notes_are_few() -> None:
    """A sentence that is called confirmed shows by whom."""
    reports, findings = make_findings(100)
    briefing = generate(reports, BriefingRequest(template="daily-sitrep"), findings=findings)
    confirmed = [entry for entry in briefing.developments if entry.status is Status.CONFIRMED]
    originators = {note.number: note.originator for note in briefing.notes}

    assert confirmed
    assert all(len({originators[each.number] for each in entry.citations}) > 1 for entry in confirmed)


def test_a_template_may_say_how_many_notes_a_sentence_bears(tmp_path: Path) -> None:
    """Whoever wants few notes on many pages can have them."""
    file = tmp_path / "few.toml"
    file.write_text('extends = "evidence-pack"\nname = "Few"\ndescription = "x"\nproduct = "x"\nmost_citations = 1\n')
    few = generate(read_reports([SEEDS]).reports, BriefingRequest(template=str(file)))

    assert few.developments
    assert all(len(entry.citations) == 1 for entry in few.developments)
    assert any(entry.further_reports for entry in few.developments)
