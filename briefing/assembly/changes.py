"""What changed since an earlier issue: new, changed, corrected, no longer supported, dropped, carried over.

An entry is the same when it rests on the same passage, or on the same words, or tells of the same kind of action at the
same place on the same day in like words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefing.assembly.developments import Draft
from briefing.assembly.editing import locate, touches_any
from briefing.assembly.grouping import PEOPLE, main_kind
from briefing.assembly.wording import readable
from briefing.model.briefing import ChangeKind, EntryFigure, Status
from briefing.model.issue import IssueEntry, PreviousIssue
from briefing.model.report import Report

_WORD = re.compile(r"[^\W\d_]{4,}")
# Share of the shorter wording that two sentences must have in common to tell the same, beside place, day and action;
# pairs of sentences on one event have been measured at 0.12 to 0.50 of all their words.
_ALIKE = 0.35
_DAYS = timedelta(days=1)
_COMPARED = PEOPLE | {"share", "magnitude"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDraft:
    """One change before its citations are numbered: the development now, or None, and what stood before, or None.

    ``before`` and ``after`` are the values that changed, "" where none is set against another.
    """

    kind: ChangeKind
    draft: Draft | None
    previous: IssueEntry | None
    before: str = ""
    after: str = ""


def build_changes(
    previous: PreviousIssue | None, drafts: Sequence[Draft], printed: Sequence[str], reports: Sequence[Report]
) -> tuple[ChangeDraft, ...]:
    """Compare the developments with those of an earlier issue; ``printed`` are the ids of those that are printed."""
    if previous is None:
        return ()
    by_id = {report.id: report for report in reports}
    matches = [(entry, _match(entry, drafts, by_id)) for entry in previous.entries]
    known = {draft.id for _, draft in matches if draft is not None}
    shown = set(printed)
    new = [_fresh(draft, previous.entries) for draft in drafts if draft.id in shown and draft.id not in known]
    compared = [change for entry, draft in matches for change in _compare(entry, draft, by_id)]
    order = list(ChangeKind)
    return tuple(sorted([*new, *compared], key=lambda change: order.index(change.kind)))


def _fresh(draft: Draft, entries: Sequence[IssueEntry]) -> ChangeDraft:
    """Tell a development that no entry of the earlier issue rests on: new, or another value of one that it told."""
    for entry in entries:
        words = set(_WORD.findall(entry.text.casefold()))
        values = _values(entry, draft) if _likeness(entry, words, draft) >= _ALIKE else None
        if values is not None:
            return ChangeDraft(
                kind=ChangeKind.CORRECTED if _is_correction(entry, draft, values) else ChangeKind.CHANGED,
                draft=draft,
                previous=entry,
                before=values[0].words,
                after=values[1].words,
            )
    return ChangeDraft(kind=ChangeKind.NEW, draft=draft, previous=None)


def _match(entry: IssueEntry, drafts: Sequence[Draft], reports: dict[str, Report]) -> Draft | None:
    spans = [span for span in (locate(passage, reports) for passage in entry.passages) if span is not None]
    same = next((draft for draft in drafts if touches_any(spans, draft.witnesses)), None)
    if same is not None:
        return same
    words = set(_WORD.findall(entry.text.casefold()))
    alike = [(likeness, draft) for draft in drafts if (likeness := _likeness(entry, words, draft)) >= _ALIKE]
    return max(alike, key=lambda pair: (pair[0], -drafts.index(pair[1])))[1] if alike else None


def _likeness(entry: IssueEntry, words: set[str], draft: Draft) -> float:
    """Return the share of common words, 0 when place, day or kind of action differ."""
    if not set(entry.places) & {place.id for place in draft.places} or not _same_day(entry, draft):
        return 0.0
    kinds = frozenset(kind for witness in draft.witnesses for kind in witness.kinds)
    if main_kind(frozenset(entry.actions)) != main_kind(kinds):
        return 0.0
    other = set(_WORD.findall(draft.best.text.casefold()))
    return len(words & other) / (min(len(words), len(other)) or 1)


def _same_day(entry: IssueEntry, draft: Draft) -> bool:
    if entry.first is None or entry.last is None or draft.when.first is None or draft.when.last is None:
        return False
    return entry.first.first - _DAYS <= draft.when.last.last and draft.when.first.first - _DAYS <= entry.last.last


def _compare(entry: IssueEntry, draft: Draft | None, reports: dict[str, Report]) -> Iterator[ChangeDraft]:
    if draft is None:
        stands = any(locate(passage, reports) for passage in entry.passages)
        yield ChangeDraft(kind=ChangeKind.DROPPED if stands else ChangeKind.UNSUPPORTED, draft=None, previous=entry)
        return
    values = _values(entry, draft)
    if values is not None:
        kind = ChangeKind.CORRECTED if _is_correction(entry, draft, values) else ChangeKind.CHANGED
        yield ChangeDraft(kind=kind, draft=draft, previous=entry, before=values[0].words, after=values[1].words)
    elif entry.status is not draft.support.status and entry.status in _BY_SUPPORT:
        before, after = entry.status.value, draft.support.status.value
        yield ChangeDraft(kind=ChangeKind.CHANGED, draft=draft, previous=entry, before=before, after=after)
    else:
        yield ChangeDraft(kind=ChangeKind.CARRIED, draft=draft, previous=entry)


# Denied and conflicting depend on other entries, so that they are not compared with the support of one.
_BY_SUPPORT = frozenset({Status.CONFIRMED, Status.REPORTED, Status.CLAIMED, Status.UNATTRIBUTED})


def _values(entry: IssueEntry, draft: Draft) -> tuple[EntryFigure, EntryFigure] | None:
    """Return the figure that stood before and the one that stands now, where both count the same and differ."""
    now = {figure.measure: figure for figure in reversed(_figures(draft))}
    for old in entry.figures:
        new = now.get(old.measure)
        if old.measure in _COMPARED and new and (old.value, old.high, old.unit) != (new.value, new.high, new.unit):
            return old, new
    return None


def _figures(draft: Draft) -> list[EntryFigure]:
    report = draft.best.report
    return [
        EntryFigure(
            words=readable(report.quote(figure.start, figure.end)),
            value=figure.value,
            high=figure.high,
            unit=figure.unit,
            measure=figure.measure,
            qualifier=figure.qualifier,
        )
        for figure in draft.best.figures
    ]


def _is_correction(entry: IssueEntry, draft: Draft, values: tuple[EntryFigure, EntryFigure]) -> bool:
    """Tell whether the same originator takes a figure back, or the report itself came in another edition.

    Counts of people only grow as an event goes on; a lower one of the same source corrects the earlier one.
    """
    old, new = values
    own_report = draft.best.report
    edition = any(
        passage.origin == own_report.origin and passage.report_id != own_report.id for passage in entry.passages
    )
    named = {source.originator for source in draft.support.sources}
    return edition or (new.value < old.value and bool(named & set(entry.originators)))
