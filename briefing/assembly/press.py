"""What the sections are printed from, and what is noted while they are printed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from briefing.assembly.author_date import find_short_names, short_forms
from briefing.assembly.citations import Numbering, choose_cited
from briefing.assembly.cities import CityDraft, ClaimDraft, kind_words
from briefing.assembly.conflicts import lowered_status
from briefing.assembly.credibility import suggest_credibility
from briefing.assembly.developments import Draft
from briefing.assembly.differences import ConflictDraft
from briefing.assembly.editing import EditBook
from briefing.assembly.joining import join_words
from briefing.assembly.ledger import Uses
from briefing.assembly.names import Names
from briefing.assembly.passages import Passages
from briefing.assembly.settle import Settled
from briefing.assembly.status import NO_GRADE, judge_support, said_words, support_words
from briefing.assembly.withholding import Release
from briefing.assembly.witnesses import Witness, speaker, witness_at
from briefing.assembly.wording import count_words, date_words, readable
from briefing.data.labels import Labels, load_labels
from briefing.data.outlines import Outlines
from briefing.groundwork import Groundwork
from briefing.model.briefing import (
    ActorRow,
    Change,
    Citation,
    City,
    CityClaim,
    Conflict,
    ConflictSide,
    Entry,
    EntryFigure,
    Gap,
    JudgementRow,
    StatementRow,
    TimelineRow,
    When,
)
from briefing.model.edits import GradeEntry, Judgement, OwnEntry, Reword
from briefing.model.findings import Figure, Findings
from briefing.model.report import PartialDate, Report, Span
from briefing.model.request import BriefingRequest, CitationStyle
from briefing.model.section import SectionId
from briefing.model.theme import Theme

# What one row of the table of places can say of control without becoming a page of its own.
MOST_CLAIMS = 4


_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything found and judged, before it is chosen, numbered and printed.

    ``hidden`` are the developments that the analyst hid; ``release`` says what is withheld, and holds the issue to
    compare with; ``book`` holds the edits of the request. ``masked`` are the markings of developments of which only
    their being withheld is told. ``passages`` are what was compared of the witnesses, by which it is told why they were
    joined. ``groundwork`` is what one printing worked out for the next ones.
    """

    reports: tuple[Report, ...]
    findings: tuple[Findings, ...]
    request: BriefingRequest
    theme: Theme
    outlines: Outlines
    names: Names
    labels: Labels
    settled: Settled
    drafts: tuple[Draft, ...]
    background: tuple[Draft, ...]
    hidden: tuple[Draft, ...]
    release: Release
    masked: tuple[str, ...]
    book: EditBook
    witnesses: tuple[Witness, ...]
    passages: Passages
    cities: tuple[CityDraft, ...]
    conflicts: tuple[ConflictDraft, ...]
    gaps: tuple[Gap, ...]
    groundwork: Groundwork = field(default_factory=Groundwork, repr=False, compare=False)

    def conflicts_about(self, draft: Draft) -> tuple[ConflictDraft, ...]:
        """Return the differences in which a passage of a development has a part, in their order."""
        by_passage = self.once("conflicts by passage", lambda: _by_passage(self.conflicts))
        found = {number for witness in draft.witnesses for number in by_passage.get(witness.key, ())}
        return tuple(self.conflicts[number] for number in sorted(found))

    def rank_of(self, draft: Draft) -> int:
        """Return the rank of a development, from 1; background is numbered in its own order."""
        ranks = self.once("ranks", lambda: _ranks(self.background) | _ranks(self.drafts))
        return ranks.get(draft.id, 0)

    def once(self, name: str, make: Callable[[], _Made], *of: object) -> _Made:
        """Return what ``make`` gives, made by the first printing; a page limit is met by printing again.

        ``of`` are the parts of the look that it is made of: theme, page and title may change where the rest stays.
        """
        return self.groundwork.once(name, make, *of)


