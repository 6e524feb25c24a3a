"""The analyst's corrections as data, each bound to the passages that it speaks of and never to a position on a page.

A briefing can so be assembled again from more or fewer reports: an edit is kept as long as its passage is there.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.section import SectionId

JUDGEMENT_SECTIONS = frozenset({SectionId.ASSESSMENT, SectionId.OUTLOOK, SectionId.IMPLICATIONS})
"""The sections that only the analyst fills."""

DRAFT_SECTIONS = frozenset({SectionId.BOTTOM_LINE, SectionId.HIGHLIGHTS, SectionId.OVERVIEW})
"""The sections that are drafted by rule, and marked as draft until the analyst accepts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The evidence of an edit: characters ``start`` to ``end`` of a report, and the exact words that stood there.

    The words find the passage again when the report comes in another edition, whose id differs; ``origin`` is the file
    or address that it was read from, and tells a changed report from one that is gone.
    """

    report_id: str
    start: int
    end: int
    quote: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hide:
    """Leave out the entry that rests on a passage."""

    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Print the entry that rests on a passage before those that are not pinned, whatever its rank."""

    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Print the entries of these passages in this order, in the places that they hold together."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Make one entry of those that rest on these passages; the words of the first passage are printed."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Take a passage out of the entry that it was joined to, and make it an entry of its own."""

    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """Print other words for the entry of a passage: in all sections, or only in ``section``.

    ``text`` or ``lead`` is None where the words of the program stay; ``lead`` is the place in bold before the text.
    """

    passage: Passage
    text: str | None = None
    lead: str | None = None
    section: SectionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """An entry that the analyst wrote; ``passages`` may be empty, and the check before export then says so.

    ``id`` is free and unique among the edits. ``day`` is when it happened, or None.
    """

    id: str
    text: str
    section: SectionId = SectionId.KEY_DEVELOPMENTS
    lead: str = ""
    day: date | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A judgement of the analyst: never written by the program.

    ``likelihood`` is a word of the chosen scale or "", ``confidence`` "high", "moderate", "low" or "". ``basis`` are
    the passages that it rests on.
    """

    id: str
    section: SectionId
    text: str
    likelihood: str = ""
    confidence: str = ""
    assumption: str = ""
    alternative: str = ""
    basis: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeSource:
    """The reliability (A to F) of a source, by its name in the register, with the reason of the analyst."""

    source: str
    reliability: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeEntry:
    """The credibility (1 to 6) of what the entry of a passage says, with the reason of the analyst."""

    passage: Passage
    credibility: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptDraft:
    """Take a drafted section over as it stands; when other passages come to stand there, it is a draft again."""

    section: SectionId
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptCheck:
    """Export in spite of a finding of the check before export, by its id, with the reason of the analyst."""

    check: str
    reason: str


Edit = (
    Hide
    | Pin
    | Order
    | Merge
    | Split
    | Reword
    | OwnEntry
    | Judgement
    | GradeSource
    | GradeEntry
    | AcceptDraft
    | AcceptCheck
)


class EditState(StrEnum):
    """What became of an edit when the briefing was assembled."""

    KEPT = "kept"
    MOVED = "kept, its words now stand in another report"
    CHANGED = "evidence changed"
    GONE = "evidence gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOutcome:
    """What became of one edit: its place in the request, its state, and a sentence for the analyst."""

    index: int
    state: EditState
    words: str


def passages_of(edit: Edit) -> tuple[Passage, ...]:
    """Return the passages that an edit is bound to; grades of sources and accepted checks are bound to none."""
    match edit:
        case Hide() | Pin() | Split() | Reword() | GradeEntry():
            return (edit.passage,)
        case Order() | Merge() | OwnEntry() | AcceptDraft():
            return edit.passages
        case Judgement():
            return edit.basis
        case GradeSource() | AcceptCheck():
            return ()
