"""Where sources differ: figures, control, responsibility, dates and denials, side by side and never settled."""

from collections.abc import Sequence

from briefing.assembly.cities import CityDraft
from briefing.assembly.date_conflicts import date_conflicts
from briefing.assembly.developments import Draft, place_label
from briefing.assembly.differences import ConflictDraft, SideDraft, last_day, name_of, sayer_of, side_of
from briefing.assembly.figure_conflicts import differing_precision, figure_conflicts
from briefing.assembly.grouping import HELD, LEFT
from briefing.assembly.names import Names
from briefing.assembly.responsibility import responsibility_conflicts
from briefing.assembly.status import support_words, supporter_words
from briefing.assembly.witnesses import SPECIFIC, Witness, speaker
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.briefing import ConflictKind, Status
from briefing.model.findings import ControlRelation, Modality, Role

# A denial is of what was said at most so many days before or after.
_DAYS = 2
_CONTROL = frozenset({"control-taken", "control-lost", "withdrawal"})
_ORDER = (
    ConflictKind.DISPUTE,
    ConflictKind.DENIAL,
    ConflictKind.PRECISION,
    ConflictKind.UPDATE,
    ConflictKind.COMPATIBLE,
)


# To deny that a place was lost is to deny who took or left it, not that it is fought over.
_HOLDING = HELD | LEFT
_OPPOSED = frozenset({ConflictKind.DISPUTE, ConflictKind.DENIAL})
_DENYING = frozenset({Modality.DENIED, Modality.NEGATED})


def build_conflicts(
    drafts: Sequence[Draft], cities: Sequence[CityDraft], names: Names, labels: Labels
) -> tuple[ConflictDraft, ...]:
    """Return all differences, disputes and denials first."""
    control = _control_conflicts(cities, labels)
    told = frozenset(key for conflict in control for key in conflict.involved)
    witnesses = {witness.key: witness for draft in drafts for witness in draft.witnesses}
    found = [
        *figure_conflicts(witnesses.values(), names, labels),
        *differing_precision(drafts, labels),
        *control,
        *responsibility_conflicts(witnesses.values(), names, labels),
        *date_conflicts(drafts, cities, labels),
        *_denials(drafts, told, labels),
    ]
    unique = {conflict.id: conflict for conflict in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda conflict: (_ORDER.index(conflict.kind), conflict.id)))


def find_opposition(
    draft: Draft, conflicts: Sequence[ConflictDraft]
) -> tuple[ConflictDraft, tuple[SideDraft, ...]] | None:
    """Return the first dispute or denial of a development with its sides that others take, None where there is none.

    ``conflicts`` are those that the development has a part in; others are passed over.

    The sides are empty where the development itself holds all values that are in dispute.
    """
    keys = {witness.key for witness in draft.witnesses}
    for conflict in conflicts:
        if conflict.kind not in _OPPOSED:
            continue
        others = tuple(side for side in conflict.sides if side.witness.key not in keys)
        shown = len(others) < len(conflict.sides)
        if conflict.kind is ConflictKind.DISPUTE:
            met = not others or shown or not keys.isdisjoint(conflict.involved)
            # nobody disputes what he says himself, in this report or in another
            opposed = tuple(side for side in others if _sayer_of(side) != _sayer(draft.best))
            if met and len(conflict.originators) > 1 and (opposed or not others):
                return conflict, opposed
        elif conflict.kind is ConflictKind.DENIAL and draft.best.role is not Role.DENIAL:
            deniers = tuple(side for side in others if side.denies and _sayer_of(side) != _sayer(draft.best))
            if deniers and (not keys.isdisjoint(conflict.involved) or (shown and not conflict.involved)):
                return conflict, deniers
    return None


def lowered_status(draft: Draft, conflicts: Sequence[ConflictDraft], labels: Labels) -> tuple[Status, str]:
    """Lower the status where another originator disputes or denies it; the words keep who says it."""
    who = supporter_words(draft.support, labels)
    found = find_opposition(draft, conflicts)
    if found is None:
        return draft.support.status, support_words(draft.support, labels)
    conflict, others = found
    named = list(dict.fromkeys(name_of(side.source, side.witness, labels) for side in others))
    if conflict.kind is ConflictKind.DENIAL:
        return Status.DENIED, labels.say("denied-by", against=labels.join(named[:2]), who=who)
    # who bears the entry out is not named as differing from it
    bearing = {name_of(speaker(witness), witness, labels) for witness in draft.witnesses}
    named = [name for name in named if name not in bearing][:2]
    if not named:
        status = labels.name("status", Status.CONFLICTING.value)
        return Status.CONFLICTING, labels.say("status-who", status=status, who=who)
    against = labels.join(named)
    return Status.CONFLICTING, labels.say("conflicting-differ", number=len(named), who=who, against=against)


