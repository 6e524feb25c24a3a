"""The assembled briefing: what each section says, on which passages it rests, and the document drawn from it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from briefing.model.document import Document, Heading, Listing
from briefing.model.edits import EditOutcome
from briefing.model.findings import ActorKind, ControlRelation, Modality, Place, SourceKind
from briefing.model.notice import Notice
from briefing.model.report import PartialDate, Report, Span
from briefing.model.request import BriefingRequest
from briefing.model.section import SectionId, section_anchor


class Status(StrEnum):
    """How far a statement is supported; see section 5 of docs/method.md."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    CLAIMED = "claimed"
    DENIED = "denied"
    CONFLICTING = "conflicting"
    UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A passage that supports an entry: the number of its endnote and the exact words."""

    number: int
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When something happened: ``words`` as printed ("night of 6 December 2024"), ``first`` and ``last`` for order.

    ``dated_by`` tells what the date rests on: "words" of the passage, "report date", or "none". ``part`` is a part of
    the day ("morning", "midday", "afternoon", "evening", "night"), "since" for what lasts from ``first`` on, or "".
    """

    words: str
    first: PartialDate | None
    last: PartialDate | None
    dated_by: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceName:
    """Who says something: ``originator``, ``carrier`` or "", and the source's ``kind``; ``party`` has a stake."""

    originator: str
    carrier: str
    kind: SourceKind
    party: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFigure:
    """A figure of an entry: its ``words`` in the passage, and its value as in the findings."""

    words: str
    value: float
    high: float | None
    unit: str
    measure: str
    qualifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One printed statement.

    ``id`` is made from the evidence, not from the position. ``text`` is the exact words of the first citation's
    passage, trimmed at the ends only; documents print its first letter as a capital. ``lead`` names the places.
    ``rank`` counts from 1 within the section; ``reason`` explains rank, grouping and status in words.

    Where the analyst reworded it, ``edited`` is true and ``original`` holds the words of the passage. ``own`` is true
    for what the analyst wrote. ``figures`` are those of the printed passage.

    ``said`` names who says it with the verb of the status ("the army claimed"). ``suggested_credibility`` (1 to 6) is
    what the corroboration suggests, with ``suggestion_reason``; it is never set in ``grade`` by itself.
    ``further_reports`` are the ids of the reports that tell it too and are not cited, because a sentence may bear only
    so many notes.
    """

    id: str
    text: str
    lead: str
    when: When
    places: tuple[Place, ...]
    actions: tuple[str, ...]
    status: Status
    status_words: str
    grade: str
    sources: tuple[SourceName, ...]
    citations: tuple[Citation, ...]
    independent_originators: int
    rank: int
    reason: str
    figures: tuple[EntryFigure, ...] = ()
    edited: bool = False
    original: str = ""
    own: bool = False
    said: str = ""
    suggested_credibility: str = ""
    suggestion_reason: str = ""
    further_reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CityClaim:
    """What one source says of the control of a place; ``text`` is the exact words of the passage.

    ``modality`` tells whether it is said to be so, or only planned, possible, negated or denied.
    """

    relation: ControlRelation
    modality: Modality
    summary: str
    holder: str
    extent: str
    text: str
    source: SourceName
    status: Status
    when: When
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city or province of which something is said; ``events`` are the ids of the entries that tell it."""

    id: str
    place: Place
    kind_label: str
    claims: tuple[CityClaim, ...]
    events: tuple[str, ...]
    latest: str
    when: When
    status: Status
    reports: int
    independent_originators: int
    citations: tuple[Citation, ...]
    disagreement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One dated entry of the timeline, by id of its entry; ``background`` rows are older than the period."""

    when: When
    entry: str
    text: str
    places: tuple[Place, ...]
    citations: tuple[Citation, ...]
    background: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """Somebody who acts: ``did`` says what, where, each with its entry and its citation at the same index.

    ``side`` holds words of the reports only.
    """

    id: str
    name: str
    spellings: tuple[str, ...]
    kind: ActorKind
    side: str
    did: tuple[str, ...]
    entries: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """Who says what: ``text`` is the exact words of what is said, ``quoted`` true where they are a quotation."""

    source: SourceName
    text: str
    quoted: bool
    when: When
    entry: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """A judgement of the analyst as printed; "" where a part was not given."""

    id: str
    section: SectionId
    text: str
    likelihood: str
    confidence: str
    assumption: str
    alternative: str
    citations: tuple[Citation, ...]


class ChangeKind(StrEnum):
    """How a development stands to an earlier issue, in the order of printing."""

    NEW = "new"
    CHANGED = "changed"
    CORRECTED = "corrected"
    UNSUPPORTED = "no longer supported"
    DROPPED = "dropped"
    CARRIED = "carried over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change since an earlier issue.

    ``entry`` is the id of the development now, ``previous`` that of the earlier issue, each "" where there is none.
    ``text`` is the words now, or where the development is gone those of the earlier issue. ``before`` and ``after`` are
    values that changed, "" where none did. ``reason`` says in words why it counts as this kind of change.
    """

    kind: ChangeKind
    entry: str
    previous: str
    text: str
    before: str
    after: str
    reason: str
    citations: tuple[Citation, ...]


