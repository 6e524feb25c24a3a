"""From what was gathered to a briefing: its sections and document are printed, then it is completed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from briefing.assembly.author_date import with_short_forms
from briefing.assembly.developments import in_period, limited
from briefing.assembly.evidence import entry_evidence
from briefing.assembly.ledger import HIDDEN, OUTSIDE, Unused, ledger_shares, unused_ledger, used_ledger, withheld_rows
from briefing.assembly.masthead import build_masthead, draft_title, footer_words
from briefing.assembly.messages import edit_outcomes, notices_of
from briefing.assembly.method import method_sentences, sources_words
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
    day_of,
)
from briefing.assembly.sources import build_register, publishers_of
from briefing.assembly.tongues import with_tongues
from briefing.assembly.witnesses import TOLD, Witness
from briefing.model.briefing import Briefing, Entry, LedgerRow, SourceRow
from briefing.model.document import Block, Document
from briefing.model.edits import Edit, OwnEntry
from briefing.model.findings import Findings
from briefing.model.json_form import write_request
from briefing.model.request import BriefingRequest, Template, WordNotes
from briefing.model.section import SectionChoice, SectionId

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
        edits=edit_outcomes(material),
        accepted=tuple(press.accepted),
        notices=notices_of(material, shown),
        document=printing.document,
    )


def _title(material: Material) -> str:
    return material.request.title or material.once("drafted title", lambda: draft_title(material))


def _developments(press: Press) -> tuple[Entry, ...]:
    material, section = press.material, SectionId.KEY_DEVELOPMENTS
    drafts = material.once("drafts by id", lambda: {draft.id: draft for draft in material.drafts})
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