def _control_conflicts(cities: Sequence[CityDraft], labels: Labels) -> list[ConflictDraft]:
    found = []
    for row in cities:
        if not row.disagreement:
            continue
        # Who threatens a place says nothing of who holds it.
        claims = [claim for claim in row.claims if claim.claim.relation is not ControlRelation.THREATENS]
        sides = tuple(
            side_of(claim.witnesses[0], claim.summary, denies=claim.claim.modality in _DENYING) for claim in claims
        )
        denied = any(side.denies for side in sides)
        found.append(
            ConflictDraft(
                id=f"c-control-{row.place.id}",
                kind=ConflictKind.DENIAL if denied else ConflictKind.DISPUTE,
                subject=labels.say("control-of", place=place_label(row.place, (), labels)),
                explanation=row.disagreement + ".",
                sides=sides,
                involved=frozenset(
                    witness.key for claim in claims if claim.claim.relation in _HOLDING for witness in claim.witnesses
                ),
            )
        )
    return found


def _denials(drafts: Sequence[Draft], told_of: frozenset[tuple[str, int]], labels: Labels) -> list[ConflictDraft]:
    """Set each denial beside the development that it denies: same place, and an action of the same kind.

    ``told_of`` are the passages that a difference about control shows already.
    """
    denials = [draft for draft in drafts if draft.best.role is Role.DENIAL]
    # Most developments are of places of which nothing is denied.
    told: dict[str, list[Draft]] = {place: [] for denial in denials for place in _places(denial)}
    for draft in drafts:
        for place in draft.places:
            if place.id in told and draft.best.role is not Role.DENIAL:
                told[place.id].append(draft)
    found = []
    for denial in denials:
        kinds = _denied_kinds(denial.best)
        other = next(
            (draft for place in _places(denial) for draft in told[place] if _is_denied(draft, denial, kinds)), None
        )
        if other is not None and not {other.best.key, denial.best.key} <= told_of:
            found.append(_denial(other, denial, labels))
    return found


def _places(draft: Draft) -> list[str]:
    return [place.id for place in draft.places if place.kind in SPECIFIC]


def _is_denied(draft: Draft, denial: Draft, kinds: set[str]) -> bool:
    """Tell whether somebody else denies, within a few days, an action of one of these kinds."""
    told = draft.best
    return (
        not (kinds.isdisjoint(told.kinds) and kinds.isdisjoint([action.kind for action in told.actions]))
        and _sayer(told) != _sayer(denial.best)
        and abs(last_day(told) - last_day(denial.best)) <= _DAYS
    )


def _denied_kinds(witness: Witness) -> set[str]:
    """Return the kinds of action that are denied; to deny that a city has fallen is to deny that it was taken."""
    kinds = {action.kind for action in witness.actions} - {"denial", "statement"}
    words: list[str] = load_table("assembly_words")["control_denied"]
    if kinds & _CONTROL or (not kinds and set(witness.text.casefold().split()) & set(words)):
        return kinds | _CONTROL
    return kinds


def _denial(draft: Draft, denial: Draft, labels: Labels) -> ConflictDraft:
    shared = set(_places(draft)) & set(_places(denial))
    names = dict.fromkeys(place.name for place in denial.places if place.id in shared)
    return ConflictDraft(
        id=f"c-denial-{denial.id}-{draft.id}",
        kind=ConflictKind.DENIAL,
        subject=labels.say("denial-of", places=labels.join(list(names))),
        explanation=labels.say("denies-what", who=_name(denial.best, labels), other=_name(draft.best, labels)),
        sides=(
            side_of(draft.best, draft.best.text),
            side_of(denial.best, denial.best.text, denies=True),
        ),
    )


def _sayer(witness: Witness) -> str:
    return sayer_of(speaker(witness), witness)


def _sayer_of(side: SideDraft) -> str:
    return sayer_of(side.source, side.witness)


def _name(witness: Witness, labels: Labels) -> str:
    return name_of(speaker(witness), witness, labels)
