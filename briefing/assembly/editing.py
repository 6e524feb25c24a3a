"""Applies the analyst's corrections to what was found, by their passages, and tells what became of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.assembly.witnesses import Witness
from briefing.assembly.wording import readable, shorten
from briefing.model.edits import (
    AcceptCheck,
    AcceptDraft,
    Edit,
    EditOutcome,
    EditState,
    GradeEntry,
    GradeSource,
    Hide,
    Judgement,
    Merge,
    Order,
    OwnEntry,
    Passage,
    Pin,
    Reword,
    Split,
    passages_of,
)
from briefing.model.report import Report, Span
from briefing.model.section import SectionId

Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundEdit:
    """An edit with the spans at which its passages stand in the chosen reports; those not found are missing."""

    index: int
    edit: Edit
    spans: tuple[Span, ...]
    state: EditState


@dataclass(frozen=True, slots=True, kw_only=True)
class EditBook:
    """All edits of a request, bound to the chosen reports."""

    bound: tuple[BoundEdit, ...] = ()

    def of(self, *kinds: type) -> tuple[BoundEdit, ...]:
        """Return the edits of some kinds, in the order in which they were made."""
        return tuple(item for item in self.bound if isinstance(item.edit, kinds))

    def last_on(self, kind: type, witnesses: Sequence[Witness], *, section: SectionId | None = None) -> Edit | None:
        """Return the latest edit of a kind that is bound to one of some witnesses.

        Of rewordings, those of ``section`` stand above those for all sections, and those of other sections are
        passed over.
        """
        found = [item.edit for item in self.of(kind) if touches_any(item.spans, witnesses)]
        if kind is Reword:
            found = [edit for edit in found if isinstance(edit, Reword) and edit.section in {None, section}]
            found.sort(key=lambda edit: isinstance(edit, Reword) and edit.section is not None)
        return found[-1] if found else None

    def reliability_of(self, name: str) -> GradeSource | None:
        """Return the latest grade that the analyst gave to a source."""
        grades = [item.edit for item in self.bound if isinstance(item.edit, GradeSource) and item.edit.source == name]
        return grades[-1] if grades else None


def bind_edits(edits: Sequence[Edit], reports: Sequence[Report]) -> EditBook:
    """Find the passages of all edits in the chosen reports."""
    by_id = {report.id: report for report in reports}
    return EditBook(bound=tuple(_bind(index, edit, by_id) for index, edit in enumerate(edits)))


def _bind(index: int, edit: Edit, reports: dict[str, Report]) -> BoundEdit:
    passages = passages_of(edit)
    found = [locate(passage, reports) for passage in passages]
    spans = tuple(span for span in found if span is not None)
    return BoundEdit(index=index, edit=edit, spans=spans, state=_state(passages, found, reports))


def _state(passages: Sequence[Passage], found: Sequence[Span | None], reports: dict[str, Report]) -> EditState:
    lost = [passage for passage, span in zip(passages, found, strict=True) if span is None]
    if lost:
        origins = {report.origin for report in reports.values()}
        partly = len(lost) < len(passages) or any(passage.origin and passage.origin in origins for passage in lost)
        return EditState.CHANGED if partly else EditState.GONE
    moved = any(span and span.report_id != passage.report_id for passage, span in zip(passages, found, strict=True))
    return EditState.MOVED if moved else EditState.KEPT


def locate(passage: Passage, reports: dict[str, Report]) -> Span | None:
    """Find a passage: where it stood, else by its words in that report, else in the first other one that has them."""
    own = reports.get(passage.report_id)
    if own is not None and own.quote(passage.start, passage.end) == passage.quote:
        return Span(report_id=own.id, start=passage.start, end=passage.end)
    if not passage.quote.strip():
        return None
    ordered = ([own] if own else []) + sorted(reports.values(), key=lambda report: (report.origin, report.id))
    for report in ordered:
        at = report.text.find(passage.quote)
        if at >= 0:
            return Span(report_id=report.id, start=at, end=at + len(passage.quote))
    return None


def touches(span: Span, witness: Witness) -> bool:
    """Tell whether a span lies in the passage of a witness, at least in part."""
    own = witness.span
    return span.report_id == own.report_id and span.start < own.end and own.start < span.end


def touches_any(spans: Iterable[Span], witnesses: Iterable[Witness]) -> bool:
    """Tell whether one of some spans lies in the passage of one of some witnesses."""
    wanted = tuple(spans)
    return bool(wanted) and any(touches(span, witness) for witness in witnesses for span in wanted)


def regroup(groups: Groups, witnesses: Sequence[Witness], book: EditBook) -> Groups:
    """Apply the splits and merges to groups of indexes of witnesses, in the order in which they were made."""
    working = [list(group) for group in groups]
    for item in book.of(Split, Merge):
        members = [index for index, witness in enumerate(witnesses) if touches_any(item.spans, [witness])]
        if isinstance(item.edit, Split):
            working = _split(working, members)
        elif len(members) > 1:
            working = _merge(working, members)
    return tuple(sorted(tuple(sorted(group)) for group in working if group))


def _split(groups: list[list[int]], members: Sequence[int]) -> list[list[int]]:
    rest = [[index for index in group if index not in members] for group in groups]
    return [*(group for group in rest if group), *([index] for index in members)]


def _merge(groups: list[list[int]], members: Sequence[int]) -> list[list[int]]:
    joined = [group for group in groups if not set(group).isdisjoint(members)]
    rest = [group for group in groups if set(group).isdisjoint(members)]
    return [*rest, [index for group in joined for index in group]]


def leading_spans(book: EditBook) -> tuple[Span, ...]:
    """Return the passages whose words are printed for the entry that they are in: the first ones of merges."""
    return tuple(item.spans[0] for item in book.of(Merge) if item.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """The order of printing of some entries, and those that the analyst hid, by index; ``pinned`` come first."""

    order: tuple[int, ...]
    hidden: tuple[int, ...]
    pinned: int


def arrange(entries: Sequence[Sequence[Witness]], book: EditBook) -> Arrangement:
    """Hide, pin and order entries, each given by its witnesses; those that no edit speaks of keep their order."""

    def bound(kind: type, among: Iterable[int]) -> list[int]:
        candidates = tuple(among)
        return [
            index
            for item in book.of(kind)
            for span in item.spans
            for index in candidates
            if touches_any([span], entries[index])
        ]

    hidden = dict.fromkeys(bound(Hide, range(len(entries))))
    shown = [index for index in range(len(entries)) if index not in hidden]
    pinned = dict.fromkeys(bound(Pin, shown))
    order = [*pinned, *(index for index in shown if index not in pinned)]
    for item in book.of(Order):
        listed = [index for span in item.spans for index in order if touches_any([span], entries[index])]
        wanted = list(dict.fromkeys(listed))
        places = sorted(order.index(index) for index in wanted)
        for place, index in zip(places, wanted, strict=True):
            order[place] = index
    return Arrangement(order=tuple(order), hidden=tuple(hidden), pinned=len(pinned))


def is_accepted(book: EditBook, section: SectionId, entries: Sequence[Sequence[Witness]]) -> bool:
    """Tell whether the analyst accepted a drafted section, and it still rests on the same entries."""
    for item in book.of(AcceptDraft):
        assert isinstance(item.edit, AcceptDraft)
        if item.edit.section is section and len(item.spans) == len(item.edit.passages) == len(entries):
            return all(touches_any([span], witnesses) for span, witnesses in zip(item.spans, entries, strict=True))
    return False


_QUOTED = 80  # characters of a passage that is named
_ABOUT: dict[type, str] = {
    Hide: "The hidden entry",
    Pin: "The pinned entry",
    Order: "The order of entries",
    Merge: "The merged entry",
    Split: "The split entry",
    Reword: "The reworded entry",
    OwnEntry: "Your own entry",
    Judgement: "Your judgement",
    GradeSource: "The grade of the source",
    GradeEntry: "The grade of the entry",
    AcceptDraft: "The accepted draft",
    AcceptCheck: "The accepted finding",
}
_ON_ENTRIES = (Hide, Pin, Order, Merge, Split, Reword, GradeEntry)


def outcomes(book: EditBook, entries: Sequence[Sequence[Witness]]) -> tuple[EditOutcome, ...]:
    """Tell of each edit what became of it; ``entries`` are the witnesses of every entry, hidden ones included."""
    if not book.bound:
        return ()
    found: dict[str, list[Witness]] = defaultdict(list)
    for witnesses in entries:
        for witness in witnesses:
            found[witness.report.id].append(witness)
    return tuple(_outcome(item, found) for item in book.bound)


def _outcome(item: BoundEdit, entries: dict[str, list[Witness]]) -> EditOutcome:
    state = item.state
    about = _ABOUT[type(item.edit)]
    quote = next((passage.quote for passage in passages_of(item.edit)), "")
    words = f" (“{shorten(readable(quote), _QUOTED)}”)" if quote else ""
    idle = isinstance(item.edit, _ON_ENTRIES) and not any(
        touches_any([span], entries.get(span.report_id, ())) for span in item.spans
    )
    if state in {EditState.KEPT, EditState.MOVED} and idle and item.spans:
        state = EditState.CHANGED
        return EditOutcome(
            index=item.index,
            state=state,
            words=f"{about}{words} has no effect: its passage is in the reports, but tells no entry of this briefing. "
            "Look at the period, or take the edit back.",
        )
    return EditOutcome(index=item.index, state=state, words=_words(state, about + words))


def _words(state: EditState, about: str) -> str:
    match state:
        case EditState.KEPT:
            return f"{about} is kept."
        case EditState.MOVED:
            return f"{about} is kept; its words now stand in another report."
        case EditState.CHANGED:
            return f"{about} rests on words that have changed. Look at it again, or take the edit back."
        case EditState.GONE:
            return f"{about} rests on a report that is no longer chosen. Add the report, or take the edit back."