class ConflictKind(StrEnum):
    """How two values relate."""

    DISPUTE = "dispute"
    UPDATE = "update"
    COMPATIBLE = "compatible"
    PRECISION = "differing precision"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """One of the values that differ, in the words of its passage."""

    value: str
    source: SourceName
    when: When
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Values of different sources for the same thing, side by side."""

    id: str
    kind: ConflictKind
    subject: str
    explanation: str
    sides: tuple[ConflictSide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that the reports do not tell; ``question`` is what to ask, "" where the text says it all."""

    id: str
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source of the register; ``roles`` among "originator", "carrier", "publisher"; ``cited_for`` are entry ids."""

    name: str
    aliases: tuple[str, ...]
    kind: SourceKind
    party: bool
    stake: str
    roles: tuple[str, ...]
    via: tuple[str, ...]
    grade: str
    grade_reason: str
    cited_for: tuple[str, ...]
    numbers: tuple[int, ...]
    stake_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One endnote: a report as passed on by one chain of sources; ``paragraphs`` count from 1."""

    number: int
    report_id: str
    originator: str
    carrier: str
    title: str
    publisher: str
    date: str
    paragraphs: tuple[int, ...]
    url: str
    file: str
    text: str


class CheckCode(StrEnum):
    """What the check before export can find."""

    NOT_A_QUOTE = "not-a-quote"
    NOT_IN_PASSAGE = "not-in-passage"
    UNCITED = "uncited"
    PARTY_ONLY = "party-only"
    OUTSIDE_PERIOD = "outside-period"
    UNDATED = "undated"
    BARE_WEEKDAY = "bare-weekday"
    LIKELIHOOD_AND_CONFIDENCE = "likelihood-and-confidence"
    MIXED_SCALES = "mixed-scales"
    ACRONYM = "acronym"
    MARKING = "marking"
    EMPTY_SECTION = "empty-section"
    DRAFT = "draft"
    OVERFLOW = "overflow"
    EDIT = "edit"
    MISSING_GLYPH = "missing-glyph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One finding of the check before export.

    ``id`` stays the same as long as the finding does, so that it can be accepted. ``sentence`` says what is found,
    ``section`` and ``entry`` (an id, or "") where, ``remedy`` what to do. ``accepted`` findings carry the analyst's
    ``reason``.
    """

    id: str
    code: CheckCode
    sentence: str
    section: SectionId
    entry: str
    remedy: str
    accepted: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGlyph:
    """A character that no font of the PDF holds, with the words, the section and the entry (an id, or "") it is in."""

    character: str
    words: str
    section: SectionId
    entry: str


class Disposition(StrEnum):
    """What became of a sentence."""

    USED = "used"
    MERGED = "merged"
    LEFT_OUT = "left out"


class LedgerRow(NamedTuple):
    """One sentence of one report and what became of it; ``sections`` and ``entries`` say where, ``reason`` why."""

    # a tuple is made three times as fast as a dataclass, and there are tens of thousands of sentences
    report_id: str
    start: int
    end: int
    quote: str
    disposition: Disposition
    sections: tuple[SectionId, ...]
    entries: tuple[str, ...]
    reason: str

    @property
    def span(self) -> Span:
        """Return the passage that the sentence is."""
        return Span(report_id=self.report_id, start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Everything that a briefing says and the document that prints it.

    ``sections`` are those printed, in order. ``reports`` are those used. ``bottom_line``, ``highlights`` and
    ``overview`` hold the ids of the entries they were drafted from. ``ledger`` has one row for each sentence of each
    report, ``edits`` one outcome for each edit of the request, ``changes`` what differs from an earlier issue.
    ``accepted`` are the drafted sections that the analyst accepted. ``checks`` are the findings before export.
    """

    request: BriefingRequest
    title: str
    area: str
    as_of: PartialDate | None
    period_start: PartialDate | None
    period_end: PartialDate | None
    marking: str
    sections: tuple[SectionId, ...]
    reports: tuple[Report, ...]
    bottom_line: tuple[str, ...]
    highlights: tuple[str, ...]
    overview: tuple[str, ...]
    changes: tuple[Change, ...]
    developments: tuple[Entry, ...]
    background: tuple[Entry, ...]
    cities: tuple[City, ...]
    timeline: tuple[TimelineRow, ...]
    actors: tuple[ActorRow, ...]
    statements: tuple[StatementRow, ...]
    judgements: tuple[JudgementRow, ...]
    conflicts: tuple[Conflict, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[SourceRow, ...]
    notes: tuple[Note, ...]
    method: tuple[str, ...]
    ledger: tuple[LedgerRow, ...]
    edits: tuple[EditOutcome, ...]
    notices: tuple[Notice, ...]
    document: Document
    accepted: tuple[SectionId, ...] = ()
    checks: tuple[Check, ...] = ()

    def numbers_in(self, section: SectionId) -> dict[str, int]:
        """Return the printed numbers in the numbered lists of a section, by the id of the entry.

        A development that only another section prints, such as the timeline, has none.
        """
        numbers: dict[str, int] = {}
        here = False
        for block in self.document.blocks:
            if isinstance(block, Heading) and block.level == 1:
                here = block.id == section_anchor(section)
            elif here and isinstance(block, Listing) and block.ordered:
                numbers |= {item.entry: number for number, item in enumerate(block.items, block.start)}
        return numbers
