"""From findings to a briefing: what is told, in which order, on whose word, and the document that prints it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from briefing.assembly.author_date import with_short_forms
from briefing.assembly.cities import build_cities
from briefing.assembly.conflicts import build_conflicts
from briefing.assembly.developments import Draft, build_background, build_drafts, in_period, limited
from briefing.assembly.editing import EditBook, arrange, bind_edits, outcomes
from briefing.assembly.evidence import entry_evidence
from briefing.assembly.gaps import build_gaps, is_analysed
from briefing.assembly.ledger import HIDDEN, OUTSIDE, Unused, ledger_shares, unused_ledger, used_ledger, withheld_rows
from briefing.assembly.masthead import build_masthead, draft_title, footer_words
from briefing.assembly.method import method_sentences, sources_words
from briefing.assembly.names import build_names
from briefing.assembly.passages import make_passages, read_wordings
from briefing.assembly.place_spelling import with_common_names
from briefing.assembly.press import Material, Press, reworded
from briefing.assembly.references import refer, with_contents
from briefing.assembly.sections import (
    PRINTERS,
    print_endnotes,
    print_evidence,
    print_ledger,
    print_legend,
    print_method,
    print_sources,
)
from briefing.assembly.sections.arrangement import arrange_developments
from briefing.assembly.settle import (
    TLP_COLOURS,
    Settled,
    day_of,
    highest_marking,
    official_marking,
    settle,
)
from briefing.assembly.sources import build_register, publishers_of
from briefing.assembly.tongues import with_tongues
from briefing.assembly.withholding import Release, apply_ceiling
from briefing.assembly.witnesses import TOLD, Witness, find_witnesses
from briefing.data.labels import Labels, load_labels
from briefing.data.outlines import Outlines
from briefing.model.briefing import Briefing, Entry, LedgerRow, SourceRow
from briefing.model.document import Block, Document
from briefing.model.edits import Edit, EditOutcome, EditState, OwnEntry
from briefing.model.findings import Findings
from briefing.model.issue import PreviousIssue
from briefing.model.json_form import write_request
from briefing.model.notice import Notice, Severity
from briefing.model.report import Report
from briefing.model.request import BriefingRequest, PlaceNames, Template, Withhold, WordNotes
from briefing.model.section import SectionChoice, SectionId
from briefing.model.theme import Theme

_UNDATED = "2000-01-01T00:00:00Z"


@dataclass(frozen=True, kw_only=True)
class Printing:
    """The sections of a briefing with what was noted while they were printed, from which the briefing is completed.

    ``printed`` are all sections but those that quote the others. These and the document are made when they are first
    asked for: of what is plainly too long only the length is.
    """

    press: Press
    template: Template
    printed: Mapping[SectionId, tuple[Block, ...]]

    @property
    def developments(self) -> tuple[Entry, ...]:
        """Return what the analyst wrote and the developments by rank, each in the words of its own section."""
        return _developments(self.press)

    @property
    def note_count(self) -> int:
        """Return the number of notes that are printed."""
        return self.press.numbering.count if self._prints(SectionId.ENDNOTES) else 0

    @cached_property
    def sources(self) -> tuple[SourceRow, ...]:
        """Return all who are cited, whether the register of sources is printed or not."""
        press, material = self.press, self.press.material
        publishers = material.once("publishers", lambda: publishers_of(material.reports, material.names))
        return build_register(press.cited, publishers, material.names, material.labels, material.book)

    @cached_property
    def method(self) -> tuple[str, ...]:
        """Return what the section on the method says, nothing where it is not printed."""
        return _method(self.press) if self._prints(SectionId.METHOD) else ()

    @cached_property
    def sections(self) -> Mapping[SectionId, tuple[Block, ...]]:
        """Return all sections, also those that quote the others."""
        short = self.template.short_notes
        last = _print_last(self.press, _chosen(self.template), self.sources, self.method, short_notes=short)
        return {**self.printed, **last}

    @cached_property
    def shown(self) -> tuple[SectionId, ...]:
        """Return which sections are printed, in their order."""
        chosen = (choice.id for choice in _chosen(self.template))
        return tuple(section for section in chosen if self.sections.get(section) or section in _MARGINS)

    @cached_property
    def document(self) -> Document:
        """Return the document that prints the sections."""
        blocks = [block for section in self.shown for block in self.sections.get(section, ())]
        linked = _linked(blocks, self.press, self.template)
        return _document(self.press, self.template, linked, self.shown, sources=len(self.sources))

    def _prints(self, section: SectionId) -> bool:
        return any(choice.id is section for choice in _chosen(self.template))


def assemble(material: Material, template: Template) -> Briefing:
    """Assemble a briefing of what was gathered; ``template.sections`` are those to print, in order."""
    return complete(print_document(material, template))


def print_document(material: Material, template: Template) -> Printing:
    """Print a briefing, as far as it has to be known of one that may turn out too long."""
    choices = _chosen(template)
    press = Press(
        material=material,
        printed_numbers=_development_numbers(material, choices),
        most_citations=template.most_citations,
    )
    return Printing(press=press, template=template, printed=_print(press, choices))


def _chosen(template: Template) -> list[SectionChoice]:
    return [choice for choice in template.sections if choice.on]


_MARGINS = frozenset({SectionId.MARKING, SectionId.MASTHEAD})


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


def _development_numbers(material: Material, choices: Sequence[SectionChoice]) -> dict[str, int]:
    """Give each development the number that its section will print; none when the section is off."""
    listed = next((choice for choice in choices if choice.id is SectionId.KEY_DEVELOPMENTS), None)
    if listed is None:
        return {}
    groups = arrange_developments(limited(material.drafts, listed.limit), listed.group, material.labels)
    own = [item for item in material.book.of(OwnEntry) if _is_own(item.edit, SectionId.KEY_DEVELOPMENTS)]
    ordered = (draft for _, drafts in groups for draft in drafts)
    return {draft.id: number for number, draft in enumerate(ordered, 1 + len(own))}


def _is_own(edit: Edit, section: SectionId) -> bool:
    return isinstance(edit, OwnEntry) and edit.section is section


def _with_area(settled: Settled, outlines: Outlines) -> Settled:
    """Name the country when the reports name only its places."""
    if settled.area or not settled.country:
        return settled
    country = outlines.country(settled.country)
    return replace(settled, area=country.name) if country else settled


def _ledger(press: Press) -> tuple[LedgerRow, ...]:
    material = press.material
    return (
        *used_ledger(_unused_ledger(material), press.uses, material.labels),
        *withheld_rows(material.release.withheld, material.release.withheld_findings, material.labels),
    )


def _method(press: Press) -> tuple[str, ...]:
    material, labels = press.material, press.material.labels
    made_from = material.once("made from", lambda: sources_words(material.reports, labels))
    undated = sum(report.published is None for report in material.reports)
    total = material.once("sentences", lambda: sum(len(found.sentences) for found in _all_findings(material)))
    return method_sentences(made_from, undated, ledger_shares(total, press.uses), labels)


def _all_findings(material: Material) -> tuple[Findings, ...]:
    return (*material.findings, *material.release.withheld_findings)


def _unused_ledger(material: Material) -> Unused:
    return material.once(
        "unused ledger",
        lambda: unused_ledger(
            material.reports, material.findings, _left_out(material, material.witnesses), material.labels
        ),
    )


def _left_out(material: Material, witnesses: Sequence[Witness]) -> dict[str, dict[int, str]]:
    """Return by report and place why sentences that tell something are left out: outside the period, or hidden."""
    first, last = day_of(material.settled.first), day_of(material.settled.last, end=True)
    outside = [item for item in witnesses if item.role in TOLD and not in_period(item, first, last)]
    hidden = [witness for draft in material.hidden for witness in draft.witnesses]
    reasons: dict[str, dict[int, str]] = defaultdict(dict)
    for reason, group in ((OUTSIDE, outside), (HIDDEN, hidden)):
        for witness in group:
            reasons[witness.report.id].update((statement.sentence, reason) for statement in witness.statements)
    return reasons


def _print(press: Press, choices: Sequence[SectionChoice]) -> dict[SectionId, tuple[Block, ...]]:
    return {choice.id: PRINTERS[choice.id](press, choice) for choice in choices if choice.id in PRINTERS}


def _print_last(
    press: Press,
    choices: Sequence[SectionChoice],
    register: tuple[SourceRow, ...],
    method: tuple[str, ...],
    *,
    short_notes: bool,
) -> dict[SectionId, tuple[Block, ...]]:
    """Print the sections that quote the others, when all the others are printed."""
    printed: dict[SectionId, tuple[Block, ...]] = {}
    by_id = {choice.id: choice for choice in choices}
    if choice := by_id.get(SectionId.EVIDENCE):
        printed[choice.id] = print_evidence(press, choice)
    if choice := by_id.get(SectionId.SOURCES):
        printed[choice.id] = print_sources(press, register, choice)
    if choice := by_id.get(SectionId.METHOD):
        printed[choice.id] = print_method(press, method, choice)
    if choice := by_id.get(SectionId.LEDGER):
        printed[choice.id] = print_ledger(press, _ledger(press), choice)
    if choice := by_id.get(SectionId.LEGEND):
        printed[choice.id] = print_legend(press, register, choice)
    if choice := by_id.get(SectionId.ENDNOTES):
        printed[choice.id] = print_endnotes(press, choice, short=short_notes)
    return printed


def _linked(blocks: Sequence[Block], press: Press, template: Template) -> tuple[Block, ...]:
    """Return the blocks with what leads from one to another: numbers, references, short forms and contents."""
    material = press.material
    linked = with_tongues(refer(blocks, material.labels), press)
    if forms := press.short_forms():
        linked = with_short_forms(linked, forms)
    if template.contents or material.request.contents:
        linked = with_contents(linked, material.labels, asked=material.request.contents)
    return linked


def complete(printing: Printing) -> Briefing:
    """Return the briefing of a document, with all that it says as data, and what became of every sentence."""
    press, shown = printing.press, printing.shown
    material, settled = press.material, press.material.settled
    return Briefing(
        request=material.request,
        title=_title(material),
        area=settled.area,
        as_of=settled.as_of,
        period_start=settled.first,
        period_end=settled.last,
        marking=settled.marking,
        sections=shown,
        reports=material.reports,
        bottom_line=tuple(press.bottom_line),
        highlights=tuple(press.highlights),
        overview=tuple(press.overview),
        changes=tuple(press.changes),
        developments=printing.developments,
        background=(*press.own.get(SectionId.BACKGROUND, ()), *press.background.values()),
        cities=tuple(press.cities),
        timeline=tuple(press.timeline),
        actors=tuple(press.actors),
        statements=tuple(press.statements),
        judgements=tuple(press.judgements),
        conflicts=tuple(press.conflicts),
        gaps=tuple(press.gaps),
        sources=printing.sources if SectionId.SOURCES in shown else (),
        notes=press.numbering.notes(material.labels),
        method=printing.method if SectionId.METHOD in shown else (),
        ledger=_ledger(press),
        edits=_edit_outcomes(material),
        accepted=tuple(press.accepted),
        notices=_notices(material, shown),
        document=printing.document,
    )


def _title(material: Material) -> str:
    return material.request.title or material.once("drafted title", lambda: draft_title(material))


def _developments(press: Press) -> tuple[Entry, ...]:
    material, section = press.material, SectionId.KEY_DEVELOPMENTS
    drafts = {draft.id: draft for draft in material.drafts}
    ranked = sorted(press.entries.values(), key=lambda entry: entry.rank)
    own = [entry for printed_in, made in press.own.items() if printed_in is not SectionId.BACKGROUND for entry in made]
    return (*own, *(reworded(entry, drafts[entry.id], material.book, section, material.labels) for entry in ranked))


def _document(
    press: Press,
    template: Template,
    blocks: tuple[Block, ...],
    shown: tuple[SectionId, ...],
    *,
    sources: int,
) -> Document:
    material, settled, request = press.material, press.material.settled, press.material.request
    marked, title = SectionId.MARKING in shown, _title(material)
    product = material.labels.of_template(template.product)
    masthead = build_masthead(material, product, title, full=SectionId.MASTHEAD in shown, sources=sources)
    return Document(
        masthead=masthead,
        blocks=blocks,
        marking=settled.marking if marked else "",
        marking_colour=settled.marking_colour,
        running_title=title,
        footer=footer_words(material, product),
        page_label=material.labels.say("page"),
        page_size=request.page_size,
        language=material.labels.say("language-tag"),
        created=f"{settled.as_of.last.isoformat()}T00:00:00Z" if settled.as_of else _UNDATED,
        author=request.author or request.unit,
        subject=product,
        keywords=", ".join(part for part in (settled.area, settled.marking if marked else "") if part),
        theme=material.theme,
        word_notes=template.word_notes and request.word_notes is WordNotes.ENDNOTES,
        word_fonts=template.word_fonts or request.word_fonts,
        evidence=entry_evidence(press) if template.word_comments or request.word_comments else (),
        number=request.number,
        as_of=settled.as_of.last.isoformat() if settled.as_of else "",
        request_hash=material.once("request hash", lambda: _hash(request), request),
    )


def _hash(request: BriefingRequest) -> str:
    """Return the SHA-256 of the file of choices that belongs to a request."""
    return sha256(write_request(request).encode("utf-8", "replace")).hexdigest()


def _notices(material: Material, shown: tuple[SectionId, ...]) -> tuple[Notice, ...]:
    notices = [notice for report in material.reports for notice in report.notices]
    notices.extend(_language_notice(report) for report in material.reports if not is_analysed(report))
    if not material.drafts:
        message = (
            "No development of the period was found in the chosen reports. "
            "Check the period, or look in the ledger for the reason of each sentence."
        )
        notices.append(Notice(severity=Severity.WARNING, code="no-development", message=message))
    notices.extend(material.release.notices)
    return (*notices, *_edit_notices(material), *_marking_notices(material, shown))


def _edit_outcomes(material: Material) -> tuple[EditOutcome, ...]:
    entries = (draft.witnesses for draft in (*material.drafts, *material.background, *material.hidden))
    return material.once("outcomes", lambda: outcomes(material.book, list(entries)))


def _edit_notices(material: Material) -> list[Notice]:
    """Tell of each correction that could not be kept as it was, so that none is lost in silence."""
    codes = {EditState.CHANGED: "edit-changed", EditState.GONE: "edit-gone"}
    return [
        Notice(severity=Severity.WARNING, code=codes[outcome.state], message=outcome.words)
        for outcome in _edit_outcomes(material)
        if outcome.state in codes
    ]


def _language_notice(report: Report) -> Notice:
    """Say that a report is in a language in which only places, dates and figures are found."""
    message = (
        f"“{report.title}” is in a language that is not analysed ({report.language}): "
        "its places, dates and figures are found, what it says is for you to read."
    )
    return Notice(severity=Severity.WARNING, code="language-not-analysed", message=message, subject=report.id)


def _marking_notices(material: Material, shown: tuple[SectionId, ...]) -> list[Notice]:
    """Tell when the marking was raised to that of a report, or is not printed although a report carries one."""
    chosen, own = material.request.tlp, material.settled.marking
    highest = highest_marking(material.reports)
    if not highest:
        return []
    report = next(report for report in material.reports if report.marking == highest)
    if chosen and own == highest != official_marking(chosen):
        message = (
            f"“{report.title}” is marked {highest}, so the briefing is marked {highest} instead of "
            f"{official_marking(chosen)}. Leave the report out to lower it."
        )
        return [Notice(severity=Severity.WARNING, code="marking-raised", message=message, subject=report.id)]
    if SectionId.MARKING not in shown or own not in TLP_COLOURS:
        message = f"“{report.title}” is marked {highest}; the briefing does not say so. Switch the marking on."
        return [Notice(severity=Severity.WARNING, code="marking-missing", message=message, subject=report.id)]
    return []
