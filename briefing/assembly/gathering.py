"""Gathers what a briefing is printed from: all that does not depend on how much of it is printed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing.assembly.cities import build_cities
from briefing.assembly.conflicts import build_conflicts
from briefing.assembly.developments import Draft, build_background, build_drafts
from briefing.assembly.editing import EditBook, arrange, bind_edits
from briefing.assembly.gaps import build_gaps
from briefing.assembly.names import build_names
from briefing.assembly.passages import make_passages, read_wordings
from briefing.assembly.place_spelling import with_common_names
from briefing.assembly.press import Material
from briefing.assembly.settle import (
    Settled,
    day_of,
    settle,
)
from briefing.assembly.withholding import Release, apply_ceiling
from briefing.assembly.witnesses import find_witnesses
from briefing.data.labels import Labels, load_labels
from briefing.data.outlines import Outlines
from briefing.model.findings import Findings
from briefing.model.issue import PreviousIssue
from briefing.model.report import Report
from briefing.model.request import BriefingRequest, PlaceNames, Withhold
from briefing.model.theme import Theme


def gather(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    request: BriefingRequest,
    theme: Theme,
    outlines: Outlines,
    previous: PreviousIssue | None = None,
) -> Material:
    """Gather what the sections are printed from: all that does not depend on how much of it is printed.

    ``previous`` is the earlier issue that the changes are told against. Raises RequestError.
    """
    release = apply_ceiling(reports, findings, request, previous)
    reports, findings, request = release.reports, release.findings, release.request
    if request.place_names is PlaceNames.COMMON:
        findings = with_common_names(findings)
    names, labels = build_names(findings, reports), load_labels(request.language, request.date_style)
    witnesses = find_witnesses(reports, findings, names, labels)
    settled = _with_area(settle(request, reports, witnesses), outlines)
    first, last = day_of(settled.first), day_of(settled.last, end=True)
    book = bind_edits(request.edits, reports)
    passages = make_passages(witnesses, read_wordings(reports, findings))
    drafts, hidden = _arranged(build_drafts(witnesses, passages, first, last, labels, settled.country, book), book)
    background, also_hidden = _arranged(build_background(witnesses, passages, first, labels, book), book)
    cities = build_cities(drafts, settled.country, labels)
    return Material(
        reports=tuple(reports),
        findings=tuple(findings),
        request=request,
        theme=theme,
        outlines=outlines,
        names=names,
        labels=labels,
        settled=settled,
        drafts=drafts,
        background=background,
        hidden=(*hidden, *also_hidden),
        release=release,
        masked=_masked(release, first, last, settled, labels),
        book=book,
        witnesses=tuple(witnesses),
        passages=passages,
        cities=cities,
        conflicts=build_conflicts(drafts, cities, names, labels),
        gaps=build_gaps(reports, findings, cities, drafts, labels),
    )


def redress(material: Material, request: BriefingRequest, theme: Theme) -> Material:
    """Return what was gathered for a request that differs from the earlier one in its look alone (see ``LOOK``)."""
    release = material.release
    look = {name: getattr(request, name) for name in LOOK}
    dressed = replace(release.request, **look)
    return replace(material, request=dressed, release=replace(release, request=dressed), theme=theme)


LOOK = (
    "template",
    "sections",
    "title",
    "number",
    "unit",
    "author",
    "page_size",
    "name",
    "series",
    "cut_off",
    "issued",
    "distribution",
    "next_issue",
    "citation_style",
    "likelihood_scale",
    "word_notes",
    "word_comments",
    "word_fonts",
    "theme",
    "contents",
    "house_style",
)
"""What of a request names, orders and dresses the briefing, but neither finds nor words what is told."""


def _masked(
    release: Release, first: date | None, last: date | None, settled: Settled, labels: Labels
) -> tuple[str, ...]:
    """Return the markings of the developments that only withheld reports tell, where they are to be masked."""
    if release.request.withhold is not Withhold.MASK or not release.withheld:
        return ()
    names = build_names(release.withheld_findings, release.withheld)
    witnesses = find_witnesses(release.withheld, release.withheld_findings, names, labels)
    passages = make_passages(witnesses, read_wordings(release.withheld, release.withheld_findings))
    drafts = build_drafts(witnesses, passages, first, last, labels, settled.country)
    return tuple(draft.best.report.marking or "" for draft in drafts)


def _arranged(drafts: Sequence[Draft], book: EditBook) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """Return the entries in the order of printing, and those that the analyst hid."""
    arrangement = arrange([draft.witnesses for draft in drafts], book)
    return tuple(drafts[index] for index in arrangement.order), tuple(drafts[index] for index in arrangement.hidden)


def _with_area(settled: Settled, outlines: Outlines) -> Settled:
    """Name the country when the reports name only its places."""
    if settled.area or not settled.country:
        return settled
    country = outlines.country(settled.country)
    return replace(settled, area=country.name) if country else settled
