"""Two sources that date one development differently."""

from collections.abc import Sequence

from briefing.assembly.cities import CityDraft
from briefing.assembly.developments import Draft
from briefing.assembly.differences import ConflictDraft, name_of, side_of
from briefing.assembly.event_days import days_of
from briefing.assembly.occurrences import statement_at
from briefing.assembly.witnesses import Witness, speaker
from briefing.data.labels import Labels
from briefing.model.briefing import ConflictKind
from briefing.model.findings import ControlRelation, Modality, TimeType

# Days further apart are of two developments.
_APART = 3
_CHANGES = frozenset({ControlRelation.TOOK, ControlRelation.LOST, ControlRelation.LEFT})
# What lasts may be told of any of its days.
_LASTING = frozenset({"clash", "siege", "displacement", "evacuation", "aid", "rescue", "flood", "drought", "outbreak"})


def date_conflicts(drafts: Sequence[Draft], cities: Sequence[CityDraft], labels: Labels) -> list[ConflictDraft]:
    """Return the developments and changes of control to which different sources give different days."""
    groups: list[tuple[str, str, Sequence[Witness]]] = [
        (
            f"c-control-date-{row.place.id}",
            labels.say("date-of-claim", place=row.place.name, claim=claim.summary),
            claim.witnesses,
        )
        for row in cities
        for claim in row.claims
        if claim.claim.relation in _CHANGES and claim.claim.modality is Modality.ASSERTED
    ]
    told = {witness.key for _, _, witnesses in groups for witness in witnesses}
    groups += [
        (
            f"c-date-{draft.id}",
            labels.say("date-of", place=draft.lead or labels.say("place-not-named")),
            draft.witnesses,
        )
        for draft in drafts
        if len(draft.witnesses) > 1
        and not draft.best.kinds & _LASTING
        and not {witness.key for witness in draft.witnesses} & told
    ]
    found = (_conflict(*group, labels) for group in groups)
    return [conflict for conflict in found if conflict is not None]


def _conflict(identity: str, subject: str, witnesses: Sequence[Witness], labels: Labels) -> ConflictDraft | None:
    if len(witnesses) < 2:
        return None
    days: dict[int, Witness] = {}
    for witness in witnesses:
        day = _day(witness)
        if day:
            days.setdefault(day, witness)
    speakers = {name_of(speaker(witness), witness, labels) for witness in days.values()}
    if len(speakers) < 2 or max(days) - min(days) > _APART:
        return None
    sides = [days[day] for day in sorted(days)]
    named = [
        labels.say("says-when", source=name_of(speaker(side), side, labels), when=side.when.words) for side in sides
    ]
    return ConflictDraft(
        id=identity,
        kind=ConflictKind.DISPUTE,
        subject=subject,
        explanation=labels.say("days-differ", list=labels.join(named)),
        sides=tuple(side_of(side, side.when.words) for side in sides),
        involved=frozenset(witness.key for witness in witnesses),
    )


def _day(witness: Witness) -> int:
    """Return the one day that a passage names for what it tells, 0 when it names none or a night between two."""
    statement = witness.statements[0]
    if statement.dated_by is None or statement.dated_by.type not in {TimeType.DATE, TimeType.TIME}:
        return 0
    if statement.dated_by.value.endswith("TNI"):
        return 0
    start = min((action.start for action in statement.actions), default=statement.start)
    statement = statement_at(witness, start)
    first, last, dated = days_of(witness.report, statement, start, witness.backdrop.days_before)
    return first if dated and first == last else 0
