"""Where sources differ: figures, control and denials, side by side and never settled by the program."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.assembly.cities import CityDraft
from briefing.assembly.developments import Draft, extents_differ, place_label
from briefing.assembly.grouping import compatible, shared_words
from briefing.assembly.witnesses import OWN_WORDS, SPECIFIC, Witness, speaker
from briefing.assembly.wording import join_words, readable
from briefing.model.briefing import ConflictKind
from briefing.model.findings import ControlRelation, Figure, Modality, Role

# Measures whose values are worth comparing; plain counts compare only when they count the same noun.
_COMPARED = {
    "killed": "people killed",
    "injured": "people injured",
    "missing": "people missing",
    "displaced": "people displaced",
    "evacuated": "people evacuated",
    "arrested": "people arrested",
    "rescued": "people rescued",
    "magnitude": "magnitude",
    "share": "share",
}
_DAYS = 2
# So many telling words make two passages speak of one matter; magnitudes further apart are of two earthquakes.
_RELATED = 3
_ONE_QUAKE = 0.25
# More values than this are shown by their lower and upper ends.
_SIDES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SideDraft:
    """One of the differing values with its witness."""

    value: str
    witness: Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictDraft:
    """Differing values for one thing before their citations are numbered."""

    id: str
    kind: ConflictKind
    subject: str
    explanation: str
    sides: tuple[SideDraft, ...]


def build_conflicts(drafts: Sequence[Draft], cities: Sequence[CityDraft]) -> tuple[ConflictDraft, ...]:
    """Return all differences, disputes and denials first."""
    found = [
        *_figure_conflicts(drafts),
        *_precisions(drafts),
        *_control_conflicts(cities),
        *_denials(drafts),
    ]
    order = (
        ConflictKind.DISPUTE,
        ConflictKind.DENIAL,
        ConflictKind.PRECISION,
        ConflictKind.UPDATE,
        ConflictKind.COMPATIBLE,
    )
    unique = {conflict.id: conflict for conflict in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda conflict: (order.index(conflict.kind), conflict.id)))


def _figure_conflicts(drafts: Sequence[Draft]) -> list[ConflictDraft]:
    blocks: dict[tuple[str, str, str], list[tuple[Witness, Figure]]] = defaultdict(list)
    for witness in {witness.key: witness for draft in drafts for witness in draft.witnesses}.values():
        for figure in witness.figures:
            if figure.measure in _COMPARED and figure.measure != "share" and _scopes(witness):
                for scope in _scopes(witness):
                    blocks[figure.measure, figure.unit, scope].append((witness, figure))
    found = []
    seen: set[frozenset[tuple[str, int]]] = set()
    for (measure, _, scope), members in sorted(blocks.items()):
        sides = _differing(members)
        keys = frozenset((witness.report.id, figure.start) for witness, figure in sides)
        if len(sides) < 2 or any(keys <= earlier for earlier in seen):
            continue
        seen.add(keys)
        found.append(_figure_conflict(measure, scope, sides))
    return found


def _scopes(witness: Witness) -> list[str]:
    """Return the places that a figure may be about: the specific ones, else the countries, else nowhere."""
    named = [place.name for place in witness.places if place.kind in SPECIFIC]
    return sorted(set(named or [place.name for place in witness.places]))


def _differing(members: Sequence[tuple[Witness, Figure]]) -> list[tuple[Witness, Figure]]:
    """Return the last values of each source that differ from another one of about the same day.

    An earlier value of a source is superseded by its later one, and values that are older than the newest by more than
    two days are no longer in question; a source that has only changed its own figure keeps both.
    """
    ordered = sorted(members, key=lambda side: (_last_day(side[0]), side[0].key, side[1].start))
    latest = {_name(witness): (witness, figure) for witness, figure in ordered}
    if len(latest) == 1:
        first, last = ordered[0], ordered[-1]
        return [first, last] if not compatible(first[1], last[1]) else []
    latest = {name: side for name, side in latest.items() if _is_related(side, latest.values())}
    if len(latest) < 2:
        return []
    newest = max(_last_day(witness) for witness, _ in latest.values())
    near = [side for side in latest.values() if newest - _last_day(side[0]) <= _DAYS]
    values: dict[tuple[float, float | None], tuple[Witness, Figure]] = {}
    for witness, figure in near:
        values.setdefault((figure.value, figure.high), (witness, figure))
    sides = sorted(values.values(), key=lambda side: (side[1].value, side[0].key))
    return sides if len(sides) <= _SIDES else [*sides[: _SIDES // 2], *sides[-_SIDES // 2 :]]


def _is_related(side: tuple[Witness, Figure], others: Iterable[tuple[Witness, Figure]]) -> bool:
    """Tell whether a figure is of the same matter as another one: the passages share words beside their places."""
    witness, figure = side
    for other, value in others:
        if other.key == witness.key or shared_words(witness, other) < _RELATED:
            continue
        if figure.measure != "magnitude" or abs(figure.value - value.value) <= _ONE_QUAKE:
            return True
    return False


def _name(witness: Witness) -> str:
    """Name who says it; two reports without publisher are told apart by their titles."""
    name = speaker(witness).originator
    return witness.report.title if name == OWN_WORDS else name


def _figure_conflict(measure: str, scope: str, sides: Sequence[tuple[Witness, Figure]]) -> ConflictDraft:
    subject = _COMPARED[measure].capitalize() + (f", {scope}" if scope else "")
    kind, explanation = _figure_kind(sides)
    drafts = tuple(SideDraft(value=figure_words(witness, figure), witness=witness) for witness, figure in sides)
    return ConflictDraft(
        id=f"c-{measure}-{sides[0][0].report.id}-{sides[0][1].start}",
        kind=kind,
        subject=subject,
        explanation=explanation,
        sides=drafts,
    )


def _figure_kind(sides: Sequence[tuple[Witness, Figure]]) -> tuple[ConflictKind, str]:
    if all(compatible(left, right) for (_, left), (_, right) in combinations(sides, 2)):
        return ConflictKind.COMPATIBLE, "The figures can all be right: one is a lower bound or a rounding of another."
    speakers = {_name(witness) for witness, _ in sides}
    if _grows(sides):
        who = f"{next(iter(speakers))} gave" if len(speakers) == 1 else "The later reports give"
        return ConflictKind.UPDATE, f"{who} a later figure; the count has grown from day to day."
    if len(speakers) == 1:
        return ConflictKind.DISPUTE, "One source gives different figures for the same day."
    return ConflictKind.DISPUTE, f"{join_words(sorted(speakers))} give figures that cannot all be right."


def _grows(sides: Sequence[tuple[Witness, Figure]]) -> bool:
    """Tell whether each figure is of another day and later ones are higher, as counts of one event grow."""
    days = [(_last_day(witness), figure.value) for witness, figure in sides]
    by_day = sorted(days)
    return len({day for day, _ in days}) == len(days) and [value for _, value in by_day] == sorted(
        value for _, value in days
    )


def _last_day(witness: Witness) -> int:
    """Return the day for which a figure stands: that of its words, else that of its report."""
    if witness.when.dated_by == "words" and witness.when.last is not None:
        return witness.when.last.last.toordinal()
    published = witness.report.published
    return published.last.toordinal() if published else 0


def figure_words(witness: Witness, figure: Figure) -> str:
    """Return the words of a figure with its qualifier as the report has them."""
    return readable(witness.report.quote(figure.start, figure.end))


def _precisions(drafts: Sequence[Draft]) -> list[ConflictDraft]:
    found = []
    for draft in drafts:
        sides = extents_differ(draft)
        if len(sides) < 2:
            continue
        values = [figure_words(witness, figure) for witness, figure in sides]
        found.append(
            ConflictDraft(
                id=f"c-extent-{draft.id}",
                kind=ConflictKind.PRECISION,
                subject=f"Extent of control, {draft.lead or 'place not named'}",
                explanation="The precision differs; the values do not exclude each other.",
                sides=tuple(
                    SideDraft(value=value, witness=witness) for value, (witness, _) in zip(values, sides, strict=True)
                ),
            )
        )
    return found


def _control_conflicts(cities: Sequence[CityDraft]) -> list[ConflictDraft]:
    found = []
    for row in cities:
        if not row.disagreement:
            continue
        sides = tuple(
            SideDraft(value=claim.summary, witness=claim.witnesses[0])
            for claim in row.claims
            if claim.claim.relation is not ControlRelation.THREATENS
        )
        denied = any(claim.claim.modality in {Modality.DENIED, Modality.NEGATED} for claim in row.claims)
        found.append(
            ConflictDraft(
                id=f"c-control-{row.place.id}",
                kind=ConflictKind.DENIAL if denied else ConflictKind.DISPUTE,
                subject=f"Control of {place_label(row.place, ())}",
                explanation=row.disagreement + ".",
                sides=sides,
            )
        )
    return found


def _denials(drafts: Sequence[Draft]) -> list[ConflictDraft]:
    """Set each denial beside the development that it denies: same place, and an action of the same kind."""
    told: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.best.role is not Role.DENIAL:
            for place in _places(draft):
                told[place].append(draft)
    found = []
    for denial in drafts:
        if denial.best.role is not Role.DENIAL:
            continue
        other = next((draft for place in _places(denial) for draft in told[place] if _denied(draft, denial)), None)
        if other is not None:
            found.append(_denial(other, denial))
    return found


def _places(draft: Draft) -> list[str]:
    return [place.id for place in draft.places if place.kind in SPECIFIC]


def _denied(draft: Draft, denial: Draft) -> bool:
    """Tell whether a denial of another report speaks of the same kind of action within a few days."""
    kinds = {action.kind for action in denial.best.actions} - {"denial", "statement"}
    return (
        draft.best.report.id != denial.best.report.id
        and bool(kinds & {action.kind for action in draft.best.actions})
        and abs(_last_day(draft.best) - _last_day(denial.best)) <= _DAYS
    )


def _denial(draft: Draft, denial: Draft) -> ConflictDraft:
    shared = set(_places(draft)) & set(_places(denial))
    names = dict.fromkeys(place.name for place in denial.places if place.id in shared)
    return ConflictDraft(
        id=f"c-denial-{denial.id}-{draft.id}",
        kind=ConflictKind.DENIAL,
        subject=f"Denial, {join_words(list(names))}",
        explanation=f"{_name(denial.best)} denies what {_name(draft.best)} reports.",
        sides=(
            SideDraft(value=draft.best.text, witness=draft.best),
            SideDraft(value=denial.best.text, witness=denial.best),
        ),
    )
