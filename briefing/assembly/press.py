"""What the sections are printed from, and what is noted while they are printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.assembly.citations import Numbering
from briefing.assembly.cities import CityDraft, ClaimDraft
from briefing.assembly.conflicts import ConflictDraft
from briefing.assembly.developments import Draft
from briefing.assembly.ledger import Uses
from briefing.assembly.names import Names
from briefing.assembly.settle import Settled
from briefing.assembly.status import NO_GRADE
from briefing.assembly.witnesses import Witness, speaker
from briefing.assembly.wording import count_words
from briefing.data.outlines import Outlines
from briefing.model.briefing import (
    Citation,
    City,
    CityClaim,
    Conflict,
    ConflictKind,
    ConflictSide,
    Entry,
    Gap,
    Status,
    TimelineRow,
)
from briefing.model.findings import Findings, Role
from briefing.model.report import Report
from briefing.model.request import BriefingRequest
from briefing.model.section import SectionId
from briefing.model.theme import Theme

# What one row of the table of places can say of control without becoming a page of its own.
MOST_CLAIMS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything found and judged, before it is chosen, numbered and printed."""

    reports: tuple[Report, ...]
    findings: tuple[Findings, ...]
    request: BriefingRequest
    theme: Theme
    outlines: Outlines
    names: Names
    settled: Settled
    drafts: tuple[Draft, ...]
    background: tuple[Draft, ...]
    cities: tuple[CityDraft, ...]
    conflicts: tuple[ConflictDraft, ...]
    gaps: tuple[Gap, ...]


@dataclass(slots=True)
class Press:
    """The state of one printing: numbers given, entries made, sentences used. Made anew for each briefing.

    ``printed_numbers`` are the numbers of the developments in their section, for references such as "development 3".
    """

    material: Material
    printed_numbers: Mapping[str, int]
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
    method: list[str] = field(default_factory=list)

    def cite(self, entry: str, witnesses: Sequence[Witness]) -> tuple[Citation, ...]:
        """Cite witnesses for an entry; the same words of one report are cited once."""
        first: dict[tuple[str, str], Witness] = {}
        for witness in witnesses:
            first.setdefault((witness.report.id, witness.text), witness)
        unique = tuple(first.values())
        citations = tuple(self.numbering.cite(witness) for witness in unique)
        self.cited.extend((entry, witness, citation) for witness, citation in zip(unique, citations, strict=True))
        return citations

    def entry(self, draft: Draft, section: SectionId) -> Entry:
        """Print a development in a section: its best witness in words, the others as citations."""
        self.uses.print_in(section, draft.id, draft.best)
        self.uses.merge_into(draft.id, draft.witnesses[1:])
        store = self.background if section is SectionId.BACKGROUND else self.entries
        if draft.id not in store:
            store[draft.id] = self._entry(draft, rank_of(self.material, draft))
        return store[draft.id]

    def _entry(self, draft: Draft, rank: int) -> Entry:
        citations = self.cite(draft.id, draft.witnesses)
        status, words = _status(draft, self.material.conflicts)
        return Entry(
            id=draft.id,
            text=draft.best.text,
            lead=draft.lead,
            when=draft.when,
            places=draft.places,
            actions=tuple(sorted({kind for witness in draft.witnesses for kind in witness.kinds})),
            status=status,
            status_words=words,
            grade=NO_GRADE,
            sources=draft.support.sources or (speaker(draft.best),),
            citations=citations,
            independent_originators=len(draft.support.originators),
            rank=rank,
            reason=_reason(draft),
        )

    def city(self, row: CityDraft, latest: str) -> City:
        """Print a row of the table of places."""
        identity = f"p-{row.place.id}"
        for witness in row.witnesses:
            if any(claim.place.id == row.place.id for claim in witness.controls):
                self.uses.print_in(SectionId.CITIES, identity, witness)
        claims = tuple(claim for draft in row.claims[:MOST_CLAIMS] for claim in self._claims(identity, draft))
        city = City(
            id=identity,
            place=row.place,
            kind_label=row.kind_label,
            claims=claims,
            events=tuple(event.id for event in row.events),
            latest=latest,
            when=row.when,
            status=row.status,
            reports=len({witness.report.id for witness in row.witnesses}),
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
        for witnesses in by_source.values():
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
                    source=speaker(side.witness),
                    when=side.witness.when,
                    citations=self.cite(draft.id, [side.witness]),
                )
            )
        conflict = Conflict(
            id=draft.id, kind=draft.kind, subject=draft.subject, explanation=draft.explanation, sides=tuple(sides)
        )
        self.conflicts.append(conflict)
        return conflict


def rank_of(material: Material, draft: Draft) -> int:
    """Return the rank of a development, from 1; background is numbered in its own order."""
    for drafts in (material.drafts, material.background):
        for index, other in enumerate(drafts):
            if other.id == draft.id:
                return index + 1
    return 0


def _status(draft: Draft, conflicts: Sequence[ConflictDraft]) -> tuple[Status, str]:
    """Lower the status where another originator disputes or denies it; the words keep who says it."""
    keys = {witness.key for witness in draft.witnesses}
    who = draft.support.words.split(": ", 1)[-1]
    for conflict in conflicts:
        involved = [side for side in conflict.sides if side.witness.key in keys]
        if not involved or all(side.witness.key in keys for side in conflict.sides):
            continue
        if conflict.kind is ConflictKind.DISPUTE:
            return Status.CONFLICTING, f"conflicting: {who}"
        if conflict.kind is ConflictKind.DENIAL and draft.best.role is not Role.DENIAL:
            return Status.DENIED, f"denied by another source: {who}"
    return draft.support.status, draft.support.words


def _reason(draft: Draft) -> str:
    witnesses = len(draft.witnesses)
    reports = len({witness.report.id for witness in draft.witnesses})
    grouped = (
        f"{count_words(witnesses, 'passage', 'passages')} of {count_words(reports, 'report', 'reports')} tell it"
        if witnesses > 1
        else "one passage tells it"
    )
    ranked = f"Ranked because it {', '.join(draft.reasons)}" if draft.reasons else "Ranked by its age alone"
    return f"{ranked}; {grouped}; {draft.support.words}."
