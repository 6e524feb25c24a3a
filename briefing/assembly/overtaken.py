"""What later reports overtake: an old toll that a later one exceeds, a place that its holder has left since."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.assembly.grouping import HELD, LEFT, PEOPLE, is_of_part
from briefing.assembly.parties import same_party
from briefing.assembly.witnesses import Witness
from briefing.model.findings import ControlClaim, ControlRelation, Modality

# A count is out of date when a later one is so many times as high, unless it is so many times as high that it must
# count something else.
_EXCEEDS, _OTHER = 1.1, 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """The latest that is told of counts and of places, by ordinals of days.

    ``counts`` are the counts of people by measure and place or country, each value with the last of its days. ``left``
    are those who are said to have lost or left a place, by its id, each with the last day. ``country`` is the ISO code
    of the country that the briefing is about, or "".
    """

    counts: Mapping[tuple[str, str], Mapping[float, int]]
    left: Mapping[str, Mapping[str, int]]
    country: str


def find_latest(witnesses: Sequence[Witness], country: str) -> Latest:
    """Find what is counted of people, and who has left which place, over all passages."""
    counts: dict[tuple[str, str], dict[float, int]] = defaultdict(dict)
    left: dict[str, dict[str, int]] = defaultdict(dict)
    for witness in witnesses:
        if witness.figures and (counted := _counted(witness)):
            places, day = _told_under(witness, country), _day(witness)
            for measure, value in counted:
                for place in places:
                    known = counts[measure, place]
                    known[value] = max(known.get(value, 0), day)
        for claim in _claims(witness, LEFT):
            if is_of_part(claim):
                continue
            gone = left[claim.place.id]
            gone[claim.holder] = max(gone.get(claim.holder, 0), _day(witness))
    return Latest(counts=counts, left=left, country=country)


def overtaken_by(witness: Witness, latest: Latest) -> str:
    """Say in words how a later report overtakes a passage, "" where none does."""
    if witness.figures and _is_exceeded(witness, latest):
        return "is a count that a later one exceeds"
    held = _claims(witness, HELD)
    if held and all(_has_left(claim, _day(witness), latest) for claim in held):
        return "tells who holds a place that they are said to have left since"
    return ""


def overtakes(witness: Witness, latest: Latest) -> bool:
    """Tell whether a passage gives a count of people that exceeds an earlier one of the same place."""
    day = _day(witness)
    for measure, value in _counted(witness) if witness.figures else ():
        for place in _near(witness):
            known = latest.counts.get((measure, place), {})
            if any(lower * _EXCEEDS < value < lower * _OTHER and 0 < last < day for lower, last in known.items()):
                return True
    return False


def _is_exceeded(witness: Witness, latest: Latest) -> bool:
    """Tell whether a later toll exceeds one; one that exceeds it many times counts another event."""
    counted = _counted(witness)
    places, day = _looked_up(witness, latest.country) if counted else (), _day(witness)
    for measure, value in counted:
        least, most = _EXCEEDS * value, _OTHER * value
        for place in places:
            known = latest.counts.get((measure, place), {})
            if any(least < higher < most and last > day for higher, last in known.items()):
                return True
    return False


def _claims(witness: Witness, relations: frozenset[ControlRelation]) -> list[ControlClaim]:
    """Return the claims that somebody named does, or no longer does, hold a place."""
    if not witness.controls:
        return []
    return [
        claim
        for claim in witness.controls
        if claim.relation in relations and claim.holder and claim.modality is Modality.ASSERTED
    ]


def _has_left(claim: ControlClaim, day: int, latest: Latest) -> bool:
    gone = latest.left.get(claim.place.id, {})
    return any(last > day and same_party(claim.holder, holder) for holder, last in gone.items())


def _counted(witness: Witness) -> list[tuple[str, float]]:
    """Return what a passage counts of people: measure and value."""
    return [(figure.measure, figure.value) for figure in witness.figures if figure.measure in PEOPLE]


def _told_under(witness: Witness, country: str) -> set[str]:
    """Name what a count may be looked up by: its places and their provinces, or as a count of a whole country.

    Counts of two towns are of two events, but a count of a country may take the place of that of a town.
    """
    near, nations = _near(witness), _nations(witness, country)
    anywhere = {f"any in {nation}" for nation in nations}
    return near | anywhere if near else nations | anywhere


def _looked_up(witness: Witness, country: str) -> set[str]:
    near, nations = _near(witness), _nations(witness, country)
    return near | nations if near else {f"any in {nation}" for nation in nations}


def _nations(witness: Witness, country: str) -> set[str]:
    return {place.country for place in witness.places if place.country} or {country}


def _near(witness: Witness) -> set[str]:
    here = [place for place in witness.places if place.id in witness.sites]
    provinces = [f"{place.country}, {place.division}" for place in here if place.country]
    return {*[place.id for place in here], *provinces}


def _day(witness: Witness) -> int:
    """Return the day for which a passage counts: that of its report, else its own, else 0."""
    known = witness.report.published or witness.when.last
    return known.last.toordinal() if known else 0