@dataclass(slots=True)
class Press:
    """The state of one printing: numbers given, entries made, sentences used. Made anew for each briefing.

    ``printed_numbers`` are the numbers of the developments in their section, for references such as "development 3".
    ``most_citations`` is the largest number of notes behind one sentence, None for all.
    """

    material: Material
    printed_numbers: Mapping[str, int]
    most_citations: int | None = None
    numbering: Numbering = field(default_factory=Numbering)
    uses: Uses = field(default_factory=Uses)
    cited: list[tuple[str, Witness, Citation]] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    background: dict[str, Entry] = field(default_factory=dict)
    cities: list[City] = field(default_factory=list)
    timeline: list[TimelineRow] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    bottom_line: list[str] = field(default_factory=list)
    own: dict[SectionId, tuple[Entry, ...]] = field(default_factory=dict)
    accepted: list[SectionId] = field(default_factory=list)
    highlights: list[str] = field(default_factory=list)
    overview: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    actors: list[ActorRow] = field(default_factory=list)
    statements: list[StatementRow] = field(default_factory=list)
    judgements: list[JudgementRow] = field(default_factory=list)
    _older: frozenset[str] | None = None

    @property
    def older(self) -> frozenset[str]:
        """Return the ids of what is background, wherever it is printed."""
        if self._older is None:
            self._older = frozenset(draft.id for draft in self.material.background)
        return self._older

    def short_forms(self) -> Mapping[int, str]:
        """Return the short form of each note where citations are by author and date, else nothing."""
        material = self.material
        if material.request.citation_style is CitationStyle.NUMBERED:
            return {}
        notes, short = self.numbering.notes(material.labels), find_short_names(material.findings, material.names)
        return short_forms(notes, material.reports, short, material.labels)

    def cite(self, entry: str, witnesses: Sequence[Witness]) -> tuple[Citation, ...]:
        """Cite witnesses for an entry, the best where not all may be; the same words of one report are cited once."""
        first: dict[tuple[str, str], Witness] = {}
        for witness in witnesses:
            first.setdefault((witness.report.id, witness.text), witness)
        unique = choose_cited(tuple(first.values()), self.most_citations)
        citations = tuple(self.numbering.cite(witness) for witness in unique)
        self.cited.extend((entry, witness, citation) for witness, citation in zip(unique, citations, strict=True))
        return citations

    def entry(self, draft: Draft, section: SectionId) -> Entry:
        """Print a development in a section: its best witness in words, the others as citations."""
        self.uses.print_in(section, draft.id, draft.best)
        self.uses.merge_into(draft.id, draft.witnesses[1:])
        store = self.background if draft.id in self.older else self.entries
        if draft.id not in store:
            store[draft.id] = self._entry(draft, self.material.rank_of(draft))
        return reworded(store[draft.id], draft, self.material.book, section, self.material.labels)

    def own_entries(self, section: SectionId) -> tuple[Entry, ...]:
        """Print what the analyst wrote for a section, in the order in which it was written."""
        made = []
        for item in self.material.book.of(OwnEntry):
            assert isinstance(item.edit, OwnEntry)
            if item.edit.section is section:
                made.append(self._own(item.edit, self._evidence(item.spans, section, f"own-{item.edit.id}")))
        self.own[section] = tuple(made)
        return self.own[section]

    def judgements_of(self, section: SectionId) -> tuple[JudgementRow, ...]:
        """Print the judgements that the analyst wrote for a section, in the order in which they were written."""
        made = []
        for item in self.material.book.of(Judgement):
            assert isinstance(item.edit, Judgement)
            if item.edit.section is section:
                row = judgement_row(item.edit)
                citations = self.cite(row.id, self._evidence(item.spans, section, row.id))
                made.append(replace(row, citations=citations))
        self.judgements.extend(made)
        return tuple(made)

    def _evidence(self, spans: Sequence[Span], section: SectionId, entry: str) -> tuple[Witness, ...]:
        """Return the passages that the analyst cites, and note that they are used."""
        material = self.material
        found = [
            witness_at(span, material.reports, material.findings, material.names, material.labels) for span in spans
        ]
        witnesses = tuple(witness for witness in found if witness is not None)
        for witness in witnesses:
            self.uses.print_in(section, entry, witness)
        return witnesses

    def _own(self, edit: OwnEntry, witnesses: tuple[Witness, ...]) -> Entry:
        support = judge_support(witnesses)
        day = PartialDate.of(edit.day) if edit.day else None
        labels = self.material.labels
        words = date_words(day, labels) if day else labels.say("when-none")
        status = support_words(support, labels)
        return Entry(
            id=f"own-{edit.id}",
            text=edit.text,
            lead=edit.lead,
            when=When(words=words, first=day, last=day, dated_by="analyst" if day else "none"),
            places=tuple({place.id: place for witness in witnesses for place in witness.places}.values()),
            actions=tuple(sorted({kind for witness in witnesses for kind in witness.kinds})),
            status=support.status,
            status_words=labels.say("analyst-cited", status=status) if witnesses else labels.say("analyst-uncited"),
            grade=NO_GRADE,
            sources=support.sources,
            citations=self.cite(f"own-{edit.id}", witnesses),
            independent_originators=len(support.originators),
            rank=0,
            reason="Written by the analyst.",
            own=True,
        )

    def _entry(self, draft: Draft, rank: int) -> Entry:
        entry = self.material.once(f"entry {draft.id}", lambda: self._uncited(draft, rank))
        citations = self.cite(draft.id, draft.witnesses)
        return replace(entry, citations=citations, further_reports=_further_reports(draft.witnesses, citations))

    def _uncited(self, draft: Draft, rank: int) -> Entry:
        """Make an entry as it is however much is cited for it."""
        material = self.material
        status, words = lowered_status(draft, material.conflicts_about(draft), material.labels)
        credibility, reason = suggest_credibility(status, draft.support)
        return Entry(
            id=draft.id,
            text=draft.best.text,
            lead=draft.lead,
            when=draft.when,
            places=draft.places,
            actions=tuple(sorted({kind for witness in draft.witnesses for kind in witness.kinds})),
            status=status,
            status_words=words,
            grade=_grade(draft, self.material.book),
            sources=draft.support.sources or (speaker(draft.best),),
            citations=(),
            independent_originators=len(draft.support.originators),
            rank=rank,
            reason=_reason(draft, material.passages),
            figures=tuple(_figure(draft.best, figure) for figure in draft.best.figures),
            said=said_words(status, draft.support.sources),
            suggested_credibility=credibility,
            suggestion_reason=reason,
        )

    def city(self, row: CityDraft, latest: str) -> City:
        """Print a row of the table of places."""
        identity = f"p-{row.place.id}"
        for witness in row.claimants:
            self.uses.print_in(SectionId.CITIES, identity, witness)
        claims = tuple(claim for draft in row.claims[:MOST_CLAIMS] for claim in self._claims(identity, draft))
        city = City(
            id=identity,
            place=row.place,
            kind_label=kind_words(row.place, self.material.labels),
            claims=claims,
            events=tuple(event.id for event in row.events),
            latest=latest,
            when=row.when,
            status=row.status,
            reports=row.reports,
            independent_originators=row.originators,
            citations=tuple(citation for claim in claims for citation in claim.citations)
            or self.cite(identity, [row.events[0].best]),
            disagreement=row.disagreement,
        )
        self.cities.append(city)
        return city

    def _claims(self, identity: str, draft: ClaimDraft) -> list[CityClaim]:
        """Print one claim of control once for each source that makes it."""
        made = []
        by_source: dict[str, list[Witness]] = {}
        for witness in draft.witnesses:
            by_source.setdefault(witness.source.originator if witness.source else "", []).append(witness)
        for witnesses in list(by_source.values())[: self.most_citations]:
            first = witnesses[0]
            made.append(
                CityClaim(
                    relation=draft.claim.relation,
                    modality=draft.claim.modality,
                    summary=draft.summary,
                    holder=draft.claim.holder,
                    extent=draft.claim.extent,
                    text=first.text,
                    source=speaker(first),
                    status=draft.support.status,
                    when=draft.when,
                    citations=self.cite(identity, witnesses),
                )
            )
        return made

    def conflict(self, draft: ConflictDraft) -> Conflict:
        """Print differing values side by side."""
        sides = []
        for side in draft.sides:
            self.uses.print_in(SectionId.CONFLICTS, draft.id, side.witness)
            sides.append(
                ConflictSide(
                    value=side.value,
                    source=side.source,
                    when=side.witness.when,
                    citations=self.cite(draft.id, [side.witness]),
                )
            )
        conflict = Conflict(
            id=draft.id, kind=draft.kind, subject=draft.subject, explanation=draft.explanation, sides=tuple(sides)
        )
        self.conflicts.append(conflict)
        return conflict


