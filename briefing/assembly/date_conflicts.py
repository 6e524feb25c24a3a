"""Two sources that date one development differently."""

from collections.abc import Sequence

from briefing.assembly.cities import CityDraft
from briefing.assembly.developments import Draft
from briefing.assembly.differences import ConflictDraft, name_of, side_of
from briefing.assembly.event_days import DATING, days_named, names_day
from briefing.assembly.occurrences import statement_at
from briefing.assembly.witnesses import Witness, speaker
from briefing.data.labels import Labels
from briefing.model.briefing import ConflictKind
from briefing.model.findings import ControlRelation, Modality

# Days further apart are of two developments.
_APART = 3
_CHANGES = frozenset({ControlRelation.TOOK, ControlRelation.LOST, ControlRelation.LEFT})
# What lasts may be told of any of its days.
_LASTING = frozenset({"clash", "siege", "displacement", "evacuation", "aid", "rescue", "flood", "drought", "outbreak"})


def date_conflicts(drafts: Sequence[Draft], cities: Sequence[CityDraft], labels: Labels) -> list[ConflictDraft]:
    """Return the developments and changes of control to which different sources give different days."""
    found: list[ConflictDraft] = []
    told: set[tuple[str, int]] = set()
    for row in cities:
        for claim in row.claims:
            if claim.claim.relation not in _CHANGES or claim.claim.modality is not Modality.ASSERTED:
                continue
            told.update(witness.key for witness in claim.witnesses)
            if sides := _differing(claim.witnesses, labels):
                subject = labels.say("date-of-claim", place=row.place.name, claim=claim.summary)
                found.append(_conflict(f"c-control-date-{row.place.id}", subject, sides, claim.witnesses, labels))
    for draft in drafts:
        if len(draft.witnesses) < 2 or draft.best.kinds & _LASTING:
            continue
        sides = _differing(draft.witnesses, labels)
        if sides and told.isdisjoint(witness.key for witness in draft.witnesses):
            subject = labels.say("date-of", place=draft.lead or labels.say("place-not-named"))
            found.append(_conflict(f"c-date-{draft.id}", subject, sides, draft.witnesses, labels))
    return found


def _differing(witnesses: Sequence[Witness], labels: Labels) -> list[Witness]:
    """Return for each day that is given the first who gives it, the earliest day first; none where they do not differ.

    Days given by one source alone do not differ, and days far apart are of two developments.
    """
    dated = [
        witness
        for witness in witnesses
        # what names a day of what it tells, and not a night between two
        if (time := witness.statements[0].dated_by) is not None
        and time.type in DATING
        and not time.value.endswith("TNI")
    ]
    # The passages of most developments name one day at most, whatever it is the day of.
    if len(dated) < 2 or not _name_two_days(dated):
        return []
    days: dict[int, Witness] = {}
    for witness in dated:
        day = _day(witness)
        if day:
            days.setdefault(day, witness)
    if len(days) < 2 or max(days) - min(days) > _APART:
        return []
    speakers = {name_of(speaker(witness), witness, labels) for witness in days.values()}
    return [days[day] for day in sorted(days)] if len(speakers) > 1 else []


def _conflict(
    identity: str, subject: str, sides: Sequence[Witness], witnesses: Sequence[Witness], labels: Labels
) -> ConflictDraft:
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


def _name_two_days(witnesses: Sequence[Witness]) -> bool:
    """Tell whether passages name more than one day."""
    met = None
    for witness in witnesses:
        for statement in witness.statements:
            for time in statement.times:
                # most name again the day that was met before
                if time.first != met and names_day(time):
                    if met is not None:
                        return True
                    met = time.first
    return False


def _day(witness: Witness) -> int:
    """Return the one day that a dated passage names for what it tells, 0 when it names none."""
    statement = witness.statements[0]
    start = min([action.start for action in statement.actions], default=statement.start)
    statement = statement_at(witness, start)
    days = days_named(witness.report, statement, start, witness.backdrop.latest)
    return days[0] if days and days[0] == days[1] else 0
