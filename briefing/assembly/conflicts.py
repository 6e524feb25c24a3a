"""Where sources differ: figures, control and denials, side by side and never settled by the program."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.assembly.cities import CityDraft
from briefing.assembly.developments import Draft, extents_differ, place_label
from briefing.assembly.grouping import compatible
from briefing.assembly.witnesses import SPECIFIC, Witness
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
            if figure.measure in _COMPARED and figure.measure != "share":
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
    return sorted(set(named or [place.name for place in witness.places])) or [""]


def _differing(members: Sequence[tuple[Witness, Figure]]) -> list[tuple[Witness, Figure]]:
    """Return the members that differ from another one of about the same day, one for each value and source."""
    chosen: dict[tuple[float, float | None, str], tuple[Witness, Figure]] = {}
    for (one, left), (two, right) in combinations(members, 2):
        if one.key == two.key or (left.value, left.high) == (right.value, right.high) or not _near(one, two):
            continue
        for witness, figure in ((one, left), (two, right)):
            chosen.setdefault((figure.value, figure.high, _speaker(witness)), (witness, figure))
    return sorted(chosen.values(), key=lambda side: (side[1].value, _speaker(side[0]), side[0].key))


def _near(one: Witness, two: Witness) -> bool:
    first, second = one.when, two.when
    if first.first is None or second.first is None or first.last is None or second.last is None:
        return True
    gap = max(
        (first.first.first - second.last.last).days,
        (second.first.first - first.last.last).days,
    )
    same_source = _speaker(one) == _speaker(two)
    return gap <= (7 if same_source else _DAYS)


def _speaker(witness: Witness) -> str:
    if witness.source is not None:
        return witness.source.originator
    return witness.report.publisher or witness.report.title


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
    speakers = {_speaker(witness) for witness, _ in sides}
    if len(speakers) == 1:
        ordered = sorted(sides, key=lambda side: _last_day(side[0]))
        if _last_day(ordered[0][0]) < _last_day(ordered[-1][0]):
            return ConflictKind.UPDATE, f"{next(iter(speakers))} gave a later figure; the last one stands."
        return ConflictKind.DISPUTE, "One source gives different figures for the same day."
    return ConflictKind.DISPUTE, f"{join_words(sorted(speakers))} give figures that cannot all be right."


def _last_day(witness: Witness) -> int:
    if witness.report.published is not None:
        return witness.report.published.last.toordinal()
    return witness.when.last.last.toordinal() if witness.when.last else 0


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
    found = []
    for denial in drafts:
        if denial.best.role is not Role.DENIAL:
            continue
        kinds = {action.kind for action in denial.best.actions} - {"denial", "statement"}
        places = {place.id for place in denial.places if place.kind in SPECIFIC}
        for other in drafts:
            shared = places & {place.id for place in other.places}
            same = kinds & {action.kind for action in other.best.actions}
            if other.best.role is Role.DENIAL or not shared or not same:
                continue
            names = [place.name for place in denial.places if place.id in shared]
            found.append(
                ConflictDraft(
                    id=f"c-denial-{denial.id}-{other.id}",
                    kind=ConflictKind.DENIAL,
                    subject=f"Denial, {join_words(names)}",
                    explanation=f"{_speaker(denial.best)} denies what {_speaker(other.best)} reports.",
                    sides=(
                        SideDraft(value=other.best.text, witness=other.best),
                        SideDraft(value=denial.best.text, witness=denial.best),
                    ),
                )
            )
            break
    return found