def _further_reports(witnesses: Sequence[Witness], citations: Sequence[Citation]) -> tuple[str, ...]:
    cited = {citation.span.report_id for citation in citations}
    return tuple(dict.fromkeys(witness.report.id for witness in witnesses if witness.report.id not in cited))


def reworded(entry: Entry, draft: Draft, book: EditBook, section: SectionId | None, labels: Labels) -> Entry:
    """Return an entry with the words that the analyst gave it in a section, marked as edited."""
    edit = book.last_on(Reword, draft.witnesses, section=section)
    if not isinstance(edit, Reword):
        return entry
    text = edit.text if edit.text is not None else entry.text
    edited = text != entry.text
    return replace(
        entry,
        text=text,
        lead=edit.lead if edit.lead is not None else entry.lead,
        edited=edited,
        original=entry.text if edited else "",
        status_words=labels.say("status-edited", status=entry.status_words) if edited else entry.status_words,
    )


def judgement_row(edit: Judgement) -> JudgementRow:
    """Take a judgement over as it was written, before its passages are cited."""
    return JudgementRow(
        id=f"judgement-{edit.id}",
        section=edit.section,
        text=edit.text,
        likelihood=edit.likelihood,
        confidence=edit.confidence,
        assumption=edit.assumption,
        alternative=edit.alternative,
        citations=(),
    )


