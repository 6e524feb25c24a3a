"""What is read off single witnesses to compare them: where, what is done, which figures agree."""

import math
from functools import cache, lru_cache

from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.findings import ControlClaim, ControlRelation, Figure, Modality

# The claims that somebody holds a place, and that somebody holds it no longer.
HELD = frozenset({ControlRelation.TOOK, ControlRelation.HOLDS})
LEFT = frozenset({ControlRelation.LOST, ControlRelation.LEFT})

# Measures that count people.
PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "arrested", "rescued"})


def changes(witness: Witness) -> frozenset[tuple[str, bool]]:
    """Return which places are said to be held (true) or left (false): what was taken, where both are told."""
    if not witness.controls:
        return frozenset()
    main = [claim for claim in witness.controls if claim.relation in HELD] or witness.controls
    return frozenset(
        (claim.place.name, claim.relation in HELD)
        for claim in main
        if claim.modality is Modality.ASSERTED and claim.relation in HELD | LEFT
    )


def is_of_part(claim: ControlClaim) -> bool:
    """Tell whether a claim is of a part that is not the greater one: "a base", "several districts".

    Another side may hold the rest of the place beside it.
    """
    return bool(claim.extent) and not _parts().isdisjoint(claim.extent.casefold().split())


@cache
def _parts() -> frozenset[str]:
    areas: list[str] = load_table("control")["words"]["areas"]
    parts: list[str] = load_table("control_words")["parts"]["words"]
    return frozenset([*areas, *parts])


def kinds_told(witness: Witness) -> frozenset[str]:
    """Return the kinds of action that are told, planned ones included, denied ones not."""
    if not witness.actions:
        return witness.kinds
    told = [action.kind for action in witness.actions if action.modality is not Modality.DENIED]
    return witness.kinds if witness.kinds.issuperset(told) else witness.kinds.union(told)


@lru_cache(maxsize=1 << 12)
def main_kind(kinds: frozenset[str]) -> str:
    """Return the kind of action with the greatest weight in the ranking, "" when there is none."""
    weights: dict[str, float] = load_table("ranking")["kinds"]
    return min(kinds, key=lambda kind: (-weights.get(kind, weights["other"]), kind), default="")


def compatible(one: Figure, two: Figure) -> bool:
    """Tell whether two figures can both be right: equal, overlapping ranges, or a lower bound below the other."""
    low_one, high_one = bounds(one)
    low_two, high_two = bounds(two)
    return low_one <= high_two and low_two <= high_one


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest number that a figure may stand for."""
    qualifiers = load_table("qualifiers")
    low, high = figure.value, figure.high if figure.high is not None else figure.value
    word = figure.qualifier.casefold()
    if word in qualifiers["at_least"]:
        high = 100.0 if figure.unit == "%" else math.inf
    elif word in qualifiers["at_most"]:
        low = 0.0
    elif word in qualifiers["about"]:
        low, high = low * 0.9, high * 1.1
    return low, high
