"""Where a passage plays: its places without those that are only named to say where another one lies or who spoke."""

from briefing.assembly.spoken_places import stands_behind
from briefing.assembly.witnesses import SPECIFIC, Witness
from briefing.model.findings import SETTLEMENTS, Place, PlaceKind, PlaceMention, Statement

_INHABITED = SETTLEMENTS | {PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.CAMP, PlaceKind.BASE}
# So many characters before a name are looked at.
_BEFORE = 30


def scenes_of(witness: Witness) -> tuple[Place, ...]:
    """Return the places where what a passage tells took place, all of them when each is only named by the way."""
    return _without(witness, ("landmark", "passing", "destination"))


def subjects_of(witness: Witness) -> tuple[Place, ...]:
    """Return the places of which a passage tells something: its scenes, and where somebody goes."""
    return _without(witness, ("landmark", "passing"))


def _without(witness: Witness, tables: tuple[str, ...]) -> tuple[Place, ...]:
    named = tuple([place for place in witness.places if place.kind in SPECIFIC])
    if len(named) < 2:
        return named
    held = {claim.place.id for claim in witness.controls}
    passing = {
        mention.place.id
        for statement in witness.statements
        for mention in statement.places
        if mention.place.kind in SPECIFIC
        and mention.place.id not in held
        and _is_passing(witness, statement, mention, tables)
    }
    kept = tuple(place for place in named if place.id in held or place.id not in passing)
    return kept if any(place.kind in _INHABITED for place in kept) else named


def _is_passing(witness: Witness, statement: Statement, mention: PlaceMention, tables: tuple[str, ...]) -> bool:
    """Tell whether a place stands in the name of a source, or behind words of a table: "80 km south of"."""
    for attribution in statement.attributions:
        source = attribution.source
        if source is not None and source.start <= mention.start < source.end:
            return True
    text, reach = witness.report.text, max(statement.start, mention.start - _BEFORE)
    return any(stands_behind(table, text, reach, mention.start) for table in tables)