def _grade(draft: Draft, book: EditBook) -> str:
    """Return the best reliability that the analyst gave to one of the sources, and the credibility of the entry."""
    grades = [book.reliability_of(source.originator) for source in draft.support.sources or (speaker(draft.best),)]
    reliability = min((grade.reliability for grade in grades if grade), default=NO_GRADE[0])
    credibility = book.last_on(GradeEntry, draft.witnesses)
    return f"{reliability}{credibility.credibility if isinstance(credibility, GradeEntry) else NO_GRADE[1]}"


def _figure(witness: Witness, figure: Figure) -> EntryFigure:
    return EntryFigure(
        words=readable(witness.report.quote(figure.start, figure.end)),
        value=figure.value,
        high=figure.high,
        unit=figure.unit,
        measure=figure.measure,
        qualifier=figure.qualifier,
    )


def _by_passage(conflicts: Sequence[ConflictDraft]) -> dict[tuple[str, int], list[int]]:
    """Return the places of the differences that each passage has a part in."""
    found: dict[tuple[str, int], list[int]] = {}
    for number, conflict in enumerate(conflicts):
        for key in conflict.involved | {side.witness.key for side in conflict.sides}:
            found.setdefault(key, []).append(number)
    return found


def _ranks(drafts: Sequence[Draft]) -> dict[str, int]:
    return {draft.id: number for number, draft in reversed(list(enumerate(drafts, 1)))}


def _reason(draft: Draft, passages: Passages) -> str:
    """Explain in English rank, grouping and status."""
    witnesses = len(draft.witnesses)
    reports = len({witness.report.id for witness in draft.witnesses})
    grouped = (
        f"{count_words(witnesses, 'passage', 'passages')} of {count_words(reports, 'report', 'reports')} tell it"
        if witnesses > 1
        else "one passage tells it"
    )
    if joined := join_words(draft.witnesses, passages):
        grouped += f" (joined: {'; '.join(joined)})"
    ranked = f"Ranked because it {', '.join(draft.reasons)}" if draft.reasons else "Ranked by its age alone"
    return f"{ranked}; {grouped}; {support_words(draft.support, load_labels())}."
